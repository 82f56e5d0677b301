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


def test_a_piece_of_a_sentence_has_the_hits_that_lie_in_it():
    table = PhraseTable({"short": ["сауда"], "long": ["сауда үйі ашыл"], "any": ["үйі *"], "end": ["үйі"]})
    text = "Кеше сауда үйі ашылды, бүгін сауда тағы өсті, ал үйі тұр"
    words = tokens(text, Span(0, len(text)))
    table.find(words)
    for start in range(len(words)):
        for end in range(start, len(words) + 1):
            anew = tokens(text, Span(words[start].span.start, words[end - 1].span.end)) if end > start else ()
            for piece in (words[start:end], list(words[start:end])):
                assert table.find(piece) == table.find(anew)
                assert table.find(piece, overlapping=True) == table.find(anew, overlapping=True)
                assert table.keys(piece) == table.keys(anew)
                assert [table.longest_at(piece, n) for n in range(len(piece))] == [
                    table.longest_at(anew, n) for n in range(len(anew))
                ]


def test_tokens_taken_out_of_a_sentence_are_no_piece_of_it():
    table = PhraseTable({"both": ["сауда үйі"]})
    words = tokens("сауда , үйі бүгін ашылды", Span(0, 24))
    assert table.find(words) == ()
    assert [hit.key for hit in table.find((words[0], *words[2:]))] == ["both"]
    assert [hit.key for hit in table.find([words[0], words[2]])] == ["both"]


def test_a_table_made_later_finds_in_a_sentence_seen_before():
    words = tokens("сауда үйі бүгін ашылды", Span(0, 22))
    assert PhraseTable({"a": ["жоқ"]}).find(words) == ()
    assert [hit.key for hit in PhraseTable({"b": ["ашыл"]}).find(words)] == ["b"]
