"""Dates as pages print them beside a title: found here, judged in language.dates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from qatynas.read.words import (
    AGO,
    CHANGED,
    COUNTERS,
    FOREIGN_MONTHS,
    MONTHS,
    PUBLISHED,
    RELATIVE_MOMENTS,
    SET_IN_TYPE,
    WEEKDAYS,
)

_CASE = r"(?:с?(?:ы|і))?н?(?:да|де|та|те|дағы|дегі|тағы|тегі|ның|нің|дың|дің|тың|тің|нан|нен|дан|ден|тан|тен)?"
_SHORT = r"(?:қаң|ақп|нау|сәу|мам|мау|шіл|там|қыр|қаз|қар|жел)\.?"
_MONTH = rf"(?:(?:{'|'.join(MONTHS)}){_CASE}|{_SHORT})(?![\w-]\w)"
_YEAR = r"(?:19|20)\d\d"
_YEAR_WORD = r"(?:\s*[-–]?\s*(?:жылғы|жылдың|жылы|жыл|ж\.|ж\b))?"
_CLOCK = r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?::[0-5]\d)?(?!\.\d)"
_WEEKDAY = "(?:" + "|".join(WEEKDAYS) + ")"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_FOREIGN = "|".join(sorted(FOREIGN_MONTHS, key=len, reverse=True))
_ROMAN = r"(?:[хx][іi]{0,2}|[іi][хxvв]|[vв][іi]{0,3}|[іi]{1,3})"  # as Latin letters stand, and as they are read
_NTH = r"(?:[іы]?н?ш[іы]\s+)?"

# the day itself, most definite first
DAYS = (
    rf"(?<![\d.]){_YEAR}{_YEAR_WORD}[\s,.]*(?:«\s*)?{_DAY}(?:\s*»)?\s*[-–]?\s*{_NTH}{_MONTH}",
    rf"(?<![\d.,])(?:«\s*)?{_DAY}(?:\s*»)?\s*[-–]?\s*{_NTH}{_MONTH}(?:\.?(?:,\s*{_WEEKDAY},?)?[\s,(–-]*{_YEAR}{_YEAR_WORD})?",
    rf"(?<![\d.]){_YEAR}{_YEAR_WORD}[\s,]+{_MONTH}(?:\s+айының)?\s+{_DAY}\s*[-–]?\s*(?:ы|і|сы|сі)\b",
    rf"(?<![\d.]){_YEAR}(?:\s*[-–]?\s*(?:жыл|ж\.|ж\b))?\s*[,.]\s*{_MONTH}\s*,?\s*{_DAY}(?!\s*[-–—]?\s*[\w%])",
    rf"\b{_MONTH}\s+{_DAY}(?:[-–](?:ы|і|сы|сі))?(?:[\s,]+{_YEAR}{_YEAR_WORD})?\b(?!\d)",
    rf"\b(?:{_FOREIGN}|{'|'.join(MONTHS)})\.?\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}(?!\d)",
    rf"(?<![\d.,]){_DAY}[\s-]+(?:{_FOREIGN}|{'|'.join(MONTHS)})\.?,?[\s-]+{_YEAR}(?!\d)",
    rf"(?<![\d./]){_DAY}\s?[./-]\s?{_ROMAN}\s?[./-]\s?{_YEAR}(?!\d)",
    rf"(?<![\d.,/]){_DAY} (?![хxvв] ){_ROMAN} {_YEAR}(?!\d)",
    rf"(?<![\d.]){_YEAR}[-/.](?:0?[1-9]|1[0-2])[-/.]{_DAY}(?![\d])",
    rf"(?<![\d.]){_DAY}[./-](?:0?[1-9]|1[0-2])[./-]{_YEAR}(?![\d])(?:\s*(?:жылы|жыл|ж\.))?",
    rf"(?<![\d./+-])(?:{_DAY}\.(?:0?[1-9]|1[0-2])\.[0-3]\d|{_DAY}/(?:0?[1-9]|1[0-2])/[0-3]\d)(?![\d%/]|[.,]\d)",
    rf"(?<![\d.,+]){_DAY}\.(?:0[1-9]|1[0-2])\.?(?=,?\s+(?:{_CLOCK})(?![\d:]))",
)
_STEMS = "|".join(sorted({name[:3] for name in (*MONTHS, *FOREIGN_MONTHS)}))
_BEGINS = rf"(?=[\d«]|{_STEMS})"  # as every day does: one look instead of eleven at each letter
DAY = re.compile(rf"{_BEGINS}(?:{'|'.join(DAYS)})")
CLOCK = re.compile(rf"(?<![\d.,:])(?:{_CLOCK})(?![\d:])")
RELATIVE = re.compile(r"\b(?:" + "|".join(RELATIVE_MOMENTS) + r")\b|\d+\s*\w+\s+(?:" + "|".join(AGO) + ")")
# a date with what may stand right beside it: «14:05, 21 тамыз 2025 | GMT +5», «11 маусым, сейсенбі»
_ZONE = r"(?:gmt|utc)\s*[+-]?\s*\d{0,2}(?::?00)?|\(?астана уақыты(?:мен| бойынша)?\)?"
_BESIDE = rf"(?:{_CLOCK}|{_WEEKDAY}|{_ZONE}|сағат|\bс\.|\bat\b|\bат\b)"
_JOIN = r"[\s,.|·•/()—–-]*"
_BESIDE_BEGINS = rf"[\d«(]|{_STEMS}|{'|'.join(WEEKDAYS)}|gmt|utc|астана|сағат|с\.|at|ат"
DATED = re.compile(rf"(?={_BESIDE_BEGINS})(?:{_BESIDE}{_JOIN})*{_BEGINS}(?P<day>{'|'.join(DAYS)})(?:{_JOIN}{_BESIDE})*")
# what every day has: figures beside a month's first letters, or figures parted by a mark; the full search is dear
_MAYBE = re.compile(
    rf"\d[\W_]{{0,4}}(?:\w{{1,3}}\s+)?(?:{_STEMS})|(?:{_STEMS})\w*(?:\s+айының)?[\W_]{{0,4}}\d|\d\s?[./-]\s?[\divxхв]"
    r"|\d [ivxхві]+ \d{4}"
)
_LEFT = re.compile(r"[^\w]+")
_DIGITS = re.compile(r"\d+")
_PARTED = re.compile(r"[,.;]")
_BETWEEN = re.compile(r"\s*[-–—]\s*")
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
    rf"^\W{{0,3}}(?:{_PLACE}[.,/]\s*(?:{_SOURCE}(?:[.,/]|\s[–—-])\s*)?\(?(?P<dated>{_DAYS})\)?|(?P<first>{_DAYS})\s*[.,/]\s*{_PLACE})"
    rf"(?:\s*[.,/]\s*(?:{_CLOCK}|[\w.-]+))?{_CLOSE}"
)
# «… 2019 жылғы 6 ақпандағы № 61 қаулысы»: an act's own day
ACT = re.compile(
    rf"(?P<dated>{DAYS[0]}|{DAYS[1]}|{DAYS[7]}|{DAYS[8]})(?:\s*ж\.)?\s*(?:күнгі\s*)?,?\s*(?:№|n\s?°?|no\.?)\s*[\w/-]*\d"
)
# «… № 114 сауалыңызға», «… № 7 хатына жауап»: the letter that is answered
_ANSWERED = re.compile(
    r"\W*\S*\s*(?:[^\W\d_]+\s+)?(?:[^\W\d_]+[ңн][ыі]з(?:ға|ге)|(?:хат|сауал|сұрау|өтініш)\w*(?:на|не)\b|\w*\s*жауап)"
)
# «Қараша 2025», «2025 жылғы қараша, № 11»: a month with its year, in a line that says nothing else but of which paper
_MONTH_OF_YEAR = re.compile(
    rf"(?<!\d)(?<!\d\s)(?:{'|'.join(MONTHS)})(?:\s+айы)?,?\s+{_YEAR}{_YEAR_WORD}(?![\w-])"
    rf"|(?<![\d.]){_YEAR}{_YEAR_WORD}[\s,]*(?:{'|'.join(MONTHS)})(?:\s+айы)?(?![\w-])"
)
_PAPERS = re.compile(
    r"№\s*\d*|\b(?:журнал|газет|есеп|есебі|шолу|бюллетень|шығарылым|альманах|басылым)\w*|[«\"][^»\"]*[»\"]"
)
_ISSUE_OF_YEAR = re.compile(
    rf"№\s*\d+(?:\s*\(\d+\))?\W+(?P<year>{_YEAR})(?!\d)|(?<!\d)(?P<before>{_YEAR}){_YEAR_WORD}\W+№\s*\d"
)
_IMPRINT = re.compile(
    rf"\W*[^\W\d_]{{3,}}(?:[- ][^\W\d_]+)?\s*:\s*[^:\d]{{3,60}},\s*(?P<year>{_YEAR})(?P<before>)\s*(?:ж\.|жыл)?"
    r"\W+\d+\s*(?:б|бет)\b\W*"
)
ACT_NEEDS_YEAR = re.compile(_YEAR)
# a letter for a digit, as a scanner reads them: «l4 мамыр», «2О24 ж.»
_MISREAD = re.compile(
    rf"(?<![\w.,])(?=\w?\d|\d)[\dоoіilзб]{{1,2}}(?=[\s-]{{1,2}}(?:{'|'.join(MONTHS)}))"
    r"|(?<![\w.,])(?=\w*\d\w*\d)[2з][\dоoіilзб]{3}(?=\s*-?\s*(?:ж\b|жыл))"
)
_DIGITS_MEANT = str.maketrans("оoіilзб", "0011136")
# before a day that is the last of several: «21–27 наурыз»; no paper's number
_FROM_DAY = re.compile(r"(?<![\d.:,/№])(?<!№ )(?P<first>\d{1,2})\s?[-–—]\s?$")


@dataclass(frozen=True, slots=True)
class DateWords:
    """A date as a line words it: start and end in the line; others counts its letters beside date and counters.

    stretch tells that two days with a dash between them are the ends of one time.
    """

    start: int
    end: int
    others: int
    stretch: bool = False


def date_in(line: str) -> DateWords | None:
    """The date of a canonical line, with its clock, weekday and zone; None where there is none.

    Of several the day of publication, else the first; the day of a change only where no other stands in the line.
    """
    if not _DIGITS.search(line) or not _MAYBE.search(line):
        return None
    line = with_digits(line)
    all_found = list(DATED.finditer(line))
    if not all_found:
        return None
    starts = [0, *(found.end() for found in all_found[:-1])]
    labels = [line[start : found.start()] for start, found in zip(starts, all_found, strict=True)]
    labels[1:] = [_PARTED.split(label)[-1] for label in labels[1:]]  # «… жарияланған, 2023 жылғы …»: said of the first
    chosen = min(range(len(labels)), key=lambda at: (-_says(labels[at], PUBLISHED), _is_other(labels[at]), at))
    rest = DATED.sub(" ", line)
    for known in (TO_READ, RELATIVE, CLOCK, LABEL, _COUNTED, _DIGITS):
        rest = known.sub(" ", rest)
    stretch = any(_BETWEEN.fullmatch(label) for label in labels[1:]) or _ends_a_stretch(line, all_found[chosen])
    return DateWords(all_found[chosen].start(), all_found[chosen].end(), len(_LEFT.sub("", rest)), stretch)


def with_digits(line: str) -> str:
    """A canonical line with digits for the letters that stand for them in a day or a year: «l4 мамыр 2о24 ж.»."""
    return _MISREAD.sub(lambda found: found[0].translate(_DIGITS_MEANT), line)


def _ends_a_stretch(line: str, found: re.Match[str]) -> bool:
    """«21–27 наурыз 2025 ж.»: whether the day is the last of several."""
    before, last = _FROM_DAY.search(line, 0, found.start("day")), _DIGITS.match(line, found.start("day"))
    return bool(before and last and 0 < int(last[0]) - int(before["first"]) < 31)


def _is_other(label: str) -> bool:
    """Whether a label before a day is that of a change, or of the day on which the text was set in type."""
    return _says(label, CHANGED) or _says(label.rpartition(". ")[2], SET_IN_TYPE)


def _says(label: str, beginnings: tuple[str, ...]) -> bool:
    return any(word in label for word in beginnings)


def changed_date(line: str) -> DateWords | None:
    """«Жарияланды: 04.05.2019. Жаңартылды: 07.08.2024»: the day of the change, where another stands before it."""
    line = with_digits(line)
    found = list(DATED.finditer(line))
    for before, day in pairwise(found):
        if _says(line[before.end() : day.start()], CHANGED):
            return DateWords(day.start(), day.end(), 0)
    return None


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
    if not found or not ACT_NEEDS_YEAR.search(found["dated"]) or _ANSWERED.match(line[found.end() :]):
        return None
    return DateWords(found.start("dated"), found.end("dated"), len(line))


def month_alone(line: str) -> DateWords | None:
    """The month and year beside no more than a paper's name and number: ««Дала» журналы, № 11, қараша 2025»."""
    found = _MONTH_OF_YEAR.search(line)
    if not found or DATED.search(line):
        return None
    rest = line[: found.start()] + " " + line[found.end() :]
    for known in (_PAPERS, LABEL, _DIGITS):
        rest = known.sub(" ", rest)
    return None if _LEFT.sub("", rest) else DateWords(found.start(), found.end(), 0)


def year_alone(line: str) -> DateWords | None:
    """The year of a paper's number or of a book: ««Дала» журналы, 2022, № 4», «Алматы: Ғылым, 2022. – 118 б.»."""
    found = _ISSUE_OF_YEAR.search(line) or _IMPRINT.fullmatch(line.strip())
    if not found or DATED.search(line):
        return None
    if found.re is _ISSUE_OF_YEAR:
        rest = line
        for known in (_PAPERS, LABEL, _DIGITS):
            rest = known.sub(" ", rest)
        if _LEFT.sub("", rest):
            return None
    year = line.index(found["year"] or found["before"])
    return DateWords(year, year + 4, 0)


def is_only_clock(line: str) -> bool:
    """Whether a line tells a time or a moment counted from now and nothing else."""
    moment = RELATIVE.search(line) or CLOCK.search(line)
    return bool(moment) and not _LEFT.sub("", LABEL.sub(" ", CLOCK.sub(" ", RELATIVE.sub(" ", line))))
