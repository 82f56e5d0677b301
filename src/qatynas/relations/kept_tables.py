"""The tables of kept facts, and small things that all their modules share."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from qatynas import __version__
from qatynas.data import data_hash
from qatynas.ledger.derived import made_by

T = TypeVar("T")

SHORT, LONG = 31, 366
"""Most dates are of so few days, and most of the rest of so many: those that meet a day begin that near before it."""

DAY_BITS = 22
"""So many bits hold any day's ordinal."""

TABLES = (
    """CREATE TABLE source (  -- documents that say something of the pair
        id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, path TEXT NOT NULL, published TEXT,
        first_day INTEGER NOT NULL, last_day INTEGER NOT NULL, reports INTEGER NOT NULL,
        text INTEGER)  -- the source that stands for all which print its text
    """,
    # the runs of words of each source, apart: a source is looked up for each of its reports
    "CREATE TABLE runs (source INTEGER PRIMARY KEY, packed BLOB NOT NULL)",
    "CREATE INDEX source_day ON source (first_day, last_day)",
    "CREATE INDEX source_text ON source (text)",
    "CREATE INDEX source_printed ON source (id, text)",  # much less to read where thousands of texts are counted
    "CREATE TABLE band (hash INTEGER, source INTEGER, PRIMARY KEY (hash, source)) WITHOUT ROWID",
    """CREATE TABLE report (
        id INTEGER PRIMARY KEY, source INTEGER NOT NULL, saying INTEGER NOT NULL,
        extraction INTEGER, position INTEGER,  -- the ledger's claim, unless
        said TEXT,  -- it was corrected or recorded by hand
        number TEXT NOT NULL,  -- of a recorded one its id, else empty: the ledger has it
        origin TEXT NOT NULL,
        told INTEGER NOT NULL)  -- when its document was written, see `told_at`
    """,
    "CREATE INDEX report_source ON report (source)",
    "CREATE INDEX report_saying ON report (saying, told, source)",
    """CREATE TABLE saying (
        id INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, kind TEXT NOT NULL, reports INTEGER NOT NULL,
        first INTEGER, best INTEGER,  -- the report that it is compared by, and the one that says most
        fact INTEGER,
        sub TEXT, first_day INTEGER, last_day INTEGER, status TEXT, series INTEGER  -- as the best report says
        )""",
    "CREATE INDEX saying_fact ON saying (fact)",
    "CREATE TABLE handle (hash INTEGER, saying INTEGER, PRIMARY KEY (hash, saying)) WITHOUT ROWID",
    """CREATE TABLE edge (
        one INTEGER, other INTEGER, step INTEGER NOT NULL, why TEXT NOT NULL, coarser INTEGER NOT NULL,
        finer INTEGER NOT NULL, PRIMARY KEY (one, other)) WITHOUT ROWID""",
    "CREATE TABLE dirty (saying INTEGER PRIMARY KEY, kind TEXT NOT NULL)",
    "CREATE INDEX dirty_kind ON dirty (kind)",
    """CREATE TABLE fact (
        id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, sub TEXT NOT NULL, saying INTEGER NOT NULL UNIQUE,
        report INTEGER NOT NULL, preferred INTEGER NOT NULL, reports INTEGER NOT NULL,
        first_day INTEGER NOT NULL, last_day INTEGER NOT NULL, status TEXT NOT NULL, series INTEGER,
        judged TEXT NOT NULL, candidates TEXT NOT NULL,  -- JSON lists
        changed INTEGER NOT NULL)""",
    "CREATE INDEX fact_kind ON fact (kind, sub, first_day, last_day)",
    "CREATE INDEX fact_day ON fact (kind, first_day, last_day)",
    f"CREATE INDEX fact_months ON fact (kind, first_day, last_day) WHERE last_day - first_day > {SHORT}",
    f"CREATE INDEX fact_years ON fact (kind, first_day, last_day) WHERE last_day - first_day > {LONG}",
    "CREATE INDEX fact_series ON fact (series, first_day, last_day) WHERE series IS NOT NULL",
    "CREATE INDEX fact_changed ON fact (changed)",
    """CREATE TABLE gone (  -- facts that are no more
        fact INTEGER PRIMARY KEY, kind TEXT NOT NULL, sub TEXT NOT NULL, series INTEGER, changed INTEGER NOT NULL)""",
    "CREATE INDEX gone_changed ON gone (changed)",
    """CREATE TABLE series (
        id INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, indicator TEXT NOT NULL, head TEXT NOT NULL,
        reporter TEXT)""",
    "CREATE TABLE clock (now INTEGER NOT NULL)",
    "INSERT INTO clock VALUES (0)",
)


# What decides which facts there are and how they are kept: a change in one of these makes the tables anew.
_DECIDING = (
    "aspects", "dates", "grouping", "handles", "joining", "judged", "keeping", "kept_facts", "kept_tables",
    "kept_texts", "keys", "likeness", "names", "reprints", "rulings", "settling",
)  # fmt: skip
_READING = ("language/stems.py", "language/endings.py", "language/tokens.py", "language/kk", "script", "script/tables")
"""What names and titles are compared by: files, or folders of files."""


@cache
def version() -> str:
    """What made the kept tables: another program or other data makes them anew."""
    here = Path(__file__)
    room = here.parents[1]
    read = [room / name for name in _READING]
    words = sorted(file for path in read for file in ([path] if path.is_file() else path.iterdir()) if file.is_file())
    code = made_by(here.with_name("joining.toml"), *(here.with_name(f"{name}.py") for name in _DECIDING), *words)
    return f"{__version__} {data_hash()} {code} {sys.version_info[:2]}"


def number_of(value: Any) -> int:
    """A value as a number of 64 bits, the same in every process."""
    packed = hashlib.blake2b(repr(value).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(packed, "big", signed=True)


def told_at(first_day: int, last_day: int) -> int:
    """One number by which documents of some days (ordinals) are ordered: by the first day, then by the last."""
    return first_day << DAY_BITS | last_day


def sharing_days(begin: int, end: int) -> list[tuple[str, tuple[int, ...]]]:
    """Conditions on first_day and last_day, with their values: each row whose days meet these (ordinals) fulfils one.
    Each reads a range of an index alone, where the longer dates have theirs (SHORT, LONG)."""
    return [
        ("first_day BETWEEN ? AND ? AND last_day >= ?", (begin - SHORT, end, begin)),
        (f"last_day - first_day > {SHORT} AND first_day >= ? AND first_day < ? AND first_day <= ? AND last_day >= ?",
         (begin - LONG, begin - SHORT, end, begin)),
        (f"last_day - first_day > {LONG} AND first_day < ? AND first_day <= ? AND last_day >= ?",
         (begin - LONG, end, begin)),
    ]  # fmt: skip


def marks(values: Sequence[Any]) -> str:
    """Question marks for a list of values."""
    return ",".join("?" * len(values))


def in_parts(items: Iterable[T], size: int = 500) -> Iterator[list[T]]:
    """Items in lists of at most that many."""
    rest = iter(items)
    while part := list(islice(rest, size)):
        yield part
