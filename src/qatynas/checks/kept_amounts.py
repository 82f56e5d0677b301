"""The amounts that cells are told of, and what binds them, kept up: what is near one is found without a look at the
rest of its bucket."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from sqlite3 import Connection

import msgspec

from qatynas.checks import large
from qatynas.checks.cells import Amount, Statement
from qatynas.checks.kept_hulls import told_of
from qatynas.checks.laws import Law, laws_tied, ties_of
from qatynas.relations.dates import bounds
from qatynas.relations.kept_tables import number_of


@dataclass(frozen=True, slots=True)
class Held:
    """An amount as it is kept. known: told by a cell, not only brought in by a sum."""

    amount: Amount
    known: bool


class KeptAmounts:
    """The table of the amounts of all buckets, and what has to be looked at again; all of it in a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def come(self, bucket: str, amount: Amount) -> None:
        """Let an amount be told of by a cell."""
        number = id_of(bucket, amount)
        row = self._db.execute("SELECT known FROM amount WHERE id = ?", (number,)).fetchone()
        if row is None:
            self._put(bucket, amount, known=True)
        elif not row[0]:
            self._db.execute("UPDATE amount SET known = 1 WHERE id = ?", (number,))
        if row is None or not row[0]:
            self._loosen(bucket, amount)
            self._settle(bucket, amount)
        self.stir(bucket, amount)

    def leave(self, bucket: str, amount: Amount) -> None:
        """Let a cell tell of an amount no more."""
        number = id_of(bucket, amount)
        self.stir(bucket, amount)
        told = "SELECT 1 FROM hull WHERE one = ?1 UNION ALL SELECT 1 FROM hull WHERE base = ?1 LIMIT 1"
        if self._db.execute(told, (number,)).fetchone() is None:
            self._db.execute("UPDATE amount SET known = 0 WHERE id = ?", (number,))
            self._loosen(bucket, amount)
            if not self._settle(bucket, amount):
                self._drop(bucket, amount)

    def stir(self, bucket: str, amount: Amount) -> None:
        """Let an amount be looked at, of which another thing is said than before."""
        self._db.execute("INSERT OR IGNORE INTO stirred VALUES (?, ?)", (bucket, id_of(bucket, amount)))

    def _put(self, bucket: str, amount: Amount, *, known: bool) -> None:
        number = id_of(bucket, amount)
        self._db.execute(
            "INSERT INTO amount VALUES (?, ?, ?, ?, 0)", (number, bucket, msgspec.json.encode(amount), known)
        )
        self._db.executemany(
            "INSERT OR IGNORE INTO tie VALUES (?, ?)", [(tie, number) for _, tie in ties(bucket, amount)]
        )

    def _drop(self, bucket: str, amount: Amount) -> None:
        number = id_of(bucket, amount)
        self._db.executemany(
            "DELETE FROM tie WHERE tie = ? AND amount = ?", [(tie, number) for _, tie in ties(bucket, amount)]
        )
        row = self._db.execute("DELETE FROM amount WHERE id = ? RETURNING part", (number,)).fetchone()
        self._db.execute("DELETE FROM stirred WHERE bucket = ? AND amount = ?", (bucket, number))
        part = row[0] if row else 0
        if part:  # what clashed with it is left to the others
            self._db.execute("INSERT OR IGNORE INTO stirred SELECT bucket, id FROM amount WHERE part = ?", (part,))
        self._db.execute("INSERT OR REPLACE INTO gone VALUES (?, ?, ?)", (bucket, number, part))

    def _loosen(self, bucket: str, amount: Amount) -> None:
        """Let the laws be looked at that may be others now that an amount came or went."""
        self._db.execute("INSERT OR IGNORE INTO loose VALUES (?, ?)", (bucket, msgspec.json.encode(amount)))

    def _settle(self, bucket: str, amount: Amount) -> bool:
        """Bring in the parts of a sum that nobody tells, and let go of those that none needs; False: no sum."""
        tie = next((tie for kind, tie in ties(bucket, amount) if kind == "sum"), None)
        if tie is None:
            return False
        members = list(tied(self._db, tie).values())
        known = [one.amount for one in members if one.known]
        needed = {part for law in laws_tied("sum", known) for part, _ in law.terms} - set(known)
        for one in members:
            if not one.known and one.amount not in needed:
                self._loosen(bucket, one.amount)
                self._drop(bucket, one.amount)
        for part in sorted(needed - {one.amount for one in members}):
            self._put(bucket, part, known=False)
            self._loosen(bucket, part)
        return True


