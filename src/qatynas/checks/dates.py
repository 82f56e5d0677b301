"""Date slips: done after it was told, ratified before signed, sessions whose numbers and days disagree.

Docs: docs/checks.md, «Date slips».
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from qatynas.checks.speech import coded, dated, finding, named
from qatynas.checks.view import View
from qatynas.model.claim import Agreement, Claim, Meeting
from qatynas.model.finding import Cited, Finding, Gaps, Grade, Told
from qatynas.relations.dates import bounds
from qatynas.relations.names import body_key, title_key

NAME = "dates"

# What has to come before what: a text is signed before a parliament ratifies it and before it is in force.
AFTER = {"ratified": ("signed",), "in_force": ("signed", "ratified")}


def days(view: View) -> Iterator[Finding]:
    """Days that do not agree with the day that their text was written."""
    yield from _told_too_early(view)
    yield from _planned_for_the_past(view)


def sequences(view: View) -> Iterator[Finding]:
    """Acts and sessions whose days are out of order."""
    yield from acts(view)
    yield from sessions(view)


def dates(view: View) -> Iterator[Finding]:
    """All date slips."""
    yield from days(view)
    yield from sequences(view)


def _told_too_early(view: View) -> Iterator[Finding]:
    """What is told as done on a day after the document was written."""
    for cited in view.said:
        claim = cited.claim
        when = getattr(claim, "date", None)
        first, written = bounds(when)[0], bounds(claim.published)[1]
        if claim.status == "done" and first and written and first > written and claim.published_basis == "stated":
            yield finding(NAME, Grade.SLIP, _told("done_too_early", claim, when), (cited,), Told("still_planned"))


def _planned_for_the_past(view: View) -> Iterator[Finding]:
    """What is told as still to come on a day that was over when the document was written; an amount may well be told
    as it was once planned."""
    for cited in view.said:
        claim = cited.claim
        when = getattr(claim, "date", None) or getattr(claim, "deadline", None)
        last, written = bounds(when)[1], bounds(claim.published)[0]
        if claim.status == "planned" and last and written and last < written and claim.published_basis == "stated":
            yield finding(NAME, Grade.SLIP, _told("planned_for_the_past", claim, when), (cited,), Told("year_misread"))


def _told(key: str, claim: Claim, when: str | None) -> Told:
    return Told(key, {"kind": coded("kinds", claim.kind), "date": dated(when), "published": dated(claim.published)})


def acts(view: View) -> Iterator[Finding]:
    """Acts under one title that come before the first of those which they have to follow."""
    titled: dict[str, list[tuple[Cited, Agreement]]] = defaultdict(list)
    for cited, act in view.of(Agreement):
        if act.title and act.status == "done" and bounds(act.date)[0]:
            titled[str(title_key(act.title))].append((cited, act))
    for told in titled.values():
        earliest = {act: _earliest(told, before) for act, before in AFTER.items()}
        for cited, later in told:
            first = earliest.get(later.act)
            if first and _before(later, first[1]):
                gaps: Gaps = {
                    "title": named(later.title or ""), "later": coded("acts", later.act), "date": dated(later.date),
                    "earlier": coded("acts", first[1].act), "first": dated(first[1].date),
                }  # fmt: skip
                yield finding(NAME, Grade.SLIP, Told("acts_out_of_order", gaps), (first[0], cited), Told("two_texts"))


def _earliest(told: Sequence[tuple[Cited, Agreement]], acts: Collection[str]) -> tuple[Cited, Agreement] | None:
    """The first of some acts under a title."""
    some = (one for one in told if one[1].act in acts)
    return min(some, key=lambda one: (bounds(one[1].date)[0], one[0].id), default=None)


def sessions(view: View) -> Iterator[Finding]:
    """Sessions of one body: a higher number on an earlier day."""
    held_by: dict[str, list[tuple[Cited, Meeting]]] = {}
    for cited, meeting in view.of(Meeting):
        if meeting.number and meeting.body and bounds(meeting.date)[0]:
            held_by.setdefault(str(body_key(meeting.body)), []).append((cited, meeting))
    for told in held_by.values():
        by_number: dict[int, list[tuple[Cited, Meeting]]] = defaultdict(list)
        for held in sorted(told, key=lambda held: held[0].id):
            by_number[held[1].number or 0].append(held)
        for number, after in pairwise(sorted(by_number)):  # only neighbours: what is out of order is so beside one
            (one, low) = max(by_number[number], key=_begins)
            (other, high) = min(by_number[after], key=_begins)
            if _before(high, low):
                gaps: Gaps = {"body": named(low.body or ""), "high": str(high.number), "date": dated(high.date),
                        "low": str(low.number), "after": dated(low.date)}  # fmt: skip
                told_so = Told("sessions_out_of_order", gaps)
                yield finding(NAME, Grade.SLIP, told_so, (one, other), Told("which_number"))


def _begins(told: tuple[Cited, Meeting]) -> tuple[object, str]:
    return bounds(told[1].date)[0], told[0].id


def _before(one: Agreement | Meeting, other: Agreement | Meeting) -> bool:
    last, first = bounds(one.date)[1], bounds(other.date)[0]
    return last is not None and first is not None and last < first
