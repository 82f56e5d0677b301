"""The place and day that an agency's report begins with, however the agency is named between."""

from __future__ import annotations

import pytest

from qatynas.read import read_bytes

BODY = "Қазақстан мен Қырғызстанның комиссиясы бүгін бас қосты. Кеше екі ел шартқа қол қойды.\n"


@pytest.mark.parametrize(
    ("opening", "words"),
    [
        ("ТАРАЗ. 14 қараша 2025 ж., 15:42. «Дала тынысы» – ", "14 қараша 2025 ж."),
        ("АСТАНА. KAZINFORM. 14 қараша 2025 жыл – ", "14 қараша 2025 жыл"),
        ("Астана, 14 қараша, 2025. ", "14 қараша, 2025"),
        ("БІШКЕК. (14.11.2025). ", "14.11.2025"),
        ("14 қараша 2025 жыл. Астана. ", "14 қараша 2025 жыл"),
        ("Тараз, 2025 жылғы 14 қараша. ҚазАқпарат – ", "2025 жылғы 14 қараша"),
    ],
)
def test_the_day_of_a_report(opening: str, words: str) -> None:
    document = read_bytes(f"Комиссия бас қосты\n\n{opening}{BODY}".encode(), "text.txt")
    assert [candidate.words for candidate in document.dates] == [words]


def test_a_day_inside_the_telling_is_none() -> None:
    document = read_bytes(f"Комиссия бас қосты\n\nБішкекте 14 қарашада жиын өтті. {BODY}".encode(), "text.txt")
    assert not document.dates


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("АРАЛ. 14 қараша, 2025 жыл, 15:42. «Сыр хабары» агенттігі", "14 қараша, 2025 жыл, 15:42"),
        ("АЛМАТЫ. 14.11.2025. 15:42. «Сыр хабары» агенттігі", "14.11.2025. 15:42"),
        ("14 қараша, 2025 ж., «Шу өңірі» газеті", "14 қараша, 2025 ж."),
        ("2025 жылғы 14 қараша. Көлік министрлігінің баспасөз қызметі", "2025 жылғы 14 қараша"),
        ("14.11.2025 | Үкіметтің баспасөз орталығы", "14.11.2025"),
    ],
)
def test_who_publishes_stands_behind_the_day(line: str, words: str) -> None:
    document = read_bytes(f"Комиссия бас қосты\n\n{line}\n\n{BODY}".encode(), "text.txt")
    assert [candidate.words for candidate in document.dates] == [words]
