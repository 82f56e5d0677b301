"""Lists that the tagger asks: names of the world's data, classes of words, and how words are written."""

from __future__ import annotations

from functools import cache, lru_cache

from qatynas.data import Strict, load, world
from qatynas.language.kk import calendar, numerals
from qatynas.language.lexicon import lexicon
from qatynas.language.names_atoms import cuts, key_of

DERIVING = (
    "дай",
    "дей",
    "тай",
    "тей",
    "лық",
    "лік",
    "дық",
    "дік",
    "тық",
    "тік",
    "лы",
    "лі",
    "ды",
    "ді",
    "ты",
    "ті",
    "ғы",
    "гі",
)
"""Endings that make another word of one: мегаватт-тық, тонна-дай."""


class _Tables(Strict, frozen=True):
    classes: dict[str, tuple[str, ...]]
    lists: dict[str, str]


class _File(Strict, frozen=True):
    kk: _Tables


class _Proper(Strict, frozen=True):
    kk: dict[str, str]


@lru_cache(maxsize=1 << 16)
def classes(key: str) -> tuple[tuple[str, str], ...]:
    """The classes of a word or of its longest listed stem, each with the case that the stem leaves."""
    table = _classes()
    for stem, ending in cuts(key):
        found = table.get(stem)
        if found:
            return tuple((name, ending.case.value) for name in found)
    for derived in DERIVING:
        if key.endswith(derived) and (found := table.get(key[: -len(derived)])):
            return tuple((name, "adj") for name in found)
    return ()


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    """Classes by key."""
    table: dict[str, dict[str, None]] = {}
    for name, listed in _sources():
        table.setdefault(key_of(listed), {}).setdefault(name)
    return {key: tuple(names) for key, names in table.items()}


def _sources() -> list[tuple[str, str]]:
    tables = load("tagger", _File).kk
    rows = [(name, word) for name, listed in tables.classes.items() for word in listed]
    rows += [(name, word) for name, listed in tables.lists.items() for word in listed.split()]
    rows += [("numeral", word) for word in (*numerals.VALUES, *numerals.COLLECTIVES, *numerals.HALF)]
    rows += [("month", word) for word in calendar.MONTHS] + [("weekday", word) for word in calendar.WEEKDAYS]
    for state in world().states:
        rows += [(_part("state", index, name), word) for name in state.names["kk"] for index, word in _words(name)]
        rows += [("nation", name) for name in state.adjectives.get("kk", ())]
    for place in world().places:
        kind = "water" if place.kind in ("river", "lake", "reservoir") else "place"
        rows += [(_part(kind, index, name), word) for name in place.names["kk"] for index, word in _words(name)]
    for organisation in world().organisations:
        rows += [("acronym", name) for names in organisation.acronyms.values() for name in names]
    for person in world().people:
        rows += [("surname", name.split()[-1]) for name in person.names["kk"]]
    return rows


def _words(name: str) -> list[tuple[int, str]]:
    return list(enumerate(name.split()))


def _part(kind: str, index: int, name: str) -> str:
    """Words of longer names are classes of their own, so that «Республикасы» is no state."""
    return kind if " " not in name else f"{kind}{min(index, 2)}"


@lru_cache(maxsize=1 << 16)
def habit(key: str) -> str:
    """How a word is mostly written: proper, both, common (a known word in small letters), or "" where unknown."""
    table = _habits()
    nouns, verbs = lexicon()
    for stem, _ in cuts(key):
        if stem in table:
            return table[stem]
        if stem in nouns or stem in verbs:
            return "common"
    return ""


@cache
def _habits() -> dict[str, str]:
    return {key_of(word): name for name, listed in load("proper_words", _Proper).kk.items() for word in listed.split()}
