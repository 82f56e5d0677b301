"""Texts whose lines were cut at a column's width: their paragraphs put together again, the other lines left alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from qatynas.model.document import BlockKind, Script
from qatynas.model.span import Span
from qatynas.read import bylines
from qatynas.read.dated import is_date_line
from qatynas.read.furniture import furniture
from qatynas.read.lines import BREAK, LAST, NO_HINT, STOP, Hint, Line, lines_of, stripped, unwrapped

WIDTHS = range(24, 111)  # characters of a column's full line
MEAN = 100  # characters of a line on average from which a text is not looked at: its lines are paragraphs
FEWEST = 5  # lines that run on into the next before a text counts as wrapped
RUN_ON, RUN_ON_CASELESS = 0.3, 0.6  # their share of the lines that have a next one, with capitals and without
FULL, FULL_CASELESS = 0.6, 0.85  # the share of them that must be nearly as long as the longest
NEARLY = 0.7
WIDER = 1.4  # times the width: a longer line was never cut
SHORT = 0.9  # of the width: where the next line's first word would have fitted, the break was meant
INDENT = 2  # spaces more than other lines have, which open a paragraph
HEADS = 3  # lines of a page's head between two parts of a paragraph
HEAD_WORDS = 8
BODY = Hint(kind=BlockKind.PARAGRAPH)  # what a page's head parts, however short a part
PAGE_HEAD = Hint(furniture="a page's head")

_BROKEN_OFF = re.compile("[^\\W_][-\u2010\u2011\u00ad\u00ac\u0640]$")  # hyphens, ¬, tatweel
_LAID_OUT = re.compile(r"\S(?: {4,}|\s*\t\s*)\S|\|")
_OPENING = re.compile(r"[«“„\"'(\[]*")
_WORD = re.compile(r"\S+")
_MARKED = re.compile(r"(?:[•●▪◦■►✓*]|\(?\d{1,3}[.)]|[ⅠⅡⅢⅣⅤIVX]+\.|[^\W\d_]\))\s")
_DASH = re.compile(r"[-–—]\s")
_PAGE = re.compile(r"\W*\d{1,4}\W*$|\W*(?:\d{1,4}\s*-?\s*бет|бет\s*\d{1,4})\b|.*\b\d{1,4}\s*-?\s*бет\W*$")


def paragraphs(text: str, script: Script, start: int = 0) -> tuple[list[Span], list[Hint]]:
    """The paragraphs of text from start on, and what is known of each beforehand ([] where nothing is).

    Where the text is not wrapped these are its lines, but for groups that a mail program broke (`lines.unwrapped`).
    """
    spans = list(stripped(text, start))
    width = _width(text, spans)
    if not width:
        return list(unwrapped(text, spans)), []
    return _Column(text, script, spans, width).parted()


def _width(text: str, spans: Sequence[Span]) -> int:
    """The full length of a wrapped text's lines in characters, 0 where it is not wrapped."""
    if len(spans) <= FEWEST or sum(map(len, spans)) > MEAN * len(spans):
        return 0
    near = [(a, b) for a, b in pairwise(spans) if len(a) < WIDTHS.stop and not _gap(text, a, b)]
    cased = [first for _, b in near if (first := _first(text, b)).lower() != first.upper()]
    caseless = 2 * len(cased) < sum(_first(text, b).isalpha() for _, b in near)
    runs = sorted(len(a) for a, b in near if _runs_on(text, a, b, caseless))
    if len(runs) < max(FEWEST, (RUN_ON_CASELESS if caseless else RUN_ON) * len(near)):
        return 0
    width = runs[int(0.9 * (len(runs) - 1))]
    full = sum(length >= NEARLY * width for length in runs)
    if width not in WIDTHS or full < (FULL_CASELESS if caseless else FULL) * len(runs):
        return 0
    narrow = sum(len(span) for span in spans if len(span) <= WIDER * width)
    return width if 2 * narrow > sum(map(len, spans)) else 0


def _runs_on(text: str, line: Span, after: Span, caseless: bool) -> bool:
    """Whether a line ends in mid-sentence: with a hyphen, or without a stop before a small letter."""
    first = _first(text, after)
    if _broken_off(text, line):
        return first.isalpha()
    return not _stops(text, line) and (first.isalpha() if caseless else first.islower())


def _gap(text: str, line: Span, after: Span) -> bool:
    return len(BREAK.findall(text, line.end, after.start)) > 1


def _first(text: str, line: Span) -> str:
    """The line's first character behind what opens a quotation."""
    opened = _OPENING.match(text, line.start, line.end)
    return text[opened.end() : opened.end() + 1] if opened and opened.end() < line.end else ""


def _stops(text: str, line: Span) -> bool:
    return bool(STOP.search(text, max(line.start, line.end - LAST), line.end))


def _broken_off(text: str, line: Span) -> bool:
    return bool(_BROKEN_OFF.search(text, max(line.start, line.end - 2), line.end))


