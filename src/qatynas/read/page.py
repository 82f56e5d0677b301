"""A web page's source to the text that a reader reads, with every character's place in the source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from qatynas.model.document import BlockKind, DateCandidate
from qatynas.model.span import Span
from qatynas.read.grids import is_grid
from qatynas.read.layout import Layout
from qatynas.read.lines import PROSE, Hint
from qatynas.read.markup import Run, Tag, characters, pieces
from qatynas.read.page_meta import Meta, without_site
from qatynas.read.page_words import BLOCKS, CLASSES, CLOSES, ROLES, SILENT, VOID, WHOLE

_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_TAGGED = re.compile(r"</(?:p|div|h1|a|span|body|html|td|li)>|<br\s*/?>|<p[\s>]", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\n\r\f]+")
_BLANK = (" ", "\t", "\n", "\r", "\f")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_COUNTED = {"script": "script", "iframe": "frame", "frame": "frame", "img": "picture", "noscript": "noscript"}
DEEPEST = 2000  # open tags; deeper ones are taken as their parents' text
HEADINGS = ("h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True, slots=True)
class Page:
    """text is what a reader reads, a line for each block; offsets gives each character's place in the source.

    spans and hints are the blocks and what the markup says of them; laid_out tells which are lines of text that was
    laid out beforehand (`pre`, `br`). counted names what else the page is made of.
    """

    text: str
    offsets: tuple[int, ...]
    spans: tuple[Span, ...]
    hints: tuple[Hint, ...]
    laid_out: tuple[bool, ...]
    title: str | None
    author: str | None
    address: str | None
    dates: tuple[DateCandidate, ...]
    language: str
    counted: str


@dataclass(frozen=True, slots=True)
class _Open:
    """An open tag and what it means for its content."""

    name: str
    silent: bool = False
    furniture: str = ""
    link: bool = False
    kind: BlockKind | None = None
    kept: bool = False  # white space as in the source


@dataclass(slots=True)
class _Block:
    hint_kind: BlockKind | None
    furniture: str
    characters: list[str] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)
    linked: int = 0
    row: int = 0  # the table's row that it stands in, counted over the page; 0 for none
    column: int = 0  # of that row, and how many its cell takes
    width: int = 1
    table: int = 0  # which of the page's tables
    kept: bool = False  # a line of text laid out beforehand, and whether an empty one stands before it
    after_gap: bool = False

    @property
    def text(self) -> str:
        return "".join(self.characters)

    def add(self, part: str, places: Sequence[int]) -> None:
        """Add characters and their places; a space never follows a space."""
        if part == " " and (not self.characters or self.characters[-1] == " "):
            return
        self.characters.extend(part)
        self.offsets.extend(places)


class _Builder:
    """Walks the pieces of a page and gathers its blocks."""

    def __init__(self, source: str, strict: bool) -> None:
        self.source = source
        self.strict = strict
        self.open: list[_Open] = [_Open("")]
        self.names: Counter[str] = Counter()
        self.blocks: list[_Block] = []
        self.block: _Block | None = None
        self.meta = Meta()
        self.counted: Counter[str] = Counter()
        self.title: _Block = _Block(BlockKind.TITLE, "")
        self.rows = self.counted_tables = 0
        self.gap = self.broken = False  # whether an empty line, or a line's end, stands right before
        self.tables: list[Layout] = [Layout()]  # those open, the innermost last; the first for rows without a table

    def walk(self) -> None:
        for piece in pieces(self.source):
            if isinstance(piece, Run):
                self._run(piece)
            elif piece.closing:
                self._close(piece.name)
            else:
                self._start(piece)
        self._end_block()

    def _start(self, tag: Tag) -> None:
        self.meta.tag(tag.name, tag.attributes)
        if tag.name in _COUNTED:
            self.counted[_COUNTED[tag.name]] += 1
        top = self.open[-1]
        if tag.name in CLOSES.get(top.name, ()):
            self._close(top.name)
        if tag.name == "br":
            self._break()
        elif tag.name in BLOCKS:
            self._end_block()
            self.broken, self.gap = False, True
        if tag.name == "table":
            self.counted_tables += 1
            self.tables.append(Layout(self.counted_tables))
        elif tag.name == "tr":
            self.rows += 1
            self.tables[-1].next_row()
        elif tag.name in ("td", "th"):
            self.tables[-1].next_cell(tag.attributes)
        if tag.name == "time" and not self.open[-1].silent and not self.open[-1].furniture and not self.meta.times:
            self.meta.times += [moment] if (moment := tag.attributes.get("datetime")) else []
        if tag.name not in VOID and len(self.open) < DEEPEST:
            self.open.append(self._opened(tag))
            self.names[tag.name] += 1

    def _opened(self, tag: Tag) -> _Open:
        above, attributes = self.open[-1], tag.attributes
        silent = above.silent or tag.name in (SILENT if self.strict else SILENT - {"aside", "noscript"})
        silent = silent or "hidden" in attributes or attributes.get("aria-hidden") == "true"
        silent = silent or bool(_HIDDEN.search(attributes.get("style", "")))
        silent = silent or (tag.name not in WHOLE and attributes.get("role", "") in ROLES)
        kind = above.kind
        if tag.name == "h1":
            kind = BlockKind.TITLE
        elif tag.name in HEADINGS:
            kind = BlockKind.HEADING
        elif tag.name in ("li", "dd", "dt"):
            kind = BlockKind.ITEM
        elif tag.name in ("td", "th"):
            kind = BlockKind.CELL
        elif tag.name in ("p", "blockquote", "div", "section", "article"):
            kind = above.kind if tag.name != "p" and above.kind is BlockKind.CELL else None
        return _Open(
            tag.name,
            silent,
            above.furniture or self._furniture(tag),
            above.link or tag.name == "a",
            kind,
            above.kept or tag.name == "pre",
        )

    def _furniture(self, tag: Tag) -> str:
        if not self.strict or tag.name in WHOLE:
            return ""
        if tag.name == "figcaption":
            return "a picture's credit"
        words = _CAMEL.sub(" ", tag.attributes.get("class", "") + " " + tag.attributes.get("id", "")).lower()
        return next((CLASSES[word] for word in re.split(r"[^a-z]+", words) if word in CLASSES), "")

    def _close(self, name: str) -> None:
        if name in BLOCKS:
            self._end_block()
            self.broken, self.gap = False, True
        if not self.names[name]:
            return
        if name == "table" and len(self.tables) > 1:
            self.tables.pop()
        while len(self.open) > 1:
            closed = self.open.pop()
            self.names[closed.name] -= 1
            if closed.name == name:
                return

    def _run(self, run: Run) -> None:
        if run.within == "title":
            if not self.title.characters and "svg" not in (state.name for state in self.open):
                self._add(self.title, run.start, run.end)
                self.meta.title_tag = self.title.text
        elif run.within == "script":
            if "ld+json" in run.attributes.get("type", ""):
                self.meta.json_ld(self.source[run.start : run.end])
        elif not run.within and not self.open[-1].silent:
            place = run.start
            while self.open[-1].kept and (newline := self.source.find("\n", place, run.end)) >= 0:
                self._text(place, newline)
                self.gap = self.block is None or not self.block.characters
                self._end_block()
                place = newline + 1
            self._text(place, run.end)

    def _text(self, start: int, end: int) -> None:
        state = self.open[-1]
        if self.block is None:
            kept = state.kept or (self.broken and state.kind is None)
            self.block = _Block(state.kind, state.furniture, kept=kept, after_gap=kept and self.gap)
            if state.kind is BlockKind.CELL:
                self.block.row = self.rows
                table = self.tables[-1]
                self.block.column, self.block.width, self.block.table = table.column, table.width, table.number
        before = len(self.block.characters)
        self._add(self.block, start, end)
        self.block.linked += (len(self.block.characters) - before) if state.link else 0

    def _add(self, block: _Block, start: int, end: int) -> None:
        """Put a run's characters into a block, each stretch of white space as one space."""
        for part, place, is_entity in characters(self.source, start, end):
            if is_entity:
                block.add(" " if part in _BLANK else part, [place] * len(part))
                continue
            last = 0
            for space in _SPACE.finditer(part):
                block.add(part[last : space.start()], range(place + last, place + space.start()))
                block.add(" ", [place + space.start()])
                last = space.end()
            block.add(part[last:], range(place + last, place + len(part)))

    def _break(self) -> None:
        """A line's end: the lines around it may be those of a text that was wrapped; two part paragraphs."""
        before = self.block
        self._end_block()
        ended = before is not None and bool(before.characters)
        if before is not None and ended and before.hint_kind is None:
            before.after_gap = before.after_gap or not before.kept  # the first of its paragraph's lines
            before.kept = True
        self.gap, self.broken = not ended, True

    def _end_block(self) -> None:
        block, self.block = self.block, None
        if block is None:
            return
        while block.characters and block.characters[-1].isspace():
            block.characters.pop()
            block.offsets.pop()
        if block.characters:
            self.blocks.append(block)


