"""When a figure holds, and against when it is measured."""

from __future__ import annotations

import re

from qatynas.claims.figures_base import (
    Told,
    dates_of,
    is_base,
    level_held_against,
    level_just_before,
    long_ago,
    shift,
)
from qatynas.claims.figures_choice import GIVEN_IN_NEED, OTHER_THINGS, Choice
from qatynas.claims.figures_said import Found, Said, moved, of_years, year_before
from qatynas.claims.figures_seasons import end_of_the_year, months_of_a_year, season
from qatynas.claims.figures_spans import after_years, closed, every_time, within_the_year, years_ahead, years_later
from qatynas.claims.figures_story import (
    going_on,
    in_the_report,
    of_the_headline,
    of_the_note,
    of_the_whole_year,
    of_the_year_summed_up,
    of_what_was_founded,
    purposed,
    reported,
    share_of_its_own,
    signed_on,
)
from qatynas.claims.figures_then import of_that_time, of_that_year
from qatynas.claims.figures_times import (
    ablative,
    aimed_for,
    for_another,
    is_school_year,
    mirrored,
    over_years,
    school_year,
    since_then,
    this_day,
    this_season,
    today_as_now,
    told_now,
    told_once,
    year_of_the_story,
)
from qatynas.claims.figures_units import goes_on
from qatynas.claims.figures_within import within_told
from qatynas.claims.figures_words import endings, noun
from qatynas.language.mentions import DateMention, DateRole
from qatynas.model import Span

_DAY, _YEAR = len("2025-08-21"), len("2025")
_YEARS = re.compile(r"\d{4}/\d{4}")
_TIMELESS = frozenset(
    ("project.cost", "projects.value", "water.share")
)  # a date of the clause before is that of the work, not of its cost


def period(said: Said, choice: Choice, measured: str) -> Told:
    """The figure's period, EDTF, with the rule and the words' place."""
    beside_it = dates_of(said, said.piece)
    dated = any(d.edtf for d in beside_it)
    storied = year_of_the_story(said, choice_period(said, choice))
    if storied := storied or (None if dated else since_then(said)):
        return storied
    if said.unit_kind == "km" and _as_adjective(said):
        return None, "a length", None
    if beside_it and all(date.reason == "no_document_date" for date in beside_it):
        return None, "a time that nothing resolves", None
    if (now := told_now(said)) and not dated:
        return None, "an undated present", now
    if (now := today_as_now(said, beside_it)) and choice.indicator.code != "water.storage":
        return None, "an undated present", now
    if not dated and (once := told_once(said)):
        return None, "an undated past", once
    if choice.rule == OTHER_THINGS and not dated:
        return None, "a share of other things has no carried time", None
    if starts_from(said) and any((d.edtf or "").startswith("../") for d in beside_it):
        return None, "where it starts from", None
    if choice.indicator.code == "project.cost" and not dated and not _part_spent(said, choice):
        return None, "a work's cost has no carried time", None
    for rule in RULES:
        found = rule(said, choice, measured)
        if found is not None:
            return _at_its_end(said, measured, found)
    return None, "no time told", None


def _at_its_end(said: Said, measured: str, found: Told) -> Told:
    """«2021–2024 жылдары 5 млн тоннадан 7 млн тоннаға өсті»: where something goes from is of the first of those years,
    what it comes to of the last. «Былтырдан бері 15 тармаққа азайды» is of this year."""
    ranges = [d.edtf for d in said.at.sentence.dates if d.edtf and _YEARS.fullmatch(d.edtf)]
    told = next((r for r in ranges if found[0] in (r, r[:_YEAR])), None)
    if told is None or (is_school_year(told) and not _since(said)):
        return found
    if starts_from(said):
        return told[:_YEAR], "the first of those years", found[2]
    if comes_to(said) or (measured == "change" and is_school_year(told)):
        return told[-_YEAR:], "the last of those years", found[2]
    return found


def _since(said: Said) -> bool:
    """«былтырдан бері»: from a time up to now."""
    return any(date.role is DateRole.FROM for date in said.at.sentence.dates)


