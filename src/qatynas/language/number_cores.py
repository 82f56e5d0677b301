"""The number in a number phrase, without its unit and hedges: one numeral, a range of two, or a fraction of two."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import msgspec
from msgspec.structs import replace

from qatynas.language.hedges import hedge_after
from qatynas.language.kk import numerals as kk
from qatynas.language.mentions import Case, Token
from qatynas.language.number_words import hedged_hundred, shared
from qatynas.language.numeral_words import numeral_word
from qatynas.language.numerals import Numeral, is_hyphen, read_numeral
from qatynas.language.roman import read_roman
from qatynas.language.units import unit_after

_AND = frozenset(("пен", "мен", "бен"))
_HUNDRED = 100
_UNTIL = frozenset(("дейін", "шейін", "дейінгі", "шейінгі"))


class Core(msgspec.Struct, frozen=True, gc=False):
    """The number itself: one numeral, a range of two, or a fraction of two."""

    first: int
    last: int
    numeral: Numeral
    low: Numeral | None = None
    whole: Numeral | None = None
    share: tuple[Decimal, Decimal] | None = None


def core_at(tokens: Sequence[Token], position: int) -> Core | None:
    """The number that begins at position."""
    numeral = read_numeral(tokens, position) or read_roman(tokens, position)
    if numeral is None:
        alone = shared(tokens, position) or hedged_hundred(tokens, position)
        return Core(position, position, alone) if alone else _half_alone(tokens, position)
    if _is_place(tokens, numeral):
        return Core(numeral.first, numeral.last, replace(numeral, ordinal=True))
    after = numeral.last + 1
    more: Core | None = None
    if after < len(tokens):
        following = tokens[after]
        if following.kind == "mark":
            more = _slashed(tokens, numeral) or _range_by_dash(tokens, numeral) or _range_of_units(tokens, numeral)
        elif numeral.case is Case.ABL:
            more = _fraction(tokens, numeral) or _range_by_cases(tokens, numeral)
        elif following.lower in _AND:
            more = _range_by_cases(tokens, numeral)
        else:
            more = _parts_of(tokens, numeral) or _range_of_units(tokens, numeral)
    return more or Core(numeral.first, numeral.last, numeral)


def _is_place(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """«43-орында», «7-отырыс»: figures joined to a word by a hyphen say which."""
    last = numeral.last
    if last + 2 >= len(tokens) or tokens[last].kind != "number" or not numeral.bare:
        return False
    hyphen, word = tokens[last + 1], tokens[last + 2]
    if hyphen.text not in "-‐‑":
        return False
    return (
        word.kind == "word"
        and tokens[numeral.last].span.end == hyphen.span.start
        and hyphen.span.end == word.span.start
    )


def _half_alone(tokens: Sequence[Token], position: int) -> Core | None:
    """«жартысы», «тең жартысы», «ширегі»: a share without a number."""
    token = tokens[position]
    first = position
    if token.lower == "тең" and position + 1 < len(tokens):
        position += 1
        token = tokens[position]
    if token.kind == "word" and token.lower.startswith(kk.HALF_EACH):
        numeral = Numeral(first, position, Decimal("0.5"), case=token.case, bare=False)
        return Core(first, position, numeral, share=(Decimal(1), Decimal(2)))
    word = numeral_word(token.lower) if token.kind == "word" else None
    if word is None or word.role not in ("half", "quarter"):
        return None
    by_so_much = word.case is Case.DAT  # «ширекке артты», «жартыға азайды»
    if not word.possessive and not by_so_much and (word.bare or hedge_after(tokens, position + 1, word.case) is None):
        return None  # «жартыдан астам» is a share, «жартыдан» is none
    numeral = Numeral(first, position, word.value, case=word.case, possessive=True, bare=False)
    share = (word.value * 4, Decimal(4))
    return Core(first, position, numeral, share=share)


def _slashed(tokens: Sequence[Token], numeral: Numeral) -> Core | None:
    """«1/3», «2/3 бөлігі»."""
    after = numeral.last + 1
    if after + 1 >= len(tokens) or tokens[after].text != "/" or tokens[after + 1].kind != "number":
        return None
    whole = read_numeral(tokens, after + 1)
    if whole is None or whole.last != after + 1 or not 0 < numeral.value < whole.value <= 100 or numeral.step:
        return None
    return Core(numeral.first, whole.last, whole, share=(numeral.value, whole.value))


def _fraction(tokens: Sequence[Token], whole: Numeral) -> Core | None:
    """«үштен екісі», «3-тен 1-і», «оннан біріне»: part of whole."""
    after = whole.last + 1
    if whole.case is not Case.ABL or whole.ordinal or whole.collective or whole.step or after >= len(tokens):
        return None
    part = _one_part(tokens, after) or read_numeral(tokens, after)
    if part is None or part.ordinal or part.step or not 0 < part.value < whole.value or whole.value > 1000:
        return None
    if part.case is Case.NOM and part.bare and tokens[after].kind == "number":
        return None
    return Core(whole.first, part.last, part, whole=whole, share=(part.value, whole.value))


def _parts_of(tokens: Sequence[Token], whole: Numeral) -> Core | None:
    """«он бөлігінің жетісі», «үш үлестің екеуі», «жүздің жетпісі»: parts of a whole that is cut in so many."""
    after = whole.last + 1
    cut = whole.bare and tokens[after].case is Case.GEN and not kk.PARTS.isdisjoint(tokens[after].lemmas)
    if whole.ordinal or whole.step or not (cut or (whole.case is Case.GEN and whole.value == _HUNDRED)):
        return None
    after += cut
    if after >= len(tokens):
        return None
    part = _one_part(tokens, after) or read_numeral(tokens, after)
    if part is None and tokens[after].lower == kk.THREE_OF_THEM:
        part = Numeral(after, after, Decimal(3), case=Case.ACC, possessive=True, bare=False)
    if part is None or part.ordinal or part.step or not part.possessive or not 0 < part.value < whole.value:
        return None
    return Core(whole.first, part.last, part, whole=whole, share=(part.value, whole.value))


def _one_part(tokens: Sequence[Token], position: int) -> Numeral | None:
    """«… бірі», «… біріне»: the one part of a fraction."""
    token = tokens[position]
    if token.lower not in kk.ONE_PART or token.kind != "word":
        return None
    if token.lower == "бір" and position + 1 < len(tokens) and numeral_word(tokens[position + 1].lower) is not None:
        return None
    return Numeral(
        position, position, Decimal(1), case=token.case, possessive=token.possessive, bare=token.lower == "бір"
    )  # fmt: skip


def _range_by_dash(tokens: Sequence[Token], low: Numeral) -> Core | None:
    """«3-5 пайыз», «екі-үш», «10–15 мың», «он-он бес»."""
    dash = low.last + 1
    if dash + 1 >= len(tokens) or not is_hyphen(tokens[dash]) or low.ordinal or not low.bare:
        return None
    if tokens[dash].span.start != tokens[low.last].span.end and tokens[dash + 1].span.start != tokens[dash].span.end:
        return None
    if tokens[dash + 1].span.start - tokens[low.last].span.end > 3:
        return None
    high = read_numeral(tokens, dash + 1)
    if high is None or high.ordinal:
        return None
    if _is_row(tokens, low.first, high.last):
        return None
    raised = low if low.scaled or not high.scaled else _raised(low, high.scale)
    if low.value < 10 and tokens[high.first].kind == "word" and tokens[high.first + 1].lower == kk.HUNDRED:
        raised = _raised(low, Decimal(100) * (high.scale if high.scaled else 1))  # «екі-үш жүз»
    if raised.value >= high.value and not (low.value < high.value):
        return None
    return Core(low.first, high.last, high, low=raised)


def _is_row(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether more figures hang on either end by a hyphen, as in a telephone number."""
    after = last + 2 < len(tokens) and is_hyphen(tokens[last + 1]) and tokens[last + 2].kind == "number"
    return after or (first > 1 and is_hyphen(tokens[first - 1]) and tokens[first - 2].kind == "number")


