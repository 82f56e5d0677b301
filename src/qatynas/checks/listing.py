"""All checks, in the order that they are told, and what they find in a relationship."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from qatynas.checks.arithmetic import arithmetic
from qatynas.checks.courses import counts, pace, trends
from qatynas.checks.dates import dates
from qatynas.checks.mirror import mirror, sides
from qatynas.checks.promises import overdue
from qatynas.checks.ranges import ranges
from qatynas.checks.view import View, view_of
from qatynas.model.finding import Finding
from qatynas.relations import Relationship

Check = Callable[[View], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (arithmetic, ranges, dates, mirror, sides, counts, pace, trends, overdue)


def findings(relationship: Relationship) -> tuple[Finding, ...]:
    """What all checks find, the heaviest first: pure, and the same for any order of the documents."""
    view = view_of(relationship)
    found = {finding.id: finding for check in CHECKS for finding in check(view)}
    return tuple(sorted(found.values(), key=_order))


def _order(finding: Finding) -> tuple[int, str, Decimal, str]:
    """The heaviest grade first, then check by check, the largest trouble of each first."""
    ratio = finding.ratio or Decimal(1)
    size = max(ratio, 1 / ratio) if ratio > 0 else Decimal(1)
    return finding.grade.weight, finding.check, -size, finding.id
