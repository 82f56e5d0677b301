"""Every public function of the layer takes any words at any place; every span gives back its words, in three scripts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from language.texts import KAZAKH_LIKE

from qatynas.language import dates, numbers, sentences, tokens
from qatynas.language.counting import counted_noun, is_each, rate_near
from qatynas.language.endings import harmony, last_sound, sound_class
from qatynas.language.hedges import hedge_after, hedge_before, shrinks
from qatynas.language.mentions import Case
from qatynas.language.names import names
from qatynas.language.names_atoms import atoms, contracted, cuts, folded, key_of, key_words
from qatynas.language.names_found import titled
from qatynas.language.names_spelling import is_given
from qatynas.language.number_cores import core_at
from qatynas.language.number_words import is_shared, is_vague, sign
from qatynas.language.numeral_words import begins_numeral, numeral_word, scale_word
from qatynas.language.numerals import digits_value, is_hyphen, read_numeral
from qatynas.language.roman import read_roman, roman_value
from qatynas.language.stems import analyse, candidates, verb_weight, without_voice
from qatynas.language.tagger_features import features, shape, short_shape
from qatynas.language.tagger_lists import classes, habit
from qatynas.language.tokens import infinitive, lower_form
from qatynas.language.units import sign_before, unit_after
from qatynas.model import Script, Span
from qatynas.model.quantity import Qualifier
from qatynas.script import align, convert

TEXTS = st.lists(KAZAKH_LIKE, max_size=25).map("".join)
OF_WORDS: tuple[Callable[[str], object], ...] = (
    harmony, last_sound, sound_class, key_of, key_words, folded, cuts, contracted, titled, is_given, is_shared, analyse,
    without_voice, verb_weight, numeral_word, scale_word, digits_value, roman_value, shape, short_shape, classes, habit,
    infinitive, lower_form, lambda word: list(candidates(word)), lambda word: features(word.split()),
)  # fmt: skip


@pytest.mark.parametrize("word", ["", "-", "ь", "ъь", "İ", "\u0301", "а-", "-а", "екі-", "²", "ab" * 500])
@pytest.mark.parametrize("function", OF_WORDS)
def test_odd_words(function, word):
    function(word)


@settings(deadline=None, max_examples=60)
@given(st.one_of(st.text(max_size=12), KAZAKH_LIKE))
def test_any_word(word):
    for function in OF_WORDS:
        function(word)


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_any_place(text):
    words = tokens(text, Span(0, len(text)))
    atoms(words)
    for place, token in enumerate(words):
        begins_numeral(token), is_hyphen(token), read_numeral(words, place), read_numeral(words, place, sure=True)
        read_roman(words, place), core_at(words, place), unit_after(words, place), sign_before(words, place)
        hedge_before(words, place), shrinks(words, place), counted_noun(words, place, None), sign(words, place)
        rate_near(words, place, place), is_vague(words, place, place)
        for case in (None, *Case):
            hedge_after(words, place, case)
            is_each(words, place, place, case, Qualifier.EXACT)
    unit_after(words, len(words)), read_numeral(words, len(words)), hedge_after(words, len(words), Case.NOM)


@pytest.mark.parametrize("script", list(Script))
@settings(deadline=None, max_examples=40)
@given(text=TEXTS)
def test_spans_in_every_script(script, text):
    written = convert(text, script)
    aligned = align(written, Script.CYRL, script)
    for span in sentences(aligned.text, [Span(0, len(aligned.text))]):
        words = tokens(aligned.text, span)
        for token in words:
            assert token.span.of(aligned.text) == token.text
        found = (
            *numbers(aligned.text, words),
            *dates(aligned.text, words, "2025-08-21"),
            *names(aligned.text, words),
        )
        for mention in found:
            assert span.covers(mention.span)
            own = aligned.to_source(mention.span)
            assert 0 <= own.start <= own.end <= len(written)
