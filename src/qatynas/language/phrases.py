"""Finding many word patterns in a sentence at once.

All tables share one tree of words, so that a sentence is walked through once for all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from qatynas.language.mentions import Case, Token
from qatynas.model.span import Span

_MOST_OPENINGS = 1 << 16  # words remembered by a tree
_MOST_SEEN = 1 << 9  # sentences remembered
_FEW = 4  # tokens that are sooner looked at than looked up
_MOST_TABLES = 256  # tables that share the tree; further ones have one of their own


class Hit(msgspec.Struct, frozen=True, gc=False):
    """A pattern found: its key, its first and last token (both in), their span, the last token's case."""

    key: str
    first: int
    last: int
    span: Span
    case: Case | None


@dataclass(slots=True)
class _Node:
    """Where a match may stand after some words: which words may follow, and the keys that end here, by table."""

    keys: list[tuple[int, str]] = field(default_factory=list)
    exact: dict[str, _Node] = field(default_factory=dict)
    stems: dict[str, _Node] = field(default_factory=dict)
    prefixes: dict[str, _Node] = field(default_factory=dict)
    lengths: tuple[int, ...] = ()

    @property
    def leads(self) -> bool:
        """Whether more words may follow."""
        return bool(self.stems or self.exact or self.lengths)

    def child(self, word: str) -> _Node:
        """The node that a word of a pattern leads to, made where there is none."""
        if word.endswith("*"):
            prefix = word[:-1]
            self.lengths = tuple(sorted({*self.lengths, len(prefix)}))
            return self.prefixes.setdefault(prefix, _Node())
        if word.startswith("="):
            return self.exact.setdefault(word[1:], _Node())
        return self.stems.setdefault(word, _Node())

    def follow(self, token: Token, into: list[_Node]) -> None:
        """Puts the nodes that token leads to into a list."""
        lower = token.lower
        if self.exact and (node := self.exact.get(lower)):
            into.append(node)
        if stems := self.stems:
            if node := stems.get(lower):
                into.append(node)
            lemmas = token.lemmas
            if not stems.keys().isdisjoint(lemmas):
                into.extend([stems[lemma] for lemma in lemmas if lemma in stems and lemma != lower])
        for length in self.lengths:
            if node := self.prefixes.get(lower[:length]):
                into.append(node)


# What a first word leads to: the keys that end with it, by table, and where more words may follow.
_Opening = tuple[tuple[tuple[int, str], ...], tuple[_Node, ...]]
# The patterns of a table in a sentence, as (first token, last token, key).
_Found = list[tuple[int, int, str]]


@dataclass(slots=True)
class _Seen:
    """A sentence's tokens, what every table has in them, and the hits made of it so far."""

    tokens: Sequence[Token]
    found: dict[int, _Found]
    hits: dict[tuple[int, bool], tuple[Hit, ...]] = field(default_factory=dict)


