"""A cheap look at a sentence: whether any word in it could begin a pattern, before patterns are looked for."""

from __future__ import annotations

from collections.abc import Iterable

from qatynas.language.mentions import Sentence, Token

_LETTERS = 3  # endings change a stem's last letters, never its first three


class Gate:
    """Passes a sentence where some word begins as one of the patterns' first words does."""

    def __init__(self, *groups: Iterable[str]) -> None:
        firsts = (pattern.lower().split()[0] for group in groups for pattern in group)
        self._heads = frozenset(choice.lstrip("=")[:_LETTERS] for first in firsts for choice in first.split("|"))

    def passes(self, sentence: Sentence) -> bool:
        """Whether patterns are worth looking for."""
        heads = sentence.kept.get(Gate)  # how its words begin: a dozen gates look at the same sentence
        if heads is None:
            heads = sentence.kept[Gate] = frozenset([token.lower[:_LETTERS] for token in sentence.tokens])
        return not self._heads.isdisjoint(heads)

    def passes_token(self, token: Token) -> bool:
        """Whether one word could begin a pattern."""
        return token.lower[:_LETTERS] in self._heads
