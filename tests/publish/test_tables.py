"""The sections as tables and as JSON."""

from __future__ import annotations

import io
import json

import pytest
from publish.test_page import FULL
from relations.sample import PAIR
from rich.console import Console

from qatynas.publish import SECTIONS, as_json, print_tables, tables
from qatynas.publish.sections import AHEAD
from qatynas.relations import build

ASKED = (
    "trade", "treaties", "bodies", "visits", "investment", "exchange", "projects", "organisations", "education",
    "culture", "aid", "promises", "voices", "places", "unplaced",
)  # fmt: skip


def printed(found: list) -> str:
    out = io.StringIO()
    print_tables(found, Console(file=out, width=160))
    return out.getvalue()


def test_all_sections_are_there() -> None:
    assert set(ASKED) <= set(SECTIONS)
    assert {table.section for table in tables(FULL, "all")} <= set(SECTIONS)


@pytest.mark.parametrize("name", [*SECTIONS, "all"])
def test_every_section_prints_and_is_json(name: str) -> None:
    assert printed(tables(FULL, name))
    rows = as_json(FULL, name)
    assert json.loads(json.dumps(rows, ensure_ascii=False)) == rows


def test_rows_carry_their_words() -> None:
    (by_period, *_) = as_json(FULL, "trade")
    row = next(row for row in by_period["rows"] if row["period"] == "2024")
    assert row["turnover"].replace("\u202f", " ") == "1,700"
    assert row["reports"][0]["document"] == "arab.txt"
    assert row["reports"][0]["quote"].startswith("ەكى ەل ")


def test_an_empty_section_says_what_it_would_hold() -> None:
    assert "Nothing read about this yet." in printed(tables(build([], PAIR), "aid"))


def test_brackets_in_a_name_are_no_markup() -> None:
    assert "[bold]" not in printed(tables(FULL, "trade"))


def test_an_unknown_section_is_refused() -> None:
    with pytest.raises(KeyError):
        tables(FULL, "weather")


def test_a_row_says_nothing_twice() -> None:
    for table in tables(FULL, "all"):
        if table.section in AHEAD:  # numbers of two cases stand side by side, and may be the same
            continue
        for row in table.rows:
            words = [cell.lower() for cell in row.cells if cell and not cell[0].isdigit() and cell != "●"]
            assert len(set(words)) == len(words), row.cells
