"""Bytes to a document, or one clear line about why not."""

from __future__ import annotations

import hashlib
import re
from itertools import groupby
from pathlib import Path

from qatynas.model.document import Block, BlockKind, DateCandidate, DateSource, Document, Script
from qatynas.model.errors import InputError
from qatynas.model.span import Span
from qatynas.read.bylines import name_of
from qatynas.read.canonical import foreign_script, script_of
from qatynas.read.dates import line_dates
from qatynas.read.decoding import Decoded, Undecodable
from qatynas.read.decoding import decode as decode_bytes
from qatynas.read.folders import why_no_document
from qatynas.read.front import Front, front
from qatynas.read.languages import KAZAKH, NAMES, UNKNOWN, language_of
from qatynas.read.lines import NO_HINT, Hint, Line, lines_of
from qatynas.read.page import Page, looks_like_page, read_page
from qatynas.read.signatures import not_text
from qatynas.read.structure import settle
from qatynas.read.words import LABELS
from qatynas.read.wrapping import paragraphs

LARGEST = 4 * 1024 * 1024  # bytes: hundreds of articles; a crawl comes as a folder
MOST_LINES = 200_000
MOST_TAGS = 400_000
CONTROLS = 0.002  # share of control characters from which a text is none
_LABEL = re.compile(r"(\w+)\s*:\s*")
_CUT_WORD = re.compile("(?<=[^\\W\\d_])[-\u00ad\u00ac\u0640]\\s*\\n\\s*(?=[^\\W\\d_A-ZА-ЯӘІҒҚҢӨҰҮҺЁ])")
PAGE_SUFFIXES = (".html", ".htm", ".xhtml")
PAGE_TYPES = ("text/html", "application/xhtml+xml")


def read_path(path: Path, *, published: str | None = None) -> Document:
    """The document in a file. published is its date where the user gives one (EDTF). Raises InputError."""
    try:
        if path.is_dir():
            raise InputError(str(path), why_no_document(path))
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise _too_large(str(path), max(len(data), path.stat().st_size))
    except FileNotFoundError:
        raise InputError(str(path), "no such file; check the name") from None
    except (OSError, ValueError) as error:
        what = getattr(error, "strerror", None) or str(error)
        raise InputError(str(path), f"cannot be read ({what}); check the name and the permissions") from None
    media_type = "text/html" if path.suffix.lower() in PAGE_SUFFIXES else None
    return read_bytes(data, str(path), media_type=media_type, published=published)


def read_bytes(data: bytes, path: str, *, media_type: str | None = None, published: str | None = None) -> Document:
    """The document in data.

    path is its name in errors and claims. media_type is what came with it («text/html; charset=windows-1251»), None
    where it must be told from the bytes. published as in read_path. Raises InputError where it holds no Kazakh text.
    """
    decoded = _decoded(data, path, media_type)
    kind = (media_type or "").split(";")[0].strip().lower()
    if kind in PAGE_TYPES or (not kind and looks_like_page(decoded.text)):
        return _page_document(data, path, decoded, published)
    return _text_document(data, path, decoded, kind or "text/plain", published)


def decode(data: bytes, path: str) -> str:
    """The text of data as it stands, no blocks looked for; path is its name in errors. Raises InputError."""
    return _decoded(data, path, None).text


def _too_large(path: str, size: int) -> InputError:
    return InputError(path, f"too large ({size / 1048576:.0f} MB; at most {LARGEST >> 20} MB are read); split it")


def _decoded(data: bytes, path: str, media_type: str | None) -> Decoded:
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise InputError(path, "empty; give a file with the article's text")
    if len(data) > LARGEST:
        raise _too_large(path, len(data))
    other = not_text(data)
    if other:
        raise InputError(path, f"{other[0]}, not a text; {other[1]}")
    declared = (media_type or "").lower().partition("charset=")[2].split(";")[0].strip() or None
    try:
        decoded = decode_bytes(data, declared)
    except Undecodable as error:
        if b"\x00" in data:
            raise InputError(path, _binary(data.index(b"\x00"))) from None
        raise InputError(path, f"cannot be decoded: {error}") from None
    _refuse_controls(decoded.text, path)
    return decoded


def _binary(place: int) -> str:
    return f"a binary file (a zero byte at {place}), not a text; give the article as text or HTML"


def _refuse_controls(text: str, path: str) -> None:
    if "\x00" in text:
        raise InputError(path, _binary(text.index("\x00")))
    controls = sum(text.count(chr(code)) for code in (*range(1, 9), *range(14, 28), 127))
    if controls > max(2, CONTROLS * len(text)):
        raise InputError(path, f"a binary file ({controls} control characters), not a text; give it as text or HTML")
    if not text.strip():
        raise InputError(path, "empty but for spaces; give a file with the article's text")


def _text_document(data: bytes, path: str, decoded: Decoded, kind: str, published: str | None) -> Document:
    text = decoded.text
    _refuse_many(text.count("\n"), path)
    head = front(text)
    title_field = head.fields.get("title")
    script = script_of(text[head.end :] if text[head.end :].strip() else text)
    spans, hints = paragraphs(text, script, head.end)
    _refuse_many(len(spans), path)
    if not spans:
        raise InputError(path, "no text below its header; give the article's text too")
    lines = lines_of(text, script, spans, hints)
    settle(lines, titled=bool(title_field and title_field[0]))
    language = _check_language(lines, text, path)
    blocks = [*_front_blocks(head), *_blocks(lines)]
    title = title_field[0] if title_field and title_field[0] else _title(blocks, text)
    return _document(
        data, path, decoded, kind, text, script, language,
        blocks=blocks,
        title=title,
        dates=[*_given(published), *_front_dates(head), *line_dates(lines)],
        author=_field(head, "author") or _author(lines),
        address=_address(_field(head, "address")),
    )  # fmt: skip


