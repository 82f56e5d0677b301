"""Series as tables: a row for each number that is told of a cell, with the claims that tell it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qatynas.model.claim import Figure
from qatynas.publish.exports.columns import Column, Row, Type, texts, write_csv, write_lines, write_parquet
from qatynas.publish.exports.values import File, Material, Written
from qatynas.relations import Fact, Point, Relationship, length
from qatynas.relations.dates import bounds
from qatynas.relations.rows import short_id

COLUMNS = (
    *texts("fact", "indicator", "measure", "from", "to", "subject", "product", "area", "rate", "of", "ranked",
           "ranked_in", "what", "reporter", "edition", "period", "base_period", "sort"),
    Column("first_day", Type.DAY), Column("last_day", Type.DAY), *texts("status"),
    Column("value", Type.NUMBER), Column("unit"), Column("low", Type.NUMBER), Column("high", Type.NUMBER),
    Column("qualifier"), Column("texts", Type.COUNT), Column("claims", Type.LIST), Column("documents", Type.LIST),
)  # fmt: skip


def write_as_csv(material: Material, file: File) -> Written:
    """All series for a spreadsheet."""
    return Written(write_csv(COLUMNS, _rows(material.relationship), file), "numbers of series")


def write_as_lines(material: Material, file: File) -> Written:
    """All series, a JSON object a number; the numbers themselves as JSON numbers."""
    return Written(write_lines(_objects(material.relationship), file), "numbers of series")


def write_as_parquet(material: Material, file: File) -> Written:
    """All series for analysis."""
    return Written(write_parquet(COLUMNS, _rows(material.relationship), file), "numbers of series")


def numbers(relationship: Relationship) -> Iterator[tuple[Point, Fact[Figure]]]:
    """Every number of every series, in their order."""
    for series in relationship.series:
        for point in series.points:
            for fact in point.facts:
                yield point, fact


def _rows(relationship: Relationship) -> Iterator[Row]:
    return (_row(relationship, *found) for found in numbers(relationship))


def _row(relationship: Relationship, point: Point, fact: Fact[Figure]) -> list[Any]:
    cell, claim, quantity = point.cell, fact.claim, fact.claim.quantity
    first, last = bounds(cell.period)
    documents = dict.fromkeys(relationship.sources[report.source].document.path for report in fact.reports)
    return [
        short_id(fact.key), cell.indicator, cell.measure, cell.from_, cell.to, cell.subject, cell.product, cell.area,
        cell.rate, cell.of, cell.ranked, cell.ranked_in, cell.what, claim.reporter, claim.edition, cell.period,
        cell.base_period, length(cell.period) or None, first, last, cell.status, quantity.value, quantity.unit,
        quantity.low, quantity.high, str(quantity.qualifier), len(relationship.texts_of(fact)),
        [report.id for report in fact.reports], list(documents),
    ]  # fmt: skip


def _objects(relationship: Relationship) -> Iterator[dict[str, Any]]:
    for row in _rows(relationship):
        yield {column.name: _plain(column.type, value) for column, value in zip(COLUMNS, row, strict=True)}


def _plain(kind: Type, value: Any) -> Any:
    """A cell as JSON has it; numbers whole where they are."""
    if value is None:
        return None
    if kind is Type.NUMBER:
        return int(value) if value == int(value) else float(value)
    return value.isoformat() if kind is Type.DAY else value
