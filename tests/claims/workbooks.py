"""Small workbooks for tests: the parts of .xlsx that a table needs, and nothing else."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from qatynas.read.tables import cell_name

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKED = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
KINDS = "application/vnd.openxmlformats-officedocument.spreadsheetml"
Rows = Sequence[Sequence[object]]


def workbook(sheets: Mapping[str, Rows]) -> bytes:
    """An .xlsx file of these sheets; None is an empty cell."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        names = list(enumerate(sheets, 1))
        packed.writestr("[Content_Types].xml", _types(len(sheets)))
        packed.writestr("_rels/.rels", _links([("rId1", "officeDocument", "xl/workbook.xml")]))
        packed.writestr(
            "xl/_rels/workbook.xml.rels",
            _links([(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n, _ in names]),
        )
        listed = "".join(f'<sheet name="{escape(name)}" sheetId="{n}" r:id="rId{n}"/>' for n, name in names)
        packed.writestr("xl/workbook.xml", f'<workbook {MAIN} xmlns:r="{LINKS}"><sheets>{listed}</sheets></workbook>')
        for n, name in names:
            packed.writestr(f"xl/worksheets/sheet{n}.xml", _sheet(sheets[name]))
    return made.getvalue()


def _types(count: int) -> str:
    parts = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{KINDS}.worksheet+xml"/>'
        for n in range(1, count + 1)
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{KINDS}.sheet.main+xml"/>{parts}</Types>'
    )


def _links(links: list[tuple[str, str, str]]) -> str:
    inside = "".join(f'<Relationship Id="{i}" Type="{LINKS}/{kind}" Target="{to}"/>' for i, kind, to in links)
    return f"<Relationships {PACKED}>{inside}</Relationships>"


def _sheet(rows: Rows) -> str:
    lines = []
    for row, cells in enumerate(rows):
        inside = "".join(_cell(row, column, value) for column, value in enumerate(cells) if value is not None)
        lines.append(f'<row r="{row + 1}">{inside}</row>')
    return f"<worksheet {MAIN}><sheetData>{''.join(lines)}</sheetData></worksheet>"


def _cell(row: int, column: int, value: object) -> str:
    name = cell_name(row, column)
    if isinstance(value, (int, float)):
        return f'<c r="{name}"><v>{value!r}</v></c>'
    return f'<c r="{name}" t="inlineStr"><is><t xml:space="preserve">{escape(str(value))}</t></is></c>'
