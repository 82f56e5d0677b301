"""The heads of a text's lines in Kazakh Cyrillic small letters, with the way back to their own characters."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from qatynas.model.document import Script
from qatynas.model.span import Span
from qatynas.script import align

SAMPLE = 200_000  # letters that the script of a text is told by
BATCH = 64  # lines that are converted together, so that a spelling is told by more than one of them
_OTHERS = re.compile(r"[^\x00-\u024f\u0400-\u052f\u0600-\u06ff]")
_RUNS = {
    Script.CYRL: re.compile("[\u0400-\u052f]+"),
    Script.ARAB: re.compile("[\u0600-\u06ff\ufb50-\ufeff]+"),
    Script.LATN: re.compile("[A-Za-z\u0080-\u024f]+"),
}
_SPACES = "\u00a0\u202f\u2009\u200a\u2007"


@dataclass(frozen=True, slots=True)
class Canonical:
    """text is canonical; original(start, end) is the span, in the whole document, of text[start:end]."""

    text: str
    original: Callable[[int, int], Span] = field(repr=False)


def canonical(text: str, spans: Sequence[Span], script: Script) -> Iterator[Canonical]:
    """The canonical forms of stretches of a text in one script; a stretch may hold no line feed of its own."""
    for first in range(0, len(spans), BATCH):
        yield from _batch(text, spans[first : first + BATCH], script)


def _batch(text: str, spans: Sequence[Span], script: Script) -> Iterator[Canonical]:
    parts = [span.of(text).replace("\n", " ") for span in spans]
    aligned = align("\n".join(parts), Script.CYRL, script)
    converted = aligned.text.split("\n")
    if len(converted) != len(parts):  # a converter that joins lines: one by one, then
        for span in spans:
            yield from (
                _batch(text, [span], script) if len(spans) > 1 else [Canonical(small(span.of(text)), _same(span))]
            )
        return
    begin_there = begin_here = 0
    for span, part, line in zip(spans, parts, converted, strict=True):
        yield Canonical(small(line), _back(aligned.to_source, begin_there, span.start - begin_here, span))
        begin_there += len(line) + 1
        begin_here += len(part) + 1


def _back(to_source: Callable[[Span], Span], offset: int, shift: int, within: Span) -> Callable[[int, int], Span]:
    def original(start: int, end: int) -> Span:
        found = to_source(Span(offset + start, offset + end))
        return Span(max(within.start, found.start + shift), min(within.end, max(within.start, found.end + shift)))

    return original


def _same(span: Span) -> Callable[[int, int], Span]:
    return lambda start, end: Span(min(span.end, span.start + start), min(span.end, span.start + end))


def small(text: str) -> str:
    """Small letters and plain spaces, never more or fewer of them than there were: «İ» stays one character."""
    for space in _SPACES:
        text = text.replace(space, " ")
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


def foreign_script(text: str) -> str:
    """The Unicode name of a script that none of ours is, where most letters are of it; "" where they are not."""
    sample = text[:SAMPLE]
    others: Counter[str] = Counter()
    for letter in _OTHERS.findall(sample):
        if letter.isalpha():
            others[unicodedata.name(letter, "unknown").split()[0]] += 1
    if not others:
        return ""
    ours = sum(map(str.isalpha, _OTHERS.sub("", sample)))
    return others.most_common(1)[0][0].capitalize() if sum(others.values()) > ours else ""


def script_of(text: str) -> Script:
    """The script of most letters; Cyrillic where there are none."""
    sample = text[:SAMPLE]
    cyrillic = sum(map(len, _RUNS[Script.CYRL].findall(sample)))
    if 2 * cyrillic >= len(sample):
        return Script.CYRL
    counts = {script: sum(map(str.isalpha, "".join(runs.findall(sample)))) for script, runs in _RUNS.items()}
    counts[Script.CYRL] = cyrillic
    return max(counts, key=lambda script: (counts[script], script is Script.CYRL))
