"""Small tables inside a text: lines whose cells are parted by bars, tabs, wide spaces or semicolons.

A row is one block of kind CELL. `cells` parts it in whatever script it is in; the claims room asks it again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from qatynas.model.document import BlockKind
from qatynas.model.span import Span
from qatynas.read import words
from qatynas.read.lines import Line

LARGEST = 400  # rows; a longer one is a file of data, not a table in a text
_MARKS = (("bar", re.compile(r"[|│¦]")), ("tab", re.compile(r"\t")), ("semicolon", re.compile("[;؛]")),
          ("space", re.compile(r"[ \u00a0\u2007\u202f]{2,}")))  # fmt: skip
LOOSE = ("semicolon", "space")  # marks that prose may hold, too
_NUMBER = re.compile(
    r"[+\-−–▲▼]?\s?[$€]?\s?(?:\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+|\d+)(?:[.,٫]\d+)?"
    r"(?:\s?[%$€*¹²³]|\s?[^\W\d_]+[.³]?(?:\s[^\W\d_]+\.?){0,2})?[*¹²³]?"
)
_DATUM = re.compile(  # «2021 ж. – 612,4»: a line of a list whose unit stands above it; one with a unit is prose
    r"\W*((?:[^\W\d]+[.\s]\s?)?(?:19|20)\d\d(?:[/–-](?:19|20)?\d\d)?(?:[^\W\d]|[ .,–-]){0,30}?(?:\([^()]{2,20}\))?)"
    r"\s*[–—:-]\s*"
    r"(\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)\s*[;.,]?"
)
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,])")
_LONGEST_CELL = 90  # characters; longer ones are prose
_LONGEST_PERIOD = 45
_RULE = re.compile(r"[\s|│¦+:=─═┼-]+")
_NUMBERED = re.compile(r"\s*(?:\d{1,3}\s*[-–]?\s*кесте|кесте\s*(?:№\s*)?\d{1,3})\b")
_SHORT_UNIT = re.compile(rf"(?<![^\W\d_])(?:{'|'.join(words.SHORT_UNITS)})\.\s*\)?$")
EMPTY = ("", "-", "–", "—", "…", "...", "..", "х", "x", "н/д", "ж/қ", "м/ж", "n/a")


def mark_of(line: str) -> str:
    """What parts the cells of a line: bar, tab, semicolon, space or dash; "" where nothing does."""
    if _DATUM.fullmatch(line):
        return "dash"
    return next((name for name, pattern in _MARKS if pattern.search(line)), "")


def cells(line: str) -> list[Span]:
    """The cells of a row within line, without the spaces around them; one or none where nothing parts it.

    Bars at the ends of a line frame it; an empty cell between two marks is an empty span.
    """
    if datum := _DATUM.fullmatch(line):
        return [Span(*datum.span(1)), Span(*datum.span(2))]
    mark = mark_of(line)
    pattern = dict(_MARKS).get(mark)
    if pattern is None:
        return [_bare(line, 0, len(line))] if line.strip() else []
    found, start = [], 0
    for place in pattern.finditer(line):
        found.append((start, place.start()))
        start = place.end()
    found.append((start, len(line)))
    if mark == "bar":
        found = found[1:] if not line[slice(*found[0])].strip() else found
        found = found[:-1] if found and not line[slice(*found[-1])].strip() else found
    return [_bare(line, *ends) for ends in found]


def _bare(line: str, start: int, end: int) -> Span:
    while start < end and line[start].isspace():
        start += 1
    while end > start and line[end - 1].isspace():
        end -= 1
    return Span(start, end)


def is_empty(cell: str) -> bool:
    """Whether a cell says that there is no number: «…», «–»."""
    return cell.strip().lower() in EMPTY


def is_number(cell: str) -> bool:
    """Whether a cell holds one number, with its sign, unit and footnote's mark at most: «2 890,4», «+12 %»."""
    return _NUMBER.fullmatch(cell.strip()) is not None


def is_period(cell: str) -> bool:
    """Whether a cell may be a head that names a year."""
    return len(cell) <= _LONGEST_PERIOD and _YEAR.search(cell) is not None


def is_rule(line: str) -> bool:
    """«|---|---:|»: the line between a head and its rows."""
    return _RULE.fullmatch(line) is not None and any(sign in line for sign in "-=─═")


def is_row(row: Sequence[str]) -> bool:
    """Whether a row has a label and numbers in most of its other cells."""
    told = [is_number(cell) for cell in row[1:]]
    spare = sum(is_empty(cell) for cell in row[1:])
    return len(row) > 1 and any(told) and 2 * (sum(told) + spare) >= len(told) and any(map(str.isalnum, row[0]))


def is_head(row: Sequence[str]) -> bool:
    """Whether a row names years or periods, one a column."""
    return sum(map(is_period, row)) >= 2


def is_grid(rows: Sequence[Sequence[str]], *, loose: bool = False) -> bool:
    """Whether rows of cells are a table: numbers in most cells of two rows, or of one under a head of periods.

    loose asks for more, where the cells are parted by what prose holds too.
    """
    if not 2 <= len(rows) <= LARGEST or any(len(cell) > _LONGEST_CELL for row in rows for cell in row):
        return False
    headed = is_head(rows[0])
    told = [row for row in rows[headed:] if is_row(row)]
    if loose and not headed:
        told = [row for row in told if sum(map(is_number, row[1:])) >= 2]
    return len(told) >= (1 if headed else 2) and 2 * len(told) >= len(rows) - headed


def mark_grids(lines: Sequence[Line]) -> None:
    """Settle the rows of tables as cells, those of exchange rates as furniture, and the captions above them."""
    for group in _groups(lines):
        rows = [_row(line) for line in group if not is_rule(line.key)]
        if not is_grid(rows, loose=mark_of(group[0].key) in LOOSE):
            continue
        above = lines[group[0].index - 1] if group[0].index else None
        if _of_rates(rows, above):
            for line in group:
                line.take(BlockKind.FURNITURE, "rates and weather")
            continue
        for line in group:
            line.take(BlockKind.CELL, "a table's row")
        if above is not None and _is_caption(above):
            above.take(BlockKind.HEADING, "a table's caption")


def _row(line: Line) -> list[str]:
    return [span.of(line.key) for span in cells(line.key)]


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Neighbouring lines that one mark parts."""
    group: list[Line] = []
    for mark, run in groupby(lines, key=lambda line: "" if line.kind or line.hint.furniture else _mark(line)):
        for line in run if mark else ():
            if group and line.after_gap:
                yield group
                group = []
            group.append(line)
        if group:
            yield group
        group = []


def _mark(line: Line) -> str:
    return "bar" if is_rule(line.key) else mark_of(line.key)


def _of_rates(rows: Sequence[Sequence[str]], above: Line | None) -> bool:
    """Whether money, or the weather, is what the rows tell of."""
    named = sum(row[0].startswith(words.CURRENCIES) for row in rows if row)
    headed = " ".join([*(rows[0] if rows else ()), above.key if above and not above.is_prose else ""])
    return 2 * named >= len(rows) or any(word in headed for word in words.RATE_HEADS)


def _is_caption(line: Line) -> bool:
    ends = line.ends_sentence and not _NUMBERED.match(line.key) and not _SHORT_UNIT.search(line.key)
    return line.index > 0 and line.kind is None and line.word_count > 1 and not ends and not line.date
