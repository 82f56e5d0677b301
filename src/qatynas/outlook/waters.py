"""Volumes of divided rivers, by season: from claims of articles, tables and records, and from tables of deliveries.

A table has a row a river and day, in columns «river», «until» (2025-07-01) and any of «plan [million m3]» (of the whole
season), «planned [million m3]» and «delivered [million m3]» (from its beginning to that day).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from qatynas.model.claim import Figure
from qatynas.outlook.columns import read_columns
from qatynas.outlook.rivers import Division, river_of, rivers_in
from qatynas.outlook.told import range_of, rest_of
from qatynas.outlook.values import Range, Rest
from qatynas.relations import Fact, Relationship
from qatynas.relations.dates import bounds

UNIT = "m3"
PLAN, PLANNED, DELIVERED, GIVEN = "plan", "planned to date", "delivered to date", "delivered"


@dataclass(frozen=True, slots=True)
class Told:
    """One amount of a season. river is BOTH for all; sort one of PLAN … GIVEN; names says whether its sentence names
    the rivers, firm whether it is more than expected; source is the document's sha256, "" for a table."""

    year: int
    river: str
    sort: str
    until: date
    amount: Range
    rest: Rest
    names: bool = True
    firm: bool = True
    published: str = ""
    source: str = ""


def told_by_claims(relationship: Relationship, division: Division) -> tuple[tuple[str, str], list[Told], list[Rest]]:
    """Giver and receiver, the amounts that claims tell of the season, and the claims of these rivers that tell none."""
    waters = _waters(relationship, division)
    giver, receiver = _sides(relationship, waters)
    found: list[Told] = []
    left: list[Rest] = []
    undated: dict[tuple[str, int], list[Told]] = defaultdict(list)  # by paragraph: plans that tell no day
    dated: dict[tuple[str, int], list[Told]] = defaultdict(list)  # by paragraph: what came up to a day
    for fact, river in waters:
        if (fact.claim.from_, fact.claim.to) not in ((giver, receiver), (None, receiver), (giver, None)):
            continue
        told = _told(fact, river, division)
        if told is None:
            left.append(rest_of(fact))
        elif told.sort == PLAN and fact.claim.period is None:
            undated[paragraph_of(relationship, fact)].append(told)
        else:
            found.append(told)
            if told.sort == DELIVERED:
                dated[paragraph_of(relationship, fact)].append(told)
    found += [_plan(told, dated[place]) for place, plans in undated.items() for told in plans]
    return (giver, receiver), found, left


def _plan(told: Told, came: Sequence[Told]) -> Told:
    """A plan that tells no day. Told beside more water that has come up to a day than it is, it is the plan up to that
    day: no season's plan is over before its season."""
    for one in came:
        if one.river == told.river and one.year == told.year and told.amount.value <= one.amount.value:
            return replace(told, sort=PLANNED, until=one.until)
    return told


def told_by_table(path: str | Path, division: Division) -> list[Told]:
    """The amounts of a table of deliveries. Raises InputError that names file, row and remedy."""
    table = read_columns(path, ("river", "until"))
    sorts = {"plan": PLAN, "planned": PLANNED, "delivered": DELIVERED}
    columns = {name: table.values(name, UNIT) for name in sorts if table.has(name)}
    known = ", ".join(river.name for river in division.rivers)
    found = []
    for row, (name, cell) in enumerate(zip(table.words("river"), table.words("until"), strict=True)):
        rivers = rivers_in(name, division)
        if len(rivers) != 1:
            raise table.wrong(row, "river", f"{name!r} is none of the rivers that are divided: {known}")
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", cell) or bounds(cell)[0] is None:
            raise table.wrong(row, "until", f"{cell!r} is no day; write it as 2025-07-01")
        until = date.fromisoformat(cell)
        end = _end(until.year, division)
        rest = Rest("", f"{table.path}, row {table.numbers_of_rows[row]}", f"{name} {cell}")
        for column, values in columns.items():
            sort = {PLANNED: PLAN, DELIVERED: GIVEN}.get(sorts[column], PLAN) if until >= end else sorts[column]
            day = end if sort in (PLAN, GIVEN) else until
            amount = Range(values[row], values[row], values[row])
            found.append(Told(until.year, next(iter(rivers)), sort, day, amount, rest, published=cell))
    return found


