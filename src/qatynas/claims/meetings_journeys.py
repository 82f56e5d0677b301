"""Visits told without a word for them: «Тоқаев тамызда Бішкекке барды», «қырғыз делегациясы кеше Алматыға келді»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from qatynas.claims.acts import Mood, part_of, verb
from qatynas.claims.clauses import tokens_after
from qatynas.claims.context import At
from qatynas.claims.meetings_met import NO_ENVOYS, Met, has_date, has_day, meet, mood_at
from qatynas.claims.meetings_visits import country_of
from qatynas.claims.meetings_words import signs, table, verbs
from qatynas.claims.when import Setting, setting_of
from qatynas.claims.when_places import settled
from qatynas.claims.when_told import is_auxiliary, nearest_season
from qatynas.claims.when_words import table as words_of_time
from qatynas.data import world
from qatynas.language import Hit
from qatynas.language.mentions import Case, NameMention, NameType, Token
from qatynas.model import Place, Span

_GOALS = (NameType.PLACE, NameType.STATE, NameType.SIDE)
_PEOPLE = (NameType.PERSON, NameType.OFFICE)
_OF = (NameType.STATE, NameType.SIDE, NameType.OFFICE, NameType.PERSON, NameType.PLACE)
_FORMS = frozenset({"converb", "past", "perfect", "present", "intention", "participle"})
CAME = "told of somebody who came"
_CLOSE = 2  # words between them whatever they are
_NEAR = 9  # words between where somebody goes and the verb of going
_LED = 3  # words between who leads a delegation and its noun


@dataclass(frozen=True, slots=True)
class Goer:
    """Who goes: the state, and whether the text or the lists say that he or they go in its name."""

    country: str | None
    envoy: bool


def journeys(at: At) -> Iterator[Met]:
    """Journeys of holders of office and of delegations to the other state, on a day that is told."""
    for hit in table("visit_signs").find(at.sentence.tokens):
        if hit.key not in ("motion", "stay", "round"):
            continue
        reading = verb(at.sentence.tokens[hit.last], verbs())
        if reading is not None and (reading.form in _FORMS or _is_set_for(at, hit)) and (met := _journey(at, hit)):
            yield met


def _is_set_for(at: At, hit: Hit) -> bool:
    """«Жапаровтың Астанаға келуі 5 қыркүйекке белгіленді»: the coming itself is planned."""
    reading = verb(at.sentence.tokens[hit.last], verbs())
    owned = reading is not None and reading.form == "infinitive" and bool(reading.possessor)
    return owned and mood_at(at, hit.last) == Mood.PLANNED


def _journey(at: At, hit: Hit) -> Met | None:
    part = part_of(at, hit.span)
    goer = _goer(at, part, hit)
    found = mood_at(at, hit.last)
    if goer is None or not goer.envoy or found not in (Mood.DONE, Mood.PLANNED):
        return None
    goal = _goal(at, part, hit)
    host = country_of(goal) if goal else None
    passing = _is_attribute(at, hit)
    here = _here(at, goer) if goal is None and hit.key == "motion" and not passing else None
    host = host or (here.country if here else None)
    guest = goer.country or (at.reading.home if host != at.reading.home else _other_side(at, host))
    if host is None or guest is None or host == guest:
        return None
    dated = has_day(at, hit.span) or (found == Mood.PLANNED and (has_date(at, hit.span) or _has_season(at, part)))
    if not dated and not here:
        return None
    place = settled(goal) if goal and goal.type == NameType.PLACE else here
    return meet(
        at,
        "working_visit" if "on_duty" in signs("visit_signs", at.tokens_in(part)) else "visit",
        hit.span,
        found,
        CAME if passing else "went there",
        host=host,
        guest=guest,
        goal=place,
    )


def _has_season(at: At, part: Span) -> bool:
    """«күзде Бішкекке барады»: a season to come."""
    return any(nearest_season(at, date, past=False) for date in at.dates_in(part))


def _other_side(at: At, host: str | None) -> str | None:
    """Of a goer of no state told, whom somebody of the host's meets here: the other of the pair."""
    hosts = any(n.country == host for n in at.names_in(at.sentence.span, *_PEOPLE))
    others = [code for code in at.pair if code != host]
    return others[0] if host in at.pair and hosts and len(others) == 1 else None


