"""The words of goods: names with their headings of the Harmonized System, verbs of selling and buying, lists."""

from __future__ import annotations

from qatynas.claims.predicates_lexicon import Lexicon, any_ending
from qatynas.data import Strict, load
from qatynas.language import PhraseTable


class Heading(Strict, frozen=True):
    hs: str
    names: tuple[str, ...]


class Table(Strict, frozen=True):
    """data/goods.toml."""

    headings: tuple[Heading, ...]
    verbs: dict[str, tuple[str, ...]]
    words: dict[str, tuple[str, ...]]
    heads: frozenset[str]


TABLE = load("goods", Table)
GOODS = PhraseTable({f"{name}\t{row.hs}": (any_ending(name),) for row in TABLE.headings for name in row.names})
VERBS = Lexicon(TABLE.verbs)
WORDS = Lexicon(TABLE.words)
