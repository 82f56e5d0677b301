"""What a table tells, before it is claims."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Told:
    """One number that a table tells. row and column count from 0; half is half a unit of its last digit."""

    row: int
    column: int
    indicator: str
    reporter: str
    partner: str
    period: str
    value: Decimal
    half: Decimal
    unit: str
    status: str = "actual"
    edition: str | None = None
    published: str | None = None
    product: str | None = None


@dataclass(slots=True)
class Found:
    """All numbers of a sheet, and the cells (row, column, reason) that something keeps from being one."""

    told: list[Told] = field(default_factory=list)
    left: list[tuple[int, int, str]] = field(default_factory=list)
