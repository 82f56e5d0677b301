"""EDTF strings of claims compared: order, and whether one date fits inside another. Bad strings count as unknown."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from qatynas.model.period import Period


@lru_cache(maxsize=4096)
def period(edtf: str | None) -> Period | None:
    """The period, None where there is none or the string is no EDTF."""
    if not edtf:
        return None
    try:
        return Period(edtf)
    except ValueError:
        return None


def order(edtf: str | None) -> tuple[date, date, str]:
    """A key that sorts by first day, then last day; what has no date comes last, an open start by its end."""
    known = period(edtf)
    if known is None:
        return date.max, date.max, edtf or ""
    first, last = known.first, known.last
    return first or last or date.max, last or date.max, edtf or ""


def fits(coarse: str | None, fine: str | None) -> bool:
    """Whether fine lies wholly inside coarse and is more precise; an unknown date is the coarsest of all."""
    outer, inner = period(coarse), period(fine)
    if inner is None or coarse == fine:
        return False
    if outer is None:
        return coarse is None
    return outer.contains(inner) and not inner.contains(outer)


def over_by(edtf: str | None, today: str | None) -> bool | None:
    """Whether a date lies wholly before the first day of today; None where either is unknown or open."""
    known, now = period(edtf), period(today)
    if known is None or now is None or known.last is None or now.first is None:
        return None
    return known.last < now.first
