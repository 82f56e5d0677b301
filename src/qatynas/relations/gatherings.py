"""Meetings with what belongs to them: the visit they were part of, what was talked of, signed, given and promised."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from qatynas.model.claim import Agreement, Award, Claim, Event, Meeting, Pledge, Topic
from qatynas.relations.aspects import Verdict, agree, people, places_agree
from qatynas.relations.calendar import Calendar
from qatynas.relations.dates import days_between, fits, is_day, over_by, period, same_when
from qatynas.relations.histories import Gathering
from qatynas.relations.joining import of_kind
from qatynas.relations.names import body_key, surname
from qatynas.relations.values import Fact

C = TypeVar("C", bound=Claim)

_OUTCOMES = ("discussed", "agreed")

# At which of several meetings of one day a text is signed: the first of these that took place.
_RANKS = ("session", "summit", "state_visit", "official_visit", "working_visit", "visit", "talks", "forum")

# «The presidents met in the council … signed a treaty»: within this many characters of one text, meeting and signing
# are told together. Three or four sentences.
TOGETHER = 500


def gatherings(facts: Sequence[Fact[Claim]]) -> tuple[Gathering, ...]:
    """Meetings in order of their dates, each with what belongs to it."""
    meetings = of_kind(facts, Meeting)
    calendar = Calendar((one.claim.date, one) for one in meetings)
    topics = _by_meeting(facts, meetings, calendar)
    within = {one.key: visit_of(one, calendar.near(one.claim.date)) for one in meetings}
    held: dict[str, list[Fact[Meeting]]] = defaultdict(list)
    for one in meetings:
        visit = within[one.key]
        if visit is not None:
            held[visit.key].append(one)
    signed = defaultdict(list)
    for act in of_kind(facts, Agreement):
        place = signed_at(act, calendar.near(act.claim.date))
        if place is not None:
            signed[place.key].append(act)
    awards = Calendar((one.claim.date, one) for one in of_kind(facts, Award))
    events = Calendar((one.claim.date, one) for one in of_kind(facts, Event))
    pledges = _by_source(of_kind(facts, Pledge))
    return tuple(
        Gathering(
            meeting,
            tuple(topics[meeting.key]),
            within[meeting.key],
            tuple(held[meeting.key]),
            tuple(signed[meeting.key]),
            # what was given or promised at a session of a visit is the visit's
            tuple(
                fact
                for fact in awards.near(meeting.claim.date)
                if not within[meeting.key] and is_given_at(fact.claim, meeting.claim)
            ),
            tuple(
                fact for fact in _told_with(meeting, pledges) if not within[meeting.key] and promised_at(fact, meeting)
            ),
            tuple(fact for fact in events.near(meeting.claim.date) if held_at(fact.claim, meeting.claim)),
        )
        for meeting in meetings
    )


def _by_source(facts: Sequence[Fact[C]]) -> dict[str, dict[int, Fact[C]]]:
    """Facts by the documents that tell them, in their order."""
    found: dict[str, dict[int, Fact[C]]] = defaultdict(dict)
    for place, fact in enumerate(facts):
        for report in fact.reports:
            found[report.source][place] = fact
    return found


def _told_with(one: Fact[Claim], others: Mapping[str, Mapping[int, Fact[C]]]) -> list[Fact[C]]:
    """Those facts that are told in the documents which tell this one."""
    told: dict[int, Fact[C]] = {}
    for report in one.reports:
        told.update(others.get(report.source, {}))
    return [told[place] for place in sorted(told)]


def signed_at(act: Fact[Agreement], meetings: Sequence[Fact[Meeting]]) -> Fact[Meeting] | None:
    """The meeting at which a text was signed or approved: of its day and place, sessions before visits before talks.

    Of meetings that are told by a month only, just those count whose text tells the signing beside them.
    """
    if act.claim.act not in ("signed", "approved") or not act.claim.date:
        return None
    fit = [one for one in meetings if _could_be_at(act, one)]
    for rank in _RANKS:
        ranked = [one for one in fit if one.claim.type == rank]
        if len(ranked) > 1:
            ranked = [one for one in ranked if _told_together(act, one)]
        if ranked:
            return ranked[0] if len(ranked) == 1 else None
    return None


def _could_be_at(act: Fact[Agreement], meeting: Fact[Meeting]) -> bool:
    one, other = act.claim, meeting.claim
    if same_when(one.date, other.date) not in ("same", "holds") or not set(one.parties) & set(other.parties):
        return False
    if places_agree(one.place, other.place) is Verdict.CLASH or (one.status == "done") != (other.status == "done"):
        return False
    return (is_day(one.date) and _is_short(other.date)) or _told_together(act, meeting)


def _is_short(edtf: str | None) -> bool:
    """Whether a meeting's date is a few days at most, so that what happens on one of them happens at it."""
    known = period(edtf)
    return (
        known is not None and known.first is not None and known.last is not None and (known.last - known.first).days < 7
    )


