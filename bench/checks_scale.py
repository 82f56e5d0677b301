"""How findings are kept up and listed as a ledger grows.

    python bench/checks_scale.py [DOCUMENTS …]
    python bench/checks_scale.py --ledger FILE

Documents are those of ledger_scale.py, ten claims each. Prints for each size what it takes to find everything anew, to
take in MORE documents one by one, and to list the findings, each in a process of its own, as on the command line; of
a ledger that there is the same, with these documents added to it. What it takes to keep up facts is told apart.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from ledger_scale import documents

from qatynas.ledger import Ledger
from qatynas.model import Extraction

MORE = 3  # documents that are added one by one

ASK = """
import json, resource, sys, time
from qatynas.checks.surface import Ledger
PAIR = ("KAZ", "KGZ")
def listed(book):
    book.findings(PAIR, limit=1)  # all that is open stays open in a program that asks again
    begun = time.monotonic()
    shown, counted = len(book.findings(PAIR, limit=200)), book.count_findings(PAIR)
    return f"then {1000 * (time.monotonic() - begun):.0f} ms for {shown} with the counts {counted}"
ask = {
    "facts": lambda book: book.kept(PAIR).catch_up(),
    "anew": lambda book: book.count_findings(PAIR),
    "more": lambda book: book.count_findings(PAIR) and None,
    "list": listed,
}[sys.argv[2]]
started, spent = time.monotonic(), time.process_time()
with Ledger.open(sys.argv[1]) as book:
    said = ask(book)
used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([time.monotonic() - started, time.process_time() - spent, used, said]))
"""


def ask(path: Path, question: str) -> None:
    done = subprocess.run([sys.executable, "-c", ASK, str(path), question], check=True, capture_output=True, text=True)
    wall, spent, memory, said = json.loads(done.stdout)
    print(f"    {question}: {wall:.2f} s ({spent:.2f} s of processor), {memory:.0f} MiB {said or ''}", flush=True)


def ask_all(path: Path, made: Iterator[Extraction]) -> None:
    """All questions, with MORE of these documents added one by one."""
    for question in ("facts", "anew", "list"):
        ask(path, question)
    for _ in range(MORE):
        with Ledger(path, data="bench") as book:
            book.add(next(made))
        for question in ("facts", "more"):
            ask(path, question)
    ask(path, "list")


def main(sizes: list[int], folder: Path) -> None:
    path = folder / "scale.sqlite"
    made = documents(max(sizes) + MORE * len(sizes))
    reached = 0
    for size in sizes:
        with Ledger(path, data="bench") as book:
            for _ in range(size - reached):
                book.add(next(made))
        print(f"{size} documents, {10 * size} claims", flush=True)
        ask_all(path, made)
        reached = size + MORE


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("sizes", type=int, nargs="*", default=[1_000, 10_000])
    options.add_argument("--keep", type=Path, help="a folder to leave the ledger in")
    options.add_argument("--ledger", type=Path, help="ask a ledger that there is, and add nothing but a few documents")
    chosen = options.parse_args()
    if chosen.ledger:
        ask_all(chosen.ledger, documents(MORE, seed=time.time_ns()))
        sys.exit()
    with tempfile.TemporaryDirectory() as made_folder:
        main(sorted(chosen.sizes), chosen.keep or Path(made_folder))
