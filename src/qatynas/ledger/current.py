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

# What was current before a time; with LATEST, the views current_version and current_extraction.
_STANDING = """WITH standing_version AS (
        SELECT * FROM version WHERE id = (
            SELECT max(id) FROM version AS later WHERE later.place = version.place AND later.added_at < ?1)
        AND (?2 IS NULL OR version.sha256 = ?2)
    ), standing_extraction AS (
        SELECT extraction.* FROM extraction JOIN adoption ON adoption.extraction = extraction.id
        WHERE adoption.id = (
            SELECT max(id) FROM adoption AS later WHERE later.sha256 = adoption.sha256 AND later.added_at < ?1)
        AND (?2 IS NULL OR adoption.sha256 = ?2)
        AND EXISTS (SELECT 1 FROM version WHERE version.sha256 = extraction.sha256 AND version.id = (
            SELECT max(id) FROM version AS later WHERE later.place = version.place AND later.added_at < ?1))
    ) """


def extractions(
    connection: sqlite3.Connection, pair: tuple[str, str] | None, before: str, sha256: str | None
) -> Iterator[Extraction]:
    """See Ledger.extractions."""
    chosen = (before, sha256)
    rows = connection.execute(
        _STANDING + "SELECT extraction.id, extraction.sha256, extraction.path, media_type, encoding, published, "
        "published_basis, published_reason, pair, relevance, leftovers, canonical_lines, "
        + ", ".join(f"reading.{column}" for column in READING_COLUMNS)
        + " FROM standing_extraction AS extraction JOIN reading ON reading.id = extraction.reading "
        "JOIN document ON document.sha256 = extraction.sha256 ORDER BY document.rowid",
        chosen,
    ).fetchall()
    by_hand = recording.standing(connection, before)
    places: dict[str, list[str]] = {}
    for place, key in connection.execute(_STANDING + "SELECT path, sha256 FROM standing_version ORDER BY id", chosen):
        places.setdefault(key, []).append(place)
    for number, key, path, media_type, encoding, *rest in rows:
        published, basis, reason, own_pair, relevance, leftovers, lines, *reading = rest
        document = document_of(_standing_path(path, places[key]), key, media_type, encoding, tuple(reading))
        claims = tuple(_claims(connection, number, document.path, pair))
        if key in by_hand:
            claims = _with_recorded(claims, by_hand[key], document, pair)
        if pair and not claims:
            continue
        yield Extraction(
            document=document,
            dating=Dating(published, basis, reason),
            pair=tuple(json.loads(own_pair)),
            claims=claims,
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
