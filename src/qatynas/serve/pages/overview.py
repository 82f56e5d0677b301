"""The overview: the headline figures, what is new, open findings, the next dates."""

from __future__ import annotations

from typing import Any

from qatynas.publish.headline import cards, paragraph
from qatynas.publish.pictures.trade import trade_chart
from qatynas.publish.sections.lines import fact_line
from qatynas.publish.sides import sides
from qatynas.relations import Fact, Promise, order, over_by, rows
from qatynas.relations.rows import short_id
from qatynas.serve.page import PAIR, Answer, Asked, Page
from qatynas.serve.pages.findings import finding_row
from qatynas.serve.visit import Visit

SHOWN = 6  # lines of each list
MOST_NEW = 24


def overview(visit: Visit) -> Answer:
    """What a person asks first, and what has come in since the last visit."""
    found = visit.relationship
    heavy = [one for one in visit.state.findings if one.grade.weight < 4]
    heads = cards(found)
    new = _new(visit)
    coming = _coming(visit)
    fields = {
        "cards": heads, "clauses": paragraph(found), "picture": trade_chart(found, sides(found.pair)), "new": new,
        "new_documents": _new_documents(visit), "coming": coming[:SHOWN], "findings": heavy[:SHOWN],
        "finding_count": len(heavy), "line": lambda fact: fact_line(found, fact), "id_of": short_id,
        "counts": _counts(visit),
    }  # fmt: skip
    return Answer("overview.html.j2", lambda: _row(visit, new, coming), fields=fields)


def _row(visit: Visit, new: list[Fact[Any]], coming: list[Any]) -> dict[str, Any]:
    found = visit.relationship
    return {
        "pair": list(found.pair),
        "as_of": found.as_of,
        **_counts(visit),
        "headline": [
            {"question": card.question, "answer": card.answer, "below": card.below,
             "claims": [report.id for report in card.reports]} for card in cards(found)
        ],
        "new": rows.fact_rows(found, new),
        "coming": rows.fact_rows(found, coming),
        "findings": [finding_row(one) for one in visit.state.findings[:SHOWN]],
    }  # fmt: skip


def _counts(visit: Visit) -> dict[str, int]:
    found = visit.relationship
    return {
        "documents": len(found.sources),
        "telling": sum(1 for source in found.sources.values() if source.claims),
        "claims": sum(source.claims for source in found.sources.values()),
        "facts": len(found.facts),
        "findings": len(visit.state.findings),
    }


def _new_documents(visit: Visit) -> list[Any]:
    """The documents that came in since the reader was last here, the latest first."""
    if not visit.since:
        return []
    arrived = visit.state.arrived
    fresh = [sha for sha, when in arrived.items() if when > visit.since and sha in visit.relationship.sources]
    fresh.sort(key=lambda sha: arrived[sha], reverse=True)
    return [visit.relationship.sources[sha] for sha in fresh]


def _new(visit: Visit) -> list[Fact[Any]]:
    """Facts that only documents tell which came in since."""
    fresh = {source.key for source in _new_documents(visit)}
    if not fresh or len(fresh) == len(visit.state.arrived):
        return []
    told = (fact for fact in visit.relationship.facts if all(report.source in fresh for report in fact.reports))
    return [fact for fact, _ in zip(told, range(MOST_NEW), strict=False)]


def _coming(visit: Visit) -> list[Fact[Any]]:
    """What is still to come, by date: promises and meetings with a day."""
    found = visit.relationship
    dated: list[Promise] = [one for one in found.promises if one.state == "open" and one.due]
    facts = {one.fact.key: (one.due, one.fact) for one in dated}
    for gathering in found.meetings:
        claim = gathering.meeting.claim
        if claim.status == "planned" and claim.date and over_by(claim.date, found.as_of) is False:
            facts.setdefault(gathering.meeting.key, (claim.date, gathering.meeting))
    return [fact for _, fact in sorted(facts.values(), key=lambda pair: (order(pair[0]), pair[1].key))]


PAGES = (
    Page("/", "overview", overview, "The relationship at a glance",
         (PAIR, Asked("since", "What came in after this time (ISO) is new", "date"))),
)  # fmt: skip
