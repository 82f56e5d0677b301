"""Things with a history, gathered from facts: treaties with acts, bodies with sessions, visits, projects."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache

from qatynas import data
from qatynas.model.claim import Agreement, Body, Claim, Figure, Meeting, Place, Procedure, Project, Topic
from qatynas.relations.dates import fits, order, over_by, period
from qatynas.relations.joining import of_kind
from qatynas.relations.names import body_key, closeness, same_title, shortened, title_key
from qatynas.relations.values import Fact, Gathering, JointBody, Named, Treaty, Work


def treaties(facts: Sequence[Fact[Claim]]) -> tuple[Treaty, ...]:
    """Treaties and other texts, each once under all its titles, oldest act first.

    Two titles are one text where they share most telling words and their acts do not contradict each other
    (signings in different years, a signing after the ratification). Acts told under either title join again.
    """
    found = [_treaty(group) for group in _one_text(of_kind(facts, Agreement))]
    found.sort(key=lambda one: (order(one.acts[0].claim.date), one.titles))
    given: dict[int, list[Fact[Topic]]] = defaultdict(list)
    for topic in of_kind(facts, Topic):
        if topic.claim.mode == "priority" and topic.claim.at:
            close = [max((closeness(topic.claim.at, title) for title in one.titles), default=0.0) for one in found]
            if close and max(close) >= CLOSE_ENOUGH:
                given[close.index(max(close))].append(topic)
    return tuple(dataclasses.replace(one, priorities=tuple(given[place])) for place, one in enumerate(found))


def bodies(facts: Sequence[Fact[Claim]]) -> tuple[JointBody, ...]:
    """Joint bodies by name; a body known only by a session or a procedure is one too."""
    described: dict[str, list[Fact[Body]]] = defaultdict(list)
    doing: dict[str, list[Fact[Procedure]]] = defaultdict(list)
    sitting: dict[str, list[Fact[Meeting]]] = defaultdict(list)
    for body in of_kind(facts, Body):
        described[body_key(body.claim.name)].append(body)
    for procedure in of_kind(facts, Procedure):
        if procedure.claim.body:
            doing[body_key(procedure.claim.body)].append(procedure)
    for meeting in of_kind(facts, Meeting):
        if meeting.claim.body:
            sitting[body_key(meeting.claim.body)].append(meeting)
    known = sorted(described.keys() | doing.keys() | sitting.keys())
    for key in known:
        home = shortened(key, known)
        if home != key:
            described[home] += described.pop(key, [])
            doing[home] += doing.pop(key, [])
            sitting[home] += sitting.pop(key, [])
    keys = sorted({shortened(key, known) for key in known})
    found = [
        JointBody(
            _names(
                [b.claim.name for b in described[key]]
                or [p.claim.body for p in doing[key]] + [m.claim.body for m in sitting[key]]
            ),
            next((fact.claim.level for fact in described[key]), None),
            tuple(described[key]),
            tuple(doing[key]),
            tuple(sorted(sitting[key], key=lambda fact: (order(fact.claim.date), fact.key))),
        )
        for key in keys
    ]
    return tuple(sorted(found, key=lambda body: (_LEVELS.get(body.level or "", len(_LEVELS)), body.names)))


def gatherings(facts: Sequence[Fact[Claim]]) -> tuple[Gathering, ...]:
    """Meetings in order of their dates, each with the topics whose `at` is its date or its body's name."""
    meetings = of_kind(facts, Meeting)
    topics = [fact for fact in of_kind(facts, Topic) if fact.claim.at]
    held: dict[str, list[Fact[Topic]]] = defaultdict(list)
    for topic in topics:
        homes = [meeting for meeting in meetings if _belongs(topic, meeting)]
        if len(homes) == 1 or len({(home.claim.date, home.claim.host) for home in homes}) == 1:
            held[homes[0].key].append(topic)
    return tuple(Gathering(meeting, tuple(held[meeting.key])) for meeting in meetings)


def works(facts: Sequence[Fact[Claim]]) -> tuple[Work, ...]:
    """Projects by name, their stages in order of date, with the figures whose subject is that name."""
    told: dict[str, list[Fact[Project]]] = defaultdict(list)
    for fact in of_kind(facts, Project):
        told[title_key(fact.claim.name)].append(fact)
    counted: dict[str, list[Fact[Figure]]] = defaultdict(list)
    for figure in of_kind(facts, Figure):
        if figure.claim.subject:
            counted[title_key(figure.claim.subject)].append(figure)
    found = [
        Work(_names([s.claim.name for s in stages]), tuple(stages), tuple(counted[key])) for key, stages in told.items()
    ]
    return tuple(sorted(found, key=lambda work: (order(work.stages[-1].claim.date), work.names)))


