"""Cells: a converted word as small pieces, each with the number of source characters that it stands for."""

from __future__ import annotations

from collections.abc import Iterable

Cell = tuple[int, str]  # (source characters, target text): the finest grain at which source and target correspond
Cells = tuple[Cell, ...]


def text_of(cells: Iterable[Cell]) -> str:
    """The converted text."""
    return "".join(target for _, target in cells)


def identity(text: str) -> Cells:
    """Every character standing for itself."""
    return tuple((1, char) for char in text)


def tidy(cells: Iterable[Cell]) -> Cells:
    """Cells without empty sides where a neighbour can take them: a dropped letter goes to the cell before it.

    Only the first cell may then add or drop text on its own (a hamza is put before a word).
    """
    kept: list[Cell] = []
    lead = 0
    prefix = ""
    for size, target in cells:
        if size and target:
            kept.append((size + lead, prefix + target))
            lead, prefix = 0, ""
        elif kept:
            kept[-1] = (kept[-1][0] + size, kept[-1][1] + target)
        else:
            lead, prefix = lead + size, prefix + target
    if lead or prefix:
        kept.append((lead, prefix))
    return tuple(kept)


def compose(first: Iterable[Cell], second: Iterable[Cell]) -> Cells:
    """Cells of two conversions one after the other: second's source is first's target."""
    result: list[Cell] = []
    waiting = iter(second)
    source = made = taken = 0  # source characters, first's target letters and second's source letters in the open cell
    target = ""
    for size, text in first:
        source += size
        made += len(text)
        while taken < made:
            step, written = next(waiting, (made - taken, ""))
            taken += step
            target += written
        if taken == made:
            result.append((source, target))
            source = made = taken = 0
            target = ""
    rest = "".join(written for _, written in waiting)
    if source or target or rest:
        result.append((source, target + rest))
    return tidy(result)


def invert(cells: Iterable[Cell], word: str) -> Cells:
    """Cells of the way back: cells lead from word to another text, the result from that text to word."""
    result: list[Cell] = []
    place = 0
    for size, target in cells:
        result.append((len(target), word[place : place + size]))
        place += size
    return tidy(result)


def pair_up(source: str, target: str) -> Cells:
    """Cells for two spellings of one word when nothing finer is known: equal ends apart, the middle as one piece."""
    head = 0
    while head < min(len(source), len(target)) and source[head] == target[head]:
        head += 1
    tail = 0
    while tail < min(len(source), len(target)) - head and source[-1 - tail] == target[-1 - tail]:
        tail += 1
    middle = (len(source) - head - tail, target[head : len(target) - tail])
    ends = identity(source[len(source) - tail :]) if tail else ()
    return tidy((*identity(source[:head]), *((middle,) if any(middle) else ()), *ends))
