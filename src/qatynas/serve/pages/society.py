"""Education, culture and the diaspora, aid and awards, and who judges what."""

from __future__ import annotations

from typing import Any

from qatynas.publish.parts import Line, kazakh, together
from qatynas.publish.quotes import said
from qatynas.publish.sections.outlook import name_of_power
from qatynas.relations import Fact, rows
from qatynas.relations.rows import short_id
from qatynas.serve.listing import Facet, Kind, Listing, answer, asked_by, by_words, count_of
from qatynas.serve.page import NUMBER, PAIR, Answer, Page
from qatynas.serve.pages.flows import FIGURES, figure_facets, figures, given
from qatynas.serve.pages.order import of_facts
from qatynas.serve.tally import Picked
from qatynas.serve.visit import Visit
from qatynas.serve.words import word

STANCES = ("benefit", "risk", "influence", "recommendation", "expectation", "basis")
TOPICS = {"education": ("education", "science"), "culture": ("culture", "tourism"), "aid": ("humanitarian", "health")}
"""Topics whose texts and agendas stand on a page."""


def _told_of(visit: Visit, key: str) -> Picked:
    told = visit.told
    return told.pick(told.of_kind("topic") & told.facts.having_any("topic", lambda topic: topic in TOPICS[key]))


def _all(visit: Visit, kind: str) -> Picked:
    return visit.told.pick(visit.told.of_kind(kind))


def education(visit: Visit) -> Answer:
    """Students, grants, what is regularly given, and what is agreed on education and science."""
    counted, regular = figures(visit, "education."), given(visit, social=True)
    kinds = [
        of_facts(visit, "figures", counted), of_facts(visit, "flows", regular),
        of_facts(visit, "topics", _told_of(visit, "education")),
    ]  # fmt: skip
    lead = word("leads", "education", count=counted.count + regular.count)
    return answer(visit, Listing("education", lead, kinds, figure_facets()))


def culture(visit: Visit) -> Answer:
    """Events and jubilees, bodies of the diaspora, people who come and go."""
    kinds = [
        of_facts(visit, "events", _all(visit, "event")), of_facts(visit, "communities", _all(visit, "community")),
        of_facts(visit, "figures", figures(visit, "migration.", "tourism.")),
        of_facts(visit, "topics", _told_of(visit, "culture")),
    ]  # fmt: skip
    lead = word("leads", "culture", count=sum(map(count_of, kinds)))
    return answer(visit, Listing("culture", lead, kinds, figure_facets()))


def aid(visit: Visit) -> Answer:
    """Help sent either way with its amounts, and orders conferred."""
    kinds = [
        of_facts(visit, "aid", _all(visit, "aid")), of_facts(visit, "amounts", figures(visit, "aid.")),
        of_facts(visit, "awards", _all(visit, "award")), of_facts(visit, "topics", _told_of(visit, "aid")),
    ]  # fmt: skip
    lead = word("leads", "aid", count=sum(map(count_of, kinds)))
    return answer(visit, Listing("aid", lead, kinds, figure_facets()))


def voices(visit: Visit) -> Answer:
    """Judgements by stance, each under its holder's name and in the holder's words."""
    found, told = visit.relationship, visit.told
    judged = told.of_kind("assessment")
    known = told.facts.counts("stance", judged)
    stances = [*STANCES, *sorted(known.keys() - {*STANCES})]

    def kind(stance: str) -> Kind:
        return Kind(
            word("groups", stance), told.pick(judged & told.facts.having("stance", stance)), line,
            lambda fact: rows.fact_row(found, fact), ("who", "name"), "voices",
            lambda fact: visit.to(f"/facts/{short_id(fact.key)}"), stance,
        )  # fmt: skip

    def line(fact: Fact[Any]) -> Line:
        claim = fact.claim
        holder = claim.holder or claim.speaker
        who = kazakh(holder) if holder else word("words", "text_itself")
        topics = ", ".join(word("topics", topic) for topic in claim.topics)
        cells = {
            "who": together(who, name_of_power(claim.subject) if claim.subject else None),
            "name": together(kazakh(said(found, fact.reports[0])), topics),
        }
        return Line(cells, fact.reports, claim.subject or "")

    facets = (
        Facet("stance", named=by_words("groups")),
        Facet("holder", named=_holder),
        Facet("subject", named=name_of_power),
        Facet("topic", named=by_words("topics")),
    )
    lead = word("leads", "voices", count=sum(known.values()))
    return answer(visit, Listing("voices", lead, [kind(stance) for stance in stances], facets))


def _holder(key: str) -> str:
    return word("words", "text_itself") if key == "-" else kazakh(key)


PAGES = (
    Page("/education", "education", education, "Students, grants, agreements on education and science",
         (PAIR, NUMBER, *asked_by(*FIGURES))),
    Page("/culture", "culture", culture, "Culture, jubilees and the diaspora", (PAIR, NUMBER, *asked_by(*FIGURES))),
    Page("/aid", "aid", aid, "Aid and awards", (PAIR, NUMBER, *asked_by(*FIGURES))),
    Page("/voices", "voices", voices, "Who judges what, in their own words",
         (PAIR, NUMBER, *asked_by("stance", "holder", "subject", "topic"))),
)  # fmt: skip
