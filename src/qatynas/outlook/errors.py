"""How wrong a method has been, and the range that follows from it: conformal, from errors of the past alone.

An error is |ln(outcome / estimate)| divided by the part of the year that was still to come, so that errors after
March and after October are of one size and stand together. A range of level 90 % reaches to the error that nine
tenths of all past ones, and the new one, lie within: no distribution is assumed. See docs/outlook.md.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

LEVEL = 0.9
CURVE = 41  # thresholds of a curve of probabilities
WIDEST = 1.25  # the curve reaches this many times the range's half-width to either side


@dataclass(frozen=True, slots=True)
class Errors:
    """Sorted errors of the past as defined above. borrowed says of which other series they are, "" for its own."""

    sizes: tuple[float, ...]
    borrowed: str = ""

    def width(self, level: float = LEVEL) -> float:
        """The error within which so many of the past ones and the next lie: the conformal quantile.

        Where there are too few for the level, the largest, doubled: fewer than nine say little of the tenth.
        """
        rank = math.ceil((len(self.sizes) + 1) * level)
        return self.sizes[rank - 1] if rank <= len(self.sizes) else 2 * self.sizes[-1]

    def chance_beyond(self, error: float) -> float:
        """The chance that the outcome lies above estimate · exp(error · part to come); never 0 or 1.

        Between two errors of the past it runs straight; errors to both sides count as equally likely.
        """
        size = abs(error)
        place = bisect_left(self.sizes, size)
        low = self.sizes[place - 1] if place else 0.0
        high = self.sizes[place] if place < len(self.sizes) else max(size * 2, low * 2, 1e-12)
        within = place + ((size - low) / (high - low) if high > low else 0.0)
        tail = 0.5 * max(len(self.sizes) + 1 - within, 0.5) / (len(self.sizes) + 1)
        return tail if error >= 0 else 1 - tail


def errors_of(sizes: Iterable[float], borrowed: str = "") -> Errors:
    """Errors in order; there must be one at least."""
    found = tuple(sorted(sizes))
    if not found:
        raise ValueError("no error of the past: nothing says how wide the range is to be")
    return Errors(found, borrowed)


class Lent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """borrowed.toml: errors measured elsewhere, for where a series has none of its own."""

    of: str
    methods: dict[str, tuple[float, ...]]


@cache
def _lent() -> Lent:
    return msgspec.toml.decode(Path(__file__).with_name("borrowed.toml").read_bytes(), type=Lent)


def lent(method: str) -> Errors:
    """What a method's errors have been elsewhere; those of the run-rate where it has not been measured."""
    known = _lent().methods
    return errors_of(known.get(method, known["run_rate"]), _lent().of)


def size_of(outcome: float, estimate: float, to_come: float) -> float:
    """One error: see the module."""
    return abs(math.log(outcome / estimate)) / to_come


def chance_of(target: float, estimate: float, so_far: float, to_come: float, errors: Errors) -> float:
    """The chance that a total reaches a target; 1 where the part known already does."""
    if so_far >= target:
        return 1.0
    return errors.chance_beyond(math.log(target / estimate) / to_come)


def curve_of(estimate: float, so_far: float, to_come: float, errors: Errors) -> tuple[tuple[float, float], ...]:
    """Totals and the chance that each is reached, from low to high."""
    reach = errors.width() * to_come * WIDEST
    totals = (estimate * math.exp(reach * (2 * place / (CURVE - 1) - 1)) for place in range(CURVE))
    return tuple((total, chance_of(total, estimate, so_far, to_come, errors)) for total in totals)
