"""What texts say against each other, kept up shard by shard: only what a change touches is looked at again.

Facts that changed wait until they have a place: the shards (shards.py) of the claims that tell them. A shard whose
facts came, went or changed is looked at anew; so are the cells of its bucket, where what a cell leaves open grew less.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from qatynas.checks.cells import Amount, amount_of, is_level, most_common, series_of
from qatynas.checks.courses import flow_told
from qatynas.checks.dates import sessions
from qatynas.checks.kept_claims import Said, facts_of_documents, of_facts, view
from qatynas.checks.kept_systems import KeptSystems
from qatynas.checks.kept_tables import put
from qatynas.checks.kept_targets import KeptTargets, head_number, place_among, shard_of
from qatynas.checks.kept_works import WORKS, place_of
from qatynas.checks.shards import SHARDED
from qatynas.checks.view import View
from qatynas.ledger.derived import Derived
from qatynas.model.claim import Agreement, Claim, Event, Figure, Meeting, Pledge, Project, Trend
from qatynas.model.finding import Cited, Finding
from qatynas.relations.dates import bounds, order
from qatynas.relations.kept import Kept
from qatynas.relations.kept_tables import number_of
from qatynas.relations.keys import fact_key
from qatynas.relations.names import body_key

AT_ONCE = 1_000  # facts that find their places in one transaction, and shards that are looked at in one
PLANNED = (Agreement, Meeting, Event)

Member = tuple[int, str, int]
"""A fact in a shard: the shard, the fact's role in it, the fact's number."""


class KeptUnits:
    """The units of levels, by the tables; see cells.Units."""

    def __init__(self, connection: Any) -> None:
        self._db = connection
        self._known: dict[tuple[str, Amount], tuple[str, int | None]] = {}
        self.usual: set[int] = set()  # series of which the usual unit was given

    def __call__(self, source: str, series: Amount) -> str:
        if (source, series) not in self._known:
            self._known[source, series] = self._looked_up(source, number_of(series))
        unit, number = self._known[source, series]
        if number is not None:
            self.usual.add(number)
        return unit

    def _looked_up(self, source: str, number: int) -> tuple[str, int | None]:
        own = self._db.execute("SELECT unit FROM counted WHERE sha256 = ? AND series = ?", (source, number)).fetchone()
        if own:
            return own[0], None
        usual = self._db.execute("SELECT unit FROM usual WHERE series = ?", (number,)).fetchone()
        return usual[0] if usual else "", number


class KeptAcross:
    """The shards of one pair's facts, in the tables of kept findings."""

    def __init__(self, derived: Derived, kept: Kept) -> None:
        self._derived, self._kept = derived, kept
        self._db = derived.connection
        self._systems = KeptSystems(derived, self.view)
        self._targets = KeptTargets(self._db)

    # facts find their places

    def wait(self, facts: Iterable[int]) -> None:
        """Let facts find their places anew; inside a transaction."""
        self._db.executemany("INSERT OR IGNORE INTO waiting VALUES (?)", [(number,) for number in facts])

    def wait_told_in(self, documents: Sequence[str]) -> None:
        """The same of all facts that these documents tell."""
        self.wait(facts_of_documents(self._kept, documents))

    def count_units(self, view: View) -> None:
        """Note for a text's documents in what units they tell the levels of which they tell growths; in a
        transaction."""
        told: dict[str, dict[Amount, dict[str, int]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(int)))
        grown = set()
        for cited, figure in view.figures():
            if is_level(figure):
                told[cited.source][series_of(amount_of(cited, figure))][figure.quantity.unit] += 1
            else:
                grown.add(cited.source)
        for source in view.texts:
            self._db.execute("DELETE FROM counted WHERE sha256 = ?", (source,))
            rows = [(source, number_of(series), most_common(units)) for series, units in told[source].items()]
            if source in grown:
                self._db.executemany("INSERT OR REPLACE INTO counted VALUES (?, ?, ?)", rows)

    def place(self) -> None:
        """Give all facts that wait their places. Killed at any moment it goes on the next time."""
        while waiting := self._some_waiting():
            with self._derived.transaction():
                said = of_facts(self._kept, waiting)
                touched: set[int] = set()
                for number in waiting:
                    touched |= self._take(number)
                levels = self._levels(said)
                self._targets.put(said)
                self._db.executemany("INSERT OR REPLACE INTO level VALUES (?, ?, ?, ?, ?, ?, ?, ?)", levels)
                self._settle_usual(touched | {row[6] for row in levels})
                self._put_members(said)
                self._db.executemany("DELETE FROM waiting WHERE fact = ?", [(number,) for number in waiting])

    def _some_waiting(self) -> list[int]:
        return [row[0] for row in self._db.execute("SELECT fact FROM waiting LIMIT ?", (AT_ONCE,))]

    def _take(self, number: int) -> set[int]:
        """Take a fact out of its places; the series whose levels it was one of."""
        for (shard,) in self._db.execute("DELETE FROM member WHERE fact = ? RETURNING shard", (number,)).fetchall():
            self.touch(shard)
        gone = self._db.execute(
            "DELETE FROM level WHERE (head, first_day, last_day, fact) IN "
            "(SELECT head, first_day, last_day, fact FROM level WHERE fact = ?) RETURNING "
            "head, first_day, last_day, fact, value, told, series",
            (number,),
        ).fetchall()
        for *level, _ in gone:
            self._targets.level_changed(*level)
        self._targets.take(number)
        self._db.execute(
            "DELETE FROM unsettled WHERE (series, fact) IN (SELECT series, fact FROM unsettled WHERE fact = ?)",
            (number,),
        )
        return {row[-1] for row in gone}

    def _levels(self, said: Sequence[Said]) -> list[tuple[Any, ...]]:
        """Rows for the facts that are levels."""
        told: dict[int, str] = defaultdict(str)
        for one in said:
            told[one.fact] = max(told[one.fact], one.cited.claim.published or "")
        found = []
        for number, tells, _, cited in said:
            claim = cited.claim
            if not tells or not isinstance(claim, Figure) or not is_level(claim):
                continue
            first, last, _ = order(claim.period)
            head = head_number(claim)
            series = number_of(series_of(amount_of(cited, claim)))
            value, days = float(claim.quantity.value), (first.toordinal(), last.toordinal())
            self._targets.level_changed(head, *days, number, value, told[number], place_among(claim, fact_key(claim)))
            found.append((head, *days, number, value, told[number], series, claim.quantity.unit))
        return found

    def _settle_usual(self, touched: set[int]) -> None:
        """Find the usual units of series anew; where one is another now, growths of it find their places anew."""
        for series in sorted(touched):
            counts = dict(
                self._db.execute("SELECT unit, count(*) FROM level WHERE series = ? GROUP BY unit", (series,))
            )
            unit = most_common(counts)
            known = self._db.execute("SELECT unit FROM usual WHERE series = ?", (series,)).fetchone()
            if known != (unit,):
                self._db.execute("INSERT OR REPLACE INTO usual VALUES (?, ?)", (series, unit))
                rows = self._db.execute("SELECT fact FROM unsettled WHERE series = ?", (series,)).fetchall()
                self.wait(row[0] for row in rows)

    def _put_members(self, said: Sequence[Said]) -> None:
        units = KeptUnits(self._db)
        members: dict[Member, tuple[str, str]] = {}
        unsettled: set[tuple[int, int]] = set()
        for one in said:
            units.usual.clear()
            for shard, role, name, kin in _places(one, units):
                members[shard, role, one.fact] = name, kin
            unsettled |= {(series, one.fact) for series in units.usual}
        self._db.executemany("INSERT OR IGNORE INTO unsettled VALUES (?, ?)", unsettled)
        shards = {shard: (name, kin) for (shard, _, _), (name, kin) in members.items()}
        self._db.executemany(
            "INSERT INTO shard VALUES (?, ?, ?, 1) ON CONFLICT (id) DO UPDATE SET dirty = 1",
            [(shard, name, kin) for shard, (name, kin) in shards.items()],
        )
        self._db.executemany("INSERT OR IGNORE INTO member VALUES (?, ?, ?)", list(members))

    def touch(self, shard: int) -> None:
        """Let a shard be looked at anew, if there is one."""
        self._db.execute("UPDATE shard SET dirty = 1 WHERE id = ?", (shard,))

    # shards

    def look(self) -> None:
        """Look at all shards that were touched, then at what clashes among cells."""
        for name in (*SHARDED, "sessions"):
            while dirty := self.dirty(name):
                with self._derived.transaction():
                    for shard in dirty:
                        put(self._db, str(shard), self._found(name, shard))
                    self.done(dirty)
        self._systems.solve()

    def dirty(self, name: str) -> list[int]:
        """Some touched shards of a check."""
        rows = self._db.execute("SELECT id FROM shard WHERE name = ? AND dirty LIMIT ?", (name, AT_ONCE // 5))
        return [row[0] for row in rows]

    def done(self, shards: Sequence[int]) -> None:
        """These are as their facts have them; those without any go."""
        self._db.executemany("UPDATE shard SET dirty = 0 WHERE id = ?", [(shard,) for shard in shards])
        self._db.executemany(
            "DELETE FROM shard WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM member WHERE shard = ?1)",
            [(shard,) for shard in shards],
        )

    def _found(self, name: str, shard: int) -> Iterable[Finding]:
        if name == "sessions":
            said = [one for one in of_facts(self._kept, self._outermost(shard)) if _is_held_by(shard, one.cited.claim)]
            return sessions(view(self._kept, said, KeptUnits(self._db)))
        check = SHARDED[name]
        if check.roles:
            roles = {row[0] for row in self._db.execute("SELECT DISTINCT role FROM member WHERE shard = ?", (shard,))}
            if not check.roles <= roles:
                return ()
        seen = self.view(shard, name)
        if name == "cells":
            self._systems.keep(shard, seen)
        return check.check(seen)

    def view(self, shard: int, name: str) -> View:
        """The claims of a shard."""
        units = KeptUnits(self._db)
        place = SHARDED[name].place
        members = self._db.execute("SELECT DISTINCT fact FROM member WHERE shard = ?", (shard,)).fetchall()
        said = []
        for one in of_facts(self._kept, [row[0] for row in members]):
            found = place(one.cited, _amount(one.cited), units)
            if found is not None and number_of((name, found[0])) == shard:
                said.append(one)
        return view(self._kept, said, units)

    def _outermost(self, shard: int) -> list[int]:
        """Of the sessions of a body by number, the first and the last of each."""
        found: list[int] = []
        after = ""
        while row := self._db.execute(
            "SELECT role, fact FROM member WHERE shard = ? AND role > ? ORDER BY role LIMIT 1", (shard, after)
        ).fetchone():
            number = row[0][:NUMBER]
            after = f"{number}~"
            last = self._db.execute(
                "SELECT fact FROM member WHERE shard = ? AND role < ? ORDER BY role DESC LIMIT 1", (shard, after)
            ).fetchone()
            found += [row[1], last[0]]
        return sorted(set(found))


NUMBER = 8  # digits of a session's number and of a day in the role of a member


def _amount(cited: Cited) -> Amount | None:
    return amount_of(cited, cited.claim) if isinstance(cited.claim, Figure) else None


def _places(said: Said, units: KeptUnits) -> Iterator[tuple[int, str, str, str]]:
    """The shards of a claim: shard, role, check, kin."""
    cited, claim = said.cited, said.cited.claim
    amount = _amount(cited)
    for name, check in SHARDED.items():
        place = check.place(cited, amount, units)
        if place is not None:
            yield number_of((name, place[0])), place[1], name, ""
    if isinstance(claim, Meeting) and claim.number and claim.body and bounds(claim.date)[0]:
        day = order(claim.date)[0].toordinal()
        role = f"{claim.number:0{NUMBER}}{day:0{NUMBER}}{cited.id}"
        yield number_of(("sessions", str(body_key(claim.body)))), role, "sessions", ""
    if isinstance(claim, Figure) and (flow := flow_told(claim, cited)) is not None:
        year = order(claim.period)[1].toordinal()
        role = f"{year:0{NUMBER}}{claim.published or ''}|{cited.id}"
        yield number_of(("flow", flow)), role, "flow", claim.indicator
    if said.tells:
        yield from _promise_places(said.fact, claim)


def _promise_places(number: int, claim: Claim) -> Iterator[tuple[int, str, str, str]]:
    """Where promises and trends are looked at: works by their names, the rest each by itself."""
    alone = shard_of(number)
    if isinstance(claim, Figure) and claim.status == "target":
        yield alone, "", "targets", ""
    elif isinstance(claim, Project):
        shard, named = place_of(claim)
        yield shard, "", WORKS, named
    elif isinstance(claim, Pledge) or (isinstance(claim, PLANNED) and claim.status == "planned"):
        yield alone, "", "plans", ""
    elif isinstance(claim, Trend):
        yield alone, "", "trends", claim.indicator


def _is_held_by(shard: int, claim: Claim) -> bool:
    body = claim.body if isinstance(claim, Meeting) else None
    return body is not None and number_of(("sessions", str(body_key(body)))) == shard
