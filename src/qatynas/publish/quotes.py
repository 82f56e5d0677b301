"""The sentence behind an entry: its words in their paragraph, in the document's own script, with a Cyrillic reading."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from qatynas.model.document import Document, Script
from qatynas.model.span import Span
from qatynas.publish.labels import label
from qatynas.publish.writing import date_words
from qatynas.relations import Relationship, Report, Source
from qatynas.script import Aligned, align

AROUND = 420  # characters of a paragraph shown on each side of the words; longer ones are cut at a space
WHOLE = 200_000  # characters up to which a document is converted as a whole
_LANGUAGES = {Script.CYRL: "kk-Cyrl", Script.ARAB: "kk-Arab", Script.LATN: "kk-Latn"}


@dataclass(frozen=True, slots=True)
class Passage:
    """Words with what stands around them, and how to set them: lang is BCP 47, dir rtl or ltr."""

    before: str
    words: str
    after: str
    lang: str
    dir: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """One report as a reader sees it. reading is None where the document is in Cyrillic."""

    original: Passage
    reading: Passage | None
    title: Passage
    title_reading: str
    date: str
    basis: str
    author: str
    address: str
    path: str
    speaker: str


def quotation(relationship: Relationship, report: Report) -> Quotation:
    """The report's words in their paragraph with everything that says where they come from."""
    source = relationship.sources[report.source]
    document, span = source.document, report.claim.span
    cut = paragraph(source, span)
    lang, direction = _LANGUAGES[document.script], "rtl" if document.script is Script.ARAB else "ltr"
    title = document.title or ""
    return Quotation(
        original=_passage(document.text, cut, span, lang, direction),
        reading=None if document.script is Script.CYRL else _reading(document, cut, span),
        title=Passage("", title, "", lang, direction),
        title_reading="" if document.script is Script.CYRL else title_in_cyrillic(document),
        date=date_words(source.dating.edtf) or label("page", "undated"),
        basis=basis_words(source),
        author=document.author or "",
        address=document.address or "",
        path=short_path(document.path),
        speaker=report.claim.speaker or "",
    )


def basis_words(source: Source) -> str:
    """How the document's date is known."""
    dating = source.dating
    if not dating.edtf:
        return dating.reason
    return label("page", "stated") if dating.basis == "stated" else label("page", "inferred", reason=dating.reason)


def paragraph(source: Source, span: Span) -> Span:
    """The block that holds the span, cut to AROUND characters on either side of it.

    Where no block holds it, the lines that it lies in do.
    """
    text = source.document.text
    block = next((block.span for block in source.document.blocks if block.span.covers(span)), None)
    if block is None:
        end = text.find("\n", span.end)
        block = Span(text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end)
    start, end = max(block.start, span.start - AROUND), min(block.end, span.end + AROUND)
    if start > block.start:
        start = max(text.find(" ", start, span.start) + 1, start)
    if end < block.end:
        space = text.rfind(" ", span.end, end)
        end = space if space > 0 else end
    return Span(start, end)


def in_cyrillic(document: Document, span: Span) -> str:
    """A stretch of a document in Kazakh Cyrillic, on one line."""
    if document.script is Script.CYRL:
        return " ".join(span.of(document.text).split())
    aligned, start = _aligned(document, span)
    inner = aligned.to_target(Span(span.start - start, span.end - start))
    return " ".join(inner.of(aligned.text).split())


def title_in_cyrillic(document: Document) -> str:
    """The document's title in Kazakh Cyrillic, read in the spelling of the whole document."""
    title = document.title or ""
    at = document.text.find(title) if title else -1
    if document.script is Script.CYRL or not title:
        return title
    return (
        in_cyrillic(document, Span(at, at + len(title))) if at >= 0 else align(title, Script.CYRL, document.script).text
    )


def said(relationship: Relationship, report: Report) -> str:
    """The report's own words in Kazakh Cyrillic, on one line, without the dash that opens direct speech."""
    return in_cyrillic(relationship.sources[report.source].document, report.claim.span).lstrip("-–— ")


def short_path(path: str) -> str:
    """A path as it was typed, of a long absolute one the end."""
    parts = path.split("/")
    return path if not path.startswith("/") or len(parts) <= 3 else "…/" + "/".join(parts[-2:])


def _passage(text: str, cut: Span, span: Span, lang: str, direction: str) -> Passage:
    before, after = text[cut.start : span.start], text[span.end : cut.end]
    opened = cut.start > 0 and text[cut.start - 1] not in "\n\r" and before.strip()
    closed = cut.end < len(text) and text[cut.end] not in "\n\r" and after.strip()
    return Passage(("… " if opened else "") + before, span.of(text), after + (" …" if closed else ""), lang, direction)


def _reading(document: Document, cut: Span, span: Span) -> Passage:
    aligned, start = _aligned(document, cut)
    outer, inner = (aligned.to_target(Span(one.start - start, one.end - start)) for one in (cut, span))
    inner = Span(max(inner.start, outer.start), min(max(inner.end, outer.start), outer.end))
    return _passage(aligned.text, outer, inner, "kk-Cyrl", "ltr")


def _aligned(document: Document, around: Span) -> tuple[Aligned, int]:
    """The document in Cyrillic and where it begins: all of it, so that its spelling is known; of a huge one a part."""
    if len(document.text) <= WHOLE:
        return _whole(document.text, document.script), 0
    start = max(around.start - AROUND, 0)
    return align(document.text[start : around.end + AROUND], Script.CYRL, document.script), start


@lru_cache(maxsize=512)
def _whole(text: str, script: Script) -> Aligned:
    return align(text, Script.CYRL, script)
