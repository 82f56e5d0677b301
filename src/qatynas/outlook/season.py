"""What part of a year its first months are: by past years of the same figure, or by a proxy that is named one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from qatynas.outlook import errors as past
from qatynas.outlook.months import YEAR, Months
from qatynas.outlook.nowcast import NEAR
from qatynas.outlook.told import Statistics, Told
from qatynas.outlook.values import Rest


@dataclass(frozen=True, slots=True)
class Season:
    """Shares that the first months had of past years. sizes are the errors of telling each year by the ones before it;
    proxy names the series that they are of, "" for the figure's own."""

    shares: tuple[float, ...]
    sizes: tuple[float, ...]
    rests: tuple[Rest, ...]
    proxy: str

    @property
    def mean(self) -> float:
        """The mean share."""
        return sum(self.shares) / len(self.shares)

    @property
    def to_come(self) -> float:
        """The part of a year that comes after these months."""
        return 1 - self.mean


def own_season(one: Statistics, part: Told) -> Season | None:
    """By past years of which both this part and the whole are told; None below two: one year's share is a growth."""
    both = [(before, year) for before in one.parts if before.months == part.months and (year := one.year(before.year))]
    pairs = [(before, year) for before, year in both if before.year < part.year]
    shares = tuple(before.amount.value / year.amount.value for before, year in pairs)
    if len(shares) < 2 or not all(0 < share < 1 for share in shares):
        return None
    rests = tuple(rest for before, year in pairs for rest in (before.rest, year.rest))
    return Season(shares, tuple(_sizes(shares)), rests, "")


def _sizes(shares: tuple[float, ...]) -> list[float]:
    """Errors of telling each year by the mean share of those before it."""
    found = []
    for place in range(1, len(shares)):
        mean = sum(shares[:place]) / place
        found.append(past.size_of(1.0, shares[place] / mean, 1 - mean))
    return found


def proxy_season(months: Months, part: Told) -> Season | None:
    """By the full years of another series before this one; None where it has none."""
    shares = _shares(months, part.year, part.months)
    if not shares:
        return None
    near = range(max(part.months - NEAR, 1), min(part.months + NEAR, YEAR - 1) + 1)
    sizes = [size for month in near for size in _sizes(_shares(months, part.year, month))]
    last = f"{months.last[0]}-{months.last[1]:02}"
    rests = tuple(replace(rest, says=f"proxy, months to {last} used") for rest in months.rests)
    return Season(shares, tuple(sizes), rests, months.name)


def _shares(months: Months, before: int, month: int) -> tuple[float, ...]:
    found = (months.share(year, month) for year in months.full_years if year < before)
    return tuple(share for share in found if share and share < 1)
