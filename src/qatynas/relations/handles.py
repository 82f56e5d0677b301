"""The handles by which claims that may be one fact find each other: only claims that share one are compared.

Handles must be as coarse as the aspects of likeness.py allow, and no coarser: a handle under which claims stand that
can never be one makes a large ledger slow. A claim stands under all its `handles`, and looks under those `sought`; of
two claims that may be one, each finds the other.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from qatynas.model.claim import Claim
from qatynas.model.quantity import Quantity
from qatynas.relations.dates import bounds, period
from qatynas.relations.keys import figure_cell
from qatynas.relations.names import SAME_TITLE, body_key, joining_words, stems, telling, title_key

Handle = tuple[Hashable, ...]


def handles(claim: Claim) -> set[Handle]:
    """What a claim is found under."""
    return stands(claim)[0]


def sought(claim: Claim) -> set[Handle]:
    """What a claim looks for others under."""
    return stands(claim)[1]


def stands(claim: Claim) -> tuple[set[Handle], set[Handle]]:
    """Both: its handles and those sought."""
    found, looked_for = set(), set()
    for handle, seeks in HANDLES[claim.kind](claim):
        found.add((claim.kind, *handle))
        looked_for |= {(claim.kind, *other) for other in seeks}
    return found, looked_for


Stand = tuple[Handle, Iterable[Handle]]
"""A handle that a claim stands under, and those that it looks under because of it."""


def _plainly(found: Iterable[Handle]) -> Iterator[Stand]:
    """Claims that find each other where they share a handle."""
    return ((handle, (handle,)) for handle in found)


# How many months of a long period are handles of their own; a longer one meets every other date.
MONTHS = 24
_ANY, _COARSE, _LONG, _UNDATED = "any time", "coarse", "long", "undated"


def _timed(base: Handle, edtf: str | None, *, or_undated: bool = True) -> Iterator[Stand]:
    """Under the same base only what may be of one time: of a day or month in common, or of none that is known.

    or_undated: what has no date is sought as well, and seeks.
    """
    day, months = _time(edtf)
    always = [(*base, _LONG), *([(*base, _UNDATED)] if or_undated else [])]
    if day:
        month = day[: len("2025-08")]
        yield (*base, day), ((*base, day), (*base, _COARSE, month), *always)
        yield (*base, _ANY, month), ()
    else:
        for month in months:
            yield (*base, _COARSE, month), ((*base, _ANY, month), *always)
            yield (*base, _ANY, month), ()
    if edtf and not day and not months:
        yield (*base, _LONG), ((*base, _ANY),)
    elif not edtf and or_undated:
        yield (*base, _UNDATED), ((*base, _ANY),)
    yield (*base, _ANY), ()


def _time(edtf: str | None) -> tuple[str, list[str]]:
    """The day that a date is, or else the months that it lies in; a deadline counts as its last date (same_when)."""
    first, last = bounds(edtf.split("/")[-1] if edtf and edtf.startswith(("../", "/")) else edtf)
    if not first or not last:
        return "", []
    return (first.isoformat(), []) if first == last else ("", _months_between(first, last))


def _months_between(first: date, last: date) -> list[str]:
    span = (last.year - first.year) * 12 + last.month - first.month
    found = []
    for step in range(span + 1 if span < MONTHS else 0):
        year, month = divmod(first.month - 1 + step, 12)
        found.append(f"{first.year + year}-{month + 1:02}")
    return found


def _months(edtf: str | None) -> list[str]:
    """The months that a date lies in, for a date of two years at most; of an open one, those of its known end."""
    first, last = bounds(edtf)
    first, last = first or last, last or first
    return _months_between(first, last) if first and last else []


def _near(edtf: str | None) -> list[str]:
    """The months of a document's date and the two after, so that those a month apart meet."""
    months = _months(edtf)
    if not months:
        return []
    year, month = map(int, months[-1].split("-"))
    return [*months, *(f"{year + (month + more) // 12}-{(month + more) % 12 + 1:02}" for more in (0, 1))]


# figures

# Numbers of which one may tell the other more roughly lie in one such step or in neighbours: ln(1 / 0.9) < 0.14.
STEP = 0.14


def _figure(claim: Any) -> Iterator[Stand]:
    """By cell and value: two exact numbers meet where they are equal, a rough one meets all near its value."""
    cell, quantity = repr(figure_cell(claim)), claim.quantity
    if claim.status == "target":
        yield from _plainly([(cell, _equal(quantity))])
        return
    cell += repr(claim.period and bounds(claim.period))
    step = _step(quantity)
    rough = [(cell, "rough", near) for near in (step - 1, step, step + 1)]
    if quantity.low == quantity.high == quantity.value:
        yield (cell, _equal(quantity)), ((cell, _equal(quantity)), *rough)
    else:
        yield (cell, "rough", step), [(cell, "any", near) for near in (step - 1, step, step + 1)]
    yield (cell, "any", step), ()


