"""What holds among amounts whoever tells them: turnover is exports plus imports, a part is no more than its whole."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left, bisect_right
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

TURNOVER, EXPORT, IMPORT, BALANCE = "trade.turnover", "trade.export", "trade.import", "trade.balance"

# What both sides say they sold is nearly the turnover of either: it misses by the gap between their statistics, wide or
# not, as checks of mirrors find it between neighbours.
MIRROR = (Fraction(4, 5), Fraction(5, 4))
HUNDRED = Fraction(100)

_SUMMED = (TURNOVER, EXPORT, IMPORT, BALANCE)
RIVER = "water.share"


@dataclass(frozen=True, slots=True)
class Law:
    """The sum of terms (an amount with its factor) lies between low and high; says is the key of its words."""

    says: str
    terms: tuple[tuple[Amount, Fraction], ...]
    low: Fraction | None = Fraction(0)
    high: Fraction | None = Fraction(0)


def laws(amounts: Collection[Amount]) -> tuple[Law, ...]:
    """The laws that bind these amounts; turnover brings in the part that nobody states."""
    known = sorted(set(amounts))
    sums = [*_turnovers(known), *_balances(known)]
    wider = sorted({*known, *(amount for law in sums for amount, _ in law.terms)})
    return (*sums, *_both_sold(known), *_parts_of_time(wider), *_parts_of_things(wider), *_shared_out(known))


def ties_of(amount: Amount) -> tuple[tuple[str, Amount], ...]:
    """What amounts share that a law can bind to this one, by the kind of law: all laws are among amounts that share one
    of these, and `laws_tied` of those that do gives them."""
    found = []
    if amount.indicator in _SUMMED:
        found.append(("sum", dataclasses.replace(amount, indicator="", from_="", to="")))
    if amount.indicator in FLOWS and amount.unit:
        if not amount.period.startswith("undated"):
            found.append(("time", amount.over("")))
        named = (amount.named[0], "", "", *amount.named[3:])
        found.append(("thing", dataclasses.replace(amount, named=named)))
    if amount.indicator == RIVER:
        found.append(("river", dataclasses.replace(amount, from_="", to="", named=amount.named[:1])))
    return tuple(found)


def laws_tied(kind: str, known: Collection[Amount], wider: Collection[Amount] = ()) -> tuple[Law, ...]:
    """The laws of a kind among all amounts that share a tie of it: the known ones, and with them those that sums bring
    in."""
    if kind == "sum":
        return (*_turnovers(sorted(known)), *_balances(sorted(known)), *_both_sold(sorted(known)))
    if kind == "river":
        return tuple(_shared_out(sorted(known)))
    everything = sorted({*known, *wider})
    return tuple(_parts_of_time(everything) if kind == "time" else _parts_of_things(everything))


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
                yield Law("turnover", ((whole, Fraction(1)), *_minus(sold, bought)))


def _balances(amounts: list[Amount]) -> Iterator[Law]:
    """A surplus is what its side sold the other less what it bought, in the statistics of either side.

    It flows from the side that sold more; one that names no sides binds nothing, since its sign is not told.
    """
    held = set(amounts)
    for left in amounts:
        if left.indicator != BALANCE or not (left.from_ and left.to and left.unit) or left.named != ("",) * 5:
            continue
        for own in (left.from_, left.to):
            if left.reporter and left.reporter in left.parties and left.reporter != own:
                continue
            there, back = (EXPORT, IMPORT) if own == left.from_ else (IMPORT, EXPORT)
            sold = dataclasses.replace(left, indicator=there)
            bought = dataclasses.replace(left, indicator=back, from_=left.to, to=left.from_)
            if sold in held or bought in held:
                terms = ((left, Fraction(1)), (sold, Fraction(-1)), (bought, Fraction(1)))
                yield Law("balance", terms)


def _both_sold(amounts: list[Amount]) -> Iterator[Law]:
    """Exports of both sides, where no statistics are named, make the turnover but for the gap between mirrors."""
    held = set(amounts)
    for whole in amounts:
        if whole.indicator != TURNOVER or len(whole.parties) != 2 or not whole.unit or whole.reporter:
            continue
        one, other = whole.parties
        sold = [
            dataclasses.replace(whole, indicator=EXPORT, from_=giver, to=taker)
            for giver, taker in ((one, other), (other, one))
        ]
        if all(part in held for part in sold):
            low, high = MIRROR
            parts = tuple((part, Fraction(1)) for part in sold)
            yield Law("both_sold", (*parts, (whole, -low)), low=Fraction(0), high=None)
            yield Law("both_sold", (*parts, (whole, -high)), low=None, high=Fraction(0))


def _shared_out(amounts: list[Amount]) -> Iterator[Law]:
    """What both sides have of one river is no more than all of it."""
    together: dict[Amount, list[Amount]] = defaultdict(list)
    for amount in amounts:
        if amount.indicator == RIVER and amount.unit == "percent" and amount.to and amount.named[0]:
            together[dataclasses.replace(amount, from_="", to="", named=amount.named[:1])].append(amount)
    for parts in together.values():
        if len({part.to for part in parts}) == len(parts) > 1:
            terms = tuple((part, Fraction(1)) for part in parts)
            yield Law("shared_out", terms, low=None, high=HUNDRED)


def _parts_of_time(amounts: list[Amount]) -> Iterator[Law]:
    """A month is no more than its year; parts that fill the whole without a gap add up to it."""
    series: dict[Amount, list[Amount]] = defaultdict(list)
    for amount in amounts:
        if amount.indicator in FLOWS and amount.unit and not amount.period.startswith("undated"):
            series[amount.over("")].append(amount)
    for told in series.values():
        times = sorted(((*_days(amount), amount) for amount in told if all(_days(amount))), key=lambda row: row[:2])
        begins = [row[0] for row in times]
        for begin, end, whole in times:
            inside = times[bisect_left(begins, begin) : bisect_right(begins, end)]
            parts = [row for row in inside if _within((begin, end), row[:2])]
            inner = _inner({row[:2] for row in parts})
            closest = [row[2] for row in parts if row[:2] not in inner]
            for part in closest:
                yield Law("part_of_period", ((whole, Fraction(1)), *_minus(part)), high=None)
            tiles = _tiling(whole, closest)
            if tiles:
                yield Law("parts_of_period", ((whole, Fraction(1)), *_minus(*tiles)))


def _days(amount: Amount) -> tuple[date, date]:
    """The first and the last day of an amount's time, which both are known of those that add up."""
    return bounds(amount.period)  # type: ignore[return-value]


def _within(whole: tuple[date, date], part: tuple[date, date]) -> bool:
    return whole != part and whole[0] <= part[0] and part[1] <= whole[1]


def _inner(times: Collection[tuple[date, date]]) -> set[tuple[date, date]]:
    """The times that lie within another one of these."""
    found, latest = set(), date.min
    for begin, end in sorted(times, key=lambda time: (time[0], -time[1].toordinal())):
        if end <= latest:
            found.add((begin, end))
        latest = max(latest, end)
    return found


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
                    yield Law("part_of_whole", ((whole, Fraction(1)), *_minus(part)), high=None)


def _minus(*amounts: Amount) -> tuple[tuple[Amount, Fraction], ...]:
    return tuple((amount, Fraction(-1)) for amount in amounts)
