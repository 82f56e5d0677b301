"""Findings of one pair of states kept up beside the ledger, so that listing them reads a table and computes nothing.

What one text says against itself is asked again when that text changes; what texts say against each other, of what a
change touches alone (kept_across.py). Both ask the very checks that `listing.findings` asks, of a part of the claims
that their answer rests on, so that both find the same (tested).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from qatynas.checks.alone import EXPECTED, alone_told
from qatynas.checks.cells import units_of
from qatynas.checks.changed import changed
from qatynas.checks.kept_across import KeptAcross
from qatynas.checks.kept_claims import of_documents, view
from qatynas.checks.kept_promises import KeptPromises
from qatynas.checks.kept_tables import TABLES, put, unpacked, version
from qatynas.checks.kept_trends import KeptTrends
from qatynas.checks.listing import WITHIN
from qatynas.checks.view import figures_of
from qatynas.ledger.derived import Derived
from qatynas.model.finding import Finding
from qatynas.relations.kept import Kept
from qatynas.relations.kept_tables import in_parts, marks
from qatynas.relations.values import Source

if TYPE_CHECKING:
    from qatynas.checks.surface import Ledger

COMPARED = ("figure", "trend", "agreement", "meeting", "project", "pledge", "event")
"""The kinds of facts that checks hold against each other, or that are promised."""

_ALONE = """
SELECT id FROM fact WHERE kind = ? AND 1 = (
    SELECT count(DISTINCT source.text) FROM saying JOIN report ON report.saying = saying.id
    JOIN source ON source.id = report.source WHERE saying.fact = fact.id)
