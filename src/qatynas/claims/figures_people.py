"""Which words are of people: by a table, by how a word is made, by the place that they are of."""

from __future__ import annotations

from functools import cache, lru_cache

import msgspec

from qatynas.data import load, world
from qatynas.language.lexicon import lexicon
from qatynas.language.mentions import Token
from qatynas.language.numeral_words import numeral_word
from qatynas.language.stems import analyse

_BASE = 4  # letters before an ending that makes a doer: «қамшы», «тамшы», «танкер» have fewer


class _Persons(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: tuple[str, ...]
    endings: tuple[str, ...]
    tools: tuple[str, ...]
    things: tuple[str, ...]
    firms: tuple[str, ...]
    of_place: tuple[str, ...]
    alone: tuple[str, ...]


@cache
def _persons() -> _Persons:
    return load("persons", _Persons)


@cache
def _words() -> frozenset[str]:
    return frozenset(_persons().words)


def is_person(token: Token) -> bool:
    """Whether a word is of people: «балуан», «құрылысшыға», «тыңдаушысы», but not «тасымалдаушы», «көрсеткіші»."""
    return not _words().isdisjoint(token.lemmas) or _made(token.lower)


def is_person_alone(token: Token) -> bool:
    """Whether a word is of people where no other noun follows it: «мүшесі», «қазақстандық», «алматылық»."""
    return any(word in token.lemmas for word in _persons().alone) or not people_of().isdisjoint(token.lemmas)


def is_of_place(token: Token) -> bool:
    """Whether a word is made of the name of a state or a place: «қазақстандық», but not «қазақ»."""
    return any(lemma.endswith(_persons().of_place) for lemma in people_of() & token.lemmas)


@lru_cache(maxsize=1 << 13)
def _made(lower: str) -> bool:
    """Whether a word is made as one for who does something."""
    readings = analyse(lower)
    best, words = readings[0], _persons()
    if best.form == "agent":
        return not any(firm.startswith(best.lemma) and lower.startswith(firm) for firm in words.firms)
    if best.known:
        return best.pos == "noun" and _doer(best.lemma)
    nouns, _ = lexicon()
    made = [r for r in readings if r.pos == "noun" and not r.attributive and r.lemma not in words.firms]
    if any(len(_base(r.lemma)) >= _BASE and _base(r.lemma) in nouns for r in made):
        return numeral_word(lower) is None  # «шаңғышы»: of шаңғы, no tool in -ғыш
    return any(len(_base(r.lemma)) > _BASE and _doer(r.lemma) for r in made)  # «альпинист», «көркемсөзші»


def _doer(lemma: str) -> bool:
    words = _persons()
    if lemma in words.firms or lemma in words.things or lemma.endswith(words.tools) or numeral_word(lemma) is not None:
        return False
    return len(_base(lemma)) >= _BASE


def _base(lemma: str) -> str:
    """What stands before an ending that makes a doer; "" where there is none."""
    ending = next((ending for ending in _persons().endings if lemma.endswith(ending)), None)
    return lemma.removesuffix(ending) if ending else ""


@cache
def people_of() -> frozenset[str]:
    """What the people of states and places are called: қырғыз, қазақстандық, алматылық."""
    of_states = {word.lower() for state in world().states for words in state.adjectives.values() for word in words}
    towns = {place.name.lower() for place in world().places if place.kind in ("capital", "city", "town", "region")}
    return frozenset(of_states | {town + ending for town in towns for ending in _persons().of_place})
