"""A year from part of it: four methods, their combination, how wrong each has been, and the chance of a target.

Each method takes the part that is known and gives the year. The combination is the geometric mean of the two that
know the season from all years, share and smoothing; where neither can be had, of those that are left. Equal weights:
weights fitted to a handful of years did worse in every trial (docs/outlook.md).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from qatynas.outlook import errors as past
from qatynas.outlook.errors import LEVEL, Errors
from qatynas.outlook.months import YEAR, Months
from qatynas.outlook.smoothing import sums_to_come
from qatynas.outlook.values import Range, Rest, amount, as_json

SHARE, GROWTH, RUN_RATE, SMOOTHING = METHODS = ("share", "growth", "run_rate", "smoothing")
COMBINATION = "combination"
NEAR = 1  # months to either side whose trials stand for a month's own: three times as many, as wrong as each other
LEAST_TO_COME = 0.001  # of a year, where past years had nothing in its last months
ENOUGH = 9  # errors of the past from which a range of 90 % can be told
SEASONAL = (SHARE, SMOOTHING)
MEANS = {
    SHARE: "what came so far, by the mean share that these months had of past years",
    GROWTH: "last year times the growth so far",
    RUN_RATE: "the months to come like those so far",
    SMOOTHING: "damped exponential smoothing, simulated paths summed",
    COMBINATION: "the geometric mean of the methods that know the season",
}


@dataclass(frozen=True, slots=True)
class Way:
    """One method: the year that it gives, None where it cannot (why says the reason).

    error is its mean absolute error in percent after the same month of past years, over so many of them (tested); 0 of
    them: it is what it was elsewhere (`errors.lent`).
    """

    method: str
    total: float | None
    error: float | None
    tested: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class Chance:
    """The probability that a target is met. due is EDTF or None; by_year gives the chance for each year's end; curve
    gives amounts, from low to high, with the chance that a year up to the one that probability is of reaches each.

    claim is the claim's id, "" for a target that was typed. why says what the probability is of, or why there is none;
    reason is its key (REASONS), year the year that it speaks of, 0 for none.
    """

    claim: str
    target: float
    unit: str
    due: str | None
    status: str
    probability: float | None
    by_year: tuple[tuple[int, float], ...]
    curve: tuple[tuple[float, float], ...]
    why: str
    rests: tuple[Rest, ...] = ()
    reason: str = "typed"
    year: int = 0


REASONS = ("typed", "open", "by", "in", "reached", "past", "few", "far", "untold")
"""What a chance is of: no deadline, by a year, in a year; or why there is none: reached, past, too few growths known,
too far ahead, nothing told in dollars."""


@dataclass(frozen=True, slots=True)
class Nowcast:
    """A year's total told from part of it.

    so_far is the part known, of so many months; total the combination with its range of 90 % (level); to_come the
    part of the year that is missing, errors those of the past that the range is made of, and whose they are
    (`errors.borrowed`, "" for its own). curve gives totals with the chance that each is reached; proxy names the
    series whose season was taken. decides says what the answer hangs on, little how little it rests on.
    """

    indicator: str
    unit: str
    year: int
    months: int
    so_far: Range
    ways: tuple[Way, ...]
    combined: tuple[str, ...]
    total: Range
    level: float
    to_come: float
    errors: Errors
    proxy: str
    curve: tuple[tuple[float, float], ...]
    chances: tuple[Chance, ...]
    decides: str
    little: str
    rests: tuple[Rest, ...]

    @property
    def says(self) -> str:
        """The headline."""
        ends = f"{amount(self.total.low, '').strip()} … {amount(self.total.high, self.unit)}"
        return f"{self.indicator} {self.year}: {amount(self.total.value, self.unit)} (90 %: {ends})"

    def rows(self) -> list[dict[str, Any]]:
        """A row a method, the combination last."""
        told: list[dict[str, Any]] = [
            {"method": way.method, "total": way.total, "error_percent": way.error, "tested": way.tested, "why": way.why}
            for way in self.ways
        ]
        total = self.total
        return [*told, {"method": COMBINATION, "total": total.value, "low": total.low, "high": total.high}]

    def as_json(self) -> dict[str, Any]:
        """Everything, as JSON types."""
        return {"says": self.says} | dict(as_json(self))


def estimates(months: Months, year: int, month: int) -> dict[str, float | None]:
    """What each method gives for a year after a month, from nothing later than that month."""
    known = months.until(year, month)
    part, last = known.part(year, month), known.total(year - 1)
    shares = [share for past_year in known.full_years if (share := known.share(past_year, month))]
    before = known.part(year - 1, month)
    to_come = sums_to_come(known.values, YEAR - month) if part else None
    return {
        SHARE: part / (sum(shares) / len(shares)) if part and shares else None,
        GROWTH: last * part / before if part and last and before else None,
        RUN_RATE: part * YEAR / month if part else None,
        SMOOTHING: part + to_come[len(to_come) // 2] if part and to_come else None,
    }


def combine(found: Mapping[str, float | None]) -> tuple[float, tuple[str, ...]]:
    """The combination and the methods that it is made of. Raises ValueError where no method gives anything."""
    used = [name for name in SEASONAL if found.get(name)] or [name for name in METHODS if found.get(name)]
    if not used:
        raise ValueError("no method gives anything")
    return math.exp(sum(math.log(found[name] or 1.0) for name in used) / len(used)), tuple(used)


@dataclass(frozen=True, slots=True)
class Trial:
    """One year of the past told from its first months, and what became of it."""

    year: int
    month: int
    to_come: float
    outcome: float
    estimates: tuple[tuple[str, float], ...]  # methods and the combination

    def error(self, method: str) -> float | None:
        """The absolute error in percent."""
        found = dict(self.estimates).get(method)
        return None if found is None else abs(found / self.outcome - 1) * 100

    @property
    def size(self) -> float:
        """The combination's error as `errors` counts it."""
        return past.size_of(self.outcome, dict(self.estimates)[COMBINATION], self.to_come)


