"""Many things in order, each with words: which of them have a word, and how many have which, without the things."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]
Numbers = NDArray[np.int64]

UNDATED = -1
"""The day of what has no date: it stands after everything that has one."""


class Tally:
    """Things by their numbers, in the order in which they are listed. words pairs places in that order with places in
    known, which holds (facet, word)."""

    def __init__(
        self, numbers: Numbers, rows: NDArray[np.int32], words: NDArray[np.int32], known: Sequence[tuple[str, str]]
    ) -> None:
        self.numbers = numbers
        self.known = known
        facets = sorted({facet for facet, _ in known})
        place = {facet: at for at, facet in enumerate(facets)}
        facet_of = np.array([place[facet] for facet, _ in known], dtype=np.int16)
        mine = facet_of[words] if len(words) else np.zeros(0, dtype=np.int16)
        order = np.argsort(mine, kind="stable")
        ends = np.searchsorted(mine[order], np.arange(len(facets) + 1))
        self._pairs = {
            facet: (rows[order[ends[at] : ends[at + 1]]], words[order[ends[at] : ends[at + 1]]])
            for facet, at in place.items()
        }

    @classmethod
    def of(cls, things: Sequence[Any], facets: Mapping[str, Callable[[Any], Iterable[str]]]) -> Tally:
        """Of things at hand, by their places; facets say their words."""
        known: dict[tuple[str, str], int] = {}
        pairs = [
            (row, known.setdefault((name, word), len(known)))
            for row, thing in enumerate(things)
            for name, of in facets.items()
            for word in set(of(thing))
        ]
        rows, words = np.array(pairs, dtype=np.int32).reshape(-1, 2).T
        return cls(np.arange(len(things), dtype=np.int64), rows, words, list(known))

    @property
    def size(self) -> int:
        return len(self.numbers)

    @cached_property
    def _places(self) -> dict[tuple[str, str], int]:
        return {one: at for at, one in enumerate(self.known)}

    def all(self) -> Mask:
        """Everything."""
        return np.ones(self.size, dtype=np.bool_)

    def having(self, facet: str, word: str) -> Mask:
        """What has this word."""
        found = np.zeros(self.size, dtype=np.bool_)
        at = self._places.get((facet, word))
        if at is not None:
            rows, words = self._pairs[facet]
            found[rows[words == at]] = True
        return found

    def having_any(self, facet: str, wanted: Callable[[str], bool]) -> Mask:
        """What has one of the words that are wanted."""
        found = np.zeros(self.size, dtype=np.bool_)
        if facet in self._pairs:
            chosen = np.array([name == facet and wanted(word) for name, word in self.known], dtype=np.bool_)
            rows, words = self._pairs[facet]
            found[rows[chosen[words]]] = True
        return found

    def counts(self, facet: str, among: Mask) -> Counter[str]:
        """How many of these have which word of a facet."""
        if facet not in self._pairs:
            return Counter()
        rows, words = self._pairs[facet]
        counted = np.bincount(words[among[rows]], minlength=1)
        return Counter({self.known[at][1]: int(counted[at]) for at in np.flatnonzero(counted).tolist()})

    def all_pairs(self) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """Which place has which word, of all facets."""
        pairs = [*self._pairs.values()]
        if not pairs:
            return self.pairs("")
        return np.concatenate([rows for rows, _ in pairs]), np.concatenate([words for _, words in pairs])

    def places(self, numbers: Numbers) -> NDArray[np.intp]:
        """Where things stand, -1 for one that is not here."""
        order = self._by_number
        if not len(order) or not len(numbers):
            return np.full(len(numbers), -1, dtype=np.intp)
        at = order[np.minimum(np.searchsorted(self.numbers, numbers, sorter=order), len(order) - 1)]
        return np.where(self.numbers[at] == numbers, at, -1)

    @cached_property
    def _by_number(self) -> NDArray[np.intp]:
        return np.argsort(self.numbers)

    def first(self, facet: str, places: NDArray[np.intp]) -> list[str]:
        """A word of this facet for each of these places, "" for one without, and for -1."""
        rows, words = self.pairs(facet)
        found = np.zeros(self.size + 1, dtype=np.int32)
        found[rows] = words + 1
        names = ["", *(word for _, word in self.known)]
        return [names[at] for at in found[places].tolist()]

    def pairs(self, facet: str) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """Which place has which word of a facet, as two lists of the same length."""
        nothing = np.zeros(0, dtype=np.int32)
        return self._pairs.get(facet, (nothing, nothing))


@dataclass(frozen=True)
class Picked:
    """Some of the things of a tally, and how to read them by their numbers, in that order."""

    tally: Tally
    mask: Mask
    load: Callable[[Sequence[int]], Sequence[Any]]

    @cached_property
    def count(self) -> int:
        return int(self.mask.sum())

    def numbers(self, most: int | None = None, start: int = 0) -> list[int]:
        """The numbers of what is picked, in order."""
        rows = np.flatnonzero(self.mask)[start : None if most is None else start + most]
        return [int(number) for number in self.tally.numbers[rows]]


@dataclass(frozen=True)
class Roll:
    """Things as they are kept: numbers, first and last days, and each one's words one after the other. What a tally is
    made of, and made anew of where some change."""

    numbers: Numbers
    days: NDArray[np.int32]  # two columns
    lengths: NDArray[np.int32]
    words: NDArray[np.int32]
    known: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, rows: Sequence[tuple[int, int, int, bytes]], known: Sequence[tuple[str, str]]) -> Roll:
        """Of rows: number, first day, last day, words as packed 32-bit places in known."""
        numbers = np.array([row[0] for row in rows], dtype=np.int64)
        days = np.array([row[1:3] for row in rows], dtype=np.int32).reshape(-1, 2)
        lengths = np.array([len(row[3]) >> 2 for row in rows], dtype=np.int32)
        words = np.frombuffer(b"".join(row[3] for row in rows), dtype="<i4").astype(np.int32)
        return cls(numbers, days, lengths, words, tuple(known))

    def changed(self, gone: Iterable[int], fresh: Roll) -> Roll:
        """Without those that are gone or come anew, with the fresh ones."""
        away = np.array([*gone], dtype=np.int64)
        stay = ~np.isin(self.numbers, np.concatenate([away, fresh.numbers]))
        words = self.words[np.repeat(stay, self.lengths)]
        return Roll(
            np.concatenate([self.numbers[stay], fresh.numbers]),
            np.concatenate([self.days[stay], fresh.days]),
            np.concatenate([self.lengths[stay], fresh.lengths]),
            np.concatenate([words, fresh.words]),
            fresh.known,
        )

    @cached_property
    def order(self) -> NDArray[np.intp]:
        """The newest first, of one day in the order of their numbers."""
        return np.lexsort((self.numbers, -self.days[:, 1], -self.days[:, 0]))

    @cached_property
    def tally(self) -> Tally:
        """The things, the newest first."""
        place = np.empty(len(self.numbers), dtype=np.int32)
        place[self.order] = np.arange(len(self.numbers), dtype=np.int32)
        return Tally(self.numbers[self.order], np.repeat(place, self.lengths), self.words, self.known)

    @cached_property
    def ordered_days(self) -> NDArray[np.int32]:
        """First and last days in the order of the tally."""
        found: NDArray[np.int32] = self.days[self.order]
        return found
