"""Times that lie in one told before, or are counted from it: a month of a span, a part up to a day, that of a sum."""

from __future__ import annotations

from qatynas.claims.clauses import tokens_after
from qatynas.claims.figures_choice import Choice
from qatynas.claims.figures_said import Said, moved
from qatynas.claims.figures_story import purposed
from qatynas.claims.figures_times import is_school_year
from qatynas.claims.figures_verbs import verb_of
from qatynas.claims.figures_words import endings
from qatynas.claims.when_told import is_deictic
from qatynas.language.mentions import Case, DateMention
from qatynas.model import Period, Span

_BACK = 3  # sentences back to the figure whose time another lies in
_YEAR, _MONTH = len("2025"), len("2025-08")
_LONGEST = 366  # days of a span in whose months another figure's may lie


def within_told(said: Said, choice: Choice, date: DateMention) -> tuple[str, str] | None:
    """The date as one that stands in what was told before tells it, with the rule; None where it stands for itself."""
    for found, rule in (
        (_of_that_sum(said, date), "the time of that figure"),
        (_years_back(said, choice, date), "so many years before the time told"),
        (_part_until(said, choice, date), "from the beginning of the time told until then"),
        (_in_the_span(said, choice, date), "a month of the time told"),
    ):
        if found:
            return found, rule
    return None


def _years_back(said: Said, choice: Choice, date: DateMention) -> str | None:
    """«2025 жылы 37 млн болыпты. Үш жыл бұрын 15 миллион екен»: so many years before the time that the level before is
    of, not before the text; «осыдан үш жыл бұрын» counts from the text."""
    day, edtf = said.at.day or "", date.edtf or ""
    if not (date.relative and edtf.isdigit() and day[:_YEAR].isdigit() and edtf < day[:_YEAR]):
        return None
    words = [t.lower for t in said.tokens(date.span) if t.kind == "word"]
    if not said.has("years_ago", date.span) or any(word.startswith("осы") for word in words):
        return None
    last = said.memory.last(said, choice.indicator.code, reach=2)
    if last is None or last.measure != "level" or last.status != "actual" or last.period is None:
        return None
    yearly = len(last.period) == _YEAR or is_school_year(last.period)
    return moved(last.period, int(edtf) - int(day[:_YEAR])) if yearly else None


def _in_the_span(said: Said, choice: Choice, date: DateMention) -> str | None:
    """«Былтырғы қараша мен биылғы наурыз аралығында 1,2 миллиард берілді. Соның үштен бірі – қаңтарда»: a month of no
    year is that of the span told."""
    edtf = date.edtf or ""
    if not date.relative or ".." in edtf or len(edtf.split("/")[0]) < _MONTH or not edtf[5:7].isdigit():
        return None
    own_year = any("жыл" in t.lower for t in said.tokens(date.span)) or is_deictic(said.at, date)
    if edtf[5:7] > "12" or own_year:
        return None
    told = _told(said, choice)
    span = Period(told) if told else None
    if span is None or span.first is None or span.last is None or (span.last - span.first).days > _LONGEST:
        return None
    if len((told or "").split("/")[0]) < _MONTH or span.contains(Period(edtf)):
        return None
    for years in (-1, 1):
        other = moved(edtf, years)
        if other and other != told and span.contains(Period(other)):
            return other
    return None


def _told(said: Said, choice: Choice) -> str | None:
    """The time of what a figure leans on, or of the last one in its paragraph."""
    last = choice.leans or said.memory.last(said, reach=_BACK)
    near = last is not None and (last is choice.leans or last.paragraph == said.at.sentence.paragraph)
    return last.period if last is not None and near and last.period and ".." not in last.period else None


def _part_until(said: Said, choice: Choice, date: DateMention) -> str | None:
    """«Кесте бойынша сәуір–қыркүйекте 480 млн … Мамыр аяқталғанша соның 96 миллионы жетті»: of what is to come in a
    time the part that came until then."""
    end, whole = (date.edtf or "").removeprefix("../"), choice.leans or said.memory.last(said, reach=2)
    first = (
        Period(whole.period or "").first if whole is not None and whole.period and ".." not in whole.period else None
    )
    if end == date.edtf or "/" in end or first is None or not said.has("part") or purposed(said):
        return None
    begin = first.isoformat()[: len(end)]
    return f"{begin}/{end}" if begin < end <= (said.at.day or end) else None


def _of_that_sum(said: Said, date: DateMention) -> str | None:
    """«биылғы соманың»: the time of the figure before that lies in that year."""
    near = Span(date.span.end, min(date.span.end + 20, said.at.sentence.span.end))
    inside = [t for t in said.tokens(date.span) if t.kind == "word"]
    of_it = bool(inside) and inside[-1].lower.endswith(endings("its"))  # «биылғының 3,2 миллионы»
    after = [t for t in tokens_after(said.at.sentence, date.span.end) if t.kind == "word"][:1]
    done = verb_of(after[0]) if after and inside and inside[-1].attributive else None
    who = done is not None and done.form == "participle" and after[0].case is Case.GEN  # «биылғы барғандардың»
    of_it = of_it or who
    if not date.edtf or not date.edtf.isdigit() or not (of_it or said.marks.has("carry", near)) or purposed(said):
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
