"""Reports in a file beside the ledger, and the sayings that they make: a Web that outlives a process.

What joining.Web does in memory is done here in tables. A document that changed takes its reports out and puts its new
ones in; sayings that are touched stand in `dirty` until settled.py puts together anew what hangs together with them.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from qatynas.ledger.derived import LEDGER
from qatynas.ledger.judging import standing
from qatynas.ledger.packing import pack_claim, unpack_claim
from qatynas.ledger.values import Judgement
from qatynas.model.claim import Claim, Figure
from qatynas.model.extraction import Extraction
from qatynas.relations.dates import order
from qatynas.relations.handles import handles, stands
from qatynas.relations.joining import fullest, look_alike, told_when
from qatynas.relations.kept_tables import in_parts, marks, number_of, told_at
from qatynas.relations.kept_texts import Texts
from qatynas.relations.keys import cell_of, date_of, digest, fact_key
from qatynas.relations.likeness import compare
from qatynas.relations.reprints import shingles
from qatynas.relations.rulings import Rulings
from qatynas.relations.series import head_of
from qatynas.relations.values import Cell, Report

SUBS = {
    "figure": "indicator", "agreement": "type", "meeting": "type", "event": "type", "relation": "type",
    "topic": "topic", "trend": "indicator", "exchange": "commodity", "membership": "organisation",
    "assessment": "stance", "body": "level", "community": "name", "project": "stage", "award": "name",
}  # fmt: skip
"""The field of each kind by which its facts are listed apart."""

FLEETING = "topic, fleeting"
"""Topics of no meeting and no day: many, never one with others, and seldom asked for."""

REMEMBERED = 120_000  # sayings whose reports are kept in memory


@dataclass(slots=True)
class Saying:
    """A saying in memory: the reports that it is compared by and that says most, by their numbers and as they are."""

    first: int
    first_report: Report
    best: int
    best_report: Report
    fullness: tuple[Any, ...] | None = None

    def is_fuller(self, report: Report) -> bool:
        """Whether another report says more than the best."""
        self.fullness = self.fullness or fullest(self.best_report)
        return fullest(report) > self.fullness


Row = tuple[int | None, int | None, str | None, str, str, bytes]
"""A report as it is stored: extraction, position, said, number, origin, the digest of its saying's key."""


Read = tuple[str, int | None, str | None, str, Claim]
"""A claim as it stands: its id, its position in the ledger's extraction, its JSON if it is another, origin, claim."""


