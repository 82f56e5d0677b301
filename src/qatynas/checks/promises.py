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
from qatynas.model.claim import Claim, Figure, Pledge, Project
from qatynas.model.finding import Cited, Finding, Grade
from qatynas.model.span import Span
from qatynas.relations import Promise, Relationship, cell_of
from qatynas.relations.dates import bounds, order
from qatynas.relations.values import Fact

# Kinds whose lapse is worth a finding; a meeting or a concert of which nobody writes again was mostly held.
BINDING = frozenset({"figure", "pledge", "project", "agreement"})

# Amounts that are agreed on season by season: the same for the next season moves nothing.
SUPPLIED = ("energy.", "water.", "aid.", "education.", "other")


class Status(StrEnum):
    """What became of a promise."""

    MET = "met"
    MET_LATE = "met late"
    SUPERSEDED = "superseded"
    MOVED = "moved"
    OVERDUE = "overdue"
    ON_COURSE = "on course"
    BEHIND = "behind"
    OPEN = "open"
    NO_DEADLINE = "no deadline given"


@dataclass(frozen=True, slots=True)
class Step:
    """One time that a promise was told: how ("first", "restated", "moved" to another time, "changed" to another
    amount), by whom (cited), and for when (EDTF)."""

    how: str
    cited: Cited
    due: str | None


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise with its status. year is when it was met; by are the facts that the status rests on."""

    promise: Promise
    status: Status
    year: int | None
    by: tuple[Fact[Claim], ...]

    @property
    def words(self) -> str:
        """The status as it is told: «met 2025»."""
        return f"{self.status} {self.year}" if self.year else str(self.status)

    @property
    def history(self) -> tuple[Step, ...]:
        """Every time it was told, with the same amount for another time or another amount for the same, by date."""
        mine = [Step("restated", one, self.promise.due) for one in self.said]
        others = {fact.key: fact for fact in (*self.promise.restated, *self.by) if is_promise(fact.claim)}
        for fact in others.values():
            due = due_of(fact.claim)
            how = "moved" if due != self.promise.due else "changed"
            mine += [Step(how, Cited(report.id, report.source, report.claim), due) for report in fact.reports]
        steps = sorted(mine, key=lambda step: (order(step.cited.claim.published), step.cited.id))
        return (Step("first", steps[0].cited, steps[0].due), *steps[1:])

    @property
    def said(self) -> tuple[Cited, ...]:
        """Every report of the promise, the first first."""
        told = sorted(self.promise.fact.reports, key=lambda report: (order(report.claim.published), report.id))
        return tuple(Cited(report.id, report.source, report.claim) for report in told)


def due_of(claim: Claim) -> str | None:
    """What a promise is due by: a target's period, a pledge's deadline, a plan's date."""
    if isinstance(claim, Figure):
        return claim.period
    return claim.deadline if isinstance(claim, Pledge) else getattr(claim, "date", None)


def is_promise(claim: Claim) -> bool:
    """Whether a claim is still to come."""
    return claim.status in ("target", "planned")


def promised(relationship: Relationship) -> tuple[Promised, ...]:
    """Every promise with its status, in the order of relationship.promises."""
    today = bounds(relationship.as_of)[1]
    return tuple(_standing(relationship, promise, today) for promise in relationship.promises)


def overdue(view: View) -> Iterator[Finding]:
    """A promise past its deadline that nothing is told of.

    Docs: docs/checks.md, «Promises».
    """
    told: set[tuple[str, Span]] = set()  # a sentence that promises several things is cited once
    for one in promised(view.relationship):
        claim = one.promise.fact.claim
        first = one.said[0]
        if _was_past(first.claim, one.promise.due) or (first.source, first.claim.span) in told:
            continue
        if one.status is Status.OVERDUE and claim.kind in BINDING and getattr(claim, "indicator", "") != "other":
            told.add((first.source, first.claim.span))
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


def _standing(relationship: Relationship, promise: Promise, today: date | None) -> Promised:
    later = _superseding(relationship, promise)
    done, moved = _of_work(relationship, promise)
    if done:
        when = bounds(done.claim.date)[1]
        late = bool(when and bounds(promise.due)[1] and when > (bounds(promise.due)[1] or when))
        return Promised(promise, Status.MET_LATE if late else Status.MET, when.year if when else None, (done,))
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
    moved = moved or _moved_target(promise)
    if moved:
        return Promised(promise, Status.MOVED, None, (moved,))
    beside = _reached_beside(relationship, promise)
    if beside:
        return Promised(promise, Status.MET, (bounds(promise.due)[1] or date.min).year, (beside,))
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


def _of_work(relationship: Relationship, promise: Promise) -> tuple[Fact[Project] | None, Fact[Claim] | None]:
    """Of a planned work: the fact that it was done, and the latest plan of it for a later time, told later."""
    work = next((work for work in relationship.works if any(s.key == promise.fact.key for s in work.stages)), None)
    if work is None:
        return None, None
    done = next((stage for stage in work.stages if stage.claim.status == "done" and stage.claim.stage == "done"), None)
    plans = [s for s in work.stages if s.claim.status == "planned" and _is_later(s, s.claim.date, promise)]
    return done, max(plans, key=lambda fact: (_told(fact), fact.key), default=None)


def _moved_target(promise: Promise) -> Fact[Claim] | None:
    """The same amount, promised for a later time by a later document."""
    if getattr(promise.fact.claim, "indicator", "").startswith(SUPPLIED):
        return None
    later = [fact for fact in promise.restated if _is_later(fact, due_of(fact.claim), promise)]
    return max(later, key=lambda fact: (_told(fact), fact.key), default=None)


def _is_later(fact: Fact[Claim], due: str | None, promise: Promise) -> bool:
    """Whether a fact is told after a promise, and for a time after it."""
    before, after = bounds(promise.due)[1], bounds(due)[1]
    return bool(before and after and after > before and _told(fact) > _told(promise.fact))


def _reached_beside(relationship: Relationship, promise: Promise) -> Fact[Figure] | None:
    """What one of the promise's own documents tells to have been reached in that time; there the subject («of the
    Talas») may be named only with the one."""
    claim = promise.fact.claim
    if not isinstance(claim, Figure) or claim.measure != "level" or claim.subject or not claim.period:
        return None
    sources = {report.source for report in promise.fact.reports}
    alike = (
        claim.indicator,
        "level",
        "actual",
        claim.quantity.unit,
        claim.from_,
        claim.to,
        claim.product,
        claim.period,
    )
    for fact in relationship.of_kind("figure"):
        told = fact.claim
        assert isinstance(told, Figure)
        said = (
            told.indicator,
            told.measure,
            told.status,
            told.quantity.unit,
            told.from_,
            told.to,
            told.product,
            told.period,
        )
        if said == alike and told.quantity.value >= claim.quantity.value and sources & {r.source for r in fact.reports}:
            return fact  # type: ignore[return-value]
    return None


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
