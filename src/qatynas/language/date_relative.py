"""Dates counted from the document's own: today, three months ago, the last fifteen years, the new year."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from qatynas.language.anchor import is_day, point
from qatynas.language.date_amounts import Amount, amount_at, lasting_at, moved
from qatynas.language.date_parts import part_at
from qatynas.language.date_view import NO_ANCHOR, Found, View, unit_at
from qatynas.language.kk import calendar as kk
from qatynas.language.mentions import Case

_LONGEST = 500  # units of a stretch up to now
_NEW_YEARS_MONTHS = 3  # so long «жаңа жыл» is the year that has begun


def relative_day(view: View, at: int) -> Found | None:
    """«бүгін», «кешеден», «ертең», «алдыңғы күні», «бүгінгі күнге дейін»."""
    lower = view.lower(at)
    step, last = kk.RELATIVE_DAYS.get(lower), at
    if lower in ("бүгінгі", "осы", "қазіргі", "күні"):
        if view.lower(at + 1) in ("күнге", "уақытқа", "бүгінге") and view.lower(at + 2) in kk.UNTIL_WORDS:
            step, last = 0, at + 1
        elif lower != "бүгінгі":
            return None
        elif view.has(at + 1, *kk.MODERN):
            return Found(at, at, relative=True, reason="vague")  # «бүгінгі қоғам»: of our time, not of this day
    elif step is None and lower in kk.TWO_DAYS_AGO and view.lower(at + 1) == "күні":
        step, last = -2, at + 1
    elif step is None and lower not in ("бүгінде", "ертеңінде"):
        token = view.items[at]
        bare = not token.possessive and lower != "кешені"  # «спорт кешені»
        stem = next((stem for stem in kk.DAY_STEMS if bare and stem in token.lemmas), None)
        step = kk.DAY_STEMS[stem] if stem and not token.plural else None
    if step is None:
        return None
    if view.anchor is None:
        return Found(at, last, relative=True, reason=NO_ANCHOR)
    day = view.anchor.days(step)
    return Found(at, last, day, day, relative=True)


def ago(view: View, at: int) -> Found | None:
    """«осыдан үш ай бұрын», «жарты жыл бұрын», «30–40 жыл бұрын», «1993 жылдан екі жыл бұрын»."""
    begun = int(view.lower(at) in kk.AGO_BEGINNINGS)
    begun += begun and view.lower(at + 1) in kk.EXACTLY
    amount = amount_at(view, at + begun, exactly=True)
    if amount is None or view.lower(amount.unit + 1) not in kk.AGO or view.case(amount.unit) is not Case.NOM:
        return None
    last = amount.unit + 1
    if not begun and view.case(at - 1) is Case.ABL:
        return Found(at, last, reason="earlier_text")  # «жоспарланғаннан екі күн бұрын»
    equative = view.lower(amount.unit).endswith(("дай", "дей", "тай", "тей"))
    if equative:
        amount = Amount(amount.value, amount.further, amount.unit, amount.name, True)
    found = moved(view, at, last, amount, -amount.longest)
    if found is not None and (day := _same_day(view, found)) is not None:
        return day
    if amount.further is None or found is None or found.start is None:
        return found
    nearer = moved(view, at, last, amount, -amount.value)
    return replace(found, end=nearer.start) if nearer and nearer.start else found


def _same_day(view: View, found: Found) -> Found | None:
    """«28 жыл бұрын дәл осы күні»: the same day of that year."""
    return _this_day_in(view, found.first, found.last + 1, found.start or "")


def same_day_of_year(view: View, at: int) -> Found | None:
    """«1997 жылдың дәл осы күні»: today's day in another year."""
    year = view.lower(at)
    if len(year) != len("2025") or not year.isdecimal() or view.lower(at + 1) not in ("жылдың", "жылғы", "жылы"):
        return None
    return _this_day_in(view, at, at + 2, year)


def _this_day_in(view: View, first: int, at: int, year: str) -> Found | None:
    at += view.lower(at) in ("дәл", "тура")
    if view.lower(at) not in ("осы", "бүгінгі") or view.lower(at + 1) != "күні":
        return None
    if view.anchor is None or not view.anchor.day or len(year) != len("2025"):
        return None
    if not is_day(int(year), view.anchor.month or 0, view.anchor.day):
        return None
    text = point(int(year), view.anchor.month, view.anchor.day)
    return Found(first, at + 1, text, text, relative=True)


