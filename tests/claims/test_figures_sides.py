"""Whence and whither a figure goes where its own sentence does not say it in full."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Figures = Callable[..., list[str]]
YEARLY = "Қырғызстан жазда Қазақстанға электр қуатын береді, ал Қазақстан оны қыста Қырғызстанға қайтарады. "


@pytest.mark.parametrize(
    ("text", "value", "way"),
    [
        (YEARLY + "Биылғы маусым–тамызда 720 миллион киловатт-сағат жеткізілді.", "720000000", "KGZ>KAZ"),
        (YEARLY + "Биылғы қаңтарда 300 миллион киловатт-сағат жөнелтілді.", "300000000", "KAZ>KGZ"),
        ("Қыста қырғыз энергиясы Қазақстанға түседі. Биылғы қаңтарда 350 миллион киловатт-сағат келген.", "350000000", "KGZ>KAZ"),
        ("Биыл Қазақстан Қырғызстанда он жеті мәдени шара ұйымдастырды.", "17", "KAZ>KGZ"),
        ("Былтыр Қырғызстан Алматыда жиырма көрме өткізді.", "20", "KGZ>KAZ"),
        ("Ошқа Қазақстан 46 құтқарушы аттандырды.", "46", "KAZ>KGZ"),
        ("Астана Бішкекке 12 автобус сыйлады.", "12", "KAZ>KGZ"),
        ("Екі ел Алматы мен Бішкек арасындағы 460 шақырым жолды жөндейді.", "460", ""),
        ("Бағдарламамен бізден Бішкекке тағы 40 магистрант барады, алмасу жалғасады.", "40", "KAZ>KGZ"),
    ],
)  # fmt: skip
def test_way(text: str, value: str, way: str, figures: Figures) -> None:
    found = [line for line in figures(text) if f" {value} " in line]
    assert found, figures(text)
    assert way in found[0] if way else ">" not in found[0], found


@pytest.mark.parametrize(
    "text",
    [
        "Қырғызстанда 34 мыңдай қазақ тұрады.",
        "Қазақстанда қазір отыз сегіз мыңдай қырғыз бар.",
        "Былтыр тараптар бір-біріне іздеудегі 47 адамды тапсырды.",
    ],
)
def test_no_way(text: str, figures: Figures) -> None:
    assert all(">" not in line for line in figures(text)), figures(text)


def test_a_guest_of_the_other_side(figures: Figures) -> None:
    told = (
        "Қанат МӘМБЕТОВ, Қырғыз Республикасының Қазақстандағы елшісі:\n\n– Елші мырза, әңгімені бастайық. Инвестиция қалай?\n\n"
        "– Соңғы он жылда сіздерден 870 миллион доллар инвестиция алдық.\n\n– Жастар ше?\n\n– Жаман емес.\n"
    )
    assert any("870000000 USD KAZ>KGZ" in line for line in figures(told, lead=""))
