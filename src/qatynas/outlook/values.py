"""What every result of this room is made of: numbers with their range, and what they rest on. Frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from qatynas.model.claim import plain


@dataclass(frozen=True, slots=True)
class Rest:
    """Something that a number rests on.

    id is a claim's id in the ledger, or "" for a file's number and for a number that ships with the program. where is
    the document or file with its place (a cell, a row); says its words.
    """

    id: str
    where: str
    says: str


@dataclass(frozen=True, slots=True)
class Range:
    """A number with the ends that are held possible; low <= value <= high, in the unit of the result."""

    value: float
    low: float
    high: float

    def times(self, factor: float) -> Range:
        """All three times a factor that is not negative."""
        return Range(self.value * factor, self.low * factor, self.high * factor)


def as_json(result: Any) -> Any:
    """A result as JSON types: dataclasses as objects, tuples as lists."""
    return plain(result)


def amount(value: float, unit: str) -> str:
    """A number in words with its scale: 1.97 billion USD."""
    for size, name in ((1e9, "billion "), (1e6, "million "), (1e3, "thousand ")):
        if abs(value) >= size:
            return f"{value / size:.4g} {name}{unit}"
    return f"{value:.4g} {unit}"
