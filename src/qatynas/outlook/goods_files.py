"""Rows of tables of goods out of files: CSV of any length, text with tabs, workbooks, web pages that are named .xls."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from qatynas.model.errors import InputError
from qatynas.read.tables import table_path

LINE = 6  # digits of a line of the Harmonised System: coarser rows are sums of them
THOUSAND = 1000.0
LARGEST_PAGE = 100 << 20  # bytes of a web page that is read as a table
WIDEST = 400  # columns that one cell of a web page may span

Cells = tuple[int, Sequence[str]]


@dataclass(frozen=True, slots=True)
class GoodsRow:
    """One number in USD: sort is the field of Goods that it belongs to, key what must not come twice, edition that of
    the Harmonised System where the row names it."""

    number: int
    sort: str
    year: int
    code: str
    label: str
    value: float
    key: str
    edition: str = ""


def cells_of(file: Path, expected: str) -> Iterator[Cells]:
    """Rows with their numbers: of a CSV one by one, of workbooks and web pages as a whole. Raises InputError."""
    with file.open("rb") as opened:
        start = opened.read(2048)
    if start.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        tables = table_path(file)
        if tables is None:
            raise InputError(str(file), f"no table in it; unpack an archive first; {expected}")
        yield from enumerate(tables.sheets[0].rows, 1)
        return
    if re.match(rb"\s*(?:\xef\xbb\xbf)?\s*<", start):
        yield from enumerate(_page(file), 1)
        return
    with file.open(encoding="utf-8-sig", errors="replace", newline="") as text:
        mark = _mark(text.read(8192).splitlines())
        text.seek(0)
        yield from enumerate(csv.reader(_without_nul(text), delimiter=mark), 1)


def _mark(lines: Sequence[str]) -> str:
    """What stands between cells: tabs wherever there are any, as words hold commas; else what the fullest line has."""
    counts = {mark: max((line.count(mark) for line in lines), default=0) for mark in ("\t", ";", ",")}
    return "\t" if counts["\t"] > 1 else max((";", ","), key=lambda mark: counts[mark])


def _without_nul(lines: io.TextIOBase | Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield line.replace("\0", "")


def _page(file: Path) -> list[list[str]]:
    """The rows of all tables of a web page in order, cells that span several repeated as blanks."""
    data = file.read_bytes()
    if len(data) > LARGEST_PAGE:
        raise InputError(str(file), f"larger than {LARGEST_PAGE >> 20} MB; save it as text or CSV")
    parser = _Rows()
    parser.feed(data.decode("utf-8-sig", "replace"))
    parser.close()
    return parser.rows


class _Rows(HTMLParser):
    """Table rows of a page; a cell that goes over several rows or columns leaves blanks in the rest of them."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._row: list[str] | None = None
        self._cell: list[str] | None = None
        self._spans = (1, 1)
        self._below: dict[int, int] = {}  # column → rows that a cell above still fills

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self._end_row()
            self._row = []
        elif tag in ("td", "th"):
            self._end_cell()
            known = dict(attrs)
            self._spans = _span(known.get("colspan")), _span(known.get("rowspan"))
            self._cell = []
        elif tag == "br" and self._cell is not None:
            self._cell.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self._end_cell()
        elif tag in ("tr", "table"):
            self._end_row()

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)

    def close(self) -> None:
        super().close()
        self._end_row()

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        words, self._cell = " ".join("".join(self._cell).split()), None
        if self._row is None:
            self._row = []
        self._fill()
        wide, high = self._spans
        for place in range(wide):
            if high > 1:
                self._below[len(self._row)] = high - 1
            self._row.append(words if place == 0 else "")

    def _fill(self) -> None:
        """Blanks where a cell of a row above reaches down."""
        assert self._row is not None
        while self._below.get(len(self._row), 0):
            self._below[len(self._row)] -= 1
            self._row.append("")

    def _end_row(self) -> None:
        self._end_cell()
        if self._row:
            self._fill()
            self.rows.append(self._row)
        self._row = None


def _span(said: str | None) -> int:
    return min(max(int(said), 1), WIDEST) if said and said.isdigit() else 1


def number_of(path: str, row: int, name: str, cell: str) -> float:
    """A value of trade, 0 or more. Raises InputError that names file, row and remedy."""
    bare = re.sub(r"[\s\u00a0\u202f,]", "", cell)
    try:
        value = float(bare)
    except ValueError:
        raise InputError(path, f"row {row}, {name}: {cell!r} is no number; put it in: nothing is filled in") from None
    if not value >= 0:
        raise InputError(path, f"row {row}, {name}: {cell} is no value of trade; values are 0 or more")
    return value
