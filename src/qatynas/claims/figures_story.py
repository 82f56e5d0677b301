"""The time of what a text tells of: the day of the meeting it reports, the period of a note on statistics."""

from __future__ import annotations

import re
from itertools import pairwise

from qatynas.claims.context import At
from qatynas.claims.figures_base import Told, dates_of, is_base
from qatynas.claims.figures_choice import Choice
from qatynas.claims.figures_said import Said, passed
from qatynas.claims.figures_spans import month_told
from qatynas.claims.figures_times import days_of_visit
from qatynas.claims.figures_verbs import verb_of, verbs_in
from qatynas.claims.figures_words import marks, noun
from qatynas.claims.once import per_reading
from qatynas.claims.when import carried, is_news, is_tied
from qatynas.language.mentions import Case, DateMention, DateRole, Reading, Sentence
from qatynas.language.stems import analyse
from qatynas.model import HEADLINES, Period, Span

_DAYS = re.compile(r"\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?")
_VISIT_REACH = 20  # sentences back to the words for how long a visit took
_EVENT_REACH = 12  # sentences back to the day of the meeting where documents were signed
_REPORTED = ("trade", "investment", "transport", "energy")  # flows that statistics notes give for one period throughout
_HEADS = 3  # headlines in which the time that a note reports on stands
_YEARLY_REACH = 6  # sentences back to the year that «жылдық көлем» is of
_FOUNDED_WITHIN = 2  # words after a date in which «тіркелген», «басталған» stands
_STOPS = frozenset(".!?…:;")
_YEAR, _MONTH = len("2025"), len("2025-08")
_REPORT = 3  # figures of the first period told that make a text a note on it


def signed_on(said: Said, choice: Choice, measured: str) -> Told | None:
    """Documents signed at a meeting have its day; what stands in force has none."""
    code = choice.indicator.code
    whole = Span(said.at.sentence.span.start, said.number.span.start)
    there = said.has("to_that", whole) or _to_a_meeting(said, whole)
    shared = _shared_reach(said)
    ahead = Span(min(said.number.span.end, shared.end), shared.end)
    took_part = said.unit_kind == "person" or (said.unit_kind in ("count", "bare") and there)
    counted_things = said.unit_kind == "count" or (said.unit_kind == "bare" and bool(said.number.counted))
    shown_there = counted_things and said.has("shown", said.ahead)
    arrived = said.unit_kind == "person" and said.number.case is not Case.DAT and said.has("arrived", ahead)
    came = said.has("gather", shared) or (took_part and said.has("goes", ahead)) or shown_there or arrived
    counted = said.unit_kind == "person" or shown_there or said.has("gather", said.reach)
    if code == "other" and took_part and came and counted and (coming := _announced(said)):
        return coming, "the day of what is announced", None
    if code == "other" and took_part and came and counted:
        return event_day(said), "the day of the meeting", None
    shown = code.startswith("projects.") and said.has("meeting", said.at.sentence.span) and _done_then(said)
    if shown and not dates_of(said, said.at.sentence.span):
        return (event_day(said) or said.at.day), "the day of the meeting", None
    if code not in ("agreements.count", "projects.count", "projects.value"):
        return None
    sentence = said.at.sentence.span
    lasting = any((d.duration or "").endswith(("Y", "M")) for d in said.at.sentence.dates)
    signed = said.has("signed_now", sentence) or (code == "agreements.count" and (_done_then(said) or _in_all(said)))
    if code == "agreements.count" and choice.leans is not None and choice.leans.period and said.has("part"):
        return None  # «отыз жылда 230 құжат жасаған, соның төрттен бірі күшін жойыпты»
    if lasting or said.has("over_time", sentence) or not signed:
        return None if code != "agreements.count" else (None, "standing", None)
    return (event_day(said) or month_told(said) or said.at.day), "the day of the meeting", None


def _shared_reach(said: Said) -> Span:
    """«Қазақстаннан 140, Қырғызстаннан 160 құтқарушы шықты»: up to the verb that a list of numbers shares."""
    if said.verbs or not any(n.span.start >= said.number.span.end for n in said.siblings):
        return said.reach
    return Span(said.piece.start, said.at.sentence.span.end)


