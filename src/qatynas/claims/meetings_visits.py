"""Visits: «ресми сапармен келді», «сапары аясында», «сапармен келуге шақырды»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qatynas.claims.acts import Mood, part_of, verb
from qatynas.claims.clauses import tokens_after
from qatynas.claims.context import At
from qatynas.claims.meetings_entries import told_alone
from qatynas.claims.meetings_met import (
    Met,
    countries_in,
    has_date,
    main_mood,
    meet,
    mood_at,
    postponed_to,
    with_participle,
)
from qatynas.claims.meetings_words import signs, table, verbs
from qatynas.claims.when import setting_of, told_earlier
from qatynas.claims.when_places import settled
from qatynas.claims.when_told import is_auxiliary
from qatynas.data import world
from qatynas.language import Hit
from qatynas.language.mentions import Case, NameMention, NameType
from qatynas.model import Place, Span

BY_PARTICIPLE = "visit told by a participle"
_GOALS = (NameType.PLACE, NameType.STATE, NameType.SIDE)
_NEAR = 3  # words between the noun of a visit and who came
_REACH = 12  # words after «сапармен» among which its verb stands


@dataclass(frozen=True, slots=True)
class Route:
    """Who goes where: states of the visitor and of the destination, None where the sentence does not say."""

    guest: str | None
    host: str | None


def visits(at: At) -> Iterator[Met]:
    """The visits that the sentence tells of, not the ones that it only calls into mind."""
    for hit in table("visits").find(at.sentence.tokens):
        if found := _visit(at, hit):
            yield found


def _visit(at: At, hit: Hit) -> Met | None:
    tokens = at.sentence.tokens
    noun = tokens[hit.last]
    following = tokens[hit.last + 1 : hit.last + 3]
    if noun.plural or "not_a_visit" in signs("visit_signs", (*following[:1],)):
        return None
    route = route_of(at, hit)
    moved = noun.case in (None, Case.NOM) and postponed_to(at, part_of(at, noun.span)) is not None
    if _is_domestic(at, hit, route) and not (moved and route.host is None):
        return None
    if _is_aside(at, hit):
        told_here = has_date(at, with_participle(at, hit.first, hit.last)) and (route.guest or route.host)
        found = Mood.PLANNED if main_mood(at) == Mood.PLANNED else Mood.DONE
        return _made(at, hit, found, route, "visit in passing") if told_here else None
    found = Mood.PLANNED if moved or _is_planned_one(at, hit) else _mood(at, hit)
    if found == Mood.NOUN and _is_done_before(at, hit):
        found = Mood.DONE
    alone = told_alone(at, hit.last) if found == Mood.NOUN else None
    found = alone or found
    if found not in (Mood.DONE, Mood.PLANNED):
        return None
    settled_on = found == Mood.PLANNED and has_date(at, noun.span) and told_earlier(at)
    if hit.key == "visit" and not (moved or alone or settled_on) and not (route.guest and route.host):
        return None
    if not (route.guest or route.host or has_date(at, noun.span)):
        return None
    return _made(at, hit, found, route, BY_PARTICIPLE if _by_participle(at, hit) else "visit told by its verb")


def _by_participle(at: At, hit: Hit) -> bool:
    """«сапармен келген әріптесімен келіссөз өткізді»: the visit is told in passing, another verb says what was done."""
    tokens = at.sentence.tokens
    for index in range(hit.last + 1, min(len(tokens) - 1, hit.last + 4)):
        reading = verb(tokens[index], verbs())
        if reading and "verbs" in signs("visit_signs", (tokens[index],)):
            following = tokens[index + 1]
            free = following.kind == "word" and not is_auxiliary(following.lower)
            return reading.form == "participle" and reading.case == Case.NOM and free
    return False


def _is_planned_one(at: At, hit: Hit) -> bool:
    """«тамызға жоспарланған Бішкек сапары»."""
    tokens = at.sentence.tokens
    before = [i for i in range(max(0, hit.first - 5), hit.first) if "planning" in signs("words", (tokens[i],))]
    reading = verb(tokens[before[-1]], verbs()) if before else None
    return reading is not None and reading.form == "participle" and not reading.negative


def _is_done_before(at: At, hit: Hit) -> bool:
    """«қазанда Ошқа жасаған жұмыс сапары»: told by the participle right before its noun, with a date of its own."""
    before = at.sentence.tokens[hit.first - 1] if hit.first else None
    if at.sentence.tokens[hit.last].case == Case.LOC:
        return False  # «барған іссапарымызда әңгімелестік»
    reading = verb(before, verbs()) if before is not None and "verbs" in signs("visit_signs", (before,)) else None
    if reading is None or reading.form != "participle" or reading.negative or reading.case != Case.NOM:
        return False
    dated = has_date(at, with_participle(at, hit.first, hit.last))
    return dated and mood_at(at, hit.first - 1) == Mood.DONE


def _is_domestic(at: At, hit: Hit, route: Route) -> bool:
    """«Мемлекет басшысы Қарағандыға жұмыс сапарымен барды»: nobody but the host's own people is named."""
    part = part_of(at, at.sentence.tokens[hit.last].span)
    people = {name.country for name in at.names_in(part, NameType.PERSON, NameType.OFFICE)}
    setting = setting_of(at)
    abroad = setting is not None and setting.place is not None and setting.place.country != at.reading.home
    if route.host is None and not abroad:
        return route.guest is not None and route.guest == at.reading.home and countries_in(at, part) <= {route.guest}
    return route.host is not None and route.host in people and countries_in(at, part) <= {route.host}