@dataclass(slots=True)
class _Row:
    """One line of a column. own says that it is no part of a paragraph, indent how many spaces stand before it."""

    line: Line
    span: Span
    indent: int
    stops: bool
    broken_off: bool
    laid_out: bool
    shouted: bool
    first: str
    own: bool = False
    hint: Hint = NO_HINT

    @property
    def is_small(self) -> bool:
        return self.first.islower()


class _Column:
    """The lines of a wrapped text, and which of them go on in the next."""

    def __init__(self, text: str, script: Script, spans: Sequence[Span], width: int) -> None:
        self._text, self._width, self._cased = text, width, script is not Script.ARAB
        self._rows = [self._row(line) for line in lines_of(text, script, spans)]
        self._margin = Counter(row.indent for row in self._rows).most_common(1)[0][0]
        self._mark_page_heads()
        for at in range(len(self._rows)):
            self._rows[at].own = self._rows[at].own or self._is_own(at)

    def parted(self) -> tuple[list[Span], list[Hint]]:
        """The paragraphs and the lines of their own, with their hints."""
        spans: list[Span] = []
        hints: list[Hint] = []
        for before, row in zip([None, *self._rows], self._rows, strict=False):
            if before is not None and self._goes_on(before, row):
                spans[-1] = Span(spans[-1].start, row.span.end)
                hints[-1] = row.hint if row.hint is BODY else hints[-1]
            else:
                spans.append(row.span)
                hints.append(row.hint)
        return spans, hints

    def _row(self, line: Line) -> _Row:
        span, text = line.span, self._text
        before = text[max(0, span.start - 40) : span.start]
        indent = len(before) - len(before.rstrip(" \t\u00a0\u3000"))
        laid_out = bool(_LAID_OUT.search(text, span.start, span.end)) or len(span) > WIDER * self._width
        shouted = self._cased and line.text.isupper()
        first = _first(text, span)
        return _Row(line, span, indent, _stops(text, span), _broken_off(text, span), laid_out, shouted, first)

    def _mark_page_heads(self) -> None:
        """Up to HEADS lines with a page's number or the paper's name, where a sentence goes on behind them."""
        bare = [re.sub(r"[\W\d]+", " ", row.line.key).strip() for row in self._rows]
        counted = Counter(bare)
        named = {name for name in bare[:HEADS] if len(name.split()) > 1}
        for at, row in enumerate(self._rows):
            cut = row.broken_off or len(row.span) >= NEARLY * self._width
            if row.stops or row.laid_out or not cut:
                continue
            end = at + 1
            while end < len(self._rows) and end - at <= HEADS and self._is_page_head(end, bare, counted, named):
                end += 1
            if end == at + 1 or end >= len(self._rows):
                continue
            after = self._rows[end]
            if after.is_small or (after.first.isalpha() and after.first.upper() == after.first.lower()):
                row.hint = after.hint = BODY
                for head in self._rows[at + 1 : end]:
                    head.own, head.hint = True, PAGE_HEAD

    def _is_page_head(self, at: int, bare: Sequence[str], counted: Counter[str], named: set[str]) -> bool:
        row = self._rows[at]
        if row.line.word_count > HEAD_WORDS or row.broken_off:
            return False
        repeated = len(bare[at].split()) > 1 and counted[bare[at]] > 1
        return bool(_PAGE.match(row.line.key)) or (
            at >= HEADS and (repeated or any(name in bare[at] for name in named))
        )

    def _is_own(self, at: int) -> bool:
        """A day, a name, furniture in a line that neither goes on from the line before nor into the next."""
        row = self._rows[at]
        if row.laid_out:
            return True
        before = self._rows[at - 1] if at else None
        after = self._rows[at + 1] if at + 1 < len(self._rows) else None
        last = after is None or after.line.after_gap
        if row.is_small or (after is not None and not last and after.is_small):
            return False
        dated = is_date_line(row.line)
        if dated and at < HEADS and row.line.text[-1] not in ",،":
            return True  # above the title or under it
        closed = before is None or before.stops or before.own or row.line.after_gap or self._is_short(before, row)
        ended = last or row.stops or (after is not None and self._is_short(row, after))
        if not closed or not ended:
            return False
        return (
            dated or (last and bylines.is_name(row.line)) or bylines.is_labelled(row.line) or bool(furniture(row.line))
        )

    def _is_short(self, row: _Row, after: _Row) -> bool:
        """Whether the next line's first word would have fitted into the line."""
        word = _WORD.match(self._text, after.span.start, after.span.end)
        following = len(word[0]) if word else 0
        return len(row.span) + 1 + following <= SHORT * self._width

    def _goes_on(self, row: _Row, after: _Row) -> bool:
        """Whether the paragraph of a line goes on in the next line."""
        if row.own or after.own or after.line.after_gap:
            return False
        if row.broken_off and after.first.isalnum():
            return True
        text = self._text
        closed = row.stops or text[row.span.end - 1] in ":;"
        if closed and (_MARKED.match(text, after.span.start) or _DASH.match(text, after.span.start)):
            return False
        if after.is_small:
            return True
        if self._is_short(row, after) or after.indent >= self._margin + INDENT:
            return False
        return row.stops or row.shouted == after.shouted
