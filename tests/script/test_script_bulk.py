"""Long texts, done a block at once, give what their chunks give one by one."""

from __future__ import annotations

import importlib
import random
import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qatynas.script import (
    Script,
    align,
    bulk,
    bulk_reading,
    context,
    convert,
    fold,
    identify,
    lines,
    packed,
    reading_table,
)  # fmt: skip
from qatynas.script.blocks import blocks
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


def test_the_vocabulary(by_chunks):
    text = vocabulary_text()
    for style in STYLES:
        one, other = by_chunks(lambda text, style=style: convert(text, Script.ARAB, Script.CYRL, style), text)
        assert one == other
    one, other = by_chunks(fold, text)
    assert one == other
    one, other = by_chunks(fold, convert(text, Script.ARAB, Script.CYRL))
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


# --- Arabic script into Cyrillic ---------------------------------------------------------------------------------

ARABIC_LETTERS = "ابگدەجزيكقلمنڭوپرستۋۇفحھچشىءئةٵٸـ\u200dﻗ"
ARABIC_PIECES = [
    "قازاقستان", "ءسوز", "«ءسوز", "“ءسوز”،", "(ءسوز)", '"ءسوز"', "ءسوز.", "ءسوز؟»", "ءسوز!", "ءسوز…", "ءسوز…»،", "ملن.", "ملرد",
    "ب", "ۇ", "ۇ،", "ت.", "ا.س.", "ساتىلعانوۆ", "جاپاروۆ،", "جاپاروۆ…", "ەرمەك", "بولات", "ورتالىق", "ازيا", "ازيانىڭ",
    "قىرعىز", "رەسپۋبليكاسى", "قارىم-", "قاتىناس", "1991", "-جىلى", "22-تامىزدا", "٢٠٢٤", "دەگەن", "دەدى،", "–", "-", "...", "»",
    "قاسىم-جومارت", "زۇبالماستان", "ءزۇبالمەستەن،", "WiFi-عا", "қазақ", "2018", "м.", "\n", "\n\n", "", " ",
]  # fmt: skip
arabic_pieces = st.lists(
    st.sampled_from(ARABIC_PIECES)
    | st.text(alphabet=ARABIC_LETTERS, max_size=9)
    | st.text(alphabet=ARABIC_LETTERS + LETTERS + "؟،؛…”“«»()", max_size=6),
    max_size=40,
).map(" ".join)


KEY_WAYS = {"chunks": (False, "(?!)", "(?!)"), "cyrillic": (False, "", "(?!)"), "arabic": (False, "(?!)", "")}


def fold_by(way, text):
    """The key made in one way, whatever the text's letters are; "latin" is for texts that are mostly Latin."""
    folding = importlib.import_module("qatynas.script.fold")
    with pytest.MonkeyPatch.context() as patch:
        latin, cyrillic, arabic = KEY_WAYS.get(way, (True, "(?!)", "(?!)"))
        patch.setattr(bulk, "LONG", 1)
        patch.setattr(folding, "_is_latin", lambda _: latin)
        patch.setattr(folding, "_CYRILLIC", re.compile(cyrillic))
        patch.setattr(folding, "_ARABIC", re.compile(arabic))
        return fold(text)


@settings(deadline=None, max_examples=600)
@given(text=pieces | arabic_pieces)
def test_any_text_into_keys(text):
    chunked = fold_by("chunks", text)
    for way in ("cyrillic", "arabic", "latin"):
        assert fold_by(way, text) == chunked, way


def read_by_chunks(text):
    made, *places = lines.convert_with_offsets(text, lines.Way(lines.reading().convert))
    return made, *places


def meeting_points(source, target):
    """Where chunks begin on both sides; a chunk without characters says nothing."""
    return sorted(set(zip(source, target, strict=True)))


def same_both_ways(text):
    made, source, target = read_by_chunks(text)
    assert bulk_reading.read_block(text) == made
    again, *places = bulk_reading.read_block_with_offsets(text)
    assert again == made
    assert meeting_points(*map(list, places)) == meeting_points(source, target)


