"""Words read as verbs: whether one ends a clause, and which form it has."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from qatynas.claims.figures_words import begins, noun
from qatynas.language.mentions import Case, Token
from qatynas.language.stems import Analysis, analyse

_PLAIN_ENDING = 3  # letters of an ending that tell a verb even where the stem is unknown
_FINITE = frozenset(("past", "present", "inferred", "perfect", "intention", "condition", "wish"))


def verb_of(token: Token) -> Analysis | None:
    """The word read as an inflected verb: a known one, or an ending that no noun has; None where it is none."""
    return _verb(token.lower) if token.kind == "word" else None


def verbs_in(tokens: Iterable[Token]) -> tuple[tuple[Token, Analysis], ...]:
    """The words that can be read as inflected verbs, with their readings."""
    return tuple([(token, reading) for token in tokens if (reading := verb_of(token)) is not None])


@lru_cache(maxsize=1 << 14)
def _verb(lower: str) -> Analysis | None:
    readings = analyse(lower)
    verbs = [r for r in readings if r.pos == "verb" and r.form not in ("", "stem") and r.suffix]
    if readings[0].known and readings[0].plural and readings[0].pos == "noun":
        return None  # «студенттері»
    if readings[0].negative and any(r.pos == "noun" and r.known and not r.suffix for r in readings):
        return None  # «бетперде»
    if readings[0] in verbs and readings[0].known:
        return readings[0]
    for reading in verbs:
        if (
            reading.known
            and len(reading.suffix) >= _PLAIN_ENDING
            and not (reading.form == "intention" and readings[0].known)
        ):
            return reading
    return next(
        (r for r in verbs if len(r.suffix) >= _PLAIN_ENDING and r.form in ("present", "participle", "intention")), None
    )


def is_finite(token: Token) -> bool:
    """Whether the word ends a clause: a finite verb, a reported one (жеткенін), or a word that stands for one."""
    return token.kind == "word" and _closes(token.lower)


@lru_cache(maxsize=1 << 14)
def _closes(lower: str) -> bool:
    if noun("closing", (lower,)) or begins("reported", lower):
        return True
    reading = _verb(lower)
    if reading is None:
        return False
    reported = (
        reading.form == "participle" and reading.possessor == "3" and reading.case in (Case.ACC, Case.DAT, Case.NOM)
    )
    return reading.form in _FINITE or reported
