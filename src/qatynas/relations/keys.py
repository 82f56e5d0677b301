"""Exact keys: what a claim says, in a form that other cases, quotation marks and scripts do not change."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from decimal import Decimal
from typing import Any

from qatynas.model.claim import Agreement, Claim, Event, Figure, Meeting, Topic, Trend, plain
from qatynas.relations.dates import is_day, order
from qatynas.relations.names import body_key, is_telling, stems, surname, title_key
from qatynas.relations.values import Cell
from qatynas.script import fold

# Fields that say who tells it, when it was written or how sure it is, not what it is.
CIRCUMSTANCES = frozenset({"document", "span", "quote", "support", "why", "published", "published_basis", "speaker"})

# Where a claim fills none of these, only its words tell it from another of its kind.
_TELLING = {
    "body": ("name",),
    "membership": ("organisation",),
    "project": ("name",),
    "exchange": ("commodity",),
    "aid": ("from_", "to"),
    "award": ("name",),
    "community": ("name",),
    "relation": ("type",),
    "event": ("type",),
    "topic": ("topic",),
    "procedure": ("does",),
    "pledge": ("what",),
    "trend": ("indicator",),
    "assessment": ("cause", "effect"),
    "goods": ("goods",),
}

# What an event is told before and after it differs; the later state wins.
_STATUS_RANK = {"done": 3, "actual": 3, "recurring": 2, "planned": 1}


def cell_of(figure: Figure) -> Cell:
    """The cell that a figure fills (CLAIMS.md, «A cell of a series»)."""
    shared = {f.name for f in dataclasses.fields(Cell)} - {"unit"}
    return Cell(unit=figure.quantity.unit, **{name: getattr(figure, name) for name in shared})


def fact_key(claim: Claim) -> str:
    """A key of what a claim says: equal keys say the same. It rests on the claim alone, on no other document.

    For figures the cell, the number as written and its reporter; for the rest the kind, its names and its date. What
    is said of no time at all is said of the time of its document.
    """
    if isinstance(claim, Figure):
        quantity = claim.quantity
        said: list[Any] = [*figure_cell(claim), claim.period, quantity.value.normalize(), quantity.qualifier]
        said.append(claim.reporter)
    elif isinstance(claim, Agreement):
        said = [title_key(claim.title) or claim.type, claim.type, claim.act, claim.term, plain(claim.place)]
    elif isinstance(claim, Meeting):
        people = sorted(surname(person) for person in claim.participants)
        said = [claim.type, body_key(claim.body), claim.number, claim.host, claim.guest, people, plain(claim.place)]
    else:
        said = _own_fields(claim)
    said += [list(claim.parties), date_of(claim) or ""]
    if is_fleeting(claim):
        said.append(_told(claim))
    return claim.kind + json.dumps(said, ensure_ascii=False, default=str)


def digest(text: str) -> bytes:
    """A hash by which equal keys are found and ordered."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:16]


def figure_cell(claim: Figure) -> list[Any]:
    """A figure's cell without its period, names by their stems."""
    named = (claim.subject, claim.product, claim.area, claim.of, claim.what)
    coded = (claim.indicator, claim.measure, claim.quantity.unit, claim.from_, claim.to, claim.rate, claim.ranked)
    return [*coded, claim.ranked_in, claim.base_period, claim.status, *(_folded(name) for name in named)]


def date_of(claim: Claim) -> str | None:
    """When what the claim says happens: EDTF or None."""
    if isinstance(claim, Figure):
        return claim.period
    return getattr(claim, "date", None)


def is_fleeting(claim: Claim) -> bool:
    """Whether a claim is said of no time and so of the time of its document: «sales grow», «150 lorries wait»."""
    if isinstance(claim, Figure):
        return claim.period is None and claim.status == "actual"
    if isinstance(claim, Trend):
        return claim.period is None
    if isinstance(claim, Topic):
        return claim.at is None
    if isinstance(claim, Meeting):
        return claim.date is None and claim.number is None
    if isinstance(claim, Event):
        return claim.date is None and not is_telling(claim.name)
    return claim.kind == "aid" and getattr(claim, "date", None) is None


def _told(claim: Claim) -> str:
    """When what is said of no time is told: a topic or a trend by the month, so that what the press repeats all year is
    a fact of each month, however many write of it; the rest by the day."""
    if isinstance(claim, (Topic, Trend)) and claim.published and is_day(claim.published):
        return claim.published[: len("2025-08")]
    return claim.published or claim.document


def fullness(claim: Claim) -> tuple[Any, ...]:
    """A key that sorts claims by how much they say: the later status, then the finer date and number, then the most
    fields."""
    content = claim.content()
    filled = sum(1 for value in content.values() if value not in (None, "", [], {}))
    first, last, _ = order(date_of(claim))
    said = json.dumps(content, ensure_ascii=False, default=str)
    return _STATUS_RANK.get(claim.status, 0), first - last, _narrowness(claim), filled, said


def _narrowness(claim: Claim) -> Decimal:
    """The less is left open by a number, the more."""
    if not isinstance(claim, Figure):
        return Decimal(0)
    low, high = claim.quantity.low, claim.quantity.high
    return low - high if low is not None and high is not None else Decimal("-Infinity")


def _own_fields(claim: Claim) -> list[Any]:
    skipped = CIRCUMSTANCES | {"status", "date", "parties"}
    fields = {f.name: getattr(claim, f.name) for f in dataclasses.fields(claim) if f.name not in skipped}
    said: list[Any] = [[name, _folded(value)] for name, value in fields.items()]
    if not any(fields.get(name) for name in _TELLING[claim.kind]):
        said.append(fold(claim.quote))
    return said


def _folded(value: Any) -> Any:
    """A name by its stems; a code («transit», «transport») as it is."""
    return " ".join(stems(value)) if isinstance(value, str) and not value.isascii() else plain(value)
