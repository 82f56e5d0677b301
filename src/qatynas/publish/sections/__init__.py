"""The chapters of the dossier in their order: each a function from the relationship to a Section."""

from __future__ import annotations

from collections.abc import Callable

from qatynas.publish.parts import Section
from qatynas.publish.sections.economy import investment, projects, trade
from qatynas.publish.sections.flows import exchange
from qatynas.publish.sections.ground import places, sources, unplaced
from qatynas.publish.sections.order import bodies, organisations, treaties, visits
from qatynas.publish.sections.outlook import promises, voices
from qatynas.publish.sections.society import aid, culture, education
from qatynas.relations import Relationship

BUILDERS: dict[str, Callable[[Relationship], Section]] = {
    "trade": trade,
    "treaties": treaties,
    "bodies": bodies,
    "visits": visits,
    "investment": investment,
    "exchange": exchange,
    "projects": projects,
    "organisations": organisations,
    "education": education,
    "culture": culture,
    "aid": aid,
    "promises": promises,
    "voices": voices,
    "places": places,
    "unplaced": unplaced,
    "sources": sources,
}

SECTIONS = tuple(BUILDERS)
"""Names of the sections, as `qatynas show` takes them."""


def section(relationship: Relationship, key: str) -> Section:
    """One chapter. Raises KeyError for a name that is not in SECTIONS."""
    return BUILDERS[key](relationship)