class _Tree:
    """The patterns of one or more tables by their words."""

    def __init__(self) -> None:
        self.tables = 0
        self._root = _Node()
        self._openings: dict[tuple[str, str], _Opening] = {}  # by small letters and kind, as tokens repeat
        self._seen: dict[int, _Seen] = {}

    def enter(self, patterns: Iterable[tuple[str, list[str]]]) -> int:
        """The number of a new table with these patterns."""
        number = self.tables
        self.tables += 1
        for key, words in patterns:
            nodes = [self._root]
            for word in words:
                nodes = [node.child(choice) for node in nodes for choice in word.split("|") if choice]
            for node in nodes:
                if (number, key) not in node.keys:
                    node.keys.append((number, key))
        self._openings.clear()
        self._seen.clear()
        return number

    def seen(self, tokens: Sequence[Token]) -> _Seen:
        """What the tables have in a sentence; asked again for the same tokens, it is remembered."""
        kept = self._seen.get(id(tokens))
        if kept is not None and kept.tokens is tokens:
            return kept
        found: dict[int, _Found] = {}
        for first in range(len(tokens)):
            for last, number, key in self.at(tokens, first):
                found.setdefault(number, []).append((first, last, key))
        made = _Seen(tokens, found)
        if isinstance(tokens, tuple) and len(tokens) >= _FEW:  # a list may change
            if len(self._seen) >= _MOST_SEEN:
                self._seen.clear()
            self._seen[id(tokens)] = made
        return made

    def at(self, tokens: Sequence[Token], first: int) -> list[tuple[int, int, str]]:
        """Every pattern that begins at token first, as (last token, table, key)."""
        token = tokens[first]
        opening = self._openings.get((token.lower, token.kind))
        if opening is None:
            opening = self._open(token)
        keys, level = opening
        found = [(first, number, key) for number, key in keys]
        position = first + 1
        while level and position < len(tokens):
            following: list[_Node] = []
            token = tokens[position]
            for node in level:
                node.follow(token, following)
            for node in following:
                found.extend([(position, number, key) for number, key in node.keys])
            level = tuple([node for node in following if node.leads])
            position += 1
        return found

    def _open(self, token: Token) -> _Opening:
        if len(self._openings) >= _MOST_OPENINGS:
            self._openings.clear()
        nodes: list[_Node] = []
        self._root.follow(token, nodes)
        keys = tuple([key for node in nodes for key in node.keys])
        opening = self._openings[token.lower, token.kind] = (keys, tuple([node for node in nodes if node.leads]))
        return opening


_SHARED = _Tree()


class PhraseTable:
    """Patterns by key, found in a sentence's tokens.

    A pattern is words with spaces between. A bare word matches a token that is it, alone or with Kazakh endings;
    `word*` a token that begins so; `=word` a token that is exactly so; `a|b` one of several in one place. A verb is
    met by its stem (көбей) or its infinitive (көбею). Capitals do not matter. Raises ValueError for an empty pattern.
    """

    def __init__(self, patterns: Mapping[str, Iterable[str]]) -> None:
        self._rows = [(key, pattern.lower().split()) for key, group in patterns.items() for pattern in group]
        if any(not words for _, words in self._rows):
            raise ValueError(f"a pattern of {list(patterns)} has no words; expected at least one")
        self._entered: tuple[_Tree, int] | None = None
        self._own: _Tree | None = None

    def find(self, tokens: Sequence[Token], *, overlapping: bool = False) -> tuple[Hit, ...]:
        """Hits in order: at each place the longest, none overlapping; with overlapping every hit there is."""
        tree, number = self._entered or self._enter()
        seen = tree.seen(tokens)
        found = seen.found.get(number)
        if found is None:
            return ()
        name = number, overlapping
        hits = seen.hits.get(name)
        if hits is None:
            rows = found if overlapping else _longest(found)
            hits = seen.hits[name] = tuple([_hit(tokens, *row) for row in dict.fromkeys(rows)])
        return hits

    def longest_at(self, tokens: Sequence[Token], first: int) -> Hit | None:
        """The longest hit that begins at token first, None where none does."""
        if self._own is None:
            self._own = _Tree()
            self._own.enter(self._rows)
        found = self._own.at(tokens, first)
        if not found:
            return None
        last, _, key = max(found, key=_last)
        return _hit(tokens, first, last, key)

    def _enter(self) -> tuple[_Tree, int]:
        """The tree that the patterns stand in for sentences, and their number in it."""
        tree = _SHARED if _SHARED.tables < _MOST_TABLES else _Tree()
        self._entered = tree, tree.enter(self._rows)
        return self._entered


def _last(row: tuple[int, int, str]) -> int:
    return row[0]


def _longest(found: _Found) -> _Found:
    """At each place the patterns with the last end, none that overlaps one before."""
    ends: dict[int, int] = {}
    for first, last, _ in found:
        ends[first] = max(last, ends.get(first, last))
    after = 0
    chosen: _Found = []
    for first, end in ends.items():
        if first >= after:
            after = end + 1
            chosen.extend([row for row in found if row[0] == first and row[1] == end])
    return chosen


def _hit(tokens: Sequence[Token], first: int, last: int, key: str) -> Hit:
    end = tokens[last]
    return Hit(key, first, last, end.span if first == last else tokens[first].span.join(end.span), end.case)
