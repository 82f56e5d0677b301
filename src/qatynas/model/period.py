"""Dates and periods as EDTF strings (ISO 8601-2, the part of it that CLAIMS.md uses), with the days they span."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)$")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}  # EDTF level 1; winter ends in the next year


@dataclass(frozen=True, slots=True)
class Period:
    """A date or period in EDTF: 2024, 2025-08-22, 2025-24 (winter), 2025-01/2025-05, ../2030, 2026~.

    Both ends of an interval belong to it. Raises ValueError for any other form.
    """

    edtf: str

    def __post_init__(self) -> None:
        _ends(self.edtf)

    def __str__(self) -> str:
        return self.edtf

    @property
    def first(self) -> date | None:
        """The first day, None where the start is open."""
        return _ends(self.edtf)[0]

    @property
    def last(self) -> date | None:
        """The last day, None where the end is open."""
        return _ends(self.edtf)[1]

    @property
    def year(self) -> int | None:
        """The calendar year that it lies in, None where it spans several or is open."""
        first, last = self.first, self.last
        return first.year if first and last and first.year == last.year else None

    @property
    def is_full_year(self) -> bool:
        """Whether it is exactly one calendar year."""
        return re.fullmatch(r"\d{4}[~?%]?", self.edtf) is not None

    @property
    def is_part_year(self) -> bool:
        """Whether it is a part of one calendar year, longer than a day."""
        return self.year is not None and not self.is_full_year and self.first != self.last

    def contains(self, other: Period) -> bool:
        """Whether other lies wholly inside this one; an open end reaches for ever."""
        return (self.first is None or (other.first is not None and self.first <= other.first)) and (
            self.last is None or (other.last is not None and other.last <= self.last)
        )


@lru_cache(maxsize=1 << 12)
def _ends(edtf: str) -> tuple[date | None, date | None]:
    """The first and the last day of a period, None for an end that is open."""
    ends = edtf.split("/")
    if len(ends) > 2 or all(end in ("", "..") for end in ends):
        raise ValueError(f"{edtf!r} is no EDTF date or interval such as 2024, 2025-01/2025-05 or ../2030")
    bounds = [None if end in ("", "..") else _bounds(end) for end in ends]
    first, last = bounds[0] and bounds[0][0], bounds[-1] and bounds[-1][1]
    if first and last and last < first:
        raise ValueError(f"{edtf!r} ends before it starts")
    return first, last


@lru_cache(maxsize=1 << 12)
def _bounds(point: str) -> tuple[date, date]:
    found = _POINT.fullmatch(point)
    if not found:
        raise ValueError(f"{point!r} is no EDTF date such as 2024, 2025-08, 2025-08-22 or 2025-21")
    year, month, day = int(found[1]), found[2] and int(found[2]), found[3] and int(found[3])
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    if month in _SEASONS and not day:
        begin, end = _SEASONS[month]
        end_year = year + (end < begin)
        return date(year, begin, 1), date(end_year, end, calendar.monthrange(end_year, end)[1])
    try:
        return date(year, month, day or 1), date(year, month, day or calendar.monthrange(year, month)[1])
    except (ValueError, calendar.IllegalMonthError):
        raise ValueError(f"{point!r} names no day of the calendar") from None
