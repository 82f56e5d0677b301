"""Exchanges: what each side gives the other, and by season what was promised, given and is owed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from qatynas.model.claim import Claim, Exchange, Figure
from qatynas.relations.dates import order
from qatynas.relations.histories import Season, Supply
from qatynas.relations.joining import of_kind
from qatynas.relations.values import Fact

# Which figures tell how much of a commodity went over.
_COUNTED = {
    "energy.electricity": "electricity",
    "water.volume": "water",
    "education.grants": "education.grants",
    "education.students": "students",
}

Key = tuple[str, str | None, str | None]


def supplies(facts: Sequence[Fact[Claim]]) -> tuple[Supply, ...]:
    """What goes from one side to the other, by commodity and direction."""
    arranged: dict[Key, list[Fact[Exchange]]] = defaultdict(list)
    counted: dict[Key, list[Fact[Figure]]] = defaultdict(list)
    for fact in of_kind(facts, Exchange):
        arranged[fact.claim.commodity, fact.claim.from_, fact.claim.to].append(fact)
    for figure in of_kind(facts, Figure):
        claim = figure.claim
        commodity = commodity_of(claim)
        if commodity:
            counted[commodity, claim.from_, claim.to].append(figure)
    keys = sorted(arranged.keys() | counted.keys(), key=lambda key: tuple(part or "" for part in key))
    return tuple(Supply(*key, tuple(arranged[key]), seasons(counted[key])) for key in keys)


def commodity_of(claim: Figure) -> str | None:
    """What a figure tells how much of went from one side to the other; None where it tells no such thing."""
    if claim.measure == "level" and claim.from_ and claim.to:
        return _COUNTED.get(claim.indicator)
    return None


def seasons(figures: Iterable[Fact[Figure]]) -> tuple[Season, ...]:
    """Figures by what and when they count: a promise and a delivery meet where subject and period are the same."""
    by_cell: dict[tuple[str | None, str, str | None], list[Fact[Figure]]] = defaultdict(list)
    for fact in figures:
        by_cell[fact.claim.period, fact.claim.quantity.unit, fact.claim.subject].append(fact)
    ordered = sorted(by_cell, key=lambda cell: (order(cell[0]), cell[1], cell[2] or ""))
    return tuple(_season(cell[0], by_cell[cell]) for cell in ordered)


def _season(period: str | None, figures: Sequence[Fact[Figure]]) -> Season:
    promised = tuple(fact for fact in figures if fact.claim.status in ("target", "forecast"))
    given = tuple(fact for fact in figures if fact.claim.status == "actual")
    return Season(period, promised, given, _owed(promised, given) if period else None)


def _owed(promised: Sequence[Fact[Figure]], given: Sequence[Fact[Figure]]) -> Decimal | None:
    """The least that is still missing: what was promised at least, less what was given at most."""
    lows = [fact.claim.quantity.low for fact in promised if fact.claim.status == "target"]
    highs = [fact.claim.quantity.high for fact in given]
    if not lows or not highs or None in lows or None in highs:
        return None
    least, most = min(low for low in lows if low is not None), max(high for high in highs if high is not None)
    return max(Decimal(0), least - most)
