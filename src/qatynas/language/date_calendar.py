"""Dates by the calendar: years, months, days, seasons, in figures and words."""

from __future__ import annotations

import re

from msgspec.structs import replace

from qatynas.language.anchor import Anchor, is_day, point
from qatynas.language.date_parts import Part, part_at
from qatynas.language.date_view import NO_ANCHOR, Found, View
from qatynas.language.date_years import Years, own_year, years_at
from qatynas.language.kk import calendar as kk
from qatynas.language.mentions import Case

_DAY_FIRST = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_BEFORE_LABELS = frozenset(("", ":", ";", ",", "(", "•"))


def calendar_date(view: View, at: int) -> Found | None:
    """A year, a part of one, or both: «2023 жылғы 6 қыркүйекте», «былтыр сәуір мен шілде аралығында»."""
    years = years_at(view, at)
    if years is not None:
        following = years.last + 1
        if view.lower(following) == "," and view.whole(following + 1, 1, 31) and not years.named:
            following += 1
        part = (
            part_at(view, following, True) if years.first == years.final or _is_winter(view, following, years) else None
        )
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


def _is_winter(view: View, at: int, years: Years) -> bool:
    """«2022–2023 жылғы қыста»: a winter has two years."""
    winter = view.lower(at).startswith("қыс") and years.first is not None
    return winter and years.final == (years.first or 0) + 1


def _placed(view: View, at: int, part: Part, years: Years, last: int | None = None) -> Found:
    end = part.last if last is None else last
    if years.first is None:
        return Found(at, end, relative=True, season=_season_name(part), reason=NO_ANCHOR)
    if part.of_own_month is not None:
        return _day_of_own_month(view, at, part)
    ends = part.edtf(years.first - _is_winter_over(view, part, years))
    if ends is None:
        return Found(at, end, reason="no_such_day")
    found = Found(at, end, *ends, relative=years.relative, season=_season_name(part), year=years.first)
    return with_part_word(view, found)


def _is_winter_over(view: View, part: Part, years: Years) -> bool:
    """«биылғы қыс қарлы болды» before December: the winter that began in the year before."""
    anchor = view.anchor
    own = anchor is not None and years.relative and years.first == anchor.year and (anchor.month or 12) < 12
    return own and part.season == _WINTER and view.tense(part.last + 1) == "past"


def _season_name(part: Part) -> str | None:
    return "vegetation" if part.vegetation else kk.SEASON_NAMES.get(part.season or 0)


def _whole_years(view: View, at: int, years: Years) -> Found:
    if years.first is None or years.final is None:
        return with_part_word(view, Found(at, years.last, relative=True, reason=years.reason))
    last = years.last + (years.first != years.final and view.is_between(years.last + 1))
    found = Found(at, last, point(years.first), point(years.final), relative=years.relative, year=years.final)
    return with_part_word(view, found)


def _bare_year(view: View, at: int, years: Years) -> Found | None:
    """A year without its word: in brackets, as a range, with a time's ending («2024-те»), as a label («2023 – 6 т»)."""
    bracketed = view.lower(at - 1) in ("(", "—") and view.lower(years.last + 1) in (")", ",", ";")
    listed = view.lower(years.last + 1) in (",", "және", "мен", "пен", "бен") and _year_follows(view, years.last + 2)
    following = view.lower(years.last + 1)
    case = view.case(years.last)
    ended = case is Case.LOC or (case is Case.DAT and following in kk.UNTIL_WORDS | kk.BY_WORDS)
    ended = ended or (case is Case.ABL and following in kk.FROM_WORDS)
    parted = view.lower(at - 1) in _BEFORE_LABELS and view.is_dash(years.last + 1)
    labelled = parted and view.numeral(years.last + 2) is not None
    if years.first is None or not (bracketed or listed or ended or labelled) or not 1700 <= years.first <= 2099:
        return None
    return Found(at, years.last, point(years.first), point(years.final or years.first), year=years.first)


def _year_follows(view: View, at: int) -> bool:
    years = years_at(view, at)
    return years is not None and not years.relative and (years.named or _bare_year(view, at, years) is not None)


def with_part_word(view: View, found: Found) -> Found:
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
        if token.case is Case.ABL and found.start == found.end and len(found.start or "") == len("2025"):
            part = next(word for word in kk.PART_WORDS if word in token.lemmas)
            if kk.PART_WORDS[part] == "start":
                found = replace(found, start=f"{found.start}-01", end=f"{found.start}-01")
        return found.grown(found.last + 1)
    return found


