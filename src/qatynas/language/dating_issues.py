"""The day of a paper's number, or of a draft: days, months, a quarter or a season in a line that tells no more.

«21–27 наурыз 2025 ж.» is dated by its first day, as a weekly is; months and quarters by their whole time, a season by
its name. Such a line stands above the first prose, in a masthead, or with a place or a name at the foot.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from qatynas.language.anchor import is_day, point
from qatynas.language.dating_words import is_foreign
from qatynas.language.kk import dating as kk
from qatynas.language.kk.calendar import MONTHS, SEASONS
from qatynas.language.roman import roman_value
from qatynas.model.document import TOLD, BlockKind, Document
from qatynas.model.extraction import Dating
from qatynas.script import Aligned

_HEAD, _FOOT = 6, 3  # lines
_LONGEST = 160
_OTHER_WORDS = 4  # words of such a line that say neither when nor of which paper
_FOOT_WORDS = 5
_SHOWN = 80
_MONTH = rf"(?:{'|'.join(MONTHS)})"
_YEAR = r"(?<!\d)(?P<year>(?:19|20)\d\d)(?!\d)"
_YEAR_WORD = r"(?:\s*-?\s*(?:жылғы|жылдың|жылы|жыл|ж\b\.?))?"
_DASH = r"\s*[-–—/]\s*"
_BY_YEAR = rf"{_YEAR}{_YEAR_WORD}[\s,.]*"
_YEAR_AFTER = rf"[\s,.)]*{_YEAR}{_YEAR_WORD}"
_DAY_STRETCH = (
    rf"(?<![\d.:№])(?P<day>\d{{1,2}})(?:\s*-?\s*(?P<month>{_MONTH}))?{_DASH}(?P<end>\d{{1,2}})\s*-?\s*(?P<to>{_MONTH})"
)
_DAYS = re.compile(
    rf"{_DAY_STRETCH}{_YEAR_AFTER}|"
    + re.sub(r"\?P<(\w+)>", r"?P<\1_>", rf"{_BY_YEAR}{_DAY_STRETCH}")
    + rf"|(?<!\d)(?P<from>\d{{1,2}})\.(?P<of>\d{{1,2}})(?:\.(?:19|20)\d\d)?{_DASH}\d{{1,2}}\.\d{{1,2}}\."
    r"(?P<its>(?:19|20)\d\d)(?!\d)"
    rf"|(?<!\d)(?P<on>\d{{1,2}}){_DASH}\d{{1,2}}\.(?P<in>\d{{1,2}})\.(?P<its_>(?:19|20)\d\d)(?!\d)"
)
_JOINED = rf"(?P<month>{_MONTH})(?:{_DASH}|\s+(?:пен|мен|бен|және)\s+)(?P<to>{_MONTH})"
_HALVES = (
    r"(?P<number>[1-4]|[iі]{1,3}|[iі]v|бірінші|екінші|үшінші|төртінші)(?:\s*[-–]?\s*(?:ші|шы))?\s*[-–]?\s*"
    r"(?P<part>тоқсан|жартыжылды)"
)
_SEASON = rf"(?P<season>{'|'.join(SEASONS)})(?:і|ы)?(?!\w)"
_UNITS = tuple(
    re.compile(form)
    for unit in (_JOINED, _HALVES, _SEASON, rf"(?<!\d )(?<!\d)(?P<alone>{_MONTH})(?:\s+айы)?(?!\w)")
    for form in (rf"\(?(?<!\w){unit}\w{{0,2}}{_YEAR_AFTER}", rf"{_BY_YEAR}\(?(?<!\w){unit}(?!\s*\d)")
)
_BLANK = re.compile(
    rf"{_BY_YEAR}[«\"“]?\s*(?:_+|…+|\.{{3,}})\s*[»\"”]?\s*(?P<month>{_MONTH})"
    rf"|[«\"“]?\s*(?:_{{2,}}|«\s{{1,4}}»)\s*[»\"”]?\s*(?P<to>{_MONTH}),?\s*(?P<its>(?:19|20)\d\d)(?!\d)"
)
_ENDS = re.compile(rf"(?:{_YEAR}{_YEAR_WORD}|{_MONTH}(?:ы|і)?|(?:{'|'.join(SEASONS)})(?:ы|і)?)\W*$")
_OF_THE_DAY = tuple(sign.lower() for sign in kk.OF_THE_DAY)
_ORDINALS = {"бірінші": 1, "екінші": 2, "үшінші": 3, "төртінші": 4}
_WORD = re.compile(r"[^\W\d_]{2,}")
_PAPERS = re.compile(
    r"№|журнал|газет|апта|альманах|хабаршы|шығарылым|басылым|жинақ|дайджест|тоқсанды|айлық|нөмір|\bсаны?\b|^\W*«[^»]{2,40}»"
)
_OF_FIGURES = re.compile(r"статистика|бюллетен|есеп|есеб|қорытынды|көрсеткіш|деректер|мәлімет")  # its time is theirs
_TOLD = re.compile(r"(?:(?<!келісім)[дт][ыі]|[ғқ]ан|[гк]ен|[ае]д[ыі]|йд[ыі]|[мбп][ае][қк])\W*$")
_NUMBERS = re.compile(r"№\s*\d+(?:\s?[-–/]\s?\d+)?(?:\s*\(\s*\d+(?:[-–]\d+)?\s*\))?")


def issue_day(document: Document, aligned: Aligned) -> Dating | None:
    """The day, months, quarter or season of the paper's number or the draft that a document is; None for others."""
    lines = list(_lines(document, aligned))
    told = next((at for at, (kind, line) in enumerate(lines) if kind in TOLD and _is_prose(line)), len(lines))
    head = [line.lower() for _, line in lines[: min(told, _HEAD)]]
    for at, line in enumerate(head):
        beside = head[max(0, at - 1) : at + 2]
        of_paper = any(_PAPERS.search(near) for near in beside) and not any(_OF_FIGURES.search(near) for near in beside)
        if (edtf := _drafted(line) or (_issued(line, _OTHER_WORDS) if of_paper else None)) is not None:
            return Dating(edtf, "stated", f"its number: «{line.strip()[:_SHOWN]}»")
    for _, line in lines[max(told + 1, len(lines) - _FOOT) :]:
        own = _ENDS.search(line.lower()) and not kk.NO_PLACE.search(line.lower())
        edtf = _issued(line.lower(), _FOOT_WORDS) if own else None
        if edtf is not None and "/" not in edtf and edtf.count("-") == 1:
            return Dating(edtf, "stated", f"its last line: «{line.strip()[:_SHOWN]}»")
    return None


