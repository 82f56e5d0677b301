"""When a figure holds, and against when it is measured."""

from __future__ import annotations

import re

from qatynas.claims.clauses import tokens_after
from qatynas.claims.figures_choice import Choice
from qatynas.claims.figures_measure import adds
from qatynas.claims.figures_said import Found, Said, moved, of_years, passed, year_before
from qatynas.claims.figures_times import (
    aimed_for,
    days_of_visit,
    level_before,
    mirrored,
    over_years,
    since_then,
    so_long_before,
    told_now,
    year_of_the_story,
)
from qatynas.claims.figures_words import endings, noun
from qatynas.language.mentions import Case, DateMention, DateRole
from qatynas.model import Period, Span

_COMPARED_WITHIN = 45  # characters after a date in which «салыстырғанда» or «… кезеңнен» makes it a base
_TIMELESS = frozenset(
    ("project.cost", "projects.value", "water.share", "water.storage")
)  # a date of the clause before is that of the work, not of its cost
_JUST_BEFORE = 4  # characters between a level in the ablative and the growth against it
_VISIT_REACH = 20  # … and to the words for how long a visit took
_EVENT_REACH = 12  # sentences back to the day of the meeting where documents were signed
_REPORTED = ("trade", "investment", "transport", "energy")  # flows that statistics notes give for one period throughout
_REPORT = 3  # figures of the first period told that make a text a note on it
Told = tuple[str | None, str, Span | None]


def period(said: Said, choice: Choice, measured: str) -> Told:
    """The figure's period, EDTF, with the rule and the words' place."""
    if found := year_of_the_story(said, choice_period(said, choice)) or since_then(said):
        return found
    beside_it = _dates(said, said.piece)
    if beside_it and all(date.reason == "no_document_date" for date in beside_it):
        return None, "a time that nothing resolves", None
    if (now := told_now(said)) and not any(d.edtf for d in beside_it):
        return None, "an undated present", now
    for rule in RULES:
        found = rule(said, choice, measured)
        if found is not None:
            return found
    return None, "no time told", None


def base_period(said: Said, choice: Choice, measured: str, when: str | None) -> Told:
    """What a growth, multiple or change is against; the year before where a yearly growth names nothing else."""
    if measured not in ("growth", "multiple", "change"):
        return None, "", None
    if (level := _level_just_before(said, measured)) and level.period:
        return level.period, "the time of the level compared with", level.number.span
    if so_long := so_long_before(said, when):
        return so_long[0], "so many years before", so_long[1]
    for date in _dates(said, said.at.sentence.span):
        if not is_base(said, date) or date.edtf is None or not _near(said, date):
            continue
        if date.relative and date.edtf == when:
            return year_before(when), "the year before the figure's own", date.span
        shifted = _same_time(said, date, when)
        return (shifted or date.edtf), "the time it is compared with", date.span
    if measured == "change" and (adds(said) or ".." in (when or "")) and (level := level_before(said, choice)):
        return level.period, "the time of the level that it is added to", level.number.span
    if measured == "multiple":
        earlier = _earlier(said, choice, when)
        if earlier:
            return earlier, "the time of the figure before", None
    if of_years(when):
        return None, "", None
    if said.has("same_time", said.piece) and when:
        return year_before(when), "the same time a year before", None
    return year_before(when), "the year before", None


def against_a_level(said: Said, choice: Choice, measured: str) -> Told | None:
    """«458 млн, яғни 2023 жылғы 494 млн доллардан 7 %-ға аз»: the time of the level that is compared with the other."""
    level = _level_just_before(said, measured)
    if level is None:
        return None
    others = [f for f in said.memory.figures if f is not level and f.indicator == level.indicator and f.period]
    return (others[-1].period, "the time of the level compared", others[-1].number.span) if others else None


def _level_just_before(said: Said, measured: str) -> Found | None:
    """The figure in the ablative right before a growth."""
    last = said.memory.figures[-1] if said.memory.figures else None
    if measured == "level" or last is None or last.sentence != said.at.index or last.number.case is not Case.ABL:
        return None
    return last if 0 <= said.number.span.start - last.number.span.end < _JUST_BEFORE else None


