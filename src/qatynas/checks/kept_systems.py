"""What clashes among the cells of a bucket, kept up: each cell as wide as it is told.

What hangs together with a cell that changed is solved again; of very much that does, the laws and growths that bind the
cell (large.py). Only where very many cells changed is the bucket looked at as a whole.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Sequence

import msgspec

from qatynas.checks import large
from qatynas.checks.between import Part, bucket_of, cells_of, clashing, hull, parts_of
from qatynas.checks.cells import Amount
from qatynas.checks.kept_amounts import KeptAmounts, Near, id_of
from qatynas.checks.kept_hulls import packed, packed_reports, reports_of, told_in, unpacked
from qatynas.checks.kept_tables import put
from qatynas.checks.large import by_rows, led_by, together
from qatynas.checks.system import Conflict, System, conflicts
from qatynas.checks.view import View
from qatynas.ledger.derived import Derived
from qatynas.relations.kept_tables import in_parts, marks, number_of

MOST_STIRRED = 400  # amounts that are looked at one by one; where there are more the whole bucket is


class KeptSystems:
    """The hulls of cells and what clashes among them. view gives the claims of a shard, by its number and check."""

    def __init__(self, derived: Derived, view: Callable[[int, str], View]) -> None:
        self._derived, self._db, self._view = derived, derived.connection, view
        self._amounts = KeptAmounts(self._db)

    # cells

    def keep(self, shard: int, view: View) -> None:
        """Keep the hull of a cell; what it may clash with by this is looked at in `solve`. In a transaction."""
        members = next(iter(cells_of(view).values()), None)
        now = hull(members) if members else None
        row = self._db.execute("SELECT said, reports FROM hull WHERE shard = ?", (shard,)).fetchone()
        fresh = (packed(now), packed_reports(now)) if now else None
        if row == fresh:
            return
        before = unpacked(row[0]) if row else None
        known = now or before
        assert known is not None
        bucket, amounts = bucket_of(known), [known.of] if known.base is None else [known.of, known.base]
        self._db.execute("DELETE FROM hull WHERE shard = ?", (shard,))
        if fresh:
            one, base = (*(id_of(bucket, amount) for amount in amounts), None)[:2]
            self._db.execute("INSERT INTO hull VALUES (?, ?, ?, ?, ?, ?)", (shard, bucket, one, base, *fresh))
        for amount in amounts:
            if now is None:
                self._amounts.leave(bucket, amount)
            elif before is None:
                self._amounts.come(bucket, amount)
            else:
                self._amounts.stir(bucket, amount)

    # systems

    def solve(self) -> None:
        """Look at all that hangs together with what changed."""
        buckets = "SELECT bucket FROM stirred UNION SELECT bucket FROM loose ORDER BY bucket"
        for (bucket,) in self._db.execute(buckets).fetchall():
            with self._derived.transaction():
                self._solve(bucket)
                for table in ("stirred", "loose", "gone"):
                    self._db.execute(f"DELETE FROM {table} WHERE bucket = ?", (bucket,))

    def _solve(self, bucket: str) -> None:
        for number, clash in self._db.execute("SELECT amount, part FROM gone WHERE bucket = ?", (bucket,)).fetchall():
            put(self._db, _of_rows(number), ())
            if clash and not self._db.execute("SELECT 1 FROM amount WHERE part = ?", (clash,)).fetchone():
                put(self._db, _of_system(clash), ())
        stirred = [row[0] for row in self._db.execute("SELECT amount FROM stirred WHERE bucket = ?", (bucket,))]
        if len(stirred) > MOST_STIRRED:
            self._solve_whole(bucket)
        else:
            self._solve_near(bucket, stirred)

    def _solve_whole(self, bucket: str) -> None:
        numbers = [row[0] for row in self._db.execute("SELECT id FROM amount WHERE bucket = ?", (bucket,))]
        self._dissolve(numbers)
        for number in numbers:
            put(self._db, _of_rows(number), ())
        for part in parts_of(told_in(self._db, bucket)):
            self._solve_part(bucket, part)

    def _solve_near(self, bucket: str, stirred: list[int]) -> None:
        near = Near(self._db, bucket)
        waiting = dict.fromkeys(near.amounts(sorted(stirred)))
        for (said,) in self._db.execute("SELECT said FROM loose WHERE bucket = ?", (bucket,)).fetchall():
            waiting |= dict.fromkeys(near.bound_with(msgspec.json.decode(said, type=Amount)))
        in_large: set[Amount] = set()
        leads: set[Amount] = set()
        while waiting:
            amount, _ = waiting.popitem()
            around, cells = (near.beside(amount), None) if amount in in_large else near.region(amount)
            freed = self._dissolve([id_of(bucket, one) for one in around])
            if cells is None:
                in_large |= set(around)
                self._solve_rows(bucket, near, amount, leads)
            else:
                for one in around:
                    waiting.pop(one, None)
                    put(self._db, _of_rows(id_of(bucket, one)), ())
                for part in parts_of(cells):
                    self._solve_part(bucket, part)
            waiting |= {one: None for one in near.amounts(freed) if cells is None or one not in around}

    def _solve_rows(self, bucket: str, near: Near, amount: Amount, known: set[Amount]) -> None:
        """Look at what clashes by the rows of one amount, but for those of amounts that are known already."""
        leads = {led_by(clash) for _, clash in near.clashes(amount)} | {amount}
        leads |= {one for one in near.beside(amount) if self._leads(id_of(bucket, one))}
        for lead in sorted(leads - known):
            mine = [(row, clash) for row, clash in near.clashes(lead) if led_by(clash) == lead]
            self._put(_of_rows(id_of(bucket, lead)), *together(mine))
        known |= leads

    def _leads(self, number: int) -> bool:
        return self._db.execute("SELECT 1 FROM finding WHERE part = ?", (_of_rows(number),)).fetchone() is not None

    def _solve_part(self, bucket: str, part: Part) -> None:
        """Solve what hangs together and of which nothing is kept."""
        if len(part[0]) > large.MOST_WHOLE:
            for lead, clashes in sorted(by_rows(*part).items()):
                self._put(_of_rows(id_of(bucket, lead)), *together(clashes))
            return
        system = System(*part)
        found = conflicts(system)
        if found:
            numbers = [id_of(bucket, amount) for amount in system.number]
            clash = min(numbers)
            self._put(_of_system(clash), system, found)
            self._db.executemany("UPDATE amount SET part = ? WHERE id = ?", [(clash, number) for number in numbers])

    def _put(self, name: str, system: System, found: Sequence[Conflict]) -> None:
        """Keep what clashes, with who says so."""
        for cell in {cell for one in found for cell in one}:
            system.cells[cell] = [
                dataclasses.replace(one, reports=reports_of(self._db, number_of(("cells", one.cell))))
                for one in system.cells[cell]
            ]
        put(self._db, name, clashing(system, found, self._tellers))

    def _dissolve(self, amounts: Iterable[int]) -> list[int]:
        """Forget what clashes with one of these amounts; all amounts that it clashed with."""
        clashes = {
            row[0]
            for some in in_parts(amounts)
            for row in self._db.execute(f"SELECT DISTINCT part FROM amount WHERE part AND id IN ({marks(some)})", some)
        }
        freed: list[int] = []
        for clash in sorted(clashes):
            put(self._db, _of_system(clash), ())
            rows = self._db.execute("UPDATE amount SET part = 0 WHERE part = ? RETURNING id", (clash,)).fetchall()
            freed += [row[0] for row in rows]
        return sorted(freed)

    def _tellers(self, cell: tuple[object, ...]) -> frozenset[str]:
        """The texts that tell a cell."""
        view = self._view(number_of(("cells", cell)), "cells")
        return frozenset(view.texts.get(cited.source, cited.source) for cited in view.said)


def _of_system(clash: int) -> str:
    """The part of the findings that a system is."""
    return f"system {clash}"


def _of_rows(amount: int) -> str:
    """The part of the findings that the rows of an amount are."""
    return f"rows {amount}"
