"""Times told by other words than a date: an undated now, so many years ago, a level in a bracket, an aim for a year."""

from __future__ import annotations

import re
from datetime import timedelta

from qatynas.claims.clauses import tokens_after
from qatynas.claims.context import At
from qatynas.claims.figures_choice import Choice
from qatynas.claims.figures_said import Found, Said, moved
from qatynas.claims.figures_verbs import is_finite, verb_of
from qatynas.claims.figures_words import endings, noun
from qatynas.language.mentions import Case, DateMention, DateRole, NumberMention
from qatynas.model import Period, Span

_LONGEST_VISIT = 5  # days
_AHEAD = ("target", "forecast", "potential", "by_forecast")
_PAST = ("past", "perfect", "inferred", "participle")
_SINCE_WITHIN = 3  # sentences back to the time that «содан бері» starts from
_PAPER_WITHIN = 60  # characters between «1997 жылғы» and «бері»
_MANY_YEARS = 3
_AGE = 35  # years that the relations of the states can have
_COMPARED_WITHIN = 40  # characters after a time in which «салыстырғанда» stands
_SAME_WITHIN = 3  # characters between «бір жыл бұрынғы» and «осы кезеңдегіден»
_LENGTH = re.compile(r"P(\d+)Y")
_DAY = len("2025-08-21")
_HEAD_WITHIN = 4  # words after a count in which its noun stands
_CURRENCY = len("KZT")
_OBLIQUE = (Case.DAT, Case.GEN)
_GOES_ON = frozenset(("m3/s", "km", "W", "times"))  # what stands or moves since a time, and does not add up from it on
_AGO_WITHIN = 3  # characters between the number of years and «жыл бұрынғы»


def year_of_the_story(said: Said, told: str | None) -> tuple[str, str, Span] | None:
    """«2023 жылы … болды. Келесі жылы … жетті»: the year after, or before, the one told of, where the verb is past."""
    before = Span(said.at.sentence.span.start, said.number.span.start)
    coming = any(reading.form in ("present", "intention") for _, reading in said.verbs)
    past = not coming and not any(said.has(key, Span(before.start, said.reach.end)) for key in _AHEAD)
    last = said.memory.last(said, reach=0)
    for key, years in (("next_of_them", 1), ("last_of_them", -1)):
        of_them = said.marks.spans(key, before)
        if of_them and told and (shifted := moved(told, years)):
            return shifted, "a year told from the one before", of_them[-1]
    for key, years in (("year_later", 1), ("year_earlier", -1)):
        hits = [s for s in said.marks.spans(key, before) if not ablative(said, s) and not _many(said, s)]
        if hits and last is not None and last.period and last.number.span.start > hits[-1].start:
            return last.period, "the year told of in the sentence", hits[-1]
        part = _like_with_like(said, hits[-1], told) if hits else False
        if hits and past and told and (shifted := moved(told if part else told[:4], years)):
            return shifted, "a year told from the one before", hits[-1]
    return None


def _many(said: Said, span: Span) -> bool:
    """«он бір жылдан соң»: more than the one year that the last of its words tells."""
    return any(n.span.start < span.start <= n.span.end + 1 for n in said.at.sentence.numbers) or any(
        d.span.start < span.start <= d.span.end + 1 for d in said.at.sentence.dates if d.duration
    )


def _like_with_like(said: Said, span: Span, told: str | None) -> bool:
    """«… күзде 11 миллиард, бір жыл бұрын бұл көрсеткіш 12 миллиард еді»: the same part of the year before."""
    between = Span(span.start, said.number.span.start)
    return said.has("same_time", between) or (said.has("years_ago", between) and len(told or "") > len("2025"))


def ablative(said: Said, span: Span) -> bool:
    """«бір жыл бұрынғыдан көп»: a time that something is measured against."""
    last = said.tokens(span)[-1:]
    compared = bool(last) and (last[0].case in (Case.ABL, Case.INS) or last[0].lower.endswith(endings("compared")))
    near = Span(span.end, min(span.end + _COMPARED_WITHIN, said.at.sentence.span.end))
    numbers = [n.span for n in said.at.sentence.numbers if not n.part_of_date and n.quantity.unit]
    held = [s for s in said.marks.spans("compare", near) if not any(span.end < n.start < s.start for n in numbers)]
    if held:
        return True  # «бір жыл бұрынғы екі аймен салыстырғанда»
    dates = [d.span for d in said.at.sentence.dates if 0 <= d.span.start - span.end < _SAME_WITHIN]
    if any(t.lower.endswith(endings("compared")) for d in dates for t in said.tokens(d)[-1:]):
        return True  # «бір жыл бұрынғы қаңтар–наурыздағыдан»
    after = [s for s in said.marks.spans("same_time") if 0 <= s.start - span.end < _SAME_WITHIN and s.end > span.end]
    return compared or any(ablative(said, later) for later in after)


