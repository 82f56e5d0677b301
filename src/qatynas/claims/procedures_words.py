"""The words of procedures: what bodies do, who they are and how often they do it."""

from __future__ import annotations

from itertools import pairwise

from qatynas.claims.context import At
from qatynas.claims.predicates_lexicon import Lexicon
from qatynas.data import Strict, load
from qatynas.language.mentions import DateRole
from qatynas.model import Span


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
    months: frozenset[str]
    weekdays: frozenset[str]
    seasons: frozenset[str]
    each: frozenset[str]
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
_ORDER = [row.code for row in TABLE.frequencies]
_EVERY = "сайын"


def frequency(at: At, place: Span) -> str | None:
    """How often, told in place: the longest words that say it; a season without a year comes once a year."""
    signs = FREQUENCIES.within(at, place)
    if signs:
        longest = [s for s in signs if not any(o.span != s.span and o.span.covers(s.span) for o in signs)]
        code = min((s.code for s in longest), key=_ORDER.index)
        return (named_time(at, place) or code) if code == "regular" else code
    if named := named_time(at, place):
        return named
    seasons = [d for d in at.dates_in(place) if d.season and d.role is DateRole.IN]
    bare = [d for d in seasons if " " not in d.span.of(at.reading.text)]
    return "yearly" if bare and len(bare) == len(seasons) else None


def named_time(at: At, place: Span) -> str | None:
    """«Наурыз сайын», «әр тамызда», «күз сайын», «сенбі сайын»: a month or a season that comes round, a weekday."""
    tokens = at.tokens_in(place)
    for one, other in pairwise(tokens):
        named = one if other.lower == _EVERY else other if one.lower in TABLE.each else None
        if named is not None:
            words = {named.lower, named.lemma, *named.lemmas}
            code = "yearly" if words & (TABLE.months | TABLE.seasons) else "weekly" if words & TABLE.weekdays else None
            if code:
                return code
    return None