def comes_to(said: Said) -> bool:
    """«11 мың тоннадан 5 мың тоннаға дейін»: the second of the two."""
    before = [n for n in said.siblings if n.span.end <= said.number.span.start][-1:]
    return bool(before) and goes_on(before[0], said.number)


def _part_spent(said: Said, choice: Choice) -> bool:
    """«биыл 96 миллион бөлініп, оның төрттен бірі игерілді», «соның ішінде … аударған»: a part of a dated sum, in the
    past as that is."""
    whole = choice.leans or said.memory.last(said, reach=1)
    tied = said.has("part", Span(said.at.sentence.span.start, said.number.span.end)) or said.unit_kind == "percent"
    past = any(reading.form in ("past", "perfect", "inferred") for _, reading in said.verbs) or closed(said)
    return whole is not None and whole.period is not None and whole.status == "actual" and tied and past


def _as_adjective(said: Said) -> bool:
    """«1 257 шақырымдық шеп»: a size made an adjective."""
    inside = [t for t in said.tokens(said.number.span) if t.kind == "word"]
    return bool(inside) and inside[-1].lower.endswith(endings("adjectives"))


def against_a_level(said: Said, choice: Choice, measured: str) -> Told | None:
    """«458 млн, яғни 2023 жылғы 494 млн доллардан 7 %-ға аз»: the time of the level that is compared with the other."""
    level = level_just_before(said, measured)
    if level is None:
        return None
    others = [f for f in said.memory.figures if f is not level and f.indicator == level.indicator and f.period]
    return (others[-1].period, "the time of the level compared", others[-1].number.span) if others else None


def beside(said: Said, choice: Choice, measured: str) -> Told | None:
    """A date among its own words: the last before the number, else the first after it."""
    dates = [d for d in dates_of(said, said.piece) if not is_base(said, d) and d.edtf]
    before = [d for d in dates if d.span.end <= said.number.span.start and not of_what_was_founded(said, choice, d)]
    after = [d for d in dates if d.span.start >= said.number.span.end and not for_another(said)]
    for date in before[-1:] or after[:1]:
        if then := of_that_year(said, date):
            return then, "the year told before", date.span
        if school := school_year(said, date):
            return school, "the school year counted from the one told", date.span
        if day := this_day(said, date):
            return day, "this day of another year", date.span
        if inside := within_told(said, choice, date):
            return (*inside, date.span)
        span = said.piece
        same = [s for s in said.marks.spans("same_time", span) if abs(s.start - date.span.start) < 40]
        if same and choice_period(said, choice):
            shifted = shift(choice_period(said, choice), date.edtf)
            if shifted:
                return shifted, "the same time of another year", date.span
        if by := aimed_for(said, date):
            return by, "an aim for a year", date.span
        return date.edtf, "told beside it", date.span
    return None


def watering(said: Said, choice: Choice, measured: str) -> Told | None:
    """«осы маусымда»: the growing season of the document's year."""
    return this_season(said) if choice.indicator.code.startswith("water.") else None


def moved_from_level(said: Said, choice: Choice, measured: str) -> Told | None:
    """«Былтыр 610 миллион болған, демек үш пайызға кеміген»: what moved from that level to the one told before it."""
    if measured == "multiple" and long_ago(said, choice) is not None:
        return None, "since the level told before", None
    last = level_held_against(said, choice, measured)
    return (last[1].period, "the time of the level told before", last[1].number.span) if last else None


def same_as_before(said: Said, choice: Choice, measured: str) -> Told | None:
    """«осы кезеңде», «сол мерзімде»: the time of the figure before."""
    before = Span(said.at.sentence.span.start, said.number.span.start)
    for key, years in (("year_later", 1), ("year_earlier", -1), ("same_year", 0)):
        hits = [span for span in said.marks.spans(key, before) if not ablative(said, span)]
        last = choice_period(said, choice)
        if hits and last and (shifted := moved(last if years else last[:4], years)):
            return shifted, "a year told from the one before", hits[-1]
    spans = [
        s
        for s in said.marks.spans("same_time", Span(said.at.sentence.span.start, said.number.span.start))
        if not ablative(said, s)
    ]
    if not spans:
        return None
    time = choice_period(said, choice)
    return (time, "the time of the figure before", spans[-1]) if time else None


