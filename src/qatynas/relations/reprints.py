"""Which documents print one text: forty reprints of an agency's report are one source.

A document's words, folded so that scripts do not matter, are cut into runs of RUN words (shingles). Two documents are
one text where they share most of them. Candidates are found by the smallest shingles of each (by hash), of which two
near copies share some.
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
SMALLEST = 12  # of two texts that share half of their runs, all twelve smallest differ once in ten thousand


def reprints(extractions: Iterable[Extraction]) -> dict[str, str]:
    """For each document (sha256) the one that stands for its text: of its copies, the first by sha256."""
    runs = {extraction.document.sha256: shingles(extraction) for extraction in extractions}
    found = {key: key for key in sorted(runs)}
    sharing: dict[int, list[str]] = defaultdict(list)
    for key in found:
        for run in sorted(runs[key])[:SMALLEST]:
            sharing[run].append(key)
    for keys in sharing.values():
        texts: list[str] = []  # of the documents that share this run, one of each text
        for key in keys:
            same = [text for text in texts if _one_text(found, runs, text, key)]
            for text in same:
                first, second = sorted((_root(found, text), _root(found, key)))
                found[second] = first
            if not same:
                texts.append(key)
    return {key: _root(found, key) for key in found}


def shingles(extraction: Extraction) -> frozenset[int]:
    """The runs of words of what a document tells, as hashes; a shorter text is one run."""
    told = [block.span for block in extraction.document.blocks if block.kind in TOLD]
    lines = [words for span, words in extraction.canonical_lines if any(map(span.meets, told))]
    words = _WORD.findall(fold(" ".join(lines or _original(extraction, told))))
    runs = (" ".join(words[start : start + RUN]) for start in range(max(1, len(words) - RUN + 1)))
    return frozenset(zlib.crc32(run.encode()) for run in runs)


def likeness(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of runs that two texts have in common: 0 … 1."""
    return len(one & other) / len(one | other) if one or other else 0.0


def _one_text(found: Mapping[str, str], runs: Mapping[str, frozenset[int]], one: str, other: str) -> bool:
    return _root(found, one) == _root(found, other) or likeness(runs[one], runs[other]) >= SAME_TEXT


def _original(extraction: Extraction, told: Iterable[Span]) -> list[str]:
    return [span.of(extraction.document.text) for span in told]


def _root(found: Mapping[str, str], key: str) -> str:
    while found[key] != key:
        key = found[key]
    return key
