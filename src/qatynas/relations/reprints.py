"""Which documents print one text: forty reprints of an agency's report are one source.

A document's words, folded so that scripts do not matter, are cut into runs of RUN words (shingles). Two documents print
one text where they share most of them, and so do all that hang together by such pairs. Pairs are found by sketches:
of each of SLOTS parts of all runs a sketch holds the document's smallest, and two documents with an equal band (a few
slots) are compared run by run.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping

from qatynas.model.document import TOLD
from qatynas.model.extraction import Extraction
from qatynas.model.span import Span
from qatynas.script import fold

_WORD = re.compile(r"\w+")

RUN = 3  # words; a word that scripts spell in two ways spoils three runs, so that longer runs would lose more
# Share of common runs (Jaccard). Measured on the corpus: two different texts share 0.03 at most; a text and its
# conversion to another script 0.86 at least, but short notes in rare Latin spellings, which go down to 0.37
# (`python bench/joins.py --reprints`).
SAME_TEXT = 0.35
# A slot is equal in two sketches as often as their texts share runs, so a band of three in one of 43,000 pairs of texts
# that share 0.03, and one of 32 bands in 99.999 of 100 pairs that share 0.7, in 75 of those that share 0.35.
SLOTS, BAND = 96, 3

Runs = frozenset[int]


def reprints(extractions: Iterable[Extraction]) -> dict[str, str]:
    """For each document (sha256) the one that stands for its text: of its copies, the first by sha256."""
    return texts_of({extraction.document.sha256: shingles(extraction) for extraction in extractions})


def texts_of(runs: Mapping[str, Runs]) -> dict[str, str]:
    """The same, by the documents' runs."""
    found = {key: key for key in sorted(runs)}
    sharing: dict[int, list[str]] = defaultdict(list)
    for key in found:
        for band in bands(runs[key]):
            for other in sharing[band]:
                first, second = sorted((_root(found, other), _root(found, key)))
                if first != second and is_one_text(runs[other], runs[key]):
                    found[second] = first
            sharing[band].append(key)
    return {key: _root(found, key) for key in found}


def shingles(extraction: Extraction) -> Runs:
    """The runs of words of what a document tells, as hashes; a shorter text is one run."""
    told = [block.span for block in extraction.document.blocks if block.kind in TOLD]
    lines = [words for span, words in extraction.canonical_lines if any(map(span.meets, told))]
    words = _WORD.findall(fold(" ".join(lines or _original(extraction, told))))
    runs = (" ".join(words[start : start + RUN]) for start in range(max(1, len(words) - RUN + 1)))
    return frozenset(zlib.crc32(run.encode()) for run in runs)


def likeness(one: Runs, other: Runs) -> float:
    """The share of runs that two texts have in common: 0 … 1."""
    common = len(one & other)
    return common / (len(one) + len(other) - common) if one or other else 0.0


def is_one_text(one: Runs, other: Runs) -> bool:
    """Whether two documents with these runs print one text."""
    return likeness(one, other) >= SAME_TEXT


def bands(runs: Runs) -> list[int]:
    """Numbers of which documents that print one text share some, and others hardly ever."""
    sketch = _sketch(runs)
    rows = SLOTS // BAND
    return [hash((place, *sketch[place::rows])) for place in range(rows)]


# Odd numbers by which runs are spread over slots and ordered within them, and by which an empty slot finds another.
_SPREAD, _ORDER, _STEP, _SHIFT = 0x9E3779B1, 0x85EBCA6B, 1_103_515_245, 12_345
_WORD_MASK = 0xFFFFFFFF


def _sketch(runs: Runs) -> list[int]:
    """Of each slot the smallest run in it; an empty one takes that of another, tried in an order of its own."""
    smallest: dict[int, int] = {}
    for run in runs:
        spread = (run * _SPREAD) & _WORD_MASK
        slot, value = (spread >> 7) % SLOTS, (spread * _ORDER) & _WORD_MASK
        if value <= smallest.get(slot, value):
            smallest[slot] = value
    return [smallest[_filled(slot, smallest)] for slot in range(SLOTS)] if smallest else [0] * SLOTS


def _filled(slot: int, smallest: Mapping[int, int]) -> int:
    step = slot
    while slot not in smallest:
        step = (step * _STEP + _SHIFT) & _WORD_MASK
        slot = (step >> 8) % SLOTS
    return slot


def _original(extraction: Extraction, told: Iterable[Span]) -> list[str]:
    return [span.of(extraction.document.text) for span in told]


def _root(found: Mapping[str, str], key: str) -> str:
    while found[key] != key:
        key = found[key]
    return key