def before_in_sentence(said: Said, choice: Choice, measured: str) -> Told | None:
    if choice.indicator.code in _TIMELESS or said.has("sizes", said.left):
        return None
    bracketed = said.bracketed
    dates = [
        d
        for d in dates_of(said, said.led)
        if d.edtf and (bracketed or not is_base(said, d)) and (bracketed or not _in_bracket(said, d.span))
    ]
    if choice.indicator.code == "water.storage":
        dates = [d for d in dates if len(d.edtf or "") == _DAY]
    if not dates or (choice.indicator.standing and _founded_then(said, dates[-1])):
        return None
    last = said.memory.last(said, reach=0)
    behind = last is not None and last.number.span.start > dates[-1].span.end
    now = last is not None and any(rule == "an undated present" for _, rule, _ in last.why)
    if last is not None and behind and now and last is choice.leans:
        return None, "as the number that it leans on", last.number.span
    if last and last.period and last.number.span.start > dates[-1].span.end and ".." not in last.period:
        return last.period, "that of the number before in the sentence", last.number.span
    return dates[-1].edtf, "told before in the sentence", dates[-1].span


def _founded_then(said: Said, date: DateMention) -> bool:
    """«Наурызда фабрика іске қосылды, онда 150 адам жұмыс істейді»: the date is that of what was founded."""
    came = any(
        reading.form in ("past", "perfect", "inferred") for _, reading in said.verbs
    )  # «…, оған жеті маман кірді»
    came = came and not said.has("jobs", said.reach)
    return not came and said.has("founded", Span(date.span.end, max(date.span.end, said.piece.start)))


def deadline(said: Said, choice: Choice, measured: str) -> Told | None:
    """«…, мерзімі – 2030 жыл»: by then."""
    spans = said.marks.spans("deadline", Span(said.number.span.end, said.at.sentence.span.end))
    for span in spans:
        for date in dates_of(said, Span(span.end, said.at.sentence.span.end)):
            if date.edtf:
                edtf = date.edtf if ".." in date.edtf else f"../{date.edtf.split('/')[-1]}"
                return edtf, "its deadline", date.span
    later = [t for t in said.tokens(Span(said.reach.end, said.at.sentence.span.end)) if t.kind == "word"]
    if later and noun("pronouns", (later[0].lower,)):
        for date in dates_of(said, Span(later[0].span.end, said.at.sentence.span.end)):
            if (
                date.edtf
                and date.role in (DateRole.BY, DateRole.UNTIL)
                and said.has("target", Span(date.span.end, said.at.sentence.span.end))
            ):
                return date.edtf, "its deadline in the next clause", date.span
    return None


def after_in_reach(said: Said, choice: Choice, measured: str) -> Told | None:
    dates = [d for d in dates_of(said, said.ahead) if d.edtf and not is_base(said, d) and not for_another(said)]
    if dates and not any(
        d.span.start > n.span.start for d in dates[:1] for n in said.siblings if n.span.start > said.number.span.end
    ):
        return dates[0].edtf, "told before its verb", dates[0].span
    return None


def between_levels(said: Said, choice: Choice, measured: str) -> Told | None:
    """«үш жылда … 1,5 есе өсті» after two levels: up to the later one."""
    if measured not in ("multiple", "growth"):
        return None
    told = _levels(said, choice)
    return (max(told), "the later of the levels told before", None) if len(told) >= 2 else None


