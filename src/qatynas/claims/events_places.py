"""Where an event takes place: a town in the locative, the one that hosts it, or the one the passage stays in."""

from __future__ import annotations

from qatynas.claims.clauses import token_after, tokens_after
from qatynas.claims.context import At
from qatynas.claims.meetings_places import hosting
from qatynas.claims.towns import town_in
from qatynas.claims.when_places import own_place, same_place, town_of
from qatynas.data import Strict, load
from qatynas.language.mentions import Case, NameMention, NameType, Token
from qatynas.model import BlockKind, Place, Span


class Table(Strict, frozen=True):
    """data/events_places.toml."""

    halls: tuple[str, ...]
    here: tuple[str, ...]
    people: tuple[str, ...]
    hosting: tuple[str, ...]


TABLE = load("events_places", Table)

_OPENING = 6
"""Sentences among which a dateline may stand."""
_NEAR = 4
"""Words between a town and its hall."""
_BACK = 6
"""Sentences over which «қала музейінде» looks for its town."""
_SIDES = (NameType.STATE, NameType.SIDE)
_JOINING = ("мен", "пен", "бен", "және")


def place_of(at: At, span: Span, *, dated: bool, own_day: bool, regular: bool) -> Place | None:
    """Where the event told at span is held.

    dated: whether it is over and its day is known, so that a report's dateline tells its place; own_day: whether that
    is the day that the report tells of; regular: whether it is told of all times that it is held, so that another
    clause of the sentence may tell of one of them.
    """
    if regular:
        return _place(at, span)
    told = _place(at, at.sentence.span) or hosting(at) or _of_the_people(at) or _of_the_hall(at)
    told = told or same_place(at, span) or own_place(at, at.sentence.span)
    if told is None and any(_is_here(at, token) for token in at.sentence.tokens):
        told = _town_before(at)
    return told or (_of_dateline(at) if dated else None) or (_town_before(at) if own_day else None)


def _is_here(at: At, token: Token) -> bool:
    """«қала музейінде», «осы сахнада», «фойеде»: a place without a name of its own."""
    return token.case is Case.LOC and not token.attributive and token.lower.startswith((*TABLE.halls, *TABLE.here))


def _of_the_people(at: At) -> Place | None:
    """«Талас жұрты тойлады», «конференцияны Талас қабылдайды»: whose people keep the day; a town of a river's name."""
    for name in at.names_in(at.sentence.span, NameType.PLACE):
        after = token_after(at.sentence, name.span.end)
        people = after is not None and after.case in (None, Case.NOM) and after.lower.startswith(TABLE.people)
        hosts = name.role == "river" and any(t.lower.startswith(TABLE.hosting) for t in at.sentence.tokens)
        if people or (hosts and name.case in (None, Case.NOM)):
            return town_of(at, name)
    return None


def _of_the_hall(at: At) -> Place | None:
    """«Қызылорданың филармониясы … концерт берді»: the town of the house that gives it."""
    for name in at.names_in(at.sentence.span, NameType.PLACE):
        after = token_after(at.sentence, name.span.end)
        owned = after is not None and after.possessive and after.case in (None, Case.NOM)
        if (
            after is not None
            and owned
            and after.lower.startswith(TABLE.halls)
            and name.case in (None, Case.NOM, Case.GEN)
        ):
            return own_town(at, name)
    return None


def _town_before(at: At) -> Place | None:
    """The town that the passage before was in: the last one in the locative, or where somebody went."""
    for other in at.before(_BACK):
        if (
            place := _place(other, other.sentence.span)
            or _of_the_hall(other)
            or own_place(other, other.sentence.span)
            or _gone_to(other)
        ):
            return place if place.name else None
    return None


def _gone_to(at: At) -> Place | None:
    """«… Астанаға келді»: a town in the dative."""
    names = [n for n in at.names_in(at.sentence.span, NameType.PLACE) if n.case is Case.DAT]
    return own_town(at, names[-1]) if names else None


def _place(at: At, span: Span) -> Place | None:
    """Where it is held: a town in the locative, else a state in it."""
    for kinds, attributive in (((NameType.PLACE,), False), ((NameType.PLACE,), True), (_SIDES, False)):
        for name in at.names_in(span, *kinds):
            if town := town_in(at, name):
                return town
            single = len(name.countries) < 2 and not _is_coordinated(at, name)
            if (name.case == "loc" or _has_hall(at, name)) and bool(name.attributive) is attributive and single:
                return _as_place(name)
    for name in at.names_in(span, NameType.ORGANISATION):
        if name.case == "loc" and (town := town_in(at, name)):
            return town
    return None


def _has_hall(at: At, name: NameMention) -> bool:
    """«Бішкек опера театрында», «Бішкектің … алаңында»: the town of a hall in the locative."""
    after = tokens_after(at.sentence, name.span.end)[:_NEAR]
    hall = next((t for t in after if t.case == "loc" or t.kind == "mark"), None)
    return name.case in (None, "nom", "gen") and hall is not None and hall.lower.startswith(TABLE.halls)


def _is_coordinated(at: At, name: NameMention) -> bool:
    """«Арменияда және Грузияда», «А мен Б-да»: held in both, so in no one of them."""
    for other in at.names_in(at.sentence.span, NameType.STATE, NameType.PLACE):
        between = at.reading.text[other.span.end : name.span.start].split() if other.span.end < name.span.start else []
        if len(between) == 1 and between[0] in _JOINING:
            return True
    return False


def _of_dateline(at: At) -> Place | None:
    """The place that a report is dated from («Алматы. 29 қазан.»): what it tells of its own day happened there."""
    for index in range(min(_OPENING, len(at.reading.sentences))):
        line = At(at.reading, index)
        places = line.names_in(line.sentence.span, NameType.PLACE)
        words = [token for token in line.sentence.tokens if token.kind == "word"]
        alone = len(places) == 1 and all(places[0].span.covers(token.span) for token in words)
        if places and (alone or line.sentence.block is BlockKind.DATELINE) and places[0].case in (None, "nom"):
            return _as_place(places[0])
    return None


def _as_place(name: NameMention) -> Place:
    return Place(name.country, name.canonical if name.type is NameType.PLACE else None)


def own_town(at: At, name: NameMention) -> Place:
    """The town of a place's name, a river's name for the town that bears it."""
    return town_in(at, name) or _as_place(name)
