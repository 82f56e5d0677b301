"""Whole texts: cut into chunks, looked up, put right by their neighbours, joined.

A chunk is what stands between two spaces; a line break is a chunk of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, compress, count, filterfalse

from qatynas.script import arabic_chunks, bulk, bulk_reading, chunks
from qatynas.script.context import STOPS, Walk
from qatynas.script.styles import Style

Glue = dict[int, str]  # chunk number → what stands after it instead of the space
Convert = Callable[[Sequence[str]], tuple[list[str], Glue]]  # a text's chunks → what they become


@dataclass(frozen=True, slots=True)
class Way:
    """A conversion: of a text's chunks, and of long blocks (the same with offsets) where there is a faster way."""

    convert: Convert
    bulk: Callable[[str], str] | None = None
    bulk_with_offsets: Callable[[str], tuple[str, list[int], list[int]]] | None = None


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
        chunks.read_latin_chunks(filterfalse(table.__contains__, set(pieces)), variant)
        return list(map(table.__getitem__, pieces)), {}

    return Way(convert)


def _reading(pieces: Sequence[str]) -> tuple[list[str], Glue]:
    made, kinds = map(list, zip(*arabic_chunks.readings(pieces), strict=True))
    walk = Walk(pieces, made, kinds)
    walk.run(at for at, kind in enumerate(kinds) if kind & STOPS)
    return made, walk.glue


def reading() -> Way:
    """Arabic script into Cyrillic."""
    return Way(_reading, bulk_reading.read_block, bulk_reading.read_block_with_offsets)


_NO_SPACE = "\ufdd1"  # before a space that is left out; a noncharacter, in no text


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
    if glue:
        made = list(made)
        for at, sign in glue.items():
            made[at] += sign + _NO_SPACE
        return " ".join(made).replace(_NO_SPACE + " ", "").replace(" \n ", "\n")
    return " ".join(made).replace(" \n ", "\n")


BLOCK = 1 << 16  # characters converted at a time: their chunks then stay in the processor's cache


def blocks(text: str, size: int = BLOCK, end: str = "\n") -> Iterator[str]:
    """The text cut after line breaks into parts of at least size characters, but for the last."""
    start = 0
    while start < len(text):
        stop = text.find(end, start + size) + 1 or len(text)
        yield text[start:stop]
        start = stop


def writing(style: Style) -> Way:
    """Cyrillic into Arabic script."""
    return Way(
        _writing(style),
        lambda block: bulk.write_arabic(block, style),
        lambda block: bulk.write_arabic_with_offsets(block, style),
    )


def convert_text(text: str, way: Way) -> str:
    """The text converted."""
    return "".join(
        [
            way.bulk(block) if way.bulk and len(block) >= bulk.LONG else join(*way.convert(cut(block)))
            for block in blocks(text, bulk.BLOCK if way.bulk else BLOCK)
        ]
    )


def convert_with_offsets(text: str, way: Way) -> tuple[str, list[int], list[int]]:
    """The text converted, and where each chunk (with the space after it) begins in source and target."""
    parts: list[str] = []
    source_at, target_at = [0], [0]
    for block in blocks(text, bulk.BLOCK if way.bulk else BLOCK):
        if way.bulk_with_offsets and len(block) >= bulk.LONG:
            made, sources, targets = way.bulk_with_offsets(block)
            parts.append(made)
            for ends, more in ((source_at, sources), (target_at, targets)):
                base = ends.pop()
                ends += [base + place for place in more]
            continue
        _with_offsets(block, way.convert, parts, source_at, target_at)
    return "".join(parts), source_at, target_at


def _with_offsets(block: str, convert: Convert, parts: list[str], source_at: list[int], target_at: list[int]) -> None:
    """Adds a block's text and where its chunks begin."""
    pieces = cut(block)
    made, glue = convert(pieces)
    parts.append(join(made, glue))
    source = [len(piece) + 1 for piece in pieces]
    target = [len(result) + 1 for result in made]
    for at, sign in glue.items():
        target[at] += len(sign) - 1
    for at in compress(count(), map("\n".__eq__, pieces)):  # no space stands around a line break
        for sizes in (source, target):
            sizes[at - 1] -= 1
            sizes[at] -= 1
    source[-1] -= 1
    target[-1] -= 1
    source_at += accumulate(source, initial=source_at.pop())
    target_at += accumulate(target, initial=target_at.pop())
