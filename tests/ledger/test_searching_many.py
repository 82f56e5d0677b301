"""Search in a ledger where most passages that hold a word no longer speak."""

from __future__ import annotations

from pathlib import Path

from ledger.making import made

from qatynas.ledger import Ledger


def test_superseded_passages_hide_no_current_one(tmp_path: Path) -> None:
    with Ledger(tmp_path / "ledger.sqlite", data="test") as ledger:
        for number in range(1, 60):  # one path, rewritten again and again
            ledger.add(made(number, path="press/note.txt"))
        ledger.add(made(1, path="press/other.txt", words=" Тағы да Таразда бас қосты."))
        found = ledger.search("Таразда", limit=2)
    assert {hit.path for hit in found} == {"press/note.txt", "press/other.txt"}