@settings(deadline=None, max_examples=400)
@given(text=arabic_pieces.filter(bool))
def test_any_text_from_arabic(text):
    same_both_ways(text)


def test_the_vocabulary_from_arabic():
    some = sorted(words())[::4]
    random.Random(5).shuffle(some)
    marks = [" ", "، ", ". ", "\n", "-", " (", "؟ «", "» ", "! “", "… ", "، – ", "»، "] * 20000
    same_both_ways("".join(word + mark for word, mark in zip(some, marks, strict=False)))


def test_the_corpus_from_arabic(shared):
    for path in sorted(shared.glob("corpus/*/*.txt")):
        text = path.read_text(encoding="utf-8")
        if identify(text).script is not Script.ARAB:
            text = convert(text, Script.ARAB)
        same_both_ways(text)


def test_parts_of_a_block_are_put_together(monkeypatch):
    monkeypatch.setattr(bulk_reading, "_PART", 40)
    text = (
        "«قازاقستان» – مەملەكەت. ەل\n\n\n1991 -جىلى ب ۇ ۇ مۇشەسى.\nت. ساتىلعانوۆ: «زۇبالماستان» دەدى؟ «بارمايمىن!» دەدى.\n"
        * 5
    )
    same_both_ways(text)


def test_a_full_table_starts_anew(monkeypatch):
    first = reading_table.ReadingTable()
    tables = [first]
    monkeypatch.setattr(bulk_reading, "_tables", lambda: tables)
    monkeypatch.setattr(reading_table, "MOST_ROWS", first.count + 50)
    for number in range(40):
        same_both_ways(f"زۇبالماس{'ت' * (number + 1)} {number} ءزۇبالمەس")
    assert tables[0] is not first
    assert tables[0].count <= reading_table.MOST_ROWS


def test_rows_are_found_by_hash():
    some = [f"{number:x}" for number in range(70_000)]
    table = packed.Packed()
    for start in range(0, len(some), 30_000):
        part = some[start : start + 30_000]
        table.add(part, [len(text) for text in part], packed.hashes_of(part))
    rows = table.find(packed.hashes_of(some))
    assert rows.tolist() == list(range(70_000))
    assert table.row[rows, 2].tolist() == [len(text) for text in some]
    assert (table.find(packed.hashes_of(["z", "", "a\0", "\0a"])) == -1).all()
    at, sizes = table.row[[70, 7, 69_999], :2].T
    codes, begins = table.texts(at, sizes)
    assert bulk.text_of(codes) == "46" + "7" + "1116f"
    assert begins.tolist() == [0, 2, 3, 8]


def test_hashes_are_those_of_the_parts_wherever_they_stand():
    text = "сөз ءسوز сөз \0 \0\0 😀 ءسوز"
    codes = bulk.codes_of(text)
    ends = np.append(np.flatnonzero(codes == 32), len(codes))
    found = packed.Sums(codes).hashes(np.append(0, ends[:-1] + 1), ends)
    assert found.tolist() == packed.hashes_of(text.split(" ")).tolist()
    assert len(set(found.tolist())) == 5


def test_rows_of_marks_and_initials_are_walked_over_once(monkeypatch):
    asked = 0
    kind = context.Walk.kind

    def counted(self, at):
        nonlocal asked
        asked += 1
        return kind(self, at)

    monkeypatch.setattr(context.Walk, "kind", counted)
    for piece in (". ", "– ", "ت. ", "ب ", "1 ", "... \n", "ب. ۇ "):
        asked = 0
        convert(piece * 3000, Script.CYRL, Script.ARAB)
        assert asked < 60_000, piece


@pytest.mark.parametrize("text", ["сөз сөз\n" * 40, "сөз. " * 80, "сөз " * 100, "с" * 400, "", "\n"])
def test_blocks_are_bounded_and_lose_nothing(text):
    parts = list(blocks(text, 50))
    assert "".join(parts) == text
    assert all(len(part) <= 100 for part in parts)
    assert all(len(part) >= 50 for part in parts[:-1])
