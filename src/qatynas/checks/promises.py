"""Promises with what became of them: targets, pledges and plans, each with a status computed from series and events.

Docs: docs/checks.md, «Promises».
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction

from qatynas.checks.view import View
from qatynas.checks.words import figure_name
from qatynas.model.claim import Claim, Figure
from qatynas.model.finding import Cited, Finding, Grade
from qatynas.relations import Promise, Relationship, cell_of
from qatynas.relations.dates import bounds, order
from qatynas.relations.values import Fact

# Kinds whose lapse is worth a finding; a meeting or a concert of which nobody writes again was mostly held.
BINDING = frozenset({"figure", "pledge", "project", "agreement"})


class Status(StrEnum):
    """What became of a promise."""

    MET = "met"
    MET_LATE = "met late"
    SUPERSEDED = "superseded"
    OVERDUE = "overdue"
    ON_COURSE = "on course"
    BEHIND = "behind"
    OPEN = "open"
    NO_DEADLINE = "no deadline given"


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise with its status. year is when it was met; by are the facts that the status rests on. first is the
    earliest report of it, restated are all later ones."""

    promise: Promise
    status: Status
    year: int | None
    by: tuple[Fact[Claim], ...]

    @property
    def words(self) -> str:
        """The status as it is told: «met 2025»."""
        return f"{self.status} {self.year}" if self.year else str(self.status)

    @property
    def said(self) -> tuple[Cited, ...]:
        """Every report of the promise, the first first."""
        told = sorted(self.promise.fact.reports, key=lambda report: (order(report.claim.published), report.id))
        return tuple(Cited(report.id, report.source, report.claim) for report in told)


def promised(relationship: Relationship) -> tuple[Promised, ...]:
    """Every promise with its status, in the order of relationship.promises."""
    today = bounds(relationship.as_of)[1]
    return tuple(_standing(relationship, promise, today) for promise in relationship.promises)


def overdue(view: View) -> Iterator[Finding]:
    """A promise past its deadline that nothing is told of.

    Docs: docs/checks.md, «Promises».
    """
    for one in promised(view.relationship):
        claim = one.promise.fact.claim
        if one.status is Status.OVERDUE and claim.kind in BINDING and getattr(claim, "indicator", "") != "other":
            by = tuple(Cited(fact.reports[0].id, fact.reports[0].source, fact.reports[0].claim) for fact in one.by)
            near = f"; the latest is {figure_name(by[-1].claim)}" if by else "; nothing is told of it since"
            yield Finding(
                "overdue",
                Grade.DOUBT,
                f"{claim.kind} promised for {one.promise.due}: {figure_name(claim)}{near}",
                (*one.said, *by),
                "was it carried out, moved or dropped?",
            )


def _standing(relationship: Relationship, promise: Promise, today: date | None) -> Promised:
    later = _superseding(relationship, promise)
    if promise.kept_by:
        first = promise.kept_by[0]
        deadline, when = (
            bounds(promise.due)[1],
            bounds(first.claim.period if isinstance(first.claim, Figure) else None)[1],
        )
        late = deadline is not None and when is not None and when > deadline
        return Promised(promise, Status.MET_LATE if late else Status.MET, when.year if when else None, promise.kept_by)
    if later:
        return Promised(promise, Status.SUPERSEDED, None, (later,))
    levels = _levels(relationship, promise.fact.claim)
    deadline = bounds(promise.due)[1]
    reached = _reached_late(promise.fact.claim, levels, deadline)
    if reached:
        return Promised(promise, Status.MET_LATE, int(reached.claim.period or 0), (reached,))
    if deadline is None:
        return Promised(promise, Status.NO_DEADLINE, None, levels[-1:])
    if today and deadline < today:
        return Promised(promise, Status.OVERDUE, None, levels[-1:])
    return Promised(promise, _course(promise.fact.claim, levels, deadline), None, levels[-2:])


def _reached_late(claim: Claim, levels: tuple[Fact[Figure], ...], deadline: date | None) -> Fact[Figure] | None:
    """The first year after its deadline in which a target that was to be reached by then is."""
    if deadline is None or not isinstance(claim, Figure) or not (claim.period or "").startswith("../"):
        return None
    late = (fact for fact in levels if int(fact.claim.period or 0) > deadline.year)
    return next((fact for fact in late if fact.claim.quantity.value >= claim.quantity.value), None)


def _superseding(relationship: Relationship, promise: Promise) -> Fact[Claim] | None:
    """A target of the same series for the same time, set by a later document at another number."""
    claim = promise.fact.claim
    if not isinstance(claim, Figure) or not claim.period:
        return None
    told = _told(promise.fact)
    rivals = [
        other.fact
        for other in relationship.promises
        if isinstance(other.fact.claim, Figure)
        and cell_of(other.fact.claim) == cell_of(claim)
        and not other.fact.claim.quantity.meets(claim.quantity)
        and (_told(other.fact), other.fact.key) > (told, promise.fact.key)
        and _told(other.fact) > told
    ]
    return max(rivals, key=lambda fact: (_told(fact), fact.key), default=None)


def _told(fact: Fact[Claim]) -> str:
    """The day of the newest document that tells a fact."""
    return max((report.claim.published or "" for report in fact.reports), default="")


def _levels(relationship: Relationship, claim: Claim) -> tuple[Fact[Figure], ...]:
    """The whole years' levels of a target's series, earliest first; where a year is told several times, the newest."""
    if not isinstance(claim, Figure) or claim.measure != "level":
        return ()
    wanted = _series(claim)
    found: dict[str, Fact[Figure]] = {}
    for fact in relationship.of_kind("figure"):
        figure = fact.claim
        if isinstance(figure, Figure) and figure.status == "actual" and _series(figure) == wanted and _is_year(figure):
            year = str(figure.period)
            if year not in found or (_told(fact), fact.key) > (_told(found[year]), found[year].key):
                found[year] = fact  # type: ignore[assignment]
    return tuple(found[year] for year in sorted(found))


def _series(figure: Figure) -> object:
    return replace(cell_of(figure), period=None, base_period=None, status="")


def _is_year(figure: Figure) -> bool:
    return bool(figure.period and figure.period.isdigit())


def _course(claim: Claim, levels: tuple[Fact[Figure], ...], deadline: date) -> Status:
    """Whether the growth between the last two years, gone on with, reaches a target by its deadline."""
    if not isinstance(claim, Figure) or len(levels) < 2:
        return Status.OPEN
    before, last = levels[-2].claim, levels[-1].claim
    years = int(last.period or 0) - int(before.period or 0)
    step = (Fraction(last.quantity.value) - Fraction(before.quantity.value)) / years
    reached = Fraction(last.quantity.value) + step * (deadline.year - int(last.period or 0))
    return Status.ON_COURSE if reached >= Fraction(claim.quantity.value) else Status.BEHIND
