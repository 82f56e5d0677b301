"""The date that a sentence itself gives for an event, and how a story's «two years later» counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from msgspec.structs import replace as changed

from qatynas.claims.acts import part_of, parts, verb
from qatynas.claims.clauses import tokens_after, tokens_in
from qatynas.claims.context import At
from qatynas.claims.when_days import Step, step_in, stepped
from qatynas.claims.when_words import table
from qatynas.language.mentions import Case, DateMention, DateRole, Token
from qatynas.model import Period, Span

_FUTURE = ("атын", "етін", "йтын", "йтін")
_NEXT = ("келер", "келесі", "алдағы")  # «келер қыркүйекте», said in September
_MOVED = 3  # words after a date among which it is moved: «қарашадан кейінге қалған»
_PHRASE = 4  # words of «мамырдағы Тоқаевтың Бішкекке сапары» between a date and its noun
COUNTED = "counted from the day told before"
_DAYS = len("2025-08-21")
_MONTH = len("2025-08")  # a document dated less finely tells no news
_LENGTH = re.compile(r"P(\d+)Y")
_DAYED = re.compile(r"\d{4}-\d\d")
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
_DAY_OF_MONTH = re.compile(r"(\d{1,2})-?(?:с?[ыі]нд[ае]|с?[ыі]на|с?[ыі]не|с?[ыі])")
_SPAN_OF_DAYS = re.compile(r"(?:\d{4}-\d\d-\d\d/?){2}")
_LONGEST = 31  # days of a month
_YEARS = re.compile(r"\d{4}(?:/\d{4})?")
_OF_YEARS = ("жылғы", "жылдың", "жылдардың", "жылдардағы", "жылдық", "жылға", "жылдарға", "жж.")
_BACK = 4  # sentences back to which a story's «two years later» may refer


@dataclass(frozen=True, slots=True)
class Moment:
    """A date with where it was read; span is canonical, None where it was inferred. rule names how, for --explain."""

    edtf: str
    rule: str
    span: Span | None = None
    words: str = ""


def told(at: At, span: Span, *, past: bool = True, title: Span | None = None) -> Moment | None:
    """The date that the sentence itself gives; title is that of a document, whose own verbs have no date outside it."""
    part = part_of(at, span)
    near = [date for date in free_dates(at, span, title) if part.covers(date.span)]
    if not near and (day := _day_of_story(at, part, past=past)):
        return day
    if not near and any(hit.key == "same_time" for hit in table().find(at.tokens_in(part))):
        return _named_here(at, part) or base_date(at, part.start)
    if past and (shifted := in_story(at, part, near)):
        return shifted
    near = [date for date in near if not _is_given_up(at, date)] or [d for d in near if not is_moved_from(at, d)]
    chosen = _nearest(near, span) or _nearest(
        [d for d in free_dates(at, span, title) if d.span.end <= part.start], span
    )
    if chosen is None or chosen.edtf is None:
        return _season(at, part, past=past) or (_told_by_step(at, part) if past else None)
    edtf = _to_the_day(at, chosen, _gone_by(at, chosen) if past else to_come(at, chosen))
    if chosen.role == DateRole.FROM and edtf[:1].isdigit():
        edtf = edtf.split("/")[0]  # «1 мамырынан бастап күшіне енді»
    return Moment(edtf, "date named", chosen.span, chosen.span.of(at.reading.text))


def _day_of_story(at: At, part: Span, *, past: bool) -> Moment | None:
    """«Сапардың екінші күні», «ертеңіне»: counted from the days told before; «екі күннен кейін өтеді» from today."""
    step = step_in(at, part)
    if step is None:
        return None
    base = None
    if not past and not step.within and step.days > 0 and at.day:
        base = Moment(at.day, "the document's own day")
    base = base or _days_told(at, part, step)
    edtf = stepped(base.edtf, step) if base else None
    return Moment(edtf, COUNTED, step.span, step.span.of(at.reading.text)) if edtf else None


def _days_told(at: At, part: Span, step: Step) -> Moment | None:
    """The days told last before part: of an event of several days where its n-th is meant, else any day."""
    for other in (at, *at.before(_BACK)):
        dates = [d for d in other.sentence.dates if d.edtf and d.span.end <= part.start and len(d.edtf) >= _DAYS]
        dates = [d for d in dates if not is_term(other, d) and (step.within is False or "/" in (d.edtf or ""))]
        if not step.within and (day := _told_by_step(other, part)):
            return day
        if dates:
            return Moment(dates[-1].edtf or "", "date named before", dates[-1].span, "")
    return _days_told(at, part, replace(step, within=False)) if step.within else None


def _told_by_step(at: At, before: Span) -> Moment | None:
    """The last day in the sentence that is itself counted from one told before, behind all dates of its own."""
    own = [d.span.start for d in at.sentence.dates if d.edtf and len(d.edtf) >= _DAYS and d.span.end <= before.start]
    for part in reversed(parts(at)):
        if part.end <= before.start and (not own or part.end > own[-1]) and step_in(at, part):
            return _day_of_story(at, part, past=True)
    return None


def _season(at: At, part: Span, *, past: bool) -> Moment | None:
    for date in at.dates_in(part):
        if not _is_given_up(at, date) and (edtf := nearest_season(at, date, past=past)):
            return Moment(edtf, "the nearest such season", date.span, date.span.of(at.reading.text))
    return None


def nearest_season(at: At, date: DateMention, *, past: bool) -> str | None:
    """«күзге шегерілді», «көктемде ашылды»: a season of no year as the nearest one after or before the document's day,
    None where date is something else."""
    number = _SEASONS.get(date.season or "")
    if number is None or date.edtf is not None or date.role == DateRole.EVERY or date.recurrence:
        return None
    if (head := at.sentence.entry) is not None and (head.edtf or "")[:4].isdigit():
        return f"{(head.edtf or '')[:4]}-{number}"
    if at.day is None or not _DAYED.match(at.day):
        return None
    first = 3 * (number - 20)  # spring begins in the third month
    year, month = int(at.day[:4]), int(at.day[5:7])
    year += -(month < first) if past else month > first + 2
    return f"../{year:04d}-{number}" if date.role in (DateRole.UNTIL, DateRole.BY) else f"{year:04d}-{number}"


def _to_the_day(at: At, date: DateMention, edtf: str) -> str:
    """«қазанның басында, 4-інде»: the day of the month that is told right behind it."""
    behind = tokens_after(at.sentence, date.span.end)[:2]
    day = _DAY_OF_MONTH.fullmatch(behind[1].lower) if len(behind) > 1 and behind[0].text in ",(–—" else None
    return f"{edtf}-{int(day[1]):02d}" if day and len(edtf) == _MONTH and 0 < int(day[1]) <= _LONGEST else edtf


def _gone_by(at: At, date: DateMention) -> str:
    """What was done in a month without a year lies behind the document's day: «ақпанда» said in December."""
    edtf = date.edtf or ""
    no_year = date.relative or edtf[:4] not in date.span.of(at.reading.text)
    bare = no_year and not is_deictic(at, date) and "/" not in edtf and len(edtf) >= _MONTH
    if bare and at.day and len(at.day) >= _MONTH and edtf > at.day[: len(edtf)] and edtf[5:7] <= "12":
        return f"{int(edtf[:4]) - 1:04d}{edtf[4:]}" if edtf[:4].isdigit() else edtf
    return edtf


