"""Days that a text counts from one that it has told: «сапардың екінші күні», «ертеңіне», «екі күннен кейін»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

import msgspec

from qatynas.claims.clauses import tokens_after, tokens_in
from qatynas.claims.context import At
from qatynas.data import load
from qatynas.language import PhraseTable
from qatynas.language.mentions import NumberKind, Token
from qatynas.model import Period, Span

_LENGTH = re.compile(r"P(\d+)([DW])")
_MOST_DAYS = 20  # a day of an event, or days between two parts of one story


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """data/when_days.toml."""

    first: tuple[str, ...]
    last: tuple[str, ...]
    nth: tuple[str, ...]
    next: tuple[str, ...]
    previous: tuple[str, ...]
    same: tuple[str, ...]
    after: tuple[str, ...]
    before: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """How far a day lies from one told before.

    within: days is counted from the first of an event's days, 0 the first itself, -1 the last. Else days is the
    distance from the day told last.
    """

    days: int
    within: bool
    span: Span


def step_in(at: At, part: Span) -> Step | None:
    """The step that the words of part tell, None where they tell none."""
    tokens = at.tokens_in(part)
    for hit in _table().find(tokens):
        if hit.key == "nth" and (number := _ordinal_before(at, hit.span)):
            return Step(number - 1, True, hit.span)
        if hit.key in _FIXED:
            days, within = _FIXED[hit.key]
            return Step(days, within, hit.span)
    return _distance(at, part)


_FIXED = {"first": (0, True), "last": (-1, True), "next": (1, False), "previous": (-1, False), "same": (0, False)}


def _ordinal_before(at: At, span: Span) -> int | None:
    """2 of «екінші күні»; a day of a month («10-ы күні») has no ordinal word."""
    for number in at.sentence.numbers:
        value = number.quantity.value
        near = 0 <= span.start - number.digits.end <= 1
        if number.kind == NumberKind.ORDINAL and near and value == int(value) and 0 < value <= _MOST_DAYS:
            return int(value)
    return None


def _distance(at: At, part: Span) -> Step | None:
    """«екі күннен кейін», «арада үш күн өткенде», «бір апта бұрын» of a day told before."""
    for date in at.dates_in(part):
        length = _LENGTH.fullmatch(date.duration or "")
        if length is None:
            continue
        days = int(length[1]) * (7 if length[2] == "W" else 1)
        inside = tokens_in(at.sentence, date.span)
        behind = tokens_after(at.sentence, date.span.end)[:1]
        keys = _keys([*inside, *behind])
        if days <= 3 * _MOST_DAYS and keys & {"after", "before"}:
            return Step(days if "after" in keys else -days, False, date.span)
    return None


def stepped(edtf: str, step: Step) -> str | None:
    """The day that lies a step from edtf, a day or several; None where they are no days or the step leads out."""
    try:
        period = Period(edtf)
    except ValueError:
        return None
    first, last = period.first, period.last
    if first is None or last is None or (last - first).days > _MOST_DAYS or len(edtf.split("/")[0]) < len("2025-08-21"):
        return None
    if not step.within:
        return str((first if step.days > 0 else last) + timedelta(days=step.days))
    if first == last:
        return None if step.days < 0 else str(first + timedelta(days=step.days))
    day = last if step.days < 0 else first + timedelta(days=step.days)
    return str(day) if day <= last else None


def _keys(tokens: Sequence[Token]) -> frozenset[str]:
    return _table().keys(tokens)


@cache
def _table() -> PhraseTable:
    words = load("when_days", Words)
    return PhraseTable({name: getattr(words, name) for name in Words.__struct_fields__})
