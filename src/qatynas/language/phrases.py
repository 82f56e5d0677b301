"""Finding many word patterns in a sentence at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import or_

import msgspec

from qatynas.language.mentions import Case, Token
from qatynas.model.span import Span

_MOST_WORDS = 1 << 16  # words remembered
_MOST_PLACES = 1 << 14  # tokens whose sentence is remembered
_FEW = 4  # tokens that are sooner looked at than looked up
_MOST_TOGETHER = 256  # tables whose patterns stand in one tree; further ones have a tree each


class Hit(msgspec.Struct, frozen=True, gc=False):
    """A pattern found: its key, its first and last token (both in), their span, the last token's case."""

    key: str
    first: int
    last: int
    span: Span
    case: Case | None


_Ended = tuple[int, str]
"""A table's number and the key of one of its patterns."""


class _Node(msgspec.Struct, eq=False, gc=False):
    """Where a match may stand after some words: which words may follow, the patterns that end here, whose they are
    (a bit for each table: there are tens of thousands of nodes)."""

    next: dict[str, _Node] = {}
    ended: tuple[_Ended, ...] = ()
    tables: int = 0


class _Word(msgspec.Struct, eq=False, gc=False):
    """What a word is to the patterns of all tables.

    alone are those that it is by itself, level where more words may follow it, onward how these may be written in a
    pattern; tables has a bit for each that has a pattern which it begins. signs are the ways in which it may itself
    stand further on in one.
    """

    signs: tuple[str, ...]
    alone: tuple[_Ended, ...]
    level: tuple[_Node, ...]
    onward: frozenset[str]
    tables: int


_NO_WORD = _Word((), (), (), frozenset(), 0)
_Row = tuple[int, int, str]
"""A pattern found: its first token, its last token, its key."""


@dataclass(slots=True, eq=False)
class _Seen:
    """A sentence's tokens, the patterns found in it by table, and the hits made of them: all, and the longest."""

    tokens: Sequence[Token]
    rows: Mapping[int, list[_Row]]
    hits: dict[int, tuple[Hit, ...]] = field(default_factory=dict)
    longest: dict[int, tuple[Hit, ...]] = field(default_factory=dict)


