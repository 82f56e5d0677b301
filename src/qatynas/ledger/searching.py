"""Passages by their words, whatever script they and the question are written in."""

from __future__ import annotations

import re
import sqlite3

from qatynas.language import analyse
from qatynas.ledger.values import Hit
from qatynas.model.document import Document, Script
from qatynas.model.span import Span
from qatynas.script import convert, fold

_WORD = re.compile(r"\w+")
# words whose folded forms tell one way of folding from another
TELLING = "қазақстан qazaqstan Qazaqstan قازاقستان тауар tauar taýar تاۋار ішкі işkı ىشكى жүгері ұн əуе"
LEAST_LEMMA = 4  # letters
RANKED = 5_000  # passages up to which the best are looked for among all: more are as good as each other
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
    """Passages of current readings that hold every word of text, in any inflected form; the typed forms rank first. Of
    words that thousands of passages hold, the passages that came in last."""
    words = _WORD.findall(fold(text))
    if not words:
        return []
    forms = zip(words, _lemmas(text, words), strict=True)
    question = " AND ".join(f'("{word}"* OR "{lemma}"*)' if lemma != word else f'"{word}"*' for word, lemma in forms)
    taken = 2 * limit + 20  # ranked first and looked up then: a common word stands in most passages of a large ledger
    (count,) = connection.execute(
        "SELECT count(*) FROM (SELECT 1 FROM passage_words WHERE passage_words MATCH ? LIMIT ?)", (question, RANKED)
    ).fetchone()
    order = "bm25(passage_words), rowid" if count < RANKED else "rowid DESC"
    while True:
        ranked = connection.execute(
            f"SELECT rowid FROM passage_words WHERE passage_words MATCH ? ORDER BY {order} LIMIT ?", (question, taken)
        ).fetchall()
        found = [hit for (passage,) in ranked for hit in _current(connection, passage)]
        if len(found) >= limit or len(ranked) < taken:
            return found[:limit]
        taken *= 4  # many of those ranked best are superseded


def _current(connection: sqlite3.Connection, passage: int) -> list[Hit]:
    """A passage, where its reading is a current one."""
    rows = connection.execute(
        'SELECT extraction.path, extraction.sha256, title, script, passage.start, passage."end", '
        'substr(reading.text, passage.start + 1, passage."end" - passage.start) '
        "FROM passage JOIN reading ON reading.id = passage.reading "
        "JOIN current_extraction AS extraction ON extraction.reading = reading.id WHERE passage.id = ?",
        (passage,),
    )
    return [
        Hit(path, sha256, title, script, Span(start, end), words)
        for path, sha256, title, script, start, end, words in rows
    ]


def _lemmas(text: str, words: list[str]) -> list[str]:
    """For each folded word of a question the folded lemma that it is a form of, or the word itself.

    Of several lemmas mere syllables are left out: «тауарлар» is of «тауар», not of «тау».
    """
    written = _WORD.findall(convert(text, Script.CYRL))
    if len(written) != len(words):
        return words
    return [_lemma(said, word) for said, word in zip(written, words, strict=True)]


def _lemma(said: str, word: str) -> str:
    """The lemma of one word: of those that the lexicon knows the shortest, else the likeliest."""
    long = [one for one in analyse(said) if len(one.lemma) >= LEAST_LEMMA]
    known = [one.lemma for one in long if one.known]
    lemma = min(known, key=len) if known else next((one.lemma for one in long), "")
    return fold(lemma) or word
