"""Findings for their list: of which grade, check and year each is, told by rows; read when they are shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from qatynas.checks.kept import KeptFindings
from qatynas.checks.kept_tables import unpacked
from qatynas.ledger.settling import Settlement
from qatynas.model.finding import Finding
from qatynas.serve.facets import date_of, packed, years_of
from qatynas.serve.tally import Mask, Tally

if TYPE_CHECKING:
    import qatynas

Words = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Found:
    """All findings in the order in which they are told, by their ids; settled are those of whom people have settled."""

    ids: tuple[str, ...] = ()
    tally: Tally = field(default_factory=lambda: Tally.of((), {}), repr=False)
    settled: Mapping[str, Settlement] = field(default_factory=dict)
    words: Mapping[str, bytes] = field(default_factory=dict, repr=False)  # as facets.packed has them
    parts: Mapping[str, str] = field(default_factory=dict, repr=False)  # where each is kept

    def renewed(self, book: qatynas.Ledger, kept: KeptFindings) -> Found:
        """As they are kept now; what is known of those that stay is not read again."""
        rows = kept.derived.connection.execute(
            "SELECT weight, name, size, id, part FROM finding INDEXED BY finding_order WHERE shown "
            "ORDER BY weight, name, size, id, part"  # the index has all of it
        ).fetchall()
        known = {one: at for at, one in enumerate(self.tally.known)}
        words: dict[str, bytes] = {}
        parts: dict[str, str] = {}
        for *_, number, part in rows:
            if number not in parts:
                parts[number] = part
                words[number] = self.words.get(number) or packed(
                    known.setdefault(one, len(known)) for one in _words(_read(kept, number, part))
                )
        return Found(tuple(parts), _tally(words, list(known)), _settled(book, kept, parts), words, parts)

    def read(self, kept: KeptFindings, ids: Iterable[str]) -> list[Finding]:
        """Findings by their ids, in that order; those that are no more are left out."""
        found = (_read(kept, number, self.parts.get(number, "")) for number in ids)
        return [one for one in found if one is not None]

    def open(self) -> Mask:
        """Those that nobody has settled."""
        return np.array([number not in self.settled for number in self.ids], dtype=np.bool_)


def _tally(words: Mapping[str, bytes], known: list[tuple[str, str]]) -> Tally:
    numbers = np.arange(len(words))
    lengths = np.fromiter((len(one) >> 2 for one in words.values()), dtype=np.int32, count=len(words))
    rows = np.repeat(numbers.astype(np.int32), lengths)
    return Tally(numbers, rows, np.frombuffer(b"".join(words.values()), dtype="<i4").astype(np.int32), known)


def _settled(book: qatynas.Ledger, kept: KeptFindings, shown: Mapping[str, str]) -> dict[str, Settlement]:
    """Of the findings that are shown those of which people have settled, with their words."""
    found: dict[str, Settlement] = {}
    for one in book.settlements():
        rows = kept.derived.connection.execute("SELECT id FROM finding WHERE evidence = ?", (one.evidence,))
        found |= {number: one for (number,) in rows if number in shown}
    return found


def _read(kept: KeptFindings, number: str, part: str) -> Finding | None:
    row = kept.derived.connection.execute(
        "SELECT said FROM finding WHERE part = ? AND id = ?", (part, number)
    ).fetchone()
    return unpacked(row[0]) if row else None


def _words(one: Finding | None) -> Words:
    if one is None:
        return ()
    years = {year for cited in one.cited for year in years_of(date_of(cited.claim))}
    narrows = {narrowed.name.partition(" ")[0] for narrowed in one.narrowed}
    return (
        ("grade", str(one.grade)),
        ("check", one.check),
        ("documents", "one" if len({cited.source for cited in one.cited}) < 2 else "several"),
        *(("year", year) for year in sorted(years)),
        *(("narrows", name) for name in sorted(narrows)),
    )
