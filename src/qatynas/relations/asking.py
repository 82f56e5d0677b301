"""Questions put to a relationship: what happened between two days, what became known, what a visit needs to know."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from qatynas.model.claim import Claim, Figure, Meeting, Topic
from qatynas.relations.bodies import duties_of
from qatynas.relations.dates import bounds, meets, order, period
from qatynas.relations.histories import Course, Duty, Gathering, Programme, Promise, Relationship, Standing, Treaty
from qatynas.relations.joining import of_kind
from qatynas.relations.keys import date_of
from qatynas.relations.treaties import state_on
from qatynas.relations.values import Fact

STATES = ("in_force", "in_term", "ratified", "approved", "signed", "prepared", "ended")
"""How texts can stand on a day, the strongest first; see Standing."""

# How long before a visit a document may be that tells what is expected of it.
AGENDA_DAYS = 92


@dataclass(frozen=True, slots=True)
class Changed:
    """A fact that was known and is told otherwise now: its state, its date or its wording by a fuller report."""

    before: Fact[Claim]
    now: Fact[Claim]


@dataclass(frozen=True, slots=True)
class Difference:
    """What became known between two states of a ledger: new facts, facts told otherwise, facts with further reports,
    and facts that no longer stand."""

    new: tuple[Fact[Claim], ...]
    changed: tuple[Changed, ...]
    confirmed: tuple[Fact[Claim], ...]
    gone: tuple[Fact[Claim], ...]


@dataclass(frozen=True, slots=True)
class Briefing:
    """What a delegation needs before a meeting on a day.

    treaties are those that stand on the day, with how; programmes those in whose term it lies. meeting is the one of
    that day, where one is told; last are the latest meetings before it, newest first. promises are those made until
    then; agenda are topics that documents of the last months expect or that the last meeting agreed on; duties those
    of the year that are open; courses the levels and growths of the main indicators.
    """

    day: date
    meeting: Gathering | None
    treaties: tuple[tuple[Treaty, Standing], ...]
    programmes: tuple[Programme, ...]
    last: tuple[Gathering, ...]
    promises: tuple[Promise, ...]
    agenda: tuple[Fact[Topic], ...]
    duties: tuple[Duty, ...]
    courses: tuple[Course, ...]


def now(relationship: Relationship) -> date:
    """The day that stands for «now»: the last of the newest document's date."""
    return bounds(relationship.as_of)[1] or date.max


def treaties_on(relationship: Relationship, day: date) -> tuple[tuple[Treaty, Standing], ...]:
    """Every text of which something is told until that day, the strongest standing first."""
    found = [(treaty, state_on(treaty, day)) for treaty in relationship.treaties]
    return tuple(
        sorted((pair for pair in found if pair[1].state in STATES), key=lambda pair: STATES.index(pair[1].state))
    )


def timeline(relationship: Relationship, begin: date, end: date) -> tuple[Fact[Claim], ...]:
    """What happened or was to happen between two days, both in, by date; figures and topics are no happenings."""
    happenings = (fact for fact in relationship.facts if not isinstance(fact.claim, (Figure, Topic)))
    return tuple(
        sorted(
            (fact for fact in happenings if meets(when_of(fact.claim), begin, end)),
            key=lambda fact: (order(when_of(fact.claim)), fact.key),
        )
    )


def difference(before: Relationship, now: Relationship) -> Difference:
    """What one state of the relationship says beyond another; facts are compared by the claims that tell them."""
    earlier = {report.id: fact for fact in before.facts for report in fact.reports}
    told: set[str] = set()
    new, changed, confirmed = [], [], []
    for fact in now.facts:
        known = {earlier[report.id].key: earlier[report.id] for report in fact.reports if report.id in earlier}
        told |= known.keys()
        if not known:
            new.append(fact)
        elif fact.key not in known:
            changed.append(Changed(known[min(known)], fact))
        elif len(fact.reports) > sum(len(one.reports) for one in known.values()):
            confirmed.append(fact)
    gone = [fact for fact in before.facts if fact.key not in told and fact.key not in {one.key for one in now.facts}]
    return Difference(tuple(new), tuple(changed), tuple(confirmed), tuple(gone))


def briefing(relationship: Relationship, day: date) -> Briefing:
    """What a delegation needs before a meeting on a day; nothing that is told to have happened later."""
    meetings = relationship.meetings
    mine = [one for one in meetings if is_leading(one.meeting.claim) and meets(one.meeting.claim.date, day, day)]
    past = [one for one in meetings if is_leading(one.meeting.claim) and is_over(one.meeting, day)]
    last = sorted(past, key=lambda one: order(one.meeting.claim.date), reverse=True)[:LAST]
    return Briefing(
        day,
        min(mine, key=lambda one: (one.within is not None, order(one.meeting.claim.date)[1]), default=None),
        tuple(pair for pair in treaties_on(relationship, day) if pair[1].state != "ended"),
        tuple(one for one in relationship.programmes if meets(one.treaty.term, day, day)),
        tuple(last),
        tuple(one for one in relationship.promises if made_before(one.fact, day)),
        tuple(_agenda(relationship, mine, last, day)),
        tuple(duty for duty in duties_of(relationship, day.year) if duty.state in OPEN),
        tuple(one for one in relationship.courses if one.indicator in MAIN and is_total(one)),
    )


# Meetings that a briefing recalls, states of duties that it names, and the indicators that it gives.
OPEN = ("open", "session", "not_seen")
LAST = 3
MAIN = ("trade.turnover", "trade.export", "trade.import", "investment.flow")


def is_leading(claim: Meeting) -> bool:
    """Whether a briefing recalls a meeting."""
    return claim.type.endswith("visit") or claim.type in ("session", "summit")


def is_over(meeting: Fact[Meeting], day: date) -> bool:
    """Whether a meeting was held before a day."""
    last = bounds(meeting.claim.date)[1]
    return last is not None and last < day and meeting.claim.status == "done"


def made_before(fact: Fact[Claim], day: date) -> bool:
    """Whether a promise was told until a day."""
    told = [bounds(report.claim.published)[0] for report in fact.reports]
    return any(known is None or known <= day for known in told)


def _agenda(
    relationship: Relationship, mine: Sequence[Gathering], last: Sequence[Gathering], day: date
) -> Iterable[Fact[Topic]]:
    """Topics that this meeting is told to have before it, then those expected of late, then the last one's outcomes."""
    begin = date.fromordinal(max(1, day.toordinal() - AGENDA_DAYS))
    expected = [
        fact
        for fact in of_kind(relationship.facts, Topic)
        if fact.claim.mode == "expected" and any(_told_between(report.claim, begin, day) for report in fact.reports)
    ]
    hers = [fact for one in mine for fact in one.topics if fact.claim.mode == "expected"]
    agreed = [fact for one in last[:1] for fact in one.topics if fact.claim.mode == "agreed"]
    return {fact.key: fact for fact in (*hers, *expected, *agreed)}.values()


def _told_between(claim: Claim, begin: date, day: date) -> bool:
    first = bounds(claim.published)[0]
    return first is not None and begin <= first <= day


def is_total(course: Course) -> bool:
    """Whether a course is of the whole and not of a part of it."""
    head = course.series[0].head
    return not any((head.subject, head.product, head.area))


def when_of(claim: Claim) -> str | None:
    """When something happens: its date, or the deadline of a pledge."""
    when = date_of(claim) or getattr(claim, "deadline", None)
    return when if period(when) else None
