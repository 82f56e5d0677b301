"""Investment, the exchange of water and electricity, and projects."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qatynas.model.claim import Figure
from qatynas.publish.pictures.cycle import cycle
from qatynas.publish.sections.economy import work_line
from qatynas.publish.sides import sides
from qatynas.relations import Work, of_kind, order, rows
from qatynas.relations.rows import short_id
from qatynas.serve.listing import Facet, Kind, Listing, answer, asked_by, by_words, years_of
from qatynas.serve.page import NUMBER, PAIR, Answer, Page
from qatynas.serve.pages.order import date_of_fact, of_facts
from qatynas.serve.visit import Visit
from qatynas.serve.words import word

SOCIAL = ("education.grants", "students")
FIGURES = ("indicator", "side", "year", "status")


def figures(visit: Visit, *beginnings: str) -> list[Any]:
    """Facts of figures whose indicators begin so, the newest period first."""
    found = [fact for fact in of_kind(visit.relationship.facts, Figure) if fact.claim.indicator.startswith(beginnings)]
    return sorted(found, key=lambda fact: (bool(fact.claim.period), order(fact.claim.period)), reverse=True)


def of_field(*names: str) -> Callable[[Any], tuple[str, ...]]:
    """The words of a fact's claim under the first of these fields that it has."""

    def words(thing: Any) -> tuple[str, ...]:
        claim = getattr(thing, "claim", None)
        return next(((said,) for name in names if isinstance(said := getattr(claim, name, None), str) and said), ())

    return words


def figure_facets() -> tuple[Facet, ...]:
    """How figures and what stands beside them are narrowed."""
    return (
        Facet("indicator", of_field("indicator", "commodity"), _indicator),
        Facet("side", of_field("from_"), by_words("states")),
        Facet("year", lambda fact: years_of(date_of_fact(fact)) if hasattr(fact, "claim") else (), by_word=True),
        Facet("status", of_field("status"), by_words("marks")),
    )


def _indicator(code: str) -> str:
    return word("commodities" if "." not in code else "indicators", code)


def investment(visit: Visit) -> Answer:
    """Capital each way, enterprises and joint projects."""
    found = figures(visit, "investment.", "enterprises.", "projects.")
    trends = [f for f in visit.relationship.of_kind("trend") if f.claim.indicator.startswith("investment.")]  # type: ignore[attr-defined]
    kinds = [of_facts(visit, "figures", found), of_facts(visit, "trends", trends)]
    return answer(visit, Listing("investment", word("leads", "investment", count=len(found)), kinds, figure_facets()))


def exchanges(visit: Visit) -> Answer:
    """The year's exchange as a picture, its arrangements, and every figure of water and energy."""
    found = visit.relationship
    flows = [fact for fact in found.exchanges if fact.claim.commodity not in SOCIAL]
    counted = figures(visit, "water.", "energy.")
    kinds = [of_facts(visit, "flows", flows), of_facts(visit, "figures", counted)]
    lead = word("leads", "exchanges", flows=len(flows), figures=len(counted))
    listing = Listing("exchanges", lead, kinds, figure_facets(), cycle(found, sides(found.pair)))
    return answer(visit, listing)


def work_row(visit: Visit, work: Work) -> dict[str, Any]:
    """A joint work as JSON types."""
    found = visit.relationship
    return {
        "names": list(work.names),
        "stages": rows.fact_rows(found, work.stages),
        "figures": rows.fact_rows(found, work.figures),
        "due_dates": list(work.due_dates),
    }


def projects(visit: Visit) -> Answer:
    """Joint works with their stages and costs, then figures of transport and cost that stand alone."""
    found = visit.relationship
    attached = {figure.key for work in found.works for figure in work.figures}
    loose = [fact for fact in figures(visit, "project.", "transport.") if fact.key not in attached]
    works = Kind(
        word("groups", "stages"), found.works, work_line, lambda work: work_row(visit, work),
        ("date", "name", "status", "detail"), "timeline",
        lambda work: visit.to(f"/facts/{short_id(work.stages[-1].key)}"), "stages",
    )  # fmt: skip
    facets = (
        Facet("stage", lambda one: (_stage(one),) if isinstance(one, Work) else (), by_words("stages")),
        Facet("year", _years, by_word=True),
        Facet("country", _countries, by_words("states")),
    )
    kinds = [works, of_facts(visit, "figures", loose)]
    return answer(visit, Listing("projects", word("leads", "projects", count=len(found.works)), kinds, facets))


def _stage(work: Work) -> str:
    return work.stages[-1].claim.stage or "planned"


def _years(one: Any) -> set[str]:
    stages = one.stages if isinstance(one, Work) else (one,)
    return {year for stage in stages for year in years_of(date_of_fact(stage))}


def _countries(one: Any) -> set[str]:
    places = (stage.claim.place for stage in one.stages) if isinstance(one, Work) else ()
    return {place.country for place in places if place and place.country}


PAGES = (
    Page("/investment", "investment", investment, "Investment both ways", (PAIR, NUMBER, *asked_by(*FIGURES))),
    Page("/exchanges", "exchanges", exchanges, "Water and electricity through the year",
         (PAIR, NUMBER, *asked_by(*FIGURES))),
    Page("/projects", "projects", projects, "Projects and border works",
         (PAIR, NUMBER, *asked_by("stage", "year", "country"))),
)  # fmt: skip
