"""What the words of a byline, a tag or a header state of a document's date, in any form that the press prints."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from itertools import product

from qatynas.language.anchor import is_day
from qatynas.language.date_mentions import dates
from qatynas.language.kk import calendar
from qatynas.language.kk import dating as kk
from qatynas.language.roman import roman_value
from qatynas.language.tokens import lower_form, tokens
from qatynas.model.document import Script
from qatynas.model.span import Span
from qatynas.read.datelines import with_digits
from qatynas.script import convert

_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:[-/.](\d\d)(?:[-/.](\d\d))?)?(?!\d)")
_ISO_SHORT = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_PACKED = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})[./-](\d{1,2})[./-]((?:19|20)\d\d|\d\d)(?!\.?\d)")
_WORDED = re.compile(r"(?<!\d)(\d{1,2})\s*[-–]?\s*(?:[іы]?н?ш[іы]\s+)?([^\W\d_]{3,12})\.?,?\s*((?:19|20)\d\d)?(?!\d)")
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)(?!\d)")
_YEAR_AND_DAY = re.compile(
    r"(?<!\d)((?:19|20)\d\d)\s*-?\s*(?:жыл\w*|ж\.?)?[\s,]+([^\W\d_]{3,12})\s+(\d{1,2})\s*[-–]?\s*(?:ы|і|сы|сі)\b"
)
_YEAR_FIRST = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:\s*-?\s*(?:жыл|ж\b\.?))?\s*[,.،]\s*([^\W\d_]{3,12})\s*[,،]?\s*(\d{1,2})(?!\s*[-–—]?\s*[\w%])"
)
_ROMAN = re.compile(r"(?<!\d)(\d{1,2})\s?[./-]\s?([ivxіхв]{1,4})\s?[./-]\s?((?:19|20)\d\d)(?!\d)")
_ROMAN_APART = re.compile(r"(?<![\d.,/])(\d{1,2}) (?![хxvв] )([ivxіхв]{1,4}) ((?:19|20)\d\d)(?!\d)")
_NO_YEAR = re.compile(r"(?<![\d.,])(\d{1,2})\.(\d\d)\.?(?:,?\s+\d{1,2}[:.]\d\d.*)?")
_MONTH_OF_YEAR = re.compile(
    r"([^\W\d_]{3,12})\.?,?\s+(?:айы,?\s+)?((?:19|20)\d\d)(?!\d)"
    r"|(?<!\d)((?:19|20)\d\d)\s*-?\s*(?:жыл\w*|ж\.?)?[,،]?\s*([^\W\d_]{3,12})"
)
_QUOTES = str.maketrans(dict.fromkeys('«»"“”„‹›', " "))
_SECONDS = re.compile(r"\W*(\d{10})(?:\d{3})?\W*")  # since 1970, also in thousandths
_LONGEST = 200  # characters that are read as Kazakh
_WHOLE = len(("year", "month", "day"))


@dataclass(frozen=True, slots=True)
class Parts:
    """What words state of a date; weekday counts from Monday, 0."""

    year: int | None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    doubtful: bool = False

    @property
    def precision(self) -> int:
        return (self.year is not None) + (self.month is not None) + (self.day is not None)


@lru_cache(maxsize=1 << 10)
def state(words: str) -> Parts | None:
    """What the words (in any script) state, None where they state no date or one that is not the document's own."""
    lower = with_digits(words.lower().translate(_QUOTES))
    if is_foreign(words):
        return None
    cyrillic = with_digits(_in_cyrillic(words))
    if is_foreign(cyrillic):
        return None
    forms = (_without_change(cyrillic),) if kk.CHANGED.search(cyrillic) else (_without_change(lower), cyrillic)
    readers = (_numeric, _worded, _in_sentence, _month_of_year, _seconds)
    stated: Parts | None = None
    for reader, form in product(readers, forms):  # the first of the most precise
        parts = reader(form)
        if parts is not None and (stated is None or parts.precision > stated.precision):
            stated = parts
        if stated is not None and stated.precision == _WHOLE:
            break
    if stated is None:
        return None
    doubtful = any(sign in lower or sign in cyrillic for sign in kk.DOUBTFUL)
    return Parts(stated.year, stated.month, stated.day, weekday_in(cyrillic), doubtful)


def is_foreign(words: str) -> bool:
    """Whether a date in these words is a notice's of rights, a copy's or a licence's, and not the document's own."""
    lower = words.lower()
    return any(sign in lower for sign in kk.NOT_ITS_OWN)