def _told_together(one: Fact[Claim], other: Fact[Claim]) -> bool:
    """Whether some document tells both within a few sentences."""
    places = defaultdict(list)
    for report in one.reports:
        places[report.source].append(report.claim.span)
    return any(
        max(span.start, report.claim.span.start) - min(span.end, report.claim.span.end) <= TOGETHER
        for report in other.reports
        for span in places.get(report.source, ())
    )


def visit_of(meeting: Fact[Meeting], meetings: Iterable[Fact[Meeting]]) -> Fact[Meeting] | None:
    """The one visit during which a session or talks took place."""
    if meeting.claim.type.endswith("visit"):
        return None
    visits = [one for one in meetings if one.claim.type.endswith("visit") and _is_within(meeting.claim, one.claim)]
    return visits[0] if len(visits) == 1 else None


def _is_within(meeting: Meeting, visit: Meeting) -> bool:
    in_time = meeting.date == visit.date or fits(visit.date, meeting.date)
    verdicts = (
        agree(meeting.host, visit.host),
        places_agree(meeting.place, visit.place),
        people(meeting, visit),
        Verdict.SAME if (meeting.status == "done") == (visit.status == "done") else Verdict.CLASH,
    )
    return bool(meeting.date) and in_time and Verdict.CLASH not in verdicts


def promised_at(pledge: Fact[Pledge], meeting: Fact[Meeting]) -> bool:
    """Whether a promise is told beside a meeting, by somebody who took part, in a document of its days."""
    claim, sources = pledge.claim, {report.source for report in meeting.reports}
    near = [
        report
        for report in pledge.reports
        if report.source in sources and (days_between(report.claim.published, meeting.claim.date) or 0) <= 1
    ]
    named = {claim.by} if isinstance(claim.by, str) else set(claim.by or ())
    takes_part = bool(_surnames(named) & _surnames(meeting.claim.participants)) or bool(
        named & {meeting.claim.host, meeting.claim.guest}
    )
    return bool(near) and meeting.claim.status == "done" and takes_part


def is_given_at(award: Award, meeting: Meeting) -> bool:
    """Whether an order was given at a meeting: on its day, to or by somebody who took part."""
    named = _surnames(name for name in (award.to, award.by) if name)
    return same_when(award.date, meeting.date) in ("same", "holds") and bool(named & _surnames(meeting.participants))


def _surnames(people: Iterable[str]) -> set[str]:
    return {surname(name) for name in people}


def held_at(event: Event, meeting: Meeting) -> bool:
    """Whether an event took place on a visit's day and in its town."""
    if not meeting.type.endswith("visit") or not is_day(event.date) or not event.place or not event.place.name:
        return False
    in_time = same_when(event.date, meeting.date) in ("same", "holds")
    return in_time and places_agree(event.place, meeting.place) in (Verdict.SAME, Verdict.HOLDS)


def _by_meeting(
    facts: Sequence[Fact[Claim]], meetings: Sequence[Fact[Meeting]], calendar: Calendar[Fact[Meeting]]
) -> dict[str, list[Fact[Topic]]]:
    """Topics by the meeting whose date or body they name, where there is one."""
    held: dict[str, list[Fact[Topic]]] = defaultdict(list)
    undated = _by_source([one for one in meetings if not period(one.claim.date)])
    by_body: dict[str, list[Fact[Meeting]]] = defaultdict(list)
    for meeting in meetings:
        if meeting.claim.body:
            by_body[body_key(meeting.claim.body)].append(meeting)
    for topic in of_kind(facts, Topic):
        at = topic.claim.at
        if not at:
            continue
        dated = bool(period(at))
        near = calendar.near(at) if dated else by_body.get(body_key(at), [])
        home = home_of(topic, near) or (home_of(topic, _told_with(topic, undated)) if dated else None)
        if home is not None:
            held[home.key].append(topic)
    return held


def home_of(topic: Fact[Topic], near: Iterable[Fact[Meeting]]) -> Fact[Meeting] | None:
    """The meeting at which a topic was talked of, where only one can be meant."""
    homes = [meeting for meeting in near if belongs(topic, meeting.claim)]
    if len(homes) == 1 or len({(home.claim.date, home.claim.host) for home in homes}) == 1:
        return homes[0]
    return None


def belongs(topic: Fact[Topic], claim: Meeting) -> bool:
    """Whether a topic may be one of a meeting: it names its date, or its body."""
    at = topic.claim.at
    if period(at):
        if topic.claim.mode in _OUTCOMES and _told_before(topic, claim.date):
            return False
        return claim.date == at or fits(at, claim.date) or fits(claim.date, at)
    return bool(claim.body) and body_key(at) == body_key(claim.body)


def _told_before(topic: Fact[Topic], day: str | None) -> bool:
    """Whether every document that tells of the topic is older than that day: «agreed in August» on 21 August is not
    of the visit on the 22nd."""
    return all(over_by(report.claim.published, day) for report in topic.reports)
