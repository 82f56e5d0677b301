"""Finding many word patterns in a sentence at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from qatynas.language.mentions import Case, Token
from qatynas.model.span import Span

_MOST_OPENINGS = 1 << 16  # words remembered by a table


@dataclass(frozen=True, slots=True)
class Hit:
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

    def following(self, token: Token) -> Iterator[_Node]:
        """The nodes that token leads to."""
        if self.exact and (node := self.exact.get(token.lower)):
            yield node
        if self.stems:
            if node := self.stems.get(token.lower):
                yield node
            for lemma in token.lemmas:
                if lemma != token.lower and (node := self.stems.get(lemma)):
                    yield node
        for length in self.lengths:
            if node := self.prefixes.get(token.lower[:length]):
                yield node


class PhraseTable:
    """Patterns by key, found in a sentence's tokens.

    A pattern is words with spaces between. A bare word matches a token that is it, alone or with Kazakh endings;
    `word*` a token that begins so; `=word` a token that is exactly so; `a|b` one of several in one place. A verb is
    met by its stem (көбей) or its infinitive (көбею). Capitals do not matter. Raises ValueError for an empty pattern.
    """

    def __init__(self, patterns: Mapping[str, Iterable[str]]) -> None:
        self._root = _Node()
        self._openings: dict[tuple[str, str], tuple[_Node, ...]] = {}  # by small letters and kind, as tokens repeat
        for key, group in patterns.items():
            for pattern in group:
                self._add(key, pattern.lower().split())

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
        hits: list[Hit] = []
        first = 0
        while first < len(tokens):
            found = self._at(tokens, first)
            if found and not overlapping:
                last = max(end for end, _ in found)
                keys = dict.fromkeys(key for end, key in found if end == last)
                hits.extend(_hit(tokens, key, first, last) for key in keys)
                first = last + 1
                continue
            hits.extend(_hit(tokens, key, first, last) for last, key in dict.fromkeys(found))
            first += 1
        return tuple(hits)

    def longest_at(self, tokens: Sequence[Token], first: int) -> Hit | None:
        """The longest hit that begins at token first, None where none does."""
        found = self._at(tokens, first)
        if not found:
            return None
        last, key = max(found, key=lambda row: row[0])
        return _hit(tokens, key, first, last)

    def _at(self, tokens: Sequence[Token], first: int) -> list[tuple[int, str]]:
        """Every pattern that begins at token first, as (last token, key)."""
        token = tokens[first]
        opening = self._openings.get((token.lower, token.kind))
        if opening is None:
            if len(self._openings) >= _MOST_OPENINGS:
                self._openings.clear()
            opening = self._openings[token.lower, token.kind] = tuple(self._root.following(token))
        if not opening:
            return []
        found: list[tuple[int, str]] = []
        level: Sequence[_Node] = opening
        position = first
        while level:
            for node in level:
                found.extend((position, key) for key in node.keys)
            position += 1
            if position >= len(tokens):
                break
            level = [following for node in level for following in node.following(tokens[position])]
        return found


def _child(node: _Node, word: str) -> _Node:
    if word.endswith("*"):
        prefix = word[:-1]
        node.lengths = tuple(sorted({*node.lengths, len(prefix)}))
        return node.prefixes.setdefault(prefix, _Node())
    if word.startswith("="):
        return node.exact.setdefault(word[1:], _Node())
    return node.stems.setdefault(word, _Node())


def _hit(tokens: Sequence[Token], key: str, first: int, last: int) -> Hit:
    return Hit(key, first, last, tokens[first].span.join(tokens[last].span), tokens[last].case)
