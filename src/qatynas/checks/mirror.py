"""Both sides' statistics beside each other: mirror gaps, and which edition a stated figure may be.

Docs: docs/checks.md, «Mirror gaps» and «Whose number it is».
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from qatynas.checks.cells import Amount, amount_of, ends, is_level
from qatynas.checks.speech import coded, dated, finding, joined, named
from qatynas.checks.view import View
from qatynas.checks.words import figure_name, number, rounded
from qatynas.model.claim import Figure
from qatynas.model.finding import Cited, Finding, Gaps, Grade, Told
from qatynas.model.quantity import Quantity

MIRROR, SIDES = "mirror", "sides"

# What an import is expected to be of the partner's export between neighbours: freight and insurance add up to a tenth.
EXPECTED = (Fraction(1), Fraction(11, 10))
# Beyond this the gap is graded a difference: goods that one side does not see, or counts to another country.
WIDE = (Fraction(4, 5), Fraction(5, 4))

Said = tuple[Cited, Figure]
MOST_CITED = 20  # texts that a finding cites for one number


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


def _gap(amount: Amount, sold: Said, bought: Said) -> Finding | None:
    if sold[1].quantity.value <= 0:
        return None
    ratio = Fraction(bought[1].quantity.value) / Fraction(sold[1].quantity.value)
    low, high = EXPECTED
    if ratio < WIDE[0] or ratio > WIDE[1]:
        grade = Grade.DIFFERENCE
    else:
        grade = Grade.CONSISTENT if low <= ratio <= high else Grade.DOUBT
    why = ("as_expected", "more_than_freight", "freight_explains_nothing")[(ratio > high) - (ratio < low)]
    names = (_when(amount), _flow(amount), *(named(name) for name in (amount.product,) if name))
    gaps: Gaps = {
        "buyer": _side(amount.to), "bought": number(bought[1].quantity.value), "unit": coded("units", amount.unit),
        "seller": _side(amount.from_), "sold": number(sold[1].quantity.value), "what": joined("comma", *names),
        "ratio": f"{float(ratio):.3f}", "why": Told(why),
    }  # fmt: skip
    advice = None if grade is Grade.CONSISTENT else Told("behind_the_gap")
    return finding(MIRROR, grade, Told("gap", gaps), (sold[0], bought[0]), advice, ratio=rounded(ratio, 4))


def _side(code: str) -> Told:
    return Told("side", {"code": code})


def _flow(amount: Amount) -> Told:
    return Told("way", {"one": _side(amount.from_), "other": _side(amount.to)})


def _when(amount: Amount) -> Told:
    return Told("undated") if amount.period.startswith("undated") else dated(amount.period)


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
    """A number that names no statistics against both sides' official ones: whose it may be, and by how much it misses.

    Texts that tell the same number are one finding. Docs: docs/checks.md, «Whose number it is».
    """
    known = _official(view)
    same: dict[tuple[Amount, Quantity], list[Said]] = defaultdict(list)
    for cited, figure in view.figures():
        if is_level(figure) and figure.reporter not in figure.parties:
            same[replace(amount_of(cited, figure), reporter=""), figure.quantity].append((cited, figure))
    for (amount, _), told in same.items():
        rows = [row for side in amount.parties if (row := _row(known, replace(amount, reporter=side)))]
        if rows:
            yield _beside(tuple(cited for cited, _ in told[:MOST_CITED]), told[0][1], rows)


def _row(known: dict[Amount, list[Said]], amount: Amount) -> Official | None:
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


def _beside(cited: tuple[Cited, ...], figure: Figure, rows: list[Official]) -> Finding:
    stated = Fraction(figure.quantity.value)
    gaps = sorted(((stated / row.value - 1 if row.value else Fraction(1), row) for row in rows), key=_by_gap)
    hit = [row.side for row in rows if _holds(figure, row)]
    whose = joined("or", *map(_side, hit or [gaps[0][1].side]))
    told = Told("may_be" if hit else "nobodys", {
        "figure": figure_name(figure), "sides": Told("sides_own", {"side": whose}),
        "numbers": joined("comma", *(_office_number(miss, row) for miss, row in gaps)),
    })  # fmt: skip
    sentences = (*cited, *(one for _, row in gaps for one in row.cited))
    ratio = rounded(1 + gaps[0][0], 4)
    if hit:
        return finding(SIDES, Grade.CONSISTENT, told, sentences, ratio=ratio)
    return finding(SIDES, Grade.DIFFERENCE, told, sentences, Told("which_statistics"), ratio=ratio)


def _office_number(miss: Fraction, row: Official) -> Told:
    gaps: Gaps = {
        "number": number(row.value),
        "side": _side(row.side),
        "miss": _missed(miss),
        "edition": row.edition or "",
    }
    return Told("office_number_of" if row.edition else "office_number", gaps)


def _by_gap(gap: tuple[Fraction, Official]) -> tuple[Fraction, str]:
    return abs(gap[0]), gap[1].side


def _holds(figure: Figure, row: Official) -> bool:
    """Whether a number as it is stated may be an office's."""
    low, high = ends(figure.quantity)
    return (low is None or low <= row.high) and (high is None or high >= row.low)


def _missed(share: Fraction) -> Told:
    if not share:
        return Told("the_same")
    return Told("missed_by", {"percent": f"{rounded(share * 100, 2):+f}"})


def _official(view: View) -> dict[Amount, list[Said]]:
    """Levels of either side's own statistics, by what they are of."""
    found: dict[Amount, list[Said]] = defaultdict(list)
    for cited, figure in view.figures():
        official = is_level(figure) and figure.reporter in figure.parties
        if official and ends(figure.quantity) != (None, None):
            found[amount_of(cited, figure)].append((cited, figure))
    return found


def _newest(told: list[Said]) -> Said:
    """The newest edition, and of one edition the newest document."""
    return max(told, key=lambda one: (one[1].edition or "", one[1].published or "", one[0].id))
