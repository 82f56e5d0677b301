"""One cascade of reservoirs and two power systems, read from tables that a hydrologist can write, and checked.

A system is a folder of five CSV files with a unit in every head (docs/outlook.md has each column): reservoirs, levels,
plants, terms, steps. Whatever is missing, negative, misaligned or without a unit is refused in one line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import numpy.typing as npt

from qatynas.model.errors import InputError
from qatynas.outlook.columns import Columns, read_columns
from qatynas.outlook.values import Rest

Course = npt.NDArray[np.float64]
DAY = 86_400.0
MILLION = 1e6
_EXAMPLES = Path(__file__).parent / "examples"


@dataclass(frozen=True, slots=True)
class Reservoir:
    """A reservoir with its plant. Volumes in million m3; below is the index of the next one downstream, None at the
    end.

    turbines is the most that they let through in m3/s, capacity the plant's MW, efficiency a share, tail the level
    below the plant in m; volumes and levels are points of the curve between dead and full.
    """

    name: str
    below: int | None
    full: float
    dead: float
    start: float
    end: float
    capacity: float
    efficiency: float
    turbines: float
    tail: float
    volumes: tuple[float, ...]
    levels: tuple[float, ...]

    def head(self, storage: Course) -> Course:
        """The fall in m at volumes of storage (million m3)."""
        return np.interp(storage, self.volumes, self.levels) - self.tail

    def slope(self, storage: Course) -> Course:
        """By how many m the fall grows for each million m3 at volumes of storage."""
        piece = np.clip(np.searchsorted(self.volumes, storage, side="right") - 1, 0, len(self.volumes) - 2)
        slopes: Course = np.diff(self.levels) / np.diff(self.volumes)
        return slopes[piece]


@dataclass(frozen=True, slots=True)
class Plant:
    """Other power of one side: MW and USD/MWh."""

    side: str
    name: str
    capacity: float
    cost: float


@dataclass(frozen=True, slots=True)
class Terms:
    """What binds the two: giver of water, receiver; the line in MW and its losses (a share); energy to be returned
    for each sent, None for as much as suits both; what power and irrigation water are worth where they fail."""

    giver: str
    receiver: str
    line: float
    losses: float
    returned: float | None
    power_shortage: float
    water_shortage: float


@dataclass(frozen=True, slots=True)
class Step:
    """A stretch of days: inflows of each reservoir and irrigation in m3/s, demands in MW."""

    start: date
    days: float
    inflows: tuple[float, ...]
    irrigation: float
    demand_giver: float
    demand_receiver: float


@dataclass(frozen=True, slots=True)
class System:
    """All of it. example says that the numbers are rounded ones for showing, not measured ones."""

    name: str
    example: bool
    reservoirs: tuple[Reservoir, ...]
    plants: tuple[Plant, ...]
    terms: Terms
    steps: tuple[Step, ...]
    rests: tuple[Rest, ...]

    def scaled(self, inflow: float) -> System:
        """The same with all inflows times a share: 0.7 is a dry year."""
        steps = tuple(replace(step, inflows=tuple(one * inflow for one in step.inflows)) for step in self.steps)
        return replace(self, steps=steps, name=f"{self.name}, inflow {inflow * 100:.0f} %")

    def repeated(self, years: int) -> System:
        """The same steps so many times after each other, a year apart."""
        span = self.steps[-1].start + timedelta(days=self.steps[-1].days) - self.steps[0].start
        steps = tuple(replace(one, start=one.start + span * year) for year in range(years) for one in self.steps)
        return replace(self, steps=steps)


def example(name: str = "toktogul") -> System:
    """A shipped example: toktogul, or naryn with Kambarata-1 above it. Raises InputError for another name."""
    folder = _EXAMPLES / name
    if not folder.is_dir():
        known = ", ".join(sorted(one.name for one in _EXAMPLES.iterdir() if one.is_dir()))
        raise InputError(name, f"no such example; there are {known}")
    system = read_system(folder)
    rests = tuple(replace(one, where=f"the example {name}, {Path(one.where).name}") for one in system.rests)
    return replace(system, example=True, name=name, rests=rests)


def read_system(folder: str | Path) -> System:
    """A system from its five files. Raises InputError that names file, row and remedy."""
    folder = Path(folder)
    reservoirs = _reservoirs(folder)
    terms = _terms(folder)
    plants = _plants(folder, terms)
    steps, table = _steps(folder, reservoirs, terms)
    files = ("reservoirs", "levels", "plants", "terms")
    rests = [Rest("", str(folder / f"{name}.csv"), name) for name in files]
    rests.append(Rest("", f"{table.path}, rows {table.numbers_of_rows[0]} to {table.numbers_of_rows[-1]}", "steps"))
    return System(folder.name, False, reservoirs, plants, terms, steps, tuple(rests))


def _reservoirs(folder: Path) -> tuple[Reservoir, ...]:
    table = read_columns(folder / "reservoirs.csv", ("name", "below"))
    curves = _levels(folder)
    names = table.words("name")
    volumes = {key: table.values(key, "m3") for key in ("full", "dead", "start", "end")}
    other = {
        key: table.values(key, unit) for key, unit in (("capacity", "MW"), ("efficiency", "%"), ("turbines", "m3/s"))
    }
    tails = table.values("tail", "m", least=None)
    found = []
    for row, (name, below) in enumerate(zip(names, table.words("below"), strict=True)):
        if below and below not in names[row + 1 :]:
            raise table.wrong(row, "below", f"{below!r} is no reservoir further down; name one of a later row, or none")
        if name not in curves:
            raise table.wrong(row, "name", f"levels.csv has no row of {name!r}; give its curve")
        full, dead, start, end = (volumes[key][row] / MILLION for key in ("full", "dead", "start", "end"))
        for key, value in (("start", start), ("end", end)):
            if not dead <= value <= full:
                raise table.wrong(
                    row, key, f"{value:g} million m3 does not lie between dead {dead:g} and full {full:g}"
                )
        if not 0 < other["efficiency"][row] <= 100:
            raise table.wrong(row, "efficiency", f"{other['efficiency'][row]:g} % is no efficiency; give 1 to 100")
        curve = curves[name]
        if curve[0][0] > dead + 1e-9 or curve[0][-1] < full - 1e-9:
            raise table.wrong(row, "full", f"levels.csv does not reach from dead {dead:g} to full {full:g} million m3")
        if curve[1][0] <= tails[row]:
            raise table.wrong(row, "tail", f"{tails[row]:g} m is not below the lowest level, {curve[1][0]:g} m")
        found.append(
            Reservoir(
                name, names.index(below) if below else None, full, dead, start, end, other["capacity"][row],
                other["efficiency"][row] / 100, other["turbines"][row], tails[row], *curve,
            )
        )  # fmt: skip
    return tuple(found)


def _levels(folder: Path) -> dict[str, tuple[tuple[float, ...], tuple[float, ...]]]:
    table = read_columns(folder / "levels.csv", ("reservoir",))
    volumes, levels = table.values("volume", "m3"), table.values("level", "m", least=None)
    found: dict[str, list[tuple[float, float]]] = {}
    for row, name in enumerate(table.words("reservoir")):
        point = (volumes[row] / MILLION, levels[row])
        before = found.setdefault(name, [])
        if before and (point[0] <= before[-1][0] or point[1] < before[-1][1]):
            raise table.wrong(
                row, "volume", "is not above the row before; order each reservoir's rows from low to high"
            )
        before.append(point)
    return {name: (tuple(v for v, _ in points), tuple(h for _, h in points)) for name, points in found.items()}


def _terms(folder: Path) -> Terms:
    table = read_columns(folder / "terms.csv", ("giver", "receiver"))
    losses = table.values("losses", "%")[0]
    if losses >= 100:
        raise table.wrong(0, "losses", f"{losses:g} % leaves nothing; give less than 100")
    free = table.has("returned") and not table.words("returned")[0]
    return Terms(
        table.words("giver")[0],
        table.words("receiver")[0],
        table.values("line", "MW")[0],
        losses / 100,
        None if free or not table.has("returned") else table.values("returned", "kWh/kWh")[0],
        table.values("power shortage", "USD/MWh")[0],
        table.values("water shortage", "USD/m3")[0],
    )


def _plants(folder: Path, terms: Terms) -> tuple[Plant, ...]:
    table = read_columns(folder / "plants.csv", ("side", "name"))
    capacity, cost = table.values("capacity", "MW"), table.values("cost", "USD/MWh")
    sides = table.words("side")
    for row, side in enumerate(sides):
        if side not in (terms.giver, terms.receiver):
            raise table.wrong(row, "side", f"{side!r} is neither {terms.giver} nor {terms.receiver} of terms.csv")
    return tuple(map(Plant, sides, table.words("name"), capacity, cost))


def _steps(folder: Path, reservoirs: Sequence[Reservoir], terms: Terms) -> tuple[tuple[Step, ...], Columns]:
    table = read_columns(folder / "steps.csv", ("start", "days"))
    days = table.values("days", "days")
    inflows = [table.values(f"inflow {one.name}".casefold(), "m3/s") for one in reservoirs]
    irrigation = table.values("irrigation", "m3/s")
    giver = table.values(f"demand {terms.giver}".casefold(), "MW")
    receiver = table.values(f"demand {terms.receiver}".casefold(), "MW")
    steps: list[Step] = []
    for row, cell in enumerate(table.words("start")):
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", cell):
            raise table.wrong(row, "start", f"{cell!r} is no day; write it as 2025-01-31")
        try:
            start = date.fromisoformat(cell)
        except ValueError:
            raise table.wrong(row, "start", f"{cell!r} is no day of the calendar; write it as 2025-01-31") from None
        if days[row] <= 0:
            raise table.wrong(row, "days", "a step lasts more than 0 days")
        due = steps[-1].start + timedelta(days=steps[-1].days) if steps else start
        if start != due:
            raise table.wrong(row, "start", f"{cell} where {due} was due by the days before; leave no gap")
        water = tuple(course[row] for course in inflows)
        steps.append(Step(start, days[row], water, irrigation[row], giver[row], receiver[row]))
    return tuple(steps), table
