"""People of both sides, or their union, who act together in a procedure: the words that open the sentence."""

from __future__ import annotations

from qatynas.claims.context import At
from qatynas.claims.procedures_words import FREQUENCIES, TABLE
from qatynas.language.mentions import NameType, Token

LONGEST_NAME = 8
"""Words that may stand between a body's attribute and its noun: the rest of its name."""
_NAME = 3
_PLURALS = ("лар", "лер", "дар", "дер", "тар", "тер")
_OBLIQUE = ("нің", "ның", "дің", "дың", "ға", "ге", "на", "не", "ні", "ны", "де", "да", "мен")
_AGENTS = tuple(
    f"{doer}{plural}{own}"
    for doer, plural in (("шы", "лар"), ("ші", "лер"), ("кер", "лер"), ("гер", "лер"), ("паз", "дар"), ("ушы", "лар"))
    for own in ("", "ы", "і")
)
"""Endings of people by what they do: «қорықшылары», «дәрігерлер»."""
_GROUPS = tuple(
    (noun.removesuffix("т") if noun.endswith("ст") else noun) + plural for noun in TABLE.groups for plural in _PLURALS
)
"""How words for people in the plural begin; «геодезист» loses its last letter: «геодезистер»."""


def opening_words(at: At) -> list[Token]:
    """The words that open the sentence, up to the first plural or union in the nominative: who acts."""
    words: list[Token] = []
    dated = [date.span for date in at.sentence.dates] + [f.span for f in FREQUENCIES.of(at)]
    for token in at.sentence.tokens:
        if any(span.covers(token.span) for span in dated) or (not words and token.kind != "word"):
            continue
        if token.kind != "word" and token.text not in "-–«»":
            break
        words.append(token)
        if is_agent(token) or is_group(token) or len(words) > LONGEST_NAME:
            break
    return words


def is_of_two_places(at: At) -> bool:
    """«Луговая мен Бішкек диспетчерлері»: two names joined right at the sentence's head, one at least of the other."""
    head = [t for t in at.sentence.tokens if t.kind == "word"][:_NAME]
    joined = len(head) == _NAME and head[1].lower in ("мен", "пен", "бен")
    return joined and any(n.country for n in at.names_in(head[0].span.join(head[-1].span), NameType.PLACE))


def is_agent(token: Token) -> bool:
    """«қорықшылары», «дәрігерлері», «одағы»: people by what they do, or their union, as a subject."""
    if token.case not in (None, "nom") or token.attributive:
        return False
    return token.lower.endswith(_AGENTS) or bool(token.possessive and token.lemmas & TABLE.groups_one)


def is_group(token: Token) -> bool:
    """«кеденшілері», «министрлер»: people in the plural, as a subject."""
    subject = token.case in (None, "nom") and token.lower.startswith(_GROUPS)
    return subject and not token.lower.endswith(_OBLIQUE)
