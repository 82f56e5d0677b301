"""The arithmetic across documents: cell by cell, then what no choice among the numbers of the cells can heal.

Docs: docs/checks.md, «Arithmetic».
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from qatynas.checks import large
from qatynas.checks.cells import LEVEL, Statement, statements
from qatynas.checks.clashes import NAME, apart, cited_by, clash_found
from qatynas.checks.laws import Law
from qatynas.checks.speech import coded, finding, joined
from qatynas.checks.system import Conflict, System, components, conflicts
from qatynas.checks.view import View
from qatynas.checks.words import amount_name, interval, rounded
from qatynas.model.finding import Finding, Gaps, Grade, Told

MOST_NUMBERS = 20  # numbers of one cell that a finding tells; of more the least and the largest
MOST_REPORTS = 5  # texts that it cites for each

Cell = tuple[object, ...]
Tellers = Callable[[Cell], frozenset[str]]
"""The texts that tell a cell."""


def between(view: View) -> Iterator[Finding]:
    """What documents say against each other.

    Docs: docs/checks.md, «Arithmetic».
    """
    yield from differences(view)
    cells = cells_of(view)
    yield from systems(list(map(hull, cells.values())), lambda cell: _texts(view, cells[cell]))


def cells_of(view: View) -> dict[Cell, list[Statement]]:
    """The statements of each cell."""
    cells: dict[Cell, list[Statement]] = defaultdict(list)
    for one in statements(view.figures(), view.units):
        cells[one.cell].append(one)
    return cells


def differences(view: View) -> Iterator[Finding]:
    """Cells with numbers of several texts that do not meet."""
    for members in cells_of(view).values():
        if len(members) > 1 and not _all_meet(members) and _several([_texts(view, [one]) for one in members]):
            yield _difference(members)


def hull(members: list[Statement]) -> Statement:
    """One statement as wide as all of a cell's together, with reports of its two ends."""
    lows, highs = [one.low for one in members], [one.high for one in members]
    low = None if None in lows else min(low for low in lows if low is not None)
    high = None if None in highs else max(high for high in highs if high is not None)
    ends = [one for one in members if one.low == low or one.high == high]
    reports = cited_by([ends[0], ends[-1]], MOST_REPORTS)
    return dataclasses.replace(members[0], low=low, high=high, value=ends[0].value, reports=reports)


def systems(hulls: Iterable[Statement], tellers: Tellers) -> Iterator[Finding]:
    """What clashes among cells of several texts, each taken as wide as it is told."""
    groups: dict[str, list[Statement]] = defaultdict(list)
    for one in hulls:
        groups[bucket_of(one)].append(one)
    for bucket in sorted(groups):
        for part in parts_of(groups[bucket]):
            yield from solved(part, tellers)


Part = tuple[list[Statement], tuple[Law, ...]]


def parts_of(hulls: Sequence[Statement]) -> list[Part]:
    """Cells of one bucket that hang together, each with the laws among them; a cell by itself clashes with nothing."""
    ordered = sorted(hulls, key=lambda one: repr(one.cell))
    return [(said, known) for said, known in components(ordered) if len(said) > 1]


def solved(part: Part, tellers: Tellers) -> Iterator[Finding]:
    """What clashes among cells that hang together; of very many, what clashes by each law or growth alone."""
    if len(part[0]) > large.MOST_WHOLE:
        for _, clashes in sorted(large.by_rows(*part).items()):
            yield from clashing(*large.together(clashes), tellers)
    else:
        system = System(*part)
        yield from clashing(system, conflicts(system), tellers)


def clashing(system: System, found: Sequence[Conflict], tellers: Tellers) -> Iterator[Finding]:
    """What clashes between texts, of all that clashes in a system."""
    between = [one for one in found if len(one) > 1 and _several(_tellers_of(system, one, tellers))]
    for first, further in apart(between):
        yield clash_found(system, first, further, Grade.DIFFERENCE)


def _tellers_of(system: System, conflict: Conflict, tellers: Tellers) -> list[frozenset[str]]:
    return [tellers(system.cells[cell][0].cell) for cell in conflict]


def bucket_of(one: Statement) -> str:
    """What a cell can be bound to by laws and growths is in its bucket: figures of a family, about the same states."""
    return f"{family_of(one.of.indicator)} {' '.join(one.of.parties)}"


def family_of(indicator: str) -> str:
    """What a figure is looked at with: sums and shares bind all of trade together, the rest with their own kind."""
    return "trade" if indicator.startswith("trade.") else indicator


def _texts(view: View, members: Sequence[Statement]) -> frozenset[str]:
    return frozenset(view.texts.get(source, source) for one in members for source in one.sources)


def _several(tellers: Sequence[frozenset[str]]) -> bool:
    """Whether no single text has all of it; what one says against itself is told of it alone."""
    return not frozenset.intersection(*tellers)


def _all_meet(members: Sequence[Statement]) -> bool:
    lows = [one.low for one in members if one.low is not None]
    highs = [one.high for one in members if one.high is not None]
    return not lows or not highs or max(lows) <= min(highs)


def _difference(members: list[Statement]) -> Finding:
    ordered = sorted(members, key=lambda one: (one.value, one.low or 0, one.high or 0))
    least, most = ordered[0].value, ordered[-1].value
    left_out = len(ordered) - MOST_NUMBERS
    if left_out > 0:  # those in the middle
        ordered = [*ordered[: MOST_NUMBERS // 2], *ordered[-(MOST_NUMBERS // 2) :]]
    numbers = joined("against", *map(_in_texts, ordered))
    if left_out > 0:
        numbers = Told("left_between", {"numbers": numbers, "count": str(left_out)})
    gaps: Gaps = {"amount": amount_name(ordered[0].of), "numbers": numbers}
    told = Told("difference", gaps)
    if ordered[0].measure != LEVEL:
        told = Told("difference_of", {"measure": coded("measures", ordered[0].measure), **gaps})
    ratio = rounded(most / least, 4) if least > 0 else None
    return finding(NAME, Grade.DIFFERENCE, told, cited_by(ordered, MOST_REPORTS), Told("one_scope"), ratio=ratio)


def _in_texts(one: Statement) -> Told:
    count = len(one.sources)
    number = interval(one.low, one.high)
    return Told("in_one_text" if count == 1 else "in_texts", {"number": number, "count": str(count)})
