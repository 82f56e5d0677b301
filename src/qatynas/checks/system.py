"""Statements and laws as linear bounds: do they hold together, what is left of every amount, what cannot all be true.

Growth looks bilinear (v1 = v0 (1 + g), both known within bounds), but each g stands in one product only. For v0 > 0
some g in [a, b] exists exactly where v0 (1 + a) <= v1 <= v0 (1 + b): two linear bounds. So nothing is approximated.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from qatynas.checks.cells import SHARE, Amount, Statement
from qatynas.checks.finder import Finder, Row
from qatynas.checks.laws import Law, laws
from qatynas.checks.simplex import Simplex

# Amounts of something are more than nothing; without this a growth could always be of nothing.
LEAST = Fraction(1, 1_000_000)
EXACT = 16  # cells up to which a system is solved exactly as it stands; above, HiGHS is faster
MOST_SOUGHT = 400  # questions asked of one system in search of conflicts that share cells with those found
ZERO, ONE = Fraction(0), Fraction(1)

Conflict = tuple[int, ...]
"""Cells by their numbers, sorted, whose statements cannot all be true while those of any fewer of them can."""


class System:
    """Statements (several of one cell must all hold) with the laws among their amounts. cells numbers their cells.

    Small systems are solved exactly as they stand. In larger ones HiGHS says where to look, and what it finds is then
    proved exactly (finder.py).
    """

    def __init__(self, said: Sequence[Statement], known: tuple[Law, ...] | None = None) -> None:
        self.said = said
        self.laws = laws([amount for one in said for amount in _amounts(one)]) if known is None else known
        amounts = {a for one in said for a in _amounts(one)} | {a for law in self.laws for a, _ in law.terms}
        self.number: dict[Amount, int] = {amount: number for number, amount in enumerate(sorted(amounts))}
        self.cells: dict[int, list[Statement]] = defaultdict(list)
        number = {cell: place for place, cell in enumerate(sorted({one.cell for one in said}, key=repr))}
        for one in said:
            self.cells[number[one.cell]].append(one)
        self._plain = frozenset(number for amount, number in self.number.items() if amount.is_plain)
        self._rows = [Row(self._terms(law.terms), law.low, law.high) for law in self.laws]
        self._rows += [
            row for cell, members in sorted(self.cells.items()) for one in members for row in self._of(one, cell)
        ]
        self._whole = Exact(len(self.number), self._rows, self._plain) if len(self.cells) <= EXACT else None
        self._finder = Finder(len(self.number), self._rows, self._plain) if self._whole is None else None

    def clash(self, cells: Iterable[int]) -> frozenset[int] | None:
        """None where all statements of these cells hold together; else cells whose statements do not."""
        wanted = frozenset(cells)
        if self._whole is not None:
            return self._whole.clash(wanted)
        assert self._finder is not None
        rows = self._finder.clash(wanted)
        if rows is None:
            return None
        proved = self._only(rows).clash(wanted)
        if proved is None:  # the solver's rounding: ask exactly
            proved = self._only(range(len(self._rows))).clash(wanted)
        return proved

    def room(self, amount: Amount, cells: Iterable[int]) -> tuple[Fraction | None, Fraction | None]:
        """The least and the most that these cells leave to an amount; they must hold together."""
        wanted, number = frozenset(cells), self.number[amount]
        if self._whole is not None:
            if self._whole.clash(wanted) is not None:
                raise ValueError("cells that clash leave no room")
            return self._whole.least(number), self._whole.most(number)
        return self._bound(number, -1, wanted), self._bound(number, 1, wanted)

    def _bound(self, number: int, sign: int, wanted: frozenset[int]) -> Fraction | None:
        assert self._finder is not None
        rows = self._finder.binding(number, sign, wanted)
        exact = None if rows is None else self._only(rows)
        if exact is None or exact.clash(wanted) is not None:
            return None
        return exact.most(number) if sign > 0 else exact.least(number)

    def _only(self, places: Iterable[int]) -> Exact:
        """Some of the rows by themselves: what clashes there clashes, and what bounds there bounds."""
        return Exact(len(self.number), [self._rows[place] for place in places], self._plain)

    def _terms(self, terms: Sequence[tuple[Amount, Fraction]]) -> tuple[tuple[int, Fraction], ...]:
        return tuple((self.number[amount], share) for amount, share in terms)

    def _of(self, one: Statement, cell: int) -> Iterator[Row]:
        """A statement as rows."""
        return (Row(self._terms(terms), low, high, cell) for terms, low, high in bounds_of(one))


class Exact:
    """Rows in exact arithmetic; those of cells count where the cells are asked for."""

    def __init__(self, variables: int, rows: Sequence[Row], plain: Iterable[int]) -> None:
        used = sorted({number for row in rows for number, _ in row.terms})
        self._simplex = Simplex()
        self._sums: dict[tuple[tuple[int, Fraction], ...], int] = {}
        self._at = {number: self._simplex.variable() for number in used}
        self._plain = [self._at[number] for number in sorted(plain) if number in self._at]
        self._rows = [(self._place(row), row) for row in rows]

    def _place(self, row: Row) -> int:
        if len(row.terms) == 1 and row.terms[0][1] == 1:
            return self._at[row.terms[0][0]]
        if row.terms not in self._sums:
            self._sums[row.terms] = self._simplex.sum({self._at[n]: share for n, share in row.terms})
        return self._sums[row.terms]

    def clash(self, cells: Iterable[int]) -> frozenset[int] | None:
        """See System.clash."""
        wanted = frozenset(cells)
        self._simplex.clear()
        for number in self._plain:
            self._simplex.bound(number, LEAST, None, None)
        for number, row in self._rows:
            if row.cell is None or row.cell in wanted:
                self._simplex.bound(number, row.low, row.high, row.cell)
        found = self._simplex.clash()
        return None if found is None else frozenset(who for who in found if isinstance(who, int))

    def least(self, number: int) -> Fraction | None:
        """The least that a variable can be, None where nothing bounds it; call it after clash gave None."""
        return self._simplex.least(self._at[number]) if number in self._at else None

    def most(self, number: int) -> Fraction | None:
        """The most that it can be."""
        return self._simplex.most(self._at[number]) if number in self._at else None


Bounds = tuple[tuple[tuple[Amount, Fraction], ...], Fraction | None, Fraction | None]
"""A sum of amounts with their factors, and the ends that it lies between."""


def bounds_of(one: Statement) -> Iterator[Bounds]:
    """A statement as linear bounds."""
    if one.base is None:
        yield ((one.of, ONE),), one.low, one.high
    elif one.measure == "change":
        yield ((one.of, ONE), (one.base, -ONE)), one.low, one.high
    else:
        low, high = (None if end is None else factor(one.measure, end) for end in (one.low, one.high))
        if low is not None:
            yield ((one.of, ONE), (one.base, -low)), ZERO, None
        if high is not None:
            yield ((one.of, ONE), (one.base, -high)), None, ZERO


def factor(measure: str, value: Fraction) -> Fraction:
    """What a growth in percent, a multiple or a share takes its base by."""
    if measure == "growth":
        return 1 + value / 100
    return value / 100 if measure == SHARE else value


def conflicts(system: System) -> list[Conflict]:
    """Minimal sets of cells that cannot all be true, smallest first.

    Without one cell of each of them nothing clashes any more, so that no trouble is overlooked altogether. First sets
    that share no cell are taken, then for each those that share cells with it (Reiter's hitting-set tree, as far as
    MOST_SOUGHT questions lead); deletion makes each minimal.
    """
    everything = frozenset(system.cells)
    apart: list[frozenset[int]] = []
    left = everything
    while (core := system.clash(left)) is not None:
        apart.append(minimal(system, core))
        left -= apart[-1]
    found = set(apart)
    for one in apart:
        others = frozenset(cell for other in apart if other != one for cell in other)
        found |= _sharing(system, everything - others, one, MOST_SOUGHT // len(apart))
    hit: frozenset[int] = frozenset()
    for one in sorted(found, key=sorted):
        if not hit & one:
            hit |= {min(one)}
    while (core := system.clash(everything - hit)) is not None:
        found.add(one := minimal(system, core))
        hit |= {min(one)}
    return sorted((tuple(sorted(one)) for one in found), key=lambda one: (len(one), one))


def _sharing(system: System, cells: frozenset[int], first: frozenset[int], most: int) -> set[frozenset[int]]:
    """A minimal set and those that are left once each of its cells is taken away, and so on."""
    found = [first]
    healed: list[frozenset[int]] = []  # without these nothing clashes any more, nor without more
    waiting: deque[frozenset[int]] = deque(frozenset({cell}) for cell in sorted(first))
    seen = set(waiting)
    asked = 0
    while waiting and asked < most:
        without = waiting.popleft()
        if any(one <= without for one in healed):
            continue
        asked += 1
        known = next((one for one in found if not one & without), None)
        if known is None:
            core = system.clash(cells - without)
            if core is None:
                healed.append(without)
                continue
            known = minimal(system, core)
            found.append(known)
        further = [without | {cell} for cell in sorted(known)]
        waiting.extend(one for one in further if one not in seen)
        seen.update(further)
    return set(found)


def minimal(system: System, core: frozenset[int]) -> frozenset[int]:
    """The core with every cell taken out that the rest clashes without."""
    kept = core
    for cell in sorted(core):
        if cell in kept and (smaller := system.clash(kept - {cell})) is not None:
            kept = smaller
    return kept


def components(said: Sequence[Statement]) -> list[tuple[list[Statement], tuple[Law, ...]]]:
    """Statements that hang together through their amounts and the laws among them, in a steady order, with these."""
    leader: dict[Amount, Amount] = {}

    def head(amount: Amount) -> Amount:
        while (above := leader.setdefault(amount, amount)) is not amount:
            leader[amount] = amount = leader.setdefault(above, above)
        return amount

    known = laws([amount for one in said for amount in _amounts(one)])
    for bound in (*(_amounts(one) for one in said), *(_terms(law) for law in known)):
        for amount in bound[1:]:
            one, other = head(bound[0]), head(amount)
            if one is not other:
                leader[max(one, other)] = min(one, other)
    together: dict[Amount, tuple[list[Statement], list[Law]]] = defaultdict(lambda: ([], []))
    for statement in said:
        together[head(statement.of)][0].append(statement)
    for law in known:
        together[head(law.terms[0][0])][1].append(law)
    return [(together[key][0], tuple(together[key][1])) for key in sorted(together) if together[key][0]]


def _amounts(one: Statement) -> tuple[Amount, ...]:
    return (one.of,) if one.base is None else (one.of, one.base)


def _terms(law: Law) -> tuple[Amount, ...]:
    return tuple(amount for amount, _ in law.terms)
