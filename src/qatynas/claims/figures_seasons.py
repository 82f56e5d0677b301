"""Times of a figure that no calendar date tells: a season of no year, so many months of a year, the end of a year."""

from __future__ import annotations

import re

from qatynas.claims.figures_base import Told, dates_of
from qatynas.claims.figures_choice import Choice
from qatynas.claims.figures_said import Said
from qatynas.claims.figures_words import endings, noun
from qatynas.claims.when_told import nearest_season
from qatynas.language.mentions import Case, DateMention, DateRole
from qatynas.model import Period, Span

_MONTHS = re.compile(r"P(\d{1,2})M")
_AHEAD = ("target", "forecast", "potential", "by_forecast", "need")
_PAST = frozenset(("past", "perfect", "inferred", "participle"))
_FLOWING = ("water.", "energy.")
_REPORTED_UNTIL = 3  # in the first months of a year the sums of the year before are told
_SOWN = 4  # water is shared out from April on
_REAPED = 9  # and no more after September
_COUNTED = ("trade", "investment", "transport", "tourism", "energy", "migration", "water", "other")
_YEAR = len("2025")
_MONTH = len("2025-08")
_LAST_MONTH = 11
_SEASON = 92  # days
_PAIR = 2  # words of «соңына дейін»
_TERM_REACH = 5  # sentences back to the term that «үш айда», «үш жылда» counts


def season(said: Said, choice: Choice, measured: str) -> Told | None:
    """«жазда 640 мың турист келді»: the nearest such season; a summer that is over says nothing of what goes on."""
    for span in (said.piece, Span(said.at.sentence.span.start, said.number.span.start), said.ahead):
        for date in reversed(_seasons(said, choice, span)):
            last = said.memory.last(said, reach=0)
            if last is not None and last.number.span.start > date.span.end and not said.piece.covers(date.span):
                return last.period, "that of the number before in the sentence", last.number.span
            if edtf := _nearest(said, date):
                return _its_months(said, date, edtf), "the nearest such season", date.span
            return None, "a season of every year", date.span
    grown = said.marks.spans("growing_season", said.reach)
    if grown and choice.indicator.code.startswith("water.") and not dates_of(said, said.at.sentence.span):
        year = _growing_year(said)
        return (year, "the nearest growing season", grown[-1]) if year else None
    return None


def _seasons(said: Said, choice: Choice, span: Span) -> list[DateMention]:
    found = [d for d in dates_of(said, span) if d.season and d.edtf is None and not d.recurrence]
    if not found:
        return []
    found = [d for d in found if not any(t.case is Case.DAT for t in said.tokens(d.span)[-1:])]  # «қысқы кестеге»
    if any(d.role is DateRole.EVERY for d in said.at.dates_in(span)):
        return []
    told = [d.span.start for d in dates_of(said, said.at.sentence.span) if d.edtf]
    flowing = choice.indicator.code.startswith(_FLOWING) and not told  # «жазғы токтың бағасы», but «қысқы кесте»
    plain = [d for d in found if flowing or not _of_a_noun(said, d)]
    told = [place for place in told if span.start <= place < said.number.span.start]
    return [d for d in plain if not any(place > d.span.start for place in told)]


def _of_a_noun(said: Said, date: DateMention) -> bool:
    """«жазғы демалыс»: an adjective of something else than its months («күзгі үш айда»)."""
    months = any(d.duration and 0 <= d.span.start - date.span.end <= 1 for d in said.at.sentence.dates)
    return not months and any(t.attributive for t in said.tokens(date.span)[-1:])


def _nearest(said: Said, date: DateMention) -> str | None:
    if date.season == "vegetation":
        return _growing_year(said)
    if said.has("was_so", said.ahead) or not (_ahead(said) or _goes_on(said)):
        return nearest_season(said.at, date, past=True)
    running = date.season == "winter" and (said.at.day or "")[5:7] in ("01", "02")
    coming = nearest_season(said.at, date, past=running)
    once = not said.number.rate and any(d.edtf for at in (said.at, *said.at.before(1)) for d in at.sentence.dates)
    return coming if _ahead(said) or once or _soon(coming, said.at.day) else None


def _its_months(said: Said, date: DateMention, season: str) -> str:
    """«жазғы үш айда»: the season by its months; «жаздың соңына дейін»: up to its end."""
    behind = [t for t in said.at.sentence.tokens if t.span.start >= date.span.end][:2]
    if len(behind) == _PAIR and noun("ends_of_time", behind[0].lemmas) and noun("until", (behind[1].lower,)):
        return f"../{season}" if ".." not in season else season
    lengths = [d.duration for d in said.at.sentence.dates if 0 <= d.span.start - date.span.end <= 1]
    ends = Period(season)
    if lengths[:1] != ["P3M"] or ends.first is None or ends.last is None:
        return season
    return f"{ends.first.isoformat()[:_MONTH]}/{ends.last.isoformat()[:_MONTH]}"


def _soon(season: str | None, day: str | None) -> bool:
    """Whether a season has begun at the document's day or is the next to begin."""
    first, told = Period(season).first if season else None, Period(day).first if day else None
    return first is not None and told is not None and (first - told).days <= _SEASON


def _goes_on(said: Said) -> bool:
    told = [reading for _, reading in said.verbs]
    if len(told) > 1 and noun("hearsay", (told[-1].lemma,)) and told[-2].form in _PAST:
        return False  # «барған көрінеді»
    return any(reading.form == "present" for reading in told)


