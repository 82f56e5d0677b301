"""Small documents with claims given by their words, so that tests of what comes after extraction need none."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from typing import Any

from qatynas.model import Block, BlockKind, Claim, Dating, Document, Extraction, Leftover, Quantity, Script, Span
from qatynas.model.claim import KINDS, Place
from qatynas.script import align

PAIR = ("KAZ", "KGZ")


def document(text: str, name: str = "note.txt", script: Script = Script.CYRL, **known: Any) -> Document:
    """A document whose first line is its title and every other one a paragraph."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line:
            kind = BlockKind.PARAGRAPH if blocks else BlockKind.TITLE
            blocks.append(Block(kind, Span(start, start + len(line))))
        start += len(line) + 1
    return Document(
        path=name,
        text=text,
        sha256=hashlib.sha256((name + text).encode("utf-8", "replace")).hexdigest(),
        media_type="text/plain",
        encoding="utf-8",
        script=script,
        language="kk",
        title=text.split("\n")[0],
        blocks=tuple(blocks),
        **known,
    )


def extraction(
    made: Document, *claims: Claim, published: str | None = None, leftovers: tuple[Leftover, ...] = ()
) -> Extraction:
    """What one reading gave; claims get the document's date."""
    basis = "stated" if published else None
    lines = tuple((block.span, _reading(block.span.of(made.text), made.script)) for block in made.blocks)
    return Extraction(made, Dating(published, basis, "a date line"), PAIR, claims, leftovers, lines)


def claim(made: Document, kind: str, words: str, published: str | None = None, **fields: Any) -> Claim:
    """A claim that quotes these words of the document."""
    start = made.text.index(words)
    status = fields.pop("status", "actual" if kind == "figure" else "done")
    common = {"parties": fields.pop("parties", PAIR), "status": status, "published": published}
    span = Span(start, start + len(words))
    return KINDS[kind](document=made.path, span=span, quote=words, **common, **fields)


def dollars(value: str, low: str | None = None, high: str | None = None) -> Quantity:
    """An amount in US dollars, exact where no bounds are given."""
    return Quantity(Decimal(value), "USD", Decimal(low or value), Decimal(high or value))


def turnover(made: Document, words: str, period: str | None, value: str, **fields: Any) -> Claim:
    """Turnover of goods."""
    quantity = fields.pop("quantity", dollars(value))
    named = {"indicator": "trade.turnover", "measure": "level", "period": period, "quantity": quantity}
    return claim(made, "figure", words, **(named | fields))


def place(name: str | None, country: str = "KGZ") -> Place:
    return Place(country, name)


def _reading(words: str, script: Script) -> str:
    return words if script is Script.CYRL else align(words, Script.CYRL, script).text
