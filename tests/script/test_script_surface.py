"""The script room's front door, on any text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from qatynas.model import Span
from qatynas.script import Script, align, convert, fold, identify

LETTERS = "абвгғдеәіңөүұқһъьэюяcopaeiыАҚІӨ ابۆگعدەجزيكقلمنڭوپرستۋۇفحھچشى،ءٴـİıäñğūśsh'’’\u00ad\u200d\u0306\n -.!«»019"
texts = st.text(alphabet=LETTERS, max_size=60) | st.text(max_size=40)


@settings(deadline=None)
@given(texts, st.sampled_from(Script), st.none() | st.sampled_from(Script))
def test_total_and_covering_on_any_text(text, to, source):
    identify(text)
    fold(text)
    aligned = align(text, to, source)
    assert aligned.text == convert(text, to, source)
    whole = Span(0, len(aligned.text))
    assert aligned.to_source(whole) == Span(0, len(text))
    assert aligned.to_target(Span(0, len(text))) == whole


@settings(deadline=None)
@given(texts, st.sampled_from(Script))
def test_offsets_are_monotone(text, to):
    aligned = align(text, to)
    for size, move in ((len(aligned.text), aligned.to_source), (len(text), aligned.to_target)):
        spans = [move(Span(at, at + 1)) for at in range(size)]
        assert all(a.start <= b.start and a.end <= b.end for a, b in pairwise(spans))


@settings(deadline=None)
@given(st.text(alphabet=LETTERS.replace("\u0306", ""), max_size=60), st.sampled_from(Script))
def test_converting_twice_changes_nothing_more(text, script):
    once = convert(text, script)
    assert convert(once, script, script) == once


def test_words_lie_where_they_were():
    text = "قازاقستان مەن قىرعىزستان 1992 -جىلى ب ۇ ۇ مۇشەسى بولدى."
    aligned = align(text)
    assert aligned.text == "Қазақстан мен Қырғызстан 1992 жылы БҰҰ мүшесі болды."
    place = aligned.text.index("БҰҰ")
    assert aligned.to_source(Span(place, place + 3)).of(text) == "ب ۇ ۇ"
    place = aligned.text.index("1992 жылы")
    assert aligned.to_source(Span(place, place + 9)).of(text) == "1992 -جىلى"


def test_lookalikes_in_cyrillic_words_are_repaired():
    aligned = align("20 cәуiрде Бі\u00adшкекте")
    assert aligned.text == "20 сәуірде Бішкекте"
    assert aligned.to_source(Span(11, 19)).of(aligned.original) == "Бі\u00adшкекте"
