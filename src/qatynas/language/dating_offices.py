"""Which years the people whom a text names with their offices held them in: evidence for the year of the text."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import pairwise

from qatynas.data import world
from qatynas.language.kk import dating as kk
from qatynas.language.mentions import NameType, Token
from qatynas.language.names_found import Found
from qatynas.model.period import Period

Tenure = tuple[date, date | None]
_IN_OFFICE, _IN_OFFICE_AT_MOST, _NOT_IN_OFFICE = 0.2, 0.4, -1.5
_SINCE_LONG = -0.1  # for each year after the last of them took office
_ONLY_THEN, _ONLY_THEN_ALONE = 2.0, 1.6
_NEWS = 20  # days after the end of an office in which its holder is told of by it
_AHEAD = 12  # years after an office was taken in which a weekday comes round to a day again


def offices_told(words: Sequence[Token], found: Sequence[Found]) -> Iterator[tuple[Tenure, ...]]:
    """When each person whom a sentence names right after an office held it; nothing for those that no list knows."""
    if any(word.lower.startswith(kk.THEN) for word in words):
        return  # «президент … кезінде»
    for office, person in pairwise(found):
        if office.type is not NameType.OFFICE or person.type is not NameType.PERSON or person.first != office.last + 1:
            continue
        former = any(word.lower in kk.FORMER for word in words[max(0, office.first - 2) : office.first])
        known = _tenures().get((person.canonical, office.role.partition("/")[0]), ())
        if known and not former:
            yield known


@cache
def _tenures() -> dict[tuple[str, str], tuple[Tenure, ...]]:
    found: dict[tuple[str, str], tuple[Tenure, ...]] = {}
    for person in world().people:
        for tenure in person.offices:
            begin, end = Period(tenure.since).first, Period(tenure.until).last if tenure.until else None
            if begin is not None:
                key = (person.name, tenure.office)
                found[key] = (*found.get(key, ()), (begin, end))
    return found


def years_of(told: Iterable[tuple[Tenure, ...]]) -> set[int]:
    """Years in which somebody named held his office."""
    years: set[int] = set()
    for tenures in told:
        for begin, end in tenures:
            years |= set(range(begin.year, (end.year if end else begin.year + _AHEAD) + 1))
    return years


def _held(day: date, tenures: tuple[Tenure, ...]) -> bool:
    return any(begin <= day and (end is None or day <= end) for begin, end in tenures)


def _only_then(own: date, told: Sequence[tuple[Tenure, ...]]) -> bool:
    """Whether no other year has a day of that name on which all of them held their offices; somebody's must be over."""
    if all(end is None for tenures in told for _, end in tenures):
        return False
    others = years_of(told) - {own.year}
    same = [date(year, own.month, min(own.day, monthrange(year, own.month)[1])) for year in others]
    return not any(all(_held(day, tenures) for tenures in told) for day in same)


def in_office(own: date, told: Sequence[tuple[Tenure, ...]], alone: bool) -> Iterator[tuple[float, str]]:
    """Points for a day by who then held the office that the text gives him; alone: no words name a year."""
    if not told:
        return
    lately = date.fromordinal(max(1, own.toordinal() - _NEWS))
    held = [_held(own, tenures) or _held(lately, tenures) for tenures in told]
    if all(held) and (alone or len(set(told)) > 1) and _only_then(own, told):
        points = _ONLY_THEN if len(set(told)) > 1 else _ONLY_THEN_ALONE
        yield points, f"only in {own.year} did all whom it names hold their offices on that day"
    yield min(_IN_OFFICE * sum(held), _IN_OFFICE_AT_MOST), "who is named held his office then"
    yield _NOT_IN_OFFICE * min(2, held.count(False)), ""
    taken = [
        max(begin for begin, _ in tenures if begin <= own) for tenures, fits in zip(told, held, strict=True) if fits
    ]
    if taken:
        yield _SINCE_LONG * (own.year - max(taken).year), ""
