"""Number mentions: the table of phrases, one test a row, and what holds for any text."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from language.texts import KAZAKH_LIKE

from qatynas.language import numbers, tokens
from qatynas.model import Span

ROWS = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("number_expressions.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#") and "x:skip" not in line
]


def read(text):
    return numbers(text, tokens(text, Span(0, len(text))))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_phrase(row):
    marked, value, unit, low, high, qualifier, extra = (*row, "")[:7]
    words = re.findall(r"\[(.*?)\]", marked)[0]
    text = marked.replace("[", "").replace("]", "")
    found = read(text)
    mention = next(
        (m for m in found if m.span.of(text) == words or ("x:whole" in extra and m.span.of(text).startswith(words))),
        None,
    )
    assert mention is not None, [m.span.of(text) for m in found]
    said = mention.quantity
    assert (said.value, said.unit) == (Decimal(value), "" if unit == "-" else unit)
    assert (said.low, said.high) == tuple(None if bound == "-" else Decimal(bound) for bound in (low, high))
    assert said.qualifier == qualifier
    for part in extra.split():
        kind, _, told = part.partition(":")
        if kind == "k":
            assert mention.kind == told
        elif kind == "c":
            assert mention.counted == told
        elif kind == "r":
            assert mention.rate == told
        elif kind == "e":
            assert mention.each
        elif kind == "d":
            assert mention.part_of_date


@pytest.mark.parametrize(
    "text",
    [
        "ел бір ауыздан қолдады", "іс жүзінде орындалды", "жүзін көрсетті", "онда да солай", "оны білеміз",
        "жүздеген адам келді", "мыңдаған жыл", "бірнеше құжат", "біздің еліміз", "мүдделердің бірі", "COVID-19 індеті",
        "бірнеше миллион теңге бөлінді", "бірнеше жүз адам келді", "талай мың тонна жүк", "ондаған миллион доллар",
        "жүз мыңдаған тұрғын", "он мыңдаған кітап", "қаншама миллиард кетті", "бір-бірден кірді", "жүзге айтты",
        "шамадан тыс көп", "Ұлы жүз билері", "Кіші жүзден шыққан",
    ],
)  # fmt: skip
def test_what_is_no_number(text):
    assert [m.span.of(text) for m in read(text) if not m.part_of_date] == []


@settings(deadline=None)
@given(st.lists(KAZAKH_LIKE, max_size=30).map("".join))
def test_any_text(text):
    before = 0
    for mention in read(text):
        assert before <= mention.span.start < mention.span.end <= len(text)
        assert mention.span.covers(mention.digits)
        before = mention.digits.end
        said = mention.quantity
        assert said.low is None or said.low <= said.value
        assert said.high is None or said.value <= said.high
