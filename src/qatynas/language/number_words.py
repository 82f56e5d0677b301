"""Words around a number that make it vague, negative, or so much for each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from qatynas.language.hedges import hedge_after
from qatynas.language.kk import numerals as kk
from qatynas.language.mentions import Case, Token
from qatynas.language.numeral_words import numeral_word
from qatynas.language.numerals import Numeral

_SHARED = re.compile(r"([^\W\d_]+)-\1[дтн][ае]н")


def is_vague(tokens: Sequence[Token], first: int, last: int) -> bool:
    """«бірнеше миллион», «ондаған мың», «жүз мыңдаған»: a scale that nobody counted; «Ұлы жүз»: a horde."""
    if last + 1 < len(tokens) and tokens[last + 1].lower.startswith(kk.VAGUE_SCALES):
        return True
    if first == 0 or tokens[first].kind != "word":
        return False
    before = tokens[first - 1].lower
    if before in kk.HORDES and tokens[first].lower.startswith(kk.HUNDRED):
        return True
    if before not in kk.VAGUE_COUNTS and not before.startswith(kk.VAGUE_SCALES):
        return False
    word = numeral_word(tokens[first].lower)
    return word is not None and word.role in ("scale", "hundred")


def is_shared(lower: str) -> bool:
    """«екі-екіден», «он-оннан»: so many for each; «бір-бірден» is as often «one after the other»."""
    found = _SHARED.fullmatch(lower) if "-" in lower else None
    return found is not None and found[1] != "бір" and found[1] in kk.VALUES


def shared(tokens: Sequence[Token], position: int) -> Numeral | None:
    """The number in «екі-екіден»."""
    lower = tokens[position].lower
    if not is_shared(lower):
        return None
    return Numeral(position, position, Decimal(kk.VALUES[lower.partition("-")[0]]), case=Case.ABL, bare=False)


def hedged_hundred(tokens: Sequence[Token], position: int) -> Numeral | None:
    """«жүзге жуық», «жүзге тарта»: a hundred, where «жүзге» alone would be a face."""
    if tokens[position].lower != kk.HUNDRED_OR_FACE or hedge_after(tokens, position + 1, Case.DAT) is None:
        return None
    return Numeral(position, position, Decimal(100), case=Case.DAT, bare=False)


def sign(tokens: Sequence[Token], first: int) -> bool:
    """Whether «минус» or a minus sign stands right before tokens[first]; a hyphen may be a dash, and is none."""
    if first == 0 or tokens[first].kind != "number":
        return first > 0 and tokens[first - 1].lower == "минус"
    before = tokens[first - 1]
    if before.lower == "минус":
        return True
    glued = before.span.end == tokens[first].span.start
    return before.text == "−" and glued and (first < 2 or tokens[first - 2].span.end < before.span.start)
