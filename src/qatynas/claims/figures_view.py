"""A number seen where it stands: its piece, its reach, its kind of unit."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

from msgspec.structs import replace

from qatynas.claims.context import At
from qatynas.claims.figures_lean import SMALL
from qatynas.claims.figures_pieces import narrow, reach
from qatynas.claims.figures_said import Memory, Said
from qatynas.claims.figures_units import parted, unit_kind
from qatynas.claims.figures_words import Marks, noun
from qatynas.language.mentions import NumberMention
from qatynas.model import Quantity, Span

_SUMS = frozenset(("USD", "KZT", "KGS", "RUB", "EUR", "CNY", "UZS", "m3", "kWh", "t"))
_THINGS = ("count", "person")
_NEAR = 2  # sentences
_SCALES = (Decimal(1_000_000_000), Decimal(1_000_000), Decimal(1_000))
_TIMES = 10  # what is left of a sum, told after a part of it, is of its size


def view(at: At, number: NumberMention, signals: Marks, memory: Memory, parts: tuple[Span, ...]) -> Said:
    """The number where it stands."""
    piece = next((part for part in parts if part.start <= number.digits.start < part.end), at.sentence.span)
    own, verb = narrow(piece, number, at.sentence), reach(at, parts, piece, number)
    said = Said(at, number, signals, memory, own, verb, unit_kind(number, at.sentence))
    if (scaled := _of_the_sum(said)) is None:
        return said
    number = replace(number, quantity=scaled)
    return Said(at, number, signals, memory, own, verb, unit_kind(number, at.sentence))


def _of_the_sum(said: Said) -> Quantity | None:
    """«100 миллион доллар: соның 70-і біздікі, қалған отызы – көршінікі»: parts of a sum in its own scale and unit."""
    number, before = said.number.quantity, said.memory.figures[-1:]
    if number.unit or number.value >= SMALL or not before:
        return None
    whole = before[0].quantity
    near = before[0].sentence >= said.at.index - 1 and before[0].measure == "level"
    if not near or whole.unit not in _SUMS or not said.tokens(said.number.digits)[-1:]:
        return None
    if not (said.tokens(said.number.digits)[-1].possessive or parted(said.number, said.at.sentence)):
        return None
    if any(f.quantity.unit in _THINGS and f.sentence >= said.at.index - _NEAR for f in said.memory.figures):
        return None  # «38 жоба бар, құны – 780 миллион. Оның сегізі бітті»
    told = said.tokens(Span(said.at.sentence.span.start, said.number.span.start))
    rest = bool(told) and noun("remaining", (told[-1].lower,))
    scale = next((scale for scale in _SCALES if whole.value >= scale), None)
    if scale is None or number.value * scale >= _TIMES * whole.value:
        return None
    if not rest and not said.has("part", Span(said.at.sentence.span.start, said.number.span.start)):
        return None
    low, high = (end * scale if end is not None else None for end in (number.low, number.high))
    return dataclasses.replace(number, value=number.value * scale, unit=whole.unit, low=low, high=high)
