"""Scope slips: what one text counts of a part, another tells of the whole.

Docs: docs/checks.md, «Scope slips».
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from qatynas.checks.cells import Amount, amount_of, ends, is_level
from qatynas.checks.speech import finding, joined, named
from qatynas.checks.view import View
from qatynas.checks.words import figure_name, interval
from qatynas.model.claim import Figure
from qatynas.model.finding import Cited, Finding, Grade, Told

NAME = "scope"

# Indicators of which a text means the whole where it names no part; of the rest it may only leave the name out.
WHOLE = (
    "trade.turnover",
    "trade.export",
    "trade.import",
    "transport.",
    "investment.",
    "tourism.",
    "aid.",
    "education.",
)

# Numbers with fewer telling digits stand in many texts by chance: 2 million of one thing and 2 million of another.
DIGITS = 2
# How much more another whole must be for the number to be too small for a whole, and not merely another edition.
FAR = Fraction(5, 4)

MOST_CITED = 5  # others that a finding cites of each sort

SUBJECT, PRODUCT, AREA = 0, 1, 2  # places in Amount.named

Said = tuple[Cited, Figure]


def scope(view: View) -> Iterator[Finding]:
    """Wholes with the very number that is told of a part: of a product, a region, a post, of the same time.

    Where another number of the whole is told that is far from it, one of the two is likely to be the part's. Docs:
    docs/checks.md, «Scope slips».
    """
    wholes: dict[Amount, list[Said]] = defaultdict(list)
    parts: dict[Amount, list[Said]] = defaultdict(list)
    for cited, figure in view.figures():
        amount = amount_of(cited, figure)
        whole = whole_told(amount, figure)
        if whole is not None:
            (wholes if whole.named == amount.named else parts)[whole].append((cited, figure))
    for whole, told in sorted(wholes.items()):
        for one in told:
            same = [part for part in parts.get(whole, ()) if _is_same(one[1], part[1])]
            if not same:
                continue
            wholes_told = [other for other in told if _is_far(one[1], other[1])]
            # a text may come back to a part without naming it again: there only a larger whole tells a slip
            if wholes_told or any(view.texts[part[0].source] != view.texts[one[0].source] for part in same):
                yield from _finding(one, same, wholes_told)


def whole_told(amount: Amount, figure: Figure) -> Amount | None:
    """The whole, in any statistics, that a level's amount is or is a part of; None for other figures."""
    if not is_level(figure) or not figure.indicator.startswith(WHOLE) or amount.period.startswith("undated"):
        return None
    return replace(amount, named=("", "", "", *amount.named[AREA + 1 :]), reporter="")


def _is_same(one: Figure, part: Figure) -> bool:
    """Whether two numbers are one number, told to so many digits that it is no chance."""
    value = one.quantity.value
    return value == part.quantity.value and len(value.normalize().as_tuple().digits) >= DIGITS


def _is_far(one: Figure, other: Figure) -> bool:
    """Whether the other is so much more that the one can be no whole beside it."""
    (_, high), (low, _) = ends(one.quantity), ends(other.quantity)
    return high is not None and low is not None and low > FAR * high


def _finding(one: Said, parts: Sequence[Said], wholes: Sequence[Said]) -> Iterator[Finding]:
    part = parts[0][1]
    names = joined("comma", *(named(name) for name in (part.subject, part.product, part.area) if name))
    told = Told("told_as_whole", {"figure": figure_name(one[1]), "part": names})
    if wholes:
        told = Told("told_as_whole_beside", {**told.gaps, "interval": interval(*ends(wholes[0][1].quantity))})
    others = (other for several in (parts, wholes) for other, _ in several[:MOST_CITED])
    cited = (one[0], *dict.fromkeys(others))
    yield finding(NAME, Grade.SLIP if wholes else Grade.DOUBT, told, cited, Told("whole_or_part"))
