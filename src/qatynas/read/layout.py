"""Where the cells of a page's table stand, told from `colspan` and `rowspan` (HTML, "forming a table")."""

from __future__ import annotations

import re
from collections.abc import Mapping

_DIGITS = re.compile(r"\s*([0-9]{1,6})")
_WIDEST = 100  # columns that one cell may take; a page that says more is broken
_LONGEST = 1000  # rows, likewise


class Layout:
    """The columns of one table, row by row: column and width of the cell that was begun last.

    number tells a page's tables apart; 0 is for cells outside of any.
    """

    def __init__(self, number: int = 0) -> None:
        self.number = number
        self.column = -1
        self.width = 1
        self._below: dict[int, int] = {}  # for how many more rows a cell from above takes a column

    def next_row(self) -> None:
        self._below = {column: rows - 1 for column, rows in self._below.items() if rows > 1}
        self.column, self.width = -1, 1

    def next_cell(self, attributes: Mapping[str, str]) -> None:
        column = self.column + self.width if self.column >= 0 else 0
        while column in self._below:
            column += 1
        self.column, self.width = column, _count(attributes.get("colspan"), _WIDEST)
        rows = _count(attributes.get("rowspan"), _LONGEST)
        if rows > 1:
            # the row that the cell stands in counts too: `next_row` takes it off
            self._below.update(dict.fromkeys(range(column, column + self.width), rows))


def _count(told: str | None, most: int) -> int:
    """How many columns or rows an attribute says; 1 where it says none that can be."""
    said = _DIGITS.match(told or "")
    return min(max(int(said[1]), 1), most) if said else 1
