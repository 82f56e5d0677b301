"""One key for a word in any script."""

from __future__ import annotations

import pytest

from qatynas.script import Script, convert, fold
from qatynas.script.lexicon import words

VOCABULARY = sorted({word.lower() for word in words().values()})[::4]


def test_one_key_in_three_scripts():
    keys = {fold(form) for form in ("Қазақстан түріндегі БҰҰ", "قازاقستان تۇرىندەگى ب ۇ ۇ", "Qazaqstan türındegı BŪŪ")}
    assert len(keys) == 1
    assert fold("түр") != fold("тұр")


def test_capitals_marks_and_spellings_do_not_matter():
    assert fold("«Саммит», – деді ол!") == fold("саммит деді ол")
    assert fold("ءسوز") == fold("\u0674سوز") == fold("Сөз")


@pytest.mark.parametrize(
    ("script", "style"),
    [(Script.ARAB, "kazinform"), *((Script.LATN, style) for style in ("2021", "2019", "2018", "2017"))],
)
def test_whole_vocabulary(script, style):
    """Equal for each word alone, and in a text of them all, where its words tell the variant."""
    there = convert("\n".join(VOCABULARY), script, Script.CYRL, style)
    keys = [fold(word) for word in VOCABULARY]
    wrong = [word for word, other, key in zip(VOCABULARY, there.split("\n"), keys, strict=True) if key != fold(other)]
    assert not wrong, wrong[:20]
    assert fold(there) == " ".join(keys)


def test_words_without_marks():
    """A keyboard without marks spells several words alike; the commonest is meant."""
    there = convert("\n".join(VOCABULARY), Script.LATN, Script.CYRL, "ascii").split("\n")
    wrong = [word for word, other in zip(VOCABULARY, there, strict=True) if fold(word) != fold(other)]
    assert len(wrong) <= 0.01 * len(VOCABULARY), wrong[:20]


@pytest.mark.parametrize(
    ("spellings", "word"),
    [
        (("äskeri", "áskeri", "a'skeri", "áskerı"), "әскери"),
        (("shema",), "схема"),
        (("jylgy", "jylğy", "jylǵy", "jylg'y"), "жылғы"),
        (("Shyngyskhan", "Shyńǵyshan", "Şyñğyshan"), "Шыңғысхан"),
    ],
)
def test_spellings_of_one_word(spellings, word):
    assert {fold(spelling) for spelling in spellings} == {fold(word)}


def test_words_of_long_texts_are_cut_at_line_breaks_too():
    assert fold("өзен\n" * 60_000) == " ".join(["өзен"] * 60_000).replace("өзен", fold("өзен"))


def test_few_words_share_a_key():
    keys: dict[str, int] = {}
    for word in VOCABULARY:
        keys[fold(word)] = keys.get(fold(word), 0) + 1
    assert sum(count for count in keys.values() if count > 1) <= 0.012 * len(VOCABULARY)


def test_keys_are_their_own_keys():
    wrong = [word for word in VOCABULARY if fold(fold(word)) != fold(word)]
    assert not wrong, wrong[:20]
