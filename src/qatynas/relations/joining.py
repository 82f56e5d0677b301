"""Reports joined into facts: first what says the same, then what may, where exactly one fits.

Reports with one exact key are a *saying*. Two sayings that may be one fact (`likeness.compare`) are neighbours. A
saying whose neighbours contradict each other fits several facts and stands alone, linked to them (grouping.py). This is
done in three steps: for sayings of which one only leaves things out, for those that differ in precision, and for those
told in other words. In each, whole groups must not contradict each other: no chain joins what does not belong together.

The outcome depends on the set of reports alone. A Web keeps it up: a report that comes or goes touches only the
sayings that hang together with it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Any, TypeVar, cast

from qatynas.model.claim import Claim
from qatynas.relations.dates import order
from qatynas.relations.grouping import fit_together
from qatynas.relations.handles import handles, sought
from qatynas.relations.keys import date_of, fact_key, fullness
from qatynas.relations.likeness import COARSELY, EXACTLY, WORDILY, Likeness, compare, contradict
from qatynas.relations.rulings import NO_RULINGS, Rulings
from qatynas.relations.values import Fact, Report

C = TypeVar("C", bound=Claim)

EXACT = "says the same"
FIRST = "says most"
PREFERRED = "preferred"

Group = frozenset[str]
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
        self._claims: dict[str, Claim] = {}
        self._neighbours: dict[str, dict[str, Likeness]] = {}
        self._by_handle: dict[Hashable, set[str]] = defaultdict(set)
        self._facts: dict[str, Fact[Any]] = {}
        self._touched: set[str] = set()

    def put(self, report: Report) -> None:
        """Add a report; one that is there already counts twice until it is taken twice."""
        key = self._key(report)
        told = self._reports.get(key)
        if told is None:
            told = self._reports[key] = {}
            self._claims[key] = report.claim
            self._meet(key)
        told[report] = told.get(report, 0) + 1
        self._touched.add(key)

    def take(self, report: Report) -> None:
        """Take back a report that was put."""
        key = self._key(report)
        told = self._reports[key]
        told[report] -= 1
        if not told[report]:
            del told[report]
        self._touched.add(key)
        if not told:
            self._part(key)

    def facts(self) -> tuple[Fact[Any], ...]:
        """All facts, by date, then by what they say."""
        self._settle()
        unique = {fact.key: fact for fact in self._facts.values()}
        return tuple(sorted(unique.values(), key=lambda fact: (order(_event_date(fact.claim)), fact.key)))

    def _key(self, report: Report) -> str:
        key = fact_key(report.claim)
        return self.rulings.apart(key, report) if self.rulings else key

    def _meet(self, key: str) -> None:
        """Find the neighbours of a new saying."""
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
        self._neighbours[key] = mine

    def _part(self, key: str) -> None:
        for handle in handles(self._claims[key]):
            self._by_handle[handle].discard(key)
        for other in self._neighbours.pop(key):
            del self._neighbours[other][key]
            self._touched.add(other)
        del self._reports[key], self._claims[key]

    def _settle(self) -> None:
        bound = self.rulings.bonds(self._reports) if self.rulings else {}
        while self._touched:
            start = self._touched.pop()
            self._facts.pop(start, None)
            if start not in self._reports:
                continue
            web = self._hanging_together(start, bound)
            self._touched -= web
            for fact, members in self._facts_of(web, bound):
                for key in members:
                    self._facts[key] = fact

    def _hanging_together(self, start: str, bound: dict[str, set[str]]) -> set[str]:
        found, waiting = {start}, [start]
        while waiting:
            key = waiting.pop()
            for other in (*self._neighbours[key], *bound.get(key, ())):
                if other not in found:
                    found.add(other)
                    waiting.append(other)
        return found

    def _facts_of(self, web: set[str], bound: dict[str, set[str]]) -> list[tuple[Fact[Any], Group]]:
        groups = _bound_groups(web, bound)
        several: dict[str, set[str]] = {}
        for step in (EXACTLY, COARSELY, WORDILY):
            groups, several = self._joined(groups, step)
        home = {key: group for group in groups for key in group}
        facts = {group: self._fact(group) for group in groups}
        found = []
        for group, fact in facts.items():
            near = {home[other] for key in group for other in several.get(key, ())} - {group}
            linked = tuple(sorted(facts[other].key for other in near))
            found.append((_with_candidates(fact, linked), group))
        return found

    def _joined(self, groups: list[Group], step: int) -> tuple[list[Group], dict[str, set[str]]]:
        """Groups that agree with each other made one; and, of sayings that fit several groups, what they fit."""
        home = {key: group for group in groups for key in group}
        near = {group: self._near(group, home, step) for group in groups}
        parts, alone = fit_together(near, self._contradict, self._is_coarser)
        several = {key: {other for mate in near[group] for other in mate} for group in alone for key in group}
        return [frozenset().union(*part) for part in parts], several

    def _near(self, group: Group, home: dict[str, Group], step: int) -> set[Group]:
        """The groups that may be one fact with this one: some saying speaks for it and none against."""
        links = {home[other] for key in group for other, alike in self._neighbours[key].items()
                 if other in home and alike.step <= step} - {group}  # fmt: skip
        return {other for other in links if not self._contradict(group, other)}

    def _is_coarser(self, group: Group, other: Group) -> bool:
        """Whether all that links two groups says that the first is the coarser."""
        links = [self._neighbours[one][two] for one in group for two in other if two in self._neighbours[one]]
        return bool(links) and all(link.coarser and not link.finer for link in links)

    def _contradict(self, group: Group, other: Group) -> bool:
        """Whether a saying of one contradicts one of the other; what people joined or parted is so."""
        if self.rulings:
            if not self.rulings.may(self._of(group), self._of(other)):
                return True
            if self.rulings.binds(self._of(group)) or self.rulings.binds(self._of(other)):
                return all(contradict(self._claims[one], self._claims[two]) for one in group for two in other)
        return any(
            two not in self._neighbours[one] and contradict(self._claims[one], self._claims[two])
            for one in group
            for two in other
        )

    def _of(self, group: Group) -> list[Report]:
        return [report for key in sorted(group) for report in self._reports[key]]

    def _fact(self, group: Group) -> Fact[Any]:
        """The fact of a group: told by its fullest report, or by the one that a person prefers."""
        reports = self._of(group)
        chosen = self.rulings.preferred(reports) if self.rulings else None
        first = chosen or max(reports, key=_fullest)
        key = self._key(first)
        ordered = sorted((self._explained(report, key, first, chosen) for report in reports), key=_told_when)
        judged = self.rulings.shaping(reports) if self.rulings else ()
        return Fact(key, first.claim, tuple(ordered), (), judged)

    def _explained(self, report: Report, key: str, first: Report, chosen: Report | None) -> Report:
        own = self._key(report)
        if report == first:
            why = PREFERRED if chosen else FIRST
        elif own == key:
            why = EXACT
        else:
            link = self._neighbours[own].get(key)
            why = link.why if link else (self.rulings.why(report) if self.rulings else "") or EXACT
        return Report(report.source, report.claim, report.origin, why)


def of_kind(facts: Iterable[Fact[Claim]], kind: type[C]) -> tuple[Fact[C], ...]:
    """The facts of one kind of claim."""
    return tuple(cast("Fact[C]", fact) for fact in facts if isinstance(fact.claim, kind))


def newest(fact: Fact[Any]) -> tuple[int, str]:
    """A key that sorts facts by the date of their newest report (its last day), then by what they say."""
    dated = (order(report.claim.published)[1].toordinal() for report in fact.reports if report.claim.published)
    return max(dated, default=0), fact.key


def _bound_groups(web: set[str], bound: dict[str, set[str]]) -> list[Group]:
    """Sayings one by one, but for those that a person joined."""
    groups, done = [], set()
    for key in sorted(web):
        if key in done:
            continue
        group, waiting = {key}, [key]
        while waiting:
            for other in bound.get(waiting.pop(), ()):
                if other not in group:
                    group.add(other)
                    waiting.append(other)
        done |= group
        groups.append(frozenset(group))
    return groups


def _with_candidates(fact: Fact[Any], candidates: tuple[str, ...]) -> Fact[Any]:
    return Fact(fact.key, fact.claim, fact.reports, candidates, fact.judged) if candidates else fact


def _event_date(claim: Claim) -> str | None:
    return None if claim.kind == "figure" else date_of(claim)


def _fullest(report: Report) -> tuple[Any, ...]:
    return *fullness(report.claim), *_told_when(report)


def _told_when(report: Report) -> tuple[Any, ...]:
    claim = report.claim
    return order(claim.published), claim.document, report.source, claim.span, claim.quote
