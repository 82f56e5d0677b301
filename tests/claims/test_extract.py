"""Extraction as a whole: it never raises, its quotes are the text's own, it takes nothing twice."""

from __future__ import annotations

import itertools
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qatynas.claims import extract
from qatynas.demo import NOTES
from qatynas.model import Extraction, InputError
from qatynas.read import read_bytes, read_path

OWN = [*sorted(NOTES.glob("*.txt")), *sorted((Path(__file__).parents[1] / "articles").rglob("*.txt"))]
TEXTS = [path.read_text(encoding="utf-8") for path in OWN]
SENTENCES = [one for text in TEXTS for one in text.replace("\n", ". ").split(". ") if one.strip()]


def extracted(text: str) -> Extraction | None:
    """The extraction of a text, None where reading refuses it in a line; anything else is a fault."""
    try:
        document = read_bytes(text.encode("utf-8", "surrogatepass"), "a.txt")
    except InputError:
        return None
    return extract(document)


def check_quotes(extraction: Extraction) -> None:
    text = extraction.document.text
    for claim in extraction.claims:
        assert text[claim.span.start : claim.span.end] == claim.quote
        assert claim.quote.strip()
        assert len(claim.parties) >= 2
        for support in claim.support:
            assert 0 <= support.span.start <= support.span.end <= len(text)
    for left in extraction.leftovers:
        assert text[left.span.start : left.span.end] == left.quote


@pytest.mark.parametrize("path", OWN, ids=lambda p: p.stem)
def test_quotes_of_the_own_notes(path: Path) -> None:
    extraction = extract(read_path(path))
    assert extraction.claims, "a note that says nothing"
    check_quotes(extraction)


def test_quotes_of_the_whole_corpus_and_none_is_passed_over(shared: Path) -> None:
    for path in sorted((shared / "corpus").rglob("*.txt")):
        extraction = extract(read_path(path))
        assert not extraction.relevance, path.name
        check_quotes(extraction)


def test_the_second_seed_s_furniture_gives_nothing(shared: Path) -> None:
    path = shared / "corpus" / "seeds" / "olzhaev-2024-04-20.cyrl.txt"
    extraction = extract(read_path(path))
    furniture = extraction.document.text.index("02 мамыр, 16:01")
    assert all(claim.span.end <= furniture for claim in extraction.claims)
    assert extraction.dating.edtf is not None
    assert (extraction.dating.edtf[:7], extraction.dating.basis) == ("2024-04", "inferred")


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=300))
def test_any_text_at_all(text: str) -> None:
    if extraction := extracted(text):
        check_quotes(extraction)


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(TEXTS), st.integers(0, 3000), st.integers(0, 3000), st.text(max_size=8))
def test_truncated_doubled_and_soiled_notes(text: str, start: int, end: int, dirt: str) -> None:
    for piece in (text[start:], text[:end], text[:end] + dirt + text[end:], text + text):
        if extraction := extracted(piece):
            check_quotes(extraction)


def torn(dice: random.Random) -> str:
    """Twelve sentences of all articles, whole, glued half to half, with words moved, or with marks set at random."""
    told = dice.sample(SENTENCES, 12)
    match dice.randrange(4):
        case 1:
            told = [one[: len(one) // 2] + other[len(other) // 2 :] for one, other in itertools.pairwise(told)]
        case 2:
            words = " ".join(told).split()
            for _ in range(20):
                words.insert(dice.randrange(len(words)), words.pop(dice.randrange(len(words))))
            told = [" ".join(words)]
        case 3:
            letters = list(". ".join(told))
            for _ in range(60):
                letters[dice.randrange(len(letters))] = dice.choice(",«»–5.()\n ")
            told = ["".join(letters)]
    return "Қазақстан мен Қырғызстан\n2025 жылғы 3 наурыз\n\n" + ". ".join(told)


@pytest.mark.parametrize("seed", range(4))
def test_sentences_torn_and_glued(seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(60):
        if extraction := extracted(torn(dice)):
            check_quotes(extraction)


@pytest.mark.parametrize("path", OWN, ids=lambda p: p.stem)
def test_reading_twice_is_the_same(path: Path) -> None:
    assert extract(read_path(path)).claims == extract(read_path(path)).claims
