"""Labels kept up: for each fact what it is found under (labels.py), by key and day, so that one thing is read alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from qatynas.ledger.derived import made_by
from qatynas.model.claim import KINDS
from qatynas.relations.dates import bounds, order
from qatynas.relations.following import Progress, take_in
from qatynas.relations.kept_tables import LONG, SHORT, in_parts, marks, sharing_days
from qatynas.relations.labels import GROUPED, Label, labels
from qatynas.relations.named import grouped

if TYPE_CHECKING:
    from qatynas.relations.kept import Kept

NAME = "labels"
TABLES = (
    """CREATE TABLE labels_key (
        id INTEGER PRIMARY KEY, shelf TEXT NOT NULL, key TEXT NOT NULL, facts INTEGER NOT NULL, UNIQUE (shelf, key))""",
    """CREATE TABLE labels_fact (  -- by the days that order them; begin is 0 where the date has no beginning
        key INTEGER, first_day INTEGER, last_day INTEGER, fact INTEGER, begin INTEGER NOT NULL, value REAL,
        PRIMARY KEY (key, first_day, last_day, fact)) WITHOUT ROWID""",
    "CREATE INDEX labels_fact_fact ON labels_fact (fact)",
    f"CREATE INDEX labels_fact_months ON labels_fact (key, first_day, last_day) WHERE last_day - first_day > {SHORT}",
    f"CREATE INDEX labels_fact_years ON labels_fact (key, first_day, last_day) WHERE last_day - first_day > {LONG}",
    "CREATE INDEX labels_fact_open ON labels_fact (key, first_day, last_day) WHERE begin = 0",
    "CREATE INDEX labels_fact_value ON labels_fact (key, value) WHERE value IS NOT NULL",
    # keys that name one thing; in a group that stands alone each fact is a thing of its own
    "CREATE TABLE labels_group (key INTEGER PRIMARY KEY, home INTEGER NOT NULL, alone INTEGER NOT NULL)",
    "CREATE INDEX labels_group_home ON labels_group (home)",
    "CREATE TABLE labels_stale (shelf TEXT PRIMARY KEY) WITHOUT ROWID",  # shelves whose keys are to be grouped anew
)
LAST = date.max.toordinal()
FEW = 200  # facts that are read and sorted at once
NEARLY = 1e-9  # how far values may be from those that tables hold in floating point


def version() -> str:
    """What made these tables."""
    here = Path(__file__)
    names = ("kept_labels", "labels", "named", "asking", "outlook", "programmes", "places", "supplies", "series",
             "works", "societies", "grouping", "aspects")  # fmt: skip
    return made_by(*(here.with_name(f"{name}.py") for name in names))


class KeptLabels:
    """The labels of one pair's kept facts."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self._db = kept.derived.connection
        kept.derived.follow(NAME, version(), TABLES)

    def catch_up(self, progress: Progress | None = None) -> None:
        """Follow the facts. Killed at any moment it goes on with what it had not noted."""
        if self._kept.is_still:
            return
        take_in(self._kept, NAME, tuple(KINDS), self._forget, self._learn, progress)
        for (shelf,) in self._db.execute("SELECT shelf FROM labels_stale").fetchall():
            with self._kept.derived.transaction():
                self._group(shelf)

    def _forget(self, facts: Sequence[int]) -> None:
        for part in in_parts(facts):
            gone = self._db.execute(
                f"SELECT key, count(*) FROM labels_fact WHERE fact IN ({marks(part)}) GROUP BY key", part
            ).fetchall()
            self._db.execute(f"DELETE FROM labels_fact WHERE fact IN ({marks(part)})", part)
            for key, count in gone:
                shelf, left = self._db.execute(
                    "UPDATE labels_key SET facts = facts - ? WHERE id = ? RETURNING shelf, facts", (count, key)
                ).fetchone()
                if not left:
                    self._stale(shelf)

    def _learn(self, facts: Sequence[int]) -> None:
        under: dict[tuple[str, str], list[tuple[int | float | None, ...]]] = defaultdict(list)
        for number, claim in self._kept.tellers(facts).items():
            for label in dict.fromkeys(labels(claim)):
                under[label.shelf, label.key].append((*_days(label), number, _begin(label), label.value))
        for (shelf, key), told in under.items():
            number, count = self._db.execute(
                "INSERT INTO labels_key (shelf, key, facts) VALUES (?, ?, ?) "
                "ON CONFLICT DO UPDATE SET facts = facts + excluded.facts RETURNING id, facts",
                (shelf, key, len(told)),
            ).fetchone()
            self._db.executemany("INSERT INTO labels_fact VALUES (?, ?, ?, ?, ?, ?)", [(number, *one) for one in told])
            if count == len(told):
                self._stale(shelf)

    def _stale(self, shelf: str) -> None:
        if shelf in GROUPED:
            self._db.execute("INSERT OR IGNORE INTO labels_stale VALUES (?)", (shelf,))

    def _group(self, shelf: str) -> None:
        """Put the keys of a shelf together where they name one thing."""
        known = {key: number for number, key, _ in self.keys(shelf)}
        self._db.execute("DELETE FROM labels_group WHERE key IN (SELECT id FROM labels_key WHERE shelf = ?)", (shelf,))
        for group, alone in grouped(shelf, sorted(known)):
            numbers = sorted(known[key] for key in group)
            self._db.executemany(
                "INSERT INTO labels_group VALUES (?, ?, ?)", [(number, numbers[0], alone) for number in numbers]
            )
        self._db.execute("DELETE FROM labels_stale WHERE shelf = ?", (shelf,))

    # read

    def keys(self, shelf: str, *keys: str) -> list[tuple[int, str, int]]:
        """The keys of a shelf, or those of these that there are: number, key and how many facts lie under it."""
        which = f" AND key IN ({marks(keys)})" if keys else ""
        return self._db.execute(
            f"SELECT id, key, facts FROM labels_key WHERE shelf = ? AND facts > 0{which} ORDER BY key", (shelf, *keys)
        ).fetchall()

    def groups(self, shelf: str) -> list[tuple[list[tuple[int, str, int]], bool]]:
        """The keys of a shelf in groups that name one thing each, and whether each fact of the group stands alone."""
        home = {
            key: (group, bool(alone))
            for key, group, alone in self._db.execute(
                "SELECT labels_group.key, home, alone FROM labels_group JOIN labels_key ON labels_key.id = "
                "labels_group.key WHERE shelf = ?",
                (shelf,),
            )
        }
        found: dict[tuple[int, bool], list[tuple[int, str, int]]] = defaultdict(list)
        for key in self.keys(shelf):
            found[home.get(key[0], (key[0], False))].append(key)
        return [(keys, alone) for (_, alone), keys in found.items()]

    def under(
        self,
        keys: Sequence[int],
        limit: int | None = None,
        *,
        newest: bool = True,
        begin: int = 0,
        end: int = LAST,
        undated: bool = True,
    ) -> list[int]:
        """The facts under some keys whose days meet these, the newest (or the oldest) so many."""
        way = "DESC" if newest else "ASC"
        rows: list[tuple[int, int, int]] = []
        for part in in_parts(keys):
            found, values = _meeting(part, begin, end)
            rows += self._db.execute(
                f"SELECT first_day, last_day, fact FROM ({found}) WHERE first_day < ? "
                f"ORDER BY first_day {way}, last_day {way}, fact LIMIT ?",
                (*values, LAST + 1 if undated else LAST, -1 if limit is None else limit),
            ).fetchall()
        rows.sort(reverse=newest)
        return [row[2] for row in rows[:limit]]

    def reaching(self, key: int, value: float, begin: int, told: int, end: int) -> Iterator[int]:
        """The facts under a key of at least this value, or nearly, that begin on or after a day and end between two
        others, earliest first. Few are looked up by their values; of many the first are met soon going by days."""
        least = value - abs(value) * NEARLY - NEARLY
        few = self._db.execute(
            "SELECT first_day, last_day, fact FROM labels_fact INDEXED BY labels_fact_value "
            "WHERE key = ? AND value >= ? LIMIT ?",
            (key, least, FEW + 1),
        ).fetchall()
        if len(few) <= FEW:
            yield from (fact for first, last, fact in sorted(few) if first >= begin and told <= last <= end)
            return
        for row in self._db.execute(
            "SELECT fact FROM labels_fact NOT INDEXED WHERE key = ? AND first_day >= ? AND last_day BETWEEN ? AND ? "
            "AND value >= ? ORDER BY first_day, last_day, fact",
            (key, begin, told, end, least),
        ):
            yield row[0]

    def within(self, kind: str, begin: int, end: int) -> list[int]:
        """Facts of a kind whose dates share one of these days, also those of which no beginning is told."""
        last = date.fromordinal(min(end, LAST - 1))  # what has no date is kept on the last day of all
        found = self._kept.numbers(kind, None, date.fromordinal(begin), last)
        return list(dict.fromkeys([*found, *self.under(self.numbers("open", kind), begin=begin, end=end)]))

    def numbers(self, shelf: str, *keys: str) -> list[int]:
        """The numbers of keys."""
        return [number for number, _, _ in self.keys(shelf, *keys)]

    def count(
        self, keys: Sequence[int], begin: int = 0, end: int = LAST, until: int = LAST, *, dated: bool = False
    ) -> int:
        """How many facts lie under some keys whose days meet these and are not later than until; dated: which have a
        date at all."""
        total = 0
        for part in in_parts(keys):
            found, values = _meeting(part, begin, end)
            which = "WHERE last_day <= ? AND first_day <= ?"
            row = self._db.execute(f"SELECT count(*) FROM ({found}) {which}", (*values, until, LAST - dated)).fetchone()
            total += int(row[0])
        return total

    def ends(self, keys: Sequence[int], *, last: bool) -> list[tuple[int, int]]:
        """Of each key the days of its last fact, or of its first."""
        choose = "max" if last else "min"
        return [
            divmod(row[0], LAST + 1)
            for part in in_parts(keys)
            for row in self._db.execute(
                f"SELECT {choose}(first_day * {LAST + 1} + last_day) FROM labels_fact "
                f"WHERE key IN ({marks(part)}) GROUP BY key",
                part,
            )
        ]

    def each(self, keys: Sequence[int]) -> list[tuple[int, int, int, int]]:
        """All facts under some keys: the key, the fact and its days."""
        return [
            row
            for part in in_parts(keys)
            for row in self._db.execute(
                f"SELECT key, fact, first_day, last_day FROM labels_fact WHERE key IN ({marks(part)})", part
            )
        ]

    def newest(self, key: int, most: int | None) -> list[int]:
        """The newest facts under a key, so many at least, with all of the days that the last of them is of."""
        turn = self._db.execute(
            "SELECT first_day, last_day FROM labels_fact WHERE key = ? ORDER BY first_day DESC, last_day DESC "
            "LIMIT 1 OFFSET ?",
            (key, most - 1 if most else 0),
        ).fetchone() if most else None  # fmt: skip
        rows = self._db.execute(
            "SELECT fact FROM labels_fact WHERE key = ? AND (first_day, last_day) >= (?, ?)", (key, *(turn or (0, 0)))
        )
        return [row[0] for row in rows]

    def page(
        self,
        keys: Sequence[int],
        limit: int | None,
        offset: int,
        *,
        begin: int = 0,
        end: int = LAST,
        until: int = LAST,
        dated: bool = False,
    ) -> tuple[list[int], int]:
        """Facts under keys whose days meet these, by their days from the offset on, with all of the days that the page
        begins and ends with; and how many of these come before the page. until: no day of theirs may be later; dated:
        they have a date at all."""
        if not keys:
            return [], 0
        found, values = _meeting(keys, begin, end)
        meeting = f"FROM ({found}) WHERE last_day <= ? AND first_day <= ?"
        told = (*values, until, LAST - dated)

        def turn(place: int) -> tuple[int, int] | None:
            by_day = "ORDER BY first_day, last_day, fact LIMIT 1 OFFSET ?"
            row: tuple[int, int] | None = self._db.execute(
                f"SELECT first_day, last_day {meeting} {by_day}", (*told, place)
            ).fetchone()
            return row

        first = turn(offset)
        if first is None or limit == 0:
            return [], 0
        last = (turn(offset + limit - 1) if limit is not None else None) or (LAST, LAST)
        (before,) = self._db.execute(
            f"SELECT count(*) {meeting} AND (first_day, last_day) < (?, ?)", (*told, *first)
        ).fetchone()
        rows = self._db.execute(
            f"SELECT fact {meeting} AND (first_day, last_day) >= (?, ?) AND (first_day, last_day) <= (?, ?)",
            (*told, *first, *last),
        )
        return [row[0] for row in rows], offset - before


def _meeting(keys: Sequence[int], begin: int, end: int) -> tuple[str, list[int]]:
    """The statement that finds what lies under keys and whose days meet these, with its values."""
    near: list[tuple[str, tuple[int, ...]]] = [("WHERE first_day <= ?", (end,))]
    if begin > 0:
        near = [(f"WHERE {condition}", values) for condition, values in sharing_days(begin, end)]
    if end < LAST:  # what ends later and has no beginning meets these days, too
        near.append(("INDEXED BY labels_fact_open WHERE begin = 0 AND first_day > ? AND last_day >= ?", (end, begin)))
    told = "SELECT first_day, last_day, fact FROM labels_fact"
    parts = [f"{told} {which} AND key IN ({marks(keys)})" for which, _ in near]
    return " UNION ALL ".join(parts), [value for _, values in near for value in (*values, *keys)]


def _days(label: Label) -> tuple[int, int]:
    first, last, _ = order(label.date)
    return first.toordinal(), last.toordinal()


def _begin(label: Label) -> int:
    return 0 if bounds(label.date)[0] is None else order(label.date)[0].toordinal()
