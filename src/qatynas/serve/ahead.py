"""What lies ahead, out of the facts that are kept up: those alone that the results are made of, once for each state."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from qatynas.model.claim import Claim
from qatynas.model.finding import Finding
from qatynas.publish.ahead.found import Ahead, look
from qatynas.publish.pictures.marks import TRADE
from qatynas.relations import Fact, Relationship
from qatynas.serve.visit import Visit

MOST = 300  # numbers of one series, and facts of each sort, the newest
REPORTS = 6  # of each fact
CLAIMED = ("trade.commodity_lines", "trade.export_potential")
WATERS = ("water.volume", "water.share")


@dataclass(frozen=True, slots=True)
class Looked:
    """The results, with the relationship that holds the facts that they were made of, the findings that narrow their
    numbers, and the claims of targets. facts are the same by their numbers, kept up to until."""

    facts: dict[int, Fact[Any]]
    until: int
    relationship: Relationship
    narrowing: list[Finding]
    ahead: Ahead
    targets: dict[str, Claim]


def looked(visit: Visit) -> Looked:
    """The results for the state that a visit sees."""
    known: list[Looked] = visit.state.looked
    if not known:
        known.append(_looked(visit, next(iter(visit.state.looked_before), None)))
    return known[0]


def _looked(visit: Visit, before: Looked | None) -> Looked:
    """The results; those for a state before where they stand: most of what people judge changes none of them."""
    kept, until = visit.told.kept, visit.state.until
    narrowing = visit.told.narrowing(lambda code: code in TRADE)
    facts = _facts(visit, before)
    if before and before.relationship.as_of == visit.state.as_of and before.narrowing == narrowing:
        held = before.facts
        if held.keys() == facts.keys() and all(_says_the_same(held[number], facts[number]) for number in facts):
            return replace(before, facts=facts, until=until)
    made = kept.partly(facts.values(), sources=visit.relationship.sources)
    ahead = look(made, narrowing)
    wanted = {one.claim for one in ahead.chances}
    targets = {one.id: one.claim for fact in made.facts for one in fact.reports if one.id in wanted}
    return Looked(facts, until, made, narrowing, ahead, targets)


def _facts(visit: Visit, before: Looked | None) -> dict[int, Fact[Any]]:
    """The facts by their numbers; those that did not change since are not read again."""
    numbers = _numbers(visit)
    held = dict(before.facts) if before else {}
    for number in visit.told.kept.changes(before.until).facts if before else ():
        held.pop(number, None)
    held |= visit.told.kept.by_number([number for number in numbers if number not in held], REPORTS)
    return {number: held[number] for number in numbers if number in held}


def _says_the_same(one: Fact[Any], other: Fact[Any]) -> bool:
    """Whether a fact stayed what it was, whatever order its reports came in."""
    if one is other:
        return True
    told = ({(report.source, report.claim) for report in fact.reports} for fact in (one, other))
    return (one.claim, one.more) == (other.claim, other.more) and next(told) == next(told)


def _numbers(visit: Visit) -> list[int]:
    """The facts alone that something ahead is made of."""
    told, facts = visit.told, visit.told.facts
    series = [(head, number) for (head, _), (number, _) in told.heads().items() if head.indicator in (*TRADE, *CLAIMED)]
    numbers = [fact for head, one in series if not head.product for fact in told.kept.of_series(one, MOST)]
    figures = told.of_kind("figure")
    masks = [figures & facts.having("indicator", code) for code in WATERS]
    for mask in (*masks, told.of_kind("goods"), told.of_kind("project")):
        numbers += told.pick(mask).numbers(MOST)
    return list(dict.fromkeys(numbers))
