"""Reports joined into facts: first what says the same, then what may, where exactly one fits.

Reports with one exact key are a *saying*. Two sayings that may be one fact (`likeness.compare`) are neighbours. A
saying whose neighbours contradict each other fits several facts and stands alone, linked to them (grouping.py). This is
done in three steps: for sayings of which one only leaves things out, for those that differ in precision, and for those
told in other words. In each, whole groups must not contradict each other: no chain joins what does not belong together.

The outcome depends on the set of reports alone. A Web keeps it up: a report that comes or goes touches only the
sayings that hang together with it.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Hashable, Iterable
from functools import cache
from typing import Any, TypeVar, cast

from qatynas.model.claim import KINDS, Claim
from qatynas.relations.dates import order
from qatynas.relations.handles import handles, sought
from qatynas.relations.keys import CIRCUMSTANCES, date_of, fact_key, fullness
from qatynas.relations.likeness import Likeness, compare
from qatynas.relations.rulings import NO_RULINGS, Rulings
from qatynas.relations.settling import Settling
from qatynas.relations.values import Fact, Report

C = TypeVar("C", bound=Claim)

EXACT = "says the same"
FIRST = "says most"
PREFERRED = "preferred"

_NOBODY: frozenset[str] = frozenset()


def join(reports: Iterable[Report], rulings: Rulings = NO_RULINGS) -> tuple[Fact[Any], ...]:
    """The facts that these reports tell, by date; the same for any order of the reports."""
    web = Web(rulings)
    for report in reports:
        web.put(report)
    return web.facts()


class Web:
    """Sayings with their neighbours, and the facts that they make. rulings are people's judgements on claims."""

    def __init__(self, rulings: Rulings = NO_RULINGS) -> None:
        self.rulings = rulings
        self._reports: dict[str, dict[Report, int]] = {}
        self._first: dict[str, Report] = {}  # of each saying, the report that it is compared by
        self._claims: dict[str, Claim] = {}
        self._neighbours: dict[str, dict[str, Likeness]] = {}
        self._by_handle: dict[Hashable, set[str]] = defaultdict(set)
        self._facts: dict[str, Fact[Any]] = {}
        self._touched: set[str] = set()
        self._ruled: dict[str, set[str]] = defaultdict(set)  # of each saying, the ids that rulings speak of

    def put(self, report: Report) -> None:
        """Add a report; one that is there already counts twice until it is taken twice."""
        key = self._key(report)
        told = self._reports.setdefault(key, {})
        told[report] = told.get(report, 0) + 1
        self._touched.add(key)
        if self.rulings and self.rulings.speaks_of(report.id):
            self._ruled[key].add(report.id)
        first = self._first.get(key)
        if first is None or told_when(report) < told_when(first):
            self._stand_for(key, report)

    def take(self, report: Report) -> None:
        """Take back a report that was put."""
        key = self._key(report)
        told = self._reports[key]
        told[report] -= 1
        self._touched.add(key)
        if told[report]:
            return
        del told[report]
        if self.rulings:
            self._ruled[key].discard(report.id)
        if not told:
            self._part(key)
            del self._reports[key], self._first[key], self._claims[key]
        elif self._first[key] == report:
            self._stand_for(key, min(told, key=told_when))

    def facts(self) -> tuple[Fact[Any], ...]:
        """All facts, by date, then by what they say."""
        self._settle()
        unique = {fact.key: fact for fact in self._facts.values()}
        return tuple(sorted(unique.values(), key=fact_order))

    def _key(self, report: Report) -> str:
        key = fact_key(report.claim)
        return self.rulings.apart(key, report.id) if self.rulings else key

    def _stand_for(self, key: str, report: Report) -> None:
        """Let a saying be compared by this report: of all its reports the first, whatever order they come in."""
        known = self._first.get(key)
        self._first[key] = report
        if known is not None and look_alike(known.claim, report.claim):
            return
        if known is not None:
            self._part(key)
        self._claims[key] = report.claim
        self._meet(key)

    def _meet(self, key: str) -> None:
        """Find the neighbours of a saying."""
        claim = self._claims[key]
        mine: dict[str, Likeness] = {}
        others: set[str] = set()
        for handle in sought(claim):
            others |= self._by_handle.get(handle, _NOBODY)
        for handle in handles(claim):
            self._by_handle[handle].add(key)
        for other in others:
            alike = compare(claim, self._claims[other])
            if alike:
                mine[other] = alike
                self._neighbours[other][key] = alike.reversed()
                self._touched.add(other)
        self._neighbours[key] = mine

    def _part(self, key: str) -> None:
        for handle in handles(self._claims[key]):
            self._by_handle[handle].discard(key)
        for other in self._neighbours.pop(key):
            del self._neighbours[other][key]
            self._touched.add(other)

    def _settle(self) -> None:
        at = {number: key for key, numbers in self._ruled.items() for number in numbers}
        bound = self.rulings.bonds(at)
        settling = Settling(self._claims, self._neighbours, self.rulings, lambda key: self._ruled.get(key, _NOBODY))
        while self._touched:
            start = self._touched.pop()
            self._facts.pop(start, None)
            if start not in self._reports:
                continue
            web = settling.hanging_together(start, bound)
            self._touched -= web
            found = list(settling.groups(web, bound))
            facts = {group: self._fact(group) for group, _ in found}
            for group, near in found:
                linked = tuple(sorted(facts[other].key for other in near))
                fact = dataclasses.replace(facts[group], candidates=linked) if linked else facts[group]
                for key in group:
                    self._facts[key] = fact

    def _fact(self, group: frozenset[str]) -> Fact[Any]:
        """The fact of a group: told by its fullest report, or by the one that a person prefers."""
        reports = {report: key for key in sorted(group) for report in self._reports[key]}
        ruled = {number for key in group for number in self._ruled.get(key, ())}
        preferred = self.rulings.preferred(ruled)
        chosen = next((report for report in reports if report.id == preferred), None) if preferred else None
        first = chosen or (max(reports, key=fullest) if len(reports) > 1 else next(iter(reports)))
        key = reports[first]
        ordered = sorted(reports, key=told_when)
        told = tuple(self._explained(report, reports[report], key, first, chosen) for report in ordered)
        return Fact(key, first.claim, told, (), self.rulings.shaping(ruled))

    def _explained(self, report: Report, own: str, key: str, first: Report, chosen: Report | None) -> Report:
        link = self._neighbours[own].get(key)
        if report == first:
            why = PREFERRED if chosen else FIRST
        elif own == key:
            why = EXACT
        else:
            why = link.why if link else (self.rulings.why(report.id) if self.rulings else "") or EXACT
        return Report(report.source, report.claim, report.origin, why)


