"""Meetings told without a verb: a chronicle's entry, a day and what it brought; what is next, and when."""

from __future__ import annotations

from collections.abc import Sequence

from qatynas.claims.acts import FINITE, Mood, verb
from qatynas.claims.context import At
from qatynas.language.mentions import Case, DateMention, Token
from qatynas.model import Span

_DASHES = "–—-:"
_AHEAD = frozenset({"алдағы", "келесі", "келер"})
_ENDS = ".,;(–—["
_TURNS = frozenset({"болса", "енді", "ше", "ал", "да", "де"})


def told_alone(at: At, index: int) -> Mood | None:
    """The mood of a meeting whose noun, at index, no verb tells: «2021, 24 қазан — Садыр Жапаровтың Астанаға ресми
    сапары», «Келесі форум – қыркүйекте Ошта»; None where a verb may tell it."""
    tokens = at.sentence.tokens
    noun = tokens[index]
    if noun.plural or noun.case not in (None, Case.NOM) or not at.sentence.dates:
        return None
    entry = at.sentence.entry
    dates = [date for date in at.sentence.dates if date.edtf]
    first = next((t.span.start for t in tokens if t.kind != "mark"), 0)
    head = entry or next((d for d in dates if d.span.start <= first), None)
    if head is not None and head.edtf and _is_entry(at, head, index):
        return _mood(at, head)
    last = dates[-1] if dates else None
    if last is not None and last.span.start > noun.span.end and _is_ahead(at, index):
        found = _mood(at, last)
        return found if found == Mood.PLANNED else None
    return None


def _is_entry(at: At, head: DateMention, index: int) -> bool:
    """Whether the noun ends the clause that a date and a dash open."""
    tokens = at.sentence.tokens
    here = at.sentence.span.covers(head.span)
    opened = [i for i, t in enumerate(tokens) if not here or t.span.start >= head.span.end]
    begin = opened[0] if opened else index
    if here and (begin >= index or tokens[begin].text[:1] not in _DASHES):
        return False
    following = tokens[index + 1 : index + 2]
    return (not following or following[0].text[:1] in _ENDS) and not _has_verb(at, tokens[begin:index])


def _is_ahead(at: At, index: int) -> bool:
    """Whether behind the noun stand no more than a dash, the day and the place."""
    tokens = at.sentence.tokens
    behind = [t for t in tokens[index + 1 :] if t.kind != "mark" and t.lower not in _TURNS]
    turned = tokens[index].possessive or any(
        t.text[:1] in _DASHES or t.lower in _TURNS for t in tokens[index + 1 : index + 3]
    )  # «Оның төртінші жиыны алдағы наурызда Бішкекте», «Келесі форум – қыркүйекте Ошта»
    known = [date.span for date in at.sentence.dates] + [name.span for name in at.sentence.names]
    told = all(any(span.covers(t.span) for span in known) or t.case == Case.LOC for t in behind)
    return turned and told and not _has_verb(at, tokens[:index])


def _has_verb(at: At, tokens: Sequence[Token]) -> bool:
    names = [name.span for name in at.sentence.names]
    words = (t for t in tokens if t.kind == "word" and not _inside(t.span, names))
    return any((reading := verb(t)) is not None and reading.form in FINITE for t in words)


def _inside(span: Span, spans: Sequence[Span]) -> bool:
    return any(other.covers(span) for other in spans)


def _mood(at: At, date: DateMention) -> Mood:
    upto = [t for t in at.sentence.tokens if t.span.start < date.span.end]
    begun = next((i for i, t in enumerate(upto) if t.span.start >= date.span.start), len(upto))
    if any(t.lower in _AHEAD for t in upto[max(0, begun - 1) :]):
        return Mood.PLANNED  # «алдағы наурызда»
    later = at.day is not None and (date.edtf or "")[: len(at.day)] > at.day[: len(date.edtf or "")]
    return Mood.PLANNED if later else Mood.DONE
