"""Times that a length tells: within so many years to come, so many years after one told, within the year."""

from __future__ import annotations

import re

from qatynas.claims.clauses import tokens_after
from qatynas.claims.figures_base import Told, earlier
from qatynas.claims.figures_choice import Choice
from qatynas.claims.figures_said import Said, moved, passed
from qatynas.claims.figures_seasons import lasting
from qatynas.claims.figures_verbs import verbs_in
from qatynas.claims.figures_words import endings, noun
from qatynas.language.mentions import DateMention, DateRole
from qatynas.model import Span

_LENGTH = re.compile(r"P(\d{1,2})Y")
_AHEAD = ("target", "forecast", "potential", "by_forecast", "need", "by_paper")
_YEAR, _MONTH = len("2025"), len("2025-08")
_SEVERAL = 2  # years
_REPORTED_UNTIL = 3  # in the first months of a year «жыл ішінде» is the year before


def years_ahead(said: Said, choice: Choice, measured: str) -> Told | None:
    """«үш жылдың ішінде екі еселеу міндеті»: from the document's year on, where it is aimed at or expected."""
    day = said.at.day or ""
    heard = Span(said.at.sentence.span.start, said.reach.end)
    ahead = any(not passed(said, span) for key in _AHEAD for span in said.marks.spans(key, heard))
    ahead = ahead or any(reading.form == "intention" for _, reading in said.verbs)
    past = any(reading.form in ("past", "perfect", "inferred") for _, reading in verbs_in(said.tokens(said.ahead)))
    past = past or closed(said)
    if not ahead or past or not day[:_YEAR].isdigit():
        return None
    for date in _lengths(said):
        words = [t.lower for t in (*said.tokens(date.span)[-1:], *tokens_after(said.at.sentence, date.span.end)[:1])]
        if noun("within", tuple(words)) or noun("in_years", tuple(words)):
            year = int(day[:_YEAR])
            if term := lasting(said, _years(date), "Y"):
                return term, "the years told of before", date.span
            if _years(date) < _SEVERAL:
                continue
            return f"{year}/{year + _years(date)}", "so many years to come", date.span
    return None


def years_later(said: Said, choice: Choice, measured: str) -> Told | None:
    """«2016 жылы 622 миллион болса, жеті жылдан кейін 2,4 еселенді»: so many years after the time told before."""
    last = said.memory.last(said, reach=1)
    day = said.at.day or ""
    year = (last.period or "")[:_YEAR] if last is not None else ""
    if last is None or not year.isdigit() or not day[:_YEAR].isdigit():
        return None
    for date in _lengths(said):
        behind = tokens_after(said.at.sentence, date.span.end)[:2]  # «он жыл өткен соң»
        words = tuple(t.lower for t in (*said.tokens(date.span)[-1:], *behind))
        between = last.number.span.end <= date.span.start or last.sentence < said.at.index
        later = moved(year, _years(date))
        if between and noun("after", words) and later and later <= day[:_YEAR]:
            return later, "so many years after the time told before", date.span
    return None


def after_years(said: Said, choice: Choice, measured: str) -> Told | None:
    """«1993 жылы 92 миллион болса, отыз жылда он сегіз есе өсті»: so many years after the level told before."""
    sentence = said.at.sentence
    ago = said.has("years_ago", Span(sentence.span.start, said.reach.end))
    if measured not in ("multiple", "growth") or ago:
        return None
    for number in sentence.numbers:
        if number.part_of_date or number.span.end > said.number.span.start or number.quantity.unit not in ("", "count"):
            continue
        after = tokens_after(sentence, number.span.end)[:1]
        if after and noun("years", (after[0].lower,)) and (told := earlier(said, choice, None)) and told.isdigit():
            later = moved(told, int(number.quantity.value))
            if later is None or later > (said.at.day or "")[:4]:
                return None
            return later, "so many years after the level told before", number.span
    return None


def within_the_year(said: Said, choice: Choice, measured: str) -> Told | None:
    """«Жыл ішінде 74 мың тонна жөнелттік»: the year that the text tells of, else the last that is over or under way."""
    hits = said.marks.spans("within_the_year", Span(said.at.sentence.span.start, said.number.span.start))
    day = said.at.day or ""
    counted = [n for n in said.at.sentence.numbers if hits and 0 <= hits[-1].start - n.span.end <= 1]
    past = any(r.form in ("past", "perfect", "inferred", "participle", "converb") for _, r in said.verbs)
    if not hits or counted or not past or len(day) < _MONTH:
        return None
    told = [f.period for f in said.memory.figures if f.status == "actual" and (f.period or "").isdigit()]
    recent = [year for year in told if year and int(day[:_YEAR]) - int(year) <= 1]
    last = said.memory.last(said, reach=0)
    now = last is not None and last.period is None and last.status == "actual"
    if now and measured != "level" and any(said.words(hit).lower().startswith("бір") for hit in hits):
        return f"{int(day[:_YEAR]) - 1}/{day[:_YEAR]}", "the year up to now", hits[-1]
    headed = (said.at.sentence.entry.edtf or "")[:_YEAR] if said.at.sentence.entry is not None else ""
    year = (
        headed
        if headed.isdigit()
        else recent[-1]
        if recent
        else str(int(day[:_YEAR]) - (int(day[5:7]) <= _REPORTED_UNTIL))
    )
    return year, "the year that is told of", hits[-1]


def month_told(said: Said) -> str | None:
    """«Қарашада … барды. Олар 6 келісімге қол қойды»: the month that a sentence just before in the paragraph tells."""
    for at in said.at.before(2):
        if not said.at.same_paragraph(at):
            return None
        months = [d.edtf for d in at.sentence.dates if d.edtf and len(d.edtf) == _MONTH]
        past = [month for month in months if month <= (said.at.day or "")[:_MONTH]]
        if past:
            return past[-1]
    return None


def every_time(said: Said, choice: Choice, measured: str) -> Told | None:
    """«жыл сайын 120 мың жұмысшы барады»: what comes about every year has no time of its own."""
    dates = said.at.dates_in(said.piece)
    if any(d.role is DateRole.EVERY for d in dates) and not any(d.edtf for d in dates):
        return None, "every such time", None
    return None


def closed(said: Said) -> bool:
    """«… құжатқа келіскен, …»: a bare participle right before a mark tells what is past."""
    for token, reading in said.verbs[-1:]:
        after = tokens_after(said.at.sentence, token.span.end)[:1]
        bare = reading.form == "participle" and reading.suffix.endswith(endings("done")) and not reading.possessor
        return bare and (not after or after[0].kind == "mark")
    return False


def _lengths(said: Said) -> list[DateMention]:
    """The lengths in years that stand before the number in its sentence, nearest first."""
    dates = [d for d in said.at.sentence.dates if d.span.end <= said.number.span.start]
    return [d for d in reversed(dates) if _LENGTH.fullmatch(d.duration or "")]


def _years(date: DateMention) -> int:
    found = _LENGTH.fullmatch(date.duration or "")
    return int(found[1]) if found else 0
