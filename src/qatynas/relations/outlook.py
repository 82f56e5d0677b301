"""What is still to come and what is judged: promises with their deadlines, voices with their stance."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from qatynas.model.claim import Agreement, Assessment, Claim, Event, Figure, Meeting, Pledge, Project
from qatynas.relations.calendar import Calendar
from qatynas.relations.dates import bounds, fits, order, over_by, same_when
from qatynas.relations.histories import Promise, Voice
from qatynas.relations.joining import of_kind
from qatynas.relations.keys import cell_of
from qatynas.relations.values import Fact

_STANCES = ("basis", "benefit", "risk", "influence", "recommendation", "expectation")


def promises(facts: Sequence[Fact[Claim]], as_of: str | None) -> tuple[Promise, ...]:
    """Targets, pledges and planned things; the open ones first, each by its deadline.

    A plan of which some document says that it was carried out is a fact with the status done, and no promise any more.
    A target is kept by the figures of its own cell that reach it; whether one was reached in time is for checks to say.
    """
    levels = _levels(facts)
    targets = _targets(facts)
    found = [
        Promise(fact, due, state_of(due, as_of), _restated(fact, targets), _kept_by(fact, levels))
        for fact, due in _promised(facts)
    ]
    return tuple(sorted(found, key=by_deadline))


STATES = ("open", "undated", "past")
"""How deadlines stand, in the order in which promises are told."""


def by_deadline(one: Promise) -> tuple[int, tuple[date, date, str], str]:
    """A key that sorts promises: the open ones first, each by its deadline."""
    return STATES.index(one.state), order(one.due), one.fact.key


def voices(facts: Sequence[Fact[Claim]]) -> tuple[Voice, ...]:
    """Judgements by stance, holder and subject: never facts about the world, only about who says what."""
    told: dict[tuple[str, str | None, str | None], list[Fact[Assessment]]] = defaultdict(list)
    for fact in of_kind(facts, Assessment):
        told[fact.claim.stance, holder_of(fact.claim), fact.claim.subject].append(fact)
    found = (Voice(stance, holder, subject, tuple(judged)) for (stance, holder, subject), judged in told.items())
    return tuple(sorted(found, key=by_stance))


def holder_of(claim: Assessment) -> str | None:
    """Whose judgement it is; None: the text's own."""
    return claim.holder or claim.speaker


def by_stance(voice: Voice) -> tuple[int, str, str]:
    """A key that sorts voices by stance, holder and subject."""
    known = voice.stance in _STANCES
    return _STANCES.index(voice.stance) if known else len(_STANCES), voice.holder or "", voice.subject or ""


def due_of(claim: Claim) -> tuple[bool, str | None]:
    """Whether a claim promises something, and for when."""
    if isinstance(claim, Figure) and claim.status == "target":
        return True, claim.period
    if isinstance(claim, Pledge):
        return True, claim.deadline
    if isinstance(claim, (Agreement, Meeting, Project, Event)) and claim.status == "planned":
        return True, claim.date
    return False, None


def _promised(facts: Sequence[Fact[Claim]]) -> Iterator[tuple[Fact[Claim], str | None]]:
    for fact in facts:
        promised, due = due_of(fact.claim)
        if promised:
            yield fact, due


def _series_of(claim: Figure) -> str:
    """What figures must share for one to fulfil another: all of the cell but when and in which sense it is said."""
    cell = cell_of(claim)
    return repr(dataclasses.replace(cell, period=None, base_period=None, status=""))


def _levels(facts: Sequence[Fact[Claim]]) -> dict[str, Calendar[Fact[Figure]]]:
    """Levels by series and, of each, by their periods, earliest first."""
    found: dict[str, list[Fact[Figure]]] = defaultdict(list)
    for fact in of_kind(facts, Figure):
        if fact.claim.measure == "level" and fact.claim.status == "actual":
            found[_series_of(fact.claim)].append(fact)
    for told in found.values():
        told.sort(key=lambda fact: (order(fact.claim.period), fact.key))
    return {key: Calendar((fact.claim.period, fact) for fact in told) for key, told in found.items()}


def _targets(facts: Sequence[Fact[Claim]]) -> dict[tuple[str, Decimal], list[Fact[Figure]]]:
    found: dict[tuple[str, Decimal], list[Fact[Figure]]] = defaultdict(list)
    for fact in of_kind(facts, Figure):
        if fact.claim.status == "target":
            found[_series_of(fact.claim), fact.claim.quantity.value].append(fact)
    return found


def _restated(fact: Fact[Claim], targets: dict[tuple[str, Decimal], list[Fact[Figure]]]) -> tuple[Fact[Claim], ...]:
    """The same amount of the same series, promised for another time."""
    if not isinstance(fact.claim, Figure):
        return ()
    same = targets.get((_series_of(fact.claim), fact.claim.quantity.value), [])
    return tuple(other for other in same if other.key != fact.key)


def _kept_by(fact: Fact[Claim], levels: dict[str, Calendar[Fact[Figure]]]) -> tuple[Fact[Claim], ...]:
    """The figures that reach a target as they are stated: of its period, or by its deadline and after it was set."""
    claim = fact.claim
    if not isinstance(claim, Figure) or claim.measure != "level":
        return ()
    told = told_first(fact)
    known = levels.get(_series_of(claim), Calendar[Fact[Figure]](()))
    near = known.near(claim.period) if has_end(claim.period) else known
    return tuple(level for level in near if reaches(level.claim, claim, told))


def has_end(period: str | None) -> bool:
    """Whether a target is for a period, and kept by figures of that period alone."""
    return bool(period) and not str(period).startswith("../")


def reaches(level: Figure, target: Figure, told: date | None) -> bool:
    """Whether a level of the same series keeps a target that was told on a day."""
    return level.quantity.value >= target.quantity.value and _in_time(level.period, target.period, told)


def told_first(fact: Fact[Claim]) -> date | None:
    """The day on which a fact was told first."""
    return bounds(min((report.claim.published or "9999" for report in fact.reports), default=None))[0]


def _in_time(when: str | None, due: str | None, told: date | None) -> bool:
    first, last = bounds(when)
    if first is None or last is None:
        return False
    if due and not due.startswith("../"):
        return same_when(when, due) == "same" or fits(due, when)
    deadline = bounds(due)[1]
    return (told is None or last >= told) and (deadline is None or last <= deadline)


def state_of(due: str | None, as_of: str | None) -> str:
    """How a deadline stands: open, past or undated."""
    over = over_by(due, as_of)
    return "undated" if over is None else "past" if over else "open"