def _growing_year(said: Said) -> str | None:
    day = said.at.day or ""
    if len(day) < _MONTH:
        return None
    early = _past(said) and not _ahead(said) and int(day[5:7]) < _SOWN
    coming = said.has("next_season", Span(said.at.sentence.span.start, said.number.span.start))
    late = int(day[5:7]) > _REAPED and (coming or _ahead(said) or _goes_on(said))
    later = late or (coming and int(day[5:7]) > _SOWN)
    return str(int(day[:_YEAR]) - early + later)


def _ahead(said: Said) -> bool:
    heard = Span(said.piece.start, said.reach.end)
    return any(said.has(key, heard) for key in _AHEAD) or any(r.form == "intention" for _, r in said.verbs)


def _past(said: Said) -> bool:
    return any(reading.form in _PAST for _, reading in said.verbs) or said.has("was_so", said.ahead)


def months_of_a_year(said: Said, choice: Choice, measured: str) -> Told | None:
    """«биылғы жеті айдағысы», «тоғыз айлықта 1,2 млрд»: from January on, in the year named or the document's own."""
    if choice.indicator.code.split(".")[0] not in _COUNTED:
        return None
    for span in (said.left, Span(said.at.sentence.span.start, said.number.span.start)):
        count, place = _months(said, span)
        if not count or place is None:
            continue
        if any(d.season and 0 <= place.start - d.span.end <= 1 for d in said.at.sentence.dates):
            continue  # «күзгі үш айда»
        years = [d for d in dates_of(said, span) if (d.edtf or "").isdigit() and d.span.end <= place.start]
        if not years and (term := lasting(said, count, "M")):
            return term, "the months told of before", place
        day = said.at.day or ""
        year = years[-1].edtf if years else day[:_YEAR]
        summed = said.has("their_sum", Span(said.at.sentence.span.start, said.number.span.start))
        if not years and (len(day) < _MONTH or not (_past(said) or summed)):
            return None
        if not years and int(day[5:7]) < count:
            year = str(int(day[:_YEAR]) - 1)
        return f"{year}-01/{year}-{count:02d}", "so many months of the year", place
    return None


def lasting(said: Said, count: int, unit: str) -> str | None:
    """The time told shortly before that lasts just so many months or years: «маусым–тамызда … Үш айда …»."""
    near = [f.period for f in said.memory.figures if f.sentence >= said.at.index - _TERM_REACH]
    back = _TERM_REACH if unit == "M" else said.at.index  # a programme's years hold throughout
    spoken = [d.edtf for at in (*said.at.before(back),)[::-1] for d in at.sentence.dates if d.edtf]
    for told in (*reversed(near), *reversed(spoken)):
        if told and _length(told, unit) == count:
            return told
    return None


def _length(told: str, unit: str) -> int:
    """How many months (M) or years (Y) a period goes over, both ends in; 0 where its ends are told otherwise."""
    first, _, last = told.partition("/")
    size = _YEAR if unit == "Y" else _MONTH
    if len(first) != size or len(last) != size or not (first + last).replace("-", "").isdigit():
        return 0
    years = int(last[:_YEAR]) - int(first[:_YEAR])
    if unit == "Y":
        return years + 1
    months = int(last[_YEAR + 1 :]), int(first[_YEAR + 1 :])
    return years * 12 + months[0] - months[1] + 1 if max(months) <= 12 else 0


def _months(said: Said, span: Span) -> tuple[int, Span | None]:
    """How many months are told in span, by an adjective or a noun of them, and where."""
    for number in said.at.sentence.numbers:
        words = (
            said.tokens(Span(number.span.end, min(number.span.end + 20, span.end))) if span.covers(number.span) else ()
        )
        if words and words[0].lower.endswith(endings("compared")):
            continue  # «былтырғы тоғыз айдағыдан»: what is compared with
        of_months = bool(words) and (
            said.has("months_of", words[0].span) or said.has("their_sum", Span(words[0].span.start, words[-1].span.end))
        )
        if of_months and _whole(number.quantity.value):
            return int(number.quantity.value), number.span
    for date in said.at.dates_in(span):
        found = _MONTHS.fullmatch(date.duration or "")
        if any(token.lower.endswith(endings("compared")) for token in said.tokens(date.span)[-1:]):
            continue
        named = said.has("months_of", date.span) or said.has("in_months", date.span) or said.has("their_sum", date.span)
        if found and date.role is DateRole.IN and named and _whole(int(found[1])):
            return int(found[1]), date.span
    return 0, None


def _whole(value: object) -> bool:
    return value in range(2, _LAST_MONTH + 1)


def end_of_the_year(said: Said, choice: Choice, measured: str) -> Told | None:
    """«жылды 1,8 миллиардпен түйіндесек»: what the year ends with is of that year."""
    spans = said.marks.spans("ending_the_year", said.reach)
    day = said.at.day or ""
    told = Span(said.at.sentence.span.start, said.number.span.end)
    if not spans or any(d.edtf for d in dates_of(said, told)) or not day[:_YEAR].isdigit():
        return None
    last = said.memory.last(said, reach=2)
    early = len(day) >= _MONTH and int(day[5:7]) <= _REPORTED_UNTIL
    if early and last is not None and (last.period or day)[:_YEAR] < day[:_YEAR]:
        return (last.period or day)[:_YEAR], "the year that ends so", spans[0]
    return day[:_YEAR], "the year that ends so", spans[0]