def leaned(said: Said, choice: Choice, measured: str) -> Told | None:
    """What leans on the figure before has its time; a flow told next to it in the paragraph too."""
    if choice.rule == GIVEN_IN_NEED:
        for at in said.at.before(3):
            if not said.at.same_paragraph(at):
                break
            if dates := [d for d in at.sentence.dates if d.edtf and ".." not in d.edtf and not of_years(d.edtf)]:
                return dates[-1].edtf, "the time of what was given", dates[-1].span
    last = choice.leans or mirrored(said, choice)
    if measured == "level" and going_on(said) and not said.has("part") and said.unit_kind not in ("money", "percent"):
        return None, "what goes on now", None
    if said.has("sizes", said.left) or (last is not None and last.status != "actual" and said.number.rate):
        return None, "as it is, whatever is aimed at", None
    if last is not None and last.period and not purposed(said):
        return _of_then(said, last), "carried from the figure before", last.number.span
    if choice.indicator.standing or choice.indicator.code == "other" or said.number.rate or purposed(said):
        return None
    if measured == "share" and share_of_its_own(said):
        return None, "a share of something else, as it is", None
    if measured == "level" and (said.unit_kind == "m3/s" or going_on(said)):
        return None, "what goes on now", None
    last = said.memory.last(said, reach=2)
    if (
        last
        and last.period
        and last.paragraph == said.at.sentence.paragraph
        and last.status == "actual"
        and ".." not in last.period
    ):
        return _of_then(said, last), "carried from the figure before", last.number.span
    return None


def of_the_entry(said: Said, choice: Choice, measured: str) -> Told | None:
    """The date at the head of a chronicle's entry, but for a part of what has a time of its own."""
    entry = said.at.sentence.entry
    if entry is None or (choice.leans is not None and choice.leans.period):
        return None
    return entry.edtf, "the date at the head of the entry", entry.span


def starts_from(said: Said) -> bool:
    """«11 мың тоннадан 5 мың тоннаға дейін»: the first of the two."""
    following = [n for n in said.siblings if n.span.start >= said.number.span.end][:1]
    return bool(following) and goes_on(said.number, following[0])


def _of_then(said: Said, last: Found) -> str | None:
    """«11 мың тоннадан 5 мың тоннаға дейін азайды»: what something goes from is of the year before what it goes to."""
    if starts_from(said):
        return year_before(last.period)
    if goes_on(last.number, said.number) and last.number.span.end <= said.number.span.start and last.carried:
        return moved(last.period, 1)
    return last.period


def through_the_years(said: Said, choice: Choice, measured: str) -> Told | None:
    """«отыз жылда 2,4 млрд салды»: what was put in, given or signed over many years."""
    summed = (choice.indicator.flow == "giver" or choice.indicator.code == "agreements.count") and measured == "level"
    return over_years(said) if summed else None


RULES = (
    against_a_level,
    in_the_report,
    months_of_a_year,
    years_later,
    years_ahead,
    beside,
    every_time,
    within_the_year,
    watering,
    of_that_time,
    season,
    moved_from_level,
    same_as_before,
    after_years,
    before_in_sentence,
    deadline,
    through_the_years,
    of_the_whole_year,
    end_of_the_year,
    after_in_reach,
    signed_on,
    between_levels,
    of_the_entry,
    of_the_headline,
    leaned,
    reported,
    of_the_note,
    of_the_year_summed_up,
)


def _in_bracket(said: Said, span: Span) -> bool:
    text = said.at.reading.text
    before = text[said.at.sentence.span.start : span.start]
    return before.count("(") > before.count(")")


def choice_period(said: Said, choice: Choice) -> str | None:
    """The period of the figure leaned on, or of the last one told."""
    if choice.leans is not None and choice.leans.period:
        return choice.leans.period
    for found in reversed(said.memory.figures):
        if found.sentence < said.at.index - 3:
            return None
        if found.period and not (found.sentence < said.at.index and said.memory.only_compared(said, found)):
            return found.period
    return None


def _levels(said: Said, choice: Choice) -> list[str]:
    """The years for which levels of the indicator were told in the sentences before."""
    near = (f for f in said.memory.figures if f.sentence >= said.at.index - 3 and f.indicator == choice.indicator.code)
    told = [f.period for f in near if f.measure == "level" and f.status == "actual" and f.period]
    return sorted({period for period in told if ".." not in period and len(period) == len(told[-1])})
