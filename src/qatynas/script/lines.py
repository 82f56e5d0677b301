"""Whole texts: cut into chunks, looked up, put right by their neighbours, joined.

A chunk is what stands between two spaces; a line break is a chunk of its own.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain, compress, count

import numpy as np

from qatynas.script import arabic_chunks, bulk, bulk_reading, chunks
from qatynas.script.blocks import blocks as blocks
from qatynas.script.bulk import Array
from qatynas.script.context import STOPS, Walk
from qatynas.script.styles import Style

Glue = dict[int, str]  # chunk number → what stands after it instead of the space
Convert = Callable[[Sequence[str]], tuple[list[str], Glue]]  # a text's chunks → what they become


@dataclass(frozen=True, slots=True)
class Way:
    """A conversion: of a text's chunks, and of long blocks (the same with offsets) where there is a faster way."""

    convert: Convert
    bulk: Callable[[str], str] | None = None
    bulk_with_offsets: Callable[[str], tuple[str, Array, Array]] | None = None
    block: int = 1 << 16  # characters done at a time: their chunks or arrays then stay in the processor's cache
    long: int = 0  # characters from which a block goes the faster way


def cut(text: str) -> list[str]:
    """The text's chunks."""
    return text.replace("\n", " \n ").split(" ")


def with_table(table: chunks.Table[str]) -> Way:
    """Chunks that no neighbour changes."""
    return Way(lambda pieces: (list(map(table.__getitem__, pieces)), {}))


def from_latin(variant: str) -> Way:
    """A Latin variant into Cyrillic."""
    table = chunks.from_latin_table(variant)

    def convert(pieces: Sequence[str]) -> tuple[list[str], Glue]:
        made = list(map(table.get, pieces))
        if None in made:
            chunks.read_latin_chunks({piece for piece, text in zip(pieces, made, strict=True) if text is None}, variant)
        return list(map(table.__getitem__, pieces)), {}

    return Way(convert)


def _reading(pieces: Sequence[str]) -> tuple[list[str], Glue]:
    made, kinds = map(list, zip(*arabic_chunks.readings(pieces), strict=True))
    walk = Walk(pieces, made, kinds)
    walk.run(at for at, kind in enumerate(kinds) if kind & STOPS)
    return made, walk.glue


def reading() -> Way:
    """Arabic script into Cyrillic."""
    faster = bulk_reading.read_block, bulk_reading.read_block_with_offsets
    return Way(_reading, *faster, block=bulk_reading.BLOCK, long=bulk_reading.LONG)


def _writing(style: Style) -> Convert:
    """Cyrillic into Arabic script: chunks, then what the style puts between a number and the year or month after it."""
    table, tied = chunks.arabic_table(style), chunks.tied_chunks(style)

    def convert(pieces: Sequence[str]) -> tuple[list[str], Glue]:
        made = list(map(table.__getitem__, pieces))
        glue: Glue = {}
        for at in compress(count(), map(tied.__contains__, pieces)):
            made[at] = made[at].lstrip(chunks.TIED)
            glue[at - 1] = chunks.tie(pieces[at - 1] if at else "", made[at], style)
        return made, {at: sign for at, sign in glue.items() if sign != " "}

    return convert


def join(made: Sequence[str], glue: Glue) -> str:
    """The text of its chunks."""
    if not glue:
        return " ".join(made).replace(" \n ", "\n")
    between = [" "] * (len(made) - 1) + [""]
    for at, sign in glue.items():
        between[at] = sign
    return "".join(chain.from_iterable(zip(made, between, strict=True))).replace(" \n ", "\n")


def writing(style: Style) -> Way:
    """Cyrillic into Arabic script."""
    return Way(
        _writing(style),
        lambda block: bulk.write_arabic(block, style),
        lambda block: bulk.write_arabic_with_offsets(block, style),
        long=bulk.LONG,
    )


def convert_text(text: str, way: Way) -> str:
    """The text converted."""
    return "".join(
        [
            way.bulk(block) if way.bulk and len(block) >= way.long else join(*way.convert(cut(block)))
            for block in blocks(text, way.block)
        ]
    )


def convert_with_offsets(text: str, way: Way) -> tuple[str, Sequence[int], Sequence[int]]:
    """The text converted, and where each chunk (with the space after it) begins in source and target; lengths last."""
    parts: list[str] = []
    offsets = array("q", [0]), array("q", [0])
    for block in blocks(text, way.block):
        if way.bulk_with_offsets and len(block) >= way.long:
            made, *places = way.bulk_with_offsets(block)
        else:
            made, *places = _with_offsets(block, way.convert)
        parts.append(made)
        for ends, more in zip(offsets, places, strict=True):
            ends.frombytes((np.asarray(more, dtype=np.int64) + ends.pop()).tobytes())
    return "".join(parts), *offsets


def _with_offsets(block: str, convert: Convert) -> tuple[str, Array, Array]:
    """A block converted, and where its chunks begin."""
    pieces = cut(block)
    made, glue = convert(pieces)
    breaks = np.fromiter(compress(count(), map("\n".__eq__, pieces)), dtype=np.intp)
    offsets = []
    for texts in (pieces, made):
        sizes = np.fromiter(map(len, texts), dtype=np.int64, count=len(pieces)) + 1
        sizes[breaks - 1] -= 1  # no space stands around a line break
        sizes[breaks] -= 1
        sizes[-1] -= 1
        offsets.append(sizes)
    for at, sign in glue.items():
        offsets[1][at] += len(sign) - 1
    source, target = (np.append(0, sizes.cumsum()) for sizes in offsets)
    return join(made, glue), source, target
