"""Whom a text credits with a sentence."""

from __future__ import annotations

import pytest

from qatynas.claims.speakers import speaker
from qatynas.language.reading import read_language
from qatynas.read import read_bytes

LEAD = "Қазақстан мен Қырғызстан – жақын көрші.\n\n"


def speakers(text: str) -> list[str | None]:
    """The speaker of each sentence of text, the lead left out."""
    reading = read_language(read_bytes((LEAD + text).encode(), "text.txt", published="2025-08-21"))
    found = [speaker(reading, index, sentence.span) for index, sentence in enumerate(reading.sentences)]
    return found[1:]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("– Сауда 12 пайызға өсті, – деді Олжас Бектенов.", "Олжас Бектенов"),
        ("Сауда 12 пайызға өсті, – деп атап өтті Қасым-Жомарт Тоқаев.", "Қасым-Жомарт Тоқаев"),
        ("Олжас Бектеновтің айтуынша, сауда 12 пайызға өсті.", "Олжас Бектенов"),
        ("Садыр Жапаровтың сөзіне қарағанда, сауда өсіп келеді.", "Садыр Жапаров"),
        ("Ұлттық банктің мәліметі бойынша, аударымдар азайды.", "Ұлттық банк"),
        ("Садыр Жапаров сауда екі есе өскенін мәлімдеді.", "Садыр Жапаров"),
        ("Олжас Бектенов сауда тағы да өседі деп есептейді.", "Олжас Бектенов"),
        ("Сауда министрлігінің есебінше, экспорт екі есе артады.", "Сауда министрлігі"),
        ("Сауда 12 пайызға өсті.", None),
        ("Тараптар сауданың өскенін атап өтті.", None),
        ("Президенттер ынтымақтастықты дамыту керектігін айтты.", None),
        ("Сауда өсті, деп жазды басылым тілшісі.", None),
        ("Оны көпшілік «дос» деген атпен біледі.", None),
    ],
)
def test_one_sentence(text, who):
    assert speakers(text) == [who]


def test_a_speech_over_sentences():
    text = "– Сауда өсіп келеді. Былтыр ол 12 пайызға артты. Бұл – рекорд, – деді Олжас Бектенов."
    assert speakers(text) == ["Олжас Бектенов"] * 3


def test_a_speech_over_paragraphs():
    text = "Сарапшы Жанат Сәрсеновтің пікірінше, сауда өседі.\n\n– Шекара ашық. Жол салынуда.\n\nСондықтан сенім бар, – дейді сарапшы."
    assert speakers(text) == ["Жанат Сәрсенов"] * 4


def test_a_speech_goes_on_after_its_speaker():
    text = "– Су жетеді, – дейді Серік Омаров. – Былтыр жетпеген еді."
    assert speakers(text) == ["Серік Омаров"] * 2


def test_pronouns_mean_who_was_told_before():
    text = "Садыр Жапаров Астанаға келді. Ол сауданың өскенін айтты."
    assert speakers(text) == [None, "Садыр Жапаров"]


def test_what_was_said_before():
    text = "Бекет мамырда ашылады. Көлік министрлігі осылай деп мәлімдеді."
    assert speakers(text) == ["Көлік министрлігі"] * 2


def test_a_role_means_its_bearer():
    text = "Залда Қырғызстан елшісі Нұрлан Асанбеков болды. – Біз қуаныштымыз, – деді елші."
    assert speakers(text)[-1] == "Нұрлан Асанбеков"
