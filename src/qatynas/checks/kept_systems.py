"""What clashes among the cells of a bucket, kept up: each cell as wide as it is told, solved part by part.

A bucket in which nothing clashed is not solved again where its cells only grew wider: what held still holds.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from hashlib import sha256
from typing import NamedTuple

import msgspec

from qatynas.checks.between import bucket_of, cells_of, hull, parts_of, solved
from qatynas.checks.cells import Amount, Statement
from qatynas.checks.kept_tables import put
from qatynas.checks.view import View
from qatynas.ledger.derived import Derived
from qatynas.ledger.packing import pack_claim, unpack_claim
from qatynas.model.finding import Cited
from qatynas.relations.kept_tables import number_of


class _Hull(NamedTuple):
    """A cell as wide as it is told."""

    of: Amount
    measure: str
    base: Amount | None
    rest: tuple[str | bool | int | None, ...]
    low: str | None
    high: str | None
    value: str
    reports: tuple[tuple[str, str, str, str], ...]


class KeptSystems:
    """The hulls of cells and what clashes among them. view gives the claims of a shard, by its number and check."""

    def __init__(self, derived: Derived, view: Callable[[int, str], View]) -> None:
        self._derived, self._db, self._view = derived, derived.connection, view

    def keep(self, shard: int, view: View) -> None:
        """Keep the hull of a cell; its bucket is solved anew unless it cannot clash by this. In a transaction."""
        members = next(iter(cells_of(view).values()), None)
        row = self._db.execute("SELECT bucket, said FROM hull WHERE shard = ?", (shard,)).fetchone()
        now = hull(members) if members else None
        bucket = bucket_of(now) if now else None
        said = _packed(now) if now else None
        if row == (bucket, said) or (row is None and now is None):
            return
        before = _unpacked(row[1]) if row else None
        held = not self._db.execute("SELECT 1 FROM solved WHERE bucket = ? AND clashes", (bucket,)).fetchone()
        if not (now and before and held and row and row[0] == bucket and _is_wider(now, before)):
            for name in {bucket, row[0] if row else None} - {None}:
                self._db.execute("INSERT OR IGNORE INTO bucket VALUES (?)", (name,))
        self._db.execute("DELETE FROM hull WHERE shard = ?", (shard,))
        if now:
            self._db.execute("INSERT INTO hull VALUES (?, ?, ?)", (shard, bucket, said))

    def solve(self) -> None:
        """Solve the buckets in which something may clash now."""
        for (bucket,) in self._db.execute("SELECT name FROM bucket ORDER BY name").fetchall():
            with self._derived.transaction():
                self._solve(bucket)
                self._db.execute("DELETE FROM bucket WHERE name = ?", (bucket,))

    def _solve(self, bucket: str) -> None:
        rows = self._db.execute("SELECT said FROM hull WHERE bucket = ?", (bucket,)).fetchall()
        known = {row[0] for row in self._db.execute("SELECT part FROM solved WHERE bucket = ?", (bucket,))}
        fresh = {}
        for part in parts_of([_unpacked(said) for (said,) in rows]):
            packed = b"\n".join(sorted(map(_packed, part[0])))
            name = f"system {sha256(packed).hexdigest()[:32]}"
            if name in known:
                known.discard(name)
            else:
                fresh[name] = part
        for name in known:  # those that are no more
            put(self._db, name, ())
            self._db.execute("DELETE FROM solved WHERE bucket = ? AND part = ?", (bucket, name))
        for name, part in fresh.items():
            found = list(solved(part, self._tellers))
            put(self._db, name, found)
            self._db.execute("INSERT INTO solved VALUES (?, ?, ?)", (bucket, name, bool(found)))

    def _tellers(self, cell: tuple[object, ...]) -> frozenset[str]:
        """The texts that tell a cell."""
        view = self._view(number_of(("cells", cell)), "cells")
        return frozenset(view.texts.get(cited.source, cited.source) for cited in view.said)


def _is_wider(now: Statement, before: Statement) -> bool:
    low = now.low is None or (before.low is not None and now.low <= before.low)
    return low and (now.high is None or (before.high is not None and now.high >= before.high))


def _packed(one: Statement) -> bytes:
    amount, measure, base, rest = one.cell
    low, high = (None if end is None else str(end) for end in (one.low, one.high))
    reports = tuple((r.id, r.source, r.claim.kind, pack_claim(r.claim)) for r in one.reports)
    return msgspec.json.encode(_Hull(amount, measure, base, rest, low, high, str(one.value), reports))  # type: ignore[arg-type]


def _unpacked(said: bytes) -> Statement:
    one = msgspec.json.decode(said, type=_Hull)
    low, high = (None if end is None else Fraction(end) for end in (one.low, one.high))
    reports = tuple(Cited(number, source, unpack_claim(kind, claim)) for number, source, kind, claim in one.reports)
    cell = (one.of, one.measure, one.base, one.rest)
    return Statement(cell, one.measure, one.of, one.base, low, high, Fraction(one.value), reports)
