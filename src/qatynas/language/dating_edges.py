"""A document's own day at its edges: in the words that it opens with, in its last ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from qatynas.language.anchor import is_day, point
from qatynas.language.dating_told import Said
from qatynas.language.dating_words import Parts, is_foreign, state, weekday_in
from qatynas.language.kk import dating as kk
from qatynas.language.kk.calendar import MONTHS, WEEKDAYS
from qatynas.language.mentions import DateMention, DateRole
from qatynas.model.document import TOLD, Block, BlockKind, Document
from qatynas.model.extraction import Dating
from qatynas.script import Aligned

_OPENING_BLOCKS = 3
_OPENING_REACH = 80
_CLOSING_BLOCKS = 4
_CLOSING_REACH = 160
_FOOT_LINE = 80  # characters of a line that is a place and a day
_SHOWN = 80  # characters of a reason
_WHOLE = len(("year", "month", "day"))
LEAP = 2000  # a year that has all days
# a day with its year, in figures or with its month's name, then a stop or a bar, or a word that begins with a capital
_MONTH = rf"(?i:{'|'.join(MONTHS)})"
_YEAR = r"(?:19|20)\d\d"
_YEAR_WORD = r"\s*-?\s*(?i:жылғы|жылдың|жылы|жыл|ж\.)?"
_OPENS = re.compile(
    rf"\W{{0,3}}(?:{_YEAR}\s*-?\s*(?i:жылғы|жылдың|жыл|ж\.)?,?\s*\d{{1,2}}[\s-]*{_MONTH}"
    rf"|\d{{1,2}}[\s-]*{_MONTH},?\s*{_YEAR}(?:\s*(?i:жыл|ж\.))?"
    r")(?=\s*[.|/:;]|\s*$|\s+[А-ЯӘҒҚҢӨҰҮҺІ])"
    rf"|\W{{0,3}}\d{{1,2}}[./]\d{{1,2}}[./]{_YEAR}(?=\s*[.|/:;]|\s*$|\s+(?!күн|ж|бастап|дейін|мен\b)[^\W\d_])"
)
_COUNTED_DAY = re.compile(
    rf"\b(?P<when>(?i:кеше|бүгін|ертең))(?:\s+(?:таңертең|таңда|түнде|кешке|түсте))?(?:\s*[,(–—-]\s*|\s+)(?:яғни\s+)?"
    rf"(?:(?P<year>{_YEAR})\s*(?:жылғы|жылдың|ж\.)\s*)?(?P<day>\d{{1,2}})[\s-]*(?P<month>{_MONTH})"
)
# «Токмақ қаласы, 2003 ж. 14 шілде», «2009 жылдың 17 ақпаны», «Ош, 12.05.2011»: a last line of place and day
_PLACE = r"(?:[^\W\d_][\w-]*\.?\s+){0,3}[^\W\d_][\w-]*\.?"
_TOWN = r"[^\W\d_]+(?:[- ][^\W\d_]+){0,2}"
_FOOT = re.compile(
    rf"\W{{0,3}}(?:{_TOWN}(?:,\s+{_TOWN})?\s*[,.]\s+)?"
    rf"(?P<day>{_YEAR}{_YEAR_WORD},?\s*[«\"]?\d{{1,2}}[»\"]?[\s-]*{_MONTH}(?:ы|і)?|{_YEAR}{_YEAR_WORD},?\s*\d{{1,2}}[\s-]*(?i:қыркүйегі)"
    rf"|[«\"]?\d{{1,2}}[»\"]?[\s-]*{_MONTH},?\s*{_YEAR}{_YEAR_WORD}|\d{{1,2}}\.\d{{1,2}}\.{_YEAR}{_YEAR_WORD})\W{{0,3}}"
)
# «8 сәуір. Қордайдан хабар», «5 маусым – Қоршаған орта күні», «Бішкек, 16 мамыр. «Дала» апталығы, 2025 жыл»
_DAY_BEFORE = re.compile(
    rf"\W{{0,3}}(?:{_PLACE}\s*[,.]\s*)?(?P<day>(?P<number>\d{{1,2}})[\s-]*(?P<month>{_MONTH}))(?:\s*,\s*(?P<weekday>(?i:{'|'.join(WEEKDAYS)})))?"
    rf"\s*(?:[.,|/–—-]|$)(?P<rest>.*)"
)
_YEAR_BEHIND = re.compile(rf"[^\d]*\b(?P<year>{_YEAR})\s*-?\s*(?i:жыл|ж\.)?\W*")
# ««Ана тілі», 2025 жылғы 29 қыркүйек – 5 қазан»: the days of a weekly's number
_WEEK = re.compile(
    rf"\W{{0,3}}(?:«[^»]{{2,40}}»\W{{1,4}})?(?:№\s*\d+\W{{1,3}})?(?P<year>{_YEAR}){_YEAR_WORD},?\s*"
    rf"(?P<day>\d{{1,2}})[\s-]*(?P<month>{_MONTH})?\s*[-–—]\s*\d{{1,2}}[\s-]*(?P<to>{_MONTH})\W*"
)
# «№ 4, сәуір»: a monthly's number
_NUMBERED_MONTH = re.compile(
    rf"\W*№\s*\d+\W+(?P<month>{_MONTH})(?:\s+айы)?\W*|\W*(?P<before>{_MONTH})(?:\s+айы)?\W+№\s*\d+\W*"
)


def opening(document: Document, aligned: Aligned, said: Callable[[], list[Said]]) -> Dating | None:
    """«21 тамыз 2025 жыл. Астанада …»: a day that the text opens with by itself, where it tells of none after it.

    In a line of its own (a heading, who made it) it stands whatever the text tells. A day in a case, with «күні» or
    before a dash may be that of what is told.
    """
    kinds = TOLD | {BlockKind.DATELINE, BlockKind.HEADING, BlockKind.BYLINE}
    blocks = [block for block in document.blocks if block.kind in kinds]
    for block in blocks[:_OPENING_BLOCKS]:
        line = _first_line(aligned, block)
        found = _OPENS.match(line[:_OPENING_REACH])
        if found and kk.OF_THAT_DAY.match(line[found.end() : _OPENING_REACH]):
            continue  # «1992 жылғы 15 қазан. Бұл күнді …»: the day is what is told of
        stated = state(found[0]) if found else None
        if stated is None or stated.precision < _WHOLE:
            continue
        day = point(stated.year or 1, stated.month, stated.day)
        alone = block.kind not in TOLD or block.kind is BlockKind.HEADING
        if alone or _nothing_after(day, said()):
            return Dating(day, "stated", f"the text opens with «{found[0].strip()}»" if found else "")
    return None


def week_of(document: Document, aligned: Aligned) -> Dating | None:
    """««Ана тілі», 2025 жылғы 29 қыркүйек – 5 қазан»: the first day of a weekly's number, in the first lines."""
    weeks = (_of_a_week(_first_line(aligned, block)) for block in document.blocks[: _OPENING_BLOCKS + 1])
    return next((week for week in weeks if week is not None), None)


