"""Two offices' statistics of the same goods put side by side: the gap, what freight explains of it, and an estimate.

A state's export to another is the other's import from it, and the two never agree: an import's price holds freight and
insurance, and each office sees what the other does not. Each year's estimate weighs both by how reliable their
offices have been; years in which the two part ways are flagged, and their range reaches from one to the other.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from qatynas.checks.mirror import EXPECTED, WIDE
from qatynas.model.claim import Figure
from qatynas.model.errors import InputError
from qatynas.outlook.told import UNIT, figures, range_of, rest_of, span_of
from qatynas.outlook.values import Range, Rest, as_json
from qatynas.relations import Fact, Relationship

FREIGHT = (float(EXPECTED[0]), float(EXPECTED[1]))
APART = (float(WIDE[0]), float(WIDE[1]))
JUMP = 3.0  # median deviations from a flow's usual ratio beyond which a year is flagged
STEADY = 1.4826  # what turns a median deviation into a standard one
LEAST_WEIGHT = 0.1  # no office is ever taken for all or nothing
EQUAL = 8  # bends' worth of belief that both offices are alike: what few years say of them is drawn to the middle


@dataclass(frozen=True, slots=True)
class Side:
    """One office's number of one flow and year: the newest edition, with the first where it was told before. named says
    whether it is told whose statistics it is; if not, an export is taken for the seller's and an import for the
    buyer's, as they are named."""

    amount: Range
    edition: str
    first: float
    rest: Rest
    named: bool


@dataclass(frozen=True, slots=True)
class MirrorYear:
    """One year of a flow, in USD. ratio is bought over sold.

    explained is what freight between neighbours can make of the gap, unexplained what is left of it (both with the
    sign of bought - sold). flagged says why the two part ways, "" where they do not; usual is the flow's usual ratio,
    None where too few years are told; named says whether both numbers are told with their office. estimate is in the
    seller's prices; its range holds both offices' numbers, the buyer's without freight.
    """

    year: int
    sold: float
    bought: float
    ratio: float
    explained: float
    unexplained: float
    flagged: str
    estimate: Range
    rests: tuple[Rest, ...]
    usual: float | None = None
    named: bool = True

    @property
    def apart(self) -> bool:
        """Whether one number is so far from the other that no freight or habit explains it."""
        return not APART[0] <= self.ratio <= APART[1]


@dataclass(frozen=True, slots=True)
class Flow:
    """The goods of one state in the other, by years that both offices tell; alone are years that only one tells."""

    from_: str
    to: str
    years: tuple[MirrorYear, ...]
    alone: tuple[int, ...]

    def year(self, year: int) -> MirrorYear | None:
        """One year."""
        return next((one for one in self.years if one.year == year), None)


@dataclass(frozen=True, slots=True)
class Reliability:
    """How an office has done: spread of its errors and mean revision in percent, and the weight that it gets.

    Both are None where too few years say anything; weights are then equal.
    """

    reporter: str
    spread: float | None
    revised: float | None
    revisions: int
    weight: float


@dataclass(frozen=True, slots=True)
class Mirror:
    """Both flows of a pair, and how reliable each office has been."""

    pair: tuple[str, str]
    unit: str
    flows: tuple[Flow, ...]
    offices: tuple[Reliability, ...]
    little: str

    @property
    def says(self) -> str:
        """The headline: the newest year of each flow."""
        told = []
        for flow in self.flows:
            if flow.years:
                last = flow.years[-1]
                mark = " (the two part ways)" if last.flagged else ""
                told.append(
                    f"{flow.from_}→{flow.to} {last.year}: {flow.to} counts {last.ratio:.3f} of {flow.from_}'s{mark}"
                )
        return "; ".join(told)

    @property
    def rests(self) -> tuple[Rest, ...]:
        """Every cell and sentence that was used."""
        return tuple(dict.fromkeys(rest for flow in self.flows for year in flow.years for rest in year.rests))

    def rows(self) -> list[dict[str, Any]]:
        """A row a flow and year."""
        return [
            {"from": flow.from_, "to": flow.to, "year": one.year, "sold": one.sold, "bought": one.bought}
            | {"ratio": round(one.ratio, 4), "explained": one.explained, "unexplained": one.unexplained}
            | {"estimate": one.estimate.value, "low": one.estimate.low, "high": one.estimate.high}
            | {"flagged": one.flagged}
            for flow in self.flows
            for one in flow.years
        ]

    def as_json(self) -> dict[str, Any]:
        """Everything, as JSON types."""
        return {"says": self.says} | dict(as_json(self)) | {"rests": as_json(self.rests)}


