"""No year later than what the text tells as to come; years that something is set for; «былтыр» told the other way."""

from __future__ import annotations

from qatynas.language.dating import date_document
from qatynas.read import read_bytes
from qatynas.script import align

YEARLY = "Ән сайысы 2015 жылы алғаш өткен, жыл сайын болады. Ортақ сахнаны жөндеу 2019 жылғы мамырда басталмақ.\n"


def dating(text: str) -> str | None:
    document = read_bytes(text.encode(), "text.txt")
    return date_document(document, align(document.text)).edtf


def test_a_day_of_a_month_numbers_no_yearly_meeting() -> None:
    assert dating(f"Ауыл шежіресі, 12-ші қараша туралы сөз\n\n{YEARLY}") != "2026"


def test_a_year_after_a_plan_is_over_is_not_taken() -> None:
    assert dating(f"Сайыс туралы бірер сөз\n\n{YEARLY}Биылғы сайыс он екінші рет өтті деген сөз рас емес.\n") != "2026"


def test_years_that_a_plan_is_set_for_and_last_year_told_the_other_way() -> None:
    text = (
        "Көпір бойындағы сауда\n\n21 маусым\n\n2022 жылы Қазақстаннан 40 миллион доллар құйылды. Керісінше бағытта "
        "былтыр 5 миллион доллар ғана келді. Тараптар 2023–2025 жылдарға арналған жоспарды қабылдады.\n"
    )
    assert dating(text) == "2023-06-21"
