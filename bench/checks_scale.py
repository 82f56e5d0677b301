"""How findings are kept up and listed as a ledger grows.

    python bench/checks_scale.py [DOCUMENTS …]

Documents are those of ledger_scale.py, ten claims each. Prints for each size what it takes to find everything anew, to
take in one document more, and to list the findings, each in a process of its own, as on the command line.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from ledger_scale import documents

from qatynas.ledger import Ledger

ASK = """
import json, resource, sys, time
from qatynas.checks.surface import Ledger
PAIR = ("KAZ", "KGZ")
ask = {
    "facts": lambda book: book.kept(PAIR).catch_up(),
    "anew": lambda book: book.count_findings(PAIR),
    "more": lambda book: book.count_findings(PAIR),
    "list": lambda book: (len(book.findings(PAIR, limit=200)), book.count_findings(PAIR)),
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


def main(sizes: list[int], folder: Path) -> None:
    path = folder / "scale.sqlite"
    made = documents(max(sizes) + len(sizes))
    reached = 0
    for size in sizes:
        with Ledger(path, data="bench") as book:
            for _ in range(size - reached):
                book.add(next(made))
        print(f"{size} documents, {10 * size} claims", flush=True)
        for question in ("facts", "anew", "list"):
            ask(path, question)
        with Ledger(path, data="bench") as book:
            book.add(next(made))
        reached = size + 1
        for question in ("facts", "more", "list"):
            ask(path, question)


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("sizes", type=int, nargs="*", default=[1_000, 10_000])
    options.add_argument("--keep", type=Path, help="a folder to leave the ledger in")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as made_folder:
        main(sorted(chosen.sizes), chosen.keep or Path(made_folder))
