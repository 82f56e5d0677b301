"""Education, culture and diaspora, aid and awards."""

from __future__ import annotations

from qatynas.model.claim import Aid, Award, Community, Event, Figure
from qatynas.publish.figures import COLUMNS, figure_lines, flow
from qatynas.publish.labels import counted, label, state
from qatynas.publish.parts import Line, Section, group, kazakh, note_of, together
from qatynas.publish.sections.economy import TREND_COLUMNS, trend_lines
from qatynas.publish.sections.flows import SOCIAL, exchange_line
from qatynas.publish.writing import date_words
from qatynas.relations import Fact, Relationship, of_kind


def education(relationship: Relationship) -> Section:
    """Students and grants both ways, with what is regularly given."""
    figures = of_kind(relationship.facts, Figure)
    students = [fact for fact in figures if fact.claim.indicator == "education.students"]
    grants = [fact for fact in figures if fact.claim.indicator == "education.grants"]
    given = [fact for fact in relationship.exchanges if fact.claim.commodity in SOCIAL]
    trends = trend_lines(relationship.standing["trend"], ("education.",))
    groups = (
        group("students", figure_lines(students), COLUMNS),
        group(
            "grants",
            [*map(exchange_line, given), *figure_lines(grants)],
            ("period", "name", "value", "status", "detail"),
        ),
        group("trends", trends, TREND_COLUMNS),
    )
    count = len(students) + len(grants) + len(given) + len(trends)
    return Section("education", label("sections/education", "lead", count=count) if count else "", groups)


def culture(relationship: Relationship) -> Section:
    """Events and jubilees, and the bodies of the diaspora with what they grew out of."""
    communities = of_kind(relationship.facts, Community)
    figures = of_kind(relationship.facts, Figure)
    people = [fact for fact in figures if fact.claim.indicator.startswith(("migration.", "tourism."))]
    columns = ("date", "name", "detail")
    groups = (
        group("events", map(event_line, relationship.events), ("date", "name", "status", "detail")),
        group("communities", map(community_line, communities), columns),
        group("other_figures", figure_lines(people), COLUMNS),
    )
    told = counted("culture", events=len(relationship.events), communities=len(communities), figures=len(people))
    return Section("culture", label("sections/culture", "lead", told=told) if told else "", groups)


def aid(relationship: Relationship) -> Section:
    """Help sent either way with its amounts, and orders conferred."""
    given, awards = of_kind(relationship.facts, Aid), of_kind(relationship.facts, Award)
    amounts = [fact for fact in of_kind(relationship.facts, Figure) if fact.claim.indicator.startswith("aid.")]
    groups = (
        group("aid", map(aid_line, given), ("date", "name", "detail")),
        group("amounts", figure_lines(amounts), COLUMNS),
        group("awards", map(award_line, awards), ("date", "name", "detail")),
    )
    told = counted("aid", aid=len(given), amounts=len(amounts), awards=len(awards))
    return Section("aid", label("sections/aid", "lead", told=told) if told else "", groups)


def event_line(fact: Fact[Event]) -> Line:
    claim = fact.claim
    return Line(
        cells={
            "date": date_words(claim.date, short=True) or label("words", "no_date"),
            "name": kazakh(claim.name) or label("types", claim.type),
            "status": together(
                label("frequencies", claim.recurrence),
                label("statuses", claim.status) if claim.status == "planned" else None,
            ),
            "detail": together(
                label("types", claim.type) if claim.name else None, kazakh(claim.place.name) if claim.place else None
            ),
        },
        reports=fact.reports,
        mark="planned" if claim.status == "planned" else "",
        note=note_of(fact),
    )


def community_line(fact: Fact[Community]) -> Line:
    claim = fact.claim
    where = claim.place
    return Line(
        cells={
            "date": date_words(claim.date, short=True) or label("words", "no_date"),
            "name": kazakh(claim.name),
            "detail": together(
                kazakh(where.name) if where and where.name else None,
                state(where.country) if where else None,
                label("words", "succeeds", name=kazakh(claim.succeeds)) if claim.succeeds else None,
            ),
        },
        reports=fact.reports,
        side=where.country or "" if where else "",
    )


def aid_line(fact: Fact[Aid]) -> Line:
    claim = fact.claim
    return Line(
        cells={
            "date": date_words(claim.date, short=True) or label("words", "no_date"),
            "name": flow(claim.from_, claim.to) or label("groups", "aid"),
            "detail": kazakh(claim.purpose),
        },
        reports=fact.reports,
        side=claim.from_ or "",
        mark="planned" if claim.status == "planned" else "",
        note=note_of(fact),
    )


def award_line(fact: Fact[Award]) -> Line:
    claim = fact.claim
    return Line(
        cells={
            "date": date_words(claim.date, short=True) or label("words", "no_date"),
            "name": together(
                kazakh(claim.name), label("words", "degree", degree=claim.degree) if claim.degree else None
            ),
            "detail": together(
                label("words", "to", to=kazakh(claim.to)) if claim.to else None,
                label("words", "conferred_by", by=kazakh(claim.by)) if claim.by else None,
            ),
        },
        reports=fact.reports,
        note=note_of(fact),
    )
