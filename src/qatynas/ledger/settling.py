"""Findings that people have settled, with who, when and why; they are open again once their evidence changes."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass

from qatynas.model.errors import InputError
from qatynas.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Settlement:
    """A person's word that a finding needs no more work.

    finding and says are its id and its sentence as they were shown, evidence what it rested on (Finding.evidence): the
    settlement holds while a finding rests on the same. undone names who took it back, or is None.
    """

    id: int
    finding: str
    evidence: str
    says: str
    who: str
    reason: str
    added_at: str
    undone: str | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """A finding that a person has settled, with that settlement."""

    finding: Finding
    by: Settlement


def settle(connection: sqlite3.Connection, finding: Finding, who: str, reason: str, now: str) -> int:
    """Append a settlement; its number. Raises InputError where nobody, or no reason, is named, or it is settled."""
    where = f"finding {finding.id}"
    if not who.strip() or not reason.strip():
        raise InputError(where, "say who settles it (--who) and why (--reason)")
    known = next((one for one in settlements(connection) if one.evidence == finding.evidence), None)
    if known is not None:
        raise InputError(where, f"was settled already, by {known.who} ({known.id}): {known.reason}")
    sources = sorted({cited.source for cited in finding.cited})
    return _append(connection, finding.id, finding.evidence, finding.says, json.dumps(sources), who, reason, None, now)


def reopen(connection: sqlite3.Connection, number: int, who: str, reason: str, now: str) -> int:
    """Append a row that takes a settlement back; its number. Raises InputError where there is none that stands."""
    if not who.strip():
        raise InputError(f"settlement {number}", "no name; say who opens it again (--who)")
    if all(one.id != number for one in settlements(connection)):
        raise InputError(f"settlement {number}", "no such settlement stands; see `qatynas judge list`")
    return _append(connection, None, None, None, "[]", who, reason, number, now)


def _append(connection: sqlite3.Connection, *row: object) -> int:
    cursor = connection.execute(
        "INSERT INTO settlement (finding, evidence, says, sources, who, reason, undoes, added_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        row,
    )
    return int(cursor.lastrowid or 0)


def settlements(connection: sqlite3.Connection, undone: bool = False) -> list[Settlement]:
    """The settlements that stand, oldest first; undone adds those that were taken back."""
    rows = connection.execute(
        "SELECT id, finding, evidence, says, who, reason, added_at, "
        "(SELECT who FROM settlement AS later WHERE later.undoes = settlement.id) "
        "FROM settlement WHERE undoes IS NULL ORDER BY id"
    )
    found = [Settlement(*row) for row in rows]
    return [one for one in found if undone or one.undone is None]
