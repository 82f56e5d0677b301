"""What holds the relationship together: treaties, bodies, meetings, shared organisations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qatynas.model.claim import Agreement, Figure, Meeting, Membership, Relation, Topic
from qatynas.publish.figures import COLUMNS, figure_lines
from qatynas.publish.labels import arrow, counted, in_script, label, state
from qatynas.publish.parts import Group, Line, Section, group, kazakh, note_of, reports_of, together
from qatynas.publish.topics import topic_words
from qatynas.publish.writing import date_words
from qatynas.relations import Fact, Gathering, JointBody, Relationship, Treaty, of_kind, order

_SORTS = {"treaty": ("treaty",), "agreement": ("agreement", "protocol"), "programme": ("programme", "roadmap")}


def treaties(relationship: Relationship) -> Section:
    """Texts by sort, each with its acts in order and its priorities; then how many there are."""
    known = {sort for sorts in _SORTS.values() for sort in sorts}
    groups = [_texts(key, (t for t in relationship.treaties if t.type in sorts)) for key, sorts in _SORTS.items()]
    groups.append(_texts("other_text", (t for t in relationship.treaties if t.type not in known)))
    counts = [fact for fact in of_kind(relationship.facts, Figure) if fact.claim.indicator == "agreements.count"]
    groups.append(group("other_figures", figure_lines(counts), COLUMNS))
    groups.append(group("relations", map(relation_line, of_kind(relationship.facts, Relation)), ("date", "name")))
    return Section("treaties", _treaties_lead(relationship), tuple(groups))


def bodies(relationship: Relationship) -> Section:
    """Each body with what it regularly does and its sessions."""
    lines = [body_line(body) for body in relationship.bodies]
    lead = label("sections/bodies", "lead", count=len(lines)) if lines else ""
    return Section("bodies", lead, (group("bodies", lines, ("name", "status", "detail")),))


def visits(relationship: Relationship) -> Section:
    """A timeline of meetings, and topics that hang on none."""
    lines = [meeting_line(gathering) for gathering in relationship.meetings]
    placed = {topic.key for gathering in relationship.meetings for topic in gathering.topics}
    placed |= {topic.key for treaty in relationship.treaties for topic in treaty.priorities}
    loose = [topic for topic in of_kind(relationship.facts, Topic) if topic.key not in placed]
    topics = [topic_line(topic) for topic in loose]
    groups = (
        group("visits", lines, ("date", "name", "status", "detail"), "timeline"),
        group("other_topics", topics, ("name", "status", "detail"), folded=True),
    )
    return Section("visits", _visits_lead(relationship), groups)


def organisations(relationship: Relationship) -> Section:
    """Organisations against states; a dot for each member that a document names."""
    facts = of_kind(relationship.facts, Membership)
    members = [*relationship.pair, *sorted({m for f in facts for m in f.claim.members} - set(relationship.pair))]
    lines = [
        Line(
            cells={"organisation": together(fact.claim.organisation, label("organisations", fact.claim.organisation))}
            | {member: "●" if member in _members(fact) else "" for member in members},
            reports=fact.reports,
        )
        for fact in facts
    ]
    lead = label("sections/organisations", "lead", count=len(lines)) if lines else ""
    headings = {member: state(member) for member in members}
    matrix = Group(label("groups", "members"), ("organisation", *members), tuple(lines), "matrix", "members", headings)
    return Section("organisations", lead, (matrix,))


def agreement_line(treaty: Treaty) -> Line:
    """A text with its acts below it."""
    acts = tuple(act_line(fact) for fact in treaty.acts)
    newest = treaty.acts[-1].claim
    priorities = _priorities(treaty)
    return Line(
        cells={
            "date": date_words(newest.date, short=True) or label("words", "no_date"),
            "name": kazakh(treaty.titles[0]) if treaty.titles else label("types", treaty.type),
            "status": together(*(label("acts", act) for act in dict.fromkeys(f.claim.act for f in treaty.acts))),
            "detail": together(
                label("types", treaty.type) if treaty.titles else None,
                label("words", "term", term=date_words(treaty.term)) if treaty.term else None,
                kazakh(newest.place.name) if len(treaty.acts) == 1 and newest.place else None,
                *topic_words(treaty.priorities),
                *(label("words", "also", title=kazakh(title)) for title in treaty.titles[1:]),
            ),
        },
        reports=reports_of([*treaty.acts, *treaty.priorities]),
        mark="planned" if newest.status == "planned" else "",
        children=(*acts, *priorities) if len(acts) + len(priorities) > 1 else (),
    )


def _texts(key: str, found: Iterable[Treaty]) -> Group:
    ordered = sorted(found, key=_newest_act, reverse=True)
    return group(key, map(agreement_line, ordered), ("date", "name", "status", "detail"))


def _newest_act(treaty: Treaty) -> tuple[bool, object]:
    """Newest first, what has no date last."""
    date = treaty.acts[-1].claim.date
    return bool(date), order(date)


def act_line(fact: Fact[Agreement]) -> Line:
    claim = fact.claim
    return Line(
        cells={
            "date": date_words(claim.date) or label("words", "no_date"),
            "name": label("acts", claim.act),
            "detail": together(kazakh(claim.place.name) if claim.place else None),
        },
        reports=fact.reports,
        mark="planned" if claim.status == "planned" else "",
        note=note_of(fact),
    )


def _priorities(treaty: Treaty) -> tuple[Line, ...]:
    if not treaty.priorities:
        return ()
    words = ", ".join(label("topics", fact.claim.topic) for fact in treaty.priorities)
    said = label("words", "priority", topics=words)
    return (Line(cells={"date": "", "name": said}, reports=reports_of(treaty.priorities)),)


def _treaties_lead(relationship: Relationship) -> str:
    dated = [fact.claim.date for treaty in relationship.treaties for fact in treaty.acts if fact.claim.date]
    if not relationship.treaties:
        return ""
    acts = sum(len(treaty.acts) for treaty in relationship.treaties)
    newest = date_words(max(dated, key=order)) if dated else label("words", "no_date")
    return label("sections/treaties", "lead", texts=len(relationship.treaties), acts=acts, date=newest)


def relation_line(fact: Fact[Relation]) -> Line:
    cells = {"date": date_words(fact.claim.date) or label("words", "no_date"), "name": label("types", fact.claim.type)}
    return Line(cells=cells, reports=fact.reports)


def body_line(body: JointBody) -> Line:
    tasks = dict.fromkeys(kazakh(fact.claim.task) for fact in body.descriptions if fact.claim.task)
    often = dict.fromkeys(label("frequencies", f.claim.frequency) for f in body.descriptions if f.claim.frequency)
    described = Line(
        cells={"name": kazakh(body.names[0]), "detail": together(*tasks, *often)}, reports=reports_of(body.descriptions)
    )
    doing = [
        Line(
            cells={"date": label("frequencies", fact.claim.frequency), "name": kazakh(fact.claim.does)},
            reports=fact.reports,
        )
        for fact in body.procedures
    ]
    sessions = [
        Line(
            cells={"date": date_words(fact.claim.date) or label("words", "no_date"), "name": _session_name(fact.claim)},
            reports=fact.reports,
            mark="planned" if fact.claim.status == "planned" else "",
        )
        for fact in body.sessions
    ]
    facts = [*body.descriptions, *body.procedures, *body.sessions]
    duties = list(_duties(body))
    return Line(
        cells={
            "name": kazakh(body.names[0]),
            "status": label("levels", body.level),
            "detail": together(
                *tasks,
                *(one for one in often if not any(duty.startswith(f"{one}:") for duty in duties)),
                *duties,
                *(label("words", "also", title=kazakh(name)) for name in body.names[1:]),
            ),
        },
        reports=reports_of(facts),
        children=(*([described] if body.descriptions else []), *doing, *sessions) if doing or sessions else (),
    )


def _duties(body: JointBody) -> Iterator[str]:
    """What a body does, by how often: «every year: …; …»."""
    often: dict[str, list[str]] = {}
    for fact in body.procedures:
        often.setdefault(label("frequencies", fact.claim.frequency), []).append(fact.claim.does or "")
    for frequency, duties in often.items():
        does = "; ".join(map(in_script, dict.fromkeys(filter(None, duties))))
        if does:
            yield f"{frequency}: {does}" if frequency else label("words", "does", does=does)


def _session_name(claim: Meeting) -> tuple[str, ...]:
    number = label("words", "session_number", number=claim.number) if claim.number else label("types", claim.type)
    return together(number, kazakh(claim.place.name) if claim.place else None)


def meeting_line(gathering: Gathering) -> Line:
    fact, claim = gathering.meeting, gathering.meeting.claim
    visit = claim.type.endswith("visit") and claim.guest and claim.host
    guest = f"{state(claim.guest)} {arrow()} {state(claim.host)}" if visit else ""
    host = kazakh(claim.place.name) if claim.place and claim.place.name else "" if guest else state(claim.host)
    number = label("words", "session_number", number=claim.number) if claim.number else None
    return Line(
        cells={
            "date": date_words(claim.date, short=True) or label("words", "no_date"),
            "name": together(label("types", claim.type), kazakh(claim.body), number),
            "status": label("statuses", claim.status),
            "detail": together(
                guest,
                host,
                kazakh(", ".join(claim.participants)),
                *topic_words(gathering.topics),
            ),
        },
        reports=reports_of([fact, *gathering.topics]),
        side=(claim.guest or "") if visit else "",
        mark="planned" if claim.status == "planned" else "",
        note=note_of(fact),
    )


def topic_line(fact: Fact[Topic]) -> Line:
    claim = fact.claim
    at = date_words(claim.at) if claim.at and claim.at[:4].isdigit() and len(claim.at) <= 10 else kazakh(claim.at)
    return Line(
        cells={
            "name": label("topics", claim.topic),
            "status": label("words", claim.mode, topics="").rstrip(": "),
            "detail": at,
        },
        reports=fact.reports,
    )


def _visits_lead(relationship: Relationship) -> str:
    claims = [gathering.meeting.claim for gathering in relationship.meetings]
    if not claims:
        return ""
    planned = sum(1 for claim in claims if claim.status == "planned")
    dates = sorted((claim.date for claim in claims if claim.date), key=order)
    first, last = (date_words(dates[0]), date_words(dates[-1])) if dates else ("", "")
    told = counted("visits", done=len(claims) - planned, planned=planned)
    return label("sections/visits", "lead", told=told, first=first, last=last)


def _members(fact: Fact[Membership]) -> set[str]:
    said = [report.claim for report in fact.reports]
    return {member for claim in said if isinstance(claim, Membership) for member in claim.members}
