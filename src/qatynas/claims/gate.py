"""A cheap look at a sentence: whether any word in it could begin a pattern, before patterns are looked for."""

from __future__ import annotations

from collections.abc import Iterable

from qatynas.claims.once import per_sentence
from qatynas.language.mentions import Sentence, Token

_LETTERS = 3  # endings change a stem's last letters, never its first three


@per_sentence
def words_in(sentence: Sentence) -> frozenset[str]:
    """Every word and mark of a sentence in small letters, and every lemma: a rule asks it first for what it needs."""
    tokens = sentence.tokens
    return frozenset([token.lower for token in tokens]).union(*[token.lemmas for token in tokens])


class Gate:
    """Passes a sentence where some word begins as one of the patterns' first words does.

    One look at a sentence serves all gates: each is a bit of what the beginnings of its words open.
    """

    _made = 0

    def __init__(self, *groups: Iterable[str]) -> None:
        firsts = (pattern.lower().split()[0] for group in groups for pattern in group)
        self._heads = frozenset(choice.lstrip("=")[:_LETTERS] for first in firsts for choice in first.split("|"))
        self._own = 1 << Gate._made
        Gate._made += 1
        for head in self._heads:
            _OPENED[head] = _OPENED.get(head, 0) | self._own

    def passes(self, sentence: Sentence) -> bool:
        """Whether patterns are worth looking for."""
        known = sentence.kept.get(Gate)
        if known is None or known[0] < Gate._made:  # looked at before some gate was made
            opened = 0
            for head in {token.lower[:_LETTERS] for token in sentence.tokens}:
                opened |= _OPENED.get(head, 0)
            known = sentence.kept[Gate] = (Gate._made, opened)
        return known[1] & self._own != 0

    def passes_token(self, token: Token) -> bool:
        """Whether one word could begin a pattern."""
        return token.lower[:_LETTERS] in self._heads


_OPENED: dict[str, int] = {}
"""The gates that a word's first letters open, a bit each."""
