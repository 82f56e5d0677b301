"""EDTF dates as other formats write them: SDMX time periods, ISO prefixes, first and last days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from qatynas.relations.dates import bounds, period

_QUARTER, _HALF = 3, 6  # months


@dataclass(frozen=True, slots=True)
class TimePeriod:
    """A period as SDMX writes it (standard 3.0, section 6, «Time and time format»), with the code of its frequency:
    A, S (half-years), Q, M, D, or _O for a stretch of another length, written as first day and duration."""

    freq: str
    words: str


def time_period(edtf: str | None) -> TimePeriod | None:
    """A period for SDMX; None for none, and for one without a beginning or an end.

    «By 2030» (../2030) is the period 2030, since SDMX knows no deadlines; about (2026~) is left out: who needs them has
    the EDTF beside it.
    """
    if edtf and edtf.startswith(("../", "/")):
        edtf = edtf.split("/")[1]
    known = period(edtf)
    if known is None or known.first is None or known.last is None:
        return None
    first, last = known.first, known.last
    months = _months(first, last)
    if first == last:
        return TimePeriod("D", first.isoformat())
    if months is None:
        return TimePeriod("_O", f"{first.isoformat()}/P{(last - first).days + 1}D")
    if months == 1:
        return TimePeriod("M", f"{first:%Y-%m}")
    for length, freq, letter in ((_QUARTER, "Q", "Q"), (_HALF, "S", "S")):
        if months == length and (first.month - 1) % length == 0:
            return TimePeriod(freq, f"{first:%Y}-{letter}{(first.month - 1) // length + 1}")
    if months == 12 and first.month == 1:
        return TimePeriod("A", f"{first:%Y}")
    return TimePeriod(
        "_O", f"{first.isoformat()}/P{months // 12}Y" if months % 12 == 0 else f"{first.isoformat()}/P{months}M"
    )


def _months(first: date, last: date) -> int | None:
    """How many whole calendar months lie between two days, both in; None where they are not whole."""
    after = last + timedelta(days=1) if last < date.max else last
    if first.day != 1 or after.day != 1:
        return None
    return (after.year - first.year) * 12 + after.month - first.month


_PREFIX = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?")


def prefix(edtf: str | None) -> str | None:
    """One date as an ISO prefix (2024, 2024-05, 2024-05-02), without «about»; None for intervals and seasons."""
    if not edtf or "/" in edtf or period(edtf) is None:
        return None
    bare = edtf.rstrip("~?%")
    return bare if _PREFIX.fullmatch(bare) else None


def ends(edtf: str | None) -> tuple[str | None, str | None]:
    """First and last day as ISO prefixes: of an interval its ends as they are written, else the first and last day."""
    if edtf and "/" in edtf and period(edtf) is not None:
        start, end = (prefix(one) for one in edtf.split("/"))
        return start, end
    first, last = bounds(edtf)
    return first.isoformat() if first else None, last.isoformat() if last else None
