"""A date that stands by itself among what a text's head holds is the text's own where no line is known as its date line."""

from __future__ import annotations

import pytest

from qatynas.language.reading import read_language
from qatynas.model import Script
from qatynas.read import read_bytes
from qatynas.script import convert

BODY = (
    "Бұл бүгінде екі елдің де назарында тұрған іс, сондықтан оған жұрттың бәрі мән береді деп ойлаймыз.\n\n"
    "Қазақстан мен Қырғызстанның айналымы 2023 жылы бір миллиардтан асты. Былтыр ол тағы 8 пайызға өсіп, рекорд жаңарды."
)


def dated(head: str, script: Script = Script.CYRL) -> str | None:
    page = f"{head}\n\n{BODY}\n"
    written = page if script is Script.CYRL else convert(page, script, Script.CYRL)
    return read_language(read_bytes(written.encode(), "page.txt")).dating.edtf


@pytest.mark.parametrize("script", Script)
@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("«Қоныс» – шетелдегі қандастардың айлық журналы\n№ 9 (141), қыркүйек, 2025. Алматы. Бас редакторы Асан Серік\n\nДода", "2025-09"),
        ("«Керуен» журналы. № 2, ақпан, 2025. Бағасы 900 теңге\n\nЖол азабы", "2025-02"),
        ("Қала тынысы · портал · Экономика\nЖұма, 14 наурыз, 09:30\n\nПошта қорабы", "2025-03-14"),
        ("Дүкен · Базар · Нарық\nСәрсенбі, 9 шілде, 18:05\n\nКөрші көрме", "2025-07-09"),
    ],
    ids=["monthly", "magazine", "portal", "market"],
)  # fmt: skip
def test_a_date_by_itself_in_the_head(head: str, day: str, script: Script) -> None:
    assert dated(head, script) == day


@pytest.mark.parametrize(
    "head",
    [
        "Ұқсас жаңалықтар\n25.03.2025 14:20 Ауылда көпір\n24.03.2025 10:05 Кесте өзгерді\n\nЖолда",
        "Мәзір | Іздеу | 03.03.2026\n\nТілсіз хат",
        "Бүгін: 3 ақпан 2024, сенбі   USD 541,20   RUB 6,65\n\nЖиын",
        "Достық туралы шарт, 8 сәуір 1997 жыл\n\nШарттың тағдыры",
    ],
    ids=["list", "menu", "rates", "treaty"],
)
def test_a_date_of_something_else(head: str) -> None:
    assert dated(head) in (None, "2025")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Апталық · № 24 · 19 маусым, бейсенбі · Бағасы – 180 теңге\n\nКелісім туралы\n\nДостық туралы шарт 1997 жылғы 8 "
            "сәуірде жасалған. Жаңа бекеттің құрылысы 2027 жылғы көктемде аяқталуы тиіс.",
            "2025-06-19",
        ),
        (
            "Жол журналы · 12 қараша, сәрсенбі · 3 минут\n\nКөпір туралы\n\nШекара шарты 1999 жылы жасалды. Жаңа көпір "
            "2026 жылғы тамызда пайдалануға беріледі.",
            "2025-11-12",
        ),
    ],
    ids=["weekly", "magazine"],
)
def test_an_old_treaty_does_not_make_a_text_old_that_plans_ahead(text: str, day: str) -> None:
    assert dated(text) == day


def test_a_weekday_behind_a_day_is_heard() -> None:
    text = (
        "Білім · 8 қыркүйек, дүйсенбі · Оқуға 3 минут\n\nЕкі мөр\n\n2025–2026 оқу жылының алғашқы қоңырауы соғылды. "
        "1 қыркүйекте филиал ашылды."
    )
    assert dated(text) != "2026-09-08"
