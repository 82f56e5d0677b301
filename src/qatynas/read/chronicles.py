"""Chronicles: years that stand alone at the head of what happened in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from qatynas.model.document import BlockKind
from qatynas.read.lines import Line

HEADS = 2  # years alone that make a chronicle; one may be anything
_YEAR = re.compile(
    r"\W*((?:1[89]|20)\d\d)(?:\s*[-–—/]\s*(?:(?:1[89]|20)\d\d|\d\d))?\s*[-–—]?\s*(?:ж\.?|жыл(?:ы|дар|дары)?)?\W*"
)


def year_heads(lines: Sequence[Line]) -> None:
    """Make headings of lines that hold a year or a stretch of years alone («2019», «2019 жыл», «2019–2021 жылдар»),
    where two or more follow each other in time, forward or back, and each has words below it.

    A year alone is furniture elsewhere: a calendar, an archive's menu, the foot of a page.
    """
    heads = [(line, int(found[1])) for line in lines if line.kind is None and (found := _YEAR.fullmatch(line.key))]
    steps = {(after > before) - (after < before) for (_, before), (_, after) in pairwise(heads)}
    if len(heads) < HEADS or len(steps) != 1 or 0 in steps:
        return
    if all(_has_words(lines, line) for line, _ in heads):
        for line, _ in heads:
            line.take(BlockKind.HEADING, "a year at the head of what happened in it")


def _has_words(lines: Sequence[Line], head: Line) -> bool:
    below = lines[head.index + 1 : head.index + 2]
    return bool(below) and (below[0].is_prose or below[0].ends_sentence or below[0].word_count > HEADS)
