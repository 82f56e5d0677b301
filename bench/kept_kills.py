"""Kill a program that keeps up what a ledger is asked for, with SIGKILL at random moments, and say what was left.

    python bench/kept_kills.py [KILLS] [DOCUMENTS]

The program adds documents and brings facts, texts and labels up to date after each ten. Each run goes on from what the
killed one before left; after every fifth kill it runs to its end, and all that is kept must be what an undisturbed run
keeps: facts told by the same reports, texts on several days, timeline, promises (tests/relations/test_kept_killed.py).
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from relations.killing_kept import contents, kill_once, undisturbed


def main(kills: int = 30, count: int = 60) -> None:
    dice = random.Random(20_251_122)
    with tempfile.TemporaryDirectory() as folder:
        seconds = undisturbed(Path(folder) / "whole.sqlite", count)
        expected = contents(Path(folder) / "whole.sqlite")
        print(f"undisturbed: {count} documents in {seconds:.2f} s, {len(expected[0])} facts", flush=True)
        for kill in range(kills):
            path = Path(folder) / f"killed-{kill // 5}.sqlite"
            print(f"kill {kill + 1:2}: {kill_once(path, count, dice.random() * seconds)} documents", flush=True)
            if kill % 5 == 4 or kill == kills - 1:
                undisturbed(path, count)
                assert contents(path) == expected, f"kill {kill}: what is kept is not what an undisturbed run keeps"
        print(f"{kills} kills: gone on from every one, and nothing differs")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:3]))
