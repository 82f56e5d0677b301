"""Scope slips: what one text counts of a part, another tells of the whole.

Docs: docs/checks.md, «Scope slips».
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from qatynas.checks.cells import LEVEL, Amount, amount_of, ends
from qatynas.checks.view import View
from qatynas.checks.words import figure_name, interval
from qatynas.model.claim import Figure
from qatynas.model.finding import Cited, Finding, Grade

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

SUBJECT, PRODUCT, AREA = 0, 1, 2  # places in Amount.named

Told = tuple[Cited, Figure]


def scope(view: View) -> Iterator[Finding]:
    """Wholes with the very number that is told of a part: of a product, a region, a post, of the same time.

    Where another number of the whole is told that is far from it, one of the two is likely to be the part's. Docs:
    docs/checks.md, «Scope slips».
    """
    wholes: dict[Amount, list[Told]] = defaultdict(list)
    parts: dict[Amount, list[Told]] = defaultdict(list)
    for cited, figure in view.figures():
        if figure.measure != LEVEL or figure.status != "actual" or not figure.indicator.startswith(WHOLE):
            continue
        amount = replace(amount_of(cited, figure), reporter="")
        if not amount.period.startswith("undated"):
            whole = replace(amount, named=("", "", "", *amount.named[AREA + 1 :]))
            (wholes if whole == amount else parts)[whole].append((cited, figure))
    for whole, told in sorted(wholes.items()):
        for one in told:
            same = [part for part in parts.get(whole, ()) if _is_same(one[1], part[1])]
            if not same:
                continue
            wholes_told = [other for other in told if _is_far(one[1], other[1])]
            # a text may come back to a part without naming it again: there only a larger whole tells a slip
            if wholes_told or any(view.texts[part[0].source] != view.texts[one[0].source] for part in same):
                yield from _finding(one, same, wholes_told)


def _is_same(one: Figure, part: Figure) -> bool:
    """Whether two numbers are one number, told to so many digits that it is no chance."""
    value = one.quantity.value
    return value == part.quantity.value and len(value.normalize().as_tuple().digits) >= DIGITS


def _is_far(one: Figure, other: Figure) -> bool:
    """Whether the other is so much more that the one can be no whole beside it."""
    (_, high), (low, _) = ends(one.quantity), ends(other.quantity)
    return high is not None and low is not None and low > FAR * high


def _finding(one: Told, parts: Sequence[Told], wholes: Sequence[Told]) -> Iterator[Finding]:
    told = f"{figure_name(one[1])} is told as the whole, and the same number of {_scope(parts[0][1])}"
    if wholes:
        low, high = ends(wholes[0][1].quantity)
        told += f"; all of it is {interval(low, high)} elsewhere"
    yield Finding(
        NAME,
        Grade.SLIP if wholes else Grade.DOUBT,
        told,
        (one[0], *dict.fromkeys(part[0] for part in parts), *dict.fromkeys(whole[0] for whole in wholes)),
        "is the number that of the whole, or of the part?",
    )


def _scope(part: Figure) -> str:
    return ", ".join(name for name in (part.subject, part.product, part.area) if name)
