"""Statements and laws as linear bounds: do they hold together, what is left of every amount, what cannot all be true.

Growth looks bilinear (v1 = v0 (1 + g), both known within bounds), but each g stands in one product only. For v0 > 0
some g in [a, b] exists exactly where v0 (1 + a) <= v1 <= v0 (1 + b): two linear bounds. So nothing is approximated.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from qatynas.checks.cells import LEVEL, RELATIVE, SHARE, Amount, Statement
from qatynas.checks.laws import Law, laws
from qatynas.checks.simplex import Simplex

# Amounts of something are more than nothing; without this a growth could always be of nothing.
LEAST = Fraction(1, 1_000_000)
MOST_SOUGHT = 100  # questions asked of one system in search of its conflicts
MANY = 60  # cells of a system over which documents are no longer compared but cell by cell: it takes minutes

Conflict = tuple[int, ...]
"""Cells by their numbers, sorted, whose statements cannot all be true while those of any fewer of them can."""


class System:
    """Statements (several of one cell must all hold) with the laws among their amounts. cells numbers their cells."""

    def __init__(self, said: Sequence[Statement]) -> None:
        self.said = said
        self.laws: tuple[Law, ...] = laws([amount for one in said for amount in _amounts(one)])
        self._simplex = Simplex()
        self.number: dict[Amount, int] = {}
        self._sums: dict[object, int] = {}
        for amount in sorted(
            {a for one in said for a in _amounts(one)} | {a for law in self.laws for a, _ in law.terms}
        ):
            self.number[amount] = self._simplex.variable()
        self._lawful = [(self._sum(law.terms), law) for law in self.laws]
        self.cells: dict[int, list[Statement]] = defaultdict(list)
        number = {cell: place for place, cell in enumerate(sorted({one.cell for one in said}, key=repr))}
        for one in said:
            self.cells[number[one.cell]].append(one)
        self._bounds = {
            cell: tuple(bound for one in members for bound in self._bounds_of(one))
            for cell, members in self.cells.items()
        }

    def clash(self, cells: Iterable[int]) -> frozenset[int] | None:
        """None where all statements of these cells hold together; else cells whose statements do not."""
        simplex = self._simplex
        simplex.clear()
        for amount, number in self.number.items():
            if amount.is_plain:
                simplex.bound(number, LEAST, None, None)
        for number, law in self._lawful:
            simplex.bound(number, law.low, law.high, None)
        for cell in cells:
            for number, low, high in self._bounds[cell]:
                simplex.bound(number, low, high, cell)
        found = simplex.clash()
        return None if found is None else frozenset(who for who in found if isinstance(who, int))

    def room(self, amount: Amount) -> tuple[Fraction | None, Fraction | None]:
        """The least and the most that an amount can be; call it after clash gave None."""
        number = self.number[amount]
        return self._simplex.least(number), self._simplex.most(number)

    def _sum(self, terms: Sequence[tuple[Amount, Fraction]]) -> int:
        key = tuple(terms)
        if key not in self._sums:
            self._sums[key] = self._simplex.sum({self.number[amount]: factor for amount, factor in terms})
        return self._sums[key]

    def _bounds_of(self, one: Statement) -> Iterator[tuple[int, Fraction | None, Fraction | None]]:
        if one.base is None:
            yield self.number[one.of], one.low, one.high
        elif one.measure == "change":
            yield self._sum(((one.of, Fraction(1)), (one.base, Fraction(-1)))), one.low, one.high
        else:
            low, high = (None if end is None else factor(one.measure, end) for end in (one.low, one.high))
            if low is not None:
                yield self._sum(((one.of, Fraction(1)), (one.base, -low))), Fraction(0), None
            if high is not None:
                yield self._sum(((one.of, Fraction(1)), (one.base, -high))), None, Fraction(0)


def factor(measure: str, value: Fraction) -> Fraction:
    """What a growth in percent, a multiple or a share takes its base by."""
    if measure == "growth":
        return 1 + value / 100
    return value / 100 if measure == SHARE else value


def conflicts(system: System) -> list[Conflict]:
    """The minimal sets of cells that cannot all be true, smallest first, as far as MOST_SOUGHT questions lead.

    Sets are found by taking cells away from what clashes (Reiter's hitting-set tree); deletion makes each minimal.
    """
    everything = frozenset(system.cells)
    found: list[frozenset[int]] = []
    healed: list[frozenset[int]] = []  # without these nothing clashes any more, nor without more
    waiting: deque[frozenset[int]] = deque([frozenset()])
    seen = {frozenset[int]()}
    asked = 0
    while waiting and asked < MOST_SOUGHT:
        without = waiting.popleft()
        if any(one <= without for one in healed):
            continue
        known = next((one for one in found if not one & without), None)
        if known is None:
            asked += 1
            core = system.clash(everything - without)
            if core is None:
                healed.append(without)
                continue
            known = _minimal(system, core)
            found.append(known)
        further = [without | {cell} for cell in sorted(known)]
        waiting.extend(one for one in further if one not in seen)
        seen.update(further)
    return sorted((tuple(sorted(one)) for one in found), key=lambda one: (len(one), one))


def _minimal(system: System, core: frozenset[int]) -> frozenset[int]:
    """The core with every cell taken out that the rest clashes without."""
    kept = core
    for cell in sorted(core):
        if cell in kept and (smaller := system.clash(kept - {cell})) is not None:
            kept = smaller
    return kept


def components(said: Sequence[Statement]) -> list[list[Statement]]:
    """Statements that hang together through their amounts and the laws among them, in a steady order."""
    said = with_units(said)
    leader: dict[Amount, Amount] = {}

    def head(amount: Amount) -> Amount:
        while leader.setdefault(amount, amount) != amount:
            leader[amount] = leader[leader[amount]]
            amount = leader[amount]
        return amount

    for bound in (
        *(_amounts(one) for one in said),
        *(_terms(law) for law in laws([a for s in said for a in _amounts(s)])),
    ):
        for amount in bound[1:]:
            one, other = sorted((head(bound[0]), head(amount)))
            leader[other] = one
    together: dict[Amount, list[Statement]] = defaultdict(list)
    for statement in said:
        together[head(statement.of)].append(statement)
    return [together[key] for key in sorted(together)]


def with_units(said: Sequence[Statement]) -> list[Statement]:
    """Growths and multiples counted in the unit of the levels that they are told of: their document's, else the most
    common one; those without any level keep no unit and are compared among themselves."""
    by_source: dict[tuple[Amount, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for one in said:
        if one.measure == LEVEL:
            for place in (*one.sources, ""):
                by_source[_series(one.of), place][one.of.unit] += 1
    return [_with_unit(one, by_source) if _is_unitless(one) else one for one in said]


def _with_unit(one: Statement, by_source: dict[tuple[Amount, str], dict[str, int]]) -> Statement:
    for place in (*sorted(one.sources), ""):
        units = by_source.get((_series(one.of), place)) or (one.base and by_source.get((_series(one.base), place)))
        if units:
            unit = max(sorted(units), key=lambda name: units[name])
            of = dataclasses.replace(one.of, unit=unit)
            base = one.base and dataclasses.replace(one.base, unit=unit)
            return dataclasses.replace(one, of=of, base=base, cell=(of, one.measure, base, *one.cell[3:]))
    return one


def _is_unitless(one: Statement) -> bool:
    return one.measure in (*RELATIVE, SHARE) and not one.of.unit and one.base is not None


def _series(amount: Amount) -> Amount:
    return dataclasses.replace(amount, period="", unit="")


def _amounts(one: Statement) -> tuple[Amount, ...]:
    return (one.of,) if one.base is None else (one.of, one.base)


def _terms(law: Law) -> tuple[Amount, ...]:
    return tuple(amount for amount, _ in law.terms)