def _first_line(aligned: Aligned, block: Block) -> str:
    return aligned.to_target(block.span).of(aligned.text).split("\n")[0]


def _of_a_week(line: str) -> Dating | None:
    found = _WEEK.fullmatch(line)
    if found is None:
        return None
    month = _number(found["month"] or found["to"])
    if not is_day(int(found["year"]), month, int(found["day"])):
        return None
    day = point(int(found["year"]), month, int(found["day"]))
    return Dating(day, "stated", f"the first day of its number: «{line.strip()[:_SHOWN]}»")


def _number(month: str) -> int:
    return next(at for at, name in enumerate(MONTHS, 1) if month.lower().startswith(name))


def _nothing_after(day: str, said: list[Said]) -> bool:
    """Whether the text tells of nothing as past after a day."""
    return all((mention.edtf or "") <= f"{day}~" for sentence in said for mention in _told_as_past(sentence))


def _told_as_past(sentence: Said) -> list[DateMention]:
    """The dates of a sentence that bound nothing, where no plan is told of."""
    return [] if sentence.plans() else [mention for mention in sentence.dates if mention.role is DateRole.IN]


def opening_without_year(document: Document, aligned: Aligned) -> tuple[Parts, str] | None:
    """A day or month without its year in the first lines that are no prose, and its words; its year may stand behind.

    «8 сәуір. Қордайдан соңғы хабар», «№ 4, сәуір», «Ош, 16 мамыр. «Дала» апталығы, 2025 жыл».
    """
    for block in document.blocks[: _OPENING_BLOCKS + 1]:
        line = _first_line(aligned, block)
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.BYLINE) or len(line) > _OPENING_REACH or is_foreign(line):
            continue
        if month := _NUMBERED_MONTH.fullmatch(line):
            return Parts(None, _number(month["month"] or month["before"])), line.strip()
        found = _DAY_BEFORE.fullmatch(line)
        if found is None or kk.OF_THAT_DAY.match(found["rest"]):
            continue
        number, month_number = int(found["number"]), _number(found["month"])
        if not is_day(LEAP, month_number, number):
            continue
        behind = _YEAR_BEHIND.fullmatch(found["rest"])
        if behind is None and (any(sign.isdigit() for sign in found["rest"]) or block.kind is BlockKind.FURNITURE):
            continue
        weekday = weekday_in(found["weekday"].lower()) if found["weekday"] else None
        return Parts(int(behind["year"]) if behind else None, month_number, number, weekday), line.strip()
    return None


