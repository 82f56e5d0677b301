"""Latin spellings both ways, their detection, markup and streams."""

from __future__ import annotations

import pytest

from qatynas.model import Span
from qatynas.script import Script, align, convert, convert_stream, identify

TEXT = "Қазақстан Үкіметінің мәліметінше, өңірде шұғыл шаралар қабылданды: ұшу, су, ғылым, экономика, қой, химия."


@pytest.mark.parametrize("variant", ["2021", "2019", "2018", "2017"])
def test_there_and_back(variant):
    latin = convert(TEXT, Script.LATN, Script.CYRL, variant)
    assert identify(latin).variant == variant
    assert convert(latin, Script.CYRL) == TEXT


def test_spellings():
    assert convert("Шу өзенінің суы", Script.LATN, style="2021") == "Şu özenınıñ suy"
    assert convert("Шу өзенінің суы", Script.LATN, style="2018") == "Shý ózeniniń sýy"
    assert convert("Шу өзенінің суы", Script.LATN, style="2017") == "S'y' o'zeninin' sy'y"
    assert convert("ҚАЗАҚСТАН ИЯ", Script.LATN) == "QAZAQSTAN İİA"


def test_letters_that_only_the_lexicon_tells():
    assert convert("Vıtse-mınıstr ınvestıtsııa kólemin aıtty, óńirdegi júıe energııa beredi.", Script.CYRL) == (
        "Вице-министр инвестиция көлемін айтты, өңірдегі жүйе энергия береді."
    )


def test_addresses_and_english_stay():
    text = "Tolyğyraq: https://example.kz/qazaq?x=1 nemese aqparat@example.kz, Windows boiynşa öñırlık jauap."
    assert "https://example.kz/qazaq?x=1" in convert(text, Script.CYRL)
    assert "aqparat@example.kz" in convert(text, Script.CYRL)
    assert "Windows" in convert(text, Script.CYRL)


def test_markup_is_kept():
    page = '<p class="қазақ">Қазақ&nbsp;елі <a href="https://қазақ.kz/бет">бет</a> хат: адам@пошта.kz</p>'
    made = convert(page, Script.ARAB, Script.CYRL, keep_markup=True)
    assert made.startswith('<p class="қазақ">قازاق&nbsp;ەلى <a href="https://қазақ.kz/бет">')


def test_streams_equal_whole_texts():
    text = "Қазақстан 1991 жылы тәуелсіздік алды.\nЕл басшысы келді.\n" * 9000
    parts = (text[at : at + 777] for at in range(0, len(text), 777))
    assert "".join(convert_stream(parts, Script.ARAB)) == convert(text, Script.ARAB)
    assert "".join(convert_stream(iter(["бір сөз " * 50_000]), Script.ARAB)) == convert(
        "бір сөз " * 50_000, Script.ARAB
    )


def test_offsets_through_cyrillic():
    text = "Qazaqstan men Qyrğyzstan şekarasynda jeti beket bar."
    aligned = align(text, Script.ARAB)
    place = text.index("Qyrğyzstan")
    target = aligned.to_target(Span(place, place + len("Qyrğyzstan")))
    assert target.of(aligned.text) == "قىرعىزستان"
    assert aligned.to_source(target).of(text) == "Qyrğyzstan"


def test_habits_of_the_press():
    text = "Dıplomatıalyq qatynas ornatyldy, shart ratıfıkasıalandy, ShYU men EAEO-ǵa múshe."
    assert convert(text, Script.CYRL) == (
        "Дипломатиялық қатынас орнатылды, шарт ратификацияланды, ШЫҰ мен ЕАЭО-ға мүше."
    )


@pytest.mark.parametrize("words", ["III тоқсан", "XIX ғасыр", "BI Group", "IV отырыс"])
def test_latin_letters_of_a_cyrillic_text_stay(words: str) -> None:
    for variant in ("2021", "2019", "2018", "2017"):
        assert convert(words, Script.LATN, Script.CYRL, style=variant).startswith(words.split()[0])
