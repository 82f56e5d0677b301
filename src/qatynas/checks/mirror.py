"""Both sides' statistics beside each other: mirror gaps, and which edition a stated figure may be.

Docs: docs/checks.md, «Mirror gaps» and «Whose number it is».
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from qatynas.checks.cells import LEVEL, Amount, amount_of, ends
from qatynas.checks.view import View
from qatynas.checks.words import figure_name, number, rounded
from qatynas.model.claim import Figure
from qatynas.model.finding import Cited, Finding, Grade

MIRROR, SIDES = "mirror", "sides"

# What an import is expected to be of the partner's export between neighbours: freight and insurance add up to a tenth.
EXPECTED = (Fraction(1), Fraction(11, 10))
# Beyond this the gap is graded a difference: goods that one side does not see, or counts to another country.
WIDE = (Fraction(4, 5), Fraction(5, 4))

Told = tuple[Cited, Figure]


def mirror(view: View) -> Iterator[Finding]:
    """An importer's figure against the exporter's, of the same goods and time: newest editions of both.

    Docs: docs/checks.md, «Mirror gaps».
    """
    known = _official(view)
    for amount, sold in sorted(known.items()):
        bought = known.get(replace(amount, indicator="trade.import", reporter=amount.to))
        if amount.indicator == "trade.export" and amount.reporter == amount.from_ and bought:
            found = _gap(amount, _newest(sold), _newest(bought))
            if found:
                yield found


def _gap(amount: Amount, sold: Told, bought: Told) -> Finding | None:
    if sold[1].quantity.value <= 0:
        return None
    ratio = Fraction(bought[1].quantity.value) / Fraction(sold[1].quantity.value)
    low, high = EXPECTED
    if ratio < WIDE[0] or ratio > WIDE[1]:
        grade = Grade.DIFFERENCE
    else:
        grade = Grade.CONSISTENT if low <= ratio <= high else Grade.DOUBT
    why = {
        -1: "freight explains nothing below 1: transit, re-export or goods that are not declared",
        0: "as expected between neighbours",
        1: "more than freight: goods of third countries counted by origin, or smuggling on the seller's side",
    }[(ratio > high) - (ratio < low)]
    return Finding(
        MIRROR,
        grade,
        f"{amount.to} counts {number(bought[1].quantity.value)} {amount.unit} bought where {amount.from_} counts "
        f"{number(sold[1].quantity.value)} sold ({_time(amount)}, {amount.from_}→{amount.to}"
        f"{', ' + amount.product if amount.product else ''}): {rounded(ratio, 3):f} of it; {why}",
        (sold[0], bought[0]),
        "" if grade is Grade.CONSISTENT else "which goods are behind the gap? compare by product and by border post",
        ratio=rounded(ratio, 4),
    )


def sides(view: View) -> Iterator[Finding]:
    """A figure that names no statistics against both sides' official ones: whose it may be, and by how much it misses.

    Docs: docs/checks.md, «Whose number it is».
    """
    known = _official(view)
    for cited, figure in view.figures():
        if figure.measure != LEVEL or figure.status != "actual" or figure.reporter in figure.parties:
            continue
        amount = amount_of(cited, figure)
        rows = [_newest(known[key]) for side in figure.parties if (key := replace(amount, reporter=side)) in known]
        if rows:
            yield _beside(cited, figure, rows)


def _beside(cited: Cited, figure: Figure, rows: list[Told]) -> Finding:
    gaps = sorted(
        ((_miss(figure, row[1]), row) for row in rows), key=lambda gap: (abs(gap[0]), gap[1][1].reporter or "")
    )
    hit = [row[1].reporter for _, row in gaps if figure.quantity.meets(row[1].quantity)]
    told = ", ".join(
        f"{number(row[1].quantity.value)} ({row[1].reporter}{' ' + row[1].edition if row[1].edition else ''}; "
        f"{_percent(miss)})"
        for miss, row in gaps
    )
    nearest = gaps[0][1][1].reporter
    says = f"may be {' or '.join(map(str, hit))}'s number" if hit else f"is nobody's number, nearest {nearest}'s"
    return Finding(
        SIDES,
        Grade.CONSISTENT if hit else Grade.DIFFERENCE,
        f"{figure_name(figure)} {says}: {told}",
        (cited, *(row[0] for _, row in gaps)),
        "" if hit else "which statistics, of which day, does the text draw on?",
        ratio=rounded(abs(gaps[0][0]), 4),
    )


def _miss(stated: Figure, official: Figure) -> Fraction:
    """By which part of the official figure the stated one is more (or, below nothing, less)."""
    value = Fraction(official.quantity.value)
    return Fraction(stated.quantity.value) / value - 1 if value else Fraction(1)


def _percent(share: Fraction) -> str:
    return "the same" if not share else f"{rounded(share * 100, 2):+f} %"


def _official(view: View) -> dict[Amount, list[Told]]:
    """Levels of either side's own statistics, by what they are of."""
    found: dict[Amount, list[Told]] = defaultdict(list)
    for cited, figure in view.figures():
        official = figure.measure == LEVEL and figure.status == "actual" and figure.reporter in figure.parties
        if official and ends(figure.quantity) != (None, None):
            found[amount_of(cited, figure)].append((cited, figure))
    return found


def _newest(told: list[Told]) -> Told:
    """The newest edition, and of one edition the newest document."""
    return max(told, key=lambda one: (one[1].edition or "", one[1].published or "", one[0].id))


def _time(amount: Amount) -> str:
    return amount.period if not amount.period.startswith("undated") else "undated"
