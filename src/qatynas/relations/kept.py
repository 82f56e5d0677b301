"""Facts, series and texts of one pair of states kept up beside the ledger, so that a question reads only what it needs.

A Kept catches up with the ledger before it answers, and answers what `build` would: the same facts, told by the same
reports. Whoever follows what changes (checks) asks `changes` since the last number that it knows.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from qatynas.ledger.derived import Derived
from qatynas.model.claim import Claim
from qatynas.relations.asking import Briefing
from qatynas.relations.dates import bounds
from qatynas.relations.histories import Relationship, Standing, Treaty, partly
from qatynas.relations.joining import fact_order
from qatynas.relations.judged import rulings
from qatynas.relations.keeping import REPORTS, Keeping, report_of
from qatynas.relations.kept_ahead import KeptAhead
from qatynas.relations.kept_bodies import KeptBodies
from qatynas.relations.kept_brief import brief
from qatynas.relations.kept_facts import Facts, ruled
from qatynas.relations.kept_labels import KeptLabels
from qatynas.relations.kept_meetings import KeptMeetings
from qatynas.relations.kept_reading import Days, by_number, load
from qatynas.relations.kept_since import Since, since
from qatynas.relations.kept_tables import TABLES, in_parts, marks, sharing_days, version
from qatynas.relations.kept_things import KeptThings
from qatynas.relations.kept_treaties import KeptTreaties
from qatynas.relations.rulings import NO_RULINGS, Rulings
from qatynas.relations.series import courses, series
from qatynas.relations.values import Fact

if TYPE_CHECKING:
    from qatynas.ledger import Ledger

AT_ONCE = 200  # documents that are taken in in one transaction

Progress = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class Changes:
    """The numbers of facts that changed or came, in the order in which they did (stamps), and of those that went, with
    until: what to ask from next time."""

    until: int
    facts: tuple[int, ...]
    gone: tuple[int, ...]
    stamps: tuple[int, ...] = field(default=(), compare=False)


class Told(NamedTuple):
    """A document: its sha256, path, date (EDTF) and how much it says of the pair."""

    sha256: str
    path: str
    published: str | None
    claims: int


class Kept:
    """What is kept of one pair, in any order of its two codes. Close it; the ledger closes those that it opened."""

    def __init__(self, ledger: Ledger, pair: tuple[str, str]) -> None:
        self.pair = (min(pair), max(pair))
        self.ledger = ledger
        self.derived = Derived(ledger.path, "-".join(self.pair), version(), TABLES)
        self._db = self.derived.connection
        self._rulings = NO_RULINGS
        self.is_still = False
        self.treaties = KeptTreaties(self)
        self.labels = KeptLabels(self)
        self.things = KeptThings(self)
        self.joint = KeptBodies(self)
        self.meetings = KeptMeetings(self)
        self.ahead = KeptAhead(self)

    def close(self) -> None:
        """Close the file; harmless where it is closed."""
        self.derived.close()

    def keep_still(self, standing: Rulings) -> None:
        """Answer as things stand from now on, with these rulings, and leave the catching up to another: for readers
        beside one who keeps up."""
        self.is_still, self._rulings = True, standing

    def catch_up(self, kinds: Sequence[str] | None = None, progress: Progress | None = None) -> None:
        """Take in what changed in the ledger; then put together the facts of these kinds, or of all.

        progress is told what is being done and how much of it waits. Killed at any moment it goes on the next time.
        """
        if self.is_still:
            return
        waiting = self.derived.collect()
        words = self.ledger.judgements()
        standing = self._rulings = rulings(words)
        if not waiting and not self._is_dirty(kinds):
            return
        keeping = Keeping(self._db, self.pair, standing, words)
        while waiting:
            if progress:
                progress("documents", waiting)
            with self.derived.transaction():
                self._db.execute("UPDATE clock SET now = now + 1")  # what goes now goes after all that was asked before
                documents = self.derived.next_changed(AT_ONCE)
                for sha256 in documents:
                    keeping.keep(sha256, next(self.ledger.extractions(sha256=sha256), None))
                self.derived.done(documents)
            waiting = self.derived.waiting()
        judged = {word.sha256 for word in words} | {other.sha256 for word in words for other in word.others}
        while self._is_dirty(kinds):
            with self.derived.transaction():
                facts = Facts(self._db, standing, ruled(self._db, standing, judged))
                facts.settle(kinds)
            if progress:
                progress("facts", self._count("dirty"))

    def _is_dirty(self, kinds: Sequence[str] | None) -> bool:
        which = f"WHERE kind IN ({marks(kinds)})" if kinds else ""
        return self._db.execute(f"SELECT 1 FROM dirty {which} LIMIT 1", tuple(kinds or ())).fetchone() is not None

    def _count(self, table: str, which: str = "1", *values: Any) -> int:
        return int(self._db.execute(f"SELECT count(*) FROM {table} WHERE {which}", values).fetchone()[0])

    # facts

    def facts(
        self,
        kind: str | None = None,
        sub: str | None = None,
        begin: date = date.min,
        end: date = date.max,
        limit: int | None = None,
        offset: int = 0,
    ) -> list[Fact[Any]]:
        """Facts of a kind whose date meets these days, by date; sub narrows them (keeping.SUBS: the indicator of a
        figure, the type of a meeting …). What has no date counts as the last day of all."""
        self.catch_up(shelves(kind))
        return self.read(kind, sub, begin, end, limit, offset)

    def read(
        self, kind: str | None, sub: str | None, begin: date, end: date, limit: int | None = None, offset: int = 0
    ) -> list[Fact[Any]]:
        """The same, as things stand, without catching up."""
        return self.load(self.numbers(kind, sub, begin, end, limit, offset))

    def numbers(
        self, kind: str | None, sub: str | None, begin: date, end: date, limit: int | None = None, offset: int = 0
    ) -> list[int]:
        """The numbers of these facts, as things stand."""
        found, values = _those(kind, sub, begin, end)
        rows = self._db.execute(
            f"SELECT id FROM ({found}) ORDER BY first_day, last_day, id LIMIT ? OFFSET ?",
            (*values, -1 if limit is None else limit, offset),
        )
        return [row[0] for row in rows]

    def digests(self, numbers: Iterable[int]) -> dict[int, bytes]:
        """The hashes of facts' keys (keys.digest)."""
        return {
            row[0]: row[1]
            for part in in_parts(numbers)
            for row in self._db.execute(
                "SELECT fact.id, digest FROM fact JOIN saying ON saying.id = fact.saying "
                f"WHERE fact.id IN ({marks(part)})",
                part,
            )
        }

    def subs(self, kind: str) -> list[str]:
        """What facts of a kind are listed apart by: codes of organisations, indicators …"""
        rows = self._db.execute("SELECT DISTINCT sub FROM fact WHERE kind = ? ORDER BY sub", (kind,))
        return [row[0] for row in rows]

    def count(
        self, kind: str | None = None, sub: str | None = None, begin: date = date.min, end: date = date.max
    ) -> int:
        """How many facts there are of that."""
        self.catch_up(shelves(kind))
        found, values = _those(kind, sub, begin, end)
        return self._count(f"({found})", "1", *values)

    def load(self, numbers: Sequence[int], most: int | None = None, days: Days | None = None) -> list[Fact[Any]]:
        """Facts by their numbers (Changes), in that order; those that are no more are left out.

        most: of what more documents tell the first so many reports, the one that tells it and so many of those written
        in these days (ordinals); Fact.more says how many are left out.
        """
        return load(self._db, numbers, self._rulings, most, days)

    def by_number(self, numbers: Iterable[int], most: int | None = None) -> dict[int, Fact[Any]]:
        """The same, each under its number."""
        return by_number(self._db, numbers, self._rulings, most)

    def tellers(self, numbers: Iterable[int]) -> dict[int, Claim]:
        """The claims alone that facts are told by, under their numbers: much less to read."""
        return {
            row[0]: report_of(row[2:]).claim
            for part in in_parts(numbers)
            for row in self._db.execute(
                f"SELECT fact.id, {REPORTS.removeprefix('SELECT ')} JOIN fact ON fact.report = report.id "
                f"WHERE fact.id IN ({marks(part)})",
                part,
            )
        }

    def fact(self, short_id: str) -> Fact[Any] | None:
        """The fact with this id, as rows.short_id gives it, or None."""
        self.catch_up()
        return next(iter(self.load(self.numbered(short_id))), None)

    def numbered(self, short_id: str) -> list[int]:
        """The numbers of the facts whose ids begin so."""
        begin = bytes.fromhex(short_id)
        rows = self._db.execute(
            "SELECT fact.id FROM saying JOIN fact ON fact.saying = saying.id WHERE digest BETWEEN ? AND ?",
            (begin, begin + b"\xff" * 16),
        )
        return [row[0] for row in rows]

    def changes(self, since: int, kinds: Sequence[str] | None = None) -> Changes:
        """What changed since a number that this gave before; 0: everything there is."""
        self.catch_up(kinds)
        # «+»: what changed last is few of all, whatever the kind
        which = f" AND +kind IN ({marks(kinds)})" if kinds else ""
        values = (since, *(kinds or ()))
        until = int(self._db.execute("SELECT now FROM clock").fetchone()[0])
        came, went = (
            self._db.execute(f"SELECT {name}, changed FROM {table} WHERE changed > ?{which} ORDER BY changed", values)
            for table, name in (("fact", "id"), ("gone", "fact"))
        )
        facts = came.fetchall()
        return Changes(
            until, tuple(row[0] for row in facts), tuple(row[0] for row in went), tuple(row[1] for row in facts)
        )

    # questions

    def treaties_on(
        self, day: date | None = None, limit: int | None = None, offset: int = 0
    ) -> tuple[Relationship, list[tuple[Treaty, Standing]], int]:
        """How texts stand on a day (the newest document's where left out), the strongest standing first, at most so
        many; the relationship with these texts alone, for rows; and how many texts stand in all."""
        self.treaties.catch_up()
        day = day or bounds(self.as_of())[1] or date.max
        found, count = self.treaties.on(day, limit, offset)
        acts = [fact for text, _ in found for fact in (*text.acts, *text.laws, *text.changes)]
        return self.partly(acts, treaties=tuple(text for text, _ in found)), found, count

    def courses(
        self, indicator: str, limit: int | None = None, product: Callable[[str | None], bool] | None = None
    ) -> tuple[Relationship, int]:
        """All that is told of an indicator, or of those that begin so, as the courses of a relationship that holds
        nothing else; and how many numbers there are. limit: of each series, its newest periods with so many numbers at
        most. product says whether a good is meant; else all are, and what is of all goods."""
        self.catch_up(("figure",))
        numbers: list[int] = []
        total = 0
        for one, head in self._db.execute(
            "SELECT id, head FROM series WHERE indicator = ? OR (indicator > ? AND indicator < ?)",
            (indicator, f"{indicator}.", f"{indicator}/"),
        ).fetchall():
            if product is None or product(json.loads(head)["product"]):
                total += self._count("fact", "series = ?", one)
                numbers += self.of_series(one, limit)
        facts = sorted(self.load(numbers), key=fact_order)
        counted = series(facts)
        return self.partly(facts, series=counted, courses=courses(counted)), total

    def of_series(self, number: int, limit: int | None = None) -> list[int]:
        """The facts of a series by their numbers, those of the newest periods first."""
        rows = self._db.execute(
            "SELECT id FROM fact WHERE series = ? ORDER BY first_day DESC, last_day DESC, id LIMIT ?",
            (number, -1 if limit is None else limit),
        )
        return [row[0] for row in rows]

    def series_of(self, facts: Sequence[int]) -> set[int]:
        """The series that figures belong to, all by their numbers; those of facts that are gone as well."""
        return {
            row[0]
            for part in in_parts(facts)
            for table, name in (("fact", "id"), ("gone", "fact"))
            for row in self._db.execute(f"SELECT DISTINCT series FROM {table} WHERE {name} IN ({marks(part)})", part)
            if row[0] is not None
        }

    def figures(self, codes: Sequence[str], begin: date, end: date, limit: int | None = None) -> tuple[list[int], int]:
        """The newest numbers of figures of these indicators that were reached within these days; how many in all."""
        which = (
            f"kind = 'figure' AND sub IN ({marks(codes)}) AND status = 'actual' AND first_day >= ? AND last_day <= ?"
        )
        values = (*codes, begin.toordinal(), end.toordinal())
        rows = self._db.execute(
            f"SELECT id FROM fact WHERE {which} ORDER BY first_day DESC, last_day DESC, id LIMIT ?",
            (*values, -1 if limit is None else limit),
        )
        return [row[0] for row in rows], self._count("fact", which, *values)

    def told_in(self, documents: Iterable[str], kind: str | None = None) -> list[int]:
        """The numbers of the facts that these documents (by sha256) tell."""
        which = "" if kind is None else "AND saying.kind = ?"
        return list(dict.fromkeys(
            row[0]
            for part in in_parts(documents)
            for row in self._db.execute(
                "SELECT fact FROM source JOIN report ON report.source = source.id JOIN saying ON saying.id = saying "
                f"WHERE sha256 IN ({marks(part)}) {which} AND fact IS NOT NULL ORDER BY source.id, report.id",
                (*part, *([] if kind is None else [kind])),
            )
        ))  # fmt: skip

    def told_between(self, begin: int, end: int, kind: str) -> list[int]:
        """The numbers of the facts of a kind that documents tell whose dates begin between two days (ordinals)."""
        self.catch_up(shelves(kind))
        names = shelves(kind) or ()
        rows = self._db.execute(
            "SELECT DISTINCT fact FROM source JOIN report ON report.source = source.id "
            "JOIN saying ON saying.id = saying WHERE source.first_day BETWEEN ? AND ? "
            f"AND saying.kind IN ({marks(names)}) AND published IS NOT NULL AND fact IS NOT NULL",
            (begin, end, *names),
        )
        return [row[0] for row in rows]

    def since(self, day: date, limit: int | None = None) -> Since:
        """What became known since a day; see kept_since.py."""
        return since(self, day, self.ledger.judgements(), limit)

    def brief(self, day: date, limit: int | None = None) -> tuple[Relationship, Briefing]:
        """What a delegation needs before a meeting on a day, of each part so much at most."""
        return brief(self, day, limit)

    def documents(self, limit: int | None = None, offset: int = 0) -> tuple[list[Told], int]:
        """Documents that say something of the pair, the newest first, and how many there are."""
        rows = self._db.execute(
            "SELECT sha256, path, published, reports FROM source ORDER BY first_day DESC, last_day DESC, id LIMIT ? "
            "OFFSET ?",
            (-1 if limit is None else limit, offset),
        )
        return [Told(*row) for row in rows], self._count("source")

    def partly(self, facts: Iterable[Fact[Any]], **told: Any) -> Relationship:
        """A relationship that holds what was told to it alone, and knows in how many texts these facts are told."""
        told_of = tuple(facts)
        return partly(self.pair, self.as_of(), self.texts(told_of), **({"facts": told_of} | told))

    # documents

    def as_of(self) -> str | None:
        """The newest date of a document that says something of the pair."""
        row = self._db.execute(
            "SELECT max(published) FROM source WHERE (first_day, last_day) = (SELECT first_day, last_day FROM source "
            "WHERE published IS NOT NULL ORDER BY first_day DESC, last_day DESC LIMIT 1)"
        ).fetchone()
        return row[0] if row else None

    def texts(self, facts: Iterable[Fact[Any]]) -> dict[str, str]:
        """For the documents that tell these facts, by sha256, the ones that stand for their texts."""
        told = {report.source for fact in facts for report in fact.reports}
        return {
            row[0]: row[1]
            for part in in_parts(told)
            for row in self._db.execute(
                "SELECT source.sha256, other.sha256 FROM source JOIN source AS other ON other.id = source.text "
                f"WHERE source.sha256 IN ({marks(part)})",
                part,
            )
        }


def shelves(kind: str | None) -> tuple[str, ...] | None:
    """Where the sayings of a kind are kept."""
    if kind is None:
        return None
    return (kind, "topic, fleeting") if kind == "topic" else (kind,)


def _those(kind: str | None, sub: str | None, begin: date, end: date) -> tuple[str, list[Any]]:
    """The statement that finds facts whose days meet these, with its values."""
    told = {name: value for name, value in (("kind", kind), ("sub", sub)) if value is not None}
    near: list[tuple[str, tuple[int, ...]]] = [("first_day <= ?", (end.toordinal(),))]
    if begin > date.min:
        near = sharing_days(begin.toordinal(), end.toordinal())
    which = "".join(f" AND {'+' * (name == 'sub' and begin > date.min)}{name} = ?" for name in told)
    parts = [f"SELECT id, first_day, last_day FROM fact WHERE {condition}{which}" for condition, _ in near]
    return " UNION ALL ".join(parts), [value for _, values in near for value in (*values, *told.values())]
