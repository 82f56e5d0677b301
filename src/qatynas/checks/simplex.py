"""Exact linear arithmetic: can all bounds hold at once, why not, and how far may a variable go. Rationals, no rounding.

The method is the general simplex of Dutertre and de Moura (CAV 2006) with Bland's rule, which cannot cycle: rows are
sums of variables, and every variable, sums included, has bounds that may be set anew between two questions.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from fractions import Fraction

Bound = tuple[Fraction, Hashable]
"""A bound with who set it."""

ZERO = Fraction(0)


class Simplex:
    """A set of variables, numbered from 0, and sums of them; bounds come and go, sums stay."""

    def __init__(self) -> None:
        self.lower: dict[int, Bound] = {}
        self.upper: dict[int, Bound] = {}
        self._value: list[Fraction] = []
        self._rows: dict[int, dict[int, Fraction]] = {}

    def variable(self) -> int:
        """A new variable without bounds; its number."""
        self._value.append(ZERO)
        return len(self._value) - 1

    def sum(self, terms: Mapping[int, Fraction]) -> int:
        """A new variable that is the sum of others times their factors; its number."""
        row: dict[int, Fraction] = {}
        for number, factor in terms.items():
            _add(row, self._rows.get(number, {number: Fraction(1)}), factor)
        new = self.variable()
        self._rows[new] = row
        return new

    def clear(self) -> None:
        """Take all bounds away."""
        self.lower, self.upper = {}, {}

    def bound(self, number: int, low: Fraction | None, high: Fraction | None, who: Hashable) -> None:
        """Tighten a variable's bounds; looser ones than it has change nothing."""
        if low is not None and (number not in self.lower or low > self.lower[number][0]):
            self.lower[number] = low, who
        if high is not None and (number not in self.upper or high < self.upper[number][0]):
            self.upper[number] = high, who

    def clash(self) -> frozenset[Hashable] | None:
        """None where all bounds can hold; else those who set bounds that cannot all hold."""
        for number, (low, who) in self.lower.items():
            if number in self.upper and self.upper[number][0] < low:
                return frozenset((who, self.upper[number][1]))
        self._settle()
        while (broken := self._broken()) is not None:
            rises = self._is_low(broken)
            entering = self._entering(broken, rises)
            if entering is None:
                return self._reasons(broken, rises)
            target = (self.lower if rises else self.upper)[broken][0]
            self._pivot(broken, entering, (target - self._value[broken]) / self._rows[broken][entering])
        return None

    def most(self, number: int) -> Fraction | None:
        """The largest value that a variable can have, None where there is no limit. Call it after clash() gave None."""
        return self._reach(number, 1)

    def least(self, number: int) -> Fraction | None:
        """The smallest value that it can have, None where there is no limit."""
        return self._reach(number, -1)

    def _reach(self, number: int, sign: int) -> Fraction | None:
        while True:
            goal = self._rows.get(number) or {number: Fraction(1)}
            moving = next((n for n in sorted(goal) if self._can_move(n, goal[n] * sign > 0)), None)
            if moving is None:
                return self._value[number]
            up = goal[moving] * sign > 0
            step, blocking = self._room(moving, up)
            if step is None:
                return None
            signed = step if up else -step
            if blocking is None:
                self._move(moving, signed)
            else:
                self._pivot(blocking, moving, signed)

    def _can_move(self, number: int, up: bool) -> bool:
        limits = self.upper if up else self.lower
        return number not in limits or self._value[number] != limits[number][0]

    def _room(self, moving: int, up: bool) -> tuple[Fraction | None, int | None]:
        """How far a free variable can go until it or a sum meets a bound, and which sum (None: itself)."""
        limits = self.upper if up else self.lower
        step = abs(limits[moving][0] - self._value[moving]) if moving in limits else None
        blocking = None
        for basic in sorted(self._rows):
            factor = self._rows[basic].get(moving, ZERO)
            if not factor:
                continue
            ends = self.upper if (factor > 0) == up else self.lower
            if basic in ends:
                room = abs((ends[basic][0] - self._value[basic]) / factor)
                if step is None or room < step:
                    step, blocking = room, basic
        return step, blocking

    def _settle(self) -> None:
        """Move every free variable into its bounds, and the sums with them."""
        for number in range(len(self._value)):
            if number in self._rows:
                continue
            if self._is_low(number):
                self._value[number] = self.lower[number][0]
            elif self._is_high(number):
                self._value[number] = self.upper[number][0]
        for basic, row in self._rows.items():
            self._value[basic] = sum((f * self._value[n] for n, f in row.items()), ZERO)

    def _broken(self) -> int | None:
        return min((basic for basic in self._rows if self._is_low(basic) or self._is_high(basic)), default=None)

    def _is_low(self, number: int) -> bool:
        return number in self.lower and self._value[number] < self.lower[number][0]

    def _is_high(self, number: int) -> bool:
        return number in self.upper and self._value[number] > self.upper[number][0]

    def _entering(self, broken: int, rises: bool) -> int | None:
        row = self._rows[broken]
        return next((n for n in sorted(row) if self._can_move(n, (row[n] > 0) == rises)), None)

    def _reasons(self, broken: int, rises: bool) -> frozenset[Hashable]:
        who = {(self.lower if rises else self.upper)[broken][1]}
        for number, factor in self._rows[broken].items():
            who.add((self.upper if (factor > 0) == rises else self.lower)[number][1])
        return frozenset(who)

    def _move(self, number: int, step: Fraction) -> None:
        self._value[number] += step
        for basic, row in self._rows.items():
            if number in row:
                self._value[basic] += row[number] * step

    def _pivot(self, leaving: int, entering: int, step: Fraction) -> None:
        """Move entering by step, then let it take the place of the sum leaving."""
        self._move(entering, step)
        row = self._rows.pop(leaving)
        factor = row.pop(entering)
        new = {n: -f / factor for n, f in row.items()} | {leaving: 1 / factor}
        for other in self._rows.values():
            held = other.pop(entering, None)
            if held:
                _add(other, new, held)
        self._rows[entering] = new


def _add(row: dict[int, Fraction], other: Mapping[int, Fraction], factor: Fraction) -> None:
    for number, held in other.items():
        total = row.get(number, ZERO) + held * factor
        if total:
            row[number] = total
        else:
            row.pop(number, None)
