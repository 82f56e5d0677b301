"""Phrase tables."""

from __future__ import annotations

import pytest

from qatynas.language import PhraseTable, tokens
from qatynas.model import Span


def found(table, text, **options):
    words = tokens(text, Span(0, len(text)))
    return [(hit.key, hit.span.of(text)) for hit in PhraseTable(table).find(words, **options)]


def test_a_bare_word_takes_endings_and_verbs_any_form():
    table = {"turnover": ["тауар айналым"], "sign": ["қол қою"], "grow": ["көбей"]}
    text = "Тауар айналымының өсімі: құжатқа қол қойылды, сауда көбейіп келеді, тауар айналымы азая береді"
    assert found(table, text) == [
        ("turnover", "Тауар айналымының"), ("sign", "қол қойылды"), ("grow", "көбейіп"), ("turnover", "тауар айналымы"),
    ]  # fmt: skip


def test_prefix_exact_and_choice():
    assert found({"a": ["келіс*"]}, "келісім келіссөз келді") == [("a", "келісім"), ("a", "келіссөз")]
    assert found({"a": ["=елі"]}, "елі елінің") == [("a", "елі")]
    assert found({"a": ["импорт|экспорт көлемі"]}, "импорт көлемі, экспорттың көлемі") == [
        ("a", "импорт көлемі"), ("a", "экспорттың көлемі"),
    ]  # fmt: skip


def test_the_longest_wins_and_hits_do_not_overlap():
    table = {"short": ["сауда"], "long": ["сауда үйі"], "next": ["үйі ашылды"]}
    assert found(table, "сауда үйі ашылды") == [("long", "сауда үйі")]
    assert found(table, "сауда үйі ашылды", overlapping=True) == [
        ("short", "сауда"), ("long", "сауда үйі"), ("next", "үйі ашылды"),
    ]  # fmt: skip


def test_an_empty_pattern_is_refused():
    with pytest.raises(ValueError, match="no words"):
        PhraseTable({"a": [" "]})


def test_nothing_in_nothing():
    assert PhraseTable({"a": ["сауда"]}).find(()) == ()
    assert PhraseTable({}).find(tokens("сауда", Span(0, 5))) == ()
