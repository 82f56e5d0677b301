"""Tables to documents: a workbook (.xls, .xlsx) or a CSV written out as text, with the place of every cell in it.

A table's document has a line for every row, its cells parted by tabs, under the sheet's name; so a cell's claim quotes
the document as any other does, and a locator names the cell in the workbook.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
import zipfile
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from qatynas.model.document import Block, BlockKind, DateCandidate, DateSource, Document
from qatynas.model.errors import InputError
from qatynas.model.span import Span
from qatynas.read.canonical import script_of
from qatynas.read.decoding import Undecodable, decode

LARGEST = 32 * 1024 * 1024  # bytes
MOST_CELLS = 2_000_000
OLD_WORKBOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the head of all OLE files, .doc among them
ZIPPED = b"PK\x03\x04"
_EXCEL = ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/vnd.ms-excel")
_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of cells as text, each row from column A on; name is None where the file is one table.

    starts holds for every row its offset in the document's text.
    """

    name: str | None
    rows: tuple[tuple[str, ...], ...]
    starts: tuple[int, ...]

    def span(self, row: int, column: int) -> Span:
        """Where a cell stands in the document's text; row and column count from 0."""
        cells = self.rows[row]
        start = self.starts[row] + sum(map(len, cells[:column])) + column
        return Span(start, start + len(cells[column]))


@dataclass(frozen=True, slots=True)
class Tables:
    """A file of tables, with the document that it is written out as."""

    document: Document
    sheets: tuple[Sheet, ...]


def cell_name(row: int, column: int) -> str:
    """A cell as spreadsheets call it; row and column count from 0: (11, 3) is D12."""
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"


def looks_like_table(data: bytes, path: str) -> bool:
    """Whether these bytes are a workbook or a CSV rather than an article."""
    if data.startswith(ZIPPED):
        return _is_new_workbook(data)
    if data.startswith(OLD_WORKBOOK):
        return b"B\0o\0o\0k\0" in data or b"W\0o\0r\0k\0b\0o\0o\0k" in data  # the stream's name, UTF-16
    return path.lower().endswith((".csv", ".tsv"))


def table_path(path: Path, *, published: str | None = None) -> Tables | None:
    """The tables in a file; None where it is none, or cannot be read at all (read_path says why)."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError):
        return None
    return read_tables(data, str(path), published=published) if looks_like_table(data, str(path)) else None


def read_tables(data: bytes, path: str, *, published: str | None = None) -> Tables:
    """The tables in data. published is their date where the user gives one (EDTF). Raises InputError."""
    if len(data) > LARGEST:
        raise InputError(path, f"too large a table (at most {LARGEST >> 20} MB are read); split it")
    if data.startswith((ZIPPED, OLD_WORKBOOK)):
        media_type = _EXCEL[0] if data.startswith(ZIPPED) else _EXCEL[1]
        return _tables(data, path, _workbook(data, path), media_type, "utf-8", published)
    try:
        decoded = decode(data)
    except Undecodable as error:
        raise InputError(path, f"cannot be decoded: {error}") from None
    return _tables(data, path, [(None, _csv(decoded.text, path))], "text/csv", decoded.encoding, published)


def _is_new_workbook(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return any(name.startswith("xl/workbook") for name in packed.namelist())
    except (zipfile.BadZipFile, ValueError, OSError):
        return False


def _workbook(data: bytes, path: str) -> list[tuple[str | None, list[list[str]]]]:
    from python_calamine import CalamineError, CalamineWorkbook

    found: list[tuple[str | None, list[list[str]]]] = []
    cells = 0
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for meta in book.sheets_metadata:
            sheet = book.get_sheet_by_name(meta.name)
            cells += sheet.total_height * sheet.total_width
            if cells > MOST_CELLS:
                raise InputError(path, f"sheet {meta.name}: more than {MOST_CELLS} cells; keep the table's own sheet")
            rows = sheet.to_python(skip_empty_area=False)
            found.append((meta.name, [[_text(value) for value in row] for row in rows]))
    except (CalamineError, OSError, ValueError, KeyError) as error:
        what = _BLANK.sub(" ", str(error)) or type(error).__name__
        raise InputError(path, f"no workbook that can be read ({what}); save it as .xlsx or .csv") from None
    return found


def _text(value: object) -> str:
    """A cell as text; numbers with the 15 digits that spreadsheets keep, so that 0.1 + 0.2 reads 0.3."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        written = f"{value:.15g}"
        return f"{float(written):f}".rstrip("0").rstrip(".") if "e" in written and abs(value) > 1 else written
    if isinstance(value, (date, datetime, time, timedelta)):
        return value.isoformat() if not isinstance(value, timedelta) else str(value)
    return _BLANK.sub(" ", str(value)).strip()


def _csv(text: str, path: str) -> list[list[str]]:
    first = text.lstrip("\r\n").split("\n", 1)[0]
    mark = max(("\t", ";", ","), key=first.count)
    try:
        return [[_text(cell) for cell in row] for row in csv.reader(io.StringIO(text), delimiter=mark)]
    except csv.Error as error:
        raise InputError(path, f"no CSV that can be read ({error}); save it anew as CSV with commas") from None


def _tables(
    data: bytes,
    path: str,
    found: list[tuple[str | None, list[list[str]]]],
    media_type: str,
    encoding: str,
    published: str | None,
) -> Tables:
    parts: list[str] = []
    blocks: list[Block] = []
    sheets: list[Sheet] = []
    place = 0
    for name, rows in found:
        if not any(any(row) for row in rows):
            continue
        if name:
            blocks.append(Block(BlockKind.HEADING, Span(place, place + len(name))))
            parts.append(name)
            place += len(name) + 1
        starts = []
        for row in rows:
            line = "\t".join(row)
            starts.append(place)
            if line.strip():
                blocks.append(Block(BlockKind.CELL, Span(place, place + len(line))))
            parts.append(line)
            place += len(line) + 1
        sheets.append(Sheet(name, tuple(map(tuple, rows)), tuple(starts)))
    if not sheets:
        raise InputError(path, "no cell with anything in it; give a table")
    text = "\n".join(parts) + "\n"
    title = next((cell for sheet in sheets for row in sheet.rows for cell in row if cell), None)
    document = Document(
        path=path,
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=media_type,
        encoding=encoding,
        script=script_of(text),
        language="und",
        title=title,
        blocks=tuple(blocks),
        dates=(DateCandidate(DateSource.GIVEN, published),) if published else (),
    )
    return Tables(document, tuple(sheets))
