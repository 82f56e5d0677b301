"""Who promises and to whom: names, people and institutions that open the sentence, the other side."""

from __future__ import annotations

from itertools import pairwise

from qatynas.claims.clauses import token_after
from qatynas.claims.context import At
from qatynas.claims.pledges_words import ACTORS, TABLE
from qatynas.claims.predicates import own_pair
from qatynas.claims.subjects import opening_phrase
from qatynas.claims.towns import state_of
from qatynas.language.mentions import NameMention, NameType
from qatynas.model import Span

_ACTING = (NameType.PERSON, NameType.SIDE, NameType.BODY, NameType.ORGANISATION, NameType.STATE, NameType.OFFICE)
_ACTING_NOUNS = tuple(word for word in TABLE.acting if len(word) > 2)
_BACK = 3
"""Sentences over which «ол» looks for its person."""
_NEAR = 4
"""Words before «үшін» among which those whom it serves are named."""
_TWO = 2
_GAP = 2
"""Characters between an office and the name of its holder."""


def addressed(at: At) -> str | None:
    """The one side named in the dative: «қазақстандық әріптестеріне», «көршілерге»."""
    for name in at.names_in(at.sentence.span, NameType.STATE, NameType.SIDE, NameType.PLACE):
        country = state_of(at, name)
        if country and len(name.countries) < 2 and (name.case == "dat" or describes_in(at, name, "dat")):
            return country
    return None


def other_than(at: At, giver: str | None) -> str | None:
    """The other side of «Өзбек су мекемесі»: whose it is not."""
    own = {n.country for n in at.sentence.names if giver and n.country and n.span.of(at.reading.text) in giver}
    others = [code for code in own_pair(at) if code not in own]
    return others[0] if len(own) == 1 and len(others) == 1 else None


def describes_in(at: At, name: NameMention, case: str) -> bool:
    """An adjective of a state before a noun in this case: «қырғыз студенттеріне»."""
    after = token_after(at.sentence, name.span.end)
    return name.case in (None, "nom") and after is not None and after.case == case


def name_of(at: At, giver: NameMention) -> str | tuple[str, ...]:
    if giver.type is NameType.SIDE and not giver.countries and not giver.country and giver.canonical == "other":
        return next((code for code in own_pair(at) if code != at.reading.home), giver.canonical)
    if giver.type is NameType.OFFICE and (holder := _holder(at, giver)):
        return holder
    if giver.type is NameType.OFFICE and giver.country and giver.canonical.split()[-1].startswith(TABLE.peers):
        return giver.country
    if giver.type in (NameType.STATE, NameType.SIDE):
        if phrase := _people_of(at, giver):
            return phrase
        return tuple(giver.countries) if len(giver.countries) > 1 else giver.country or giver.canonical
    return giver.canonical


def _people_of(at: At, state: NameMention) -> str | None:
    """«қырғыз киногерлері»: people who are not their state, told by its adjective."""
    after = token_after(at.sentence, state.span.end)
    opening = opening_phrase(at.sentence)
    if (
        state.role != "adjective"
        or after is None
        or after.lower.startswith(_ACTING_NOUNS)
        or after.case not in (None, "nom")
    ):
        return None
    if opening is None or opening.start != state.span.start or opening.end != after.span.end:
        return None
    return at.reading.text[state.span.start : after.span.end]


def _holder(at: At, office: NameMention) -> str | None:
    """«Вице-министр … уәде етті»: the person whom the text has named with that office just before."""
    if office.holder:
        return office.holder
    for other in at.before(at.index):
        names = other.sentence.names
        for title, person in pairwise(names):
            beside = 0 < person.span.start - title.span.end <= _GAP and person.type is NameType.PERSON
            own = office.country is None or person.country in (None, office.country)
            if beside and own and title.type is NameType.OFFICE and title.role == office.role:
                return person.canonical
    return None


def _country(at: At, giver: NameMention) -> str | None:
    """The giver's state: its own, that of the side or office beside it, or the one that the text gives the person."""
    if giver.country or giver.type in (NameType.STATE, NameType.SIDE):
        return giver.country
    beside = [n for n in at.sentence.names if 0 < giver.span.start - n.span.end <= _GAP and n.country]
    if beside:
        return beside[-1].country
    names = [n for sentence in at.reading.sentences for n in sentence.names]
    known = [n.country for n in names if n.canonical == giver.canonical and n.country]
    if known:
        return known[0]
    sides = [n for n in at.names_in(at.sentence.span, NameType.STATE, NameType.SIDE) if n.case in (None, "nom")]
    acting = [n for n in sides if n.country and not _only_describes(at, n)]
    return acting[0].country if acting else None