class _Tree:
    """The patterns of many tables, so that one look at a sentence finds those of all.

    A node's following words are kept as a pattern writes them: «сауда», «=елі», «келіс*».
    """

    def __init__(self) -> None:
        self.tables = 0
        self._root = _Node()
        self._further: set[str] = set()
        self._lengths: set[int] = set()
        self._words: dict[str, _Word] = {}
        self._whole: dict[int, tuple[_Seen, int]] = {}  # by the number of the tuple that holds a sentence's tokens
        self._places: dict[int, tuple[_Seen, int]] = {}  # by the number of each token

    def enter(self, patterns: Mapping[str, Iterable[str]]) -> int:
        """The number of a new table with these patterns."""
        self.tables += 1
        for key, group in patterns.items():
            for pattern in group:
                self._add((self.tables, key), pattern.lower().split())
        self._words.clear()
        self._forget()
        return self.tables

    def _forget(self) -> None:
        self._whole.clear()
        self._places.clear()

    def _add(self, ended: _Ended, words: list[str]) -> None:
        if not words:
            raise ValueError(f"the pattern of {ended[1]!r} has no words; expected at least one")
        nodes = [self._root]
        for place, word in enumerate(words):
            choices = [choice for choice in word.split("|") if choice]
            nodes = [node.next.setdefault(choice, _Node()) for node in nodes for choice in choices]
            for node in nodes:
                node.tables |= 1 << ended[0]
            if place:
                self._further.update(choices)
            self._lengths.update(len(choice) - 1 for choice in choices if choice.endswith("*"))
        for node in nodes:
            if ended not in node.ended:
                node.ended = (*node.ended, ended)

    def word(self, token: Token) -> _Word:
        """What a token's word is to the patterns."""
        lower = token.lower
        known = self._words.get(lower)
        if known is not None:
            return known
        # a set has another order in each run: what is found must not
        lemmas = [lemma for lemma in sorted(token.lemmas) if lemma != lower]
        begun = [f"{lower[:length]}*" for length in sorted(self._lengths) if length <= len(lower)]
        signs = (f"={lower}", lower, *lemmas, *begun)
        nodes = [node for sign in signs if (node := self._root.next.get(sign))]
        level = tuple([node for node in nodes if node.next])
        made = _Word(
            tuple([sign for sign in signs if sign in self._further]),
            tuple(dict.fromkeys([ended for node in nodes for ended in node.ended])),
            level,
            frozenset([sign for node in level for sign in node.next]),
            reduce(or_, [node.tables for node in nodes], 0),
        )
        if len(self._words) >= _MOST_WORDS:
            self._words.clear()
        self._words[lower] = made
        return made

    def seen(self, tokens: Sequence[Token]) -> tuple[_Seen, int] | None:
        """The sentence that tokens are, or are a piece of, and where in it they begin; None for a few unknown ones."""
        found = self._whole.get(id(tokens))
        if found is not None:  # it keeps its tokens, so that no others have their number
            return found
        found = self._places.get(id(tokens[0]))
        if found is not None:
            seen, start = found
            if seen.tokens[start : start + len(tokens)] == tuple(tokens):
                return found
        if len(tokens) < _FEW or not isinstance(tokens, tuple):  # a list may change
            return None
        if len(self._places) >= _MOST_PLACES:
            self._forget()
        made = _Seen(tokens, self._look(tokens))
        self._whole[id(tokens)] = made, 0
        self._places.update({id(token): (made, place) for place, token in enumerate(tokens)})
        return made, 0

    def _look(self, tokens: Sequence[Token]) -> Mapping[int, list[_Row]]:
        """Every pattern in a sentence by its table, in order."""
        known = self._words
        words = [known.get(token.lower) or self.word(token) for token in tokens]
        rows: defaultdict[int, list[_Row]] = defaultdict(list)
        for first, (word, after) in enumerate(zip(words, [*words[1:], _NO_WORD], strict=True)):
            if not word.onward.isdisjoint(after.signs):
                alone = [(table, first, key) for table, key in word.alone]
                for table, last, key in dict.fromkeys([*alone, *self.further(tokens, first, word.level)]):
                    rows[table].append((first, last, key))
            else:
                for table, key in word.alone:
                    rows[table].append((first, first, key))
        return rows

    def further(self, tokens: Sequence[Token], first: int, level: Sequence[_Node]) -> list[tuple[int, int, str]]:
        """Every pattern of several words that begins at token first, as (table, last token, key)."""
        found: list[tuple[int, int, str]] = []
        known = self._words
        for position in range(first + 1, len(tokens)):
            token = tokens[position]
            signs = (known.get(token.lower) or self.word(token)).signs
            following = [node for before in level for sign in signs if (node := before.next.get(sign))]
            for node in following:
                if node.ended:
                    found.extend([(table, position, key) for table, key in node.ended])
            level = [node for node in following if node.next]
            if not level:
                break
        return found


_TOGETHER = _Tree()


