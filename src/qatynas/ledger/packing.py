"""Model values as rows and back, without loss: numbers go as exact strings, spans as pairs."""

from __future__ import annotations

import hashlib
import json
import sys
import zlib
from array import array
from typing import Any

import msgspec

from qatynas.model.claim import KINDS, Claim
from qatynas.model.document import Block, BlockKind, DateCandidate, DateSource, Document, Script
from qatynas.model.extraction import Leftover
from qatynas.model.span import Span


def text_of(value: Any) -> str:
    """A value as compact JSON with its letters readable."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def digest(*values: Any) -> str:
    """A hash of values that JSON can hold."""
    return hashlib.sha256(text_of(values).encode("utf-8", "surrogatepass")).hexdigest()


def pack_claim(claim: Claim) -> str:
    """Every field of a claim as JSON."""
    return msgspec.json.encode(claim).decode()


def unpack_claim(kind: str, said: str) -> Claim:
    """The claim that pack_claim was given."""
    return msgspec.json.decode(said.encode(), type=KINDS[kind])


def pack_blocks(blocks: tuple[Block, ...]) -> str:
    return text_of([[block.kind.value, block.span.start, block.span.end] for block in blocks])


def unpack_blocks(packed: str) -> tuple[Block, ...]:
    return tuple(Block(BlockKind(kind), Span(start, end)) for kind, start, end in json.loads(packed))


def pack_dates(dates: tuple[DateCandidate, ...]) -> str:
    spans = [[date.span.start, date.span.end] if date.span else None for date in dates]
    return text_of([[date.source.value, date.words, span] for date, span in zip(dates, spans, strict=True)])


def unpack_dates(packed: str) -> tuple[DateCandidate, ...]:
    rows = json.loads(packed)
    return tuple(
        DateCandidate(DateSource(source), words, Span(*span) if span else None) for source, words, span in rows
    )


def pack_leftovers(leftovers: tuple[Leftover, ...]) -> str:
    return text_of([[left.span.start, left.span.end, left.quote, left.fate, left.reason] for left in leftovers])


def unpack_leftovers(packed: str) -> tuple[Leftover, ...]:
    return tuple(
        Leftover(Span(start, end), quote, fate, reason) for start, end, quote, fate, reason in json.loads(packed)
    )


def pack_lines(lines: tuple[tuple[Span, str], ...]) -> str:
    return text_of([[span.start, span.end, words] for span, words in lines])


def unpack_lines(packed: str) -> tuple[tuple[Span, str], ...]:
    return tuple((Span(start, end), words) for start, end, words in json.loads(packed))


def pack_offsets(offsets: tuple[int, ...] | None) -> bytes | None:
    """Source offsets as compressed 32-bit numbers, little-endian on every machine."""
    if offsets is None:
        return None
    numbers = array("I", offsets)
    if sys.byteorder == "big":
        numbers.byteswap()
    return zlib.compress(numbers.tobytes(), 6)


def unpack_offsets(packed: bytes | None) -> tuple[int, ...] | None:
    if packed is None:
        return None
    numbers = array("I")
    numbers.frombytes(zlib.decompress(packed))
    if sys.byteorder == "big":
        numbers.byteswap()
    return tuple(numbers)


READING_COLUMNS = ("script", "language", "title", "author", "address", "text", "blocks", "dates", "source_offsets")


def reading_row(document: Document) -> tuple[Any, ...]:
    """A document's columns in the reading table, in the order of READING_COLUMNS."""
    return (
        document.script.value,
        document.language,
        document.title,
        document.author,
        document.address,
        document.text,
        pack_blocks(document.blocks),
        pack_dates(document.dates),
        pack_offsets(document.source_offsets),
    )


def reading_digest(document: Document) -> str:
    """A hash of all that a reading holds."""
    row = reading_row(document)
    packed = row[-1]
    return digest(document.sha256, *row[:-1], hashlib.sha256(packed).hexdigest() if packed is not None else None)


def document_of(path: str, sha256: str, media_type: str, encoding: str, row: tuple[Any, ...]) -> Document:
    """The document that reading_row was given, under this path."""
    script, language, title, author, address, text, blocks, dates, offsets = row
    return Document(
        path=path,
        text=text,
        sha256=sha256,
        media_type=media_type,
        encoding=encoding,
        script=Script(script),
        language=language,
        title=title,
        blocks=unpack_blocks(blocks),
        dates=unpack_dates(dates),
        author=author,
        address=address,
        source_offsets=unpack_offsets(offsets),
    )
