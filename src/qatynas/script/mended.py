"""A text with parts cut out or put otherwise before it is converted, with the map of its offsets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from qatynas.model import Span


@dataclass(frozen=True, slots=True)
class Cut:
    """Characters of a text that text stands for, "" where they fall away."""

    span: Span
    text: str = ""


@dataclass(frozen=True, slots=True)
class Mended:
    """text is the source with its cuts made. What was cut belongs to what replaces it, else to nothing."""

    text: str
    _source_at: Sequence[int] = field(repr=False)  # where kept stretches and cuts begin by turns, and the length
    _target_at: Sequence[int] = field(repr=False)

    def to_source(self, span: Span) -> Span:
        """The source's characters that those in span stand for."""
        return _map(span, self._target_at, self._source_at)

    def to_target(self, span: Span) -> Span:
        """The characters that stand for the source's in span."""
        return _map(span, self._source_at, self._target_at)


def mend(text: str, cuts: Sequence[Cut]) -> Mended:
    """The text with cuts made; they are in order and do not meet."""
    parts: list[str] = []
    source_at, target_at = [0], [0]
    for cut in cuts:
        kept = text[source_at[-1] : cut.span.start]
        parts += [kept, cut.text]
        target_at += [target_at[-1] + len(kept), target_at[-1] + len(kept) + len(cut.text)]
        source_at += [cut.span.start, cut.span.end]
    parts.append(text[source_at[-1] :])
    target_at.append(target_at[-1] + len(parts[-1]))
    source_at.append(len(text))
    return Mended("".join(parts), source_at, target_at)


def _map(span: Span, here: Sequence[int], there: Sequence[int]) -> Span:
    start, end = min(span.start, here[-1]), min(span.end, here[-1])
    first = _place(start, here, there, at_end=False)
    if start == end:
        return Span(first, first)
    return Span(first, max(first, _place(end - 1, here, there, at_end=True)))


def _place(offset: int, here: Sequence[int], there: Sequence[int], *, at_end: bool) -> int:
    """Where the character at offset begins on the other side, or ends with at_end."""
    part = bisect_right(here, offset) - 1
    if part >= len(here) - 1:
        return there[-1]
    if part % 2:  # a cut
        return there[part + 1] if at_end else there[part]
    return there[part] + offset - here[part] + at_end