ORDER BY sub, first_day, last_day"""

AT_ONCE = 200  # documents that are looked at in one transaction


class KeptFindings:
    """The findings of one pair. Close it; the ledger closes those that it opened."""

    def __init__(self, ledger: Ledger, kept: Kept) -> None:
        self._ledger, self._kept = ledger, kept
        self.pair = kept.pair
        self.derived = Derived(ledger.path, f"{'-'.join(self.pair)}-findings", version(), TABLES)
        self._db = self.derived.connection
        self.across = KeptAcross(self.derived, kept)
        self.trends = KeptTrends(self.derived, kept, self.across)
        self.promises = KeptPromises(self.derived, kept, self.across)

    def close(self) -> None:
        """Close the file; harmless where it is closed."""
        self.derived.close()

    def catch_up(self) -> None:
        """Look at what changed in the ledger. Killed at any moment it goes on the next time."""
        waiting = self.derived.collect()
        facts = self._kept.changes(self._asked()[0], COMPARED)
        while waiting:
            with self.derived.transaction():
                documents = self.derived.next_changed(AT_ONCE)
                for text in self._texts_of(documents):
                    self._look_within(text)
                for place in sorted({place for sha256 in documents for place in self._ledger.places(sha256)}):
                    put(self._db, f"changed {place}", changed(self._ledger.replaced_versions(self.pair, [place])))
                self.across.wait_told_in(documents)
                self.derived.done(documents)
            waiting = self.derived.waiting()
        as_of = self._kept.as_of() or ""
        if (facts.until, as_of) != self._asked():
            with self.derived.transaction():
                self.across.wait((*facts.facts, *facts.gone))
                if as_of != self._asked()[1]:
                    self.promises.fall_due(self._asked()[1], as_of)
                self._db.execute("UPDATE asked SET until = ?, as_of = ?", (facts.until, as_of))
        self.across.place()
        self.across.look()
        self.trends.look()
        self.promises.look(as_of or None)

    def read(
        self, without: Iterable[str] = (), grades: Sequence[str] = (), limit: int | None = None
    ) -> Iterator[Finding]:
        """Findings, the heaviest first, but those of this evidence; only of these grades where they are given."""
        which = f"AND grade IN ({marks(grades)})" if grades else ""
        left_out = frozenset(without)
        rows = self._db.execute(
            f"SELECT said, evidence FROM finding WHERE shown {which} ORDER BY weight, name, size, id", tuple(grades)
        )
        return islice((unpacked(said) for said, evidence in rows if evidence not in left_out), limit)

    def counted(self, without: Iterable[str] = (), grades: Sequence[str] = ()) -> dict[str, int]:
        """How many findings there are of each grade."""
        found = dict(self._db.execute("SELECT grade, count FROM tally").fetchall())
        for evidence in frozenset(without):
            query = "SELECT grade, count(*) FROM finding WHERE evidence = ? AND shown GROUP BY grade"
            for grade, count in self._db.execute(query, (evidence,)):
                found[grade] -= count
        return {grade: count for grade, count in found.items() if count and (not grades or grade in grades)}

    def alone(self, limit: int | None = None) -> Iterator[Finding]:
        """What no other text repeats, by kind and date: read from the kept facts, as far as it is asked for."""
        database = self._kept.derived.connection
        if database.execute("SELECT count(*) FROM (SELECT DISTINCT text FROM source LIMIT 2)").fetchone()[0] < 2:
            return iter(())
        rows = (row for kind in sorted(EXPECTED) for row in database.execute(_ALONE, (kind,)))
        facts = (fact for part in in_parts((row[0] for row in rows), AT_ONCE) for fact in self._kept.load(part))
        return islice((one for fact in facts for one in alone_told(fact)), limit)

    def settled(self, evidence: Iterable[str]) -> Iterator[Finding]:
        """The findings of this evidence."""
        for one in evidence:
            for (said,) in self._db.execute("SELECT said FROM finding WHERE evidence = ? AND shown LIMIT 1", (one,)):
                yield unpacked(said)

    def finding(self, number: str) -> Finding | None:
        """The finding whose id begins so, None where there is none."""
        row = self._db.execute(
            "SELECT said FROM finding WHERE shown AND id >= ? AND id < ? ORDER BY id LIMIT 1", (number, f"{number}g")
        ).fetchone()
        return unpacked(row[0]) if row else None

    def _asked(self) -> tuple[int, str]:
        until, as_of = self._db.execute("SELECT until, as_of FROM asked").fetchone()
        return int(until), str(as_of)

    # one text

    def _texts_of(self, documents: Iterable[str]) -> list[str]:
        """The texts that these documents are of, or were of; what they hold now is noted."""
        found: set[str] = set()
        for sha256 in documents:
            before = self._db.execute("SELECT text FROM held WHERE sha256 = ?", (sha256,)).fetchone()
            texts = {before[0]} if before else set()
            self._db.execute("DELETE FROM held WHERE sha256 = ?", (sha256,))
            now = self._text(sha256)
            if now is not None:
                texts.add(now)
                for other in self._copies(now):  # those that stood for a text of their own before this one came
                    texts |= {row[0] for row in self._db.execute("SELECT text FROM held WHERE sha256 = ?", (other,))}
                    self._db.execute("INSERT OR REPLACE INTO held VALUES (?, ?)", (other, now))
            found |= texts
        return sorted(found)

    def _text(self, sha256: str) -> str | None:
        row = self._kept.derived.connection.execute(
            "SELECT other.sha256 FROM source JOIN source AS other ON other.id = source.text WHERE source.sha256 = ?",
            (sha256,),
        ).fetchone()
        return str(row[0]) if row else None

    def _copies(self, text: str) -> list[str]:
        rows = self._kept.derived.connection.execute(
            "SELECT copy.sha256 FROM source JOIN source AS copy ON copy.text = source.id WHERE source.sha256 = ?",
            (text,),
        )
        return sorted(row[0] for row in rows)

    def _look_within(self, text: str) -> None:
        copies = self._copies(text)
        said = of_documents(self._kept, copies)
        figures = list(figures_of(one.cited for one in said))
        units = units_of(figures, figures)
        made = view(self._kept, said, units)
        related = replace(made.relationship, sources=_Sources(self._ledger, text))
        seen = replace(made, relationship=related, texts=dict.fromkeys(copies, text))
        put(self._db, text, (finding for check in WITHIN for finding in check(seen)))
        self.across.count_units(seen)


class _Sources(dict[str, Source]):
    """The documents of a text, each read when it is asked for: few checks need more than the claims."""

    def __init__(self, ledger: Ledger, text: str) -> None:
        self._ledger, self._text = ledger, text

    def __missing__(self, sha256: str) -> Source:
        one = next(self._ledger.extractions(sha256=sha256))
        self[sha256] = Source(one.document, one.dating, one.pair, 0, (), (), one.relevance, self._text)
        return self[sha256]
