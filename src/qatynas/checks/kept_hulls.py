"""Cells as wide as they are told, as they stand in the tables: what is said of an amount apart from who says it, which
only a finding needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from sqlite3 import Connection
from typing import NamedTuple

import msgspec

from qatynas.checks.cells import Amount, Statement
from qatynas.ledger.packing import pack_claim, unpack_claim
from qatynas.model.finding import Cited


class _Hull(NamedTuple):
    of: Amount
    measure: str
    base: Amount | None
    rest: tuple[str | bool | int | None, ...]
    low: str | None
    high: str | None
    value: str


_Reports = list[tuple[str, str, str, str]]


def packed(one: Statement) -> bytes:
    """A statement as JSON, without its reports."""
    amount, measure, base, rest = one.cell
    low, high = (None if end is None else str(end) for end in (one.low, one.high))
    return msgspec.json.encode(_Hull(amount, measure, base, rest, low, high, str(one.value)))  # type: ignore[arg-type]


def packed_reports(one: Statement) -> bytes:
    """The reports of a statement as JSON."""
    return msgspec.json.encode([(r.id, r.source, r.claim.kind, pack_claim(r.claim)) for r in one.reports])


def unpacked(said: bytes, reports: tuple[Cited, ...] = ()) -> Statement:
    """The statement that packed was given, with these reports."""
    one = msgspec.json.decode(said, type=_Hull)
    low, high = (None if end is None else Fraction(end) for end in (one.low, one.high))
    cell = (one.of, one.measure, one.base, one.rest)
    return Statement(cell, one.measure, one.of, one.base, low, high, Fraction(one.value), reports)


def reports_of(connection: Connection, shard: int) -> tuple[Cited, ...]:
    """Who says the ends of a cell, by the number of its shard."""
    (reports,) = connection.execute("SELECT reports FROM hull WHERE shard = ?", (shard,)).fetchone()
    told = msgspec.json.decode(reports, type=_Reports)
    return tuple(Cited(number, source, unpack_claim(kind, claim)) for number, source, kind, claim in told)


def told_of(connection: Connection, amount: int) -> list[Statement]:
    """The cells that are told of an amount, or against it, by the amount's number."""
    return list(_read(connection.execute(
        "SELECT said FROM hull WHERE one = ?1 UNION SELECT said FROM hull WHERE base = ?1", (amount,)
    )))  # fmt: skip


def told_in(connection: Connection, bucket: str) -> list[Statement]:
    """All cells of a bucket."""
    return list(_read(connection.execute("SELECT said FROM hull WHERE bucket = ?", (bucket,))))


def _read(rows: Iterable[tuple[bytes]]) -> Iterator[Statement]:
    return (unpacked(said) for (said,) in rows)
