"""All checks, in the order that they are told, and what they find in a relationship."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal

from qatynas.checks.alone import alone
from qatynas.checks.arithmetic import within
from qatynas.checks.between import between
from qatynas.checks.courses import counts, pace, trends
from qatynas.checks.dates import days, sequences
from qatynas.checks.mirror import mirror, sides
from qatynas.checks.promises import overdue
from qatynas.checks.ranges import ranges
from qatynas.checks.scope import scope
from qatynas.checks.view import View, view_of
from qatynas.model.finding import Finding
from qatynas.relations import Relationship

Check = Callable[[View], Iterator[Finding]]

WITHIN: tuple[Check, ...] = (within, ranges, days, pace)
"""Checks of one text by itself."""

ACROSS: tuple[Check, ...] = (between, scope, sequences, mirror, sides, counts, trends, overdue)
"""Checks of what texts say against each other: of the figures of one family, or of the facts of one kind."""

CHECKS = (*WITHIN, *ACROSS)

ASKED: tuple[Check, ...] = (alone,)
"""Checks whose findings would drown the others': told only where they are asked for."""


def findings(relationship: Relationship, checks: Sequence[Check] = CHECKS) -> tuple[Finding, ...]:
    """What checks find, the heaviest first: pure, and the same for any order of the documents."""
    view = view_of(relationship)
    return in_order(finding for check in checks for finding in check(view))


def in_order(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings, each once, the heaviest first."""
    once = {finding.id: finding for finding in found}
    first: dict[str, str] = {}  # of those that are the same trouble
    for number in sorted(once):
        first.setdefault(once[number].same or number, number)
    return tuple(sorted((once[number] for number in first.values()), key=order_of))


def order_of(finding: Finding) -> tuple[int, str, Decimal, str]:
    """The heaviest grade first, then check by check, the largest trouble of each first."""
    ratio = finding.ratio or Decimal(1)
    size = max(ratio, 1 / ratio) if ratio > 0 else Decimal(1)
    return finding.grade.weight, finding.check, -size, finding.id


def arithmetic(view: View) -> Iterator[Finding]:
    """What figures say against each other, inside texts and between them."""
    yield from within(view)
    yield from between(view)
