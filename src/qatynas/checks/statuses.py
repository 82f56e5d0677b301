"""How promises stand: what became of each, by the figures and works that a relationship tells of.

Docs: docs/checks.md, «Promises».
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction

from qatynas.checks.dropping import is_dropped
from qatynas.model.claim import Claim, Figure, Pledge, Project
from qatynas.model.finding import Cited
from qatynas.relations import Promise, Relationship, cell_of
from qatynas.relations.dates import bounds, order
from qatynas.relations.histories import Work
from qatynas.relations.values import Fact

# Amounts that are agreed on season by season: the same for the next season moves nothing.
SUPPLIED = ("energy.", "water.", "aid.", "education.", "other")

MOST_BY = 20  # facts that a status is said to rest on


class Status(StrEnum):
    """What became of a promise."""

    MET = "met"
    MET_LATE = "met late"
    DROPPED = "dropped"
    SUPERSEDED = "superseded"
    MOVED = "moved"
    OVERDUE = "overdue"
    ON_COURSE = "on course"
    BEHIND = "behind"
    OPEN = "open"
    NO_DEADLINE = "no deadline given"


@dataclass(frozen=True, slots=True)
class Step:
    """One time that a promise was told: how ("first", "restated", "moved" to another time, "raised" or
    "lowered" to another amount, "dropped"), by whom (cited), and for when (EDTF)."""

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
        mine = [Step(_told_how(one.claim, "restated"), one, self.promise.due) for one in self.said]
        others = {fact.key: fact for fact in (*self.promise.restated, *self.by) if is_promise(fact.claim)}
        others.pop(self.promise.fact.key, None)
        for fact in others.values():
            due = due_of(fact.claim)
            how = "moved" if due != self.promise.due else _changed_how(self.promise.fact.claim, fact.claim)
            mine += [
                Step(_told_how(report.claim, how), Cited(report.id, report.source, report.claim), due)
                for report in fact.reports
            ]
        steps = sorted(mine, key=lambda step: (order(step.cited.claim.published), step.cited.id))
        return (Step(_told_how(steps[0].cited.claim, "first"), steps[0].cited, steps[0].due), *steps[1:])

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


class Known:
    """What statuses are told by, found once: levels and rivals of each series, what is told beside it, works."""

    def __init__(self, relationship: Relationship) -> None:
        self.today = bounds(relationship.as_of)[1]
        self._levels: dict[object, dict[str, Fact[Figure]]] = defaultdict(dict)
        self._beside: dict[object, list[Fact[Figure]]] = defaultdict(list)
        self._rivals: dict[object, list[Fact[Claim]]] = defaultdict(list)
        self._newest: dict[object, list[tuple[str, str, Fact[Claim]]]] = {}
        self._works = {stage.key: course for course in map(_course_of, relationship.works) for stage in course.stages}
        for fact in relationship.of_kind("figure"):
            if isinstance(fact.claim, Figure) and fact.claim.status == "actual" and fact.claim.measure == "level":
                self._hold(fact)  # type: ignore[arg-type]
        for promise in relationship.promises:
            if isinstance(promise.fact.claim, Figure):
                self._rivals[cell_of(promise.fact.claim)].append(promise.fact)

    def _hold(self, fact: Fact[Figure]) -> None:
        self._beside[_without_subject(fact.claim)].append(fact)
        if _is_year(fact.claim):
            years, year = self._levels[_series(fact.claim)], str(fact.claim.period)
            if year not in years or (_told(fact), fact.key) > (_told(years[year]), years[year].key):
                years[year] = fact

    def standing(self, promise: Promise) -> Promised:
        """A promise with its status."""
        later = self._superseding(promise)
        done, moved = self._of_work(promise)
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
            status = Status.MET_LATE if late else Status.MET
            return Promised(promise, status, when.year if when else None, promise.kept_by[:MOST_BY])
        dropped = self._dropped(promise)
        if dropped:
            return Promised(promise, Status.DROPPED, None, (dropped,))
        if later:
            return Promised(promise, Status.SUPERSEDED, None, (later,))
        moved = moved or _moved_target(promise)
        if moved:
            return Promised(promise, Status.MOVED, None, (moved,))
        beside = self._reached_beside(promise)
        if beside:
            return Promised(promise, Status.MET, (bounds(promise.due)[1] or date.min).year, (beside,))
        levels = self._of_series(promise.fact.claim)
        deadline = bounds(promise.due)[1]
        reached = _reached_late(promise.fact.claim, levels, deadline)
        if reached:
            return Promised(promise, Status.MET_LATE, int(reached.claim.period or 0), (reached,))
        if deadline is None:
            return Promised(promise, Status.NO_DEADLINE, None, levels[-1:])
        if self.today and deadline < self.today:
            return Promised(promise, Status.OVERDUE, None, _of_its_time(levels, promise.due)[-1:])
        return Promised(promise, _course(promise.fact.claim, levels, deadline), None, levels[-2:])

    def _of_work(self, promise: Promise) -> tuple[Fact[Project] | None, Fact[Claim] | None]:
        """Of a planned work: the fact that it was done, and the latest plan of it for a later time, told later."""
        work = self._works.get(promise.fact.key)
        if work is None:
            return None, None
        before, told = bounds(promise.due)[1], _told(promise.fact)
        for when, _, plan in work.plans:
            if when <= told or before is None:
                break
            after = bounds(plan.claim.date)[1]
            if after and after > before:
                return work.done, plan
        return work.done, None

    def _dropped(self, promise: Promise) -> Fact[Claim] | None:
        """The fact that tells a promise as given up, where no later text promises it again."""
        work = self._works.get(promise.fact.key)
        return work.dropped if work else _dropped((promise.fact, *promise.restated))

    def _reached_beside(self, promise: Promise) -> Fact[Figure] | None:
        """What one of the promise's own documents tells to have been reached in that time; there the subject («of the
        Talas») may be named only with the one."""
        claim = promise.fact.claim
        if not isinstance(claim, Figure) or claim.measure != "level" or claim.subject or not claim.period:
            return None
        sources = {report.source for report in promise.fact.reports}
        reached = (f for f in self._beside[_without_subject(claim)] if f.claim.quantity.value >= claim.quantity.value)
        return next((fact for fact in reached if sources & {report.source for report in fact.reports}), None)

    def _superseding(self, promise: Promise) -> Fact[Claim] | None:
        """A target of the same series for the same time, set by a later document at another number."""
        claim = promise.fact.claim
        if not isinstance(claim, Figure) or not claim.period:
            return None
        cell, told = cell_of(claim), _told(promise.fact)
        if cell not in self._newest:
            rivals = ((_told(fact), fact.key, fact) for fact in self._rivals[cell])
            self._newest[cell] = sorted(rivals, key=lambda rival: rival[:2], reverse=True)
        for when, _, fact in self._newest[cell]:
            if when <= told:
                break
            if isinstance(fact.claim, Figure) and not fact.claim.quantity.meets(claim.quantity):
                return fact
        return None

    def _of_series(self, claim: Claim) -> tuple[Fact[Figure], ...]:
        """The whole years' levels of a target's series, earliest first; of a year told several times, the newest."""
        if not isinstance(claim, Figure) or claim.measure != "level":
            return ()
        years = self._levels[_series(claim)]
        return tuple(years[year] for year in sorted(years))


@dataclass(frozen=True, slots=True)
class _Course:
    """A work: its stages, the first that tells it as done, the plans of it with when and by which key they were told,
    the newest first, and the plan that tells it as given up, if it was."""

    stages: tuple[Fact[Project], ...]
    done: Fact[Project] | None
    plans: tuple[tuple[str, str, Fact[Project]], ...]
    dropped: Fact[Claim] | None


def _course_of(work: Work) -> _Course:
    done = next((one for one in work.stages if one.claim.status == "done" and one.claim.stage == "done"), None)
    planned = [one for one in work.stages if one.claim.status == "planned"]
    plans = sorted(((_told(one), one.key, one) for one in planned), key=lambda plan: plan[:2], reverse=True)
    return _Course(work.stages, done, tuple(plans), _dropped(planned))


def _dropped(facts: Sequence[Fact[Claim]]) -> Fact[Claim] | None:
    """The fact that tells a promise as given up, where no later text promises it again."""
    told = [(report.claim, fact, is_dropped(report.claim)) for fact in facts for report in fact.reports]
    gone = [(claim.published or "", fact.key, fact) for claim, fact, dropped in told if dropped]
    stands = [claim.published or "" for claim, _, dropped in told if not dropped]
    newest = max(gone, key=lambda one: one[:2], default=None)
    if newest is None or newest[0] < max(stands, default=""):
        return None
    return newest[2]


def _told_how(claim: Claim, how: str) -> str:
    return "dropped" if is_dropped(claim) else how


def _changed_how(before: Claim, after: Claim) -> str:
    """Whether another amount for the same time is more or less."""
    if not isinstance(before, Figure) or not isinstance(after, Figure):
        return "changed"
    return "raised" if after.quantity.value > before.quantity.value else "lowered"


def _without_subject(claim: Figure) -> object:
    return claim.indicator, claim.quantity.unit, claim.from_, claim.to, claim.product, claim.period


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


def _of_its_time(levels: tuple[Fact[Figure], ...], due: str | None) -> tuple[Fact[Figure], ...]:
    """The levels that tell how near a target came: of its own years, or all where it was to be reached by a day."""
    begin, end = bounds(due)
    if begin is None or end is None:
        return levels
    return tuple(fact for fact in levels if begin.year <= int(fact.claim.period or 0) <= end.year)


def _reached_late(claim: Claim, levels: tuple[Fact[Figure], ...], deadline: date | None) -> Fact[Figure] | None:
    """The first year after its deadline in which a target that was to be reached by then is."""
    if deadline is None or not isinstance(claim, Figure) or not (claim.period or "").startswith("../"):
        return None
    late = (fact for fact in levels if int(fact.claim.period or 0) > deadline.year)
    return next((fact for fact in late if fact.claim.quantity.value >= claim.quantity.value), None)


def _told(fact: Fact[Claim]) -> str:
    """The day of the newest document that tells a fact."""
    return max((report.claim.published or "" for report in fact.reports), default="")


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
