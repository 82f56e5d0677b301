"""Where an event took place: places in the locative, residences for their cities, capitals, «that same city»."""

from __future__ import annotations

from functools import cache

from qatynas.claims.acts import part_of
from qatynas.claims.clauses import tokens_after
from qatynas.claims.context import At
from qatynas.claims.when_words import table
from qatynas.data import world
from qatynas.data.world import Place as Known
from qatynas.language.mentions import Case, NameMention, NameType
from qatynas.model import Place, Span

_BACK = 30  # sentences back to which «that same city» may refer

_HOUSE = 3  # words from a town to the house in it
_TOWNS = frozenset({"capital", "city", "town", "village"})
_WATERS = frozenset({"river", "lake", "reservoir", "canal", "mountain"})  # nobody meets there


def own_place(at: At, part: Span) -> Place | None:
    """The first place in part that says where: «Бішкекте», «Астана қаласында», «Қырғызстан астанасында»."""
    for name in at.names_in(part, NameType.PLACE, NameType.STATE):
        if name.case != Case.LOC and not name.attributive:
            if _is_by(at, name) and name.country:
                return settled(name)
            if _is_its_own(at, name) and (town := town_of(at, name)):
                return town
            if name.type == NameType.STATE and (capital := _capital(at, name)):
                return capital
            continue
        if name.type == NameType.PLACE and (town := town_of(at, name)):
            return town
        if name.type == NameType.PLACE:
            continue
        return _capital(at, name) or Place(name.country, None)
    return None


def _is_its_own(at: At, name: NameMention) -> bool:
    """«Оштың төрінде», «Талас қаласының мәдениет сарайында»: a part of the town, a house in it."""
    following = tokens_after(at.sentence, name.span.end)[:_HOUSE]
    house = next((i for i, t in enumerate(following) if t.kind == "mark" or t.case not in (None, Case.NOM)), None)
    if house and following[house].case == Case.LOC and following[house].possessive and name.case == Case.GEN:
        return name.role in _TOWNS
    following = following[:1]
    inside = any(hit.key == "part_of_town" and hit.case == Case.LOC for hit in table().find(following))
    return name.type == NameType.PLACE and name.case == Case.GEN and inside


def _is_by(at: At, name: NameMention) -> bool:
    """«Ала-Арша жазығында», «Бішкек түбінде»: a site that bears the place's name or lies by it."""
    following = tokens_after(at.sentence, name.span.end)[:1]
    if name.type != NameType.PLACE or name.case not in (None, Case.NOM) or not following:
        return False
    sited = any(hit.key == "sites" and hit.case == Case.LOC for hit in table().find(following))
    return sited and following[0].possessive


def town_of(at: At, name: NameMention) -> Place | None:
    """The place that a name says something went on at; None for one where nobody meets."""
    if name.role not in _WATERS and name.country:
        return settled(name)
    return _town_of_its_name(at, name)


def _town_of_its_name(at: At, name: NameMention) -> Place | None:
    """«Таласта»: nobody meets in a river, so the town of its name is meant; of «Талас өзенінде» none."""
    if name.role not in _WATERS or len(at.tokens_in(name.span)) > 1:
        return None
    word = name.canonical.split()[0]
    town = next((place for place in world().places if place.kind in _TOWNS and place.name == f"{word} қаласы"), None)
    return Place(town.country, word) if town else None


def settled(name: NameMention) -> Place:
    """The place of a name; a residence stands for its city."""
    place = _residences().get(name.canonical)
    return Place(name.country or place.country, place.is_in) if place else Place(name.country, name.canonical)


@cache
def _residences() -> dict[str, Known]:
    """The places that stand for another, by name."""
    return {place.name: place for place in reversed(world().places) if place.is_in}


def _capital(at: At, name: NameMention) -> Place | None:
    """«Қырғызстан астанасында», «көрші елдің елордасында»."""
    following = tokens_after(at.sentence, name.span.end)[:1]
    state = world().state(name.country or "")
    hits = table().find(following)
    named = any(hit.key == "capital" and hit.case == Case.LOC for hit in hits) and following[0].possessive
    return Place(state.code, state.capital) if named and state and state.capital else None


def same_place(at: At, span: Span) -> Place | None:
    """«дәл сол қалада»: the town told before."""
    hits = [hit for hit in table().find(at.tokens_in(part_of(at, span))) if hit.key == "same_place"]
    if not hits:
        return None
    told: list[NameMention] = []
    for other in (at, *at.before(_BACK)):
        names = [n for n in other.sentence.names if n.type == NameType.PLACE and n.span.end <= hits[0].span.start]
        told.extend(reversed(names))
    towns = (name for name in told if name.country and name.role in _TOWNS)
    meant = next(towns, told[0] if told else None)
    return settled(meant) if meant else None


def own_name(at: At, *, towns: bool = False) -> Place | None:
    """The first place that the sentence names, in whatever case; towns alone on request."""
    names = [n for n in at.names_in(at.sentence.span, NameType.PLACE) if not towns or n.role in _TOWNS]
    return settled(names[0]) if names else None
