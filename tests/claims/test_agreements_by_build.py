"""Agreements told by the build of the sentence: votes, rumours, counted papers, days and places told beside them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qatynas.model import Agreement, Claim

Said = Callable[..., list[Claim]]


def acts(said: Said, text: str, published: str = "2025-11-05") -> list[str]:
    found = [c for c in said(text, published) if isinstance(c, Agreement)]
    return [f"{a.act} {a.status} {a.type} {a.date} {a.place.name if a.place else None}" for a in found]


@pytest.mark.parametrize(
    "vote",
    ["ратификациялауға дауыс берді", "ратификациялауға бірауыздан дауыс берді", "ратификациялауға келісім берді"],
)
def test_ratified_by_a_vote(said: Said, vote: str) -> None:
    text = f"Депутаттар бүгін Қырғызстанмен жасалған Әскери тасымал туралы хаттаманы {vote}."
    assert acts(said, text) == ["ratified done protocol 2025-11-05 None"]


@pytest.mark.parametrize(
    "text",
    [
        "Ал қос азаматтық туралы шартқа қол қойылды деген сөз – нағыз өсек.",
        "Екі ел кеден одағы туралы келісімге қол қойды деген әңгіме рас емес.",
        "Газ туралы меморандум жасалды деген қауесет шындыққа жанаспайды.",
    ],
)
def test_a_rumour_is_no_act(said: Said, text: str) -> None:
    assert acts(said, text) == []


def test_it_was_drawn_up_says_somebody(said: Said) -> None:
    text = (
        "Мәжіліс Қырғызстанмен әскери тасымал туралы хаттаманы қарады. Баяндамашының сөзінше, ол былтыр 19 сәуірде "
        "Астанада рәсімделген."
    )
    assert acts(said, text) == ["signed done protocol 2024-04-19 Астана"]


@pytest.mark.parametrize("opening", ["Бәрінің ірісі", "Солардың төресі", "Ішіндегі ең маңыздысы", "Олардың бірі"])
def test_one_of_counted_papers(said: Said, opening: str) -> None:
    text = f"Кеше Бішкекте екі ел 17 ниет хаттамасына қол қойды. {opening} – халал ет туралы меморандум."
    assert acts(said, text) == ["signed done memorandum 2025-11-04 Бішкек"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "1997 жылдың дәл осы күні Алматыда Мәңгілік достық туралы шартқа екі ел қол қойды.",
            "signed done treaty 1997-11-05 Алматы",
        ),
        (
            "1997 жылғы бүгінгі күні Алматыда екі ел Мәңгілік достық туралы шартты жасасты.",
            "signed done treaty 1997-11-05 Алматы",
        ),
    ],
)
def test_this_day_in_another_year(said: Said, text: str, expected: str) -> None:
    assert acts(said, text) == [expected]


def test_that_same_day(said: Said) -> None:
    text = (
        "Наурыздың 19-ында Таразда екі елдің су министрлері келіссөз өткізді. Сол күні жазғы су беру жөніндегі хаттама "
        "да рәсімделді."
    )
    assert [a.rsplit(" ", 1)[0] for a in acts(said, text)] == ["signed done protocol 2025-03-19"]


@pytest.mark.parametrize("rite", ["Рәсім", "Салтанат", "Қол қою рәсімі"])
def test_where_the_rite_was(said: Said, rite: str) -> None:
    text = (
        "Бейсенбіде Жамбыл облысы мен қырғыздың Талас облысы 2025–2028 жылдарға арналған әріптестік бағдарламасын түзді. "
        f"{rite} Бішкек қаласының мәдениет сарайында өтті."
    )
    assert acts(said, text) == ["signed done programme 2025-10-30 Бішкек"]


def test_who_makes_a_paper_of_years_is_no_part_of_its_title(said: Said) -> None:
    text = "Бүгін Астанада екі облыс 2025–2028 жылдарға арналған мәдени әріптестік бағдарламасына қол қойды."
    found = [c.title for c in said(text, "2025-11-05") if isinstance(c, Agreement)]
    assert found == ["2025–2028 жылдарға арналған мәдени әріптестік бағдарламасы"]


def test_the_town_of_the_date_line(said: Said) -> None:
    text = (
        "Бішкек, 2024 жылғы 3 желтоқсан\n\nҚазақстан мен Қырғызстанның табиғат қорғау министрліктері бүгін 2025–2027 "
        "жылдарға арналған іс-қимыл жоспарын бекітті."
    )
    found = [c for c in said(text, None, lead="") if isinstance(c, Agreement)]
    assert [(a.date, a.place.name if a.place else None) for a in found] == [("2024-12-03", "Бішкек")]


def test_a_paper_being_written(said: Said) -> None:
    text = (
        "Теміржол саласындағы әріптестік туралы меморандумға 2019 жылғы 27 қарашада Бішкекте қол қойылған. Енді "
        "2026–2030 жылдарға арналған жол картасы жазылып жатыр."
    )
    assert acts(said, text)[1:] == ["prepared planned roadmap None None"]
