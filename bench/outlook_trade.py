"""How wrong the methods for a year from part of it have been on monthly trade, and a published hold-out.

    python bench/outlook_trade.py FOLDER [--lend FILE]

FOLDER holds kz_bns_monthly_{exports,imports}_2019_2026.csv (thousand USD). Rolling origin: each of the years 2021 to
2025 is told after each of its months from what was known then. --lend writes the errors that borrowed.toml ships.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from qatynas.outlook.errors import LEVEL, size_of
from qatynas.outlook.months import YEAR, Months, read_months, together
from qatynas.outlook.nowcast import COMBINATION, METHODS, RUN_RATE, Trial, errors_before, trial
from qatynas.outlook.smoothing import forecast

YEARS = range(2021, 2026)
MARKS = (3, 5, 8, 10)
QUANTILES = 40
MARGIN = 0.3  # points by which the combination may miss the best single method


def main(folder: Path, lend: Path | None) -> int:
    flows = {
        name: read_months(folder / f"kz_bns_monthly_{name}_2019_2026.csv", unit="thousand USD")
        for name in ("exports", "imports")
    }
    started = time.perf_counter()
    found = {name: every(months, YEARS) for name, months in flows.items()}
    print(f"{sum(map(len, found.values()))} origins in {time.perf_counter() - started:.0f} s")
    good = errors_after(found) & coverage(flows, found) & holdout(flows)
    if lend:
        lend.write_text(lent(flows), encoding="utf-8")
    return 0 if good else 1


def every(months: Months, years: range) -> list[Trial]:
    """Each month of each year that can be told from what was known before."""
    return [one for year in years for month in range(1, YEAR) if (one := trial(months, year, month))]


def errors_after(found: dict[str, list[Trial]]) -> bool:
    print(f"{'after':<8}" + "".join(f"{name:>13}" for name in (*METHODS, COMBINATION)) + "   mean error, %")
    good = True
    for month in MARKS:
        told = [one for trials_of in found.values() for one in trials_of if one.month == month]
        mean = {name: sum(one.error(name) or 0 for one in told) / len(told) for name in (*METHODS, COMBINATION)}
        good &= mean[COMBINATION] <= min(mean[name] for name in METHODS) + MARGIN
        print(f"{month:<8}" + "".join(f"{mean[name]:13.2f}" for name in (*METHODS, COMBINATION)))
    return good


def coverage(flows: dict[str, Months], found: dict[str, list[Trial]]) -> bool:
    held, at_marks = [], []
    for name, told in found.items():
        for one in told:
            errors = errors_before(flows[name], one.year, one.month)
            held.append(bool(errors) and one.size <= errors.width(LEVEL))
            at_marks += held[-1:] if one.month in MARKS else []
    share, marks = sum(held) / len(held), sum(at_marks) / len(at_marks)
    print(f"ranges of 90 % hold {share:.1%} of {len(held)} outcomes ({marks:.1%} of {len(at_marks)} at the marks)")
    return 0.85 <= share <= 0.95


def holdout(flows: dict[str, Months]) -> bool:
    good = True
    for name, published in (("exports", (735_043, 10.54)), ("imports", (464_109, 8.10))):
        months = flows[name]
        outcome = months.values[months.place(2025, 7) : months.place(2026, 6) + 1]
        told = forecast(months.until(2025, 6).values, YEAR, damped=False)
        missed = [abs(a - b) for a, b in zip(told, outcome, strict=True)]
        mae = sum(missed) / YEAR / 1e3
        mape = sum(m / o for m, o in zip(missed, outcome, strict=True)) / YEAR * 100
        print(
            f"{name}, July 2025 to June 2026, ETS(A,A,A): MAE {mae:,.0f} thousand USD (published {published[0]:,}), "
            f"MAPE {mape:.2f} % ({published[1]:.2f})"
        )
        good &= abs(mae / published[0] - 1) < 1e-3 and abs(mape - published[1]) < 0.02
    return good


def lent(flows: dict[str, Months]) -> str:
    """borrowed.toml: quantiles of each method's errors over all origins, for series that have none of their own."""
    sizes: dict[str, list[float]] = {}
    for months in (*flows.values(), together(list(flows.values()))):
        for one in every(months, range(2020, 2026)):
            for method, estimate in one.estimates:
                left = (YEAR - one.month) / YEAR if method == RUN_RATE else one.to_come
                sizes.setdefault(method, []).append(size_of(one.outcome, estimate, left))
    lines = [
        "# Errors of methods measured elsewhere: |ln(outcome / estimate)| / part of the year to come, as quantiles.",
        "# Made by bench/outlook_trade.py --lend; used where a series has no errors of its own, and named there.",
        "",
        'of = "Kazakhstan\'s trade with all partners by month, 2019 to 2025"',
        "",
        "[methods]",
    ]
    for method in (*METHODS, COMBINATION):
        ordered = sorted(sizes[method])
        kept = [ordered[round((place + 0.5) / QUANTILES * (len(ordered) - 1))] for place in range(QUANTILES)]
        lines.append(f"{method} = [{', '.join(f'{size:.4f}' for size in kept)}]")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    named = sys.argv[1:]
    target = Path(named[named.index("--lend") + 1]) if "--lend" in named else None
    sys.exit(main(Path(named[0]), target))
