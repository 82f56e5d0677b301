"""What people say of claims: kept beside them, never in them, and outliving both document and reading."""

from __future__ import annotations

import dataclasses
import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from qatynas.ledger.matching import now_said
from qatynas.ledger.packing import pack_claim, text_of, unpack_claim
from qatynas.ledger.values import Judged, Judgement
from qatynas.model.claim import Claim
from qatynas.model.errors import InputError
from qatynas.model.extraction import Extraction
from qatynas.model.rows import claim_of
from qatynas.model.span import Span

ON_ONE = ("accept", "reject", "correct", "prefer")  # verdicts on one claim
ON_SEVERAL = ("join", "split")  # verdicts on a claim and others
VERDICTS = (*ON_ONE, *ON_SEVERAL)
FIXED = ("kind", "document", "quote", "start", "end", "support", "locator")  # what a correction may not touch


@dataclass(frozen=True, slots=True)
class Said:
    """A judgement as it is given; see Ledger.judge."""

    claim: Claim
    sha256: str
    verdict: str
    who: str
    reason: str = ""
    field: str | None = None
    value: object = None
    others: Sequence[tuple[Claim, str]] = ()


def judge(connection: sqlite3.Connection, said: Said, now: str) -> int:
    """Append a judgement; its number. Raises InputError where it is not whole."""
    _check(connection, said)
    claim = said.claim
    cursor = connection.execute(
        'INSERT INTO judgement (verdict, who, reason, sha256, kind, start, "end", field, value, judged, added_at) '
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (said.verdict, said.who, said.reason, said.sha256, claim.kind, claim.span.start, claim.span.end, said.field,
         text_of(said.value) if said.verdict == "correct" else None, pack_claim(claim), now),
    )  # fmt: skip
    number = int(cursor.lastrowid or 0)
    connection.executemany(
        'INSERT INTO judged_claim (judgement, position, sha256, kind, start, "end", judged) '
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (number, position, sha256, other.kind, other.span.start, other.span.end, pack_claim(other))
            for position, (other, sha256) in enumerate(said.others)
        ],
    )
    return number


def _check(connection: sqlite3.Connection, said: Said) -> None:
    where = f"judgement of {said.claim.kind} {said.claim.id(said.sha256)}"
    if said.verdict not in VERDICTS:
        raise InputError(where, f"unknown verdict {said.verdict!r}; expected one of {', '.join(VERDICTS)}")
    if not said.who.strip():
        raise InputError(where, "no name; say who judges")
    for sha256 in (said.sha256, *(sha256 for _, sha256 in said.others)):
        if connection.execute("SELECT 1 FROM document WHERE sha256 = ?", (sha256,)).fetchone() is None:
            raise InputError(where, f"no document {sha256[:12]}… in this ledger; add it first")
    if (said.verdict in ON_SEVERAL) != bool(said.others):
        raise InputError(where, f"{', '.join(ON_SEVERAL)} name two claims or more, {', '.join(ON_ONE)} one")
    if any(other.kind != said.claim.kind for other, _ in said.others):
        raise InputError(where, "claims of different kinds; only claims of one kind can be one fact")
    if said.verdict == "correct":
        corrected(said.claim, said.field, said.value, where)
    elif said.field is not None:
        raise InputError(where, f"a field ({said.field}) goes with a correction only")


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
    for number, verdict, who, reason, sha256, kind, start, end, field, value, claim, added_at, by in rows:
        if by is not None and not withdrawn:
            continue
        one = _judged(connection, sha256, kind, start, end, claim)
        said = json.loads(value) if value is not None else None
        others = connection.execute(
            'SELECT sha256, kind, start, "end", judged FROM judged_claim WHERE judgement = ? ORDER BY position',
            (number,),
        ).fetchall()
        found.append(
            Judgement(number, verdict, who, reason, sha256, kind, one.span, field, said, one.claim, added_at,
                      one.applies_to, by, tuple(_judged(connection, *row) for row in others))
        )  # fmt: skip
    return found


def _judged(connection: sqlite3.Connection, sha256: str, kind: str, start: int, end: int, packed: str) -> Judged:
    claim = unpack_claim(kind, packed)
    return Judged(sha256, kind, Span(start, end), claim, tuple(now_said(connection, sha256, claim)))


def judged(extraction: Extraction, judgements: Sequence[Judgement]) -> Extraction:
    """The extraction without rejected claims and with corrections made."""
    if all(judgement.sha256 != extraction.document.sha256 for judgement in judgements):
        return extraction
    return dataclasses.replace(extraction, claims=tuple(claim for _, claim in standing(extraction, judgements)))


def standing(extraction: Extraction, judgements: Sequence[Judgement]) -> Iterator[tuple[str, Claim]]:
    """The claims that stand, as corrected, each with the id that it was read with.

    Of accept and reject the later counts; of corrections of one field, too.
    """
    sha256 = extraction.document.sha256
    mine = [word for word in judgements if word.sha256 == sha256 and word.withdrawn is None]
    for claim in extraction.claims:
        number = claim.id(sha256)
        words = [judgement for judgement in mine if number in judgement.applies_to]
        verdicts = [word.verdict for word in words if word.verdict in ("accept", "reject")]
        if verdicts[-1:] == ["reject"]:
            continue
        for word in words:
            if word.verdict == "correct":
                claim = corrected(claim, word.field, word.value, f"judgement {word.id}")
        yield number, claim


def corrected(claim: Claim, field: str | None, value: object, where: str) -> Claim:
    """The claim with one field of CLAIMS.md set. Raises InputError for an unknown field or a wrong value.

    A corrected value is taken as exact: its old bounds were those of what was misread.
    """
    row: dict[str, Any] = claim.row()
    if field is None or field not in row or field in FIXED:
        known = ", ".join(name for name in row if name not in FIXED)
        raise InputError(where, f"no field {field!r} to correct; expected one of {known}")
    bounds = {"low": value, "high": value} if field == "value" else {}
    return dataclasses.replace(claim_of(row | bounds | {field: value}, where), why=claim.why)
