"""Which states «еліміз», «көршіміз» and «екі ел» stand for, by the document's own pair and point of view."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from msgspec.structs import replace

from qatynas.data import world
from qatynas.language.mentions import Case, NameType
from qatynas.language.names_found import Found

HOME, OTHER, BOTH = "home", "other", "both"
"""The roles of sides, as `data/names.toml` lists their words."""

_ADJECTIVE, _CAPITAL = "adjective", "capital"
_WAYS = (Case.ABL, Case.DAT, Case.INS)
"""«Қырғызстанға ұн сатылды»: what goes to one state, comes from it or is done with it has home at the other end."""

TITLE_WEIGHT = 3
"""How many sentences a title counts for: it names the pair that the whole text is about."""


@dataclass(frozen=True, slots=True)
class Sides:
    """The document's point of view: its pair (sorted, or empty) and the state that «еліміз» stands for."""

    pair: tuple[str, ...]
    home: str | None

    @property
    def other(self) -> str | None:
        """The side of the pair that is not home."""
        others = [code for code in self.pair if code != self.home]
        return others[0] if len(others) == 1 else None


def home_of(language: str) -> str | None:
    """The state whose press writes in this language (ISO 639-1); that of Kazakh where it is unknown."""
    return _homes().get(language) or _homes().get("kk")


@cache
def _homes() -> dict[str, str]:
    return {state.language: state.code for state in world().states if state.language}


def infer(sentences: Iterable[tuple[Sequence[Found], bool]], home: str | None, *, news: bool = False) -> Sides:
    """The two states that sentences (their names; whether a title) most name together.

    Where no sentence names two, what two share (a river of both) tells the pair, or a state that stands beside words
    for sides («көршіміз», «екі ел») is paired with home.

    news: the text bears a day of its own; the only state that it names («қырғыздан елге 93 мың бас қой келді») is
    then home's partner, which in a lexicon's entry it is not.
    """
    together: Counter[tuple[str, ...]] = Counter()
    alone: Counter[str] = Counter()
    shared: Counter[tuple[str, ...]] = Counter()
    sided = 0
    directed: Counter[str] = Counter()
    for found, title in sentences:
        weight = TITLE_WEIGHT if title else 1
        named = _named(found)
        roles = {name.canonical for name in found if name.type is NameType.SIDE}
        sided += bool(roles)
        if len(named) == 1 and home not in named:
            foreign = [n for n in found if n.country and n.type in (NameType.STATE, NameType.PLACE)]
            directed.update(n.country for n in foreign if n.country and _toward(n, alone=len(foreign) == 1))
        if home and roles & {HOME, OTHER, BOTH}:
            named.setdefault(home, 1)
        shared.update(tuple(sorted(n.countries)) for n in found if n.type is NameType.PLACE and len(n.countries) == 2)
        for code, times in named.items():
            alone[code] += weight * times
        for pair in combinations(sorted(named), 2):
            together[pair] += weight
    if together:
        best = max(together, key=lambda pair: (together[pair], home in pair, alone[pair[0]] + alone[pair[1]], pair))
        toward = [code for code in best if directed[code] >= together[best]]
        if home and home not in best and not alone[home] and len(toward) == 1:
            return Sides(tuple(sorted((home, toward[0]))), home)
        if home and home not in best and together[best] <= alone[home]:
            # a border post or a river of both tells more than a third state in passing
            best = max(_with(home, alone), key=lambda pair: (shared[pair], alone[pair[0]] + alone[pair[1]]))
        return Sides(best, home)
    shared_pairs = {pair for pair in shared if set(alone) <= set(pair)}
    if len(shared_pairs) == 1:
        return Sides(shared_pairs.pop(), home)
    others = [code for code, _ in alone.most_common() if code != home]
    if home and others and (sided or alone[home] or (len(others) == 1 and (news or directed))):
        return Sides(tuple(sorted((home, others[0]))), home)
    return Sides((), home)


def _toward(name: Found, *, alone: bool) -> bool:
    """«Қырғызстанға», «Қырғызстанмен», «қырғыз тарапы»: a state told as the other end or the other side; a capital
    where no other place of the state is named with it."""
    a_side = name.type is NameType.STATE and name.role == _ADJECTIVE and name.last > name.first
    if name.type is NameType.PLACE and not (alone and name.role == _CAPITAL):
        return False
    return name.ending.case in _WAYS or a_side


def _with(home: str, alone: Counter[str]) -> list[tuple[str, ...]]:
    """The pairs of home with each other state that is named."""
    return [tuple(sorted((home, code))) for code in alone if code != home]


_OF_STATES = (
    NameType.STATE, NameType.OFFICE, NameType.PERSON, NameType.PLACE, NameType.BODY, NameType.ORGANISATION,
)  # fmt: skip


def _named(found: Sequence[Found]) -> dict[str, int]:
    """The states that names of a sentence belong to, with how often."""
    named: Counter[str] = Counter()
    for name in found:
        for code in name.countries if name.type is NameType.BODY else (name.country,):
            if code and name.type in _OF_STATES:
                named[code] += 1
    return dict(named)


def resolved(found: Sequence[Found], sides: Sides) -> list[Found]:
    """The names of one sentence with the countries of its sides, and of offices that a side owns."""
    result: list[Found] = []
    subject: str | None = None
    for name in found:
        role = name.canonical if name.type is NameType.SIDE else name.role.partition("/")[2]
        if role in (HOME, OTHER, BOTH):
            owned = name.ending.possessive and role == OTHER and name.type is NameType.SIDE
            name = _given(name, role, sides, subject if owned else None)
        elif name.type is NameType.OFFICE and name.ending.plural and not name.country and not name.countries:
            name = replace(name, countries=sides.pair) if _is_unique(name.role) else name
        if name.type is not NameType.PLACE and name.country:
            subject = name.country
        result.append(name)
    return result


def _given(name: Found, role: str, sides: Sides, owner: str | None) -> Found:
    """A side with its country; «көршісі» of one side is the other one."""
    if role == BOTH:
        return replace(name, countries=sides.pair)
    if role == OTHER and name.ending.plural and name.type is NameType.SIDE:
        return name  # «көршілерімізге»: more than the pair's other side
    country = sides.home if role == HOME else sides.other
    if owner in sides.pair:
        country = next((code for code in sides.pair if code != owner), country)
    if name.type is NameType.OFFICE:
        return replace(name, country=country)
    return replace(name, country=country, countries=(country,) if country else ())


@cache
def _unique_offices() -> frozenset[str]:
    return frozenset(office.code for office in world().offices if office.unique)


def _is_unique(role: str) -> bool:
    return role in _unique_offices()
