"""The list of rules that recognise dates, and the words that one may begin with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache

from msgspec.structs import replace

from qatynas.language.date_calendar import calendar_date, numeric_date, part_of_own
from qatynas.language.date_centuries import century, own_century
from qatynas.language.date_lengths import age, duration, earlier_text, era, vague, vague_count
from qatynas.language.date_recurring import every
from qatynas.language.date_relative import (
    ago,
    new_year,
    relative_day,
    same_day_of_year,
    since,
    so_long_from_now,
    stretch,
)
from qatynas.language.date_view import (
    AGED,
    AGO,
    CENTURY,
    EVERY,
    FIGURES,
    HYPHEN,
    NOW,
    NUMBER,
    OPENS,
    TIME,
    UNIT,
    Found,
    View,
)
from qatynas.language.date_weeks import relative_unit, weekday
from qatynas.language.kk import calendar as kk
from qatynas.language.kk import numerals
from qatynas.language.mentions import Case, Token
from qatynas.language.numeral_words import numeral_word
from qatynas.language.numerals import is_hyphen
from qatynas.language.stems import analyse


def openings(patterns: Iterable[str]) -> set[str]:
    """The first words of patterns."""
    first = (choice for pattern in patterns for choice in pattern.split()[0].split("|"))
    return {choice.lstrip("=").rstrip("*") for choice in first}


_PARTS_OF_YEAR = ("тоқсан", "жартыжыл", "жарты", "кезең")
_OPENING_STEMS = (*kk.RELATIVE_YEARS, *kk.MONTHS, "қыркүйег", *kk.WEEKDAYS, *kk.SEASONS)


Rule = Callable[[View, int], Found | None]

# rules by what they may begin with; a number begins a date only where a word for a time is near
_BY_NUMBER: tuple[tuple[Rule, int], ...] = (
    (same_day_of_year, 0), (calendar_date, 0), (ago, AGO), (since, NOW), (every, EVERY), (century, CENTURY),
    (earlier_text, UNIT), (age, AGED), (so_long_from_now, UNIT), (duration, UNIT),
)  # fmt: skip
_ASKED = UNIT | AGO | NOW | EVERY | CENTURY | AGED
_BY_WORD: tuple[tuple[Rule, frozenset[str]], ...] = tuple(
    (rule, frozenset(word for group in groups for word in openings(group)))
    for rule, groups in (
        (calendar_date, (kk.RELATIVE_STEPS, kk.FIRST_OF_YEAR, kk.SEASON_ADJECTIVES, kk.VEGETATION, kk.SCHOOL_STEPS)),
        (calendar_date, (kk.RUSSIAN_MONTHS,)),
        (calendar_date, (("жылдың", "айдың", "соңғы"),)),
        (ago, (kk.AGO_BEGINNINGS,)),
        (stretch, (kk.LAST_STRETCH, kk.NEXT_STRETCH)),
        (every, (kk.ALWAYS, kk.EVERY, kk.SEASONS, kk.WEEKDAYS, kk.MONTHS, ("әр", "әрбір"))),
        (every, (kk.ALONE_EVERY, kk.PER_UNIT)),
        (relative_day, (kk.RELATIVE_DAYS, kk.TWO_DAYS_AGO, kk.DAY_STEMS, ("осы", "қазіргі", "күні"))),
        (relative_unit, (kk.RELATIVE_STEPS,)),
        (own_century, (kk.RELATIVE_STEPS,)),
        (new_year, ((kk.NEW,),)),
        (age, (kk.AGE_OWNED,)),
        (weekday, (kk.RELATIVE_STEPS, kk.WEEKDAYS)),
        (era, (kk.ERAS, kk.INDEPENDENCE)),
        (part_of_own, (("жыл", "жылдың", "ай", "айдың"),)),
        (vague, (kk.VAGUE,)),
        (vague_count, (kk.VAGUE_COUNTS, kk.LAST_STRETCH, kk.NEXT_STRETCH)),
        (earlier_text, (kk.EARLIER_TEXT,)),
        (so_long_from_now, (("жарты",),)),
        (duration, (("жарты", "күні", "тәулік", "ай", "жыл", "апта", "ғасыр"),)),
    )
)  # fmt: skip
_NEAR = 9  # words after a number among which a word for a time must stand
_FAR = 16  # words after a number that a rule may look at


def rules_at(view: View, at: int) -> tuple[Rule, ...]:
    """The rules that may find a date beginning at a place."""
    token = view.items[at]
    if token.kind == "mark":
        return ()
    if token.kind == "word":
        rules, is_number = _rules_for(token.lower)
        if not is_number:
            return rules
        return _by_number(view, at) or rules
    return _by_number(view, at, token.lemma.isdigit())


def _by_number(view: View, at: int, plain: bool = True) -> tuple[Rule, ...]:
    """The rules for a number: those whose words stand somewhere after it; none without a word for a time near."""
    near = 0
    for mark in view.marks[at + 1 : at + 1 + _NEAR]:
        near |= mark
    if not (near & TIME or view.marks[at] & FIGURES):
        return ()
    for mark in view.marks[at + 1 + _NEAR : at + 1 + _FAR]:
        near |= mark
    near &= _ASKED
    return _numbers_rules(near) if plain else (numeric_date, *_numbers_rules(near))


@cache
def _numbers_rules(near: int) -> tuple[Rule, ...]:
    return tuple(rule for rule, asked in _BY_NUMBER if not asked or near & asked)


def marks_of(tokens: Sequence[Token]) -> list[int]:
    """What each token may be to a date: OPENS, NUMBER, FIGURES, TIME and HYPHEN, added up."""
    known = _MARKS.get
    marks = [known(token.lower, _UNSEEN) for token in tokens]
    if _UNSEEN in marks:
        marks = [_mark(token) for token in tokens]
    return marks


_MARKS: dict[str, int] = {}
_MOST_MARKS, _UNSEEN = 1 << 16, -1


def _mark(token: Token) -> int:
    mark = 0
    if token.kind == "number":
        mark = NUMBER | (FIGURES if not token.lemma.isdigit() or len(token.lemma) == 4 else 0)
    elif token.kind == "word":
        rules, is_number = _rules_for(token.lower)
        mark = (OPENS if rules else 0) | (NUMBER if is_number else 0) | (TIME if _names_a_time(token.lower) else 0)
        mark |= _asked_for(token)
    elif is_hyphen(token):
        mark = HYPHEN
    if len(_MARKS) >= _MOST_MARKS:
        _MARKS.clear()
    _MARKS[token.lower] = mark
    return mark


def _asked_for(token: Token) -> int:
    """The marks of a word that rules ask for after a number."""
    lower, lemmas = token.lower, token.lemmas
    return (
        (UNIT if not lemmas.isdisjoint(kk.DURATIONS) or lower.startswith((*kk.LASTING, kk.DECADE, kk.HALF_OF)) else 0)
        | (AGO if lower in kk.AGO else 0)
        | (NOW if lower in kk.UNTIL_NOW_WORDS else 0)
        | (EVERY if lower in kk.EVERY_WORDS or lower in kk.EVERY_SO_MANY else 0)
        | (CENTURY if "ғасыр" in lemmas else 0)
        | (AGED if lower in kk.AGE or lower == kk.AGED else 0)
    )


def may_hold_a_date(marks: Sequence[int]) -> bool:
    """Whether a date may stand among tokens with these marks: a number is one's only beside a word for a time."""
    held = 0
    for mark in set(marks):
        held |= mark
    return bool(held & (OPENS | FIGURES)) or held & (NUMBER | TIME) == NUMBER | TIME


