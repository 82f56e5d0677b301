"""A stretch of a text, in code points."""

from __future__ import annotations

import msgspec


class Span(msgspec.Struct, frozen=True, order=True, gc=False):
    """A half-open stretch [start, end) of a text, counted in code points.

    Raises ValueError where end lies before start or start is negative.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span must have 0 <= start <= end, found start {self.start} and end {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words that this span covers in text."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether other lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def join(self, other: Span) -> Span:
        """The shortest span that covers both."""
        start, end = self.start, self.end
        return Span(start if start < other.start else other.start, end if end > other.end else other.end)
