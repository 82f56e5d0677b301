"""What the ledger gives back."""

from __future__ import annotations

from dataclasses import dataclass

from qatynas.model.claim import Claim
from qatynas.model.document import Document
from qatynas.model.span import Span

NEW, UNCHANGED, CHANGED, REREAD = "new", "unchanged", "changed", "read anew"
PURGED = "not kept, since it was purged"


@dataclass(frozen=True, slots=True)
class Added:
    """What adding an extraction did.

    change is "new" (a document of a new path), "changed" (other bytes under a known path), "read anew" (known bytes,
    another program, data or options), "unchanged", or PURGED: bytes that may not be kept. superseded counts the claims
    that no longer speak because of it, claims those that now do.
    """

    change: str
    document_is_new: bool
    superseded: int
    claims: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim of a current reading with its document."""

    claim: Claim
    document: Document


@dataclass(frozen=True, slots=True)
class Kept:
    """A claim as the ledger keeps it; state is "current" or says what superseded it."""

    id: str
    claim: Claim
    sha256: str
    program: str
    data: str
    state: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A current document in a list. claims counts those of its current reading, versions the bytes its path has had."""

    path: str
    sha256: str
    title: str | None
    script: str
    language: str
    address: str | None
    published: str | None
    published_basis: str | None
    relevance: str
    claims: int
    versions: int
    added_at: str


@dataclass(frozen=True, slots=True)
class Version:
    """One state of what stood under a path."""

    path: str
    sha256: str
    added_at: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that search found: its span and words are the document's own."""

    path: str
    sha256: str
    title: str | None
    script: str
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim that a judgement speaks of: as it was then, and the ids of current claims that it is now (see
    ledger.matching)."""

    sha256: str
    kind: str
    span: Span
    claim: Claim
    applies_to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's word on claims.

    verdict is accept, reject, correct, join, split or prefer; field and value belong to correct (CLAIMS.md's names).
    judged is the claim as it was when it was judged, applies_to the ids of current claims that it is now. others are
    the claims that a join or a split names beside it. withdrawn names who took the judgement back, or is None.
    """

    id: int
    verdict: str
    who: str
    reason: str
    sha256: str
    kind: str
    span: Span
    field: str | None
    value: object
    judged: Claim
    added_at: str
    applies_to: tuple[str, ...]
    withdrawn: str | None = None
    others: tuple[Judged, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """What a person entered.

    form says what it is of. sha256 is that of its own document («record:7»), or of the one whose words it is made of.
    judgement is a correction's. withdrawn names who took it back, or is None. claims are its claims with their ids.
    """

    id: int
    form: str
    who: str
    ground: str
    sha256: str | None
    judgement: int | None
    added_at: str
    withdrawn: str | None = None
    claims: tuple[tuple[str, Claim], ...] = ()
