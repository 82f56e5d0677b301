"""What the checks find of a relationship, asked once for all parts of a page."""

from __future__ import annotations

from collections import Counter
from contextvars import ContextVar
from decimal import Decimal

from qatynas.checks import Finding, Grade, findings
from qatynas.relations import Relationship, Report

GRAVE = (Grade.CONTRADICTION, Grade.SLIP, Grade.DIFFERENCE)

_last: ContextVar[tuple[Relationship, tuple[Finding, ...]] | None] = ContextVar("last", default=None)


def found_in(relationship: Relationship) -> tuple[Finding, ...]:
    """All findings, the heaviest first; kept for the relationship that was asked about last in this thread."""
    last = _last.get()
    if last is None or last[0] is not relationship:
        last = relationship, findings(relationship)
        _last.set(last)
    return last[1]


def remember(relationship: Relationship, found: tuple[Finding, ...]) -> None:
    """Let `found_in` know what was found already, as a ledger keeps it up."""
    _last.set((relationship, found))


def reports_cited(finding: Finding) -> tuple[Report, ...]:
    """The claims that a finding rests on, as reports whose sentences can be opened."""
    return tuple(Report(cited.source, cited.claim, cited.id) for cited in finding.cited)


def doubts_of(relationship: Relationship) -> dict[str, int]:
    """For the claims that graver findings cite, by id, how many do."""
    return Counter(
        cited.id
        for one in found_in(relationship)
        if one.grade in GRAVE
        for cited in {cited.id: cited for cited in one.cited}.values()
    )


def narrowed(relationship: Relationship) -> dict[tuple[str, str, int], tuple[Decimal, Decimal]]:
    """What is left of whole years' amounts in dollars, by indicator, the side they leave and year."""
    return {
        (one.indicator, one.from_, int(one.period)): (one.low, one.high)
        for finding in found_in(relationship)
        for one in finding.narrowed
        if one.indicator and one.unit == "USD" and one.period and one.period.isdigit()
        if one.low is not None and one.high is not None
    }
