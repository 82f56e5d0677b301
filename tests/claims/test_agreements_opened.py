"""Acts on documents told without the usual verb, and papers that are no more than their kind."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qatynas.model import Agreement, Claim

Said = Callable[..., list[Claim]]


def acts(said: Said, text: str, published: str = "2025-08-21") -> list[str]:
    found = [c for c in said(text, published) if isinstance(c, Agreement)]
    return [f"{a.act} {a.date} {a.status} {a.title}" for a in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Балық қорын бірге сақтау туралы келісім – 2001 жылғы 4 мамыр, Талас.",
            "signed 2001-05-04 done Балық қорын бірге сақтау туралы келісім",
        ),
        (
            "Балық қорын бірге сақтау туралы хаттама: 2001 жыл, Талас.",
            "signed 2001 done Балық қорын бірге сақтау туралы хаттама",
        ),
        (
            "Былтыр сәуірде Ошта қуатталған балық шаруашылығы туралы меморандум әлі күшінде.",
            "approved 2024-04 done Балық шаруашылығы туралы меморандум",
        ),
        (
            "Екі ел былтыр 5 сәуірде Қазақ-қырғыз ғылым қорының жарғысын бекітті.",
            "approved 2024-04-05 done Қазақ-қырғыз ғылым қорының жарғысы",
        ),
        (
            "Балық шаруашылығы туралы меморандумның мәтіні 1 қарашаға дейін пысықталсын.",
            "prepared ../2025-11-01 planned Балық шаруашылығы туралы меморандум",
        ),
        (
            "Балық шаруашылығы туралы келісім әзір болғанымен, қаржы жағы кідіріп тұр.",
            "prepared None done Балық шаруашылығы туралы келісім",
        ),
        (
            "Екі елдің үш министрі 2024 жылғы 6 мамырда Ошта жол картасына қол қойды.",
            "signed 2024-05-06 done Жол картасы",
        ),
    ],
)
def test_acts(said: Said, text: str, expected: str) -> None:
    assert expected in acts(said, text)


@pytest.mark.parametrize(
    "text",
    [
        "Балық шаруашылығы туралы келісім әзір болмай тұр.",
        "Компания 5 сәуірде өз жарғысын бекітті.",
        "Балық шаруашылығы туралы келісім – екі елдің болашағы.",
    ],
)
def test_no_acts(said: Said, text: str) -> None:
    assert acts(said, text) == []


def test_a_dated_agreement_that_came_into_force_later_is_two_acts(said: Said) -> None:
    text = "Жайылымдарды бөлісу туралы 2021 жылғы 2 қыркүйектегі үкіметаралық келісім келер жылдың 14 ақпанында күшіне енді."
    assert acts(said, text) == [
        "signed 2021-09-02 done Жайылымдарды бөлісу туралы үкіметаралық келісім",
        "in_force 2022-02-14 done Жайылымдарды бөлісу туралы үкіметаралық келісім",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Мәжіліс депутаттары балық шаруашылығы туралы келісімді кеше мақұлдап, Сенатқа жолдады.",
            "approved 2025-08-20 done Балық шаруашылығы туралы келісім",
        ),
        (
            "Мәжіліс депутаттары балық шаруашылығы туралы келісімді кеше мақұлдады.",
            "ratified 2025-08-20 done Балық шаруашылығы туралы келісім",
        ),
        (
            "Балық шаруашылығы туралы келісімге былтыр қол қойылды; Жогорку Кеңеш оны биыл шілдеде дауысқа салып, мақұлдады.",
            "ratified 2025-07 done Балық шаруашылығы туралы келісім",
        ),
        (
            "Балық шаруашылығы туралы келісімге былтыр қол қойылды. Сенат оны жаңа жылға дейін ратификациялауға тиіс.",
            "ratified ../2025 planned Балық шаруашылығы туралы келісім",
        ),
    ],
)
def test_what_a_chamber_did(said: Said, text: str, expected: str) -> None:
    assert expected in acts(said, text)


@pytest.mark.parametrize(
    "text",
    [
        "1997 жылғы 10 қаңтарда Бішкекте Өзбекстан да қосылып, үш ел мәңгілік достық туралы шартқа қол қойды.",
        "1997 жылғы 10 қаңтарда Бішкекте Өзбекстанды қоса есептегенде үш ел мәңгілік достық туралы шарт жасасты.",
    ],
)
def test_a_third_state_that_joins_the_pair(said: Said, text: str) -> None:
    found = [c for c in said(text) if isinstance(c, Agreement)]
    assert [(a.parties, a.place and a.place.name) for a in found] == [(("KAZ", "KGZ", "UZB"), "Бішкек")]


def test_how_long_its_force_lasts(said: Said) -> None:
    text = "Тауды зерттеу туралы меморандум 2022 жылғы мамырда Ошта бекемделген, күші 2027 жылға дейін."
    assert [c.term for c in said(text) if isinstance(c, Agreement)] == ["2022/2027"]
