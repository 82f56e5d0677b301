"""Investment, the exchange of water and electricity, and projects."""

from __future__ import annotations

from typing import Any

from qatynas.publish.pictures.cycle import cycle
from qatynas.publish.sections.economy import work_line
from qatynas.publish.sides import sides
from qatynas.relations import Work, rows
from qatynas.relations.rows import short_id
from qatynas.serve.listing import Facet, Kind, Listing, answer, asked_by, by_words, years_of
from qatynas.serve.page import NUMBER, PAIR, Answer, Page
from qatynas.serve.pages.order import of_facts
from qatynas.serve.tally import Picked
from qatynas.serve.visit import Visit
from qatynas.serve.words import word

SOCIAL = ("education.grants", "students")
DRAWN = 400  # arrangements that the picture of the year is made of, the newest
MOST_WORKS = 300  # works that are put together to be narrowed; of more the stages are listed one by one
FIGURES = ("indicator", "side", "year", "status")


def figures(visit: Visit, *beginnings: str, kind: str = "figure") -> Picked:
    """Facts of figures (or trends) whose indicators begin so, the newest period first."""
    told = visit.told
    mine = told.facts.having_any("indicator", lambda code: code.startswith(beginnings))
    return told.pick(told.of_kind(kind) & mine)


def given(visit: Visit, *, social: bool) -> Picked:
    """What one side gives the other: grants and students, or all else."""
    told = visit.told
    mine = told.facts.having_any("indicator", lambda code: (code in SOCIAL) is social)
    return told.pick(told.of_kind("exchange") & mine)


def figure_facets() -> tuple[Facet, ...]:
    """How figures and what stands beside them are narrowed."""
    return (
        Facet("indicator", named=_indicator),
        Facet("side", named=by_words("states")),
        Facet("year", by_word=True),
        Facet("status", named=by_words("marks")),
    )


def _indicator(code: str) -> str:
    return word("commodities" if "." not in code else "indicators", code)


def investment(visit: Visit) -> Answer:
    """Capital each way, enterprises and joint projects."""
    found = figures(visit, "investment.", "enterprises.", "projects.")
    trends = figures(visit, "investment.", kind="trend")
    kinds = [of_facts(visit, "figures", found), of_facts(visit, "trends", trends)]
    return answer(visit, Listing("investment", word("leads", "investment", count=found.count), kinds, figure_facets()))


def exchanges(visit: Visit) -> Answer:
    """The year's exchange as a picture, its arrangements, and every figure of water and energy."""
    flows, counted = given(visit, social=False), figures(visit, "water.", "energy.")
    kinds = [of_facts(visit, "flows", flows), of_facts(visit, "figures", counted)]
    lead = word("leads", "exchanges", flows=flows.count, figures=counted.count)
    drawn = visit.told.kept.partly((), exchanges=tuple(visit.told.read(flows.numbers(DRAWN), 1)))
    listing = Listing("exchanges", lead, kinds, figure_facets(), cycle(drawn, sides(drawn.pair)))
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
    things = visit.told.kept.things
    count = things.works(0).count
    if count > MOST_WORKS:
        return _stages(visit, count)
    loose = figures(visit, "project.", "transport.")
    told = things.works().items
    works = Kind(
        word("groups", "stages"), told, work_line, lambda work: work_row(visit, work),
        ("date", "name", "status", "detail"), "timeline",
        lambda work: visit.to(f"/facts/{short_id(work.stages[-1].key)}"), "stages",
    )  # fmt: skip
    facets = (
        Facet("stage", lambda work: (_stage(work),), by_words("stages")),
        Facet("year", _years, by_word=True),
        Facet("country", _countries, by_words("states")),
    )
    kinds = [works, of_facts(visit, "figures", loose)]
    return answer(visit, Listing("projects", word("leads", "projects", count=count), kinds, facets))


def _stages(visit: Visit, count: int) -> Answer:
    """Of so many works that they are listed stage by stage."""
    told = visit.told
    kinds = [
        of_facts(visit, "stages", told.pick(told.of_kind("project")), "timeline"),
        of_facts(visit, "figures", figures(visit, "project.", "transport.")),
    ]
    facets = (
        Facet("stage", named=by_words("stages")),
        Facet("year", by_word=True),
        Facet("country", named=by_words("states")),
    )
    return answer(visit, Listing("projects", word("leads", "projects", count=count), kinds, facets))


def _stage(work: Work) -> str:
    return work.stages[-1].claim.stage or "planned"


def _years(work: Work) -> set[str]:
    return {year for stage in work.stages for year in years_of(stage.claim.date)}


def _countries(work: Work) -> set[str]:
    places = (stage.claim.place for stage in work.stages)
    return {place.country for place in places if place and place.country}


PAGES = (
    Page("/investment", "investment", investment, "Investment both ways", (PAIR, NUMBER, *asked_by(*FIGURES))),
    Page("/exchanges", "exchanges", exchanges, "Water and electricity through the year",
         (PAIR, NUMBER, *asked_by(*FIGURES))),
    Page("/projects", "projects", projects, "Projects and border works",
         (PAIR, NUMBER, *asked_by("stage", "year", "country"))),
)  # fmt: skip
