"""A linear programme in blocks: named variables, each a course over the same steps, rows put together and given to
HiGHS.

The matrix is sparse, and a row a step is written at once for all steps.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

Course = npt.NDArray[np.float64]
Bound = float | Course | None
FEASIBLE = 1e-9  # by how much a solution may miss a row or a bound


@dataclass(slots=True)
class Block:
    """Variables of one name: their first column and how many."""

    first: int
    steps: int

    @property
    def columns(self) -> npt.NDArray[np.int64]:
        """Their columns."""
        return np.arange(self.first, self.first + self.steps)


@dataclass(slots=True)
class Rows:
    """Rows of one sense as triplets, with their right sides."""

    row: list[Any] = field(default_factory=list)
    column: list[Any] = field(default_factory=list)
    value: list[Any] = field(default_factory=list)
    right: list[Course] = field(default_factory=list)
    count: int = 0

    def add(self, terms: list[tuple[npt.NDArray[np.int64], Any, npt.NDArray[np.int64]]], right: Course) -> None:
        """terms are (columns, coefficients, rows from 0)."""
        for columns, coefficient, rows in terms:
            self.row.append(rows + self.count)
            self.column.append(columns)
            self.value.append(np.broadcast_to(np.asarray(coefficient, dtype=float), columns.shape))
        self.right.append(right)
        self.count += len(right)


class Programme:
    """Minimise a cost under equalities and upper limits."""

    def __init__(self, steps: int) -> None:
        self.steps = steps
        self.blocks: dict[str, Block] = {}
        self.low: list[Course] = []
        self.high: list[Course] = []
        self.equal, self.most = Rows(), Rows()

    def variable(self, name: str, low: Bound = 0.0, high: Bound = None) -> None:
        """A variable a step between two bounds."""
        self.blocks[name] = Block(sum(block.steps for block in self.blocks.values()), self.steps)
        self.low.append(self._course(-np.inf if low is None else low))
        self.high.append(self._course(np.inf if high is None else high))

    def _course(self, bound: float | Course) -> Course:
        return np.broadcast_to(np.asarray(bound, dtype=float), (self.steps,)).copy()

    def each(
        self, terms: Mapping[str, Any], right: Any, *, equal: bool, lagged: Mapping[str, Any] | None = None
    ) -> None:
        """A row for every step: sum of coefficient · variable (and of the step before) equals, or is at most, right.

        A lagged variable has no term in the first step: its start belongs into right.
        """
        here = np.arange(self.steps)
        found = [(self.blocks[name].columns, coefficient, here) for name, coefficient in terms.items()]
        for name, coefficient in (lagged or {}).items():
            found.append((self.blocks[name].columns[:-1], coefficient, here[1:]))
        (self.equal if equal else self.most).add(found, self._course(right))

    def total(self, terms: Mapping[str, Any], right: float, *, equal: bool, steps: Any = slice(None)) -> None:
        """One row over some steps."""
        found = []
        for name, coefficient in terms.items():
            columns = self.blocks[name].columns[steps]
            values = np.broadcast_to(np.asarray(coefficient, dtype=float), (self.steps,))[steps]
            found.append((columns, values, np.zeros(len(columns), dtype=np.int64)))
        (self.equal if equal else self.most).add(found, np.array([right]))

    def solve(self, cost: Mapping[str, Any]) -> dict[str, Course] | None:
        """The variables at the least cost; None where no values satisfy all rows."""
        import highspy

        columns = sum(block.steps for block in self.blocks.values())
        costs = np.zeros(columns)
        for name, coefficient in cost.items():
            costs[self.blocks[name].columns] += coefficient
        right = np.concatenate([*self.equal.right, *self.most.right])
        below = np.concatenate([*self.equal.right, np.full(self.most.count, -np.inf)])
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = columns, len(right)
        model.col_cost_ = costs
        model.col_lower_, model.col_upper_ = np.concatenate(self.low), np.concatenate(self.high)
        model.row_lower_, model.row_upper_ = below, right
        starts, places, values = _by_rows(self.equal, self.most)
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_, model.a_matrix_.index_, model.a_matrix_.value_ = starts, places, values
        solver: Any = highspy.Highs()  # type: ignore[no-untyped-call]
        solver.setOptionValue("output_flag", False)
        solver.setOptionValue("primal_feasibility_tolerance", FEASIBLE)
        solver.passModel(model)
        solver.run()
        if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        found = np.asarray(solver.getSolution().col_value)
        return {name: found[block.columns] for name, block in self.blocks.items()}


def _by_rows(*both: Rows) -> tuple[Any, Any, Any]:
    """Triplets of rows that stand below one another, as HiGHS takes a matrix: where each row starts, places, values."""
    above = np.cumsum([0, *(rows.count for rows in both)])
    row = np.concatenate([part + shift for rows, shift in zip(both, above, strict=False) for part in rows.row])
    column = np.concatenate([part for rows in both for part in rows.column])
    value = np.concatenate([part for rows in both for part in rows.value])
    order = np.argsort(row, kind="stable")
    starts = np.searchsorted(row[order], np.arange(above[-1] + 1))
    return starts.astype(np.int32), column[order].astype(np.int32), value[order]