def places(facts: Sequence[Fact[Claim]]) -> tuple[Named, ...]:
    """Places that claims name, most often named first; a whole country is no place here.

    The subject or area of a figure is one where the world's list of places knows it (a reservoir, a region).
    """
    named: dict[tuple[str, str], list[Fact[Claim]]] = defaultdict(list)
    for fact in facts:
        for place in dict.fromkeys(_places_of(fact.claim)):
            if place.name:
                named[place.name, place.country or ""].append(fact)
    found = [Named(Place(country or None, name), tuple(told)) for (name, country), told in named.items()]
    return tuple(sorted(found, key=lambda one: (-len(one.facts), one.place.name or "")))


def _places_of(claim: Claim) -> Iterator[Place]:
    if isinstance(claim, Figure):
        for name in (claim.subject, claim.area):
            known = _known_places().get(name or "")
            if known is not None:
                yield Place(known.country, known.name)
        return
    place = getattr(claim, "place", None)
    if isinstance(place, Place):
        yield place


@cache
def _known_places() -> dict[str, data.Place]:
    return {name: place for place in reversed(data.world().places) for name in place.names["kk"]}


_WORDS = re.compile(r"\w+")

# A programme's priorities name it as the sentence before did; below this share of common words it is another text.
CLOSE_ENOUGH = 0.4

_ACTS = ("prepared", "signed", "approved", "ratified", "in_force")
_OUTCOMES = ("discussed", "agreed")
_LEVELS = {"heads_of_state": 0, "heads_of_government": 1, "ministers": 2, "agency": 3, "business": 4, "other": 5}


def _one_text(facts: Sequence[Fact[Agreement]]) -> list[list[Fact[Agreement]]]:
    groups: list[list[Fact[Agreement]]] = []
    for fact in sorted(facts, key=lambda one: one.key):
        near = [group for group in groups if any(_same_text(fact.claim, other.claim) for other in group)]
        merged = [fact, *(member for group in near for member in group)]
        groups = [group for group in groups if group not in near] + [merged]
    return groups


def _same_text(one: Agreement, other: Agreement) -> bool:
    if not one.title and not other.title:
        return one.type == other.type and bool(one.date) and one.date == other.date and one.act == other.act
    same_day = one.act == other.act and one.date == other.date and len(one.date or "") == len("2024-04-19")
    if not same_title(one.title, other.title, same_day=same_day):
        return False
    if one.act == other.act:
        return _could_meet(one.date, other.date)
    before, after = sorted((one, other), key=lambda claim: _act_rank(claim.act))
    return not (before.date and after.date) or order(before.date)[0] <= order(after.date)[1]


def _could_meet(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other or fits(one, other) or fits(other, one)


def _treaty(group: list[Fact[Agreement]]) -> Treaty:
    reports = [report for fact in group for report in fact.reports]
    acts = group
    titles = _names([report.claim.title for report in reports if isinstance(report.claim, Agreement)])
    types = Counter(fact.claim.type for fact in group if fact.claim.type)
    terms = [fact.claim.term for fact in group if fact.claim.term]
    kind = min(types, key=lambda name: (-types[name], name)) if types else None
    return Treaty(titles, kind, min(terms) if terms else None, tuple(sorted(acts, key=_by_act)))


def _by_act(fact: Fact[Agreement]) -> tuple[int, tuple[date, date, str]]:
    return _act_rank(fact.claim.act), order(fact.claim.date)


def _act_rank(act: str) -> int:
    return _ACTS.index(act) if act in _ACTS else len(_ACTS)


def _belongs(topic: Fact[Topic], meeting: Fact[Meeting]) -> bool:
    at, claim = topic.claim.at, meeting.claim
    if period(at):
        if topic.claim.mode in _OUTCOMES and _told_before(topic, claim.date):
            return False
        return claim.date == at or fits(at, claim.date) or fits(claim.date, at)
    return bool(claim.body) and body_key(at) == body_key(claim.body)


def _told_before(topic: Fact[Topic], day: str | None) -> bool:
    """Whether every document that tells of the topic is older than that day: «agreed in August» on 21 August is not
    of the visit on the 22nd."""
    return all(over_by(report.claim.published, day) for report in topic.reports)


def _names(told: Iterable[str | None]) -> tuple[str, ...]:
    """Each name once, the most frequent first, then the longest; capitals and quotation marks make no other name."""
    counted = Counter(name for name in told if name)
    ordered = sorted(counted, key=lambda name: (-counted[name], -len(name), name))
    return tuple({" ".join(_WORDS.findall(name.lower())): name for name in reversed(ordered)}.values())[::-1]
