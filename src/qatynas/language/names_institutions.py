"""Ministries, committees, agencies and joint bodies by their heads: «Қырғызстанның Ұлттық статистика комитеті»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from qatynas.language.endings import harmony, spell
from qatynas.language.kk import suffixes
from qatynas.language.mentions import Case, NameType
from qatynas.language.names_atoms import Atom, Ending, cuts, key_of, key_words, spelled
from qatynas.language.names_found import Found, covering, ending_before, listed_ending, titled
from qatynas.language.names_words import words as lists

_REACH = 8
_SPACED_DASH = re.compile(r"\s*[–—]\s*|\s+-\s+")


def institutions(words: Sequence[Atom], found: Sequence[Found]) -> Iterator[Found]:
    """Institutions that a head and the words before it make; with its country where one stands before."""
    for index, atom in enumerate(words):
        if atom.kind != "word" or index == 0:
            continue
        head = _head(atom.key)
        if head is None:
            continue
        if words[index - 1].key in _body_words():
            continue
        inside = covering(found, index)
        if inside is not None and inside.type is NameType.OFFICE and inside.first < index:
            continue
        if inside is not None and inside.type is not NameType.OFFICE:
            if inside.type is NameType.ORGANISATION and inside.role == "institution":
                yield _with_country(words, found, inside.first, index, head[1], inside)
            continue
        first = _begins(words, found, index)
        if first is not None:
            yield _with_country(words, found, first, *_with_part(words, index, head[1]))


def joint_bodies(words: Sequence[Atom], found: Sequence[Found]) -> Iterator[Found]:
    """Joint bodies that no pair file names: «қазақ-тәжік іскерлік кеңесі», «бірлескен комиссия»."""
    for index, atom in enumerate(words):
        if atom.kind != "word" or index == 0:
            continue
        head = _body_head(atom.key)
        if head is None or head[1].plural:
            continue
        if words[index - 1].key not in _body_words() and not _two_states(words, found, index):
            continue
        inside = covering(found, index)
        if inside is not None and inside.type is NameType.BODY:
            continue
        first = index - (words[index - 1].key in _body_words())
        while first > 0 and (words[first].joined or words[first - 1].key in _body_words()):
            first -= 1
        yield _body(words, found, first, index, head[1])


def _two_states(words: Sequence[Atom], found: Sequence[Found], index: int) -> bool:
    """Whether two states tied by a hyphen stand right before an atom («қазақ-қырғыз комиссиясы»)."""
    second = ending_before(found, index)
    if second is None or second.type is not NameType.STATE or not words[second.first].joined:
        return False
    first = ending_before(found, second.first)
    return first is not None and first.type is NameType.STATE


def _body(words: Sequence[Atom], found: Sequence[Found], first: int, last: int, ending: Ending) -> Found:
    """A body with what it is about and whose it is before it."""
    if first > 0 and words[first - 1].key in lists().about_words:
        start = _capital_before(words, found, first - 1)
        if start is not None:
            first = start
    sides, reach = [], first
    while (name := ending_before(found, reach)) is not None and name.type is NameType.STATE:
        if name.ending.case not in (Case.NOM, Case.GEN):
            break
        sides.append(name.country or "")
        reach = name.first - (name.first > 0 and _joins(words[name.first - 1]))
        first = name.first
    canonical = _named(words, first, last, ending)
    if len(sides) > 1:
        canonical = _SPACED_DASH.sub("-", canonical)
    countries = tuple(sorted(set(sides))) if len(set(sides)) > 1 else ()
    country = sides[0] if len(set(sides)) == 1 else None
    return Found(
        first, last, NameType.BODY, canonical, country, countries, ending, "other", words[first].start, words[last].end
    )  # fmt: skip


def _joins(atom: Atom) -> bool:
    """Whether an atom may stand between two states of one body: «мен», or a dash with spaces."""
    return atom.key in lists().joiners or (atom.kind == "mark" and atom.text in "–—-")


def _begins(words: Sequence[Atom], found: Sequence[Found], head: int) -> int | None:
    """Where an institution's name begins: a known phrase before the head, or the nearest capital to its left."""
    if words[head].key.startswith(_ministry()) and (start := _after_state(words, found, head)) is not None:
        return start
    for size in range(min(6, head), 0, -1):
        if tuple(word.key for word in words[head - size : head]) in _phrases():
            return head - size
    if words[head].capital and not words[head - 1].capital:
        known = ending_before(found, head)
        return head if known is not None and known.type is NameType.STATE else None
    start = _capital_before(words, found, head)
    if start is not None and start == 0 and head > 4:
        return None
    return start


