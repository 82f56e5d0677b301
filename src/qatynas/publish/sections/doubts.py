"""What the checks find: contradictions, slips, differences and doubts, each with its sentences."""

from __future__ import annotations

from qatynas.checks import Finding, Grade
from qatynas.publish.checked import advice_of, words_of
from qatynas.publish.doubts import found_in, reports_cited
from qatynas.publish.labels import counted, label
from qatynas.publish.parts import Line, Section, group
from qatynas.relations import Relationship

SHOWN = tuple(grade for grade in Grade if grade is not Grade.ALONE)


def doubts(relationship: Relationship) -> Section:
    """Findings by grade, the heaviest first; what is consistent folded."""
    found = {grade: [one for one in found_in(relationship) if one.grade is grade] for grade in SHOWN}
    groups = tuple(
        group(str(grade), map(_line, told), ("name", "detail"), folded=grade is Grade.CONSISTENT)
        for grade, told in found.items()
    )
    told = counted("findings", **{str(grade): len(members) for grade, members in found.items()})
    return Section("findings", label("sections/findings", "lead", told=told) if told else "", groups)


def _line(finding: Finding) -> Line:
    return Line(cells={"name": words_of(finding), "detail": advice_of(finding)}, reports=reports_cited(finding))