class PhraseTable:
    """Patterns by key, found in a sentence's tokens.

    A pattern is words with spaces between. A bare word matches a token that is it, alone or with Kazakh endings;
    `word*` a token that begins so; `=word` a token that is exactly so; `a|b` one of several in one place. A verb is
    met by its stem (көбей) or its infinitive (көбею). Capitals do not matter. Raises ValueError for an empty pattern.
    """

    def __init__(self, patterns: Mapping[str, Iterable[str]]) -> None:
        self._tree = _TOGETHER if _TOGETHER.tables < _MOST_TOGETHER else _Tree()
        self._table = self._tree.enter(patterns)
        self._alone: dict[str, tuple[str, ...]] = {}  # the keys of single words

    def find(self, tokens: Sequence[Token], *, overlapping: bool = False) -> tuple[Hit, ...]:
        """Hits in order: at each place the longest, none overlapping; with overlapping every hit there is."""
        if len(tokens) < 2:
            return tuple([Hit(key, 0, 0, token.span, token.case) for token in tokens for key in self._keys_of(token)])
        found = self._tree.seen(tokens)
        if found is None:
            here = _hits(tokens, self._rows_here(tokens))
            return here if overlapping else _longest(here)
        seen, start = found
        rows = seen.rows.get(self._table)
        if rows is None:
            return ()
        if seen.tokens is not tokens:
            here = _hits(tokens, _within(rows, start, start + len(tokens)))
            return here if overlapping else _longest(here)
        made = seen.hits if overlapping or len(rows) < 2 else seen.longest
        hits = made.get(self._table)
        if hits is None:
            hits = _hits(tokens, rows)
            hits = made[self._table] = hits if made is seen.hits else _longest(hits)
        return hits

    def rows(self, tokens: Sequence[Token]) -> Sequence[tuple[int, int, str]]:
        """Every hit there is, in order, as its first token, its last one (in) and its key."""
        found = self._tree.seen(tokens) if len(tokens) > 1 else None
        if found is None:
            return self._rows_here(tokens)
        seen, start = found
        rows = seen.rows.get(self._table, ())
        return rows if seen.tokens is tokens or not rows else _within(rows, start, start + len(tokens))

    def keys(self, tokens: Sequence[Token]) -> frozenset[str]:
        """The keys of all hits, overlapping ones too."""
        if len(tokens) == 1:
            return frozenset(self._keys_of(tokens[0]))
        return frozenset([key for _, _, key in self.rows(tokens)])

    def longest_at(self, tokens: Sequence[Token], first: int) -> Hit | None:
        """The longest hit that begins at token first, None where none does."""
        rows = [(first, last, key) for last, key in self._at(tokens, first)]
        return _hits(tokens, [max(rows, key=lambda row: row[1])])[0] if rows else None

    def _keys_of(self, token: Token) -> tuple[str, ...]:
        """The keys of the patterns that a word is by itself."""
        keys = self._alone.get(token.lower)
        if keys is None:
            if len(self._alone) >= _MOST_WORDS:
                self._alone.clear()
            keys = tuple([key for table, key in self._tree.word(token).alone if table == self._table])
            self._alone[token.lower] = keys
        return keys

    def _rows_here(self, tokens: Sequence[Token]) -> list[_Row]:
        own, word = self._table, self._tree.word
        return [
            (first, last, key)
            for first, token in enumerate(tokens)
            if word(token).tables >> own & 1
            for last, key in self._at(tokens, first)
        ]

    def _at(self, tokens: Sequence[Token], first: int) -> list[tuple[int, str]]:
        """Every pattern that begins at token first, as (last token, key)."""
        word = self._tree.word(tokens[first])
        own = self._table
        if not word.tables >> own & 1:
            return []
        found = [(first, key) for key in self._keys_of(tokens[first])]
        further = self._tree.further(tokens, first, [node for node in word.level if node.tables >> own & 1])
        return list(dict.fromkeys([*found, *[(last, key) for table, last, key in further if table == own]]))


def _within(rows: Sequence[_Row], start: int, end: int) -> list[_Row]:
    """Those rows of a sentence that lie in its tokens from start up to end, counted from start."""
    return [(first - start, last - start, key) for first, last, key in rows if start <= first and last < end]


def _hits(tokens: Sequence[Token], rows: Iterable[_Row]) -> tuple[Hit, ...]:
    return tuple(
        [
            Hit(key, first, last, token.span, token.case)
            if last == first
            else Hit(key, first, last, token.span.join(tokens[last].span), tokens[last].case)
            for first, last, key in rows
            for token in (tokens[first],)
        ]
    )


def _longest(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """Of hits in order the longest at each place, none that begins within the one before."""
    if len(hits) < 2:
        return tuple(hits)
    ends: dict[int, int] = {}
    for hit in hits:
        ends[hit.first] = max(hit.last, ends.get(hit.first, 0))
    taken: set[int] = set()
    after = 0
    for first, last in ends.items():
        if first >= after:
            taken.add(first)
            after = last + 1
    return tuple([hit for hit in hits if hit.first in taken and hit.last == ends[hit.first]])
