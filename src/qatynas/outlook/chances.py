"""The chance that a target of trade is met: by its deadline, and by the end of each year to come."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from qatynas.model.claim import Figure
from qatynas.model.finding import Finding
from qatynas.outlook.ahead import (
    FARTHEST,
    LEAST,
    PATHS,
    SEED,
    Paths,
    curve_by,
    growths_of,
    onward,
    reached_by,
    this_year,
)
from qatynas.outlook.nowcast import Chance, Nowcast
from qatynas.outlook.told import UNIT, Statistics, Told, figures, rest_of, statistics
from qatynas.outlook.values import Rest
from qatynas.relations import Fact, Relationship
from qatynas.relations.dates import bounds

EDGE = 0.01  # how near 0 or 1 a chance may come that rests on growths alone
SHOWN_AHEAD = 5  # years whose chances are told for a target without a deadline
FEW = "fewer than three growths of full years are told"


def flows_with_targets(relationship: Relationship, indicator: str) -> list[tuple[str | None, str | None]]:
    """The sides of each flow that has a target or forecast."""
    return sorted({(f.claim.from_, f.claim.to) for f in figures(relationship, indicator) if _is_target(f)}, key=str)


def chances_of(
    relationship: Relationship, nowcast: Nowcast, one: Statistics, from_: str | None, to: str | None
) -> tuple[Chance, ...]:
    """Each target of a flow against the year that is under way and those after it."""
    start = this_year(nowcast.total.value, nowcast.so_far.value, nowcast.to_come, nowcast.errors)
    totals = _onward(start, one)
    found = _targets(relationship, nowcast.indicator, from_, to)
    edge = 0.5 / (len(nowcast.errors.sizes) + 1)  # as errors.chance_beyond has it
    return tuple(_chance(fact, one, totals, nowcast.year, edge) for fact in found)


def chances_without_part(
    relationship: Relationship,
    indicator: str,
    from_: str | None,
    to: str | None,
    findings: Sequence[Finding] = (),
) -> tuple[Chance, ...]:
    """The same where no year is under way: from the last full year, whose rounding is left open."""
    found = _targets(relationship, indicator, from_, to)
    known = [one for one in statistics(relationship, indicator, from_, to, findings) if one.years]
    one = max(known, key=lambda one: one.years[-1].year, default=None)
    if one is None:
        return tuple(_none(fact, "untold", "no full year and no part of a year is told in dollars") for fact in found)
    last = one.years[-1]
    start = np.random.default_rng(SEED).uniform(last.amount.low, last.amount.high, PATHS)
    totals = _onward(start, one)[:, 1:]
    if not totals.size:
        return tuple(_none(fact, "few", FEW) for fact in found)
    return tuple(_chance(fact, one, totals, last.year + 1, EDGE) for fact in found)


def _onward(start: Paths, one: Statistics) -> Paths:
    growths = growths_of(one.years)
    return onward(start, growths, FARTHEST) if len(growths) >= LEAST else start[:, None]


def _chance(fact: Fact[Figure], one: Statistics, totals: Paths, year: int, edge: float) -> Chance:
    claim, target = fact.claim, float(fact.claim.quantity.value)
    reached = _reached(fact, one)
    if reached:
        return _none(fact, "reached", f"reached: {reached.year} is told with it", (reached.rest,), reached.year)
    by_year = reached_by(totals, target, edge)
    shown = tuple((year + place, chance) for place, chance in enumerate(by_year))
    rests = (rest_of(fact), *(rest for told in one.years for rest in (told.rest, *told.narrowed_by)))
    due = bounds(claim.period)[1]
    if due is None:
        why = f"this is the chance for {year}, as no deadline is told"
        return _told(fact, totals, 0, shown[: SHOWN_AHEAD + 1], ("open", why), rests)
    if due.year < year:
        return _none(fact, "past", f"its deadline is past: {claim.period}")
    place = due.year - year
    if place >= len(by_year):
        return _none(fact, "few", FEW) if len(by_year) == 1 else _none(fact, "far", "too far ahead to say")
    why = f"the chance that a year up to {due.year} reaches it" if place else f"the chance that {due.year} reaches it"
    said = ("by" if place else "in", why)
    return _told(fact, totals, place, shown[: max(place, SHOWN_AHEAD) + 1], said, rests)


def _reached(fact: Fact[Figure], one: Statistics) -> Told | None:
    """A full year told since the target was set, within its deadline, whose whole range reaches it."""
    set_in = min((bounds(report.claim.published)[0] or bounds("9999")[0] for report in fact.reports), default=None)  # type: ignore[type-var]
    due = bounds(fact.claim.period)[1]
    target = float(fact.claim.quantity.value)
    for told in one.years:
        in_time = (not set_in or told.year >= set_in.year) and (not due or told.year <= due.year)
        if in_time and told.amount.low >= target:
            return told
    return None


def _targets(relationship: Relationship, indicator: str, from_: str | None, to: str | None) -> list[Fact[Figure]]:
    """Targets first, then forecasts, the smaller before the larger."""
    found = filter(_is_target, figures(relationship, indicator))
    mine = [fact for fact in found if (fact.claim.from_, fact.claim.to) == (from_, to)]
    return sorted(mine, key=lambda fact: (fact.claim.status != "target", fact.claim.quantity.value, fact.key))


def _is_target(fact: Fact[Figure]) -> bool:
    claim = fact.claim
    said = (claim.measure, claim.quantity.unit)
    return claim.status in ("target", "forecast") and said == ("level", UNIT) and claim.quantity.value > 0


def _told(
    fact: Fact[Figure],
    totals: Paths,
    place: int,
    by_year: tuple[tuple[int, float], ...],
    said: tuple[str, str],
    rests: tuple[Rest, ...],
) -> Chance:
    return Chance(
        **_common(fact),
        probability=by_year[place][1],
        by_year=by_year,
        curve=curve_by(totals, place),
        why=said[1],
        rests=tuple(dict.fromkeys(rests)),
        reason=said[0],
        year=by_year[place][0],
    )


def _none(fact: Fact[Figure], reason: str, why: str, rests: tuple[Rest, ...] = (), year: int = 0) -> Chance:
    told = (rest_of(fact), *rests)
    return Chance(
        **_common(fact), probability=None, by_year=(), curve=(), why=why, rests=told, reason=reason, year=year
    )


def _common(fact: Fact[Figure]) -> dict[str, Any]:
    rest, claim = rest_of(fact), fact.claim
    return {
        "claim": rest.id, "target": float(claim.quantity.value), "unit": claim.quantity.unit, "due": claim.period,
        "status": claim.status,
    }  # fmt: skip
