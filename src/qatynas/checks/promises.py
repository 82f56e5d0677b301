"""Promises with what became of them: targets, pledges and plans, each with a status computed from series and events.

Docs: docs/checks.md, «Promises».
"""

from __future__ import annotations

from collections.abc import Iterator

from qatynas.checks.statuses import Known, Promised, Status
from qatynas.checks.view import View
from qatynas.checks.words import figure_name
from qatynas.model.claim import Claim
from qatynas.model.finding import Cited, Finding, Grade
from qatynas.model.span import Span
from qatynas.relations import Relationship
from qatynas.relations.dates import bounds

# Kinds whose lapse is worth a finding; a meeting or a concert of which nobody writes again was mostly held.
BINDING = frozenset({"figure", "pledge", "project", "agreement"})
# Figures that are planned but promised to nobody: what a work may cost, and what has no series to be held against.
UNBOUND = ("other", "project.cost")


def promised(relationship: Relationship) -> tuple[Promised, ...]:
    """Every promise with its status, in the order of relationship.promises."""
    known = Known(relationship)
    return tuple(known.standing(promise) for promise in relationship.promises)


def overdue(view: View) -> Iterator[Finding]:
    """A promise past its deadline that nothing is told of.

    Docs: docs/checks.md, «Promises».
    """
    told: set[tuple[str, str, Span]] = set()  # a sentence that promises several things is cited once
    for one in promised(view.relationship):
        claim = one.promise.fact.claim
        first = one.said[0]
        if _was_past(first.claim, one.promise.due) or (claim.kind, first.source, first.claim.span) in told:
            continue
        if one.status is Status.OVERDUE and claim.kind in BINDING and getattr(claim, "indicator", "") not in UNBOUND:
            told.add((claim.kind, first.source, first.claim.span))
            by = tuple(Cited(fact.reports[0].id, fact.reports[0].source, fact.reports[0].claim) for fact in one.by)
            near = f"; the latest is {figure_name(by[-1].claim)}" if by else "; nothing is told of it since"
            yield Finding(
                "overdue",
                Grade.DOUBT,
                f"{claim.kind} promised for {one.promise.due}: {figure_name(claim)}{near}",
                (*one.said, *by),
                "was it carried out, moved or dropped?",
            )


def _was_past(claim: Claim, due: str | None) -> bool:
    """Whether a promise was for a time over when it was written: the day is misread, which checks of dates tell."""
    last, written = bounds(due)[1], bounds(claim.published)[0]
    return claim.kind != "figure" and last is not None and written is not None and last < written
