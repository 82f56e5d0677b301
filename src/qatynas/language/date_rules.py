"""The list of rules that recognise dates, and the words that one may begin with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from qatynas.language.date_calendar import calendar_date, century, numeric_date, part_of_own
from qatynas.language.date_lengths import age, duration, earlier_text, era, every, vague, vague_count
from qatynas.language.date_relative import ago, relative_day, relative_unit, since, stretch, weekday
from qatynas.language.date_view import Found, View
from qatynas.language.kk import calendar as kk
from qatynas.language.kk import numerals as kk_numerals
from qatynas.language.numerals import numeral_word
from qatynas.language.stems import analyse

_OPENING = frozenset(
    word.lstrip("=").split()[0].lstrip("=")
    for group in (
        kk.RELATIVE_STEPS, kk.RELATIVE_DAYS, kk.TWO_DAYS_AGO, kk.LAST_STRETCH, kk.NEXT_STRETCH, kk.FIRST_OF_YEAR,
        kk.ERAS, kk.VAGUE, kk.EVERY, kk.SEASON_ADJECTIVES, kk.VEGETATION, kk.AGO_BEGINNINGS, kk.DATE_OPENINGS,
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
