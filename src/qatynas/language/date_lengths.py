"""Times without a place in the calendar: eras, how long, how old, vague ones, ones told before."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from qatynas.language.anchor import point
from qatynas.language.date_amounts import Amount, amount_at
from qatynas.language.date_view import Found, View, unit_at
from qatynas.language.kk import calendar as kk
from qatynas.language.phrases import PhraseTable


@cache
def _eras() -> PhraseTable:
    return PhraseTable({key: (key,) for key in kk.ERAS})


@cache
def _vague() -> PhraseTable:
    return PhraseTable({"vague": kk.VAGUE})


def era(view: View, at: int) -> Found | None:
    """«тәуелсіздік жылдарында», «кеңес дәуірінде»."""
    hit = _eras().longest_at(view.items, at)
    if hit is None:
        return _years_of_independence(view, at)
    first, last = kk.ERAS[hit.key]
    end = hit.last
    if hit.key.endswith(" жыл") and not view.items[end].plural and "алған" not in hit.key:
        return None
    if last is None and view.anchor is None:
        return Found(at, end, f"{first}", "..", relative=True)
    return Found(
        at, end, point(first), point(last or (view.anchor.year if view.anchor else first)), relative=last is None
    )


def _years_of_independence(view: View, at: int) -> Found | None:
    """«тәуелсіздіктің отыз жылдан астам шағында»: from its first year to now."""
    if view.lower(at) not in kk.INDEPENDENCE:
        return None
    count = view.whole(at + 1, 2, 200)
    if count is None or not view.has(count[1] + 1, kk.YEAR) or view.lower(count[1] + 1).startswith("жылдық"):
        return None
    last = count[1] + 1
    while view.lower(last + 1) in kk.DURATION_WORDS:
        last += 1
    first = kk.ERAS["тәуелсіздік жыл"][0]
    return Found(at, last, point(first), point(view.anchor.year) if view.anchor else "..", relative=True)


def vague(view: View, at: int) -> Found | None:
    """«соңғы жылдары», «таяуда», «қазіргі таңда»: a time that no calendar fixes."""
    hit = _vague().longest_at(view.items, at)
    return Found(at, hit.last, relative=True, reason="vague") if hit else None


@cache
def _earlier() -> PhraseTable:
    return PhraseTable({"earlier_text": kk.EARLIER_TEXT})


def earlier_text(view: View, at: int) -> Found | None:
    """«сол жылы», «келесі күні», «екінші күні»: counted from a time that the text told before."""
    if hit := _earlier().longest_at(view.items, at):
        return Found(at, hit.last, reason="earlier_text")
    numeral = view.numeral(at)
    if numeral is None:
        return None
    if numeral.possessive and 0 < numeral.value < 32 and view.lower(numeral.last + 1) in kk.DAY_NAMES:
        return Found(at, numeral.last + 1, reason="earlier_text")  # «10-ы күні»: of the month told before
    if numeral.ordinal and view.lower(numeral.last + 1).startswith(kk.HALF_OF):
        return Found(at, numeral.last + 1, reason="earlier_text")  # of the year told before
    if not numeral.ordinal or unit_at(view, numeral.last + 1) not in ("күн", "жыл", "ай", "апта"):
        return None
    return Found(at, numeral.last + 1, reason="earlier_text")


def duration(view: View, at: int) -> Found | None:
    """«екі жыл ішінде», «екі-үш ай», «жарты жыл», «үшінші жыл қатарынан», «үш айлық»: how long, not when."""
    lower = view.lower(at)
    if lower == "жарты" and (name := unit_at(view, at + 1)) in kk.DURATION_HALVES:
        return Found(at, _lasting(view, at + 1), reason="duration", duration=kk.DURATION_HALVES[name or ""])
    if lower in ("күні", "тәулік", "ай", "жыл", "апта", "ғасыр") and view.lower(at + 1) in ("бойы", "бойына"):
        name = "күн" if lower == "күні" else lower
        return Found(at, at + 1, reason="duration", duration="P{1}{0}".format(*kk.DURATIONS[name]))
    if (row := _in_a_row(view, at)) is not None:
        return row
    amount = amount_at(view, at)
    numeral = view.numeral(at)
    if amount is None or (numeral is not None and not numeral.bare and not amount.about and not _only(view, at)):
        return None
    if _is_day(view, amount):
        return None
    told = "/".join(_iso(value, amount.name) for value in (amount.value, amount.further) if value)
    return Found(at, _lasting(view, amount.unit), reason="duration", duration=told)


def _only(view: View, at: int) -> bool:
    """«1-ақ күн»: the number with a particle."""
    return view.lower(at).endswith(("-ақ", "-ау"))


def _is_day(view: View, amount: Amount) -> bool:
    """«30 күні»: a day told by its number, where no word for work stands before («7 жұмыс күні»)."""
    return view.lower(amount.unit) == "күні" and view.lower(amount.unit - 1) != kk.WORKING


def _lasting(view: View, last: int) -> int:
    while view.lower(last + 1) in kk.DURATION_WORDS:
        last += 1
    return last


def _iso(value: Decimal, name: str) -> str:
    designator, times = kk.DURATIONS[name]
    told = f"{value * times:f}"
    return "P" + (told.rstrip("0").rstrip(".") if "." in told else told) + designator


def _in_a_row(view: View, at: int) -> Found | None:
    """«үшінші жыл қатарынан»: for so long."""
    numeral = view.numeral(at)
    if numeral is None or not numeral.ordinal or view.lower(numeral.last + 2) != "қатарынан":
        return None
    name = unit_at(view, numeral.last + 1)
    if name is None:
        return None
    return Found(at, numeral.last + 2, reason="duration", duration=_iso(numeral.value, name))


def age(view: View, at: int) -> Found | None:
    """«63 жастағы», «он жасар», «18 бен 35 жас аралығындағы», «жасы жиырма тоғызда»: how old, no date."""
    if view.lower(at) in kk.AGE_OWNED:
        count = view.whole(at + 1, 1, 150)
        return Found(at, count[1], reason="age") if count else None
    count = view.whole(at, 1, 150)
    if count is None:
        return None
    if view.is_dash(count[1] + 1) or view.lower(count[1] + 1) in ("мен", "пен", "бен", "және"):
        count = view.whole(count[1] + 2, 1, 150) or count
    word = view.lower(count[1] + 1)
    if word == kk.AGED and view.is_between(count[1] + 2):
        return Found(at, count[1] + 2, reason="age")
    return Found(at, count[1] + 1, reason="age") if word in kk.AGE else None


def vague_count(view: View, at: int) -> Found | None:
    """«бірнеше жыл бұрын», «соңғы бірнеше айда», «талай жылдан бері»."""
    place = at + (view.lower(at) in kk.LAST_STRETCH or view.lower(at) in kk.NEXT_STRETCH)
    if view.lower(place) not in kk.VAGUE_COUNTS:
        return None
    place += view.numeral(place + 1) is not None
    if unit_at(view, place + 1) is None:
        return None
    last = place + 1
    while view.lower(last + 1) in kk.DURATION_WORDS | kk.AGO | kk.UNTIL_NOW_WORDS:
        last += 1
    return Found(at, last, relative=True, reason="vague")
