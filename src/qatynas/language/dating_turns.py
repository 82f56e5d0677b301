"""Evidence for a text's year from a turn of time that it stands before: a year that is near, a plan that runs out."""

from __future__ import annotations

from collections.abc import Sequence

from qatynas.language.dating_evidence import CALLED, CALLED_LOOSELY, ENDING, STRETCH, Evidence
from qatynas.language.dating_told import Said, year_of
from qatynas.language.kk import calendar
from qatynas.language.kk import dating as kk
from qatynas.language.mentions import Case, DateMention, DateRole
from qatynas.model.period import Period

_REACH = 6  # words after a year in which what is left until it stands
_BACK = 3  # sentences before one in which the next year is told of
_LATE, _EARLY = 11, 2  # months in which the new year is wished for, and has come


def told(said: Sequence[Said], evidence: Evidence, month: int | None) -> None:
    """Add to the evidence what the sentences tell of turns; month is that of the date line."""
    ending = any(_runs_out(sentence) for sentence in said)
    for at, sentence in enumerate(said):
        for mention in sentence.dates:
            year = year_of(mention)
            if year is not None and len(mention.edtf or "") == len("2025"):
                _near(sentence, mention, year, evidence)
                _wished(sentence, mention, year, evidence, month)
            if year is not None:
                _next(said[max(0, at - _BACK) : at], sentence, mention, year, evidence)
                _coming_season(said, sentence, mention, year, evidence, month)
            elif ending and "/" in (mention.edtf or "") and mention.role is not DateRole.FROM:
                last = Period(mention.edtf or "").last
                if last is not None:
                    evidence.add(last.year, ENDING, f"{mention.edtf} runs out", strong=True)


def _near(sentence: Said, mention: DateMention, year: int, evidence: Evidence) -> None:
    """«2000 жылға үш-ақ күн қалды», «2026 жыл қарсаңында»: the year before it."""
    last = sentence.places(mention)[1]
    following = [sentence.lower(place) for place in range(last + 1, last + 1 + _REACH)]
    to_it = last < len(sentence.tokens) and sentence.tokens[last].case is Case.DAT
    left = any(word.startswith(("күн", "апта", "ай")) for word in following)
    if to_it and left and any(word.startswith("қал") for word in following):
        evidence.add(year - 1, CALLED, f"so little is left until {year}", strong=True)
    elif following[0].startswith("қарсаң"):
        evidence.add(year - 1, CALLED_LOOSELY, f"on the eve of {year}", strong=True)


def _wished(sentence: Said, mention: DateMention, year: int, evidence: Evidence, month: int | None) -> None:
    """«Жаңа 2025 жыл құтты болсын»: told about New Year's Day."""
    first = sentence.places(mention)[0]
    if month is not None and sentence.lower(first - 1) == "жаңа":
        if month >= _LATE:
            evidence.add(year - 1, CALLED_LOOSELY, f"the new year {year} is near", strong=True)
        elif month <= _EARLY:
            evidence.add(year, CALLED_LOOSELY, f"the new year {year} has come", strong=True)


def _next(before: Sequence[Said], sentence: Said, mention: DateMention, year: int, evidence: Evidence) -> None:
    """«Келер жылдың наурызында … Осы 2006 жылғы кезең …»: what the text calls the next year is told again."""
    first, last = sentence.places(mention)
    coming = any(kk.TO_COME.search(token.lower) for token in sentence.tokens[last + 1 :])
    again = sentence.lower(first - 1) in kk.THE_SAME and (coming or sentence.tense(last + 1) == "coming")
    if again and any(_says_next_year(other) for other in before):
        evidence.add(year - 1, CALLED, f"{year} is called the next year", strong=True)
        evidence.add(year, -CALLED_LOOSELY, "")


def _says_next_year(sentence: Said) -> bool:
    return sentence.has_pair((*kk.NEXT_YEAR, "алдағы"), "жыл")


def _coming_season(
    said: Sequence[Said], sentence: Said, mention: DateMention, year: int, evidence: Evidence, month: int | None
) -> None:
    """«Келер жазға орын алсаңыз … Биылғы жазда 1 860 қонақ … 2010 жылғы шілде мен тамызға»: this year's is over.

    A date line after the season's months tells that too.
    """
    season = _season_of(mention)
    last = sentence.places(mention)[1]
    set_to = last < len(sentence.tokens) and sentence.tokens[last].case is Case.DAT
    if season is None or not (set_to or sentence.tense(last + 1) == "coming"):
        return
    stem = next(stem for stem, number in calendar.SEASONS.items() if number == season)
    coming = any(s.has_pair((*kk.NEXT_YEAR, "алдағы"), stem) for s in said)
    over = any(s.has_pair(("биылғы", "осы", "былтырғы"), stem) for s in said)
    ends = Period(mention.edtf or "").last
    later = month is not None and ends is not None and month > ends.month
    if coming and (over or month is not None):
        evidence.add(year - (over or later), STRETCH, f"the season of {year} is the next", strong=True)


def _season_of(mention: DateMention) -> int | None:
    """21 to 24 (EDTF) for days that lie in one season; December counts to the next year's winter, so it has none."""
    period = Period(mention.edtf or "")
    if period.first is None or period.last is None or (period.last - period.first).days > 100:
        return None
    months = {period.first.month, period.last.month}
    seasons = {21: {3, 4, 5}, 22: {6, 7, 8}, 23: {9, 10, 11}}
    return next((season for season, its in seasons.items() if months <= its), None)


def _runs_out(sentence: Said) -> bool:
    """«Бағдарлама бітуге екі ай қалды», «мерзімі 31 желтоқсанда аяқталады», «жоспардың соңғы жылы»: no year by it."""
    if list(sentence.years()):
        return False
    left = any(
        token.lower in kk.RUNS_OUT and any(sentence.lower(at + step).startswith("қал") for step in range(2, _REACH))
        for at, token in enumerate(sentence.tokens)
    )
    due = sentence.has(("мерзім",)) and sentence.has(("аяқталады", "бітеді", "бітпек", "аяқталмақ", "тәмамдалады"))
    last = sentence.has_pair(("соңғы",), "жылы") and sentence.has(("бағдарлама", "жоспар", "келісім"))
    return left or due or last
