"""Places that claims name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from qatynas import data
from qatynas.model.claim import Claim, Figure, Place
from qatynas.relations.histories import Named
from qatynas.relations.values import Fact


def places(facts: Sequence[Fact[Claim]]) -> tuple[Named, ...]:
    """Places that claims name, most often named first; a whole country is no place here.

    The subject or area of a figure is one where the world's list of places knows it (a reservoir, a region).
    """
    named: dict[tuple[str, str], list[Fact[Claim]]] = defaultdict(list)
    for fact in facts:
        for place in dict.fromkeys(places_of(fact.claim)):
            if place.name:
                named[place.name, place.country or ""].append(fact)
    found = [Named(Place(country or None, name), tuple(told)) for (name, country), told in named.items()]
    return tuple(sorted(found, key=lambda one: (-len(one.facts), one.place.name or "")))


def places_of(claim: Claim) -> Iterator[Place]:
    """The places that a claim names."""
    if isinstance(claim, Figure):
        for name in (claim.subject, claim.area):
            known = _known_places().get(name or "")
            if known is not None:
                yield Place(known.country, known.name)
        return
    place = getattr(claim, "place", None)
    if isinstance(place, Place):
        yield place


@cache
def _known_places() -> dict[str, data.Place]:
    return {name: place for place in reversed(data.world().places) for name in place.names["kk"]}
