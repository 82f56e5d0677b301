"""Bodies that no word calls joint: what meets again and again, or what two have founded, is of both."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qatynas.model import Body, Claim

Said = Callable[..., list[Claim]]

BODIES = [
    ("Су мамандарының үйлестіру тобы тоқсанына бір рет бас қосады.", "Су мамандарының үйлестіру тобы"),
    ("Екі әкімдік сел қаупі жөніндегі штабты құрды.", "Сел қаупі жөніндегі штаб"),
    ("Екі министрлік спорт жөніндегі жұмыс тобын құрды, ол жыл сайын жиналады.", "Спорт жөніндегі жұмыс тобы"),
    ("Жедел байланыс тобы апта сайын деректерді салыстырады.", "Жедел байланыс тобы"),
    ("Үш елдің үйлестіру комитеті екі айда бір рет жиналып, есеп тыңдайды.", "Үйлестіру комитеті"),
    ("Екі министр басқаратын энергетика кеңесі Таразда екінші рет жиналады.", "Энергетика кеңесі"),
]


@pytest.mark.parametrize(("text", "name"), BODIES)
def test_bodies_are_told(said: Said, text: str, name: str) -> None:
    (found,) = [c.name or "" for c in said(text) if isinstance(c, Body)]
    assert name.lower() in found.lower()


NOTHING = [
    "Парламенттің бюджет комитеті ай сайын отырыс өткізеді.",
    "Облыстық мәслихат комиссиясы тоқсан сайын жиналады.",
    "Ғылыми кеңес жыл сайын жиналады.",
    "Қазақстанның статистика комитеті ай сайын дерек жариялайды.",
    "Жастар одағы жыл сайын форум өткізеді.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_joint_body(said: Said, text: str) -> None:
    assert not [c for c in said(text) if isinstance(c, Body)]
