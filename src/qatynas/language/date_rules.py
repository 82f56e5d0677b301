"""The rules that recognise dates, each a small function from a view and a place to a date or nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache

from qatynas.language.anchor import Anchor, is_day, point
from qatynas.language.date_parts import Part, part_at
from qatynas.language.date_view import Found, View
from qatynas.language.date_years import Years, own_year, years_at
from qatynas.language.kk import calendar as kk
from qatynas.language.kk import numerals as kk_numerals
from qatynas.language.mentions import Case
from qatynas.language.numerals import numeral_word
from qatynas.language.phrases import PhraseTable
from qatynas.language.stems import analyse

_DAY_FIRST = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
NO_ANCHOR = "no_document_date"


def calendar_date(view: View, at: int) -> Found | None:
    """A year, a part of one, or both in either order: «2025 жылғы 14 наурызда», «биыл қаңтар мен мамыр аралығында»."""
    years = years_at(view, at)
    if years is not None:
        following = years.last + 1
        if view.lower(following) == "," and view.whole(following + 1, 1, 31) and not years.named:
            following += 1
        part = part_at(view, following, True) if years.first == years.final else None
        if part is not None:
            return _placed(view, at, part, years)
        if years.named:
            return _whole_years(view, at, years)
        return _bare_year(view, at, years)
    if view.lower(at) == "жылдың" and (part := part_at(view, at + 1, True)) is not None and part.month is not None:
        return _placed(view, at, part, own_year(view, at))
    part = part_at(view, at, False)
    if part is None:
        return None
    if part.of_own_month is not None:
        return _day_of_own_month(view, at, part)
    after = years_at(view, part.last + 1 + (view.lower(part.last + 1) == ","))
    if (
        after is not None
        and part.month
        and not after.relative
        and after.first == after.final
        and view.case(part.last) is Case.NOM
    ):
        return _placed(view, at, part, after, after.last)
    return _without_year(view, at, part)


def _placed(view: View, at: int, part: Part, years: Years, last: int | None = None) -> Found:
    end = part.last if last is None else last
    if years.first is None:
        return Found(at, end, relative=True, season=_season_name(part), reason=NO_ANCHOR)
    if part.of_own_month is not None:
        return _day_of_own_month(view, at, part)
    ends = part.edtf(years.first)
    if ends is None:
        return Found(at, end, reason="no_such_day")
    found = Found(at, end, *ends, relative=years.relative, season=_season_name(part), year=years.first)
    return _with_part_word(view, found)


def _season_name(part: Part) -> str | None:
    return "vegetation" if part.vegetation else kk.SEASON_NAMES.get(part.season or 0)


def _whole_years(view: View, at: int, years: Years) -> Found:
    if years.first is None or years.final is None:
        return _with_part_word(view, Found(at, years.last, relative=True, reason=years.reason))
    last = years.last + (years.first != years.final and view.is_between(years.last + 1))
    found = Found(at, last, point(years.first), point(years.final), relative=years.relative, year=years.final)
    return _with_part_word(view, found)


def _bare_year(view: View, at: int, years: Years) -> Found | None:
    """A year without its word: in brackets, as a range, or with a time's ending («2024-те»)."""
    bracketed = view.lower(at - 1) in ("(", "—") and view.lower(years.last + 1) in (")", ",", ";")
    listed = view.lower(years.last + 1) in (",", "және", "мен", "пен", "бен") and _year_follows(view, years.last + 2)
    following = view.lower(years.last + 1)
    case = view.case(years.last)
    ended = case is Case.LOC or (case is Case.DAT and following in kk.UNTIL_WORDS | kk.BY_WORDS)
    ended = ended or (case is Case.ABL and following in kk.FROM_WORDS)
    if years.first is None or not (bracketed or listed or ended) or not 1700 <= years.first <= 2099:
        return None
    return Found(at, years.last, point(years.first), point(years.final or years.first), year=years.first)


def _year_follows(view: View, at: int) -> bool:
    years = years_at(view, at)
    return years is not None and not years.relative and (years.named or _bare_year(view, at, years) is not None)


def _with_part_word(view: View, found: Found) -> Found:
    """«жылдың соңында», «тамыздың басында»: the words belong to the date, its value stays."""
    token = view.token(found.last + 1)
    bare = view.case(found.last) in (Case.GEN, Case.NOM)
    inflected = token is not None and (token.case is not Case.NOM or view.lower(found.last + 2) == "бойынша")
    if (
        token is not None
        and bare
        and inflected
        and not token.attributive
        and any(word in token.lemmas for word in kk.PART_WORDS)
    ):
        return found.grown(found.last + 1)
    return found


def _day_of_own_month(view: View, at: int, part: Part) -> Found:
    month = view.anchor.months(part.of_own_month or 0) if view.anchor else None
    if month is None or part.day is None:
        return Found(at, part.last, relative=True, reason=NO_ANCHOR)
    year, number = int(month[:4]), int(month[5:])
    if not is_day(year, number, part.day):
        return Found(at, part.last, relative=True, reason="no_such_day")
    day = point(year, number, part.day)
    return Found(at, part.last, day, day, relative=True)


