"""Long texts, done a block at once, give what their chunks give one by one."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qatynas.script import Script, align, bulk, convert, fold
from qatynas.script.lexicon import words
from qatynas.script.styles import STYLES

LETTERS = (
    "абвгғдеёжзиййкқәіңөоуұүһцщъьэюяыієАҚІӨЮЪ ابۆگەءıäğs'’\u00ad\u0306\u0661\n  -.!,,«»019²\ufdd0\ufdd1\ufdd2\ud800😀"
)
pieces = st.lists(
    st.sampled_from(["1991 жылы", "15 қазанда", "1,5", "БҰҰ-ның", "ЮНЕСКО", "иие", "аие", "Жыл", "\n", " ", "қауіп"])
    | st.text(alphabet=LETTERS, max_size=12),
    max_size=30,
).map(" ".join)


@pytest.fixture
def by_chunks(monkeypatch):
    """A function's result with the way of long blocks shut, and with it open for all."""

    def both(action, text):
        results = []
        for least in (10**9, 1):
            monkeypatch.setattr(bulk, "LONG", least)
            results.append(action(text))
        return results

    return both


def vocabulary_text() -> str:
    some = sorted(words().values())[::5]
    random.Random(3).shuffle(some)
    return " ".join(
        word + mark for word, mark in zip(some, [" ", ",", ".", "\n", "-", " (", "? «", ""] * 20000, strict=False)
    )


@settings(deadline=None, max_examples=300)
@given(text=pieces, style=st.sampled_from(sorted(STYLES)))
def test_any_text_into_arabic(text, style):
    how = STYLES[style]
    chunked = convert(text, Script.ARAB, Script.CYRL, style)
    assert bulk.write_arabic(text, how) == chunked
    made, source, target = bulk.write_arabic_with_offsets(text, how)
    assert made == chunked
    assert (source[0], target[0], source[-1], target[-1]) == (0, 0, len(text), len(made))
    assert (source[1:] >= source[:-1]).all()
    assert (target[1:] >= target[:-1]).all()


@settings(deadline=None, max_examples=300)
@given(text=pieces)
def test_any_text_into_keys(text):
    least = bulk.LONG
    try:
        bulk.LONG = 10**9
        chunked = fold(text)
        bulk.LONG = 1
        assert fold(text) == chunked
    finally:
        bulk.LONG = least


def test_the_vocabulary(by_chunks):
    text = vocabulary_text()
    for style in STYLES:
        one, other = by_chunks(lambda text, style=style: convert(text, Script.ARAB, Script.CYRL, style), text)
        assert one == other
    one, other = by_chunks(fold, text)
    assert one == other


def test_offsets_are_those_of_chunks(by_chunks):
    text = "Қазақстан 1991 жылы 16-желтоқсанда, 1992 жылы 2 наурызда БҰҰ-ға мүше болды.\n\nЦемент  экспорты 1,5 есе өсті.\n"

    def places(text):
        aligned = align(text, Script.ARAB, Script.CYRL)
        spans = [bulk_span(aligned, at) for at in range(len(aligned.text))]
        return aligned.text, spans

    one, other = by_chunks(places, text)
    assert one == other


def bulk_span(aligned, at):
    from qatynas.model import Span

    return aligned.to_source(Span(at, at + 1))
