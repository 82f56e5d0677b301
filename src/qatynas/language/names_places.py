"""Places with the word that says what they are: «Бішкек қаласында», «Қордай ауданының», «Шу мен Талас өзендері»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from qatynas.language.mentions import NameType
from qatynas.language.names_atoms import BARE, Atom, Ending, cuts, key_words, spelled
from qatynas.language.names_found import Found, covering, ending_before, titled
from qatynas.language.names_gazetteer import gazetteer
from qatynas.language.names_words import words as lists


def places(words: Sequence[Atom], found: Sequence[Found]) -> Iterator[Found]:
    """Known places drawn out over their heads, and unknown ones before a head."""
    heads = _heads()
    for index, atom in enumerate(words):
        rows = heads.get(atom.key[:4])
        if rows is None or atom.kind != "word" or index == 0:
            continue
        for head, dropped in rows:
            ending = _matches(words, index, head)
            if ending is None:
                continue
            place = _before_head(words, found, index, " ".join(head), dropped)
            if place is not None:
                yield place.reaching(words, index + len(head) - 1, ending)
                break


def several(words: Sequence[Atom], found: Sequence[Found]) -> Iterator[Found]:
    """Known places before a head that they share: «Орто-Тоқой мен Киров су қоймалары»."""
    heads = _plural_heads()
    starts = [index for index, atom in enumerate(words) if atom.key[:4] in heads and index]
    for index in starts:
        for plural, single in heads[words[index].key[:4]]:
            if _matches(words, index, plural) is not None:
                yield from _sharing(words, found, index, single)


def _sharing(words: Sequence[Atom], found: Sequence[Found], index: int, head: tuple[str, ...]) -> Iterator[Found]:
    """The places before the shared head at index, read as if each had a head of its own."""
    first = index - 1
    while first >= 0 and words[first].kind == "word" and index - first < 6:
        entry = gazetteer().exact((*(word.key for word in words[first:index] if word.kind == "word"), *head))
        if entry is not None and words[first].capital:
            yield Found(
                first, index - 1, entry.type, entry.canonical, entry.country, entry.countries, BARE, entry.role,
                words[first].start, words[index - 1].end,
            )  # fmt: skip
            if first < 2 or words[first - 1].key not in lists().joiners:
                return
            index = first - 1
        first -= 1


def _before_head(words: Sequence[Atom], found: Sequence[Found], index: int, head: str, dropped: bool) -> Found | None:
    """The place whose name ends right before a head; a known one keeps its country."""
    known = ending_before(found, index)
    if known is not None and known.type is NameType.PLACE and known.ending.case == "nom":
        if dropped or known.role in head or _is_kind(known.role, head):
            return known
        base = known.canonical if " " not in known.canonical else titled(spelled(words, known.first, known.last))
        return replace(known, canonical=f"{base} {head}", role="")
    before = words[index - 1]
    quoted = before.kind == "mark" and before.text in '»”"' and index > 2
    if quoted or before.kind != "word" or not before.capital or covering(found, index - 1) is not None:
        return None
    if before.key in lists().stop_words or before.key in lists().never_given:
        return None
    first = index - 1
    while first > 0 and words[first].joined:
        first -= 1
    text = "-".join(titled(words[step].text) for step in range(first, index))
    canonical = text if dropped else f"{text} {head}"
    return Found(first, index - 1, NameType.PLACE, canonical, start=words[first].start, end=before.end)


def _is_kind(role: str, head: str) -> bool:
    """Whether a head only says again what a place is known to be: «Қордай» бекеті, Шу өзені."""
    return any(word in head for word in lists().place_kinds.get(role, ()))


def _matches(words: Sequence[Atom], index: int, head: tuple[str, ...]) -> Ending | None:
    last = index + len(head) - 1
    if last >= len(words) or any(words[index + step].key != word for step, word in enumerate(head[:-1])):
        return None
    return next((ending for stem, ending in cuts(words[last].key) if stem == head[-1]), None)


@cache
def _plural_heads() -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]:
    """Heads of several places with the head of one, by the first four letters of their first word."""
    table: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for plural, single in lists().place_heads_plural.items():
        keys = key_words(plural)
        table.setdefault(keys[0][:4], []).append((keys, key_words(single)))
    return table


@cache
def _heads() -> dict[str, list[tuple[tuple[str, ...], bool]]]:
    """Heads by the first four letters of their first word, the longest first, with whether a name drops them."""
    table: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
    for group, dropped in ((lists().place_heads_dropped, True), (lists().place_heads_kept, False)):
        for head in group:
            keys = key_words(head)
            table.setdefault(keys[0][:4], []).append((keys, dropped))
    for rows in table.values():
        rows.sort(key=lambda row: -len(row[0]))
    return table
