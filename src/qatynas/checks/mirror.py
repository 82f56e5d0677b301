"""Both sides' statistics beside each other: mirror gaps, and which edition a stated figure may be.

Docs: docs/checks.md, «Mirror gaps» and «Whose number it is».
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
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
        f"{', ' + amount.product if amount.product else ''}): {float(ratio):.3f} of it; {why}",
        (sold[0], bought[0]),
        "" if grade is Grade.CONSISTENT else "which goods are behind the gap? compare by product and by border post",
        ratio=rounded(ratio, 4),
    )


@dataclass(frozen=True, slots=True)
class Official:
    """One side's number: its own, or for turnover the sum of what it tells of exports and imports."""

    side: str
    edition: str | None
    value: Fraction
    low: Fraction
    high: Fraction
    cited: tuple[Cited, ...]


def sides(view: View) -> Iterator[Finding]:
    """A figure that names no statistics against both sides' official ones: whose it may be, and by how much it misses.

    Docs: docs/checks.md, «Whose number it is».
    """
    known = _official(view)
    for cited, figure in view.figures():
        if figure.measure != LEVEL or figure.status != "actual" or figure.reporter in figure.parties:
            continue
        amount = amount_of(cited, figure)
        rows = [row for side in figure.parties if (row := _row(known, replace(amount, reporter=side)))]
        if rows:
            yield _beside(cited, figure, rows)


def _row(known: dict[Amount, list[Told]], amount: Amount) -> Official | None:
    """A side's number of an amount, as it tells it or as its exports and imports make it."""
    if amount in known:
        terms = [_newest(known[amount])]
    elif amount.indicator == "trade.turnover" and len(amount.parties) == 2:
        own = amount.reporter
        partner = next(state for state in amount.parties if state != own)
        sold = replace(amount, indicator="trade.export", from_=own, to=partner)
        bought = replace(amount, indicator="trade.import", from_=partner, to=own)
        terms = [_newest(known[part]) for part in (sold, bought) if part in known]
        if len(terms) != 2:
            return None
    else:
        return None
    values = [Fraction(figure.quantity.value) for _, figure in terms]
    lows = [Fraction(figure.quantity.low or figure.quantity.value) for _, figure in terms]
    highs = [Fraction(figure.quantity.high or figure.quantity.value) for _, figure in terms]
    cited = tuple(one for one, _ in terms)
    return Official(amount.reporter, terms[0][1].edition, sum(values), sum(lows), sum(highs), cited)  # type: ignore[arg-type]


def _beside(cited: Cited, figure: Figure, rows: list[Official]) -> Finding:
    stated = Fraction(figure.quantity.value)
    gaps = sorted(((stated / row.value - 1 if row.value else Fraction(1), row) for row in rows), key=_by_gap)
    hit = [row.side for row in rows if _holds(figure, row)]
    told = ", ".join(
        f"{number(row.value)} ({row.side}{' ' + row.edition if row.edition else ''}; {_percent(miss)})"
        for miss, row in gaps
    )
    says = f"may be {' or '.join(hit)}'s number" if hit else f"is nobody's number, nearest {gaps[0][1].side}'s"
    return Finding(
        SIDES,
        Grade.CONSISTENT if hit else Grade.DIFFERENCE,
        f"{figure_name(figure)} {says}: {told}",
        (cited, *(one for _, row in gaps for one in row.cited)),
        "" if hit else "which statistics, of which day, does the text draw on?",
        ratio=rounded(1 + gaps[0][0], 4),
    )


def _by_gap(gap: tuple[Fraction, Official]) -> tuple[Fraction, str]:
    return abs(gap[0]), gap[1].side


def _holds(figure: Figure, row: Official) -> bool:
    """Whether a number as it is stated may be an office's."""
    low, high = ends(figure.quantity)
    return (low is None or low <= row.high) and (high is None or high >= row.low)


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
