"""What fits together, put together: the one rule by which claims become facts and facts become things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Mapping, Set
from itertools import combinations
from typing import TypeVar

N = TypeVar("N", bound=Hashable)


def fit_together(
    near: Mapping[N, Set[N]],
    contradict: Callable[[N, N], bool],
    coarser: Callable[[N, N], bool] = lambda node, other: False,
) -> tuple[list[set[N]], set[N]]:
    """Groups of which no two members contradict each other, and the nodes that fit several groups and stand alone.

    near gives for every node those that something speaks for being one with, both ways; coarser(other, node) says that
    the other tells less precisely what the node tells. A node that is near two which contradict each other, neither
    coarser than itself, stands alone: «April» between two visits of April, but no visit between two vague reports. Of
    what then hangs together, where the ends of a chain still contradict each other, only nodes stay whose near ones
    are near each other. The outcome depends on the graph alone.
    """
    alone = set()
    for node, others in near.items():
        fine = [other for other in others if not coarser(other, node)]
        if any(contradict(a, b) for a, b in combinations(fine, 2)):
            alone.add(node)
    groups = [{node} for node in alone]
    for part in _parts(near, alone):
        if not any(contradict(one, other) for one, other in combinations(part, 2)):
            groups.append(part)
            continue
        strays = {node for node in part if any(near[node] - alone - near[mate] - {mate} for mate in near[node] - alone)}
        alone |= strays
        groups += [{node} for node in strays]
        groups += _parts({node: near[node] for node in part}, alone)
    return groups, alone


def neighbours(handles: Mapping[N, Collection[Hashable]], alike: Callable[[N, N], bool]) -> dict[N, set[N]]:
    """For every node those that it is alike to; only nodes that share a handle are compared."""
    sharing: dict[Hashable, list[N]] = defaultdict(list)
    near: dict[N, set[N]] = {}
    for node, own in handles.items():
        near[node] = set()
        for other in {other for handle in own for other in sharing[handle]}:
            if alike(node, other):
                near[node].add(other)
                near[other].add(node)
        for handle in own:
            sharing[handle].append(node)
    return near


def _parts(near: Mapping[N, Set[N]], without: Set[N]) -> list[set[N]]:
    """The nodes that hang together when some are taken out."""
    parts: list[set[N]] = []
    done = set(without)
    for node in near:
        if node in done:
            continue
        part, waiting = {node}, [node]
        while waiting:
            fresh = near[waiting.pop()] - part - without
            part |= fresh
            waiting += fresh
        done |= part
        parts.append(part)
    return parts
