"""When a work is due, was opened or begun."""

from __future__ import annotations

from msgspec.structs import replace

from qatynas.claims.acts import Mood, mood, part_of, verb
from qatynas.claims.clauses import tokens_after
from qatynas.claims.context import At
from qatynas.claims.projects_works import Work, is_ahead
from qatynas.claims.when_told import nearest_season, to_come
from qatynas.language.mentions import DateMention, DateRole

_MONTH = len("2025-08")
_YEAR = len("2025")
_ASIDE = 160
"""Characters around a work within which a date may be its own."""


def own_dates(at: At) -> list[DateMention]:
    """The sentence's dates that tell when, once."""
    return [d for d in at.sentence.dates if d.edtf and d.role is not DateRole.EVERY]


def due(at: At, work: Work) -> DateMention | None:
    """The date of the last predicate that has one, on its side of the document's day."""
    date = _of_predicate(at, work)
    if date is None or date.edtf is None:
        return date
    edtf = _lies_ahead(at, date, to_come(at, date)) if work.ahead else gone_by(at, date)
    after = tokens_after(at.sentence, date.span.end)[:1]
    if after and after[0].lower.startswith("кешік") and "/" not in edtf:
        edtf = f"../{edtf}"  # «1 желтоқсаннан кешіктірмей»
    return replace(date, edtf=edtf)


def _lies_ahead(at: At, date: DateMention, edtf: str) -> str:
    """«Құрылысы 2024 жылы басталған зауыт желтоқсанда ашылады»: a bare month of what is to come is the next one."""
    bare = len(edtf) >= _MONTH and "/" not in edtf and edtf[:4].isdigit()
    dated = any(t.kind == "number" and len(t.text) == _YEAR for t in at.tokens_in(date.span))
    if not bare or dated or at.day is None or edtf >= at.day[: len(edtf)]:
        return edtf
    if len([t for t in at.tokens_in(date.span) if not t.lower.startswith("ай")]) > 1:
        return edtf  # «былтыр қазанда», «келер жылдың наурызында»
    year = int(at.day[:_YEAR])
    this = f"{year:04d}{edtf[_YEAR:]}"
    return this if this >= at.day[: len(this)] else f"{year + 1:04d}{edtf[_YEAR:]}"


def gone_by(at: At, date: DateMention) -> str:
    """What was done in a bare month or day lies behind the document's day."""
    edtf = date.edtf or ""
    bare = date.relative and "/" not in edtf and len(edtf) >= _MONTH and edtf[:4].isdigit()
    bare = bare and not any(t.lower.startswith("жыл") for t in at.tokens_in(date.span))
    if bare and at.day and edtf > at.day[: len(edtf)] and edtf[:4] > at.day[:4]:
        return f"{int(edtf[:4]) - 1:04d}{edtf[4:]}"
    return edtf


def _of_predicate(at: At, work: Work) -> DateMention | None:
    """What is due counts before what was begun."""
    reach = work.span
    inside = [d for d in own_dates(at) if d.span.start >= reach.start - _ASIDE and d.span.end <= reach.end + _ASIDE]
    inside = [d for d in inside if not _names_document(at, d)]
    if not inside:
        seasons = [d for d in at.sentence.dates if d.season]
        near = (replace(d, edtf=nearest_season(at, d, past=not (work.ahead or _is_told_ahead(at, d)))) for d in seasons)
        return next((d for d in near if d.edtf and d.season), None)
    ahead = [sign for sign, how in work.told if is_ahead(sign, how)]
    for sign in reversed(ahead or [s for s, _ in work.told]):
        before = [d for d in inside if d.span.end <= sign.span.start]
        if before:
            return before[-1]
    return inside[-1]


def _is_told_ahead(at: At, date: DateMention) -> bool:
    """«салып жатыр, алғашқы қабы көктемде шықпақ»: a season whose own verb tells of what is to come."""
    part = part_of(at, date.span)
    behind = [i for i, t in enumerate(at.sentence.tokens) if date.span.end <= t.span.start < part.end]
    return any(mood(at, i) == Mood.PLANNED for i in behind if verb(at.sentence.tokens[i]) is not None)


def day_of(date: DateMention | None) -> str | None:
    """The date as EDTF; of «1 қыркүйектен бастап» the day on which it begins."""
    if date is None or date.edtf is None:
        return None
    begins = date.role is DateRole.FROM and date.edtf[:1].isdigit()
    return date.edtf.split("/")[0] if begins else date.edtf


def _names_document(at: At, date: DateMention) -> bool:
    """«2031–2034 жылдарға арналған»: the term of a programme."""
    after = tokens_after(at.sentence, date.span.end)[:1]
    return bool(after) and after[0].lower.startswith("арналған")