def of_relationship(relationship: Relationship) -> Mirror:
    """Both flows of a pair. Raises InputError where no year of either is told by both offices."""
    one, other = relationship.pair
    sides = {(a, b): _sides(relationship, a, b) for a, b in ((one, other), (other, one))}
    paired = {flow: _paired(*told) for flow, told in sides.items()}
    if not any(paired.values()):
        raise InputError(
            "-".join(relationship.pair),
            "no year of trade is told by both statistics offices; add both sides' tables with `qatynas add`",
        )
    usual = {flow: _usual(years) for flow, years in paired.items()}
    plain = {
        flow: {year: both for year, both in years.items() if not _flag(_ratio(both), usual[flow])}
        for flow, years in paired.items()
    }
    offices = _reliabilities(relationship.pair, sides, plain)
    weights = {office.reporter: office.weight for office in offices}
    flows = tuple(
        Flow(
            *flow,
            tuple(_year(year, both, usual[flow], weights[flow[0]]) for year, both in sorted(years.items())),
            tuple(sorted(set(sides[flow][0]) ^ set(sides[flow][1]))),
        )
        for flow, years in paired.items()
    )
    count = sum(len(years) for years in plain.values())
    little = f"the weights rest on {count} years of two flows; two numbers alone cannot say which of them is right"
    unnamed = sum(not year.named for flow in flows for year in flow.years)
    if unnamed:
        little += f"; of {unnamed} years some number is told without its office: an export is taken for the seller's"
    return Mirror(relationship.pair, UNIT, flows, offices, little)


Both = tuple[Side, Side]


def _sides(relationship: Relationship, seller: str, buyer: str) -> tuple[dict[int, Side], dict[int, Side]]:
    """What each office counts of one flow, by full years."""
    return (
        _told(fact for fact in figures(relationship, "trade.export") if _is(fact, seller, buyer, seller)),
        _told(fact for fact in figures(relationship, "trade.import") if _is(fact, seller, buyer, buyer)),
    )


def _is(fact: Fact[Figure], seller: str, buyer: str, reporter: str) -> bool:
    claim = fact.claim
    level = (claim.measure, claim.status, claim.quantity.unit) == ("level", "actual", UNIT)
    return level and (claim.from_, claim.to) == (seller, buyer) and claim.reporter in (reporter, None)


def _told(facts: Iterable[Fact[Figure]]) -> dict[int, Side]:
    by: dict[int, list[Fact[Figure]]] = defaultdict(list)
    for fact in facts:
        span = span_of(fact.claim.period)
        if span and span[1] == 12 and fact.claim.quantity.value > 0:
            by[span[0]].append(fact)
    found = {}
    for year, told in by.items():
        named = any(fact.claim.reporter for fact in told)
        if named:
            told = [fact for fact in told if fact.claim.reporter]
        told.sort(key=lambda fact: (fact.claim.edition or "", fact.claim.published or "", fact.key))
        last = told[-1]
        first = float(told[0].claim.quantity.value)
        edition = last.claim.edition or last.claim.published or ""
        found[year] = Side(range_of(last.claim.quantity), edition, first, rest_of(last), named)
    return found


def _paired(sold: dict[int, Side], bought: dict[int, Side]) -> dict[int, Both]:
    return {year: (sold[year], bought[year]) for year in sorted(set(sold) & set(bought))}


def _ratio(both: Both) -> float:
    return both[1].amount.value / both[0].amount.value


def _usual(years: dict[int, Both]) -> tuple[float, float]:
    """The usual logarithm of the ratio of a flow, and how far one may lie from it."""
    found = [math.log(_ratio(both)) for both in years.values()]
    if len(found) < 4:  # too few to know what is usual
        return 0.0, math.inf
    middle = median(found)
    return middle, max(JUMP * STEADY * median(abs(one - middle) for one in found), math.log(FREIGHT[1]))


def _flag(ratio: float, usual: tuple[float, float]) -> str:
    """Why a year's two numbers are not to be averaged away, "" where they may be."""
    if not APART[0] <= ratio <= APART[1]:
        return f"the buyer counts {ratio:.3f} of what the seller does, outside {APART[0]:g} … {APART[1]:g}"
    middle, reach = usual
    if abs(math.log(ratio) - middle) > reach:
        return f"the ratio {ratio:.3f} breaks with the {math.exp(middle):.3f} that is usual"
    return ""


