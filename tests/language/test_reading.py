"""A whole document read: offsets, pair, date, names in three scripts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qatynas.language.mentions import NameType, Reading
from qatynas.language.reading import read_language
from qatynas.model import InputError
from qatynas.read import read_bytes
from qatynas.script import Script, convert

TEXT = """Бішкектегі келіссөз

2025 жылғы 3 маусым

Қазақстан Президенті Қасым-Жомарт Тоқаев Бішкекке келді. Садыр Жапаров оны қарсы алды.
Тоқаев пен Жапаров екі елдің саудасы туралы сөйлесті. Еліміз көршісіне бидай сатады, ал қырғыз тарапы жеміс береді.
Тараптар БҰҰ мен ШЫҰ аясында да бірге. Серік Омарбековтің айтуынша, Қордай бекеті ашылды.
"""


def reading(text: str) -> Reading:
    return read_language(read_bytes(text.encode(), "note.txt"))


@pytest.mark.parametrize("script", list(Script))
def test_three_scripts_give_one_reading(script: Script) -> None:
    read = reading(convert(TEXT, script))
    said = [(name.type, name.canonical, name.country) for sentence in read.sentences for name in sentence.names]
    assert read.pair == ("KAZ", "KGZ")
    assert read.home == "KAZ"
    for name in (
        (NameType.PERSON, "Қасым-Жомарт Тоқаев", "KAZ"),
        (NameType.PERSON, "Садыр Жапаров", "KGZ"),
        (NameType.PERSON, "Серік Омарбеков", None),
        (NameType.PLACE, "Бішкек", "KGZ"),
        (NameType.ORGANISATION, "UN", None),
        (NameType.ORGANISATION, "SCO", None),
        (NameType.STATE, "Қырғызстан", "KGZ"),
        (NameType.SIDE, "home", "KAZ"),
        (NameType.SIDE, "other", "KGZ"),
    ):
        assert name in said, name
    assert sum(canonical == "Садыр Жапаров" for _, canonical, _ in said) == 2


@pytest.mark.parametrize("script", list(Script))
def test_offsets_give_back_the_words(script: Script) -> None:
    text = convert(TEXT, script)
    read = reading(text)
    bishkek = [convert(word, script) for word in ("Бішкектегі", "Бішкекке")]
    places = [
        read.original(name.span).of(read.document.text)
        for sentence in read.sentences
        for name in sentence.names
        if name.canonical == "Бішкек"
    ]
    assert places == bishkek
    for sentence in read.sentences:
        assert sentence.span.of(read.text) == sentence.text
        assert all(token.span.of(read.text) == token.text for token in sentence.tokens)


def test_nothing_named_no_pair() -> None:
    assert reading("Бүгін күн ашық. Балалар ойнап жүр.").pair == ()


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=200))
def test_total(text: str) -> None:
    try:
        document = read_bytes(text.encode("utf-8", "replace"), "note.txt")
    except InputError:
        return  # no letters: no document
    read = read_language(document)
    for sentence in read.sentences:
        own = read.original(sentence.span)
        assert 0 <= own.start <= own.end <= len(read.document.text)