def _after_state(words: Sequence[Atom], found: Sequence[Found], head: int) -> int | None:
    """Where a ministry with commas in its name begins: at the capital right after a state («Тәжікстанның Су …»)."""
    for index in range(head - 1, max(0, head - 12), -1):
        inside = covering(found, index)
        if inside is not None and inside.type is NameType.STATE:
            return inside.last + 1 if words[inside.last + 1].capital else None
        if inside is not None or (words[index].kind != "word" and words[index].text != ","):
            return None
    return None


@cache
def _ministry() -> str:
    return key_of(lists().institutions[0])


def _capital_before(words: Sequence[Atom], found: Sequence[Found], head: int) -> int | None:
    """The nearest capitalised word to the left of head within its clause, and its capitalised neighbours."""
    index = head - 1
    while index >= 0 and head - index <= _REACH:
        atom = words[index]
        if atom.kind != "word" or (atom.key in lists().stop_words and atom.key not in lists().joiners):
            return None
        inside = covering(found, index)
        if inside is not None and inside.type in (NameType.STATE, NameType.PERSON, NameType.SIDE):
            return index + 1 if inside.type is NameType.STATE and index + 1 < head else None
        if inside is not None and inside.type is NameType.PLACE and inside.ending.case != Case.NOM:
            return None
        if atom.capital:
            while words[index].joined and index > 0:
                index -= 1
            return index
        index -= 1
    return None


def _with_part(words: Sequence[Atom], index: int, ending: Ending) -> tuple[int, Ending]:
    """The last atom and its ending with a part of the institution after it («министрлігінің баспасөз қызметі»)."""
    if ending.case != Case.GEN:
        return index, ending
    for part in _parts():
        last = index + len(part)
        if last < len(words) and all(words[index + 1 + step].key == word for step, word in enumerate(part[:-1])):
            for stem, said in cuts(words[last].key):
                if stem == part[-1]:
                    return last, said
    return index, ending


def _with_country(
    words: Sequence[Atom], found: Sequence[Found], first: int, last: int, ending: Ending, known: Found | None = None
) -> Found:
    """An institution with the state before it: as part of the name in the genitive, beside it otherwise."""
    state = ending_before(found, first)
    country = known.country if known else None
    canonical = _named(words, first, last, ending)
    start = first
    if state is not None and state.type is NameType.STATE and state.ending.case in (Case.NOM, Case.GEN):
        country, start = state.country, state.first
        before = spelled(words, state.first, first - 1)
        before = before if state.role == "acronym" else titled(before)
        own = canonical if state.role != "adjective" else spelled(words, first, last, ending)
        canonical = f"{before} {own}"
    return Found(
        start, last, NameType.ORGANISATION, canonical, country, (), ending, "institution",
        words[start].start, words[last].end,
    )  # fmt: skip


def _named(words: Sequence[Atom], first: int, last: int, ending: Ending) -> str:
    """The words as they stand, the last in the nominative, the first with a capital."""
    text = spelled(words, first, last, ending)
    return text if text.isupper() else titled(text)


@lru_cache(maxsize=1 << 16)
def _head(key: str) -> tuple[str, Ending] | None:
    return listed_ending(key, _heads())


@lru_cache(maxsize=1 << 16)
def _body_head(key: str) -> tuple[str, Ending] | None:
    return listed_ending(key, _body_heads())


@cache
def _heads() -> frozenset[str]:
    return frozenset(key_words(head)[-1] for head in lists().institutions)


@cache
def _phrases() -> frozenset[tuple[str, ...]]:
    return frozenset(key_words(phrase) for phrase in lists().institution_words)


@cache
def _parts() -> tuple[tuple[str, ...], ...]:
    return tuple(key_words(part) for part in lists().institution_parts)


@cache
def _body_heads() -> frozenset[str]:
    heads = {key_of(head) for head in lists().body_heads}
    return frozenset(heads | {_possessed(head) for head in heads})


def _possessed(head: str) -> str:
    """A head with the possessive: комиссиясы, кеңесі, тобы."""
    ending = spell(suffixes.POSSESSIVES["3"], head[-1], harmony(head) is not False)
    return head[:-1] + {"п": "б", "к": "г", "қ": "ғ"}.get(head[-1], head[-1]) + ending


@cache
def _body_words() -> frozenset[str]:
    return frozenset(map(key_of, lists().body_words))
