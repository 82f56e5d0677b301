"""Finding many word patterns in a sentence at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from qatynas.language.mentions import Case, Token
from qatynas.model.span import Span

_MOST_OPENINGS = 1 << 16  # words remembered by a table, and by all together
_MOST_SEEN = 1 << 9  # sentences remembered
_FEW = 4  # tokens that are sooner looked at than looked up
_MOST_MARKED = 256  # tables that have a bit of their own; further ones look at every word


class Hit(msgspec.Struct, frozen=True, gc=False):
    """A pattern found: its key, its first and last token (both in), their span, the last token's case."""

    key: str
    first: int
    last: int
    span: Span
    case: Case | None


@dataclass(slots=True)
class _Node:
    """Where a match may stand after some words: which words may follow, and the keys that end here."""

    keys: list[str] = field(default_factory=list)
    exact: dict[str, _Node] = field(default_factory=dict)
    stems: dict[str, _Node] = field(default_factory=dict)
    prefixes: dict[str, _Node] = field(default_factory=dict)
    lengths: tuple[int, ...] = ()

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
                # a set has another order in each run: what is found must not
                into.extend([stems[lemma] for lemma in sorted(lemmas) if lemma in stems and lemma != lower])
        for length in self.lengths:
            if node := self.prefixes.get(lower[:length]):
                into.append(node)


@dataclass(slots=True)
class _Seen:
    """A sentence's tokens, the mark of each and all marks together, and the hits found so far."""

    tokens: Sequence[Token]
    marks: list[int]
    any_mark: int
    hits: dict[int, tuple[Hit, ...]] = field(default_factory=dict)


class _Index:
    """The words of the patterns of all tables: what one look at a sentence tells every table.

    A word's mark has a bit for each table that has a pattern which it may begin, and, `_MOST_MARKED` bits higher, one
    for each that has a pattern in which it may stand further on.
    """

    def __init__(self) -> None:
        self._tables = 0
        self._exact: dict[str, int] = {}
        self._stems: dict[str, int] = {}
        self._prefixes: dict[int, dict[str, int]] = {}
        self._marks: dict[str, int] = {}
        self.remembered: dict[int, _Seen] = {}

    def enter(self, root: _Node) -> int:
        """The bit of a new table with this root, 0 where none is left."""
        if self._tables >= _MOST_MARKED:
            return 0
        bit = 1 << self._tables
        self._tables += 1
        self._add(root, bit)
        self._marks.clear()
        self.remembered.clear()
        return bit

    def _add(self, node: _Node, bit: int) -> None:
        """Marks the words that lead on from node with bit, those behind them as standing further on."""
        children = [(self._exact, node.exact), (self._stems, node.stems)]
        for length in node.lengths:
            prefixes = {prefix: child for prefix, child in node.prefixes.items() if len(prefix) == length}
            children.append((self._prefixes.setdefault(length, {}), prefixes))
        further = bit if bit >> _MOST_MARKED else bit << _MOST_MARKED
        for group, words in children:
            for word, child in words.items():
                group[word] = group.get(word, 0) | bit
                self._add(child, further)

    def look(self, tokens: Sequence[Token]) -> _Seen:
        """What is known of a sentence, remembered for the next table that is asked about the same tokens."""
        known = self._marks
        marks = [known[lower] if (lower := token.lower) in known else self._mark(token) for token in tokens]
        any_mark = 0
        for mark in marks:
            any_mark |= mark
        made = _Seen(tokens, marks, any_mark)
        if isinstance(tokens, tuple):  # a list may change
            if len(self.remembered) >= _MOST_SEEN:
                self.remembered.clear()
            self.remembered[id(tokens)] = made
        return made

    def _mark(self, token: Token) -> int:
        lower = token.lower
        mark = self._exact.get(lower, 0) | self._stems.get(lower, 0)
        for lemma in token.lemmas:
            mark |= self._stems.get(lemma, 0)
        for length, group in self._prefixes.items():
            mark |= group.get(lower[:length], 0)
        if len(self._marks) >= _MOST_OPENINGS:
            self._marks.clear()
        self._marks[lower] = mark
        return mark


_INDEX = _Index()


_Opening = tuple[tuple[str, ...], Sequence[_Node]]