def _made(at: At, hit: Hit, found: Mood, route: Route, rule: str) -> Met:
    guest, host = route.guest, route.host
    head = with_participle(at, hit.first, hit.last)
    return meet(at, hit.key, head, found, rule, host=host, guest=guest, goal=_goal(at, part_of(at, head), hit.span))


def _is_aside(at: At, hit: Hit) -> bool:
    following = at.sentence.tokens[hit.last + 1 : hit.last + 2]
    return "aside" in signs("visit_signs", following)


def _mood(at: At, hit: Hit) -> Mood:
    """The mood of the verb that the noun goes with: the next verb of motion or of going on after it."""
    tokens = at.sentence.tokens
    noun = tokens[hit.last]
    wanted = (Case.INS, Case.DAT, Case.NOM, Case.ACC)
    if noun.case not in wanted:
        return Mood.NOUN
    for found in table("visit_signs").find(tokens[hit.last + 1 : hit.last + 1 + _REACH]):
        if found.key != "verbs":
            continue
        index = hit.last + 1 + found.last
        between = tokens[hit.last + 1 : hit.last + 1 + found.first]
        if any(token.text in ";:.!?" for token in between):
            return Mood.NOUN
        if verb(tokens[index], verbs()) is None:
            continue
        return mood_at(at, index)
    return Mood.NOUN


def route_of(at: At, hit: Hit) -> Route:
    """The visitor's state and the destination's, from the names before the noun and, failing that, after it."""
    noun = at.sentence.tokens[hit.last].span
    part = part_of(at, noun)
    host = _destination(at, part) or _named_after(at, hit)
    guest = _visitor(at, part, hit, host)
    if host is None and guest not in (None, at.reading.home) and _comes(at, hit):
        host = at.reading.home  # «елімізге» left out: who comes comes here
    if host and guest == host:
        guest = None
    return Route(guest or _other(at, host), host)


def _comes(at: At, hit: Hit) -> bool:
    """Whether the verb behind the noun is one of coming and not of going."""
    return "arrival" in signs("visit_signs", at.sentence.tokens[hit.last + 1 : hit.last + 1 + _NEAR])


def _destination(at: At, part: Span) -> str | None:
    for case in (Case.DAT, Case.LOC):
        for name in at.names_in(part, NameType.STATE, NameType.SIDE, NameType.PLACE):
            if name.case == case and len(name.countries) < 2 and (code := country_of(name)):
                return code
    for name in at.names_in(part, NameType.STATE, NameType.PLACE):
        following = tokens_after(at.sentence, name.span.end)[:1]
        owned = bool(following) and following[0].case == Case.DAT and following[0].possessive
        if name.case == Case.GEN and owned and (code := country_of(name)):
            return code  # «Ыстықкөлдің жағасына», «Қырғызстанның астанасына»
    return None


def _named_after(at: At, hit: Hit) -> str | None:
    """«Бішкек сапары»: the place right before the noun."""
    name = _right_before(at, at.sentence.tokens[hit.first].span)
    return country_of(name) if name else None


def _right_before(at: At, head: Span) -> NameMention | None:
    names = at.names_in(at.sentence.span, NameType.PLACE, NameType.STATE)
    places = [name for name in names if 0 < head.start - name.span.end <= 1]
    return places[-1] if places and places[-1].case in (None, Case.NOM) else None


def _goal(at: At, part: Span, noun: Span) -> Place | None:
    """«Бішкекке ресми сапармен барды», «Астана сапары»: the place that the visit goes to."""
    names = [name for name in at.names_in(part, NameType.PLACE) if name.case == Case.DAT]
    named = names[0] if names else _right_before(at, noun)
    return settled(named) if named and named.type == NameType.PLACE else None


def country_of(name: NameMention) -> str | None:
    """The state of a name; a place's own."""
    if name.country:
        return name.country
    return (
        next((p.country for p in world().places if p.name == name.canonical), None)
        if name.type == NameType.PLACE
        else None
    )


def _visitor(at: At, part: Span, hit: Hit, host: str | None) -> str | None:
    """The state of the person or office that goes: the subject, or the genitive before «сапары»."""
    noun = at.sentence.tokens[hit.last]
    people = [n for n in at.names_in(part, NameType.PERSON, NameType.OFFICE) if n.country and n.country != host]
    if (who := _who_came(at, hit, people)) is not None:
        return who.country
    before = [n for n in people if n.span.end <= noun.span.start]
    wanted = (Case.GEN,) if noun.possessive else (Case.NOM, None)
    for name in reversed(before):
        if name.case in wanted:
            return name.country
    for name in (*reversed(before), *people):
        if name.country:
            return name.country
    return None


def _who_came(at: At, hit: Hit, people: Sequence[NameMention]) -> NameMention | None:
    """«сапармен келген Садыр Жапаров»: the name that the participle behind the noun modifies."""
    if not _by_participle(at, hit):
        return None
    behind = [n for n in people if n.span.start > hit.span.end]
    return behind[0] if behind and len(at.tokens_in(Span(hit.span.end, behind[0].span.start))) <= _NEAR else None


def _other(at: At, host: str | None) -> str | None:
    """The other state of the pair that the sentence or the document is about."""
    parties = at.parties()
    return next((code for code in parties if code != host), None) if host in parties and len(parties) == 2 else None
