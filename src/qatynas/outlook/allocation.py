"""The division of rivers: shares by law against what is told, and each season's plan, deliveries, balance and forecast.

All of it from claims of articles, tables and records by hand. A season's plan is what was approved for the whole of
it; a plan to date or a delivery told before its end counts up to its day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from qatynas.model.claim import Figure, Project
from qatynas.model.errors import InputError
from qatynas.outlook.rivers import BOTH, Division, divisions, rivers_in
from qatynas.outlook.told import range_of, rest_of
from qatynas.outlook.values import Range, Rest, amount, as_json
from qatynas.outlook.waters import (
    DELIVERED,
    GIVEN,
    PLAN,
    PLANNED,
    UNIT,
    Told,
    as_told,
    paragraph_of,
    told_by_claims,
    told_by_table,
)
from qatynas.relations import Fact, Relationship
from qatynas.relations.dates import bounds


@dataclass(frozen=True, slots=True)
class Share:
    """A river's share of one side: percent by the law, and what the claims say that agree with it or do not."""

    river: str
    side: str
    lawful: float
    agreeing: tuple[Rest, ...]
    differing: tuple[Rest, ...]


@dataclass(frozen=True, slots=True)
class Volume:
    """Water of one sort (plan, planned to date, delivered to date, delivered) in m3, until a day (ISO)."""

    sort: str
    amount: Range
    until: str
    rests: tuple[Rest, ...]
    summed: bool = False


@dataclass(frozen=True, slots=True)
class Course:
    """One river in one season, or all rivers together (river is "").

    ahead is delivered less planned to date, in m3 and percent. balance is delivered less plan once the season is
    over: what is below zero is owed to the receiver, what is above it to the giver. share_of_plan is delivered over
    plan in percent. forecast is what will have come by the end, ways the amounts that it lies between.
    """

    river: str
    volumes: tuple[Volume, ...]
    ahead: float | None
    ahead_percent: float | None
    balance: Range | None
    share_of_plan: float | None
    forecast: Range | None
    ways: tuple[tuple[str, float], ...]

    def volume(self, sort: str) -> Volume | None:
        """The amount of one sort."""
        return next((one for one in self.volumes if one.sort == sort), None)


@dataclass(frozen=True, slots=True)
class Season:
    """A year's season by river, all rivers together last, with the works that its plan names."""

    year: int
    courses: tuple[Course, ...]
    works: tuple[Rest, ...]

    def course(self, river: str = BOTH) -> Course | None:
        """One river's."""
        return next((one for one in self.courses if one.river == river), None)


@dataclass(frozen=True, slots=True)
class Allocation:
    """What a pair divides, from giver to receiver."""

    pair: tuple[str, str]
    unit: str
    giver: str
    receiver: str
    source: str
    shares: tuple[Share, ...]
    seasons: tuple[Season, ...]
    left_out: tuple[Rest, ...]
    little: str

    @property
    def says(self) -> str:
        """The headline: the newest season."""
        for season in reversed(self.seasons):
            for course in reversed(season.courses):
                told = _headline(course)
                if told:
                    return f"{season.year}: {told}"
        return "; ".join(f"{share.river} {share.side} {share.lawful:g} %" for share in self.shares)

    @property
    def rests(self) -> tuple[Rest, ...]:
        """Every claim that was used."""
        found = [rest for share in self.shares for rest in (*share.agreeing, *share.differing)]
        found += [rest for s in self.seasons for c in s.courses for volume in c.volumes for rest in volume.rests]
        return tuple(dict.fromkeys(found))

    def rows(self) -> list[dict[str, Any]]:
        """A row a season, river and sort of amount, and a row for each forecast."""
        rows: list[dict[str, Any]] = []
        for season in self.seasons:
            for course in season.courses:
                head = {"year": season.year, "river": course.river or "all"}
                for one in course.volumes:
                    ends = {"value": one.amount.value, "low": one.amount.low, "high": one.amount.high}
                    rows.append(head | {"what": one.sort, **ends, "until": one.until})
                if course.forecast:
                    ends = {"low": course.forecast.low, "high": course.forecast.high}
                    rows.append(head | {"what": "forecast", "value": course.forecast.value, **ends, "until": ""})
        return rows

    def as_json(self) -> dict[str, Any]:
        """Everything, as JSON types."""
        return {"says": self.says} | dict(as_json(self)) | {"rests": as_json(self.rests)}


