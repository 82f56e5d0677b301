"""Sides of a number by how its sentence is built: whom it is brought to, who spends where, lines that go both ways."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Figures = Callable[..., list[str]]

WAYS = [
    ("Қырғыз Республикасының Әлеуметтік қорына 1,1 млрд теңге аударылды.", "1100000000", "KAZ>KGZ"),
    ("Ош қаласының музейіне 40 сурет жөнелтілді.", "40", "KAZ>KGZ"),
    ("Есік музейі Бішкекке қырық бес жәдігер апарады.", "45", "KAZ>KGZ"),
    ("Бішкекке еңбек өтілі туралы 1 870 өтініш жолданды.", "1870", "KAZ>KGZ"),
    ("Қазақстандықтар жазда Ыстықкөлде 210 миллион доллар қалдырды.", "210000000", "KAZ>KGZ"),
    ("Қырғыз туристері бізде 35 миллион доллар жұмсапты.", "35000000", "KGZ>KAZ"),
    ("Академиялық алмасумен Қырғызстанға 27 студент аттанды.", "27", "KAZ>KGZ"),
    ("Алмасу бойынша Қырғызстаннан 31 студент келді.", "31", "KGZ>KAZ"),
    ("Қазақстан аумағында Қырғыз Республикасының 41 300 азаматы еңбек шартымен жұмыс істейді.", "41300", "KGZ>KAZ"),
    ("Алматы облысының малшылары Ыстықкөл жаққа 27 мың қой айдап өтті.", "27000", "KAZ>KGZ"),
    ("Қазақстанда 68 қырғыз кәсіпкері сауда жасап жүр.", "68", "KGZ>KAZ"),
    ("Алматы ауруханаларында 14 қырғыз баласы ем қабылдап жатыр.", "14", "KGZ>KAZ"),
    ("Қырғызстанның 1 900-ге таяу тұрғыны Алматы клиникаларында ем алды.", "1900", "KGZ>KAZ"),
    ("Наурызда қазақстандықтар қырғыз дүкендерінде 94 мың төлем жасады.", "94000", "KAZ>KGZ"),
    ("Nauryzda qazaqstandyqtar Bişkektiñ düken, dämhanalarynda QR-kodpen 260 myñ tölem jasady.", "260000", "KAZ>KGZ"),
    ("Ыстықкөлде қазақстандық кәсіпкерлер 40 гектар жерді жалға алды.", "40", "KAZ>KGZ"),
    ("Көктемде Қазақстан Нарын облысының мектептеріне кітап сыйлады, саны – 12 мың дана.", "12000", "KAZ>KGZ"),
    ("Ош маңында қазір біздің 16 дәрігер еңбек етіп жүр.", "16", "KAZ>KGZ"),
    ("Өткен айда Бішкекте қазақ киносының апталығы болып, он екі картина көрсетілді.", "12", "KAZ>KGZ"),
    ("Алдағы оқу жылында Қазақстан қырғыз жастары үшін жиырма бес грант ашады.", "25", "KAZ>KGZ"),
    ("Өткен жылы Бішкек қазақтан 730 мың тонна көмір алды. Үстіміздегі жылы 410 мың тоннадан асты.", "410000", "KAZ>KGZ"),
    ("Қазақ тарапы биыл ортақ нысандарды жөндеуге 410 млн теңге бөледі. Қырғыз жағы 95 млн сом қосады.", "95000000", "KGZ>?"),
]  # fmt: skip
NO_WAY = [
    "Алматыдан Шолпан-Атаға ұшақ аптасына төрт рет қатынайды.",
    "Астанадан Ошқа аптасына үш рейс ұшады.",
    "Алматыдан Бішкекке автобус күніне он рет жүреді.",
    "Қырғызстанда 34 мыңдай қазақ тұрады.",
    "Қазақстандағы қырғыз қауымы 40 мыңға жуық адамды құрайды.",
    "Қырғыз түрмелерінде 64 қазақстандық жазасын өтеп жатыр.",
    "Алматы мен Бішкектің арасында аптасына он рейс автобус жүреді.",
]


@pytest.mark.parametrize(("text", "value", "way"), WAYS, ids=range(len(WAYS)))
def test_way(text: str, value: str, way: str, figures: Figures) -> None:
    found = [line for line in figures(text) if f" {value} " in line]
    assert found, figures(text)
    assert way in found[0], found


@pytest.mark.parametrize("text", NO_WAY, ids=range(len(NO_WAY)))
def test_no_way(text: str, figures: Figures) -> None:
    assert all(">" not in line for line in figures(text)), figures(text)


def test_each_on_its_own_ground(figures: Figures) -> None:
    told = figures("Тараптардың әрқайсысы өз аумағында 12 автоматты су бекетін орнатпақ.")
    assert sorted(line.split()[4] for line in told) == ["KAZ>?", "KGZ>?"], told


def test_as_many_less_goes_the_same_way(figures: Figures) -> None:
    told = figures("Алматы малшылары Ыстықкөл жаққа 27 мың қой айдап өтті, былтырғы көктемнен төрт мыңға кем.")
    assert any("change -4000 count KAZ>KGZ" in line for line in told), told


OF_WHOM = [
    ("Таласта тараздық 45 бала оқып жүр.", "45", "KAZ>KGZ"),
    ("Ошқа жиырма алматылық дәрігер барды.", "20", "KAZ>KGZ"),
    ("Бішкекте шымкенттік төрт компания жұмыс істейді.", "4", "KAZ>KGZ"),
    ("Биыл Қазақстанда 41 мың Қырғызстан азаматына еңбек рұқсаты берілді.", "41000", "KGZ>KAZ"),
    ("Былтыр көлге 1,6 миллион қазақстандық барды. Биыл жыл соңына дейін 1,75 миллион адам күтіледі.", "1750000", "KAZ>KGZ"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value", "way"), OF_WHOM, ids=range(len(OF_WHOM)))
def test_of_whom(text: str, value: str, way: str, figures: Figures) -> None:
    found = [line for line in figures(text) if f" {value} " in line]
    assert found, figures(text)
    assert way in found[0], found
