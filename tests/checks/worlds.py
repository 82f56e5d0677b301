"""Random worlds in which every number is true, told with random roundings; and troubles planted into them."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from relations.sample import document

from qatynas.checks.view import View, view_of
from qatynas.model import Claim, Dating, Extraction, Figure, Quantity, Span
from qatynas.relations import Relationship, build

PAIR = ("KAZ", "KGZ")
WRITTEN = "2026-03-01"
WAYS: dict[str, dict[str, str]] = {
    "trade.turnover": {},
    "trade.export": {"from_": "KAZ", "to": "KGZ"},
    "trade.import": {"from_": "KGZ", "to": "KAZ"},
}


def figure(
    indicator: str, value: str, period: str | None, *, low: str | None = None, high: str | None = None, **more: Any
) -> Figure:
    """A figure said in a document that places gives it later."""
    unit = more.pop("unit", "USD")
    quantity = Quantity(Decimal(value), unit, Decimal(low or value), Decimal(high or value))
    fields = {"measure": "level", "status": "actual", "parties": PAIR, "published": WRITTEN, **WAYS.get(indicator, {})}
    fields |= more
    return Figure(
        document="note.txt", span=Span(0, 1), quote="1", indicator=indicator, quantity=quantity, period=period, **fields
    )


def told(*claims: Claim, name: str = "note.txt", published: str = WRITTEN) -> Extraction:
    """A document in which every claim has a line of its own."""
    lines = [f"{name} {place}" for place in range(len(claims))]
    made = document("Тақырып\n" + "\n".join(lines), name)
    placed, start = [], len("Тақырып\n")
    for line, claim in zip(lines, claims, strict=True):
        span = Span(start, start + len(line))
        placed.append(replace(claim, document=name, span=span, quote=line, published=published))
        start += len(line) + 1
    return Extraction(made, Dating(published, "stated", "a date line"), PAIR, tuple(placed), (), ())


def related(*extractions: Extraction) -> Relationship:
    """What these documents make."""
    return build(extractions, PAIR)


def seen(*extractions: Extraction) -> View:
    """The view of it."""
    return view_of(related(*extractions))


@dataclass
class World:
    """Figures that are all true but for the planted ones, which stand at these places."""

    figures: list[Figure]
    planted: list[int]


def world(seed: int, troubles: int = 0) -> World:
    """Years of trade with sums, growths, multiples and parts of years; then as many of them falsified as are asked for.

    A trouble shifts one number of a sum, of a growth with both of its levels, or of a part and its whole, all of which
    are told, so far that nothing else can heal it.
    """
    dice = random.Random(seed)
    years = list(range(2015, 2015 + dice.randint(5, 9)))
    truth: dict[tuple[str, int], Decimal] = {}
    for year in years:
        sold, bought = (Decimal(dice.randint(20_000_000, 900_000_000)) for _ in range(2))
        truth |= {("trade.export", year): sold, ("trade.import", year): bought, ("trade.turnover", year): sold + bought}
    figures: list[Figure] = []
    places: dict[tuple[str, str, int], int] = {}

    def say(kind: str, indicator: str, year: int, made: Figure) -> None:
        if (kind, indicator, year) not in places:
            places[kind, indicator, year] = len(figures)
            figures.append(made)

    def say_level(indicator: str, year: int) -> None:
        say("level", indicator, year, _level(dice, indicator, truth[indicator, year], str(year)))

    for (indicator, year), value in truth.items():
        if dice.random() < 0.6:
            say_level(indicator, year)
        if dice.random() < 0.4 and (indicator, year - 1) in truth:
            say("growth", indicator, year, _growth(dice, indicator, value, truth[indicator, year - 1], year))
        if indicator == "trade.export" and dice.random() < 0.4:  # parts of all three would have to add up
            say("part", indicator, year, _part(dice, indicator, value, year))
    chosen = dice.sample(years[1::2], min(troubles, len(years) // 2))
    planted = []
    for year in chosen:
        indicator = dice.choice(tuple(WAYS))
        kind = dice.choice(("sum", "growth", "part"))
        if kind == "sum":
            for other in WAYS:
                say_level(other, year)
            place, factor = places["level", "trade.turnover", year], dice.choice((Decimal("0.5"), Decimal("1.7")))
        elif kind == "growth":
            say_level(indicator, year), say_level(indicator, year - 1)
            ratio = truth[indicator, year] / truth[indicator, year - 1]
            say("growth", indicator, year, _growth(dice, indicator, ratio, Decimal(1), year))
            place, factor = places["growth", indicator, year], Decimal(3)
        else:
            say_level(indicator, year)
            say("part", indicator, year, _part(dice, indicator, truth[indicator, year], year))
            place, factor = places["part", indicator, year], Decimal(20)
        figures[place] = _falsified(figures[place], factor)
        planted.append(place)
    return World(figures, planted)


def _round(dice: random.Random, value: Decimal, digits: int) -> tuple[str, str, str]:
    """A number written with so many digits, with the interval that this leaves."""
    step = Decimal(1).scaleb(value.adjusted() - digits + 1)
    written = (value / step).quantize(Decimal(1)) * step
    return f"{written:f}", f"{written - step / 2:f}", f"{written + step / 2:f}"


def _level(dice: random.Random, indicator: str, value: Decimal, period: str) -> Figure:
    written, low, high = _round(dice, value, dice.randint(2, 4))
    return figure(indicator, written, period, low=low, high=high)


def _growth(dice: random.Random, indicator: str, value: Decimal, base: Decimal, year: int) -> Figure:
    ratio = value / base
    if ratio > 2:
        written, low, high = _round(dice, ratio, 2)
        return figure(indicator, written, str(year), low=low, high=high, measure="multiple", unit="times",
                      base_period=str(year - 1))  # fmt: skip
    percent = ((ratio - 1) * 100).quantize(Decimal(1))
    half = Decimal("0.5")
    return figure(indicator, f"{percent:f}", str(year), low=f"{percent - half:f}", high=f"{percent + half:f}",
                  measure="growth", unit="percent", base_period=str(year - 1))  # fmt: skip


def _part(dice: random.Random, indicator: str, value: Decimal, year: int) -> Figure:
    months = dice.randint(1, 11)
    share = value * months / 12 * Decimal(dice.randint(90, 105)) / 100
    return _level(dice, indicator, min(share, value), f"{year}-01/{year}-{months:02}")


def _falsified(true: Figure, factor: Decimal) -> Figure:
    quantity = true.quantity
    assert quantity.low is not None
    assert quantity.high is not None
    if true.measure == "growth":
        shift = Decimal(60) * (1 if quantity.value < 0 else -1) if quantity.value < 60 else Decimal(-100)
        shift = Decimal(80) if quantity.value < 20 else shift
        changed = Quantity(quantity.value + shift, quantity.unit, quantity.low + shift, quantity.high + shift)
    else:
        changed = Quantity(*(quantity.value * factor, quantity.unit, quantity.low * factor, quantity.high * factor))
    return replace(true, quantity=changed)
