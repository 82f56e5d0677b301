"""Where HiGHS looks and what exact arithmetic then proves: the same as exact arithmetic alone, in large systems too."""

from __future__ import annotations

import random
import time
from fractions import Fraction

import pytest
from checks.test_simplex import Side, corners
from checks.worlds import figure, seen, told, world

from qatynas.checks import large
from qatynas.checks import system as solving
from qatynas.checks.cells import Amount, statements
from qatynas.checks.listing import arithmetic
from qatynas.checks.system import System, components, conflicts
from qatynas.model import Figure
from qatynas.model.finding import Grade

Ends = tuple[Fraction | None, Fraction | None]


def systems(figures: list[Figure]) -> list[System]:
    view = seen(told(*figures))
    return [System(part, known) for part, known in components(statements(view.figures(), view.units))]


def both(figures: list[Figure], monkeypatch: pytest.MonkeyPatch) -> tuple[list[System], list[System]]:
    """The systems of these figures as solved exactly, and as HiGHS leads."""
    made = []
    for limit in (10_000, 0):
        monkeypatch.setattr(solving, "EXACT", limit)
        made.append(systems(figures))
    return made[0], made[1]


@pytest.mark.parametrize("seed", range(24))
def test_both_ways_agree_whether_it_clashes_and_every_set_is_minimal(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    exact, led = both(world(seed, troubles=seed % 3).figures, monkeypatch)
    for one, other in zip(exact, led, strict=True):
        found = conflicts(other)
        assert bool(found) == (one.clash(one.cells) is not None)
        for cells in found:
            assert one.clash(cells) is not None
            assert all(one.clash(set(cells) - {cell}) is None for cell in cells)
        left = set(one.cells) - {min(cells) for cells in found}
        assert one.clash(left - {cell for cells in found for cell in cells}) is None


@pytest.mark.parametrize("seed", range(12))
def test_both_ways_leave_the_same_room(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def rooms(made: list[System]) -> dict[Amount, Ends]:
        return {amount: one.room(amount, one.cells) for one in made for amount in one.number}

    exact, led = (rooms(made) for made in both(world(seed).figures, monkeypatch))
    for amount, (low, high) in exact.items():
        near_low, near_high = led[amount]
        assert near_low is None or (
            low is not None and near_low <= low <= near_low * Fraction(1_000_001, 1_000_000) + 1
        )
        assert near_high is None or (high is not None and near_high * Fraction(999_999, 1_000_000) <= high <= near_high)
        assert (near_low is None, near_high is None) in (
            (low is None, high is None), (True, high is None),  # at nothing, where amounts are only «more than nothing»
        )  # fmt: skip


def long_series(years: int, wrong: tuple[int, ...] = ()) -> list[Figure]:
    """Levels and growths of three flows over many years; in the wrong years turnover is far from its parts."""
    dice = random.Random(years)
    figures, before = [], {}
    for year in range(1900, 1900 + years):
        sold, bought = dice.randint(10**8, 9 * 10**8), dice.randint(10**8, 9 * 10**8)
        truth = {"trade.export": sold, "trade.import": bought, "trade.turnover": sold + bought}
        for name, value in truth.items():
            stated = value * 2 if year in wrong and name == "trade.turnover" else value
            figures.append(figure(name, str(stated), str(year), low=str(stated - 10**6), high=str(stated + 10**6)))
            if name in before and year not in wrong and year - 1 not in wrong:
                low, high = (str((value / before[name] - 1) * 100 + shift) for shift in (-0.5, 0.5))
                figures.append(
                    figure(
                        name,
                        low,
                        str(year),
                        low=low,
                        high=high,
                        measure="growth",
                        unit="percent",
                        base_period=str(year - 1),
                    )
                )
        before = truth
    return figures


def test_a_long_chain_across_documents_is_solved() -> None:
    wrong = (1920, 1955)
    figures = long_series(90, wrong)
    texts = [told(*figures[part::4], name=f"{part}.txt") for part in range(4)]
    start = time.perf_counter()
    found = [one for one in arithmetic(seen(*texts)) if one.grade is not Grade.CONSISTENT]
    assert {one.grade for one in found} == {Grade.DIFFERENCE}
    years = {cited.claim.period for one in found for cited in one.cited}  # type: ignore[attr-defined]
    assert {"1920", "1955"} <= years
    assert all(any(cited.claim.period in ("1920", "1955") for cited in one.cited) for one in found)  # type: ignore[attr-defined]
    assert time.perf_counter() - start < 60


def test_a_growth_told_against_its_own_time_hides_nothing() -> None:
    figures = long_series(12, (1905,))
    figures.append(figure("trade.export", "5", "1903", measure="growth", unit="percent", base_period="1903"))
    texts = [told(*figures[part::4], name=f"{part}.txt") for part in range(4)]
    found = [one for one in arithmetic(seen(*texts)) if one.grade is not Grade.CONSISTENT]
    assert found
    assert all(any(cited.claim.period == "1905" for cited in one.cited) for one in found)  # type: ignore[attr-defined]


def test_of_very_much_that_hangs_together_each_law_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(large, "MOST_WHOLE", 10)
    figures = long_series(12, (1905,))
    texts = [told(*figures[part::4], name=f"{part}.txt") for part in range(4)]
    found = [one for one in arithmetic(seen(*texts)) if one.grade is not Grade.CONSISTENT]
    assert [sorted(cited.claim.indicator for cited in one.cited) for one in found] == [  # type: ignore[attr-defined]
        ["trade.export", "trade.import", "trade.turnover"]
    ]


@pytest.mark.parametrize("seed", range(40))
def test_what_is_left_of_small_worlds_is_what_brute_force_finds(seed: int) -> None:
    figures = random.Random(seed).sample(world(seed).figures, 6)
    for system in systems(figures):
        numbers, sides = list(system.number.values()), list[Side]()
        if not 1 < len(numbers) < 6:
            continue
        for amount, number in system.number.items():
            if amount.is_plain:
                sides.append((tuple(-Fraction(n == number) for n in numbers), -solving.LEAST))
        for row in system._rows:
            factors = tuple(dict(row.terms).get(number, Fraction(0)) for number in numbers)
            sides += [(factors, row.high)] if row.high is not None else []
            sides += [(tuple(-factor for factor in factors), -row.low)] if row.low is not None else []
        found = corners(sides, len(numbers))
        for amount, number in system.number.items():
            low, high = system.room(amount, system.cells)
            assert low in (None, min(point[number] for point in found))
            assert high in (None, max(point[number] for point in found))