def since_then(said: Said) -> tuple[str, str, Span] | None:
    """«1992 жылы орнады. Содан бері …»: from the year told before to the document's own."""
    before = Span(said.at.sentence.span.start, said.number.span.start)
    hits, day = said.marks.spans("since_then", before), said.at.day
    if said.number.rate or said.unit_kind in _GOES_ON:
        return None  # «содан бері секундына 14 текше метр ағып жатыр»: what goes on since then
    if day and (paper := _since_a_paper(said, before, day)):
        return paper
    if not hits or not day:
        return None
    for at in (said.at, *said.at.before(_SINCE_WITHIN)):
        dates = [d for d in at.sentence.dates if d.edtf and d.edtf[:4].isdecimal() and d.span.end <= hits[-1].start]
        if dates:
            if (month := _months_since(dates[-1], day)) is not None:
                return month, "since then", hits[-1]
            first = (dates[-1].edtf or "")[:4]
            return (f"{first}/{day[:4]}", "since then", hits[-1]) if first < day[:4] else None
    return None


def _since_a_paper(said: Said, before: Span, day: str) -> tuple[str, str, Span] | None:
    """«1997 жылғы шарттан бері»: from the year of what is named there to the document's own."""
    for span in said.marks.spans("since_that", before):
        lead = [t for t in said.tokens(Span(before.start, span.start)) if t.kind == "word"][-1:]
        dates = [d for d in said.at.sentence.dates if d.edtf and d.span.end < span.start <= d.span.end + _PAPER_WITHIN]
        year = (dates[-1].edtf or "")[:4] if dates else ""
        named = bool(lead) and lead[0].case is Case.ABL and bool(dates) and not dates[-1].span.covers(lead[0].span)
        if named and year.isdigit() and year < day[:4]:
            return f"{year}/{day[:4]}", "since what is named there", span
    return None


def _months_since(date: DateMention, day: str) -> str | None:
    """From a month of the document's own year to the document's month."""
    first = (date.edtf or "")[:7]
    same_year = len(first) == len("2025-04") and first[:4] == day[:4] and len(day) >= len("2025-04")
    return Period(f"{first}/{day[:7]}").edtf if same_year and first < day[:7] and first[5:].isdigit() else None


def over_years(said: Said) -> tuple[str, str, Span] | None:
    """«он бес жылда … салды», «отыз жыл ішінде»: the years up to the document's own."""
    day, sentence = said.at.day, said.at.sentence
    if not day or not any(reading.form in _PAST for _, reading in said.verbs):
        return None
    for date in sentence.dates:
        lasting = _LENGTH.fullmatch(date.duration or "")
        if lasting is None or date.span.end > said.number.span.start or not _MANY_YEARS <= int(lasting[1]) <= _AGE:
            continue
        words = [t.lower for t in said.tokens(date.span) if t.kind == "word"]
        after = [t.lower for t in tokens_after(sentence, date.span.end)[:1]]
        if noun("in_years", (words[-1],)) or noun("within", (words[-1], *after)):
            return f"{int(day[:4]) - int(lasting[1])}/{day[:4]}", "so many years up to now", date.span
    return None


def told_now(said: Said) -> Span | None:
    """«қазір», «енді», «әзірге» before the number, nearer than any date: a present without a date; «әлі» too where the
    number has no past verb."""
    spans = _now(said, said.left)
    if spans:
        return spans[-1]
    start = max((d.span.end for d in said.at.sentence.dates if d.edtf), default=said.at.sentence.span.start)
    for number in said.siblings:  # «бүгінде бұл көрсеткіш екі еседей өсіп, 740-қа таяған»
        moving = number.quantity.unit in ("percent", "times")
        if number.span.end <= said.number.span.start and not moving:
            start = max(start, number.span.end)
    spans = _now(said, Span(min(start, said.number.span.start), said.number.span.start))
    if spans and any(d.edtf for d in said.at.sentence.dates):
        return spans[-1]
    after = said.marks.spans("still", said.ahead)
    told = [r for _, r in said.verbs if r.form in ("past", "perfect", "inferred", "participle", "intention")]
    return after[0] if after and not told and not said.number.rate else None


