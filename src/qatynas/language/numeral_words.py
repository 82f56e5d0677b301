"""Single words that are forms of numerals: which number, what role it has among others, and its ending."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

import msgspec

from qatynas.language.kk import numerals as kk
from qatynas.language.mentions import Case, Token
from qatynas.language.stems import analyse


class Word(msgspec.Struct, frozen=True, gc=False):
    """A numeral word: what it is (small, ten, hundred, scale, ordinal, collective, half) and its ending."""

    role: str
    value: Decimal
    case: Case | None
    possessive: bool
    equative: bool
    bare: bool


@lru_cache(maxsize=1 << 16)
def numeral_word(lower: str, first: bool = True) -> Word | None:
    """The numeral that a word (small letters) is a form of, or None.

    first tells that no numeral stands before it: some forms (жүзі, бірі, онда) are then other words.
    """
    if lower[:2] not in _BEGINNINGS or (first and lower in kk.SCALES_ONLY_AFTER):
        return None
    if (found := _exact(lower)) is not None:
        return Word(*found, Case.NOM, False, False, True)
    if lower in kk.NEVER or (first and lower in kk.NO_NUMERALS):
        return None
    if lower == kk.TEN_OF_THEM:
        return Word("ten", Decimal(10), Case.NOM, True, False, False)
    if lower.endswith(kk.PARTICLES):
        return numeral_word(lower.rpartition("-")[0], first)
    for reading in analyse(lower):
        found = _exact(reading.lemma)
        if (
            found
            and reading.pos == "noun"
            and lower.startswith((reading.lemma[:-1], kk.FORTY_OF_THEM))
            and reading.possessor in ("", "3", "1pl", "2sg.pol")
            and not reading.plural
        ):
            if reading.attributive and reading.case is not Case.LOC:
                continue
            owned = reading.possessor == "3"
            return Word(*found, reading.case, owned, reading.equative, False)
    return None


def begins_numeral(token: Token) -> bool:
    """Whether a number in figures or words may begin with a token."""
    kind = token.kind
    return kind == "number" or (kind == "word" and _is_of_numeral(token.lower))


@lru_cache(maxsize=1 << 16)
def _is_of_numeral(lower: str) -> bool:
    return lower in kk.HALF or numeral_word(lower) is not None or numeral_word(lower, False) is not None


def _exact(lower: str) -> tuple[str, Decimal] | None:
    if lower in kk.UNITS:
        return "small", Decimal(kk.UNITS[lower])
    if lower in kk.TENS:
        return "ten", Decimal(kk.TENS[lower])
    if lower == kk.HUNDRED:
        return "hundred", Decimal(100)
    if lower in kk.SCALES:
        return "scale", Decimal(kk.SCALES[lower])
    if lower in kk.ORDINALS:
        return "ordinal", Decimal(kk.ORDINALS[lower])
    if lower in kk.COLLECTIVES:
        return "collective", Decimal(kk.COLLECTIVES[lower])
    if lower in kk.HALF:
        return "half", Decimal("0.5")
    if lower == kk.QUARTER:
        return "quarter", Decimal("0.25")
    return None


_BEGINNINGS = frozenset(
    word[:2] for word in (*kk.VALUES, *kk.SCALES, *kk.ORDINALS, *kk.COLLECTIVES, *kk.HALF, kk.QUARTER)
)


@lru_cache(maxsize=1 << 16)
def scale_word(lower: str) -> Word | None:
    """The scale word (мың, млн, миллиардтық) that a word is a form of, or None."""
    word = numeral_word(lower, first=False) or _adjective(lower)
    if word is None or (word.role != "scale" and not (word.role == "ordinal" and word.value >= 1000)):
        return None
    return word


def _adjective(lower: str) -> Word | None:
    """«үш миллиардтық меже», «2 млрд-тық»: a scale word made an adjective."""
    stem = lower[:-3].rstrip("-")
    if lower[-3:] not in kk.ADJECTIVE_ENDINGS or stem not in kk.SCALES:
        return None
    return Word("scale", Decimal(kk.SCALES[stem]), Case.NOM, False, False, False)
