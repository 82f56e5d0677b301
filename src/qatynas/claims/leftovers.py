"""The numbers of a document that became no claim: set aside for a reason, or unplaced."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate

from qatynas.claims.carry import fates
from qatynas.claims.figures_aside import REASONS
from qatynas.language.mentions import Reading
from qatynas.model import BlockKind, Claim, Leftover, Span

_DIGITS = re.compile(r"\d+(?:[.,:\u00a0\u202f ]\d+)*")
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?|\d{1,2}\.\d{1,2}\.\d{4}")
_DATED = (BlockKind.DATELINE,)


class _Places:
    """Spans in order, to be asked quickly whether one of them meets another."""

    def __init__(self, spans: Sequence[Span]) -> None:
        ordered = sorted((span.start, span.end) for span in spans)
        self._starts = [start for start, _ in ordered]
        self._reached = list(accumulate((end for _, end in ordered), max))

    def meet(self, span: Span) -> bool:
        """Whether one of them shares a character with span."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._reached[before - 1] > span.start


def leftovers(reading: Reading, claims: Sequence[Claim]) -> tuple[Leftover, ...]:
    """Every number that no claim rests on (Claim.support names those that one does), with its fate and reason.

    Spans are the document's own. Reasons are the words of `REASONS`; digits outside the sentences that were read
    belong to the page.
    """
    used = _Places([support.span for claim in claims for support in claim.support])
    found = [*_mentioned(reading, used), *_bare(reading, used)]
    return tuple(sorted(found, key=lambda left: left.span))


def _mentioned(reading: Reading, used: _Places) -> Iterator[Leftover]:
    for fated in fates(reading):
        for fate in fated:
            span = reading.original(fate.number.digits)
            if fate.reason != "negated" and used.meet(span):  # a number put right only lends its words
                continue
            yield _left(reading, span, "headline" if fate.found else fate.reason)


def _bare(reading: Reading, used: _Places) -> Iterator[Leftover]:
    """Digits that the number reader did not take: in dates, names and the page around the article."""
    text = reading.document.text
    original = reading.original
    told = [number.digits for sentence in reading.sentences for number in sentence.numbers]
    told += [fate.number.digits for fated in fates(reading) for fate in fated]
    taken = _Places([original(digits) for digits in dict.fromkeys(told)])
    bare = [Span(*match.span()) for match in _DIGITS.finditer(text)]
    bare = [span for span in bare if not taken.meet(span) and not used.meet(span)]
    if not bare:
        return
    dated = _Places([original(date.span) for sentence in reading.sentences for date in sentence.dates])
    read = _Places([original(sentence.span) for sentence in reading.sentences])
    for span in bare:
        if dated.meet(span) or _CLOCK.fullmatch(span.of(text)):
            yield _left(reading, span, "part_of_date")
        elif read.meet(span):
            yield _left(reading, span, "name" if _inside_word(text, span) else "")
        else:
            yield _left(reading, span, _of_block(reading, span))


def _of_block(reading: Reading, span: Span) -> str:
    for block in reading.document.blocks:
        if block.span.meets(span):
            return "part_of_date" if block.kind in _DATED else "furniture"
    return "furniture"


def _inside_word(text: str, span: Span) -> bool:
    """Whether letters stand right against the digits: «ГЭС-1», «С5+1», «pixabay24»."""
    before, after = text[max(0, span.start - 2) : span.start], text[span.end : span.end + 1]
    return bool(before[-1:].isalpha() or after.isalpha() or (before[-1:] in "-–+" and before[:1].isalpha()))


def _left(reading: Reading, span: Span, reason: str) -> Leftover:
    quote = span.of(reading.document.text)
    return Leftover(
        span, quote, "set_aside" if reason else "unplaced", REASONS.get(reason, "it could not be told what it counts")
    )
