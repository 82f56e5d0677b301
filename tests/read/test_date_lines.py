"""A day that a line of its own tells, in every form and place, however the line names who wrote or sent the text."""

from __future__ import annotations

from itertools import product

import pytest

from qatynas.language.dating import date_document
from qatynas.read import read_bytes
from qatynas.script import align

TITLE = "Екі Үкімет басшысы Бішкекте кездесті"
BODY = (
    "Премьер-Министр бейсенбі күні Бішкекке барды. Қазақстан мен Қырғызстанның саудасы өсті. Екі ел келісімге қол "
    "қойды.\n\nБұған дейін тараптар Астанада кездескен еді."
)
DAYS = (
    "18 қыркүйек 2025 жыл", "18 қыркүйек, 2025", "2025 жылғы 18 қыркүйек", "18.09.2025", "18 қыркүйек, бейсенбі, 2025 жыл",
    "2025-09-18", "18 қыркүйек 2025, 17:52", "2025 ж. 18 қыркүйек, бейсенбі",
)  # fmt: skip
LINES = (
    "{}", "АСТАНА. {}. «Сыр хабары»", "Астана, {} / Сыр хабары", "{} | Саясат", "Жарияланған: {}", "{}, Мәдина Серікқызы",
    "Мәдина Серікқызы, {}", "«Сыр бойы» газеті, № 31, {}", "№ 31 (8846), {}", "{}. Бішкек. Меншікті тілшіміз",
    "Дайындаған: Мәдина СЕРІКҚЫЗЫ. {}", "Сыртқы істер министрлігінің баспасөз қызметі, {}",
    "Қазақстан Республикасының Көлік министрлігі. {}", "{} • 5 мин оқу • 1 204 қаралым", "Жаңартылды: {}",
    "Автор: Мәдина Серікқызы · {}", "{} күні жарияланған", "Экономика // {}", "{}. «Дала тынысы» агенттігі",
)  # fmt: skip
PLACES = ("{title}\n\n{line}\n\n{body}\n", "{line}\n\n{title}\n\n{body}\n", "{title}\n\n{body}\n\n{line}\n")


@pytest.mark.parametrize("line", LINES)
def test_the_day_is_found(line: str) -> None:
    missed = []
    for day, place in product(DAYS, PLACES):
        text = place.format(title=TITLE, line=line.format(day), body=BODY)
        document = read_bytes(text.encode(), "text.txt")
        dating = date_document(document, align(document.text))
        if dating.edtf != "2025-09-18" or dating.basis != "stated":
            missed.append((day, PLACES.index(place), dating.edtf))
    assert not missed


UNDER_TITLE = (
    "Ақорданың хабары бойынша, {}", "Министрліктің архивінен, {}", "{}, шекарадан репортаж", "{}; хат-хабар бөлімі",
    "{}, Сыртқы істер министрлігінің архивінен", "Әлеуметтік желідегі жазба, {}", "Оқырман хаты · {}", "{} – өңір шежіресі",
)  # fmt: skip


@pytest.mark.parametrize("line", UNDER_TITLE)
def test_under_the_title_a_line_that_begins_or_ends_with_a_whole_day_is_its_date(line: str) -> None:
    missed = []
    for day in DAYS:
        text = PLACES[0].format(title=TITLE, line=line.format(day), body=BODY)
        document = read_bytes(text.encode(), "text.txt")
        if date_document(document, align(document.text)).edtf != "2025-09-18":
            missed.append(day)
    assert not missed


@pytest.mark.parametrize(
    "line",
    [
        "2021 жылғы 5 мамырдағы келісім",
        "Келісімге 2021 жылғы 5 мамырда қол қойылған",
        "Бәрі 2021 жылғы 5 мамырдан басталды",
    ],
)
def test_a_subtitle_that_tells_of_a_day_is_none(line: str) -> None:
    text = PLACES[0].format(title=TITLE, line=line, body=BODY)
    document = read_bytes(text.encode(), "text.txt")
    assert date_document(document, align(document.text)).edtf is None
