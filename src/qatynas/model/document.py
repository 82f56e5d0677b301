"""A document as it was read: its text, its parts, where its date may stand, and what it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from qatynas.model.span import Span


class Script(StrEnum):
    """ISO 15924 codes of the scripts that Kazakh is written in."""

    CYRL = "Cyrl"
    ARAB = "Arab"
    LATN = "Latn"


class BlockKind(StrEnum):
    """What a part of a document is for. Claims are read from TITLE, HEADING, PARAGRAPH, ITEM and CELL only."""

    TITLE = "title"
    HEADING = "heading"
    DATELINE = "dateline"
    BYLINE = "byline"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    FURNITURE = "furniture"


HEADLINES = (BlockKind.TITLE, BlockKind.HEADING)
"""Blocks that announce what the text below them tells."""

TOLD = frozenset({*HEADLINES, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.CELL})
"""Blocks that claims are read from."""


@dataclass(frozen=True, slots=True)
class Block:
    """One part of a document: a stretch of its text that holds no line break within a sentence's reach."""

    kind: BlockKind
    span: Span


class DateSource(StrEnum):
    """Where a candidate for the document's date was found, best first."""

    GIVEN = "given"  # by the user
    META = "meta"  # a meta tag, JSON-LD or <time> of the page itself
    HEADER = "header"  # a header field such as «date 2025-08-21» or «date: 2025-08-21»
    LINE = "line"  # a line of its own near the title or the byline, or one with a place name («Астана, 2026 ж. …»)


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """Words that may be the document's own date; language.dates decides. span is None where they stand in a tag."""

    source: DateSource
    words: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A source after reading.

    path is the path or address as the user gave it. text is the original text: the decoded file without a byte-order
    mark, newlines kept; for HTML the extracted text. blocks are in order and do not overlap. address is the document's
    own web address where it states one. sha256 is of the source's bytes. encoding is a Python codec name.
    script is that of most of its letters; language an ISO 639-1 code (kk, ky, ru …) or "und".
    source_offsets, for HTML only, gives for every character of text its offset in the decoded source.
    """

    path: str
    text: str
    sha256: str
    media_type: str
    encoding: str
    script: Script
    language: str
    title: str | None
    blocks: tuple[Block, ...]
    dates: tuple[DateCandidate, ...] = ()
    author: str | None = None
    address: str | None = None
    source_offsets: tuple[int, ...] | None = None
