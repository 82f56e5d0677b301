"""How many documents and claims a ledger holds, kept up beside it: a million claims are not counted each time."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from itertools import combinations
from pathlib import Path

from qatynas.ledger.derived import LEDGER, Derived

NAME, VERSION = "counts", "1"
AT_ONCE = 5_000  # documents

_TABLES = (
    """CREATE TABLE document (  -- those that stand somewhere: how often, and whether they are dated and relevant
        sha256 TEXT PRIMARY KEY, places INTEGER NOT NULL, dated INTEGER NOT NULL, relevant INTEGER NOT NULL
        ) WITHOUT ROWID""",
    "CREATE TABLE told (sha256 TEXT, kind TEXT, parties TEXT, claims INTEGER, PRIMARY KEY (sha256, kind, parties)) "
    "WITHOUT ROWID",
    "CREATE TABLE total (kind TEXT, parties TEXT, claims INTEGER, PRIMARY KEY (kind, parties)) WITHOUT ROWID",
)
_PLACES = f"""SELECT count(*) FROM {LEDGER}.version WHERE sha256 = ? AND id = (
    SELECT max(id) FROM {LEDGER}.version AS later WHERE later.place = version.place)"""
_SPEAKS = f"""SELECT extraction.id, published IS NOT NULL, relevance = '' FROM {LEDGER}.extraction WHERE id = (
    SELECT extraction FROM {LEDGER}.adoption WHERE adoption.sha256 = ? ORDER BY adoption.id DESC LIMIT 1)"""
_BY_HAND = f"""SELECT kind, json_extract(said, '$.parties'), count(*) FROM {LEDGER}.recorded_claim
    JOIN {LEDGER}.record ON record.id = recorded_claim.record WHERE recorded_claim.sha256 = ?
    AND NOT EXISTS (SELECT 1 FROM {LEDGER}.record AS later WHERE later.withdraws = record.id) GROUP BY 1, 2"""


class Counts:
    """The counts of a ledger; close it."""

    def __init__(self, ledger: Path) -> None:
        self._derived = Derived(ledger, NAME, VERSION, _TABLES)
        self._db = self._derived.connection

    def close(self) -> None:
        """Close the file; harmless where it is closed."""
        self._derived.close()

    def catch_up(self) -> None:
        """Count what changed."""
        waiting = self._derived.collect()
        while waiting:
            with self._derived.transaction() as connection:
                documents = self._derived.next_changed(AT_ONCE)
                for sha256 in documents:
                    _count(connection, sha256)
                self._derived.done(documents)
            waiting = self._derived.waiting()

    def documents(self) -> tuple[int, int, int]:
        """How many documents there are, how many of them without a date, and how many that say nothing of two states;
        one that stands under two paths counts twice."""
        self.catch_up()
        row = self._db.execute(
            "SELECT coalesce(sum(places), 0), coalesce(sum(places * (1 - dated)), 0), "
            "coalesce(sum(places * (1 - relevant)), 0) FROM document"
        ).fetchone()
        return row[0], row[1], row[2]

    def last_added(self) -> str | None:
        """When the newest document came in, None where there is none."""
        row = self._db.execute(f"SELECT max(added_at) FROM {LEDGER}.version").fetchone()
        return str(row[0]) if row[0] else None

    def kinds(self) -> Counter[str]:
        """Claims by kind."""
        self.catch_up()
        rows = self._db.execute("SELECT kind, sum(claims) FROM total GROUP BY kind HAVING sum(claims) > 0")
        return Counter(dict(rows.fetchall()))

    def pairs(self) -> dict[tuple[str, str], int]:
        """Claims by every pair of states that they are about, the most first, then by the alphabet."""
        self.catch_up()
        told: Counter[tuple[str, str]] = Counter()
        for parties, claims in self._db.execute("SELECT parties, sum(claims) FROM total GROUP BY parties"):
            for one, other in combinations(sorted(set(json.loads(parties))), 2):
                told[one, other] += claims
        return dict(sorted(((pair, n) for pair, n in told.items() if n), key=lambda item: (-item[1], item[0])))


def _count(connection: sqlite3.Connection, sha256: str) -> None:
    before = connection.execute("SELECT kind, parties, -claims FROM told WHERE sha256 = ?", (sha256,)).fetchall()
    connection.execute("DELETE FROM told WHERE sha256 = ?", (sha256,))
    connection.execute("DELETE FROM document WHERE sha256 = ?", (sha256,))
    (places,) = connection.execute(_PLACES, (sha256,)).fetchone()
    speaks = connection.execute(_SPEAKS, (sha256,)).fetchone()
    now: Counter[tuple[str, str]] = Counter()
    if places and speaks:
        extraction, dated, relevant = speaks
        connection.execute("INSERT INTO document VALUES (?, ?, ?, ?)", (sha256, places, dated, relevant))
        rows = connection.execute(
            f"SELECT kind, parties, count(*) FROM {LEDGER}.claim WHERE extraction = ? GROUP BY 1, 2", (extraction,)
        ).fetchall()
        for kind, parties, claims in (*rows, *connection.execute(_BY_HAND, (sha256,))):
            now[kind, parties] += claims
    changed = [*before, *((*key, claims) for key, claims in now.items())]
    connection.executemany("INSERT INTO told VALUES (?, ?, ?, ?)", [(sha256, *key, n) for key, n in now.items()])
    connection.executemany(
        "INSERT INTO total VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET claims = claims + excluded.claims", changed
    )
