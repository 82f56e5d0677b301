"""Hedges: words before or after a number that say about, over or under."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from qatynas.language.kk import hedges as kk
from qatynas.language.mentions import Case, Token
from qatynas.language.phrases import PhraseTable
from qatynas.model.quantity import Qualifier

_LOOK_AHEAD = 4  # words between «… дейін» and the verb that makes it a new level
_BETWEEN = frozenset(("ғана", "тек", "да", "де", "та", "те", "сәл", "шамамен", "әлі", "тіпті"))


@cache
def _before() -> PhraseTable:
    return PhraseTable(kk.BEFORE)


@cache
def _last_before() -> frozenset[str]:
    """The words and signs that a hedge before a number may end with; all stand there in just that form."""
    return frozenset(pattern.split()[-1].lstrip("=") for group in kk.BEFORE.values() for pattern in group)


@cache
def _after(case: str) -> PhraseTable:
    return PhraseTable(kk.AFTER.get(case, {}))


def hedge_before(tokens: Sequence[Token], position: int) -> tuple[int, Qualifier] | None:
    """The hedge that ends right before position: its first token and what it says."""
    if position == 0 or tokens[position - 1].lower not in _last_before():
        return None
    for first in range(max(0, position - 3), position):
        hit = _before().longest_at(tokens, first)
        if hit is not None and hit.last == position - 1:
            return first, Qualifier(hit.key)
    return None


def hedge_after(tokens: Sequence[Token], position: int, case: Case | None) -> tuple[int, Qualifier] | None:
    """The hedge that begins at position, after a word in this case: its last token and what it says."""
    if position >= len(tokens) or case is None or tokens[position].kind != "word":
        return None
    hit = _after(case.value).longest_at(tokens, position)
    if hit is None:
        return None
    qualifier, last = Qualifier(hit.key), hit.last
    if tokens[last].lower in ("дейін", "шейін", "дейінгі", "шейінгі") and _reaches(tokens, last + 1):
        return None
    return last, qualifier


def _reaches(tokens: Sequence[Token], position: int) -> bool:
    """Whether a verb of change follows «дейін»: «4 миллиардқа дейін ұлғайту» is a new level."""
    for token in tokens[position : position + _LOOK_AHEAD]:
        if token.kind == "mark":
            return False
        if not kk.REACHING.isdisjoint(token.lemmas) or token.lower.startswith(kk.REACHING_BEGINNINGS):
            return True
    return False


def shrinks(tokens: Sequence[Token], position: int) -> bool:
    """Whether «есе» is followed by a word for less («1,6 есе аз», «екі есе азайды»)."""
    for token in tokens[position : position + 2]:
        if not kk.SHRINKING.isdisjoint(token.lemmas):
            return True
        if token.kind == "mark" or token.lower not in _BETWEEN | {"астам", "жуық", "дейін", "артық"}:
            return False
    return False
