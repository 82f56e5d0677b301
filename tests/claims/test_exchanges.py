"""Exchanges: what one side gives the other again and again; one delivery is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qatynas.model import Claim, Exchange

Said = Callable[..., list[Claim]]


def exchanges(claims: list[Claim]) -> set[tuple[str, str | None, str | None, str | None]]:
    return {(c.commodity, c.from_, c.to, c.season) for c in claims if isinstance(c, Exchange)}


TO = ("KAZ", "KGZ")
FROM = ("KGZ", "KAZ")

REGULAR = [
    ("Қазақстан жыл сайын қыста Қырғызстанға электр қуатын береді.", {("electricity", *TO, "winter")}),
    ("Қырғызстан жаз сайын Қазақстанға су жібереді.", {("water", *FROM, "summer")}),
    (
        "Қазақстан Қырғызстаннан жазда электр энергиясын алып, қыста кері қайтарады.",
        {("electricity", *FROM, "summer"), ("electricity", *TO, "winter")},
    ),
    (
        "Қырғызстан жазда көршісіне су береді, ал қыста одан электр алады.",
        {("water", *FROM, "summer"), ("electricity", *TO, "winter")},
    ),
    (
        "Тараптар жыл сайын бір-біріне грант бөледі.",
        {("education.grants", *TO, None), ("education.grants", *FROM, None)},
    ),
    ("Қазақстан қырғыз жастарына жыл сайын грант бөліп келеді.", {("education.grants", *TO, None)}),
    (
        "Екі ел әр жылы өзара келісіп, студенттерге гранттар ұсынады.",
        {("education.grants", *TO, None), ("education.grants", *FROM, None)},
    ),
    ("Қырғыз жағы вегетация кезеңінде Қазақстанға тұрақты түрде су босатады.", {("water", *FROM, "vegetation")}),
    ("Қазақстан Қырғызстанға әр қыста көмір жеткізеді.", {("goods", *TO, "winter")}),
    (
        "Қырғызстан бізден қыста электр алады, оны жазда қайтарып береді.",
        {("electricity", *TO, "winter"), ("electricity", *FROM, "summer")},
    ),
]


@pytest.mark.parametrize(("text", "flows"), REGULAR)
def test_regular(said: Said, text: str, flows: set[tuple[str, str, str, str | None]]) -> None:
    assert exchanges(said(text)) == flows


NOTHING = [
    "Былтыр Қырғызстан Қазақстанға 300 миллион текше метр су жіберді.",
    "Биыл Қазақстан қырғыз студенттеріне 15 грант бөлді.",
    "Қазақстан Қырғызстанға жыл сайын электр бермейді.",
    "Қырғызстан жыл сайын су бере ме?",
    "Ол үйге жыл сайын келеді.",
    "Қыста Бішкекте электр жиі сөнеді.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_exchange(said: Said, text: str) -> None:
    assert exchanges(said(text)) == set()


def test_what_it_is_for(said: Said) -> None:
    text = "Қазақстан егінді суару үшін жыл сайын Қырғызстаннан су алады."
    assert [c.purpose for c in said(text) if isinstance(c, Exchange)] == ["егінді суару"]


def test_what_a_document_lays_down(said: Said) -> None:
    text = "Хаттамаға сай Қазақстан Қырғызстанға электр береді."
    assert [(c.commodity, c.from_, c.to) for c in said(text) if isinstance(c, Exchange)] == [
        ("electricity", "KAZ", "KGZ")
    ]


def test_the_clause_before_names_what_flows(said: Said) -> None:
    text = "Қырғызстан Тоқтағұлда су жинап, жазда Қазақстанға жібереді."
    assert [(c.commodity, c.from_, c.to) for c in said(text) if isinstance(c, Exchange)] == [("water", "KGZ", "KAZ")]
