"""A ledger that argues with itself: what a program that uses this package holds in its hand."""

from __future__ import annotations

from pathlib import Path

from qatynas.checks.listing import findings
from qatynas.checks.promises import Promised, promised
from qatynas.model.finding import Finding
from qatynas.relations.surface import Ledger as Related


class Ledger(Related):
    """A ledger with findings and promises.

    with Ledger.open(path) as ledger:
        ledger.findings(), ledger.promises()
    """

    @classmethod
    def open(cls, path: Path | str) -> Ledger:
        """The ledger in this file. Raises InputError where there is none."""
        book = super().open(path)
        assert isinstance(book, Ledger)
        return book

    def findings(self, pair: tuple[str, str] | None = None) -> tuple[Finding, ...]:
        """What all checks find about a pair of states, the heaviest first."""
        return findings(self.relationship(pair))

    def promises(self, pair: tuple[str, str] | None = None) -> tuple[Promised, ...]:
        """Every promise with what became of it."""
        return promised(self.relationship(pair))
