"""The words of exchanges: what flows, the verbs of giving and taking, the seasons."""

from __future__ import annotations

from qatynas.claims.predicates_lexicon import Lexicon
from qatynas.data import Strict, load


class Table(Strict, frozen=True):
    """data/exchanges.toml."""

    commodities: dict[str, tuple[str, ...]]
    verbs: dict[str, tuple[str, ...]]
    words: dict[str, tuple[str, ...]]
    seasons: dict[str, tuple[str, ...]]


TABLE = load("exchanges", Table)
COMMODITIES = Lexicon(TABLE.commodities)
VERBS = Lexicon(TABLE.verbs)
WORDS = Lexicon(TABLE.words)
SEASONS = Lexicon(TABLE.seasons)
