"""What a claim is found under when a question asks for one thing of a large ledger: the joint body, the work, the
person who judges, the day. Kept with each fact (kept_labels.py), so that a thing is read without all the others.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from qatynas.model.claim import (
    Agreement,
    Assessment,
    Award,
    Body,
    Claim,
    Community,
    Event,
    Exchange,
    Figure,
    Meeting,
    Procedure,
    Project,
    Topic,
)
from qatynas.relations.asking import when_of
from qatynas.relations.dates import bounds, period
from qatynas.relations.keys import cell_of, date_of
from qatynas.relations.names import body_key, stems
from qatynas.relations.outlook import due_of, holder_of
from qatynas.relations.places import places_of
from qatynas.relations.programmes import is_done, topics_of
from qatynas.relations.series import head_of
from qatynas.relations.supplies import commodity_of

_MET = (Agreement, Award, Event, Meeting)
"""Kinds that hang together by their days."""


class Label(NamedTuple):
    """A shelf, a key on it, the date (EDTF) that orders what lies under the key, and how much is told of it where that
    is asked for."""

    shelf: str
    key: str
    date: str | None = None
    value: float | None = None


COST = "project.cost"
"""The indicator of what a work costs."""

GROUPED = ("work", "community")
"""Shelves whose keys are put together where they name one thing."""


def labels(claim: Claim) -> Iterator[Label]:
    """All that a claim is found under."""
    yield from _times(claim)
    for place in dict.fromkeys(places_of(claim)):
        if place.name:
            yield Label("place", packed(place.name, place.country or ""), date_of(claim))
    if isinstance(claim, Figure):
        yield from _of_figure(claim)
    elif isinstance(claim, Exchange):
        yield Label("exchange", packed(claim.commodity, claim.from_, claim.to))
    elif isinstance(claim, Assessment):
        yield Label("voice", packed(claim.stance, holder_of(claim), claim.subject))
        yield Label("judged", claim.subject or "")
    elif isinstance(claim, (Project, Community)):
        yield from _of_named(claim)
    elif isinstance(claim, Topic):
        yield from _of_topic(claim)
    else:
        yield from _of_body(claim)
    if isinstance(claim, (Agreement, Project, Exchange)) and is_done(claim):
        for topic in topics_of(claim):
            yield Label("done", topic, date_of(claim))


def packed(*parts: Any) -> str:
    """Several values as one key."""
    return json.dumps(parts, ensure_ascii=False)


def unpacked(key: str) -> list[Any]:
    """The values of a key."""
    found: list[Any] = json.loads(key)
    return found


def reached(claim: Figure) -> str:
    """What figures share of which one may reach the other, whoever reports them."""
    return repr(head_of(cell_of(claim)))


def _times(claim: Claim) -> Iterator[Label]:
    if not isinstance(claim, (Figure, Topic)) and when_of(claim):
        yield Label("when", "", when_of(claim))
    if isinstance(claim, _MET) and claim.date and bounds(claim.date)[0] is None:
        yield Label("open", claim.kind, claim.date)
    if isinstance(claim, Meeting):
        yield Label("meeting", claim.type, claim.date)
    promised, due = due_of(claim)
    if promised:
        yield Label("promise", "", due)


def _of_figure(claim: Figure) -> Iterator[Label]:
    if claim.subject:
        shelf = "cost" if claim.indicator == COST else "subject"
        yield Label(shelf, " ".join(stems(claim.subject)), claim.period)
    commodity = commodity_of(claim)
    if commodity:
        yield Label("counted", packed(commodity, claim.from_, claim.to), claim.period)
    if claim.status == "target":
        yield Label("target", f"{claim.quantity.value.normalize()} {reached(claim)}", claim.period)
    elif claim.status == "actual" and claim.measure == "level" and None not in bounds(claim.period):
        yield Label("level", reached(claim), claim.period, float(claim.quantity.value))


def _of_named(claim: Project | Community) -> Iterator[Label]:
    place = claim.place
    named = packed(claim.name, place is not None, place and place.name, place and place.country)
    if isinstance(claim, Project):
        yield Label("work", named, claim.date)
    else:
        yield Label("community", named, claim.date)
        if claim.succeeds:
            yield Label("succeeds", packed(named, claim.succeeds), claim.date)


def _of_topic(claim: Topic) -> Iterator[Label]:
    if not claim.at:
        return
    if period(claim.at):
        yield Label("at", "", claim.at)
    else:
        yield Label("at body", body_key(claim.at))
    if is_done(claim):
        yield Label("done", claim.topic, claim.at)


def _of_body(claim: Claim) -> Iterator[Label]:
    if isinstance(claim, Body):
        yield Label("body", packed(body_key(claim.name), claim.name))
    elif isinstance(claim, Procedure) and claim.body:
        yield Label("procedure", packed(body_key(claim.body), claim.body))
    elif isinstance(claim, Meeting) and claim.body:
        yield Label("session", packed(body_key(claim.body), claim.body), claim.date)