def told_day(document: Document, aligned: Aligned) -> tuple[date, str] | None:
    """«Кеше, 8 шілдеде, …», «бүгін, 12 мамырда»: the document's own day by a day that the text counts from it, with
    the words; its year is LEAP where the text does not tell it there."""
    for block in document.blocks:
        if block.kind not in TOLD:
            continue
        found = _COUNTED_DAY.search(aligned.to_target(block.span).of(aligned.text))
        if found is None:
            continue
        month = _number(found["month"])
        year = int(found["year"] or LEAP)
        if not is_day(year, month, int(found["day"])):
            return None
        step = {"кеше": 1, "бүгін": 0, "ертең": -1}[found["when"].lower()]
        return date(year, month, int(found["day"])) + timedelta(days=step), found[0]
    return None


def closing(document: Document, aligned: Aligned, said: Callable[[], list[Said]]) -> Dating | None:
    """The day of the last words: «… 2025 жылғы 19 қарашада екі данада жасалды», «Дереккөз: «Дала», 19.11.2025»."""
    for block in reversed(document.blocks[-_CLOSING_BLOCKS:]):
        words = aligned.to_target(block.span).of(aligned.text)
        made = block.kind in TOLD and kk.DRAWN_UP.search(words[-_CLOSING_REACH:])
        shown = block.kind is BlockKind.FURNITURE and kk.SOURCE_OR_SCENE.match(words)
        parts = state(words[-_CLOSING_REACH:]) if made or shown else None
        if parts is not None and parts.precision == _WHOLE:
            day = point(parts.year or 1, parts.month, parts.day)
            basis = "stated" if made else "inferred"
            return Dating(day, basis, f"its last words: «{words[-_SHOWN:].strip()}»")
    feet = list(_feet(document, aligned))
    if len(feet) == 1 and _nothing_after(feet[0][0], said()):
        return Dating(feet[0][0], "stated", f"its last line: «{feet[0][1]}»")
    return None


def _feet(document: Document, aligned: Aligned) -> Iterator[tuple[str, str]]:
    """Last lines that are a place and a whole day, or the day alone: a letter's, an obituary's, a speech's."""
    for block in document.blocks[1:][-_CLOSING_BLOCKS:]:
        line = aligned.to_target(block.span).of(aligned.text).strip()
        found = _FOOT.fullmatch(line) if len(line) <= _FOOT_LINE else None
        if found is None or is_foreign(line) or kk.CHANGED.search(line.lower()) or kk.NO_PLACE.search(line.lower()):
            continue
        parts = state(found["day"])
        if parts is not None and parts.precision == _WHOLE:
            yield point(parts.year or 1, parts.month, parts.day), line
