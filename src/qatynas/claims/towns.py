"""Towns that no name mention tells: people by their town («қостанайлықтар»), the town in a hall's name, «Таласта»."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from qatynas.claims.clauses import token_after
from qatynas.claims.context import At
from qatynas.data import world
from qatynas.language.mentions import Case, NameMention, NameType
from qatynas.model import Place

_TOWNS = frozenset({"capital", "city", "town"})
_SETTLED = frozenset({"capital", "city", "town", "region", "district", "village"})
_WATER = frozenset({"өзен", "арна", "бас", "сала", "аңғар", "бой", "жаға"})
_CITY = " қаласы"
_PEOPLE = re.compile(r"(\w{2,}?)(?:[лдт][ыі][қк])(?:[лдт][ае]р)?(?:[ғгқк][ае]|н?[ыі]ң?)?$")


@cache
def _towns() -> dict[str, Place]:
    """Towns and regions by their names in small letters («ош облысы» by its first word, too), with their states."""
    found: dict[str, Place] = {}
    for place in world().places:
        if place.country and place.kind in _SETTLED:
            for name in place.names["kk"]:
                found.setdefault(name.lower(), Place(place.country, place.name))
                if place.kind in _TOWNS:
                    found.setdefault(name.lower().split()[0], Place(place.country, place.name))
    return found


def _town_of(lemmas: Iterable[str]) -> Place | None:
    return next((_towns()[lemma] for lemma in lemmas if lemma in _towns()), None)


@lru_cache(maxsize=1 << 12)
def home_of(word: str) -> str | None:
    """The state of people named by their town or region in small letters: «қостанайлықтарға» → KAZ."""
    match = _PEOPLE.match(word)
    town = _towns().get(match[1]) if match else None
    return town.country if town else None


def state_of(at: At, name: NameMention) -> str | None:
    """The state of a name, a river's too where it stands for the town: «Талас түлектеріне»."""
    if name.country or name.type is not NameType.PLACE or name.role != "river":
        return name.country
    after = token_after(at.sentence, name.span.end)
    if name.case is not Case.LOC and not (after is not None and after.possessive and after.plural):
        return None
    first = next(iter(at.tokens_in(name.span)), None)
    town = _town_of(first.lemmas) if first else None
    return town.country if town else None


def town_of_river(at: At, name: NameMention) -> str | None:
    """The state of the town that bears a river's name («Талас картоп төгеді»), where a river cannot be meant."""
    first = next(iter(at.tokens_in(name.span)), None)
    if name.role != "river" or first is None:
        return None
    town = _town_of(first.lemmas)
    return town.country if town else None


def town_in(at: At, name: NameMention) -> Place | None:
    """The town that another name stands for or holds: «Таласта» of the river's name, «Бішкек филармониясында»."""
    first = next(iter(at.tokens_in(name.span)), None)
    if first is None:
        return None
    river = name.type is NameType.PLACE and name.role == "river" and name.case is Case.LOC
    if not river and (name.type is not NameType.ORGANISATION or "атындағы" in name.canonical):
        return None
    return _town_of((first.lower, *first.lemmas))


def site_of(at: At, name: NameMention) -> Place:
    """The place of a name; the town that bears a river's where a work stands in it: «Таластағы зауыт»."""
    behind = token_after(at.sentence, name.span.end)
    water = len(at.tokens_in(name.span)) > 1 or (behind is not None and bool(behind.lemmas & _WATER))
    stands = not water and (name.case is Case.LOC or name.attributive)
    if name.country or name.role != "river" or not stands:
        return Place(name.country, name.canonical)
    first = next(iter(at.tokens_in(name.span)), None)
    town = _town_of((*first.lemmas, name.canonical.split()[0].lower())) if first else None
    if town is None or town.name is None:
        return Place(name.country, name.canonical)
    return Place(town.country, town.name.removesuffix(_CITY))
