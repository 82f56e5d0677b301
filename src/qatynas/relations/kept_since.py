"""What became known since a day, out of kept facts: only what hangs together with what changed is put together twice,
as it was and as it is.

Of a saying that thousands of documents tell, those that did not change stand by a few of their reports: the first,
the fullest, and some of the oldest and newest. So both states have the same ones, and only what changed differs.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from qatynas.ledger.changes import TABLES, changed
from qatynas.ledger.derived import LEDGER
from qatynas.ledger.values import Judgement
from qatynas.model.claim import Claim
from qatynas.relations.asking import Difference, difference
from qatynas.relations.handles import sought
from qatynas.relations.histories import Relationship
from qatynas.relations.joining import fact_order, join
from qatynas.relations.judged import reports, rulings
from qatynas.relations.keeping import REPORTS as FIELDS
from qatynas.relations.keeping import report_of
from qatynas.relations.kept_facts import Facts, ruled
from qatynas.relations.kept_reading import REPORTS
from qatynas.relations.kept_tables import in_parts, marks, number_of
from qatynas.relations.keys import fact_key
from qatynas.relations.likeness import compare
from qatynas.relations.rulings import Rulings
from qatynas.relations.values import Fact, Report

if TYPE_CHECKING:
    from qatynas.relations.kept import Kept

MOST = 2_000  # documents of which every change is looked for; of more only what is new
FEW = 5  # oldest and newest reports of a saying that stand for those that did not change


@dataclass(frozen=True, slots=True)
class Since:
    """What became known, with both states of what it is about. documents are those that changed. whole: whether
    all was looked for; where thousands of documents changed, only what is new and what is told again."""

    difference: Difference
    before: Relationship
    now: Relationship
    documents: frozenset[str]
    whole: bool


def since(kept: Kept, day: date, words: Sequence[Judgement], limit: int | None = None) -> Since:
    """What became known since a day. words are the judgements that stand; limit: so many facts at most where only what
    is new is looked for."""
    kept.catch_up()
    connection = kept.derived.connection
    mark = tuple(
        connection.execute(
            f"SELECT coalesce(max(id), 0) FROM {LEDGER}.{table} WHERE added_at < ?", (day.isoformat(),)
        ).fetchone()[0]
        for table in TABLES
    )
    documents = changed(connection, mark, LEDGER)
    if len(documents) > MOST:
        return _news(kept, day.isoformat(), documents, limit)
    found = _Region(kept, day.isoformat(), frozenset(documents), words)
    before, now = found.before(), found.now()
    return Since(difference(before, now), before, now, frozenset(documents), True)


class _Region:
    """What hangs together with documents that changed, as it was before a day and as it is."""

    def __init__(self, kept: Kept, day: str, documents: frozenset[str], words: Sequence[Judgement]) -> None:
        self._kept, self._documents = kept, documents
        self._db = kept.derived.connection
        earlier = [word for word in words if word.added_at < day]
        self._rulings = {"before": rulings(earlier), "now": rulings(words)}
        told = [one for sha256 in sorted(documents) for one in kept.ledger.extractions(before=day, sha256=sha256)]
        pair = set(kept.pair)
        self._before = [one for one in reports(told, earlier) if pair <= set(one.claim.parties)]
        judged = {word.sha256 for word in words} | {other.sha256 for word in words for other in word.others}
        settling = Facts(self._db, self._rulings["now"], ruled(self._db, self._rulings["now"], judged))
        self._sayings = sorted(settling.hanging_together(self._seeds()))
        self._steady = self._reports()

    def before(self) -> Relationship:
        """As it was."""
        return self._state([*self._steady, *self._before], self._rulings["before"])

    def now(self) -> Relationship:
        """As it is."""
        return self._state([*self._steady, *self._fresh()], self._rulings["now"])

    def _state(self, told: Iterable[Report], standing: Rulings) -> Relationship:
        facts = join(told, standing)
        texts = self._kept.texts(facts)
        sources = {report.source for fact in facts for report in fact.reports}
        texts |= {sha256: sha256 for sha256 in sources - texts.keys()}  # of a document that says nothing any more
        return replace(self._kept.partly(()), facts=facts, texts=texts)

    def _seeds(self) -> set[int]:
        """Sayings of which something changed: told by these documents, now or before, and what is near those."""
        found = {
            row[0]
            for part in in_parts(sorted(self._documents))
            for row in self._db.execute(
                f"SELECT saying FROM report JOIN source ON source.id = source WHERE sha256 IN ({marks(part)})", part
            )
        }
        near: dict[int, list[Claim]] = {}
        for report in self._before:
            handles = [number_of(handle) for handle in sought(report.claim)]
            for part in in_parts(handles):
                for (saying,) in self._db.execute(f"SELECT saying FROM handle WHERE hash IN ({marks(part)})", part):
                    near.setdefault(saying, []).append(report.claim)
        wanted = sorted(near.keys() - found)
        for saying, other in self._firsts(wanted).items():
            key = fact_key(other)  # one saying, whatever else its reports differ in
            if any(fact_key(claim) == key or compare(claim, other) for claim in near[saying]):
                found.add(saying)
        return found

    def _firsts(self, sayings: Sequence[int]) -> dict[int, Claim]:
        return {
            row[0]: report_of(row[1:]).claim
            for part in in_parts(sayings)
            for row in self._db.execute(
                f"SELECT saying.id, {FIELDS.removeprefix('SELECT report.id, ')} "
                f"WHERE report.id = saying.first AND saying.id IN ({marks(part)})",
                part,
            )
        }

    def _reports(self) -> list[Report]:
        """A few reports of each saying by documents that did not change."""
        wanted: set[int] = set()
        for saying in self._sayings:
            for way in ("", "DESC"):
                wanted |= {row[0] for row in self._db.execute(_SOME.format(way, way, way), (saying, FEW))}
            wanted |= set(self._db.execute("SELECT first, best FROM saying WHERE id = ?", (saying,)).fetchone())
        return [one for one in self._read("report.id IN ({})", sorted(wanted)) if one.source not in self._documents]

    def _fresh(self) -> list[Report]:
        """What the documents that changed say now."""
        return self._read("source.sha256 IN ({})", sorted(self._documents))

    def _read(self, which: str, values: Sequence[Any]) -> list[Report]:
        return [
            report_of(row[1:])
            for part in in_parts(values)
            for row in self._db.execute(f"{FIELDS} WHERE {which.format(marks(part))}", part)
        ]


_SOME = (
    "SELECT report.id FROM report JOIN source ON source.id = source WHERE saying = ? "
    "ORDER BY source.first_day {}, source.last_day {}, report.id {} LIMIT ?"
)


def _news(kept: Kept, day: str, documents: set[str], limit: int | None) -> Since:
    """Of many documents, the facts that those which came alone tell, and those that they tell again."""
    connection = kept.derived.connection
    known = {row[0] for row in connection.execute(f"SELECT sha256 FROM {LEDGER}.adoption WHERE added_at < ?", (day,))}
    came = {
        number
        for number, sha256 in connection.execute("SELECT id, sha256 FROM source")
        if sha256 in documents and sha256 not in known
    }
    most = -1 if limit is None else limit
    fresh, again = ([row[0] for row in connection.execute(q, (most,))] for q in _fresh_and_again(connection, came))
    facts: list[list[Fact[Any]]] = [sorted(kept.load(one, REPORTS), key=fact_order) for one in (fresh, again)]
    found = Difference(tuple(facts[0]), (), tuple(facts[1]), ())
    now = kept.partly([*facts[0], *facts[1]])
    return Since(found, kept.partly(()), now, frozenset(documents), False)


_BY_DATE = "ORDER BY fact.kind = 'figure', fact.first_day, fact.last_day, fact.id LIMIT ?"


def _fresh_and_again(connection: sqlite3.Connection, came: set[int]) -> tuple[str, str]:
    """The statements that find the facts which these sources alone tell, and those that they and others tell. They look
    at what the fewer sources tell: these or the others."""
    every = {row[0] for row in connection.execute("SELECT id FROM source")}
    few = min(came, every - came, key=len)
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS few (source INTEGER PRIMARY KEY)")
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS few_tell (fact INTEGER PRIMARY KEY)")
    connection.execute("DELETE FROM few")
    connection.execute("DELETE FROM few_tell")
    connection.executemany("INSERT INTO few VALUES (?)", [(source,) for source in few])
    connection.execute(
        "INSERT OR IGNORE INTO few_tell SELECT saying.fact FROM few CROSS JOIN report ON report.source = few.source "
        "JOIN saying ON saying.id = report.saying WHERE saying.fact IS NOT NULL"
    )
    others = (
        "EXISTS (SELECT 1 FROM saying JOIN report ON report.saying = saying.id "
        "WHERE saying.fact = fact.id AND report.source NOT IN (SELECT source FROM few))"
    )
    told = "SELECT fact.id FROM few_tell JOIN fact ON fact.id = few_tell.fact"
    alone = f"{told} WHERE NOT {others} {_BY_DATE}"
    if few is not came:
        alone = f"SELECT fact.id FROM fact WHERE id NOT IN (SELECT fact FROM few_tell) {_BY_DATE}"
    return alone, f"{told} WHERE {others} {_BY_DATE}"
