"""Tables with a unit in every head, such as «inflow [m3/s]»: read, checked, and refused in one line that names the row.

Nothing is filled in: a cell that is empty, negative where that cannot be, or no number is an error with its remedy.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qatynas.model.errors import InputError
from qatynas.read.tables import cell_name, table_path

# Unit as written → the unit that models count in, and by how much its numbers are multiplied.
UNITS: dict[str, tuple[str, float]] = {
    "m3": ("m3", 1.0), "thousand m3": ("m3", 1e3), "million m3": ("m3", 1e6), "Mm3": ("m3", 1e6), "km3": ("m3", 1e9),
    "m3/s": ("m3/s", 1.0), "m": ("m", 1.0), "days": ("days", 1.0), "%": ("%", 1.0), "percent": ("%", 1.0),
    "kW": ("MW", 1e-3), "MW": ("MW", 1.0), "GW": ("MW", 1e3),
    "USD": ("USD", 1.0), "thousand USD": ("USD", 1e3), "million USD": ("USD", 1e6), "billion USD": ("USD", 1e9),
    "USD/MWh": ("USD/MWh", 1.0), "USD/kWh": ("USD/MWh", 1e3), "USD/m3": ("USD/m3", 1.0),
    "USD/thousand m3": ("USD/m3", 1e-3), "kWh/kWh": ("kWh/kWh", 1.0),
}  # fmt: skip
_HEAD = re.compile(r"(?P<name>[^\[\]]*?)\s*(?:\[(?P<unit>[^\[\]]*)\])?\s*")


def _plain(unit: str) -> str:
    return " ".join(unit.replace("³", "3").casefold().split())


_BY_NAME = {_plain(name): meant for name, meant in UNITS.items()}


@dataclass(frozen=True, slots=True)
class Columns:
    """A table by its heads. names and units stand side by side; rows are the cells below the head."""

    path: str
    names: tuple[str, ...]
    units: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers_of_rows: tuple[int, ...]

    def has(self, name: str) -> bool:
        """Whether there is such a column."""
        return name in self.names

    def words(self, name: str) -> list[str]:
        """A column as text. Raises InputError where it is missing."""
        place = self._place(name)
        return [row[place].strip() if place < len(row) else "" for row in self.rows]

    def values(self, name: str, unit: str, *, least: float | None = 0.0, stated: str | None = None) -> list[float]:
        """A column as numbers of a unit. stated is its unit where the head has none; least the smallest allowed."""
        place = self._place(name)
        written = self.units[place] or stated or ""
        factor = self._factor(name, place, written, unit)
        return [self._number(row, place, name, least) * factor for row in range(len(self.rows))]

    def wrong(self, row: int, name: str, what: str) -> InputError:
        """The error about a cell; row counts the rows below the head from 0."""
        cell = cell_name(self.numbers_of_rows[row] - 1, self._place(name))
        return InputError(self.path, f"row {self.numbers_of_rows[row]} (cell {cell}), {name}: {what}")

    def _place(self, name: str) -> int:
        if name not in self.names:
            raise InputError(self.path, f"no column «{name}»; its head has {', '.join(self.names)}")
        return self.names.index(name)

    def _factor(self, name: str, place: int, written: str, unit: str) -> float:
        alike = [key for key, (base, _) in UNITS.items() if base == unit]
        if not written:
            raise InputError(
                self.path,
                f"row 1, column {name}: no unit in the head; write «{name} [{alike[0]}]» ({', '.join(alike)})",
            )
        base, factor = _BY_NAME.get(_plain(written), ("", 0.0))
        if base != unit:
            raise InputError(
                self.path, f"row 1, column {name}: unit «{written}» where one of {', '.join(alike)} was expected"
            )
        return factor

    def _number(self, row: int, place: int, name: str, least: float | None) -> float:
        cell = self.rows[row][place].strip() if place < len(self.rows[row]) else ""
        if not cell:
            raise self.wrong(row, name, "empty; put the number in, or take the row out: nothing is filled in")
        try:
            value = float(re.sub(r"[\s\u00a0\u202f]", "", cell).replace("\u2212", "-"))
        except ValueError:
            raise self.wrong(row, name, f"{cell!r} is no number; write it with a point and no unit") from None
        if not math.isfinite(value):
            raise self.wrong(row, name, f"{cell!r} is no number; put the number in: nothing is filled in")
        if least is not None and value < least:
            raise self.wrong(row, name, f"{cell} is less than {least:g}; check its sign and its column")
        return value


def read_columns(path: str | Path, needed: Sequence[str] = ()) -> Columns:
    """The first table of a CSV or workbook, its head in the first row. Raises InputError for what is no such table."""
    tables = table_path(Path(path))
    if tables is None:
        why = "no table; give a .csv or .xlsx" if Path(path).is_file() else "no such file"
        raise InputError(str(path), why)
    rows = [(number, row) for number, row in enumerate(tables.sheets[0].rows, 1) if any(cell.strip() for cell in row)]
    heads = [_HEAD.fullmatch(cell.strip()) for cell in rows[0][1]]
    names = tuple(head["name"].casefold() if head else "" for head in heads)
    units = tuple((head["unit"] or "").strip() if head else "" for head in heads)
    missing = [name for name in needed if name not in names]
    if missing:
        raise InputError(
            str(path), f"row 1: no column «{missing[0]}»; its head needs {', '.join(needed)} and has {', '.join(names)}"
        )
    twice = next((name for name in names if name and names.count(name) > 1), None)
    if twice:
        raise InputError(str(path), f"row 1: two columns «{twice}»; take one out")
    if len(rows) == 1:
        raise InputError(str(path), "row 2: no row below the head; give a row for every step")
    for number, row in rows[1:]:
        if any(cell.strip() for cell in row[len(names) :]):
            raise InputError(str(path), f"row {number}: more cells than the head has; is a decimal comma in it?")
    return Columns(str(path), names, units, tuple(row for _, row in rows[1:]), tuple(number for number, _ in rows[1:]))
