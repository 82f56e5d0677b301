"""Facts out of reports: what is said more than once is one fact, whatever the order of the documents."""

from __future__ import annotations

import dataclasses
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar, cast

from qatynas.model.claim import Agreement, Claim, Figure, Meeting, plain
from qatynas.relations.dates import fits, order
from qatynas.relations.names import body_key, stems, title_key
from qatynas.relations.values import Cell, Fact, Report
from qatynas.script import fold

C = TypeVar("C", bound=Claim)
Identity = Callable[[Claim], str]

# What an event is told before and after it differs; the later state wins.
_STATUS_RANK = {"done": 3, "actual": 3, "recurring": 2, "planned": 1}

# Fields that say who tells it, when it was written or how sure it is, not what it is.
_CIRCUMSTANCES = frozenset({"document", "span", "quote", "support", "why", "published", "published_basis", "speaker"})

# Fields that describe a thing and do not tell it from another.
_DETAILS = {
    "body": frozenset({"task", "level", "frequency"}),
    "membership": frozenset({"members"}),
    "project": frozenset({"place"}),
    "event": frozenset({"place"}),
    "aid": frozenset({"purpose"}),
    "award": frozenset({"by"}),
}

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

# Kinds whose name alone says which one is meant: a report without a date joins the only dated one.
_NAMED_KINDS = frozenset({"agreement", "award", "community", "relation", "project"})


def cell_of(figure: Figure) -> Cell:
    """The cell that a figure fills (CLAIMS.md, «A cell of a series»)."""
    shared = {f.name for f in dataclasses.fields(Cell)} - {"unit"}
    return Cell(unit=figure.quantity.unit, **{name: getattr(figure, name) for name in shared})


def fact_key(claim: Claim) -> str:
    """A key of what a claim says: equal keys say the same. It rests on the claim alone, on no other document.

    For figures the cell, the number as written and its reporter; for the rest the kind, its names and its date.
    """
    dated = "" if isinstance(claim, Figure) else getattr(claim, "date", None) or ""
    return f"{identity(claim)}@{dated}"


def identity(claim: Claim) -> str:
    """The part of fact_key that is no date: two claims that share it are one fact where their dates fit."""
    if isinstance(claim, Figure):
        cell = list(plain(cell_of(claim)).values())
        quantity = claim.quantity
        said: list[Any] = [*cell, str(quantity.value.normalize()), quantity.qualifier, claim.reporter]
    elif isinstance(claim, Agreement):
        said = [title_key(claim.title) or claim.type, claim.act]
    elif isinstance(claim, Meeting):
        said = [claim.type, body_key(claim.body), claim.host, claim.guest]
        if not claim.date:
            said += [claim.number, sorted(claim.participants), plain(claim.place), claim.status]
    else:
        said = _own_fields(claim)
    return claim.kind + json.dumps(said, ensure_ascii=False)


def join(reports: Iterable[Report], same: Identity = identity) -> tuple[Fact[Any], ...]:
    """The facts that these reports tell. A coarser date joins the finer one where exactly one fits.

    same gives the identity under which reports are compared. The result does not depend on the order of reports.
    """
    by_identity: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        by_identity[same(report.claim)].append(report)
    facts = [fact for name, told in by_identity.items() for fact in _by_date(name, told)]
    return tuple(sorted(facts, key=lambda fact: (order(_date(fact.claim)), fact.key)))


def fullest(reports: Iterable[Report]) -> Claim:
    """The report that says most: the later status, then the finer date, then the most fields."""
    return max((report.claim for report in reports), key=_fullness)


def newest(fact: Fact[Any]) -> tuple[int, str]:
    """A key that sorts facts by the date of their newest report (its last day), then by what they say."""
    dated = (order(report.claim.published)[1].toordinal() for report in fact.reports if report.claim.published)
    return max(dated, default=0), fact.key


def of_kind(facts: Iterable[Fact[Claim]], kind: type[C]) -> tuple[Fact[C], ...]:
    """The facts of one kind of claim."""
    return tuple(cast("Fact[C]", fact) for fact in facts if isinstance(fact.claim, kind))


def _by_date(name: str, reports: list[Report]) -> list[Fact[Any]]:
    dates = {_date(report.claim) for report in reports}
    finest = {day for day in dates if not any(fits(day, other) for other in dates)}
    told: Mapping[str | None, list[Report]] = defaultdict(list)
    candidates: dict[str | None, list[str]] = {}
    for report in reports:
        day = _date(report.claim)
        homes = sorted(fine for fine in finest if fine and fits(day, fine))
        joins = len(homes) == 1 and (day is not None or report.claim.kind in _NAMED_KINDS)
        told[homes[0] if joins else day].append(report)
        if homes and not joins and day not in finest:
            candidates[day] = homes
    return [_fact(f"{name}@{day or ''}", told[day], name, candidates.get(day, [])) for day in told]


def _fact(key: str, reports: list[Report], name: str, homes: list[str]) -> Fact[Any]:
    ordered = tuple(sorted(reports, key=_told_when))
    return Fact(key, fullest(ordered), ordered, tuple(f"{name}@{home}" for home in homes))


def _told_when(report: Report) -> tuple[Any, ...]:
    claim = report.claim
    return order(claim.published), claim.document, report.source, claim.span, claim.quote


def _fullness(claim: Claim) -> tuple[Any, ...]:
    content = claim.content()
    filled = sum(1 for value in content.values() if value not in (None, "", [], {}))
    first, last, _ = order(_date(claim))
    return _STATUS_RANK.get(claim.status, 0), first - last, filled, json.dumps(content, ensure_ascii=False, default=str)


def _date(claim: Claim) -> str | None:
    return None if isinstance(claim, Figure) else getattr(claim, "date", None)


def _own_fields(claim: Claim) -> list[Any]:
    skipped = _CIRCUMSTANCES | {"status", "date", "parties"} | _DETAILS.get(claim.kind, frozenset())
    fields = {f.name: getattr(claim, f.name) for f in dataclasses.fields(claim) if f.name not in skipped}
    said: list[Any] = [[name, _folded(value)] for name, value in fields.items()]
    if not any(fields.get(name) for name in _TELLING[claim.kind]):
        said.append(fold(claim.quote))
    return said


def _folded(value: Any) -> Any:
    """A name by its stems; a code («transit», «transport») as it is."""
    return " ".join(stems(value)) if isinstance(value, str) and not value.isascii() else plain(value)
