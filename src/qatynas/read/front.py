"""Header fields before a text: «title: …», «date: …» lines, or « date 2025-08-21 » before the title."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qatynas.model.span import Span
from qatynas.read.lines import BREAK

_FIELD = re.compile(r"[ \t]*([A-Za-z][A-Za-z _-]{1,24})[ \t]*:[ \t]*(.*)")
_FENCE = re.compile(r"[ \t]*---[ \t]*")
_INLINE = re.compile(
    r"[\s\ufeff]*(?:date|published|күні|дата)\s*[:=]?\s*(\d{4}-\d{2}(?:-\d{2})?)(?:[T ]\d{2}:\d{2}\S*)?[ \t]*",
    re.IGNORECASE,
)
NAMES = {
    "title": "title", "headline": "title", "date": "date", "published": "date", "publication date": "date",
    "address": "address", "url": "address", "link": "address", "canonical": "address", "source": "address",
    "author": "author", "by": "author", "language": "language", "lang": "language",
}  # fmt: skip
LEAST_FIELDS = 2


@dataclass(frozen=True, slots=True)
class Front:
    """Header fields: name → (value, its span). lines are the header's lines; the text itself begins at end."""

    fields: dict[str, tuple[str, Span]]
    lines: tuple[Span, ...]
    end: int


def front(text: str) -> Front:
    """The header of text, empty where it has none."""
    inline = _INLINE.match(text[:200])
    if inline:
        span = Span(inline.start() + len(inline[0]) - len(inline[0].lstrip()), inline.start() + len(inline[0].rstrip()))
        return Front({"date": (inline[1], Span(*inline.span(1)))}, (span,), inline.end())
    return _fields(text)


def _fields(text: str) -> Front:
    fields: dict[str, tuple[str, Span]] = {}
    lines: list[Span] = []
    start, fenced, named = 0, False, 0
    while start < len(text):
        found = BREAK.search(text, start)
        end, after = (found.start(), found.end()) if found else (len(text), len(text))
        line = text[start : min(end, start + 4000)]
        match = _FIELD.fullmatch(line)
        if _FENCE.fullmatch(line) and (not lines or fenced):
            lines.append(_bare(text, start, end))
            fenced = not fenced
            if not fenced:
                start = after
                break
        elif match:
            named += match[1].lower() in NAMES
            lines.append(_bare(text, start, end))
            value = match[2].strip().strip("\"'")
            at = start + match.start(2) + (match[2].index(value) if value else 0)
            fields.setdefault(NAMES.get(match[1].lower(), match[1].lower()), (value, Span(at, at + len(value))))
        elif line.strip() or not lines:
            break
        else:
            start = after
            break
        start = after
    if named < LEAST_FIELDS or fenced:
        return Front({}, (), 0)
    return Front(fields, tuple(lines), start)


def _bare(text: str, start: int, end: int) -> Span:
    line = text[start:end]
    begin = start + len(line) - len(line.lstrip())
    return Span(begin, begin + len(line.strip()))
