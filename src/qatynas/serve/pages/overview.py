"""The overview: the headline figures, what is new, open findings, the next dates."""

from __future__ import annotations

from typing import Any

from qatynas.model.claim import Figure
from qatynas.model.finding import Grade
from qatynas.publish.ahead.trade import estimate_of
from qatynas.publish.doubts import remember
from qatynas.publish.headline import cards, paragraph
from qatynas.publish.pictures.marks import TRADE
from qatynas.publish.pictures.trade import trade_chart
from qatynas.publish.sections.lines import fact_line
from qatynas.publish.sides import sides
from qatynas.relations import Fact, Relationship, order, rows
from qatynas.relations.outlook import promises
from qatynas.relations.rows import short_id
from qatynas.relations.series import courses, series
from qatynas.serve import facets
from qatynas.serve.ahead import looked
from qatynas.serve.page import PAIR, Answer, Asked, Page
from qatynas.serve.pages.findings import finding_row
from qatynas.serve.tally import Picked
from qatynas.serve.visit import Visit

SHOWN = 6  # lines of each list
MOST_NEW = 24
MOST_DOCUMENTS = 200  # that came in since, of which the facts are looked up
MOST_POINTS = 100  # numbers of one series of trade that are drawn, those of the newest periods
MOST_TOLD = 24  # of anything else that the headline is made of, the newest
MOST_TEXTS = 12  # texts of which the newest act is told
LEADING = 4  # joint bodies that the paragraph names


def overview(visit: Visit) -> Answer:
    """What a person asks first, and what has come in since the last visit."""
    found = headline(visit)
    weighty = heavy(visit)
    fresh, count = visit.told.work.papers.since(visit.since, MOST_DOCUMENTS) if visit.since else ([], 0)
    new = visit.told.facts_of_documents_alone(fresh, MOST_NEW) if 0 < count < visit.state.documents[0] else []
    coming = _coming(visit)
    papers = visit.told.work.papers.some(fresh[:SHOWN])
    fields = {
        "cards": cards(found), "clauses": paragraph(found),
        "picture": trade_chart(found, sides(found.pair), estimate_of(looked(visit).ahead.estimate)), "new": new,
        "new_documents": [papers[one] for one in fresh[:SHOWN] if one in papers], "new_count": count,
        "coming": coming[:SHOWN], "findings": visit.told.findings(weighty[:SHOWN]),
        "finding_count": len(weighty), "line": lambda fact: fact_line(found, fact), "id_of": short_id,
        "counts": _counts(visit), "relationship": found,
    }  # fmt: skip
    return Answer("overview.html.j2", lambda: _row(visit, found, new, coming), fields=fields)


def headline(visit: Visit) -> Relationship:
    """The relationship with the facts alone that its headline is made of."""
    told, facts = visit.told, visit.told.facts
    day = visit.state.last_day
    days = visit.state.facts.ordered_days
    figures, planned = told.of_kind("figure"), facts.having("status", "planned")
    numbers = [
        number
        for (head, _), (one, _) in told.heads().items()
        if head.indicator in TRADE and not (head.product or head.area or head.subject)
        for number in told.kept.of_series(one, MOST_POINTS if head.measure == "level" else MOST_TOLD)
    ]
    ahead = told.of_kind("meeting") & planned & (days[:, 1] >= day)
    targets = figures & facts.having("status", "target") & facts.having("indicator", TRADE[0])
    for mask in (
        told.of_kind("relation") & facts.having("type", "diplomatic_relations"), told.of_kind("membership"),
        figures & facts.having("indicator", "agreements.count"), targets,
        told.of_kind("topic") & facts.having("mode", "expected"),
    ):  # fmt: skip
        numbers += told.pick(mask).numbers(MOST_TOLD)
    meetings = told.read(told.pick(ahead).numbers()[::-1][:SHOWN])
    found = told.read(list(dict.fromkeys(numbers)))
    counted = series([fact for fact in found if isinstance(fact.claim, Figure)])
    texts = visit.state.texts.numbers[:MOST_TEXTS].tolist() + visit.state.texts.alliances
    made = told.kept.partly(
        (*found, *meetings), sources=visit.relationship.sources, series=counted, courses=courses(counted),
        treaties=tuple(told.kept.treaties.load(list(dict.fromkeys(texts)))), bodies=told.bodies(LEADING),
        meetings=tuple(told.gatherings(meetings)), promises=promises(found, visit.state.as_of),
    )  # fmt: skip
    remember(made, tuple(told.narrowing(lambda code: code in TRADE)))
    return made


def _row(visit: Visit, found: Relationship, new: list[Fact[Any]], coming: list[Any]) -> dict[str, Any]:
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
        "findings": [finding_row(one) for one in visit.told.findings(heavy(visit)[:SHOWN])],
    }  # fmt: skip


def heavy(visit: Visit) -> list[str]:
    """The ids of findings that weigh, the heaviest first."""
    found = visit.state.found
    mask = found.open() & ~found.tally.having("grade", Grade.CONSISTENT)
    return [found.ids[number] for number in Picked(found.tally, mask, list).numbers()]


def _counts(visit: Visit) -> dict[str, int]:
    return {
        "documents": visit.state.documents[0],
        "telling": visit.state.documents[1],
        "claims": visit.told.claims_about(),
        "facts": visit.told.facts.size,
        "findings": int(visit.state.found.open().sum()),
    }


def _coming(visit: Visit) -> list[Fact[Any]]:
    """What is still to come, by date: promises and meetings with a day."""
    told, facts = visit.told, visit.told.facts
    due = told.of_kind("figure") & facts.having("status", "target")
    due |= told.of_kind("agreement", "meeting", "project", "event") & facts.having("status", "planned")
    due |= told.of_kind("pledge")
    last = visit.state.facts.ordered_days[:, 1]
    due &= (last >= visit.state.last_day) & (last < facets.LAST_DAY)
    numbers = told.pick(due).numbers()[::-1][:MOST_NEW]
    return sorted(told.read(numbers), key=lambda fact: (order(facets.date_of(fact.claim)), fact.key))


PAGES = (
    Page("/", "overview", overview, "The relationship at a glance",
         (PAIR, Asked("since", "What came in after this time (ISO) is new", "date"))),
)  # fmt: skip
