"""Kept sayings put together into facts."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from qatynas.ledger.derived import LEDGER
from qatynas.model.claim import Claim
from qatynas.relations.joining import fullest
from qatynas.relations.keeping import REPORTS, end_facts, report_of
from qatynas.relations.kept_tables import in_parts, marks
from qatynas.relations.likeness import Likeness
from qatynas.relations.rulings import Rulings
from qatynas.relations.settling import Settling
from qatynas.relations.values import Report

AT_ONCE = 2_000  # sayings that are settled in one transaction, with what hangs together with them


@dataclass(frozen=True, slots=True)
class Ruled:
    """Where the claims stand that judgements speak of: by their ids the saying and the report."""

    at: dict[str, tuple[int, int]]

    def sayings(self) -> dict[str, int]:
        return {number: saying for number, (saying, _) in self.at.items()}


def ruled(connection: sqlite3.Connection, rulings: Rulings, documents: Iterable[str]) -> Ruled:
    """The claims that rulings speak of, among those of the documents that were judged."""
    found: dict[str, tuple[int, int]] = {}
    for part in in_parts(sorted(documents)):
        rows = connection.execute(
            "SELECT CASE report.number WHEN '' THEN claim.id ELSE report.number END, saying, report.id FROM report "
            f"JOIN source ON source.id = report.source LEFT JOIN {LEDGER}.claim "
            "ON claim.extraction = report.extraction AND claim.position = report.position "
            f"WHERE source.sha256 IN ({marks(part)})",
            part,
        )
        found |= {number: (saying, report) for number, saying, report in rows if rulings.speaks_of(number)}
    return Ruled(found)


class Facts:
    """Puts touched sayings together. ruled says where the claims stand that rulings speak of."""

    def __init__(self, connection: sqlite3.Connection, rulings: Rulings, known: Ruled) -> None:
        self._db = connection
        self._rulings = rulings
        self._ruled = known
        self._bound = rulings.bonds(known.sayings())
        self._ids: dict[int, set[str]] = defaultdict(set)
        for number, (saying, _) in known.at.items():
            self._ids[saying].add(number)
        self._touched: set[int] = set()

    def settle(self, kinds: Sequence[str] | None = None) -> int:
        """Settle some touched sayings, of these shelves where they are given, in a transaction; how many there were."""
        which = f"WHERE kind IN ({marks(kinds)})" if kinds else ""
        start = [
            row[0] for row in self._db.execute(f"SELECT saying FROM dirty {which} LIMIT ?", (*(kinds or ()), AT_ONCE))
        ]
        if not start:
            return 0
        neighbours = self._neighbours(start)
        rows, facts = self._rows(neighbours), self._facts(neighbours)
        claims = self._claims([key for key, near in neighbours.items() if near or key in self._bound], "first")
        settling = Settling(claims, neighbours, self._rulings, lambda key: self._ids.get(key, set()))
        self._db.execute("UPDATE clock SET now = now + 1")
        done: set[int] = set()
        self._touched = set(start)
        for key in start:
            if key not in done and key in rows:
                web = settling.hanging_together(key, self._bound)
                done |= web
                self._write(web, list(settling.groups(web, self._bound)), rows, facts)
        self._db.executemany("DELETE FROM dirty WHERE saying = ?", [(key,) for key in done.union(start)])
        return len(start)

    def hanging_together(self, start: Iterable[int]) -> set[int]:
        """All sayings that hang together with these."""
        return set(self._neighbours(start))

    def _neighbours(self, start: Iterable[int]) -> dict[int, dict[int, Likeness]]:
        """All sayings that hang together with these, each with its neighbours."""
        found: dict[int, dict[int, Likeness]] = {}
        waiting = set(start)
        while waiting:
            found |= {key: {} for key in waiting}
            for part in in_parts(waiting):
                for one, other, step, why, coarser, finer in self._db.execute(
                    f"SELECT one, other, step, why, coarser, finer FROM edge WHERE one IN ({marks(part)})", part
                ):
                    found[one][other] = Likeness(step, why, bool(coarser), bool(finer))
            bound = {other for key in waiting for other in self._bound.get(key, ())}
            waiting = ({other for key in waiting for other in found[key]} | bound) - found.keys()
        return found

    def _rows(self, sayings: Iterable[int]) -> dict[int, tuple[Any, ...]]:
        return {
            row[0]: row
            for part in in_parts(sayings)
            for row in self._db.execute(
                "SELECT id, kind, reports, best, sub, first_day, last_day, status, series, fact FROM saying "
                f"WHERE id IN ({marks(part)})",
                part,
            )
        }

    def _facts(self, sayings: Iterable[int]) -> dict[int, tuple[Any, ...]]:
        """The facts that are told by these sayings until now."""
        return {
            row[1]: row
            for part in in_parts(sayings)
            for row in self._db.execute(
                "SELECT id, saying, kind, sub, report, preferred, reports, first_day, last_day, status, series, "
                f"judged, candidates FROM fact WHERE saying IN ({marks(part)})",
                part,
            )
        }

    def _claims(self, sayings: Iterable[int], which: str) -> dict[int, Claim]:
        return {key: report.claim for key, report in self._reports(sayings, which).items()}

    def _reports(self, sayings: Iterable[int], which: str) -> dict[int, Report]:
        """The first or the best report of sayings."""
        return {
            row[0]: report_of(row[2:])
            for part in in_parts(sayings)
            for row in self._db.execute(
                f"SELECT saying.id, {REPORTS.removeprefix('SELECT ')} WHERE saying.id IN ({marks(part)}) "
                f"AND report.id = saying.{which}",
                part,
            )
        }

    def _write(
        self,
        web: set[int],
        groups: list[tuple[frozenset[int], set[frozenset[int]]]],
        rows: dict[int, tuple[Any, ...]],
        facts: dict[int, tuple[Any, ...]],
    ) -> None:
        """Keep the facts of one web: those that are told by the same saying as before keep their numbers."""
        before = {key: facts[key] for key in web if key in facts}
        known = {row[0]: row for row in before.values()}
        numbers: dict[frozenset[int], int] = {}
        told: dict[frozenset[int], tuple[Any, ...]] = {}
        for group, _ in groups:
            mine = sorted(before[key][0] for key in group if key in before)
            told[group] = self._said(group, rows)
            for number in mine[1:]:
                end_facts(self._db, "id = ?", number)
            numbers[group] = mine[0] if mine else self._new(told[group])
        for group, near in groups:
            number = numbers[group]
            now = (number, *told[group], _packed(sorted(numbers[one] for one in near)))
            if known.get(number, (number, *told[group], _packed([]))) != now or (
                number in known and not self._touched.isdisjoint(group)
            ):
                self._db.execute(
                    "UPDATE fact SET saying = ?, kind = ?, sub = ?, report = ?, preferred = ?, reports = ?, "
                    "first_day = ?, last_day = ?, status = ?, series = ?, judged = ?, candidates = ?, "
                    "changed = (SELECT now FROM clock) WHERE id = ?",
                    (*now[1:], number),
                )
            self._db.executemany(
                "UPDATE saying SET fact = ? WHERE id = ?",
                [(number, key) for key in group if rows[key][9] != number],
            )

    def _said(self, group: frozenset[int], rows: dict[int, tuple[Any, ...]]) -> tuple[Any, ...]:
        """What is kept of a fact, its candidates aside."""
        saying, report, preferred = self._teller(group, rows)
        _, kind, _, _, sub, first_day, last_day, status, series, _ = rows[saying]
        ids = {number for key in group for number in self._ids.get(key, ())}
        return (saying, kind.split(",")[0], sub, report, preferred, sum(rows[key][2] for key in group), first_day,
                last_day, status, series, _packed(self._rulings.shaping(ids)))  # fmt: skip

    def _new(self, told: tuple[Any, ...]) -> int:
        return int(
            self._db.execute(
                "INSERT INTO fact (saying, kind, sub, report, preferred, reports, first_day, last_day, status, series, "
                "judged, candidates, changed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '[]', (SELECT now FROM clock))",
                told,
            ).lastrowid
            or 0
        )

    def _teller(self, group: frozenset[int], rows: dict[int, tuple[Any, ...]]) -> tuple[int, int, bool]:
        """The saying and the report that tell a fact, and whether a person prefers them."""
        ids = {number for key in group for number in self._ids.get(key, ())}
        preferred = self._rulings.preferred(ids)
        if preferred:
            return *self._ruled.at[preferred], True
        if len(group) == 1:
            (key,) = group
            return key, rows[key][3], False
        best = self._reports(group, "best")
        key = max(best, key=lambda one: fullest(best[one]))
        return key, rows[key][3], False


def _packed(values: Sequence[Any]) -> str:
    return json.dumps(values) if values else "[]"
