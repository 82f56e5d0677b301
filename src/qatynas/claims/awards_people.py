"""Who gives and receives an award where no name in its case says so: by office, by what they are, in an interview."""

from __future__ import annotations

from qatynas.claims.agreements_spelling import nominative
from qatynas.claims.clauses import tokens_before
from qatynas.claims.context import At
from qatynas.claims.meetings_met import person_of
from qatynas.claims.speakers import speaker
from qatynas.data import world
from qatynas.language import Hit
from qatynas.language.mentions import Case, NameMention, NameType, Token
from qatynas.model import Span

_OF_TOWN = ("лік", "лық", "дік", "дық", "тік", "тық")
_OF_LAND = ("стандық", "стандықтар")
_BESIDE = 3  # words before a person's name among which he is said to be of a town


def giver_name(at: At, giver: NameMention) -> str:
    """The giver by name where the text names him, else by his office."""
    name = person_of(at, giver) or giver.canonical
    told = any(n.canonical == name for sentence in at.reading.sentences for n in sentence.names)
    return name if told else giver.canonical


def capital_giving(at: At, act: Hit) -> str | None:
    """«Бішкек … медалін тапсырды»: a capital for its government."""
    names = at.names_in(Span(at.sentence.span.start, act.span.start), NameType.PLACE)
    acting = (n for n in names if n.role == "capital" and n.case in (None, Case.NOM) and not n.attributive)
    return next((n.canonical for n in acting), None) if act.key == "gives" else None


def interviewed(at: At, act: Hit) -> str | None:
    """«маған … орденін тақты», «… марапатталдыңыз»: who gives the interview."""
    if any(token.lower in ("маған", "мені") for token in at.sentence.tokens):
        return speaker(at.reading, at.index, act.span)
    told = at.sentence.tokens[act.last].lower
    if not told.endswith(("дыңыз", "діңіз", "тыңыз", "тіңіз")):
        return None
    answer = next(iter(at.after(1)), None)
    return speaker(at.reading, answer.index, answer.sentence.span) if answer else None


def group_of(at: At, act: Hit) -> str | None:
    """«сегіз қазақстандық құтқарушыға», «қырғыз құтқарушыларына»: those who receive by what they are."""
    tokens = at.sentence.tokens
    for index in range(act.first - 1, 0, -1):
        token = tokens[index]
        if token.case != Case.DAT or token.kind != "word" or any(n.span.covers(token.span) for n in at.sentence.names):
            continue
        first = index
        while first > 0 and _describes(at, first - 1):
            first -= 1
        if first == index:
            continue
        words = [t.text for t in tokens[first:index]]
        return " ".join([*words, nominative(token, keep_possessive=token.plural)])
    return None


def _describes(at: At, index: int) -> bool:
    """Whether a token is a number or says of which people somebody is."""
    token = at.sentence.tokens[index]
    counted = any(n.digits.covers(token.span) for n in at.sentence.numbers)
    people = any(n.span.covers(token.span) and n.type == NameType.STATE for n in at.sentence.names)
    return counted or people or token.lower.endswith(_OF_LAND)


def office_state(at: At, person: NameMention) -> str | None:
    """The state of the office that somebody is told to hold, here or before."""
    for other in (at, *at.before(at.index)):
        for name in other.sentence.names:
            if name.type != NameType.PERSON or name.canonical != person.canonical:
                continue
            before = [
                o for o in other.sentence.names if o.type == NameType.OFFICE and 0 <= name.span.start - o.span.end <= 2
            ]
            if before and before[-1].country:
                return before[-1].country
    beside = tokens_before(at.sentence, person.span.start)[-_BESIDE:]
    return next((code for token in beside if (code := _town_of(token))), None)


def _town_of(token: Token) -> str | None:
    """The state of the town in «ташкенттік», «бішкектік»."""
    stem = next((token.lower.removesuffix(end) for end in _OF_TOWN if token.lower.endswith(end)), None)
    return next((place.country for place in world().places if stem and place.name.lower() == stem), None)


def is_countryman(at: At) -> bool:
    """«қазақстандық Дария Нұрпейіс»: whom a text so calls has it from the other side."""
    return any(token.lower.endswith(_OF_LAND) for token in at.sentence.tokens)
