"""A document's own day where no line is known as its date line: the date that stands by itself in its head."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qatynas.language.dating_words import Parts, is_foreign, state
from qatynas.language.kk import dating as kk
from qatynas.language.kk.calendar import MONTHS, WEEKDAYS
from qatynas.model.document import BlockKind, Document
from qatynas.model.span import Span
from qatynas.read.words import BUTTONS, ELSEWHERE, INVITED
from qatynas.script import Aligned

_LINES = 6
_PROSE = 14  # words of a line that is prose
_LONGEST = 240
_SHOWN = 60
_MONTH = rf"(?:{'|'.join(MONTHS)})"
_YEAR = r"(?:19|20)\d\d"
_YEAR_WORD = r"(?:\s*-?\s*(?:жылғы|жылдың|жылы|жыл|ж\b\.?))?"
_WEEKDAY = rf"(?:(?:{'|'.join(WEEKDAYS)}|дс|сс|ср|бс|жм|сб|жс|пн|вт|чт|пт|вс)\.?,?\s+)?"
_WEEKDAY_AFTER = rf"(?:,?\s+\(?(?:{'|'.join(WEEKDAYS)})\b)?"
_DATE = (
    rf"{_YEAR}{_YEAR_WORD},?\s*(?:\d{{1,2}}(?:-?(?:ші|шы))?[\s-]*)?{_MONTH}"
    rf"|(?:\d{{1,2}}(?:-?(?:ші|шы))?[\s-]*)?{_MONTH},?\s*{_YEAR}{_YEAR_WORD}"
    rf"|\d{{1,2}}[./]\d{{1,2}}[./](?:{_YEAR}|\d\d)(?:\s*ж\.?)?"
    rf"|{_YEAR}-\d\d-\d\d"
    rf"|\d{{1,2}}(?:-?(?:ші|шы))?[\s-]*{_MONTH}"
)
_UPDATED = r"(?:толықтыр|жаңарт|жаңғырт|жарияла|жарық көр|шыққ|қосыл)\w*"
_ALONE = re.compile(
    rf"(?:^|[.;|·•/›»,]\s*|\s{{2,}}|{_UPDATED}[^:|]{{0,20}}:\s*)(?P<day>{_WEEKDAY}(?:{_DATE}){_WEEKDAY_AFTER})(?=\s*(?:[.;|·•/)]|,(?!\d)|$|\s{{2,}}|\s+\d{{1,2}}[:.]\d\d|T\d))",
    re.IGNORECASE,
)
_BARS = re.compile(r"[|·•/›]")
_ANOTHERS = re.compile(
    rf"(?<!\w)(?:{'|'.join((*ELSEWHERE, *INVITED))})|©|^\W*(?:сурет|фото)|\b(?:usd|eur|rub)\b"
    r"|хат|сауал|қаулы|бұйрық|туралы|[–—]\s*\d|\d\s*[–—]",
    re.IGNORECASE,
)


def head_day(document: Document, aligned: Aligned) -> tuple[Parts, str] | None:
    """The one date that stands by itself, between stops or bars, in a line above a text's prose. Lines of rates, rights
    and other stories have none; where several stand they are a list's. None where there is none."""
    found = [
        (parts, match["day"].strip()[:_SHOWN])
        for line in _head(document, aligned)
        for match in _ALONE.finditer(line)
        if not kk.OF_THAT_DAY.match(line, match.end())
        if (parts := state(match["day"])) is not None and parts.month is not None
    ]
    return found[0] if len({parts for parts, _ in found}) == 1 else None


def _head(document: Document, aligned: Aligned) -> Iterator[str]:
    """The lines above the first one of prose, in Cyrillic."""
    begin, lines = 0, 0
    for written in document.text.splitlines(keepends=True):
        span = Span(begin, begin + len(written.rstrip("\r\n")))
        begin += len(written)
        if not written.strip():
            continue
        line = aligned.to_target(span).of(aligned.text)
        lines += 1
        if lines > _LINES or len(line.split()) > _PROSE or _is_paragraph(document, span, line):
            return
        foreign = is_foreign(written) or is_foreign(line) or any(sign in written for sign in kk.OF_THE_DAY)
        parts = {part.strip().lower() for part in _BARS.split(line)}
        if not foreign and parts.isdisjoint(BUTTONS) and len(line) <= _LONGEST and not _ANOTHERS.search(line):
            yield line


def _is_paragraph(document: Document, span: Span, line: str) -> bool:
    """Whether a line is told prose: a paragraph that begins with no label and ends like a sentence."""
    if not any(block.kind is BlockKind.PARAGRAPH and block.span.meets(span) for block in document.blocks):
        return False
    return not _ALONE.search(line)
