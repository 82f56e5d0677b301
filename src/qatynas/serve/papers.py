"""Documents for lists and searches: what each is, read from rows alone; and the words by which their list is narrowed,
kept beside the ledger."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from qatynas.ledger.derived import LEDGER, Derived, made_by
from qatynas.publish.quotes import short_path
from qatynas.relations import order
from qatynas.relations.kept_tables import in_parts, marks
from qatynas.serve.facets import LAST_DAY, packed, word_number, years_of
from qatynas.serve.tally import UNDATED, Roll

TABLES = (
    "CREATE TABLE word (id INTEGER PRIMARY KEY, facet TEXT NOT NULL, word TEXT NOT NULL, UNIQUE (facet, word))",
    """CREATE TABLE paper (
        id INTEGER PRIMARY KEY AUTOINCREMENT, sha256 TEXT NOT NULL UNIQUE, first_day INTEGER NOT NULL,
        last_day INTEGER NOT NULL, telling INTEGER NOT NULL, words BLOB NOT NULL, changed INTEGER NOT NULL)""",
    "CREATE INDEX paper_changed ON paper (changed)",
    "CREATE TABLE gone (paper INTEGER PRIMARY KEY, changed INTEGER NOT NULL)",
    "CREATE TABLE clock (now INTEGER NOT NULL)",
    "INSERT INTO clock VALUES (0)",
)
AT_ONCE = 1_000  # documents in one transaction


@dataclass(frozen=True, slots=True)
class Paper:
    """One current document as a list shows it. claims counts all that was read in it."""

    sha256: str
    path: str
    title: str
    author: str
    address: str
    script: str
    published: str | None
    basis: str | None
    reason: str
    relevance: str
    claims: int

    @property
    def publisher(self) -> str:
        return publisher(self.address or self.path)


def publisher(address: str) -> str:
    """Who published a document: the host of its address, else the folder of its file."""
    if "://" in address:
        return address.split("/")[2].removeprefix("www.")
    return "/".join(short_path(address).split("/")[:-1]) or address.partition(":")[0]


class Papers:
    """The documents of a ledger. Close it."""

    def __init__(self, ledger: Path) -> None:
        self.derived = Derived(ledger, "documents", _version(), TABLES)
        self._db = self.derived.connection

    def close(self) -> None:
        """Close the file; harmless where it is closed."""
        self.derived.close()

    def catch_up(self) -> None:
        """Take in which documents came, went or were read anew."""
        waiting = self.derived.collect()
        known = self._known()
        while waiting:
            with self.derived.transaction() as connection:
                connection.execute("UPDATE clock SET now = now + 1")
                documents = self.derived.next_changed(AT_ONCE)
                found = {paper.sha256: paper for paper in papers(connection, documents)}
                for sha256 in documents:
                    self._put(connection, known, sha256, found.get(sha256))
                self.derived.done(documents)
            waiting = self.derived.waiting()

    def _put(
        self, connection: sqlite3.Connection, known: dict[tuple[str, str], int], sha256: str, paper: Paper | None
    ) -> None:
        if paper is None:
            connection.execute(
                "INSERT OR REPLACE INTO gone SELECT id, (SELECT now FROM clock) FROM paper WHERE sha256 = ?", (sha256,)
            )
            connection.execute("DELETE FROM paper WHERE sha256 = ?", (sha256,))
            return
        first, last, _ = order(paper.published)
        words = packed(word_number(connection, "word", known, word) for word in sorted(set(_words(paper))))
        connection.execute(
            "INSERT INTO paper (sha256, first_day, last_day, telling, words, changed) "
            "VALUES (?, ?, ?, ?, ?, (SELECT now FROM clock)) ON CONFLICT (sha256) DO UPDATE SET "
            "first_day = excluded.first_day, last_day = excluded.last_day, telling = excluded.telling, "
            "words = excluded.words, changed = excluded.changed",
            (sha256, first.toordinal(), last.toordinal(), paper.claims > 0, words),
        )

    def clock(self) -> int:
        """Up to where documents are kept up."""
        return int(self._db.execute("SELECT now FROM clock").fetchone()[0])

    def all(self) -> Roll:
        """Every document with its words."""
        return self._roll(self._db.execute(_ROWS).fetchall())

    def changed(self, before: Roll, since: int) -> Roll:
        """The same where an earlier one is known."""
        gone = [row[0] for row in self._db.execute("SELECT paper FROM gone WHERE changed > ?", (since,))]
        rows = self._db.execute(f"{_ROWS} WHERE changed > ?", (since,)).fetchall()
        return before.changed(gone, self._roll(rows)) if rows or gone else before

    def read(self, numbers: Sequence[int]) -> list[Paper]:
        """Documents by their numbers, in that order."""
        shas = {
            row[0]: row[1]
            for part in in_parts(numbers)
            for row in self._db.execute(f"SELECT id, sha256 FROM paper WHERE id IN ({marks(part)})", part)
        }
        found = {paper.sha256: paper for paper in papers(self._db, shas.values())}
        return [found[shas[number]] for number in numbers if number in shas and shas[number] in found]

    def some(self, documents: Iterable[str]) -> dict[str, Paper]:
        """Documents by their hashes."""
        return {paper.sha256: paper for paper in papers(self._db, documents)}

    def named(self, beginning: str) -> list[str]:
        """The current documents whose hash begins so, two at most."""
        rows = self._db.execute(
            "SELECT sha256 FROM paper WHERE sha256 >= ? AND sha256 < ? LIMIT 2", (beginning, beginning + "g")
        )
        return [row[0] for row in rows]

    def since(self, when: str, most: int) -> tuple[list[str], int]:
        """Current documents that came in after a time (ISO), the latest first; and how many there are in all."""
        rows = self._db.execute(
            f"SELECT DISTINCT sha256 FROM {LEDGER}.version WHERE added_at > ? ORDER BY id DESC LIMIT 5000", (when,)
        ).fetchall()
        there = [row[0] for row in rows if self.named(row[0])]
        return there[:most], len(there)

    def count(self) -> tuple[int, int]:
        """How many documents there are, and in how many something was found."""
        row = self._db.execute("SELECT count(*), coalesce(sum(telling), 0) FROM paper").fetchone()
        return int(row[0]), int(row[1])

    def _roll(self, rows: Sequence[tuple[int, int, int, bytes]]) -> Roll:
        known = sorted(self._known().items(), key=lambda item: item[1])
        dated = [(row[0], *((UNDATED, UNDATED) if row[1] >= LAST_DAY else row[1:3]), row[3]) for row in rows]
        return Roll.of(dated, [("", ""), *(word for word, _ in known)])

    def _known(self) -> dict[tuple[str, str], int]:
        return {(facet, word): number for facet, word, number in self._db.execute("SELECT facet, word, id FROM word")}


_ROWS = "SELECT id, first_day, last_day, words FROM paper"


def _words(paper: Paper) -> Iterator[tuple[str, str]]:
    yield "script", paper.script
    yield "telling", "yes" if paper.claims else "no"
    yield "source", paper.publisher
    for year in years_of(paper.published):
        yield "year", year


def papers(connection: sqlite3.Connection, documents: Iterable[str]) -> Iterator[Paper]:
    """Current documents by their hashes, where the ledger is attached."""
    for part in in_parts(documents):
        rows = connection.execute(
            "SELECT one.sha256, one.path, coalesce(title, ''), coalesce(author, ''), coalesce(address, ''), script, "
            "published, published_basis, published_reason, relevance, "
            f"(SELECT count(*) FROM {LEDGER}.claim WHERE claim.extraction = one.id) "
            f"FROM {LEDGER}.current_extraction AS one JOIN {LEDGER}.reading ON reading.id = one.reading "
            f"WHERE one.sha256 IN ({marks(part)})",
            part,
        )
        for row in rows:
            yield Paper(*row)


def _version() -> str:
    """What made the words."""
    return made_by(Path(__file__))
