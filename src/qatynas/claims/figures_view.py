"""A number seen where it stands: its piece, its reach, its kind of unit."""

from __future__ import annotations

from qatynas.claims.context import At
from qatynas.claims.figures_pieces import narrow, reach
from qatynas.claims.figures_said import Memory, Said
from qatynas.claims.figures_units import unit_kind
from qatynas.claims.figures_words import Marks
from qatynas.language.mentions import NumberMention
from qatynas.model import Span


def view(at: At, number: NumberMention, signals: Marks, memory: Memory, parts: tuple[Span, ...]) -> Said:
    """The number where it stands."""
    piece = next((part for part in parts if part.start <= number.digits.start < part.end), at.sentence.span)
    own, verb = narrow(piece, number, at.sentence), reach(at, parts, piece, number)
    return Said(at, number, signals, memory, own, verb, unit_kind(number, at.sentence))
