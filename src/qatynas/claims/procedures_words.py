"""The words of procedures: what bodies do, who they are and how often they do it."""

from __future__ import annotations

from qatynas.claims.predicates_lexicon import Lexicon
from qatynas.data import Strict, load


class Frequency(Strict, frozen=True):
    code: str
    words: tuple[str, ...]


class Table(Strict, frozen=True):
    """data/procedures.toml."""

    deeds: tuple[str, ...]
    bodies: tuple[str, ...]
    groups: frozenset[str]
    groups_one: frozenset[str]
    gathering: tuple[str, ...]
    carrying: tuple[str, ...]
    joint: tuple[str, ...]
    once: tuple[str, ...]
    regular: tuple[str, ...]
    unlike: frozenset[str]
    frequencies: tuple[Frequency, ...]


TABLE = load("procedures", Table)
DEEDS = Lexicon({"deed": TABLE.deeds})
WORDS = Lexicon(
    {
        "body": TABLE.bodies,
        "carrying": TABLE.carrying,
        "joint": TABLE.joint,
        "regular": TABLE.regular,
        "once": TABLE.once,
    }
)
FREQUENCIES = Lexicon({row.code: row.words for row in TABLE.frequencies})
