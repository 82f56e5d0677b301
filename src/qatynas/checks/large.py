"""What clashes in a system that is too large to be solved as a whole: each law, and each growth, with the levels that
it binds. So every answer rests on a few cells, however many hang together.

Docs: docs/checks.md, «Arithmetic».
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction

from qatynas.checks.cells import Amount, Statement
from qatynas.checks.laws import Law
from qatynas.checks.system import LEAST, Bounds, Conflict, System, bounds_of, minimal

MOST_WHOLE = 400  # cells that hang together up to which all that clashes among them is looked for

Cells = frozenset[tuple[object, ...]]
Row = Law | Statement
"""What binds amounts: a law, or a cell that is told against another amount."""


def rows_of(said: Iterable[Statement], known: Iterable[Law]) -> list[Row]:
    """What binds amounts of a system together."""
    return [*(one for one in said if one.base is not None), *known]


def amounts_of(row: Row) -> tuple[Amount, ...]:
    """The amounts that a row binds."""
    if isinstance(row, Law):
        return tuple(amount for amount, _ in row.terms)
    return (row.of,) if row.base is None else (row.of, row.base)


def clash_of(row: Row, levels: Callable[[Amount], Sequence[Statement]]) -> Sequence[Statement]:
    """Cells that cannot all be true by a row, none of them without the others; none where all can. levels are the cells
    of an amount that are told against no other."""
    cells = [one for amount in amounts_of(row) for one in levels(amount)]
    if not isinstance(row, Law):
        cells.append(row)
    if _holds(row, levels):
        return ()
    system = System(cells, (row,) if isinstance(row, Law) else ())
    core = system.clash(system.cells)
    return () if core is None else [system.cells[cell][0] for cell in sorted(minimal(system, core))]


def _holds(row: Row, levels: Callable[[Amount], Sequence[Statement]]) -> bool:
    """Whether some values of the amounts, each in all of its intervals, make a row true."""
    room: dict[Amount, tuple[Fraction | None, Fraction | None]] = {}
    for amount in amounts_of(row):
        told = levels(amount)
        lows = [one.low for one in told if one.low is not None] + ([LEAST] if amount.is_plain else [])
        highs = [one.high for one in told if one.high is not None]
        low, high = max(lows, default=None), min(highs, default=None)
        if low is not None and high is not None and low > high:
            return False
        room[amount] = low, high
    said: Iterable[Bounds] = ((row.terms, row.low, row.high),) if isinstance(row, Law) else bounds_of(row)
    return all(_reaches(bounds, room) for bounds in said)


def _reaches(bounds: Bounds, room: dict[Amount, tuple[Fraction | None, Fraction | None]]) -> bool:
    terms, low, high = bounds
    least: Fraction | None = Fraction(0)
    most: Fraction | None = Fraction(0)
    for amount, factor in terms:
        ends = room[amount] if factor > 0 else room[amount][::-1]
        least = None if least is None or ends[0] is None else least + factor * ends[0]
        most = None if most is None or ends[1] is None else most + factor * ends[1]
    return (low is None or most is None or most >= low) and (high is None or least is None or least <= high)


def led_by(clash: Sequence[Statement]) -> Amount:
    """The amount by which what clashes is kept: the first of those that its cells are of."""
    return min(one.of for one in clash)


def together(clashes: Iterable[tuple[Row, Sequence[Statement]]]) -> tuple[System, list[Conflict]]:
    """A system of what clashes by several rows, each set once, smallest first."""
    cells: dict[tuple[object, ...], Statement] = {}
    sets: dict[Cells, None] = {}
    laws: dict[Law, None] = {}
    for row, clash in clashes:
        cells |= {one.cell: one for one in clash}
        sets[frozenset(one.cell for one in clash)] = None
        if isinstance(row, Law):
            laws[row] = None
    system = System(list(cells.values()), tuple(sorted(laws, key=repr)))
    number = {members[0].cell: place for place, members in system.cells.items()}
    found = [tuple(sorted(number[cell] for cell in one)) for one in sets]
    return system, sorted(found, key=lambda one: (len(one), one))


def by_rows(said: Sequence[Statement], known: Sequence[Law]) -> dict[Amount, list[tuple[Row, Sequence[Statement]]]]:
    """What clashes by single rows of a system, by the amounts that lead it."""
    levels: dict[Amount, list[Statement]] = defaultdict(list)
    for one in said:
        if one.base is None:
            levels[one.of].append(one)
    found: dict[Amount, list[tuple[Row, Sequence[Statement]]]] = defaultdict(list)
    for row in rows_of(said, known):
        clash = clash_of(row, lambda amount: levels.get(amount, ()))
        if clash:
            found[led_by(clash)].append((row, clash))
    return found
