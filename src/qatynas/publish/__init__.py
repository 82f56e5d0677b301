"""The dossier as a page, its sections as tables, and a document's claims as lines."""

from qatynas.publish.listing import brief, explanation, extraction_table, reading_rows
from qatynas.publish.page import dossier
from qatynas.publish.sections import SECTIONS
from qatynas.publish.tables import Row, Table, as_json, print_tables, tables

__all__ = [
    "SECTIONS",
    "Row",
    "Table",
    "as_json",
    "brief",
    "dossier",
    "explanation",
    "extraction_table",
    "print_tables",
    "reading_rows",
    "tables",
]
