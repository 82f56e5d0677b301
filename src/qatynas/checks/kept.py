"""Findings of one pair of states kept up beside the ledger, so that listing them reads a table and computes nothing.

What one text says against itself is asked again when that text changes; what texts say against each other, when figures
of the same family («trade.», «water.volume») or facts of the same kind change. Both ask the very checks that
`listing.findings` asks, of a part of the claims that their answer rests on, so that both find the same (tested).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from qatynas.checks.listing import ACROSS, WITHIN, order_of
from qatynas.checks.view import View, view_of
from qatynas.ledger.derived import Derived
from qatynas.ledger.packing import pack_claim, unpack_claim
from qatynas.ledger.values import Judgement
from qatynas.model.extraction import Extraction
from qatynas.model.finding import Change, Cited, Finding, Grade, Narrowed
from qatynas.relations.dates import bounds
from qatynas.relations.histories import partly
from qatynas.relations.joining import fact_order
from qatynas.relations.judged import reports
from qatynas.relations.kept import Kept
from qatynas.relations.kept_tables import version as facts_version
from qatynas.relations.outlook import promises
from qatynas.relations.values import Source
from qatynas.relations.works import works

if TYPE_CHECKING:
    from qatynas.checks.surface import Ledger

COMPARED = frozenset({"figure", "trend", "agreement", "meeting", "project", "pledge"})
"""The kinds of facts that checks hold against each other."""

AT_ONCE = 200  # documents that are looked at in one transaction

TABLES = (
    """CREATE TABLE finding (
        part TEXT NOT NULL,  -- the text, or the family of facts, that it was found in
        id TEXT NOT NULL, evidence TEXT NOT NULL, grade TEXT NOT NULL,
        weight INTEGER NOT NULL, name TEXT NOT NULL, size REAL NOT NULL,  -- the order in which findings are told
        said BLOB NOT NULL, PRIMARY KEY (part, id)) WITHOUT ROWID""",
    "CREATE INDEX finding_order ON finding (weight, name, size, id)",
    "CREATE INDEX finding_evidence ON finding (evidence)",
    """CREATE TABLE held (  -- which text a document was looked at in
        sha256 TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID""",
    "CREATE INDEX held_text ON held (text)",
    "CREATE TABLE due (part TEXT PRIMARY KEY, day TEXT NOT NULL) WITHOUT ROWID",  # its next deadline after asked.as_of
    "CREATE TABLE asked (until INTEGER NOT NULL, as_of TEXT NOT NULL)",
    "INSERT INTO asked VALUES (0, '')",
)


class KeptFindings:
    """The findings of one pair. Close it; the ledger closes those that it opened."""

    def __init__(self, ledger: Ledger, kept: Kept) -> None:
        self._ledger, self._kept = ledger, kept
        self.pair = kept.pair
        self.derived = Derived(ledger.path, f"{'-'.join(self.pair)}-findings", _version(), TABLES)
        self._db = self.derived.connection

    def close(self) -> None:
        """Close the file; harmless where it is closed."""
        self.derived.close()

    def catch_up(self) -> None:
        """Look at what changed in the ledger. Killed at any moment it goes on the next time."""
        waiting = self.derived.collect()
        changed = self._kept.changes(self._asked()[0])
        words = self._ledger.judgements() if waiting else []
        while waiting:
            with self.derived.transaction():
                documents = self.derived.next_changed(AT_ONCE)
                for text in self._texts_of(documents):
                    self._put(text, self._within(text, words))
                self.derived.done(documents)
            waiting = self.derived.waiting()
        as_of = self._kept.as_of() or ""
        if changed.until != self._asked()[0] or as_of != self._asked()[1]:
            with self.derived.transaction():
                for family in sorted(self._touched(self._asked()[0]) | self._fallen_due(as_of)):
                    self._put(family, self._across(family, as_of))
                self._db.execute("UPDATE asked SET until = ?, as_of = ?", (changed.until, as_of))

    def read(
        self, without: Sequence[str] = (), grades: Sequence[str] = (), limit: int | None = None
    ) -> Iterator[Finding]:
        """Findings, the heaviest first, but those of this evidence; only of these grades where they are given."""
        which, values = self._which(without, grades)
        rows = self._db.execute(
            f"SELECT said FROM finding WHERE {which} GROUP BY id ORDER BY weight, name, size, id LIMIT ?"
            if grades or without or limit is None
            else f"SELECT said FROM finding WHERE {which} ORDER BY weight, name, size, id LIMIT ?",
            (*values, -1 if limit is None else limit),
        )
        return (unpacked(said) for (said,) in rows)

    def counted(self, without: Sequence[str] = (), grades: Sequence[str] = ()) -> dict[str, int]:
        """How many findings there are of each grade."""
        which, values = self._which(without, grades)
        rows = self._db.execute(f"SELECT grade, count(*) FROM finding WHERE {which} GROUP BY grade", values)
        return dict(rows.fetchall())

    def _which(self, without: Sequence[str], grades: Sequence[str]) -> tuple[str, tuple[str, ...]]:
        which = ["1"]
        if without:
            which.append(f"evidence NOT IN ({', '.join('?' * len(without))})")
        if grades:
            which.append(f"grade IN ({', '.join('?' * len(grades))})")
        return " AND ".join(which), (*without, *grades)

    def settled(self, evidence: Iterable[str]) -> Iterator[Finding]:
        """The findings of this evidence."""
        for one in evidence:
            for (said,) in self._db.execute("SELECT said FROM finding WHERE evidence = ? LIMIT 1", (one,)):
                yield unpacked(said)

    def _asked(self) -> tuple[int, str]:
        until, as_of = self._db.execute("SELECT until, as_of FROM asked").fetchone()
        return int(until), str(as_of)

    def _put(self, part: str, found: Iterable[Finding]) -> None:
        self._db.execute("DELETE FROM finding WHERE part = ?", (part,))
        rows = []
        for one in {one.id: one for one in found}.values():
            weight, name, size, number = order_of(one)
            rows.append((part, number, one.evidence, str(one.grade), weight, name, float(size), packed(one)))
        self._db.executemany("INSERT OR REPLACE INTO finding VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)

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

    def _within(self, text: str, words: Sequence[Judgement]) -> Iterator[Finding]:
        copies = self._copies(text)
        read = [one for sha256 in copies for one in self._ledger.extractions(sha256=sha256)]
        mine = [word for word in words if word.sha256 in copies]
        view = view_of_texts(self.pair, read, mine, dict.fromkeys(copies, text))
        return (finding for check in WITHIN for finding in check(view))

    # across texts

    def _touched(self, since: int) -> set[str]:
        """The families of facts that changed."""
        rows = self._kept.derived.connection.execute(
            "SELECT DISTINCT kind, sub FROM fact WHERE changed > ?1 "
            "UNION SELECT kind, sub FROM gone WHERE changed > ?1",
            (since,),
        )
        return {family_of(kind, sub) for kind, sub in rows if kind in COMPARED}

    def _fallen_due(self, as_of: str) -> set[str]:
        """Families of which a promise has fallen due since they were looked at."""
        return {row[0] for row in self._db.execute("SELECT part FROM due WHERE day < ?", (_last(as_of),))}

    def _across(self, family: str, as_of: str) -> Iterator[Finding]:
        facts = [fact for kind, sub in self._members(family) for fact in self._kept.read(kind, sub, date.min, date.max)]
        facts.sort(key=fact_order)
        made = self._kept.partly(
            facts, promises=promises(facts, as_of or None), works=works(facts) if family == "project" else ()
        )
        days = (bounds(promise.due)[1] for promise in made.promises)
        ahead = [day.isoformat() for day in days if day and day.isoformat() >= _last(as_of)]
        self._db.execute("DELETE FROM due WHERE part = ?", (family,))
        if ahead:
            self._db.execute("INSERT INTO due VALUES (?, ?)", (family, min(ahead)))
        view = view_of(made)
        return (finding for check in ACROSS for finding in check(view))

    def _members(self, family: str) -> list[tuple[str, str | None]]:
        """The kinds of facts of a family, with what narrows them."""
        if "." not in family and family not in ("other", "trade"):
            return [(family, None)]
        rows = self._kept.derived.connection.execute(
            "SELECT DISTINCT kind, sub FROM fact WHERE kind IN ('figure', 'trend')"
        )
        return sorted((kind, sub) for kind, sub in rows if family_of(kind, sub) == family)


def family_of(kind: str, sub: str) -> str:
    """What a fact is looked at with: figures with all that sums and shares bind them to, the rest with their kind."""
    if kind not in ("figure", "trend"):
        return kind
    return "trade" if sub.startswith("trade.") else sub


def _last(as_of: str) -> str:
    last = bounds(as_of)[1]
    return last.isoformat() if last else ""


def view_of_texts(
    pair: tuple[str, str], read: Sequence[Extraction], words: Sequence[Judgement], texts: dict[str, str]
) -> View:
    """A view of some documents as they stand, without facts."""
    said = [report for report in reports(read, words) if set(pair) <= set(report.claim.parties)]
    sources = {
        one.document.sha256: Source(
            one.document, one.dating, one.pair, len(one.claims), (), (), one.relevance, texts[one.document.sha256]
        )
        for one in read
    }
    cited = {number: Cited(number, one.source, one.claim) for one in said for number in (one.id,)}
    relationship = partly(pair, None, texts, sources=sources)
    return View(relationship, tuple(cited[key] for key in sorted(cited)), texts)


def packed(one: Finding) -> bytes:
    """A finding as JSON, its claims with all their fields."""
    cited = [(claim.id, claim.source, claim.claim.kind, pack_claim(claim.claim)) for claim in one.cited]
    rest = (one.check, str(one.grade), one.says, one.settle, one.narrowed, one.heal, one.ratio, one.further,
            one.further_count)  # fmt: skip
    return msgspec.json.encode((cited, rest))


_Packed = tuple[
    list[tuple[str, str, str, str]],
    tuple[str, Grade, str, str, tuple[Narrowed, ...], Change | None, Decimal | None, tuple[tuple[str, ...], ...], int],
]


def unpacked(said: bytes) -> Finding:
    """The finding that packed was given."""
    cited, rest = msgspec.json.decode(said, type=_Packed)
    check, grade, says, settle, narrowed, heal, ratio, further, count = rest
    claims = tuple(Cited(number, source, unpack_claim(kind, claim)) for number, source, kind, claim in cited)
    return Finding(check, grade, says, claims, settle, narrowed, heal, ratio, further, count)


@cache
def _version() -> str:
    """What made the kept findings: other checks, facts or data make them anew."""
    code = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        code.update(path.read_bytes())
    return f"{facts_version()} {code.hexdigest()[:16]}"
