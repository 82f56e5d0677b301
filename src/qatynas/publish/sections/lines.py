"""Any fact as a line: what the sections write of it, and of kinds that have no line of their own the plainest words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qatynas.model.claim import Assessment, Body, Claim, Goods, Membership, Pledge, Procedure, Project, Trend
from qatynas.publish.figures import figure_line, flow
from qatynas.publish.labels import label, listed, state
from qatynas.publish.parts import Line, Words, kazakh, note_of, together
from qatynas.publish.quotes import said
from qatynas.publish.sections.economy import trend_lines
from qatynas.publish.sections.flows import exchange_line
from qatynas.publish.sections.order import act_line, meeting_line, relation_line, topic_line
from qatynas.publish.sections.society import aid_line, award_line, community_line, event_line
from qatynas.publish.writing import date_words
from qatynas.relations import Fact, Gathering, Relationship


def fact_line(relationship: Relationship, fact: Fact[Claim]) -> Line:
    """One fact of any kind as a line with its reports."""
    write = _LINES.get(fact.claim.kind)
    return write(relationship, fact) if write else Line({"name": fact.claim.kind}, fact.reports)


def _agreement(relationship: Relationship, fact: Any) -> Line:
    line, claim = act_line(fact), fact.claim
    cells = dict(line.cells) | {
        "name": kazakh(claim.title) or label("types", claim.type),
        "status": label("acts", claim.act),
    }
    return Line(cells, line.reports, mark=line.mark, note=line.note)


def _meeting(relationship: Relationship, fact: Any) -> Line:
    return meeting_line(Gathering(fact, ()))


def _body(relationship: Relationship, fact: Fact[Body]) -> Line:
    claim = fact.claim
    cells = {"name": kazakh(claim.name), "status": label("levels", claim.level), "detail": kazakh(claim.task)}
    return Line(cells, fact.reports)


def _membership(relationship: Relationship, fact: Fact[Membership]) -> Line:
    claim = fact.claim
    name = together(claim.organisation, label("organisations", claim.organisation))
    return Line({"name": name, "detail": listed([state(code) for code in claim.members])}, fact.reports)


def _project(relationship: Relationship, fact: Fact[Project]) -> Line:
    claim = fact.claim
    cells = {
        "date": date_words(claim.date, short=True),
        "name": kazakh(claim.name),
        "status": label("stages", claim.stage),
        "detail": kazakh(claim.place.name) if claim.place else "",
    }
    return Line(cells, fact.reports, mark="planned" if claim.stage == "planned" else "", note=note_of(fact))


def _procedure(relationship: Relationship, fact: Fact[Procedure]) -> Line:
    claim = fact.claim
    cells: dict[str, Words] = {
        "name": kazakh(claim.does),
        "detail": together(kazakh(claim.body), label("frequencies", claim.frequency) if claim.frequency else None),
    }
    return Line(cells, fact.reports)


def _pledge(relationship: Relationship, fact: Fact[Pledge]) -> Line:
    claim = fact.claim
    by = (claim.by,) if isinstance(claim.by, str) else claim.by or ()
    cells = {
        "deadline": date_words(claim.deadline, short=True),
        "name": kazakh(claim.what) or label("words", "not_said"),
        "who": listed([state(one) for one in by]),
    }
    return Line(cells, fact.reports)


def _trend(relationship: Relationship, fact: Fact[Trend]) -> Line:
    return trend_lines([fact])[0]


def _assessment(relationship: Relationship, fact: Fact[Assessment]) -> Line:
    claim = fact.claim
    who = kazakh(claim.holder) if claim.holder else label("words", "text_itself")
    return Line(
        {"who": who, "name": kazakh(said(relationship, fact.reports[0])), "status": label("groups", claim.stance)},
        fact.reports,
    )


def _goods(relationship: Relationship, fact: Fact[Goods]) -> Line:
    claim = fact.claim
    cells = {
        "name": flow(claim.from_, claim.to),
        "detail": kazakh(", ".join(good.name for good in claim.goods)),
        "period": date_words(claim.period),
    }
    return Line(cells, fact.reports, side=claim.from_ or "")


def _alone(write: Callable[[Any], Line]) -> Callable[[Relationship, Any], Line]:
    """A line that needs the fact alone."""
    return lambda relationship, fact: write(fact)


_LINES: dict[str, Callable[[Relationship, Any], Line]] = {
    "figure": _alone(figure_line), "agreement": _agreement, "meeting": _meeting, "body": _body,
    "membership": _membership, "project": _project, "exchange": _alone(exchange_line), "aid": _alone(aid_line),
    "award": _alone(award_line), "community": _alone(community_line), "relation": _alone(relation_line),
    "event": _alone(event_line), "topic": _alone(topic_line), "procedure": _procedure, "pledge": _pledge,
    "trend": _trend, "assessment": _assessment, "goods": _goods,
}  # fmt: skip
