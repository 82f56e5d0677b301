"""What must not be kept (a document's text, claims and all said of them; one word of a person): really removed;
a tombstone stays.

This is the one place where rows go. The triggers that refuse it are taken off inside the transaction and put back in
it, so that no other program ever sees the ledger without them; a purge that fails undoes all of it.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from qatynas.ledger import merging, searching
from qatynas.model.errors import InputError

# In this order each row goes before what it refers to. Each is for one document's hash (?1).
_READINGS = "SELECT id FROM extraction WHERE sha256 = ?1"
_WORDS = (
    "SELECT id FROM judgement WHERE sha256 = ?1 OR (verdict IN ('join', 'split') AND id IN "
    "(SELECT judgement FROM judged_claim WHERE sha256 = ?1) AND NOT EXISTS (SELECT 1 FROM judged_claim AS kept "
    "WHERE kept.judgement = judgement.id AND kept.sha256 <> ?1))"
)
_RECORDS = f"SELECT id FROM record WHERE sha256 = ?1 OR judgement IN ({_WORDS})"
_SETTLED = "SELECT id FROM settlement WHERE sources LIKE '%' || ?1 || '%'"
_STEPS: tuple[tuple[str, str], ...] = (
    ("recorded_claim", f"sha256 = ?1 OR record IN ({_RECORDS})"),
    ("record", f"withdraws IN ({_RECORDS})"),
    ("record", f"id IN ({_RECORDS})"),
    ("judgement", f"withdraws IN ({_WORDS})"),
    ("judgement", f"id IN ({_WORDS})"),
    ("judged_claim", "sha256 = ?1 OR judgement NOT IN (SELECT id FROM judgement)"),
    ("settlement", f"undoes IN ({_SETTLED})"),
    ("settlement", f"id IN ({_SETTLED})"),
    ("claim", f"extraction IN ({_READINGS})"),
    ("adoption", "sha256 = ?1"),
    ("extraction", "sha256 = ?1"),
    ("passage", "reading IN (SELECT id FROM reading WHERE sha256 = ?1)"),
    ("reading", "sha256 = ?1"),
    ("version", "sha256 = ?1"),
    ("document", "sha256 = ?1"),
)


_WORD_STEPS: dict[str, tuple[tuple[str, str], ...]] = {  # for the number of one judgement, or one settlement (?1)
    "judgement": (
        ("recorded_claim", "record IN (SELECT id FROM record WHERE judgement = ?1)"),
        ("record", "withdraws IN (SELECT id FROM record WHERE judgement = ?1)"),
        ("record", "judgement = ?1"),
        ("judgement", "withdraws = ?1"),
        ("judged_claim", "judgement = ?1"),
        ("judgement", "id = ?1"),
    ),
    "settlement": (("settlement", "undoes = ?1"), ("settlement", "id = ?1")),
}
_WORD = {"judgement": "verdict <> 'withdraw'", "settlement": "undoes IS NULL"}


@dataclass(frozen=True, slots=True)
class Tombstone:
    """A document that was purged: its hash, the paths it stood under, how many claims went; who did it, why, when.

    Of a judgement or a settlement that was purged sha256 is a hash of what it said, and paths names it by its number.
    """

    sha256: str
    paths: tuple[str, ...]
    claims: int
    who: str
    reason: str
    added_at: str


def purge(connection: sqlite3.Connection, sha256: str, who: str, reason: str, now: str) -> Tombstone:
    """Remove a document and all that was said of it, inside the caller's transaction. Raises InputError."""
    where = f"document {sha256[:12]}"
    if not who.strip() or not reason.strip():
        raise InputError(where, "say who removes it (--who) and why (--reason)")
    if connection.execute("SELECT 1 FROM document WHERE sha256 = ?", (sha256,)).fetchone() is None:
        raise InputError(where, "no such document in this ledger")
    paths = [path for (path,) in connection.execute("SELECT DISTINCT path FROM version WHERE sha256 = ?", (sha256,))]
    claims = connection.execute(f"SELECT count(*) FROM claim WHERE extraction IN ({_READINGS})", (sha256,)).fetchone()[
        0
    ]
    with allowed(connection, {table for table, _ in _STEPS}):
        connection.execute("PRAGMA defer_foreign_keys = ON")
        for table, which in _STEPS:
            connection.execute(f"DELETE FROM {table} WHERE {which}", (sha256,))
    searching.renew(connection)  # its words stand in the index as well
    stone = Tombstone(sha256, tuple(paths), claims, who, reason, now)
    _bury(connection, stone)
    return stone


def purge_word(connection: sqlite3.Connection, table: str, number: int, who: str, reason: str, now: str) -> Tombstone:
    """Remove one "judgement" or one "settlement" with all that rests on it, inside the caller's transaction.

    A merge does not bring it back. Raises InputError.
    """
    where = f"{table} {number}"
    if not who.strip() or not reason.strip():
        raise InputError(where, "say who removes it (--who) and why (--reason)")
    if connection.execute(f"SELECT 1 FROM {table} WHERE id = ? AND {_WORD[table]}", (number,)).fetchone() is None:
        raise InputError(where, f"no such {table} in this ledger; see `qatynas judge list --all`")
    stone = Tombstone(merging.said_by(connection, table, number), (where,), 0, who, reason, now)
    steps = _WORD_STEPS[table]
    with allowed(connection, {name for name, _ in steps}):
        connection.execute("PRAGMA defer_foreign_keys = ON")
        for name, which in steps:
            connection.execute(f"DELETE FROM {name} WHERE {which}", (number,))
    _bury(connection, stone)
    return stone


def _bury(connection: sqlite3.Connection, stone: Tombstone) -> None:
    connection.execute(
        "INSERT OR IGNORE INTO tombstone (sha256, paths, claims, who, reason, added_at) VALUES (?, ?, ?, ?, ?, ?)",
        (stone.sha256, json.dumps(stone.paths, ensure_ascii=False), stone.claims, stone.who, stone.reason,
         stone.added_at),
    )  # fmt: skip


@contextlib.contextmanager
def allowed(connection: sqlite3.Connection, tables: Iterable[str]) -> Iterator[None]:
    """These tables without the triggers that refuse a change, which are made again at the end; inside a transaction."""
    tables = sorted(tables)
    marks = ",".join("?" * len(tables))
    triggers = connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name LIKE '%_refuses_%' "
        f"AND tbl_name IN ({marks})",
        tables,
    ).fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    yield
    for _, statement in triggers:
        connection.execute(statement)


def sweep(connection: sqlite3.Connection) -> None:
    """Write the file anew without what removed rows left in it; after a purge."""
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def tombstones(connection: sqlite3.Connection) -> list[Tombstone]:
    """What was purged, oldest first."""
    rows = connection.execute(
        "SELECT sha256, paths, claims, who, reason, added_at FROM tombstone ORDER BY added_at, sha256"
    )
    return [Tombstone(sha256, tuple(json.loads(paths)), *rest) for sha256, paths, *rest in rows]


def is_purged(connection: sqlite3.Connection, sha256: str) -> bool:
    """Whether these bytes are not to be kept."""
    return connection.execute("SELECT 1 FROM tombstone WHERE sha256 = ?", (sha256,)).fetchone() is not None
