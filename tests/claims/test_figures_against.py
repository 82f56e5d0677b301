"""What goes against what was told before, what a house votes, statistics of a time that is over."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Figures = Callable[..., list[str]]

SOLD = "Былтыр Қазақстан Қырғызстанға 1,2 млрд долларға тауар сатты. "
AGAINST = [
    "Кері жеткізілім 455 млн доллар шамасында.",
    "Қарсы ағын 455 млн доллар болды.",
    "Ал кері тасымал 455 млн доллардан асқан жоқ.",
    "Қарсы легі – 455 млн доллар.",
    "Кері ағынның көлемі 455 млн долларға жетті.",
]
PUT_IN = "2024 жылы Қазақстан Қырғызстанға 97 млн доллар инвестиция салды. "
PUT_BACK = [
    "Қарсы ағын 2024 жылы 31,5 миллион доллар болды.",
    "Кері ағын сол жылы 31,5 миллион доллармен шектелді.",
    "Қарсы инвестиция көлемі 31,5 миллион доллар.",
]


@pytest.mark.parametrize("text", AGAINST, ids=range(len(AGAINST)))
def test_what_comes_against_exports(text: str, figures: Figures) -> None:
    assert any("trade.import level 455000000 USD KGZ>KAZ 2024" in line for line in figures(SOLD + text)), figures(
        SOLD + text
    )


@pytest.mark.parametrize("text", PUT_BACK, ids=range(len(PUT_BACK)))
def test_what_comes_against_investment(text: str, figures: Figures) -> None:
    told = figures(PUT_IN + text)
    assert any("investment.flow level 31500000 USD KGZ>KAZ 2024" in line for line in told), told


def test_against_a_surplus(figures: Figures) -> None:
    told = figures(
        "Былтыр біздің пайдамыздағы сальдо 780 млн доллардан асты. Кері жеткізілім 455 млн доллар шамасында."
    )
    assert any("trade.balance level 780000000 USD KAZ>KGZ" in line for line in told), told
    assert any("trade.import level 455000000 USD KGZ>KAZ" in line for line in told), told


def test_a_share_of_what_went_there(figures: Figures) -> None:
    told = figures("Былтыр Қазақстаннан Қырғызстанға 38 млрд теңге аударылған, қарсы аударым – соның төрттен бірі.")
    assert any("share 25 percent KGZ>KAZ" in line for line in told), told


def test_exports_after_what_was_bought_from_home(figures: Figures) -> None:
    told = figures("2024 жылы Қырғызстан бізден 310 мың тонна бидай сатып алды. Ұн экспорты 40 пайызға өсті.")
    assert any("trade.export growth +40 percent KAZ>KGZ" in line for line in told), told


VOTES = [
    "Заң жобасын 86 депутат қолдап, үшеуі қалыс қалды.",
    "Келісімді жетпіс бір депутат «иә» деп қабылдады.",
    "Ратификацияны 31 сенатор жақтады.",
    "Құжатқа 64 депутат дауыс берді, екеуі қарсы болды.",
    "Заңды 40 сенатор мақұлдады.",
]


@pytest.mark.parametrize("text", VOTES, ids=range(len(VOTES)))
def test_votes_are_no_figures(text: str, figures: Figures) -> None:
    assert not figures(text), figures(text)


@pytest.mark.parametrize(
    "text",
    [
        "Сауданың отыз пайызы деген есеп бізде жоқ.",
        "Екі ел саудасы 5 миллиард долларға жетті деген дерек жоқ.",
        "Қырғызстанға 300 мың тонна бидай кетті деген сөздің негізі жоқ.",
    ],
    ids=range(3),
)
def test_named_and_denied(text: str, figures: Figures) -> None:
    assert not figures(text), figures(text)


LEVEL = "Былтыр екі ел арасындағы сауда 1,69 млрд доллар болды. "
RECKONED = [
    "Қырғыз статистикасы былтырға 1,57 млрд доллар деп есептеген.",
    "Қырғызстан ұлттық статистика комитеті 2024 жылға 1,57 млрд доллар деп есептейді.",
    "Бішкек былтырғы айналымды 1,57 млрд доллар деп есептеп отыр.",
]


@pytest.mark.parametrize("text", RECKONED, ids=range(len(RECKONED)))
def test_statistics_of_a_time_over(text: str, figures: Figures) -> None:
    told = figures(LEVEL + text)
    assert any("trade.turnover level 1570000000 USD 2024 actual" in line for line in told), told


@pytest.mark.parametrize("when", ["сол алты айға", "осы алты айда", "сол жартыжылдыққа", "сол жартыжылдықта"])
def test_the_same_months(when: str, figures: Figures) -> None:
    told = figures(
        f"2025 жылғы қаңтар–маусымда екі ел саудасы 800 млн доллар болды. Қырғыз жағында {when} 760 млн доллар деп тұр."
    )
    assert any("level 760000000 USD 2025-01/2025-06 actual" in line for line in told), told


def test_four_hundred_and_ten(figures: Figures) -> None:
    told = figures("Қырғызстанда 640 қазақ кәсіпорны тіркелген, жұмыс істейтіні – төрт жүз оны.")
    assert any("enterprises.count level 410 count" in line or "level 410 " in line for line in told), told