def looks_like_page(text: str) -> bool:
    """Whether a text whose media type nobody gave is a web page's source."""
    head = text[:4096]
    return bool(_START.match(head)) or len(_TAGGED.findall(head)) >= 3


def read_page(source: str) -> Page:
    """The text of a page. Where class names and side columns would leave no prose, they are not believed."""
    builder = _Builder(source, strict=True)
    builder.walk()
    if _prose(builder.blocks, plain_only=True) < _prose(builder.blocks) / 2 or not _prose(builder.blocks):
        lenient = _Builder(source, strict=False)
        lenient.walk()
        if _prose(lenient.blocks, plain_only=True) > 2 * _prose(builder.blocks, plain_only=True):
            builder = lenient
    return _page(builder)


def _prose(blocks: list[_Block], plain_only: bool = False) -> int:
    long = (block for block in blocks if len(block.characters) >= PROSE and block.linked * 2 < len(block.characters))
    return sum(len(block.characters) for block in long if not (plain_only and block.furniture))


def _page(builder: _Builder) -> Page:
    builder.blocks = _with_rows(builder.blocks)
    blocks = _titled(builder)
    parts: list[str] = []
    offsets: list[int] = []
    spans: list[Span] = []
    for block in blocks:
        if parts:
            feeds = 2 if block.after_gap else 1
            parts.append("\n" * feeds)
            offsets += offsets[-1:] * feeds  # a line feed belongs to the character before it
        spans.append(Span(len(offsets), len(offsets) + len(block.characters)))
        parts.append(block.text)
        offsets += block.offsets
    hints = tuple(Hint(block.hint_kind, block.furniture, block.linked / len(block.characters)) for block in blocks)
    counted = ", ".join(f"{count} {what}{'s' if count > 1 else ''}" for what, count in builder.counted.items())
    meta = builder.meta
    return Page(
        text="".join(parts),
        offsets=tuple(offsets),
        spans=tuple(spans),
        hints=hints,
        laid_out=tuple(block.kept for block in blocks),
        title=meta.title(),
        author=meta.author(),
        address=meta.address(),
        dates=tuple(meta.dates()),
        language=meta.language,
        counted=counted or "no scripts, no frames",
    )