def _now(said: Said, within: Span) -> tuple[Span, ...]:
    return tuple(sorted((*said.marks.spans("now", within), *said.marks.spans("still", within))))


def today_as_now(said: Said, dates: list[DateMention]) -> Span | None:
    """«дәл бүгін 2 900 жерлесіміз білім алып жүр»: today as our time, of what goes on."""
    day = said.at.day or ""
    if len(dates) != 1 or dates[0].edtf != day or len(day) != _DAY or dates[0].span.end > said.number.span.start:
        return None
    words = [t for t in said.tokens(said.ahead) if t.kind == "word"]
    lasts = any(noun("continuing", (token.lower,)) for token in words) or said.has("live", said.ahead)
    told = any(reading.form in (*_PAST, "intention") for _, reading in said.verbs)
    signed = said.has("signed_now", said.at.sentence.span) or said.has("meeting", said.at.sentence.span)
    lasts = lasts or not (told or signed)  # «дәл бүгін … еңбекшілердің саны – 58 мың»
    return dates[0].span if noun("today", (said.words(dates[0].span).lower(),)) and lasts else None


def told_once(said: Said) -> Span | None:
    """«бұрын 2,1 цент еді»: a past that no time is told of; not «үш жыл бұрын», nor what «бұрын» compares."""
    hits = [
        span
        for span in said.marks.spans("once", said.left)
        if not any(date.span.meets(span) for date in said.at.sentence.dates) and not _counted_back(said, span)
    ]
    return hits[-1] if hits else None


def _counted_back(said: Said, span: Span) -> bool:
    """«он күн бұрын», «содан бұрын»: a time before one that is told."""
    before = [t for t in said.tokens(Span(said.at.sentence.span.start, span.start)) if t.kind == "word"][-1:]
    units = said.marks.spans("time_unit")
    near = [t for t in before if span.start - t.span.end < _SAME_WITHIN]
    return any(t.case is Case.ABL or any(unit.meets(t.span) for unit in units) for t in near)


def this_day(said: Said, date: DateMention) -> str | None:
    """«былтыр дәл осы күні»: the document's own day in the year told."""
    between = Span(date.span.start, max(date.span.start, said.number.span.start))
    if date.span.end > said.number.span.start or not said.marks.has("this_day", between):
        return None
    day, last = said.at.day or "", said.memory.last(said, reach=2)
    if said.marks.has("that_day", between) and last is not None:
        day = last.period or day  # «1 тамызда 712. Былтырғы дәл сол күні 640»
    if not (date.edtf or "").isdigit() or len(day) != len("2025-08-21"):
        return None
    return moved(day, int(date.edtf or 0) - int(day[:4]))


def this_season(said: Said) -> tuple[str | None, str, Span] | None:
    """«осы маусымда»: in the document's own year."""
    before = Span(said.at.sentence.span.start, said.number.span.start)
    hits = said.marks.spans("this_season", before)
    return (said.at.day[:4], "the season of this year", hits[-1]) if hits and said.at.day else None


def years_ago(said: Said, span: Span) -> NumberMention | None:
    """The number of «он жыл бұрынғыдан» that stands in span."""
    hits = said.marks.spans("years_ago", span)
    for number in said.at.sentence.numbers:
        if any(0 <= hit.start - number.span.end < _AGO_WITHIN or number.span.meets(hit) for hit in hits):
            return number
    return None


def so_long_before(said: Said, when: str | None) -> tuple[str | None, Span] | None:
    """What lies as many years before the figure's own time as «он жыл бұрынғыдан» says, with the words' place."""
    near = Span(said.at.sentence.span.start, said.number.span.start)
    number = years_ago(said, near)
    when = when or (said.at.day or "")[:4]
    if number is None or not when:
        return None
    base = moved(when, -int(number.quantity.value))
    return (base, number.span) if base else None


