"""Eighty short texts of every kind that a person keeps, their dates written down before the program read them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from qatynas.claims import extract
from qatynas.read import read_bytes

ROWS = [json.loads(line) for line in (Path(__file__).parent / "dates_bank.jsonl").read_text("utf-8").splitlines()]
# known misses: the year is told by the world (a pandemic, whose government), or by the ticker of the site only
MISSED = {"post-weekday-year", "bulletin-noissue", "interview-inner", "masthead-ticker"}
INFERRED_BY_DESIGN = {"source-byline"}  # «Дереккөз: …, 2024 ж. 18 маусым»: whence it is, not when it was put here


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_the_date_of_a_text(row: dict[str, str | None]) -> None:
    dating = extract(read_bytes((row["text"] or "").encode(), f"{row['name']}.txt")).dating
    if row["name"] in MISSED:
        assert dating.edtf is None  # null, never a wrong day
        return
    basis = "inferred" if row["name"] in INFERRED_BY_DESIGN else row["basis"]
    assert (dating.edtf, dating.basis) == (row["published"], basis)