def _year(year: int, both: Both, usual: tuple[float, float], weight: float) -> MirrorYear:
    """weight is the seller's office's."""
    sold, bought = both[0].amount, both[1].amount
    ratio = _ratio(both)
    gap = bought.value - sold.value
    explained = min(max(gap, 0.0), (FREIGHT[1] - 1) * sold.value)
    freight = (FREIGHT[0] + FREIGHT[1]) / 2
    estimate = math.exp(weight * math.log(sold.value) + (1 - weight) * math.log(bought.value / freight))
    low = min(sold.low, bought.low / FREIGHT[1])
    high = max(sold.high, bought.high / FREIGHT[0])
    return MirrorYear(
        year, sold.value, bought.value, ratio, explained, gap - explained, _flag(ratio, usual),
        Range(estimate, low, high), (both[0].rest, both[1].rest),
        None if math.isinf(usual[1]) else math.exp(usual[0]), both[0].named and both[1].named,
    )  # fmt: skip


def _reliabilities(
    pair: tuple[str, str],
    sides: dict[tuple[str, str], tuple[dict[int, Side], dict[int, Side]]],
    plain: dict[tuple[str, str], dict[int, Both]],
) -> tuple[Reliability, ...]:
    """Each office's error and weight: see docs/outlook.md, «Which office»."""
    spreads, bends = _spreads(pair, plain)
    revised = {
        reporter: [
            abs(math.log(side.amount.value / side.first))
            for flow, told in sides.items()
            for side in told[0 if flow[0] == reporter else 1].values()
            if side.first != side.amount.value
        ]
        for reporter in pair
    }
    moved = {name: sum(found) / len(found) if found else 0.0 for name, found in revised.items()}
    if spreads is None:
        return tuple(_office(name, None, moved[name], len(revised[name]), 0.5) for name in pair)
    total = {name: spreads[name] + moved[name] ** 2 for name in pair}
    both = total[pair[0]] + total[pair[1]]
    first = total[pair[1]] / both if both else 0.5  # the less an office errs, the more it weighs
    first = (bends * min(max(first, LEAST_WEIGHT), 1 - LEAST_WEIGHT) + EQUAL / 2) / (bends + EQUAL)
    weights = {pair[0]: first, pair[1]: 1 - first}
    return tuple(
        _office(name, math.sqrt(spreads[name]), moved[name], len(revised[name]), weights[name]) for name in pair
    )


def _office(name: str, spread: float | None, moved: float, revisions: int, weight: float) -> Reliability:
    revised = moved * 100 if revisions else None
    return Reliability(name, None if spread is None else spread * 100, revised, revisions, weight)


def _spreads(
    pair: tuple[str, str], plain: dict[tuple[str, str], dict[int, Both]]
) -> tuple[dict[str, float] | None, int]:
    """The variance of each office's errors, None where fewer than three neighbouring years are told; and the bends
    seen.

    Gaps between the two have the sum of both variances. A course's bends (second differences of its logarithm) have six
    times the office's own variance, and what the true course bends, which is the same for both: so the difference of
    the two offices' bends, over six, is the difference of their variances.
    """
    gaps: list[float] = []
    bends: dict[str, list[float]] = {name: [] for name in pair}
    for (seller, buyer), years in plain.items():
        logs = [math.log(_ratio(both)) for both in years.values()]
        gaps += [log - median(logs) for log in logs]
        for place, reporter in enumerate((seller, buyer)):
            bends[reporter] += _bends({year: both[place].amount.value for year, both in years.items()})
    if not all(bends.values()):
        return None, 0
    both = _mean_square(gaps)
    apart = (_mean_square(bends[pair[0]]) - _mean_square(bends[pair[1]])) / 6
    least = LEAST_WEIGHT * both
    first = min(max((both + apart) / 2, least), both - least)
    return {pair[0]: first, pair[1]: both - first}, min(map(len, bends.values()))


def _bends(course: dict[int, float]) -> list[float]:
    years = sorted(course)
    return [
        math.log(course[a] * course[c] / course[b] ** 2)
        for (a, b), (_, c) in pairwise(pairwise(years))
        if b - a == c - b == 1
    ]


def _mean_square(found: Sequence[float]) -> float:
    return sum(one * one for one in found) / len(found)
