"""The document's own date: chosen among the candidates that `read` found, or inferred from what the text says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from qatynas.language.anchor import point
from qatynas.language.dating_days import LEAP, month_of_death, told_day
from qatynas.language.dating_edges import closing, opening, opening_without_year, scene
from qatynas.language.dating_events import feast_month
from qatynas.language.dating_heads import head_day
from qatynas.language.dating_issues import issue_day
from qatynas.language.dating_later import tells_of_later
from qatynas.language.dating_offices import Tenure
from qatynas.language.dating_words import Parts, is_foreign, state, weekday_in
from qatynas.language.dating_years import Line, Seen, infer_year, sentences_told
from qatynas.language.kk import dating as kk
from qatynas.language.mentions import Token
from qatynas.model.document import TOLD, BlockKind, DateCandidate, DateSource, Document
from qatynas.model.extraction import Dating
from qatynas.model.span import Span
from qatynas.script import Aligned

_BRACKETS = re.compile(r"\(([^()\n©]{6,80})\)")
_SOURCE = re.compile(r"[«\"“]|^\s*[^\W\d_]{3,}|жағдай")
_ORDER = {source: rank for rank, source in enumerate(DateSource)}
_BELOW = 2  # lines under a day's in which its year may stand alone
_BESIDE = 14  # characters beside a day in which its weekday stands
_SEEN = 200  # characters of a line beside the text in which its day stands
_NAMES = {
    DateSource.GIVEN: "as given",
    DateSource.META: "a tag of the page",
    DateSource.HEADER: "the header",
    DateSource.LINE: "the date line",
}


def date_document(
    document: Document,
    aligned: Aligned,
    read_before: Sequence[tuple[BlockKind, Sequence[Token]]] | None = None,
    offices: Callable[[], Iterable[tuple[Tenure, ...]]] = tuple,
) -> Dating:
    """The document's own date, decided among its candidates, or inferred from its content.

    aligned is the document's whole text in Kazakh Cyrillic; read_before its sentences with the kind of their blocks,
    where they have been read already; offices gives the tenures of those whom it names with their offices. basis is
    "stated" only where year and at least month stand in the words of a candidate; a date line without a year gets the
    year that the text tells (`dating_years`), basis "inferred". A year of rights or the day of a copy is no candidate.
    reason says in words what decided.
    """
    said = partial(sentences_told, document, aligned, read_before)

    def year_of(line: Line) -> tuple[int | None, str]:
        return infer_year(said(), line, replace(_seen(document, aligned), offices=tuple(offices())))

    own = [
        candidate
        for candidate in document.dates
        if not _of_the_site(document.text, candidate) and not _of_a_licence(aligned, candidate)
    ]
    read = [(candidate, words, parts) for candidate in own for words, parts in _read(candidate, aligned)]
    read.sort(key=lambda row: (_ORDER[row[0].source], -row[2].precision))
    for candidate, words, parts in read:
        alone = bool(kk.A_YEAR.fullmatch(candidate.words))  # the year of a paper's number, of a book's imprint
        if parts.year is not None and (parts.month is not None or candidate.source is not DateSource.LINE or alone):
            if candidate.source is DateSource.LINE and tells_of_later(aligned.text, said, parts.year):
                continue
            basis = "inferred" if parts.doubtful else "stated"
            return Dating(point(parts.year, parts.month, parts.day), basis, f"{_NAMES[candidate.source]}: «{words}»")
    if (issue := issue_day(document, aligned)) is not None:
        return issue
    for candidate, words, parts in read:
        if parts.year is None and parts.month is not None:
            if (year := _year_on_its_line(aligned, candidate)) is not None:
                reason = f"{_NAMES[candidate.source]}: «{words}», and the year {year} on the same line"
                return Dating(point(year, parts.month, parts.day), "stated", reason)
            named = f"{_NAMES[candidate.source]}: «{words}» has no year"
            year, why = year_of(Line(parts.month, parts.day, parts.weekday))
            if year is None:
                return Dating(None, None, f"{named}, and no words tell it")
            return Dating(point(year, parts.month, parts.day), "inferred", f"{named}; {why}")
    for edge in (opening, closing):
        if (stated := edge(document, aligned, said)) is not None:
            if tells_of_later(aligned.text, said, int((stated.edtf or "0")[:4])):
                continue
            return stated
    for first in (opening_without_year, head_day, scene):
        if (found := first(document, aligned)) is None:
            continue
        parts, words = found
        where = "its head holds" if first is head_day else "the text opens with"
        if parts.year is not None and tells_of_later(aligned.text, said, parts.year):
            continue
        if parts.year is not None:
            return Dating(point(parts.year, parts.month, parts.day), "stated", f"{where} «{words}»")
        year, why = year_of(Line(parts.month or 1, parts.day, parts.weekday))
        if year is not None:
            return Dating(point(year, parts.month, parts.day), "inferred", f"{where} «{words}»; {why}")
    if (told := told_day(said())) is not None:
        day, words = told
        year, why = day.year, "the text counts it from its own day"
        if day.year == LEAP:
            year, why = year_of(Line(day.month, day.day))
        if year is not None:
            return Dating(point(year, day.month, day.day), "inferred", f"«{words}»; {why}")
    if (mourned := month_of_death(said())) is not None:
        day, words = mourned
        return Dating(point(day.year, day.month), "inferred", f"«{words}»: words of mourning follow a death closely")
    year, why = infer_year(said())
    quoted = _latest_quoted(document, aligned)
    if quoted is not None and tells_of_later(aligned.text, said, int(quoted[:4])):
        quoted = None
    if quoted is not None and (year is None or quoted.startswith(point(year))):
        return Dating(quoted, "inferred", f"{quoted} is the latest day of the reports that it quotes")
    if year is not None:
        return Dating(point(year, feast_month(said(), year)), "inferred", why)
    return Dating(None, None, "no date stands in it, and no words tell its year")


def _latest_quoted(document: Document, aligned: Aligned) -> str | None:
    """The latest day in brackets («… («Хабар», 12.02.2025)»), as a text that quotes dated reports has them.

    A day alone in brackets may be a birth's, and one beside the page's other stories is theirs.
    """
    days = []
    told = [aligned.to_target(block.span).of(aligned.text) for block in document.blocks if block.kind in TOLD]
    for found in (found for words in told for found in _BRACKETS.finditer(words)):
        of_act = kk.ACT_BEFORE.search(found.string, 0, found.start())
        parts = state(found[1]) if _SOURCE.search(found[1]) and not of_act else None
        if parts is not None and parts.precision == len(("year", "month", "day")):
            days.append(point(parts.year or 1, parts.month, parts.day))
    return max(days, default=None)


def _year_on_its_line(aligned: Aligned, candidate: DateCandidate) -> int | None:
    """«Бішкек, 16 мамыр. «Дала» апталығы, 2025 жыл»: the one year that stands by itself on the line of a day, or alone
    on one of the next lines («16 мамыр», «№ 35», «2025 жыл»)."""
    if candidate.span is None:
        return None
    day, text = aligned.to_target(candidate.span), aligned.text
    start = text.rfind("\n", 0, day.start) + 1
    end = text.find("\n", day.end)
    line = f"{text[start : day.start]} | {text[day.end : end if end >= 0 else len(text)]}"
    years = {int(found[1]) for found in kk.YEAR_BY_ITSELF.finditer(line)} if len(line) <= _SEEN else set()
    if not years:
        below = [other.strip() for other in text[day.end : day.end + _SEEN].split("\n")[1 : _BELOW + 1]]
        years = {int(found[1]) for other in below if (found := kk.YEAR_BY_ITSELF.fullmatch(other))}
    return years.pop() if len(years) == 1 else None


def _of_the_site(text: str, candidate: DateCandidate) -> bool:
    """«3 наурыз 2026 | $ 498,7 | +4 °C»: what a site shows beside rates and weather is today, not the text's day."""
    if candidate.span is None:
        return False
    start = text.rfind("\n", 0, candidate.span.start) + 1
    line = text[start : text.find("\n", candidate.span.end) if "\n" in text[candidate.span.end :] else len(text)]
    return any(sign in line for sign in kk.OF_THE_DAY)


