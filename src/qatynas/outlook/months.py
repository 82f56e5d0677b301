"""A monthly official series: read from a table, cut at what was published by a day, with its years and parts of
years."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from qatynas.model.errors import InputError
from qatynas.outlook.columns import read_columns
from qatynas.outlook.values import Rest

# Both offices publish a month's trade in the middle of the second month after it.
PUBLISHED_AFTER = timedelta(days=45)
YEAR = 12
_MONTH = re.compile(r"(\d{4})-(\d\d)(?:-\d\d)?(?:[T ].*)?")


@dataclass(frozen=True, slots=True)
class Months:
    """Values of months without a gap, in USD. first is the year and the month (1 to 12) of the first value.

    name says what it is («exports.csv»), rests the files that it was read from.
    """

    name: str
    first: tuple[int, int]
    values: tuple[float, ...]
    rests: tuple[Rest, ...] = ()

    def place(self, year: int, month: int) -> int:
        """The index of a month; may lie outside."""
        return (year - self.first[0]) * YEAR + month - self.first[1]

    def has(self, year: int, month: int) -> bool:
        """Whether a month is known."""
        return 0 <= self.place(year, month) < len(self.values)

    def part(self, year: int, month: int) -> float | None:
        """January up to and with a month; None where not all of it is known."""
        if not (self.has(year, 1) and self.has(year, month)):
            return None
        start = self.place(year, 1)
        return sum(self.values[start : start + month])

    def total(self, year: int) -> float | None:
        """A full year."""
        return self.part(year, YEAR)

    @property
    def full_years(self) -> tuple[int, ...]:
        """The years that are known from January to December."""
        last = self.first[0] + (self.first[1] - 1 + len(self.values)) // YEAR
        return tuple(year for year in range(self.first[0], last + 1) if self.total(year) is not None)

    @property
    def last(self) -> tuple[int, int]:
        """The year and month of the last value."""
        months = self.first[0] * YEAR + self.first[1] - 1 + len(self.values) - 1
        return months // YEAR, months % YEAR + 1

    def until(self, year: int, month: int) -> Months:
        """Only what comes up to and with a month."""
        return replace(self, values=self.values[: max(self.place(year, month) + 1, 0)])

    def known_by(self, day: date) -> Months:
        """Only the months that were published by a day: see PUBLISHED_AFTER."""
        end = day - PUBLISHED_AFTER + timedelta(days=1)  # the first day after the last month that was out
        months = end.year * YEAR + end.month - 2
        return self.until(months // YEAR, months % YEAR + 1)

    def share(self, year: int, month: int) -> float | None:
        """What part of a year's total came by the end of a month; None where the year is not known."""
        part, total = self.part(year, month), self.total(year)
        return part / total if part is not None and total else None


def read_months(path: str | Path, *, unit: str | None = None) -> Months:
    """The series in a table with columns «date» (2019-01 or 2019-01-01) and «value [thousand USD]».

    unit is that of the values where the head names none. Raises InputError that names file, row and remedy for a month
    that is missing, comes twice, or has no value or a negative one.
    """
    table = read_columns(path, ("date", "value"))
    values = table.values("value", "USD", stated=unit)
    months = []
    for row, cell in enumerate(table.words("date")):
        found = _MONTH.fullmatch(cell)
        if not found or not 1 <= int(found[2]) <= YEAR:
            raise table.wrong(row, "date", f"{cell!r} is no month; write it as 2019-01")
        months.append(int(found[1]) * YEAR + int(found[2]) - 1)
        if row and months[-1] != months[-2] + 1:
            follows = f"{cell[:7]} follows {months[-2] // YEAR}-{months[-2] % YEAR + 1:02}"
            raise table.wrong(row, "date", f"{follows}; give every month once and in order: nothing is filled in")
    first = (months[0] // YEAR, months[0] % YEAR + 1)
    last = table.words("date")[-1][:7]
    rest = Rest("", f"{path}, rows {table.numbers_of_rows[0]} to {table.numbers_of_rows[-1]}", f"months to {last}")
    return Months(Path(path).name, first, tuple(values), (rest,))


def together(series: list[Months]) -> Months:
    """Several series added month by month (exports and imports). Raises InputError where their months differ."""
    first = series[0]
    for other in series[1:]:
        if (other.first, len(other.values)) != (first.first, len(first.values)):
            raise InputError(
                other.name,
                f"its months {_span(other)} are not those of {first.name}, {_span(first)}; cut both to the same months",
            )
    return Months(
        " + ".join(one.name for one in series),
        first.first,
        tuple(sum(values) for values in zip(*(one.values for one in series), strict=True)),
        tuple(rest for one in series for rest in one.rests),
    )


def _span(months: Months) -> str:
    (year, month), (last_year, last_month) = months.first, months.last
    return f"{year}-{month:02} to {last_year}-{last_month:02}"
