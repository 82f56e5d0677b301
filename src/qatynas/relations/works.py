"""Joint projects: their stages, what they cost, and the days they were to be ready by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from qatynas.model.claim import Claim, Figure, Project
from qatynas.relations.dates import order
from qatynas.relations.grouping import alike_together
from qatynas.relations.histories import Work
from qatynas.relations.joining import of_kind
from qatynas.relations.keys import digest
from qatynas.relations.labels import COST
from qatynas.relations.named import Spoken, one_work, spots
from qatynas.relations.names import is_telling, naming, stems
from qatynas.relations.values import Fact


def works(facts: Sequence[Fact[Claim]]) -> tuple[Work, ...]:
    """Projects under all their names, their stages in order of date, with the figures whose subject they are."""
    stages = {fact.key: fact for fact in of_kind(facts, Project)}

    def is_one(one: str, other: str) -> bool:
        return one_work(_spoken(stages[one]), _spoken(stages[other]))

    groups = alike_together(
        stages,
        lambda key: _spoken(stages[key]),
        lambda key: stems(stages[key].claim.name),
        is_one,
    )
    figures: dict[tuple[str, ...], dict[str, Fact[Figure]]] = defaultdict(dict)
    for fact in of_kind(facts, Figure):
        if fact.claim.subject:
            figures[stems(fact.claim.subject)][fact.key] = fact

    def told_of(named: Iterable[tuple[str, ...]]) -> Iterable[Fact[Figure]]:
        return (fact for name in named for fact in figures.get(name, {}).values())

    found = [work_of([stages[key] for key in group], told_of) for group in groups]
    return tuple(sorted(found, key=_by_last_stage))


def _by_last_stage(work: Work) -> tuple[tuple[date, date], tuple[str, ...], tuple[str, ...], bytes]:
    first, last, _ = order(work.stages[-1].claim.date)
    return (first, last), work.names, spots(map(_spoken, work.stages)), digest(work.stages[0].key)


def _spoken(fact: Fact[Project]) -> Spoken:
    return fact.claim.name, fact.claim.place


def work_of(
    stages: list[Fact[Project]],
    told_of: Callable[[Iterable[tuple[str, ...]]], Iterable[Fact[Figure]]],
    names: tuple[str, ...] = (),
    more: int = 0,
) -> Work:
    """The work of these stages; told_of gives the figures whose subject is one of some names (their stems). names are
    all that it goes by and more its older stages, where these are not all."""
    stages = sorted(stages, key=lambda fact: (order(fact.claim.date), fact.key))
    told_names = (report.claim.name for fact in stages for report in fact.reports if isinstance(report.claim, Project))
    names = names or naming(told_names)
    told = {fact.key: fact for fact in told_of({stems(name) for name in names if is_telling(name)})}
    mine = sorted(told.values(), key=lambda fact: fact.key)  # the order of figures among facts
    costs = [fact for fact in mine if fact.claim.indicator == COST]
    return Work(names, tuple(stages), tuple(mine), tuple(costs), _due_dates(stages), more)


def _due_dates(stages: Sequence[Fact[Project]]) -> tuple[str, ...]:
    """The days that plans named, each once, in the order of the documents."""
    told = [report for fact in stages for report in fact.reports]
    told.sort(key=lambda report: (order(report.claim.published), report.source, report.claim.span))
    dates = (report.claim.date for report in told if isinstance(report.claim, Project) and report.claim.stage != "done")
    return tuple(dict.fromkeys(date for date in dates if date))
