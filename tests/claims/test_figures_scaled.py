"""Numbers whose unit or scale stands elsewhere: parts of a sum, levels that are gone to, ranges before what they count."""

from __future__ import annotations

import pytest

from qatynas.claims import extract
from qatynas.read import read_bytes

_HEAD = "2025 жылғы 14 қараша\nҚазақстан мен Қырғызстанның ынтымағы\nҚазақстан мен Қырғызстан арасындағы байланыс сөз болды. "


def _told(text: str) -> list[tuple[object, ...]]:
    found = extract(read_bytes((_HEAD + text + "\n").encode(), "note.txt")).claims
    rows = [claim.row() for claim in found if claim.kind == "figure"]
    return [(row["value"], row["unit"], row["measure"]) for row in rows]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Екі елдің ортақ қорына 100 миллион доллар құйылады: соның 70-і біздікі, қалған отызы – көршінікі.", (70, 30)),
        (
            "Қазақстан мен Қырғызстан қорға 90 млн доллар бөлді. Соның елуін Астана, қалған қырқын Бішкек төлейді.",
            (50, 40),
        ),
        ("Қазақстан мен Қырғызстан жобаға 12 миллион доллар салады, оның сегізін Қазақстан көтереді.", (8,)),
    ],
)
def test_parts_of_a_sum_are_in_its_scale(text: str, parts: tuple[int, ...]) -> None:
    told = _told(text)
    assert all((part * 1_000_000, "USD", "level") in told for part in parts), told


def test_parts_of_things_are_not_money() -> None:
    told = _told("Екі елдің тізімінде 38 жоба бар, жалпы құны – 780 миллион доллар. Оның сегізі біткен.")
    assert not any(value == 8_000_000 for value, _, _ in told)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Қазақстан мен Қырғызстан арасында былтыр 74 мың жолаушы ұшты, биыл бұл сан 9,7 мыңға түсті.", 9700),
        ("Қырғызстаннан былтыр 300 мың тонна картоп әкелінді. Биыл бұл көрсеткіш 36 мың тоннаға түсті.", 36000),
        ("Қазақстанның Қырғызстанға экспорты 2022 жылы 900 мың тонна еді, былтыр 120 мың тоннаға құлдырады.", 120000),
    ],
)
def test_what_falls_to_so_much_is_a_level(text: str, level: int) -> None:
    assert (level, "level") in [(value, measure) for value, _, measure in _told(text)]


def test_a_range_counts_what_stands_after_its_postposition() -> None:
    told = _told("Қазақстаннан Қырғызстанға биыл 600 мың мен 650 мың аралығында демалушы барады деп күтіледі.")
    assert (625000, "person", "level") in told
