"""The words of promises."""

from __future__ import annotations

from qatynas.claims.predicates_lexicon import Lexicon
from qatynas.data import Strict, load
from qatynas.language import analyse
from qatynas.language.mentions import Token


class Table(Strict, frozen=True):
    """data/pledges.toml."""

    promising: tuple[str, ...]
    saying: tuple[str, ...]
    lasting: tuple[str, ...]
    elsewhere: frozenset[str]
    elsewhere_settled: frozenset[str]
    unpromised: frozenset[str]
    actors: tuple[str, ...]
    idle: tuple[str, ...]
    acting: frozenset[str]
    about: frozenset[str]
    helping: frozenset[str]
    giving: frozenset[str]
    elsewhere_intended: frozenset[str]
    journeys: frozenset[str]
    peers: tuple[str, ...]


TABLE = load("pledges", Table)
WORDS = Lexicon({"promising": TABLE.promising, "saying": TABLE.saying, "lasting": TABLE.lasting})
ACTORS = Lexicon({"actor": TABLE.actors})


def deed_of(token: Token) -> frozenset[str]:
    """The likeliest verb stem of a word."""
    for reading in analyse(token.lower):
        if reading.pos == "verb" and reading.form != "stem" and len(reading.lemma) > 1:
            return frozenset({reading.lemma})
    return frozenset()