def actor(at: At, span: Span) -> NameMention | str | None:
    """Who promises: one told by name or by a common word, or the people or institution that open the sentence."""
    known = known_actor(at, span)
    opening = opening_phrase(at.sentence) if known is None else None
    if opening is None:
        return known
    return _side_in(at, opening) or opening.of(at.reading.text)


def _side_in(at: At, opening: Span) -> NameMention | None:
    """«Қырғыз тарапы», «қырғыз әріптестер»: the state whose side or people open the sentence."""
    words = [t for t in at.tokens_in(opening) if t.kind == "word"]
    states = at.names_in(opening, NameType.STATE, NameType.SIDE)
    return states[0] if states and len(words) == _TWO and words[-1].lower.startswith(TABLE.peers) else None


def known_actor(at: At, span: Span) -> NameMention | str | None:
    """The first person, side, state or body in the nominative, or a common word for one."""
    meant = _pronoun(at)
    if meant is not None:
        return meant
    acting = [
        n
        for n in at.names_in(span, *_ACTING)
        if n.case in (None, "nom") and not n.attributive and not _only_describes(at, n)
    ]
    acting = [n for n in acting if not _is_title(at, n)] or acting
    people = [name for name in acting if name.type is NameType.PERSON]
    for name in (people or acting)[:1]:
        return name
    for sign in ACTORS.within(at, span):
        after = at.sentence.tokens[sign.last + 1 : sign.last + 2]
        if sign.case in (None, "nom") and not any(t.lower in TABLE.about for t in after):
            return sign.span.of(at.reading.text)
    return None


def _is_title(at: At, name: NameMention) -> bool:
    """«төраға орынбасары Динара Ахметова»: the office that a person's name follows."""
    return name.type is NameType.OFFICE and any(
        other.type is NameType.PERSON and 0 < other.span.start - name.span.end <= _GAP for other in at.sentence.names
    )


def _only_describes(at: At, name: NameMention) -> bool:
    """«қазақстандық туристер», «екі ел туралы»: a state that tells whose or of what, not who acts."""
    after = token_after(at.sentence, name.span.end)
    if after is None:
        return False
    if after.lower in TABLE.about:
        return True
    alone = " " not in name.span.of(at.reading.text)
    if name.type is NameType.PERSON and after.kind == "word" and after.possessive:
        return not any(other.span.covers(after.span) for other in at.sentence.names)  # «Мұхтар Әуезов ескерткішін»
    describing = name.type is NameType.STATE and name.role == "adjective" and after.kind == "word" and alone
    subject = after.case in (None, "nom")  # «өзбек кәсіпкерлеріне уәде етті»: they are promised
    return describing and not (subject and (after.lemmas & TABLE.acting or after.possessive))


def _pronoun(at: At) -> NameMention | None:
    """«Ол … уәде берді»: the person last named in the sentences of the paragraph before."""
    first = next((t for t in at.sentence.tokens if t.kind == "word"), None)
    if first is None or first.lower not in ("ол", "олар"):
        return None
    for other in at.before(_BACK):
        people = other.names_in(other.sentence.span, NameType.PERSON) if other.same_paragraph(at) else ()
        if people:
            return people[-1]
    return None


def _served(at: At, giver: NameMention) -> str | None:
    """The state of those for whom it is done: «қазақстандық туристер үшін»."""
    tokens = at.sentence.tokens
    for index, token in enumerate(tokens):
        if token.lower == "үшін" and index:
            near = Span(tokens[max(0, index - _NEAR)].span.start, token.span.start)
            for name in at.names_in(near, NameType.STATE, NameType.SIDE):
                if name.country and len(name.countries) < 2 and name.country != giver.country:
                    return name.country
    return None


def receiver(at: At, span: Span, giver: NameMention) -> str | None:
    """The other side: named in the dative, or the one that the giver does not belong to."""
    own = _country(at, giver)
    for name in at.names_in(at.sentence.span, NameType.STATE, NameType.SIDE, NameType.PLACE, NameType.OFFICE):
        goal = name.case == "dat" or describes_in(at, name, "dat")
        country = state_of(at, name)
        if goal and country in own_pair(at) and country != own:
            return country
    if served := _served(at, giver):
        return served
    side = own or (name_of(at, giver) if giver.type is NameType.SIDE else None)
    others = [code for code in own_pair(at) if code != side]
    return others[0] if side and len(others) == 1 and len(giver.countries) < 2 else None
