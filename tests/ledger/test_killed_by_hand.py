"""A process killed while it judges, records or reads anew loses nothing committed; a full disk says so in one line."""

from __future__ import annotations

import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from ledger.acting import KEPT, act, counted
from ledger.killing_by_hand import begun, kill_once, undisturbed

from qatynas.ledger import Ledger
from qatynas.model import InputError

ROUNDS = 12
KILLS = 5


@pytest.fixture(scope="module")
def seconds(tmp_path_factory: pytest.TempPathFactory) -> float:
    return undisturbed(tmp_path_factory.mktemp("whole") / "ledger.sqlite", ROUNDS)


@pytest.mark.parametrize("kill", range(KILLS))
def test_killed_at_a_random_moment(tmp_path: Path, seconds: float, kill: int) -> None:
    kill_once(tmp_path / "ledger.sqlite", ROUNDS, seconds, random.Random(kill))


def act_until_full(ledger: Ledger, done: Counter[str]) -> None:
    for number in range(1, 1000):
        act(ledger, number, lambda what: done.update([what]))


def fill(ledger: Ledger, pages: int) -> None:
    """Let the file grow by so many pages and no more, as on a disk that is full then."""
    held = ledger._connection.execute("PRAGMA page_count").fetchone()[0]
    ledger._connection.execute(f"PRAGMA max_page_count = {held + pages}")


@pytest.mark.parametrize("pages", [0, 1, 3])
def test_a_full_disk_is_told_and_keeps_what_was_committed(tmp_path: Path, pages: int) -> None:
    path = begun(tmp_path / "ledger.sqlite")
    with Ledger(path, data="test") as ledger:
        fill(ledger, pages)
        done: Counter[str] = Counter()
        with pytest.raises(InputError, match="the disk is full; make room and run again") as error:
            act_until_full(ledger, done)
        assert "\n" not in str(error.value)
        assert counted(ledger) == {what: done[what] for what in KEPT}
    with Ledger(path, data="test") as ledger:  # room was made
        before = counted(ledger)
        act(ledger, 9999, lambda what: None)
        assert counted(ledger) == {what: count + 1 for what, count in before.items()}


REFUSED = """
import resource, sys
from qatynas.cli import main
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
sys.argv[1:] = sys.argv[2:]
main()
"""


@pytest.mark.parametrize("room", [0, 4_096, 60_000])
def test_writes_that_the_system_refuses(tmp_path: Path, room: int) -> None:
    """The limit on a file's length fails a write in the middle, wherever SQLite writes: file, journal or index."""
    path = begun(tmp_path / "ledger.sqlite")
    with Ledger(path, data="test") as ledger:
        before = list(ledger.extractions())
    words = ["record", "act", "--title", "Келісім " + "су " * 20_000, "--act", "signed", "--date", "2025", "--who", "Айгерім",
             "--ground", "note", "--ledger", str(path)]  # fmt: skip
    done = subprocess.run([sys.executable, "-c", REFUSED, str(room), *words], capture_output=True, check=False)
    assert done.returncode == 2, done.stderr.decode()
    told = done.stderr.decode().strip()
    assert told.startswith(f"qatynas: {path}: ")
    assert "\n" not in told
    with Ledger(path, data="test") as ledger:
        assert list(ledger.extractions()) == before
        ledger.record("act", [{"kind": "relation", "type": "embassy", "status": "done", "parties": ["KAZ", "KGZ"]}],
                      who="Айгерім", ground="note")  # fmt: skip
        assert len(list(ledger.extractions())) == len(before) + 1
