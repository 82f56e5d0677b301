"""What a number counts by words that stand apart from it: a label before a colon, the question that it answers."""

from __future__ import annotations

from copy import copy

from qatynas.claims.context import At
from qatynas.claims.figures_choice import ASKED, LABELLED, Choice
from qatynas.claims.figures_said import Said
from qatynas.claims.figures_units import counting
from qatynas.claims.figures_verbs import is_finite, verb_of
from qatynas.claims.figures_words import STRONG, Mark, marks, noun
from qatynas.language.mentions import Token
from qatynas.model import Span

_GREAT = 1_000_000  # a sum below it is no trade of two states
_THINGS = ("person", "count", "bare")
_COUNTABLE = frozenset(("person", "count"))


def labelled(said: Said) -> Choice | None:
    """«Қазақ студенттері: Бішкекте – 2 900, Ошта – 410»: what the words before the last colon name, no number among
    them."""
    text, sentence = said.at.reading.text, said.at.sentence.span
    colon = text.rfind(":", sentence.start, said.number.span.start)
    if colon < 0 or said.unit_kind not in _THINGS or _of_its_own(said):
        return None
    label = Span(sentence.start, colon)
    if any(label.covers(number.span) for number in said.siblings) or said.has("count_word", said.left):
        return None
    last = [token for token in said.tokens(label) if token.kind == "word"][-1:]
    if not last or is_finite(last[0]) or _describes(last[0]):
        return None  # «… түсімізге кірмейтін: 2015 жылы 740 миллион еді» is no label
    named = [m for m in said.marks.indicators if label.covers(m.span) and m.strength != "weak" and _listed(m)]
    named = [m for m in named if said.unit_kind == "bare" or _COUNTABLE & set(m.indicator.units)]
    if not named:
        return None
    best = max(named, key=lambda m: (m.span.end, len(m.span)))
    return Choice(best.indicator, LABELLED, best.span)


def _of_its_own(said: Said) -> bool:
    """Whether a number counts things that it names itself."""
    return said.unit_kind == "count" and bool(said.number.counted) and not noun("people", (said.number.counted or "",))


def _describes(token: Token) -> bool:
    reading = verb_of(token)
    return reading is not None and reading.form == "participle" and not reading.possessor


def _listed(mark: Mark) -> bool:
    """Whether lists are made of such figures: other things and waters are told with their units."""
    return mark.indicator.code != "other" and not mark.indicator.code.startswith(("water.", "energy."))


def named_in_question(said: Said) -> Choice | None:
    """«Саудамыз қалай? – Былтыр 1,7 миллиардқа жетті.», «Қанша студентіміз бар? – Төрт мыңға тарта.»: what the
    sentence before, which has no number, asks about."""
    asking = question(said)
    kind, value = said.unit_kind, said.number.quantity.value
    if asking is None or (said.number.counted and kind != "bare"):
        return None
    if any(mark.strength == STRONG and said.piece.covers(mark.span) for mark in said.marks.indicators):
        return None
    named = [
        m
        for m in marks(asking.sentence).indicators
        if m.strength == STRONG or asking.sentence.text.rstrip().endswith("?")
    ]
    if kind in ("money", "bare") and value >= _GREAT:
        found = [m for m in named if "money" in m.indicator.units]
    elif kind in _THINGS and _shortly(said):
        found = [m for m in named if _COUNTABLE & set(m.indicator.units)]
    else:
        return None
    strong = [m for m in found if m.strength != "weak"] or found
    return _one(strong)


def _one(found: list[Mark]) -> Choice | None:
    """The only indicator that the marks name."""
    if len({m.indicator.code for m in found}) != 1 or found[0].indicator.code == "other":
        return None
    return Choice(found[0].indicator, ASKED, None)


def _shortly(said: Said) -> bool:
    """«Төрт мыңға тарта.»: an answer of a number alone, or one that a number opens."""
    words = [t for t in said.tokens(said.left) if t.kind == "word"]
    return len(words) <= 2 and not said.at.names_in(said.piece)


def question(said: Said) -> At | None:
    """The sentence before, where it has no number of its own."""
    before = next(iter(said.at.before(1)), None)
    if before is None or counting(before.sentence):
        return None
    return before


def asked(said: Said) -> Said | None:
    """The number as if it stood in the question that it answers, so that the sides named there are found."""
    asking = question(said)
    return None if asking is None else as_in(said, asking)


def as_in(said: Said, at: At) -> Said:
    """The number as if the whole of another sentence were said of it."""
    there = copy(said)
    span = at.sentence.span
    there.at, there.piece, there.reach, there.marks = at, span, span, marks(at.sentence)
    there.left, there.led, there.right = span, Span(span.start, span.start), Span(span.end, span.end)
    there.ahead = span
    return there
