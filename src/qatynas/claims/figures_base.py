"""Against when a growth, a multiple or a change is measured, and which dates tell that."""

from __future__ import annotations

from msgspec.structs import replace

from qatynas.claims.clauses import tokens_after
from qatynas.claims.figures_choice import Choice
from qatynas.claims.figures_measure import adds
from qatynas.claims.figures_said import Found, Said, moved, of_years, year_before
from qatynas.claims.figures_times import ablative, level_before, so_long_before
from qatynas.claims.figures_verbs import verb_of
from qatynas.claims.figures_words import endings, noun
from qatynas.language.mentions import Case, DateMention, DateRole, Token
from qatynas.model import Period, Span

_COMPARED_WITHIN = 45  # characters after a date in which «салыстырғанда» or «… кезеңнен» makes it a base
_HEAD_WITHIN = 6  # words after «былтырғы», «2024 жылғы» in which «тиісті кезең деңгейінен» stands
_LONG_AGO = 2  # years
_STORY = 3  # sentences back to a level that another is held against
_DAY = len("2025-08-21")
_DATA_WITHIN = 15  # characters after a date in which «дерегінше» stands
_JUST_BEFORE = 4  # characters between a level in the ablative and the growth against it
Told = tuple[str | None, str, Span | None]


def base_period(said: Said, choice: Choice, measured: str, when: str | None) -> Told:
    """What a growth, multiple or change is against; the year before where a yearly growth names nothing else."""
    if measured not in ("growth", "multiple", "change"):
        return None, "", None
    if (level := level_just_before(said, measured)) and level.period:
        return level.period, "the time of the level compared with", level.number.span
    if (levels := level_held_against(said, choice, measured)) and levels[1].period == when:
        return levels[0].period, "the level told just before", levels[0].number.span
    if so_long := so_long_before(said, when):
        return so_long[0], "so many years before", so_long[1]
    for date in dates_of(said, said.at.sentence.span):
        if not is_base(said, date) or date.edtf is None or not _near(said, date):
            continue
        if date.relative and date.edtf == when:
            return year_before(when), "the year before the figure's own", date.span
        if date.relative and when and ".." not in when and date.edtf > when and date.edtf[:4].isdigit():
            return year_before(date.edtf), "the time it is compared with", date.span  # «ақпандағыдан»: before it
        shifted = _same_time(said, date, when) or _like_with_like(date, when)
        return (shifted or date.edtf), "the time it is compared with", date.span
    if measured == "change" and (adds(said) or ".." in (when or "")) and (level := level_before(said, choice)):
        return level.period, "the time of the level that it is added to", level.number.span
    if (level := _told_of_later(said, choice, when)) is not None:
        return level.period, "the later level told before", level.number.span
    if measured == "multiple" and (level := long_ago(said, choice)) is not None:
        return level.period, "the level of long ago", level.number.span
    if measured == "multiple":
        last = said.memory.last(said, choice.indicator.code, reach=0)
        compared = said.has("more", said.ahead) or said.has("less", said.ahead)
        if compared and last is not None and last.measure == "level" and last.period and when and last.period != when:
            return last.period, "the level of another time", last.number.span
        before = earlier(said, choice, when)
        if before:
            return before, "the time of the figure before", None
    if of_years(when):
        ahead = measured == "multiple" and (when or "")[:4] == (said.at.day or "")[:4]
        return ((when or "")[:4], "the year from which on", None) if ahead else (None, "", None)
    if said.has("same_time", said.piece) and when:
        return year_before(when), "the same time a year before", None
    return year_before(when), "the year before", None


def level_just_before(said: Said, measured: str) -> Found | None:
    """The figure in the ablative right before a growth."""
    last = said.memory.figures[-1] if said.memory.figures else None
    if measured == "level" or last is None or last.sentence != said.at.index or last.number.case is not Case.ABL:
        return None
    return last if 0 <= said.number.span.start - last.number.span.end < _JUST_BEFORE else None