def beside(said: Said, choice: Choice, measured: str) -> Told | None:
    """A date among its own words: the last before the number, else the first after it."""
    dates = [d for d in _dates(said, said.piece) if not is_base(said, d) and d.edtf]
    before = [d for d in dates if d.span.end <= said.number.span.start]
    after = [d for d in dates if d.span.start >= said.number.span.end]
    for date in before[-1:] or after[:1]:
        if whole := _of_that_sum(said, date):
            return whole, "the time of that figure", date.span
        span = said.piece
        same = [s for s in said.marks.spans("same_time", span) if abs(s.start - date.span.start) < 40]
        if same and choice_period(said, choice):
            shifted = _shift(choice_period(said, choice), date.edtf)
            if shifted:
                return shifted, "the same time of another year", date.span
        if by := aimed_for(said, date):
            return by, "an aim for a year", date.span
        return date.edtf, "told beside it", date.span
    return None


def _of_that_sum(said: Said, date: DateMention) -> str | None:
    """«биылғы соманың»: the time of the figure before that lies in that year."""
    near = Span(date.span.end, min(date.span.end + 20, said.at.sentence.span.end))
    if not date.edtf or not date.edtf.isdigit() or not said.marks.has("carry", near) or _purposed(said):
        return None
    for found in reversed(said.memory.figures):
        if found.sentence < said.at.index - 3:
            return None
        if (
            found.period
            and found.period != date.edtf
            and found.period.startswith(date.edtf)
            and ".." not in found.period
        ):
            return found.period
    return None


def same_as_before(said: Said, choice: Choice, measured: str) -> Told | None:
    """«осы кезеңде», «сол мерзімде»: the time of the figure before."""
    before = Span(said.at.sentence.span.start, said.number.span.start)
    for key, years in (("year_later", 1), ("year_earlier", -1), ("same_year", 0)):
        hits = [span for span in said.marks.spans(key, before) if not _ablative(said, span)]
        last = choice_period(said, choice)
        if hits and last and (shifted := moved(last if years else last[:4], years)):
            return shifted, "a year told from the one before", hits[-1]
    spans = [
        s
        for s in said.marks.spans("same_time", Span(said.at.sentence.span.start, said.number.span.start))
        if not _ablative(said, s)
    ]
    if not spans:
        return None
    time = choice_period(said, choice)
    return (time, "the time of the figure before", spans[-1]) if time else None


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
        if after and noun("years", (after[0].lower,)) and (told := _earlier(said, choice, None)) and told.isdigit():
            return moved(told, int(number.quantity.value)), "so many years after the level told before", number.span
    return None


def before_in_sentence(said: Said, choice: Choice, measured: str) -> Told | None:
    if choice.indicator.code in _TIMELESS:
        return None
    bracketed = said.bracketed
    dates = [
        d
        for d in _dates(said, said.led)
        if d.edtf and (bracketed or not is_base(said, d)) and (bracketed or not _in_bracket(said, d.span))
    ]
    if not dates:
        return None
    last = said.memory.last(said, reach=0)
    if last and last.period and last.number.span.start > dates[-1].span.end and ".." not in last.period:
        return last.period, "that of the number before in the sentence", last.number.span
    return dates[-1].edtf, "told before in the sentence", dates[-1].span


def deadline(said: Said, choice: Choice, measured: str) -> Told | None:
    """«…, мерзімі – 2030 жыл»: by then."""
    spans = said.marks.spans("deadline", Span(said.number.span.end, said.at.sentence.span.end))
    for span in spans:
        for date in _dates(said, Span(span.end, said.at.sentence.span.end)):
            if date.edtf:
                edtf = date.edtf if ".." in date.edtf else f"../{date.edtf.split('/')[-1]}"
                return edtf, "its deadline", date.span
    later = [t for t in said.tokens(Span(said.reach.end, said.at.sentence.span.end)) if t.kind == "word"]
    if later and noun("pronouns", (later[0].lower,)):
        for date in _dates(said, Span(later[0].span.end, said.at.sentence.span.end)):
            if (
                date.edtf
                and date.role in (DateRole.BY, DateRole.UNTIL)
                and said.has("target", Span(date.span.end, said.at.sentence.span.end))
            ):
                return date.edtf, "its deadline in the next clause", date.span
    return None


