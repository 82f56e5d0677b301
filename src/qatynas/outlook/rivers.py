"""Which river a claim is of, by the names that its subject or its sentence has; rivers and their shares from
rivers.toml."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

import msgspec

from qatynas.language import analyse
from qatynas.model import Script
from qatynas.model.claim import Figure
from qatynas.script import convert

BOTH = ""
"""Stands for all rivers of a pair together."""

_FILE = Path(__file__).with_name("rivers.toml")


class River(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A river that two states divide; shares are percent of its flow."""

    names: tuple[str, ...]
    shares: dict[str, float]

    @property
    def name(self) -> str:
        """The river's own name."""
        return self.names[0]


class Division(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a pair divides. season is the first and the last month of the season that volumes are approved for; river
    and together are words (see rivers.toml)."""

    season: tuple[int, int]
    river: str
    together: tuple[str, ...]
    source: str
    rivers: tuple[River, ...]


@cache
def divisions() -> dict[str, Division]:
    """By pair, such as «KAZ-KGZ»."""
    return msgspec.toml.decode(_FILE.read_bytes(), type=dict[str, Division])


_WORD = re.compile(r"[^\W\d_]+(?:[-–][^\W\d_]+)*")


def rivers_in(words: str, division: Division) -> frozenset[str]:
    """The rivers that words name, themselves or by what stands on them; words in any script."""
    return _rivers_in(words, tuple(river.names for river in division.rivers), division.river)


@lru_cache(maxsize=4096)
def _rivers_in(words: str, rivers: tuple[tuple[str, ...], ...], river: str) -> frozenset[str]:
    found = _WORD.findall(convert(words, Script.CYRL))
    lemmas: list[frozenset[str]] = []
    for place, word in enumerate(found):
        parts = re.split("[-–]", word)
        rivers_follow = place + 1 < len(found) and river in _lemmas(found[place + 1])
        lemmas += [frozenset(_lemmas(one)) for one in (parts if len(parts) > 1 and rivers_follow else [word])]
    return frozenset(names[0] for names in rivers if any(_named(name, lemmas) for name in names))


def _lemmas(word: str) -> set[str]:
    return {word.casefold()} | {one.lemma.casefold() for one in analyse(word) if one.pos == "noun"}


def _named(name: str, lemmas: list[frozenset[str]]) -> bool:
    """Whether the words of a name follow one another."""
    wanted = [word.casefold() for word in _WORD.findall(name)]
    return any(
        all(word in lemmas[start + place] for place, word in enumerate(wanted))
        for start in range(len(lemmas) - len(wanted) + 1)
    )


def river_of(claim: Figure, division: Division, before: str | None = None) -> str | None:
    """The one river of a claim, BOTH where it is of all, None where its subject is another water.

    The sentence counts before the subject: «through the Shu and the Talas» is both, whichever of them was read as the
    subject. A number that is carried on from the one before it in its paragraph, or has no subject, is of that one's
    river (before), unless it says that it is of all together.
    """
    told = rivers_in(claim.quote, division)
    if told:
        return next(iter(told)) if len(told) == 1 else BOTH
    words = _WORD.findall(convert(claim.quote, Script.CYRL).casefold())
    if any(word.startswith(division.together) for word in words):
        return BOTH
    carried = any(support.field == "indicator" for support in claim.support)
    if claim.subject and not (carried and before is not None):
        own = rivers_in(claim.subject, division)
        return next(iter(own)) if len(own) == 1 else BOTH if own else None
    return BOTH if before is None else before
