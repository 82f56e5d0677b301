"""Dates as pages print them beside a title: found here, judged in language.dates."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qatynas.read.words import AGO, COUNTERS, MONTHS, RELATIVE_MOMENTS, WEEKDAYS

_CASE = r"(?:ы|і)?н?(?:да|де|та|те|дағы|дегі|тағы|тегі|ның|нің|дың|дің|тың|тің|нан|нен|дан|ден|тан|тен)?"
_SHORT = r"(?:қаң|ақп|нау|сәу|мам|мау|шіл|там|қыр|қаз|қар|жел)\.?"
_MONTH = rf"(?:(?:{'|'.join(MONTHS)}){_CASE}|{_SHORT})(?![\w-]\w)"
_YEAR = r"(?:19|20)\d\d"
_YEAR_WORD = r"(?:\s*[-–]?\s*(?:жылғы|жылдың|жылы|жыл|ж\.|ж\b))?"
_CLOCK = r"[01]?\d[:.][0-5]\d(?::[0-5]\d)?|2[0-3][:.][0-5]\d(?::[0-5]\d)?"
_WEEKDAY = "(?:" + "|".join(WEEKDAYS) + ")"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_NTH = r"(?:[іы]?н?ш[іы]\s+)?"

# the day itself, most definite first
DAYS = (
    rf"(?<![\d.]){_YEAR}{_YEAR_WORD}[\s,]*(?:«\s*)?{_DAY}(?:\s*»)?\s*[-–]?\s*{_MONTH}",
    rf"(?<![\d.,])(?:«\s*)?{_DAY}(?:\s*»)?\s*[-–]?\s*{_NTH}{_MONTH}(?:\.?(?:,\s*{_WEEKDAY},?)?[\s,]*{_YEAR}{_YEAR_WORD})?",
    rf"\b{_MONTH}\s+{_DAY}(?:[-–](?:ы|і|сы|сі))?(?:[\s,]+{_YEAR}{_YEAR_WORD})?\b(?!\d)",
    rf"(?<![\d.]){_YEAR}[-/.](?:0?[1-9]|1[0-2])[-/.]{_DAY}(?![\d])",
    rf"(?<![\d.]){_DAY}[./-](?:0?[1-9]|1[0-2])[./-]{_YEAR}(?![\d])(?:\s*(?:жылы|жыл|ж\.))?",
)
DAY = re.compile("|".join(DAYS))
CLOCK = re.compile(rf"(?<![\d.,:])(?:{_CLOCK})(?![\d:])")
RELATIVE = re.compile(r"\b(?:" + "|".join(RELATIVE_MOMENTS) + r")\b|\d+\s*\w+\s+(?:" + "|".join(AGO) + ")")
# a date with what may stand right beside it: «14:05, 21 тамыз 2025 | GMT +5», «11 маусым, сейсенбі»
_ZONE = r"(?:gmt|utc)\s*[+-]?\s*\d{0,2}(?::?00)?|\(?астана уақыты(?:мен| бойынша)?\)?"
_BESIDE = rf"(?:{_CLOCK}|{_WEEKDAY}|{_ZONE}|сағат|с\.)"
_JOIN = r"[\s,.|·•/()—–-]*"
DATED = re.compile(rf"(?:{_BESIDE}{_JOIN})*(?P<day>{'|'.join(DAYS)})(?:{_JOIN}{_BESIDE})*")
_LEFT = re.compile(r"[^\w]+")
_DIGITS = re.compile(r"\d+")
# what a date line may say besides its date
LABEL = re.compile(
    r"\b(?:жарияланған|жарияланды|жаңартылған|жаңартылды|күні|уақыты|уақыт|күн|шыққан|қосылған|жазылған|басылған|"
    r"дата|date|published|updated|сағат|жыл|ж|г|астана уақыты(?: бойынша)?|қаласы|қ|ауылы|жүктелген|"
    r"енгізілген|нөмірі?|саны|no)\b\.?"
)
# «6 минут оқылады», «оқуға 4 мин.»: how long the reading takes
TO_READ = re.compile(r"(?:оқуға\s*)?\d+\s*мин(?:ут\w*|\b)\.?(?:\s*оқ\w*|\s*уақыт\w*)?|оқу\s+уақыты")
_COUNTED = re.compile(r"(?:" + "|".join(map(re.escape, COUNTERS)) + r")\w*")
_PLACE = r"[а-яёәғқңөұүһі][\w.-]*(?:[- ][\w.-]+){0,2}"
# «ТАРАЗ. 4 ақпан. Қалада …», «Ош, 9 шілде – …»: the place and day that an agency's report begins with
_CLOSE = r"(?:\s*(?:\.\s|/|—\s|–\s|-\s|\(|«|информ|қазақпарат|kazinform|kazakhstan|baq|24\.kz))"
_SOURCE = r"[«\"]?[\w.-]+(?:[- ][\w.-]+)?[»\"]?"  # «Хабар 24», KAZINFORM
_DAYS = "|".join(DAYS)
AGENCY = re.compile(
    rf"^\W{{0,3}}(?:{_PLACE}[.,/]\s*(?:{_SOURCE}[.,/]\s*)?\(?(?P<dated>{_DAYS})\)?|(?P<first>{_DAYS})\s*[.,/]\s*{_PLACE})"
    rf"(?:\s*[.,/]\s*(?:{_CLOCK}|[\w.-]+))?{_CLOSE}"
)
# «… 2019 жылғы 6 ақпандағы № 61 қаулысы»: an act's own day
ACT = re.compile(rf"(?P<dated>{DAYS[0]}|{DAYS[1]})\s*(?:күнгі\s*)?(?:№|n\s?°?|no\.?)\s*\d")
ACT_NEEDS_YEAR = re.compile(_YEAR)


@dataclass(frozen=True, slots=True)
class DateWords:
    """A date as a line words it: start and end in the line; others counts its letters beside date and counters."""

    start: int
    end: int
    others: int


def date_in(line: str) -> DateWords | None:
    """The first date of a canonical line, with its clock, weekday and zone. None where there is none."""
    found = DATED.search(line) if _DIGITS.search(line) else None  # the search is dear, and no day is without a figure
    if not found:
        return None
    rest = line[: found.start()] + " " + line[found.end() :]
    for known in (TO_READ, RELATIVE, CLOCK, LABEL, _COUNTED, _DIGITS):
        rest = known.sub(" ", rest)
    return DateWords(found.start(), found.end(), len(_LEFT.sub("", rest)))


def agency_date(line: str) -> DateWords | None:
    """The day that an agency's report begins with: «Тараз. 4 ақпан. Қалада …»."""
    found = AGENCY.match(line[:120])
    if not found:
        return None
    group = "dated" if found["dated"] else "first"
    return DateWords(found.start(group), found.end(group), len(line))


def act_date(line: str) -> DateWords | None:
    """The day of a legal act before its number: «2019 жылғы 6 ақпандағы № 61»."""
    found = ACT.search(line)
    if not found or not ACT_NEEDS_YEAR.search(found["dated"]):
        return None
    return DateWords(found.start("dated"), found.end("dated"), len(line))


def is_only_clock(line: str) -> bool:
    """Whether a line tells a time or a moment counted from now and nothing else."""
    moment = RELATIVE.search(line) or CLOCK.search(line)
    return bool(moment) and not _LEFT.sub("", LABEL.sub(" ", CLOCK.sub(" ", RELATIVE.sub(" ", line))))
