"""The words of works: data/projects.toml."""

from __future__ import annotations

from qatynas.data import Strict, load


class Table(Strict, frozen=True):
    """The nouns of data/projects.toml."""

    things: dict[str, tuple[str, ...]]
    verbs: dict[str, tuple[str, ...]]
    objects: dict[str, frozenset[str]]
    others: dict[str, frozenset[str]]
    words: dict[str, tuple[str, ...]]


TABLE = load("projects", Table)
THING_WORDS = frozenset(TABLE.things["thing"])
SITES = frozenset(TABLE.words["sites"])
WITHIN = frozenset(TABLE.words["within"])
WORK_PLACES = frozenset(TABLE.words["works"])
INVESTORS = frozenset(TABLE.words["investors"])
BUILDERS = INVESTORS | frozenset(TABLE.words["builders"])
BUILDING = frozenset(TABLE.words["building"])
JOINING = TABLE.words["joining"]
