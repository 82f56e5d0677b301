"""The day that a text names as its own in a sentence: minutes, notes of making and change, letters, printed copies."""

from __future__ import annotations

import pytest

from qatynas.language.dating import date_document
from qatynas.model import Script
from qatynas.read import read_bytes
from qatynas.script import align, convert

TITLE = "Екі ел шекарасындағы бекеттер"
BODY = (
    "Қазақстан мен Қырғызстан арасында жеті өткізу бекеті бар. Дипломатиялық қатынас 1992 жылғы 15 қазанда орнатылды, "
    "шекара туралы шарт 2001 жылғы 15 желтоқсанда жасалды.\n\nБекеттер арқылы тәулігіне он мыңға жуық адам өтеді. "
    "Олардың көбі туысына барады."
)
DAY = "2023-06-09"


def date_of(text: str, script: Script = Script.CYRL) -> tuple[str | None, str | None]:
    written = text if script is Script.CYRL else convert(text, script)
    document = read_bytes(written.encode(), "text.txt")
    dating = date_document(document, align(document.text, Script.CYRL, document.script))
    return dating.edtf, dating.basis


CHANGED = [
    "Бұл бет соңғы рет 2023 жылғы 9 маусымда, 11:42 кезінде өзгертілді.",
    "Бұл бетті соңғы рет Serik01 2023 жылғы 9 маусымда өңдеді.",
    "Соңғы өңдеу: 09.06.2023, 09:17 (Aibek_77)",
    "Беттің соңғы өзгерісі: 9 маусым 2023",
    "Осы мақала соңғы рет 9 маусым 2023 жылы жаңартылған.",
    "Редакциядан: хроника 2023 жылғы 9 маусымда жаңартылды.",
    "Ескертпе: мәтін 2023 жылғы 9 маусымда толықтырылды.",
    "Шежіре 2023 жылғы 9 маусымда толықтырылды.",
    "Бұл анықтаманы редакция 09.06.2023 күні түзетті.",
    "Соңғы жаңарту: 2023 жылғы 9 маусым",
    "Мақала 2023 жылғы 9 маусымда редакцияланды.",
    "Бұл тізім 2023 жылғы 9 маусымда жаңартылды. Қателер болса жазыңыз.",
]


@pytest.mark.parametrize("script", Script)
@pytest.mark.parametrize("note", range(len(CHANGED)))
def test_a_note_of_the_last_change_at_the_foot(note: int, script: Script) -> None:
    assert date_of(f"{TITLE}\n\n{BODY}\n\n{CHANGED[note]}\n", script)[0] == DAY


MADE = [
    "Мұрағаттан: бұл мақала алғаш рет 2023 жылғы 9 маусымда жарияланған.",
    "Бұл мақала 2023 жылғы 9 маусымда жарық көрген.",
    "Осы сұхбат алғаш рет 09.06.2023 жарияланған.",
    "Бұл жазба 2023 жылғы 9 маусымда жарияланған еді. Қайта ұсынып отырмыз.",
    "Түпнұсқасы: «Дала жаршысы», 09.06.2023",
    "Мақаланың түпнұсқасы: 9 маусым 2023 жыл",
    "Алғаш жарияланған күні: 2023 жылғы 9 маусым",
    "Редакциядан: материал алғаш рет 2023 жылғы 9 маусымда басылған.",
    "Ескерту: мәтін 2023 жылғы 9 маусымда жазылған.",
    "Бұл эссе 2023 жылғы 9 маусымда жазылды.",
    "Бірінші жарияланымы: 9 маусым 2023 жыл",
]


@pytest.mark.parametrize("script", Script)
@pytest.mark.parametrize("note", range(len(MADE)))
def test_a_text_shown_again_is_of_its_first_day(note: int, script: Script) -> None:
    text = f"{MADE[note]}\n\n{TITLE}\n\n{BODY}\n\nҚайта жарияланды: 5 мамыр 2025\n"
    assert date_of(text, script)[0] == DAY


SITTINGS = [
    "{head}\n\nОтырыс 2023 жылғы 9 маусымда, жұма күні сағат 14-те Бішкек қаласында ашылды. Төрағалық етуші – А. Нұр.",
    "{head}\n2023 жылғы 9 маусым, сағат 10.00\nАстана қаласы, Мәжіліс үйі",
    "{head}\n\nКомитеттің отырысы 2023 жылғы 9 маусымда таңғы онда басталды.",
    "СТЕНОГРАММА\n\nСенаттың екі мың жиырма үшінші жылғы тоғызыншы маусымдағы пленарлық отырысы. Астана.",
    "Сенаттың 2023 жылғы 9 маусымдағы отырысының стенограммасы",
    "Комитет отырысының хаттамасы\n\nОтырыс 09.06.2023 күні Астанада өтті.",
    "Бірлескен отырыс, Астана\n\nБұл отырыс 2023 жылғы 9 маусымда сағат 15-те ашылды.",
    "Парламенттік тыңдау\n\nТыңдау 2023 жылғы 9 маусымда Мәжілістің кіші залында өтті.",
    "Отырыстың стенограммасы\n\nАстана, Сенат үйі. 9 маусым 2023 жыл, жұма.",
    "Жалпы жиналыстың хаттамасы\n\nЖиналыс Тараз қаласында 2023 жылдың 9 маусымында болды.",
]
TURN = "ТӨРАҒА. Құрметті әріптестер! Шекара туралы шарт 2001 жылғы 15 желтоқсанда жасалды. Бекеттер жайын тыңдаймыз."