def level_held_against(said: Said, choice: Choice, measured: str) -> tuple[Found, Found] | None:
    """«… 590 миллион болды. Былтыр 610 миллион еді, демек үш пайызға кеміген»: the level just told, which is the
    earlier one, and the later one before it."""
    last = said.memory.last(said, choice.indicator.code, reach=0)
    if measured not in ("growth", "multiple", "change") or last is None or last.measure != "level" or not last.period:
        return None
    if any(d.edtf for d in dates_of(said, said.piece)):
        return None
    for found in reversed(said.memory.figures):
        if found.sentence < said.at.index - _STORY:
            return None
        same = found is not last and found.indicator == last.indicator and found.measure == "level"
        if same and found.period and found.status == "actual" and ".." not in found.period:
            later = found.period[:4] > last.period[:4] and len(found.period) == len(last.period)
            return (last, found) if later else None
    return None


def _told_of_later(said: Said, choice: Choice, when: str | None) -> Found | None:
    """«2024 жылы 31 мың тонна … Мұның алдындағы жылы екі есе мол болған»: what an earlier time is held against."""
    last = said.memory.last(said, choice.indicator.code, reach=1)
    told = last is not None and last.measure == "level" and last.status == "actual" and last.period and when
    if last is None or not told or ".." in (last.period or "") or not said.has("was_so", said.ahead):
        return None
    return last if (when or "")[:4] < (last.period or "")[:4] else None


def long_ago(said: Said, choice: Choice) -> Found | None:
    """«Бес жыл бұрын олар 3 800 болатын, содан үш есе молайды»: the level that a multiple has grown from since."""
    last = said.memory.last(said, choice.indicator.code, reach=0)
    year = (said.at.day or "")[:4]
    if last is None or last.measure != "level" or not (last.period or "").isdigit() or not year.isdigit():
        return None
    if any(d.duration for d in said.at.sentence.dates):
        return None
    if any(d.edtf for d in dates_of(said, said.piece)) or int(year) - int(last.period or "0") < _LONG_AGO:
        return None
    grew = said.has("rise", said.ahead) or said.has("fall", said.ahead)
    return (
        last if grew and not any(f.sentence == last.sentence and f is not last for f in said.memory.figures) else None
    )


def is_base(said: Said, date: DateMention) -> bool:
    """Whether a date is what something is compared with: «былтырғыдан», «2023 жылмен салыстырғанда»."""
    if date.role not in (DateRole.IN, DateRole.FROM) or (date.edtf and "/.." in date.edtf):
        return False
    inside = [t for t in said.tokens(date.span) if t.kind != "mark"]
    if inside and (inside[-1].case is Case.ABL or _from_that(inside[-1])):
        return True
    nearest = next((d for d in said.at.sentence.dates if 0 <= d.span.start - date.span.end <= 1), None)
    if nearest is not None and is_base(said, nearest):
        return True  # «бір жыл бұрынғы қаңтар–наурыздағыдан»
    after = Span(date.span.end, min(date.span.end + _COMPARED_WITHIN, said.at.sentence.span.end))
    later = [d.span.start for d in said.at.sentence.dates if d.span.start >= date.span.end and d.edtf]
    own = Span(after.start, min([after.end, *later]))
    if said.marks.has("compare", own):
        lengths = [d.span for d in said.at.sentence.dates if d.duration]  # «бір жыл бұрынғы екі аймен салыстырғанда»
        numbers = [n for n in said.at.sentence.numbers if not n.part_of_date and own.meets(n.span)]
        numbers = [n for n in numbers if not any(span.covers(n.span) for span in lengths)]
        compared = said.marks.spans("compare", own)[0]
        reported = said.marks.has("data_of", Span(date.span.end, max(date.span.end, compared.start)))
        if not reported and not any(n.span.start < compared.start for n in numbers):
            return True
    near = Span(date.span.start, after.end)
    if any(ablative(said, span) and span.start - date.span.end < 12 for span in said.marks.spans("same_time", near)):
        return True
    if not inside or not (inside[-1].attributive or inside[-1].case is Case.GEN):
        return False
    before = date.span.end <= said.number.span.start
    for token in tokens_after(said.at.sentence, date.span.end)[:_HEAD_WITHIN]:
        if token.kind != "word" or verb_of(token) is not None:
            return False
        if before and token.span.end > said.number.span.start:
            return False
        if token.case is Case.ABL:
            return noun("measured", token.lemmas)
    return False


