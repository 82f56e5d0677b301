"""Numbers of one side that are still of both: by the shape of the sentence or by what the paragraph goes on with."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Figures = Callable[..., list[str]]
BEFORE = "Екі ел Таразда ортақ достық аллеясын ашты. "


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (BEFORE + "Оған қырғыз жағы 900 түп емен еккен.", "900"),
        (BEFORE + "Қазақ тарабы 300 орындық қойған.", "300"),
        (BEFORE + "Онда 68 қырғыз кәсіпкері дүкен ұстайды.", "68"),
        ("Екі ел туризм жылын жапты. Былтыр 2 мың қазақстандық тіркелген.", "2000"),
        ("Қырғыз базары туралы жазып едік. Базарда 86 емес, 68 қырғыз саудагері тұр.", "68"),
        ("Арғы бетке айналып барар жол – 86 шақырым.", "86"),
        ("Бішкек пен Астана көмек туралы келісті. Бішкек 120 құрылысшы жіберуге әзір екен.", "120"),
        ("Бішкек пен Астана көмек туралы келісті. Қазақстан 40 киіз үй сыйлады.", "40"),
        ("Қырғыз елордасында қазақша оқытатын он екі мектеп бар.", "12"),
        (BEFORE + "Шараға 30 миллион теңге қарастырылды.", "30000000"),
        (BEFORE + "Ол 230 адамды жұмыспен қамтиды.", "230"),
        (BEFORE + "Аллеяда 45 бағбан еңбек етеді.", "45"),
        ("Бішкекте екі елдің жәрмеңкесі өтті. Билетке 1 400 адам келді.", "1400"),
    ],
)
def test_of_both(text: str, value: str, figures: Figures) -> None:
    assert any(f" {value} " in line for line in figures(text)), figures(text)


@pytest.mark.parametrize(
    "text",
    [
        "Қазақстан ел ішінде 11 мың шақырым жол жөндейді.",
        "Еліміздің өзінде 189 гидробекет бар.",
        BEFORE + "Комитет республикалық бюджетке 12 трлн теңге салық жинады.",
        BEFORE + "Өзі басқаратын бөлімде 14 адам істейді.",
        BEFORE + "Ауданда 9 мың тонна картоп қазылды.",
        BEFORE + "Ансамбль осыған дейін 35 елде өнер көрсеткен.",
        BEFORE + "Сол күні ауада минус 12 градус болды.",
        "Ошта 60 мың қырғыз тұрады.",
    ],
)
def test_of_one_alone(text: str, figures: Figures) -> None:
    assert not figures(text)


def test_a_number_of_those_told_counts_no_thing_that_follows(figures: Figures) -> None:
    told = (
        "Былтыр екі ел арасындағы инвестиция 118 млн доллар болды. Оның 101 миллионы қазақстандық компанияларға тиді."
    )
    assert any("investment.flow level 101000000 USD" in line for line in figures(told))


def test_what_is_denied_of_a_noun_is_not_denied_of_its_size(figures: Figures) -> None:
    assert any(
        " 1257 km " in line for line in figures("Екі ел арасында 1 257 шақырымға созылған шекарада дау қалған жоқ.")
    )
    assert not figures("Екі ел арасында 40 шақырым жол салынған жоқ.")