def _of_a_licence(aligned: Aligned, candidate: DateCandidate) -> bool:
    """«Тіркеу куәлігі, 12.05.2011»: the day of a paper's right to come out, in a line that names it first."""
    if candidate.span is None:
        return False
    day = aligned.to_target(candidate.span)
    return bool(kk.LICENCE.match(aligned.text[aligned.text.rfind("\n", 0, day.start) + 1 : day.start].lower()))


def _seen(document: Document, aligned: Aligned) -> Seen:
    """The days that the page shows beside its text: other stories', the site's own, the last year of its rights."""
    days: list[date] = []
    rights: list[int] = []
    for block in document.blocks:
        if block.kind is not BlockKind.FURNITURE:
            continue
        words = aligned.to_target(block.span).of(aligned.text)[:_SEEN]
        if kk.RIGHTS.search(words):
            rights += [
                int(found[0]) for found in kk.A_YEAR.finditer(words) if not kk.SINCE_THEN.match(words, found.end())
            ]
        elif (day := _whole_day(words)) is not None and not is_foreign(words):
            days.append(day)
    site = [day for c in document.dates if _of_the_site(document.text, c) and (day := _whole_day(c.words)) is not None]
    return Seen(tuple(days), max(rights, default=None), max(site, default=None))


def _whole_day(words: str) -> date | None:
    parts = state(words)
    if parts is None or parts.year is None or parts.month is None or parts.day is None:
        return None
    return date(parts.year, parts.month, parts.day)


def _weekday_beside(aligned: Aligned, span: Span) -> int | None:
    """«Сәрсенбі, 18 маусым. Палата …»: the weekday right before a day, or right after it, on its line."""
    day, text = aligned.to_target(span), aligned.text
    before = text[max(0, day.start - _BESIDE) : day.start].rpartition("\n")[2]
    after = text[day.end : day.end + _BESIDE].partition("\n")[0]
    near = (before.rstrip(" ,("), after.lstrip(" ,("))
    words = ["".join(near[0].split()[-1:]), "".join(near[1].split()[:1]).rstrip(".,):")]
    return next((number for word in words if (number := weekday_in(word.lower())) is not None), None)


def _read(candidate: DateCandidate, aligned: Aligned) -> list[tuple[str, Parts]]:
    """The candidate's words in Cyrillic and what they state; empty where it is no date or not the document's own."""
    words = aligned.to_target(candidate.span).of(aligned.text) if candidate.span else candidate.words
    parts = None if is_foreign(candidate.words) else state(words)
    if parts is None or (parts.precision < len(("year", "month", "day")) and candidate.source is DateSource.LINE):
        as_written = state(candidate.words)  # «19 November 2025» is no Kazakh: it may be spoilt in Cyrillic
        parts = as_written if as_written and as_written.precision > (parts.precision if parts else 0) else parts
    if parts is not None and any(sign in candidate.words.lower() for sign in kk.DOUBTFUL):
        parts = replace(parts, doubtful=True)  # the words in Cyrillic may spell «inferred» otherwise
    if parts is not None and parts.weekday is None and parts.year is None and candidate.span:
        parts = replace(parts, weekday=_weekday_beside(aligned, candidate.span))
    return [(words.strip()[:80], parts)] if parts else []