def stretch(view: View, at: int) -> Found | None:
    """«соңғы 15 жылда», «кейінгі үш айда», «алдағы бес жылда», «соңғы аптада»: so long up to now or from now."""
    lower = view.lower(at)
    back, ahead = lower in kk.LAST_STRETCH, lower in kk.NEXT_STRETCH
    if not (back or ahead):
        return None
    place = at + 1 + (view.lower(at + 1) in ("шамамен", "кемінде"))
    amount = amount_at(view, place)
    told = amount is not None
    if amount is None and (lower in ("соңғы", "кейінгі") or view.has(place, "тәулік")):
        name = unit_at(view, place)
        amount = Amount(Decimal(1), None, place, name) if name else None
    if amount is None or amount.longest > _LONGEST or not _is_stretch(view, amount, told):
        return None
    inside = view.lower(amount.unit + 1) in kk.INSIDE_WORDS
    since_then = view.case(amount.unit) is Case.ABL and view.lower(amount.unit + 1) in kk.UNTIL_NOW_WORDS
    last = amount.unit + (inside or since_then)
    found = moved(view, at, last, amount, amount.longest if ahead else -amount.longest)
    if found is None or found.start is None or view.anchor is None:
        return found
    now = view.anchor.edtf[: len(found.start)]
    return Found(at, last, *((found.start, now) if back else (now, found.start)), relative=True)


def _is_stretch(view: View, amount: Amount, told: bool) -> bool:
    """Whether the unit's ending and the word after it tell a stretch of time; told, whether a number stands before."""
    token = view.token(amount.unit)
    inside = view.lower(amount.unit + 1) in kk.INSIDE_WORDS
    if token is None or token.plural:
        return False
    if lasting_at(view, amount.unit) and (token.case is not Case.LOC or token.possessive):
        return False  # «алдағы 25 жылдығын» is a jubilee
    if not told and token.case not in (Case.LOC, Case.ABL):
        return inside
    return told or token.case is not Case.NOM or token.attributive or inside


def since(view: View, at: int) -> Found | None:
    """«он бес жылдан бері», «жарты ғасырдан бері»: from so long ago up to now."""
    amount = amount_at(view, at, exactly=True)
    if amount is None or view.case(amount.unit) is not Case.ABL:
        return None
    last = amount.unit + 1
    if view.lower(last) not in kk.UNTIL_NOW_WORDS or view.items[amount.unit].possessive:
        return None
    found = moved(view, at, last, amount, -amount.longest)
    if found is None or found.start is None or view.anchor is None:
        return found
    return replace(found, end=view.anchor.edtf[: len(found.start)])


def so_long_from_now(view: View, at: int) -> Found | None:
    """«екі жылдан кейін ашылады», «үш айдан соң өтеді»: from now, where nothing told before begins it."""
    amount = amount_at(view, at, exactly=True)
    if amount is None or view.case(amount.unit) is not Case.ABL or view.items[amount.unit].possessive:
        return None
    begun_before = view.year is not None or view.case(at - 1) is Case.ABL or view.lower(at - 1) in kk.AFTER
    if view.lower(amount.unit + 1) not in kk.AFTER or begun_before or view.tense(amount.unit + 2) != "coming":
        return None
    return moved(view, at, amount.unit + 1, amount, amount.value)


def new_year(view: View, at: int) -> Found | None:
    """«жаңа жылға дейін», «жаңа жылдан бастап», «жаңа жылда»; the feast itself comes every year."""
    token = view.token(at + 1)
    if view.lower(at) != kk.NEW or token is None or token.plural or not view.has(at + 1, kk.YEAR):
        return None
    if lasting_at(view, at + 1):
        return None
    following = view.lower(at + 2)
    if token.case is Case.NOM and not token.attributive:
        return Found(at, at + 1, reason="any_year")
    if view.anchor is None or view.anchor.month is None:
        return Found(at, at + 1, relative=True, reason=NO_ANCHOR)
    year = view.anchor.year + (view.anchor.month > _NEW_YEARS_MONTHS)
    text = point(year)
    part = part_at(view, at + 2, True) if token.case is Case.GEN else None
    if part is not None and (ends := part.edtf(year)) is not None:
        return Found(at, part.last, *ends, relative=True)
    if token.case is Case.DAT and following in kk.UNTIL_WORDS | kk.BY_WORDS:
        text = point(year - 1)  # as «жыл соңына дейін»
    elif token.case is Case.ABL:
        text = point(year, 1, 1)
    return Found(at, at + 1, text, text, relative=True)
