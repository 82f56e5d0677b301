"""Dates counted from the document's own: today, last week, three months ago, the last fifteen years."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from qatynas.language.anchor import point
from qatynas.language.date_calendar import with_part_word
from qatynas.language.date_view import NO_ANCHOR, Found, View, unit_at
from qatynas.language.kk import calendar as kk
from qatynas.language.mentions import Case


def relative_day(view: View, at: int) -> Found | None:
    """«бүгін», «кешеден», «ертең», «алдыңғы күні», «бүгінгі күнге дейін»."""
    lower = view.lower(at)
    step, last = kk.RELATIVE_DAYS.get(lower), at
    if lower in ("бүгінгі", "осы", "қазіргі", "күні"):
        if view.lower(at + 1) in ("күнге", "уақытқа", "бүгінге") and view.lower(at + 2) in kk.UNTIL_WORDS:
            step, last = 0, at + 1
        elif lower != "бүгінгі" or view.has(at + 1, "таң", "күн", "заман", "әлем", "ұрпақ"):
            return None
    elif step is None and lower in kk.TWO_DAYS_AGO and view.lower(at + 1) == "күні":
        step, last = -2, at + 1
    elif step is None and lower not in ("бүгінде", "ертеңінде"):
        token = view.items[at]
        stem = next((stem for stem in kk.DAY_STEMS if stem in token.lemmas and not token.possessive), None)
        step = kk.DAY_STEMS[stem] if stem and not token.plural else None
    if step is None:
        return None
    if view.anchor is None:
        return Found(at, last, relative=True, reason=NO_ANCHOR)
    day = view.anchor.days(step)
    return Found(at, last, day, day, relative=True)


def relative_unit(view: View, at: int) -> Found | None:
    """«осы айда», «өткен аптада», «келесі айда»."""
    step = kk.RELATIVE_STEPS.get(view.lower(at))
    if step is None or at + 1 >= len(view):
        return None
    token = view.items[at + 1]
    if token.plural or token.lower == "аптап":
        return None
    month, week = view.has(at + 1, kk.MONTH) and token.lower.startswith("ай"), view.has(at + 1, kk.WEEK)
    if not (month or week) or (month and view.numeral(at + 2) is not None and token.lower == "айдың"):
        return None
    if view.anchor is None:
        return Found(at, at + 1, relative=True, reason=NO_ANCHOR)
    if month:
        text = view.anchor.months(step)
        ends = (text, text) if text else None
    else:
        ends = view.anchor.weeks(step)
    if ends is None:
        return Found(at, at + 1, relative=True, reason=NO_ANCHOR)
    return with_part_word(view, Found(at, at + 1, *ends, relative=True))


def weekday(view: View, at: int) -> Found | None:
    """«дүйсенбіде», «жұма күні», «өткен бейсенбіде»: the nearest such day up to the document's own, or the next."""
    step = kk.RELATIVE_STEPS.get(view.lower(at))
    place = at if step is None else at + 1
    token = view.token(place)
    if token is None or token.kind != "word":
        return None
    number = next((n for n, name in enumerate(kk.WEEKDAYS) if name in token.lemmas or token.lower == name), None)
    if number is None or token.plural:
        return None
    last = place + 1 if view.lower(place + 1) in ("күні", "күнгі", "күнінен", "күніне") else place
    if last == place and token.case is not Case.LOC and step is None:
        return None
    anchor = view.anchor
    if anchor is None or not anchor.month or not anchor.day:
        return Found(at, last, relative=True, reason=NO_ANCHOR)
    today = date(anchor.year, anchor.month, anchor.day).weekday()
    back = (today - number) % 7
    days = -back
    if step is not None and step > 0:
        days = 7 - today + number
    elif step is not None and step < 0 and view.lower(at) == "өткен":
        days = -(back or 7)
    text = anchor.days(days)
    return Found(at, last, text, text, relative=True)


