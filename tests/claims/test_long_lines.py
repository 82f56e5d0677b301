"""One long line, with stops or without any, takes work by its length and loses nothing."""

from __future__ import annotations

import sys

import pytest

from qatynas.claims.extract import extract
from qatynas.language.sentences import sentences
from qatynas.model import Span
from qatynas.read import read_bytes

CLAUSE = (
    "Қазақстан мен Қырғызстанның тауар айналымы 2024 жылы 1,7 миллиард долларға жетіп, 2022 жылғы 22 тамызда Бішкекте "
    "Қасым-Жомарт Тоқаев келісімге қол қойып, әрқайсысы 12 пайызға өсті"
)
LENGTH = 4_000
"""Characters of the shorter line; the longer one has four times as many."""
SLACK = 1.5
"""How many more calls a character the longer line may take; what grows with the square would take four times as many."""


def calls(unit: str, length: int) -> int:
    """How many calls the extraction of a line of this length makes: work, counted and not timed."""
    line = (unit * (length // len(unit) + 1))[:length]
    document = read_bytes(line.encode(), "line.txt", published="2025-08-21")
    count = 0

    def counted(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        assert extract(document).claims
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("mark", [". ", ", ", " ", "; "], ids=["stops", "commas", "nothing", "semicolons"])
def test_work_grows_with_length(mark: str) -> None:
    calls(CLAUSE + mark, LENGTH)  # tables are read and words learnt
    assert calls(CLAUSE + mark, 4 * LENGTH) < 4 * SLACK * calls(CLAUSE + mark, LENGTH)


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
