"""Agreements, meetings and aid as rows of event data: PLOVER's event, mode and context, with CAMEO's code beside them.

Rule: plover.toml, which names its sources. One row a fact, however many documents report it.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from qatynas.data import world
from qatynas.model.claim import Agreement, Aid, Claim, Meeting
from qatynas.publish.exports.columns import Column, Row, Type, texts, write_csv
from qatynas.publish.exports.values import File, Material, Written
from qatynas.relations import Fact, Relationship
from qatynas.relations.dates import bounds
from qatynas.relations.rows import short_id

COLUMNS = (
    Column("event_id"), Column("date", Type.DAY), Column("date_end", Type.DAY),
    *texts("date_edtf", "event", "mode"), Column("context", Type.LIST), *texts("cameo", "quad"),
    Column("score", Type.NUMBER), Column("source", Type.LIST), Column("source_sector"),
    Column("source_text", Type.LIST),
    Column("recipient", Type.LIST), *texts("recipient_sector", "name", "country", "place"),
    Column("latitude", Type.NUMBER), Column("longitude", Type.NUMBER), Column("texts", Type.COUNT), Column("published"),
    Column("documents", Type.LIST), Column("claims", Type.LIST),
)  # fmt: skip

GOVERNMENT = "GOV"  # PLOVER's sector of those who act for a state


def write(material: Material, file: File) -> Written:
    """One row an event; kinds that the table has no word for are counted."""
    left: Counter[str] = Counter()
    return Written(write_csv(COLUMNS, _rows(material.relationship, left), file), "events", left)


def _rows(relationship: Relationship, left: Counter[str]) -> Iterator[Row]:
    for fact in relationship.facts:
        if not isinstance(fact.claim, (Agreement, Meeting, Aid)):
            continue
        coded = coding(fact.claim)
        if coded is None:
            left[f"{fact.claim.kind} of a sort that PLOVER has no event for"] += 1
        else:
            yield _row(relationship, fact, coded)


def coding(claim: Claim) -> dict[str, Any] | None:
    """The event, mode, context and CAMEO code of a claim; None where the table has none."""
    table: dict[str, dict[str, Any]] = _table().get(claim.kind, {})
    if claim.status == "planned":
        return table.get("planned")
    sort = claim.act if isinstance(claim, Agreement) else claim.type if isinstance(claim, Meeting) else claim.status
    return table.get(sort)


def actors(claim: Claim) -> tuple[list[str], list[str]]:
    """Who acts and whom it reaches: a guest visits a host, a giver helps a receiver, else all act together."""
    if isinstance(claim, Aid) and claim.from_:
        return [claim.from_], [claim.to] if claim.to else []
    if isinstance(claim, Meeting) and claim.type.endswith("visit") and claim.guest:
        return [claim.guest], [claim.host] if claim.host else []
    return list(claim.parties), []


def _row(relationship: Relationship, fact: Fact[Any], coded: dict[str, Any]) -> Row:
    claim = fact.claim
    when = claim.date
    first, last = bounds(when)
    place = getattr(claim, "place", None)
    found = next((one for one in world().places if place and one.name == place.name), None)
    source, recipient = actors(claim)
    sources = [relationship.sources[report.source] for report in fact.reports]
    dates = [one.dating.edtf for one in sources if one.dating.edtf]
    name = getattr(claim, "title", None) or getattr(claim, "body", None) or getattr(claim, "purpose", None)
    return [
        short_id(fact.key), first, last, when, coded["event"], coded.get("mode"), coded["context"], coded["cameo"],
        _table()["quads"][coded["event"]], _table()["scores"][coded["event"]], source, GOVERNMENT,
        list(getattr(claim, "participants", ())), recipient, GOVERNMENT if recipient else None, name,
        place.country if place else None, place.name if place else None, found.lat if found else None,
        found.lon if found else None, len(relationship.texts_of(fact)), min(dates, default=None),
        list(dict.fromkeys(one.document.path for one in sources)), [report.id for report in fact.reports],
    ]  # fmt: skip


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("plover.toml").read_text(encoding="utf-8"))
