"""Targets and what bears on them, kept up: which a number that came, went or changed may meet or tell the course of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from sqlite3 import Connection

from qatynas.checks.kept_claims import Said
from qatynas.checks.statuses import MOST_BY
from qatynas.model.claim import Claim, Figure
from qatynas.relations.dates import bounds, order
from qatynas.relations.kept_tables import in_parts, marks, number_of
from qatynas.relations.keys import cell_of, date_of
from qatynas.relations.series import head_of
from qatynas.relations.values import Fact

SPARE = 40  # levels that are read beyond those that can be told, since the day alone does not order them
NEARLY = 1e-9  # how far numbers may be from those that tables hold in floating point
EVER = date.max.toordinal()
YEAR = (364, 365)  # days between the first and the last of a year


class KeptTargets:
    """The table of targets."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def put(self, said: Sequence[Said]) -> None:
        """Keep the targets among facts that changed; others that are told of the same are looked at anew."""
        told: dict[int, str] = {}
        for one in said:
            told[one.fact] = min(told.get(one.fact, "9999"), one.cited.claim.published or "9999")
        for one in said:
            claim = one.cited.claim
            if one.tells and isinstance(claim, Figure) and claim.status == "target":
                first, last = _window(claim, told[one.fact])
                head, due, value = head_number(claim), claim.period or "", float(claim.quantity.value)
                self._db.execute(
                    "INSERT OR REPLACE INTO target VALUES (?, ?, ?, ?, ?, ?, 1, ?, 0, '', 1)",
                    (one.fact, head, first, last, due, value, EVER),
                )
                self._touch_kin(head, due, value)

    def take(self, number: int) -> None:
        """Let a fact be no target any more."""
        row = self._db.execute("DELETE FROM target WHERE fact = ? RETURNING head, due, value", (number,)).fetchone()
        if row:
            self._touch_kin(*row)

    def _touch_kin(self, head: int, due: str, value: float) -> None:
        self._touch(row[0] for row in self._db.execute(_KIN, (head, due, value)))

    def kin(self, numbers: Iterable[int]) -> set[int]:
        """The targets of the same series that these may supersede, move or be moved by, themselves included."""
        found = set(numbers)
        for part in in_parts(sorted(found)):
            rows = self._db.execute(
                f"SELECT DISTINCT head, due, value FROM target WHERE fact IN ({marks(part)})", part
            ).fetchall()
            found |= {row[0] for key in rows for row in self._db.execute(_KIN, key)}
        return found

    def level_changed(
        self, head: int, first: int, last: int, number: int, value: float, told: str, place: str = ""
    ) -> None:
        """Look anew at the targets that a number of their series may meet, or whose course it may tell. place is that
        of the number's fact, where it is one that came."""
        most = value * (1 + NEARLY) + NEARLY
        rows = self._db.execute(
            "SELECT fact FROM target WHERE NOT stale AND head = ? AND last_day >= ? AND first_day <= ? AND value <= ? "
            "AND (met_from, met_until, met_by) >= (?, ?, ?)",
            (head, last, last, most, first, last, place),
        ).fetchall()
        if last - first in YEAR and self._is_newest(head, first, number, told):
            years = [row[0] for row in self._db.execute(_LAST_YEARS, (head,))]
            among_last = years[-1] is None or first >= years[-1]
            rows += self._db.execute(
                "SELECT fact FROM target WHERE NOT stale AND head = ?1 AND by_course AND (?2 OR "
                "(last_day >= ?3 AND first_day <= ?4) OR (last_day < ?4 AND value <= ?5 AND due LIKE '../%'))",
                (head, among_last, first, last, most),
            ).fetchall()
        self._touch(row[0] for row in rows)

    def _is_newest(self, head: int, first: int, number: int, told: str) -> bool:
        """Whether no newer text tells of the year that begins then."""
        row = self._db.execute(
            f"SELECT 1 FROM level WHERE {_A_YEAR} AND head = ? AND first_day = ? AND told > ? AND fact <> ?",
            (head, first, told, number),
        ).fetchone()
        return row is None

    def looked_at(self, met: Mapping[int, Sequence[Fact[Claim]]]) -> None:
        """Note of targets that they were looked at, and by which numbers they are met, MOST_BY at most, in order."""
        self._db.executemany(
            "UPDATE target SET stale = 0, met_from = ?, met_until = ?, met_by = ?, by_course = ? WHERE fact = ?",
            [(*_last_told(by), not by, number) for number, by in met.items()],
        )

    def _touch(self, facts: Iterable[int]) -> None:
        numbers = set(facts)
        self._db.executemany("UPDATE shard SET dirty = 1 WHERE id = ?", [(shard_of(number),) for number in numbers])
        self._db.executemany("UPDATE target SET stale = 1 WHERE fact = ?", [(number,) for number in numbers])

    def levels(self, numbers: Iterable[int]) -> set[int]:
        """The numbers that targets are held against: of each year of their series the newest, and those that first
        reach each."""
        found: set[int] = set()
        heads = set()
        for number in numbers:
            row = self._db.execute(
                "SELECT head, first_day, last_day, value, due FROM target WHERE fact = ?", (number,)
            ).fetchone()
            if row is None:
                continue
            head, first, last, value, due = row
            heads.add(head)
            until = not due or due.startswith("../")
            found |= {
                row[0]
                for row in self._db.execute(
                    _REACHED_UNTIL if until else _REACHED_WITHIN,
                    (head, first, last, value * (1 - NEARLY) - NEARLY, MOST_BY + SPARE),
                )
            }
        for head in heads:
            found |= {row[0] for row in self._db.execute(_YEARS, (head,))}
        return found


