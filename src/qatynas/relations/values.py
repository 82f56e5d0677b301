"""Documents, facts with their reports, and series: what claims become before they are of a thing. Frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from qatynas.model.claim import Claim, Figure
from qatynas.model.document import Document
from qatynas.model.extraction import Dating, Leftover
from qatynas.model.span import Span

C = TypeVar("C", bound=Claim, covariant=True)


@dataclass(frozen=True, slots=True)
class Source:
    """A document with what is known of its date. claims counts those about the relationship; relevance is "" or why
    nothing was looked for in it. lines pairs the original span of each block with its words in Kazakh Cyrillic. text is
    the sha256 that stands for all documents which print this one's text."""

    document: Document
    dating: Dating
    pair: tuple[str, ...]
    claims: int
    leftovers: tuple[Leftover, ...]
    lines: tuple[tuple[Span, str], ...] = field(repr=False)
    relevance: str = ""
    text: str = ""

    @property
    def key(self) -> str:
        """The document's sha256, by which everything else points at it."""
        return self.document.sha256


@dataclass(frozen=True, slots=True)
class Report:
    """One document saying one thing: the document's sha256 and the claim, whose span lies in its original text.

    origin is the claim's id as it was read, "" where nobody has corrected it. why says in a fact why this report stands
    in it.
    """

    source: str
    claim: Claim
    origin: str = ""
    why: str = field(default="", compare=False)

    @property
    def id(self) -> str:
        """The id of the claim as it was read: what judgements point at."""
        return self.origin or self.claim.id(self.source)


@dataclass(frozen=True, slots=True)
class Fact(Generic[C]):
    """One thing said, with everyone who says it, in the order of their dates.

    claim is the fullest and most precise of the reports, or the one that a person prefers. candidates are keys of facts
    that this one could be the same as («April 2024», where two visits of that month are known): it stands apart
    because there are several. judged are the numbers of the judgements that shaped it. Of what thousands of documents
    say a question may read the first reports alone: more then says how many are left out, texts in how many texts
    all of them stand (`Relationship.count_texts`).
    """

    key: str
    claim: C
    reports: tuple[Report, ...]
    candidates: tuple[str, ...] = ()
    judged: tuple[int, ...] = ()
    more: int = 0
    texts: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """What a figure counts, when, and in which sense: only figures of one cell can agree or clash (CLAIMS.md)."""

    indicator: str
    measure: str
    unit: str
    from_: str | None
    to: str | None
    subject: str | None
    product: str | None
    area: str | None
    rate: str | None
    of: str | None
    ranked: str | None
    ranked_in: str | None
    what: str | None
    period: str | None
    base_period: str | None
    status: str


@dataclass(frozen=True, slots=True)
class Point:
    """One cell of a series with the facts that fill it: several where sources differ, newest document first."""

    cell: Cell
    facts: tuple[Fact[Figure], ...]


@dataclass(frozen=True, slots=True)
class Series:
    """The cells that differ only in period, base period and status, of one reporter (None: the text names none)."""

    head: Cell
    reporter: str | None
    points: tuple[Point, ...]
