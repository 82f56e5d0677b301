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
    chunks.read_chunks(filterfalse(table.__contains__, set(pieces)))
    walk = Walk(pieces, list(map(table.__getitem__, pieces)), chunks.kinds())
    walk.run()
    return walk.made, walk.glue


_NO_SPACE = "\ufdd1"  # before a space that is left out; a noncharacter, in no text
_YEAR = re.compile(r"(?:.*\D)?[12]\d{3}", re.DOTALL)
_DAY = re.compile(r"\D*[0-3]?\d")


def writing(style: Style) -> Convert:
    """Cyrillic into Arabic script: chunks, then what the style puts between a number and the year or month after it."""
    table, tied = chunks.arabic_table(style), chunks.tied_chunks(style)

    def convert(pieces: Sequence[str]) -> tuple[list[str], Glue]:
        made = list(map(table.__getitem__, pieces))
        glue: Glue = {}
        for at in compress(count(-1), map(tied.__contains__, pieces)):
            before = pieces[at] if at >= 0 else ""
            if before[-1:].isdigit():
                year = made[at + 1].startswith(chunks.YEAR_WORD)
                if (_YEAR if year else _DAY).fullmatch(before):
                    glue[at] = style.year if year else style.day
        return made, glue

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


def convert_text(text: str, convert: Convert) -> str:
    """The text converted."""
    return "".join([join(*convert(cut(block))) for block in blocks(text)])


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
