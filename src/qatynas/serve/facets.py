"""The words by which lists of facts are narrowed, kept beside the facts: what each is of, of when, by whom, where."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from qatynas.ledger.derived import made_by
from qatynas.model.claim import Claim
from qatynas.relations import period
from qatynas.relations.kept import Kept, Progress
from qatynas.relations.kept_tables import in_parts, marks
from qatynas.relations.places import places_of
from qatynas.serve.tally import UNDATED, Roll

NAME = "pages"
TABLES = (
    "CREATE TABLE pages_word (id INTEGER PRIMARY KEY, facet TEXT NOT NULL, word TEXT NOT NULL, UNIQUE (facet, word))",
    "CREATE TABLE pages_fact (fact INTEGER PRIMARY KEY, words BLOB NOT NULL)",  # 32-bit numbers of words
)
AT_ONCE = 2_000  # facts in one transaction
LAST_DAY = 3_652_059  # what facts without a date are kept under

PLAIN = ("status", "stance", "subject", "type", "host", "act", "mode", "stage")
"""Fields that are words of a facet of their own name."""

SECTOR_OF = {
    "project": "transport",
    "event": "culture",
    "community": "culture",
    "aid": "humanitarian",
    "goods": "trade",
}


def keep_up(kept: Kept, progress: Progress | None = None) -> None:
    """Follow the facts. Killed at any moment it begins again with what it had not noted."""
    kept.derived.follow(NAME, _version(), TABLES)
    changes = kept.changes(kept.derived.followed(NAME))
    known = _known(kept)
    left = len(changes.facts)
    for part in in_parts(changes.facts, AT_ONCE):
        if progress:
            progress("words", left)
        left -= len(part)
        told = kept.tellers(part)
        with kept.derived.transaction() as connection:
            numbers = {row[0]: row[1] for piece in in_parts(part) for row in connection.execute(
                f"SELECT id, reports FROM fact WHERE id IN ({marks(piece)})", piece)}  # fmt: skip
            rows = []
            for number, claim in told.items():
                words = {*words_of(claim), ("texts", "one" if numbers.get(number) == 1 else "several")}
                rows.append(
                    (number, packed(word_number(connection, "pages_word", known, one) for one in sorted(words)))
                )
            connection.executemany("INSERT OR REPLACE INTO pages_fact VALUES (?, ?)", rows)
    if changes.facts or changes.gone:
        with kept.derived.transaction() as connection:
            connection.executemany("DELETE FROM pages_fact WHERE fact = ?", [(number,) for number in changes.gone])
            kept.derived.note(NAME, changes.until)


def all_facts(kept: Kept) -> Roll:
    """Every fact with its words."""
    return _roll(kept, kept.derived.connection.execute(f"{_ROWS}").fetchall())


def changed_facts(kept: Kept, before: Roll, since: int) -> Roll:
    """The same where an earlier one is known, of which no more is read than what changed since."""
    changes = kept.changes(since)
    if not changes.facts and not changes.gone:
        return before
    rows = [
        row
        for part in in_parts(changes.facts)
        for row in kept.derived.connection.execute(f"{_ROWS} WHERE fact.id IN ({marks(part)})", part)
    ]
    return before.changed([*changes.gone, *changes.facts], _roll(kept, rows))


def clock(kept: Kept) -> int:
    """Up to where facts are kept up."""
    return int(kept.derived.connection.execute("SELECT now FROM clock").fetchone()[0])


_ROWS = "SELECT fact.id, first_day, last_day, words FROM fact JOIN pages_fact ON pages_fact.fact = fact.id"


def _roll(kept: Kept, rows: Sequence[tuple[int, int, int, bytes]]) -> Roll:
    known = sorted(_known(kept).items(), key=lambda item: item[1])
    dated = [(row[0], *((UNDATED, UNDATED) if row[1] >= LAST_DAY else row[1:3]), row[3]) for row in rows]
    return Roll.of(dated, [("", ""), *(word for word, _ in known)])


def _known(kept: Kept) -> dict[tuple[str, str], int]:
    rows = kept.derived.connection.execute("SELECT facet, word, id FROM pages_word")
    return {(facet, word): number for facet, word, number in rows}


def word_number(
    connection: sqlite3.Connection, table: str, known: dict[tuple[str, str], int], word: tuple[str, str]
) -> int:
    """The number of a word in a table of words; a new one is kept there."""
    if word not in known:
        known[word] = len(known) + 1
        connection.execute(f"INSERT INTO {table} VALUES (?, ?, ?)", (known[word], *word))
    return known[word]


def packed(numbers: Iterable[int]) -> bytes:
    """Numbers of words as they are kept."""
    return array("i", numbers).tobytes()


def words_of(claim: Claim) -> Iterator[tuple[str, str]]:
    """A claim's words, each with its facet."""
    said: Any = claim
    yield "kind", claim.kind
    for name in PLAIN:
        value = getattr(said, name, None)
        if isinstance(value, str) and value:
            yield name, value
    for name in ("indicator", "commodity"):
        if hasattr(said, name):
            yield "indicator", getattr(said, name)
    if getattr(said, "from_", None):
        yield "side", said.from_
    for sector in sectors(claim):
        yield "sector", sector
    for topic in getattr(said, "topics", ()) or filter(None, (getattr(said, "topic", None),)):
        yield "topic", topic
    if claim.kind == "assessment":
        yield "holder", said.holder or claim.speaker or "-"
    for year in years_of(date_of(claim)):
        yield "year", year
    for place in places_of(claim):
        if place.name:
            yield "place", place_word(place.name, place.country)
        if place.country:
            yield "country", place.country


def place_word(name: str, country: str | None) -> str:
    """A place as a word: its country and its name."""
    return f"{country or ''}/{name}"


def sectors(claim: Claim) -> tuple[str, ...]:
    """What a claim is about, in a word: the group of its indicator, its topics, else its kind's."""
    said: Any = claim
    if hasattr(said, "indicator"):
        return (said.indicator.partition(".")[0],)
    if hasattr(said, "topics"):
        return tuple(said.topics) or ("judgement",)
    if hasattr(said, "topic"):
        return (said.topic,)
    if hasattr(said, "commodity"):
        return (said.commodity.partition(".")[0],)
    return (SECTOR_OF.get(claim.kind, "politics"),)


def date_of(claim: Claim) -> str | None:
    """A claim's own date or period."""
    said: Any = claim
    return getattr(said, "date", None) or getattr(said, "period", None) or getattr(said, "deadline", None)


@lru_cache(1 << 16)
def years_of(edtf: str | None) -> tuple[str, ...]:
    """The year of a date, the years of a short period; nothing for what is open or unknown."""
    known = period(edtf)
    if known is None or known.first is None or known.last is None:
        return ()
    return tuple(str(year) for year in range(known.first.year, min(known.last.year, known.first.year + 4) + 1))


def _version() -> str:
    """What made the words."""
    return made_by(Path(__file__))