def _to_a_meeting(said: Said, whole: Span) -> bool:
    """«бизнес-форумға … компания жиналды»: a word for a meeting in the dative."""
    ends = [said.tokens(span)[-1:] for span in said.marks.spans("meeting", whole)]
    return any(last and last[0].case is Case.DAT for last in ends)


def _in_all(said: Said) -> bool:
    """«Қағазға түскені – сегіз құжат», «… қол қойылды. Бас-аяғы он құжат»: a sentence of no verb that sums up what was
    done, by a participle made a noun or by what the sentence before tells."""
    words = [t for t in said.tokens(said.at.sentence.span) if t.kind == "word"]
    if any(reading.form not in ("participle", "infinitive", "stem", "gerund") for _, reading in verbs_in(words)):
        return False
    before = [reading for _, reading in verbs_in(t for t in words if t.span.end <= said.number.span.start)]
    done = any(r.form == "participle" and r.possessor == "3" and r.case is Case.NOM for r in before)
    signed = any(said.at.same_paragraph(at) and marks(at.sentence).has("signed_now") for at in said.at.before(1))
    return done or signed


def of_the_whole_year(said: Said, choice: Choice, measured: str) -> Told | None:
    """«Желтоқсанда 188 миллион … Жылдық көлемді комитет 1,81 миллиард деп көрсетеді»: the year told of before."""
    hits = said.marks.spans("yearly_sum", Span(said.at.sentence.span.start, said.number.span.start))
    if not hits or measured not in ("level", "change") or purposed(said) or said.number.rate:
        return None
    kin = [f for f in said.memory.figures if f.sentence >= said.at.index - _YEARLY_REACH and f.status == "actual"]
    told = [f.period for f in kin if f.period and len(f.period) == _YEAR and f.indicator == choice.indicator.code]
    return (max(told), "the year told of", hits[-1]) if told else None


def _announced(said: Said) -> str | None:
    """«5 қыркүйекте фестиваль ашылады. Оған 140 шабандоз барады»: the day to come that the sentence before tells."""
    if not any(reading.form in ("present", "intention") for _, reading in said.verbs):
        return None
    for at in (said.at, *said.at.before(2)):
        if not said.at.same_paragraph(at):
            return None
        days = [d.edtf for d in at.sentence.dates if d.edtf and _DAYS.fullmatch(d.edtf) and d.edtf > (at.day or "")]
        if days:
            return days[-1]
    return None


def _done_then(said: Said) -> bool:
    """«портфельге тағы он бір құжат түсті»: a plain past that tells no amount is of the day that the text tells of."""
    told = [reading for _, reading in said.verbs if reading.form == "past"]
    return bool(told) and not noun("becomes", (told[-1].lemma,))


def of_the_note(said: Said, choice: Choice, measured: str) -> Told | None:
    """«Былтыр айналым 1,8 млрд болды. [new paragraph] Қазақ жағы 1,2 млрд доллардың өнімін өткізді»: trade that the
    paragraph before dates, where this one has told no time yet."""
    here = said.at.sentence.paragraph
    trade = choice.indicator.code in ("trade.export", "trade.import", "trade.turnover", "trade.balance")
    if not trade or measured not in ("level", "share") or purposed(said) or said.number.rate:
        return None
    if any(d.edtf for at in (said.at, *said.at.before(3)) if said.at.same_paragraph(at) for d in at.sentence.dates):
        return None
    if any(f.paragraph == here and f.indicator == choice.indicator.code for f in said.memory.figures):
        return None
    told = [f for f in said.memory.figures if f.paragraph == here - 1 and f.indicator == "trade.turnover"]
    levels = [f for f in told if f.status == "actual" and f.measure == "level" and f.period and ".." not in f.period]
    latest = max(levels, key=lambda f: f.period or "", default=None)
    return (latest.period, "the time of the trade told before", latest.number.span) if latest else None


def in_the_report(said: Said, choice: Choice, measured: str) -> Told | None:
    """«Есепті кезеңдегі айналым …»: the time that the headline of a note names, else that of its first flow."""
    hits = said.marks.spans("of_the_report", Span(said.at.sentence.span.start, said.number.span.end))
    if not hits:
        return None
    told = headed(said.at.reading) or next((f.period for f in said.memory.figures if f.period), None)
    return (told, "the period that the text reports on", hits[-1]) if told else None


