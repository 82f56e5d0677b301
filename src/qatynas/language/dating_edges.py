"""A document's own day at its edges: in the words that it opens with, in its last ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from qatynas.language.anchor import is_day, point
from qatynas.language.dating_days import LEAP
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
# a day with its year, in figures or with its month's name, then a stop or a bar, or a word that begins with a capital
_MONTH = rf"(?i:{'|'.join(MONTHS)})"
_YEAR = r"(?:19|20)\d\d"
_YEAR_WORD = r"\s*-?\s*(?i:жылғы|жылдың|жылы|жыл|ж\.)?"
_OPENS = re.compile(
    rf"\W{{0,3}}(?:{_YEAR}\s*-?\s*(?i:жылғы|жылдың|жыл|ж\.)?,?\s*\d{{1,2}}[\s-]*{_MONTH}"
    rf"|\d{{1,2}}[\s-]*{_MONTH},?\s*{_YEAR}(?:\s*(?i:жыл|ж\.))?"
    r")(?=\s*[.|/:;]|\s*$|\s+[А-ЯӘҒҚҢӨҰҮҺІ])"
    r"|\W{0,3}\[\d{1,2}[./]\d{1,2}[./](?:20)?\d\d,?\s+\d{1,2}:\d\d(?::\d\d)?\]"  # «[05.11.22, 18:22] Айгүл: …»
    rf"|\W{{0,3}}\d{{1,2}}[./]\d{{1,2}}[./]{_YEAR}(?=\s*[.|/:;]|\s*$|\s+(?!күн|ж|бастап|дейін|мен\b)[^\W\d_])"
)
# «Тамыздың соңғы аптасы», «Шілде айының ортасы», «Қазанның 3-і, сәрсенбі», «5 маусым, таңғы сағат алты»
_SCENE = re.compile(
    rf"\W*(?:(?P<month>{_MONTH})(?:[нд]ың|[нд]ің|тың|тің)?(?:\s+айы(?:ның)?)?"
    r"(?:\s+(?:басы|ортасы|соңы|аяғы|(?:алғашқы|бірінші|екінші|үшінші|төртінші|соңғы)\s+(?:аптасы|онкүндігі|күндері|күні)"
    rf"|(?P<day>\d{{1,2}})\s*[-–]?\s*(?:с?[іы]|(?:[іы]?н)?ш[іы])(?:\s+күні)?))?"
    rf"|(?P<on>\d{{1,2}})[\s-]*(?P<of>{_MONTH}))(?:\s*,\s*(?:{'|'.join(WEEKDAYS)}))?\W*"
)
_WORDED = re.compile(rf"[^\d]*\bжыл(?:дың|ғы|ы)?,?\s+[^\d]*(?:{_MONTH})(?:ы|і)?\W*")  # no digit stands in it
_SCENE_REACH = 120
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


def _first_line(aligned: Aligned, block: Block) -> str:
    return aligned.to_target(block.span).of(aligned.text).split("\n")[0]


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


def scene(document: Document, aligned: Aligned) -> tuple[Parts, str] | None:
    """The month or day that a text opens its scene with, in a sentence that says no more: «Тамыздың соңғы аптасы. …»,
    «Қазанның 3-і, сәрсенбі.», «Екі мың жиырма үшінші жылдың он сегізінші мамыры.»"""
    paragraphs = [block for block in document.blocks if block.kind in TOLD or block.kind is BlockKind.TITLE]
    for block in paragraphs[:_OPENING_BLOCKS]:
        line = _first_line(aligned, block)[:_SCENE_REACH]
        opens = re.split(r"[.!?…](?:\s|$)", line.strip(), maxsplit=1)[0].lower()
        if (found := _SCENE.fullmatch(opens)) is not None:
            month, day = _number(found["month"] or found["of"]), int(found["day"] or found["on"] or 0) or None
            if day is None or is_day(LEAP, month, day):
                return Parts(None, month, day, weekday_in(opens)), opens
        elif _WORDED.fullmatch(opens):
            parts = state(opens)
            if parts is not None and parts.precision == _WHOLE:
                return parts, opens
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
