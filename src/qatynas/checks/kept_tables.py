"""The tables of kept findings, and findings as they stand in them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from pathlib import Path
from sqlite3 import Connection

import msgspec

from qatynas.checks.listing import order_of
from qatynas.ledger.derived import made_by
from qatynas.ledger.packing import pack_claim, unpack_claim
from qatynas.model.finding import Change, Cited, Finding, Grade, Narrowed, Told
from qatynas.relations.kept_tables import version as facts_version

TABLES = (
    """CREATE TABLE finding (
        part TEXT NOT NULL,  -- the text, or the shard of facts, that it was found in
        id TEXT NOT NULL, evidence TEXT NOT NULL, grade TEXT NOT NULL,
        weight INTEGER NOT NULL, name TEXT NOT NULL, size REAL NOT NULL,  -- the order in which findings are told
        same TEXT NOT NULL,  -- of findings with equal words here but none only the first by id is shown
        shown INTEGER NOT NULL, said BLOB NOT NULL, PRIMARY KEY (part, id)) WITHOUT ROWID""",
    # `shown` stands in it, too: without it SQLite reads each row for what the index holds already
    "CREATE INDEX finding_order ON finding (weight, name, size, id, part, shown) WHERE shown",
    "CREATE INDEX finding_grade ON finding (grade, weight, name, size, id) WHERE shown",
    "CREATE TABLE tally (grade TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID",  # of those that are shown
    *(
        f"CREATE TRIGGER finding_{name} AFTER {event} ON finding WHEN {row}.shown BEGIN "
        f"INSERT INTO tally VALUES ({row}.grade, {more}) ON CONFLICT DO UPDATE SET count = count + excluded.count; END"
        for name, event, row, more in (
            ("came", "INSERT", "new", 1),
            ("went", "DELETE", "old", -1),
            ("shown", "UPDATE OF shown", "new", 1),
            ("hidden", "UPDATE OF shown", "old", -1),
        )
    ),
    "CREATE INDEX finding_evidence ON finding (evidence)",
    "CREATE INDEX finding_same ON finding (same, id) WHERE same <> ''",
    """CREATE TABLE held (  -- which text a document was looked at in
        sha256 TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID""",
    "CREATE INDEX held_text ON held (text)",
    """CREATE TABLE counted (  -- the unit of a series' levels in a document that tells growths too
        sha256 TEXT NOT NULL, series INTEGER NOT NULL, unit TEXT NOT NULL, PRIMARY KEY (sha256, series))
        WITHOUT ROWID""",
    "CREATE TABLE waiting (fact INTEGER PRIMARY KEY)",  # facts that changed and have no place yet
    """CREATE TABLE shard (  -- claims that can meet in one finding of a check
        id INTEGER PRIMARY KEY, name TEXT NOT NULL, kin TEXT NOT NULL, dirty INTEGER NOT NULL)""",
    "CREATE INDEX shard_dirty ON shard (name) WHERE dirty",
    "CREATE INDEX shard_kin ON shard (kin, name) WHERE kin <> ''",
    """CREATE TABLE member (
        shard INTEGER NOT NULL, role TEXT NOT NULL, fact INTEGER NOT NULL,
        PRIMARY KEY (shard, role, fact)) WITHOUT ROWID""",
    "CREATE INDEX member_fact ON member (fact)",
    """CREATE TABLE hull (  -- a cell as wide as it is told, of an amount, and the one that it is told against
        shard INTEGER PRIMARY KEY, bucket TEXT NOT NULL, one INTEGER NOT NULL, base INTEGER, said BLOB NOT NULL,
        reports BLOB NOT NULL)""",
    "CREATE INDEX hull_bucket ON hull (bucket)",
    "CREATE INDEX hull_one ON hull (one)",
    "CREATE INDEX hull_base ON hull (base) WHERE base IS NOT NULL",
    """CREATE TABLE amount (  -- told by a cell or brought in by a sum; part is the number of what clashes with it, or 0
        id INTEGER PRIMARY KEY, bucket TEXT NOT NULL, said BLOB NOT NULL, known INTEGER NOT NULL,
        part INTEGER NOT NULL)""",
    "CREATE INDEX amount_bucket ON amount (bucket)",
    "CREATE INDEX amount_part ON amount (part) WHERE part",
    """CREATE TABLE tie (  -- amounts that laws can bind together
        tie INTEGER NOT NULL, amount INTEGER NOT NULL, PRIMARY KEY (tie, amount)) WITHOUT ROWID""",
    """CREATE TABLE stirred (  -- amounts to be looked at
        bucket TEXT NOT NULL, amount INTEGER NOT NULL, PRIMARY KEY (bucket, amount)) WITHOUT ROWID""",
    """CREATE TABLE loose (  -- amounts that came or went, so that laws may be others
        bucket TEXT NOT NULL, said BLOB NOT NULL, PRIMARY KEY (bucket, said)) WITHOUT ROWID""",
    """CREATE TABLE gone (
        bucket TEXT NOT NULL, amount INTEGER NOT NULL, part INTEGER NOT NULL,
        PRIMARY KEY (bucket, amount)) WITHOUT ROWID""",
    """CREATE TABLE level (  -- numbers that were reached: what promises are held against
        head INTEGER NOT NULL, first_day INTEGER NOT NULL, last_day INTEGER NOT NULL, fact INTEGER NOT NULL,
        value REAL NOT NULL, told TEXT NOT NULL, series INTEGER NOT NULL, unit TEXT NOT NULL,
        PRIMARY KEY (head, first_day, last_day, fact)) WITHOUT ROWID""",
    "CREATE INDEX level_fact ON level (fact)",
    "CREATE INDEX level_series ON level (series, unit)",
    "CREATE INDEX level_last ON level (head, last_day)",
    "CREATE INDEX level_year ON level (head, first_day, told) WHERE last_day - first_day IN (364, 365)",
    """CREATE TABLE target (  -- and the time in which a level of its series meets it
        fact INTEGER PRIMARY KEY, head INTEGER NOT NULL, first_day INTEGER NOT NULL, last_day INTEGER NOT NULL,
        due TEXT NOT NULL, value REAL NOT NULL,
        stale INTEGER NOT NULL,  -- to be looked at anew
        -- the days of the last number that is told to meet it, and its place among those of its days, where no more are
        -- told: what comes after it changes nothing
        met_from INTEGER NOT NULL, met_until INTEGER NOT NULL, met_by TEXT NOT NULL,
        by_course INTEGER NOT NULL)""",  # not met, so that it is told by the course of its series
    "CREATE INDEX target_day ON target (head, last_day) WHERE NOT stale",
    "CREATE INDEX target_due ON target (head, due)",
    "CREATE INDEX target_value ON target (head, value)",
    "CREATE TABLE usual (series INTEGER PRIMARY KEY, unit TEXT NOT NULL)",
    """CREATE TABLE unsettled (  -- facts whose unit is the usual one
        series INTEGER NOT NULL, fact INTEGER NOT NULL, PRIMARY KEY (series, fact)) WITHOUT ROWID""",
    "CREATE INDEX unsettled_fact ON unsettled (fact)",
    """CREATE TABLE reach (  -- the years that a trend was held against, of each flow
        flow INTEGER NOT NULL, trend INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
        said INTEGER NOT NULL, PRIMARY KEY (flow, trend)) WITHOUT ROWID""",
    "CREATE INDEX reach_trend ON reach (trend)",
    """CREATE TABLE promise (
        fact INTEGER PRIMARY KEY, shard INTEGER NOT NULL, due TEXT, first_day INTEGER NOT NULL,
        last_day INTEGER NOT NULL,  -- the largest where it has no end
        key TEXT NOT NULL, status TEXT NOT NULL, year INTEGER,
        by TEXT NOT NULL, restated TEXT NOT NULL, kept_by TEXT NOT NULL)""",  # facts, as JSON lists of their numbers
    "CREATE INDEX promise_shard ON promise (shard)",
    "CREATE INDEX promise_day ON promise (last_day)",
    "CREATE INDEX shard_works ON shard (id) WHERE name = 'works'",
    "CREATE TABLE home (shard INTEGER PRIMARY KEY, home INTEGER NOT NULL)",  # works whose names may be of one
    "CREATE INDEX home_home ON home (home)",
    "CREATE TABLE asked (until INTEGER NOT NULL, as_of TEXT NOT NULL)",
    "INSERT INTO asked VALUES (0, '')",
)


def put(connection: Connection, part: str, found: Iterable[Finding]) -> None:
    """Let these be the findings of a part."""
    rows = []
    for one in {one.id: one for one in found}.values():
        weight, name, size, number = order_of(one)
        row = (part, number, one.evidence, str(one.grade), weight, name, float(size), one.same, packed(one))
        rows.append(row)
    gone = connection.execute("DELETE FROM finding WHERE part = ? RETURNING same", (part,)).fetchall()
    connection.executemany("INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?)", rows)
    for same in {row[0] for row in gone if row[0]} | {row[7] for row in rows if row[7]}:
        connection.execute(
            "UPDATE finding SET shown = (id = (SELECT min(id) FROM finding WHERE same = ?1)) WHERE same = ?1", (same,)
        )


def packed(one: Finding) -> bytes:
    """A finding as JSON, its claims with all their fields."""
    cited = [(claim.id, claim.source, claim.claim.kind, pack_claim(claim.claim)) for claim in one.cited]
    rest = (one.check, str(one.grade), one.says, one.settle, one.narrowed, one.heal, one.ratio, one.further,
            one.further_count, one.told, one.advice, one.same)  # fmt: skip
    return msgspec.json.encode((cited, rest))


_Packed = tuple[
    list[tuple[str, str, str, str]],
    tuple[
        str, Grade, str, str, tuple[Narrowed, ...], Change | None, Decimal | None, tuple[tuple[str, ...], ...], int,
        Told | None, Told | None, str,
    ],
]  # fmt: skip


def unpacked(said: bytes) -> Finding:
    """The finding that packed was given."""
    cited, rest = msgspec.json.decode(said, type=_Packed)
    check, grade, says, settle, narrowed, heal, ratio, further, count, told, advice, same = rest
    claims = tuple(Cited(number, source, unpack_claim(kind, claim)) for number, source, kind, claim in cited)
    return Finding(
        check, grade, says, claims, settle, narrowed, heal, ratio, further, count, told, advice, same
    )  # fmt: skip


@cache
def version() -> str:
    """What made the kept findings: other checks, facts or data make them anew."""
    here = Path(__file__)
    return f"{facts_version()} {made_by(*sorted(here.parent.glob('*.py')), here.with_name('labels.toml'))}"
