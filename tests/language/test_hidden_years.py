"""The year of a text whose date line does not tell it: found by what the words tell, left open where they tell nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from qatynas.language.kk.calendar import WEEKDAYS
from qatynas.language.reading import read_language
from qatynas.model import Script
from qatynas.read import read_bytes
from qatynas.script import convert

ROWS = [
    tuple(row.split("\t"))
    for row in Path(__file__).with_name("hidden_years.tsv").read_text(encoding="utf-8").splitlines()
    if row and not row.startswith("#")
]
NOT_FOUND = ("2023-07-20",)  # null, and no wild guess


def found(wanted: str, line: str, text: str, script: Script) -> str:
    if "{w}" in line:
        line = line.format(w=WEEKDAYS[date.fromisoformat(wanted).weekday()])
    page = "\n\n".join(["Шекарадағы істің жайы", *([line] if line != "-" else []), text.replace("¶", "\n\n")])
    written = page if script is Script.CYRL else convert(page, script, Script.CYRL)
    document = read_bytes(written.encode(), "page.txt")
    return read_language(document).dating.edtf or "-"


@pytest.mark.parametrize("script", Script)
def test_years(script: Script) -> None:
    got = [(wanted, found(wanted, line, text, script), line, text) for wanted, line, text in ROWS]
    assert not [row for row in got if row[0] != row[1] and row[0] not in NOT_FOUND]
    assert {row[1] for row in got if row[0] in NOT_FOUND} <= {"-", *NOT_FOUND}