@per_reading
def headed(reading: Reading) -> str | None:
    """The time that a headline of a note on statistics names: «… өзара саудасы (2025 жылғы қаңтар–маусым)»."""
    heads = [sentence for sentence in reading.sentences[: 2 * _HEADS] if _is_head(sentence)][:_HEADS]
    for head in heads:
        flows = any(mark.indicator.code.split(".")[0] in _REPORTED for mark in marks(head).indicators)
        for date in head.dates if flows else ():
            told = date.edtf or ""
            if date.role is DateRole.IN and ".." not in told and told and _is_over(told, reading.dating.edtf):
                return told if Period(told).is_part_year or len(told) == _YEAR else None
    return None


def _is_head(sentence: Sentence) -> bool:
    """A headline, or a line that ends as one does."""
    return sentence.block in HEADLINES or sentence.text.rstrip()[-1:] not in _STOPS


def _is_over(told: str, day: str | None) -> bool:
    last, now = Period(told).last, Period(day or "").first if day else None
    return last is not None and now is not None and last < now


def of_the_headline(said: Said, choice: Choice, measured: str) -> Told | None:
    """A note whose headline names its time: a flow that tells none has that, whatever quarter was told just before."""
    if choice.indicator.code.split(".")[0] not in _REPORTED or purposed(said) or said.number.rate:
        return None
    present = any(reading.form == "present" and not noun("becomes", (reading.lemma,)) for _, reading in said.verbs)
    told = headed(said.at.reading)
    ranks = choice.indicator.code == "trade.partner_rank" and _done_then(said)
    if told is None or (choice.indicator.standing and not ranks) or present or (measured == "level" and going_on(said)):
        return None
    if any(date.edtf and not is_base(said, date) for date in dates_of(said, said.at.sentence.span)):
        return None
    return told, "the period that the headline names", None


def reported(said: Said, choice: Choice, measured: str) -> Told | None:
    """A statistics note on a part of a year: a flow without a time of its own has that of the note's first flows."""
    if choice.indicator.standing or choice.indicator.code.split(".")[0] not in _REPORTED or purposed(said):
        return None
    habit = said.number.rate and any(reading.form == "present" for _, reading in said.verbs)
    if habit or (measured == "level" and (said.unit_kind == "m3/s" or going_on(said))):
        return None
    told = [f for f in said.memory.figures if f.period and f.indicator.split(".")[0] in _REPORTED]
    times = [f.period for f in told if f.status == "actual"]
    if len(times) < _REPORT or any(date.edtf for date in dates_of(said, said.at.sentence.span)):
        return None
    note = times[0]
    if note is None or times.count(note) < _REPORT or not Period(note).is_part_year:
        return None
    return note, "the period that the text reports on", told[0].number.span


def event_day(said: Said) -> str | None:
    """The day of the meeting that the text reports: that of its setting, else the nearest told before that lies about
    the document's own."""
    day = said.at.day
    scene = carried(said.at, said.number.span)
    if scene is not None and _DAYS.fullmatch(scene.edtf) and is_tied(said.at):
        return scene.edtf
    older = None
    for at in (said.at, *said.at.before(_VISIT_REACH)):
        if at is not said.at and said.at.same_paragraph(at) and (month := _month_of(at)):
            return month
        for date in _finest_last(at.sentence.dates):
            exact = date.edtf is not None and _DAYS.fullmatch(date.edtf) is not None
            if exact and date.edtf and date.role is DateRole.IN and (span := days_of_visit(at, date)):
                return span
            if (
                exact
                and date.edtf
                and (at.index >= said.at.index - _EVENT_REACH or (is_tied(said.at) and is_news(day or "", date.edtf)))
                and (not day or (date.edtf[:4] == day[:4] and date.edtf <= day))
                and date.role is DateRole.IN
            ):
                if not day or said.at.same_paragraph(at) or is_news(day, date.edtf):
                    return date.edtf
                older = older or date.edtf  # a paper of June, told of on the way, is not the meeting of December
    return scene.edtf if scene is not None and _DAYS.fullmatch(scene.edtf) else older


def _finest_last(dates: tuple[DateMention, ...]) -> list[DateMention]:
    """«өткен аптада, 19–21 қарашада»: without the dates that others tell more exactly."""
    told = [Period(date.edtf) for date in dates if date.edtf]
    return [d for d in dates if d.edtf and not any(p.edtf != d.edtf and Period(d.edtf).contains(p) for p in told)]


