"""Damped exponential smoothing of a monthly series; what is to come of a year is the sum of simulated paths.

statsmodels does the fitting. The logarithm is smoothed (a month's swing is a share of its level, and no path falls
below zero); the errors of a path are drawn from those of the fit; each path is exponentiated and its months are added
up, so that a year's range is that of sums: ends of months' intervals are never added.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

PATHS = 1000
SEED = 9
SEASON = 12
LEAST = 2 * SEASON  # months that a season can be told from


@lru_cache(maxsize=512)
def sums_to_come(values: tuple[float, ...], steps: int) -> tuple[float, ...] | None:
    """Sorted sums of the next months over simulated paths; None with too few months or one that is not above 0."""
    if len(values) < LEAST or min(values) <= 0:
        return None
    fitted = _fit(np.log(np.asarray(values)), damped=True)
    errors = np.random.default_rng(SEED).choice(np.asarray(fitted.resid), size=(steps, PATHS))
    paths = fitted.simulate(steps, anchor="end", repetitions=PATHS, random_errors=errors)
    sums = np.exp(np.asarray(paths).reshape(steps, PATHS)).sum(axis=0)
    return tuple(float(value) for value in np.sort(sums))


def forecast(values: Sequence[float], steps: int, *, damped: bool = True) -> tuple[float, ...]:
    """The next months by ETS(A,Ad,A) on the values themselves, or ETS(A,A,A): to compare with what is published."""
    fitted = _fit(np.asarray(values, dtype=float), damped=damped)
    return tuple(float(value) for value in fitted.forecast(steps))


def _fit(values: npt.NDArray[np.float64], *, damped: bool) -> Any:
    from statsmodels.tsa.exponential_smoothing.ets import ETSModel

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of steps that do not converge any further
        model = ETSModel(values, error="add", trend="add", damped_trend=damped, seasonal="add", seasonal_periods=SEASON)
        return model.fit(disp=False, maxiter=2000 if not damped else 1000)