class Near:
    """What is near amounts of one bucket; each is read once."""

    def __init__(self, connection: Connection, bucket: str) -> None:
        self._db, self._bucket = connection, bucket
        self._members: dict[int, dict[int, Held]] = {}
        self._laws: dict[int, dict[Amount, list[Law]]] = {}
        self._cells: dict[Amount, list[Statement]] = {}
        self._clashes: dict[large.Row, list[Statement]] = {}

    def amounts(self, numbers: Iterable[int]) -> Iterator[Amount]:
        """Amounts by their numbers, as far as there are such."""
        for number in numbers:
            row = self._db.execute("SELECT said FROM amount WHERE id = ?", (number,)).fetchone()
            if row:
                yield msgspec.json.decode(row[0], type=Amount)

    def bound_with(self, amount: Amount) -> Iterator[Amount]:
        """The amounts that laws may bind with one that came or went, or between which they may be others by it."""
        first, last = bounds(amount.period)
        for kind, tie in ties(self._bucket, amount):
            for one in self._tied(tie).values():
                begin, end = bounds(one.amount.period)
                apart = first and last and begin and end and (end < first or begin > last)
                if kind != "time" or not apart:
                    yield one.amount

    def rows(self, amount: Amount) -> list[large.Row]:
        """The laws and the cells that bind an amount with others."""
        found: list[large.Row] = [one for one in self.cells(amount) if one.base is not None]
        for kind, tie in ties(self._bucket, amount):
            if tie not in self._laws:
                self._laws[tie] = self._laws_of(kind, tie)
            found += self._laws[tie].get(amount, ())
        return found

    def cells(self, amount: Amount) -> list[Statement]:
        """The cells that are told of an amount, or against it, without their reports."""
        if amount not in self._cells:
            self._cells[amount] = told_of(self._db, id_of(self._bucket, amount))
        return self._cells[amount]

    def beside(self, amount: Amount) -> dict[Amount, None]:
        """An amount and those that are bound with it."""
        return {amount: None} | {one: None for row in self.rows(amount) for one in large.amounts_of(row)}

    def region(self, amount: Amount) -> tuple[dict[Amount, None], list[Statement] | None]:
        """Amounts that hang together with one, the nearest first, and the cells that are told of them; no cells, and
        not all amounts, where there are more than large.MOST_WHOLE cells."""
        found = {amount: None}
        cells: dict[tuple[object, ...], Statement] = {}
        waiting = deque([amount])
        while waiting:
            one = waiting.popleft()
            cells |= {said.cell: said for said in self.cells(one)}
            fresh = {other: None for row in self.rows(one) for other in large.amounts_of(row) if other not in found}
            found |= fresh
            if len(cells) > large.MOST_WHOLE:
                return found, None
            waiting.extend(fresh)
        return found, list(cells.values())

    def clashes(self, amount: Amount) -> Iterator[tuple[large.Row, list[Statement]]]:
        """What clashes by each of the rows of an amount."""
        for row in self.rows(amount):
            if row not in self._clashes:
                self._clashes[row] = list(large.clash_of(row, self._levels))
            if self._clashes[row]:
                yield row, self._clashes[row]

    def _levels(self, amount: Amount) -> list[Statement]:
        return [one for one in self.cells(amount) if one.base is None]

    def _tied(self, tie: int) -> dict[int, Held]:
        if tie not in self._members:
            self._members[tie] = tied(self._db, tie)
        return self._members[tie]

    def _laws_of(self, kind: str, tie: int) -> dict[Amount, list[Law]]:
        members = self._tied(tie).values()
        found: dict[Amount, list[Law]] = defaultdict(list)
        known = [one.amount for one in members if one.known]
        for law in laws_tied(kind, known, [one.amount for one in members]):
            for amount, _ in law.terms:
                found[amount].append(law)
        return found


def id_of(bucket: str, amount: Amount) -> int:
    """The number of an amount in a bucket."""
    return number_of((bucket, amount))


def tied(connection: Connection, tie: int) -> dict[int, Held]:
    """The amounts that share a tie, by their numbers."""
    rows = connection.execute("SELECT id, said, known FROM tie JOIN amount ON id = amount WHERE tie = ?", (tie,))
    return {number: Held(msgspec.json.decode(said, type=Amount), bool(known)) for number, said, known in rows}


def ties(bucket: str, amount: Amount) -> list[tuple[str, int]]:
    """The ties of an amount in a bucket, by kind and number."""
    return [(kind, _tie_number(bucket, kind, shared)) for kind, shared in ties_of(amount)]


@lru_cache(maxsize=20_000)
def _tie_number(bucket: str, kind: str, shared: Amount) -> int:
    return number_of((bucket, kind, shared))
