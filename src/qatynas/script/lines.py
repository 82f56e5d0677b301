"""Whole texts: cut into chunks, looked up, put right by their neighbours, joined.

A chunk is what stands between two spaces; a line break is a chunk of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, compress, count, filterfalse

from qatynas.script import chunks
from qatynas.script.context import Walk
from qatynas.script.styles import Style

Glue = dict[int, str]  # chunk number → what stands after it instead of the space
Convert = Callable[[Sequence[str]], tuple[list[str], Glue]]  # a text's chunks → what they become


def cut(text: str) -> list[str]:
    """The text's chunks."""
    return text.replace("\n", " \n ").split(" ")


def with_table(table: chunks.Table[str]) -> Convert:
    """Chunks that no neighbour changes."""
    return lambda pieces: (list(map(table.__getitem__, pieces)), {})


def from_latin(variant: str) -> Convert:
    """A Latin variant into Cyrillic."""
    table = chunks.from_latin_table(variant)

    def convert(pieces: Sequence[str]) -> tuple[list[str], Glue]:
        chunks.read_latin_chunks(filterfalse(table.__contains__, set(pieces)), variant)
        return list(map(table.__getitem__, pieces)), {}

    return convert


def reading(pieces: Sequence[str]) -> tuple[list[str], Glue]:
    """Arabic script into Cyrillic."""
    table = chunks.reading_table()
    try:
        made = [*map(table.__getitem__, pieces)]
    except KeyError:
        chunks.read_chunks(set(filterfalse(table.__contains__, pieces)))
        # A table that was full starts anew with the new chunks only.
        chunks.read_chunks(set(filterfalse(table.__contains__, pieces)))
        made = [*map(table.__getitem__, pieces)]
    walk = Walk(pieces, made, chunks.kinds(), chunks.stops())
    walk.run()
    return walk.made, walk.glue


_NO_SPACE = "\ufdd1"  # before a space that is left out; a noncharacter, in no text
_YEAR = re.compile(r"(?:.*\D)?[12]\d{3}", re.DOTALL)
_DAY = re.compile(r"\D*[0-3]?\d")


def tie(before: str, text: str, style: Style) -> str:
    """What the style puts between a chunk and the word of a year or month after it."""
    if not before[-1:].isdigit():
        return " "
    if text.startswith(chunks.YEAR_WORD):
        return style.year if _YEAR.fullmatch(before) else " "
    return style.day if _DAY.fullmatch(before) else " "


def writing(style: Style) -> Convert:
    """Cyrillic into Arabic script: chunks, then what the style puts between a number and the year or month after it."""
    table, tied = chunks.arabic_table(style), chunks.tied_chunks(style)

    def convert(pieces: Sequence[str]) -> tuple[list[str], Glue]:
        made = list(map(table.__getitem__, pieces))
        glue: Glue = {}
        for at in compress(count(), map(tied.__contains__, pieces)):
            made[at] = made[at].lstrip(chunks.TIED)
            glue[at - 1] = tie(pieces[at - 1] if at else "", made[at], style)
        return made, {at: sign for at, sign in glue.items() if sign != " "}

    return convert


def write(style: Style) -> Callable[[str], str]:
    """The same for a block of text of which no offsets are wanted: several times as fast."""
    look_up = chunks.arabic_table(style).__getitem__

    def convert(block: str) -> str:
        text = " ".join(map(look_up, cut(block)))
        if chunks.TIED in text:
            parts = text.split(chunks.TIED)
            for at in range(1, len(parts)):
                before = parts[at - 1]
                if before[-2:-1].isdigit():
                    parts[at - 1] = before[:-1] + tie(before[:-1].rpartition(" ")[2], parts[at], style)
            text = "".join(parts)
        return text.replace(" \n ", "\n")

    return convert


def join(made: Sequence[str], glue: Glue) -> str:
    """The text of its chunks."""
    if glue:
        made = list(made)
        for at, sign in glue.items():
            made[at] += sign + _NO_SPACE
        return " ".join(made).replace(_NO_SPACE + " ", "").replace(" \n ", "\n")
    return " ".join(made).replace(" \n ", "\n")


BLOCK = 1 << 15  # characters converted at a time: their chunks then stay in the processor's cache


def blocks(text: str, size: int = BLOCK, end: str = "\n") -> Iterator[str]:
    """The text cut after line breaks into parts of at least size characters, but for the last."""
    start = 0
    while start < len(text):
        stop = text.find(end, start + size) + 1 or len(text)
        yield text[start:stop]
        start = stop


def convert_text(text: str, convert: Convert, write: Callable[[str], str] | None = None) -> str:
    """The text converted; write does the same for a block, if there is a faster way."""
    return "".join([write(block) if write else join(*convert(cut(block))) for block in blocks(text)])


def convert_with_offsets(text: str, convert: Convert) -> tuple[str, list[int], list[int]]:
    """The text converted, and where each chunk (with the space after it) begins in source and target."""
    parts: list[str] = []
    source_at, target_at = [0], [0]
    for block in blocks(text):
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
    return "".join(parts), source_at, target_at
