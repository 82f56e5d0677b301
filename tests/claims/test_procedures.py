"""Procedures: what joint bodies regularly do; a dated or past deed is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qatynas.model import Claim, Procedure

Said = Callable[..., list[Claim]]


def procedures(claims: list[Claim]) -> list[Procedure]:
    return [c for c in claims if isinstance(c, Procedure)]


BODY = "Шу-Талас су шаруашылығы комиссиясы"

REGULAR = [
    (f"{BODY} жыл сайын су бөлу көлемін бекітеді.", "су бөлу көлемін бекіту", "yearly"),
    (f"{BODY} шлюздердің жөндеу жоспарын қарайды.", "шлюздердің жөндеу жоспарын қарау", None),
    (f"{BODY} су нысандарының жағдайын тұрақты түрде тексереді.", "су нысандарының жағдайын тексеру", "regular"),
    (f"{BODY} жылына екі рет отырыс өткізеді.", "отырыс өткізу", "twice_yearly"),
    (f"{BODY} тоқсан сайын шығындарды есептейді.", "шығындарды есептеу", "quarterly"),
    (f"{BODY} келісімнің орындалуын қадағалайды.", "келісімнің орындалуын қадағалау", None),
    (f"{BODY} екі елдің су мамандарының жұмысын үйлестіреді.", "екі елдің су мамандарының жұмысын үйлестіру", None),
    (f"{BODY} ай сайын жиналады.", "жиналу", "monthly"),
    (f"{BODY} су өлшеу деректерін алмасып отырады.", None, None),
]


@pytest.mark.parametrize(("text", "does", "frequency"), REGULAR)
def test_regular(said: Said, text: str, does: str | None, frequency: str | None) -> None:
    found = procedures(said(text))
    assert [(c.body, c.frequency) for c in found] == [(BODY, frequency)]
    assert does is None or found[0].does == does


NOTHING = [
    f"{BODY} былтыр су бөлу көлемін бекітті.",
    f"{BODY} 2025 жылғы желтоқсанда Бішкекте жиналады.",
    f"{BODY} келесі отырысын Таразда өткізеді.",
    f"{BODY} бұл мәселені қарамайды.",
    f"{BODY} жоспарды бекіте ме?",
    "Мектеп директоры сабақ кестесін бекітеді.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_procedure(said: Said, text: str) -> None:
    assert procedures(said(text)) == []


def test_two_objects_are_two_procedures(said: Said) -> None:
    found = procedures(said(f"{BODY} шығын сметасын және тазалау кестесін жыл сайын бекітеді."))
    assert [c.does for c in found] == ["шығын сметасын бекіту", "тазалау кестесін бекіту"]


@pytest.mark.parametrize("word", ["Ол", "Комиссия", "Аталған комиссия"])
def test_a_carried_body(said: Said, word: str) -> None:
    found = procedures(said(f"Екі елге ортақ {BODY} тұрақты жұмыс істейді. {word} су деңгейін үнемі бақылайды."))
    assert [(c.body, c.does) for c in found][-1] == (BODY, "су деңгейін бақылау")


def test_a_joint_body_by_its_own_words(said: Said) -> None:
    (found,) = procedures(said("Бірлескен жұмыс тобы су бөлу режимін жыл сайын келіседі."))
    assert (found.body, found.does, found.frequency) == ("Бірлескен жұмыс тобы", "су бөлу режимін келісу", "yearly")


ATTRIBUTES = [
    ("Тоқсан сайын жиналатын бірлескен жұмыс тобы биыл да жұмысын жалғастырды.", "quarterly"),
    ("Жылына екі мәрте жиналатын Іскерлік кеңес жаңа құрамын бекітті.", "twice_yearly"),
    ("Айына бір кездесетін бірлескен сарапшылар тобы есебін тапсырды.", "monthly"),
]


@pytest.mark.parametrize(("text", "frequency"), ATTRIBUTES)
def test_what_a_body_does_as_its_attribute(said: Said, text: str, frequency: str) -> None:
    assert frequency in [c.frequency for c in said(text) if isinstance(c, Procedure)]


def test_a_joint_body_named_before_is_carried(said: Said) -> None:
    text = (
        "Екі ел кедергілерді жою жөніндегі бірлескен жұмыс тобын құрды. "
        "Топ ай сайын жиналып, шағымдарды саралайды және екі үкіметке ұсыным береді."
    )
    found = [c for c in said(text) if isinstance(c, Procedure)]
    assert {c.body for c in found} == {"кедергілерді жою жөніндегі бірлескен жұмыс тобы"}
    assert [c.frequency for c in found] == ["monthly", "monthly", "monthly"]


ONE_TIME = [
    "Ертең жиналатын бірлескен топ екі елдің кестесін бекітпек.",
    "Бірлескен топ екі елдің келісімін дайындап шықты.",
    "Жыл сайын тасыған өзен екі елге де зиян.",
]


@pytest.mark.parametrize("text", ONE_TIME)
def test_no_habit(said: Said, text: str) -> None:
    assert not [c for c in said(text) if isinstance(c, Procedure)]
