"""Export potential: what a seller could sell to a buyer by line, two ways; and what can be checked of a claim about it.

Indicative potential (ITC Trade Map): the lesser of what the seller sells to all and what the buyer buys from all,
less what already goes between them; never below zero. Export potential indicator (Decreux and Spies, ITC 2016):
supply × demand × ease, where supply is the seller's share of the world's sales of a line, demand the buyer's imports
of it, and ease what the two trade over what they would if the seller had its share of the world in that buyer's
market too.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from qatynas.model.claim import Figure
from qatynas.model.errors import InputError
from qatynas.outlook.goods import Goods
from qatynas.outlook.told import UNIT, figures, rest_of
from qatynas.outlook.values import Rest, amount, as_json
from qatynas.relations import Fact, Relationship

LINES, SUM = "trade.commodity_lines", "trade.export_potential"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of goods, in USD: supply, demand, trade; its indicative potential; the indicator and what of it is not
    used, None where world trade is not told."""

    code: str
    label: str
    supply: float
    demand: float
    trade: float
    indicative: float
    indicator: float | None
    unused: float | None


@dataclass(frozen=True, slots=True)
class Potential:
    """All lines of a seller and a buyer in a year. count is how many have an indicative potential, total their sum;
    ease and the indicator's totals are None where world trade is not told. counted_by is whose number of what goes
    between the two is taken."""

    seller: str
    buyer: str
    year: int
    unit: str
    form: str
    lines: tuple[Line, ...]
    count: int
    total: float
    ease: float | None
    indicator: float | None
    unused: float | None
    counted_by: str
    little: str
    rests: tuple[Rest, ...]

    @property
    def says(self) -> str:
        """The headline."""
        told = f"{self.count} lines with a potential of {amount(self.total, self.unit)}"
        return f"{self.seller}→{self.buyer} {self.year}: {told} (min of supply and demand, less trade)"

    def rows(self) -> list[dict[str, Any]]:
        """A row a line, the largest potential first."""
        return [as_json(line) for line in self.lines]

    def as_json(self) -> dict[str, Any]:
        """Everything, as JSON types."""
        return {"says": self.says} | dict(as_json(self))


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was checked of a claim, or why it could not be (value is then None)."""

    what: str
    value: float | None
    unit: str
    says: str
    rests: tuple[Rest, ...]


@dataclass(frozen=True, slots=True)
class Claimed:
    """A potential as it is claimed, from seller to buyer: lines and their worth, beside what can be checked."""

    seller: str
    buyer: str
    lines: float | None
    worth: float | None
    unit: str
    checks: tuple[Check, ...]
    rests: tuple[Rest, ...]

    @property
    def says(self) -> str:
        """The headline."""
        lines = f"{self.lines:g} goods" if self.lines else "goods"
        worth = f" worth {amount(self.worth, self.unit)}" if self.worth else ""
        return f"{self.seller}→{self.buyer}: {lines}{worth} are claimed; " + "; ".join(one.says for one in self.checks)

    def rows(self) -> list[dict[str, Any]]:
        """A row a check."""
        return [{"what": one.what, "value": one.value, "unit": one.unit, "says": one.says} for one in self.checks]

    def as_json(self) -> dict[str, Any]:
        """Everything, as JSON types."""
        return {"says": self.says} | dict(as_json(self))


def indicative(supply: float, demand: float, trade: float) -> float:
    """min(X, M) − V, never below zero."""
    return max(min(supply, demand) - trade, 0.0)


def of_goods(goods: Goods, seller: str, buyer: str) -> Potential:
    """The potential of every line that the seller sells or the buyer buys."""
    codes = sorted(set(goods.supply) | set(goods.demand))
    ease = _ease(goods, codes)
    lines = [_line(goods, code, ease) for code in codes]
    lines.sort(key=lambda line: (-line.indicative, line.code))
    count = sum(line.indicative > 0 for line in lines)
    total = sum(line.indicative for line in lines)
    known = ease is not None
    return Potential(
        seller=seller,
        buyer=buyer,
        year=goods.year,
        unit=UNIT,
        form=goods.form,
        lines=tuple(lines),
        count=count,
        total=total,
        ease=ease,
        indicator=sum(line.indicator or 0 for line in lines) if known else None,
        unused=sum(line.unused or 0 for line in lines) if known else None,
        counted_by=seller if goods.trade or not goods.bought else buyer,
        little=_little(goods, seller, buyer, known),
        rests=(goods.rest,),
    )


def _little(goods: Goods, seller: str, buyer: str, world: bool) -> str:
    little = "one year's trade; no tariffs, distances or capacities are known"
    if goods.bought and not goods.trade:
        little += f"; what {seller} sells to {buyer} is as {buyer} counts it, freight included"
    if len(goods.editions) > 1:
        named = ", ".join(sorted(goods.editions))
        little += f"; rows are of several editions of the Harmonised System ({named}), whose lines differ in places"
    if not world:
        little += "; the table does not tell world trade by line, so ITC's indicator cannot be had: BACI has it"
    return little


def _ease(goods: Goods, codes: Iterable[str]) -> float | None:
    """What the two trade over what they would at the seller's share of the world; None without world trade."""
    expected = sum(_share(goods, code) * goods.demand.get(code, 0.0) for code in codes)
    return sum(goods.between.values()) / expected if goods.world and expected > 0 else None


