"""The current readings, or those that were current at an earlier time, as they were added."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace

from qatynas.ledger import recording
from qatynas.ledger.packing import READING_COLUMNS, document_of, unpack_claim, unpack_leftovers, unpack_lines
from qatynas.model.claim import Claim
from qatynas.model.document import Document
from qatynas.model.extraction import Dating, Extraction

LATEST = "9999"  # after every time that a ledger writes

# What was current before a time; with LATEST, the views current_version and current_extraction. {0} narrows versions,
# {1} adoptions.
_VERSIONS = """SELECT path, sha256 FROM version WHERE id = (
        SELECT max(id) FROM version AS later WHERE later.place = version.place AND later.added_at < :before)
    {0} ORDER BY id"""
_EXTRACTIONS = """SELECT adoption.extraction, adoption.sha256 FROM adoption
    JOIN document ON document.sha256 = adoption.sha256 WHERE adoption.id = (
        SELECT max(id) FROM adoption AS later WHERE later.sha256 = adoption.sha256 AND later.added_at < :before)
    {0} ORDER BY document.rowid"""
_ONE = (
    "SELECT extraction.path, media_type, encoding, published, published_basis, published_reason, pair, relevance, "
    "leftovers, canonical_lines, "
    + ", ".join(f"reading.{column}" for column in READING_COLUMNS)
    + " FROM extraction JOIN reading ON reading.id = extraction.reading "
    "JOIN document ON document.sha256 = extraction.sha256 WHERE extraction.id = ?"
)


def extractions(
    connection: sqlite3.Connection, pair: tuple[str, str] | None, before: str, sha256: str | None
) -> Iterator[Extraction]:
    """See Ledger.extractions."""
    chosen = {"before": before, "sha256": sha256}
    places: dict[str, list[str]] = {}
    for place, key in connection.execute(_VERSIONS.format("AND sha256 = :sha256" if sha256 else ""), chosen):
        places.setdefault(key, []).append(place)
    narrowed = "AND adoption.sha256 = :sha256" if sha256 else ""
    standing = connection.execute(_EXTRACTIONS.format(narrowed), chosen).fetchall()
    by_hand = recording.standing(connection, before)
    for number, key in standing:
        if key not in places:
            continue
        found = _extraction(connection, number, key, places[key], by_hand.get(key, []), pair)
        if found.claims or not pair:
            yield found


def _extraction(
    connection: sqlite3.Connection,
    number: int,
    sha256: str,
    places: list[str],
    by_hand: list[Claim],
    pair: tuple[str, str] | None,
) -> Extraction:
    """One extraction as it was added, at one of the paths where its document stands."""
    path, media_type, encoding, *rest = connection.execute(_ONE, (number,)).fetchone()
    published, basis, reason, own_pair, relevance, leftovers, lines, *reading = rest
    document = document_of(_standing_path(path, places), sha256, media_type, encoding, tuple(reading))
    claims = tuple(_claims(connection, number, document.path, pair))
    return Extraction(
        document=document,
        dating=Dating(published, basis, reason),
        pair=tuple(json.loads(own_pair)),
        claims=_with_recorded(claims, by_hand, document, pair) if by_hand else claims,
        leftovers=unpack_leftovers(leftovers),
        canonical_lines=unpack_lines(lines),
        relevance=relevance,
    )


def _claims(
    connection: sqlite3.Connection, extraction: int, path: str, pair: tuple[str, str] | None
) -> Iterator[Claim]:
    rows = connection.execute("SELECT kind, said FROM claim WHERE extraction = ? ORDER BY position", (extraction,))
    for kind, said in rows.fetchall():
        claim = unpack_claim(kind, said)
        if not pair or set(pair) <= set(claim.parties):
            yield claim if claim.document == path else replace(claim, document=path)


def _with_recorded(
    claims: tuple[Claim, ...], recorded: list[Claim], document: Document, pair: tuple[str, str] | None
) -> tuple[Claim, ...]:
    """A document's claims with those that people made of its words, in the order of their spans."""
    here = (recording.placed(replace(claim, document=document.path), document.text) for claim in recorded)
    kept = [claim for claim in here if claim and (not pair or set(pair) <= set(claim.parties))]
    return tuple(sorted((*claims, *kept), key=lambda claim: claim.span))


def _standing_path(path: str, places: list[str]) -> str:
    """The path that a document was read under, or another where it stands now."""
    return path if path in places else places[0]
