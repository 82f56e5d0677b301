"""Claims as tables: a row a claim, all kinds in one table, the fields that a kind does not have left empty."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from qatynas.model.claim import KINDS, Claim, Good, Place
from qatynas.model.quantity import Quantity
from qatynas.publish.exports.columns import Column, Row, Type, texts, write_csv, write_lines, write_parquet
from qatynas.publish.exports.values import File, Material, Told, Written

COMMON = (
    *texts("claim", "kind", "document", "document_sha256", "document_title", "published", "published_basis", "quote"),
    Column("start", Type.COUNT), Column("end", Type.COUNT), *texts("sheet", "cell"),
    Column("parties", Type.LIST), *texts("speaker", "status"),
)  # fmt: skip
_OF_ALL = {field.name for field in dataclasses.fields(Claim)}
_TYPES = {
    "quantity": (Column("value", Type.NUMBER), Column("unit"), Column("low", Type.NUMBER), Column("high", Type.NUMBER),
                 Column("qualifier")),
    "place": texts("place_country", "place"),
    "goods": (Column("goods", Type.LIST), Column("goods_hs", Type.LIST)),
    "number": (Column("number", Type.COUNT),),
    "participants": (Column("participants", Type.LIST),),
    "members": (Column("members", Type.LIST),),
    "topics": (Column("topics", Type.LIST),),
    "by": (Column("by", Type.LIST),),  # a pledge may have several, an award has one
}  # fmt: skip

FIELDS = tuple(
    dict.fromkeys(
        field.name for kind in KINDS.values() for field in dataclasses.fields(kind) if field.name not in _OF_ALL
    )
)
"""The fields that kinds have of their own, each once, in the order of docs/claims."""

_OF_FIELD = {name: _TYPES.get(name, texts(name.rstrip("_"))) for name in FIELDS}
COLUMNS = (*COMMON, *(column for columns in _OF_FIELD.values() for column in columns))

_FIRST = {name: COLUMNS.index(columns[0]) for name, columns in _OF_FIELD.items()}
_OF_KIND = {
    kind: tuple((name, _FIRST[name]) for name in FIELDS if name in {field.name for field in dataclasses.fields(made)})
    for kind, made in KINDS.items()
}
"""The fields of each kind with the place of their first column: of 75 cells a claim fills some twenty."""


def write_as_csv(material: Material, file: File) -> Written:
    """All claims for a spreadsheet."""
    return Written(write_csv(COLUMNS, _rows(material), file), "claims")


def write_as_lines(material: Material, file: File) -> Written:
    """All claims in the form of docs/claims, with their ids and their documents' hashes."""
    rows = (
        {"claim": told.id, "document_sha256": told.extraction.document.sha256} | told.claim.row()
        for told in material.told()
    )
    return Written(write_lines(rows, file), "claims")


def write_as_parquet(material: Material, file: File) -> Written:
    """All claims for analysis."""
    return Written(write_parquet(COLUMNS, _rows(material), file), "claims")


def _rows(material: Material) -> Iterator[Row]:
    return (_row(told) for told in material.told())


def _row(told: Told) -> list[Any]:
    claim, document = told.claim, told.extraction.document
    locator = claim.locator
    row: list[Any] = [
        told.id, claim.kind, claim.document, document.sha256, document.title, claim.published, claim.published_basis,
        claim.quote, claim.span.start, claim.span.end, locator and locator.sheet, locator and locator.cell,
        claim.parties, claim.speaker, claim.status,
    ]  # fmt: skip
    row += [None] * (len(COLUMNS) - len(COMMON))
    for name, place in _OF_KIND[claim.kind]:
        value = getattr(claim, name)
        if value is not None and value != ():
            cells = _cells(name, value)
            row[place : place + len(cells)] = cells
    return row


def _cells(name: str, value: Any) -> list[Any]:
    """The cells of a field that says something."""
    if isinstance(value, Quantity):
        return [value.value, value.unit, value.low, value.high, str(value.qualifier)]
    if isinstance(value, Place):
        return [value.country, value.name]
    if name == "goods":
        goods: tuple[Good, ...] = value
        return [[good.name for good in goods], [good.hs or "" for good in goods]]
    if name == "by" and isinstance(value, str):
        return [[value]]
    return [value]