def to_come(at: At, date: DateMention) -> str:
    """A planned event's month or day without a year lies ahead of the document's day."""
    edtf = date.edtf or ""
    bare = date.relative and not is_deictic(at, date) and "/" not in edtf and len(edtf) >= _MONTH
    next_one = edtf == (at.day or "")[: len(edtf)] and any(t.lower in _NEXT for t in at.tokens_in(date.span))
    if _is_span_of_days(at, date) and at.day and edtf[_DAYS + 1 :] < at.day:
        return "/".join(f"{int(day[:4]) + 1:04d}{day[4:]}" for day in edtf.split("/"))
    if bare and at.day and (edtf < at.day[: len(edtf)] or next_one) and edtf[:4].isdigit():
        return f"{int(edtf[:4]) + 1:04d}{edtf[4:]}"
    return edtf


def _is_span_of_days(at: At, date: DateMention) -> bool:
    """«4–5 желтоқсанда»: days of no year."""
    return date.relative and not is_deictic(at, date) and bool(_SPAN_OF_DAYS.fullmatch(date.edtf or ""))


def _nearest(dates: list[DateMention], span: Span) -> DateMention | None:
    """The date closest to span, one before its end rather than one after."""
    if not dates:
        return None
    exact = [date for date in dates if date.edtf and len(date.edtf) > 4]
    pool = [d for d in dates if d.span.start < span.end] or dates
    best = max(pool, key=lambda date: (-abs(span.start - date.span.start), len(date.edtf or "")))
    finer = [d for d in exact if d in pool and _is_within(d, best)] or [d for d in pool if _is_within(d, best)]
    return finer[0] if finer else best