def _page_document(data: bytes, path: str, decoded: Decoded, published: str | None) -> Document:
    if decoded.text.count("<") > MOST_TAGS:
        raise InputError(path, f"more tags than an article's page has (at most {MOST_TAGS}); give the text itself")
    page = read_page(decoded.text)
    if not page.text.strip():
        raise InputError(path, f"no text found in the page ({page.counted}); {_PAGE_ADVICE}")
    script = script_of(page.text)
    _refuse_many(len(page.spans), path)
    lines = lines_of(page.text, script, *_paragraphs(page, script))
    settle(lines)
    if all(line.kind is BlockKind.FURNITURE for line in lines):
        raise InputError(path, f"only menus and links found in the page ({page.counted}); {_PAGE_ADVICE}")
    language = _check_language(lines, page.text, path, page.language)
    blocks = _blocks(lines)
    return _document(
        data, path, decoded, "text/html", page.text, script, language,
        blocks=blocks,
        title=page.title or _title(blocks, page.text),
        dates=[*_given(published), *page.dates, *line_dates(lines)],
        author=page.author or _author(lines),
        address=_address(page.address),
        page=page,
    )  # fmt: skip


def _paragraphs(page: Page, script: Script) -> tuple[list[Span], list[Hint]]:
    """The page's blocks, where the lines of text laid out beforehand are joined to paragraphs as those of a text."""
    spans: list[Span] = []
    hints: list[Hint] = []
    for laid_out, run in groupby(range(len(page.spans)), key=page.laid_out.__getitem__):
        places = list(run)
        own, known = [page.spans[place] for place in places], [page.hints[place] for place in places]
        if laid_out and not any(hint.furniture for hint in known):
            before = dict(zip(own, known, strict=True))
            own, known = paragraphs(page.text[: own[-1].end], script, own[0].start)
            known = known or [before.get(span, NO_HINT) for span in own]
        spans += own
        hints += known
    return spans, hints


_PAGE_ADVICE = 'save it from the browser as "page, complete", or give the text itself'


def _refuse_many(count: int, path: str) -> None:
    if count > MOST_LINES:
        raise InputError(path, f"{count} lines, more than an article has (at most {MOST_LINES}); split it")


def _check_language(lines: list[Line], text: str, path: str, stated: str = "") -> str:
    """The document's language; stated is what its markup says, believed where its letters say nothing."""
    foreign = foreign_script(text)
    if foreign:
        raise InputError(
            path, f"written in another script ({foreign}); only Kazakh in Cyrillic, Arabic or Latin is read"
        )
    if not any(line.word_count for line in lines):
        raise InputError(path, "no words in Cyrillic, Arabic or Latin letters; only Kazakh texts are read")
    language = language_of(lines, text)
    if language not in (KAZAKH, UNKNOWN):
        name = NAMES.get(language, language)
        raise InputError(path, f"in {name}, no paragraph in Kazakh; only Kazakh texts are read")
    return KAZAKH if language == UNKNOWN and stated.partition("-")[0] == KAZAKH else language


def _front_blocks(head: Front) -> list[Block]:
    title = head.fields.get("title")
    blocks = []
    for span in head.lines:
        if title and title[0] and span.covers(title[1]):
            blocks.append(Block(BlockKind.TITLE, title[1]))
        else:
            blocks.append(Block(BlockKind.FURNITURE, span))
    return blocks


def _blocks(lines: list[Line]) -> list[Block]:
    """The lines as blocks; a title loses a label such as «Тақырып:»."""
    blocks = []
    for line in lines:
        span = line.span
        label = _LABEL.match(line.key) if line.kind is BlockKind.TITLE else None
        if label and label[1] in LABELS:
            start = line.words.original(0, label.end()).end
            span = Span(start, span.end) if start < span.end else span
        blocks.append(Block(line.kind or BlockKind.PARAGRAPH, span))
    return blocks


def _title(blocks: list[Block], text: str) -> str | None:
    return next((block.span.of(text) for block in blocks if block.kind is BlockKind.TITLE), None)


def _on_one_line(title: str) -> str:
    """A title without line breaks, and without a hyphen that cut a word there."""
    return " ".join(_CUT_WORD.sub("", title).split())


def _given(published: str | None) -> list[DateCandidate]:
    return [DateCandidate(DateSource.GIVEN, published)] if published else []


def _front_dates(head: Front) -> list[DateCandidate]:
    value, span = head.fields.get("date", ("", Span(0, 0)))
    return [DateCandidate(DateSource.HEADER, value, span)] if any(map(str.isdigit, value)) else []


def _field(head: Front, name: str) -> str | None:
    return head.fields.get(name, ("", Span(0, 0)))[0] or None


def _author(lines: list[Line]) -> str | None:
    return next((name for line in lines if line.kind is BlockKind.BYLINE and (name := name_of(line))), None)


def _address(address: str | None) -> str | None:
    return address if address and address.startswith(("http://", "https://")) else None


def _document(
    data: bytes,
    path: str,
    decoded: Decoded,
    media_type: str,
    text: str,
    script: Script,
    language: str,
    *,
    blocks: list[Block],
    title: str | None,
    dates: list[DateCandidate],
    author: str | None,
    address: str | None,
    page: Page | None = None,
) -> Document:
    return Document(
        path=path,
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=media_type,
        encoding=decoded.encoding,
        script=script,
        language=language,
        title=_on_one_line(title) if title else None,
        blocks=tuple(blocks),
        dates=tuple(dates),
        author=author,
        address=address,
        source_offsets=page.offsets if page else None,
    )