def after_in_reach(said: Said, choice: Choice, measured: str) -> Told | None:
    dates = [d for d in _dates(said, said.ahead) if d.edtf and not is_base(said, d)]
    if dates and not any(
        d.span.start > n.span.start for d in dates[:1] for n in said.siblings if n.span.start > said.number.span.end
    ):
        return dates[0].edtf, "told before its verb", dates[0].span
    return None


def signed_on(said: Said, choice: Choice, measured: str) -> Told | None:
    """Documents signed at a meeting have its day; what stands in force has none."""
    code = choice.indicator.code
    if code == "other" and said.unit_kind == "person" and said.has("gather", said.reach):
        return event_day(said), "the day of the meeting", None
    if code not in ("agreements.count", "projects.count", "projects.value"):
        return None
    sentence = said.at.sentence.span
    lasting = any(
        span.meets(n.span) or span.start == n.span.end + 1
        for n in said.at.sentence.numbers
        for span in said.marks.spans("time_unit", sentence)
    )
    if lasting or said.has("over_time", sentence) or not said.has("signed_now", sentence):
        return None if code != "agreements.count" else (None, "standing", None)
    return (event_day(said) or said.at.day), "the day of the meeting", None


def between_levels(said: Said, choice: Choice, measured: str) -> Told | None:
    """«үш жылда … 1,5 есе өсті» after two levels: up to the later one."""
    if measured not in ("multiple", "growth"):
        return None
    told = _levels(said, choice)
    return (max(told), "the later of the levels told before", None) if len(told) >= 2 else None


def leaned(said: Said, choice: Choice, measured: str) -> Told | None:
    """What leans on the figure before has its time; a flow told next to it in the paragraph too."""
    last = choice.leans or mirrored(said, choice)
    if last is not None and last.period and not _purposed(said):
        return last.period, "carried from the figure before", last.number.span
    if choice.indicator.standing or choice.indicator.code == "other" or said.number.rate or _purposed(said):
        return None
    last = said.memory.last(said, reach=2)
    if (
        last
        and last.period
        and last.paragraph == said.at.sentence.paragraph
        and last.status == "actual"
        and ".." not in last.period
    ):
        return last.period, "carried from the figure before", last.number.span
    return None


def reported(said: Said, choice: Choice, measured: str) -> Told | None:
    """A statistics note on a part of a year: a flow without a time of its own has that of the note's first flows."""
    if choice.indicator.standing or choice.indicator.code.split(".")[0] not in _REPORTED or _purposed(said):
        return None
    told = [f for f in said.memory.figures if f.period and f.indicator.split(".")[0] in _REPORTED]
    times = [f.period for f in told if f.status == "actual"]
    if len(times) < _REPORT or any(date.edtf for date in _dates(said, said.at.sentence.span)):
        return None
    note = times[0]
    if note is None or times.count(note) < _REPORT or not Period(note).is_part_year:
        return None
    return note, "the period that the text reports on", told[0].number.span


def through_the_years(said: Said, choice: Choice, measured: str) -> Told | None:
    """«отыз жылда 2,4 млрд салды»: what was put in, given or signed over many years."""
    summed = (choice.indicator.flow == "giver" or choice.indicator.code == "agreements.count") and measured == "level"
    return over_years(said) if summed else None


RULES = (
    against_a_level,
    beside,
    same_as_before,
    after_years,
    before_in_sentence,
    deadline,
    through_the_years,
    after_in_reach,
    signed_on,
    between_levels,
    leaned,
    reported,
)


def event_day(said: Said) -> str | None:
    """The nearest day told before that lies about the document's own: that of the meeting it reports."""
    day = said.at.day
    for at in (said.at, *said.at.before(_VISIT_REACH)):
        for date in at.sentence.dates:
            exact = date.edtf is not None and re.fullmatch(r"\d{4}-\d\d-\d\d", date.edtf) is not None
            if exact and date.edtf and date.role is DateRole.IN and (span := days_of_visit(at, date)):
                return span
            if (
                at.index >= said.at.index - _EVENT_REACH
                and exact
                and date.edtf
                and (not day or (date.edtf[:4] == day[:4] and date.edtf <= day))
                and date.role is DateRole.IN
            ):
                return date.edtf
    return None


