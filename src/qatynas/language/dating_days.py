"""A text's own day by the days that it counts from it: «кеше, 8 шілдеде», «осыдан бір апта бұрын, 14 қыркүйекте»."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from qatynas.language.anchor import is_day
from qatynas.language.dating_events import event_days
from qatynas.language.dating_known import known_days
from qatynas.language.dating_told import Said, counts
from qatynas.language.kk import calendar
from qatynas.language.kk import dating as kk
from qatynas.language.numerals import read_numeral

LEAP = 4  # a year that has all days, and in which no text is: that of a day told without its year
_UNITS = {"күн": 1, "апта": 7}
_MOST = 100  # days that are counted one by one
_NEAR_MARKS = 3  # marks and words like «яғни» between a count and its day
_LEFT = 3  # words between a count of days and «қалды»
_LATEST = 2100
_FEWEST = 5  # years of a jubilee
_SHOWN = 12  # words of a reason
_WHOLE = re.compile(r"\d{4}-\d\d-\d\d")
_DAY = re.compile(rf"(?<![\d.,])(\d{{1,2}}) ?-? ?({'|'.join(calendar.MONTHS)})[^\W\d_]*")


@dataclass(frozen=True, slots=True)
class _Day:
    """A day told in tokens first to last; its year is LEAP where the sentence does not tell it."""

    first: int
    last: int
    day: date


Told = tuple[date, str]


def told_day(said: Sequence[Said]) -> Told | None:
    """The document's own day by the first day that a sentence counts from it, and the words; its year is LEAP where the
    text does not tell it."""
    for before, sentence, after in zip((None, *said), said, (*said[1:], None), strict=False):
        for rule in _RULES:
            for found in rule(sentence, before, after):
                day = found.replace(year=LEAP) if found.year <= LEAP + 1 else found  # «кеше, 31 желтоқсанда»
                return day, " ".join(token.text for token in sentence.tokens[:_SHOWN])
    return None


def _by_name(sentence: Said, before: Said | None, after: Said | None) -> Iterator[date]:
    """«Кеше, 20 қарашада», «бүгін (2024 ж. 3 мамыр)», «8 шілдеде, яғни кеше», «кешегі 5 сәуірде»."""
    days = _days(sentence)
    for at, token in enumerate(sentence.tokens if days else ()):
        step: int | None = calendar.RELATIVE_DAYS.get(token.lower)
        if token.lower in calendar.TWO_DAYS_AGO and sentence.lower(at + 1) == "күні":
            step = -2
        beside = _beside(sentence, at, at, days) if step is not None else None
        if beside is not None and step is not None:
            yield _of_its_event(sentence, beside) - timedelta(step)


def _of_its_event(sentence: Said, day: date) -> date:
    """A day without its year in that of the known event on such a day which the sentence names, where there is one."""
    if day.year != LEAP:
        return day
    same = {one for one in event_days(sentence, any_day=True) if (one.month, one.day) == (day.month, day.day)}
    return same.pop() if len(same) == 1 else day


def _by_count(sentence: Said, before: Said | None, after: Said | None) -> Iterator[date]:
    """«Осыдан тура бір апта бұрын, 2023 жылғы 14 қыркүйекте», «үш күн бұрын (5 мамырда)»."""
    days = _days(sentence)
    for count, first, last in _counted(sentence) if days else ():
        ago = sentence.lower(last + 1) in calendar.AGO
        if not ago and not (sentence.lower(last + 1) == "кейін" and sentence.tense(last + 2) == "coming"):
            continue
        while sentence.lower(first - 1) in (*kk.EXACTLY, *calendar.AGO_BEGINNINGS):
            first -= 1
        if (beside := _beside(sentence, first, last + 1, days)) is not None:
            yield beside + timedelta(count if ago else -count)


def _by_what_is_left(sentence: Said, before: Said | None, after: Said | None) -> Iterator[date]:
    """«Кездесуге екі күн қалды: ол 15 қарашада басталады», «Ұлы Жеңістің 80 жылдығына бес күн қалды»."""
    for count, first, last in _counted(sentence):
        words = [sentence.lower(place) for place in range(last + 1, last + 1 + _LEFT)]
        if not any(word.startswith(kk.IS_LEFT) for word in words) or not _is_dative(sentence, first):
            continue
        if sentence.has_pair(("жаңа",), "жылға"):
            yield date(LEAP + 1, 1, 1) - timedelta(count)
        near = _days(sentence) or (_days(after) if after is not None else [])
        if len({one.day for one in near}) == 1:
            yield near[0].day - timedelta(count)
        elif not near and (known := _jubilee(sentence, first)) is not None:
            yield known - timedelta(count)


def _by_jubilee(sentence: Said, before: Said | None, after: Said | None) -> Iterator[date]:
    """«1995 жылғы 30 тамызда қабылданған … бүгін отыз жасқа толды», «бүгін … туғанына 95 жыл. Ол … туған»."""
    step = next((calendar.RELATIVE_DAYS[t.lower] for t in sentence.tokens if t.lower in kk.NOWADAYS_BY_NAME), None)
    if step is None:
        return
    many = {count for count, _, _ in counts(sentence)} | {count for count, _, _ in counts(sentence, kk.AGED)}
    many = {count for count in many if count >= _FEWEST}
    if len(many) != 1 or not (sentence.has(kk.FILLED) or sentence.has(kk.JUBILEE) or _since(sentence)):
        return
    others = [one for one in (before, after) if one is not None and (one.has(kk.BEGINS) or one.has(kk.BORN))]
    for near in (sentence, *(() if list(sentence.years()) else others)):
        whole = [one.day for one in _days(near) if one.day.year != LEAP]
        year = whole[0].year + min(many) if len(whole) == 1 else 0
        if kk.EARLIEST <= year <= _LATEST and is_day(year, whole[0].month, whole[0].day):
            yield whole[0].replace(year=year) - timedelta(step)
            return


def _since(sentence: Said) -> bool:
    return sentence.has(kk.SINCE_WORDS) or any(token.lower.endswith(kk.SINCE_ENDINGS) for token in sentence.tokens)


def _by_feast(sentence: Said, before: Said | None, after: Said | None) -> Iterator[date]:
    """«Бүгін – Жеңіс күні», «ертең Республика күні»: feasts of one day of every year."""
    step = next((calendar.RELATIVE_DAYS[t.lower] for t in sentence.tokens if t.lower in kk.NOWADAYS_BY_NAME), None)
    if step is None or list(sentence.years()):
        return
    for name, (month, day) in kk.FIXED_FEASTS.items():
        if sentence.has_pair((name[0],), name[1]):
            yield date(LEAP, month, day) - timedelta(step)


def _by_event(sentence: Said, before: Said | None, after: Said | None) -> Iterator[date]:
    """«Кеше Астанада бесінші Дүниежүзілік көшпенділер ойындары ашылды»: a known event's first or last day."""
    step = next((calendar.RELATIVE_DAYS[t.lower] for t in sentence.tokens if t.lower in kk.NOWADAYS_BY_NAME), None)
    days = event_days(sentence) if step is not None and not list(sentence.years()) else set()
    if len(days) == 1 and step is not None:
        yield days.pop() - timedelta(step)


