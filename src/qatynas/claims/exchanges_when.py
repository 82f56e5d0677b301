"""When an exchange goes on, how often, and what for."""

from __future__ import annotations

from qatynas.claims.context import At
from qatynas.claims.exchanges_words import SEASONS, WORDS
from qatynas.claims.predicates import reach
from qatynas.language.mentions import DateRole, NameType
from qatynas.model import Span

_OFTEN = ("daily", "weekly", "monthly", "hourly")
"""How often what a figure measures is told («тәулігіне 6 млн»); no exchange of years and seasons."""


def season_of(at: At, place: Span) -> str | None:
    codes = [date.season for date in at.dates_in(place) if date.season]
    codes = codes or [sign.code for sign in SEASONS.within(at, place)]
    if "autumn" in codes and "winter" in codes:
        return "winter"
    return codes[0] if codes else None


def how_often(at: At) -> str | None:
    for date in at.sentence.dates:
        if date.role is DateRole.EVERY and date.recurrence and date.recurrence not in _OFTEN:
            return "yearly" if date.recurrence == "yearly" or date.season else "seasonal"
    if WORDS.of(at, "recurring"):
        return "yearly"
    for after in at.after(1):  # «Бұл тәртіп жылдан-жылға жалғасып келеді»
        points = after.sentence.tokens and after.sentence.tokens[0].lower in ("бұл", "мұндай", "осы")
        if points and after.same_paragraph(at) and WORDS.of(after, "recurring"):
            return "yearly"
    return None


def is_measured(at: At) -> bool:
    """«тәулігіне алты миллион киловатт-сағат»: a rate, which a figure tells."""
    return any(d.role is DateRole.EVERY and d.recurrence in _OFTEN for d in at.sentence.dates)


def is_dated(at: At) -> bool:
    return any(d.edtf and d.role is not DateRole.EVERY for d in at.sentence.dates)


def purpose_of(at: At) -> str | None:
    """The words before «үшін»: what it is for."""
    for sign in WORDS.of(at, "purpose"):
        place = reach(at, sign)
        states = [n for n in at.names_in(place, NameType.STATE, NameType.SIDE) if n.case in (None, "nom")]
        start = states[0].span.end if states and states[0].span.end < sign.span.start else place.start
        regular = [d.span for d in at.sentence.dates if d.role is DateRole.EVERY]
        skipped = [*regular, *(s.span for s in WORDS.of(at, "recurring", "mutual", "grounds"))]
        inside = at.tokens_in(Span(start, sign.span.start))
        first = next((t for t in inside if not any(x.covers(t.span) for x in skipped)), None)
        start = first.span.start if first is not None else start
        words = " ".join(at.reading.text[start : sign.span.start].split()).strip(" ,–—-")
        return words or None
    return None
