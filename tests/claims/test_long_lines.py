"""One long line, with stops or without any, takes time by its length and loses nothing."""

from __future__ import annotations

import time

import pytest

from qatynas.claims.extract import extract
from qatynas.language.sentences import sentences
from qatynas.model import Span
from qatynas.read import read_bytes

CLAUSE = (
    "Қазақстан мен Қырғызстанның тауар айналымы 2024 жылы 1,7 миллиард долларға жетіп, 2022 жылғы 22 тамызда Бішкекте "
    "Қасым-Жомарт Тоқаев келісімге қол қойып, әрқайсысы 12 пайызға өсті"
)
LENGTH = 6_000
"""Characters of the shorter line; the longer one has four times as many."""
SLACK = 2.5
"""How much longer than by its length the longer line may take: a machine is not idle, and squares would be four."""


def seconds(unit: str, length: int) -> float:
    line = (unit * (length // len(unit) + 1))[:length]
    document = read_bytes(line.encode(), "line.txt", published="2025-08-21")
    best = float("inf")
    for _ in range(2):
        begun = time.process_time()
        assert extract(document).claims
        best = min(best, time.process_time() - begun)
    return best


@pytest.mark.parametrize("mark", [". ", ", ", " ", "; "], ids=["stops", "commas", "nothing", "semicolons"])
def test_time_grows_with_length(mark: str) -> None:
    seconds(CLAUSE + mark, LENGTH)
    assert seconds(CLAUSE + mark, 4 * LENGTH) < 4 * SLACK * seconds(CLAUSE + mark, LENGTH)


@pytest.mark.parametrize("mark", [", ", " ", "; ", ""], ids=["commas", "spaces", "semicolons", "one word"])
def test_a_sentence_without_a_stop_is_cut_where_nothing_is_torn(mark: str) -> None:
    text = (CLAUSE.replace(" ", "") + mark) * 60
    cut = sentences(text, [Span(0, len(text))])
    assert "".join(span.of(text) for span in cut).replace(" ", "") == text.replace(" ", "")
    assert all(len(span) <= 1_000 for span in cut)
    if mark:
        assert all(text[span.end - 1] in mark or text[span.end : span.end + 1] in (" ", "") for span in cut)


def test_a_sentence_of_usual_length_is_whole() -> None:
    text = f"{CLAUSE}, {CLAUSE}."
    assert sentences(text, [Span(0, len(text))]) == [Span(0, len(text))]
