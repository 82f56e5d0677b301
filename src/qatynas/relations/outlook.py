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
        Promise(fact, due, _state(due, as_of), _restated(fact, targets), _kept_by(fact, levels))
        for fact, due in _promised(facts)
    ]
    rank = {"open": 0, "undated": 1, "past": 2}
    return tuple(sorted(found, key=lambda one: (rank[one.state], order(one.due), one.fact.key)))


def voices(facts: Sequence[Fact[Claim]]) -> tuple[Voice, ...]:
    """Judgements by stance, holder and subject: never facts about the world, only about who says what."""
    told: dict[tuple[str, str | None, str | None], list[Fact[Assessment]]] = defaultdict(list)
    for fact in of_kind(facts, Assessment):
        told[fact.claim.stance, fact.claim.holder or fact.claim.speaker, fact.claim.subject].append(fact)
    found = (Voice(stance, holder, subject, tuple(judged)) for (stance, holder, subject), judged in told.items())
    return tuple(sorted(found, key=_by_stance))


def _by_stance(voice: Voice) -> tuple[int, str, str]:
    known = voice.stance in _STANCES
    return _STANCES.index(voice.stance) if known else len(_STANCES), voice.holder or "", voice.subject or ""


def _promised(facts: Sequence[Fact[Claim]]) -> Iterator[tuple[Fact[Claim], str | None]]:
    for fact in facts:
        claim = fact.claim
        if isinstance(claim, Figure) and claim.status == "target":
            yield fact, claim.period
        elif isinstance(claim, Pledge):
            yield fact, claim.deadline
        elif isinstance(claim, (Agreement, Meeting, Project, Event)) and claim.status == "planned":
            yield fact, claim.date


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
    told = bounds(min((report.claim.published or "9999" for report in fact.reports), default=None))[0]
    known = levels.get(_series_of(claim), Calendar[Fact[Figure]](()))
    has_end = claim.period and not claim.period.startswith("../")
    return tuple(
        level
        for level in (known.near(claim.period) if has_end else known)
        if level.claim.quantity.value >= claim.quantity.value and _in_time(level.claim.period, claim.period, told)
    )


def _in_time(when: str | None, due: str | None, told: date | None) -> bool:
    first, last = bounds(when)
    if first is None or last is None:
        return False
    if due and not due.startswith("../"):
        return same_when(when, due) == "same" or fits(due, when)
    deadline = bounds(due)[1]
    return (told is None or last >= told) and (deadline is None or last <= deadline)


def _state(due: str | None, as_of: str | None) -> str:
    over = over_by(due, as_of)
    return "undated" if over is None else "past" if over else "open"
