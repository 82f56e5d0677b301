"""A linear programme in blocks: named variables, each a course over the same steps, rows put together and given to
HiGHS.

scipy carries HiGHS; the matrix is sparse, and a row a step is written at once for all steps.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

Course = npt.NDArray[np.float64]
Bound = float | Course | None


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
        from scipy.optimize import linprog

        columns = sum(block.steps for block in self.blocks.values())
        costs = np.zeros(columns)
        for name, coefficient in cost.items():
            costs[self.blocks[name].columns] += coefficient
        done = linprog(
            costs,
            A_ub=_matrix(self.most, columns),
            b_ub=np.concatenate(self.most.right) if self.most.count else None,
            A_eq=_matrix(self.equal, columns),
            b_eq=np.concatenate(self.equal.right) if self.equal.count else None,
            bounds=np.column_stack([np.concatenate(self.low), np.concatenate(self.high)]),
            method="highs",
            options={"primal_feasibility_tolerance": 1e-9},
        )
        if done.x is None or done.status != 0:
            return None
        return {name: done.x[block.columns] for name, block in self.blocks.items()}


def _matrix(rows: Rows, columns: int) -> Any:
    from scipy.sparse import csr_matrix

    if not rows.count:
        return None
    values = np.concatenate(rows.value)
    places = (np.concatenate(rows.row), np.concatenate(rows.column))
    return csr_matrix((values, places), shape=(rows.count, columns))
