"""Kills a program that keeps up what a ledger is asked for, with SIGKILL, and looks at what it leaves.

python killing_kept.py LEDGER COUNT is that program: it adds documents and brings what is kept up to date after each ten.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from relations.sample import PAIR
from relations.test_kept_things import varied

from qatynas import Ledger
from qatynas.relations.kept import Kept

DAYS = (date(2019, 6, 1), date(2024, 5, 20), date(2025, 7, 1))


def run(path: Path, count: int) -> None:
    """Add documents, and keep up after each ten; what is there already is gone on from."""
    print("ready", flush=True)
    with Ledger(path, data="test") as ledger:
        for number in range(count):
            ledger.add(varied(number, random.Random(number)))
            if number % 10 == 9 or number == count - 1:
                kept = Kept(ledger, PAIR)
                kept.treaties.catch_up()
                kept.labels.catch_up()
                kept.close()


def undisturbed(path: Path, count: int) -> float:
    """The whole run; the seconds that it took."""
    started = time.monotonic()
    run(path, count)
    return time.monotonic() - started


def contents(path: Path) -> tuple[Any, ...]:
    """What is kept, whatever the numbers of its rows."""
    with Ledger(path, data="test") as ledger:
        kept = Kept(ledger, PAIR)
        facts = sorted((fact.key, tuple(one.id for one in fact.reports)) for fact in kept.facts())
        texts = [kept.treaties_on(day)[1] for day in DAYS]
        told = [fact.key for fact in kept.things.timeline().items]
        promised = [one.fact.key for one in kept.ahead.promises().items]
        kept.close()
    return facts, texts, told, promised


def kill_once(path: Path, count: int, after: float) -> int:
    """Start the program, on what is left of the one before, and kill it; how many documents the ledger then holds."""
    command = [sys.executable, __file__, str(path), str(count)]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert running.stdout is not None
    running.stdout.readline()
    time.sleep(after)
    os.kill(running.pid, signal.SIGKILL)
    running.stdout.close()
    running.wait()
    with Ledger(path, data="test") as ledger:
        return len(ledger.documents())


if __name__ == "__main__":
    run(Path(sys.argv[1]), int(sys.argv[2]))