def _equal(quantity: Quantity) -> str:
    return str(quantity.value.normalize())


def _step(quantity: Quantity) -> int:
    value = float(quantity.value)
    return round(math.copysign(math.log(abs(value)) / STEP + 1_000_000, value)) if math.isfinite(value) and value else 0


# events and texts


def _meeting(claim: Any) -> Iterator[Stand]:
    family = "visit" if claim.type.endswith("visit") else claim.type
    if claim.date:
        yield from _timed(("dated", family), claim.date, or_undated=False)
    if not claim.number or not claim.body:
        return
    numbered = (family, claim.number)
    if claim.status == "planned":  # it may have been moved to any day
        yield (*numbered, "planned"), ((*numbered, _ANY),)
        yield (*numbered, _ANY), ()
    else:
        for handle, seeks in _timed(numbered, claim.date):
            yield handle, (*seeks, (*numbered, "planned"))


def _agreement(claim: Any) -> Iterator[Stand]:
    """By the title and the date, or by the very date."""
    for mark in title_marks(claim.title):
        yield from _timed((claim.act, mark), claim.date)
    if claim.date:
        yield from _plainly([(claim.act, claim.date)])


def title_marks(title: str | None) -> list[str]:
    """What titles share of which one may be the other in other words: of their stems as many as one must have in common
    (prefixes of sets that are alike meet), or the whole."""
    words = [stem for stem in telling(title) if not stem.isdigit()]
    marks = words[: len(words) - math.ceil(SAME_TITLE * len(words)) + 1]
    return [*marks, f"={title_key(title)}"] if telling(title) else []


def _topic(claim: Any) -> Iterator[Stand]:
    if claim.at and not period(claim.at):
        return _plainly((claim.topic, claim.mode, stem) for stem in stems(claim.at))
    return _plainly((claim.topic, claim.mode, "at", month) for month in _months(claim.at))


def _trend(claim: Any) -> Iterator[Stand]:
    return _plainly((claim.indicator, claim.direction, month) for month in _months(claim.period))


def _event(claim: Any) -> Iterator[Stand]:
    for stem in _telling_stems(claim.name):
        yield from _timed((claim.type, stem), claim.date)
    if claim.date:
        yield from _plainly([(claim.type, claim.date)])


def _aid(claim: Any) -> Iterator[Stand]:
    if claim.date:
        return _timed(("dated",), claim.date)
    return _plainly((month,) for month in _near(claim.published))


def _assessment(claim: Any) -> Iterator[Stand]:
    return _plainly((claim.stance, stem) for words in (claim.cause, claim.effect) for stem in stems(words))


def _goods(claim: Any) -> Iterator[Stand]:
    return _plainly((stems(good.name),) for good in claim.goods) if claim.goods else _plainly([()])


def _by_name(field: str) -> Callable[[Any], Iterator[Stand]]:
    return lambda claim: _plainly((stem,) for stem in _telling_stems(getattr(claim, field)))


def _by_name_and_date(claim: Any) -> Iterator[Stand]:
    for stem in _telling_stems(claim.name):
        yield from _timed((stem,), claim.date)


def _by_field(field: str) -> Callable[[Any], Iterator[Stand]]:
    return lambda claim: _plainly([(getattr(claim, field),)])


def _telling_stems(name: str | None) -> Iterable[str]:
    """The stems of a name that are no word of sort, or all where there is nothing else."""
    sorts = {stem for word in joining_words().names.sorts for stem in stems(word)}
    return [stem for stem in stems(name) if stem not in sorts] or stems(name)


HANDLES: Mapping[str, Callable[[Any], Iterator[Stand]]] = {
    "figure": _figure,
    "meeting": _meeting,
    "agreement": _agreement,
    "body": lambda claim: _plainly((stem,) for stem in body_key(claim.name).split()),
    "membership": _by_field("organisation"),
    "project": _by_name_and_date,
    "exchange": _by_field("commodity"),
    "aid": _aid,
    "award": _by_name_and_date,
    "community": _by_name_and_date,
    "relation": lambda claim: _timed((claim.type,), claim.date),
    "event": _event,
    "topic": _topic,
    "procedure": _by_name("does"),
    "pledge": _by_name("what"),
    "trend": _trend,
    "assessment": _assessment,
    "goods": _goods,
}
