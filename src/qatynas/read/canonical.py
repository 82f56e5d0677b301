"""The heads of a text's lines in Kazakh Cyrillic small letters, with the way back to their own characters."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from qatynas.model.document import Script
from qatynas.model.span import Span
from qatynas.script import align

SAMPLE = 200_000  # letters that the script of a text is told by
BATCH = 64  # lines that are converted together, so that a spelling is told by more than one of them
_LETTERS = ("Lu", "Ll", "Lt", "Lm", "Lo")
_SPACES = str.maketrans("\u00a0\u202f\u2009\u200a\u2007", "     ")


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
    text = text.translate(_SPACES)
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


def foreign_script(text: str) -> str:
    """The Unicode name of a script that none of ours is, where most letters are of it; "" where they are not."""
    others: Counter[str] = Counter()
    ours = 0
    for letter in text[:SAMPLE]:
        if letter < "\u0250" or "\u0400" <= letter <= "\u052f" or "\u0600" <= letter <= "\u06ff":
            ours += letter.isalpha()
        elif unicodedata.category(letter) in _LETTERS:
            others[unicodedata.name(letter, "unknown").split()[0]] += 1
    return others.most_common(1)[0][0].capitalize() if sum(others.values()) > ours else ""


def script_of(text: str) -> Script:
    """The script of most letters; Cyrillic where there are none."""
    counts = dict.fromkeys(Script, 0)
    for letter in text[:SAMPLE]:
        if letter < "\u0250":
            counts[Script.LATN] += letter.isalpha()
        elif "\u0400" <= letter <= "\u052f":
            counts[Script.CYRL] += 1
        elif "\u0600" <= letter <= "\u06ff" or "\ufb50" <= letter <= "\ufeff":
            counts[Script.ARAB] += unicodedata.category(letter) in _LETTERS
    return max(counts, key=lambda script: (counts[script], script is Script.CYRL))
