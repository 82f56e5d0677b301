"""Small tables inside a text: each number a figure of its row and column, or left over with a reason."""

from __future__ import annotations

import pytest

from qatynas.claims import extract
from qatynas.model import BlockKind, Extraction, Figure, Script
from qatynas.read import read_bytes
from qatynas.script import convert

HEAD = (
    "Қазақстан мен Қырғызстан арасындағы сауда\n2024 жылғы 20 шілде\n\n"
    "Астанада Қазақстан мен Қырғызстанның сауда жөніндегі жұмыс тобы жиналып, былтырғы көрсеткіштерді талқылады.\n\n"
)
END = "\nЖиын соңында тараптар келесі кездесудің күнін белгіледі.\n"
SCRIPTS = (Script.CYRL, Script.ARAB, Script.LATN)


def read(table: str, script: Script = Script.CYRL) -> Extraction:
    text = HEAD + table + END
    return extract(read_bytes(convert(text, script).encode() if script is not Script.CYRL else text.encode(), "t.txt"))


def told(extraction: Extraction) -> list[str]:
    """Indicator, value, unit, period and way of every figure, in the table's order."""
    text = extraction.document.text
    found = []
    for claim in extraction.claims:
        if isinstance(claim, Figure):
            assert claim.span.of(text) == claim.quote
            assert any(s.field == "value" and claim.span.covers(s.span) for s in claim.support)
            place = next(s.span for s in claim.support if s.field == "value")
            way = f" {claim.from_ or ''}>{claim.to or ''}" if claim.from_ or claim.to else ""
            measure = "" if claim.measure == "level" else f" {claim.measure}"
            number = f"{claim.quantity.value:f} {claim.quantity.unit} {claim.period}"
            found.append((place.start, f"{claim.indicator}{measure} {number}{way}"))
    return [line for _, line in sorted(found)]


def left(extraction: Extraction) -> dict[str, str]:
    return {leftover.quote: leftover.reason for leftover in extraction.leftovers}


