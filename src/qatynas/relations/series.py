"""Series: figures that differ only in when they are said of, each cell with everything that fills it."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta

from qatynas.model.claim import Figure
from qatynas.relations.dates import bounds, order
from qatynas.relations.histories import Course
from qatynas.relations.joining import PREFERRED, newest
from qatynas.relations.keys import cell_of
from qatynas.relations.values import Cell, Fact, Point, Series

_MEASURES = ("level", "growth", "multiple", "change", "share", "rank")

# Lengths of periods in days, from the shortest February to the longest; what is none of these is some other length.
_LENGTHS = ((1, 1, "day"), (28, 31, "month"), (90, 92, "quarter"), (181, 184, "half"), (365, 366, "year"))


def series(facts: Iterable[Fact[Figure]]) -> tuple[Series, ...]:
    """All series, by indicator. Statistics of different reporters stand apart, full years beside part-years."""
    cells: dict[tuple[Cell, str | None], dict[Cell, list[Fact[Figure]]]] = defaultdict(lambda: defaultdict(list))
    for fact in facts:
        cell = cell_of(fact.claim)
        cells[head_of(cell), fact.claim.reporter][cell].append(fact)
    found = (Series(head, reporter, _points(filled)) for (head, reporter), filled in cells.items())
    return tuple(sorted(found, key=lambda one: (one.head.indicator, repr(one.head), one.reporter or "")))


def courses(found: Sequence[Series]) -> tuple[Course, ...]:
    """Series of one indicator between the same sides together, whatever they measure: levels first."""
    together: dict[tuple[Cell, str | None], list[Series]] = defaultdict(list)
    for one in found:
        together[dataclasses.replace(one.head, measure="", unit="", rate=None), one.reporter].append(one)
    return tuple(
        Course(head.indicator, reporter, tuple(sorted(mine, key=_by_measure)))
        for (head, reporter), mine in together.items()
    )


def length(period: str | None) -> str:
    """What sort of period: "year", "to_date" (from January on), "half", "quarter", "month", "day", "season", "years",
    "open" (without a beginning or an end), "part" (another part of a year) or "" where there is none."""
    first, last = bounds(period)
    if first is None or last is None:
        return "open" if first or last else ""
    days = (last - first + timedelta(days=1)).days
    if period and "/" not in period and first.day == 1 and days in range(89, 93) and first.month in (3, 6, 9, 12):
        return "season"
    for least, most, name in _LENGTHS:
        if least <= days <= most:
            return "part" if name in ("quarter", "half") and _is_odd(first.month, name) else name
    if first.year == last.year:
        return "to_date" if (first.month, first.day) == (1, 1) else "part"
    return "years"


def _is_odd(month: int, name: str) -> bool:
    """Whether a stretch of three or six months is no quarter or half of the calendar."""
    return (month - 1) % (3 if name == "quarter" else 6) != 0


def _by_measure(one: Series) -> tuple[int, str]:
    known = one.head.measure in _MEASURES
    return _MEASURES.index(one.head.measure) if known else len(_MEASURES), repr(one.head)


def head_of(cell: Cell) -> Cell:
    """What the cells of one series have in common."""
    return dataclasses.replace(cell, period=None, base_period=None, status="")


def _points(filled: dict[Cell, list[Fact[Figure]]]) -> tuple[Point, ...]:
    points = (Point(cell, tuple(sorted(facts, key=_shown, reverse=True))) for cell, facts in filled.items())
    return tuple(sorted(points, key=lambda p: (order(p.cell.period), p.cell.status, repr(p.cell))))


def _shown(fact: Fact[Figure]) -> tuple[bool, tuple[int, str]]:
    """What a person prefers comes first, then the newest."""
    return any(report.why == PREFERRED for report in fact.reports), newest(fact)
