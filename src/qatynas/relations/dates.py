"""EDTF strings of claims compared: order, and whether one date fits inside another. Bad strings count as unknown."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from qatynas.model.period import Period


@lru_cache(maxsize=1 << 15)
def period(edtf: str | None) -> Period | None:
    """The period, None where there is none or the string is no EDTF."""
    if not edtf:
        return None
    try:
        return Period(edtf)
    except ValueError:
        return None


@lru_cache(maxsize=1 << 15)
def bounds(edtf: str | None) -> tuple[date | None, date | None]:
    """First and last day, None for an open end and for what is no date."""
    known = period(edtf)
    return (known.first, known.last) if known else (None, None)


def order(edtf: str | None) -> tuple[date, date, str]:
    """A key that sorts by first day, then last day; what has no date comes last, an open start by its end."""
    first, last = bounds(edtf)
    return first or last or date.max, last or date.max, edtf or ""


def fits(coarse: str | None, fine: str | None) -> bool:
    """Whether fine lies wholly inside coarse and is more precise; an unknown date is the coarsest of all."""
    if coarse == fine or period(fine) is None:
        return False
    if period(coarse) is None:
        return coarse is None
    outer, inner = bounds(coarse), bounds(fine)
    return outer != inner and _holds(outer, inner)


def _holds(outer: tuple[date | None, date | None], inner: tuple[date | None, date | None]) -> bool:
    """Whether days lie within others; None is an open end."""
    after = outer[0] is None or (inner[0] is not None and outer[0] <= inner[0])
    return after and (outer[1] is None or (inner[1] is not None and inner[1] <= outer[1]))


@lru_cache(maxsize=1 << 16)
def same_when(one: str | None, other: str | None) -> str:
    """How two dates of one event stand: "same", "holds" (one inside the other), "unknown" (one is missing) or "".

    A deadline («by 2026», ../2026) counts as its last date: it holds March 2026, but not a day of the year before.
    """
    one, other = _due(one), _due(other)
    if one == other:
        return "same" if one else "unknown"
    if not one or not other:
        return "unknown"
    if period(one) and bounds(one) == bounds(other):
        return "same"
    return "holds" if fits(one, other) or fits(other, one) else ""


def _due(edtf: str | None) -> str | None:
    return edtf.split("/")[-1] if edtf and edtf.startswith(("../", "/")) else edtf


def is_day(edtf: str | None) -> bool:
    """Whether a date is one day."""
    first, last = bounds(edtf)
    return first is not None and first == last


def days_between(one: str | None, other: str | None) -> int | None:
    """Days from the end of the earlier to the start of the later, 0 where they meet; None where one is unknown."""
    (first, last), (begin, end) = bounds(one), bounds(other)
    if first is None or last is None or begin is None or end is None:
        return None
    return max(0, (begin - last).days, (first - end).days)


def meets(edtf: str | None, begin: date, end: date) -> bool:
    """Whether a known date shares a day with these two, both in; an open end reaches for ever."""
    first, last = bounds(edtf)
    if first is None and last is None:
        return False
    return (first is None or first <= end) and (last is None or begin <= last)


def over_by(edtf: str | None, today: str | None) -> bool | None:
    """Whether a date lies wholly before the first day of today; None where either is unknown or open."""
    last, now = bounds(edtf)[1], bounds(today)[0]
    if last is None or now is None:
        return None
    return last < now
