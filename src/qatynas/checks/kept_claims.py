"""Claims as kept facts have them, read without making facts of them: each with its id, which the ledger knows."""

from __future__ import annotations

from collections.abc import Iterable
from sqlite3 import Connection
from typing import NamedTuple

from qatynas.checks.cells import Units
from qatynas.checks.view import View
from qatynas.model.finding import Cited
from qatynas.relations.keeping import REPORTS, report_of
from qatynas.relations.kept import Kept
from qatynas.relations.kept_tables import in_parts, marks

_CLAIMS = (
    "SELECT saying.fact, report.id = fact.report, text.sha256, "
    "CASE report.number WHEN '' THEN claim.id ELSE report.number END, "
    + REPORTS.removeprefix("SELECT report.id, ")
    + " JOIN source AS text ON text.id = source.text LEFT JOIN fact ON fact.id = saying.fact WHERE {}"
)


class Said(NamedTuple):
    """A claim with the number of its fact, whether the fact is told by it, and the text that it stands in."""

    fact: int
    tells: bool
    text: str
    cited: Cited


def of_facts(kept: Kept, facts: Iterable[int]) -> list[Said]:
    """All claims that tell facts."""
    return _read(kept, "saying.fact", sorted(facts))


def of_documents(kept: Kept, documents: Iterable[str]) -> list[Said]:
    """All claims of documents, by their hashes."""
    return _read(kept, "source.sha256", sorted(documents))


def facts_of_documents(kept: Kept, documents: Iterable[str], kind: str = "") -> set[int]:
    """The facts that documents tell, of a kind where it is given, by their numbers."""
    which = " AND saying.kind = ?" if kind else ""
    return {
        row[0]
        for part in in_parts(set(documents))
        for row in _database(kept).execute(
            "SELECT saying.fact FROM source JOIN report ON report.source = source.id "
            "JOIN saying ON saying.id = report.saying WHERE saying.fact IS NOT NULL "
            f"AND source.sha256 IN ({marks(part)}){which}",
            (*part, *([kind] if kind else ())),
        )
    }


def view(kept: Kept, said: Iterable[Said], units: Units) -> View:
    """A view of claims alone."""
    found = {one.cited.id: one.cited for one in said}
    texts = {one.cited.source: one.text for one in said}
    return View(kept.partly(()), tuple(found[key] for key in sorted(found)), texts, units)


def _read(kept: Kept, which: str, values: list[int] | list[str]) -> list[Said]:
    found = []
    for part in in_parts(values):
        for fact, tells, text, number, *row in _database(kept).execute(
            _CLAIMS.format(f"{which} IN ({marks(part)})"), part
        ):
            report = report_of(row)
            found.append(Said(fact, bool(tells), text, Cited(number, report.source, report.claim)))
    return found


def _database(kept: Kept) -> Connection:
    return kept.derived.connection
