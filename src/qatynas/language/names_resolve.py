"""Names of one document joined: «Жапаров», «С. Жапаров» and «Садыр Жапаров» are one; an office is its holder."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from msgspec.structs import replace

from qatynas.data import Person, world
from qatynas.language.mentions import NameType
from qatynas.language.names_atoms import folded, key_of
from qatynas.language.names_found import Found
from qatynas.language.names_words import words as lists
from qatynas.language.sides import Sides, resolved

Names = Sequence[Sequence[Found]]

COUNTERPART = "counterpart"
"""The code in data/offices.toml of words for one who holds the same office on the other side."""


@dataclass(frozen=True, slots=True)
class _Full:
    """A person whom the document names in full, and in which sentence."""

    sentence: int
    canonical: str
    country: str | None


Fulls = dict[tuple[str, str], list[_Full]]


def joined(sentences: Names, sides: Sides, day: str | None) -> list[list[Found]]:
    """The names of all sentences with sides, people and office holders told apart by the whole document.

    day is the document's own date (EDTF): who held an office then. Without it only the document's own words count.
    """
    placed = [resolved(found, sides) for found in sentences]
    fulls = _fulls(placed)
    people = [[_person(_own_body(name, sides), index, fulls) for name in found] for index, found in enumerate(placed)]
    return _held(people, sides, day)


def _fulls(sentences: Names) -> Fulls:
    """Who is named in full, in order, by surname with each initial and with none."""
    table: Fulls = {}
    for index, found in enumerate(sentences):
        for name in found:
            if name.type is NameType.PERSON and name.role == "full":
                full = _Full(index, name.canonical, name.country)
                for initial in ("", _initial(name.canonical)):
                    table.setdefault((_surname(name.canonical), initial), []).append(full)
    return table


def _surname(canonical: str) -> str:
    words = [word for word in canonical.split() if key_of(word) not in lists().patronymic_words]
    return folded(key_of(words[-1])) if words else ""


def _initial(canonical: str) -> str:
    return folded(key_of(canonical[:1]))


def _person(name: Found, sentence: int, fulls: Fulls) -> Found:
    """A surname or initials as the fullest mention before it, else after it, else as the world knows the person."""
    if name.type is not NameType.PERSON or name.role not in ("surname", "initials"):
        return name
    initial = _initial(name.canonical) if name.role == "initials" else ""
    fitting = fulls.get((_surname(name.canonical), initial))
    if fitting:
        full = fitting[max(0, bisect_right(fitting, sentence, key=lambda full: full.sentence) - 1)]
        return replace(name, canonical=full.canonical, country=full.country or name.country)
    for known in _known().get(_surname(name.canonical), ()) if initial else ():
        if _initial(known.name) == initial:
            return replace(name, canonical=known.name, country=known.country)
    return name


def _own_body(name: Found, sides: Sides) -> Found:
    """A body named in short («үкіметаралық комиссия») as the pair's own one that its name ends."""
    pair = world().pair(sides.pair) if name.type is NameType.BODY and not name.countries else None
    if pair is None:
        return name
    short = key_of(name.canonical)
    for body in pair.bodies:
        if any(_is_short(short, key_of(spelling)) for spelling in body.names["kk"]):
            return replace(name, canonical=body.name, countries=tuple(sorted(pair.states)), role=body.level)
    return name


def _is_short(short: str, full: str) -> bool:
    """Whether full ends in short, with or without the possessive («… комиссиясы»)."""
    return any(full == short + ending or full.endswith(" " + short + ending) for ending in ("", "ы", "і", "сы", "сі"))


@cache
def _known() -> dict[str, list[Person]]:
    """The world's people by surname, in every spelling."""
    table: dict[str, list[Person]] = {}
    for person in world().people:
        for surname in {_surname(spelling) for spelling in person.names["kk"]}:
            table.setdefault(surname, []).append(person)
    return table


def _held(sentences: Names, sides: Sides, day: str | None) -> list[list[Found]]:
    """Offices with the person whom the document ties to them, else with the world's holder at its date."""
    tied: dict[tuple[str, str | None], str] = {}
    for found in sentences:
        for office, person in _beside(found):
            tied.setdefault((_title(office), office.country or person.country), person.canonical)
    result: list[list[Found]] = []
    latest: dict[str | None, str] = {}
    for found in sentences:
        beside = {id(office): person.canonical for office, person in _beside(found)}
        held = [_with_holder(name, beside.get(id(name)), tied, sides, day) for name in found]
        result.append([_counterpart(name, latest) for name in held])
        latest |= {name.country: name.canonical for name in held if name.type is NameType.PERSON and name.country}
    return result


def _counterpart(name: Found, latest: dict[str | None, str]) -> Found:
    """«Қырғыз әріптесі»: whoever of that state was named last before."""
    if name.type is NameType.OFFICE and name.role == COUNTERPART and name.holder is None and name.country:
        return replace(name, holder=latest.get(name.country))
    return name


def _beside(found: Sequence[Found]) -> list[tuple[Found, Found]]:
    """Offices with the person right after them («экономист, сарапшы Серік Оспанов»: both)."""
    pairs: list[tuple[Found, Found]] = []
    person: Found | None = None
    reach = -1
    for name in reversed(found):
        if name.type is NameType.PERSON:
            person, reach = name, name.first
        elif name.type is NameType.OFFICE and person is not None and name.last in (reach - 1, reach - 2):
            if name.last == reach - 1 or reach != person.first:
                pairs.append((name, person))
                reach = name.first
        else:
            person = None
    return pairs


def _title(office: Found) -> str:
    """What ties mentions of one office: its code where a state has one holder, else its words."""
    code = _code(office)
    return code if _is_unique(code) else folded(key_of(office.canonical.replace(" ", "")))


def _code(office: Found) -> str:
    return office.role.partition("/")[0]


def _with_holder(
    name: Found, beside: str | None, tied: dict[tuple[str, str | None], str], sides: Sides, day: str | None
) -> Found:
    if name.type is not NameType.OFFICE or name.ending.plural or name.countries:
        return name
    if beside is not None:
        return replace(name, holder=beside)
    unique, title = _is_unique(_code(name)), _title(name)
    country = name.country or (sides.home if unique else None)
    by_text = tied.get((title, country))
    if by_text is None and name.country is None:
        alike = {holder for (other, _), holder in tied.items() if other == title}
        by_text = alike.pop() if len(alike) == 1 else None
    if by_text is not None:
        return replace(name, holder=by_text, country=country)
    if country and day and unique:
        person = world().holder(_code(name), country, day)
        return replace(name, holder=person.name if person else None, country=country)
    return name


@cache
def _unique() -> frozenset[str]:
    return frozenset(office.code for office in world().offices if office.unique)


def _is_unique(code: str) -> bool:
    return code in _unique()
