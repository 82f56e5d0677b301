"""The document's own date: chosen among the candidates that `read` found, or inferred from what the text says."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from qatynas.language.anchor import is_day, point
from qatynas.language.date_mentions import dates
from qatynas.language.dating_years import Said, infer_year, sentences_told
from qatynas.language.kk import calendar
from qatynas.language.kk import dating as kk
from qatynas.language.mentions import Token
from qatynas.language.tokens import lower_form, tokens
from qatynas.model.document import BlockKind, DateCandidate, DateSource, Document, Script
from qatynas.model.extraction import Dating
from qatynas.model.span import Span
from qatynas.script import Aligned, convert

_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:[-/.](\d\d)(?:[-/.](\d\d))?)?(?!\d)")
_PACKED = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})[./-](\d{1,2})[./-]((?:19|20)\d\d|\d\d)(?!\.?\d)")
_WORDED = re.compile(r"(?<!\d)(\d{1,2})\s*[-–]?\s*(?:[іы]?н?ш[іы]\s+)?([^\W\d_]{3,12})\.?,?\s*((?:19|20)\d\d)?(?!\d)")
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,12})\.?\s+(\d{1,2}),?\s+((?:19|20)\d\d)(?!\d)")
_BRACKETS = re.compile(r"\(([^()\n©]{6,80})\)")
_ORDER = {source: rank for rank, source in enumerate(DateSource)}
_NAMES = {
    DateSource.GIVEN: "as given",
    DateSource.META: "a tag of the page",
    DateSource.HEADER: "the header",
    DateSource.LINE: "the date line",
}


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a candidate's words state; weekday counts from Monday, 0."""

    year: int | None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    doubtful: bool = False

    @property
    def precision(self) -> int:
        return (self.year is not None) + (self.month is not None) + (self.day is not None)


def date_document(
    document: Document, aligned: Aligned, read_before: Sequence[tuple[BlockKind, Sequence[Token]]] | None = None
) -> Dating:
    """The document's own date, decided among its candidates, or inferred from its content.

    aligned is the document's whole text in Kazakh Cyrillic; read_before its sentences with the kind of their blocks,
    where they have been read already. basis is "stated" only where year and at least month stand
    in the words of a candidate; a date line without a year gets the year that the text's own years tell, basis
    "inferred". A year of rights or the day of a copy is no candidate. reason says in words what decided.
    """
    said = partial(sentences_told, document, aligned, read_before)
    read = [(candidate, words, parts) for candidate in document.dates for words, parts in _read(candidate, aligned)]
    read.sort(key=lambda row: (_ORDER[row[0].source], -row[2].precision))
    for candidate, words, parts in read:
        if parts.year is not None and (parts.month is not None or candidate.source is not DateSource.LINE):
            basis = "inferred" if parts.doubtful else "stated"
            return Dating(point(parts.year, parts.month, parts.day), basis, f"{_NAMES[candidate.source]}: «{words}»")
    for candidate, words, parts in read:
        if parts.year is None and parts.month is not None:
            return _yearless(said, candidate, words, parts)
    year, why = infer_year(said())
    if year is not None:
        return Dating(point(year), "inferred", why)
    if (day := _latest_quoted(aligned.text)) is not None:
        return Dating(day, "inferred", f"{day} is the latest day of the reports that it quotes")
    return Dating(None, None, "no date stands in it, and no words tell its year")


def _latest_quoted(text: str) -> str | None:
    """The latest day in brackets («… («Хабар», 12.02.2025)»), as a text that quotes dated reports has them."""
    days = []
    for found in _BRACKETS.finditer(text):
        parts = _numeric(found[1].lower()) or _worded(found[1].lower())
        if parts is not None and parts.precision == len(("year", "month", "day")):
            days.append(point(parts.year or 1, parts.month, parts.day))
    return max(days, default=None)


def _yearless(said: Callable[[], list[Said]], candidate: DateCandidate, words: str, parts: _Parts) -> Dating:
    year, why = infer_year(said(), parts.month, parts.day, parts.weekday)
    named = f"{_NAMES[candidate.source]}: «{words}» has no year"
    if year is None:
        return Dating(None, None, f"{named}, and no words tell it")
    return Dating(point(year, parts.month, parts.day), "inferred", f"{named}; {why}")


