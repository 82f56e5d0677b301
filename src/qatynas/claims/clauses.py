"""The parts of a sentence: its clauses, parted by commas, semicolons and dashes outside quotes and brackets; its tokens
in a span."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise

from qatynas.claims.once import per_sentence
from qatynas.language.mentions import Sentence, Token
from qatynas.model import Span

_PARTING = frozenset(",;–—:")
_OPENING = {"«": "»", "(": ")", "“": "”", "[": "]"}


@per_sentence
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


def tokens_in(sentence: Sentence, span: Span) -> tuple[Token, ...]:
    """The tokens of a sentence that lie wholly in span."""
    starts, ends = sentence.kept.get(bounds) or bounds(sentence)
    first = bisect_left(starts, span.start)
    return sentence.tokens[first : bisect_right(ends, span.end, first)]


def token_after(sentence: Sentence, place: int) -> Token | None:
    """The first token that begins at place or behind it."""
    starts, _ = sentence.kept.get(bounds) or bounds(sentence)
    first = bisect_left(starts, place)
    return sentence.tokens[first] if first < len(sentence.tokens) else None


def tokens_after(sentence: Sentence, place: int) -> tuple[Token, ...]:
    """The tokens that begin at place or behind it."""
    return sentence.tokens[bisect_left(bounds(sentence)[0], place) :]


def tokens_before(sentence: Sentence, place: int) -> tuple[Token, ...]:
    """The tokens that end at place or before it."""
    return sentence.tokens[: bisect_right(bounds(sentence)[1], place)]


@per_sentence
def bounds(sentence: Sentence) -> tuple[list[int], list[int]]:
    """Where the tokens of a sentence begin and where they end."""
    return [token.span.start for token in sentence.tokens], [token.span.end for token in sentence.tokens]