def _is_within(one: DateMention, other: DateMention) -> bool:
    """Whether one is the finer of two dates of one thing: «2020 жылы пандемия кезінде»."""
    if not one.edtf or not other.edtf or one.edtf == other.edtf:
        return False
    try:
        return Period(other.edtf).contains(Period(one.edtf))
    except ValueError:
        return False


def free_dates(at: At, span: Span, title: Span | None = None) -> list[DateMention]:
    """The sentence's dates that may belong to an event at span: no terms, none that belong to another noun."""
    return [
        date
        for date in at.sentence.dates
        if date.edtf
        and date.role != DateRole.EVERY
        and not is_term(at, date)
        and belongs(at, date, span, title)
        and not is_dateline(at, date)
    ]


def is_dateline(at: At, date: DateMention) -> bool:
    """«„Жетісу-Ақпарат“, 5 желтоқсан – … кеше өткізді»: the report's own day before the dash that begins its text."""
    behind = tokens_after(at.sentence, date.span.end)[:1]
    if date.edtf != at.day or not behind or behind[0].text not in "–—-":
        return False
    return not any(verb(token) for token in at.sentence.tokens if token.span.end <= date.span.start)


def _is_given_up(at: At, date: DateMention) -> bool:
    """«мамырға жоспарланған форум қыркүйекте өтеді», «шілдеде емес, тамызда», «қарашадан қалған отырыс»: a date that no
    longer holds."""
    following = tokens_after(at.sentence, date.span.end)[:_MOVED]
    if is_moved_from(at, date):
        return any(hit.key == "moved" for hit in table().find(following))
    return any(hit.key == "given_up" for hit in table().find(following[:1]))


def is_moved_from(at: At, date: DateMention) -> bool:
    """«қарашадан», «көктемнен»: from when something is moved, if a verb of moving follows."""
    last = tokens_in(at.sentence, date.span)[-1:]
    return bool(last) and last[0].case == Case.ABL


def is_term(at: At, date: DateMention) -> bool:
    """«2031–2034 жылдарға арналған», «2031 жылға дейінгі жол картасы»: the time that a document covers."""
    if date.role == DateRole.UNTIL and date.span.of(at.reading.text).endswith("дейінгі"):
        return True
    following = tokens_after(at.sentence, date.span.end)[:2]
    hits = table().find(following)
    return any(hit.key == "term" and hit.first == 0 for hit in hits) or _is_of_plan(at, date)


def _is_of_plan(at: At, date: DateMention) -> bool:
    """«2026 жылғы ынтымақтастық жоспары», «2024–2026 жылғы жұмыс жоспары»: the years that a plan is for."""
    years = _YEARS.fullmatch(date.edtf or "")
    if years is None or not date.span.of(at.reading.text).lower().endswith(_OF_YEARS):
        return False
    last = date.edtf and date.edtf[-4:]
    if at.day and last and last < at.day[:4] and "/" not in (date.edtf or ""):
        return False
    following = tokens_after(at.sentence, date.span.end)[:_PHRASE]
    return any(hit.key == "plan_nouns" for hit in table().find(following))


def belongs(at: At, date: DateMention, span: Span, title: Span | None = None) -> bool:
    """Whether a date is free or modifies a participle inside span: «2024 жылы қол қойылған шартты … бекітті»."""
    owner = owner_of(at, date, title)
    if owner is None or (span.start < owner.end and owner.start < span.end):
        return True
    if owner.end <= span.start and _is_of_event(at, owner):
        return True
    between = at.tokens_in(Span(date.span.end, span.start)) if date.span.end <= span.start else ()
    return 0 < len(between) <= _PHRASE and not any(token.kind == "mark" or verb(token) for token in between)


