"""The sections as tables for the terminal and as JSON: the same lines as on the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from rich.console import Console
from rich.table import Table as RichTable

from qatynas.publish.labels import label
from qatynas.publish.parts import Group, Line
from qatynas.publish.sections import SECTIONS, section
from qatynas.relations import Relationship, Report


@dataclass(frozen=True, slots=True)
class Row:
    """Cells in the order of the table's columns, with the reports they rest on."""

    cells: tuple[str, ...]
    reports: tuple[Report, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One group of a section. keys are the columns' names in JSON, headings those for a reader."""

    section: str
    title: str
    keys: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[Row, ...]

    def as_json(self) -> dict[str, Any]:
        """Rows as objects by column, each with its reports as document, start, end and quote."""
        return {
            "section": self.section,
            "title": self.title,
            "rows": [
                dict(zip(self.keys, row.cells, strict=True)) | {"reports": [_report(report) for report in row.reports]}
                for row in self.rows
            ],
        }


def tables(relationship: Relationship, name: str) -> list[Table]:
    """The tables of a section, or of all of them for «all»; groups without a line are left out.

    Raises KeyError for a name that is neither «all» nor in SECTIONS.
    """
    return [
        _table(relationship, key, group)
        for key in (SECTIONS if name == "all" else (name,))
        for group in section(relationship, key).groups
        if group.lines or name != "all"
    ]


def as_json(relationship: Relationship, name: str) -> list[dict[str, Any]]:
    """The same as JSON types."""
    return [table.as_json() for table in tables(relationship, name)]


def print_tables(found: Iterable[Table], console: Console | None = None) -> None:
    """Prints tables, a heading above each section; a section with nothing in it says what it would hold."""
    console = console or Console(highlight=False)
    heading = ""
    by_section: dict[str, list[Table]] = {}
    for table in found:
        by_section.setdefault(table.section, []).append(table)
    for key, group in by_section.items():
        heading = label(f"sections/{key}", "title")
        console.print(f"\n[bold]{heading}[/bold]")
        if not any(table.rows for table in group):
            console.print(label("page", "empty") + " " + label(f"sections/{key}", "empty"), markup=False)
        for table in group:
            if table.rows:
                _print(table, console)


def _print(table: Table, console: Console) -> None:
    drawn = RichTable(title=table.title, title_justify="left", title_style="italic", box=None, pad_edge=False)
    for key, heading in zip(table.keys, table.headings, strict=True):
        numeric = key in ("value", "turnover", "flow_a", "flow_b", "count", "claims")
        drawn.add_column(heading, justify="right" if numeric else "left", overflow="fold")
    for row in table.rows:
        drawn.add_row(*(_plain(cell) for cell in row.cells))
    console.print(drawn)


def _plain(cell: str) -> str:
    """Square brackets are rich's markup."""
    return cell.replace("[", r"\[")


def _table(relationship: Relationship, key: str, group: Group) -> Table:
    columns = (*group.columns, "mark", "sources")
    headings = (
        *(group.heading(column) for column in group.columns),
        label("columns", "status"),
        label("columns", "sources"),
    )
    rows = tuple(_row(relationship, group, line) for line in group.lines)
    kept = [
        place for place in range(len(columns)) if place < len(group.columns) or any(row.cells[place] for row in rows)
    ]
    return Table(
        section=key,
        title=group.title,
        keys=tuple(columns[place] for place in kept),
        headings=tuple(headings[place] for place in kept),
        rows=tuple(Row(tuple(row.cells[place] for place in kept), row.reports, row.documents) for row in rows),
    )


def _row(relationship: Relationship, group: Group, line: Line) -> Row:
    documents = tuple(dict.fromkeys(relationship.sources[report.source].document.path for report in line.reports))
    sources = ", ".join(_short(path) for path in documents)
    cells = [line.text(column) for column in group.columns]
    if line.children and "detail" in group.columns:
        place = group.columns.index("detail")
        cells[place] = "; ".join([part for part in (cells[place], *_children(line)) if part])
    return Row((*cells, label("marks", line.mark) if line.mark else "", sources), line.reports, documents)


def _children(line: Line) -> Iterator[str]:
    for child in line.children:
        yield " ".join(
            part for part in (child.text("date"), child.text("name"), child.text("status"), child.text("value")) if part
        )


def _short(path: str) -> str:
    return path.rsplit("/", 1)[-1]


def _report(report: Report) -> dict[str, Any]:
    claim = report.claim
    return {"document": claim.document, "start": claim.span.start, "end": claim.span.end, "quote": claim.quote}
