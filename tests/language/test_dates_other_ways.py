"""Other ways to print a text's own day: imprints, numbers of journals, drafts, counted days, jubilees, translations."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from qatynas.language.reading import read_language
from qatynas.read import read_bytes

ROWS = [json.loads(line) for line in (Path(__file__).parent / "dates_other_ways.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_the_date_of_a_text(row: dict[str, str | None]) -> None:
    dating = read_language(read_bytes((row["text"] or "").encode(), f"{row['name']}.txt")).dating
    assert dating.edtf == row["published"]
