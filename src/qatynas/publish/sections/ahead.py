"""What lies ahead: the year's trade and its targets, whose figures, export potential, the swap, the rivers."""

from __future__ import annotations

from collections.abc import Callable

from qatynas.publish.ahead.division import division_part
from qatynas.publish.ahead.found import ahead_of
from qatynas.publish.ahead.mirror import mirror_part
from qatynas.publish.ahead.parts import Part, card_of, reports_by_id, section_of
from qatynas.publish.ahead.potential import potential_part
from qatynas.publish.ahead.swap import swap_part
from qatynas.publish.ahead.trade import nowcast_part
from qatynas.publish.parts import Card, Section
from qatynas.publish.sides import sides
from qatynas.relations import Relationship


def nowcast_of(relationship: Relationship) -> Part:
    """The year's trade with the chance of each target."""
    found = ahead_of(relationship)
    told = {id_: report.claim for id_, report in reports_by_id(relationship).items()}
    return nowcast_part(found.nowcast, found.chances, told)


def mirror_of(relationship: Relationship) -> Part:
    """Both offices' figures."""
    return mirror_part(ahead_of(relationship).mirror, sides(relationship.pair))


def potential_of(relationship: Relationship) -> Part:
    """What is claimed of export potential; no table is at hand here."""
    return potential_part(ahead_of(relationship).potential, relationship)


def swap_of(relationship: Relationship) -> Part:
    """The shipped example, where it is one of this pair."""
    return swap_part(relationship.pair, sides(relationship.pair))


def division_of(relationship: Relationship) -> Part:
    """Rivers that the two divide."""
    return division_part(ahead_of(relationship).division)


PARTS: tuple[Callable[[Relationship], Part], ...] = (nowcast_of, mirror_of, potential_of, swap_of, division_of)


def cards_ahead(relationship: Relationship) -> tuple[Card, ...]:
    """The headline of each, with the reports that it rests on."""
    reports = reports_by_id(relationship)
    return tuple(card_of(make(relationship), reports) for make in PARTS)


def _section(make: Callable[[Relationship], Part]) -> Callable[[Relationship], Section]:
    return lambda relationship: section_of(make(relationship), reports_by_id(relationship))


nowcast, mirror, potential, swap, division = map(_section, PARTS)