class Keeping:
    """Puts the claims of changed documents in and takes those before out, for one pair of states."""

    def __init__(
        self, connection: sqlite3.Connection, pair: tuple[str, str], rulings: Rulings, judgements: Sequence[Judgement]
    ) -> None:
        self._db = connection
        self._texts = Texts(connection)
        self._pair = set(pair)
        self._rulings = rulings
        self._judgements = judgements
        self._judged = {word.sha256 for word in judgements} | {
            other.sha256 for word in judgements for other in word.others
        }
        self._sayings: dict[int, Saying] = {}
        self._series_known: dict[tuple[Cell, str | None], int] = {}

    def keep(self, sha256: str, extraction: Extraction | None) -> int | None:
        """Let a document say what it says now (None: nothing any more); its number, None where it says nothing."""
        told = self._told(extraction) if extraction else []
        found = self._db.execute("SELECT id, path FROM source WHERE sha256 = ?", (sha256,)).fetchone()
        if not told or extraction is None:
            if found:
                self._take([row[0] for row in self._rows(found[0])])
                self._texts.take(found[0])
                self._db.execute("DELETE FROM source WHERE id = ?", (found[0],))
            return None
        source, written = self._source(extraction, len(told))
        stored: dict[Row, list[int]] = {}
        moved = found is not None and found[1] != extraction.document.path
        for number, *known in self._rows(source):
            stored.setdefault(tuple(known), []).append(number)
        fresh = []
        for row, report in told:
            if not moved and stored.get(row):
                stored[row].pop()
            else:
                fresh.append((row, report))
        for row, report in fresh:
            self._put(source, written, row, report)
        self._take([number for numbers in stored.values() for number in numbers])
        self._texts.put(source, sha256, shingles(extraction))
        if sha256 in self._judged or found:  # judgements may bear on what stays as well
            self._touch_all(source)
        return source

    def _told(self, extraction: Extraction) -> list[tuple[Row, Report]]:
        sha256 = extraction.document.sha256
        (number,) = self._db.execute(
            f"SELECT extraction FROM {LEDGER}.adoption WHERE sha256 = ? ORDER BY id DESC LIMIT 1", (sha256,)
        ).fetchone()
        rows = self._db.execute(
            f"SELECT id, position, said FROM {LEDGER}.claim WHERE extraction = ? ORDER BY position", (number,)
        ).fetchall()
        judged = any(word.sha256 == sha256 for word in self._judgements)
        if not judged and len(rows) == len(extraction.claims):
            plain = zip(rows, extraction.claims, strict=True)
            found: list[Read] = [(ident, position, None, "", claim) for (ident, position, _), claim in plain]
        else:
            found = list(self._corrected(extraction, {row[0]: row for row in rows}, judged))
        if len({one[0] for one in found}) < len(found):  # what is literally said twice is one report
            found = list({one[0]: one for one in reversed(found)}.values())
        told = []
        for ident, position, said, origin, claim in found:
            if self._pair <= set(claim.parties):
                key = fact_key(claim)
                key = self._rulings.apart(key, ident) if self._rulings else key
                row: Row = (number, position, said, "", origin, digest(key))
                if position is None:
                    row = (None, None, said, ident, origin, digest(key))
                told.append((row, Report(sha256, claim, origin)))
        return told

    def _corrected(self, extraction: Extraction, rows: dict[str, tuple[str, int, str]], judged: bool) -> Iterable[Read]:
        """The claims of a document on which people said or recorded something."""
        sha256 = extraction.document.sha256
        claims = (
            standing(extraction, self._judgements)
            if judged
            else ((claim.id(sha256), claim) for claim in extraction.claims)
        )
        for ident, claim in claims:
            _, position, said = rows.get(ident, (ident, None, ""))
            packed = pack_claim(claim)
            yield (
                ident,
                position,
                packed if position is None or packed != said else None,
                ident if judged else "",
                claim,
            )

    def _source(self, extraction: Extraction, reports: int) -> tuple[int, int]:
        """The number of a document, and when it was written (told_at)."""
        document, published = extraction.document, extraction.dating.edtf
        first, last, _ = order(published)
        written = told_at(first.toordinal(), last.toordinal())
        row = self._db.execute(
            "INSERT INTO source (sha256, path, published, first_day, last_day, reports) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (sha256) DO UPDATE SET path = excluded.path, published = excluded.published, "
            "first_day = excluded.first_day, last_day = excluded.last_day, reports = excluded.reports RETURNING id",
            (document.sha256, document.path, published, first.toordinal(), last.toordinal(), reports),
        ).fetchone()
        self._db.execute("UPDATE report SET told = ?2 WHERE source = ?1 AND told <> ?2", (row[0], written))
        return int(row[0]), written

    def _rows(self, source: int) -> list[tuple[Any, ...]]:
        return self._db.execute(
            "SELECT report.id, extraction, position, said, number, origin, digest FROM report "
            "JOIN saying ON saying.id = report.saying WHERE source = ?",
            (source,),
        ).fetchall()

    def _touch_all(self, source: int) -> None:
        self._db.execute(
            "INSERT OR IGNORE INTO dirty SELECT saying.id, kind FROM report JOIN saying ON saying.id = saying "
            "WHERE source = ?",
            (source,),
        )

    # reports in and out

    def _put(self, source: int, written: int, row: Row, report: Report) -> None:
        *stored, key = row
        known = self._db.execute("SELECT id FROM saying WHERE digest = ?", (key,)).fetchone()
        kind = _shelf(report.claim)
        saying = known[0] if known else self._insert("saying (digest, kind, reports) VALUES (?, ?, 0)", key, kind)
        number = self._insert(
            "report (source, saying, extraction, position, said, number, origin, told) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            source, saying, *stored, written,
        )  # fmt: skip
        self._db.execute("UPDATE saying SET reports = reports + 1 WHERE id = ?", (saying,))
        self._db.execute("INSERT OR IGNORE INTO dirty VALUES (?, ?)", (saying, kind))
        if not known:
            self._meet(saying, report.claim)
            self._tell(saying, Saying(number, report, number, report))
            return
        mine = self._saying(saying)
        if told_when(report) < told_when(mine.first_report):
            before = mine.first_report.claim
            mine.first, mine.first_report = number, report
            self._tell(saying, mine)
            if not look_alike(before, report.claim):
                self._part(saying, before)
                self._meet(saying, report.claim)
        if mine.is_fuller(report):
            mine.best, mine.best_report, mine.fullness = number, report, None
            self._tell(saying, mine)

    def _take(self, numbers: Sequence[int]) -> None:
        for number in numbers:
            ((_, report),) = self.reports("report.id = ?", number)
            (saying,) = self._db.execute("DELETE FROM report WHERE id = ? RETURNING saying", (number,)).fetchone()
            kind, left, first, best = self._db.execute(
                "UPDATE saying SET reports = reports - 1 WHERE id = ? RETURNING kind, reports, first, best", (saying,)
            ).fetchone()
            self._db.execute("INSERT OR IGNORE INTO dirty VALUES (?, ?)", (saying, kind))
            if not left:
                self._end(saying, report)
            elif number in (first, best):
                self._choose(saying, report if number == first else None)

    def _choose(self, saying: int, gone: Report | None) -> None:
        """Find the first and the best of the reports that are left of a saying; gone is the first one before."""
        reports = self.reports("report.saying = ?", saying)
        first = min(reports, key=lambda one: told_when(one[1]))
        best = max(reports, key=lambda one: fullest(one[1]))
        self._tell(saying, Saying(first[0], first[1], best[0], best[1]))
        if gone is not None and not look_alike(gone.claim, first[1].claim):
            self._part(saying, gone.claim)
            self._meet(saying, first[1].claim)

    def _end(self, saying: int, gone: Report) -> None:
        """Let a saying go that nobody tells any more; its fact goes or is put together anew."""
        self._part(saying, gone.claim)
        self._sayings.pop(saying, None)
        self._db.execute(
            "INSERT OR IGNORE INTO dirty SELECT id, kind FROM saying "
            "WHERE fact = (SELECT fact FROM saying WHERE id = ?)",
            (saying,),
        )
        self._db.execute("DELETE FROM saying WHERE id = ?", (saying,))
        self._db.execute("DELETE FROM dirty WHERE saying = ?", (saying,))
        end_facts(self._db, "saying = ?", saying)

    def _tell(self, saying: int, mine: Saying) -> None:
        """Note with a saying by what it is compared, and what its report says that says most."""
        self._remember(saying, mine)
        claim = mine.best_report.claim
        first, last, _ = order(date_of(claim))
        self._db.execute(
            "UPDATE saying SET first = ?, best = ?, sub = ?, first_day = ?, last_day = ?, status = ?, series = ? "
            "WHERE id = ?",
            (mine.first, mine.best, getattr(claim, SUBS.get(claim.kind, "kind")) or "", first.toordinal(),
             last.toordinal(), claim.status, self._series(claim), saying),
        )  # fmt: skip

    def _series(self, claim: Claim) -> int | None:
        if not isinstance(claim, Figure):
            return None
        cell = head_of(cell_of(claim))
        if (cell, claim.reporter) in self._series_known:
            return self._series_known[cell, claim.reporter]
        head = json.dumps(asdict(cell), ensure_ascii=False)
        key = digest(f"{head} {claim.reporter}")
        self._db.execute(
            "INSERT OR IGNORE INTO series (digest, indicator, head, reporter) VALUES (?, ?, ?, ?)",
            (key, claim.indicator, head, claim.reporter),
        )
        number = int(self._db.execute("SELECT id FROM series WHERE digest = ?", (key,)).fetchone()[0])
        self._series_known[cell, claim.reporter] = number
        return number

    # neighbours

    def _meet(self, saying: int, claim: Claim) -> None:
        """Find the neighbours of a saying, and let it be found."""
        own, wanted = stands(claim)
        numbers = {one: number_of(one) for one in own | wanted}
        self._db.executemany("INSERT OR IGNORE INTO handle VALUES (?, ?)", [(numbers[one], saying) for one in own])
        looked_for = [numbers[one] for one in wanted]
        near = {
            row[0]
            for part in in_parts(looked_for)
            for row in self._db.execute(f"SELECT saying FROM handle WHERE hash IN ({marks(part)})", part)
        } - {saying}
        self._load(near)
        for other in near:
            alike = compare(claim, self._sayings[other].first_report.claim)
            if alike:
                rows = ((saying, other, alike), (other, saying, alike.reversed()))
                self._db.executemany(
                    "INSERT OR REPLACE INTO edge VALUES (?, ?, ?, ?, ?, ?)",
                    [(a, b, one.step, one.why, one.coarser, one.finer) for a, b, one in rows],
                )
                self._touch(other)

    def _part(self, saying: int, claim: Claim) -> None:
        """Take a saying, found by this claim until now, away from its neighbours."""
        for (other,) in self._db.execute("SELECT other FROM edge WHERE one = ?", (saying,)).fetchall():
            self._touch(other)
            self._db.execute("DELETE FROM edge WHERE one = ? AND other = ?", (other, saying))
        self._db.execute("DELETE FROM edge WHERE one = ?", (saying,))
        self._db.executemany(
            "DELETE FROM handle WHERE hash = ? AND saying = ?", [(number_of(one), saying) for one in handles(claim)]
        )

    def _touch(self, saying: int) -> None:
        self._db.execute("INSERT OR IGNORE INTO dirty SELECT id, kind FROM saying WHERE id = ?", (saying,))

    # what is in memory

    def _saying(self, saying: int) -> Saying:
        if saying not in self._sayings:
            self._load([saying])
        return self._sayings[saying]

    def _remember(self, saying: int, known: Saying) -> None:
        if len(self._sayings) > REMEMBERED:
            self._sayings.clear()
        self._sayings[saying] = known

    def _load(self, sayings: Iterable[int]) -> None:
        wanted = [saying for saying in sayings if saying not in self._sayings]
        if len(self._sayings) + len(wanted) > REMEMBERED:
            self._sayings.clear()
            wanted = list(sayings)
        for part in in_parts(wanted):
            found = dict(self.reports(f"report.id IN (SELECT first FROM saying WHERE id IN ({marks(part)}))", *part))
            found |= dict(self.reports(f"report.id IN (SELECT best FROM saying WHERE id IN ({marks(part)}))", *part))
            for saying, first, best in self._db.execute(
                f"SELECT id, first, best FROM saying WHERE id IN ({marks(part)})", part
            ):
                self._sayings[saying] = Saying(first, found[first], best, found[best])

    def reports(self, which: str, *values: Any) -> list[tuple[int, Report]]:
        """Reports with their numbers; which is a condition on report and source."""
        return [(row[0], report_of(row[1:])) for row in self._db.execute(f"{REPORTS} WHERE {which}", values)]

    def _insert(self, into: str, *values: Any) -> int:
        return int(self._db.execute(f"INSERT INTO {into}", values).lastrowid or 0)


