"""Things found by their days, so that what happened on one day need not be sought among all that ever happened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Generic, TypeVar

from qatynas.relations.dates import bounds

T = TypeVar("T")

# Up to this long a period is found by each of its days; up to YEARS by its months; longer ones by any date.
DAYS = 7
YEARS = 3


class Calendar(Generic[T]):
    """Items by their dates (EDTF); what has none is left out. Items come back in the order that they were given."""

    def __init__(self, dated: Iterable[tuple[str | None, T]]) -> None:
        self._items: list[T] = []
        self._days: dict[date, list[int]] = defaultdict(list)
        self._coarse: dict[tuple[int, int], list[int]] = defaultdict(list)  # longer than DAYS, by month
        self._months: dict[tuple[int, int], list[int]] = defaultdict(list)  # all but the longest, by month
        self._long: list[int] = []
        for edtf, item in dated:
            if bounds(edtf) != (None, None):
                self._put(bounds(edtf), item)

    def _put(self, when: tuple[date | None, date | None], item: T) -> None:
        number = len(self._items)
        self._items.append(item)
        first, last = when
        if first is None or last is None or last.year - first.year > YEARS:
            self._long.append(number)
            return
        for month in _months(first, last):
            self._months[month].append(number)
        if (last - first).days < DAYS:
            for day in range((last - first).days + 1):
                self._days[first + timedelta(day)].append(number)
        else:
            for month in _months(first, last):
                self._coarse[month].append(number)

    def __iter__(self) -> Iterator[T]:
        return iter(self._items)

    def near(self, edtf: str | None) -> list[T]:
        """All items that share a day with this date, and perhaps some that do not; none where it is no date."""
        first, last = bounds(edtf)
        if first is None and last is None:
            return []
        if first is None or last is None or last.year - first.year > YEARS:
            return list(self._items)
        found = set(self._long)
        if (last - first).days < DAYS:
            for day in range((last - first).days + 1):
                found.update(self._days.get(first + timedelta(day), ()))
            for month in _months(first, last):
                found.update(self._coarse.get(month, ()))
        else:
            for month in _months(first, last):
                found.update(self._months.get(month, ()))
        return [self._items[number] for number in sorted(found)]


def _months(first: date, last: date) -> list[tuple[int, int]]:
    begin, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    return [(month // 12, month % 12 + 1) for month in range(begin, end + 1)]
