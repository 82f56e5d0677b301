"""What the extraction knows of the world: states, places, organisations, people, offices, bodies.

Every word of it stands in TOML files beside this module, keyed by language (ISO 639-1); the first name in Kazakh is the
canonical one. docs/world.md says how to write a file.
"""

from __future__ import annotations

from functools import cache, cached_property
from typing import Any

import msgspec

from qatynas.data.loader import DataError, load, pair_names

Names = dict[str, tuple[str, ...]]
"""Names by language, the canonical one first: {"kk": ["Бішкек", "Бішкек қаласы"]}."""


class Strict(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A row that takes no field that nobody reads."""


class Named(Strict, frozen=True):
    """A row with names by language."""

    names: Names

    def __post_init__(self) -> None:
        if not self.names.get("kk"):
            raise ValueError("names.kk must hold the canonical name")

    @property
    def name(self) -> str:
        """The canonical name, in Kazakh Cyrillic."""
        return self.names["kk"][0]


class State(Named, frozen=True):
    """A state. code is ISO 3166-1 alpha-3; language that of its majority where documents may be written in it.

    adjectives are the words for its people and things (қырғыз, қырғызстандық); nicknames stand for it in the press
    (айыр қалпақты ағайын). currency is ISO 4217.
    """

    code: str
    capital: str | None = None
    language: str | None = None
    currency: str | None = None
    adjectives: Names = {}
    nicknames: Names = {}


class Organisation(Named, frozen=True):
    """An international organisation; code is its acronym in English (EAEU). acronyms are the Kazakh ones and others."""

    code: str
    acronyms: Names = {}
    power: bool = False


class Place(Named, frozen=True):
    """A place. kind: capital, city, town, region, district, residence, post, river, lake, reservoir, plant, road …

    countries holds one code, or those that share it (a river), the upper one first. is_in names the place that a
    residence stands for (Ақорда → Астана). common is true where the name is a word of the language as well, so that
    only its capital tells it (names of up to four letters need theirs anyhow). lat and lon are decimal degrees north
    and east.
    """

    kind: str
    countries: tuple[str, ...] = ()
    is_in: str | None = None
    common: bool = False
    lat: float | None = None
    lon: float | None = None

    @property
    def country(self) -> str | None:
        """The one state that it lies in, None where several share it."""
        return self.countries[0] if len(self.countries) == 1 else None


class Tenure(Strict, frozen=True):
    """Who held an office when: EDTF points, to is None while it lasts."""

    office: str
    since: str
    until: str | None = None
    country: str | None = None


class Person(Named, frozen=True):
    """A person of public life; names hold spellings, the canonical one first («Given Surname»).

    bare is false where the surname alone must not be taken for this person (a common one).
    """

    country: str | None = None
    patronymic: str | None = None
    offices: tuple[Tenure, ...] = ()
    bare: bool = True

    @property
    def surname(self) -> str:
        return self.name.split()[-1]


class Office(Named, frozen=True):
    """An office or role before or after a person's name; unique where a state has one holder at a time.

    after_state are words that mean it only right after a state's name («Қырғызстан басшысы»).
    """

    code: str
    after_state: Names = {}
    level: str = "other"
    unique: bool = False


class Body(Named, frozen=True):
    """A joint body of a pair; level as CLAIMS.md lists them."""

    level: str
    since: str | None = None


class Pair(Strict, frozen=True):
    """What only two states share. nicknames: what one side is called in a text of this pair, by its code."""

    states: tuple[str, str]
    bodies: tuple[Body, ...] = ()
    places: tuple[Place, ...] = ()
    nicknames: dict[str, Names] = {}


class World(Strict, frozen=True, dict=True):
    """All of it, validated: codes known, no code twice."""

    states: tuple[State, ...]
    organisations: tuple[Organisation, ...]
    places: tuple[Place, ...]
    people: tuple[Person, ...]
    offices: tuple[Office, ...]
    pairs: tuple[Pair, ...]

    @cached_property
    def by_code(self) -> dict[str, State]:
        return {state.code: state for state in self.states}

    @cached_property
    def organisations_by_code(self) -> dict[str, Organisation]:
        return {organisation.code: organisation for organisation in self.organisations}

    def state(self, code: str) -> State | None:
        """The state with this ISO 3166-1 alpha-3 code."""
        return self.by_code.get(code)

    def organisation(self, code: str) -> Organisation | None:
        """The organisation with this acronym."""
        return self.organisations_by_code.get(code)

    def pair(self, states: tuple[str, ...]) -> Pair | None:
        """The file of this pair, None where it has none."""
        wanted = tuple(sorted(states))
        return next((pair for pair in self.pairs if tuple(sorted(pair.states)) == wanted), None)

    def holder(self, office: str, country: str, day: str) -> Person | None:
        """Who held a state's office on a day (EDTF, as precise as known; by its first day).

        None where nobody or nobody known did.
        """
        for person in self.people:
            for tenure in person.offices:
                if tenure.office == office and (tenure.country or person.country) == country and _spans(tenure, day):
                    return person
        return None


def _spans(tenure: Tenure, day: str) -> bool:
    """Whether a day lies in a tenure; EDTF points of one precision order as strings do."""
    shared = min(len(day), len(tenure.since))
    if day[:shared] < tenure.since[:shared]:
        return False
    if tenure.until is None:
        return True
    shared = min(len(day), len(tenure.until))
    return day[:shared] <= tenure.until[:shared]


class _States(Strict, frozen=True):
    state: tuple[State, ...]


class _OtherStates(Strict, frozen=True):
    kk: dict[str, str]


class _Organisations(Strict, frozen=True):
    organisation: tuple[Organisation, ...]


class _Places(Strict, frozen=True):
    place: tuple[Place, ...]


class _People(Strict, frozen=True):
    person: tuple[Person, ...]


class _Offices(Strict, frozen=True):
    office: tuple[Office, ...]


@cache
def world() -> World:
    """Everything the data files say, read once. Raises DataError for a file that is wrong."""
    pairs = tuple(load(f"pairs/{name}", Pair) for name in pair_names())
    found = World(
        states=load("states", _States).state + _other_states(),
        organisations=load("organisations", _Organisations).organisation,
        places=load("places", _Places).place + tuple(place for pair in pairs for place in pair.places),
        people=load("people", _People).person,
        offices=load("offices", _Offices).office,
        pairs=pairs,
    )
    _check(found)
    return found


def _other_states() -> tuple[State, ...]:
    rows = load("other_states", _OtherStates).kk
    return tuple(State(code=code, names={"kk": (name,)}) for code, name in rows.items())


def _check(found: World) -> None:
    """Codes that other files lean on must exist, once."""
    for file, rows in (("states", found.states), ("organisations", found.organisations), ("offices", found.offices)):
        codes: list[Any] = [row.code for row in rows]
        twice = {code for code in codes if codes.count(code) > 1}
        if twice:
            raise DataError(f"data/{file}.toml", f"code twice: {', '.join(sorted(twice))}")
    offices = {office.code for office in found.offices}
    used = {country: f"place {place.name}" for place in found.places for country in place.countries}
    used |= {person.country: f"person {person.name}" for person in found.people if person.country}
    used |= {code: f"pair {'-'.join(pair.states)}" for pair in found.pairs for code in pair.states}
    for code, where in used.items():
        if code not in found.by_code:
            raise DataError("data/states.toml", f"{where} names the state {code}, which it does not list")
    for person in found.people:
        for tenure in person.offices:
            if tenure.office not in offices:
                raise DataError("data/people.toml", f"{person.name} holds {tenure.office}, which offices.toml lacks")
