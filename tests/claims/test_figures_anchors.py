"""Whose a number is in a short notice that names the other state only, and what leans on the sentence before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Figures = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "2024 жылы Қырғызстанмен тауар айналымы 1,7 млрд доллар болды.",
            ["trade.turnover level 1700000000 USD 2024 actual"],
        ),
        (
            "Былтыр Қырғызстанға 29 млн доллардың шыны бұйымдары жөнелтілді.",
            ["trade.export level 29000000 USD KAZ>KGZ 2024 actual"],
        ),
        (
            "Жыл басынан бері Өзбекстаннан 240 мың тонна көкөніс әкелінді.",
            ["trade.import level 240000 t UZB>KAZ 2025-01/2025-08 actual"],
        ),
        (
            "Былтыр Қырғызстанға 505 мың тонна цемент сатылды. Қырғыз жағы Ресейден де астық алып отыр.",
            ["trade.export level 505000 t KAZ>KGZ 2024 actual"],
        ),
        (
            "Қырғызстанға былтыр 21 мың бас қой сатылды. Құны – 3,4 миллион доллар болды.",
            [
                "trade.export level 21000 count KAZ>KGZ 2024 actual",
                "trade.export level 3400000 USD KAZ>KGZ 2024 actual",
            ],
        ),
    ],
)
def test_home_is_the_other_end(text: str, wanted: list[str], figures: Figures) -> None:
    assert figures(text, lead="") == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Нарыннан Бішкекке 300 мың тонна көмір жеткізілді.",
        "Ресей мен Қырғызстан саудасы 3 миллиард долларға жетті.",
        "Қырғызстанда инфляция 5 пайызға жетті.",
        "Ошта 240 мың адам тұрады.",
    ],
)
def test_what_names_no_way_to_home(text: str, figures: Figures) -> None:
    assert not [line for line in figures(text, lead="") if "KAZ" in line]


def test_people_who_live_where_the_other_state_was_told(figures: Figures) -> None:
    told = "Қырғыз қауымы Таразда тіркелді. Облыста 9 мыңға жуық қырғыз тұрады."
    assert "other level 9000 person - actual" in figures(told)
    assert not figures("Қырғыз қауымы Таразда тіркелді. Облыста 9 мыңға жуық егінші тұрады.")


def test_prices_and_loans_are_no_cost_of_a_work(figures: Figures) -> None:
    told = figures("Қырғызстан 120 мың тонна ұн сатып алды. Бір тоннасының орташа бағасы – 260 доллар.")
    assert all("project.cost" not in line for line in told)
    told = figures("Қырғыз нөмірлі 18 мың көлік Қазақстанда жүр. Айыппұл қарызының сомасы – 320 млн теңге.")
    assert all("project.cost" not in line for line in told)
