"""Small tables inside a text, as the claims room sees them: rows of cells under heads, with what stands above."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby

import msgspec

from qatynas.claims.once import per_reading
from qatynas.data import load
from qatynas.language.mentions import Reading, Sentence
from qatynas.model import HEADLINES, BlockKind, Span
from qatynas.read import grids as rows_of

_ITEMS = 2  # from so many on they are a list
_YEAR_TOLD = r"(?:[^\W\d]+\s)?(?:19|20)\d\d(?:[/–-](?:19|20)?\d\d)?(?:[^\W\d]|[ .–-]){0,24}?(?:\([^()]{2,20}\))?"
_BARE = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_ITEM = re.compile(rf"({_YEAR_TOLD})\s*[–—:-]\s*({_BARE})(?=[;.,]?\s|[;.,]?$)")
_LIST = re.compile(rf"(\D{{3,160}}?)\s*[:–—]\s*{_ITEM.pattern}(?:[;,]\s*{_ITEM.pattern})+[.;]?$")
_LONGEST_ABOVE = 200  # characters of a caption
_LINES_ABOVE = 2  # of a caption: «2-кесте», «(млн доллар)»


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """data/text_tables.toml."""

    growth: tuple[str, ...]
    share: tuple[str, ...]
    index: tuple[str, ...]
    target: tuple[str, ...]
    forecast: tuple[str, ...]
    potential: tuple[str, ...]
    total: tuple[str, ...]
    numbering: tuple[str, ...]
    unit_head: tuple[str, ...]
    shared: tuple[str, ...]
    source: tuple[str, ...]
    table: tuple[str, ...]


@cache
def words() -> Words:
    """The words, validated."""
    return load("text_tables", Words)


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the place of its first sentence, its canonical span, the spans and words of its cells."""

    index: int
    span: Span
    cells: tuple[Span, ...]
    told: tuple[str, ...]

    @property
    def quoted(self) -> Span:
        """From the row's label to its last number, without the frame and the empty cells around them."""
        full = [cell for cell, told in zip(self.cells, self.told, strict=True) if not rows_of.is_empty(told)]
        return full[0].join(full[-1]) if full else self.span

    def cell(self, column: int) -> str:
        return self.told[column] if 0 <= column < len(self.told) else ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows of heads, rows of numbers; above are the sentences of its caption, first the place of its first.

    A list in a sentence has its label for a caption, and an item for a row.

    labels are the columns that name a row, before the numbers or a unit among them; width is the number of columns.
    """

    first: int
    above: tuple[Sentence, ...]
    heads: tuple[Row, ...]
    body: tuple[Row, ...]
    labels: frozenset[int] = field(default_factory=frozenset)
    width: int = 0
    lead: str = ""  # the label of a list

    @property
    def caption(self) -> str:
        return self.lead or " ".join(sentence.text for sentence in self.above)

    def head(self, column: int) -> str:
        """What stands at the head of a column, in all rows; an upper head stands over the empty cells after it."""
        told = [row.cell(column - self._shift(row)) for row in self.heads]
        for place, row in enumerate(self.heads[:-1]):
            over = [cell for cell in row.told[: max(0, column - self._shift(row) + 1)] if cell]
            told[place] = told[place] or (over[-1] if over and column not in self.labels else "")
        return " ".join(filter(None, told))

    def _shift(self, row: Row) -> int:
        """By how many cells a row of heads begins after its rows, where its first cell is left out."""
        return 1 if len(row.cells) == self.width - 1 else 0

    @property
    def crooked(self) -> bool:
        """Whether several rows of heads do not all stand over the columns: which is over which cannot be told."""
        return len(self.heads) > 1 and any(not 0 <= self.width - len(row.cells) <= 1 for row in self.heads)

    def label(self, row: Row) -> str:
        """What names a row, without its number and its unit."""
        named = [place for place in sorted(self.labels) if not _heads(self.head(place), words().unit_head)]
        told = [row.cell(place) or (self._above(row, place) if len(named) > 1 else "") for place in named]
        return " ".join(cell for cell in told if any(map(str.isalpha, cell)) or rows_of.is_period(cell))

    def _above(self, row: Row, place: int) -> str:
        """«Экспорт | барлығы», « | оның ішінде ұн»: one of several labels, told once for the rows under it."""
        before = self.body[: self.body.index(row)]
        return next((other.cell(place) for other in reversed(before) if other.cell(place)), "")

    def unit(self, row: Row) -> str:
        """The cell of a row that stands under «өлшем бірлігі»."""
        return next((row.cell(place) for place in self.labels if _heads(self.head(place), words().unit_head)), "")


def begins(told: str, listed: Sequence[str]) -> bool:
    """Whether a word of told begins with one of those listed."""
    small = " " + " ".join(told.lower().replace("(", " ").replace(",", " ").split())
    return any(f" {word}" in small for word in listed)


def _heads(told: str, listed: Sequence[str]) -> bool:
    return told.lower().startswith(tuple(listed))


@per_reading
def grids(reading: Reading) -> tuple[Grid, ...]:
    """The tables of a text, in order."""
    return tuple(_grids(reading))


def _grids(reading: Reading) -> Iterator[Grid]:
    numbered = list(enumerate(reading.sentences))
    for index, sentence in numbered:
        if sentence.block not in HEADLINES and len(sentence.dates) >= _ITEMS and (found := _LIST.match(sentence.text)):
            yield _listed(index, sentence, found)
    for told, run in groupby(numbered, key=lambda item: item[1].block is BlockKind.CELL):
        if not told:
            continue
        rows = [_row(reading, list(row)) for _, row in groupby(run, key=lambda item: item[1].paragraph)]
        rows = [row for row in rows if any(map(str.isalnum, row.span.of(reading.text)))]
        for table in _parted(rows):
            if rows_of.is_grid([row.told for row in table]):
                yield _grid(reading, table)


def _parted(rows: list[Row]) -> Iterator[list[Row]]:
    """Tables that stand right under one another: heads after rows of numbers begin another one."""
    start, numbered = 0, False
    for place, row in enumerate(rows):
        if numbered and _heads_again(row.told):
            yield rows[start:place]
            start, numbered = place, False
        numbered = numbered or not _is_head(row.told, first=place == start)
    yield rows[start:]


def _heads_again(told: Sequence[str]) -> bool:
    full = [cell for cell in told if not rows_of.is_empty(cell)]
    return len(full) > 1 and not any(rows_of.is_number(cell) and not rows_of.is_period(cell) for cell in full)


def _listed(index: int, sentence: Sentence, found: re.Match[str]) -> Grid:
    """«Тауар айналымы, млн доллар: 2021 ж. – 1 012,4; 2022 ж. – 1 190,8»: a row for each item."""
    rows = []
    for item in _ITEM.finditer(sentence.text, found.end(1)):
        spans = [Span(*item.span(place)) for place in (1, 2)]
        cells = tuple(Span(sentence.span.start + s.start, sentence.span.start + s.end) for s in spans)
        rows.append(Row(index, cells[0].join(cells[1]), cells, (item[1], item[2])))
    return Grid(index, (sentence,), (), tuple(rows), frozenset({0}), _ITEMS, lead=found[1])


def _row(reading: Reading, sentences: list[tuple[int, Sentence]]) -> Row:
    start, end = sentences[0][1].span.start, sentences[-1][1].span.end
    while start and reading.text[start - 1] == "\t":  # empty cells before and after the words
        start -= 1
    while reading.text[end : end + 1] == "\t":
        end += 1
    line = reading.text[start:end]
    cells = tuple(Span(start + cell.start, start + cell.end) for cell in rows_of.cells(line))
    return Row(sentences[0][0], Span(start, end), cells, tuple(cell.of(reading.text) for cell in cells))


def _grid(reading: Reading, rows: list[Row]) -> Grid:
    heads = 0
    while heads < len(rows) - 1 and _is_head(rows[heads].told, first=heads == 0):
        heads += 1
    body = rows[heads:]
    widest = max(len(row.cells) for row in body)
    first = rows[0].index
    grid = Grid(first, _above(reading, first), tuple(rows[:heads]), tuple(body), width=widest)
    labels = {place for place in range(widest) if _is_label(grid, place)}
    return Grid(first, grid.above, grid.heads, grid.body, frozenset(labels or {0}), widest)


def _is_head(told: Sequence[str], *, first: bool) -> bool:
    """Years that rise, or words alone."""
    periods = [cell for cell in told if rows_of.is_period(cell)]
    if first and len(periods) >= 2 and 2 * len(periods) >= len(told) - 1:
        return True
    return not any(rows_of.is_number(cell) and not rows_of.is_period(cell) for cell in told[1:]) and len(told) > 1


def _is_label(grid: Grid, place: int) -> bool:
    if _heads(grid.head(place), (*words().numbering, *words().unit_head)) and grid.head(place):
        return True
    told = [row.cell(place) for row in grid.body if row.cell(place)]
    numbers = sum(rows_of.is_number(cell) and not (place == 0 and rows_of.is_period(cell)) for cell in told)
    if place == 0 and 2 * numbers <= len(told):
        return True
    return bool(told) and not numbers and not all(map(rows_of.is_empty, told))


def _above(reading: Reading, first: int) -> tuple[Sentence, ...]:
    """The headings above a table, or the last sentence above it where it leads it in."""
    found: list[Sentence] = []
    paragraphs: set[int] = set()
    for sentence in reversed(reading.sentences[:first]):
        heading = sentence.block in (BlockKind.HEADING, BlockKind.TITLE)
        opens = len(sentence.text) <= _LONGEST_ABOVE and _leads_in(sentence.text.rstrip())
        paragraphs.add(sentence.paragraph)
        if len(paragraphs) > _LINES_ABOVE or not (heading or (opens and not found)) or sentence.block is BlockKind.CELL:
            break
        found.insert(0, sentence)
        if not heading:
            break
    return tuple(found)


def _leads_in(text: str) -> bool:
    """«… мынадай:», «… (млн доллар)», «Төмендегі кестеде …»."""
    return not text.endswith((".", "!", "?", "…")) or begins(text, words().table)
