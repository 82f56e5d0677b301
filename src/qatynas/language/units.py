"""Units after (or before) a number."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import msgspec

from qatynas.language.kk import units as kk
from qatynas.language.mentions import Token


class UnitFound(msgspec.Struct, frozen=True, gc=False):
    """A unit in tokens[first:last + 1]; adjective is true for «шақырымдық» and the like."""

    first: int
    last: int
    unit: str
    factor: Decimal
    adjective: bool = False


def unit_after(tokens: Sequence[Token], position: int) -> UnitFound | None:
    """The longest unit that begins at position, None where none does."""
    if position >= len(tokens):
        return None
    longest = _LENGTHS.get(tokens[position].lower)
    if longest is None:
        longest = _remember(tokens[position])
    if not longest:
        return None
    if tokens[position].lower.startswith(kk.MULTIPLYING):
        return UnitFound(position, position, "times", Decimal(1))
    forms = [_unit_form(token) for token in tokens[position : position + longest]]
    for length in range(len(forms), 0, -1):
        words = tuple(form for form, _ in forms[: length - 1])
        for last in _last_forms(tokens[position + length - 1], forms[length - 1]):
            found = kk.UNITS.get((*words, last))
            if found and _is_unit(tokens, position, length, found[0]):
                end = position + length - 1
                adjective = forms[length - 1][1] or last == tokens[end].lower[:-3]
                return UnitFound(position, _past_stop(tokens, end), *found, adjective=adjective)
    return None


_LENGTHS: dict[str, int] = {}
"""How many words the longest unit has that a word (small letters) may begin; 0 for most words."""
_MOST_LENGTHS = 1 << 16


def _remember(token: Token) -> int:
    if len(_LENGTHS) >= _MOST_LENGTHS:
        _LENGTHS.clear()
    lower = token.lower
    is_verb = token.kind == "word" and token.case is None
    stems = {lower} if is_verb else {lower, token.lemma, *token.lemmas}  # «келісті» is no «келі»
    if lower[-3:] in kk.ADJECTIVE_ENDINGS:
        stems.add(lower[:-3].rstrip("-"))  # «км-лік»
    if lower[-4:] in kk.OWNED_ENDINGS:
        stems.add(lower[:-4])
    longest = max((kk.LENGTHS.get(stem, 0) for stem in stems), default=0)
    _LENGTHS[lower] = longest = max(longest, int(lower.startswith(kk.MULTIPLYING)))
    return longest


def _unit_form(token: Token) -> tuple[str, bool]:
    """The token as the unit table spells it, and whether it is an adjective made of a unit."""
    if token.kind == "mark":
        return token.lemma, False
    for form in (token.lower, token.lemma):
        if form in kk.WORDS:
            return form, False
    if token.lower[-3:] in kk.ADJECTIVE_ENDINGS and (bare := token.lower[:-3].rstrip("-")) in kk.WORDS:
        return bare, True
    if token.lower[-4:] in kk.OWNED_ENDINGS and token.lower[:-4] in kk.WORDS:
        return token.lower[:-4], False
    return token.lemma, False


def _last_forms(token: Token, form: tuple[str, bool]) -> tuple[str, ...]:
    if form[1] or token.kind != "word":
        return (form[0],)
    made = (token.lower[:-3],) if token.lower[-3:] in kk.ADJECTIVE_ENDINGS else ()  # «бес пайыздық өсім»
    return (token.lower, form[0], *token.lemmas, *made)


def _is_unit(tokens: Sequence[Token], position: int, length: int, unit: str) -> bool:
    """Single letters («м», «т», «л», «с») are units only in small letters, and «м. Оспанов» is a name."""
    token = tokens[position]
    if length > 1 or len(token.text) > 1 or token.kind != "word":
        return True
    if not token.text.islower():
        return False
    after = tokens[position + 1 : position + 3]
    return not (len(after) == 2 and after[0].text == "." and len(after[1].text) == 1 and after[1].kind == "word")


def _past_stop(tokens: Sequence[Token], last: int) -> int:
    """The token of an abbreviation's stop («млн долл. болды») where the sentence goes on after it."""
    after = tokens[last + 1 : last + 3]
    short = tokens[last].kind == "word" and tokens[last].lower in kk.ABBREVIATED
    if short and len(after) == 2 and after[0].text == "." and after[1].text[:1].islower():
        return last + 1
    return last


def sign_before(tokens: Sequence[Token], position: int) -> tuple[int, str] | None:
    """A currency sign right before position («$1,5 млрд»): its token and currency."""
    if position == 0:
        return None
    currency = kk.SIGNS_BEFORE.get(tokens[position - 1].lower)
    return (position - 1, currency) if currency else None
