"""Sentences and tokens."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from language.texts import KAZAKH_LIKE

from qatynas.language import sentences, tokens
from qatynas.model import Span

WHOLE = [
    "Ел 2 млрд. долларға жетті.",
    "Ә. Тоқомбаев пен Т.Сатылғановтың тойы.",
    "Қ.К. Тоқаев сөйледі.",
    "БҰҰ, ТМД т.б. ұйымдарға мүше.",
    "т.ғ.д., профессор келді.",
    "1991 -жылы 15-қазан күні 1.5 есе өсті.",
    "Айналым 1,5 млрд. АҚШ доллары болды.",
    "2026 ж. 17 сәуірде өтеді.",
    "Алматы обл. Қарасай ауд. Қаскелең қ. тұрғыны.",
    "– Келдік, – деді министр.",
    "«Неге келдіңіз?» деп сұрады.",
    "1. Осы Жоспар күшіне енді.",
    "Сайты – inform.kz болды.",
    "КЕДЕНДЕ КЕЗЕК ЖОҚ",
    "2-тарау. Тараптардың міндеттері",
    "III бөлім осында. басталады",
    "3.1. Тараптар міндеттенеді.",
    "II. Қорытынды",
    "Шаралар мынадай: 1. Жол салу.",
    "Импорт 2 млрд. Ресей рубліне жетті.",
    "Қала б.з.д. III ғасырда салынған.",
]

PARTED = [
    (["Су келді.", "Күзге жете ме?", "Жетеді!"]),
    (["Бірінші өтті.", "Оны екі ел ашты."]),
    (["– Келісім бар.", "Қол қоямыз, – деді ол."]),
    (["«Достық» – жаңа бекет.", "«Қарасу» ескі."]),
    (["Импорт – 460 млн.", "Сауда министрі айтты."]),
    (["Ол (былтыр) келді.", "Кетті."]),
    (["Не дейсіз?..", "Білмеймін."]),
    (["Қатысқан жас саны – 45.", "Олар екі елден келді."]),
    (["Айналым 2 млрд.", "2024 жылы ол азайған."]),
    (["Бөгеттің биіктігі – 90 м.", "Ол былтыр салынды."]),
    (["Жиналыс сағат 14.00.", "Кешікпеңіз."]),
    (["1. Жол салынады.", "2. Көпір жөнделеді."]),
]


@pytest.mark.parametrize("text", WHOLE)
def test_one_sentence(text):
    assert [span.of(text) for span in sentences(text, [Span(0, len(text))])] == [text]


@pytest.mark.parametrize("parts", PARTED)
@pytest.mark.parametrize("gap", [" ", "\n", "  "])
def test_several_sentences(parts, gap):
    text = gap.join(parts)
    assert [span.of(text) for span in sentences(text, [Span(0, len(text))])] == parts


@pytest.mark.parametrize(
    "text", ["бітті.Соңынан жиын болды.", "9 пайызға кем.Импорт та азайды.", "75 млн.Елші осылай деді."]
)
def test_a_missing_space(text):
    assert len(sentences(text, [Span(0, len(text))])) == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1 712,4 млн", ["1 712,4", "млн"]),
        ("150-ден астам", ["150-ден", "астам"]),
        ("23-інші, 7-ші", ["23-інші", ",", "7-ші"]),
        ("15-қазан", ["15", "-", "қазан"]),
        ("2024-2026", ["2024", "-", "2026"]),
        ("61 %-ы", ["61", "%-ы"]),
        ("қаңтар-мамырда", ["қаңтар", "-", "мамырда"]),
        ("екі-үш рет", ["екі", "-", "үш", "рет"]),
        ("он-он бес", ["он", "-", "он", "бес"]),
        ("бір-бірімен іс-қимыл", ["бір-бірімен", "іс-қимыл"]),
        ("сауда- экономикалық", ["сауда- экономикалық"]),
        ("500мың", ["500", "мың"]),
        ("12 м³/с, 5 м3", ["12", "м³", "/", "с", ",", "5", "м3"]),
        ("кВт·сағ", ["кВт", "·", "сағ"]),
        ("21.08.2025 14:05", ["21.08.2025", "14:05"]),
        ("COVID-19", ["COVID-19"]),
        ("$1,5", ["$", "1,5"]),
    ],
)
def test_tokens(text, words):
    assert [token.text for token in tokens(text, Span(0, len(text)))] == words


def test_a_token_says_its_form():
    case = {
        t.text: t for t in tokens("Бішкектегі айналымының 2-еуін 150-ден елдердің сауда- экономикалық", Span(0, 66))
    }
    assert (case["Бішкектегі"].lemma, case["Бішкектегі"].attributive) == ("бішкек", True)
    assert (case["айналымының"].lemma, case["айналымының"].case, case["айналымының"].possessive) == (
        "айналым",
        "gen",
        True,
    )
    assert (case["150-ден"].lemma, case["150-ден"].case) == ("150", "abl")
    assert (case["елдердің"].lemma, case["елдердің"].plural) == ("ел", True)
    assert case["сауда- экономикалық"].lower == "сауда-экономикалық"


@settings(deadline=None)
@given(st.lists(KAZAKH_LIKE, max_size=40).map("".join))
def test_tokens_hold_every_sign(text):
    read = "".join(token.text for token in tokens(text, Span(0, len(text))))
    assert "".join(read.split()) == "".join(text.split())


@settings(deadline=None)
@given(st.lists(KAZAKH_LIKE, max_size=20).map("".join), st.lists(KAZAKH_LIKE, max_size=20).map("".join))
def test_words_far_apart_are_read_alone(before, after):
    parts = [token.text for part in (before, after) for token in tokens(part, Span(0, len(part)))]
    text = f"{before} ; {after}"
    assert [token.text for token in tokens(text, Span(0, len(text))) if token.text != ";"] == [
        word for word in parts if word != ";"
    ]


@settings(deadline=None)
@given(st.lists(KAZAKH_LIKE, max_size=40).map("".join))
def test_any_text(text):
    whole = [Span(0, len(text))]
    before = 0
    for span in sentences(text, whole):
        assert before <= span.start < span.end <= len(text)
        before = span.end
        last = span.start
        for token in tokens(text, span):
            assert last <= token.span.start < token.span.end <= span.end
            assert token.text == token.span.of(text)
            last = token.span.end
    kept = "".join(span.of(text) for span in sentences(text, whole))
    assert "".join(kept.split()) == "".join(text.split())
