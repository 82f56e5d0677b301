"""The exact solver against brute force: every corner of small systems is looked at."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import combinations

import pytest

from qatynas.checks.simplex import Simplex

Side = tuple[tuple[Fraction, ...], Fraction]  # the factors and the most that their sum may be


def corners(sides: list[Side], size: int) -> list[tuple[Fraction, ...]]:
    """The corners of what all sides leave, each the meeting of as many sides as there are variables."""
    found = []
    for chosen in combinations(sides, size):
        point = solved([[*factors, most] for factors, most in chosen])
        if point and all(sum(f * x for f, x in zip(fs, point, strict=True)) <= most for fs, most in sides):
            found.append(point)
    return found


def solved(rows: list[list[Fraction]]) -> tuple[Fraction, ...] | None:
    size = len(rows)
    for column in range(size):
        pivot = next((row for row in range(column, size) if rows[row][column]), None)
        if pivot is None:
            return None
        rows[column], rows[pivot] = rows[pivot], rows[column]
        rows[column] = [value / rows[column][column] for value in rows[column]]
        for row in range(size):
            if row != column:
                rows[row] = [a - rows[row][column] * b for a, b in zip(rows[row], rows[column], strict=True)]
    return tuple(row[-1] for row in rows)


@pytest.mark.parametrize("seed", range(120))
def test_reach_and_clash_are_those_of_brute_force(seed: int) -> None:
    dice = random.Random(seed)
    size = dice.randint(1, 3)
    simplex, sides = Simplex(), []
    numbers = [simplex.variable() for _ in range(size)]
    bounds = []
    for place, number in enumerate(numbers):
        low = Fraction(dice.randint(0, 10))
        high = low + dice.randint(0, 10)
        bounds.append((number, low, high))
        unit = tuple(Fraction(int(i == place)) for i in range(size))
        sides += [(unit, high), (tuple(-f for f in unit), -low)]
    for _ in range(dice.randint(0, 4)):
        factors = tuple(Fraction(dice.randint(-3, 3)) for _ in range(size))
        low = Fraction(dice.randint(-20, 20), dice.randint(1, 3))
        high = low + dice.randint(0, 15)
        if any(factors):
            row = simplex.sum({n: f for n, f in zip(numbers, factors, strict=True) if f})
            bounds.append((row, low, high))
            sides += [(factors, high), (tuple(-f for f in factors), -low)]
    points = corners(sides, size)
    for _ in range(2):  # bounds may be set anew
        simplex.clear()
        for who, (number, low, high) in enumerate(bounds):
            simplex.bound(number, low, high, who)
        clash = simplex.clash()
        assert (clash is None) == bool(points)
        if clash is None:
            for place, number in enumerate(numbers):
                reach = simplex.least(number), simplex.most(number)
                assert reach == (min(p[place] for p in points), max(p[place] for p in points))
        else:
            simplex.clear()
            for who in clash:
                number, low, high = bounds[who]  # type: ignore[index]
                simplex.bound(number, low, high, who)
            assert simplex.clash() is not None, "the reasons alone clash"


def test_no_limit_is_none() -> None:
    simplex = Simplex()
    number = simplex.variable()
    simplex.bound(number, Fraction(1), None, "low")
    assert simplex.clash() is None
    assert (simplex.least(number), simplex.most(number)) == (1, None)