@lru_cache(maxsize=1 << 16)
def _rules_for(lower: str) -> tuple[tuple[Rule, ...], bool]:
    """The rules for a first word (small letters), and whether it is a number."""
    lemmas = {lower, *(reading.lemma for reading in analyse(lower)[:3])}
    rules = [rule for rule, words in _BY_WORD if not words.isdisjoint(lemmas)]
    if calendar_date not in rules and lower.startswith(_OPENING_STEMS):
        rules.insert(0, calendar_date)
    roman = numerals.ROMAN.fullmatch(lower.upper().partition("-")[0]) is not None
    return tuple(rules), roman or numeral_word(lower) is not None


def _names_a_time(lower: str) -> bool:
    """Whether a word (small letters) names a unit of time, a month or a year: without one no number is a date's."""
    return (
        bool(_rules_for(lower)[0])
        or lower in ("ж", "жж", "сайын")
        or lower in kk.AGE
        or lower == kk.AGED
        or ((word := numeral_word(lower, False)) is not None and word.case is Case.LOC)
        or lower.startswith((*_OPENING_STEMS, *kk.DURATIONS, *kk.RUSSIAN_MONTHS, *_PARTS_OF_YEAR))
    )


def before_era(view: View, found: Found) -> Found:
    """«б.з.д. ІІІ ғасырда», «біздің заманымызға дейінгі 200 жылы»: no EDTF value, as years count from 1 there."""
    if found.relative or found.start is None:
        return found
    at = found.first
    if view.lower(at - 1) in kk.UNTIL_WORDS | kk.BEFORE_WORDS and view.lower(at - 2).startswith(kk.ERA_WORDS):
        first = at - 2 - (view.lower(at - 3) in ("біздің", "жаңа", "жыл"))
    elif at >= 6 and "".join(view.lower(place) for place in range(at - 6, at)) in kk.BEFORE_ERA:
        first = at - 6
    else:
        return found
    return Found(first, found.last, reason="before_era")


def about(view: View, found: Found) -> Found:
    """«шамамен 2026 жылы», «2026 жылдар шамасында»."""
    before = view.lower(found.first - 1) in ("шамамен", "жобамен", "жуықтап")
    after = view.lower(found.last + 1) in ("шамасында", "төңірегінде", "шамасы", "маңында", "шамаларында", "шамалары")
    if not (before or after):
        return found
    return replace(found, about=True, first=found.first - before, last=found.last + after)