def _headline(course: Course) -> str:
    plan, given = course.volume(PLAN), course.volume(GIVEN)
    if plan and given:
        share = f", {course.share_of_plan:.0f} % of plan" if course.share_of_plan is not None else ""
        return f"{amount(given.amount.value, UNIT)} of {amount(plan.amount.value, UNIT)} delivered{share}"
    soon, done = course.volume(PLANNED), course.volume(DELIVERED)
    if soon and done and course.ahead_percent is not None:
        return (
            f"{amount(done.amount.value, UNIT)} delivered by {done.until} against {amount(soon.amount.value, UNIT)} "
            f"planned ({course.ahead_percent:+.1f} %)"
        )
    return ""


def of_relationship(relationship: Relationship, tables: Sequence[str | Path] = ()) -> Allocation:
    """What a pair divides, from claims and from tables of deliveries (`waters.told_by_table`).

    Raises InputError for a pair without rivers in rivers.toml, and for a wrong table.
    """
    name = "-".join(relationship.pair)
    division = divisions().get(name)
    if division is None:
        raise InputError(name, f"no river that these two divide is known; known are {', '.join(divisions())}")
    (giver, receiver), told, left = told_by_claims(relationship, division)
    for table in tables:
        told += told_by_table(table, division)
    by_year: dict[int, list[Told]] = defaultdict(list)
    for one in told:
        by_year[one.year].append(one)
    seasons = []
    for year in sorted(by_year):
        courses, rest = _courses(by_year[year])
        left += rest
        works = _works(relationship, division, year, {one.source for one in by_year[year]})
        seasons.append(Season(year, courses, works))
    return Allocation(
        relationship.pair, UNIT, giver, receiver, division.source, _shares(relationship, division), tuple(seasons),
        tuple(dict.fromkeys(left)), _little(seasons),
    )  # fmt: skip


def _little(seasons: Sequence[Season]) -> str:
    """What forecasts rest on, and how far past seasons came from their plan."""
    rests = "forecasts rest on the plan and on deliveries so far alone: no flow forecast is in the ledger"
    ends = [s.course() or (s.courses[0] if len(s.courses) == 1 else None) for s in seasons]
    past = [course.share_of_plan for course in ends if course and course.share_of_plan is not None]
    if not past:
        return f"{rests}; no past season tells how far plans are kept"
    kept = f"{min(past):.0f} … {max(past):.0f} %" if len(past) > 1 else f"{past[0]:.0f} %"
    return f"{rests}; in {len(past)} past season{'s' if len(past) > 1 else ''} {kept} of the plan came"


def _courses(told: Sequence[Told]) -> tuple[tuple[Course, ...], list[Rest]]:
    """Each river's course and that of all; and the claims that a better one stands before."""
    volumes: dict[str, dict[str, Volume]] = defaultdict(dict)
    left: list[Rest] = []
    for river in sorted({one.river for one in told}):
        for sort in (PLAN, PLANNED, DELIVERED, GIVEN):
            mine = [one for one in told if (one.river, one.sort) == (river, sort)]
            if mine:
                best = max(mine, key=_rank)
                volumes[river][sort] = Volume(sort, best.amount, best.until.isoformat(), (best.rest,))
                left += [one.rest for one in mine if one is not best]
    rivers = [river for river in volumes if river != BOTH]
    for sort in (PLAN, GIVEN):
        parts = [volumes[river][sort] for river in rivers if sort in volumes[river]]
        if sort not in volumes[BOTH] and len(parts) > 1 and len(parts) == len(rivers):
            volumes[BOTH][sort] = _sum(sort, parts)
    ordered = [*rivers, *([BOTH] if volumes[BOTH] else [])]
    return tuple(_course(river, volumes[river]) for river in ordered), left


def _rank(one: Told) -> tuple[bool, bool, date, str]:
    """The firmer, then the one that names its river, then the later, then the newer."""
    return one.firm, one.names, one.until, one.published