@lru_cache(maxsize=1024)
def trial(months: Months, year: int, month: int) -> Trial | None:
    """A full year told after one of its months; None where nothing could be told."""
    outcome = months.total(year)
    known = estimates(months, year, month)
    if not outcome or not any(value for name, value in known.items() if name != RUN_RATE):
        return None
    told = tuple((name, value) for name, value in known.items() if value)
    return Trial(year, month, to_come_of(months, year, month), outcome, (*told, (COMBINATION, combine(known)[0])))


def trials(months: Months, before: int, month: int) -> tuple[Trial, ...]:
    """Every full year before a year, told after this month and its neighbours (NEAR) from what was known then."""
    near = range(max(month - NEAR, 1), min(month + NEAR, YEAR - 1) + 1)
    found = (trial(months, year, one) for year in months.full_years if year < before for one in near)
    return tuple(one for one in found if one)


def to_come_of(months: Months, year: int, month: int) -> float:
    """What part of a year is still to come after a month, by the years before it."""
    shares = [share for known in months.full_years if known < year and (share := months.share(known, month))]
    return max(1 - sum(shares) / len(shares), LEAST_TO_COME) if shares else (YEAR - month) / YEAR


def errors_before(months: Months, year: int, month: int) -> Errors | None:
    """The combination's errors in the trials before a year; None where there were none."""
    found = [one.size for one in trials(months, year, month)]
    return past.errors_of(found) if found else None


def ways_of(months: Months, year: int, month: int) -> tuple[Way, ...]:
    """Each method's total, and how wrong it has been after this month."""
    known = estimates(months, year, month)
    same = [one for one in trials(months, year, month) if one.month == month]
    ways = []
    for method in METHODS:
        missed = [error for one in same if (error := one.error(method)) is not None]
        mean = sum(missed) / len(missed) if missed else None
        why = "" if known[method] else "too few months before"
        ways.append(Way(method, known[method], mean, len(missed), why))
    return tuple(ways)


def nowcast_months(months: Months, year: int, month: int, indicator: str, targets: tuple[float, ...] = ()) -> Nowcast:
    """A year of a monthly series from its first months. Raises ValueError where the part is not known."""
    part = months.part(year, month)
    if part is None or month >= YEAR:
        raise ValueError(f"the months of {year} up to {month} are not all known, or nothing of the year is to come")
    ways = ways_of(months, year, month)
    total, used = combine({way.method: way.total for way in ways})
    errors = errors_before(months, year, month) or past.lent(RUN_RATE if RUN_RATE in used else used[0])
    to_come = to_come_of(months, year, month)
    reach = errors.width() * to_come
    curve = past.curve_of(total, part, to_come, errors)
    told = tuple(
        Chance(
            "", goal, "USD", str(year), "target", past.chance_of(goal, total, part, to_come, errors), (), curve, "typed"
        )
        for goal in targets
    )
    return Nowcast(
        indicator, "USD", year, month, Range(part, part, part), ways, used,
        Range(total, max(total * math.exp(-reach), part), total * math.exp(reach)), LEVEL, to_come,
        errors, "", curve, told,
        decides(part, month, year, total, "USD", targets),
        "" if len(errors.sizes) >= ENOUGH else f"only {len(errors.sizes)} trials of the past say how wide the range is",
        months.rests,
    )  # fmt: skip


def decides(part: float, month: int, year: int, total: float, unit: str, targets: tuple[float, ...]) -> str:
    """What the answer hangs on, in plain words."""
    left, pace = YEAR - month, part / month
    goal, what = (targets[0], "the target") if targets else (total, "this")
    if part >= goal:
        return f"{amount(goal, unit)} was reached within {month} months of {year}"
    needed = (goal - part) / left
    return (
        f"the {left} months that are left: {what} of {amount(goal, unit)} needs {amount(needed, unit)} a month in "
        f"them, {needed / pace:.2f} times the pace so far ({amount(pace, unit)} a month)"
    )
