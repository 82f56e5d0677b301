"""A number's status is that of its own predicate, not of what stands around it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Figures = Callable[..., list[str]]


def status_of(lines: list[str], value: str) -> str:
    found = [line for line in lines if f" {value} " in line or f" +{value} " in line]
    return found[0].split()[-1] if found else "none"


@pytest.mark.parametrize(
    ("text", "value", "status"),
    [
        ("Екі ел ортақ зауытты мамырда іске қоспақ, оның бағасы – 640 миллион теңге.", "640000000", "actual"),
        ("Бекет құрылысы 2027 жылы бітеді деп жоспарланған, құны – 2,8 миллиард сом.", "2800000000", "actual"),
        ("Екі ел ортақ мектеп салуға келісті. Жоба құны 380 миллион теңге.", "380000000", "target"),
        ("Ортақ көпірді жаңғырту келер жылы басталмақ, құны – 6 миллиард теңге.", "6000000000", "target"),
        ("Қырғыз жағы бізге 1,1 миллиард текше метр су уәде еткен, жеткені 870 миллион.", "870000000", "actual"),
        ("Тараз – Талас жолын жөндеу қарашада бітуге тиіс, ұзындығы – 41 шақырым.", "41", "actual"),
        ("Бішкек пен Алматыны жалғайтын 92 шақырым жолдың сызбасы дайын болуы тиіс.", "92", "actual"),
        ("Бішкек пен Алматыны жалғайтын жол 112 шақырым болмақ.", "112", "target"),
        ("Қазақстан былтыр Қырғызстанға 400 миллион киловатт-сағат берді, соны жазда қайтарып алмақпыз.", "400000000", "actual"),
        ("Тоғыз айда Қазақстаннан Қырғызстанға 39,6 млн доллар инвестиция бағытталды.", "39600000", "actual"),
        ("Сөз арасында екі ел арасындағы апталық рейс саны 14-тен 20-ға өсетіні айтылды.", "20", "forecast"),
        ("Ортақ бөгетті нығайту 5,4 миллиард теңгеге түспек.", "5400000000", "forecast"),
        ("Таяу үш жылда екі ел арасындағы транзит ағыны екі еселенеді.", "2", "forecast"),
        ("Қырғыз тарапы өз аумағындағы 31 шақырымды 2027 жылдың күзіне дейін салып бітпек.", "31", "target"),
    ],
)  # fmt: skip
def test_own_predicate(text: str, value: str, status: str, figures: Figures) -> None:
    assert status_of(figures(text), value) == status, figures(text)


def test_we_intend(figures: Figures) -> None:
    told = "Қырғызстан жазда Қазақстанға 500 миллион текше метр су жібермек. Біз соған 300 миллион киловатт-сағат бермекпіз."
    assert status_of(figures(told), "300000000") == "target"
