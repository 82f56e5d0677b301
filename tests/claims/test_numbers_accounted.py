"""Every number of the demo notes is a claim's, set aside for a reason, or unplaced; few are unplaced, none is lost."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import pytest

from qatynas.claims import extract
from qatynas.demo import __file__ as demo_file
from qatynas.read import read_bytes, read_path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bench"))

from numbers_accounted import Account, accounts

NOTES = sorted(Path(demo_file).parent.glob("*.txt"))
UNPLACED = 0.05
"""Share of the numbers that may stay unplaced."""
TEXT = """Қазақстан мен Қырғызстанның саудасы туралы

Екі елдің тауар айналымы 2024 жылы 1,7 миллиард доллар болды. Елшіге 52 жас. Байланыс: 8 701 555 12 34.
Жиырма шақты кәсіпкер үш күн бойы 14 келісімге қол қойды. Қырғызстанда 7 миллион адам тұрады.
"""


def fates(path: Path) -> list[Account]:
    return list(accounts(extract(read_path(path))))


@pytest.mark.parametrize("path", NOTES, ids=lambda path: path.stem)
def test_no_number_of_a_note_is_lost(path: Path) -> None:
    assert [account for account in fates(path) if account.fate == "lost"] == []


def test_few_numbers_of_the_notes_are_unplaced() -> None:
    total = Counter(account.fate for path in NOTES for account in fates(path))
    assert total["claim"] > 0
    assert total["unplaced"] <= UNPLACED * sum(total.values())


def test_what_is_set_aside_has_a_reason() -> None:
    found = [account for path in NOTES for account in fates(path) if account.fate == "set_aside"]
    assert [account for account in found if not account.reason] == []


def test_kinds_of_numbers_of_one_text() -> None:
    found = {a.quote: a.fate for a in accounts(extract(read_bytes(TEXT.encode(), "a.txt", published="2025-08-21")))}
    assert found["1,7 миллиард"] == "claim"
    assert found["52"] == "set_aside"
    assert "lost" not in found.values()
    digits = {"2024", "52", "555", "14", "7"}
    assert all(any(digit in quote for quote in found) for digit in digits)