def _sum(sort: str, parts: Sequence[Volume]) -> Volume:
    total = Range(*(sum(getattr(part.amount, end) for part in parts) for end in ("value", "low", "high")))
    return Volume(sort, total, parts[0].until, tuple(rest for part in parts for rest in part.rests), summed=True)


def _course(river: str, known: dict[str, Volume]) -> Course:
    plan, soon, done, given = (known.get(sort) for sort in (PLAN, PLANNED, DELIVERED, GIVEN))
    ahead = percent = share = None
    balance = forecast = None
    ways: list[tuple[str, float]] = []
    if soon and done and soon.until == done.until and soon.amount.value:
        ahead = done.amount.value - soon.amount.value
        percent = ahead / soon.amount.value * 100
    if plan and given:
        low, high = given.amount.low - plan.amount.high, given.amount.high - plan.amount.low
        balance = Range(given.amount.value - plan.amount.value, low, high)
        share = given.amount.value / plan.amount.value * 100 if plan.amount.value else None
    if plan and soon and done and percent is not None and not given:
        rest = plan.amount.value - soon.amount.value
        ways = [
            ("the rest as planned", done.amount.value + rest),
            ("the rest ahead of plan as so far", plan.amount.value * (1 + percent / 100)),
            ("what is ahead is made up for", plan.amount.value),
        ]
        ends = [value for _, value in ways]
        forecast = Range(ways[0][1], min(ends), max(ends))
    volumes = tuple(known[sort] for sort in (PLAN, PLANNED, DELIVERED, GIVEN) if sort in known)
    return Course(river, volumes, ahead, percent, balance, share, forecast, tuple(ways))


def _shares(relationship: Relationship, division: Division) -> tuple[Share, ...]:
    told: dict[tuple[str, str], list[Fact[Figure]]] = defaultdict(list)
    last: dict[tuple[str, int], frozenset[str]] = {}  # by document and paragraph: the river of the share told last
    for fact in as_told(relationship):
        claim = fact.claim
        if isinstance(claim, Figure) and (claim.indicator, claim.measure) == ("water.share", "share") and claim.to:
            paragraph = paragraph_of(relationship, fact)
            rivers = _rivers_of_share(claim, division, last.get(paragraph, frozenset()))
            last[paragraph] = rivers or last.get(paragraph, frozenset())
            for river in rivers:
                told[river, claim.to].append(fact)
    return tuple(
        Share(river.name, side, lawful, *_agree(told[river.name, side], lawful))
        for river in division.rivers
        for side, lawful in river.shares.items()
    )


def _rivers_of_share(claim: Figure, division: Division, before: frozenset[str]) -> frozenset[str]:
    """The river that a share is of: what it is a share of says it best, then its sentence, then the share told before
    it in the paragraph where it is carried on from that one, then its subject."""
    carried = any(support.field == "indicator" for support in claim.support)
    for words in (claim.of, claim.quote):
        found = rivers_in(words, division) if words else frozenset()
        if found:
            return found
    if carried and before:
        return before
    return rivers_in(claim.subject, division) if claim.subject else before


def _agree(facts: Iterable[Fact[Figure]], lawful: float) -> tuple[tuple[Rest, ...], tuple[Rest, ...]]:
    agreeing: list[Rest] = []
    differing: list[Rest] = []
    for fact in facts:
        told = range_of(fact.claim.quantity)
        (agreeing if told.low <= lawful <= told.high else differing).append(rest_of(fact))
    return tuple(agreeing), tuple(differing)


def _works(relationship: Relationship, division: Division, year: int, sources: set[str]) -> tuple[Rest, ...]:
    """Works of a year that were recorded with its plan, or that name one of the rivers or what stands on it."""
    found = []
    for fact in relationship.of_kind("project"):
        claim = fact.claim
        first, last = bounds(claim.date if isinstance(claim, Project) else None)
        if not isinstance(claim, Project) or not first or not last or not first.year <= year <= last.year:
            continue
        recorded = any(reason.field == "record" for reason in claim.why)
        with_plan = recorded and bool({report.source for report in fact.reports} & sources)
        if with_plan or rivers_in(claim.name, division):
            found.append(rest_of(fact))
    return tuple(dict.fromkeys(found))
