"""Arabic script, both ways: the press's spelling rules, house styles, capitals, acronyms, noise."""

from __future__ import annotations

import pytest

from qatynas.script import Script, align, convert, doubts


def written(text: str, style: str = "kazinform") -> str:
    return convert(text, Script.ARAB, Script.CYRL, style)


def read(text: str) -> str:
    return convert(text, Script.CYRL, Script.ARAB)


@pytest.mark.parametrize(
    ("cyrillic", "arabic"),
    [
        ("біз", "ءبىز"),  # a front word without ك گ ە
        ("кітап", "كىتاپ"),
        ("бірқатар", "ءبىرقاتار"),
        ("төрағасы", "ءتوراعاسى"),
        ("қазір", "قازىر"),  # begins back
        ("қауіп", "قاۋىپ"),
        ("саммиті", "سامميتى"),  # a loan with a front ending
        ("рөлін", "ءرولىن"),
        ("жиі", "ءجيى"),
        ("тарихи", "تاريحي"),
        ("оқу", "وقۋ"),
        ("экономика", "ەكونوميكا"),
        ("цемент", "تسەمەنت"),
        ("ратификациялау", "راتيفيكاتسيالاۋ"),
        ("июнь", "يۋن"),
        ("Тоқаев", "توقايەۆ"),
        ("Төлеуов", "تولەۋوۆ"),
        ("поезд", "پويەزد"),
        ("һәм", "ءھام"),
        ("Ә. Бөкейхан", "ءا. بوكەيحان"),
    ],
)
def test_spelling_of_the_press(cyrillic, arabic):
    assert written(cyrillic) == arabic


def test_numbers_marks_and_acronyms_of_house_styles():
    text = "1992 жылдың 15 қазанында БҰҰ, ТМД; солай ма?"
    assert written(text) == "1992 -جىلدىڭ 15-قازانىندا ب ۇ ۇ، ت م د؛ سولاي ما؟"
    assert written(text, "egemen") == "1992 جىلدىڭ 15 قازانىندا بۇۇ، تمد؛ سولاي ما؟"
    assert written("бір төр", "xinjiang") == "\u0674بىر \u0674تور"
    assert written("35 жылға жуық, 9 айда") == "35 جىلعا جۋىق، 9 ايدا"


@pytest.mark.parametrize(
    ("arabic", "cyrillic"),
    [
        ("امەريكا", "америка"),
        ("قاتەسى", "қатесі"),
        ("قازىرگى", "қазіргі"),
        ("كوپبالالى", "көпбалалы"),
        ("جاپاروۆ", "жапаров"),
        ("اناليتيكالىق", "аналитикалық"),
        ("كونفەرەنسيالار", "конференциялар"),  # ц before и written as س
        ("ءسوز", "сөз"),
        ("\u0674سوز", "сөз"),
        ("س\u0640وز", "сөз"),
        ("ﻗﺎﺯﺍﻕ", "қазақ"),  # presentation forms
        ("قازاق\u200c", "қазақ"),
        ("ک\u06ccتاب", "китаб"),  # Persian letters
    ],
)
def test_readings(arabic, cyrillic):
    assert read(arabic).lower() == cyrillic


def test_sentences_names_and_acronyms_get_their_capitals():
    text = "استانادا ب ۇ ۇ مەن ە ا ە و وكىلدەرى كەزدەستى. ولار ورتالىق ازيا تۋرالى سويلەستى."
    assert read(text) == "Астанада БҰҰ мен ЕАЭО өкілдері кездесті. Олар Орталық Азия туралы сөйлесті."
    assert read("«الاتاۋ» ج ش س") == "«Алатау» ЖШС"
    assert read("قامبار- اتا گ ە س-1") == "Қамбар-ата ГЭС-1"


def test_initials_and_unknown_family_names():
    assert read("كەشە ش. ايتماتوۆ پەن ت. ساتىلعانوۆ تۋرالى") == "Кеше Ш. Айтматов пен Т. Сатылғанов туралы"
    assert read("مينيستر ەرمەك بورانبەكوۆ كەلدى") == "Министр Ермек Боранбеков келді"


def test_a_quoted_question_goes_on_with_a_small_letter():
    assert read("«بۇل قالاي؟» دەگەن سۇراق قالدى. ەندى نە بولادى؟") == "«Бұл қалай?» деген сұрақ қалды. Енді не болады?"


def test_hyphens_set_off_by_a_space():
    assert read("قارىم- قاتىناس 1991 -جىلى 22-تامىزدا، 7-وتىرىس") == "Қарым-қатынас 1991 жылы 22 тамызда, 7-отырыс"


def test_arabic_digits_and_marks():
    assert read("٢٠٢٤ جىلى ١٫٥ ميلليون، سولاي ما؟") == "2024 жылы 1,5 миллион, солай ма?"


def test_converting_twice_changes_nothing_more():
    text = "Қазақстан мен Қырғызстан 1992 жылы БҰҰ-ға мүше болды."
    once = written(text)
    assert convert(once, Script.ARAB) == once
    assert convert(text, Script.CYRL) == text
    assert written(read(once)) == once


@pytest.mark.parametrize(
    ("noisy", "clean"),
    [
        ("сәуiр", "сәуір"),
        ("Қaзақcтан", "Қазақстан"),
        ("Бiш\u00adкек", "Бішкек"),
        ("жаңа\u200bлық", "жаңалық"),
        ("Бо\u0438\u0306", "Бой"),
        ("Kazinform Wi-Fi COVID", "Kazinform Wi-Fi COVID"),
    ],
)
def test_noise_is_repaired(noisy, clean):
    assert align(noisy, source=Script.CYRL).text == clean


def test_uncertain_words_are_listed_with_what_else_they_could_be():
    text = "قازاقستان مەن ءزۇبالماستان تۋرالى"
    found = doubts(text)
    assert [doubt.span.of(text) for doubt in found] == ["ءزۇبالماستان"]
    assert found[0].others


def test_decimal_commas_and_addresses_keep_their_marks():
    assert written("1,5 млн, 796,2-ге; (3,4)") == "1,5 ملن، 796,2-گە؛ (3,4)"
    assert written("https://example.kz/?a=1,2") == "https://example.kz/?a=1,2"


@pytest.mark.parametrize(
    ("arabic", "cyrillic"),
    [
        ("الماتى مەن وشتى", "Алматы мен Ошты"),
        ("وشتا تۇردى", "Ошта тұрды"),
        ("شىمكەنت پەن وشتىڭ", "Шымкент пен Оштың"),
        ("كەشە وشقا باردى", "кеше Ошқа барды"),
        ("وت ءوشتى", "от өшті"),
    ],
)
def test_a_town_of_two_letters(arabic, cyrillic):
    assert read(f"سول {arabic}").endswith(cyrillic)
