"""How long the water–electricity swap takes to solve: a year in ten-day steps, and thirty years in one programme.

    python bench/outlook_swap.py [--years 30]

Prints for both shipped examples the seconds (of one core, and by the clock), the steps from schedule to schedule, the
balance and the headline.
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
        worked, waited = [], []
        for _ in range(TIMES):
            clock, core = time.perf_counter(), time.process_time()
            found = solve(example(name))
            worked.append(time.process_time() - core)
            waited.append(time.perf_counter() - clock)
        good &= min(worked) < YEAR_SECONDS and found.balance < 1e-6
        times = f"{min(worked):.2f} s of one core, {min(waited):.2f} s by the clock"
        print(f"{name}, one year: {times}, {found.rounds} rounds, balance {found.balance:.0e}\n  {found.says}")
    clock, core = time.perf_counter(), time.process_time()
    found = solve(example().repeated(years))
    worked_long, waited_long = time.process_time() - core, time.perf_counter() - clock
    good &= worked_long < LONG_SECONDS and found.balance < 1e-6
    times = f"{worked_long:.1f} s of one core, {waited_long:.1f} s by the clock"
    steps = len(found.alone.steps)
    print(f"toktogul, {years} years ({steps} steps): {times}, {found.rounds} rounds, balance {found.balance:.0e}")
    print(f"  {found.says}")
    return 0 if good else 1


if __name__ == "__main__":
    words = sys.argv[1:]
    sys.exit(main(int(words[words.index("--years") + 1]) if "--years" in words else 30))
