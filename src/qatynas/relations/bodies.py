"""Joint bodies with their sessions and duties, and what of its duties a year has seen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from qatynas.model.claim import Agreement, Body, Claim, Meeting, Procedure, Topic
from qatynas.relations.dates import bounds, meets, order
from qatynas.relations.histories import Duty, JointBody, Relationship
from qatynas.relations.joining import of_kind
from qatynas.relations.names import body_key, has_word, joining_words, naming, same_name, shortened
from qatynas.relations.values import Fact

_LEVELS = {"heads_of_state": 0, "heads_of_government": 1, "ministers": 2, "agency": 3, "business": 4, "other": 5}

# Frequencies of which a year must see some, with how many sessions fulfil a duty to meet.
_YEARLY = {
    "yearly": 1, "twice_yearly": 2, "three_times_yearly": 3, "four_times_yearly": 4, "quarterly": 4, "seasonal": 1,
    "monthly": 12, "regular": 1, "every_ten_days": 36, "ten_days": 36, "weekly": 50, "daily": 250,
}  # fmt: skip

# The most that can be heads of two delegations; longer lists name members, too.
CHAIRS = 2


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
    known: list[str] = sorted(described.keys() | doing.keys() | sitting.keys())
    homes = homes_of(known)
    for key, home in homes.items():
        if home != key:
            described[home] += described.pop(key, [])
            doing[home] += doing.pop(key, [])
            sitting[home] += sitting.pop(key, [])
    keys = sorted(set(homes.values()))
    found = [body_of(described[key], doing[key], sitting[key]) for key in keys]
    return tuple(sorted(found, key=lambda body: by_level(body.level, body.names)))


def by_level(level: str | None, names: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """A key that sorts bodies: the highest first."""
    return _LEVELS.get(level or "", len(_LEVELS)), names


def homes_of(known: Iterable[str]) -> dict[str, str]:
    """Every body's key with the one fuller key that it leaves words out of, or itself."""
    by_word: dict[str, list[str]] = defaultdict(list)
    for key in known:
        for word in key.split():
            by_word[word].append(key)
    near = {key: min((by_word[word] for word in key.split()), key=len, default=[]) for key in known}
    return {key: shortened(key, near[key]) for key in known}


def duties_of(relationship: Relationship, year: int) -> tuple[Duty, ...]:
    """What each body has to do in a year, and whether it is told to have done it. «Now» is the relationship's as_of."""
    now = bounds(relationship.as_of)[1] or date.max
    return tuple(
        _duty(relationship, body, procedure, year, now)
        for body in relationship.bodies
        for procedure in body.procedures
        if procedure.claim.frequency in _YEARLY and procedure.claim.status != "planned"
    )


def _duty(relationship: Relationship, body: JointBody, procedure: Fact[Procedure], year: int, now: date) -> Duty:
    begin, end = date(year, 1, 1), date(year, 12, 31)
    sessions = [one for one in body.sessions if one.claim.status == "done" and meets(one.claim.date, begin, end)]
    told = tuple(_fulfilling(relationship.facts, body, procedure.claim, begin, end))
    if told:
        return Duty(body, procedure, year, "done", told)
    if sessions and has_word(procedure.claim.does, joining_words().duties.meeting):
        enough = len(sessions) >= _YEARLY[procedure.claim.frequency or "regular"]
        return Duty(body, procedure, year, "done" if enough else "short", tuple(sessions))
    if sessions:
        return Duty(body, procedure, year, "session", tuple(sessions))
    return Duty(body, procedure, year, "to_come" if begin > now else "open" if end >= now else "not_seen")


def _fulfilling(
    facts: Iterable[Fact[Claim]], body: JointBody, duty: Procedure, begin: date, end: date
) -> Iterable[Fact[Claim]]:
    """Facts of that year that say in like words what the duty says, as done; of another body none."""
    for fact in facts:
        claim, told = fact.claim, [report.claim.published for report in fact.reports]
        if isinstance(claim, Agreement):
            words, in_time = claim.title, meets(claim.date, begin, end)
        elif isinstance(claim, Procedure) and _is_of(claim.body, body):
            words, in_time = claim.does, any(meets(day, begin, end) for day in told)
        elif isinstance(claim, Topic) and claim.mode == "agreed" and _is_of(claim.at, body):
            words, in_time = claim.quote, any(meets(day, begin, end) for day in told)
        else:
            continue
        if claim.status == "done" and in_time and same_name(words, duty.does):
            yield fact


def _is_of(name: str | None, body: JointBody) -> bool:
    return name is not None and body_key(name) in {body_key(known) for known in body.names}


def body_of(
    described: list[Fact[Body]],
    doing: list[Fact[Procedure]],
    sitting: list[Fact[Meeting]],
    names: tuple[str, ...] = (),
    more: int = 0,
) -> JointBody:
    """A body out of what is told of it; names are all that it goes by and more its older sessions, where these are not
    all."""
    sessions = tuple(sorted(sitting, key=lambda fact: (order(fact.claim.date), fact.key)))
    chairs = [one.claim.participants for one in sessions if 0 < len(one.claim.participants) <= CHAIRS]
    return JointBody(
        names
        or naming([b.claim.name for b in described] or [p.claim.body for p in doing] + [m.claim.body for m in sitting]),
        next((fact.claim.level for fact in described), None),
        tuple(described),
        tuple(doing),
        sessions,
        chairs[-1] if chairs else (),
        more,
    )
