"""Education, culture and the diaspora, aid and awards, and who judges what."""

from __future__ import annotations

from typing import Any

from qatynas.model.claim import Claim
from qatynas.publish.parts import Line, kazakh, together
from qatynas.publish.quotes import said
from qatynas.publish.sections.outlook import name_of_power
from qatynas.relations import Fact, Voice, rows
from qatynas.relations.rows import short_id
from qatynas.serve.listing import Facet, Kind, Listing, answer, asked_by, by_words
from qatynas.serve.page import NUMBER, PAIR, Answer, Page
from qatynas.serve.pages.flows import FIGURES, SOCIAL, figure_facets, figures
from qatynas.serve.pages.order import of_facts
from qatynas.serve.visit import Visit
from qatynas.serve.words import word

STANCES = ("benefit", "risk", "influence", "recommendation", "expectation", "basis")
TOPICS = {"education": ("education", "science"), "culture": ("culture", "tourism"), "aid": ("humanitarian", "health")}
"""Topics whose texts and agendas stand on a page."""


def _told_of(visit: Visit, key: str) -> list[Fact[Claim]]:
    return [fact for fact in visit.relationship.of_kind("topic") if getattr(fact.claim, "topic", "") in TOPICS[key]]


def education(visit: Visit) -> Answer:
    """Students, grants, what is regularly given, and what is agreed on education and science."""
    found = visit.relationship
    given = [fact for fact in found.exchanges if fact.claim.commodity in SOCIAL]
    counted = figures(visit, "education.")
    kinds = [
        of_facts(visit, "figures", counted), of_facts(visit, "flows", given),
        of_facts(visit, "topics", _told_of(visit, "education")),
    ]  # fmt: skip
    lead = word("leads", "education", count=len(counted) + len(given))
    return answer(visit, Listing("education", lead, kinds, figure_facets()))


def culture(visit: Visit) -> Answer:
    """Events and jubilees, bodies of the diaspora, people who come and go."""
    found = visit.relationship
    kinds = [
        of_facts(visit, "events", found.events), of_facts(visit, "communities", found.of_kind("community")),
        of_facts(visit, "figures", figures(visit, "migration.", "tourism.")),
        of_facts(visit, "topics", _told_of(visit, "culture")),
    ]  # fmt: skip
    lead = word("leads", "culture", count=sum(len(kind.things) for kind in kinds))
    return answer(visit, Listing("culture", lead, kinds, figure_facets()))


def aid(visit: Visit) -> Answer:
    """Help sent either way with its amounts, and orders conferred."""
    found = visit.relationship
    kinds = [
        of_facts(visit, "aid", found.of_kind("aid")), of_facts(visit, "amounts", figures(visit, "aid.")),
        of_facts(visit, "awards", found.of_kind("award")), of_facts(visit, "topics", _told_of(visit, "aid")),
    ]  # fmt: skip
    lead = word("leads", "aid", count=sum(len(kind.things) for kind in kinds))
    return answer(visit, Listing("aid", lead, kinds, figure_facets()))


def voices(visit: Visit) -> Answer:
    """Judgements by stance, each under its holder's name and in the holder's words."""
    found = visit.relationship
    stances = [*STANCES, *sorted({voice.stance for voice in found.voices} - {*STANCES})]
    told = [(voice, fact) for voice in found.voices for fact in voice.facts]

    def kind(stance: str) -> Kind:
        return Kind(
            word("groups", stance), [one for one in told if one[0].stance == stance], line,
            lambda one: rows.fact_row(found, one[1]), ("who", "name"), "voices",
            lambda one: visit.to(f"/facts/{short_id(one[1].key)}"), stance,
        )  # fmt: skip

    def line(one: tuple[Voice, Fact[Any]]) -> Line:
        voice, fact = one
        who = kazakh(voice.holder) if voice.holder else word("words", "text_itself")
        topics = ", ".join(word("topics", topic) for topic in fact.claim.topics)
        return Line(
            {
                "who": together(who, name_of_power(voice.subject) if voice.subject else None),
                "name": together(kazakh(said(found, fact.reports[0])), topics),
            },
            fact.reports,
            voice.subject or "",
        )

    facets = (
        Facet("stance", lambda one: (one[0].stance,), by_words("groups")),
        Facet("holder", lambda one: (one[0].holder or "-",), lambda key: _holder(key)),
        Facet("subject", lambda one: (one[0].subject,) if one[0].subject else (), name_of_power),
        Facet("topic", lambda one: one[1].claim.topics, by_words("topics")),
    )
    lead = word("leads", "voices", count=len(told))
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
