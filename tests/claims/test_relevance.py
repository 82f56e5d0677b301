"""Relevance: what is passed over early and what is read on, in three scripts."""

from __future__ import annotations

from pathlib import Path

import pytest

from qatynas.claims.relevance import early_scan, irrelevance
from qatynas.language.reading import read_language
from qatynas.model import Script
from qatynas.read import read_bytes, read_path
from qatynas.script import convert

RELEVANT = [
    "Қазақстан мен Қырғызстан президенттері Бішкекте келіссөз жүргізді.",
    "Шу мен Талас өзендерінен биыл 80 миллион текше метр су келді.",
    "Қазақстан – Қырғызстан бизнес-кеңесі Шымкентте бас қосты. Екі елдің саудасы өсіп келеді.",
    "Қырғыз елшісі Таразға барды, қонақтар бірлескен кәсіпорынды көрді.",
    "Тоқтоғұл су қоймасында су азайды, диқандар алаңдаулы.",
    "Өзбекстан мен Қазақстан арасындағы тауар айналымы өсті.",
    "«Қордай» бекетінде жүк көліктері кезекте тұр.",
    "Астанада қырғыз суретшілерінің көрмесі ашылды, мәдениет күндері басталды.",
    "Қырғызстанда электр тапшылығы бар, су электр станциялары жетпейді.",
    "Еліміздің студенттері Бішкекте оқиды.",
]

IRRELEVANT = [
    "Алматыда жаңа мектеп ашылды. Оқушылар қуанышты.",
    "Қазақстан экономикасы былтыр 4 пайызға өсті. Үкімет жоспарды бекітті.",
    "Қазақстандық боксшы өзбек қарсыласын нокаутпен жеңіп, чемпионат финалына шықты.",
    "Қырғызстан азаматы Алматыда ұрлық жасады деген күдікпен ұсталды, қылмыстық іс қозғалды, тергеу жүріп жатыр.",
    "Ауа райы: еліміздің солтүстігінде қар жауады.",
    "Полиция алаяқты ұстады. Тергеу басталды.",
    "Атақты әнші жаңа әнін таныстырды.",
    "",
    "?!",
]

SHORT = [  # of two or three sentences, that say a thing once and with few of the words of relations
    "Алматы мен Бішкек арасында пойыз биыл 340 мың жолаушы тасыды.",
    "Былтыр Қырғызстанға 505 мың тонна цемент сатылды.",
    "Мәтін дайын: Қазақстан–Қырғызстан зейнетақы құжаты.",
    "Тараз/Талас. Екпе салу науқаны бүгін басталды.",
    "Қырғыз базарларында қазақ ұны арзандады.",
    "Өзбекстан бізге жүзім мен өрік жөнелтеді.",
    "Қырғыз қойын қазақ малшылары сатып алып жатыр.",
    "Бішкек Ошта жаңа мектеп салды, оны Қазақстан жарақтап берді.",
    "Бізден Тәжікстанға ұшатын ұшақ аптасына екі рет көтеріледі.",
]
OLD_TIMES = [
    "1723 жылы жоңғарлар қазақ жеріне басып кірді. 1771 жылы қырғыздармен келісім жасалып, шекара белгіленді.",
    "Абылай хан 1760 жылдары қырғыз манаптарымен келіссөз жүргізді, 1774 жылы елшілік аттанды.",
]


@pytest.mark.parametrize("text", RELEVANT)
@pytest.mark.parametrize("script", list(Script))
def test_read_on(text: str, script: Script) -> None:
    assert early_scan(convert(text, script, Script.CYRL))


@pytest.mark.parametrize("text", IRRELEVANT)
@pytest.mark.parametrize("script", list(Script))
def test_passed_over(text: str, script: Script) -> None:
    assert not early_scan(convert(text, script, Script.CYRL))


@pytest.mark.parametrize("text", RELEVANT)
def test_a_reading_of_relevance_has_no_reason_against_it(text: str) -> None:
    assert irrelevance(read_language(read_bytes(text.encode(), "a.txt"))) == ""


@pytest.mark.parametrize("text", SHORT)
@pytest.mark.parametrize("script", list(Script))
def test_a_short_text_need_show_less(text: str, script: Script) -> None:
    assert early_scan(convert(text, script, Script.CYRL))
    assert irrelevance(read_language(read_bytes(text.encode(), "a.txt"))) == ""


def test_a_long_text_must_show_more() -> None:
    page = "Қала ішінде жаңа саябақ ашылды, балалар қуанып, ата-аналар риза болды. " * 40
    assert not early_scan(page + "Қырғыз балалары да ойнап жүр. Қазақтар да бар.")


@pytest.mark.parametrize("text", OLD_TIMES)
def test_history_before_the_states_is_no_relation_of_theirs(text: str) -> None:
    assert irrelevance(read_language(read_bytes(text.encode(), "a.txt"))) == "it tells of times before the states"
    assert irrelevance(read_language(read_bytes(f"{text} Биыл екі ел келісімге қол қойды.".encode(), "a.txt"))) == ""


@pytest.mark.parametrize("text", [text for text in IRRELEVANT if len(text) > 2])
def test_the_reason_is_told_in_words(text: str) -> None:
    assert irrelevance(read_language(read_bytes(text.encode(), "a.txt"))).startswith("it ")


@pytest.mark.parametrize(
    "text",
    [
        "Qyrǵyzstan men Qazaqstan keıbir máseleler boıynsha kelisim jasady.",
        "Qyrğyzstan men Qazaqstan şekarasy",
        "QAZAQSTAN MEN QYRGYZSTAN EKI EL SHEKARASY",
    ],
)
def test_latin_of_several_standards(text: str) -> None:
    assert early_scan(text)


def test_no_article_of_the_corpus_is_lost(shared: Path) -> None:
    for path in sorted((shared / "corpus").rglob("*.txt")):
        document = read_path(path)
        assert early_scan(document.text), path.name
        assert irrelevance(read_language(document)) == "", path.name


def test_a_short_name_in_its_cases_is_found_in_raw_text() -> None:
    assert early_scan("Алматы мен Оштың арасындағы тасымал туралы мақалада қате кеткен.")
    assert early_scan("Алматыдан Ошқа 310 мың тонна жүк тасылған.")
    assert not early_scan("Ошақтың басында шай қайнады, Алматыда жаңбыр жауды.")