def _last_told(by: Sequence[Fact[Claim]]) -> tuple[int, int, str]:
    """The days and the key of the last of the numbers that are told to meet a target, where no more are told."""
    if len(by) < MOST_BY:
        return EVER, EVER, ""
    first, last, _ = order(date_of(by[-1].claim))
    return first.toordinal(), last.toordinal(), place_among(by[-1].claim, by[-1].key)


def place_among(claim: Claim, key: str) -> str:
    """The place of a fact among those of its days, which are told in the order of their dates as they stand, then of
    their keys. A space comes before all that a date is written with."""
    return f"{date_of(claim) or ''} {key}"


def shard_of(number: int) -> int:
    """The shard of a fact that is looked at by itself."""
    return number_of(("fact", number))


def head_number(figure: Figure) -> int:
    """The number of a figure's series: its cell without time and status."""
    return number_of(head_of(cell_of(figure)))


def _window(claim: Figure, told: str) -> tuple[int, int]:
    """The days in which a number can meet a target: those of its period, or from when it was set to its deadline."""
    begin, end = bounds(claim.period)
    if not claim.period or claim.period.startswith("../"):
        begin = bounds(told)[0]
    return begin.toordinal() if begin else 0, end.toordinal() if end else EVER - 1


_KIN = (
    "SELECT fact FROM target WHERE head = ?1 AND due = ?2 UNION SELECT fact FROM target WHERE head = ?1 AND value = ?3"
)
_A_YEAR = "last_day - first_day IN (364, 365)"
_LAST_YEARS = f"""
WITH newest AS (SELECT max(first_day) AS day FROM level WHERE {_A_YEAR} AND head = ?1)
SELECT day FROM newest UNION ALL
SELECT max(first_day) FROM level WHERE {_A_YEAR} AND head = ?1 AND first_day < (SELECT day FROM newest)"""
_YEARS = f"""
WITH RECURSIVE year (day) AS (
    SELECT min(first_day) FROM level WHERE {_A_YEAR} AND head = ?1 UNION ALL
    SELECT (SELECT min(first_day) FROM level WHERE {_A_YEAR} AND head = ?1 AND first_day > day) FROM year
    WHERE day IS NOT NULL)
SELECT fact FROM year JOIN level ON {_A_YEAR} AND head = ?1 AND first_day = day
AND told = (SELECT max(told) FROM level WHERE {_A_YEAR} AND head = ?1 AND first_day = day)"""
_REACHED_WITHIN = """
SELECT fact FROM level WHERE head = ? AND first_day >= ? AND last_day <= ?3 AND first_day <= ?3 AND value >= ?
ORDER BY first_day, last_day LIMIT ?"""
_REACHED_UNTIL = """
SELECT fact FROM level INDEXED BY level_last WHERE head = ? AND last_day >= ? AND last_day <= ? AND value >= ?
ORDER BY first_day, last_day LIMIT ?"""
