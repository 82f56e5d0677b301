"""Kill `qatynas add` of 200 real files with SIGKILL at random moments: the whole way from file to ledger.

    python bench/ledger_kills_add.py [KILLS] [DOCUMENTS]

After each kill the ledger must open and hold whole documents only; a second run must end with exactly the claims of an
undisturbed one. ledger_kills.py does the same faster with hand-made readings.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from qatynas.ledger import Ledger

ADD = [sys.executable, "-c", "from qatynas.cli import main; main()", "add", "--ledger"]
TEXT = """Көршілер саудасы өсті, {number}-жазба

{day} сәуір 2024 жыл

Қазақстан мен Қырғызстан арасындағы тауар айналымы {year} жылы {number} миллион долларға жетті. Бұл көрсеткіш алдыңғы
жылғыдан {day} пайызға артық. Министрлер {day} сәуірде Таразда кездесіп, {number} құжатқа қол қойды.
"""


def write(folder: Path, count: int) -> None:
    folder.mkdir()
    for number in range(1, count + 1):
        text = TEXT.format(number=number, day=number % 28 + 1, year=2000 + number % 24)
        (folder / f"note-{number:03}.txt").write_text(text, "utf-8")


def add(ledger: Path, press: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([*ADD, str(ledger), str(press)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def contents(ledger: Path) -> dict[str, list[str]]:
    with Ledger(ledger) as book:
        return {
            extraction.document.path: [claim.id(extraction.document.sha256) for claim in extraction.claims]
            for extraction in book.extractions()
        }


def main(kills: int = 50, count: int = 200) -> None:
    with tempfile.TemporaryDirectory() as folder:
        press = Path(folder) / "press"
        write(press, count)
        started = time.monotonic()
        assert add(Path(folder) / "whole.sqlite", press).wait() == 0
        seconds = time.monotonic() - started
        expected = contents(Path(folder) / "whole.sqlite")
        claims = sum(map(len, expected.values()))
        print(f"undisturbed: {len(expected)} documents in {seconds:.1f} s, {claims} claims", flush=True)
        dice = random.Random(20_251_122)
        between = 0
        for kill in range(kills):
            ledger = Path(folder) / f"killed-{kill}.sqlite"
            running = add(ledger, press)
            time.sleep(dice.random() * seconds)
            os.kill(running.pid, signal.SIGKILL)
            running.wait()
            kept = contents(ledger)
            assert all(expected[path] == ids for path, ids in kept.items()), f"kill {kill}: half a document was kept"
            assert add(ledger, press).wait() == 0
            assert contents(ledger) == expected, f"kill {kill}: the second run did not end as an undisturbed one"
            between += 0 < len(kept) < count
            print(f"kill {kill + 1:2}: {len(kept)} documents kept, second run complete", flush=True)
        print(f"{kills} kills: every ledger opened, every second run ended alike; {between} were killed half-way")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:3]))