def _without_change(lower: str) -> str:
    """The words without the day of a change, where the day of publication stands beside it."""
    changed, published = kk.CHANGED.search(lower), kk.PUBLISHED.search(lower)
    if changed is None or published is None:
        return lower
    if changed.start() > published.start():
        return lower[: changed.start()]
    return lower[published.start() :]


def _in_cyrillic(words: str) -> str:
    return lower_form(convert(words[:_LONGEST], Script.CYRL)).translate(_QUOTES)


def _numeric(lower: str) -> Parts | None:
    if found := _PACKED.search(lower):
        year, month, day = (int(group) for group in found.groups())
        if is_day(year, month, day):
            return Parts(year, month, day)
    if found := _DAY_FIRST.search(lower):
        day, month, year = (int(group) for group in found.groups())
        year += 2000 if year < 100 else 0
        if is_day(year, month, day):
            return Parts(year, month, day)
    if found := _ISO_SHORT.search(lower):
        year, month, day = (int(group) for group in found.groups())
        if is_day(year, month, day):
            return Parts(year, month, day)
    if found := _ROMAN.search(lower) or _ROMAN_APART.search(lower):
        day, month, year = int(found[1]), roman_value(found[2].replace("в", "v").upper()), int(found[3])
        if is_day(year, month, day):
            return Parts(year, month, day)
    if found := _NO_YEAR.fullmatch(lower.strip()):
        day, month = int(found[1]), int(found[2])
        if is_day(2024, month, day):
            return Parts(None, month, day)
    found = _ISO.search(lower)
    if found is None or (found[2] is None and len(lower.strip()) > 30):
        return None
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if month and day and is_day(year, month, day):
        return Parts(year, month, day)
    if 1 <= month <= 12:
        return Parts(year, month)
    return Parts(year) if re.fullmatch(r"\W*\d{4}\W*(?:\D*)", lower) and not month and _only_year(lower) else None


def _only_year(lower: str) -> bool:
    """Whether no month is named beside the year."""
    return not any(_month(word) for word in re.findall(r"[^\W\d_]+", lower))


def _worded(lower: str) -> Parts | None:
    """«21 тамыз 2025», «17 мамыр, 09:42», «August 21, 2025», «Thu, 21 Aug 2025», «2025, тамыздың 21-і»."""
    for found in (*_YEAR_AND_DAY.finditer(lower), *_YEAR_FIRST.finditer(lower)):
        month = _month(found[2])
        if month and is_day(int(found[1]), month, int(found[3])):
            return Parts(int(found[1]), month, int(found[3]))
    for found in _MONTH_FIRST.finditer(lower):
        month = _month(found[1])
        if month and is_day(int(found[3]), month, int(found[2])):
            return Parts(int(found[3]), month, int(found[2]))
    for found in _WORDED.finditer(lower):
        month = _month(found[2])
        if not month or not is_day(2024, month, int(found[1])):
            continue
        year = int(found[3]) if found[3] else _year_before(lower[: found.start()]) or _year_after(lower[found.end() :])
        return Parts(year, month, int(found[1]))
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


def _in_sentence(words: str) -> Parts | None:
    """A date that only the reader of sentences knows («2025 жылдың тамызы», «үстіміздегі жылдың …» has no year)."""
    for mention in dates(words, tokens(words, Span(0, len(words))), None):
        if mention.edtf and "/" not in mention.edtf and mention.edtf.replace("-", "").isdigit():
            numbers = [int(part) for part in mention.edtf.split("-")]
            if len(numbers) > 1 and 1 <= numbers[1] <= 12:
                return Parts(numbers[0], numbers[1], numbers[2] if len(numbers) > 2 else None)
    return None


def _month_of_year(lower: str) -> Parts | None:
    """«тамыз 2025», «2025, тамыз», «2025 жылғы тамыз»."""
    for found in _MONTH_OF_YEAR.finditer(lower):
        month, year = _month(found[1] or found[4]), int(found[2] or found[3])
        if month:
            return Parts(year, month)
    return None


def _seconds(lower: str) -> Parts | None:
    """A tag's «1755766800»: the day by universal time."""
    found = _SECONDS.fullmatch(lower)
    if found is None:
        return None
    day = datetime.fromtimestamp(int(found[1]), UTC)
    return Parts(day.year, day.month, day.day)


def weekday_in(lower: str) -> int | None:
    """The weekday named in lower-case words, Monday 0; None where none is."""
    words = re.findall(r"[^\W\d_]+", lower)
    return next((number for number, name in enumerate(calendar.WEEKDAYS) if name in words), None)
