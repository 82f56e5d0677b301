"""Evidence for a text's day from what the world knows to have lasted from day to day: games, feasts, a capital's name.

A name tells a day only where the date line's lies in or near the days of its event; a sentence that tells its year by
number tells of the past. Feasts of the Muslim year are reckoned by its tabular calendar, a day or two off the seen one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from qatynas.language.dating_animals import animals_now
from qatynas.language.dating_known import Lasting, known_years, years_held
from qatynas.language.dating_offices import Tenure
from qatynas.language.dating_told import Said
from qatynas.language.kk import dating as kk
from qatynas.language.mentions import Token

# Points, as in dating_evidence.
_EVENT, _EVENT_NOW = 1.2, 2.6
_FEAST, _NOT_THE_FEAST = 2.4, -1.5
_ANIMAL, _NOT_THE_ANIMAL = 1.5, -1.5
_BEFORE, _AFTER, _EDGE = 2, 10, 4  # days: before an event, after it, about its first and last day
_FEAST_BEFORE, _FEAST_AFTER = 4, 6
_YEARS = range(kk.EARLIEST, 2036)
_RAT = 2020  # a year of the rat; the year of an animal begins at Nauryz
_NAURYZ = (3, 14)
_TWELVE = 12
_SEEN, _FEAST_LASTS = 2, 2  # days by which the seen calendar may be earlier, and after a feast's first one
_EPOCH = date(622, 7, 19).toordinal()  # 1 Muharram of the year 1, by the calendar in use now
_LEAP_OF_30 = 11

Fitting = Callable[[date], Iterator[tuple[float, str]]]  # points for a day, and why


def lasting_told(said: Sequence[Said]) -> list[tuple[Tenure, ...]]:
    """The days of what a text tells of as it is now: a capital's name, a government."""
    found: list[tuple[Tenure, ...]] = []
    for sentence in said:
        if sentence.has(kk.THEN) or any(kk.A_YEAR.fullmatch(token.lower) for token in sentence.tokens):
            continue
        for row in _named(sentence, known_years().lasting):
            tenure: tuple[Tenure, ...] = ((date.fromisoformat(row.since), date.fromisoformat(row.until)),)
            if tenure not in found:
                found.append(tenure)
    return found


def told(said: Sequence[Said]) -> Fitting:
    """A rule that gives points to a day by the events, feasts and animals' years that the sentences name."""
    now = [s for s in said if not any(kk.A_YEAR.fullmatch(token.lower) for token in s.tokens)]
    events = {(row, s.has(kk.JUST_NOW)) for s in now for row in _named(s, known_years().event)}
    feasts = {feast for s in now for feast in kk.FEASTS if _feast_in(s, feast) and not s.has(kk.THEN)}
    animals = {at for s in now for at in animals_now(s)}

    def fitting(own: date) -> Iterator[tuple[float, str]]:
        for row, lately in events:
            since, until = date.fromisoformat(row.since), date.fromisoformat(row.until)
            if not since - timedelta(_BEFORE) <= own <= until + timedelta(_AFTER):
                continue
            near = min(abs((own - since).days), abs((own - until).days)) <= _EDGE + _AFTER * lately
            yield (_EVENT_NOW if near and (lately or len(row.kk[0].split()) > 1) else _EVENT), f"{row.kk[0]}: {since}"
        for feast in feasts:
            days = [day for day in feast_days(feast) if -_FEAST_BEFORE <= (own - day).days <= _FEAST_AFTER]
            yield (_FEAST if days else _NOT_THE_FEAST), f"{feast} about {days[0]}" if days else ""
        for animal in animals:
            begun = own.year if (own.month, own.day) >= _NAURYZ else own.year - 1
            fits = animal in ((begun - _RAT) % _TWELVE, (own.year - _RAT) % _TWELVE)
            yield (_ANIMAL if fits else _NOT_THE_ANIMAL), "the year of that animal"

    return fitting


def event_days(sentence: Said, any_day: bool = False) -> set[date]:
    """When a known event that a sentence names opened, or closed, as its verb tells; any_day: whatever it tells."""
    held = set(years_held(sentence))
    if any_day:
        return {
            date.fromisoformat(end) for row in _named(sentence, known_years().event) for end in (row.since, row.until)
        }
    ended, begun = sentence.has(kk.CLOSED), sentence.has(kk.OPENED)
    if ended == begun:
        return set()
    days = {date.fromisoformat(row.until if ended else row.since) for row in _named(sentence, known_years().event)}
    return {day for day in days if not held or day.year in held}


def feast_month(said: Sequence[Said], year: int) -> int | None:
    """The month of a year in which a feast of the Muslim year that is kept «бүгін» fell; None where the seen calendar,
    a day or two before the tabular one, or the feast's later days may lie in another."""
    for feast in kk.FEASTS:
        for at, sentence in enumerate(said):
            if _feast_in(sentence, feast) and any(token.lower == kk.TODAY for token in _near(said, at)):
                last = 0 if sentence.has(kk.FIRST) else _FEAST_LASTS
                about = [day for day in feast_days(feast) if day.year == year]
                months = {(day + timedelta(step)).month for day in about for step in (-_SEEN, last)}
                return months.pop() if len(months) == 1 else None
    return None


def _near(said: Sequence[Said], at: int) -> Iterator[Token]:
    for sentence in said[at : at + 2]:
        yield from sentence.tokens


def years_of_events(said: Sequence[Said]) -> set[int]:
    """Years that a named event, feast or animal may mean."""
    years = {int(row.since[:4]) for s in said for row in _named(s, known_years().event)}
    if any(_feast_in(s, feast) for s in said for feast in kk.FEASTS):
        years |= set(_YEARS)
    return years


def _named(sentence: Said, rows: Sequence[Lasting]) -> Iterator[Lasting]:
    words = sentence.kept.get("words")
    if words is None:
        words = sentence.kept["words"] = " " + " ".join(t.lower for t in sentence.tokens if t.kind != "mark")
    for row in rows:
        for name in row.kk:
            at = words.find(" " + name)
            if at < 0:
                continue
            if row.unless and words[at + len(name) :].partition(" ")[2].startswith(row.unless):
                continue
            if not row.beside or sentence.has(row.beside):
                yield row
                break


def _feast_in(sentence: Said, feast: str) -> bool:
    first, second = kk.FEASTS[feast][0]
    pairs = zip(sentence.tokens, sentence.tokens[1:], strict=False)
    return any(a.lower.startswith(first) and b.lower.startswith(second) for a, b in pairs)


@cache
def feast_days(feast: str) -> tuple[date, ...]:
    """The first days of a feast, by the tabular calendar."""
    month, day = kk.FEASTS[feast][1]
    return tuple(found for year in range(1411, 1460) if (found := _of_the_hijra(year, month, day)).year in _YEARS)


def _of_the_hijra(year: int, month: int, day: int) -> date:
    leaps = (3 + _LEAP_OF_30 * year) // 30
    passed = 354 * (year - 1) + leaps + (59 * (month - 1) + 1) // 2 + day - 1
    return date.fromordinal(_EPOCH + passed)
