"""What a delegation needs before a meeting (asking.briefing), out of kept facts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from qatynas.model.claim import Topic
from qatynas.relations.asking import (
    AGENDA_DAYS,
    LAST,
    MAIN,
    OPEN,
    Briefing,
    is_leading,
    is_over,
    is_total,
    made_before,
)
from qatynas.relations.dates import order
from qatynas.relations.histories import Gathering, Promise, Relationship, facts_in
from qatynas.relations.joining import fact_order
from qatynas.relations.kept_reading import MEMBERS, REPORTS
from qatynas.relations.values import Fact

if TYPE_CHECKING:
    from qatynas.relations.kept import Kept

AT_ONCE = 50  # meetings and promises that are looked through at a time


def brief(kept: Kept, day: date, limit: int | None = None) -> tuple[Relationship, Briefing]:
    """The briefing for a day, of each of its parts so much at most, and the relationship that holds it alone."""
    members = None if limit is None else MEMBERS
    mine = [kept.meetings.of(fact) for fact in kept.meetings.facts(day, day).items if is_leading(fact.claim)]
    last = _last(kept, day)
    _, standing, _ = kept.treaties_on(day, limit)
    told = Briefing(
        day,
        min(mine, key=lambda one: (one.within is not None, order(one.meeting.claim.date)[1]), default=None),
        tuple(pair for pair in standing if pair[1].state != "ended"),
        kept.ahead.programmes(limit, members=members, on=day).items,
        tuple(last),
        tuple(_promises(kept, day, limit, members)),
        tuple(_agenda(kept, mine, last, day))[:limit],
        tuple(one for one in kept.joint.duties(day.year, members, day.isoformat()).items if one.state in OPEN)[:limit],
        tuple(course for one in MAIN for course in kept.courses(one, limit)[0].courses
              if course.indicator == one and is_total(course)),
    )  # fmt: skip
    facts = facts_in(told)
    bodies = tuple(dict.fromkeys(duty.body for duty in told.duties))
    made = kept.partly(
        facts,
        promises=told.promises,
        treaties=tuple(text for text, _ in told.treaties),
        programmes=told.programmes,
        bodies=bodies,
        meetings=told.last,
        courses=told.courses,
    )
    return replace(made, as_of=day.isoformat()), told


def _last(kept: Kept, day: date) -> list[Gathering]:
    """The latest meetings that were over before a day, newest first."""
    if day == date.min:
        return []
    found: list[Fact[Any]] = []
    offset = 0
    while len(found) < LAST:
        part = kept.meetings.facts(end=date.fromordinal(day.toordinal() - 1), limit=AT_ONCE, offset=offset, newest=True)
        found += [fact for fact in part.items if is_leading(fact.claim) and is_over(fact, day)]
        offset += AT_ONCE
        if offset >= part.count:
            break
    found = sorted(found, key=fact_order)
    return [kept.meetings.of(fact) for fact in sorted(found, key=lambda f: order(f.claim.date), reverse=True)[:LAST]]


def _promises(kept: Kept, day: date, limit: int | None, members: int | None) -> list[Promise]:
    """Promises that were made until a day."""
    found: list[Promise] = []
    offset = 0
    at_once = AT_ONCE if limit is not None else None
    while limit is None or len(found) < limit:
        part = kept.ahead.promises(None, at_once, offset, day.isoformat(), members)
        found += [one for one in part.items if made_before(one.fact, day)]
        offset += AT_ONCE
        if at_once is None or offset >= part.count:
            break
    return found[:limit]


def _agenda(kept: Kept, mine: Iterable[Gathering], last: list[Gathering], day: date) -> list[Fact[Topic]]:
    """Topics that this meeting is told to have before it, then those expected of late, then the last one's outcomes."""
    begin = max(1, day.toordinal() - AGENDA_DAYS)
    near = kept.told_between(begin, day.toordinal(), "topic")
    wanted = [number for number, claim in kept.tellers(near).items()
              if isinstance(claim, Topic) and claim.mode == "expected"]  # fmt: skip
    expected = sorted(kept.load(wanted, REPORTS, (begin, day.toordinal())), key=fact_order)
    hers = [fact for one in mine for fact in one.topics if fact.claim.mode == "expected"]
    agreed = [fact for one in last[:1] for fact in one.topics if fact.claim.mode == "agreed"]
    return list({fact.key: fact for fact in (*hers, *expected, *agreed)}.values())
