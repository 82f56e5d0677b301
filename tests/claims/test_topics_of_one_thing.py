"""Topics of one thing told by two words, talks in whatever words, and minutes whose agenda is behind them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qatynas.model import Claim

Said = Callable[..., list[Claim]]
OPENING = "Қазақстан мен Қырғызстан министрлері Бішкекте кездесті. "


def topics(claims: list[Claim]) -> set[tuple[str, str]]:
    return {(claim.topic, claim.mode) for claim in claims if claim.kind == "topic"}  # type: ignore[attr-defined]


ONE_THING = [
    ("Тараптар газ тарифін талқылады.", {"energy"}),
    ("Тараптар бөгеттердің қауіпсіздігін талқылады.", {"water"}),
    ("Тараптар жүк транзитін талқылады.", {"transit"}),
    ("Тараптар өзен экологиясын талқылады.", {"environment"}),
    ("Тараптар кедендік төлемді талқылады.", {"trade"}),
    ("Тараптар спорттық туризмді талқылады.", {"tourism"}),
    ("Тараптар шекара қауіпсіздігін талқылады.", {"border", "security"}),
    ("Тараптар туризм мен газ тарифін талқылады.", {"tourism", "energy"}),
]

TALKED = [
    ("Тараптар мал ұрлығын сөз қылды.", {("security", "discussed")}),
    ("Тараптар жүк тасымалын ақылға салды.", {("transport", "discussed")}),
    ("Министрлер туризмді ой елегінен өткізді.", {("tourism", "discussed")}),
    ("Екі жақ су бөлісуді талқыға тартты.", {("water", "discussed")}),
    ("Екі жақ транзитті таразыға тартты.", {("transit", "discussed")}),
    ("Сөздің тиегі мұздықтардан ағытылды.", {("environment", "discussed")}),
    ("Келіссөз арнасы көші-қонға бұрылды.", {("migration", "discussed")}),
    ("Әңгіме көп ұзамай туризмге ауысты.", {("tourism", "discussed")}),
    ("Тараптар байланыс желілерін қосуды мақұл көрді.", {("communications", "agreed")}),
    ("Екі ел туризмді бірге дамытуды мақұл деп тапты.", {("tourism", "agreed")}),
]

NO_TALK = [
    "Ауылдың 160 тұрғыны қырғыз зауытында жұмыспен қамтылды.",
    "Қырғыз емханасында былтыр 1 140 қазақстандық қаралды.",
    "Министрлердің туризм жөніндегі кездесуі қыркүйекке ауысты.",
    "Тараптар шаруаның жайын сұрады.",
]


@pytest.mark.parametrize(("text", "codes"), ONE_THING)
def test_a_word_that_tells_more_of_a_thing_is_no_topic(said: Said, text: str, codes: set[str]) -> None:
    assert {code for code, _ in topics(said(OPENING + text))} == codes


@pytest.mark.parametrize(("text", "expected"), TALKED)
def test_talk_in_other_words(said: Said, text: str, expected: set[tuple[str, str]]) -> None:
    assert topics(said(OPENING + text)) == expected


@pytest.mark.parametrize("text", NO_TALK)
def test_no_talk(said: Said, text: str) -> None:
    assert not topics(said(OPENING + text))


def test_one_topic_may_be_talked_of_and_agreed_on(said: Said) -> None:
    text = "Тараптар жол қауіпсіздігін талқылап, екі елдің жүргізуші куәліктерін тануға уағдаласты."
    assert topics(said(OPENING + text)) == {("transport", "discussed"), ("transport", "agreed")}


def test_the_agenda_of_minutes_is_behind_them(said: Said) -> None:
    text = (
        "Қазақстан-Қырғызстан жұмыс тобы отырысының ХАТТАМАСЫ\n\nКүн тәртібі:\n1. Мал саудасы.\n2. Көлік дәліздері.\n"
    )
    assert {("trade", "discussed"), ("transport", "discussed")} <= topics(said(text))


def test_the_last_of_three_states_is_told_by_its_ministers(said: Said) -> None:
    text = (
        "Қазақстан мен Қырғызстан көп жыл бойы бірге жұмыс істеп келеді. "
        "Кеше Қазақстан, Өзбекстан және Қырғызстан энергетика министрлері стансының қаражатын таразылады."
    )
    assert ("finance", "discussed") in topics(said(text, published="2025-03-04"))