def _without_year(view: View, at: int, part: Part) -> Found:
    """A month, day or season without a year: the year named before in the sentence, or the nearest."""
    name = _season_name(part)
    if name is not None and part.month is None:
        return _season_alone(view, at, part, name)
    year = view.year if view.year is not None else part.nearest_year(view)
    if part.month == 1 and part.day is None and part.final_month != 1 and view.year is None and view.anchor:
        year = view.anchor.year
    if year is None:
        return _with_part_word(view, Found(at, part.last, relative=True, reason=NO_ANCHOR))
    ends = part.edtf(year)
    if ends is None:
        return Found(at, part.last, relative=True, reason="no_such_day")
    return _with_part_word(view, Found(at, part.last, *ends, relative=view.year is None))


def _season_alone(view: View, at: int, part: Part, name: str) -> Found:
    """«алдағы қыста», «өткен жазда»; a season without such a word is any year's."""
    step = kk.RELATIVE_STEPS.get(view.lower(at - 1))
    if step is None or view.lower(at - 1) in ("биылғы", "былтырғы"):
        settled = view.lower(at) not in kk.SEASON_ADJECTIVES and view.case(part.last) is Case.LOC
        year = view.year if view.year is not None and settled else None
        ends = part.edtf(year) if year is not None else None
        if ends is None:
            return Found(at, part.last, season=name, reason="any_year")
        return Found(at, part.last, ends[0], ends[1], season=name)
    if view.anchor is None:
        return Found(at - 1, part.last, relative=True, season=name, reason=NO_ANCHOR)
    year = _season_year(view.anchor, part.season or 22, step)
    ends = part.edtf(year)
    if ends is None:
        return Found(at - 1, part.last, relative=True, season=name, reason="no_such_day")
    return Found(at - 1, part.last, ends[0], ends[1], relative=True, season=name)


def _season_year(anchor: Anchor, season: int, step: int) -> int:
    """The year of the last, this or next such season; a winter belongs to the year in which it begins."""
    first_month = {21: 3, 22: 6, 23: 9, 24: 12}[season]
    month = anchor.month or 7
    begun = month >= first_month
    in_winter = season == 24 and month <= 2
    if step < 0:
        over = month > first_month + 2 and season != 24
        return anchor.year if over else anchor.year - (2 if in_winter else 1)
    if step > 0:
        return anchor.year + (1 if begun else 0)
    return anchor.year - in_winter


def numeric_date(view: View, at: int) -> Found | None:
    """«21.08.2025», «2025-08-21»."""
    token = view.items[at]
    if token.kind != "number":
        return None
    if found := _DAY_FIRST.fullmatch(token.lemma):
        day, month, year = (int(group) for group in found.groups())
    elif found := _YEAR_FIRST.fullmatch(token.lemma):
        year, month, day = (int(group) for group in found.groups())
    else:
        return None
    if not is_day(year, month, day):
        return Found(at, at, reason="no_such_day")
    text = point(year, month, day)
    last = at + 1 if view.has(at + 1, kk.YEAR) or view.lower(at + 1) in ("ж", "күні") else at
    return Found(at, last, text, text, year=year)


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
    return _with_part_word(view, Found(at, at + 1, *ends, relative=True))


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
    begun = view.lower(at) in kk.AGO_BEGINNINGS
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
    if not begun and view.case(at - 1) is Case.ABL and _unit(view, unit) is not None:
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
    name = _unit(view, unit)
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


def _unit(view: View, at: int) -> str | None:
    """The unit of time whose form stands at a place."""
    token = view.token(at)
    if token is None or token.kind != "word" or not token.lower.startswith(tuple(kk.DURATIONS)):
        return None
    return next((name for name in kk.DURATIONS if name in token.lemmas), None)


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
    if token is None or token.plural or _unit(view, unit) is None:
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
        and view.lower(count[1] + 1) in ("жылда", "айда", "аптада", "күнде")
        and view.whole(count[1] + 2, 1, 1) is not None
    ):
        last = count[1] + 3 if view.lower(count[1] + 3) in ("рет", "мәрте") else count[1] + 2
        yearly = count[0] == 1 and view.lower(count[1] + 1) == "жылда"
        return Found(at, last, recurrence="yearly" if yearly else "regular")
    return None


def century(view: View, at: int) -> Found | None:
    """«XX ғасыр», «19-ғасырдың соңы», «ХХ ғасырдың 30-жылдары»."""
    found = view.whole(at, 1, 21)
    if found is None or not view.has(found[1] + 1, "ғасыр"):
        return None
    number, last = found[0], found[1] + 1
    word = view.items[last]
    if word.plural or (view.numeral(at) is not None and view.items[at].kind == "word" and not view.numeral(at).ordinal):  # type: ignore[union-attr]
        return None
    first = (number - 1) * 100
    decade = view.whole(last + 1, 10, 90)
    if decade is not None and decade[0] % 10 == 0 and view.has(decade[1] + 1, kk.YEAR):
        return Found(at, decade[1] + 1, point(first + decade[0]), point(first + decade[0] + 9))
    return _with_part_word(view, Found(at, last, point(first + 1), point(first + 100)))


