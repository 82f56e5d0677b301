"""Kills a program that adds documents to a ledger, with SIGKILL, and looks at what it leaves."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from ledger.making import made

from qatynas.ledger import Ledger

PROGRAM = Path(__file__).with_name("adding.py")


def contents(path: Path) -> list[str]:
    """What a ledger says, whatever the numbers of its rows: its claims' ids, in order."""
    with Ledger(path, data="test") as ledger:
        return [
            claim.id(extraction.document.sha256) for extraction in ledger.extractions() for claim in extraction.claims
        ]


def undisturbed(path: Path, count: int) -> float:
    """Add all documents without a disturbance; the seconds that it took."""
    started = time.monotonic()
    with Ledger(path, data="test") as ledger:
        for number in range(1, count + 1):
            ledger.add(made(number))
    return time.monotonic() - started


def start(path: Path, count: int) -> subprocess.Popen[bytes]:
    """The adding program at work, its numbers on its standard output."""
    return subprocess.Popen([sys.executable, str(PROGRAM), str(path), str(count)], stdout=subprocess.PIPE)


def kill_once(path: Path, count: int, within: float, dice: random.Random) -> tuple[int, int]:
    """Start the adding program on a new ledger, kill it at a random moment and look.

    Gives how many documents it had said were kept, and how many the ledger holds. Raises AssertionError where the
    ledger lacks one that was reported, holds half of one, or does not open.
    """
    running = start(path, count)
    assert running.stdout is not None
    assert running.stdout.readline() == b"ready\n"
    time.sleep(dice.random() * within)
    os.kill(running.pid, signal.SIGKILL)
    reported = [int(line) for line in running.stdout.read().split()]
    running.stdout.close()
    running.wait()
    with Ledger(path, data="test") as ledger:
        kept = list(ledger.extractions())
    assert kept == [made(number) for number in range(1, len(kept) + 1)], "half a document was kept"
    assert len(kept) >= len(reported), "a document that was reported as kept is missing"
    return len(reported), len(kept)


def finish(path: Path, count: int) -> None:
    """Run the adding program to its end on what a killed one left."""
    subprocess.run([sys.executable, str(PROGRAM), str(path), str(count)], check=True, stdout=subprocess.DEVNULL)