def _is_of_event(at: At, participle: Span) -> bool:
    """«маусымда Бішкекте өткен отырысында қол қойды»: a participle of the meeting at which it was done."""
    following = tokens_after(at.sentence, participle.end)[:_PHRASE]
    for index, token in enumerate(following):
        if token.kind == "mark":
            return False
        if any(hit.key == "setting" and hit.case == Case.LOC for hit in table().find(following[index : index + 1])):
            return True
    return False


def owner_of(at: At, date: DateMention, title: Span | None = None) -> Span | None:
    """The attributive participle or the noun that the date modifies, None where it is free.

    A participle inside title, which the date does not stand in, is none.
    """
    tokens = at.sentence.tokens
    first = next((i for i, token in enumerate(tokens) if token.span.start >= date.span.end), len(tokens))
    last = tokens[first - 1] if first else None
    if last and last.span.end <= date.span.end and last.attributive and not _of_time(last.lower):
        following = tokens[first] if first < len(tokens) else None
        if following is None or following.kind != "word":
            return None
        if _is_time(tokens[first : first + 2]):
            return _known_by(tokens[first + 1 : first + 4])
        return following.span
    for index in range(first, min(len(tokens) - 1, first + 9)):
        token, following = tokens[index], tokens[index + 1]
        if token.kind == "mark" and token.text in ",;.!?–—:":
            return None
        if title and title.covers(token.span) and not title.covers(date.span):
            continue
        named = any(name.span.covers(token.span) for name in at.sentence.names)  # «Машиев» is no participle
        reading = None if named or _is_adjective(token) else verb(token)
        if reading is None:
            continue
        if reading.form in ("past", "present", "converb", "condition", "perfect", "inferred", "intention"):
            return None
        if reading.form == "participle" and reading.case == Case.NOM and not reading.possessor:
            if reading.suffix.startswith(_FUTURE) and any(t.case == Case.ACC for t in tokens[first:index]):
                return (
                    None  # «бейсенбіде шартты ратификациялайтын заңды қабылдады»: its own object parts it from the date
                )
            return token.span if following.kind == "word" and not is_auxiliary(following.lower) else None
        if reading.form == "participle" and reading.case in (Case.LOC, Case.ABL):
            return None
    return None


def _known_by(tokens: Sequence[Token]) -> Span | None:
    """«сәуірдегі тасқында көзге түскен құтқарушыға»: the participle of what somebody did then."""
    for token, following in pairwise(tokens):
        reading = verb(token)
        if token.kind == "mark" or (reading is not None and reading.form not in ("participle", "stem")):
            return None
        attributive = reading is not None and reading.form == "participle" and reading.case == Case.NOM
        if attributive and following.kind == "word" and not is_auxiliary(following.lower):
            return token.span
    return None


def _is_adjective(token: Token) -> bool:
    return any(hit.key == "adjectives" for hit in table().find((token,)))


def _is_time(tokens: Sequence[Token]) -> bool:
    """«қаңтардағы аязда», «сәуірдегі тасқыннан кейін»: the noun is itself a time, so that the date is the event's."""
    head = tokens[0]
    after = any(hit.key == "later" for hit in table().find(tokens[1:]))
    return (head.case == Case.LOC and not head.attributive) or (head.case == Case.ABL and after)


def _of_time(lower: str) -> bool:
    return lower.startswith(("жылғы", "жылдағы", "былтырғы", "биылғы"))


def is_auxiliary(lower: str) -> bool:
    return lower.startswith(("еді", "болатын", "болды", "бол", "екен", "жоқ", "емес", "кейін", "соң", "сайын"))


def in_story(at: At, part: Span, near: list[DateMention]) -> Moment | None:
    """«Арада алты ай өткенде, 3 мамырда», «келесі жылы», «сол жылы»: counted from the date told before."""
    if any(not date.relative or is_deictic(at, date) for date in near):
        return None
    told_upto = Span(at.sentence.span.start, part.end)
    tokens = at.tokens_in(told_upto if near else part)
    years = _years_on(at, told_upto if near else part)
    keys = {hit.key: hit for hit in table().find(tokens)}
    if years is None and "next_year" in keys:
        years = 1
    if years is None and "same_year" not in keys:
        return None
    base = base_date(at, near[0].span.start if near else part.start)
    if not near and "same_year" in keys:
        base = base_date(at, part.end)
    if base is None or (years == 1 and _reaches_day(at, base)):
        return None
    return _counted(at, base, years or 0, near or _seasons_in(at, part), "same_year" in keys)


