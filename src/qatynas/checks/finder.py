"""Where to look in a large system: HiGHS, in floating point, says which rows matter; exact arithmetic then proves it.

What the finder names is never told as it stands. A clash is only told of rows that the exact simplex finds to clash by
themselves, and a bound only as far as the rows named here exactly give it, so that a rounding of the solver can hide
something (below a ten-millionth of the numbers), but not invent it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any

import numpy as np

FEASIBLE = 1e-9  # HiGHS's own tolerance, on numbers that are scaled to about one
MISSED = 1e-7  # how much statements must miss each other by, all together, to be looked at
LEAST = 1e-6  # amounts are more than nothing
MOST = 1e6  # how much dearer the way out of a small number may be than that of a middling one


@dataclass(frozen=True, slots=True)
class Row:
    """A sum of variables between bounds. cell is whose statement it is, None for a law."""

    terms: tuple[tuple[int, Fraction], ...]
    low: Fraction | None
    high: Fraction | None
    cell: int | None = None


class Finder:
    """A system of rows for HiGHS. plain are the variables that are more than nothing."""

    def __init__(self, variables: int, rows: Sequence[Row], plain: Collection[int]) -> None:
        self._count = variables
        self._rows = rows
        self._plain = plain
        self._scale = _scale(rows)
        self._off: dict[int, frozenset[int]] = {}
        self._of_cell: dict[int, list[int]] = {}
        for place, row in enumerate(rows):
            if row.cell is not None:
                self._of_cell.setdefault(row.cell, []).append(place)

    def clash(self, cells: Collection[int]) -> list[int] | None:
        """Rows of these cells, and laws, that seem to clash; None where all seem to hold."""
        solver = self._elastic
        self._switch(solver, cells)
        solver.run()
        if solver.getInfo().objective_function_value <= MISSED:
            return None
        duals = solver.getSolution().row_dual
        largest = max(abs(dual) for dual in duals)
        return [place for place, dual in enumerate(duals) if abs(dual) > largest * FEASIBLE]

    def _switch(self, solver: Any, cells: Collection[int]) -> None:
        """Let the rows of these cells say what they do, and those of all others nothing."""
        off = frozenset(self._of_cell) - frozenset(cells)
        for cell in sorted(off ^ self._off.get(id(solver), frozenset())):
            for place in self._of_cell[cell]:
                low, high = (-np.inf, np.inf) if cell in off else self._bounds(self._rows[place])
                solver.changeRowBounds(place, low, high)
        self._off[id(solver)] = off

    def _bounds(self, row: Row) -> tuple[float, float]:
        low = -np.inf if row.low is None else float(row.low / self._scale)
        high = np.inf if row.high is None else float(row.high / self._scale)
        return low, high

    def binding(self, number: int, sign: int, cells: Collection[int]) -> list[int] | None:
        """Rows of cells, and laws, that keep a variable from being larger (sign 1) or smaller (-1); None where none
        seems to."""
        solver = self._rigid
        self._switch(solver, cells)
        solver.changeColCost(number, float(-sign))
        solver.run()
        bounded = solver.modelStatusToString(solver.getModelStatus()) == "Optimal"
        duals = list(solver.getSolution().row_dual) if bounded else []
        solver.changeColCost(number, 0.0)
        return [place for place, dual in enumerate(duals) if abs(dual) > FEASIBLE] if bounded else None

    @cached_property
    def _elastic(self) -> Any:
        """The system with a way out for every statement, at a price: feasible always, and for nothing if it holds."""
        stated = [place for place, row in enumerate(self._rows) if row.cell is not None]
        ways: list[tuple[int, float, float]] = []  # row, sign, price
        for place in stated:
            ends = [abs(end) for end in self._bounds(self._rows[place]) if np.isfinite(end)]
            price = 1 / max(1 / MOST, *ends, 0.0) if any(ends) else 1.0
            ways += [(place, 1.0, price), (place, -1.0, price)]
        return self._solver(ways)

    @cached_property
    def _rigid(self) -> Any:
        """The system as it stands."""
        return self._solver([])

    def _solver(self, ways: Sequence[tuple[int, float, float]]) -> Any:
        solver = _quiet()
        columns = self._count + len(ways)
        prices, lows = np.zeros(columns), np.full(columns, -np.inf)
        lows[list(self._plain)] = LEAST
        lows[self._count :] = 0.0
        entries = [[(number, float(factor)) for number, factor in row.terms] for row in self._rows]
        for column, (place, sign, price) in enumerate(ways, self._count):
            prices[column] = price
            entries[place].append((column, sign))
        bounds = np.array([self._bounds(row) for row in self._rows]).reshape(-1, 2)
        solver.addVars(columns, lows, np.full(columns, np.inf))
        solver.changeColsCost(columns, np.arange(columns, dtype=np.int32), prices)
        starts = np.cumsum([0, *(len(row) for row in entries)])[:-1].astype(np.int32)
        flat = [entry for row in entries for entry in row]
        added = solver.addRows(
            len(entries), bounds[:, 0].copy(), bounds[:, 1].copy(), len(flat), starts,
            np.array([column for column, _ in flat], dtype=np.int32), np.array([factor for _, factor in flat]),
        )  # fmt: skip
        if solver.getNumRow() != len(entries):
            raise ValueError(f"the solver takes no such rows: {added}")
        return solver


def _scale(rows: Iterable[Row]) -> Fraction:
    """The middle of the sizes that are told."""
    sizes = sorted(abs(end) for row in rows if len(row.terms) == 1 for end in (row.low, row.high) if end)
    return sizes[len(sizes) // 2] if sizes else Fraction(1)


def _quiet() -> Any:
    import highspy  # here, since most systems are small and need none

    solver: Any = highspy.Highs()  # type: ignore[no-untyped-call]
    for name, value in (
        ("output_flag", False), ("threads", 1), ("presolve", "off"), ("solver", "simplex"),
        ("primal_feasibility_tolerance", FEASIBLE), ("dual_feasibility_tolerance", FEASIBLE),
    ):  # fmt: skip
        solver.setOptionValue(name, value)
    return solver
