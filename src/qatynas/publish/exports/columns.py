"""Tables whose columns have a type, written as CSV, as JSON lines or as Parquet; one row at a time."""

from __future__ import annotations

import codecs
import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from qatynas.publish.exports.values import File

ROWS_AT_ONCE = 5_000  # rows of a Parquet file that are held in memory
BETWEEN = ";"  # between the parts of a list in a CSV cell

ACTIVE = tuple("=+-@＝＋－＠\t\r'")
"""What a spreadsheet may take for the start of a formula, and the mark by which text is kept from that."""


class Type(Enum):
    """What a column holds: text, an exact number (Decimal), a count, a calendar day (ISO) or a list of texts."""

    TEXT = "text"
    NUMBER = "number"
    COUNT = "count"
    DAY = "day"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Column:
    """A column's name and type; every cell may be empty (None)."""

    name: str
    type: Type = Type.TEXT


Row = Sequence[Any]
"""The cells of a row, in the order of its columns, of their types."""


def texts(*names: str) -> tuple[Column, ...]:
    """Columns of text."""
    return tuple(Column(name) for name in names)


def write_csv(
    columns: Sequence[Column], rows: Iterable[Row], file: File, *, mark: bool = True, guard: bool = True
) -> int:
    """RFC 4180 in UTF-8; how many rows were written. mark puts the byte-order mark by which spreadsheets know UTF-8.

    guard: a text that a spreadsheet would run as a formula gets an apostrophe before it, and so does one that begins
    with an apostrophe, so that taking one away gives every text back.
    """
    if mark:
        file.write(codecs.BOM_UTF8)
    kinds = [column.type for column in columns]
    cells = (
        ["" if cell is None else _cell(kind, cell, guard) for kind, cell in zip(kinds, row, strict=True)]
        for row in rows
    )
    with _text(file) as out:
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow([column.name for column in columns])
        return _counted(writer.writerow, cells)


def write_lines(rows: Iterable[dict[str, Any]], file: File) -> int:
    """One JSON object a line, in UTF-8; how many."""
    with _text(file) as out:
        return _counted(out.write, (json.dumps(row, ensure_ascii=False) + "\n" for row in rows))


def write_parquet(columns: Sequence[Column], rows: Iterable[Row], file: File) -> int:
    """Parquet with ROWS_AT_ONCE rows a group; how many rows. Numbers are 64-bit floats: exact to 15 digits."""
    import pyarrow
    import pyarrow.parquet

    types = {Type.TEXT: pyarrow.string(), Type.NUMBER: pyarrow.float64(), Type.COUNT: pyarrow.int64(),
             Type.DAY: pyarrow.date32(), Type.LIST: pyarrow.list_(pyarrow.string())}  # fmt: skip
    schema = pyarrow.schema([(column.name, types[column.type]) for column in columns])
    kinds = [column.type for column in columns]
    count = 0
    with pyarrow.parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        for some in _batches(rows):
            cells = [
                pyarrow.array(_values(kind, [row[place] for row in some]), schema.field(place).type)
                for place, kind in enumerate(kinds)
            ]
            writer.write_batch(pyarrow.record_batch(cells, schema=schema))
            count += len(some)
    return count


def harmless(text: str) -> str:
    """A text as a cell that no spreadsheet runs."""
    return "'" + text if text.startswith(ACTIVE) else text


def exact(number: Decimal | float | None) -> str:
    """A number with all its digits and no exponent, "" for none."""
    return "" if number is None else f"{Decimal(str(number)):f}"


class _text:
    """A binary file as one of text that is left open."""

    def __init__(self, file: File) -> None:
        self._out = io.TextIOWrapper(file, encoding="utf-8", errors="replace", newline="", write_through=False)

    def __enter__(self) -> io.TextIOWrapper:
        return self._out

    def __exit__(self, *problem: object) -> None:
        self._out.detach()  # flushes; the file stays its owner's


def _counted(write: Any, rows: Iterable[Any]) -> int:
    count = 0
    for row in rows:
        write(row)
        count += 1
    return count


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    some: list[Row] = []
    for row in rows:
        some.append(row)
        if len(some) == ROWS_AT_ONCE:
            yield some
            some = []
    if some:
        yield some


def _cell(kind: Type, cell: Any, guard: bool) -> str:
    """A cell of a CSV file that is not empty."""
    if kind is Type.NUMBER:
        return exact(cell)
    words = BETWEEN.join(cell) if kind is Type.LIST else str(cell)
    return harmless(words) if guard and kind in (Type.TEXT, Type.LIST) else words


def _values(kind: Type, cells: list[Any]) -> list[Any]:
    """The cells of a column of a Parquet file."""
    if kind is Type.TEXT:
        return [cell and cell.encode("utf-8", "replace").decode() for cell in cells]
    if kind is Type.NUMBER:
        return [None if cell is None else float(cell) for cell in cells]
    return cells
