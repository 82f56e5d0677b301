"""Events told by a word that points at one just told: «келесісі», «биылғысы», «төртіншісі»."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from qatynas.claims.context import At
from qatynas.claims.predicates_lexicon import Sign
from qatynas.language.mentions import Case

_POINTING = re.compile(
    r"(?:келесі|кезекті|ендігі|биылғы|былтырғы|алдыңғы|бұрынғы|соңғы|алғашқы|өткендегі|\w+нші)с[іы](?:н)?$"
)
"""An adjective of order or time with the third person's ending: which of them is meant."""
_ENDS = ("сы", "сі", "сын", "сін")
_BACK = 2
"""Sentences over which it looks for what they are."""
_GATHERINGS = ("кездес", "отырыс", "жиын", "форум", "саммит", "сапар", "келіссөз", "басқосу", "мәжіліс")
"""Meetings, whose next ones are meetings."""


def referring(at: At) -> Iterator[Sign]:
    """The words of the sentence that point at one of several events, as subjects or objects."""
    for index, token in enumerate(at.sentence.tokens):
        word = token.lower
        if word.endswith(_ENDS) and token.case in (None, Case.NOM, Case.ACC) and _POINTING.match(word):
            yield Sign("again", word, token.span, index, index, "", False, token.case)


def antecedent(at: At, word: Sign, nouns_of: Callable[[At], list[Sign]]) -> tuple[At, Sign] | None:
    """The noun of the event that word points at, with its sentence: the last one before it; None for a meeting."""
    for other in (at, *at.before(_BACK)):
        found = [noun for noun in nouns_of(other) if noun.span.end <= word.span.start]
        gathered = [t.span for t in other.sentence.tokens if t.lower.startswith(_GATHERINGS)]
        gathered = [span for span in gathered if span.end <= word.span.start]
        if gathered and (not found or gathered[-1].start > found[-1].span.start):
            return None
        if found:
            return other, found[-1]
    return None