def ago(view: View, at: int) -> Found | None:
    """«осыдан үш ай бұрын», «екі жыл бұрын», «бір апта бұрын»."""
    begun = int(view.lower(at) in kk.AGO_BEGINNINGS)
    begun += begun and view.lower(at + 1) in kk.EXACTLY
    found = view.whole(at + begun, 1, 3000)
    if found is None:
        return None
    longer = view.whole(found[1] + 2, found[0] + 1, 3000) if view.is_dash(found[1] + 1) else None
    if longer is not None:
        return _ago_between(view, at, found[0], longer)
    unit = found[1] + 1
    about = view.case(found[1]) is Case.DAT and view.lower(unit) in ("жуық", "таяу")
    about = about or (view.case(found[1]) is Case.ABL and view.lower(unit) in ("астам",))
    unit += about
    if view.lower(unit + 1) not in kk.AGO or view.case(unit) is not Case.NOM:
        return None
    if not begun and view.case(at - 1) is Case.ABL and unit_at(view, unit) is not None:
        return Found(at, unit + 1, reason="earlier_text")  # «жоспарланғаннан екі күн бұрын»
    about = about or (view.token(unit) is not None and view.lower(unit).endswith(("дай", "дей", "тай", "тей")))
    return _shifted(view, at, unit + 1, unit, -found[0], about)


def _ago_between(view: View, at: int, near: int, far: tuple[int, int]) -> Found | None:
    """«30–40 жыл бұрын»: from the farther time to the nearer."""
    unit = far[1] + 1
    if view.lower(unit + 1) not in kk.AGO:
        return None
    first, last = _shifted(view, at, unit + 1, unit, -far[0]), _shifted(view, at, unit + 1, unit, -near)
    if first is None or last is None or first.start is None or last.start is None:
        return first
    return replace(first, end=last.start)


def _shifted(view: View, at: int, last: int, unit: int, step: int, about: bool = False) -> Found | None:
    anchor = view.anchor
    name = unit_at(view, unit)
    if name is None:
        return None
    if anchor is None:
        return Found(at, last, relative=True, reason=NO_ANCHOR)
    text: str | None
    designator, times = kk.DURATIONS[name]
    if designator == "Y":
        text = point(anchor.year + step * times) if anchor.year + step * times > 0 else None
    elif designator == "M":
        text = anchor.months(step)
    else:
        text = anchor.days(step * (7 if designator == "W" else 1)) if anchor.day else None
    if text is None:
        return Found(at, last, relative=True, reason=NO_ANCHOR)
    return Found(at, last, text, text, relative=True, about=about or times > 1)


def stretch(view: View, at: int) -> Found | None:
    """«соңғы 15 жылда», «кейінгі үш айда», «алдағы бес жылда», «соңғы аптада»: so long up to now or from now."""
    lower = view.lower(at)
    back, ahead = lower in kk.LAST_STRETCH, lower in kk.NEXT_STRETCH
    if not (back or ahead):
        return None
    place = at + 1
    if view.lower(place) in ("шамамен", "кемінде"):
        place += 1
    count = view.whole(place, 1, 500)
    if count is None and not (lower in ("соңғы", "кейінгі") or view.has(place, "тәулік")):
        return None
    longer = view.whole(count[1] + 2, count[0] + 1, 500) if count and view.is_dash(count[1] + 1) else None
    count = longer or count
    number, unit = (count[0], count[1] + 1) if count else (1, place)
    if view.lower(unit) in ("жуық", "астам", "шақты"):
        unit += 1
    token = view.token(unit)
    if token is None or token.plural or unit_at(view, unit) is None:
        return None
    inside = view.lower(unit + 1) in kk.INSIDE_WORDS
    if token.case is Case.NOM and not token.attributive and not inside:
        return None
    if count is None and token.case not in (Case.LOC, Case.ABL) and not inside:
        return None
    last = unit + 1 if inside or (token.case is Case.ABL and view.lower(unit + 1) in kk.UNTIL_NOW_WORDS) else unit
    shifted = _shifted(view, at, last, unit, number if ahead else -number)
    if shifted is None or shifted.start is None or view.anchor is None:
        return shifted
    now = view.anchor.edtf[: len(shifted.start)]
    ends = (shifted.start, now) if back else (now, shifted.start)
    return Found(at, last, *ends, relative=True)


def since(view: View, at: int) -> Found | None:
    """«он бес жылдан бері»: from so long ago up to now."""
    count = view.whole(at, 1, 999)
    if count is None or view.case(count[1] + 1) is not Case.ABL or view.lower(count[1] + 2) not in kk.UNTIL_NOW_WORDS:
        return None
    numeral, token = view.numeral(at), view.items[count[1] + 1]
    if numeral is None or numeral.ordinal or token.possessive:
        return None
    shifted = _shifted(view, at, count[1] + 2, count[1] + 1, -count[0])
    if shifted is None or shifted.start is None or view.anchor is None:
        return shifted
    return replace(shifted, end=view.anchor.edtf[: len(shifted.start)])
