"""One key for a word in any script."""

from __future__ import annotations

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


def test_whole_vocabulary():
    for script, allowed in ((Script.ARAB, 0), (Script.LATN, 10)):
        there = convert("\n".join(VOCABULARY), script, Script.CYRL).split("\n")
        wrong = [word for word, other in zip(VOCABULARY, there, strict=True) if fold(word) != fold(other)]
        assert len(wrong) <= allowed, wrong[:20]


def test_few_words_share_a_key():
    keys: dict[str, int] = {}
    for word in VOCABULARY:
        keys[fold(word)] = keys.get(fold(word), 0) + 1
    assert sum(count for count in keys.values() if count > 1) <= 0.012 * len(VOCABULARY)


def test_keys_are_their_own_keys():
    wrong = [word for word in VOCABULARY if fold(fold(word)) != fold(word)]
    assert not wrong, wrong[:20]