def _end(year: int, division: Division) -> date:
    """The day by which a season is over: the thirtieth of its last month."""
    return date(year, division.season[1], 30)


def _waters(relationship: Relationship, division: Division) -> list[tuple[Fact[Figure], str]]:
    """Volumes of these rivers; what names no water counts where its document tells of these rivers otherwise."""
    found: list[tuple[Fact[Figure], str]] = []
    last: dict[tuple[str, int], str] = {}  # by document and paragraph: the river told last
    for fact in as_told(relationship):
        claim = fact.claim
        if isinstance(claim, Figure) and (claim.indicator, claim.measure) == ("water.volume", "level"):
            paragraph = paragraph_of(relationship, fact)
            river = river_of(claim, division, last.get(paragraph))
            if river is not None:
                last[paragraph] = river
            if river is not None and claim.quantity.unit == UNIT and not claim.area and not claim.rate:
                found.append((fact, river))
    of_these = {source for fact, river in found if _names(fact, division) for source in _sources(fact)}
    return [(fact, river) for fact, river in found if _names(fact, division) or _sources(fact) & of_these]


def as_told(relationship: Relationship) -> list[Fact[Any]]:
    """Figures in the order in which their documents tell them."""
    return sorted(relationship.of_kind("figure"), key=lambda fact: (fact.claim.document, fact.claim.span))


def paragraph_of(relationship: Relationship, fact: Fact[Any]) -> tuple[str, int]:
    """The document and block that a fact's claim stands in."""
    report = next((one for one in fact.reports if one.claim == fact.claim), fact.reports[0])
    blocks = relationship.sources[report.source].document.blocks
    return report.source, bisect_right([block.span.start for block in blocks], report.claim.span.start)


def _names(fact: Fact[Figure], division: Division) -> bool:
    claim = fact.claim
    return bool(rivers_in(claim.quote, division) or (claim.subject and rivers_in(claim.subject, division)))


def _sources(fact: Fact[Figure]) -> set[str]:
    return {report.source for report in fact.reports}


def _sides(relationship: Relationship, waters: Sequence[tuple[Fact[Figure], str]]) -> tuple[str, str]:
    """Who gives and who receives: as most of the claims say, else in the order of the pair's codes."""
    ways: dict[tuple[str, str], int] = defaultdict(int)
    for fact, _ in waters:
        if fact.claim.from_ and fact.claim.to:
            ways[fact.claim.from_, fact.claim.to] += 1
    one, other = relationship.pair
    return max(sorted(ways), key=lambda way: ways[way]) if ways else (other, one)


def _told(fact: Fact[Figure], river: str, division: Division) -> Told | None:
    """Which season a claim is of, and whether of its whole or up to a day; None where nothing says the year."""
    claim = fact.claim
    first, last = bounds(claim.period)
    written = bounds(claim.published)[1]
    day = last or written
    if day is None:
        return None
    end = _end(day.year, division)
    begun = date(day.year, division.season[0], 1)
    target = claim.status in ("target", "forecast", "potential")
    whole = last is None or (last >= end and (first is None or first <= begun))
    if not target and whole and written and written < end and written.year == day.year:
        whole, last = False, written  # told before the season was over
    if whole:
        sort, until = (PLAN if target else GIVEN), end
    else:
        until = last or end
        if written and until > written and (first is None or first <= written):
            until = written
        sort = PLANNED if target else DELIVERED
    if not whole and first and first > begun:
        return None  # a month or ten days of the season: no state of it
    return Told(
        year=day.year,
        river=river,
        sort=sort,
        until=until,
        amount=range_of(claim.quantity),
        rest=rest_of(fact),
        names=_names(fact, division),
        firm=claim.status != "forecast",
        published=claim.published or "",
        source=fact.reports[0].source,
    )
