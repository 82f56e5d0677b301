"""Whole texts: lines cut into chunks, chunks looked up, and what neighbours change."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from qatynas.script import chunks
from qatynas.script.context import in_context
from qatynas.script.styles import Style

Glue = dict[int, str]  # chunk number → what stands after it instead of the space
Convert = Callable[[Sequence[str], Glue, int], list[str]]  # a line's chunks, glue, number of the first → their texts


def with_table(table: chunks.Table[str]) -> Convert:
    """Chunks that no neighbour changes."""
    look_up = table.__getitem__
    return lambda line, glue, first: list(map(look_up, line))


def reading() -> Convert:
    """Arabic script into Cyrillic."""

    def convert(line: Sequence[str], glue: Glue, first: int) -> list[str]:
        table = chunks.read_chunks(line)
        return in_context(line, [table[chunk] for chunk in line], glue, first)

    return convert


_YEAR = re.compile(r"(?:.*\D)?[12]\d{3}", re.DOTALL)
_DAY = re.compile(r"(?:\D*)[0-3]?\d")
_YEAR_WORD = "جىل"


def writing(style: Style) -> Convert:
    """Cyrillic into Arabic script: chunks, then the number–suffix hyphens and spaced acronyms of the style."""
    table = chunks.arabic_table(style)
    look_up = table.__getitem__
    if style.year == " " and style.day == " ":
        return with_table(table)
    months = tuple({table[month] for month in chunks.MONTHS.split("|")} | {"قىركۇيەك"})

    def convert(line: Sequence[str], glue: Glue, first: int) -> list[str]:
        made = list(map(look_up, line))
        for at in _after_numbers(line):
            text = made[at]
            if text.startswith(_YEAR_WORD):
                if _YEAR.fullmatch(line[at - 1]):
                    glue[first + at - 1] = style.year
            elif text.startswith(months) and _DAY.fullmatch(line[at - 1]):
                glue[first + at - 1] = style.day
        return made

    return convert


def _after_numbers(line: Sequence[str]) -> list[int]:
    return [at for at, chunk in enumerate(line[:-1], 1) if chunk[-1:].isdigit()]


def join(made: Sequence[str], glue: Glue, first: int) -> str:
    """A line of its chunks' texts."""
    if not glue:
        return " ".join(made)
    parts = []
    for at, text in enumerate(made, first):
        parts.append(text)
        parts.append(glue.get(at, " "))
    return "".join(parts[:-1])


def convert_text(text: str, convert: Convert) -> str:
    """The text, line by line."""
    done = []
    for line in text.split("\n"):
        glue: Glue = {}
        done.append(join(convert(line.split(" "), glue, 0), glue, 0))
    return "\n".join(done)


def convert_with_offsets(text: str, convert: Convert) -> tuple[str, list[int], list[int]]:
    """The text, and where each chunk (with the space or line break after it) begins in source and target."""
    source_at, target_at, parts = [0], [0], []
    source = target = 0
    glue: Glue = {}
    first = 0
    for number, line in enumerate(text.split("\n")):
        if number:
            parts.append("\n")
            target += 1
            target_at[-1] = target
        pieces = line.split(" ")
        made = convert(pieces, glue, first)
        last = first + len(pieces) - 1
        for at, (piece, result) in enumerate(zip(pieces, made, strict=True), first):
            after = "" if at == last else glue.get(at, " ")
            source += len(piece) + 1
            target += len(result) + len(after)
            parts.append(result)
            parts.append(after)
            source_at.append(source)
            target_at.append(target)
        first = last + 1
    source_at[-1] = len(text)
    return "".join(parts), source_at, target_at


def all_chunks(texts: Iterable[str]) -> set[str]:
    """Every different chunk of the texts."""
    return {chunk for text in texts for line in text.split("\n") for chunk in line.split(" ")}
