"""The year of an animal that a sentence tells as its own, by the twelve-year cycle."""

from __future__ import annotations

from collections.abc import Iterator

from qatynas.language.dating_told import Said
from qatynas.language.kk import dating as kk


def animals_now(sentence: Said) -> Iterator[int]:
    """«Жылқы жылы тағы келді», «биыл – ұлу жылы»: the animal's place in its row of twelve; not «жылан жылы туған»."""
    for at, (token, after) in enumerate(zip(sentence.tokens, sentence.tokens[1:], strict=False)):
        if token.lower in kk.ANIMALS and after.lower in ("жылы", "жылына", "жылын"):
            told = sentence.has(kk.THIS_YEAR) or sentence.lower(at + 2).startswith(kk.ARRIVES)
            told = told or sentence.lower(at + 3).startswith(kk.ARRIVES)
            if told and not sentence.has(kk.BORN):
                yield kk.ANIMALS.index(token.lower)
