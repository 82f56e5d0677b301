"""The chapters of the dossier in their order: each a function from the relationship to a Section."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from qatynas.publish.doubts import doubts_of
from qatynas.publish.labels import label
from qatynas.publish.parts import Line, Section
from qatynas.publish.sections.ahead import division, mirror, nowcast, potential, swap
from qatynas.publish.sections.doubts import doubts
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
    "nowcast": nowcast,
    "mirror": mirror,
    "potential": potential,
    "swap": swap,
    "division": division,
    "findings": doubts,
    "voices": voices,
    "places": places,
    "unplaced": unplaced,
    "sources": sources,
}

SECTIONS = tuple(BUILDERS)
"""Names of the sections, as `qatynas show` takes them."""


def section(relationship: Relationship, key: str) -> Section:
    """One chapter. Raises KeyError for a name that is not in SECTIONS."""
    made = BUILDERS[key](relationship)
    return made if key in UNDOUBTED else _doubted(made, doubts_of(relationship))


AHEAD = ("nowcast", "mirror", "potential", "swap", "division")
"""Sections of estimates."""

UNDOUBTED = (*AHEAD, "findings", "voices", "places", "unplaced", "sources")
"""Sections whose lines are no facts, or the findings themselves."""


def _doubted(made: Section, doubts: dict[str, int]) -> Section:
    """The section with a word at every line whose sentences a contradiction, a slip or a difference cites."""

    def marked(line: Line) -> Line:
        count = sum(doubts.get(report.id, 0) for report in line.reports)
        children = tuple(map(marked, line.children))
        if not count:
            return replace(line, children=children) if line.children else line
        note = label("words", "doubted", count=count)
        return replace(line, note=f"{line.note}; {note}" if line.note else note, children=children)

    groups = (replace(group, lines=tuple(map(marked, group.lines))) for group in made.groups)
    return replace(made, groups=tuple(groups))
