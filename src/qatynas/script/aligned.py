"""A converted text with the map of its offsets to the source's and back."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from qatynas.model import Script, Span
from qatynas.script.cells import Cells, pair_up, text_of, tidy
from qatynas.script.mended import Mended

Places = tuple[tuple[int, ...], tuple[int, ...]]  # where each cell of a chunk begins in source and in target, and ends


@dataclass(frozen=True, slots=True)
class Aligned:
    """A text in another script and where each of its characters comes from.

    text is the converted text, original the source, script that of text, source that of original. The map is monotone
    and covers both texts: characters that one side has alone (a hamza, a dropped soft hyphen) belong to a neighbour.
    """

    text: str
    original: str
    script: Script
    source: Script
    _source_at: Sequence[int] = field(repr=False)  # where each chunk begins in original, and its length at the end
    _target_at: Sequence[int] = field(repr=False)
    _cells: Callable[[str], Cells] = field(repr=False)  # finer map of a chunk that is converted on its own
    _before: Aligned | Mended | None = field(default=None, repr=False)  # an earlier change, whose text is original
    is_unchanged: bool = False  # each character stands for itself: most Cyrillic texts need no cleaning

    def to_source(self, span: Span) -> Span:
        """The original characters that the converted ones in span stand for."""
        if self.is_unchanged:
            here = _clipped(span, len(self.text))
        else:
            here = _map(span, self._target_at, self._source_at, self._inside, backwards=True)
        return self._before.to_source(here) if self._before else here

    def to_target(self, span: Span) -> Span:
        """The converted characters that stand for the original ones in span."""
        here = self._before.to_target(span) if self._before else span
        if self.is_unchanged:
            return _clipped(here, len(self.text))
        return _map(here, self._source_at, self._target_at, self._inside, backwards=False)

    def _inside(self, chunk: int) -> Places:
        source = self.original[self._source_at[chunk] : self._source_at[chunk + 1]]
        target = self.text[self._target_at[chunk] : self._target_at[chunk + 1]]
        return _places(self._cells, source, target)


@lru_cache(maxsize=1 << 15)
def _places(convert: Callable[[str], Cells], source: str, target: str) -> Places:
    """Where the cells of a chunk end on either side; the same words come again and again."""
    source_at = target_at = 0
    sources, targets = [0], [0]
    for size, text in _cells(convert, source, target):
        source_at += size
        target_at += len(text)
        sources.append(source_at)
        targets.append(target_at)
    return tuple(sources), tuple(targets)


def _cells(convert: Callable[[str], Cells], source: str, target: str) -> Cells:
    """The cells of a chunk, with the white space that ends it."""
    body = source[:-1] if source[-1:] in (" ", "\n") else source
    after = target[-1:] if target[-1:] in (" ", "\n") else ""
    cells = convert(body)
    made = text_of(cells)
    if made[:1] == "-" and len(made) + len(after) > len(target):  # the hyphen of «1991 -جىلى»
        cells = tidy(((cells[0][0], cells[0][1][1:]), *cells[1:]))
    if len(body) < len(source):
        cells = tidy((*cells, (1, target[sum(len(text) for _, text in cells) :])))
    if sum(len(text) for _, text in cells) == len(target) and sum(size for size, _ in cells) == len(source):
        return cells
    return pair_up(source, target)


def _clipped(span: Span, length: int) -> Span:
    return span if span.end <= length else Span(min(span.start, length), length)


def _map(
    span: Span, here: Sequence[int], there: Sequence[int], inside: Callable[[int], Places], *, backwards: bool
) -> Span:
    """span mapped from the side whose chunk boundaries are here to the side of there; clipped to the text."""
    length = here[-1]
    if not length:
        return Span(0, there[-1])
    start, end = min(span.start, length), min(span.end, length)
    first = 0 if start == 0 else _place(start, here, there, inside, backwards, at_end=False)
    if start == end:
        return Span(first, first)
    last = there[-1] if end == length else _place(end - 1, here, there, inside, backwards, at_end=True)
    return Span(first, max(first, last))


def _place(
    offset: int,
    here: Sequence[int],
    there: Sequence[int],
    inside: Callable[[int], Places],
    backwards: bool,
    *,
    at_end: bool,
) -> int:
    """Where the cell of the character at offset begins on the other side, or ends with at_end."""
    chunk = bisect_right(here, offset) - 1
    if chunk >= len(here) - 1:
        return there[-1]
    near, far = here[chunk], there[chunk]
    if here[chunk + 1] - near == 0:
        return there[chunk + 1] if at_end else far
    sources, targets = inside(chunk)
    own, other = (targets, sources) if backwards else (sources, targets)
    cell = bisect_right(own, offset - near)  # the first that ends behind the character
    return far + other[cell if at_end else cell - 1] if cell < len(own) else there[chunk + 1]
