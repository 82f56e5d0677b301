"""What changed in a ledger since a mark: the documents whose claims may be others now, whatever caused it."""

from __future__ import annotations

import sqlite3

from qatynas.ledger.packing import digest

Mark = tuple[int, int, int, int]
"""How far a ledger was read: the newest rows of version, adoption, record and judgement."""

NOTHING: Mark = (0, 0, 0, 0)
TABLES = ("version", "adoption", "record", "judgement")
_BESIDE = ("settlement", "tombstone")


def mark(connection: sqlite3.Connection, schema: str = "main") -> Mark:
    """How far the ledger goes now; schema is the name that the ledger is attached under."""
    rows = [connection.execute(f"SELECT coalesce(max(id), 0) FROM {schema}.{table}").fetchone()[0] for table in TABLES]
    return rows[0], rows[1], rows[2], rows[3]


def state(connection: sqlite3.Connection) -> tuple[int, ...]:
    """What tells one state of all that a ledger answers from another: its mark, and what was settled and purged."""
    rest = [connection.execute(f"SELECT coalesce(max(rowid), 0) FROM {name}").fetchone()[0] for name in _BESIDE]
    return (*mark(connection), *rest)


def fingerprint(connection: sqlite3.Connection, at: Mark, schema: str = "main") -> str:
    """A hash of the rows at a mark: another ledger, copied over this one, has others there, and so has one of which
    something was purged."""
    version, adoption, record, judgement = at
    asked = (
        (f"SELECT place, sha256, added_at FROM {schema}.version WHERE id = ?", version),
        (f"SELECT adoption.sha256, identity, adoption.added_at FROM {schema}.adoption JOIN {schema}.extraction "
         "ON extraction.id = adoption.extraction WHERE adoption.id = ?", adoption),
        (f"SELECT form, who, added_at FROM {schema}.record WHERE id = ?", record),
        (f"SELECT verdict, who, added_at FROM {schema}.judgement WHERE id = ?", judgement),
    )  # fmt: skip
    purged = connection.execute(f"SELECT count(*), max(added_at) FROM {schema}.tombstone").fetchone()
    return digest(purged, *(connection.execute(statement, (number,)).fetchone() for statement, number in asked))


_CHANGED = """
    SELECT sha256 FROM {0}.version WHERE id > :version
    UNION SELECT (SELECT earlier.sha256 FROM {0}.version AS earlier WHERE earlier.place = version.place
                  AND earlier.id < version.id ORDER BY earlier.id DESC LIMIT 1)
          FROM {0}.version WHERE id > :version
    UNION SELECT sha256 FROM {0}.adoption WHERE id > :adoption
    UNION SELECT sha256 FROM {0}.record WHERE id > :record
    UNION SELECT earlier.sha256 FROM {0}.record JOIN {0}.record AS earlier ON earlier.id = record.withdraws
          WHERE record.id > :record
    UNION SELECT sha256 FROM {0}.judgement WHERE id > :judgement
    UNION SELECT earlier.sha256 FROM {0}.judgement JOIN {0}.judgement AS earlier ON earlier.id = judgement.withdraws
          WHERE judgement.id > :judgement
"""

_JUDGED_TOGETHER = """
    SELECT coalesce(withdraws, id) AS number, sha256 FROM {0}.judgement WHERE sha256 IS NOT NULL
    UNION SELECT judgement, sha256 FROM {0}.judged_claim
"""


def changed(connection: sqlite3.Connection, since: Mark, schema: str = "main") -> set[str]:
    """The hashes of documents that came, went, were read anew, recorded on or judged since a mark.

    A document that one judgement names together with a changed one counts as changed.
    """
    values = dict(zip(TABLES, since, strict=True))
    found = {row[0] for row in connection.execute(_CHANGED.format(schema), values) if row[0]}
    together: dict[int, set[str]] = {}
    for number, sha256 in connection.execute(_JUDGED_TOGETHER.format(schema)):
        together.setdefault(number, set()).add(sha256)
    grown = True
    while grown:
        before = len(found)
        found.update(*(named for named in together.values() if named & found))
        grown = len(found) > before
    return found
