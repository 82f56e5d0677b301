"""What holds among amounts whoever tells them: turnover is exports plus imports, a part is no more than its whole."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from qatynas.checks.cells import Amount
from qatynas.relations.dates import bounds

# Indicators whose amounts add up over time: a year's holds its months'. Stocks and counts of a day do not.
FLOWS = frozenset({
    "trade.turnover", "trade.export", "trade.import", "investment.flow", "energy.electricity", "water.volume",
    "transport.freight", "transport.passengers", "tourism.visitors", "aid.value", "aid.mass",
})  # fmt: skip

TURNOVER, EXPORT, IMPORT = "trade.turnover", "trade.export", "trade.import"


@dataclass(frozen=True, slots=True)
class Law:
    """The sum of terms (an amount with its factor) lies between low and high; says tells it in words."""

    says: str
    terms: tuple[tuple[Amount, Fraction], ...]
    low: Fraction | None = Fraction(0)
    high: Fraction | None = Fraction(0)


def laws(amounts: Collection[Amount]) -> tuple[Law, ...]:
    """The laws that bind these amounts; turnover brings in the part that nobody states."""
    known = sorted(set(amounts))
    sums = list(_turnovers(known))
    wider = sorted({*known, *(amount for law in sums for amount, _ in law.terms)})
    return (*sums, *_parts_of_time(wider), *_parts_of_things(wider))


def _turnovers(amounts: list[Amount]) -> Iterator[Law]:
    """For each side, turnover is what it sold the other and what it bought, in its own statistics.

    A figure that names no statistics may be of either side's; then both hold, and the free part takes up the slack.
    """
    held = set(amounts)
    for whole in amounts:
        if whole.indicator != TURNOVER or len(whole.parties) != 2 or not whole.unit:
            continue
        for own, partner in (whole.parties, whole.parties[::-1]):
            if whole.reporter and whole.reporter in whole.parties and whole.reporter != own:
                continue
            sold = dataclasses.replace(whole, indicator=EXPORT, from_=own, to=partner)
            bought = dataclasses.replace(whole, indicator=IMPORT, from_=partner, to=own)
            if sold in held or bought in held:
                yield Law("turnover is exports plus imports", ((whole, Fraction(1)), *_minus(sold, bought)))


def _parts_of_time(amounts: list[Amount]) -> Iterator[Law]:
    """A month is no more than its year; parts that fill the whole without a gap add up to it."""
    series: dict[Amount, list[Amount]] = defaultdict(list)
    for amount in amounts:
        if amount.indicator in FLOWS and amount.unit and not amount.period.startswith("undated"):
            series[amount.over("")].append(amount)
    for times in series.values():
        for whole in times:
            parts = [part for part in times if _within(whole.period, part.period)]
            closest = [part for part in parts if not any(_within(mid.period, part.period) for mid in parts)]
            for part in closest:
                yield Law(
                    "a part of a period is no more than the whole", ((whole, Fraction(1)), *_minus(part)), high=None
                )
            tiles = _tiling(whole, closest)
            if tiles:
                yield Law("the parts of a period make the whole", ((whole, Fraction(1)), *_minus(*tiles)))


def _within(whole: str, part: str) -> bool:
    (first, last), (begin, end) = bounds(whole), bounds(part)
    if not (first and last and begin and end) or (first, last) == (begin, end):
        return False
    return first <= begin and end <= last


def _tiling(whole: Amount, parts: list[Amount]) -> list[Amount]:
    """Parts that follow one another from the first day of the whole to its last; empty where there are none."""
    start, end = bounds(whole.period)
    longest: dict[date, tuple[date, Amount]] = {}
    for part in parts:
        begin, last = bounds(part.period)
        if begin and last and (begin not in longest or last > longest[begin][0]):
            longest[begin] = last, part
    chain: list[Amount] = []
    while start and end and start <= end and start in longest:
        last, part = longest[start]
        chain.append(part)
        start = last + timedelta(days=1)
    filled = start is not None and end is not None and start > end
    return chain if filled and len(chain) > 1 else []


def _parts_of_things(amounts: list[Amount]) -> Iterator[Law]:
    """Trade in one good is no more than all trade, a region's no more than the state's."""
    held = set(amounts)
    for part in amounts:
        if part.indicator not in FLOWS or not part.unit:
            continue
        for place in (1, 2):  # product, area
            if part.named[place]:
                whole = dataclasses.replace(part, named=(*part.named[:place], "", *part.named[place + 1 :]))
                if whole in held:
                    yield Law("a part is no more than the whole", ((whole, Fraction(1)), *_minus(part)), high=None)


def _minus(*amounts: Amount) -> tuple[tuple[Amount, Fraction], ...]:
    return tuple((amount, Fraction(-1)) for amount in amounts)
