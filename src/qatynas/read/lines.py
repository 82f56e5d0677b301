"""A document as a row of lines, each seen the way the rules want to see it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from qatynas.model.document import BlockKind, Script
from qatynas.model.span import Span
from qatynas.read.canonical import Canonical, canonical
from qatynas.read.datelines import DateWords, date_in

BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
SEEN = 320  # characters of a line that the rules look at: nothing but prose is longer
LAST = 80  # … and of its end
PROSE = 60  # a line with a full stop at its end is prose from this many characters on
LONG = 160  # a line without one is prose from here on
STOP = re.compile(r"[.!?…؟۔][\"'»”)\]]*\s*$")
_WORD = re.compile(r"[^\W\d_]{2,}")
HARD_WRAP = range(40, 100)
_PARTED = re.compile(r"[|│\t]")  # a table's rows are no broken prose


@dataclass(frozen=True, slots=True)
class Hint:
    """What a page's markup says of a line: a tag's kind, whether it is a menu, how much of it is links."""

    kind: BlockKind | None = None
    furniture: str = ""
    links: float = 0.0


NO_HINT = Hint()


@dataclass(slots=True)
class Line:
    """One line. words is its canonical form (the first SEEN characters), key their text; after_gap says an empty line
    stands before."""

    index: int
    span: Span
    text: str
    words: Canonical
    after_gap: bool = False
    hint: Hint = NO_HINT
    date: DateWords | None = None
    kind: BlockKind | None = None
    why: str = ""
    word_count: int = 0
    ends_sentence: bool = False
    is_prose: bool = field(default=False)
    key: str = field(init=False)

    def take(self, kind: BlockKind, why: str) -> None:
        """Settle what the line is, and why; a line is settled once."""
        if self.kind is None:
            self.kind, self.why = kind, why

    def __post_init__(self) -> None:
        self.key = self.words.text


def starts(line: str, entries: tuple[str, ...]) -> str:
    """The entry that line begins with as whole words (an ending may follow), or ""."""
    bare = line.lstrip("-–—•●■►▶→*#>«\"' \u200f\u200e")
    if not bare.startswith(entries):
        return ""
    return next(
        (entry for entry in entries if bare.startswith(entry) and not bare[len(entry) : len(entry) + 1].isalpha()), ""
    )


def lines_of(text: str, script: Script, spans: Sequence[Span], hints: Sequence[Hint] = ()) -> list[Line]:
    """The stretches of text that spans names (stripped() or unwrapped(), or a page's blocks), as lines."""
    found: list[Line] = []
    last_end = 0
    heads = canonical(text, [Span(span.start, min(span.end, span.start + SEEN)) for span in spans], script)
    for order, (span, words) in enumerate(zip(spans, heads, strict=True)):
        gap = len(BREAK.findall(text, last_end, span.start)) > 1
        hint = hints[order] if hints else NO_HINT
        found.append(_line(len(found), span, text, words, gap, hint))
        last_end = span.end
    return found


def _line(index: int, span: Span, text: str, words: Canonical, gap: bool, hint: Hint) -> Line:
    seen = text[span.start : min(span.end, span.start + SEEN)]
    whole = len(span) <= SEEN
    stop = bool(STOP.search(text, max(span.start, span.end - LAST), span.end))
    date = date_in(words.text) if whole else None
    count = len(_WORD.findall(words.text))
    prose = len(span) >= LONG or (stop and len(span) >= PROSE) or (stop and count >= 6)
    return Line(index, span, seen, words, gap, hint, date, None, "", count, stop, prose)


def stripped(text: str, start: int = 0) -> Iterator[Span]:
    """The spans of text's lines from start on, without the spaces around them; empty lines are left out."""
    breaks = ((found.start(), found.end()) for found in BREAK.finditer(text, start))
    for end, after in chain(breaks, [(len(text), len(text))]):
        line = text[start:end]
        bare = line.strip()
        if bare:
            begin = start + len(line) - len(line.lstrip())
            yield Span(begin, begin + len(bare))
        start = after


def unwrapped(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Lines, with those that a mail program or typewriter broke in mid-sentence joined again into paragraphs."""
    group: list[Span] = []
    for span in spans:
        if group and len(BREAK.findall(text, group[-1].end, span.start)) > 1:
            yield from _joined(text, group)
            group = []
        group.append(span)
    yield from _joined(text, group)


def _joined(text: str, group: list[Span]) -> Iterator[Span]:
    """A group of neighbouring lines as one where they look broken at a fixed width, else as they are."""
    if len(group) >= 3 and _broken(text, group):
        yield Span(group[0].start, group[-1].end)
    else:
        yield from group


def _broken(text: str, group: list[Span]) -> bool:
    """Lines of nearly one width that end in mid-sentence; where there are small letters, the next begins with one."""
    widest = max(len(span) for span in group)
    if widest not in HARD_WRAP or 2 * sum(bool(_PARTED.search(span.of(text))) for span in group) > len(group):
        return False
    before, following = group[:-1], group[1:]
    full = sum(len(span) >= 0.75 * widest for span in before)
    open_ends = sum(not STOP.search(text, max(span.start, span.end - LAST), span.end) for span in before)
    small = sum(text[span.start].islower() for span in following)
    large = sum(text[span.start].isupper() or text[span.start].isdigit() for span in following)
    cased = small >= large if small + large else len(group) >= 5
    return cased and full >= 0.9 * len(before) and open_ends >= 0.6 * len(before)