class PhraseTable:
    """Patterns by key, found in a sentence's tokens.

    A pattern is words with spaces between. A bare word matches a token that is it, alone or with Kazakh endings;
    `word*` a token that begins so; `=word` a token that is exactly so; `a|b` one of several in one place. A verb is
    met by its stem (көбей) or its infinitive (көбею). Capitals do not matter. Raises ValueError for an empty pattern.
    """

    def __init__(self, patterns: Mapping[str, Iterable[str]]) -> None:
        self._root = _Node()
        self._openings: dict[tuple[str, str], _Opening] = {}  # by small letters and kind, as tokens repeat
        for key, group in patterns.items():
            for pattern in group:
                self._add(key, pattern.lower().split())
        self._bit = _INDEX.enter(self._root)

    def _add(self, key: str, words: list[str]) -> None:
        if not words:
            raise ValueError(f"the pattern of {key!r} has no words; expected at least one")
        nodes = [self._root]
        for word in words:
            nodes = [_child(node, choice) for node in nodes for choice in word.split("|") if choice]
        for node in nodes:
            if key not in node.keys:
                node.keys.append(key)

    def find(self, tokens: Sequence[Token], *, overlapping: bool = False) -> tuple[Hit, ...]:
        """Hits in order: at each place the longest, none overlapping; with overlapping every hit there is."""
        bit = self._bit
        count = len(tokens)
        if count == 1:
            token = tokens[0]
            keys, _ = self._openings.get((token.lower, token.kind)) or self._open(token)
            return tuple([Hit(key, 0, 0, token.span, token.case) for key in keys]) if keys else ()
        if not bit or count < _FEW:
            return self._find(tokens, range(count), None, overlapping)
        seen = _INDEX.remembered.get(id(tokens))
        if seen is None or seen.tokens is not tokens:
            seen = _INDEX.look(tokens)
        if not seen.any_mark & bit:
            return ()
        name = -bit if overlapping else bit
        hits = seen.hits.get(name)
        if hits is None:
            places = [place for place, mark in enumerate(seen.marks) if mark & bit]
            hits = seen.hits[name] = self._find(tokens, places, seen.marks, overlapping)
        return hits

    def keys(self, tokens: Sequence[Token]) -> frozenset[str]:
        """The keys of all hits, overlapping ones too."""
        if len(tokens) == 1:
            keys, _ = self._openings.get((tokens[0].lower, tokens[0].kind)) or self._open(tokens[0])
            return frozenset(keys)
        return frozenset([hit.key for hit in self.find(tokens, overlapping=True)])

    def _find(
        self, tokens: Sequence[Token], places: Iterable[int], marks: Sequence[int] | None, overlapping: bool
    ) -> tuple[Hit, ...]:
        """The hits that begin at some of these places; marks are the tokens', where they are known."""
        hits: list[Hit] = []
        openings = self._openings
        further = self._bit << _MOST_MARKED
        last_place = len(tokens) - 1
        after = 0
        for first in places:
            if first < after:
                continue
            token = tokens[first]
            keys, level = openings.get((token.lower, token.kind)) or self._open(token)
            if level and first < last_place and marks and not marks[first + 1] & further:
                level = ()
            if level and (found := self._further(tokens, first, level)):
                rows = dict.fromkeys([*[(first, key) for key in keys], *found])
                end = 0 if overlapping else max([last for last, _ in rows])
                hits.extend([_hit(tokens, key, first, last) for last, key in rows if overlapping or last == end])
                after = first if overlapping else end + 1
            elif keys:
                hits.extend([Hit(key, first, first, token.span, token.case) for key in keys])
        return tuple(hits)

    def longest_at(self, tokens: Sequence[Token], first: int) -> Hit | None:
        """The longest hit that begins at token first, None where none does."""
        token = tokens[first]
        keys, level = self._openings.get((token.lower, token.kind)) or self._open(token)
        if not keys and not level:
            return None
        found = [*[(first, key) for key in keys], *self._further(tokens, first, level)]
        if not found:
            return None
        last, key = max(found, key=lambda row: row[0])
        return _hit(tokens, key, first, last)

    def _further(self, tokens: Sequence[Token], first: int, level: Sequence[_Node]) -> list[tuple[int, str]]:
        """Every pattern of several words that begins at token first, as (last token, key)."""
        found: list[tuple[int, str]] = []
        for position in range(first + 1, len(tokens)):
            following: list[_Node] = []
            token = tokens[position]
            for node in level:
                node.follow(token, following)
            if not following:
                break
            for node in following:
                if node.keys:
                    found.extend([(position, key) for key in node.keys])
            level = [node for node in following if node.stems or node.exact or node.lengths]
        return found

    def _open(self, token: Token) -> _Opening:
        """What a first word leads to: the keys that end with it, and where more words may follow."""
        if len(self._openings) >= _MOST_OPENINGS:
            self._openings.clear()
        nodes: list[_Node] = []
        self._root.follow(token, nodes)
        keys = tuple(dict.fromkeys([key for node in nodes for key in node.keys]))
        opening = self._openings[token.lower, token.kind] = (
            keys,
            [node for node in nodes if node.stems or node.exact or node.lengths],
        )
        return opening


def _child(node: _Node, word: str) -> _Node:
    if word.endswith("*"):
        prefix = word[:-1]
        node.lengths = tuple(sorted({*node.lengths, len(prefix)}))
        return node.prefixes.setdefault(prefix, _Node())
    if word.startswith("="):
        return node.exact.setdefault(word[1:], _Node())
    return node.stems.setdefault(word, _Node())


def _hit(tokens: Sequence[Token], key: str, first: int, last: int) -> Hit:
    end = tokens[last]
    return Hit(key, first, last, end.span if first == last else tokens[first].span.join(end.span), end.case)
