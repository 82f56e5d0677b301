"""Years that head the parts of a chronicle: the days told under each lie in it."""

from __future__ import annotations

import pytest

from qatynas.language.reading import read_language
from qatynas.model import Script
from qatynas.model.document import BlockKind
from qatynas.read import read_bytes
from qatynas.script import convert

HEADS = ("{}", "{} жыл", "{} ж.", "{}:", "— {} —", "{} жыл.", "{}-жыл", "** {} **", "{} жылы", "• {}")
ENTRIES = {
    "1992": "15 қазанда Қазақстан мен Қырғызстан дипломатиялық қатынас орнатты.",
    "2001": "15 желтоқсан – шекара туралы шарт жасалды.",
    "2010": "7 сәуірде Қазақстан шекараны жапты, 20 мамырда оны қайта ашты.",
    "2024": "19 сәуір күні Астанада жаңа шартқа қол қойылды.",
}
DAYS = ["1992-10-15", "2001-12-15", "2010-04-07", "2010-05-20", "2024-04-19"]


def days_of(text: str, script: Script) -> list[str | None]:
    written = text if script is Script.CYRL else convert(text, script)
    reading = read_language(read_bytes(written.encode(), "a.txt"))
    told = [s for s in reading.sentences if s.block in (BlockKind.PARAGRAPH, BlockKind.ITEM)]
    return [mention.edtf for sentence in told for mention in sentence.dates]


@pytest.mark.parametrize("script", Script)
@pytest.mark.parametrize("head", range(len(HEADS)))
@pytest.mark.parametrize("dated", [True, False])
def test_days_under_a_year_lie_in_it(head: int, script: Script, dated: bool) -> None:
    parts = "\n\n".join(f"{HEADS[head].format(year)}\n{entry}" for year, entry in ENTRIES.items())
    day = "1 желтоқсан 2025\n\n" if dated else ""
    assert days_of(f"Екі елдің шежіресі\n\n{day}{parts}\n", script) == DAYS


def test_what_is_counted_from_today_is_not_moved() -> None:
    text = (
        "Шежіре\n\n1 желтоқсан 2025\n\n1992\n15 қазанда қатынас орнады.\n\n2001\nБиыл 15 желтоқсанда шарт тойланады.\n"
    )
    assert days_of(text, Script.CYRL)[-1] == "2025-12-15"


def test_another_heading_ends_a_year() -> None:
    text = (
        "Шежіре\n\n1 желтоқсан 2025\n\n1992\n15 қазанда Қазақстан мен Қырғызстан қатынас орнатты.\n\n2001\n"
        "15 желтоқсанда шекара туралы шарт жасалды.\n\nБүгінгі жай\n\n20 қарашада Бішкекте екі елдің кеңесі өтті.\n"
    )
    assert days_of(text, Script.CYRL) == ["1992-10-15", "2001-12-15", "2025-11-20"]


def test_one_number_alone_is_no_year() -> None:
    text = "Шежіре\n\n1 желтоқсан 2025\n\n1992\n\n20 қарашада Бішкекте екі елдің кеңесі өтті.\n"
    assert days_of(text, Script.CYRL) == ["2025-11-20"]
