"""The keys of a table's hits, and hits that come in one order in every run."""

from __future__ import annotations

import pytest

from qatynas.language import PhraseTable, tokens
from qatynas.model import Span

TABLE = PhraseTable({"deal": ("келісім",), "sign": ("қол қой",), "hand": ("қол",), "begun": ("келіс*",)})


@pytest.mark.parametrize("text", ["келісімге", "Екі ел келісімге бүгін қол қойды", "қол қойды", "", "көктем"])
def test_keys_are_those_of_all_hits(text):
    words = tokens(text, Span(0, len(text)))
    assert TABLE.keys(words) == {hit.key for hit in TABLE.find(words, overlapping=True)}


def test_a_word_of_several_lemmas_is_met_in_their_order():
    table = PhraseTable({lemma: (lemma,) for lemma in ("қаралып", "қаралу", "қарал", "қарау", "қара")})
    words = tokens("қаралыпты", Span(0, len("қаралыпты")))
    keys = [hit.key for hit in table.find(words)]
    assert len(keys) > 1
    assert keys == sorted(keys)
