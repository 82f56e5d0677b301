"""Documents that stood in several versions under one path, and what each version said."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from qatynas.ledger.packing import unpack_claim
from qatynas.model.claim import Claim


def replaced(
    connection: sqlite3.Connection, places: Sequence[str] | None = None
) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    """For each path that has had other bytes: the path, when its present version came, its hash, those before it; of
    these places alone where they are given."""
    which = "" if places is None else f"WHERE place IN ({','.join('?' * len(places))})"
    changed = connection.execute(
        f"SELECT max(id) FROM version {which} GROUP BY place HAVING count(DISTINCT sha256) > 1 ORDER BY 1",
        tuple(places or ()),
    ).fetchall()
    for newest in changed:
        path, sha256, added_at, place = connection.execute(
            "SELECT path, sha256, added_at, place FROM version WHERE id = ?", newest
        ).fetchone()
        before = connection.execute(
            "SELECT DISTINCT sha256 FROM version WHERE place = ? AND sha256 <> ? ORDER BY sha256", (place, sha256)
        )
        yield path, added_at, sha256, tuple(key for (key,) in before)


def places(connection: sqlite3.Connection, sha256: str) -> list[str]:
    """Where these bytes have stood."""
    rows = connection.execute("SELECT DISTINCT place FROM version WHERE sha256 = ? ORDER BY place", (sha256,))
    return [place for (place,) in rows]


def said(connection: sqlite3.Connection, sha256: str, pair: tuple[str, str]) -> list[tuple[str, Claim]]:
    """The claims of a version's last reading about a pair, with their ids, whether it is the present one or not."""
    rows = connection.execute(
        "SELECT claim.id, claim.kind, claim.said FROM current_adoption JOIN claim "
        "ON claim.extraction = current_adoption.extraction WHERE current_adoption.sha256 = ? ORDER BY position",
        (sha256,),
    )
    found = [(number, unpack_claim(kind, packed)) for number, kind, packed in rows]
    return [(number, claim) for number, claim in found if set(pair) <= set(claim.parties)]