def _with_rows(blocks: list[_Block]) -> list[_Block]:
    """The blocks, where the rows of a table of numbers are one block each, cells parted by tabs."""
    found: list[_Block] = []
    for number, run in groupby(blocks, key=lambda block: block.table if block.hint_kind is BlockKind.CELL else 0):
        table = list(run)
        rows = [list(row) for _, row in groupby(table, key=lambda block: block.row)] if number else []
        if number and is_grid([[cell.text for cell in row] for row in rows]):
            found += [_joined_row(row) for row in rows]
        else:
            found += table
    return found


def _joined_row(row: list[_Block]) -> _Block:
    """A row's cells as one block; a column that it leaves empty, or that one of its cells takes too, leaves its tab."""
    whole = _Block(BlockKind.CELL, row[0].furniture, row=row[0].row)
    whole.offsets = row[0].offsets[:1] * row[0].column
    whole.characters = ["\t"] * row[0].column
    last: _Block | None = None
    for block in row:
        gap = max(1, block.column - last.column) if last else 0
        whole.characters += ["\t"] * gap + block.characters
        whole.offsets += whole.offsets[-1:] * gap + block.offsets
        whole.linked += block.linked
        last = block
    if last is not None and last.width > 1:
        whole.characters += ["\t"] * (last.width - 1)
        whole.offsets += whole.offsets[-1:] * (last.width - 1)
    return whole


def _titled(builder: _Builder) -> list[_Block]:
    """The blocks with one title: the h1 that the page's own title begins with, else its first, else its title tag."""
    stated = " ".join((builder.meta.title() or "").split()).lower()
    marked = [block for block in builder.blocks if block.hint_kind is BlockKind.TITLE and not block.furniture]
    same = [block for block in marked or builder.blocks if stated and _plain(block.text) == _plain(stated)]
    title = next(iter(same or [block for block in marked if len(block.text.split()) > 1]), None)
    for block in builder.blocks:
        if block.hint_kind is BlockKind.TITLE and block is not title:
            block.hint_kind = BlockKind.HEADING
    if title is not None:
        title.hint_kind = BlockKind.TITLE
        return builder.blocks
    length = len(without_site(builder.title.text).rstrip())
    if not builder.blocks or not length:
        return builder.blocks
    head = _Block(BlockKind.TITLE, "", builder.title.characters[:length], builder.title.offsets[:length])
    return [head, *builder.blocks]


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text.lower()).strip()
