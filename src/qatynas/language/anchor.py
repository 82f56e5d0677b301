"""The document's own date as far as it is known: what relative dates are counted from."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

_EDTF = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[~?%]?")

_SEASON_BEGINS = {"21": "03", "22": "06", "23": "09", "24": "12"}  # EDTF seasons: their first months


@dataclass(frozen=True, slots=True)
class Anchor:
    """A year, and month and day where they are known."""

    year: int
    month: int | None = None
    day: int | None = None

    @staticmethod
    def of(edtf: str | None) -> Anchor | None:
        """The anchor that an EDTF date (or the end of an interval) gives; None for None and for other forms."""
        return _anchor(edtf or "")

    @property
    def middle(self) -> date:
        """A day to measure distances from: the day itself, or the middle of its month or year."""
        return date(self.year, self.month or 7, self.day or (15 if self.month else 1))

    @property
    def edtf(self) -> str:
        """The anchor as EDTF."""
        return point(self.year, self.month, self.day)

    def up_to(self, start: str) -> str:
        """The end of an interval from start to the document's day, no finer than it; ".." where it lies ahead."""
        now = self.edtf[: max(4, len(start))]
        begun = start[:5] + _SEASON_BEGINS.get(start[5:], start[5:])
        return now if now >= begun[: len(now)] else ".."

    def days(self, step: int) -> str:
        """The day that is step days on; the month or year where no day is known and step is 0."""
        if not self.day or not self.month:
            return self.edtf
        return _shifted(date(self.year, self.month, self.day), step)

    def weeks(self, step: int) -> tuple[str, str] | None:
        """First and last day of the week that is step weeks on."""
        if not self.day or not self.month:
            return None
        today = date(self.year, self.month, self.day)
        monday = _shifted(today, -today.weekday() + 7 * step)
        return monday, _shifted(today, 6 - today.weekday() + 7 * step)

    def months(self, step: int) -> str | None:
        """The month that is step months on."""
        if not self.month:
            return None
        count = self.year * 12 + self.month - 1 + step
        return point(count // 12, count % 12 + 1)


def _shifted(day: date, step: int) -> str:
    try:
        return (day + timedelta(days=step)).isoformat()
    except OverflowError:
        return day.isoformat()


def point(year: int, month: int | None = None, day: int | None = None) -> str:
    """An EDTF point: 2024, 2024-08 or 2024-08-22."""
    text = f"{min(max(year, 1), 9999):04d}"
    if month:
        text += f"-{month:02d}"
        if day:
            text += f"-{day:02d}"
    return text


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has this day."""
    return 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


@lru_cache(maxsize=1 << 8)
def _anchor(edtf: str) -> Anchor | None:
    found = _EDTF.fullmatch(edtf.rpartition("/")[2])
    if found is None or int(found[1]) < 1:
        return None
    month = int(found[2]) if found[2] and 1 <= int(found[2]) <= 12 else None
    day = int(found[3]) if month and found[3] else None
    if day and not 1 <= day <= calendar.monthrange(int(found[1]), month or 1)[1]:
        day = None
    return Anchor(int(found[1]), month, day)