def _from_that(token: Token) -> bool:
    """«тамыздағыдан», «былтырғыдан»: than that of then."""
    return token.attributive and token.lower.endswith(endings("compared"))


def _near(said: Said, date: DateMention) -> bool:
    """Whether no other number stands between the base and this number."""
    low, high = sorted((date.span.start, said.number.span.start))
    return not any(low < n.span.start < high for n in said.siblings)


def _same_time(said: Said, base: DateMention, when: str | None) -> str | None:
    """«былтырғы осы мерзімнен»: the figure's own part of the year, in the base year."""
    near = Span(base.span.start, min(base.span.end + _COMPARED_WITHIN, said.at.sentence.span.end))
    told = said.marks.has("same_time", near) or said.marks.has("this_day", near)
    return shift(when, base.edtf) if told else None


def _like_with_like(base: DateMention, when: str | None) -> str | None:
    """A part of a year is measured against the same part of the year named: «жеті айда … былтырғыдан 8 пайызға көп»."""
    year = base.edtf or ""
    if not year.isdigit() or not when or not Period(when).is_part_year:
        return None
    return shift(when, year)


def shift(when: str | None, year: str | None) -> str | None:
    if not when or not year or not when[:4].isdigit() or not year[:4].isdigit():
        return None
    return moved(when, int(year[:4]) - int(when[:4]))


def earlier(said: Said, choice: Choice, when: str | None) -> str | None:
    """The time of the last level of the same indicator that was told before, where it is another."""
    if choice.indicator.code == "other" and choice.leans is None:
        return None
    for found in reversed(said.memory.figures):
        if found.sentence < said.at.index - 3:
            break
        if (
            found.indicator == choice.indicator.code
            and found.measure == "level"
            and found.period
            and found.period != when
        ):
            later = (when or "").removeprefix("../")
            return found.period if not later or found.period[:4] < later[:4] else None
    return None


def dates_of(said: Said, span: Span) -> list[DateMention]:
    if not said.at.sentence.dates:
        return []
    today = f"../{said.at.day}"  # «бүгінге дейін»: no time of its own
    dates = [d for d in said.at.dates_in(span) if d.role is not DateRole.EVERY and d.edtf != today]
    return [_at_its_beginning(said, d) for d in dates if not _of_paper(said, d) and not _of_the_data(said, d)]


def _at_its_beginning(said: Said, date: DateMention) -> DateMention:
    """«жылдың басында 310 еді»: the year's first month."""
    last = said.tokens(date.span)[-1:]
    begun = bool(last) and last[0].case is Case.LOC and last[0].possessive and noun("beginnings", last[0].lemmas)
    return replace(date, edtf=f"{date.edtf}-01") if begun and (date.edtf or "").isdigit() else date


def _of_the_data(said: Said, date: DateMention) -> bool:
    """«бюроның 15 тамыздағы дерегінше»: the day of the statistics, a time only of what stands on that day."""
    near = Span(date.span.end, min(date.span.end + _DATA_WITHIN, said.at.sentence.span.end))
    exact = len(date.edtf or "") == _DAY and "/" not in (date.edtf or "")
    return exact and said.unit_kind in ("money", "bare", "percent", "times", "t") and said.marks.has("data_of", near)


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
