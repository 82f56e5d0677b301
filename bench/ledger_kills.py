"""Kill `add` of 200 documents 50 times with SIGKILL and say what was left.

    python bench/ledger_kills.py [KILLS] [DOCUMENTS]

Every ledger must open and hold every document that was reported as kept, none by half; a second run must end with
exactly the claims of an undisturbed one. Tests do the same with fewer kills (tests/ledger/test_killed.py).
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from ledger.killing import contents, finish, kill_once, undisturbed


def main(kills: int = 50, count: int = 200) -> None:
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.sqlite"
        seconds = undisturbed(whole, count)
        expected = contents(whole)
        print(f"undisturbed: {count} documents in {seconds:.2f} s, {len(expected)} claims")
        dice = random.Random(20_251_122)
        held = []
        for kill in range(kills):
            path = Path(folder) / f"killed-{kill}.sqlite"
            reported, kept = kill_once(path, count, 1.1 * seconds, dice)
            held.append(kept)
            finish(path, count)
            assert contents(path) == expected, f"kill {kill}: a re-run did not end as an undisturbed run"
            print(f"kill {kill + 1:2}: {reported} reported, {kept} kept, re-run complete", flush=True)
        between = sum(0 < kept < count for kept in held)
        print(f"{kills} kills: every ledger opened, every re-run ended alike; {between} were killed half-way")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:3]))
