"""What fits together, put together: the one rule by which claims become facts and facts become things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Set
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


def alike_together(
    nodes: Iterable[N],
    said: Callable[[N], Hashable],
    handles: Callable[[N], Collection[Hashable]],
    is_one: Callable[[N, N], bool],
) -> list[list[N]]:
    """Nodes put together where none is not one with another. is_one depends on what is `said` alone, so that nodes of
    which the same is said are looked at once; those that fit several groups stand alone each."""
    copies: dict[Hashable, list[N]] = defaultdict(list)
    for node in nodes:
        copies[said(node) if is_one(node, node) else (node,)].append(node)
    firsts = {same[0]: same for same in copies.values()}
    near = neighbours({node: handles(node) for node in firsts}, is_one)
    groups, alone = fit_together(near, lambda one, other: not is_one(one, other))
    found = []
    for group in groups:
        if group <= alone:
            found += [[node] for first in group for node in firsts[first]]
        else:
            found.append([node for first in group for node in firsts[first]])
    return found


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
