"""Names and titles compared: the same thing is told in other words, other cases and with other honours around it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from qatynas.data import world

_ALLIES = "одақтас"
_WORDS = re.compile(r"\w+", re.UNICODE)
_YEAR = re.compile(r"\d{4}")

# Kazakh suffixes change a word's end; five letters tell the stems of titles and bodies apart.
# Checked on the 32 titles and 21 body names of the development material: no two different ones fall together.
STEM_LETTERS = 5
LEAST_STEM = 4  # a word of four letters is its own stem; with an ending it grows to five

# Two titles are one where this share of their stems is common (Jaccard). «Нығайту және кеңейту» against «тереңдету
# және кеңейту» of one treaty is 0.6; the treaties of two different years that share «одақтастық қатынас» are at 0.4.
SAME_TITLE = 0.6

# Words that say what sort of text it is: they tell no two titles apart. Cut to stems below.
_SORTS = (
    "туралы және мен пен бен арасындағы арналған жылдарға жылғы шарт келісім хаттама меморандум бағдарлама заң жоба "
    "жол карта жөніндегі саласындағы республикасы үкіметі екі ел жаңа бекіту ратификациялау мемлекет ынтымақтастық "
    "іс қимыл жоспары"
)


def stems(name: str | None) -> tuple[str, ...]:
    """The words of a name in small letters, cut to stems, in the order of the alphabet, each once."""
    words = _WORDS.findall((name or "").lower())
    return tuple(sorted({word if word.isdigit() else word[:STEM_LETTERS] for word in words}))


@lru_cache(maxsize=8192)
def body_key(name: str | None) -> str:
    """One key for the names of one body: «Қырғыз-Қазақстан …» is «Қазақстан-Қырғызстан …»."""
    return " ".join(stem for stem in stems(name) if stem not in _state_stems()) or " ".join(stems(name))


@lru_cache(maxsize=8192)
def title_key(title: str | None) -> str:
    """One key for a title told in other cases or between other quotation marks."""
    return " ".join(_telling(title)) or " ".join(stems(title))


def same_title(one: str | None, other: str | None, *, same_day: bool = False) -> bool:
    """Whether two titles may name one text; titles with different years or places in them never do, nor empty ones.

    same_day says that the same act on the same day is told under both: then the shorter may leave words out.
    """
    if not one or not other:
        return False
    if title_key(one) == title_key(other):
        return True
    left, right = ({stem for stem in _telling(title) if not stem.isdigit()} for title in (one, other))
    if set(_YEAR.findall(one)) != set(_YEAR.findall(other)) or (left ^ right) & _place_stems():
        return False
    if not left or not right:
        return False
    return len(left & right) / len(left | right) >= SAME_TITLE or (same_day and (left <= right or right <= left))


def is_alliance(title: str) -> bool:
    """Whether a treaty's title says that it makes allies."""
    return any(word.startswith(_ALLIES) for word in _WORDS.findall(title.lower()))


def closeness(one: str | None, other: str | None) -> float:
    """How much of two titles' wording is common, words of sort included: 0 … 1; 0 where years in them differ."""
    left, right = set(stems(one)) - _state_stems(), set(stems(other)) - _state_stems()
    if not left or not right or set(_YEAR.findall(one or "")) != set(_YEAR.findall(other or "")):
        return 0.0
    return len(left & right) / len(left | right)


def shortened(key: str, keys: Iterable[str]) -> str:
    """The one fuller body key that this one leaves words out of, or the key itself where there is none or several."""
    mine = set(key.split())
    fuller = [other for other in keys if mine < set(other.split())]
    return fuller[0] if len(fuller) == 1 and len(mine) > 1 else key


def _telling(title: str | None) -> tuple[str, ...]:
    return tuple(stem for stem in stems(title) if not _is_generic(stem) and stem not in _state_stems())


def _is_generic(stem: str) -> bool:
    """Whether a stem says only what sort of text it is: «шарт» with its endings, but not «жолаушы» for «жол»."""
    return stem in _GENERIC or (len(stem) > LEAST_STEM and stem[:LEAST_STEM] in _GENERIC)


_GENERIC = frozenset(stems(_SORTS))


@cache
def _state_stems() -> frozenset[str]:
    """Stems of the names of states and their peoples, which a joint body or a treaty may carry in any order."""
    told = [words for state in world().states for words in (state.names, state.adjectives)]
    names = (name for words in told for name in words.get("kk", ()))
    return frozenset(stem for name in names for stem in stems(name) if len(stem) == STEM_LETTERS)


@cache
def _place_stems() -> frozenset[str]:
    """Stems of places: an agreement on one river is not the agreement on another that is worded alike."""
    return frozenset(stem for place in world().places for stem in stems(place.name)) - _GENERIC
