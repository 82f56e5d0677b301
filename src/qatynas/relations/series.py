"""Series: figures that differ only in when they are said of, each cell with everything that fills it."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable

from qatynas.model.claim import Figure
from qatynas.relations.dates import order
from qatynas.relations.joining import newest
from qatynas.relations.keys import cell_of
from qatynas.relations.values import Cell, Fact, Point, Series


def series(facts: Iterable[Fact[Figure]]) -> tuple[Series, ...]:
    """All series, by indicator. Statistics of different reporters stand apart, full years beside part-years."""
    cells: dict[tuple[Cell, str | None], dict[Cell, list[Fact[Figure]]]] = defaultdict(lambda: defaultdict(list))
    for fact in facts:
        cell = cell_of(fact.claim)
        cells[_head(cell), fact.claim.reporter][cell].append(fact)
    found = (Series(head, reporter, _points(filled)) for (head, reporter), filled in cells.items())
    return tuple(sorted(found, key=lambda one: (one.head.indicator, repr(one.head), one.reporter or "")))


def _head(cell: Cell) -> Cell:
    return dataclasses.replace(cell, period=None, base_period=None, status="")


def _points(filled: dict[Cell, list[Fact[Figure]]]) -> tuple[Point, ...]:
    points = (Point(cell, tuple(sorted(facts, key=newest, reverse=True))) for cell, facts in filled.items())
    return tuple(sorted(points, key=lambda p: (order(p.cell.period), p.cell.status, repr(p.cell))))
