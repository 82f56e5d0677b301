"""Two people's ledgers as one: the rows of both, each with who and when, in the order of their times.

What is current follows from the order of rows, so that the rows of both are put in order anew and take the place of
the first's. Of equal times the rows' own content decides, never which file they came from: merging A into B and B into
A give ledgers that say the same, and merging again changes nothing.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from qatynas.ledger.packing import digest

Row = dict[str, Any]
Key = tuple[str, str]

ORDERED = ("version", "adoption", "judgement", "record", "settlement")  # in which a later row counts over an earlier
REFERENCES = ("judgement", "withdraws", "undoes")  # columns that hold another row's number
WORDS = ("judgement", "settlement")  # tables of which a single row can be purged
BELOW = {"judgement": ("judged_claim", "judgement"), "record": ("recorded_claim", "record")}
TABLES = (
    *("document", "reading", "passage", "extraction", "claim", "version", "adoption", "judgement", "judged_claim"),
    *("record", "recorded_claim", "settlement", "tombstone"),
)
"""Everything that is merged, each table before those that refer to it."""


@dataclass(frozen=True, slots=True)
class Event:
    """One row that says something at a time, free of the numbers that its file gives it.

    key is its time and a hash of its content, the same in every file that holds it; references are keys' hashes. below
    are rows that belong to it (the further claims of a join).
    """

    key: Key
    table: str
    row: Row
    below: tuple[Row, ...] = ()

    @property
    def said(self) -> str:
        """A hash of what it says, the same in every file, and of the same word said twice."""
        return digest(self.table, self.row, list(self.below))


def said_by(connection: sqlite3.Connection, table: str, number: int) -> str:
    """The hash of what a row says (Event.said), by its number in a table of ORDERED."""
    numbers = [row[0] for row in connection.execute(f"SELECT id FROM {table} ORDER BY id")]
    return Side(connection).events[table][numbers.index(number)].said


class Side:
    """One of the two ledgers, by what its rows say."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._identities = dict(connection.execute("SELECT id, identity FROM extraction"))
        sheets = "SELECT sha256 FROM record WHERE judgement IS NULL AND withdraws IS NULL AND form <> 'words'"
        self.sheets = {sha256 for (sha256,) in connection.execute(sheets)}
        self._hashes: dict[str, dict[int, str]] = {}  # of each table's rows, by their numbers
        self.events = {table: list(self._events(table)) for table in ORDERED}

    def rows(self, statement: str, *values: Any) -> list[Row]:
        """Rows by the names of their columns."""
        cursor = self._connection.execute(statement, values)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]

    def _events(self, table: str) -> Iterator[Event]:
        mine, told = self._hashes.setdefault(table, {}), Counter[str]()
        meant = {"judgement": self._hashes.get("judgement", {}), "withdraws": mine, "undoes": mine}
        for row in self.rows(f"SELECT * FROM {table} ORDER BY id"):
            number = row.pop("id")
            row |= {name: meant[name][row[name]] for name in REFERENCES if row.get(name) is not None}
            if table == "adoption":
                row["extraction"] = self._identities[row["extraction"]]
            if table == "version" and row["sha256"] in self.sheets:  # a record's path holds a number of its file
                row |= {"place": "", "path": ""}
            below = self._below(table, number)
            said = digest(table, row, below)
            told[said] += 1  # the same again within a second is another event
            mine[number] = digest(said, told[said])
            yield Event((row["added_at"], mine[number]), table, row, tuple(below))

    def _below(self, table: str, number: int) -> list[Row]:
        if table not in BELOW:
            return []
        name, refers = BELOW[table]
        rows = self.rows(f"SELECT * FROM {name} WHERE {refers} = ? ORDER BY position", number)
        return [{column: value for column, value in row.items() if column != refers} for row in rows]


def merge(made: sqlite3.Connection, one: sqlite3.Connection, other: sqlite3.Connection) -> None:
    """Write the rows of two ledgers into a third, which is empty but for its tables."""
    sides = (Side(one), Side(other))
    stones: dict[str, Row] = {}
    for stone in _sorted(side.rows("SELECT * FROM tombstone") for side in sides):
        stones.setdefault(stone["sha256"], stone)
    writer = _Writer(made, sides, frozenset(stones))
    writer.documents()
    for table in ORDERED:
        for event in _in_order(*(side.events[table] for side in sides)):
            writer.write(event)
    for stone in stones.values():
        _insert(made, "tombstone", stone)


def _sorted(tables: Iterable[list[Row]]) -> list[Row]:
    """Rows of both sides by their time, of equal times by what they say."""
    return sorted((row for rows in tables for row in rows), key=lambda row: (row["added_at"], digest(row)))


def _in_order(mine: list[Event], theirs: list[Event]) -> Iterator[Event]:
    """The events of both, each once, each side's own order kept; where both could be next the lesser key is."""
    told: set[Key] = set()
    sides, places = (mine, theirs), [0, 0]
    while True:
        for side in (0, 1):
            while places[side] < len(sides[side]) and sides[side][places[side]].key in told:
                places[side] += 1
        heads = [sides[side][places[side]] for side in (0, 1) if places[side] < len(sides[side])]
        if not heads:
            return
        first = min(heads, key=lambda event: event.key)
        told.add(first.key)
        yield first