def is_base(said: Said, date: DateMention) -> bool:
    """Whether a date is what something is compared with: «былтырғыдан», «2023 жылмен салыстырғанда»."""
    if date.role not in (DateRole.IN, DateRole.FROM) or (date.edtf and "/.." in date.edtf):
        return False
    inside = [t for t in said.tokens(date.span) if t.kind != "mark"]
    if inside and inside[-1].case is Case.ABL:
        return True
    after = Span(date.span.end, min(date.span.end + _COMPARED_WITHIN, said.at.sentence.span.end))
    if said.marks.has("compare", after):
        numbers = [n for n in said.at.sentence.numbers if not n.part_of_date and after.meets(n.span)]
        compared = said.marks.spans("compare", after)[0]
        reported = said.marks.has("data_of", Span(date.span.end, max(date.span.end, compared.start)))
        if not reported and not any(n.span.start < compared.start for n in numbers):
            return True
    near = Span(date.span.start, after.end)
    if any(_ablative(said, span) and span.start - date.span.end < 12 for span in said.marks.spans("same_time", near)):
        return True
    following = tokens_after(said.at.sentence, date.span.end)[:1]
    return bool(
        following
        and following[0].case is Case.ABL
        and following[0].kind == "word"
        and inside
        and inside[-1].attributive
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
        if found.period:
            return found.period
    return None


def _dates(said: Said, span: Span) -> list[DateMention]:
    return [d for d in said.at.dates_in(span) if d.role is not DateRole.EVERY and not _of_paper(said, d)]


def _of_paper(said: Said, date: DateMention) -> bool:
    """«1996 жылғы жарғы бойынша»: the date of a document that is cited."""
    inside = [t for t in said.tokens(date.span) if t.kind == "word"]
    if not inside or not inside[-1].attributive:
        return False
    near = Span(date.span.end, min(date.span.end + _COMPARED_WITHIN, said.at.sentence.span.end))
    cited = said.marks.spans("papers", near)
    return bool(cited) and not any(
        near.start <= n.span.start < cited[0].start for n in said.at.sentence.numbers if not n.part_of_date
    )


def _near(said: Said, date: DateMention) -> bool:
    """Whether no other number stands between the base and this number."""
    low, high = sorted((date.span.start, said.number.span.start))
    return not any(low < n.span.start < high for n in said.siblings)


def _ablative(said: Said, span: Span) -> bool:
    last = said.tokens(span)
    return bool(last) and (last[-1].case in (Case.ABL, Case.INS) or last[-1].lower.endswith(endings("compared")))


def _same_time(said: Said, base: DateMention, when: str | None) -> str | None:
    """«былтырғы осы мерзімнен»: the figure's own part of the year, in the base year."""
    near = Span(base.span.start, min(base.span.end + _COMPARED_WITHIN, said.at.sentence.span.end))
    return _shift(when, base.edtf) if said.marks.has("same_time", near) else None


def _shift(when: str | None, year: str | None) -> str | None:
    if not when or not year or not when[:4].isdigit() or not year[:4].isdigit():
        return None
    return moved(when, int(year[:4]) - int(when[:4]))


def _earlier(said: Said, choice: Choice, when: str | None) -> str | None:
    """The time of the last level of the same indicator that was told before, where it is another."""
    for found in reversed(said.memory.figures):
        if found.sentence < said.at.index - 3:
            break
        if (
            found.indicator == choice.indicator.code
            and found.measure == "level"
            and found.period
            and found.period != when
        ):
            return found.period if not when or found.period[:4] < when[:4] else None
    return None


def _levels(said: Said, choice: Choice) -> list[str]:
    """The years for which levels of the indicator were told in the sentences before."""
    near = (f for f in said.memory.figures if f.sentence >= said.at.index - 3 and f.indicator == choice.indicator.code)
    told = [f.period for f in near if f.measure == "level" and f.status == "actual" and f.period]
    return sorted({period for period in told if ".." not in period and len(period) == len(told[-1])})


def _purposed(said: Said) -> bool:
    """Whether the number is a target, a forecast or a possibility: it has its own time or none."""
    heard = Span(said.piece.start, said.reach.end)
    return any(
        not passed(said, span) for key in ("target", "forecast", "potential") for span in said.marks.spans(key, heard)
    )
