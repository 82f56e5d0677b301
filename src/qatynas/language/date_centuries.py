"""Centuries and what is told within them: halves, quarters, decades, several at once."""

from __future__ import annotations

from qatynas.language.anchor import point
from qatynas.language.date_calendar import with_part_word
from qatynas.language.date_view import NO_ANCHOR, Found, View
from qatynas.language.kk import calendar as kk

_LATEST = 21


def century(view: View, at: int) -> Found | None:
    """«19-ғасырдың соңы», «ХХ ғасырдың 30-жылдары», «XV–XVIII ғасырларда», «ХІХ ғасырдың екінші жартысы»."""
    found = _number(view, at)
    if found is None:
        return None
    number, last = found
    if view.is_dash(last + 1) or view.lower(last + 1) in (",", "мен", "пен", "бен", "және"):
        second = _number(view, last + 2)
        if second is None or second[0] <= number or not view.has(second[1] + 1, kk.CENTURY):
            return None
        return Found(at, second[1] + 1, point(number * 100 - 99), point(second[0] * 100))
    token = view.token(last + 1)
    if token is None or token.plural or not view.has(last + 1, kk.CENTURY):
        return None
    return _within(view, at, last + 1, number)


def _number(view: View, at: int) -> tuple[int, int] | None:
    """Which century, and the last place of its number: an ordinal, or one in figures."""
    found, numeral, token = view.whole(at, 1, _LATEST), view.numeral(at), view.token(at)
    if found is None or numeral is None or token is None:
        return None
    return found if numeral.ordinal or numeral.roman or token.kind == "number" else None


def own_century(view: View, at: int) -> Found | None:
    """«өткен ғасырда», «осы ғасырдың басында», «өткен ғасырдың 60-жылдары»."""
    step = kk.RELATIVE_STEPS.get(view.lower(at))
    token = view.token(at + 1)
    if step is None or token is None or token.plural or not view.has(at + 1, kk.CENTURY):
        return None
    if view.anchor is None:
        return Found(at, at + 1, relative=True, reason=NO_ANCHOR)
    number = (view.anchor.year + 99) // 100 + step
    return _within(view, at, at + 1, number) if 1 <= number <= _LATEST + 1 else None


def _within(view: View, at: int, last: int, number: int) -> Found:
    """The century whose word stands at last, or the part of it that is told next."""
    first = (number - 1) * 100
    decade = view.whole(last + 1, 10, 90)
    if decade is not None and decade[0] % 10 == 0 and view.has(decade[1] + 1, kk.YEAR):
        ends = point(first + decade[0]), point(first + decade[0] + 9)
        return with_part_word(view, Found(at, decade[1] + 1, *ends))
    which = _which_part(view, last + 1)
    if which is not None:
        place, part, parts = which
        length = 100 // parts
        return Found(at, place, point(first + (part - 1) * length + 1), point(first + part * length))
    return with_part_word(view, Found(at, last, point(first + 1), point(first + 100)))


def _which_part(view: View, at: int) -> tuple[int, int, int] | None:
    """«екінші жартысы», «соңғы ширегінде»: last place, which part, of how many."""
    lower = view.lower(at)
    numeral = view.whole(at, 1, 4)
    place = numeral[1] + 1 if numeral else at + 1
    parts = next((count for word, count in kk.CENTURY_PARTS.items() if view.has(place, word)), None)
    if parts is None:
        return None
    if lower in ("алғашқы", "бастапқы"):
        return place, 1, parts
    if lower == "соңғы":
        return place, parts, parts
    return (place, numeral[0], parts) if numeral and numeral[0] <= parts else None
