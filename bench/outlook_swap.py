"""How long the water–electricity swap takes to solve: a year in ten-day steps, and thirty years in one programme.

    python bench/outlook_swap.py [--years 30]

Prints for both shipped examples the seconds, the steps from schedule to schedule, the balance and the headline.
"""

from __future__ import annotations

import sys
import time

from qatynas.outlook.cascade import example
from qatynas.outlook.swap import solve

YEAR_SECONDS, LONG_SECONDS = 2.0, 60.0
TIMES = 3


def main(years: int) -> int:
    solve(example())  # what is imported on first use is not counted
    good = True
    for name in ("toktogul", "naryn"):
        seconds = []
        for _ in range(TIMES):
            started = time.perf_counter()
            found = solve(example(name))
            seconds.append(time.perf_counter() - started)
        good &= min(seconds) < YEAR_SECONDS and found.balance < 1e-6
        print(
            f"{name}, one year: {min(seconds):.2f} s, {found.rounds} rounds, balance {found.balance:.0e}\n  {found.says}"
        )
    started = time.perf_counter()
    found = solve(example().repeated(years))
    took = time.perf_counter() - started
    good &= took < LONG_SECONDS and found.balance < 1e-6
    steps = len(found.alone.steps)
    print(f"toktogul, {years} years ({steps} steps): {took:.1f} s, {found.rounds} rounds, balance {found.balance:.0e}")
    print(f"  {found.says}")
    return 0 if good else 1


if __name__ == "__main__":
    words = sys.argv[1:]
    sys.exit(main(int(words[words.index("--years") + 1]) if "--years" in words else 30))
