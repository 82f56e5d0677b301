"""Times that go back to one told before: «сол айда», «осы күндері», «сол жылғы мамырда», «он бір жылдан соң»."""

from __future__ import annotations

from collections.abc import Iterator

from qatynas.claims.figures_base import Told, is_base
from qatynas.claims.figures_choice import Choice
from qatynas.claims.figures_said import Said
from qatynas.claims.figures_words import endings, noun
from qatynas.language.kk.calendar import SEASONS
from qatynas.language.mentions import Case, DateMention, DateRole, Token
from qatynas.model import Span

_BACK = 3  # sentences back to the time that «сол айда» means
_YEAR, _MONTH, _DAY = len("2025"), len("2025-08"), len("2025-08-21")
_LENGTHS = {"жыл": _YEAR, "ай": _MONTH, "күн": _DAY}
_OF_THAT = 2  # words of «сол жылғы» before a month


def of_that_time(said: Said, choice: Choice, measured: str) -> Told | None:
    """«1 маусымда … Сол айдың өзінде 12 мың жолаушы мінді», «осы күндері 430 баланы қарап»: as fine as its word."""
    words = [t for t in said.tokens(Span(said.at.sentence.span.start, said.number.span.start)) if t.kind == "word"]
    for place in range(len(words) - 2, -1, -1):
        that, unit = words[place], words[place + 1]
        if (
            not noun("that", (that.lower,))
            or unit.case in (Case.ABL, Case.DAT)
            or unit.lower.endswith(endings("compared"))
        ):
            continue
        here = that.lower not in ("осы", "бұл")
        fine = next((size for word, size in _LENGTHS.items() if word in unit.lemmas), 0)
        season = next((str(number) for word, number in SEASONS.items() if word in unit.lemmas), "")
        if (not fine and not season) or (not here and (fine != _DAY or not unit.plural)):
            continue
        if (told := _as_fine(said, that.span.start, fine, season, unit)) is not None:
            return told, "the time told before", Span(that.span.start, unit.span.end)
    return None


def _as_fine(said: Said, before: int, fine: int, season: str, unit: Token) -> str | None:
    for date in _told(said, before):
        edtf = date.edtf or ""
        if season and edtf[:_YEAR].isdigit():
            return f"{edtf[:_YEAR]}-{season}"
        if fine == _DAY and unit.plural:
            return edtf
        if edtf[:_YEAR].isdigit() and len(edtf) >= fine and "/" not in edtf:
            return edtf[:fine]
    return None


def _told(said: Said, before: int) -> Iterator[DateMention]:
    """The dates told before a place, nearest first, of what is past and no base of a comparison."""
    for at in (said.at, *said.at.before(_BACK)):
        for date in reversed(at.sentence.dates):
            told = date.edtf and date.role is DateRole.IN and ".." not in date.edtf
            based = (
                is_base(said, date)
                if at is said.at
                else at.tokens_in(date.span)[-1].lower.endswith(endings("compared"))
            )
            if told and date.span.end <= before and not based:
                yield date


def of_that_year(said: Said, date: DateMention) -> str | None:
    """«2020 жылы … Келесі көктемде … сол жылғы мамырда»: a month of the year told before."""
    words = [t for t in said.at.sentence.tokens if t.span.end <= date.span.start and t.kind == "word"][-_OF_THAT:]
    edtf, day = date.edtf or "", said.at.day or ""
    that = len(words) == _OF_THAT and noun("that", (words[0].lower,)) and "жыл" in words[1].lemmas
    if not that or not date.relative or edtf[:_YEAR] != day[:_YEAR] or len(edtf) < _MONTH:
        return None
    later = 0
    for told in _told(said, words[0].span.start):
        year = (told.edtf or "")[:_YEAR]
        if year.isdigit() and year > day[:_YEAR]:
            later = 1  # «келесі көктемде», told of what is past: of the year after the one told before it
        elif year.isdigit():
            return f"{int(year) + later}{edtf[_YEAR:]}"
    return None
