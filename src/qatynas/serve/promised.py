"""Promises for their list: what became of each and when it is due, told by rows; read when they are shown."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from qatynas.checks import Promised
from qatynas.checks.kept import KeptFindings
from qatynas.checks.statuses import Status
from qatynas.relations import Fact, Promise
from qatynas.relations.kept import Kept
from qatynas.relations.kept_tables import in_parts, marks
from qatynas.relations.outlook import due_of, state_of
from qatynas.serve.facets import years_of
from qatynas.serve.tally import Tally


@dataclass(frozen=True)
class Promises:
    """All promises by the numbers of their facts, those due first first."""

    tally: Tally = field(default_factory=lambda: Tally.of((), {}))

    @classmethod
    def of(cls, kept: KeptFindings, facts: Tally) -> Promises:
        """As they are kept now."""
        rows = kept.derived.connection.execute(
            "SELECT fact, due, status FROM promise ORDER BY last_day, first_day, key"
        ).fetchall()
        numbers = np.array([row[0] for row in rows], dtype=np.int64)
        kind_of = dict(zip(numbers.tolist(), facts.first("kind", facts.places(numbers)), strict=True))
        found = Tally.of(
            rows,
            {
                "status": lambda row: (row[2],),
                "kind": lambda row: filter(None, (kind_of.get(row[0]),)),
                "year": lambda row: years_of(row[1].rpartition("/")[2] if row[1] else None),
            },
        )
        return cls(Tally(numbers, *found.all_pairs(), found.known))


def read(kept: Kept, findings: KeptFindings, numbers: Sequence[int], reports: int) -> list[Promised]:
    """Promises by the numbers of their facts, in that order."""
    rows = {
        row[0]: row
        for part in in_parts(numbers)
        for row in findings.derived.connection.execute(
            f"SELECT fact, status, year, by, restated, kept_by FROM promise WHERE fact IN ({marks(part)})", part
        )
    }
    lists = {number: [json.loads(cell) for cell in row[3:]] for number, row in rows.items()}
    wanted = {*rows, *(number for mine in lists.values() for one in mine for number in one)}
    facts = kept.by_number(sorted(wanted), reports)
    found = []
    for number in numbers:
        if number in rows and number in facts:
            by, restated, kept_by = (_facts(facts, one) for one in lists[number])
            due = due_of(facts[number].claim)[1]
            promise = Promise(facts[number], due, state_of(due, kept.as_of()), restated, kept_by)
            found.append(Promised(promise, Status(rows[number][1]), rows[number][2], by))
    return found


def _facts(known: dict[int, Fact], numbers: Sequence[int]) -> tuple[Fact, ...]:  # type: ignore[type-arg]
    return tuple(known[number] for number in numbers if number in known)
