"""How sayings that hang together fall into facts: in three rounds, in each of which whole groups must not contradict.

Knows nothing of where sayings are kept: in memory (joining.Web) or in a file (keeping.py).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Set
from typing import Generic, TypeVar

from qatynas.model.claim import Claim
from qatynas.relations.grouping import fit_together
from qatynas.relations.likeness import COARSELY, EXACTLY, WORDILY, Likeness, contradict
from qatynas.relations.rulings import Rulings

K = TypeVar("K", bound=Hashable)


class Settling(Generic[K]):
    """Sayings by their keys: the claim that stands for each, its neighbours, and the ids of its reports, asked for only
    where there are rulings."""

    def __init__(
        self,
        claims: Mapping[K, Claim],
        neighbours: Mapping[K, Mapping[K, Likeness]],
        rulings: Rulings,
        ids: Callable[[K], Collection[str]],
    ) -> None:
        self._claims = claims
        self._neighbours = neighbours
        self._rulings = rulings
        self._ids = ids

    def hanging_together(self, start: K, bound: Mapping[K, Set[K]]) -> set[K]:
        """All that hangs together with a saying; bound holds those that a person joined."""
        found, waiting = {start}, [start]
        while waiting:
            key = waiting.pop()
            fresh = (self._neighbours[key].keys() | bound.get(key, set())) - found
            found |= fresh
            waiting += fresh
        return found

    def groups(self, web: Collection[K], bound: Mapping[K, Set[K]]) -> Iterator[tuple[frozenset[K], set[frozenset[K]]]]:
        """The facts of sayings that hang together, each with those that it could be the same as as well."""
        if len(web) == 1:
            yield frozenset(web), set()
            return
        groups = _bound_groups(web, bound)
        several: dict[K, set[K]] = {}
        for step in (EXACTLY, COARSELY, WORDILY):
            groups, several = self._joined(groups, step)
        home = {key: group for group in groups for key in group}
        for group in groups:
            yield group, {home[other] for key in group for other in several.get(key, ())} - {group}

    def _joined(self, groups: list[frozenset[K]], step: int) -> tuple[list[frozenset[K]], dict[K, set[K]]]:
        """Groups that agree with each other made one; and, of sayings that fit several groups, what they fit."""
        home = {key: group for group in groups for key in group}
        near = {group: self._near(group, home, step) for group in groups}
        parts, alone = fit_together(near, self._contradict, self._is_coarser)
        several = {key: {other for mate in near[group] for other in mate} for group in alone for key in group}
        return [frozenset().union(*part) for part in parts], several

    def _near(self, group: frozenset[K], home: Mapping[K, frozenset[K]], step: int) -> set[frozenset[K]]:
        """The groups that may be one fact with this one: some saying speaks for it and none against."""
        links = {home[other] for key in group for other, alike in self._neighbours[key].items()
                 if other in home and alike.step <= step} - {group}  # fmt: skip
        return {other for other in links if not self._contradict(group, other)}

    def _is_coarser(self, group: frozenset[K], other: frozenset[K]) -> bool:
        """Whether all that links two groups says that the first is the coarser."""
        links = [self._neighbours[one][two] for one in group for two in other if two in self._neighbours[one]]
        return bool(links) and all(link.coarser and not link.finer for link in links)

    def _contradict(self, group: frozenset[K], other: frozenset[K]) -> bool:
        """Whether a saying of one contradicts one of the other; what people joined or parted is so."""
        if self._rulings:
            mine, others = self._all_ids(group), self._all_ids(other)
            if not self._rulings.may(mine, others):
                return True
            if self._rulings.binds(mine) or self._rulings.binds(others):
                return all(contradict(self._claims[one], self._claims[two]) for one in group for two in other)
        return any(
            two not in self._neighbours[one] and contradict(self._claims[one], self._claims[two])
            for one in group
            for two in other
        )

    def _all_ids(self, group: frozenset[K]) -> set[str]:
        return {number for key in group for number in self._ids(key)}


def _bound_groups(web: Collection[K], bound: Mapping[K, Set[K]]) -> list[frozenset[K]]:
    """Sayings one by one, but for those that a person joined."""
    groups, done = [], set()
    for key in web:
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
