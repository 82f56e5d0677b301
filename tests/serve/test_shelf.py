"""The state that pages read, where a newer one cannot be made."""

from __future__ import annotations

from pathlib import Path

import pytest

from qatynas.claims import extract
from qatynas.ledger import Ledger
from qatynas.read import read_bytes
from qatynas.serve.shelf import Shelf

TEXT = "2025 жылғы 3 наурыз\n\nҚазақстан мен Қырғызстанның тауар айналымы 2024 жылы 1,7 млрд долларға жетті.\n"


@pytest.fixture
def broken(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Shelf, list[str]]:
    """A shelf that had one state and whose keeper fails since, on a ledger with a document more; and its tries."""
    shelf, tries = Shelf(ledger), []
    shelf.state()

    def fails(pair: object) -> None:
        tries.append(str(pair))
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(shelf.keeper, "keep", fails)
    with Ledger(ledger) as book:
        book.add(extract(read_bytes(TEXT.encode(), "more.txt")))
    return shelf, tries


def test_readers_get_the_state_before_and_it_is_tried_once(broken: tuple[Shelf, list[str]]) -> None:
    shelf, tries = broken
    before = shelf.newest()
    for _ in range(20):
        assert shelf.state() is before
        shelf.renew().join()
    assert len(tries) == 1


def test_who_has_written_has_it_tried_again(broken: tuple[Shelf, list[str]]) -> None:
    shelf, tries = broken
    shelf.renew().join()
    shelf.state(wrote=True)
    assert len(tries) == 2


def test_it_is_tried_again_after_a_rest(broken: tuple[Shelf, list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    shelf, tries = broken
    shelf.renew().join()
    monkeypatch.setattr("qatynas.serve.shelf.REST", 0.0)
    shelf.renew().join()
    assert len(tries) == 2
