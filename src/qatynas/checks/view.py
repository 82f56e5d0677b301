"""What checks look at: one relationship's reports, each a claim with its id and document, in an order of their own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from qatynas.checks.cells import Units, units_of
from qatynas.model.claim import Claim, Figure
from qatynas.model.finding import Cited
from qatynas.relations import Relationship
from qatynas.relations.dates import bounds

C = TypeVar("C", bound=Claim)


@dataclass(frozen=True, slots=True)
class View:
    """The claims about one pair of states, sorted by id, and the relationship that they make.

    texts gives for a document's sha256 the one that stands for all that print its text; units says in what levels are
    told.
    """

    relationship: Relationship
    said: tuple[Cited, ...]
    texts: dict[str, str]
    units: Units

    @property
    def today(self) -> date | None:
        """The last day that anything is known of: as_of, or the newest document's date."""
        return bounds(self.relationship.as_of)[1]

    def passage(self, cited: Cited) -> int:
        """The number of the block of its document that a claim begins in; 0 before the first."""
        starts = [block.span.start for block in self.relationship.sources[cited.source].document.blocks]
        return bisect_right(starts, cited.claim.span.start)

    def figures(self) -> Iterable[tuple[Cited, Figure]]:
        """Every figure with where it is said."""
        return figures_of(self.said)

    def of(self, kind: type[C]) -> Iterable[tuple[Cited, C]]:
        """Every claim of one kind with where it is said."""
        return ((one, one.claim) for one in self.said if isinstance(one.claim, kind))


def view_of(relationship: Relationship) -> View:
    """The view of a relationship: a claim said twice alike in one document is one."""
    found = {
        number: Cited(number, report.source, report.claim)
        for fact in relationship.facts
        for report in fact.reports
        for number in (report.id,)  # a hash: made once
    }
    texts = {key: source.text or key for key, source in relationship.sources.items()}
    said = tuple(found[key] for key in sorted(found))
    facts = (Cited("", fact.reports[0].source, fact.claim) for fact in relationship.facts)
    return View(relationship, said, texts, units_of(figures_of(said), figures_of(facts)))


def figures_of(said: Iterable[Cited]) -> Iterable[tuple[Cited, Figure]]:
    """The figures among claims."""
    return ((one, one.claim) for one in said if isinstance(one.claim, Figure))
