"""What one reading of one document gave: its claims, and the numbers that became none."""

from __future__ import annotations

from dataclasses import dataclass

from qatynas.model.claim import Claim
from qatynas.model.document import Document
from qatynas.model.span import Span


@dataclass(frozen=True, slots=True)
class Leftover:
    """A number of the text that is no claim.

    fate is "set_aside" (for the reason given: age, furniture, third_pair, one_country, rhetoric, part_of_date, …) or
    "unplaced" (the program saw it and could not say what it counts).
    """

    span: Span
    quote: str
    fate: str
    reason: str


@dataclass(frozen=True, slots=True)
class Dating:
    """The document's own date: EDTF, its basis ("stated", "inferred") and, in words, the reason; None where unknown."""

    edtf: str | None
    basis: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """Claims of one document, in the order of their spans.

    canonical_lines pairs each sentence's original span with its Cyrillic
    words, so that a reader can see both. relevance is "" or, in words, why nothing was looked for in it.
    """

    document: Document
    dating: Dating
    pair: tuple[str, ...]
    claims: tuple[Claim, ...]
    leftovers: tuple[Leftover, ...]
    canonical_lines: tuple[tuple[Span, str], ...]
    relevance: str = ""
