"""What lies ahead, out of the facts that are kept up: those alone that the results are made of, once for each state."""

from __future__ import annotations

from dataclasses import dataclass

from qatynas.model.claim import Claim
from qatynas.model.finding import Finding
from qatynas.publish.ahead.found import Ahead, look
from qatynas.publish.pictures.marks import TRADE
from qatynas.relations import Relationship
from qatynas.serve.visit import Visit

MOST = 300  # numbers of one series, and facts of each sort, the newest
REPORTS = 6  # of each fact
CLAIMED = ("trade.commodity_lines", "trade.export_potential")
WATERS = ("water.volume", "water.share")


@dataclass(frozen=True, slots=True)
class Looked:
    """The results, with the relationship that holds the facts that they were made of, the findings that narrow their
    numbers, and the claims of targets."""

    relationship: Relationship
    narrowing: list[Finding]
    ahead: Ahead
    targets: dict[str, Claim]


def looked(visit: Visit) -> Looked:
    """The results for the state that a visit sees."""
    known: list[Looked] = visit.state.looked
    if not known:
        made = _relationship(visit)
        narrowing = visit.told.narrowing(lambda code: code in TRADE)
        before: Looked | None = next(iter(visit.state.looked_before), None)
        if before and _is_same(before, made, narrowing):
            known.append(before)
            return before
        ahead = look(made, narrowing)
        wanted = {one.claim for one in ahead.chances}
        targets = {one.id: one.claim for fact in made.facts for one in fact.reports if one.id in wanted}
        known.append(Looked(made, narrowing, ahead, targets))
    return known[0]


def _is_same(before: Looked, made: Relationship, narrowing: list[Finding]) -> bool:
    """Whether results stand that were worked out for a state before: most of what people judge changes none of them."""
    known = before.relationship
    if known.as_of != made.as_of or before.narrowing != narrowing:
        return False
    return _told(known) == _told(made)


def _told(relationship: Relationship) -> dict[str, tuple[Claim, frozenset[str], int]]:
    """What facts say and who tells them, whatever order reports came in."""
    return {
        fact.key: (fact.claim, frozenset(report.id for report in fact.reports), fact.more)
        for fact in relationship.facts
    }


def _relationship(visit: Visit) -> Relationship:
    """The relationship with the facts alone that something ahead is made of."""
    told, facts = visit.told, visit.told.facts
    series = [(head, number) for (head, _), (number, _) in told.heads().items() if head.indicator in (*TRADE, *CLAIMED)]
    numbers = [fact for head, one in series if not head.product for fact in told.kept.of_series(one, MOST)]
    figures = told.of_kind("figure")
    masks = [figures & facts.having("indicator", code) for code in WATERS]
    for mask in (*masks, told.of_kind("goods"), told.of_kind("project")):
        numbers += told.pick(mask).numbers(MOST)
    found = told.read(list(dict.fromkeys(numbers)), REPORTS)
    return told.kept.partly(found, sources=visit.relationship.sources)
