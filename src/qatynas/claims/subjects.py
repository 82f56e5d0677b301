"""Who acts in a sentence where no list knows him: the noun phrase that opens it («Нарын малшылары …»)."""

from __future__ import annotations

import re

from qatynas.claims.once import per_sentence
from qatynas.data import Strict, load
from qatynas.language.mentions import Case, NameType, Sentence, Token
from qatynas.model import Span

_LONGEST = 5
"""Words of an opening noun phrase at most."""
_PEOPLE = re.compile(r"(лар|лер|дар|дер|тар|тер)(ы|і)?$")


class Table(Strict, frozen=True):
    """data/subjects.toml."""

    opening: frozenset[str]
    heads: frozenset[str]
    things: frozenset[str]


TABLE = load("subjects", Table)


@per_sentence
def opening_phrase(sentence: Sentence) -> Span | None:
    """The opening noun phrase in the nominative whose head is people or an institution; None where there is none."""
    words = [token for token in sentence.tokens if token.kind == "word"]
    while words and words[0].lower in TABLE.opening:
        words = words[1:]
    for index, token in enumerate(words[:_LONGEST]):
        if token.case not in (None, Case.NOM, Case.GEN) and not _named(sentence, token):
            return None
        after = words[index + 1] if index + 1 < len(words) else None
        if (
            _heads(token)
            and not _is_place(sentence, token)
            and not (after is not None and after.possessive and after.case is Case.NOM)
        ):
            return words[0].span.join(token.span)
    return None


def _named(sentence: Sentence, token: Token) -> bool:
    """«Нарын», which looks like an accusative."""
    return any(name.span.covers(token.span) and name.case in (None, Case.NOM) for name in sentence.names)


def _is_place(sentence: Sentence, token: Token) -> bool:
    """«Қордай», which looks like a case of «қор»."""
    return any(name.type is NameType.PLACE and name.span.covers(token.span) for name in sentence.names)


def _heads(token: Token) -> bool:
    """People in the plural («малшылары»), or an institution («мекемесі», «кәсіподақ»)."""
    if token.case not in (None, Case.NOM):
        return False
    if token.lemmas & TABLE.heads:
        return True
    people = _PEOPLE.search(token.lower)
    return people is not None and not token.lemmas & TABLE.things and token.lower[: people.start()] not in TABLE.things
