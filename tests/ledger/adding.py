"""A program that adds hand-made extractions to a ledger, to be killed while it does: python adding.py LEDGER COUNT."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from ledger.making import made

from qatynas.ledger import Ledger


def main(path: Path, count: int) -> None:
    print("ready", flush=True)
    with Ledger(path, data="test") as ledger:
        for number in range(1, count + 1):
            ledger.add(made(number))
            print(number, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
