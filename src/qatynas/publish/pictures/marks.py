"""What the trade chart draws: every dollar figure of turnover, exports and imports as a mark with its interval."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from qatynas.model.quantity import Quantity
from qatynas.publish.doubts import narrowed
from qatynas.publish.labels import arrow, label, state
from qatynas.publish.writing import is_part_year
from qatynas.relations import Point, Relationship, Series, period

TRADE = ("trade.turnover", "trade.export", "trade.import")
CURRENCY = "USD"
SOURCES = 12
"""Sources of one figure that are drawn, the newest first: more would hide each other."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure on the chart. year is None for a target without a date; kind is stated, part, forecast, target,
    or other (a source that differs from the newest one). left is what other figures leave of its interval, where that
    is less than was stated."""

    year: int | None
    quantity: Quantity
    kind: str
    edtf: str | None
    left: tuple[Decimal, Decimal] | None = None

    @property
    def value(self) -> Decimal:
        return self.quantity.value


@dataclass(frozen=True, slots=True)
class Strand:
    """One line of the chart: a flow as one reporter tells it. side is the state the goods leave, "" for turnover;
    short is the name where room is scarce."""

    name: str
    short: str
    side: str
    mirror: bool
    marks: tuple[Mark, ...]

    def of(self, *kinds: str) -> list[Mark]:
        """Marks of these kinds that stand at a year, in its order."""
        kept = (mark for mark in self.marks if mark.kind in kinds and mark.year is not None)
        return sorted(kept, key=lambda mark: (mark.year or 0, mark.value))


def strands(relationship: Relationship) -> list[Strand]:
    """Turnover first, then each side's flow, each reporter apart; empty where no figure is in dollars."""
    drawable = [one for one in relationship.series_of(*TRADE, measure="level") if _is_total(one)]
    left = narrowed(relationship)
    found = [
        Strand(*_names(one, drawable), one.head.from_ or "", _is_mirror(one, drawable), tuple(_marks(one, left)))
        for one in drawable
    ]
    kept = [strand for strand in found if strand.marks]
    order = {"": 0, relationship.pair[0]: 1, relationship.pair[1]: 2}
    return sorted(kept, key=lambda strand: (order.get(strand.side, 3), strand.mirror, strand.name))


def _is_total(one: Series) -> bool:
    head = one.head
    return head.unit == CURRENCY and not any((head.product, head.area, head.subject, head.rate, head.of))


def _is_mirror(one: Series, drawable: list[Series]) -> bool:
    """Whether another series tells the same flow with more figures: this one is drawn thinner, so that both are seen.

    One side's exports are the other side's imports, and their statistics differ.
    """
    rivals = [other for other in drawable if other.head.from_ == one.head.from_]
    fullest = max(rivals, key=lambda s: (len(s.points), s.reporter is None, s.head.indicator == "trade.export"))
    return one is not fullest


def _names(one: Series, drawable: list[Series]) -> tuple[str, str]:
    head = one.head
    if _is_mirror(one, drawable):
        what = label("indicators", head.indicator)
        return label("words", "told_as", what=what, who=state(one.reporter or _teller(one))), label(
            "words", "as", what=what
        )
    if head.indicator == "trade.turnover":
        return label("words", "of_turnover"), label("words", "of_turnover")
    return f"{state(head.from_)} {arrow()} {state(head.to)}", f"{head.from_} → {head.to}"


def _teller(one: Series) -> str | None:
    """Whose statistics they are: exports are named as the exporter's, imports as the importer's (CLAIMS.md)."""
    return one.head.from_ if one.head.indicator == "trade.export" else one.head.to


def _marks(one: Series, left: Mapping[tuple[str, str, int], tuple[Decimal, Decimal]]) -> Iterator[Mark]:
    for point in one.points:
        kind = _kind(point)
        if kind is None:
            continue
        known = period(point.cell.period)
        last = known.last if known else None
        year = (known.year if known else None) or (last.year if last and kind == "target" else None)
        if year is None and kind != "target":
            continue
        for place, fact in enumerate(point.facts[:SOURCES]):
            mark_kind = kind if place == 0 or kind == "target" else "other"
            mine = left.get((one.head.indicator, one.head.from_ or "", year or 0)) if one.reporter is None else None
            within = mine if mine and _holds(fact.claim.quantity, *mine) else None
            yield Mark(year, fact.claim.quantity, mark_kind, point.cell.period, within if kind == "stated" else None)


def _holds(quantity: Quantity, low: Decimal, high: Decimal) -> bool:
    """Whether what is left lies within what was stated: of two sources' figures it is that of one."""
    return (quantity.low is None or quantity.low <= low) and (quantity.high is None or high <= quantity.high)


def _kind(point: Point) -> str | None:
    status = point.cell.status
    if status == "actual":
        return "part" if is_part_year(point.cell.period) else "stated"
    return status if status in ("forecast", "target") else None
