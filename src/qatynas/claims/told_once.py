"""What a text tells once: sentence by sentence in order, its headlines last, without what was told before."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from qatynas.claims.context import At
from qatynas.language.mentions import Reading
from qatynas.model import HEADLINES

T = TypeVar("T")


def told_once(
    reading: Reading, find: Callable[[At], Iterable[T]], same: Callable[[T, T, bool], bool]
) -> tuple[tuple[T, ...], ...]:
    """For each sentence of a reading what `find` gives there and nothing before it told.

    The body goes before headlines, which mostly repeat it. same(one, other, headline) says whether one only repeats
    the other; headline is whether one stands in a headline.
    """
    found: list[tuple[T, ...]] = [() for _ in reading.sentences]
    told: list[T] = []
    for index in sorted(range(len(found)), key=lambda i: (reading.sentences[i].block in HEADLINES, i)):
        headline = reading.sentences[index].block in HEADLINES
        here = [one for one in find(At(reading, index)) if not any(same(one, other, headline) for other in told)]
        told.extend(here)
        found[index] = tuple(here)
    return tuple(found)
