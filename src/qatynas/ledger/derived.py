"""Tables that are made of a ledger and kept up with it, in a file of their own beside it.

Nothing here is truth: the file may be deleted at any time and is made anew. It knows nothing of what its tables mean.
A keeper gives their schema and a version (anything that changes what it would write); where the version is another,
the ledger is another or had something purged, or the file is damaged, it starts empty. What changed since it was last
asked stands in `todo`, so that a keeper killed at any moment goes on where it was.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sqlite3
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from qatynas.ledger.changes import NOTHING, Mark, changed, fingerprint, mark
from qatynas.ledger.schema import BUSY_SECONDS, told, transaction

LEDGER = "ledger"
"""The name that the ledger's own tables are found under: `ledger.claim`."""

_KEPT = (
    "CREATE TABLE kept (version TEXT NOT NULL, mark TEXT NOT NULL, fingerprint TEXT NOT NULL)",
    "CREATE TABLE todo (sha256 TEXT PRIMARY KEY) WITHOUT ROWID",  # documents that changed and are not done yet
)
_FOLLOWER = "CREATE TABLE IF NOT EXISTS follower (name TEXT PRIMARY KEY, version TEXT NOT NULL, since INTEGER NOT NULL)"

MARK = "-kept-"
"""What the names of such files have after the ledger's own: ledger.sqlite-kept-KAZ-KGZ."""

CACHE = 128  # MiB of the file that a connection keeps in memory


class Derived:
    """An open file of derived tables; close it. connection is for the keeper's own statements; the ledger is attached
    to it, to be read only. Raises InputError where the folder may not be written."""

    def __init__(self, ledger: Path, name: str, version: str, tables: Sequence[str]) -> None:
        self.path = ledger.with_name(f"{ledger.name}{MARK}{name}")
        self._ledger, self._version, self._tables = ledger, version, tables
        with told(self.path):
            try:
                self.connection = self._opened()
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError):
                    raise
                self._remove()  # damaged: nothing is lost
                self.connection = self._opened()

    def close(self) -> None:
        """Close the file; harmless where it is closed."""
        self.connection.close()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing; the ledger stands still for as long as this takes, as this connection sees it."""
        with told(self.path), transaction(self.connection):
            yield self.connection

    def collect(self) -> int:
        """Note which documents changed since this was last asked; how many wait in `todo`."""
        with told(self.path):
            if self._mark() == mark(self.connection, LEDGER):
                return self.waiting()
        with self.transaction() as connection:
            since, now = self._mark(), mark(connection, LEDGER)
            fresh = changed(connection, since, LEDGER)
            connection.executemany("INSERT OR IGNORE INTO todo VALUES (?)", [(sha256,) for sha256 in sorted(fresh)])
            connection.execute(
                "UPDATE kept SET mark = ?, fingerprint = ?", (json.dumps(now), fingerprint(connection, now, LEDGER))
            )
        return self.waiting()

    def waiting(self) -> int:
        """How many changed documents are not done yet."""
        return int(self.connection.execute("SELECT count(*) FROM todo").fetchone()[0])

    def next_changed(self, most: int) -> list[str]:
        """Some documents that wait, by their hashes; inside a transaction that does and then `done`s them."""
        return [row[0] for row in self.connection.execute("SELECT sha256 FROM todo LIMIT ?", (most,))]

    def done(self, documents: Sequence[str]) -> None:
        """These documents are as the ledger has them."""
        self.connection.executemany("DELETE FROM todo WHERE sha256 = ?", [(sha256,) for sha256 in documents])

    def follow(self, name: str, version: str, tables: Sequence[str]) -> None:
        """Make room for one who builds on these tables: tables of its own, whose names begin with name and "_". They
        are dropped and made anew with these, and where its version is another."""
        if self._follows(name) == version:
            return
        with self.transaction() as connection:
            connection.execute(_FOLLOWER)
            if self._follows(name) == version:  # another process was faster
                return
            found = connection.execute(
                "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND substr(name, 1, ?) = ?",
                (len(name) + 1, f"{name}_"),
            ).fetchall()
            for (table,) in found:
                connection.execute(f'DROP TABLE "{table}"')
            for statement in tables:
                connection.execute(statement)
            connection.execute("INSERT OR REPLACE INTO follower VALUES (?, ?, 0)", (name, version))

    def _follows(self, name: str) -> str | None:
        if not self.connection.execute("SELECT 1 FROM main.sqlite_schema WHERE name = 'follower'").fetchone():
            return None
        row = self.connection.execute("SELECT version FROM follower WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else None

    def followed(self, name: str) -> int:
        """The number that a follower noted last, 0 where it is new."""
        row = self.connection.execute("SELECT since FROM follower WHERE name = ?", (name,)).fetchone()
        return int(row[0])

    def note(self, name: str, since: int) -> None:
        """Note how far a follower has come, in the transaction in which it came there."""
        self.connection.execute("UPDATE follower SET since = ? WHERE name = ?", (since, name))

    def _mark(self) -> Mark:
        one, two, three, four = json.loads(self.connection.execute("SELECT mark FROM kept").fetchone()[0])
        return one, two, three, four

    def _opened(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            f"{self.path.absolute().as_uri()}", uri=True, timeout=BUSY_SECONDS, isolation_level=None
        )
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")  # the newest may be lost with the power, and is made anew
            connection.execute("PRAGMA wal_autocheckpoint = 20000")
            connection.execute(f"PRAGMA cache_size = {-1024 * CACHE}")
            connection.execute(f"ATTACH ? AS {LEDGER}", (f"{self._ledger.absolute().as_uri()}?mode=ro",))
            if not self._is_ours(connection):
                with transaction(connection):
                    if not self._is_ours(connection):  # another process may have been faster
                        self._make(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _is_ours(self, connection: sqlite3.Connection) -> bool:
        if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'kept'").fetchone():
            return False
        version, at, known = connection.execute("SELECT version, mark, fingerprint FROM kept").fetchone()
        one, two, three, four = json.loads(at)
        return bool(version == self._version and known == fingerprint(connection, (one, two, three, four), LEDGER))

    def _make(self, connection: sqlite3.Connection) -> None:
        found = connection.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table'").fetchall()
        connection.execute("PRAGMA secure_delete = ON")  # what was purged from the ledger stays nowhere
        for (name,) in found:
            if not name.startswith("sqlite_"):
                connection.execute(f'DROP TABLE "{name}"')
        for statement in (*_KEPT, *self._tables):
            connection.execute(statement)
        known = fingerprint(connection, NOTHING, LEDGER)
        connection.execute("INSERT INTO kept VALUES (?, ?, ?)", (self._version, json.dumps(NOTHING), known))

    def _remove(self) -> None:
        _unlink(self.path)


@cache
def made_by(*files: Path) -> str:
    """What tells these files from others that would make other tables: 16 hex digits of SHA-256 over their bytes."""
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:16]


def forget(ledger: Path) -> None:
    """Remove all derived files of a ledger, as after a purge; they are made anew when they are asked for."""
    for path in ledger.parent.glob(f"{ledger.name}{MARK}*"):
        if not path.name.endswith(_ASIDE):
            _unlink(path)


_ASIDE = ("-wal", "-shm")


def _unlink(path: Path) -> None:
    for ending in ("", *_ASIDE):
        with contextlib.suppress(FileNotFoundError):
            os.unlink(f"{path}{ending}")
