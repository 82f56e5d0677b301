"""Offices with the state and the field before them: «Қырғыз Республикасының Президенті», «сауда вице-министрі»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from qatynas.data import world
from qatynas.language.mentions import Case, NameType
from qatynas.language.names_atoms import Atom, key_words, nominative, spelled
from qatynas.language.names_found import Found, ending_before, titled
from qatynas.language.names_words import words as lists

_DEPUTY = "deputy_of"
"""The code in data/offices.toml of words for somebody's deputy."""


def offices(words: Sequence[Atom], found: Sequence[Found]) -> Iterator[Found]:
    """Known offices drawn out to the left over their field and their state."""
    held: Found | None = None
    for name in found:
        if name.type is not NameType.OFFICE:
            continue
        drawn = _drawn(words, found, name)
        if held is not None and held.ending.case == Case.GEN and drawn.first == held.last + 1:
            held = _chained(words, held, drawn)
            continue
        if held is not None:
            yield held
        held = drawn
    if held is not None:
        yield held


def _chained(words: Sequence[Atom], owner: Found, office: Found) -> Found:
    """An office of an office's holder: «Президентінің баспасөз хатшысы», «министрінің орынбасары»."""
    role = office.role
    if role == _DEPUTY:
        role = lists().deputies.get(owner.role, role)
    canonical = titled(spelled(words, owner.first, office.last, office.ending))
    if office.ending.possessive:
        canonical += _third(canonical)
    return replace(
        office, first=owner.first, start=owner.start, canonical=canonical, role=role, country=owner.country,
        countries=owner.countries,
    )  # fmt: skip


def _drawn(words: Sequence[Atom], found: Sequence[Found], office: Found) -> Found:
    first = _field(words, office.first)
    owner = ending_before(found, first)
    if owner is not None and owner.type is NameType.STATE and owner.ending.attributive:
        owner = ending_before(found, owner.first) or owner  # «Қырғызстанның Қазақстандағы елшісі»
    country: str | None = None
    countries: tuple[str, ...] = ()
    start = first
    if owner is not None and owner.ending.case in (Case.NOM, Case.GEN):
        if office.role in _private():
            country = owner.country
        elif owner.type in (NameType.STATE, NameType.SIDE):
            country, countries, start = owner.country, _both(owner), owner.first
        elif owner.type is NameType.PLACE:
            country = owner.country
        elif owner.type is NameType.ORGANISATION and owner.role == "institution":
            country, start = owner.country, owner.first
    canonical = _title(words, start, office, alone=start == office.first)
    role = office.role
    if owner is not None and owner.type in (NameType.STATE, NameType.SIDE) and start == owner.first:
        role = _with_state().get(nominative(words[office.first], office.ending).lower(), role)
    if owner is not None and owner.type is NameType.SIDE:
        role = f"{role}/{owner.canonical}"
    elif start > 0 and words[start - 1].key in lists().pair_numerals:
        role, start = f"{role}/both", start - 1
    return Found(
        start, office.last, NameType.OFFICE, canonical, country, countries, office.ending, role,
        words[start].start, office.end,
    )  # fmt: skip


def _both(owner: Found) -> tuple[str, ...]:
    return owner.countries


def _field(words: Sequence[Atom], first: int) -> int:
    """Where the words for a minister's field begin before an office."""
    if words[first].joined and first > 1:
        first -= 1
    for size in range(min(6, first), 0, -1):
        if tuple(word.key for word in words[first - size : first]) in _fields():
            return first - size
    return first


def _title(words: Sequence[Atom], first: int, office: Found, alone: bool) -> str:
    """The title in the nominative singular; possessive only after an owner or a field («Қазақстан Президенті»)."""
    owned = office.ending.possessive and (not alone or " " in office.canonical)
    title = office.canonical + (_third(office.canonical) if owned else "")
    before = spelled(words, first, office.first - 1) if first < office.first else ""
    glue = "-" if words[office.first].joined else " "
    return titled(before + glue + title if before else title)


def _third(word: str) -> str:
    """The third-person possessive ending that fits a word."""
    front = next((letter in "әеөүіэи" for letter in reversed(word.lower()) if letter in "аоұыәеөүіэяи"), True)
    vowel = "і" if front else "ы"
    return ("с" if word[-1:].lower() in "аәеоөұүыіяэ" else "") + vowel


@cache
def _with_state() -> dict[str, str]:
    """Words that right after a state's name mean one office («Қырғызстан басшысы») → its code."""
    return {name.lower(): office.code for office in world().offices for name in office.after_state.get("kk", ())}


@cache
def _private() -> frozenset[str]:
    """Codes of what is a calling and no office: whose people they are is no part of it («қырғыз жазушысы»)."""
    return frozenset(office.code for office in world().offices if office.level in ("expert", "business"))


@cache
def _fields() -> frozenset[tuple[str, ...]]:
    return frozenset(key_words(phrase) for phrase in lists().institution_words)
