"""One file that keeps documents and what was read out of them, and forgets nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from qatynas import __version__
from qatynas.data import data_hash
from qatynas.ledger import changes, current, judging, purging, recording, searching
from qatynas.ledger.current import LATEST as LATEST
from qatynas.ledger.packing import (
    READING_COLUMNS,
    digest,
    pack_claim,
    pack_leftovers,
    pack_lines,
    reading_digest,
    reading_row,
    text_of,
    unpack_claim,
)
from qatynas.ledger.schema import BUSY_SECONDS, connect, told, transaction
from qatynas.ledger.values import (
    CHANGED,
    NEW,
    PURGED,
    REREAD,
    UNCHANGED,
    Added,
    Entry,
    Hit,
    Judgement,
    Kept,
    Listed,
    Record,
    Version,
)
from qatynas.model.claim import Claim
from qatynas.model.document import DateSource, Document
from qatynas.model.errors import InputError
from qatynas.model.extraction import Extraction
from qatynas.model.span import Span

STANDARD_INPUT = "-"


class Ledger:
    """An open ledger; use it as a context manager.

    path is its file, made where there is none (":memory:" is not taken: a ledger is a file). program and data say who
    reads: the program's version and the hash of its data files; they are part of an extraction's identity.
    busy_seconds is how long another writer is waited for. Raises InputError where the file is none of ours, newer than
    the program, damaged, or may not be written.
    """

    def __init__(
        self, path: Path, *, program: str = __version__, data: str | None = None, busy_seconds: float = BUSY_SECONDS
    ) -> None:
        self.path = Path(path)
        self.program = program
        self.data = data_hash() if data is None else data
        self._busy_seconds = busy_seconds
        self._connection = connect(self.path, busy_seconds)
        with told(self.path, busy_seconds):
            if searching.is_stale(self._connection):
                with transaction(self._connection):
                    searching.renew(self._connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; harmless where it is closed."""
        self._connection.close()

    def add(self, extraction: Extraction, *, pair: tuple[str, str] | None = None) -> Added:
        """Keep an extraction, in one transaction; what is known already changes nothing.

        pair is the pair that the user kept claims of, part of the extraction's identity as is the given date.
        """
        with told(self.path, self._busy_seconds), transaction(self._connection):
            return self._add(extraction, *self._identity(extraction, pair))

    def _identity(self, extraction: Extraction, pair: tuple[str, str] | None) -> tuple[str, str]:
        """What the user gave, and what tells this extraction from every other."""
        document = extraction.document
        options = text_of({"published": _given(document), "pair": list(pair) if pair else None})
        return options, digest(document.sha256, self.program, self.data, options, _content(extraction))

    def _add(self, extraction: Extraction, options: str, identity: str) -> Added:
        document, now = extraction.document, _now()
        if purging.is_purged(self._connection, document.sha256):
            return Added(PURGED, False, 0, 0)
        place = _place(document)
        newest = self._one("SELECT sha256 FROM version WHERE place = ? ORDER BY id DESC LIMIT 1", place)
        known = self._one("SELECT 1 FROM document WHERE sha256 = ?", document.sha256)
        found = self._one("SELECT id FROM extraction WHERE identity = ?", identity)
        adopted = self._one(
            "SELECT extraction FROM adoption WHERE sha256 = ? ORDER BY id DESC LIMIT 1", document.sha256
        )
        same_version = newest == (document.sha256,)
        if same_version and found and adopted == found:
            return Added(UNCHANGED, False, 0, len(extraction.claims))
        touched = {document.sha256, *(newest or ())} if known or newest else set()
        before = self._speaking(touched)
        if not known:
            self._insert("document", sha256=document.sha256, media_type=document.media_type,
                         encoding=document.encoding, added_at=now)  # fmt: skip
        if not same_version:
            self._insert("version", place=place, path=document.path, sha256=document.sha256, added_at=now)
        number = found[0] if found else self._keep(extraction, options, identity, now)
        if adopted != (number,):
            self._insert("adoption", sha256=document.sha256, extraction=number, added_at=now)
        after = self._speaking(touched)
        change = NEW if newest is None else CHANGED if not same_version else REREAD
        return Added(change, not known, len(before - after), len(extraction.claims))

    def _speaking(self, documents: set[str]) -> set[tuple[int, int]]:
        """The claims of these documents that speak now, by extraction and position."""
        if not documents:
            return set()
        marks = ",".join("?" * len(documents))
        rows = self._connection.execute(
            f"SELECT claim.extraction, claim.position FROM current_extraction JOIN claim ON claim.extraction = "
            f"current_extraction.id WHERE current_extraction.sha256 IN ({marks})",
            tuple(documents),
        )
        return set(rows)

    def _keep(self, extraction: Extraction, options: str, identity: str, now: str) -> int:
        """Write an extraction with its reading and claims; its number."""
        document = extraction.document
        number = self._insert(
            "extraction",
            identity=identity,
            sha256=document.sha256,
            reading=self._keep_reading(document),
            path=document.path,
            program=self.program,
            data=self.data,
            options=options,
            published=extraction.dating.edtf,
            published_basis=extraction.dating.basis,
            published_reason=extraction.dating.reason,
            pair=text_of(list(extraction.pair)),
            relevance=extraction.relevance,
            leftovers=pack_leftovers(extraction.leftovers),
            canonical_lines=pack_lines(extraction.canonical_lines),
            added_at=now,
        )
        self._connection.executemany(
            'INSERT INTO claim (extraction, position, id, kind, start, "end", quote, parties, status, speaker, said) '
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (number, position, claim.id(document.sha256), claim.kind, claim.span.start, claim.span.end, claim.quote,
                 text_of(list(claim.parties)), claim.status, claim.speaker, pack_claim(claim))
                for position, claim in enumerate(extraction.claims)
            ],
        )  # fmt: skip
        return number

    def _keep_reading(self, document: Document) -> int:
        packed = reading_digest(document)
        found = self._one("SELECT id FROM reading WHERE digest = ?", packed)
        if found:
            return int(found[0])
        values = dict(zip(READING_COLUMNS, reading_row(document), strict=True))
        number = self._insert("reading", sha256=document.sha256, digest=packed, **values)
        searching.index(self._connection, number, document)
        return number

    def extractions(
        self, pair: tuple[str, str] | None = None, *, before: str = LATEST, sha256: str | None = None
    ) -> Iterator[Extraction]:
        """The current readings, in the order that their documents came in, as they were when they were added.

        pair keeps the claims about those two states and leaves out documents that have none. before (an ISO date or
        time, UTC) gives the readings that were current then. sha256 keeps one document.
        """
        with told(self.path, self._busy_seconds):
            yield from current.extractions(self._connection, pair, before, sha256)

    def entries(self, pair: tuple[str, str] | None = None) -> Iterator[Entry]:
        """The claims of the current readings, each with its document."""
        for extraction in self.extractions(pair):
            for claim in extraction.claims:
                yield Entry(claim, extraction.document)

    def state(self) -> tuple[int, ...]:
        """Numbers that are others once anything was added, judged, recorded, settled or purged."""
        return changes.state(self._connection)

    def history(self) -> Iterator[Kept]:
        """Every claim ever read, with what superseded it where it no longer speaks."""
        rows = self._rows(
            "SELECT id, kind, said, sha256, program, data, state FROM claim_state ORDER BY extraction, position"
        )
        for number, kind, said, sha256, program, data, state in rows:
            yield Kept(number, unpack_claim(kind, said), sha256, program, data, state)

    def documents(self) -> list[Listed]:
        """The current documents, in the order that they came in."""
        rows = self._rows(
            "SELECT version.path, version.sha256, title, script, language, address, published, published_basis, "
            "relevance, (SELECT count(*) FROM claim WHERE claim.extraction = extraction.id), "
            "(SELECT count(DISTINCT sha256) FROM version AS other WHERE other.place = version.place), "
            "version.added_at FROM current_version AS version "
            "JOIN current_extraction AS extraction ON extraction.sha256 = version.sha256 "
            "JOIN reading ON reading.id = extraction.reading ORDER BY version.id"
        )
        return [Listed(*row) for row in rows]

    def versions(self, path: str) -> list[Version]:
        """What has stood under a path, oldest first; path as it was given to add."""
        rows = self._rows(
            "SELECT path, sha256, added_at, "
            "id = (SELECT max(id) FROM version AS later WHERE later.place = version.place) "
            "FROM version WHERE place IN (SELECT place FROM version WHERE path = ? OR place = ?) ORDER BY id",
            path,
            os.path.abspath(path),
        )
        return [Version(path, sha256, added_at, bool(is_current)) for path, sha256, added_at, is_current in rows]

    def search(self, text: str, limit: int = 50) -> list[Hit]:
        """Passages of current documents that hold all words of text, in any script; best first.

        A word finds longer ones that begin with it, so endings need not be typed. Empty for a text without words.
        """
        with told(self.path, self._busy_seconds):
            return searching.search(self._connection, text, limit)

    def judge(
        self,
        claim: Claim,
        sha256: str,
        verdict: str,
        *,
        who: str,
        reason: str = "",
        field: str | None = None,
        value: object = None,
        others: Sequence[tuple[Claim, str]] = (),
    ) -> int:
        """Keep a person's word on a claim of the document with this hash; its number.

        verdict is accept, reject, correct (with a field of CLAIMS.md and its value), prefer, or join or split, with
        others: the further claims, each with its document's hash. Raises InputError.
        """
        said = judging.Said(claim, sha256, verdict, who, reason, field, value, others)
        with told(self.path, self._busy_seconds), transaction(self._connection):
            return judging.judge(self._connection, said, _now())

    def claim(self, number: str) -> tuple[Claim, str]:
        """The claim with this id, or the one whose id begins so, and its document's hash; current ones come first.

        Raises InputError where there is none, or several begin so.
        """
        rows = list(self._rows(
            "SELECT DISTINCT id, kind, said, sha256, state FROM claim_state WHERE id >= ? AND id < ?",
            number, number + "g",  # ids are hexadecimal
        ))  # fmt: skip
        rows += self._rows(
            "SELECT id, kind, said, sha256, 'current' FROM recorded_claim WHERE id >= ? AND id < ?",
            number,
            number + "g",
        )
        rows = [row for row in rows if row[4] == "current"] or rows
        if len({row[0] for row in rows}) != 1:
            why = f"{len(rows)} claims begin so; give more of the id" if rows else "no such claim in this ledger"
            raise InputError(f"claim {number}", why)
        _, kind, said, sha256, _ = rows[0]
        return unpack_claim(kind, said), sha256

    def withdraw(self, judgement: int, *, who: str, reason: str = "") -> int:
        """Take a judgement back: it stays, and a row beside it says that it no longer counts. Raises InputError."""
        with told(self.path, self._busy_seconds), transaction(self._connection):
            return judging.withdraw(self._connection, judgement, who, reason, _now())

    def record(self, form: str, rows: Sequence[recording.Row], *, who: str, ground: str, on: str | None = None) -> int:
        """Keep what a person entered as a document of its own; its number.

        rows are claims by CLAIMS.md's fields; form says in a word what it is (session, plan, …), ground what it rests
        on, on (EDTF) its date, today where left out. Raises InputError.
        """
        recording.check(who, ground)
        now = _now()
        with told(self.path, self._busy_seconds), transaction(self._connection):
            number = recording.next_number(self._connection)
            extraction = recording.sheet(number, form, who, ground, on or now[:10], rows, now)
            self._add(extraction, *self._identity(extraction, None))
            return recording.keep(self._connection, form, who, ground, now, sha256=extraction.document.sha256)

    def record_words(self, path: str, span: Span, row: recording.Row, *, who: str, ground: str) -> int:
        """Keep a claim that a person made of words of a current document; its number. Raises InputError."""
        recording.check(who, ground)
        extraction = self.extraction(path)
        document, now = extraction.document, _now()
        if not span or span.end > len(document.text):
            raise InputError(path, f"no words from {span.start} to {span.end}; the text has {len(document.text)}")
        claim = recording.made(row, document, span, who, ground, now, published=extraction.dating.edtf)
        claim = replace(claim, published_basis=extraction.dating.basis)
        with told(self.path, self._busy_seconds), transaction(self._connection):
            return recording.keep(
                self._connection, recording.WORDS, who, ground, now, sha256=document.sha256, claims=(claim,)
            )

    def record_correction(self, claim: Claim, sha256: str, field: str, value: object, *, who: str, ground: str) -> int:
        """Keep a correction of one field of a claim, as a judgement and a record; the record's number."""
        recording.check(who, ground)
        said, now = judging.Said(claim, sha256, "correct", who, ground, field, value), _now()
        with told(self.path, self._busy_seconds), transaction(self._connection):
            judgement = judging.judge(self._connection, said, now)
            return recording.keep(
                self._connection, recording.CORRECTION, who, ground, now, sha256=sha256, judgement=judgement
            )

    def withdraw_record(self, number: int, *, who: str, reason: str = "") -> None:
        """Take a record back: it stays to be seen and says nothing any more. Raises InputError."""
        recording.check(who, "withdrawn")
        with told(self.path, self._busy_seconds), transaction(self._connection):
            record, now = recording.find(self._connection, number), _now()
            if record.judgement is not None:
                judging.withdraw(self._connection, record.judgement, who, reason, now)
            elif record.form != recording.WORDS:
                silent = recording.withdrawn(self.extraction(f"record:{number}"), number, who, reason)
                self._add(silent, *self._identity(silent, None))
            recording.keep(self._connection, "withdraw", who, reason, now, withdraws=number)

    def records(self, *, withdrawn: bool = False) -> list[Record]:
        """The records that stand, oldest first; withdrawn adds those that were taken back."""
        with told(self.path, self._busy_seconds):
            return [one for one in recording.records(self._connection) if withdrawn or one.withdrawn is None]

    def extraction(self, path: str) -> Extraction:
        """The current reading of the document under a path, as it was given to add. Raises InputError."""
        versions = [version for version in self.versions(path) if version.is_current]
        if not versions:
            raise InputError(path, "no such document in this ledger; name it as it was added")
        return next(self.extractions(sha256=versions[-1].sha256))

    def judgements(self, *, withdrawn: bool = False) -> list[Judgement]:
        """The judgements that stand, oldest first; withdrawn adds those that were taken back."""
        return judging.judgements(self._connection, withdrawn)

    def judged(self, extraction: Extraction) -> Extraction:
        """An extraction as people have judged it: rejected claims gone, corrected fields as corrected."""
        return judging.judged(extraction, self.judgements())

    def _one(self, statement: str, *values: Any) -> tuple[Any, ...] | None:
        row: tuple[Any, ...] | None = self._connection.execute(statement, values).fetchone()
        return row

    def _rows(self, statement: str, *values: Any) -> Iterator[tuple[Any, ...]]:
        with told(self.path, self._busy_seconds):
            yield from self._connection.execute(statement, values).fetchall()

    def _insert(self, table: str, **values: Any) -> int:
        """Append a row; its number. Names come from the program, never from outside."""
        names, marks = ", ".join(values), ", ".join("?" * len(values))
        cursor = self._connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(values.values()))
        return int(cursor.lastrowid or 0)


def _place(document: Document) -> str:
    """What names a source from one add to the next: its path made absolute; standard input has only its content."""
    if document.path == STANDARD_INPUT:
        return document.address or f"sha256:{document.sha256}"
    return os.path.abspath(document.path) if os.path.exists(document.path) else document.path


def _content(extraction: Extraction) -> list[object]:
    """What an extraction says: the same program may read a text anew while it is being worked on."""
    document = extraction.document
    return [
        reading_digest(document),
        [claim.id(document.sha256) for claim in extraction.claims],
        [extraction.dating.edtf, extraction.dating.basis, list(extraction.pair), extraction.relevance],
        pack_leftovers(extraction.leftovers),
    ]


def _given(document: Document) -> str | None:
    return next((date.words for date in document.dates if date.source is DateSource.GIVEN), None)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
