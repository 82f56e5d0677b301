"""Bodies that a text says were founded, agreed on or are there, by words that no list of names holds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qatynas.model import Body, Claim

Said = Callable[..., list[Claim]]

FOUNDED = [
    ("Министрліктер бірлескен сараптама тобын құруға келісті.", "бірлескен сараптама тобы"),
    ("Енді екі елде ортақ комиссия құрылады.", "ортақ комиссия"),
    ("Екі өзеннің суын бөлетін қос хатшылықты комиссия дүниеге келді.", "хатшылықты комиссия"),
    ("Шекарадағы дауды шешетін бірлескен штаб бар.", "бірлескен штаб"),
    ("2007 ж. Жоғары мемлекетаралық кеңес (президенттер деңгейінде) құрылды.", "жоғары мемлекетаралық кеңес"),
    ("Былтыр күзде құрылған бірлескен дағдарыс орталығы дерек алмасады.", "бірлескен дағдарыс орталығы"),
]


@pytest.mark.parametrize(("text", "name"), FOUNDED, ids=range(len(FOUNDED)))
def test_founded(said: Said, text: str, name: str) -> None:
    found = [c.name.lower() for c in said(f"Қазақстан мен Қырғызстан көрші. {text}") if isinstance(c, Body)]
    assert found == [name]


NONE = [
    "Екі ел ортақ консорциум құруы керек.",
    "Қазақстан министрлігі былтыр жұмыс тобын құрды.",
    "Ортақ резерв қорының жобасы талқыланды.",
]


@pytest.mark.parametrize("text", NONE, ids=range(len(NONE)))
def test_none(said: Said, text: str) -> None:
    assert not [c for c in said(f"Қазақстан мен Қырғызстан көрші. {text}") if isinstance(c, Body)]


def test_level_of_a_body_named_before(said: Said) -> None:
    text = (
        "Қазақстан мен Қырғызстанның парламентаралық комиссиясы бас қосты. Комиссия 2016 жылы түзілген, шарттардың "
        "орындалуын тексереді."
    )
    assert [c.level for c in said(text) if isinstance(c, Body)] == ["other"]
