"""Whose an exchange's goods are and whom they reach: by the cases of the sides, and by the person of the verb."""

from __future__ import annotations

from qatynas.claims.context import At
from qatynas.claims.exchanges_words import TABLE, VERBS
from qatynas.claims.interviews import answers
from qatynas.claims.predicates import own_pair
from qatynas.claims.predicates_lexicon import Sign, verb_tense
from qatynas.claims.speakers import speaker
from qatynas.claims.towns import state_of
from qatynas.claims.voices import guests
from qatynas.language.mentions import NameMention, NameType, Token
from qatynas.model import Span

_HEADS = frozenset({"тарап", "жақ", "ел", "жұрт", "көрші", "диқан", "шаруа", "аумақ", *TABLE.words["people"]})
_OURS = ("мыз", "міз", "быз", "біз", "пыз", "піз", "дық", "дік", "тық", "тік")
"""Endings of a finite verb whose subject is «біз»."""
_OWN = 3
"""Words from a town to the institution that acts for its state: «Бішкектің гуманитарлық университеті»."""


def sides(at: At, place: Span) -> tuple[str | None, str | None, str | None]:
    """Who is named as source (-дан, -ның of what is taken), as goal (-ға) and as actor (nominative) in place."""
    source: str | None = None
    goal: str | None = None
    actor: str | None = None
    town: str | None = None
    for name in at.names_in(place, NameType.STATE, NameType.SIDE, NameType.PLACE):
        code = code_of(at, name)
        if code is None:
            continue
        case = _case(at, name)
        if case == "abl":
            source = source or code
        elif case == "dat":
            goal = goal or code
        elif name.type is NameType.PLACE and _is_institution(at, name):
            town = town or code
        elif case == "gen" and name.type is not NameType.PLACE:
            source = source or (code if actor and actor != code else None)
        elif case in (None, "nom") and name.type is not NameType.PLACE:
            actor = actor or code
        elif case in (None, "nom") and _acts(at, name):
            town = town or code
    return source, goal, actor or town


def ours(at: At, sign: Sign) -> str | None:
    """«… береміз», «қайтарып алмақпыз»: the state of who speaks, where the verb's person is «біз»."""
    for token in at.sentence.tokens[sign.last : sign.last + _OWN]:
        if token.kind == "mark":
            break
        if token.lower.endswith(_OURS) and (verb_tense(token.lower) or token.lower.endswith(_OURS[:6])):
            who = answers(at.reading).get(at.sentence.paragraph) or speaker(at.reading, at.index, sign.span)
            own = _state_of(at, who) if who else None
            return own if own in own_pair(at) else at.reading.home
    return None


def _state_of(at: At, who: str) -> str | None:
    """The state of a person, as the text names him anywhere."""
    told = guests(at.reading).get(who)
    persons = (n for s in at.reading.sentences for n in s.names if n.type is NameType.PERSON and n.canonical == who)
    return told or next((n.country for n in persons if n.country), None)


def code_of(at: At, name: NameMention) -> str | None:
    """The state of a name, where it is one of the two."""
    country = state_of(at, name)
    if country is None and len(name.countries) > 1:
        return None
    return country if country in own_pair(at) else None


def _acts(at: At, name: NameMention) -> bool:
    """«Бішкек те … қабылдайды»: a capital stands for its state."""
    after = _behind(at, name)[:1]
    alone = not after or not (after[0].possessive or after[0].attributive)
    return name.role == "capital" and not name.attributive and alone


def _is_institution(at: At, name: NameMention) -> bool:
    """«Бішкек университеттері», «Оштың медицина университеті … ұсынады»: a town's institutions act for its state."""
    if name.case not in (None, "nom", "gen") or name.attributive:
        return False
    reaching = _OWN if name.case == "gen" else 1
    for token in _behind(at, name)[:reaching]:
        if token.possessive and token.case in (None, "nom"):
            return token.lemmas.isdisjoint(_GOODS)
        if token.case not in (None, "nom"):
            return False
    return False


def _case(at: At, name: NameMention) -> str | None:
    """The case of the phrase that a name opens: «қырғыз желісіне», «Қырғызстан азаматтарына»."""
    if name.case is not None and name.case != "nom":
        if name.case == "gen":
            return _of_people(at, name) or "gen"
        return name.case.value
    after = _behind(at, name)[:1]
    if after and any(other.span.covers(after[0].span) for other in at.sentence.names):
        return "nom"
    if after and after[0].case is not None and after[0].case.value in ("dat", "abl"):
        bare = name.role == "adjective" and len(at.tokens_in(name.span)) == 1  # «қырғыз желісіне»
        if _is_head(after[0]) or bare:
            return after[0].case.value
    return "nom"


def _of_people(at: At, name: NameMention) -> str | None:
    """«Қырғыз Республикасының азаматтарына»: the dative of its people is that of the state."""
    for token in _behind(at, name)[:_OWN]:
        if _is_head(token) and token.case is not None and token.case.value in ("dat", "abl"):
            return token.case.value
        if _is_head(token) and token.case == "acc" and any("тегін" in s.pattern for s in VERBS.of(at)):
            return "dat"  # «біздің 20 түлекті тегін қабылдайды»: who studies has the grant
    return None


def _behind(at: At, name: NameMention) -> list[Token]:
    return [t for t in at.sentence.tokens if t.span.start >= name.span.end]


def _is_head(token: Token) -> bool:
    return bool(token.lemmas & _HEADS)


_GOODS = frozenset(word for words in TABLE.commodities.values() for word in words)