def _month_of(at: At) -> str | None:
    """The month that a sentence tells of where it tells no day: «Сәуірде … Бұған қоса 60 құтқарушы келді»."""
    told = [d for d in at.sentence.dates if d.edtf and d.role is DateRole.IN]
    months = [d.edtf for d in told if d.edtf and len(d.edtf) == _MONTH and d.edtf <= (at.day or "")[:_MONTH]]
    return months[-1] if months and not any(_DAYS.fullmatch(d.edtf or "") for d in told) else None


def share_of_its_own(said: Said) -> bool:
    """«Қазақстанның сыртқы саудасында Қырғызстанға 1,2 пайыз тиеді»: a part of one state's trade with all, or of what
    it buys, in a present."""
    present = any(r.form == "present" and not noun("becomes", (r.lemma,)) for _, r in said.verbs) or going_on(said)
    nominal = not said.verbs and said.has("of_somebody", said.ahead)
    return (present or nominal) and said.has("all_it_buys", Span(said.at.sentence.span.start, said.number.span.end))


def of_the_year_summed_up(said: Said, choice: Choice, measured: str) -> Told | None:
    """«Министрлік 2024/2025 оқу жылын қорытты. Студенттердің 2 980-і Қазақстаннан»: the time that the sentence before
    tells to be over, of what it sums up."""
    if purposed(said) or any(reading.form in ("present", "intention") for _, reading in said.verbs):
        return None
    for at in said.at.before(2):
        if not said.at.same_paragraph(at):
            return None
        summed = marks(at.sentence).has("summed_up")
        told = [d for d in at.sentence.dates if d.edtf and ".." not in d.edtf and d.role is DateRole.IN]
        if summed and len(told) == 1 and told[0].edtf and len(told[0].edtf) != len("2025-08-21"):
            return told[0].edtf, "the year that is summed up", told[0].span
    last = choice.leans or said.memory.last(said, reach=1)
    if last is not None and any(rule == "the year that is summed up" for _, rule, _ in last.why) and said.has("part"):
        return last.period, "the year that is summed up", last.number.span
    return None


def of_what_was_founded(said: Said, choice: Choice, date: DateMention) -> bool:
    """«1999 жылы тіркелген қауымдастық сегіз мектеп ашқан», «қаңтарда басталған құрылысқа 3 миллиард …»: a date of one
    thing's founding, by a participle before its noun, is not that of what is counted, unless that is the noun."""
    counted = choice.span is not None and date.span.end <= choice.span.start and choice.indicator.code != "project.cost"
    if date.span.end > said.number.span.start or counted:
        return False
    words = [t for t in said.tokens(Span(date.span.end, said.number.span.start)) if t.kind == "word"]
    while words and words[0].case is Case.LOC:  # «наурызда Бішкекте іске қосылған зертханаға …»
        words.pop(0)
    for place, token in enumerate(words[:_FOUNDED_WITHIN]):  # passive, and not of what is counted itself
        reading = verb_of(token)
        if reading is None or reading.form != "participle" or token.case is not Case.NOM or reading.possessor:
            continue
        founded = said.has("founded", token.span) or said.has("founded", Span(date.span.end, token.span.end))
        rest = words[place + 1 :]
        passive = reading.lemma.endswith(("л", "н"))
        return founded and passive and len(rest) > 1 and not any(other.plural for other in rest)
    return False


def going_on(said: Said) -> bool:
    """«су келіп тұр», «жүк тасып жатыр»: but «1,2 млрд болып отыр» is an amount."""
    words = [t for t in said.tokens(said.ahead) if t.kind == "word"]
    pairs = [(first, second) for first, second in pairwise(words) if noun("continuing", (second.lower,))]
    return bool(pairs) and not any(noun("becomes", (r.lemma,)) for r in analyse(pairs[0][0].lower)[:3])


def purposed(said: Said) -> bool:
    """Whether the number is a target, a forecast or a possibility: it has its own time or none."""
    heard = Span(said.piece.start, said.reach.end)
    if said.has("by_forecast", said.led):
        return True
    return any(
        not passed(said, span) for key in ("target", "forecast", "potential") for span in said.marks.spans(key, heard)
    )
