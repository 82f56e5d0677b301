"""Which documents print one text (reprints.py), kept in tables: a document that comes or goes is compared with few."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable

from qatynas.relations.kept_tables import in_parts, marks
from qatynas.relations.reprints import Runs, bands, is_one_text, texts_of


class Texts:
    """The texts of kept sources: `source.text` is the source that stands for all which print one text."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def put(self, source: int, sha256: str, runs: Runs) -> None:
        """Let a source have this text."""
        packed = array("I", sorted(runs)).tobytes()
        known = self._packed(source)
        if known == packed:
            return
        if known is not None:
            self.take(source)
        mine = _signed(bands(runs))
        near = {
            row[0]
            for part in in_parts(mine)
            for row in self._db.execute(f"SELECT source FROM band WHERE hash IN ({marks(part)})", part)
        }
        same = {text for other, text in self._texts(near).items() if is_one_text(self._runs(other), runs)}
        self._db.execute("INSERT INTO runs VALUES (?, ?)", (source, packed))
        self._db.execute("UPDATE source SET text = ? WHERE id = ?", (source, source))
        self._db.executemany("INSERT OR IGNORE INTO band VALUES (?, ?)", [(one, source) for one in mine])
        if same:
            members = self._members(same) | {source: sha256}
            self._stand(dict.fromkeys(members, min(members, key=lambda one: members[one])))

    def take(self, source: int) -> None:
        """Take a source's text away; those that hung together by it may part."""
        packed = self._packed(source)
        if packed is None:
            return
        (text,) = self._db.execute("SELECT text FROM source WHERE id = ?", (source,)).fetchone()
        mine = _signed(bands(_unpacked(packed)))
        self._db.executemany("DELETE FROM band WHERE hash = ? AND source = ?", [(one, source) for one in mine])
        self._db.execute("DELETE FROM runs WHERE source = ?", (source,))
        self._db.execute("UPDATE source SET text = NULL WHERE id = ?", (source,))
        left = self._members({text})
        found = texts_of({sha256: self._runs(one) for one, sha256 in left.items()})
        numbers = {sha256: one for one, sha256 in left.items()}
        self._stand({one: numbers[found[sha256]] for one, sha256 in left.items()})

    def _texts(self, sources: Iterable[int]) -> dict[int, int]:
        return {
            row[0]: row[1]
            for part in in_parts(sources)
            for row in self._db.execute(f"SELECT id, text FROM source WHERE id IN ({marks(part)})", part)
        }

    def _members(self, texts: Iterable[int]) -> dict[int, str]:
        return {
            row[0]: row[1]
            for part in in_parts(texts)
            for row in self._db.execute(f"SELECT id, sha256 FROM source WHERE text IN ({marks(part)})", part)
        }

    def _stand(self, texts: dict[int, int]) -> None:
        """Note what stands for sources; where that changed, in how many texts their facts are told did, too."""
        before = self._texts(texts)
        changed = [(text, source) for source, text in texts.items() if before[source] != text]
        self._db.executemany("UPDATE source SET text = ? WHERE id = ?", changed)
        self._db.executemany(
            "INSERT OR IGNORE INTO dirty SELECT saying.id, kind FROM report JOIN saying ON saying.id = saying "
            "WHERE source = ?",
            [(source,) for _, source in changed],
        )

    def _packed(self, source: int) -> bytes | None:
        row = self._db.execute("SELECT packed FROM runs WHERE source = ?", (source,)).fetchone()
        return row[0] if row else None

    def _runs(self, source: int) -> Runs:
        return _unpacked(self._packed(source) or b"")


def _unpacked(packed: bytes) -> Runs:
    numbers = array("I")
    numbers.frombytes(packed)
    return frozenset(numbers)


def _signed(numbers: Iterable[int]) -> list[int]:
    """Numbers of 64 bits as SQLite holds them."""
    return [number - (1 << 64) if number >= 1 << 63 else number for number in numbers]
