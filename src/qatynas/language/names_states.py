"""States by their adjectives: «қырғыз тарапына» is Kyrgyzstan in the dative."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from qatynas.data import world
from qatynas.language.mentions import Case, NameType
from qatynas.language.names_atoms import Atom, contracted, key_of
from qatynas.language.names_found import Found, listed_ending
from qatynas.language.names_words import words as lists


def states(words: Sequence[Atom], found: Sequence[Found]) -> Iterator[Found]:
    """Adjectives of states with the word that makes them stand for the state itself; capitals likewise."""
    for name in found:
        if name.role not in ("adjective", "name", "capital"):
            continue
        if name.ending.case != "nom" or name.last + 1 >= len(words):
            continue
        after = words[name.last + 1]
        if after.kind != "word" or after.joined:
            continue
        head = listed_ending(after.key, _side_heads())
        if head is not None and (name.role == "adjective" or head[0] in lists().side_heads_of_names):
            yield _as_state(name).reaching(words, name.last + 1, head[1])


def _as_state(name: Found) -> Found:
    """The state of a capital that speaks for it («Бішкек тарапы»)."""
    state = world().state(name.country or "") if name.type is NameType.PLACE else None
    return name if state is None else replace(name, type=NameType.STATE, canonical=state.name, countries=())


def is_currency(words: Sequence[Atom], name: Found) -> bool:
    """Whether a state's name is part of a currency's («АҚШ доллары»)."""
    if name.type is not NameType.STATE or name.ending.case != Case.NOM or name.last + 1 >= len(words):
        return False
    return listed_ending(words[name.last + 1].key, _currency_words()) is not None


@cache
def _currency_words() -> frozenset[str]:
    return frozenset(map(key_of, lists().currency_words))


def capitals(words: Sequence[Atom], found: Sequence[Found]) -> Iterator[Found]:
    """«Қырғызстан астанасында»: the capital of the state before it."""
    for name in found:
        if (
            name.type is not NameType.STATE
            or name.ending.case not in (Case.NOM, Case.GEN)
            or name.last + 1 >= len(words)
        ):
            continue
        head = listed_ending(words[name.last + 1].key, _capital_words())
        state = world().state(name.country or "")
        if head is not None and state is not None and state.capital:
            place = replace(name, type=NameType.PLACE, canonical=state.capital, role="capital")
            yield place.reaching(words, name.last + 1, head[1])


@cache
def _capital_words() -> frozenset[str]:
    return frozenset(map(key_of, lists().capital_words))


@cache
def _side_heads() -> frozenset[str]:
    heads = {key_of(head) for head in lists().side_heads}
    return frozenset(heads | {contracted(head) for head in heads})
