"""Where a document's own date may stand, best first; language.dates decides which it is."""

from __future__ import annotations

from collections.abc import Sequence

from qatynas.model.document import HEADLINES, BlockKind, DateCandidate, DateSource
from qatynas.read.dated import opens_with_its_day
from qatynas.read.datelines import DateWords, act_date, agency_date, changed_date, month_alone, year_alone
from qatynas.read.lines import Line, starts
from qatynas.read.notes import notes, sitting_day
from qatynas.read.own_days import is_chronicle, of_another
from qatynas.read.words import SOURCES

YEAR_HEAD, YEAR_FOOT = 3, 3  # lines in which a paper's number or a book's imprint stands


def line_dates(lines: Sequence[Line]) -> list[DateCandidate]:
    """Candidates of the lines: those after the title before those above it, then those within, then at the end.

    A line that names its author counts where no line is only a date. Where a text says when it first came out, that
    day goes before all; when it was last changed, after its date lines. A translation is of its own day.
    """
    said = sorted(notes(lines), key=lambda note: not note.translated)
    title = next((line.index for line in lines if line.kind is BlockKind.TITLE), 0)
    datelines = _date_lines(lines)
    datelines = datelines or [line for line in lines if line.kind is BlockKind.BYLINE and line.date]
    below = [line for line in datelines if line.index > title]
    above = [line for line in reversed(datelines) if line.index <= title]
    found = [_candidate(note.line, note.date) for note in said if not note.changed]
    found += [_candidate(line, line.date) for line in (below or above) if line.date]
    sitting = sitting_day(lines)
    found += [_candidate(*sitting)] if sitting else []
    opening = [line for line in lines if line.kind is BlockKind.PARAGRAPH][:1]
    found += [_candidate(line, date) for line in opening if (date := agency_date(line.key))]
    head = lines[title] if title < len(lines) else None
    found += [_candidate(head, head.date)] if head and head.date and opens_with_its_day(head) else []
    found += [_candidate(note.line, note.date) for note in said if note.changed]
    found += [_candidate(line, date) for line in datelines if (date := changed_date(line.key))]
    heads = [line for line in lines if line.kind in HEADLINES][:3]
    found += [_candidate(line, date) for line in heads if not line.ends_sentence and (date := act_date(line.key))]
    found += [_candidate(line, date) for line in heads[:2] if (date := month_alone(line.key))]
    found += _year_of_print(lines)
    return found


def _date_lines(lines: Sequence[Line]) -> list[Line]:
    """The date lines, less those of another's day, of a chronicle's head and of the books that a text used."""
    first = next((line.index for line in lines if line.kind is BlockKind.PARAGRAPH), len(lines))
    sources = next((line.index for line in lines if line.word_count < 3 and starts(line.key, SOURCES)), len(lines))
    told = is_chronicle(lines[:first])
    return [
        line
        for line in lines
        if line.kind is BlockKind.DATELINE and not of_another(line) and not (told and line.index < first)
        if line.index < sources or (line.date and not line.date.others)
    ]


def _year_of_print(lines: Sequence[Line]) -> list[DateCandidate]:
    """The year of a paper's number or of a book in the first or last lines, where just one line tells it."""
    ends = {line.index: line for line in (*lines[:YEAR_HEAD], *lines[-YEAR_FOOT:]) if line.key}
    years = [(line, date) for line in ends.values() if (date := year_alone(line.key))]
    listed = any(starts(line.key, SOURCES) for line in lines[-YEAR_FOOT - 1 :])
    return [_candidate(*years[0])] if len(years) == 1 and not listed else []


def _candidate(line: Line, date: DateWords) -> DateCandidate:
    span = line.words.original(date.start, date.end)
    begin = span.start - line.span.start
    return DateCandidate(DateSource.LINE, line.text[begin : begin + len(span)], span)