def _raised(low: Numeral, scale: Decimal) -> Numeral:
    """The lower end in the scale of the upper: «10-15 мың» begins at ten thousand."""
    return replace(low, value=low.value * scale, step=(low.step or Decimal(1)) * scale)


def _range_by_cases(tokens: Sequence[Token], low: Numeral) -> Core | None:
    """«30-дан 40-қа дейін», «5 пен 7 аралығында»."""
    after = low.last + 1
    if after + 1 >= len(tokens) or low.ordinal:
        return None
    joined = low.bare and tokens[after].lower in _AND
    if not joined and low.case is not Case.ABL:
        return None
    high = read_numeral(tokens, after + joined)
    if high is None or high.ordinal or high.value <= 0:
        return None
    end = high.last + 1
    unit = unit_after(tokens, end)
    end = unit.last + 1 if unit else end
    if end >= len(tokens):
        return None
    raised = low if low.scaled or not high.scaled else _raised(low, high.scale)
    if raised.value >= high.value:
        return None
    if joined and tokens[end].lower.startswith(kk.BETWEEN):
        return Core(low.first, high.last, high, low=raised)
    case = tokens[unit.last].case if unit else high.case
    if not joined and case is Case.DAT and tokens[end].lower in _UNTIL:
        if hedge_after(tokens, end, Case.DAT) is None:
            return None  # «төрттен жетіге дейін көбейту» names two levels
        return Core(low.first, high.last, high, low=raised)
    return None


def _range_of_units(tokens: Sequence[Token], low: Numeral) -> Core | None:
    """«екі пайыздан сегіз пайызға дейін»: both ends with their unit; with a verb of change they are two levels."""
    unit = None if low.ordinal or not low.bare else unit_after(tokens, low.last + 1)
    if unit is None or tokens[unit.last].case is not Case.ABL:
        return None
    high = read_numeral(tokens, unit.last + 1)
    again = unit_after(tokens, high.last + 1) if high is not None and not high.ordinal else None
    if high is None or again is None or (again.unit, again.factor) != (unit.unit, unit.factor):
        return None
    end = again.last + 1
    until = end < len(tokens) and tokens[again.last].case is Case.DAT and tokens[end].lower in _UNTIL
    if not until or low.value >= high.value or hedge_after(tokens, end, Case.DAT) is None:
        return None
    return Core(low.first, high.last, high, low=low)
