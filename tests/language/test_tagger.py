"""The trained tagger: its labels' shape, what it sees, and that it fills only what lists and patterns leave."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qatynas.language.mentions import NameType
from qatynas.language.names import names
from qatynas.language.tagger import WEIGHTS, likely, spans, tag
from qatynas.language.tagger_features import features, shape, short_shape
from qatynas.language.tokens import tokens
from qatynas.model import Span

SENTENCE = ["2021", "жылы", "Берлинде", "Ангела", "Меркель", "екі", "миллион", "еуро", "бөлді", "."]


def test_weights_are_small_enough_to_ship() -> None:
    assert WEIGHTS.stat().st_size < 4_000_000


def test_a_label_for_every_word() -> None:
    labels = tag(SENTENCE)
    assert len(labels) == len(SENTENCE)
    kinds = {(" ".join(SENTENCE[first:last]), kind) for first, last, kind in spans(labels)}
    assert ("2021 жылы", "DATE") in kinds
    assert ("Берлинде", "GPE") in kinds
    assert ("Ангела Меркель", "PERSON") in kinds
    assert ("екі миллион еуро", "MONEY") in kinds


def test_spans_of_labels() -> None:
    labels = ["B-GPE", "B-GPE", "I-GPE", "O", "I-DATE", "B-LAW", "I-ART"]
    assert spans(labels) == [(0, 1, "GPE"), (1, 3, "GPE"), (4, 5, "DATE"), (5, 6, "LAW"), (6, 7, "ART")]
    assert spans([]) == []


def test_shapes() -> None:
    assert shape("Қасым-Жомарт") == "Xxxxx-Xx"
    assert short_shape("Қасым-Жомарт") == "Xx-Xx"
    assert short_shape("150-ден") == "0-x"


def test_no_words_no_labels() -> None:
    assert tag([]) == []
    assert likely([]) == []


def test_a_name_that_no_list_knows_is_filled_in() -> None:
    text = "Кеше Нюрнберг қаласынан келген Маркус Зөдер фабриканы аралады."
    found = {(name.type, name.canonical) for name in names(text, tokens(text, Span(0, len(text))))}
    assert (NameType.PERSON, "Маркус Зөдер") in found


@given(st.lists(st.text(min_size=1, max_size=12), max_size=12))
def test_total(words: list[str]) -> None:
    assert len(tag(words)) == len(words) == len(features(words))
    for first, last, _, chance in likely(words):
        assert 0 <= first < last <= len(words)
        assert 0 <= chance <= 1.0001
