"""Years to come: paths of totals from this year's range and the growths that are told, and the chance of a target by
a year."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from qatynas.outlook.errors import CURVE, Errors
from qatynas.outlook.told import Told

Paths = npt.NDArray[np.float64]

PATHS = 20_000
SEED = 9
LEAST = 3  # growths that a spread can be told from
FARTHEST = 10  # years ahead


def growths_of(years: Sequence[Told]) -> list[tuple[float, int]]:
    """Growths between neighbouring full years that are told: logarithm, and over how many years."""
    return [
        (math.log(after.amount.value / before.amount.value), after.year - before.year)
        for before, after in pairwise(years)
        if before.amount.value > 0 and after.amount.value > 0
    ]


def this_year(estimate: float, so_far: float, to_come: float, errors: Errors) -> Paths:
    """Draws of this year's total: errors of the past to either side, the largest and beyond it as likely as one of
    them."""
    random = np.random.default_rng(SEED)
    sizes = np.asarray([0.0, *errors.sizes, 2 * errors.sizes[-1]])
    drawn = np.interp(random.uniform(0, len(sizes) - 1, PATHS), np.arange(len(sizes)), sizes)
    signs = random.choice([-1.0, 1.0], PATHS)
    totals: Paths = np.maximum(estimate * np.exp(signs * drawn * to_come), so_far)
    return totals


def onward(start: Paths, growths: Sequence[tuple[float, int]], years: int) -> Paths:
    """Totals of this year and so many after it, a row a path: growth as it was, its mean and spread themselves
    uncertain.

    The spread is drawn from its posterior under a flat prior and the mean around it, so that few growths make wide
    paths.
    """
    random = np.random.default_rng(SEED + 1)
    count, spans = len(growths), sum(span for _, span in growths)
    mean = sum(growth for growth, _ in growths) / spans
    squares = sum((growth - mean * span) ** 2 / span for growth, span in growths)
    spread = np.sqrt(squares / random.chisquare(max(count - 1, 2), PATHS))
    drift = mean + spread * random.standard_normal(PATHS) / math.sqrt(spans)
    steps = drift[:, None] + spread[:, None] * random.standard_normal((PATHS, years))
    later = start[:, None] * np.exp(np.cumsum(steps, axis=1))
    return np.concatenate([start[:, None], later], axis=1)


def curve_by(totals: Paths, place: int) -> tuple[tuple[float, float], ...]:
    """Amounts and the chance that some year up to a place reaches each: the best year's quantiles, from 1 to 99 %."""
    best = totals[:, : place + 1].max(axis=1)
    chances = np.linspace(0.99, 0.01, CURVE)
    amounts = np.quantile(best, 1 - chances)
    return tuple((float(amount), float(chance)) for amount, chance in zip(amounts, chances, strict=True))


def reached_by(totals: Paths, target: float, edge: float) -> list[float]:
    """The chance that a target was reached in some year up to each; never nearer 0 or 1 than edge: paths are no
    proof."""
    reached = (np.maximum.accumulate(totals, axis=1) >= target).mean(axis=0)
    return [float(min(max(share, edge), 1 - edge)) for share in reached]
