"""Records by hand: what no article says, or says in words that the program did not read. Kept with who, when and why.

A record is a short document of its own («record:7»), a line for each claim, so that every view shows it as it shows
articles. A claim made of words of another document stands in that document instead, and outlives its new readings. A
correction is a judgement. Nothing is erased: a withdrawn record's document stays and says nothing.
"""

from __future__ import annotations

import dataclasses
import hashlib
import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from qatynas.ledger.packing import pack_claim, text_of, unpack_claim
from qatynas.ledger.values import Record
from qatynas.model.claim import KINDS, Claim, Figure, Reason
from qatynas.model.document import Block, BlockKind, DateCandidate, DateSource, Document, Script
from qatynas.model.errors import InputError
from qatynas.model.extraction import Dating, Extraction
from qatynas.model.period import Period
from qatynas.model.rows import claim_of
from qatynas.model.span import Span

Row = Mapping[str, Any]
WORDS, CORRECTION = "words", "correction"  # forms of records that make no document
_DATES = ("date", "period", "base_period", "term", "deadline")
_PLACED = ("document", "quote", "start", "end", "support", "published", "published_basis", "locator")
_STATUSES = {True: ("actual", "forecast", "target", "potential"), False: ("done", "planned", "recurring")}


def next_number(connection: sqlite3.Connection) -> int:
    """The number that the next record will have."""
    row = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM record").fetchone()
    return int(row[0])


def check(who: str, ground: str) -> None:
    """Raises InputError where nobody, or no ground, is named."""
    if not who.strip():
        raise InputError("record", "no name; say who records (--who)")
    if not ground.strip():
        raise InputError("record", "no ground; say what it rests on (--ground)")


def sheet(number: int, form: str, who: str, ground: str, on: str, rows: Sequence[Row], now: str) -> Extraction:
    """A record as a document with its claims. rows have CLAIMS.md's fields; on is the document's date (EDTF)."""
    if not rows:
        raise InputError(f"record {number}", "no line in it; give at least one")
    path = f"record:{number}"
    head = [f"{form}, record {number}", f"{who}, {now}", ground]
    lines = [*head, *(_line(row) for row in rows)]
    spans, place = [], 0
    for line in lines:
        spans.append(Span(place, place + len(line)))
        place += len(line) + 1
    text = "\n".join(lines) + "\n"
    kinds = [BlockKind.TITLE, BlockKind.BYLINE, *[BlockKind.PARAGRAPH] * (len(lines) - 2)]
    document = Document(
        path=path,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        media_type="text/plain",
        encoding="utf-8",
        script=Script.CYRL,
        language="und",
        title=lines[0],
        blocks=tuple(Block(kind, span) for kind, span in zip(kinds, spans, strict=True) if span),
        dates=(DateCandidate(DateSource.GIVEN, on),),
        author=who,
    )
    claims = tuple(
        made(row, document, span, who, ground, now, published=on)
        for row, span in zip(rows, spans[len(head) :], strict=True)
    )
    return Extraction(document, Dating(on, "stated", "given with the record"), claims[0].parties, claims, (), ())


def withdrawn(extraction: Extraction, number: int, who: str, reason: str) -> Extraction:
    """The same document, saying nothing any more."""
    why = f"record {number} was withdrawn by {who}" + (f": {reason}" if reason else "")
    return dataclasses.replace(extraction, claims=(), relevance=why)


def made(row: Row, document: Document, span: Span, who: str, ground: str, now: str, *, published: str | None) -> Claim:
    """A claim of a row of CLAIMS.md's fields, standing at a span of a document. Raises InputError."""
    where = f"record of {row.get('kind')}"
    cls = KINDS.get(str(row.get("kind")))
    if cls is not None:
        known = {field.name.rstrip("_") for field in dataclasses.fields(cls)} | {"kind"}
        known |= {"value", "unit", "low", "high", "qualifier"} if cls is Figure else set()
        for name in row:
            if name not in known or name in _PLACED:
                raise InputError(where, f"no field {name!r}; expected one of {', '.join(sorted(known - {*_PLACED}))}")
    _check_dates(row, where)
    placed: dict[str, Any] = dict(row) | {
        "document": document.path, "quote": span.of(document.text), "start": span.start, "end": span.end,
        "published": published, "published_basis": "stated" if published else None,
    }  # fmt: skip
    if cls is Figure:
        placed = {"measure": "level", "low": placed.get("value"), "high": placed.get("value")} | placed
    claim = claim_of(placed, where)
    if claim.status not in _STATUSES[cls is Figure]:
        raise InputError(where, f"status {claim.status!r}; expected one of {', '.join(_STATUSES[cls is Figure])}")
    if len(set(claim.parties)) < 2:
        raise InputError(where, "no two states; give them as parties")
    why = Reason("record", f"recorded by {who}, {now}", ground)
    return dataclasses.replace(claim, parties=tuple(sorted(set(claim.parties))), why=(why,))


