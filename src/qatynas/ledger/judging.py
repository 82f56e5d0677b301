"""What people say of claims: kept beside them, never in them, and outliving both document and reading."""

from __future__ import annotations

import dataclasses
import json
import sqlite3
from collections.abc import Sequence
from typing import Any

from qatynas.ledger.packing import pack_claim, text_of, unpack_claim
from qatynas.ledger.values import Judgement
from qatynas.model.claim import Claim
from qatynas.model.errors import InputError
from qatynas.model.extraction import Extraction
from qatynas.model.rows import claim_of
from qatynas.model.span import Span

VERDICTS = ("accept", "reject", "correct")
FIXED = ("kind", "document", "quote", "start", "end", "support")  # what a correction may not touch


def judge(
    connection: sqlite3.Connection,
    claim: Claim,
    sha256: str,
    verdict: str,
    who: str,
    reason: str,
    field: str | None,
    value: object,
    now: str,
) -> int:
    """Append a judgement; its number. Raises InputError where it is not whole."""
    where = f"judgement of {claim.kind} {claim.id(sha256)}"
    if verdict not in VERDICTS:
        raise InputError(where, f"unknown verdict {verdict!r}; expected one of {', '.join(VERDICTS)}")
    if not who.strip():
        raise InputError(where, "no name; say who judges")
    if connection.execute("SELECT 1 FROM document WHERE sha256 = ?", (sha256,)).fetchone() is None:
        raise InputError(where, f"no document {sha256[:12]}… in this ledger; add it first")
    if verdict == "correct":
        corrected(claim, field, value, where)
    elif field is not None:
        raise InputError(where, f"a field ({field}) goes with a correction only")
    cursor = connection.execute(
        'INSERT INTO judgement (verdict, who, reason, sha256, kind, start, "end", field, value, judged, added_at) '
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (verdict, who, reason, sha256, claim.kind, claim.span.start, claim.span.end, field,
         text_of(value) if verdict == "correct" else None, pack_claim(claim), now),
    )  # fmt: skip
    return int(cursor.lastrowid or 0)


def withdraw(connection: sqlite3.Connection, judgement: int, who: str, reason: str, now: str) -> int:
    """Append a row that takes a judgement back; its number."""
    found = connection.execute("SELECT verdict FROM judgement WHERE id = ?", (judgement,)).fetchone()
    if found is None or found[0] == "withdraw":
        raise InputError(f"judgement {judgement}", "no such judgement in this ledger; see the list of judgements")
    cursor = connection.execute(
        "INSERT INTO judgement (verdict, who, reason, withdraws, added_at) VALUES ('withdraw', ?, ?, ?, ?)",
        (who, reason, judgement, now),
    )
    return int(cursor.lastrowid or 0)


def judgements(connection: sqlite3.Connection, withdrawn: bool) -> list[Judgement]:
    """Judgements, oldest first, with the current claims that each bears on."""
    rows = connection.execute(
        'SELECT id, verdict, who, reason, sha256, kind, start, "end", field, value, judged, added_at, '
        "(SELECT who FROM judgement AS later WHERE later.withdraws = judgement.id ORDER BY id LIMIT 1) "
        "FROM judgement WHERE verdict <> 'withdraw' ORDER BY id"
    ).fetchall()
    found = []
    for number, verdict, who, reason, sha256, kind, start, end, field, value, judged_, added_at, by in rows:
        if by is not None and not withdrawn:
            continue
        claim, span = unpack_claim(kind, judged_), Span(start, end)
        ids = tuple(_now_said(connection, sha256, kind, span, claim.id(sha256)))
        said = json.loads(value) if value is not None else None
        found.append(Judgement(number, verdict, who, reason, sha256, kind, span, field, said, claim, added_at, ids, by))
    return found


def _now_said(connection: sqlite3.Connection, sha256: str, kind: str, span: Span, claim: str) -> list[str]:
    """Ids of current claims that a judgement bears on: the very claim, else those of its kind in the same words."""
    rows = connection.execute(
        "SELECT DISTINCT id, start, \"end\" FROM claim_state WHERE sha256 = ? AND kind = ? AND state = 'current'",
        (sha256, kind),
    ).fetchall()
    if any(row[0] == claim for row in rows):
        return [claim]
    return [number for number, start, end in rows if Span(start, end).meets(span)]


def judged(extraction: Extraction, standing: Sequence[Judgement]) -> Extraction:
    """The extraction without rejected claims and with corrections made; the latest word on a field counts."""
    sha256 = extraction.document.sha256
    mine = [judgement for judgement in standing if judgement.sha256 == sha256]
    if not mine:
        return extraction
    claims = []
    for claim in extraction.claims:
        number = claim.id(sha256)
        words = [judgement for judgement in mine if number in judgement.applies_to]
        if next((word.verdict for word in reversed(words) if word.verdict != "correct"), "accept") == "reject":
            continue
        for word in words:
            if word.verdict == "correct":
                claim = corrected(claim, word.field, word.value, f"judgement {word.id}")
        claims.append(claim)
    return dataclasses.replace(extraction, claims=tuple(claims))


def corrected(claim: Claim, field: str | None, value: object, where: str) -> Claim:
    """The claim with one field of CLAIMS.md set. Raises InputError for an unknown field or a wrong value."""
    row: dict[str, Any] = claim.row()
    if field is None or field not in row or field in FIXED:
        known = ", ".join(name for name in row if name not in FIXED)
        raise InputError(where, f"no field {field!r} to correct; expected one of {known}")
    return dataclasses.replace(claim_of(row | {field: value}, where), why=claim.why)
