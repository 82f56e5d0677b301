"""Names as Kazakh Cyrillic spells them, where a script leaves the vowels open: «әсәнбекөв» is Асанбеков."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

from qatynas.data import Strict, load, world
from qatynas.language.mentions import NameType
from qatynas.language.names_atoms import folded, key_of
from qatynas.language.names_found import Found, titled
from qatynas.language.names_words import words as lists

_SURNAME_TAILS = ("ов", "ев", "ова", "ева", "улы", "қызы", "ин", "ина", "уулу")


class _Given(Strict, frozen=True):
    names: str


class _GivenFile(Strict, frozen=True):
    kk: _Given


@cache
def given_names() -> dict[str, str]:
    """Given names by key, and by folded key where that is long enough to be sure; small letters."""
    table: dict[str, str] = {}
    for name in load("given_names", _GivenFile).kk.names.split():
        key = key_of(name)
        table[key] = name.lower()
        if len(key) > 4:
            table.setdefault(folded(key), name.lower())
    return table


@cache
def _parts() -> dict[str, str]:
    return {folded(key_of(part)): part for part in lists().given_parts}


def is_given(key: str) -> bool:
    """Whether an atom's key is a given name's."""
    return key in given_names() or (len(key) > 4 and folded(key) in given_names())


def restored(name: Found) -> Found:
    """A person in the usual spelling, where the list of given names has it; other names as they are."""
    if name.type is not NameType.PERSON or is_known(name):
        return name
    words = name.canonical.split()
    spelled = [_restored_given(word) for word in words[:-1]] + [_restored_surname(word) for word in words[-1:]]
    return replace(name, canonical=" ".join(titled(word) for word in spelled))


def is_known(name: Found) -> bool:
    """Whether a name is that of a person in the data of the world."""
    return name.canonical in _known_people()


@cache
def _known_people() -> frozenset[str]:
    return frozenset(person.name for person in world().people)


def _restored_given(name: str) -> str:
    """A given name in its usual spelling, or as it stands."""
    key = key_of(name)
    if key in given_names():
        return name
    return _base(folded(key)) or name


def _restored_surname(name: str) -> str:
    """A surname made of a given name (Асанбек-ов) in its usual spelling, or as it stands."""
    key = key_of(name)
    fold = folded(key)
    if fold == key:
        return name
    for tail in _SURNAME_TAILS:
        if fold.endswith(tail) and len(fold) - len(tail) > 3:
            cut = len(fold) - len(tail)
            if key[:cut] in given_names():
                return name[:cut] + tail if len(name) == len(fold) and tail[0] in "ое" else name
            base = _base(fold[:cut])
            if base:
                return base + (tail if tail[0] in "оеи" else name[-len(tail) :])
    return name


def _base(fold: str) -> str | None:
    """The name with this folded key: a known one, or one put together with бек, бай, хан …"""
    known = given_names().get(fold)
    if known and folded(key_of(known)) == fold:
        return known
    for part, spelling in _parts().items():
        if fold.endswith(part) and len(fold) - len(part) > 2:
            front = given_names().get(fold[: -len(part)])
            if front and folded(key_of(front)) == fold[: -len(part)]:
                return front + spelling
    return None