def part_of_own(view: View, at: int) -> Found | None:
    """«жыл соңына дейін», «жылдың басынан», «ай аяғында»: a part of the document's own year or month."""
    lower = view.lower(at)
    token = view.token(at + 1)
    if lower not in ("жыл", "жылдың", "ай", "айдың") or token is None:
        return None
    part = next((word for word in kk.PART_WORDS if word in token.lemmas), None)
    if part is None or kk.PART_WORDS[part] == "whole" and part not in ("қорытынды", "қорытындысы"):
        return None
    if not token.possessive or (part in ("бас", "басы") and token.case is Case.NOM and view.lower(at + 2) != "мен"):
        return None
    if view.anchor is None:
        return Found(at, at + 1, relative=True, reason=NO_ANCHOR)
    month = lower.startswith("ай")
    text = view.anchor.months(0) if month else point(view.year or view.anchor.year)
    if text is None:
        return Found(at, at + 1, relative=True, reason=NO_ANCHOR)
    if not month and kk.PART_WORDS[part] == "start" and token.case is Case.ABL:
        return Found(at, at + 1, text + "-01", text + "-01", relative=True)
    return Found(at, at + 1, text, text, relative=True)


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
    """«тәуелсіздіктің 35 жылға жуық уақытында»: from its first year to now."""
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
    if numeral is None or not numeral.ordinal or _unit(view, numeral.last + 1) not in ("күн", "жыл", "ай", "апта"):
        return None
    return Found(at, numeral.last + 1, reason="earlier_text")


def duration(view: View, at: int) -> Found | None:
    """«екі жыл ішінде», «35 жылда», «екі-үш ай», «жарты жыл», «күні бойы»: how long, not when."""
    lower = view.lower(at)
    if lower == "жарты" and (name := _unit(view, at + 1)) in kk.DURATION_HALVES:
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
    name = _unit(view, unit)
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
    if _unit(view, place + 1) is None:
        return None
    last = place + 1
    while view.lower(last + 1) in kk.DURATION_WORDS | kk.AGO | kk.UNTIL_NOW_WORDS:
        last += 1
    return Found(at, last, relative=True, reason="vague")


_OPENING = frozenset(
    word.lstrip("=").split()[0].lstrip("=")
    for group in (
        kk.RELATIVE_STEPS, kk.RELATIVE_DAYS, kk.TWO_DAYS_AGO, kk.LAST_STRETCH, kk.NEXT_STRETCH, kk.FIRST_OF_YEAR, kk.ERAS,
        kk.VAGUE, kk.EVERY, kk.SEASON_ADJECTIVES, kk.VEGETATION, kk.AGO_BEGINNINGS, ("әр", "әрбір", "жылдың", "айдың", "тәулік", "күні", "ғасыр", "қазіргі", "жарты"),
        kk.ALWAYS, kk.VAGUE_COUNTS, kk.INDEPENDENCE, kk.EARLIER_TEXT, kk.DAY_STEMS,
    )
    for word in group
)  # fmt: skip
_OPENING_STEMS = (*kk.RELATIVE_YEARS, *kk.MONTHS, "қыркүйег", *kk.WEEKDAYS, *kk.SEASONS)


@lru_cache(maxsize=1 << 16)
def may_open(lower: str) -> bool:
    """Whether a date may begin with this word (small letters); digits always may."""
    return (
        lower in _OPENING
        or lower.startswith(_OPENING_STEMS)
        or numeral_word(lower) is not None
        or kk_numerals.ROMAN.fullmatch(lower.upper().partition("-")[0]) is not None
        or any(reading.lemma in _OPENING for reading in analyse(lower)[:2])
    )


@lru_cache(maxsize=1 << 16)
def names_a_time(lower: str) -> bool:
    """Whether a word (small letters) names a unit of time, a month or a year: without one no number is a date's."""
    return (
        lower in _OPENING
        or lower in ("ж", "жж")
        or lower.startswith((*_OPENING_STEMS, *kk.DURATIONS, "тоқсан", "жартыжыл"))
    )


RULES: tuple[Callable[[View, int], Found | None], ...] = (
    numeric_date, calendar_date, ago, since, stretch, every, relative_day, relative_unit, weekday, century, era,
    part_of_own, vague, vague_count, earlier_text, age, duration,
)  # fmt: skip


def about(view: View, found: Found) -> Found:
    """«шамамен 2026 жылы», «2026 жылдар шамасында»."""
    before = view.lower(found.first - 1) in ("шамамен", "жобамен", "жуықтап")
    after = view.lower(found.last + 1) in ("шамасында", "төңірегінде", "шамасы", "маңында", "шамаларында", "шамалары")
    if not (before or after):
        return found
    return replace(found, about=True, first=found.first - before, last=found.last + after)
