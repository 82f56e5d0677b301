"""What the claims are about: documents, facts with their reports, series, and things with a history. Frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from qatynas.model.claim import (
    Agreement,
    Assessment,
    Body,
    Claim,
    Event,
    Exchange,
    Figure,
    Meeting,
    Place,
    Procedure,
    Project,
    Topic,
)
from qatynas.model.document import Document
from qatynas.model.extraction import Dating, Leftover
from qatynas.model.span import Span

C = TypeVar("C", bound=Claim, covariant=True)


@dataclass(frozen=True, slots=True)
class Source:
    """A document with what is known of its date. claims counts those about the relationship; relevance is "" or why
    nothing was looked for in it. lines pairs the original span of each block with its words in Kazakh Cyrillic."""

    document: Document
    dating: Dating
    pair: tuple[str, ...]
    claims: int
    leftovers: tuple[Leftover, ...]
    lines: tuple[tuple[Span, str], ...] = field(repr=False)
    relevance: str = ""

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
    because there are several. judged are the numbers of the judgements that shaped it.
    """

    key: str
    claim: C
    reports: tuple[Report, ...]
    candidates: tuple[str, ...] = ()
    judged: tuple[int, ...] = ()


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


@dataclass(frozen=True, slots=True)
class Treaty:
    """A treaty, agreement, programme, law …, with all titles it goes by (fullest first) and its acts in order.

    priorities are the topics that the text gives it; term is that of a programme.
    """

    titles: tuple[str, ...]
    type: str | None
    term: str | None
    acts: tuple[Fact[Agreement], ...]
    priorities: tuple[Fact[Topic], ...] = ()


@dataclass(frozen=True, slots=True)
class JointBody:
    """A joint body: how it is described, what it regularly does, and its sessions in order."""

    names: tuple[str, ...]
    level: str | None
    descriptions: tuple[Fact[Body], ...]
    procedures: tuple[Fact[Procedure], ...]
    sessions: tuple[Fact[Meeting], ...]


@dataclass(frozen=True, slots=True)
class Gathering:
    """A visit, talks or a session with the topics that are told of it."""

    meeting: Fact[Meeting]
    topics: tuple[Fact[Topic], ...]


@dataclass(frozen=True, slots=True)
class Work:
    """A joint project: every report of its stages in order, and the figures that belong to it."""

    names: tuple[str, ...]
    stages: tuple[Fact[Project], ...]
    figures: tuple[Fact[Figure], ...] = ()


@dataclass(frozen=True, slots=True)
class Promise:
    """Something still to come: a target, a pledge, a planned project, text or meeting.

    due is EDTF or None. state is "open" (due on or after the newest document's date), "past" (due before it; what
    came of it has not been read) or "undated".
    """

    fact: Fact[Claim]
    due: str | None
    state: str


@dataclass(frozen=True, slots=True)
class Voice:
    """All judgements of one stance by one holder (None: the text itself) about one subject."""

    stance: str
    holder: str | None
    subject: str | None
    facts: tuple[Fact[Assessment], ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A place that claims name, with the facts that do."""

    place: Place
    facts: tuple[Fact[Claim], ...]


@dataclass(frozen=True, slots=True)
class Relationship:
    """Everything read about one pair of states. Built anew from extractions at any time; nothing in it is invented.

    as_of is the newest document's date (EDTF) and stands for «now». sources are by sha256. standing holds the facts
    that are no thing with a history of their own, by kind (relation, membership, aid, award, community, event, topic,
    trend, goods). irrelevant and undated are sha256 of documents.
    """

    pair: tuple[str, str]
    as_of: str | None
    sources: Mapping[str, Source]
    facts: tuple[Fact[Claim], ...]
    series: tuple[Series, ...]
    treaties: tuple[Treaty, ...]
    bodies: tuple[JointBody, ...]
    meetings: tuple[Gathering, ...]
    works: tuple[Work, ...]
    exchanges: tuple[Fact[Exchange], ...]
    events: tuple[Fact[Event], ...]
    promises: tuple[Promise, ...]
    voices: tuple[Voice, ...]
    places: tuple[Named, ...]
    standing: Mapping[str, tuple[Fact[Claim], ...]]
    undated: tuple[str, ...]
    irrelevant: tuple[str, ...]

    def of_kind(self, kind: str) -> tuple[Fact[Claim], ...]:
        """All facts of one kind of claim."""
        return tuple(fact for fact in self.facts if fact.claim.kind == kind)

    def series_of(self, *indicators: str, measure: str | None = None) -> tuple[Series, ...]:
        """The series of these indicators, of one measure where it is given."""
        wanted = (s for s in self.series if s.head.indicator in indicators)
        return tuple(s for s in wanted if measure in (None, s.head.measure))
