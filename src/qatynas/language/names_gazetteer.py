"""The names that the data of the world knows, ready to be found among atoms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

import msgspec

from qatynas.data import World, world
from qatynas.language.mentions import NameType
from qatynas.language.names_atoms import BARE, Atom, Ending, cuts, folded, key_of, key_words
from qatynas.language.names_words import words
from qatynas.language.tagger_lists import habit

FOLDED_FROM = 5
"""Letters that a word must have before vowel harmony may be overlooked in it: Ош is not өш, Тоқаев is төқәев."""


_PREFIX = 2  # letters by which continuations are parted; the last word's last letter may differ

QUOTES = frozenset('«»“”„"‹›')


class Entry(msgspec.Struct, frozen=True, gc=False):
    """A known name. role tells kinds of one type apart: acronym, adjective, surname, office code, place kind, side …"""

    type: NameType
    canonical: str
    country: str | None = None
    countries: tuple[str, ...] = ()
    role: str = ""
    capital: bool = False


class Match(msgspec.Struct, frozen=True, gc=False):
    """An entry found: its first and last atom (both in) and the ending of the last."""

    entry: Entry
    first: int
    last: int
    ending: Ending


class Gazetteer:
    """Names by their words. Inner words must be as they stand; the last may have any noun ending."""

    def __init__(self, entries: Iterable[tuple[str, Entry]]) -> None:
        self._single: dict[str, list[Entry]] = {}
        self._longer: dict[str, dict[tuple[str, ...], list[Entry]]] = {}
        for name, entry in entries:
            self._add(key_words(name), entry)
        self._cut = lru_cache(maxsize=1 << 15)(self._singles)
        self._following = lru_cache(maxsize=1 << 15)(self._continued)
        self.begins = lru_cache(maxsize=1 << 16)(self._begins)

    def _add(self, keys: tuple[str, ...], entry: Entry) -> None:
        foldable = not entry.capital and entry.role != "acronym" and max(map(len, keys), default=0) >= FOLDED_FROM
        for variant in {keys, tuple(map(folded, keys))} if foldable else {keys}:
            if len(variant) == 1:
                held = self._single.setdefault(variant[0], [])
            elif variant:
                held = self._longer.setdefault(variant[0], {}).setdefault(variant[1:], [])
            else:
                return
            if entry not in held:
                held.append(entry)

    def exact(self, keys: tuple[str, ...]) -> Entry | None:
        """The name of just these words, without endings."""
        entries = self._longer.get(keys[0], {}).get(keys[1:]) if len(keys) > 1 else self._single.get(keys[0])
        return entries[0] if entries else None

    def _begins(self, key: str) -> bool:
        """Whether any name may begin with a word of this key."""
        return key in self._longer or folded(key) in self._longer or bool(self._cut(key))

    def at(self, found: Sequence[Atom], first: int) -> Iterator[Match]:
        """Every name that begins at atom first, the longest first."""
        key = found[first].key
        yield from self._longest(found, first, key)
        if len(key) >= FOLDED_FROM and (fold := folded(key)) != key:
            yield from self._longest(found, first, fold)
        for entries, ending in self._cut(key):
            said = _suffixed(found[first], ending)
            for entry in entries:
                yield Match(entry, first, first, said)

    def _singles(self, key: str) -> tuple[tuple[tuple[Entry, ...], Ending], ...]:
        rows: dict[int, tuple[tuple[Entry, ...], Ending]] = {}
        for stem, ending in cuts(key):
            tries = (stem, folded(stem)) if len(stem) >= FOLDED_FROM else (stem,)
            for tried in tries:
                entries = self._single.get(tried)
                if entries:
                    rows.setdefault(id(entries), (tuple(entries), ending))
        return tuple(rows.values())

    def _longest(self, found: Sequence[Atom], first: int, key: str) -> Iterator[Match]:
        if key not in self._longer or (following := _next(found, first)) >= len(found):
            return
        matches: list[Match] = []
        for rest, entries in self._following(key, folded(found[following].key)[:_PREFIX]):
            reached = _reach(found, first, rest)
            if reached is not None:
                matches.extend(Match(entry, first, *reached) for entry in entries)
        matches.sort(key=lambda match: -match.last)
        yield from matches

    def _continued(self, key: str, prefix: str) -> tuple[tuple[tuple[str, ...], list[Entry]], ...]:
        """What may follow a first word, where the second one begins so; very short words are not told apart."""
        return tuple(
            row
            for row in self._longer[key].items()
            if len(row[0][0]) <= _PREFIX or folded(row[0][0])[:_PREFIX] == prefix
        )


def _reach(found: Sequence[Atom], first: int, rest: tuple[str, ...]) -> tuple[int, Ending] | None:
    """The last atom and its ending where the words of rest follow atom first, quotes passed over; else None."""
    index = first
    for word in rest[:-1]:
        index = _next(found, index)
        if index >= len(found) or (found[index].key != word and folded(found[index].key) != word):
            return None
    index = _next(found, index)
    if index >= len(found):
        return None
    last, word = found[index], rest[-1]
    begin = word[: max(1, len(word) - 1)]
    if not last.key.startswith(begin) and not folded(last.key).startswith(begin):
        return None
    for stem, ending in cuts(last.key):
        if stem == word or (len(stem) > 3 and folded(stem) == word):
            return index, _suffixed(last, ending)
    return None


def _next(found: Sequence[Atom], index: int) -> int:
    index += 1
    while index < len(found) and found[index].text in QUOTES:
        index += 1
    return index


def _suffixed(atom: Atom, ending: Ending) -> Ending:
    if not atom.suffix:
        return ending
    return next((said for stem, said in cuts("ааа" + atom.suffix) if stem == "ааа"), BARE)


@cache
def gazetteer() -> Gazetteer:
    """Every name of the packaged data."""
    return Gazetteer(_entries(world()))


def _entries(known: World) -> Iterator[tuple[str, Entry]]:
    yield from _states(known)
    yield from _organisations(known)
    yield from _places(known)
    yield from _people(known)
    yield from _offices(known)
    yield from _bodies(known)
    yield from _sides()
    for row in words().known_institutions:
        entry = Entry(NameType.ORGANISATION, row.name, row.country, role="institution", capital=len(row.name) < 5)
        for name in (row.name, *row.also):
            yield name, entry


def _states(known: World) -> Iterator[tuple[str, Entry]]:
    for state in known.states:
        for name in state.names["kk"]:
            acronym = name.isupper() or (len(name) < 5 and name[-1].isupper())
            role = "acronym" if acronym else "name"
            short = acronym or (state.language is None and len(name) < 6)
            yield name, Entry(NameType.STATE, state.name, state.code, role=role, capital=short)
        for name in state.adjectives.get("kk", ()):
            yield name, Entry(NameType.STATE, state.name, state.code, role="adjective")
        for name in state.nicknames.get("kk", ()):
            yield name, Entry(NameType.STATE, state.name, state.code, role="nickname")


def _organisations(known: World) -> Iterator[tuple[str, Entry]]:
    for organisation in known.organisations:
        entry = Entry(NameType.ORGANISATION, organisation.code, role="international")
        for name in organisation.names["kk"]:
            yield name, entry
        short = Entry(NameType.ORGANISATION, organisation.code, role="acronym", capital=True)
        for names in organisation.acronyms.values():
            for name in names:
                yield name, short
                if len(name) <= 6:
                    yield " ".join(name), Entry(NameType.ORGANISATION, organisation.code, role="international")


def _places(known: World) -> Iterator[tuple[str, Entry]]:
    for place in known.places:
        canonical = place.is_in or place.name
        for name in place.names["kk"]:
            plain = " " not in name and place.kind not in ("capital", "residence") and (place.common or _is_word(name))
            entry = Entry(NameType.PLACE, canonical, place.country, place.countries, place.kind, capital=plain)
            yield name, entry


def _is_word(name: str) -> bool:
    """Whether a short name may be a word of the language as well, so that only its capital tells it."""
    return len(name) < 7 and (len(name) < 5 or habit(key_of(name)) in ("common", "both"))


def _people(known: World) -> Iterator[tuple[str, Entry]]:
    for person in known.people:
        full = Entry(NameType.PERSON, person.name, person.country, role="full")
        for name in person.names["kk"]:
            given, _, surname = name.rpartition(" ")
            yield name, full
            if given and " " not in given:
                yield f"{surname} {given}", full
                if person.patronymic:
                    yield f"{given} {person.patronymic} {surname}", full
                    yield f"{given} {person.patronymic}", full
            if given and person.bare:
                yield surname, Entry(NameType.PERSON, person.name, person.country, role="surname")


def _offices(known: World) -> Iterator[tuple[str, Entry]]:
    for office in known.offices:
        for name in office.names["kk"]:
            yield name, Entry(NameType.OFFICE, name, role=office.code)
            if " " in name and (bare := _without_possessive(name)) != name:
                yield bare, Entry(NameType.OFFICE, bare, role=office.code)


def _without_possessive(name: str) -> str:
    """«Мемлекет басшы» of «Мемлекет басшысы», so that the plural is met as well (Мемлекет басшылары)."""
    if name.endswith(("сы", "сі")):
        return name[:-2]
    return name[:-1] if name.endswith(("ы", "і")) else name


def _bodies(known: World) -> Iterator[tuple[str, Entry]]:
    for pair in known.pairs:
        for code, nicknames in pair.nicknames.items():
            state = known.by_code[code]
            for name in nicknames.get("kk", ()):
                yield name, Entry(NameType.STATE, state.name, code, role="nickname")
        for body in pair.bodies:
            for name in body.names["kk"]:
                yield name, Entry(NameType.BODY, body.name, countries=tuple(sorted(pair.states)), role=body.level)


def _sides() -> Iterator[tuple[str, Entry]]:
    for role, names in words().sides.items():
        for name in names:
            yield name, Entry(NameType.SIDE, role, role=role)
