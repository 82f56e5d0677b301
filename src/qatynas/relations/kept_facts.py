"""Kept sayings put together into facts, and facts read back as they are when everything is built in memory."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from qatynas.ledger.derived import LEDGER
from qatynas.model.claim import Claim
from qatynas.relations.joining import EXACT, FIRST, PREFERRED, fullest, told_when
from qatynas.relations.keeping import REPORTS, end_facts, report_of
from qatynas.relations.kept_tables import in_parts, marks
from qatynas.relations.keys import fact_key
from qatynas.relations.likeness import Likeness
from qatynas.relations.rulings import Rulings
from qatynas.relations.settling import Settling
from qatynas.relations.values import Fact, Report

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
        rows = self._rows(neighbours)
        claims = self._claims([key for key, near in neighbours.items() if near or key in self._bound], "first")
        settling = Settling(claims, neighbours, self._rulings, lambda key: self._ids.get(key, set()))
        self._db.execute("UPDATE clock SET now = now + 1")
        done: set[int] = set()
        self._touched = set(start)
        for key in start:
            if key not in done and key in rows:
                web = settling.hanging_together(key, self._bound)
                done |= web
                self._write(web, list(settling.groups(web, self._bound)), rows)
        self._db.executemany("DELETE FROM dirty WHERE saying = ?", [(key,) for key in done.union(start)])
        return len(start)

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
    ) -> None:
        """Keep the facts of one web: those that are told by the same saying as before keep their numbers."""
        before = {
            row[1]: row
            for part in in_parts(web)
            for row in self._db.execute(
                "SELECT id, saying, kind, sub, report, preferred, reports, first_day, last_day, status, series, "
                f"judged, candidates FROM fact WHERE saying IN ({marks(part)})",
                part,
            )
        }
        known = {row[0]: row for row in before.values()}
        numbers: dict[frozenset[int], int] = {}
        told: dict[frozenset[int], tuple[int, int, bool]] = {}
        for group, _ in groups:
            mine = sorted(before[key][0] for key in group if key in before)
            told[group] = self._teller(group, rows)
            for number in mine[1:]:
                end_facts(self._db, "id = ?", number)
            numbers[group] = mine[0] if mine else self._new(told[group], rows)
        for group, near in groups:
            saying, report, preferred = told[group]
            _, kind, _, _, sub, first_day, last_day, status, series, _ = rows[saying]
            ids = {number for key in group for number in self._ids.get(key, ())}
            number = numbers[group]
            now = (number, saying, kind.split(",")[0], sub, report, preferred, sum(rows[key][2] for key in group),
                   first_day, last_day, status, series, json.dumps(self._rulings.shaping(ids)),
                   json.dumps(sorted(numbers[one] for one in near)))  # fmt: skip
            if now != known.get(number) or not self._touched.isdisjoint(group):
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

    def _new(self, told: tuple[int, int, bool], rows: dict[int, tuple[Any, ...]]) -> int:
        saying, report, _ = told
        return int(
            self._db.execute(
                "INSERT INTO fact (kind, sub, saying, report, preferred, reports, first_day, last_day, status, judged, "
                "candidates, changed) VALUES (?, '', ?, ?, 0, 0, 0, 0, '', '', '', 0)",
                (rows[saying][1], saying, report),
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


# read back


def load(
    connection: sqlite3.Connection, numbers: Sequence[int], rulings: Rulings, most: int | None = None
) -> list[Fact[Any]]:
    """Facts by their numbers, in that order, each with all its reports, or so many at most; those that are no more are
    left out."""
    found: dict[int, Fact[Any]] = {}
    for part in in_parts(numbers):
        found.update((number, fact) for number, fact in _loaded(connection, part, rulings, most))
    return [found[number] for number in numbers if number in found]


def _loaded(
    connection: sqlite3.Connection, part: Sequence[int], rulings: Rulings, most: int | None
) -> Iterator[tuple[int, Fact[Any]]]:
    facts = connection.execute(
        "SELECT id, saying, report, preferred, judged, candidates, reports "
        f"FROM fact WHERE id IN ({marks(part)})", part,
    ).fetchall()  # fmt: skip
    reports: dict[int, list[tuple[int, int, str | None, Report]]] = defaultdict(list)
    for which, values in _told(connection, facts, most):
        for fact, saying, number, ident, *row in connection.execute(f"{_TOLD} WHERE {which}", values):
            reports[fact].append((number, saying, ident, report_of(row)))
    facts = [row for row in facts if any(number == row[2] for number, *_ in reports[row[0]])]  # others are at work
    ids = {row[0] for row in facts}
    linked = {other for row in facts for other in json.loads(row[5])}
    keys = _keys(connection, linked - ids, rulings)
    several = [row[0] for row in facts if len({saying for _, saying, _, _ in reports[row[0]]}) > 1]
    why = _reasons(connection, several)
    made = []
    for number, saying, report, preferred, judged, candidates, _ in facts:
        told = sorted(reports[number], key=lambda one: told_when(one[3]))
        first = next(one for one in told if one[0] == report)
        keys[number] = _key(first[3], first[2], rulings)
        explained = tuple(
            Report(one.source, one.claim, one.origin,
                   (PREFERRED if preferred else FIRST) if place == report
                   else EXACT if own == saying
                   else why.get((own, saying)) or rulings.why(ident or one.id) or EXACT)
            for place, own, ident, one in told
        )  # fmt: skip
        made.append((number, first[3].claim, explained, json.loads(candidates), tuple(json.loads(judged))))
    for number, claim, told_so, near, words in made:
        yield number, Fact(keys[number], claim, told_so, tuple(sorted(keys[one] for one in near if one in keys)), words)


_TOLD = (
    "SELECT saying.fact, saying.id, report.id, CASE report.number WHEN '' THEN claim.id ELSE report.number END, "
    + REPORTS.removeprefix("SELECT report.id, ")
)


def _told(
    connection: sqlite3.Connection, facts: Sequence[tuple[Any, ...]], most: int | None
) -> Iterator[tuple[str, list[int]]]:
    """Which reports are read: all of most facts, of those that more tell the first so many and the one that tells."""
    whole = [row[0] for row in facts if most is None or row[6] <= most]
    yield f"saying.fact IN ({marks(whole)})", whole
    for fact, _, teller, *_ in (row for row in facts if most is not None and row[6] > most):
        some = connection.execute(
            "SELECT report.id FROM saying JOIN report ON report.saying = saying.id WHERE saying.fact = ? LIMIT ?",
            (fact, most),
        )
        wanted = [teller, *(row[0] for row in some)]
        yield f"report.id IN ({marks(wanted)})", wanted


def _keys(connection: sqlite3.Connection, numbers: Iterable[int], rulings: Rulings) -> dict[int, str]:
    """The keys of facts, by the reports that tell them."""
    found = {}
    for part in in_parts(numbers):
        for fact, ident, *row in connection.execute(
            "SELECT fact.id, CASE report.number WHEN '' THEN claim.id ELSE report.number END, "
            f"{REPORTS.removeprefix('SELECT report.id, ')} JOIN fact ON fact.report = report.id "
            f"WHERE fact.id IN ({marks(part)})",
            part,
        ):
            found[fact] = _key(report_of(row), ident, rulings)
    return found


def _key(report: Report, ident: str | None, rulings: Rulings) -> str:
    key = fact_key(report.claim)
    return rulings.apart(key, ident or report.id) if rulings else key


def _reasons(connection: sqlite3.Connection, facts: Sequence[int]) -> dict[tuple[int, int], str]:
    """Why sayings stand in a fact beside the one that tells it."""
    return {
        (one, other): why
        for part in in_parts(facts)
        for one, other, why in connection.execute(
            "SELECT one, other, why FROM fact JOIN edge ON edge.other = fact.saying "
            f"JOIN saying ON saying.id = edge.one AND saying.fact = fact.id WHERE fact.id IN ({marks(part)})",
            part,
        )
    }
