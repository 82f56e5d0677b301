"""Worlds of true numbers, some with planted troubles: how many are found, how many false alarms, and how long it takes.

    python bench/checks_worlds.py [--worlds 1000]

Half of the worlds are untouched, half have one to three troubles. A trouble counts as found where a minimal set of a
contradiction holds the falsified number.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from checks.worlds import seen, told, world

from qatynas.checks.listing import arithmetic
from qatynas.model.finding import Grade


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--worlds", type=int, default=1000)
    wanted = options.parse_args().worlds
    alarms = planted = found = 0
    spent = []
    for seed in range(wanted):
        made = world(seed, troubles=(1 + seed % 3) if seed % 2 else 0)
        view = seen(told(*made.figures))
        start = time.perf_counter()
        clashes = [one for one in arithmetic(view) if one.grade is not Grade.CONSISTENT]
        spent.append(time.perf_counter() - start)
        alarms += bool(clashes) and not made.planted
        ids = {name for one in clashes for name in [*(c.id for c in one.cited), *(n for s in one.further for n in s)]}
        quotes = {cited.claim.quote for cited in view.said if cited.id in ids}
        planted += len(made.planted)
        found += sum(f"note.txt {place}" in quotes for place in made.planted)
    spent.sort()
    print(f"{wanted} worlds: {found} of {planted} planted troubles found, {alarms} false alarms in the untouched")
    print(f"seconds a world: median {spent[len(spent) // 2]:.3f}, largest {spent[-1]:.3f}, all {sum(spent):.0f}")


if __name__ == "__main__":
    main()
