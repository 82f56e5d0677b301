"""A number as a text states it, with the interval that its wording and rounding allow."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Qualifier(StrEnum):
    """How a text hedges a number (CLAIMS.md, «Qualifiers»)."""

    EXACT = "exact"
    ABOUT = "about"
    UNDER = "under"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as a text states it.

    value is in base units with its scale applied (796,2 миллион → 796_200_000). unit is an ISO 4217 code or one of
    percent, times, count, m3, m3/s, kWh, W, ha, t, km, person; "" where the text names none. low and high bound what
    the wording and the rounding allow (rule: CLAIMS.md, «low, high»); None is an open end. Both ends belong to the
    interval.
    """

    value: Decimal
    unit: str
    low: Decimal | None
    high: Decimal | None
    qualifier: Qualifier = Qualifier.EXACT

    def meets(self, other: Quantity) -> bool:
        """Whether both could be the same number: same unit and intervals that touch."""
        if self.unit != other.unit:
            return False
        below = self.low is None or other.high is None or self.low <= other.high
        above = other.low is None or self.high is None or other.low <= self.high
        return below and above
