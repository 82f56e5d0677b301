"""Unit and scale slips: a number outside what its thing can have that some power of ten brings inside.

Docs: docs/checks.md, «Unit and scale slips».
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache

import msgspec

from qatynas.checks.speech import coded, finding
from qatynas.checks.view import View
from qatynas.checks.words import figure_name, number
from qatynas.data import load, world
from qatynas.model.claim import Figure
from qatynas.model.document import Script
from qatynas.model.finding import Change, Cited, Finding, Grade, Told
from qatynas.script import convert

NAME = "ranges"

# Powers that people slip by, the likeliest first: a thousand (million for billion), a million (no scale word), ten.
POWERS = (3, -3, 6, -6, 1, -1)


# Letters that a name must have to be found in a sentence by itself; «Шу» stands in many words.
TELLING = 7


class Range(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Between what bounds a number of a named thing can lie; data/ranges.toml says what the fields mean."""

    subject: str
    indicators: tuple[str, ...]
    unit: str
    low: Decimal
    high: Decimal


class _Ranges(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    range: tuple[Range, ...]


def ranges(view: View) -> Iterator[Finding]:
    """Levels of named things outside their range that some power of ten brings inside.

    A number per day or month is of another size than its thing's and is passed over; so is a change or a share.
    """
    for cited, figure in view.figures():
        bound = _range_of(view, cited, figure)
        if bound is None or _meets(figure, bound.low, bound.high):
            continue
        power = next((power for power in POWERS if _meets(figure, *_scaled(bound, power))), None)
        if power is None:
            continue
        meant = figure.quantity.value.scaleb(power)
        unit = coded("units", bound.unit)
        yield finding(
            NAME,
            Grade.SLIP,
            Told(
                "outside",
                {
                    "figure": figure_name(figure),
                    "low": number(bound.low),
                    "high": number(bound.high),
                    "unit": unit,
                    "meant": number(meant),
                },
            ),
            (cited,),
            Told("does_it_say", {"meant": number(meant), "unit": unit}),
            heal=Change(cited.id, figure.quantity.value, meant),
            ratio=Decimal(10) ** abs(power),
        )


def _scaled(bound: Range, power: int) -> tuple[Decimal, Decimal]:
    return bound.low.scaleb(-power), bound.high.scaleb(-power)


def _meets(figure: Figure, low: Decimal, high: Decimal) -> bool:
    """Whether the number as it is told can lie within; «over» and «under» reach as far as they say."""
    quantity = figure.quantity
    below = quantity.low is None or Fraction(quantity.low) <= Fraction(high)
    above = quantity.high is None or Fraction(quantity.high) >= Fraction(low)
    return below and above


def _range_of(view: View, cited: Cited, figure: Figure) -> Range | None:
    if figure.measure != "level" or figure.rate not in (None, "year"):
        return None
    unit = figure.quantity.unit
    if not any((figure.indicator, unit) == (indicator, known) for _, indicator, known in _known()):
        return None
    subject = _canonical().get(figure.subject, figure.subject) if figure.subject else _named(view, cited)
    return _known().get((subject or "", figure.indicator, unit))


def _named(view: View, cited: Cited) -> str | None:
    """The bounded thing that the sentence up to the number's words names last, in any script; reading leaves it out
    where it takes the number for the state's."""
    text = view.relationship.sources[cited.source].document.text
    span = cited.claim.span
    begin = max(
        (text.rfind(end, 0, span.start) + len(end) for end in (". ", "\n", "! ", "? ") if end in text), default=0
    )
    words = convert(text[min(begin, span.start) : span.end], Script.CYRL).casefold()
    found = [(words.rfind(name), len(name), subject) for name, subject in _spellings() if name in words]
    return max(found)[2] if found else None


@cache
def _spellings() -> tuple[tuple[str, str], ...]:
    """Names of bounded things that are no other word, with the canonical one."""
    bounded = {subject for subject, _, _ in _known()}
    known = ((name, subject) for name, subject in _canonical().items() if subject in bounded)
    return tuple(sorted((name.casefold(), subject) for name, subject in known if len(name) >= TELLING))


@cache
def _known() -> dict[tuple[str, str, str], Range]:
    rows = load("ranges", _Ranges).range
    return {(row.subject, indicator, row.unit): row for row in rows for indicator in row.indicators}


@cache
def _canonical() -> dict[str, str]:
    """The canonical name of every place by each of its names."""
    known = world()
    places = (*known.places, *(place for pair in known.pairs for place in pair.places))
    return {name: place.name for place in places for name in place.names["kk"]}
