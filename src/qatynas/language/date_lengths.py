"""Times without a place in the calendar: every year, eras, how long, how old, vague ones, ones told before."""

from __future__ import annotations

from functools import cache

from qatynas.language.anchor import point
from qatynas.language.date_view import Found, View, unit_at
from qatynas.language.kk import calendar as kk
from qatynas.language.phrases import PhraseTable


def every(view: View, at: int) -> Found | None:
    """«жыл сайын», «ай сайын», «көктем сайын», «екі жылда бір рет», «күнделікті»."""
    if view.lower(at) in kk.ALWAYS:
        return Found(at, at, recurrence=kk.ALWAYS[view.lower(at)])
    if view.lower(at + 1) in kk.EVERY_WORDS:
        lower = view.lower(at)
        if lower in kk.EVERY:
            return Found(at, at + 1, recurrence=kk.EVERY[lower])
        if lower in kk.SEASONS:
            return Found(at, at + 1, recurrence="seasonal", season=kk.SEASON_NAMES[kk.SEASONS[lower]])
        return Found(at, at + 1, recurrence="regular") if lower in kk.WEEKDAYS or lower in kk.MONTHS else None
    if (
        view.lower(at) in ("әр", "әрбір")
        and view.has(at + 1, *kk.EVERY)
        and not view.lower(at + 1).startswith(("айм", "айн"))
    ):
        unit = next(name for name in kk.EVERY if view.has(at + 1, name))
        return Found(at, at + 1, recurrence=kk.EVERY[unit])
    if view.lower(at) in ("әр", "әрбір") and view.has(at + 1, *kk.WEEKDAYS):
        return Found(at, at + 1 + (view.lower(at + 2) in ("күні", "күн")), recurrence="regular")
    count = view.whole(at, 1, 20)
    if (
        count is not None
        and view.lower(count[1] + 1) in kk.EVERY_SO_MANY
        and view.whole(count[1] + 2, 1, 1) is not None
    ):
        last = count[1] + 3 if view.lower(count[1] + 3) in ("рет", "мәрте") else count[1] + 2
        yearly = count[0] == 1 and view.lower(count[1] + 1) == "жылда"
        return Found(at, last, recurrence="yearly" if yearly else "regular")
    return None


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
    if numeral is None or not numeral.ordinal or unit_at(view, numeral.last + 1) not in ("күн", "жыл", "ай", "апта"):
        return None
    return Found(at, numeral.last + 1, reason="earlier_text")


def duration(view: View, at: int) -> Found | None:
    """«екі жыл ішінде», «35 жылда», «екі-үш ай», «жарты жыл», «күні бойы»: how long, not when."""
    lower = view.lower(at)
    if lower == "жарты" and (name := unit_at(view, at + 1)) in kk.DURATION_HALVES:
        return Found(at, at + 1, reason="duration", duration=kk.DURATION_HALVES[name or ""])
    if lower in ("күні", "тәулік", "ай", "жыл", "апта", "ғасыр") and view.lower(at + 1) in ("бойы", "бойына"):
        name = "күн" if lower == "күні" else lower
        return Found(at, at + 1, reason="duration", duration="P{1}{0}".format(*kk.DURATIONS[name]))
    numeral = view.numeral(at)
    if numeral is None or numeral.ordinal or not numeral.bare or not 0 < numeral.value < 10000:
        return None
    values, unit = [numeral.value], numeral.last + 1
    if view.is_dash(unit) and (second := view.numeral(unit + 1)) is not None and second.value > numeral.value:
        values, unit = [*values, second.value], second.last + 1
    name = unit_at(view, unit)
    if name is None or (numeral.value >= 1000 and view.items[at].kind == "number") or view.lower(unit) == "күні":
        return None
    designator, times = kk.DURATIONS[name]
    told = "/".join(f"P{value * times:f}".rstrip("0").rstrip(".") + designator if "." in f"{value * times:f}"
                    else f"P{value * times:f}{designator}" for value in values)  # fmt: skip
    last = unit
    while view.lower(last + 1) in kk.DURATION_WORDS:
        last += 1
    return Found(at, last, reason="duration", duration=told)


def age(view: View, at: int) -> Found | None:
    """«63 жастағы», «он жасар»: how old, no date."""
    count = view.whole(at, 1, 150)
    if count is None or view.lower(count[1] + 1) not in kk.AGE:
        return None
    return Found(at, count[1] + 1, reason="age")


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