def _read(candidate: DateCandidate, aligned: Aligned) -> list[tuple[str, _Parts]]:
    """The candidate's words in Cyrillic and what they state; empty where it is no date or not the document's own."""
    words = aligned.to_target(candidate.span).of(aligned.text) if candidate.span else candidate.words
    lower = words.lower()
    if any(sign in lower for sign in kk.NOT_ITS_OWN) or any(sign in candidate.words.lower() for sign in kk.NOT_ITS_OWN):
        return []
    shown = words.strip()[:80]
    doubtful = any(sign in lower or sign in candidate.words.lower() for sign in kk.DOUBTFUL)
    parts = _numeric(lower) or _worded(lower) or _worded(_in_cyrillic(words)) or _in_sentence(_in_cyrillic(words))
    if parts is None:
        return []
    return [(shown, _Parts(parts.year, parts.month, parts.day, _weekday(lower), doubtful))]


def _in_cyrillic(words: str) -> str:
    return lower_form(convert(words[:200], Script.CYRL))


def _numeric(lower: str) -> _Parts | None:
    if found := _PACKED.search(lower):
        year, month, day = (int(group) for group in found.groups())
        if is_day(year, month, day):
            return _Parts(year, month, day)
    if found := _DAY_FIRST.search(lower):
        day, month, year = (int(group) for group in found.groups())
        year += 2000 if year < 100 else 0
        if is_day(year, month, day):
            return _Parts(year, month, day)
    found = _ISO.search(lower)
    if found is None or (found[2] is None and len(lower.strip()) > 30):
        return None
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if month and day and is_day(year, month, day):
        return _Parts(year, month, day)
    if 1 <= month <= 12:
        return _Parts(year, month)
    return _Parts(year) if re.fullmatch(r"\W*\d{4}\W*(?:\D*)", lower) and not month and _only_year(lower) else None


def _only_year(lower: str) -> bool:
    """Whether no month is named beside the year."""
    return not any(_month(word) for word in re.findall(r"[^\W\d_]+", lower))


def _worded(lower: str) -> _Parts | None:
    """«21 тамыз 2025», «17 мамыр, 09:42», «August 21, 2025», «Thu, 21 Aug 2025»."""
    for found in _MONTH_FIRST.finditer(lower):
        month = _month(found[1])
        if month and is_day(int(found[3]), month, int(found[2])):
            return _Parts(int(found[3]), month, int(found[2]))
    for found in _WORDED.finditer(lower):
        month = _month(found[2])
        if not month or not is_day(2024, month, int(found[1])):
            continue
        year = int(found[3]) if found[3] else _year_before(lower[: found.start()]) or _year_after(lower[found.end() :])
        return _Parts(year, month, int(found[1]))
    return None


def _year_before(lower: str) -> int | None:
    found = re.search(r"(?<!\d)((?:19|20)\d\d)\D{0,12}$", lower)
    return int(found[1]) if found else None


def _year_after(lower: str) -> int | None:
    found = re.match(r"\D{0,25}?((?:19|20)\d\d)(?!\d)", re.sub(r"^[\s,]*\d{1,2}:\d\d", "", lower))
    return int(found[1]) if found else None


def _month(word: str) -> int | None:
    if word in kk.FOREIGN_MONTHS:
        return kk.FOREIGN_MONTHS[word]
    if word in kk.SHORT_MONTHS:
        return kk.SHORT_MONTHS[word]
    for name, number in calendar.MONTH_NUMBERS.items():
        if word.startswith(name) or (len(word) > 4 and word == name[: len(word)]):
            return number
    return None


def _in_sentence(words: str) -> _Parts | None:
    """A date that only the reader of sentences knows («2025 жылдың тамызы», «үстіміздегі жылдың …» has no year)."""
    for mention in dates(words, tokens(words, Span(0, len(words))), None):
        if mention.edtf and "/" not in mention.edtf and mention.edtf.replace("-", "").isdigit():
            numbers = [int(part) for part in mention.edtf.split("-")]
            if len(numbers) == 1 or 1 <= numbers[1] <= 12:
                return _Parts(numbers[0])
    return None


def _weekday(lower: str) -> int | None:
    words = re.findall(r"[^\W\d_]+", lower)
    return next((number for number, name in enumerate(calendar.WEEKDAYS) if name in words), None)
