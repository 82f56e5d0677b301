"""Joint projects: their stages, what they cost, and the days they were to be ready by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from qatynas.model.claim import Claim, Figure, Project
from qatynas.relations.aspects import Verdict, names_agree, places_agree
from qatynas.relations.dates import order
from qatynas.relations.grouping import alike_together
from qatynas.relations.histories import Work
from qatynas.relations.joining import of_kind
from qatynas.relations.names import is_telling, naming, stems
from qatynas.relations.values import Fact

_COST = "project.cost"


def works(facts: Sequence[Fact[Claim]]) -> tuple[Work, ...]:
    """Projects under all their names, their stages in order of date, with the figures whose subject they are."""
    stages = {fact.key: fact for fact in of_kind(facts, Project)}

    def is_one(one: str, other: str) -> bool:
        return _is_one(stages[one].claim, stages[other].claim)

    groups = alike_together(
        stages,
        lambda key: (stages[key].claim.name, stages[key].claim.place),
        lambda key: stems(stages[key].claim.name),
        is_one,
    )
    figures: dict[tuple[str, ...], dict[str, Fact[Figure]]] = defaultdict(dict)
    for fact in of_kind(facts, Figure):
        if fact.claim.subject:
            figures[stems(fact.claim.subject)][fact.key] = fact
    found = [_work([stages[key] for key in group], figures) for group in groups]
    return tuple(sorted(found, key=lambda work: (order(work.stages[-1].claim.date), work.names, work.stages[0].key)))


def _is_one(one: Project, other: Project) -> bool:
    """Whether two claims name one work: like names, no two places."""
    return (
        names_agree(one.name, other.name) in (Verdict.SAME, Verdict.LIKE)
        and places_agree(one.place, other.place) is not Verdict.CLASH
    )


def _work(stages: list[Fact[Project]], figures: Mapping[tuple[str, ...], Mapping[str, Fact[Figure]]]) -> Work:
    stages = sorted(stages, key=lambda fact: (order(fact.claim.date), fact.key))
    names = naming(report.claim.name for fact in stages for report in fact.reports if isinstance(report.claim, Project))
    named = {stems(name) for name in names if is_telling(name)}
    told = {fact.key: fact for name in named for fact in figures.get(name, {}).values()}
    mine = sorted(told.values(), key=lambda fact: fact.key)  # the order of figures among facts
    costs = [fact for fact in mine if fact.claim.indicator == _COST]
    return Work(names, tuple(stages), tuple(mine), tuple(costs), _due_dates(stages))


def _due_dates(stages: Sequence[Fact[Project]]) -> tuple[str, ...]:
    """The days that plans named, each once, in the order of the documents."""
    told = [report for fact in stages for report in fact.reports]
    told.sort(key=lambda report: (order(report.claim.published), report.source, report.claim.span))
    dates = (report.claim.date for report in told if isinstance(report.claim, Project) and report.claim.stage != "done")
    return tuple(dict.fromkeys(date for date in dates if date))
