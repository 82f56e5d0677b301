"""The ledger's tables and how a file is opened, made and brought up to date.

Append-only: every table that says something refuses UPDATE and DELETE. What is current follows from the order of rows
(the views), so nothing is ever marked or moved. A migration appends to MIGRATIONS and never edits an entry.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from qatynas.model.errors import InputError

APPLICATION = 0x51544E53  # «QTNS», in the file's header: file(1) and other programs see whose it is
BUSY_SECONDS = 30.0

_TABLES = (
    """CREATE TABLE document (  -- one source's bytes
        sha256 TEXT PRIMARY KEY,
        media_type TEXT NOT NULL,
        encoding TEXT NOT NULL,
        added_at TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE reading (  -- a document as one state of the reader saw it: its text and parts
        id INTEGER PRIMARY KEY,
        sha256 TEXT NOT NULL REFERENCES document,
        digest TEXT NOT NULL UNIQUE,  -- of all below
        script TEXT NOT NULL,
        language TEXT NOT NULL,
        title TEXT,
        author TEXT,
        address TEXT,
        text TEXT NOT NULL,
        blocks TEXT NOT NULL,  -- JSON: [[kind, start, end], …]
        dates TEXT NOT NULL,  -- JSON: [{source, words, span}, …]
        source_offsets BLOB  -- zlib, little-endian 32-bit; web pages only
    ) STRICT""",
    """CREATE TABLE version (  -- which bytes stood under a path; the newest row of a path is its current version
        id INTEGER PRIMARY KEY,
        place TEXT NOT NULL,  -- the path made absolute, or what else names the source
        path TEXT NOT NULL,  -- as the user gave it
        sha256 TEXT NOT NULL REFERENCES document,
        added_at TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE extraction (  -- what one program with one state of its data read out of a document
        id INTEGER PRIMARY KEY,
        identity TEXT NOT NULL UNIQUE,  -- of sha256, program, data, options
        sha256 TEXT NOT NULL REFERENCES document,
        reading INTEGER NOT NULL REFERENCES reading,
        path TEXT NOT NULL,
        program TEXT NOT NULL,
        data TEXT NOT NULL,
        options TEXT NOT NULL,  -- JSON: what the user gave (published, pair)
        published TEXT,
        published_basis TEXT,
        published_reason TEXT NOT NULL,
        pair TEXT NOT NULL,  -- JSON list
        relevance TEXT NOT NULL,
        leftovers TEXT NOT NULL,  -- JSON
        canonical_lines TEXT NOT NULL,  -- JSON: [[start, end, words], …]
        added_at TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE adoption (  -- which extraction speaks for a document; the newest row of a document decides
        id INTEGER PRIMARY KEY,
        sha256 TEXT NOT NULL REFERENCES document,
        extraction INTEGER NOT NULL REFERENCES extraction,
        added_at TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE claim (
        extraction INTEGER NOT NULL REFERENCES extraction,
        position INTEGER NOT NULL,
        id TEXT NOT NULL,  -- Claim.id: a hash of what is said and where
        kind TEXT NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        quote TEXT NOT NULL,
        parties TEXT NOT NULL,  -- JSON list
        status TEXT NOT NULL,
        speaker TEXT,
        said TEXT NOT NULL,  -- JSON: every field of the claim, numbers as exact strings
        PRIMARY KEY (extraction, position)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE judgement (  -- a person's word on a claim; it keeps a copy of what it judged
        id INTEGER PRIMARY KEY,
        verdict TEXT NOT NULL CHECK (verdict IN ('accept', 'reject', 'correct', 'withdraw')),
        who TEXT NOT NULL,
        reason TEXT NOT NULL,
        sha256 TEXT,
        kind TEXT,
        start INTEGER,
        "end" INTEGER,
        field TEXT,
        value TEXT,  -- JSON
        judged TEXT,  -- the claim's JSON as it was
        withdraws INTEGER REFERENCES judgement,
        added_at TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE passage (  -- blocks of readings, for search
        id INTEGER PRIMARY KEY,
        reading INTEGER NOT NULL REFERENCES reading,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL
    ) STRICT""",
    "CREATE VIRTUAL TABLE passage_words USING fts5(words, content='', tokenize='unicode61 remove_diacritics 0')",
    """CREATE TABLE search_key (  -- what folding the words of passage_words were made with; derived, may be renewed
        fold TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX version_place ON version (place, id)",
    "CREATE INDEX version_document ON version (sha256, id)",
    "CREATE INDEX adoption_document ON adoption (sha256, id)",
    "CREATE INDEX adoption_extraction ON adoption (extraction)",
    "CREATE INDEX extraction_document ON extraction (sha256)",
    "CREATE INDEX extraction_reading ON extraction (reading)",
    "CREATE INDEX claim_id ON claim (id)",
    "CREATE INDEX judgement_document ON judgement (sha256)",
)
_VIEWS = (
    """CREATE VIEW current_version AS
        SELECT * FROM version
        WHERE id = (SELECT max(id) FROM version AS later WHERE later.place = version.place)""",
    """CREATE VIEW current_adoption AS
        SELECT * FROM adoption
        WHERE id = (SELECT max(id) FROM adoption AS later WHERE later.sha256 = adoption.sha256)""",
    """CREATE VIEW current_extraction AS
        SELECT extraction.* FROM extraction JOIN current_adoption ON current_adoption.extraction = extraction.id
        WHERE EXISTS (SELECT 1 FROM current_version WHERE current_version.sha256 = extraction.sha256)""",
    """CREATE VIEW claim_state AS  -- every claim ever read, and whether it still speaks
        SELECT claim.*, extraction.sha256, extraction.path, extraction.program, extraction.data,
            CASE
                WHEN NOT EXISTS (SELECT 1 FROM current_version WHERE current_version.sha256 = extraction.sha256)
                    THEN 'superseded by a newer version'
                WHEN extraction.id <> (SELECT extraction FROM current_adoption
                                       WHERE current_adoption.sha256 = extraction.sha256)
                    THEN 'superseded by a newer reading'
                ELSE 'current'
            END AS state
        FROM claim JOIN extraction ON extraction.id = claim.extraction""",
)
KEPT = ("document", "reading", "version", "extraction", "adoption", "claim", "judgement", "passage")


def _refusals(table: str) -> tuple[str, ...]:
    """Triggers by which a table refuses to be changed."""
    return tuple(
        f"CREATE TRIGGER {table}_refuses_{act} BEFORE {act.upper()} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
        for act in ("update", "delete")
    )


_TRIGGERS = tuple(trigger for table in KEPT for trigger in _refusals(table))
_JUDGED = (  # judgements of several claims (join, split, prefer), which the first schema's list of verdicts left out
    """CREATE TABLE wider_judgement (  -- a person's word on claims; it keeps a copy of what it judged
        id INTEGER PRIMARY KEY,
        verdict TEXT NOT NULL CHECK (verdict IN ('accept', 'reject', 'correct', 'join', 'split', 'prefer', 'withdraw')),
        who TEXT NOT NULL,
        reason TEXT NOT NULL,
        sha256 TEXT,
        kind TEXT,
        start INTEGER,
        "end" INTEGER,
        field TEXT,
        value TEXT,  -- JSON
        judged TEXT,  -- the claim's JSON as it was
        withdraws INTEGER REFERENCES wider_judgement,
        added_at TEXT NOT NULL
    ) STRICT""",
    "INSERT INTO wider_judgement SELECT * FROM judgement",
    "DROP TABLE judgement",  # and its triggers
    "ALTER TABLE wider_judgement RENAME TO judgement",
    "CREATE INDEX judgement_document ON judgement (sha256)",
    """CREATE TABLE judged_claim (  -- the further claims of a judgement, each with a copy of what it was
        judgement INTEGER NOT NULL REFERENCES judgement,
        position INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        kind TEXT NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        judged TEXT NOT NULL,
        PRIMARY KEY (judgement, position)
    ) STRICT, WITHOUT ROWID""",
    *_refusals("judgement"),
    *_refusals("judged_claim"),
)
_RECORDED = (  # records by hand
    """CREATE TABLE record (
        id INTEGER PRIMARY KEY,
        form TEXT NOT NULL,  -- session, plan, delivery, act, words, correction; of a row that withdraws, "withdraw"
        who TEXT NOT NULL,
        ground TEXT NOT NULL,
        sha256 TEXT REFERENCES document,  -- the record's own document, or the one whose words it speaks of
        judgement INTEGER REFERENCES judgement,  -- a correction's
        withdraws INTEGER UNIQUE REFERENCES record,
        added_at TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE recorded_claim (  -- claims that people made of a document's words
        record INTEGER NOT NULL REFERENCES record,
        position INTEGER NOT NULL,
        id TEXT NOT NULL,
        sha256 TEXT NOT NULL REFERENCES document,
        kind TEXT NOT NULL,
        said TEXT NOT NULL,  -- JSON, as in claim
        PRIMARY KEY (record, position)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX recorded_claim_document ON recorded_claim (sha256)",
    "CREATE INDEX recorded_claim_id ON recorded_claim (id)",
    *_refusals("record"),
    *_refusals("recorded_claim"),
)
_SETTLED = (  # findings settled by people, and what may not be kept
    """CREATE TABLE settlement (  -- a person's word that a finding needs no more work
        id INTEGER PRIMARY KEY,
        finding TEXT,  -- Finding.id as it was shown; of a row that undoes, null
        evidence TEXT,  -- Finding.evidence: the settlement holds while this is the same
        says TEXT,
        sources TEXT NOT NULL,  -- JSON: the documents' sha256
        who TEXT NOT NULL,
        reason TEXT NOT NULL,
        undoes INTEGER UNIQUE REFERENCES settlement,
        added_at TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE tombstone (  -- a document that was purged; it is not taken in again
        sha256 TEXT PRIMARY KEY,
        paths TEXT NOT NULL,  -- JSON
        claims INTEGER NOT NULL,
        who TEXT NOT NULL,
        reason TEXT NOT NULL,
        added_at TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX settlement_evidence ON settlement (evidence)",
    *_refusals("settlement"),
    *_refusals("tombstone"),
)
# schema version n is made of the first n entries
MIGRATIONS: tuple[tuple[str, ...], ...] = ((*_TABLES, *_VIEWS, *_TRIGGERS), _JUDGED, _RECORDED, _SETTLED)


def connect(path: Path, busy_seconds: float = BUSY_SECONDS) -> sqlite3.Connection:
    """An open ledger of the newest schema, made where there is none. Raises InputError."""
    _check_place(path)
    with told(path, busy_seconds):
        connection = sqlite3.connect(path, timeout=busy_seconds, isolation_level=None)
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _check_place(path: Path) -> None:
    where = str(path)
    if path.is_dir():
        raise InputError(where, "is a folder; name the ledger's file, as ledger.sqlite")
    if not path.parent.is_dir():
        raise InputError(where, f"no folder {path.parent}; make it first")
    if path.exists() and not os.access(path, os.W_OK):
        raise InputError(where, "may not be written; change its permissions or copy it to a folder of your own")
    if not os.access(path.parent, os.W_OK):
        raise InputError(where, f"the folder {path.parent} may not be written; keep the ledger in a folder of your own")


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    _check_kind(connection, path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    if _schema(connection) < len(MIGRATIONS):
        with transaction(connection):
            for version in range(_schema(connection), len(MIGRATIONS)):
                for statement in MIGRATIONS[version]:
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {version + 1}")
            connection.execute(f"PRAGMA application_id = {APPLICATION}")


def _schema(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _check_kind(connection: sqlite3.Connection, path: Path) -> None:
    owner = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if owner != APPLICATION and tables:
        raise InputError(str(path), "a SQLite database of another program, not a ledger; name another file")
    schema = _schema(connection)
    if schema > len(MIGRATIONS):
        newer = f"made by a newer qatynas (schema {schema}, this program knows {len(MIGRATIONS)})"
        raise InputError(str(path), f"{newer}; install the newer version")


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing: what is done inside is committed at the end, or undone where anything is raised."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")  # may fail as well: the disk may be full only now
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextlib.contextmanager
def told(path: Path, busy_seconds: float = BUSY_SECONDS) -> Iterator[None]:
    """SQLite's errors about the file as lines that say what to do; others, the program's own faults, pass."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        line = _line(str(error).lower(), busy_seconds)
        if line is None:
            raise
        raise InputError(str(path), line) from error


_LINES = (
    ("not a database", "not a ledger (no SQLite file); name another file"),
    ("malformed", "damaged (SQLite finds it malformed); take a copy from before, or add the documents to a new one"),
    ("disk is full", "the disk is full; make room and run again, nothing half-done was kept"),
    (
        "disk i/o error",
        "the disk refuses to write (full, a quota, or damaged); make room and run again, nothing half-done was kept",
    ),
    ("readonly", "may not be written; change its permissions or copy it to a folder of your own"),
    ("read-only", "may not be written; change its permissions or copy it to a folder of your own"),
    ("unable to open", "cannot be opened; check the folder and its permissions"),
    ("no such module: fts5", "this Python's SQLite lacks full-text search (FTS5); use another Python"),
)


def _line(error: str, busy_seconds: float) -> str | None:
    if "locked" in error or "busy" in error:
        return f"is being written by another program (waited {busy_seconds:g} s); try again when that is done"
    return next((line for words, line in _LINES if words in error), None)
