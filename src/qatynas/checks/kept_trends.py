"""Trends held against the years around them, kept up: a trend is looked at anew where one of these years changes."""

from __future__ import annotations

from datetime import date

from qatynas.checks.courses import could_know, trends
from qatynas.checks.kept_across import NUMBER, KeptAcross, KeptUnits
from qatynas.checks.kept_claims import facts_of_documents, of_facts, view
from qatynas.checks.kept_tables import put
from qatynas.ledger.derived import Derived
from qatynas.model.claim import Trend
from qatynas.relations.dates import bounds
from qatynas.relations.kept import Kept
from qatynas.relations.kept_tables import number_of
from qatynas.relations.values import Fact

YEARS = 2  # that a trend is held against
EVER = date.max.toordinal()


class KeptTrends:
    """The trends of one pair, in the tables of kept findings."""

    def __init__(self, derived: Derived, kept: Kept, across: KeptAcross) -> None:
        self._derived, self._kept, self._across = derived, kept, across
        self._db = derived.connection

    def look(self) -> None:
        """Look at trends that changed, and at those whose years did."""
        while dirty := self._across.dirty("flow"):
            with self._derived.transaction():
                for flow in dirty:
                    self._touch(flow)
                self._across.done(dirty)
        while dirty := self._across.dirty("trends"):
            with self._derived.transaction():
                for shard in dirty:
                    self._look(shard)
                self._across.done(dirty)

    def _touch(self, flow: int) -> None:
        """Let the trends of a flow's indicator be looked at that saw none of its years, or others than there are."""
        (kin,) = self._db.execute("SELECT kin FROM shard WHERE id = ?", (flow,)).fetchone()
        if not self._db.execute("SELECT 1 FROM shard WHERE kin = ? AND name = 'trends' LIMIT 1", (kin,)).fetchone():
            return
        years = self._years(flow)
        self._db.execute(
            "UPDATE shard SET dirty = 1 WHERE name = 'trends' AND kin = ?1 AND NOT EXISTS ("
            "SELECT 1 FROM reach WHERE reach.flow = ?2 AND reach.trend = shard.id)",
            (kin, flow),
        )
        rows = self._db.execute("SELECT trend, first, last, said FROM reach WHERE flow = ?", (flow,)).fetchall()
        for trend, first, last, said in rows:
            if said != _sum(years, first, last):
                self._across.touch(trend)

    def _years(self, flow: int) -> dict[int, str]:
        """The last days of years, each with the role of the newest text that tells it."""
        found: dict[int, str] = {}
        before = "~"
        while row := self._db.execute(
            "SELECT role FROM member WHERE shard = ? AND role < ? ORDER BY role DESC LIMIT 1", (flow, before)
        ).fetchone():
            before = row[0][:NUMBER]
            found[int(before)] = row[0]
        return found

    def _look(self, shard: int) -> None:
        rows = self._db.execute("SELECT fact FROM member WHERE shard = ?", (shard,)).fetchall()
        facts = self._kept.by_number([row[0] for row in rows])
        self._db.execute(
            "DELETE FROM reach WHERE (flow, trend) IN (SELECT flow, trend FROM reach WHERE trend = ?)", (shard,)
        )
        numbers = set(facts)
        for trend in facts.values():
            numbers |= facts_of_documents(self._kept, (report.source for report in trend.reports), "figure")
            flows = self._db.execute("SELECT id FROM shard WHERE kin = ? AND name = 'flow'", (trend.claim.indicator,))
            for (flow,) in flows.fetchall():
                numbers |= self._last(shard, flow, trend)
        said = [one for one in of_facts(self._kept, numbers) if one.cited.claim.kind == "figure" or one.fact in facts]
        put(self._db, str(shard), trends(view(self._kept, said, KeptUnits(self._db))))

    def _last(self, shard: int, flow: int, fact: Fact[Trend]) -> set[int]:
        """The facts that the last two years of a flow are told by newest, as far as a trend's texts could know."""
        years = self._years(flow)
        wanted: set[int] = set()
        first, last = EVER, 0
        for report in fact.reports:
            assert isinstance(report.claim, Trend)
            written = bounds(report.claim.published)[1]
            known = [day for day in sorted(years) if could_know(str(date.fromordinal(day).year), report.claim)][-YEARS:]
            wanted.update(known)
            first = min(first, known[0] if len(known) == YEARS else 0)
            last = max(last, written.toordinal() if written else EVER)
        row = (flow, shard, first, last, _sum(years, first, last))
        self._db.execute("INSERT OR REPLACE INTO reach VALUES (?, ?, ?, ?, ?)", row)
        return {
            self._db.execute("SELECT fact FROM member WHERE shard = ? AND role = ?", (flow, years[day])).fetchone()[0]
            for day in wanted
        }


def _sum(years: dict[int, str], first: int, last: int) -> int:
    """A hash of the newest texts of the years between two days."""
    return number_of([(day, years[day]) for day in sorted(years) if first <= day <= last])