def month_of_death(said: Sequence[Said]) -> Told | None:
    """The day of the death that words of mourning tell of, the latest that they tell: such words follow it closely."""
    mourning = any(sentence.has(kk.MOURNED) for sentence in said)
    deaths = [
        (one.day, " ".join(token.text for token in sentence.tokens[:_SHOWN]))
        for sentence in (said if mourning else ())
        if any(sentence.has_pair((name.split()[0],), name.split()[1]) for name in kk.DIED)
        for one in _days(sentence)
        if one.day.year != LEAP
    ]
    latest = max((one.day for sentence in said for one in _days(sentence)), default=None) if deaths else None
    return deaths[-1] if deaths and deaths[-1][0] == latest else None


_Rule = Callable[[Said, Said | None, Said | None], Iterator[date]]
_RULES: tuple[_Rule, ...] = (_by_name, _by_count, _by_what_is_left, _by_jubilee, _by_event, _by_feast)


def _days(sentence: Said) -> list[_Day]:
    """The days that a sentence tells, with their years or without."""
    found: list[_Day] | None = sentence.kept.get("days")
    if found is None:
        found = sentence.kept["days"] = list(_days_of(sentence))
    return found


def _days_of(sentence: Said) -> Iterator[_Day]:
    covered: set[int] = set()
    for mention in sentence.dates:
        if _WHOLE.fullmatch(mention.edtf or ""):
            first, last = sentence.places(mention)
            covered |= set(range(first, last + 1))
            yield _Day(first, last, date.fromisoformat(mention.edtf or ""))
    if not sentence.has(calendar.MONTHS) and not sentence.has(tuple("123456789")):
        return
    starts: dict[int, int] = {}
    text = ""
    for place, token in enumerate(sentence.tokens):
        starts[len(text)] = place
        text += token.lower + " "
    for match in _DAY.finditer(text):
        begin = starts.get(match.start())
        month, day = calendar.MONTH_NUMBERS[match[2]], int(match[1])
        if begin is None or begin in covered or not is_day(LEAP, month, day):
            continue
        yield _Day(begin, max(at for start, at in starts.items() if start < match.end()), date(LEAP, month, day))


def _beside(sentence: Said, first: int, last: int, days: Sequence[_Day]) -> date | None:
    """The day right before or right after tokens, marks and «яғни» apart."""
    for one in days:
        for begin, end in ((last + 1, one.first), (one.last + 1, first)):
            near = 0 <= end - begin <= _NEAR_MARKS
            if near and all(t.kind == "mark" or t.lower in kk.BESIDE_A_DAY for t in sentence.tokens[begin:end]):
                return one.day
    return None


def _counted(sentence: Said) -> Iterator[tuple[int, int, int]]:
    """Exact counts of days and weeks: how many days, the first token, the last."""
    for place, token in enumerate(sentence.tokens):
        unit = next((days for stem, days in _UNITS.items() if token.lower.startswith(stem)), None)
        if unit is None or not place:
            continue
        for first in range(max(0, place - 3), place):
            numeral = read_numeral(sentence.tokens, first)
            if numeral is None or numeral.last != place - 1 or numeral.ordinal or numeral.step is not None:
                continue
            if numeral.value == int(numeral.value) and 1 <= numeral.value * unit <= _MOST:
                yield int(numeral.value) * unit, first, place
                break


def _is_dative(sentence: Said, first: int) -> bool:
    """Whether what so many days are left to stands right before their count: «мерекеге үш күн»."""
    at = first - 1
    while sentence.lower(at) in (*kk.EXACTLY, "енді", "тағы", "әлі", "бар-жоғы", "небәрі", ","):
        at -= 1
    return sentence.lower(at).endswith(("ға", "ге", "қа", "ке", "на", "не"))


def _jubilee(sentence: Said, first: int) -> date | None:
    """The day of a known beginning's jubilee: «Ұлы Жеңістің сексен жылдығына …»."""
    many = [count for count, begin, _ in counts(sentence) if count >= _FEWEST and begin < first]
    for year, month, day in known_days(sentence) if len(many) == 1 else ():
        return date(year + many[0], month, day)
    return None