@pytest.mark.parametrize("script", Script)
@pytest.mark.parametrize("head", range(len(SITTINGS)))
def test_minutes_are_of_their_sitting(head: int, script: Script) -> None:
    title = "Палатаның Халықаралық істер комитеті отырысының стенограммасы"
    assert date_of(SITTINGS[head].format(head=title) + f"\n\n{TURN}\n\n{BODY}\n", script) == (DAY, "stated")


LETTERS = [
    "Көлік министрлігінің 09.06.2023 ж. № 15-02/1877 хаты",
    "Көлік министрлігінің 2023 жылғы 9 маусымдағы № 148 хаты",
    "Сыртқы істер министрлігінің 09.06.2023 № 08/311 нотасы",
    "09.06.2023 ж. № 15-02/1877",
    "Үкіметтің 2023 жылғы 9 маусымдағы № 61 қаулысы",
    "Министрліктің 2023-06-09 № 44-к хаты",
]


@pytest.mark.parametrize("head", LETTERS)
def test_a_letter_is_of_the_day_before_its_number(head: str) -> None:
    assert date_of(f"{head}\n\nМәжіліс депутатына\n\n{BODY}\n")[0] == DAY


OTHERS = [
    "Сіздің 2023 жылғы 9 маусымдағы № 114 сауалыңызға",
    "09.06.2023 ж. № 15 хатыңызға жауап",
    "Депутаттың 2023 жылғы 9 маусымдағы № 7 сауалына жауап",
    "Басып шығарылған күні: 09.06.2023 10:22",
    "Басып шығару уақыты: 09.06.2023 10:22",
    "Қағазға басылған күні 9 маусым 2023",
    "Распечатано: 09.06.2023 10:22",
    "Басылып алынған күні: 2023 жылғы 9 маусым",
    "Мақала 2023 жылғы 9 маусымдағы «Дала үні» газетінен алынды.",
    "Келісімнің мәтіні 2023 жылғы 9 маусымда жарияланды.",
    "Ұлттық банктің есебі 2023 жылғы 9 маусымда жарық көрді.",
    "Осы мақаланың авторы 2023 жылғы 9 маусымда Бішкекке барған.",
]


@pytest.mark.parametrize("script", Script)
@pytest.mark.parametrize("line", range(len(OTHERS)))
def test_days_of_other_papers_and_of_a_printed_copy_are_not_its_own(line: int, script: Script) -> None:
    assert date_of(f"{OTHERS[line]}\n\n{TITLE}\n\n{BODY}\n", script)[0] is None
    assert date_of(f"{TITLE}\n\n{BODY}\n\n{OTHERS[line]}\n", script)[0] is None


YEARS = [
    "{text}\n\nАлматы: Қазақ университеті, 2022. – 118 б.\n",
    "{text}\n\nАстана: «Фолиант» баспасы, 2022 ж. – 240 бет\nТаралымы 500 дана.\n",
    "{text}\n\n– Нұр-Сұлтан: Дипломатия, 2022. – 96 б.\n",
    "«Дипломатия» журналы, 2022, № 4\n\n{text}\n",
    "«Дала мен тау» альманахы, № 4 (31), 2022 жыл\n\n{text}\n",
    "«Шекара» журналы\n№ 4, 2022\n\n{text}\n",
    "«Айқын жол» журналы. 2022 жыл. №4 (141)\n\n{text}\n",
    "№ 4 (31). 2022\n\n{text}\n",
    "{text}\n\n«Дипломатия» журналы, 2022 жыл, № 4\n",
    "{text}\n\nБішкек: Илим, 2022 – 312 б.\n",
]
NO_YEARS = [
    "{text}\n\nӘдебиет\nАлматы: Ғылым, 2008. – 214 б.\n",
    "{text}\n\n1. Асанов К. Орта Азия шарттары. – Алматы: Ғылым, 2008. – 214 б.\n",
    "{text}\n\nАлматы: Ғылым, 2008. – 214 б.\nАстана: Елорда, 2011. – 96 б.\n",
    "2022 жылғы № 148 қаулы туралы\n\n{text}\n",
    "{text}\n\nСуретте: Бішкек, 2022\n",
]


@pytest.mark.parametrize("place", range(len(YEARS)))
def test_the_year_of_a_number_or_of_a_book(place: int) -> None:
    assert date_of(YEARS[place].format(text=f"{TITLE}\n\n{BODY}")) == ("2022", "stated")


@pytest.mark.parametrize("place", range(len(NO_YEARS)))
def test_years_of_other_books_are_not_its_own(place: int) -> None:
    assert date_of(NO_YEARS[place].format(text=f"{TITLE}\n\n{BODY}"))[0] is None
