"""Chunks found all at once: a hash for every chunk of a block, and a table from hashes to texts in arrays.

A hash has 64 bits and nothing is compared beyond it: two different chunks of a table of 200,000 share one with a
likelihood of 1 in 10^14 for a chunk looked up.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qatynas.script.bulk import codes_of

Array = NDArray[Any]

_BASE = 0x9E6C63D0876A9A47  # odd numbers without any pattern
_INVERSE = pow(_BASE, -1, 1 << 64)
_SIZE = np.uint64(0xD1B54A32D192ED03)
_MIX = np.uint64(0x9E3779B97F4A7C15)


@lru_cache(maxsize=2)
def _powers(bits: int) -> tuple[Array, Array]:
    """The powers of _BASE, and of its inverse, below 2 ** bits."""
    up, down = (np.full(1 << bits, factor, dtype=np.uint64) for factor in (_BASE, _INVERSE))
    up[0] = down[0] = 1
    return np.cumprod(up), np.cumprod(down)


class Sums:
    """What the hashes of a text's parts are made from: a polynomial of the characters' codes, summed up to each."""

    def __init__(self, codes: Array) -> None:
        """codes: of the text's characters."""
        up, self._down = _powers(max(17, len(codes).bit_length()))
        self._sums = np.zeros(len(codes) + 1, dtype=np.uint64)
        np.cumsum(codes * up[: len(codes)], out=self._sums[1:])

    def hashes(self, starts: Array, ends: Array) -> Array:
        """The hash of each part, given by where parts start and end; none is 0."""
        moved = (self._sums[ends] - self._sums[starts]) * self._down[starts]
        value = (moved + (ends - starts).astype(np.uint64) * _SIZE) * _MIX
        return np.maximum(value, np.uint64(1))


def hashes_of(texts: Sequence[str]) -> Array:
    """The hashes of texts."""
    ends = np.cumsum([len(text) for text in texts], dtype=np.intp)
    return Sums(codes_of("".join(texts))).hashes(np.append(0, ends[:-1]), ends)


class Packed:
    """Rows of texts, each with bits that say what kind it is, found by hash. Rows are numbered from 0.

    row has for each where its text begins in pool, its length and its bits: what is asked for together lies together,
    since most of a look-up is waiting for memory. A row's place is the first free one from where the high bits of its
    hash point; places have the hash, 0 for a free one, and the row's number.
    """

    def __init__(self) -> None:
        self.count = self.used = 0  # rows, and characters in the pool
        self.row = np.zeros((1 << 16, 4), dtype=np.int32)  # one column to spare: sixteen bytes
        self.pool = np.zeros(1 << 19, dtype=np.uint32)
        self._places = np.zeros((1 << 17, 2), dtype=np.uint64)

    def add(self, texts: Sequence[str], kinds: Sequence[int] | Array, hashes: Array | None = None) -> int:
        """Adds rows and gives the first one's number; rows without hashes (each once) are not found."""
        first, count = self.count, self.count + len(texts)
        sizes = np.array([len(text) for text in texts], dtype=np.int32)
        codes = codes_of("".join(texts))
        self.row = _with_room(self.row, count)
        self.pool = _with_room(self.pool, self.used + len(codes))
        self.row[first:count, 0] = self.used + np.cumsum(sizes) - sizes
        self.row[first:count, 1], self.row[first:count, 2] = sizes, kinds
        self.pool[self.used : self.used + len(codes)] = codes
        self.count, self.used = count, self.used + len(codes)
        if 2 * count > len(self._places):
            taken = self._places[self._places[:, 0] > 0]
            self._places = np.zeros((2 * len(self._places), 2), dtype=np.uint64)
            self._place(*taken.T)
        if hashes is not None and len(hashes):
            self._place(hashes, np.arange(first, count, dtype=np.uint64))
        return first

    def find(self, hashes: Array) -> Array:
        """The row of each hash, -1 where there is none."""
        places = self._first_places(hashes)
        keys, rows = self._places.take(places, axis=0).T
        waiting = np.flatnonzero((keys != hashes) & (keys != 0))
        rows = np.where(keys == 0, -1, rows.astype(np.intp))
        places = places[waiting]
        while len(waiting):
            places = (places + 1) & (len(self._places) - 1)
            keys, found = self._places.take(places, axis=0).T
            rows[waiting] = np.where(keys == 0, -1, found.astype(np.intp))
            on = np.flatnonzero((keys != hashes[waiting]) & (keys != 0))
            waiting, places = waiting[on], places[on]
        return rows

    def _first_places(self, hashes: Array) -> Array:
        return (hashes >> np.uint64(65 - len(self._places).bit_length())).astype(np.intp)

    def _place(self, hashes: Array, rows: Array) -> None:
        places = self._first_places(hashes)
        while len(hashes):
            free = self._places[places, 0] == 0
            self._places[places[free], 0] = hashes[free]
            placed = self._places[places, 0] == hashes
            self._places[places[placed], 1] = rows[placed]
            hashes, rows = hashes[~placed], rows[~placed]
            places = (places[~placed] + 1) & (len(self._places) - 1)

    def texts(self, at: Array, sizes: Array) -> tuple[Array, Array]:
        """The codes of texts at these places of the pool in a row, and where each begins; the length last."""
        begins = np.zeros(len(sizes) + 1, dtype=np.intp)
        np.cumsum(sizes, out=begins[1:])
        places = np.repeat(at - begins[:-1], sizes)
        places += np.arange(len(places))
        return self.pool[places], begins


def _with_room(array: Array, size: int) -> Array:
    if size <= len(array):
        return array
    more = np.zeros((max(size - len(array), len(array)), *array.shape[1:]), dtype=array.dtype)
    return np.concatenate([array, more])