def _share(goods: Goods, code: str) -> float:
    world = goods.world.get(code, 0.0)
    return goods.supply.get(code, 0.0) / world if world > 0 else 0.0


def _line(goods: Goods, code: str, ease: float | None) -> Line:
    supply, demand, trade = (course.get(code, 0.0) for course in (goods.supply, goods.demand, goods.between))
    indicator = None if ease is None else _share(goods, code) * demand * ease
    return Line(
        code, goods.labels.get(code, ""), supply, demand, trade, indicative(supply, demand, trade), indicator,
        None if indicator is None else max(indicator - trade, 0.0),
    )  # fmt: skip


def of_relationship(relationship: Relationship, computed: Potential | None = None) -> tuple[Claimed, ...]:
    """What is claimed of a pair's export potential, by direction, beside what can be checked.

    computed is a potential made of a table, where there is one. Raises InputError where nothing is claimed.
    """
    lines, sums = _claims(relationship, LINES, "count"), _claims(relationship, SUM, UNIT)
    ways = sorted(set(lines) | set(sums), key=str)
    if not ways:
        raise InputError("-".join(relationship.pair), "no claim of an export potential; give a table of goods instead")
    return tuple(_claimed(relationship, way, lines.get(way), sums.get(way), computed) for way in ways)


Way = tuple[str | None, str | None]


def _claims(relationship: Relationship, indicator: str, unit: str) -> dict[Way, Fact[Figure]]:
    """The newest claim of each direction."""
    found: dict[Way, Fact[Figure]] = {}
    for fact in figures(relationship, indicator):
        claim = fact.claim
        if claim.measure == "level" and claim.quantity.unit == unit:
            way = claim.from_, claim.to
            if way not in found or (found[way].claim.published or "") <= (claim.published or ""):
                found[way] = fact
    return found


def _claimed(
    relationship: Relationship,
    way: Way,
    lines: Fact[Figure] | None,
    worth: Fact[Figure] | None,
    computed: Potential | None,
) -> Claimed:
    count = float(lines.claim.quantity.value) if lines else None
    total = float(worth.claim.quantity.value) if worth else None
    rests = tuple(rest_of(fact) for fact in (lines, worth) if fact)
    checks: list[Check] = []
    if count and total:
        each = total / count
        says = f"{amount(each, UNIT)} a line on average"
        checks.append(Check("worth of a line", each, UNIT, says, rests))
    if total and (sold := _sold(relationship, way)):
        share = total / float(sold.claim.quantity.value) * 100
        says = f"{share:.0f} % of the {amount(float(sold.claim.quantity.value), UNIT)} sold in {sold.claim.period}"
        checks.append(Check("share of yearly exports", share, "%", says, (*rests, rest_of(sold))))
    checks += _against(way, count, total, computed)
    return Claimed(way[0] or "?", way[1] or "?", count, total, UNIT, tuple(checks), rests)


def _sold(relationship: Relationship, way: Way) -> Fact[Figure] | None:
    """The seller's exports of the newest full year that is told."""
    found = [
        fact
        for fact in figures(relationship, "trade.export")
        if (fact.claim.from_, fact.claim.to) == way
        and (fact.claim.measure, fact.claim.status, fact.claim.quantity.unit) == ("level", "actual", UNIT)
        and len(fact.claim.period or "") == 4
        and fact.claim.quantity.value > 0
    ]
    return max(found, key=lambda fact: (fact.claim.period or "", fact.key), default=None)


def _against(way: Way, count: float | None, total: float | None, computed: Potential | None) -> list[Check]:
    if computed is None or (computed.seller, computed.buyer) != way:
        says = "count and sum cannot be computed anew: no table of goods by country of this direction is given"
        return [Check("computed anew", None, "", says, ())]
    found = []
    if count:
        says = f"{computed.count} lines have a potential in {computed.year}, where {count:g} are claimed"
        found.append(Check("lines computed", float(computed.count), "count", says, computed.rests))
        most = sum(line.indicative for line in computed.lines[: int(count)])
        says = f"the {count:g} largest of them are worth {amount(most, UNIT)}"
        found.append(Check("worth of as many lines", most, UNIT, says, computed.rests))
    if total:
        says = f"all together are worth {amount(computed.total, UNIT)}, where {amount(total, UNIT)} is claimed"
        found.append(Check("worth computed", computed.total, UNIT, says, computed.rests))
    return found
