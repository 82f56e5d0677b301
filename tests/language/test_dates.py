"""Date mentions: the table of expressions, one test a row, and what holds for any text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from language.texts import KAZAKH_LIKE

from qatynas.language import dates, tokens
from qatynas.model import Period, Span

ROWS = [
    tuple(line.split("\t"))
    for table in ("date_expressions.tsv", "relative_dates.tsv")
    for line in Path(__file__).with_name(table).read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def read(text, anchor="2025-08-21"):
    return dates(text, tokens(text, Span(0, len(text))), anchor)


REASONS = {"", "no_document_date", "vague", "duration", "any_year", "age", "earlier_text", "no_such_day", "before_era"}


def test_the_table_is_large_enough():
    assert len(ROWS) >= 500


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]}: {row[1]}")
def test_expression(row):
    anchor, marked, value, role, extra = (*row, "", "")[:5] if len(row) < 5 else row
    words = re.findall(r"\[(.*?)\]", marked)[-1]
    text = marked.replace("[", "").replace("]", "")
    found = read(text, None if anchor == "-" else anchor)
    mention = next((m for m in found if m.span.of(text) == words), None)
    assert mention is not None, [m.span.of(text) for m in found]
    assert mention.edtf == (None if value == "-" else value)
    assert mention.role == (role or "in")
    for part in extra.split():
        kind, _, told = part.partition(":")
        assert {"r": mention.recurrence, "s": mention.season, "x": mention.reason}[kind] == told


@settings(deadline=None)
@given(
    st.lists(KAZAKH_LIKE, max_size=30).map("".join),
    st.sampled_from([None, "2025-08-21", "2025-08", "2025", "2024-02-29", "x", "0001", "9999-12-31"]),
)
def test_any_text(text, anchor):
    for mention in read(text, anchor):
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert (mention.edtf is None) == bool(mention.reason or mention.recurrence)
        assert mention.reason in REASONS
        if mention.edtf is not None:
            Period(mention.edtf)