REPORTS = (
    "SELECT report.id, source.sha256, source.path, coalesce(report.said, claim.said), origin, "
    f"saying.kind FROM report JOIN source ON source.id = report.source JOIN saying ON saying.id = report.saying "
    f"LEFT JOIN {LEDGER}.claim ON claim.extraction = report.extraction AND claim.position = report.position"
)


def report_of(row: Sequence[Any]) -> Report:
    """A report from the document's hash and path, the claim's JSON, its origin and where it is kept."""
    sha256, path, said, origin, kind = row
    claim = unpack_claim(kind.split(",")[0], said)
    if claim.document != path:
        object.__setattr__(claim, "document", path)  # it was made here, nobody else holds it
    return Report(sha256, claim, origin)


def end_facts(connection: sqlite3.Connection, which: str, *values: Any) -> None:
    """Let facts go, and say so to those who follow changes."""
    connection.execute(
        "INSERT OR REPLACE INTO gone SELECT id, kind, sub, series, (SELECT now FROM clock) FROM fact "
        f"WHERE {which}", values,
    )  # fmt: skip
    connection.execute(f"DELETE FROM fact WHERE {which}", values)


def _shelf(claim: Claim) -> str:
    """Where a saying is kept: by its kind, what is seldom asked for apart."""
    return FLEETING if claim.kind == "topic" and not getattr(claim, "at", None) else claim.kind