def of_kind(facts: Iterable[Fact[Claim]], kind: type[C]) -> tuple[Fact[C], ...]:
    """The facts of one kind of claim."""
    return tuple(cast("Fact[C]", fact) for fact in facts if isinstance(fact.claim, kind))


def newest(fact: Fact[Any]) -> tuple[int, str]:
    """A key that sorts facts by the date of their newest report (its last day), then by what they say."""
    dated = (order(report.claim.published)[1].toordinal() for report in fact.reports if report.claim.published)
    return max(dated, default=0), fact.key


def fact_order(fact: Fact[Any]) -> tuple[Any, ...]:
    """A key that sorts facts by the date of what happened, figures last, then by what they say."""
    return order(None if fact.claim.kind == "figure" else date_of(fact.claim)), fact.key


def fullest(report: Report) -> tuple[Any, ...]:
    """A key by which the report that says most of its fact comes last."""
    return *fullness(report.claim), *told_when(report)


def told_when(report: Report) -> tuple[Any, ...]:
    """A key that sorts reports by the dates of their documents."""
    claim = report.claim
    return order(claim.published), claim.document, report.source, claim.span, claim.quote


def look_alike(one: Claim, other: Claim) -> bool:
    """Whether two claims of one saying are alike in all that claims are compared by: one may be planned, one done."""
    return all(getattr(one, name) == getattr(other, name) for name in _compared(one.kind))


@cache
def _compared(kind: str) -> tuple[str, ...]:
    return tuple(f.name for f in dataclasses.fields(KINDS[kind]) if f.name not in CIRCUMSTANCES or f.name == "speaker")