def school_year(said: Said, date: DateMention) -> str | None:
    """«Өткен оқу жылында …, үш жыл бұрын …»: a year counted back among school years is one."""
    last, day = said.memory.last(said, reach=2), said.at.day or ""
    if last is None or not last.indicator.startswith("education.") or not is_school_year(last.period):
        return None
    if not date.relative or not (date.edtf or "").isdigit() or not day[:4].isdigit():
        return None
    back = int(date.edtf or 0) - int(day[:4])
    return moved(last.period, back) if back < 0 else None


def is_school_year(period: str | None) -> bool:
    """Two years in a row, as school and farm years are written."""
    start, _, end = (period or "").partition("/")
    return start.isdigit() and end.isdigit() and int(end) == int(start) + 1


def for_another(said: Said) -> bool:
    """«ортақ он екі нысанға биыл 410 миллион теңге аударады», «92 шақырым жолдың сызбасы …»: a count of things that
    stands in a case beside the sum that is told of, or a length of what something is said of."""
    if said.unit_kind not in ("count", "km", "ha", "bare") or said.number.rate:
        return False
    if said.unit_kind == "bare" and not said.number.counted:
        return False
    other = next((n for n in said.siblings if n.span.start >= said.number.span.end), None)
    summed = other is not None and len(other.quantity.unit) == _CURRENCY and other.quantity.unit.isupper()
    end = other.span.start if other is not None and summed else said.reach.end
    between = said.tokens(Span(said.number.span.end, max(end, said.number.span.end)))
    dates = [date.span for date in said.at.sentence.dates]
    own = [t for t in between[:_HEAD_WITHIN] if not any(date.covers(t.span) for date in dates)]
    head = next((t for t in own if t.case in _OBLIQUE), None)
    if not summed:
        owned = said.unit_kind == "km" and said.number.case is not Case.ACC
        return owned and head is not None and head.case is Case.GEN
    told = any(is_finite(token) and token.case is None for token in between)
    return not told and (head is not None or said.number.case in _OBLIQUE)


def aimed_for(said: Said, date: DateMention) -> str | None:
    """«2030 жылға белгіленген меже», «мерзімі 2030 жылға шегерілді»: set for a time by its verb, an aim is to be
    reached by then; «2027 жылға екі миллиардтық меже» is that of the year."""
    inside = [t for t in said.tokens(date.span) if t.kind == "word"]
    due = said.has("deadline", said.piece)
    aim = due or said.has("aim", Span(date.span.end, said.at.sentence.span.end))
    if not aim or not inside or inside[-1].case is not Case.DAT or "/" in (date.edtf or "/"):
        return None
    behind = tokens_after(said.at.sentence, date.span.end)[:1]
    set_for = due or any(verb_of(token) is not None for token in behind)
    return f"../{date.edtf}" if date.role is DateRole.IN and set_for else None


def level_before(said: Said, choice: Choice) -> Found | None:
    """The last level of the indicator that came true: what is to be added is added to it."""
    near = [f for f in said.memory.figures if f.sentence >= said.at.index - 4 and f.indicator == choice.indicator.code]
    told = [f for f in near if f.measure == "level" and f.status == "actual" and f.period and ".." not in f.period]
    return max(told, key=lambda f: (f.period or "")[:4], default=None)


def mirrored(said: Said, choice: Choice) -> Found | None:
    """«Айна статистикада алшақтық бар: …»: the other side's number for the time of the flow told before."""
    if not choice.indicator.code.startswith("trade.") or not said.has("mirrored", said.at.sentence.span):
        return None
    for found in reversed(said.memory.figures):
        if found.sentence < said.at.index - 12:
            return None
        if found.indicator in ("trade.export", "trade.import") and found.measure == "level" and found.period:
            return found
    return None


def days_of_visit(at: At, date: DateMention) -> str | None:
    """«кеше … екі күнге сапармен келді»: the days of a visit that began then."""
    lengths = [n for n in at.sentence.numbers if noun("days", ((n.counted or "").lower(),))]
    if len(lengths) != 1 or not 1 < lengths[0].quantity.value <= _LONGEST_VISIT or lengths[0].case is not Case.NOM:
        return None
    first = Period(date.edtf or "").first
    if first is None:
        return None
    return Period(f"{first}/{first + timedelta(days=int(lengths[0].quantity.value) - 1)}").edtf
