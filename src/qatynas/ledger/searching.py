"""Passages by their words, whatever script they and the question are written in."""

from __future__ import annotations

import re
import sqlite3

from qatynas.ledger.values import Hit
from qatynas.model.document import Document
from qatynas.model.span import Span
from qatynas.script import fold

_WORD = re.compile(r"\w+")
# words whose folded forms tell one way of folding from another
TELLING = "қазақстан qazaqstan Qazaqstan قازاقستان тауар tauar taýar تاۋار ішкі işkı ىشكى жүгері ұн əуе"
LONGEST_PASSAGE = 20_000  # characters of a block that are indexed as one passage


def index(connection: sqlite3.Connection, reading: int, document: Document) -> None:
    """Make a reading's blocks findable; long ones as several passages."""
    for block in document.blocks:
        for start in range(block.span.start, block.span.end, LONGEST_PASSAGE):
            end = min(block.span.end, start + LONGEST_PASSAGE)
            cursor = connection.execute(
                'INSERT INTO passage (reading, start, "end") VALUES (?, ?, ?)', (reading, start, end)
            )
            _index(connection, cursor.lastrowid, document.text[start:end])


def _index(connection: sqlite3.Connection, passage: int | None, text: str) -> None:
    words = " ".join(_WORD.findall(fold(text)))
    connection.execute("INSERT INTO passage_words (rowid, words) VALUES (?, ?)", (passage, words))


def is_stale(connection: sqlite3.Connection) -> bool:
    """Whether the index was made by a program that folded words in another way."""
    row: tuple[str] | None = connection.execute("SELECT fold FROM search_key").fetchone()
    return row != (_key(),)


def renew(connection: sqlite3.Connection) -> None:
    """Make the index again from the kept texts: it is derived from them and may be thrown away."""
    connection.execute("INSERT INTO passage_words (passage_words) VALUES ('delete-all')")
    rows = connection.execute(
        'SELECT passage.id, substr(text, start + 1, "end" - start) FROM passage '
        "JOIN reading ON reading.id = passage.reading"
    )
    for passage, text in rows.fetchall():
        _index(connection, passage, text)
    connection.execute("DELETE FROM search_key")
    connection.execute("INSERT INTO search_key (fold) VALUES (?)", (_key(),))


def _key() -> str:
    return " ".join(map(fold, TELLING.split()))


def search(connection: sqlite3.Connection, text: str, limit: int) -> list[Hit]:
    """Passages of current readings that hold every word of text or a longer one that begins with it."""
    words = _WORD.findall(fold(text))
    if not words:
        return []
    question = " ".join(f'"{word}"*' for word in words)
    rows = connection.execute(
        'SELECT extraction.path, extraction.sha256, title, script, passage.start, passage."end", '
        'substr(reading.text, passage.start + 1, passage."end" - passage.start) '
        "FROM passage_words JOIN passage ON passage.id = passage_words.rowid "
        "JOIN reading ON reading.id = passage.reading "
        "JOIN current_extraction AS extraction ON extraction.reading = reading.id "
        "WHERE passage_words MATCH ? ORDER BY bm25(passage_words), passage.id LIMIT ?",
        (question, limit),
    )
    return [
        Hit(path, sha256, title, script, Span(start, end), found)
        for path, sha256, title, script, start, end, found in rows
    ]
