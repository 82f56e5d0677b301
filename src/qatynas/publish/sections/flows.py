"""Water and electricity: what each side gives in which season, and every figure of both."""

from __future__ import annotations

from qatynas.model.claim import Exchange, Figure
from qatynas.publish.figures import COLUMNS, figure_lines, flow
from qatynas.publish.labels import counted, label
from qatynas.publish.parts import Line, Section, group, kazakh, together
from qatynas.publish.pictures.cycle import cycle
from qatynas.publish.sections.economy import TREND_COLUMNS, trend_lines
from qatynas.publish.sides import sides
from qatynas.relations import Fact, Relationship, of_kind

SOCIAL = ("education.grants", "students")
"""Exchanges that stand under education."""


def exchange(relationship: Relationship) -> Section:
    """The yearly cycle as a picture, then flows and figures."""
    flows = [fact for fact in relationship.exchanges if fact.claim.commodity not in SOCIAL]
    figures = of_kind(relationship.facts, Figure)
    water = [fact for fact in figures if fact.claim.indicator.startswith("water.")]
    energy = [fact for fact in figures if fact.claim.indicator.startswith("energy.")]
    groups = (
        group("flows", map(exchange_line, flows), ("name", "status", "detail")),
        group("water", figure_lines(water), COLUMNS),
        group("energy", figure_lines(energy), COLUMNS),
        group("trends", trend_lines(relationship.standing["trend"], ("water.", "energy.")), TREND_COLUMNS),
    )
    told = counted("exchange", flows=len(flows), figures=len(water) + len(energy))
    lead = label("sections/exchange", "lead", told=told) if told else ""
    return Section("exchange", lead, groups, cycle(relationship, sides(relationship.pair)))


def exchange_line(fact: Fact[Exchange]) -> Line:
    """One flow: what, from whom to whom, when."""
    claim = fact.claim
    return Line(
        cells={
            "name": together(label("commodities", claim.commodity), flow(claim.from_, claim.to)),
            "status": together(
                label("seasons", claim.season),
                label("frequencies", claim.recurrence),
                label("statuses", claim.status) if claim.status == "planned" else None,
            ),
            "detail": kazakh(claim.purpose),
        },
        reports=fact.reports,
        side=claim.from_ or "",
        mark="planned" if claim.status == "planned" else "",
    )
