"""Topics, directions and goods by the build of a sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qatynas.model import Claim, Goods, Topic, Trend

Said = Callable[..., list[Claim]]


def topics(claims: list[Claim]) -> list[tuple[str | None, str | None]]:
    return [(c.topic, c.mode) for c in claims if isinstance(c, Topic)]


TALKED = [
    ("Екі елдің министрлері Бішкекте кеңес өткізді. Арқауы – көші-қон, шекара, цифрландыру.", ["migration", "border", "digital"], "discussed"),
    ("Екі елдің министрлері келіссөз өткізді. Талқылаудың өзегі – транзит пен ветеринария.", ["transit", "agriculture"], "discussed"),
    ("Екі елдің комиссиясының отырысы сейсенбі күні ашылады. Отырыстың негізгі мәселесі – вагон тапшылығы.", ["transport"], "expected"),
    ("Екі елдің министрлері Түркістанда бас қосып, шекара маңындағы сауда туралы пікір алысты.", ["border", "trade"], "discussed"),
    ("Екі елдің министрлері телефонмен тілдесті. Олар еңбек мигранттары мен аймақ қауіпсіздігі жайын ой елегінен өткізді.", ["migration", "security"], "discussed"),
    ("Екі елдің министрлері 5 қазанда бас қосып, транзит пен туризм тәртібін қарайды.", ["transit", "tourism"], "expected"),
    ("Екі ел жол картасына қол қойды. Онда инвестиция, цифрландыру және экология бағыттары алға шығарылған.", ["investment", "digital", "environment"], "priority"),
    ("Екі елдің форумы өтті. Форумда роуминг ақысы туралы кеңінен айтылды.", ["communications"], "discussed"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "codes", "mode"), TALKED)
def test_what_was_talked_of(said: Said, text: str, codes: list[str], mode: str) -> None:
    found = topics(said(text))
    assert {code for code, _ in found} == set(codes)
    assert {told for _, told in found} == {mode}


NOT_TALKED = [
    "Әуежайдан шыққан бойда екі елдің премьерлері тілдесті.",
    "Екі елдің ректорлары театрда сөйлесті.",
    "Күзде басталатын жаңа жылға қырғыз талапкерлері үшін он грант қарастырылған. Екі ел дос.",
    "Сөз соңында екі елдің білім жағына тоқтала кетейік.",
    "Осы тұста шолушымыз екі елдің бөгет пен отынға қатысты байланысын саралап көрді.",
    "Екі елдің кіші тобы тапшы тауарлар тізімін келісіп отырады.",
    "Екі елдің министрі қазақ бизнесінің 940 миллион доллар қаржы құйғанын тілге тиек етті.",
]


@pytest.mark.parametrize("text", NOT_TALKED)
def test_no_talk(said: Said, text: str) -> None:
    assert not topics(said(text))


MOVED = [
    ("Қазақстанда алпыс мыңдай қырғыз азаматы еңбек етеді, саны біртіндеп азайып барады.", "migration.persons", "down"),
    ("Биыл Қырғызстанда 2 900 қазақ студенті оқиды. Қатары сиреп барады.", "education.students", "down"),
    ("Екі елдің шекарасынан өтетін жұрттың қарасы биыл азайыңқырап тұр.", "transport.passengers", "down"),
    ("Екі ел арасындағы тауар айналымы биыл көбейіңкіреді.", "trade.turnover", "up"),
    ("Екі ел арасындағы автокөлік тасымалы бір деңгейден қозғалған жоқ.", "transport.freight", "steady"),
    ("Қырғызстанға аттанатын жастың қатары сиреп келеді.", "education.students", "down"),
    ("Қырғыз жұмысшылары Қазақстанға көбірек ағыла бастады.", "migration.persons", "up"),
]


@pytest.mark.parametrize(("text", "indicator", "direction"), MOVED)
def test_what_moves(said: Said, text: str, indicator: str, direction: str) -> None:
    assert [(c.indicator, c.direction) for c in said(text) if isinstance(c, Trend)] == [(indicator, direction)]


def test_for_so_many_years(said: Said) -> None:
    found = said("Екі ел арасындағы автотасымал екі жылдан бері бір деңгейде тұр.", "2025-07-03")
    assert [c.period for c in found if isinstance(c, Trend)] == ["2023/2025"]


POINTED = [
    ("Қырғыз жүгі көп. Шыны ыдыс, аккумулятор, ірімшік те сол жақтан ағылады.", "KGZ"),
    ("Жазда бері қарай шие, өрік, бал тасылады.", "KGZ"),
    ("Арғы бетке құрама жем, ұн, көмір кетеді.", "KAZ"),
    ("Қырғызстан өз кезегінде бізге көбіне әктас, шыны және темір-бетон бұйымдарын жібереді.", "KGZ"),
]


@pytest.mark.parametrize(("text", "source"), POINTED)
def test_where_goods_come_from(said: Said, text: str, source: str) -> None:
    assert [c.from_ for c in said(text) if isinstance(c, Goods)] == [source]


def test_a_sum_of_goods_is_a_figure(said: Said) -> None:
    text = "Бұл соманың 31 миллионы ұн мен өсімдік майына тиесілі, екеуі де Қазақстаннан келеді."
    assert not [c for c in said(text) if isinstance(c, Goods)]
