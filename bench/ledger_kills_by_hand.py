"""Kill a program that judges, records, corrects, withdraws and reads anew with SIGKILL and say what was left.

    python bench/ledger_kills_by_hand.py [KILLS] [ROUNDS]

Every ledger must open, hold all that was reported as kept and nothing by half, and take another round of all acts.
Tests do the same with fewer kills, and with a disk that is full (tests/ledger/test_killed_by_hand.py).
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from ledger.killing_by_hand import kill_once, undisturbed


def main(kills: int = 50, rounds: int = 20) -> None:
    with tempfile.TemporaryDirectory() as folder:
        seconds = undisturbed(Path(folder) / "whole.sqlite", rounds)
        print(f"undisturbed: {rounds} rounds of 7 acts in {seconds:.2f} s")
        dice = random.Random(20_251_122)
        lost = 0
        for kill in range(kills):
            reported, kept = kill_once(Path(folder) / f"killed-{kill}.sqlite", rounds, seconds, dice)
            lost += kept < reported
            print(f"kill {kill + 1:2}: {reported} reported, {kept} kept, another round taken", flush=True)
        print(f"{kills} kills: every ledger opened and went on; {lost} lost anything")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:3]))