class _Writer:
    """Rows with the numbers that the new file gives them."""

    def __init__(self, made: sqlite3.Connection, sides: tuple[Side, Side], purged: frozenset[str]) -> None:
        self._made, self._sides, self._purged = made, sides, purged
        self._extractions: dict[str, int] = {}
        self._numbers: dict[str, int] = {}  # of rows that were written, by the hash of their event
        self._withdrawn: set[int] = set()  # records withdrawn already
        kept = [event for event in _in_order(*(side.events["record"] for side in sides)) if self._is_kept(event)]
        self._records = {event.key[1]: number for number, event in enumerate(kept, 1)}
        sheets = sides[0].sheets | sides[1].sheets
        self._sheets = {
            event.row["sha256"]: self._records[event.key[1]]
            for event in kept
            if event.row["sha256"] in sheets and event.row["judgement"] is None and event.row["form"] != "words"
        }

    def documents(self) -> None:
        """Write documents with their readings, extractions and claims, in the order that they came in."""
        rows = _sorted(side.rows("SELECT * FROM document") for side in self._sides)
        known: dict[str, Row] = {}
        for row in rows:
            known.setdefault(row["sha256"], row)
        came = (
            [
                Event((row["added_at"], row["sha256"]), "document", row)
                for row in side.rows("SELECT * FROM document ORDER BY rowid")
            ]
            for side in self._sides
        )
        for sha256 in dict.fromkeys(event.row["sha256"] for event in _in_order(*came)):
            if sha256 not in self._purged:
                _insert(self._made, "document", known[sha256])
                self._readings(sha256)
                self._read_out(sha256)

    def _readings(self, sha256: str) -> None:
        asked = "SELECT * FROM reading WHERE sha256 = ?"
        found = [(row, side) for side in self._sides for row in side.rows(asked, sha256)]
        for row, side in sorted(found, key=lambda one: (one[0]["digest"], one[0]["id"])):
            number = row.pop("id")
            if self._reading(row["digest"]) is None:
                made = _insert(self._made, "reading", row)
                for passage in side.rows('SELECT start, "end" FROM passage WHERE reading = ? ORDER BY id', number):
                    _insert(self._made, "passage", {"reading": made, **passage})

    def _reading(self, known: str) -> int | None:
        row = self._made.execute("SELECT id FROM reading WHERE digest = ?", (known,)).fetchone()
        return int(row[0]) if row else None

    def _read_out(self, sha256: str) -> None:
        asked = (
            "SELECT extraction.*, reading.digest FROM extraction JOIN reading ON reading.id = extraction.reading "
            "WHERE extraction.sha256 = ?"
        )
        found = [(row, side) for side in self._sides for row in side.rows(asked, sha256)]
        order = sorted(found, key=lambda one: (one[0]["added_at"], one[0]["identity"], one[0]["path"], one[0]["id"]))
        for row, side in order:
            number, reading = row.pop("id"), row.pop("digest")
            if row["identity"] not in self._extractions:
                row |= {"reading": self._reading(reading), "path": self._path(sha256, row["path"])}
                made = self._extractions[row["identity"]] = _insert(self._made, "extraction", row)
                for claim in side.rows("SELECT * FROM claim WHERE extraction = ? ORDER BY position", number):
                    _insert(self._made, "claim", claim | {"extraction": made})

    def _path(self, sha256: str, path: str) -> str:
        """A document's path; that of a record's own document holds the record's number."""
        return f"record:{self._sheets[sha256]}" if sha256 in self._sheets else path

    def _is_kept(self, event: Event) -> bool:
        """Whether neither an event nor a document that it speaks of was purged."""
        named = {event.row.get("sha256"), *json.loads(event.row.get("sources") or "[]")}
        if event.table in WORDS:
            named.add(event.said)
        return not named & self._purged

    def write(self, event: Event) -> None:
        """Append an event's row, and those below it, unless what it speaks of was purged."""
        row = dict(event.row)
        referred = {name: self._numbers.get(row[name]) for name in REFERENCES if row.get(name) is not None}
        below = [one for one in event.below if one.get("sha256") not in self._purged]
        if not self._is_kept(event) or None in referred.values() or (event.below and not below):
            return
        row |= referred
        if event.table == "version":
            row |= {name: self._path(row["sha256"], row[name]) for name in ("place", "path")}
        elif event.table == "adoption":
            row["extraction"] = self._extractions[row["extraction"]]
        elif event.table == "record":
            row["id"] = self._records[event.key[1]]
        if event.table == "record" and row["withdraws"] is not None:
            if row["withdraws"] in self._withdrawn:
                return  # both withdrew one record: the withdrawal that comes first holds
            self._withdrawn.add(row["withdraws"])
        number = self._numbers[event.key[1]] = _insert(self._made, event.table, row)
        for one in below:
            name, refers = BELOW[event.table]
            _insert(self._made, name, one | {refers: number})


def _insert(connection: sqlite3.Connection, table: str, row: Mapping[str, Any]) -> int:
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" * len(row))
    cursor = connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(row.values()))
    return int(cursor.lastrowid or 0)
