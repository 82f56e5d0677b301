"""Promises with what became of them: targets, pledges and plans, each with a status computed from series and events.

Docs: docs/checks.md, «Promises».
"""

from __future__ import annotations

from collections.abc import Iterator

from qatynas.checks.speech import coded, dated, finding
from qatynas.checks.statuses import Known, Promised, Status
from qatynas.checks.view import View
from qatynas.checks.words import figure_name
from qatynas.model.claim import Claim
from qatynas.model.finding import Cited, Finding, Gaps, Grade, Told
from qatynas.relations import Relationship
from qatynas.relations.dates import bounds

# Kinds whose lapse is worth a finding; a meeting or a concert of which nobody writes again was mostly held.
BINDING = frozenset({"figure", "pledge", "project", "agreement"})
# Figures that are planned but promised to nobody: what a work may cost, and what has no series to be held against.
UNBOUND = ("other", "project.cost")

MOST_CITED = 20  # texts that a finding cites for a promise


def promised(relationship: Relationship) -> tuple[Promised, ...]:
    """Every promise with its status, in the order of relationship.promises."""
    known = Known(relationship)
    return tuple(known.standing(promise) for promise in relationship.promises)


def overdue(view: View) -> Iterator[Finding]:
    """A promise past its deadline that nothing is told of.

    Docs: docs/checks.md, «Promises».
    """
    for one in promised(view.relationship):
        yield from lapsed(one)


def lapsed(one: Promised) -> Iterator[Finding]:
    """The finding of a promise that is past its deadline."""
    claim = one.promise.fact.claim
    first = one.said[0]
    binding = claim.kind in BINDING and getattr(claim, "indicator", "") not in UNBOUND
    if one.status is not Status.OVERDUE or not binding or _was_past(first.claim, one.promise.due):
        return
    by = tuple(Cited(fact.reports[0].id, fact.reports[0].source, fact.reports[0].claim) for fact in one.by)
    gaps: Gaps = {"kind": coded("kinds", claim.kind), "due": dated(one.promise.due), "promise": figure_name(claim)}
    told = Told("overdue_unheard", gaps)
    if by:
        told = Told("overdue_latest", {**gaps, "latest": figure_name(by[-1].claim)})
    span = first.claim.span  # a sentence that promises several things is told once
    same = f"overdue {claim.kind} {first.source} {span.start} {span.end}"
    yield finding("overdue", Grade.DOUBT, told, (*one.said[:MOST_CITED], *by), Told("what_became"), same=same)


def _was_past(claim: Claim, due: str | None) -> bool:
    """Whether a promise was for a time over when it was written: the day is misread, which checks of dates tell."""
    last, written = bounds(due)[1], bounds(claim.published)[0]
    return claim.kind != "figure" and last is not None and written is not None and last < written
