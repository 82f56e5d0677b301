"""Promises with what became of them, kept up: a target with those of its series and the numbers it is held against,
works with those whose names may be of the same, the rest each by itself."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from qatynas.checks.kept_across import KeptAcross
from qatynas.checks.kept_claims import facts_of_documents, of_facts
from qatynas.checks.kept_tables import put
from qatynas.checks.kept_targets import EVER, KeptTargets
from qatynas.checks.kept_works import WORKS, KeptWorks
from qatynas.checks.promises import lapsed
from qatynas.checks.statuses import MOST_BY, Known, Promised, Status
from qatynas.ledger.derived import Derived
from qatynas.model.claim import Claim
from qatynas.model.finding import Finding
from qatynas.relations.dates import bounds, order
from qatynas.relations.histories import Promise, Relationship
from qatynas.relations.joining import fact_order
from qatynas.relations.kept import Kept
from qatynas.relations.outlook import promises
from qatynas.relations.values import Fact
from qatynas.relations.works import works

AT_ONCE = 500  # promises that are looked at in one transaction
NAMES = ("targets", WORKS, "plans")

_STATE = "CASE WHEN last_day = :ever OR due IS NULL THEN 'undated' WHEN last_day < :now THEN 'past' ELSE 'open' END"
_RANK = f"CASE {_STATE} WHEN 'open' THEN 0 WHEN 'undated' THEN 1 ELSE 2 END"


class KeptPromises:
    """The promises of one pair, in the tables of kept findings."""

    def __init__(self, derived: Derived, kept: Kept, across: KeptAcross) -> None:
        self._derived, self._kept, self._across = derived, kept, across
        self._db = derived.connection
        self._targets, self._works = KeptTargets(self._db), KeptWorks(self._db)

    def fall_due(self, before: str, as_of: str) -> None:
        """Let promises be looked at anew whose day has come, or is to come again; inside a transaction."""
        days = sorted(last.toordinal() for last in (bounds(before)[1], bounds(as_of)[1]) if last)
        begin, end = (days[0], days[-1]) if len(days) > 1 else (0, EVER)
        self._db.execute(
            "UPDATE shard SET dirty = 1 WHERE id IN (SELECT shard FROM promise WHERE last_day BETWEEN ? AND ?)",
            (begin - 1, end),
        )

    def look(self, as_of: str | None) -> None:
        """Find out what became of all promises that something changed for."""
        for name in NAMES:
            if name == WORKS and self._works.dirty():
                with self._derived.transaction():
                    self._works.arrange()
            while dirty := self._works.dirty() if name == WORKS else self._dirty(name):
                with self._derived.transaction():
                    self._look(name, dirty, as_of)
                    self._across.done(dirty)

    def _dirty(self, name: str) -> list[int]:
        """Some touched promises, targets of one series and time together: they are held against the same."""
        rows = self._db.execute(
            "SELECT DISTINCT shard.id, head, due FROM shard JOIN member ON member.shard = shard.id "
            "LEFT JOIN target ON target.fact = member.fact WHERE shard.name = ? AND shard.dirty "
            "ORDER BY head, due LIMIT ?",
            (name, AT_ONCE),
        ).fetchall()
        # one whose facts have all gone is in no row any more
        return [row[0] for row in rows] or self._across.dirty(name)

    def _look(self, name: str, shards: Sequence[int], as_of: str | None) -> None:
        mine = {
            row[0]: shard
            for shard in shards
            for row in self._db.execute("SELECT DISTINCT fact FROM member WHERE shard = ?", (shard,))
        }
        numbers = set(mine)
        if name == "targets":
            numbers |= self._targets.kin(mine) | self._targets.levels(mine)
            numbers |= self._told_beside(mine)
        facts = self._kept.by_number(sorted(numbers))
        self._db.executemany("DELETE FROM promise WHERE fact IN (SELECT fact FROM promise WHERE shard = ?)",
                             [(shard,) for shard in shards])  # fmt: skip
        everything = sorted({fact.key: fact for fact in facts.values()}.values(), key=fact_order)
        named = {fact.key: number for number, fact in facts.items()}
        told = promises(everything, as_of)
        made = self._kept.partly(everything, promises=told, works=works(everything) if name == WORKS else ())
        of_shard: dict[int, list[Finding]] = {shard: [] for shard in shards}
        met: dict[int, Sequence[Fact[Claim]]] = dict.fromkeys(mine, ())
        rows = []
        known = Known(made)
        for promise in made.promises:
            shard = mine.get(named[promise.fact.key])
            if shard is not None:
                one = known.standing(promise)
                of_shard[shard] += lapsed(one)
                rows.append(_row(one, named, shard))
                met[named[one.promise.fact.key]] = one.promise.kept_by[:MOST_BY]
        if name == "targets":
            self._targets.looked_at(met)
        for shard, found in of_shard.items():
            put(self._db, str(shard), found)
        self._db.executemany("INSERT OR REPLACE INTO promise VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def _told_beside(self, targets: Iterable[int]) -> set[int]:
        """The figures that the texts of targets tell as well."""
        documents = {one.cited.source for one in of_facts(self._kept, targets)}
        return facts_of_documents(self._kept, documents, "figure")

    # reading

    def read(
        self, status: str | None = None, limit: int | None = None, offset: int = 0
    ) -> tuple[Relationship, tuple[Promised, ...]]:
        """Promises, the open ones first, each by its deadline; of this status where it is given."""
        rows = self._db.execute(
            f"SELECT fact, due, {_STATE}, status, year, by, restated, kept_by FROM promise "
            f"WHERE :status IS NULL OR status = :status ORDER BY {_RANK}, first_day, last_day, due, key "
            "LIMIT :limit OFFSET :offset",
            self._today() | {"status": status, "limit": -1 if limit is None else limit, "offset": offset},
        ).fetchall()
        lists = [[json.loads(cell) for cell in row[5:]] for row in rows]
        wanted = {row[0] for row in rows} | {number for row in lists for numbers in row for number in numbers}
        facts = self._kept.by_number(sorted(wanted))
        found = []
        for (number, due, now, told, year, *_), listed in zip(rows, lists, strict=True):
            by, restated, kept_by = (tuple(facts[one] for one in numbers if one in facts) for numbers in listed)
            if number in facts:
                promise = Promise(facts[number], due, now, restated, kept_by)
                found.append(Promised(promise, Status(told), year, by))
        made = self._kept.partly(facts.values(), promises=tuple(one.promise for one in found))
        return made, tuple(found)

    def counted(self) -> dict[str, int]:
        """How many promises there are of each status."""
        rows = self._db.execute("SELECT status, count(*) FROM promise GROUP BY status ORDER BY status")
        return dict(rows.fetchall())

    def _today(self) -> dict[str, int]:
        now = bounds(self._kept.as_of())[0]
        return {"now": now.toordinal() if now else 0, "ever": EVER}


def _row(one: Promised, numbers: dict[str, int], shard: int) -> tuple[object, ...]:
    fact, due = one.promise.fact, one.promise.due
    first, last, _ = order(due)
    lists = [
        _listed(facts, numbers) for facts in (one.by, one.promise.restated[:MOST_BY], one.promise.kept_by[:MOST_BY])
    ]
    return (numbers[fact.key], shard, due, first.toordinal(), last.toordinal(), fact.key, str(one.status), one.year,
            *lists)  # fmt: skip


def _listed(facts: Sequence[Fact[Claim]], numbers: dict[str, int]) -> str:
    return json.dumps([numbers[fact.key] for fact in facts if fact.key in numbers])
