"""The year's trade from what a ledger tells of it: a nowcast, with the chance of each target of the same flow."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from qatynas.model.errors import InputError
from qatynas.model.finding import Finding
from qatynas.outlook import errors as past
from qatynas.outlook.chances import chances_of, chances_without_part, flows_with_targets
from qatynas.outlook.errors import LEVEL, Errors
from qatynas.outlook.months import YEAR, Months
from qatynas.outlook.nowcast import (
    GROWTH,
    METHODS,
    RUN_RATE,
    SHARE,
    SMOOTHING,
    Chance,
    Nowcast,
    Way,
    combine,
    decides,
    nowcast_months,
)
from qatynas.outlook.season import Season, own_season, proxy_season
from qatynas.outlook.told import UNIT, Statistics, Told, months_of, statistics
from qatynas.outlook.values import Range, Rest, amount
from qatynas.relations import Relationship
from qatynas.relations.dates import bounds

TURNOVER = "trade.turnover"
TRADE = (TURNOVER, "trade.export", "trade.import")


def of_months(months: Months, year: int, month: int, targets: tuple[float, ...] = ()) -> Nowcast:
    """A year of a monthly series after a month. Raises InputError where its months are not known."""
    try:
        return nowcast_months(months, year, month, months.name, targets)
    except ValueError as error:
        raise InputError(months.name, f"{error}; give a year and month that it holds") from None


def of_relationship(
    relationship: Relationship,
    *,
    indicator: str = TURNOVER,
    from_: str | None = None,
    to: str | None = None,
    year: int | None = None,
    proxy: Months | None = None,
    findings: Sequence[Finding] = (),
) -> Nowcast:
    """The year that is under way, by default the newest of which only a part is told.

    from_ and to are the sides of an export or import. proxy is a monthly series of something else whose season is
    borrowed, cut at what was published by the relationship's day. findings are those of the checks: where they leave
    less of an amount than is told, that counts. Raises InputError where no part of a year is told.
    """
    known = statistics(relationship, indicator, from_, to, findings)
    one, part = next(((one, part) for one in known if (part := _under_way(one, year))), (None, None))
    if one is None or part is None:
        told = ", ".join(str(told.year) for told in known[0].years) if known else "none"
        raise InputError(
            indicator, f"no part of a year in {UNIT} that is not over (full years told: {told}); add a text or a table"
        )
    day = bounds(relationship.as_of)[1]
    nowcast = _nowcast(relationship, indicator, one, part, proxy.known_by(day) if proxy and day else proxy)
    told_chances = chances_of(relationship, nowcast, one, from_, to)
    goals = tuple(chance.target for chance in told_chances if chance.probability is not None)
    hangs = decides(nowcast.so_far.value, nowcast.months, nowcast.year, nowcast.total.value, UNIT, goals)
    return replace(nowcast, chances=told_chances, decides=hangs)


def chances(
    relationship: Relationship, *, proxy: Months | None = None, findings: Sequence[Finding] = ()
) -> tuple[Chance, ...]:
    """Every target and forecast of trade in dollars, with the chance that it is met."""
    found: list[Chance] = []
    for indicator in TRADE:
        for from_, to in flows_with_targets(relationship, indicator):
            try:
                nowcast = of_relationship(
                    relationship, indicator=indicator, from_=from_, to=to, proxy=proxy, findings=findings
                )
                found += nowcast.chances
            except InputError:
                found += chances_without_part(relationship, indicator, from_, to, findings)
    return tuple(found)


def _under_way(one: Statistics, year: int | None) -> Told | None:
    """The longest part of the newest year that is not told in full (or of the year asked for)."""
    parts = [part for part in one.parts if (part.year == year if year else not one.year(part.year))]
    newest = parts[-1] if parts else None
    if newest and not year and one.years and one.years[-1].year > newest.year:
        return None
    return newest if newest and newest.amount.value > 0 else None


def _nowcast(relationship: Relationship, indicator: str, one: Statistics, part: Told, proxy: Months | None) -> Nowcast:
    months = months_of(one, relationship, indicator)
    if months and months.last >= (part.year, part.months) and months.last[1] < YEAR:
        return nowcast_months(months, *months.last, indicator)
    season = own_season(one, part) or (proxy_season(proxy, part) if proxy else None)
    ways, rests = _ways(one, part, season)
    total, used = combine({way.method: way.total for way in ways})
    errors = _errors(season, used)
    to_come = season.to_come if season and SHARE in used else (YEAR - part.months) / YEAR
    reach = errors.width() * to_come
    so_far = part.amount
    low, high = so_far.low / so_far.value, so_far.high / so_far.value  # what its rounding leaves open
    return Nowcast(
        indicator=indicator,
        unit=UNIT,
        year=part.year,
        months=part.months,
        so_far=so_far,
        ways=ways,
        combined=used,
        total=Range(total, max(total * low * math.exp(-reach), so_far.low), total * high * math.exp(reach)),
        level=LEVEL,
        to_come=to_come,
        errors=errors,
        proxy=season.proxy if season else "",
        curve=past.curve_of(total, so_far.value, to_come, errors),
        chances=(),
        decides="",
        little=_little(part, season, errors),
        rests=rests,
    )


def _ways(one: Statistics, part: Told, season: Season | None) -> tuple[tuple[Way, ...], tuple[Rest, ...]]:
    value, rests = part.amount.value, [part.rest, *part.narrowed_by]
    lent = {name: _mean(past.lent(name).sizes) * (YEAR - part.months) / YEAR * 100 for name in (GROWTH, RUN_RATE)}
    share = Way(SHARE, None, None, 0, "no past year is told with the same part of it; a proxy's season can be given")
    if season:
        ends = f"{amount(value / max(season.shares), '').strip()} … {amount(value / min(season.shares), UNIT)}"
        by = f"by the proxy {season.proxy}, " if season.proxy else ""
        wrong = _mean(season.sizes) * season.to_come * 100 if season.sizes else None
        why = f"{by}{len(season.shares)} years, each alone {ends}"
        share = Way(SHARE, value / season.mean, wrong, len(season.sizes), why)
        rests += season.rests
    growth = Way(GROWTH, None, None, 0, "no growth of this part is told, nor the same part of the year before")
    last, before = one.year(part.year - 1), one.part(part.year - 1, part.months)
    stated = next((g for g in one.growths if (g.year, g.months) == (part.year, part.months)), None)
    if last and before:
        growth = Way(GROWTH, last.amount.value * value / before.amount.value, lent[GROWTH], 0)
        rests += [last.rest, before.rest]
    elif last and stated:
        growth = Way(GROWTH, last.amount.value * stated.ratio.value, lent[GROWTH], 0)
        rests += [last.rest, stated.rest]
    run_rate = Way(RUN_RATE, value * YEAR / part.months, lent[RUN_RATE], 0)
    ways = (share, growth, run_rate, Way(SMOOTHING, None, None, 0, "no monthly series"))
    return tuple(sorted(ways, key=lambda way: METHODS.index(way.method))), tuple(dict.fromkeys(rests))


def _mean(sizes: tuple[float, ...]) -> float:
    return sum(sizes) / len(sizes)


def _errors(season: Season | None, used: tuple[str, ...]) -> Errors:
    """Whose errors the range is made of: the season's, with others' where they are few; else what is lent."""
    if season and SHARE in used:
        if season.proxy and season.sizes:
            return past.errors_of(season.sizes, f"{season.proxy}, a proxy")
        lent = past.lent(SHARE)
        return past.errors_of((*season.sizes, *lent.sizes), lent.borrowed)
    return past.lent(RUN_RATE if RUN_RATE in used else used[0])


def _little(part: Told, season: Season | None, errors: Errors) -> str:
    """How little the answer rests on."""
    if season and season.proxy:
        rests = f"one figure of {part.months} months; its season is that of a proxy, {season.proxy}, not its own"
    elif season:
        rests = f"one figure of {part.months} months and {len(season.shares)} years with the same part told"
    else:
        rests = f"one figure of {part.months} months: nothing told says whether the rest of a year is stronger"
    if part.narrowed_by:
        rests += f", which {len(part.narrowed_by)} other claims narrow"
    return f"{rests}; how wide the range is comes from {errors.borrowed or 'its own past'}"
