"""A sentence cut into clauses: where commas, semicolons and dashes part what is said, outside quotes and brackets."""

from __future__ import annotations

from itertools import pairwise

from qatynas.language.mentions import Sentence, Token
from qatynas.model import Span

_PARTING = frozenset(",;–—:")
_OPENING = {"«": "»", "(": ")", "“": "”", "[": "]"}


def clauses(sentence: Sentence) -> tuple[Span, ...]:
    """The clauses of a sentence as spans that cover it without gaps, marks at their ends."""
    cuts = [sentence.span.start]
    closing: list[str] = []
    for token in sentence.tokens:
        if closing and token.text == closing[-1]:
            closing.pop()
        elif token.text in _OPENING:
            closing.append(_OPENING[token.text])
        elif not closing and token.text in _PARTING and token.span.end < sentence.span.end:
            cuts.extend([token.span.end] if not _joins_numbers(sentence, token) else [])
    cuts.append(sentence.span.end)
    return tuple(Span(start, end) for start, end in pairwise(cuts) if start < end)


def _joins_numbers(sentence: Sentence, token: Token) -> bool:
    """«28–29 наурызда», «2025–2027», «маусым–тамыз»: a mark without spaces between digits, a dash between words."""
    place = token.span.start - sentence.span.start
    around = sentence.text[max(0, place - 1) : place] + sentence.text[place + 1 : place + 2]
    return len(around) == 2 and (around.isdigit() or (token.text in "–—" and around.isalnum()))
