"""Parts of a year: months, days, quarters, halves, seasons; with or without the year before or after them."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import msgspec
from msgspec.structs import replace

from qatynas.language.anchor import is_day, point
from qatynas.language.date_view import NUMBER, View
from qatynas.language.kk import calendar as kk
from qatynas.language.mentions import Case

_LONG_OVER = timedelta(days=90)  # what is over for less may still be told in the present («… деп хабарлайды»)
_FIRST, _LAST = ("алғашқы", "бастапқы"), "соңғы"
_WHICH = frozenset((*_FIRST, _LAST, *kk.FIRST_OF_YEAR))
_JOINING = ("мен", "пен", "бен", "және")
_OF_SEVERAL = ("біреу", "екеу", "үшеу", "төртеу", "бесеу", "алтау", "жетеу")
_LAST_DAYS = ((31,), (28, 29), (31,), (30,), (31,), (30,), (31,), (31,), (30,), (31,), (30,), (31,))


class Part(msgspec.Struct, frozen=True, gc=False):
    """A part of a year up to place last: first and last month and day, or a season (EDTF's 21 to 24)."""

    last: int
    month: int | None = None
    final_month: int | None = None
    day: int | None = None
    final_day: int | None = None
    season: int | None = None
    vegetation: bool = False
    of_own_month: int | None = None  # «осы айдың 12-сінде»: months from the document's own
    to_month_end: bool = False  # the last day is that of the month

    def edtf(self, year: int) -> tuple[str, str] | None:
        """First and last point in this year; None where the calendar has no such day."""
        if self.vegetation or (self.season and year > 9998):
            return point(year), point(year)
        if self.season:
            return f"{point(year)}-{self.season}", f"{point(year)}-{self.season}"
        if self.month is None:
            return None
        last_month = self.final_month or self.month
        last_year = year + (last_month < self.month)
        if self.day and not is_day(year, self.month, self.day):
            return None
        final_day = calendar.monthrange(last_year, last_month)[1] if self.to_month_end else self.final_day
        if final_day and not is_day(last_year, last_month, final_day):
            return None
        final_day = final_day or (self.day if last_month == self.month else None)
        return point(year, self.month, self.day), point(last_year, last_month, final_day)

    def nearest_year(self, view: View) -> int | None:
        """The year in which this part lies nearest to the document's own date; before or after it as the verb tells."""
        anchor = view.anchor
        if anchor is None:
            return None
        month = self.month or {21: 4, 22: 7, 23: 10, 24: 1}.get(self.season or 0, 7)
        last_month = self.final_month or month
        if not anchor.month:
            return anchor.year
        years = [year for year in (anchor.year - 1, anchor.year, anchor.year + 1) if 1 <= year <= 9998]
        best = min(years, key=lambda year: _distance(year, month, last_month, self.day, anchor.middle))
        case, following = view.case(self.last), view.lower(self.last + 1)
        until = (case is Case.DAT and following in kk.UNTIL_WORDS | kk.BY_WORDS) or following in kk.UNTIL_OVER
        tense = "past" if following in kk.UNTIL_NOW_WORDS else view.tense(self.last + 1)
        if until and tense == "past":
            return best  # «қарашаға дейін аяқтау тапсырылды»: what is told may be past, its term is not
        if tense == "past" and date(best, month, min(self.day or 1, 28)) > anchor.middle:
            return max(best - 1, 1)
        over = anchor.middle - _last_day(best + (last_month < month), last_month, self)
        if tense == "coming" and over > (timedelta(0) if until else _LONG_OVER):
            return min(best + 1, 9998)
        return best


def _last_day(year: int, month: int, part: Part) -> date:
    return date(year, month, min(part.final_day or part.day or 28, 28))


def _distance(year: int, month: int, last_month: int, day: int | None, today: date) -> int:
    begin = date(year, month, min(day or 1, 28))
    end = date(year + (last_month < month), last_month, min(day or 28, 28))
    if begin <= today <= end:
        return 0
    return min(abs((begin - today).days), abs((end - today).days))


def part_at(view: View, at: int, after_year: bool) -> Part | None:
    """The part of a year that begins at a place; after_year tells whether its year stands right before it."""
    token = view.token(at)
    if token is None or token.kind == "mark":
        return None
    number = view.mark(at) & NUMBER
    if number or token.lower in _WHICH:
        part = _days(view, at) if number else None
        return part or _quarter(view, at) or _half(view, at, after_year) or _months_so_far(view, at, after_year)
    if view.month(at) is not None:
        return _day_of_month(view, at) or _months(view, at, after_year)
    if view.russian_month(at) is not None and (day := _day_of_month(view, at)) is not None:
        return day
    return _day_of_own_month(view, at) or _season(view, at, after_year)


def _days(view: View, at: int) -> Part | None:
    """«15 қазан», «21–22 тамызда», «2–6 қазан аралығында», «28 ақпан мен 3 наурыз аралығы», «он бесінші қазан»."""
    first = view.whole(at, 1, 31)
    numeral = view.numeral(at)
    if numeral is not None and numeral.possessive and (numeral.ordinal or view.lower(at).startswith(_OF_SEVERAL)):
        return None  # «екіншісін мамырға белгіледі», «бесеуі қыркүйекте»: the second one, five of something, in May
    if first is None:
        return None
    day, last = first
    final_day = None
    if view.month(last + 1) is None and (view.is_dash(last + 1) or view.lower(last + 1) in (*_JOINING, ",")):
        second = view.whole(last + 2, 1, 31)
        if second is None or view.month(second[1] + 1) is None or second[0] <= day:
            return None
        final_day, last = second
    month = view.month(last + 1) or view.russian_month(last + 1)
    if month is None:
        return None
    last += 1
    if final_day is None:
        span = _to_other_day(view, last, month, day)
        if span is not None:
            return Part(span[0], month, span[1], day, span[2])
    if view.has(last + 1, "күн") and view.lower(last + 1) in kk.DAY_NAMES:
        last += 1
    return Part(_past_between(view, last, final_day is not None), month, month, day, final_day)


def _past_between(view: View, last: int, is_range: bool) -> int:
    return last + 1 if is_range and view.is_between(last + 1) else last


def _to_other_day(view: View, last: int, begun: int, day: int) -> tuple[int, int, int] | None:
    """«… 28 ақпан мен 3 наурыз аралығында», «28 ақпан – 3 наурыз», «30 қыркүйек пен 1 қазанда», a day and the one
    behind it: last place, month, day of the second end. begun and day are month and day of the first."""
    if not (view.is_dash(last + 1) or view.lower(last + 1) in _JOINING):
        return None
    second = view.whole(last + 2, 1, 31)
    month = view.month(second[1] + 1) if second else None
    if second is None or month is None:
        return None
    end = second[1] + 1
    if view.is_dash(last + 1):
        return end, month, second[0]
    if view.is_between(end + 1):
        return end + 1, month, second[0]
    follows = day in _LAST_DAYS[begun - 1] and second[0] == 1 and month == begun % len(_LAST_DAYS) + 1
    return (end, month, 1) if follows else None


def _months(view: View, at: int, after_year: bool) -> Part | None:
    """«қаңтар», «қаңтар–мамырда», «сәуір мен шілде аралығында», «маусым айында»."""
    month = view.month(at)
    if month is None or not _is_month(view, at, month, after_year):
        return None
    last, final = at, month
    second = view.month(at + 2)
    if second is not None and view.is_dash(at + 1):
        last, final = at + 2, second
    elif second is not None and view.lower(at + 1) in (*_JOINING, ","):
        end = at + 3 if view.has(at + 3, kk.MONTH) else at + 2
        if view.is_between(end + 1):
            last, final = end + 1, second
        elif end == at + 3 and second == month + 1:
            last, final = end, second
    if view.has(last + 1, kk.MONTH) and not view.is_between(last + 1):
        last += 1
    last = _past_between(view, last, final != month)
    return Part(last, month, final)


def _is_month(view: View, at: int, month: int, after_year: bool) -> bool:
    """«Маусым» is June and season; «Наурыз» is March and a feast; «қазан», «тамыз» are words too."""
    token = view.items[at]
    following = view.lower(at + 1)
    if following in ("мейрамы", "мерекесі", "мейрамын", "мерекесін", "тойы", "мейрамында", "мерекесінде", "көже"):
        return False
    if following.startswith("революция") or following in ("төңкерісі", "төңкерісінен"):
        return False
    if kk.MONTHS[month - 1] != "маусым":
        return True
    if (
        view.lower(at - 1).endswith("ғы")
        and after_year
        and any(view.has(place, *kk.SPORT) for place in range(len(view)))
    ):
        return view.has(at + 1, kk.MONTH)  # «биылғы маусымда алты команда»: the season of a sport
    if after_year or view.is_dash(at + 1) or view.has(at + 1, kk.MONTH) or view.is_dash(at - 1):
        return True
    if following in (*_JOINING, ",") and view.month(at + 2) is not None:
        return True  # «маусым мен тамыз аралығында»
    before = view.lower(at - 1)
    if before.endswith(
        ("ғы", "гі", "қы", "кі", "лық", "лік", "тық", "тік", "дық", "дік", "у", "жаңа", "вегетация", "бұл", "осы")
    ):
        return False
    if token.case is Case.GEN and view.lower(at + 1) in ("ортасында", "басында", "ортасы", "ортасына"):
        return not any(word in view.lower(at - 1) for word in kk.VEGETATION)
    bound = (Case.ABL, kk.FROM_WORDS), (Case.DAT, kk.UNTIL_WORDS | kk.BY_WORDS)
    bounds = any(token.case is case and following in words for case, words in bound)
    return (token.case is Case.LOC or bounds) and not token.possessive and not token.plural


def _day_of_month(view: View, at: int) -> Part | None:
    """«тамыздың 22-сінде», «қазанның он бесі күні», «наурыздың 5-і мен 14-і аралығында», «… 5-інен 14-іне дейін»."""
    month = view.month(at) or view.russian_month(at)
    if month is None or not (view.case(at) is Case.GEN or view.lower(at + 1) == "айының"):
        return None
    if view.lower(at + 1) == "айының":
        at += 1
    third = _third_of_month(view, at, month)
    if third is not None:
        return third
    bare = view.whole(at + 1, 1, 31)
    day = _owned_day(view, at + 1) or (
        bare if bare and view.is_dash(bare[1] + 1) and _owned_day(view, bare[1] + 2) else None
    )
    if day is None:
        return None
    second = None
    if view.is_dash(day[1] + 1) or view.lower(day[1] + 1) in _JOINING:
        second = _owned_day(view, day[1] + 2)
    elif view.case(day[1]) is Case.ABL:
        second = _owned_day(view, day[1] + 1)
    if second is not None and second[0] > day[0]:
        return Part(_past_between(view, second[1], True), month, month, day[0], second[0])
    last = day[1] + 1 if view.lower(day[1] + 1) in kk.DAY_NAMES else day[1]
    return Part(last, month, month, day[0])


def _third_of_month(view: View, at: int, month: int) -> Part | None:
    """«сәуірдің екінші онкүндігінде», «тамыздың бірінші жартысында», «қазанның соңғы аптасында»."""
    edge, length = view.lower(at + 1), view.whole(at + 2, 2, 20)
    if edge in (*_FIRST, _LAST) and length is not None and view.has(length[1] + 1, "күн"):
        if edge != _LAST:
            return Part(length[1] + 1, month, month, 1, length[0])  # «қаңтардың алғашқы он күнінде»
        return Part(length[1] + 1, month, month, _LAST_DAYS[month - 1][0] - length[0] + 1, to_month_end=True)
    found = _ordinal(view, at + 1, 4)
    if found is None:
        return None
    which, last = found[0], found[1] + 1
    if view.lower(last).startswith("онкүнді"):
        which = min(which, 3)
        final_day = which * 10 if which < 3 else None
        return Part(last, month, month, which * 10 - 9, final_day, to_month_end=which == 3)
    if view.lower(last).startswith("жартысы"):
        later = view.lower(at + 1) == _LAST or which > 1
        return Part(last, month, month, 16 if later else 1, None if later else 15, to_month_end=later)
    return Part(last, month, month) if view.lower(last).startswith("аптасы") else None


def _owned_day(view: View, at: int) -> tuple[int, int] | None:
    """«22-сінде», «он бесі»: a day of the month named before."""
    if view.lower(at) in kk.FIRST_DAY:
        return 1, at  # «бірі» is no numeral elsewhere
    day, numeral = view.whole(at, 1, 31), view.numeral(at)
    if day is None or numeral is None:
        return None
    named = view.lower(day[1] + 1) in kk.DAY_NAMES
    return (
        day if numeral.possessive or (not numeral.ordinal and not numeral.bare) or (numeral.ordinal and named) else None
    )


def _day_of_own_month(view: View, at: int) -> Part | None:
    """«осы айдың 12-сінде», «айдың 4-інде», «өткен айдың 30-ы»."""
    step, place = kk.RELATIVE_STEPS.get(view.lower(at)), at + 1
    if step is None:
        step, place = 0, at
    if view.lower(place) != "айдың":
        return None
    if (third := _third_of_month(view, place, 0)) is not None:
        return replace(third, month=None, final_month=None, of_own_month=step)  # «өткен айдың екінші жартысында»
    day = view.whole(place + 1, 1, 31)
    numeral = view.numeral(place + 1)
    if day is None or numeral is None or not (numeral.possessive or numeral.ordinal):
        return None
    last = day[1] + 1 if view.lower(day[1] + 1) in ("күні", "күнгі", "жұлдызында") else day[1]
    return Part(last, None, None, day[0], of_own_month=step)


def _ordinal(view: View, at: int, highest: int) -> tuple[int, int] | None:
    """«бірінші», «2-», «III», «алғашқы», «соңғы»: which of so many, and its last place."""
    if view.lower(at) in _FIRST:
        return 1, at
    if view.lower(at) == _LAST:
        return highest, at
    return view.whole(at, 1, highest)


def _quarter(view: View, at: int) -> Part | None:
    """«I тоқсанда», «үшінші тоқсан», «2-тоқсанның»."""
    found = _ordinal(view, at, 4)
    if found is None:
        return None
    second = _ordinal(view, found[1] + 2, 4) if _joins(view, found[1] + 1) else None
    if second is not None and found[0] < second[0] and view.has(second[1] + 1, "тоқсан"):
        return Part(second[1] + 1, found[0] * 3 - 2, second[0] * 3)
    if not view.has(found[1] + 1, "тоқсан"):
        return None
    numeral = view.numeral(at)
    if numeral is not None and not (numeral.ordinal or view.items[at].kind == "number"):
        return None
    return Part(found[1] + 1, found[0] * 3 - 2, found[0] * 3)


def _joins(view: View, at: int) -> bool:
    return view.is_dash(at) or view.lower(at) in _JOINING


def _half(view: View, at: int, after_year: bool) -> Part | None:
    """«бірінші жартыжылдықта», «(жылдың) екінші жартысында», «алғашқы жарты жылда»."""
    found = _ordinal(view, at, 2)
    if found is None:
        return None
    last = found[1] + 1
    half = view.lower(last) == "жарты" and (view.lower(at) != _LAST or after_year)
    if half and (view.has(last + 1, kk.YEAR) or view.lower(last + 1).startswith("жылдық")):
        last += 1
    elif not (view.has(last, "жартыжылдық") or (after_year and view.has(last, "жарты", "жартысы"))):
        return None
    return Part(last, found[0] * 6 - 5, found[0] * 6)


def _months_so_far(view: View, at: int, after_year: bool) -> Part | None:
    """«9 айында», «алғашқы он айда», «сегіз айдың қорытындысы», «үш тоқсанда»: from January on."""
    if after_year and (edge := _edge_of_year(view, at)) is not None:
        return edge
    begun = view.lower(at) in kk.FIRST_OF_YEAR
    found = view.whole(at + begun, 2, 12)
    if found is None:
        return None
    if view.lower(found[1] + 1) == "айлық" and view.lower(found[1] + 2).startswith(kk.REPORTS):
        return Part(found[1] + 1, 1, found[0]) if after_year or _plausible_so_far(view, at, found[0]) else None
    quarters = view.has(found[1] + 1, "тоқсан") and found[0] <= 4
    if not quarters and not view.has(found[1] + 1, kk.MONTH):
        return None
    months = found[0] * 3 if quarters else found[0]
    word = view.items[found[1] + 1]
    if word.attributive and not (begun or after_year):
        return None
    numeral = view.numeral(at + begun)
    if numeral is None or numeral.ordinal:
        return None
    if not (begun or after_year) and not _plausible_so_far(view, at, months):
        return None
    reported = view.lower(found[1] + 2).startswith(kk.REPORTS)
    inside = word.case in (Case.LOC, Case.GEN) or view.lower(found[1] + 2) == "ішінде" or reported
    if not (begun or after_year) and word.case is not Case.LOC and not reported:
        return None
    if not inside and not after_year and not begun:
        return None
    last = found[1] + 1
    if view.lower(last + 1) == "ішінде":
        last += 1
    return Part(last, 1, months)


_SEASON_FORMS = {
    stem + ending: number
    for stem, number in kk.SEASONS.items()
    for ending in kk.SEASON_ENDINGS
    if stem + ending not in kk.NO_SEASONS
}


def _edge_of_year(view: View, at: int) -> Part | None:
    """«(жылдың) соңғы екі айында», «(жылдың) алғашқы айында»."""
    final, first = view.lower(at) == "соңғы", view.lower(at) in kk.FIRST_OF_YEAR
    if (
        (final or first)
        and view.has(at + 1, *kk.DAY_AND_NIGHT)
        and view.items[at + 1].possessive
        and not view.items[at + 1].plural
    ):
        return Part(at + 1, 12, 12, 31) if final else Part(at + 1, 1, 1, 1)
    count = view.whole(at + 1, 1, 11)
    months, last = count if count else (1, at)
    if not (final or (first and count is None)) or not view.has(last + 1, kk.MONTH):
        return None
    if final and view.lower(at - 1) in kk.RELATIVE_YEARS:
        return None  # «биыл соңғы екі айда»: up to now
    return Part(last + 1, 13 - months, 12) if final else Part(last + 1, 1, 1)


def _plausible_so_far(view: View, at: int, months: int) -> bool:
    """Whether «тоғыз айда» without a year can be January to September: those months are over, and not long."""
    if months < 4 or view.case(at - 1) is Case.GEN:
        return False
    anchor = view.anchor
    return anchor is None or anchor.month is None or 0 <= anchor.month - months <= 4


def _season(view: View, at: int, after_year: bool) -> Part | None:
    """«қыста», «2024 жылғы күз», «қысқы маусымда», «вегетация кезеңінде»."""
    lower = view.lower(at)
    if lower in kk.VEGETATION and view.has(at + 1, *kk.SEASON_NOUNS):
        return Part(at + 1, vegetation=True)
    if lower in kk.SEASON_ADJECTIVES:
        return Part(at + view.has(at + 1, *kk.SEASON_NOUNS), season=kk.SEASON_ADJECTIVES[lower])
    number = _SEASON_FORMS.get(lower)
    near = after_year or view.lower(at - 1) in kk.RELATIVE_STEPS
    near = near or view.lower(at + 1) in kk.UNTIL_WORDS | kk.BY_WORDS | kk.UNTIL_OVER
    if number is not None and (near or lower not in kk.DOUBTFUL_SEASONS):
        last = at + 1 if view.has(at + 1, "мезгіл", kk.MONTH) or view.lower(at + 1) == "бойы" else at
        return Part(last, season=number)
    return None
