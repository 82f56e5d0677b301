"""Stems: lemmas and what endings say; never empty on any word."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qatynas.language import analyse

NOUNS = [
    ("айналымы", "айналым", "nom", False), ("айналымын", "айналым", "acc", False), ("айналымының", "айналым", "gen", False),
    ("қазанынан", "қазан", "abl", False), ("қазанда", "қазан", "loc", False), ("тамызға", "тамыз", "dat", False),
    ("доллармен", "доллар", "ins", False), ("елдердің", "ел", "gen", True), ("еліміздің", "ел", "gen", False),
    ("министрлері", "министр", "nom", True), ("құжатқа", "құжат", "dat", False), ("орнына", "орын", "dat", False),
    ("халқының", "халық", "gen", False), ("кітабы", "кітап", "nom", False), ("бағдарламасына", "бағдарлама", "dat", False),
    ("келісімге", "келісім", "dat", False), ("шекарадан", "шекара", "abl", False), ("су", "су", "nom", False),
    ("оған", "ол", "dat", False), ("бұдан", "бұл", "abl", False), ("АҚШ-тың", "ақш", "gen", False),
    ("сауда-экономикалық", "сауда-экономикалық", "nom", False), ("теңгеден", "теңге", "abl", False),
]  # fmt: skip
VERBS = [
    ("көбейіп", "көбей", "converb"), ("көбею", "көбей", "infinitive"), ("азая", "азай", "converb"), ("ұлғаяды", "ұлғай", "present"),
    ("өсті", "өс", "past"), ("жеткен", "жет", "participle"), ("барады", "бар", "present"), ("бітсе", "біт", "condition"),
    ("тауып", "тап", "converb"), ("арттыруды", "арттыр", "infinitive"), ("қабылдады", "қабылда", "past"),
]  # fmt: skip


@pytest.mark.parametrize(("word", "lemma", "case", "plural"), NOUNS)
def test_noun(word, lemma, case, plural):
    best = analyse(word)[0]
    assert (best.lemma, best.case, best.plural) == (lemma, case, plural)


@pytest.mark.parametrize(("word", "lemma", "form"), VERBS)
def test_verb(word, lemma, form):
    best = analyse(word)[0]
    assert (best.lemma, best.pos, best.form) == (lemma, "verb", form)


@pytest.mark.parametrize("word", ["Бішкектегі", "жылғы", "шекарадағы", "Қазақстандағылар"])
def test_attributive(word):
    assert analyse(word)[0].attributive


def test_negation_is_told():
    assert analyse("аспаған")[0].negative
    assert not analyse("асқан")[0].negative


@settings(deadline=None)
@given(st.text())
def test_any_word(word):
    readings = analyse(word)
    assert readings
    assert all(isinstance(reading.lemma, str) for reading in readings)
