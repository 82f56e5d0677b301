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

NUMERIC = ("value", "turnover", "flow_a", "flow_b", "count", "claims")
"""Columns of numbers, set to the right."""


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
    """Prints tables under their sections' headings, then the documents by the numbers that rows name them with.

    A section with nothing in it says what it would hold.
    """
    if console is None:
        console = Console(highlight=False)
        with console.capture() as said:
            print_tables(found, console)
        print(said.get(), end="")  # not by rich, which calls a closed pipe an error
        return
    by_section: dict[str, list[Table]] = {}
    for table in found:
        by_section.setdefault(table.section, []).append(table)
    numbers: dict[str, int] = {}
    for key, group in by_section.items():
        console.print(f"\n[bold]{label(f'sections/{key}', 'title')}[/bold]")
        if not any(table.rows for table in group):
            console.print(label("page", "empty") + " " + label(f"sections/{key}", "empty"), markup=False)
        for table in group:
            if table.rows:
                _print(table, console, numbers)
    if numbers:
        console.print(f"\n[bold]{label('columns', 'sources')}[/bold]")
        for path, number in numbers.items():
            console.print(f"{number:>4}  {path}", markup=False, soft_wrap=True)


def _print(table: Table, console: Console, numbers: dict[str, int]) -> None:
    drawn = RichTable(title=_plain(table.title), title_justify="left", title_style="italic", box=None, pad_edge=False)
    for key, heading in zip(table.keys, table.headings, strict=True):
        drawn.add_column(heading, justify="right" if key in NUMERIC else "left", overflow="fold")
    with_sources = any(row.documents for row in table.rows)
    if with_sources:
        drawn.add_column(label("columns", "sources"), justify="right")
    for row in table.rows:
        named = ", ".join(str(numbers.setdefault(path, len(numbers) + 1)) for path in row.documents)
        drawn.add_row(*(_plain(cell) for cell in row.cells), *([named] if with_sources else []))
    console.print(drawn)


def _plain(cell: str) -> str:
    """Square brackets are rich's markup."""
    return cell.replace("[", r"\[")


def _table(relationship: Relationship, key: str, group: Group) -> Table:
    marked = any(_mark(group, line) for line in group.lines)
    columns = (*group.columns, *(["mark"] if marked else []))
    return Table(
        section=key,
        title=group.title,
        keys=columns,
        headings=tuple(label("columns", "status") if column == "mark" else group.heading(column) for column in columns),
        rows=tuple(_row(relationship, group, line, marked) for line in group.lines),
    )


def _row(relationship: Relationship, group: Group, line: Line, marked: bool) -> Row:
    documents = dict.fromkeys(relationship.sources[report.source].document.path for report in line.reports)
    cells = [line.text(column) for column in group.columns]
    if line.children and "detail" in group.columns:
        place = group.columns.index("detail")
        cells[place] = "; ".join([part for part in (cells[place], *_children(line, " ".join(cells).lower())) if part])
    if marked:
        cells.append(_mark(group, line))
    return Row(tuple(cells), line.reports, tuple(documents))


def _mark(group: Group, line: Line) -> str:
    """The line's mark in words, "" where its cells say the same."""
    words = label("marks", line.mark) if line.mark else ""
    return "" if words in (line.text(column) for column in group.columns) else words


def _children(line: Line, said: str) -> Iterator[str]:
    """What the lines below say beyond the line itself."""
    for child in line.children:
        parts = [words for column in ("date", "name", "status", "value") if (words := child.text(column))]
        if not all(words.lower() in said for words in parts):
            yield " ".join(parts)


def _report(report: Report) -> dict[str, Any]:
    claim = report.claim
    return {"document": claim.document, "start": claim.span.start, "end": claim.span.end, "quote": claim.quote}
