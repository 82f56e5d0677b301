"""A ledger that argues with itself: what a program that uses this package holds in its hand."""

from __future__ import annotations

import contextlib
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from qatynas.checks.changed import Replaced
from qatynas.checks.kept import KeptFindings
from qatynas.checks.listing import in_order
from qatynas.checks.statuses import Promised
from qatynas.ledger import merging, purging, replacing, searching, settling
from qatynas.ledger.derived import forget
from qatynas.ledger.purging import Tombstone
from qatynas.ledger.schema import connect, told, transaction
from qatynas.ledger.settling import Settled, Settlement
from qatynas.model.errors import InputError
from qatynas.model.finding import Cited, Finding
from qatynas.relations.kept import Progress
from qatynas.relations.surface import Ledger as Related


class Ledger(Related):
    """A ledger with findings and promises.

    with Ledger.open(path) as ledger:
        ledger.findings(), ledger.promises()
    """

    def __init__(self, path: Path, **more: Any) -> None:
        self._found: dict[tuple[str, str], KeptFindings] = {}
        super().__init__(path, **more)

    @classmethod
    def open(cls, path: Path | str) -> Ledger:
        """The ledger in this file. Raises InputError where there is none."""
        book = super().open(path)
        assert isinstance(book, Ledger)
        return book

    def findings(
        self,
        pair: tuple[str, str] | None = None,
        *,
        alone: bool = False,
        grades: Sequence[str] = (),
        limit: int | None = None,
    ) -> tuple[Finding, ...]:
        """What all checks find about a pair of states and nobody has settled, the heaviest first.

        grades keeps those of these grades, limit so many of them. alone gives, in place of them, what no other source
        repeats. Raises InputError where nothing is told of the pair.
        """
        held = {one.evidence for one in self.settlements()}
        if alone:
            everything = self.kept_findings(pair).alone()
            told_once = (one for one in everything if one.evidence not in held)
            found: Iterable[Finding] = (one for one in told_once if not grades or one.grade in grades)
        else:
            kept = self.kept_findings(pair)
            found = kept.read(held, grades, limit)
        return tuple(islice(found, limit))

    def count_findings(self, pair: tuple[str, str] | None = None, grades: Sequence[str] = ()) -> dict[str, int]:
        """How many findings of each grade `findings` gives."""
        held = [one.evidence for one in self.settlements()]
        kept = self.kept_findings(pair)
        return kept.counted(held, grades)

    def kept_findings(self, pair: tuple[str, str] | None = None) -> KeptFindings:
        """The findings of a pair as they are kept up beside the ledger, brought up to date."""
        kept = self.kept(pair)
        if kept.pair not in self._found:
            self._found[kept.pair] = KeptFindings(self, kept)
        found = self._found[kept.pair]
        found.catch_up()
        return found

    def keep_up(self, progress: Progress | None = None) -> None:
        """Bring facts, texts and findings of the pair that most claims are about up to date."""
        super().keep_up(progress)
        if self.counts().pairs():
            self.kept_findings()

    def close(self) -> None:
        """Close the file, and those beside it that hold what is kept up."""
        for one in self._found.values():
            one.close()
        super().close()

    def _forget(self) -> None:
        """Throw away what is kept up of this ledger; it is made anew when it is asked for."""
        for found in self._found.values():
            found.close()
        for kept in self._kept.values():
            kept.close()
        self._found.clear()
        self._kept.clear()
        if self._counts is not None:
            self._counts.close()
            self._counts = None
        forget(self.path)

    def places(self, sha256: str) -> list[str]:
        """Under which paths a document has stood, as the ledger holds them."""
        with told(self.path):
            return replacing.places(self._connection, sha256)

    def replaced_versions(self, pair: tuple[str, str], places: Sequence[str] | None = None) -> Iterator[Replaced]:
        """Documents that stood in other versions under their path; of these places alone where they are given."""
        with told(self.path):
            for path, since, now, before in replacing.replaced(self._connection, places):
                earlier = [
                    Cited(number, sha256, claim)
                    for sha256 in before
                    for number, claim in replacing.said(self._connection, sha256, pair)
                ]
                present = [claim for _, claim in replacing.said(self._connection, now, pair)]
                yield Replaced(path, since, tuple(earlier), tuple(present))

    def settled(self, pair: tuple[str, str] | None = None) -> tuple[Settled, ...]:
        """The findings that people have settled and whose evidence is still the same."""
        held = {one.evidence: one for one in self.settlements()}
        if not held:
            return ()
        kept = self.kept_findings(pair)
        found = in_order(kept.settled(held))
        return tuple(Settled(one, held[one.evidence]) for one in found if one.evidence in held)

    def promises(
        self, pair: tuple[str, str] | None = None, *, status: str | None = None, limit: int | None = None
    ) -> tuple[Promised, ...]:
        """Promises with what became of them, the open ones first, each by its deadline.

        status keeps those of one status (checks.Status), limit so many. What a status rests on is cut after 20 facts.
        """
        return self.kept_findings(pair).promises.read(status, limit)[1]

    def settle(self, finding: Finding, *, who: str, reason: str) -> int:
        """Keep a person's word that a finding needs no more work, as long as its evidence stays; its number.

        Raises InputError where nobody or no reason is named, or it is settled already.
        """
        with told(self.path), transaction(self._connection):
            return settling.settle(self._connection, finding, who, reason, _now())

    def reopen(self, number: int, *, who: str, reason: str = "") -> int:
        """Take a settlement back; both words stay. Raises InputError."""
        with told(self.path), transaction(self._connection):
            return settling.reopen(self._connection, number, who, reason, _now())

    def settlements(self, *, undone: bool = False) -> list[Settlement]:
        """The settlements that stand, oldest first; undone adds those that were taken back."""
        with told(self.path):
            return settling.settlements(self._connection, undone)

    def purge(self, document: str, *, who: str, reason: str) -> tuple[Tombstone, ...]:
        """Remove what must not be kept: the text, the claims and all judgements of every version of a document.

        document is its path as it was given to add, or its sha256. What stays is a tombstone for each version, by which
        the same bytes are not taken in again. Other connections to the file must be closed. Raises InputError.
        """
        versions = {version.sha256 for version in self.versions(document)} or {document}
        with told(self.path):
            self._connection.execute("PRAGMA secure_delete = ON")
            with transaction(self._connection):
                gone = tuple(
                    purging.purge(self._connection, sha256, who, reason, _now()) for sha256 in sorted(versions)
                )
            self._forget()
            purging.sweep(self._connection)
        return gone

    def purge_word(self, number: int, *, who: str, reason: str, table: str = "judgement") -> Tombstone:
        """Remove one person's word that must not be kept: a judgement, or ("settlement") a settlement, by its number,
        with what rests on it. A tombstone stays, by which a merge does not bring it back. Raises InputError."""
        with told(self.path):
            self._connection.execute("PRAGMA secure_delete = ON")
            with transaction(self._connection):
                gone = purging.purge_word(self._connection, table, number, who, reason, _now())
            self._forget()
            purging.sweep(self._connection)
        return gone

    def tombstones(self) -> list[Tombstone]:
        """What was purged, oldest first."""
        with told(self.path):
            return purging.tombstones(self._connection)

    def merge(self, other: Path | str) -> int:
        """Take in another ledger: documents, readings, records, judgements and settlements, each with who and when; how
        many rows are new.

        The other file stays as it is. Merging it again changes nothing, and merging this one into it gives a ledger
        that says the same. What either has purged is purged in both. Raises InputError.
        """
        if not Path(other).is_file():
            raise InputError(str(other), "no such ledger")
        with tempfile.TemporaryDirectory(dir=self.path.parent, prefix=".merging-") as folder, told(self.path):
            copy = _copied(Path(other), Path(folder) / "other")
            with _closed(copy) as theirs, _closed(Path(folder) / "made") as made:
                before, after = self._replaced(made, theirs)
        if before != after:
            self._forget()
        return sum(after) - sum(before)

    def _replaced(self, made: sqlite3.Connection, theirs: sqlite3.Connection) -> tuple[list[int], list[int]]:
        """Put the rows of both in order in the place of this ledger's, in one transaction; counts before and after."""
        mine = self._connection
        with transaction(mine):
            before = _counts(mine)
            with transaction(made):
                merging.merge(made, mine, theirs)
            with purging.allowed(mine, merging.TABLES):
                mine.execute("PRAGMA defer_foreign_keys = ON")
                for table in reversed(merging.TABLES):
                    mine.execute(f"DELETE FROM {table}")
                for table in merging.TABLES:
                    _copy(made, mine, table)
            searching.renew(mine)
            return before, _counts(mine)


def _copy(source: sqlite3.Connection, target: sqlite3.Connection, table: str) -> None:
    """All rows of a table, in their order."""
    rows = source.execute(f"SELECT * FROM {table}" + (" ORDER BY rowid" if table == "document" else ""))
    marks = ", ".join("?" * len(rows.description))
    target.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)


def _counts(connection: sqlite3.Connection) -> list[int]:
    tables = (table for table in merging.TABLES if table != "passage")
    return [connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables]


def _copied(path: Path, to: Path) -> Path:
    """A copy of another's ledger, so that a newer program need not change its schema."""
    source = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    with contextlib.closing(source), contextlib.closing(sqlite3.connect(to)) as target:
        source.backup(target)
    return to


def _closed(path: Path) -> contextlib.closing[sqlite3.Connection]:
    return contextlib.closing(connect(path))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