def _check_dates(row: Row, where: str) -> None:
    for name in _DATES:
        try:
            Period(row[name]) if row.get(name) is not None else None
        except (ValueError, TypeError, AttributeError):
            raise InputError(where, f"{name} {row[name]!r} is no EDTF date or period such as 2025-04/2025-09") from None


def _line(row: Row) -> str:
    said = (f"{name}: {value if isinstance(value, str) else text_of(value)}" for name, value in row.items())
    return "; ".join(" ".join(part.split()) for part in said)


def keep(
    connection: sqlite3.Connection, form: str, who: str, ground: str, now: str, *,
    sha256: str | None = None, judgement: int | None = None, withdraws: int | None = None,
    claims: Sequence[Claim] = (),
) -> int:  # fmt: skip
    """Append a record's row, and its claims where they stand in another document; its number."""
    cursor = connection.execute(
        "INSERT INTO record (form, who, ground, sha256, judgement, withdraws, added_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (form, who, ground, sha256, judgement, withdraws, now),
    )
    number = int(cursor.lastrowid or 0)
    connection.executemany(
        "INSERT INTO recorded_claim (record, position, id, sha256, kind, said) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (number, position, claim.id(sha256 or ""), sha256, claim.kind, pack_claim(claim))
            for position, claim in enumerate(claims)
        ],
    )
    return number


_STANDING = (
    "FROM recorded_claim JOIN record ON record.id = recorded_claim.record WHERE record.added_at < ?1 AND NOT EXISTS "
    "(SELECT 1 FROM record AS later WHERE later.withdraws = record.id AND later.added_at < ?1) "
)


def standing(connection: sqlite3.Connection, before: str) -> dict[str, list[Claim]]:
    """The claims that people made of words of documents, by the document's hash, as they stood before a time."""
    rows = connection.execute(
        f"SELECT recorded_claim.sha256, kind, said {_STANDING} ORDER BY record.id, position", (before,)
    )
    found: dict[str, list[Claim]] = {}
    for sha256, kind, said in rows:
        found.setdefault(sha256, []).append(unpack_claim(kind, said))
    return found


def current(connection: sqlite3.Connection, sha256: str, kind: str) -> dict[str, Claim]:
    """The standing ones of a document and a kind, by their ids."""
    rows = connection.execute(
        f"SELECT recorded_claim.id, kind, said {_STANDING} AND recorded_claim.sha256 = ?2 AND kind = ?3",
        ("9999", sha256, kind),
    )
    return {number: unpack_claim(kind, said) for number, kind, said in rows}


def placed(claim: Claim, text: str) -> Claim | None:
    """The claim where its words stand in this reading of the document, None where they do not stand in it any more."""
    if claim.span.of(text) == claim.quote:
        return claim
    places = []
    start = text.find(claim.quote)
    while start >= 0:
        places.append(start)
        start = text.find(claim.quote, start + 1)
    if not places:
        return None
    nearest = min(places, key=lambda place: abs(place - claim.span.start))
    return dataclasses.replace(claim, span=Span(nearest, nearest + len(claim.quote)), support=())


def records(connection: sqlite3.Connection) -> list[Record]:
    """All records, oldest first, with who took them back."""
    rows = connection.execute(
        "SELECT id, form, who, ground, sha256, judgement, added_at, "
        "(SELECT who FROM record AS later WHERE later.withdraws = record.id) "
        "FROM record WHERE withdraws IS NULL ORDER BY id"
    ).fetchall()
    return [
        Record(number, form, who, ground, sha256, judgement, added_at, by, tuple(_claims(connection, number, sha256)))
        for number, form, who, ground, sha256, judgement, added_at, by in rows
    ]


def _claims(connection: sqlite3.Connection, number: int, sha256: str | None) -> list[tuple[str, Claim]]:
    rows = (
        connection.execute(
            "SELECT id, kind, said FROM recorded_claim WHERE record = ? ORDER BY position", (number,)
        ).fetchall()
        or connection.execute(
            "SELECT id, kind, said FROM claim WHERE extraction = (SELECT min(id) FROM extraction WHERE path = ? "
            "AND sha256 = ?) ORDER BY position",
            (f"record:{number}", sha256),
        ).fetchall()
    )
    return [(ident, unpack_claim(kind, said)) for ident, kind, said in rows]


def find(connection: sqlite3.Connection, number: int) -> Record:
    """A standing record. Raises InputError where there is none of this number, or it was withdrawn."""
    found = next((record for record in records(connection) if record.id == number), None)
    if found is None:
        raise InputError(f"record {number}", "no such record in this ledger; see `qatynas record list`")
    if found.withdrawn is not None:
        raise InputError(f"record {number}", f"was withdrawn already, by {found.withdrawn}")
    return found