def _lines(document: Document, aligned: Aligned) -> Iterator[tuple[BlockKind, str]]:
    for block in document.blocks:
        yield block.kind, aligned.to_target(block.span).of(aligned.text).split("\n")[0]


def _is_prose(line: str) -> bool:
    return len(line) > _LONGEST or (line.rstrip().endswith((".", "!", "?", "…")) and len(_WORD.findall(line)) > 7)


def _drafted(line: str) -> str | None:
    """«2024 жылғы «___» желтоқсан № ____»: a draft, whose day is left open."""
    found = _BLANK.search(line) if len(line) <= _LONGEST else None
    if found is None:
        return None
    month = found["month"] or found["to"]
    return point(int(found["year"] or found["its"]), _number(month))


def _issued(line: str, most: int) -> str | None:
    """What a line states of a number's time, where nearly all its words are of the paper."""
    if len(line) > _LONGEST or is_foreign(line) or _TOLD.search(line) or any(sign in line for sign in _OF_THE_DAY):
        return None
    plain = _NUMBERS.sub(lambda number: " " * (len(number[0]) - 1) + ",", line)
    for pattern, reads in ((_DAYS, _first_day), *((unit, _unit) for unit in _UNITS)):
        found = pattern.search(plain)
        if found is None:
            continue
        rest = f"{plain[: found.start()]} {plain[found.end() :]}"
        others = [word for word in _WORD.findall(rest) if not _PAPERS.search(word)]
        return reads(found) if len(others) <= most and not re.search(r"(?:19|20)\d\d", rest) else None
    return None


def _first_day(found: re.Match[str]) -> str | None:
    groups = found.groupdict()
    if year := groups["its"] or groups["its_"]:
        day, month = int(groups["from"] or groups["on"]), int(groups["of"] or groups["in"])
    else:
        year, day = groups["year"] or groups["year_"], int(groups["day"] or groups["day_"])
        month = _number(groups["month"] or groups["month_"] or groups["to"] or groups["to_"])
    return point(int(year), month, day) if is_day(int(year), month, day) else None


def _unit(found: re.Match[str]) -> str | None:
    groups, year = found.groupdict(), int(found["year"])
    if season := groups.get("season"):
        return point(year, SEASONS[season])
    if month := groups.get("alone"):
        return point(year, _number(month))
    if begins := groups.get("month"):
        first, last = _number(begins), _number(groups["to"])
    else:
        number = _ORDINALS.get(groups["number"]) or roman_value(groups["number"].upper()) or int(groups["number"])
        long = 3 if groups["part"] == "тоқсан" else 6
        first, last = (number - 1) * long + 1, number * long
    return f"{point(year, first)}/{point(year, last)}" if first < last <= 12 else None


def _number(month: str) -> int:
    return MONTHS.index(month) + 1