def _seasons_in(at: At, part: Span) -> list[DateMention]:
    """«Сол жылы жазда»: the seasons of no year in part, of the year 0 until it is known."""
    found = [d for d in at.dates_in(part) if d.edtf is None and d.season in _SEASONS and not d.recurrence]
    return [changed(d, edtf=f"0000-{_SEASONS[d.season or '']}", relative=True) for d in found]


def is_deictic(at: At, date: DateMention) -> bool:
    """«биыл 26 мамырда», «былтыр»: counted from the day of writing, whatever the story tells."""
    tokens = at.tokens_in(date.span)
    return any(hit.key == "deictic" for hit in table().find(tokens))


def _reaches_day(at: At, base: Moment) -> bool:
    """«келесі жылы» after a date of this very year is next year."""
    return at.day is not None and base.edtf[:4] >= at.day[:4]


def _counted(at: At, base: Moment, years: int, near: list[DateMention], same: bool) -> Moment | None:
    if not base.edtf[:4].isdigit():
        return None
    year = f"{int(base.edtf[:4]) + years:04d}"
    day = next((d.edtf for d in near if d.edtf and d.relative and len(d.edtf) > 4 and d.edtf[4] == "-"), None)
    day = day.removesuffix("/..") if day else None  # «келесі жылдың 1 ақпанынан бастап»
    if (
        day and near and not day.startswith("0000") and day[5:7].isdigit() and int(day[5:7]) > 12
    ):  # a season and a month beside it: the month is finer
        day = next((d.edtf for d in near if d.edtf and d.relative and d.edtf[5:7] <= "12" and len(d.edtf) > 4), day)
    rule = "counted from the date told before"
    if same and not day and any(t.lower.startswith("күн") for t in at.tokens_in(at.sentence.span)):
        return Moment(base.edtf, "the same day", base.span, base.words)
    return Moment(year + (day[4:] if day else ""), rule, base.span, base.words)


def _years_on(at: At, part: Span) -> int | None:
    """How many years the part moves the story: 6 of «арада алты жыл өткенде», -1 of «бір жыл бұрын»."""
    for date in at.dates_in(part):  # «бір жыл өткенде», read as a length of time
        length = _LENGTH.fullmatch(date.duration or "")
        inside = tokens_in(at.sentence, date.span)[-1:]
        behind = tokens_after(at.sentence, date.span.end)[:1]
        for hit in table().find([*inside, *behind]) if length else ():
            if length and hit.key in ("later", "earlier"):
                return int(length[1]) * (1 if hit.key == "later" else -1)
    for number in at.sentence.numbers:
        if not part.covers(number.span) or number.quantity.value != int(number.quantity.value):
            continue
        tokens = tokens_after(at.sentence, number.digits.end)[:3]
        if not tokens or not tokens[0].lower.startswith("жыл") or len(tokens) < 2:
            continue
        for hit in table().find(tokens[1:2]):
            if hit.key in ("later", "earlier") and not any(t.lower == "сайын" for t in tokens):
                return int(number.quantity.value) * (1 if hit.key == "later" else -1)
    return None


def _named_here(at: At, part: Span) -> Moment | None:
    """«Сейсенбіде … қуаттады: құжатқа сол жерде қол қойылды»: the last date before part in its own sentence."""
    dates = [d for d in at.sentence.dates if d.edtf and d.span.end <= part.start and not is_term(at, d)]
    last = next((d for d in reversed(dates) if d.role == DateRole.IN), None)
    return Moment(last.edtf or "", "date named before", last.span, last.span.of(at.reading.text)) if last else None


def base_date(at: At, position: int) -> Moment | None:
    """The last date told before position, in this sentence or up to four before it."""
    for relative in (False, True):
        for other in (at, *at.before(_BACK)):
            dates = [d for d in other.sentence.dates if d.edtf and d.span.end <= position and d.relative == relative]
            dates = [d for d in dates if not is_term(other, d) and d.edtf and d.edtf[:1].isdigit()]
            found = dates[-1] if dates else other.sentence.entry
            if found is not None and found.edtf:
                return Moment(found.edtf or "", "date named before", found.span, found.span.of(at.reading.text))
    return None
