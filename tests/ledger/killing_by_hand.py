"""Kills a program that judges, records and reads anew, with SIGKILL, and looks at what it leaves."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from ledger.acting import KEPT, act, counted
from ledger.making import made

from qatynas.ledger import Ledger

PROGRAM = Path(__file__).with_name("acting.py")


def begun(path: Path) -> Path:
    """A ledger with the one document that the acting program acts on."""
    with Ledger(path, data="test") as ledger:
        ledger.add(made(1))
    return path


def undisturbed(path: Path, rounds: int) -> float:
    """Act without a disturbance; the seconds that it took."""
    started = time.monotonic()
    with Ledger(begun(path), data="test") as ledger:
        for number in range(1, rounds + 1):
            act(ledger, number, lambda what: None)
        assert counted(ledger) == dict.fromkeys(KEPT, rounds)
    return time.monotonic() - started


def kill_once(path: Path, rounds: int, within: float, dice: random.Random) -> tuple[int, int]:
    """Start the acting program, kill it at a random moment, look, and act once more.

    Gives how many acts it had said were kept, and how many the ledger holds. Raises AssertionError where one that was
    reported is missing, one was kept by half, or the ledger does not take another round.
    """
    running = subprocess.Popen([sys.executable, str(PROGRAM), str(begun(path)), str(rounds)], stdout=subprocess.PIPE)
    assert running.stdout is not None
    assert running.stdout.readline() == b"ready\n"
    time.sleep(dice.random() * within)
    os.kill(running.pid, signal.SIGKILL)
    reported = Counter(running.stdout.read().decode().split())
    running.stdout.close()
    running.wait()
    with Ledger(path, data="test") as ledger:
        kept = counted(ledger)
        assert all(kept[what] >= reported[what] for what in KEPT), "what was reported as kept is missing"
        assert sum(kept.values()) <= sum(reported.values()) + 1, "more than the one that was under way"
        act(ledger, 9999, lambda what: None)
        assert counted(ledger) == {what: kept[what] + 1 for what in KEPT}
    return sum(reported.values()), sum(kept.values())