def _day_of_own_month(view: View, at: int, part: Part) -> Found:
    month = view.anchor.months(part.of_own_month or 0) if view.anchor else None
    if month is None:
        return Found(at, part.last, relative=True, reason=NO_ANCHOR)
    year, number = int(month[:4]), int(month[5:])
    if part.final_day or part.to_month_end or part.day is None:
        ends = replace(part, month=number, final_month=number).edtf(year)
        return Found(at, part.last, *(ends or (month, month)), relative=True)
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
        return with_part_word(view, Found(at, part.last, relative=True, reason=NO_ANCHOR))
    ends = part.edtf(year)
    if ends is None:
        return Found(at, part.last, relative=True, reason="no_such_day")
    return with_part_word(view, Found(at, part.last, *ends, relative=view.year is None))


def _season_alone(view: View, at: int, part: Part, name: str) -> Found:
    """«алдағы қыста», «өткен жазда»; a season without such a word is any year's."""
    step = kk.RELATIVE_STEPS.get(view.lower(at - 1))
    if step is None and (bounded := _season_as_bound(view, at, part, name)) is not None:
        return bounded
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


def _season_as_bound(view: View, at: int, part: Part, name: str) -> Found | None:
    """«күзге дейін», «көктемнен бастап»: the next such season; after «бері» and in the past the last that has begun."""
    case, following = view.case(part.last), view.lower(part.last + 1)
    until = (case is Case.DAT and following in kk.UNTIL_WORDS | kk.BY_WORDS) or following in kk.UNTIL_OVER
    since = case is Case.ABL and following in kk.FROM_WORDS
    if not (until or since) or part.season is None or view.lower(at) in kk.SEASON_ADJECTIVES:
        return None
    if view.year is not None:
        ends = part.edtf(view.year)
    elif view.anchor is None:
        return Found(at, part.last, relative=True, season=name, reason=NO_ANCHOR)
    else:
        lasts = 3 if following in kk.UNTIL_ENDED else 0  # months: one under way is still to end
        begun = (view.anchor.month or 7) >= _FIRST_MONTHS[part.season] + lasts
        past = following in kk.UNTIL_NOW_WORDS or (since and view.tense(part.last + 2) == "past")
        ends = part.edtf(view.anchor.year + (begun if not past else begun - 1))
    if ends is None:
        return Found(at, part.last, relative=True, season=name, reason="no_such_day")
    return Found(at, part.last, *ends, relative=view.year is None, season=name)


_WINTER = 24
_FIRST_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}


def _season_year(anchor: Anchor, season: int, step: int) -> int:
    """The year of the last, this or next such season; a winter belongs to the year in which it begins."""
    first_month = _FIRST_MONTHS[season]
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


def _since_begun(view: View, at: int, unit: str) -> Found:
    """«жыл басталғалы», «ай басталғалы»: from its beginning up to the document's day."""
    if view.anchor is None or not view.anchor.month:
        return Found(at, at + 1, relative=True, reason=NO_ANCHOR)
    start = point(view.anchor.year, 1) if unit == "жыл" else point(view.anchor.year, view.anchor.month, 1)
    return Found(at, at + 1, start, view.anchor.up_to(start), relative=True)


def _own_whole(view: View, at: int, unit: str) -> Found:
    """«жыл шыққанша», «ай бітпей»: the document's own year or month, which the next word makes a bound."""
    text = None if view.anchor is None else view.anchor.months(0) if unit == "ай" else point(view.anchor.year)
    if text is None:
        return Found(at, at, relative=True, reason=NO_ANCHOR)
    return Found(at, at, text, text, relative=True)


def part_of_own(view: View, at: int) -> Found | None:
    """«жыл соңына дейін», «жылдың басынан», «ай аяғында»: a part of the document's own year or month."""
    lower = view.lower(at)
    token = view.token(at + 1)
    if lower not in ("жыл", "жылдың", "ай", "айдың") or token is None:
        return None
    if lower in ("жыл", "ай") and token.lower in kk.SINCE_BEGUN:
        return _since_begun(view, at, lower)
    if lower in ("жыл", "ай") and token.lower in kk.UNTIL_OVER:
        return _own_whole(view, at, lower)
    part = next((word for word in kk.PART_WORDS if word in token.lemmas), None)
    if part is None or (kk.PART_WORDS[part] == "whole" and part not in ("қорытынды", "қорытындысы")):
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