def _is_attribute(at: At, hit: Hit) -> bool:
    """«Бішкекке барған вице-министр»: told in passing of somebody of whom another verb tells."""
    reading = verb(at.sentence.tokens[hit.last], verbs())
    following = at.sentence.tokens[hit.last + 1 : hit.last + 2]
    free = bool(following) and following[0].kind == "word" and not is_auxiliary(following[0].lower)
    return reading is not None and reading.form == "participle" and reading.case == Case.NOM and free


def _goal(at: At, part: Span, hit: Hit) -> NameMention | None:
    """Where the verb says that somebody went («Бішкекке барды») or was («Бішкекте болды»)."""
    case = Case.DAT if hit.key == "motion" else Case.LOC
    names = [n for n in at.names_in(part, *_GOALS) if len(n.countries) < 2]
    names = [n for n in names if n.case == case or (n.type == NameType.STATE and _is_capital(at, n, case))]
    reach = 0 if hit.key == "stay" else _NEAR
    near = [n for n in names if n.span.end <= hit.span.start and _is_before(at, n.span, hit, reach)]
    return near[-1] if near else None


def _is_capital(at: At, name: NameMention, case: Case) -> bool:
    """«қырғыз астанасына»."""
    behind = tokens_after(at.sentence, name.span.end)[:1]
    return bool(behind) and behind[0].case == case and "capital" in words_of_time().keys(behind)


def _is_before(at: At, goal: Span, hit: Hit, reach: int) -> bool:
    """Whether no more than reach words, none of them a verb, part a goal from the verb."""
    between = at.tokens_in(Span(goal.end, hit.span.start))
    if len(between) <= _CLOSE:
        return len(between) <= reach
    return len(between) <= reach and not any(t.kind == "mark" or _acts(t) for t in between)


def _acts(token: Token) -> bool:
    """A verb that is no attribute: «Бішкекте … фирмалардан құралған миссия болып қайтты» tells of one going."""
    reading = verb(token)
    return reading is not None and (reading.form != "participle" or reading.case != Case.NOM)


def _here(at: At, goer: Goer) -> Place | None:
    """«Мерекеге Талас облысының басшысы келді»: to where the report's event goes on, from another state."""
    setting: Setting | None = setting_of(at)
    place = setting.place if setting and setting.lead else None
    foreign = goer.country is not None and place is not None and place.country not in (None, goer.country)
    arrives = any("arrival" in signs("visit_signs", (token,)) for token in at.sentence.tokens)
    return place if foreign and arrives and place and place.country == at.reading.home else None


def _goer(at: At, part: Span, hit: Hit) -> Goer | None:
    reading = verb(at.sentence.tokens[hit.last], verbs())
    named = at.names_in(part, *_PEOPLE)
    people = [n for n in named if n.case in (Case.NOM, None)]
    if reading is not None and reading.form in ("participle", "infinitive") and reading.possessor:
        whose = [n for n in named if n.case == Case.GEN and n.span.end <= hit.span.start]
        people = [*_titled(people, whose[-1]), whose[-1]] if whose else people  # «Жапаровтың … келетінін айтты»
    first = next((n for n in people if n.role not in NO_ENVOYS), None)
    if first is None or people[0].role in NO_ENVOYS:
        return None if people else _delegation(at, part)
    if (led := _delegation(at, part)) is not None:
        return led
    person = next((n for n in people if n.type == NameType.PERSON and 0 <= n.span.start - first.span.end <= 2), first)
    listed = any(p.name == person.canonical and p.offices for p in world().people)
    return Goer(person.country or first.country, first.type == NameType.OFFICE or listed)


def _titled(people: list[NameMention], whose: NameMention) -> list[NameMention]:
    """The office right before its holder's name."""
    return [n for n in people if n.type == NameType.OFFICE and 0 <= whose.span.start - n.span.end <= 1]


def _delegation(at: At, part: Span) -> Goer | None:
    """«қырғыз делегациясы», «Қырғызстан вице-премьері бастаған топ»: the subject of the part, of a state."""
    for token in at.tokens_in(part):
        if token.case not in (Case.NOM, None) or "delegation" not in signs("words", (token,)):
            continue
        if (of := _state_before(at, token)) is not None:
            return Goer(of, True)
    return None


def _state_before(at: At, token: Token) -> str | None:
    names = [n for n in at.sentence.names if n.type in _OF and n.country and n.span.end <= token.span.start]
    near = [n for n in names if len(at.tokens_in(Span(n.span.end, token.span.start))) <= _LED]
    return near[-1].country if near else None