TABLES = {
    "tabs": (
        "Негізгі көрсеткіштер, млн АҚШ доллары\nКөрсеткіш\t2022\t2023\nТауар айналымы\t1 190,8\t1 498,1\n"
        "Қырғызстанға экспорт\t801,2\t1 050,0\nҚырғызстаннан импорт\t389,6\t-\n",
        [
            "trade.turnover 1190800000 USD 2022", "trade.turnover 1498100000 USD 2023",
            "trade.export 801200000 USD 2022 KAZ>KGZ", "trade.export 1050000000 USD 2023 KAZ>KGZ",
            "trade.import 389600000 USD 2022 KGZ>KAZ",
        ],
    ),
    "markdown with a sum": (
        "Сауда құрылымы (млн доллар)\n| Бағыт | 2022 | 2023 |\n|---|---:|---:|\n| Экспорт | 801,2 | 1 050 |\n"
        "| Импорт | 389,6 | 448,1 |\n| Барлығы | 1 190,8 | 1 498,1 |\n",
        [
            "trade.export 801200000 USD 2022 KAZ>KGZ", "trade.export 1050000000 USD 2023 KAZ>KGZ",
            "trade.import 389600000 USD 2022 KGZ>KAZ", "trade.import 448100000 USD 2023 KGZ>KAZ",
            "trade.turnover 1190800000 USD 2022", "trade.turnover 1498100000 USD 2023",
        ],
    ),
    "turned": (
        "Жыл | Айналым, млн доллар | Қазақстан экспорты, млн доллар\n2022 ж. | 1 190,8 | 801,2\n"
        "2023 ж. | 1 498,1 | …\n",
        [
            "trade.turnover 1190800000 USD 2022", "trade.export 801200000 USD 2022 KAZ>KGZ",
            "trade.turnover 1498100000 USD 2023",
        ],
    ),
    "wide spaces": (
        "Өзара сауда, млрд теңге\nКөрсеткіш          2022     2023\nАйналым            480,5    612,0\n",
        ["trade.turnover 480500000000 KZT 2022", "trade.turnover 612000000000 KZT 2023"],
    ),
    "semicolons and a row of growth": (
        "Көрсеткіш; 2022; 2023\nАйналым, млн доллар; 1 190,8; 1 498,1\nӨсім, %; 17,6; 25,8\n",
        [
            "trade.turnover 1190800000 USD 2022", "trade.turnover 1498100000 USD 2023",
            "trade.turnover growth 17.6 percent 2022", "trade.turnover growth 25.8 percent 2023",
        ],
    ),
    "rows of growth after each": (
        "Көрсеткіш | 2022 | 2023\nЭкспорт, млн доллар | 801,2 | 1 050,0\nӨзгерісі, % | 3 | 31,1\n"
        "Импорт, млн доллар | 489,6 | 448,1\nӨзгерісі, % | 12 | -8,5\n",
        [
            "trade.export 801200000 USD 2022 KAZ>KGZ", "trade.export 1050000000 USD 2023 KAZ>KGZ",
            "trade.export growth 3 percent 2022 KAZ>KGZ", "trade.export growth 31.1 percent 2023 KAZ>KGZ",
            "trade.import 489600000 USD 2022 KGZ>KAZ", "trade.import 448100000 USD 2023 KGZ>KAZ",
            "trade.import growth 12 percent 2022 KGZ>KAZ", "trade.import growth -8.5 percent 2023 KGZ>KAZ",
        ],
    ),
    "a column of growth": (
        "Көрсеткіш | 2022 | 2023 | өсім, %\nТауар айналымы, млн доллар | 1 190,8 | 1 498,1 | +25,8\n"
        "Импорт, млн доллар | 489,6 | 448,1 | −8,5\n",
        [
            "trade.turnover 1190800000 USD 2022", "trade.turnover 1498100000 USD 2023",
            "trade.turnover growth 25.8 percent 2023", "trade.import 489600000 USD 2022 KGZ>KAZ",
            "trade.import 448100000 USD 2023 KGZ>KAZ", "trade.import growth -8.5 percent 2023 KGZ>KAZ",
        ],
    ),
    "goods": (
        "Қазақстаннан Қырғызстанға экспорт, мың тонна\nӨнім | 2022 | 2023\nБидай | 120,5 | 98,3\nҰн | 44,0 | 51,2\n"
        "Барлығы | 164,5 | 149,5\n",
        [
            "trade.export 120500 t 2022 KAZ>KGZ", "trade.export 98300 t 2023 KAZ>KGZ",
            "trade.export 44000 t 2022 KAZ>KGZ", "trade.export 51200 t 2023 KAZ>KGZ",
            "trade.export 164500 t 2022 KAZ>KGZ", "trade.export 149500 t 2023 KAZ>KGZ",
        ],
    ),
    "shares": (
        "Қырғызстанға экспорттағы үлесі, %\nТауар | 2022 | 2023\nБидай | 12,5 | 9,1\n",
        ["trade.export share 12.5 percent 2022 KAZ>KGZ", "trade.export share 9.1 percent 2023 KAZ>KGZ"],
    ),
    "halves, the unit in the corner": (
        "млн АҚШ доллары | 2023 | 2024, 1-жартыжылдық\nАйналым | 1 498,1 | 702,4\nҚазақстан экспорты | 1 050 | 480,0\n",
        [
            "trade.turnover 1498100000 USD 2023", "trade.turnover 702400000 USD 2024-01/2024-06",
            "trade.export 1050000000 USD 2023 KAZ>KGZ", "trade.export 480000000 USD 2024-01/2024-06 KAZ>KGZ",
        ],
    ),
    "months of the caption's year": (
        "2024 жылғы тауар айналымы, млн доллар\nАй | Қаңтар | Ақпан\nАйналым | 98,1 | 102,4\nЭкспорт | 60,1 | 70,4\n",
        [
            "trade.turnover 98100000 USD 2024-01", "trade.turnover 102400000 USD 2024-02",
            "trade.export 60100000 USD 2024-01 KAZ>KGZ", "trade.export 70400000 USD 2024-02 KAZ>KGZ",
        ],
    ),
    "nine months": (
        "Инвестиция, млн доллар\nБағыт | 2022 | 2023 ж. 9 айы\nҚазақстаннан Қырғызстанға | 60,3 | 51,0\n"
        "Қырғызстаннан Қазақстанға | 5,0 | 3,9\n",
        [
            "investment.flow 60300000 USD 2022 KAZ>KGZ", "investment.flow 51000000 USD 2023-01/2023-09 KAZ>KGZ",
            "investment.flow 5000000 USD 2022 KGZ>KAZ", "investment.flow 3900000 USD 2023-01/2023-09 KGZ>KAZ",
        ],
    ),
    "school years": (
        "Қазақстанда оқитын қырғыз студенттері, адам\nОқу жылы | 2022/2023 | 2023/2024\nСтуденттер саны | 712 | 803\n",
        ["education.students 712 person 2022/2023 KGZ>KAZ", "education.students 803 person 2023/2024 KGZ>KAZ"],
    ),
    "units in the cells": (
        "Көрсеткіш | 2022 | 2023\nТауар айналымы | 1,19 млрд доллар | 1,5 млрд доллар\n"
        "Бірлескен кәсіпорындар | 1 420 | 1 655\n",
        [
            "trade.turnover 1190000000 USD 2022", "trade.turnover 1500000000 USD 2023",
            "enterprises.count 1420 count 2022", "enterprises.count 1655 count 2023",
        ],
    ),
    "a column of units, numbered rows": (
        "№ | Көрсеткіш | Өлшем бірлігі | 2022 | 2023\n1 | Тауар айналымы | млн доллар | 1 190,8 | 1 498,1\n"
        "2 | Қырғызстанға жеткізілген электр қуаты | млн кВт·сағ | 1 050 | 1 200\n",
        [
            "trade.turnover 1190800000 USD 2022", "trade.turnover 1498100000 USD 2023",
            "energy.electricity 1050000000 kWh 2022 KAZ>KGZ", "energy.electricity 1200000000 kWh 2023 KAZ>KGZ",
        ],
    ),
    "rivers as columns": (
        "Қырғызстаннан Қазақстанға берілген су, млн текше метр\nЖыл | Шу | Талас\n2022 | 180,5 | 310\n2023 | 164 | 295\n",
        [
            "water.volume 180500000 m3 2022 KGZ>KAZ", "water.volume 310000000 m3 2022 KGZ>KAZ",
            "water.volume 164000000 m3 2023 KGZ>KAZ", "water.volume 295000000 m3 2023 KGZ>KAZ",
        ],
    ),
    "a list in a line": (
        "Тауар айналымы, млн доллар: 2021 ж. – 1 012,4; 2022 ж. – 1 190,8; 2023 ж. – 1 498,1.\n",
        [
            "trade.turnover 1012400000 USD 2021", "trade.turnover 1190800000 USD 2022",
            "trade.turnover 1498100000 USD 2023",
        ],
    ),
    "a list of lines": (
        "Екі ел арасындағы тауар айналымы (млн доллар):\n2022 ж. – 1 190,8\n2023 ж. – 1 498,1\n",
        ["trade.turnover 1190800000 USD 2022", "trade.turnover 1498100000 USD 2023"],
    ),
    "partners": (
        "Қазақстан экспорты, млн доллар\nЕл | 2022 | 2023\nҚырғызстан | 801,2 | 1 050,0\nРесей | 18 000 | 20 100\n",
        ["trade.export 801200000 USD 2022 KAZ>KGZ", "trade.export 1050000000 USD 2023 KAZ>KGZ"],
    ),
    "means of travel": (
        "Екі ел арасындағы жолаушылар, мың адам\nКөлік түрі | 2022 | 2023\nАвтобус | 812,5 | 904\nПойыз | 120,1 | 131,7\n",
        [
            "transport.passengers 812500 person 2022", "transport.passengers 904000 person 2023",
            "transport.passengers 120100 person 2022", "transport.passengers 131700 person 2023",
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("script", SCRIPTS, ids=str)
@pytest.mark.parametrize("name", TABLES)
def test_each_cell_is_a_figure_of_its_row_and_column(name: str, script: Script) -> None:
    table, expected = TABLES[name]
    assert told(read(table, script)) == expected


NO_TABLES = {
    "navigation": "Басты бет | Саясат | Экономика | Спорт\nБасты бет | Жаңалықтар | Видео | Фото\n",
    "a schedule": "Пойыз | Жөнелуі | Келуі\nАлматы – Бішкек | 09:40 | 18:15\nБішкек – Алматы | 20:10 | 05:45\n",
    "telephones": "Бөлім | Телефон\nКанцелярия | 8 (7172) 55-10-20\nБаспасөз қызметі | 8 (7172) 55-11-31\n",
    "exchange rates": "Валюта бағамы | Сатып алу | Сату\nАҚШ доллары | 471,2 | 474,0\nРесей рублі | 5,2 | 5,4\n",
    "results of a match": "Команда | Таймдар | Есеп\nҚайрат – Дордой | 1:0, 1:1 | 2:1\nАлай – Тобыл | 0:0 | 0:0\n",
}


@pytest.mark.parametrize("name", NO_TABLES)
def test_what_is_no_table(name: str) -> None:
    extraction = read(NO_TABLES[name])
    assert told(extraction) == []
    assert all(block.kind is not BlockKind.CELL for block in extraction.document.blocks)


LEFT = {
    "no unit": ("Көрсеткіш | 2022 | 2023\nАйналым | 1 190,8 | 1 498,1\nЭкспорт | 801,2 | 950,0\n", "801,2", "no unit"),
    "another pair": (
        "Қазақстан мен Ресей саудасы, млн доллар\nКөрсеткіш | 2022 | 2023\nАйналым | 26 000 | 27 100\n",
        "27 100",
        "another pair",
    ),
    "one country's whole trade": (
        "Қазақстанның сыртқы саудасы, млн доллар\nКөрсеткіш | 2022 | 2023\nАйналым | 126 000 | 127 100\n",
        "127 100",
        "one country",
    ),
    "one country's own": ("Көрсеткіш | 2022 | 2023\nҚазақстанның ЖІӨ, млрд доллар | 225 | 261\n", "225", "one country"),
    "per cent of what": ("Көрсеткіш | 2022 | 2023\nАйналым, % | 96,1 | 104,2\n", "104,2", "percentage"),
    "a league": ("Команда | Ойын | Ұпай\nҚайрат | 12 | 26\nДордой | 12 | 23\n", "26", "relationship"),
    "a sum over states": (
        "Қазақстан экспорты, млн доллар\nЕл | 2022 | 2023\nҚырғызстан | 801,2 | 1 050,0\nРесей | 18 000 | 20 100\n"
        "Барлығы | 18 801,2 | 21 150\n",
        "21 150",
        "several states",
    ),
    "crooked heads": (
        "Сауда, млн доллар\n | 2022 | | 2023 |\nТауар | экспорт | импорт | экспорт | импорт\n"
        "Бидай | 12,5 | 0,4 | 9,1 | 0,2\nКөмір | 31,0 | 2,2 | 28,4 | 3,0\n",
        "0,4",
        "heads",
    ),
}


@pytest.mark.parametrize("name", LEFT)
def test_what_cannot_be_told_is_left_over_with_its_reason(name: str) -> None:
    table, number, reason = LEFT[name]
    assert reason in left(read(table))[number]


@pytest.mark.parametrize("name", [*TABLES, *LEFT])
def test_no_number_of_a_table_is_dropped(name: str) -> None:
    table = (TABLES | LEFT)[name][0]
    extraction = read(table)
    taken = [s.span for claim in extraction.claims for s in claim.support] + [o.span for o in extraction.leftovers]
    for row in table.splitlines():
        start = extraction.document.text.index(row)
        for place, sign in enumerate(row):
            if sign.isdigit():
                assert any(span.start <= start + place < span.end for span in taken), (row, place)


def test_what_is_aimed_at_and_expected() -> None:
    table = "Тауар айналымы, млн доллар\nКөрсеткіш | 2023 | 2025 (жоспар) | 2030 (болжам)\nАйналым | 1 498,1 | 2 000 | 5 000\n"
    said = [(claim.period, claim.status) for claim in read(table).claims if isinstance(claim, Figure)]
    assert said == [("2023", "actual"), ("2025", "target"), ("2030", "forecast")]


def test_offices_are_known_by_their_last_word() -> None:
    named = (
        "Қазақстанның Ұлттық статистика бюросы мен Қырғызстанның Ұлттық статистика комитеті деректерін салыстырды.\n"
    )
    table = "Айналым, млн доллар\nЖыл | Бюро | Комитет\n2022 | 1 190,8 | 1 230,4\n2023 | 1 498,1 | 1 515,0\n"
    said = [claim.speaker for claim in read(named + table).claims if isinstance(claim, Figure)]
    assert sorted(map(str, said)) == ["Ұлттық статистика бюросы"] * 2 + ["Ұлттық статистика комитеті"] * 2


def test_the_goods_and_the_parts_of_rows() -> None:
    goods = [claim.product for claim in read(TABLES["goods"][0]).claims if isinstance(claim, Figure)]
    parts = [claim.subject for claim in read(TABLES["means of travel"][0]).claims if isinstance(claim, Figure)]
    assert sorted(map(str, goods)) == ["None", "None", "Бидай", "Бидай", "Ұн", "Ұн"]
    assert sorted(map(str, parts)) == ["Автобус", "Автобус", "Пойыз", "Пойыз"]


def test_the_quote_is_the_row_to_its_last_number() -> None:
    claims = [claim for claim in read(TABLES["tabs"][0]).claims if isinstance(claim, Figure)]
    assert claims[-1].quote == "Қырғызстаннан импорт\t389,6"


def test_a_table_of_a_page() -> None:
    page = (
        "<html><body><h1>Қазақстан мен Қырғызстан арасындағы сауда</h1><p>2024 жылғы 20 шілде</p>"
        "<p>Астанада Қазақстан мен Қырғызстанның сауда жөніндегі жұмыс тобы жиналып, көрсеткіштерді талқылады.</p>"
        "<table><caption>Сауда, млн доллар</caption><tr><th>Көрсеткіш</th><th>2022</th><th>2023</th></tr>"
        "<tr><td>Айналым</td><td>1&nbsp;190,8</td><td>1 498,1</td></tr>"
        "<tr><td>Қырғызстанға экспорт</td><td></td><td><b>1 050,0</b></td></tr></table></body></html>"
    )
    extraction = extract(read_bytes(page.encode(), "t.html"))
    assert told(extraction) == [
        "trade.turnover 1190800000 USD 2022",
        "trade.turnover 1498100000 USD 2023",
        "trade.export 1050000000 USD 2023 KAZ>KGZ",
    ]
    offsets = extraction.document.source_offsets
    assert offsets is not None
    assert page[offsets[extraction.document.text.index("1 050,0")] :].startswith("1 050,0")


def test_a_row_that_names_one_side_is_not_doubted_in_a_long_text() -> None:
    before = "Қазақстан мен Қырғызстан сарапшылары құжаттарды қарады.\n" * 12
    table = "Негізгі жолдар, млн АҚШ доллары\nЖол | 2022 | 2023\nҚазақстан экспорты | 801,2 | 1 050,0\n"
    assert told(read(before + table)) == [
        "trade.export 801200000 USD 2022 KAZ>KGZ",
        "trade.export 1050000000 USD 2023 KAZ>KGZ",
    ]
