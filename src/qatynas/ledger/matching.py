"""Which claim of a newer reading is the one that a person judged: judgements refer to what was said, not to a row."""

from __future__ import annotations

import sqlite3

from qatynas.ledger import recording
from qatynas.ledger.packing import unpack_claim
from qatynas.model.claim import Claim

# A successor must say at least this share of what was judged; less is another claim in the same words.
ENOUGH = 0.5


def now_said(connection: sqlite3.Connection, sha256: str, judged: Claim) -> list[str]:
    """The id of the current claim of that document that a judged one is now; empty where there is none.

    The very claim (Claim.id: document, offsets, content); else the nearest of the same content, wherever the reading
    puts its words now; else, among those of its kind in words that meet or read alike, the one that says most of the
    same, left out those that already stood beside the judged one when it was judged.
    """
    current = _current(connection, sha256, judged.kind)
    if judged.id(sha256) in current:
        return [judged.id(sha256)]
    content = judged.content()
    same = [number for number, claim in current.items() if claim.content() == content]
    if same:
        return [min(same, key=lambda number: (abs(current[number].span.start - judged.span.start), number))]
    beside = _beside(connection, sha256, judged)
    near = {
        number: claim
        for number, claim in current.items()
        if (claim.span.meets(judged.span) or claim.quote == judged.quote) and claim.content() not in beside
    }
    alike = {number: _share(claim, judged) for number, claim in near.items()}
    fit = [number for number, share in alike.items() if share >= ENOUGH]
    if not fit:
        return []
    return [min(fit, key=lambda number: (-alike[number], abs(near[number].span.start - judged.span.start), number))]


def _current(connection: sqlite3.Connection, sha256: str, kind: str) -> dict[str, Claim]:
    rows = connection.execute(
        "SELECT claim.id, claim.said FROM current_extraction JOIN claim ON claim.extraction = current_extraction.id "
        "WHERE current_extraction.sha256 = ? AND claim.kind = ?",
        (sha256, kind),
    )
    return {number: unpack_claim(kind, said) for number, said in rows} | recording.current(connection, sha256, kind)


def _beside(connection: sqlite3.Connection, sha256: str, judged: Claim) -> list[dict[str, object]]:
    """What the readings that held the judged claim said beside it."""
    rows = connection.execute(
        "SELECT DISTINCT other.said FROM claim JOIN claim AS other ON other.extraction = claim.extraction "
        "WHERE claim.id = ? AND other.id <> claim.id AND other.kind = claim.kind",
        (judged.id(sha256),),
    )
    return [unpack_claim(judged.kind, said).content() for (said,) in rows]


def _share(claim: Claim, judged: Claim) -> float:
    """The share of what either says that both say."""
    one, other = claim.content(), judged.content()
    told = [name for name in one if one[name] not in (None, "", []) or other[name] not in (None, "", [])]
    return sum(1 for name in told if one[name] == other[name]) / len(told)
