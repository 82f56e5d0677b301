"""The year of a text by what everybody knows: jubilees of known beginnings, years with a name, years in a row."""

from __future__ import annotations

from datetime import date

import pytest

from qatynas.language.dating_known import known_years
from qatynas.language.reading import read_language
from qatynas.model import Script
from qatynas.read import read_bytes
from qatynas.script import convert

ROWS = [
    ("2025-10-06", "6 қазан", "Биыл БҰҰ жариялаған Халықаралық мұздықтарды сақтау жылы екенін еске салайық."),
    ("2025-03-21", "21 наурыз", "Семинар «Мұздықтарды қорғау жылы» аясында өтті."),
    ("2024-02-12", "12 ақпан", "Былтыр халықаралық тары жылы аталып өтті, екі елдің диқандары көрме ашты."),
    ("2019-05-04", "4 мамыр", "Биылғы Жастар жылына орай екі елдің студенттері кездесті."),
    ("2022-06-01", "1 маусым", "Елімізде биыл – Балалар жылы, сондықтан Бішкекке 40 оқушы барды."),
    ("2025-05-05", "5 мамыр", "Ұлы Жеңістің 80 жылдығы қарсаңында екі елдің ардагерлері бас қосты."),
    ("2016-08-30", "30 тамыз", "Шара тәуелсіздіктің жиырма бес жылдығына арналды."),
    ("2021-06-15", "15 маусым", "ШЫҰ құрылғанына жиырма жыл толды."),
    ("2018-07-12", "12 шілде", "ТҮРКСОЙ-дың 25 жылдығына орай концерт берілді."),
    ("2018-12-12", "12 желтоқсан", "Биыл Шыңғыс Айтматовтың туғанына 90 жыл толды."),
    ("2024-09-14", "14 қыркүйек", "Биылғы Астанадағы Дүниежүзілік көшпенділер ойындарына қырғыз жігіттері де келді."),
    ("2025-08-02", "2 тамыз", "Былтырғы Париж олимпиадасынан кейін екі елдің федерациясы кездесті."),
    ("2025-11-20", "20 қараша", "2021–2025 жылдары екі жақ шекара бойында 68 мұздықты өлшеді."),
    ("2024-02-20", "20 ақпан", "2019–2023 жылдары екі елдің арасына төрт көпір салынды."),
    ("2025-07-17", "17 шілде", "2023 жылы 310 мың жолаушы қатынады. Былтыр олардың қатары 27 пайызға толығып, 394 мыңға жетті."),
]  # fmt: skip


def dated(line: str, text: str, script: Script = Script.CYRL) -> str | None:
    page = f"Көршінің жаңалығы\n\n{line}\n\nҚазақстан мен Қырғызстан көп істе бірге. {text}\n"
    written = page if script is Script.CYRL else convert(page, script, Script.CYRL)
    return read_language(read_bytes(written.encode(), "page.txt")).dating.edtf


@pytest.mark.parametrize("script", Script)
@pytest.mark.parametrize(("wanted", "line", "text"), ROWS, ids=[row[0] for row in ROWS])
def test_what_everybody_knows_tells_the_year(wanted: str, line: str, text: str, script: Script) -> None:
    assert dated(line, text, script) == wanted


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("6 қазан", "Мұздықтарды сақтау қажет, бірақ жылы су да керек."),
        ("6 қазан", "ТМД елдерінде соңғы он жыл ішінде көп нәрсе өзгерді."),
        ("6 қазан", "2026–2030 жылдары төрт көпір салынбақ."),
        ("6 қазан", "Балалар жылы киінсін деп аналар алаңдайды."),
        ("6 қазан", "Жеңістің қуанышын бес жыл күттік."),
    ],
    ids=["care", "commonwealth", "plan", "warm", "victory"],
)
def test_what_tells_no_year_tells_none(line: str, text: str) -> None:
    assert dated(line, text) is None


def test_the_file_is_whole() -> None:
    known = known_years()
    names = []
    for kind in (known.beginning, known.named, known.held):
        own = [(name, row.year) for row in kind for name in row.kk]
        assert len(own) == len(set(own))
        names += own
    assert all(name == name.lower().strip() and name for name, _ in names)
    for row in (*known.event, *known.lasting):
        assert date.fromisoformat(row.since) <= date.fromisoformat(row.until)
        assert all(name == name.lower().strip() and name for name in (*row.kk, *row.beside, *row.unless))
    assert all(800 <= year <= 2030 for _, year in names)
