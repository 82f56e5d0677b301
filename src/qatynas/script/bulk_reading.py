"""Long texts in Arabic script into Cyrillic, a block at once in numpy.

Each chunk is looked up by its hash: first the word in it without the marks around, among the words that stand for
themselves; else the whole chunk, among those read before by arabic_chunks, which says what is right for all. Texts and
marks are then put together in one go, the first letters of sentences get their capitals, and context's walk stops
only where neighbours change something else.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qatynas.script.blocks import blocks
from qatynas.script.bulk import codes_of, text_of
from qatynas.script.context import (
    ACTS,
    AFTER_PHRASE,
    BREAK,
    ENDS,
    ENDS_SPEECH,
    FAMILY_NAME,
    FOREIGN,
    HEAD_HYPHEN,
    INITIAL,
    LETTER,
    NUMBER,
    OPAQUE,
    PERHAPS_NAME,
    PHRASE,
    TAIL_HYPHEN,
    Walk,
)
from qatynas.script.letters import CYRL_TO_ARAB
from qatynas.script.packed import Sums
from qatynas.script.reading_table import CAPITAL_OPENS, CLOSES, HEAD, OPENS, WORD, ReadingTable

Array = NDArray[Any]

LONG = 16_000  # characters from which a text is worth the arrays' fixed cost of about a millisecond
BLOCK = 1 << 18  # characters done at a time; fewer cost more where words are new, since those are read all at once
_PART = 1 << 16  # characters put together at a time: their arrays then stay in the processor's cache
_CODES = 0x2200  # characters from here on are no marks
_ENDS_OR_BREAK = ENDS | ENDS_SPEECH | BREAK


def _numbers(marks: Sequence[str]) -> Array:
    """code → the number of the mark, 0 for none."""
    numbers = np.zeros(_CODES, dtype=np.uint8)
    for number, mark in enumerate(marks):
        if mark:
            numbers[ord(mark)] = number
    return numbers


_OPEN, _CLOSE = _numbers(OPENS), _numbers(CLOSES)
_UPPER = np.arange(_CODES, dtype=np.uint32)
for _letter in CYRL_TO_ARAB:
    _UPPER[ord(_letter)] = ord(_letter.upper())
_LOCK = Lock()


@cache
def _tables() -> list[ReadingTable]:
    return [ReadingTable()]


class _Part:
    """A part of a text: its chunks as rows of the table, with the marks around those that are plain words."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.codes = codes_of(text)
        self.starts, self.ends, self.gaps = _cut(self.codes)
        self.opens = _OPEN.take(self.codes[np.minimum(self.starts, len(text) - 1)], mode="clip").astype(np.intp)
        last = _CLOSE.take(self.codes[np.maximum(self.ends - 1, 0)], mode="clip")
        before = _CLOSE.take(self.codes[np.maximum(self.ends - 2, 0)], mode="clip")
        before[last == 0] = 0
        self.closes = before.astype(np.intp) * len(CLOSES) + last
        starts = self.starts + (self.opens > 0)
        ends = self.ends - (last > 0) - (before > 0)
        self._word = starts, np.maximum(starts, ends)  # where the word stands if the chunk is one
        self._sums = Sums(self.codes)
        self._words = self._sums.hashes(*self._word)

    def find(self, table: ReadingTable) -> int:
        """Finds the rows of words, of whole chunks where there is none; how many chunks have neither."""
        self.rows = table.find(self._words)
        whole = np.flatnonzero(_no_words(table, self.rows))
        self.rows[whole] = table.find(self._hashes(whole))
        self._new = whole[self.rows[whole] < 0]
        return len(self._new)

    def new_words(self) -> tuple[Array, list[str]]:
        """The different hashes, and the texts, of what would be the word in each chunk that was not found."""
        return self._different(self._new, self._words[self._new], *self._word)

    def new_chunks(self, table: ReadingTable) -> tuple[Array, list[str]]:
        """The same for chunks as a whole, after words were added."""
        self.rows[self._new] = table.find(self._words[self._new])
        self._new = self._new[_no_words(table, self.rows[self._new])]
        return self._different(self._new, self._hashes(self._new), self.starts, self.ends)

    def settle(self, table: ReadingTable) -> None:
        """Finds the rows of chunks that were added, and takes no marks off chunks that are rows as a whole."""
        self.rows[self._new] = table.find(self._hashes(self._new))
        whole = _no_words(table, self.rows)
        self.opens[whole] = self.closes[whole] = 0

    def _hashes(self, whole: Array) -> Array:
        return self._sums.hashes(self.starts[whole], self.ends[whole])

    def _different(self, chunks: Array, hashes: Array, starts: Array, ends: Array) -> tuple[Array, list[str]]:
        different, first = np.unique(hashes, return_index=True)
        places = zip(starts[chunks[first]].tolist(), ends[chunks[first]].tolist(), strict=True)
        return different, [self.text[start:end] for start, end in places]


def _find(table: ReadingTable, parts: list[_Part]) -> bool:
    """Finds the rows of all parts' chunks and reads those that are new; False if the table is full."""
    new = sum([part.find(table) for part in parts])
    if not table.has_room(2 * new):
        return False
    if new:
        table.add_words(*_joined([part.new_words() for part in parts]))
        table.add_chunks(*_joined([part.new_chunks(table) for part in parts]))
    for part in parts:
        part.settle(table)
    return True


def _joined(parts: list[tuple[Array, list[str]]]) -> tuple[list[str], Array]:
    """Texts and hashes of all parts, each once."""
    by_hash = {key: text for hashes, texts in parts for key, text in zip(hashes.tolist(), texts, strict=True)}
    return [*by_hash.values()], np.array([*by_hash], dtype=np.uint64)


def _no_words(table: ReadingTable, rows: Array) -> Array:
    """Which rows are none, or no words that may have marks around them."""
    unfit: Array = (rows < 0) | (table.row[rows, 2] & WORD == 0)
    return unfit


def _cut(codes: Array) -> tuple[Array, Array, Array]:
    """Where chunks start and end, and whether a space follows; a line break is a chunk of its own."""
    between = np.flatnonzero((codes == ord(" ")) | (codes == ord("\n")))
    breaks = codes[between] == ord("\n")
    copies = np.append(1 + breaks, 1)
    starts = np.repeat(np.append(0, between + 1), copies)
    ends = np.repeat(np.append(between, len(codes)), copies)
    lines = np.cumsum(copies[:-1])[breaks] - 1
    starts[lines], ends[lines] = between[breaks], between[breaks] + 1
    return starts, ends, np.repeat(np.append(~breaks, False), copies)


def read_block(text: str) -> str:
    """A text in Arabic script, not empty, in Cyrillic."""
    return "".join([read for read, *_ in _read(text)])


def read_block_with_offsets(text: str) -> tuple[str, Array, Array]:
    """The same, and where chunks (with the space after them) begin in source and target; the lengths last."""
    parts = [*_read(text)]
    sources = [np.append(starts, ends[-1]) for _, starts, ends, _ in parts]
    return (
        "".join([read for read, *_ in parts]),
        _one_after_other(sources),
        _one_after_other([part[3] for part in parts]),
    )


def _one_after_other(offsets: list[Array]) -> Array:
    """Offsets in parts, each with its length at the end, as offsets in the whole."""
    lengths = np.cumsum([0, *(part[-1] for part in offsets)])
    moved = [part[:-1] + start for part, start in zip(offsets, lengths.tolist(), strict=False)]
    return np.concatenate([*moved, lengths[-1:]])


def _read(text: str) -> Iterator[tuple[str, Array, Array, Array]]:
    """The text in parts: as it is read, where chunks start and end, and where they begin in the reading."""
    parts = [_Part(part) for part in blocks(text, _PART)]
    with _LOCK:
        table = _tables()[0]
        if not _find(table, parts):
            table = _tables()[0] = ReadingTable()
            _find(table, parts)
        for part in parts:
            yield _write(part, table)


def _write(part: _Part, table: ReadingTable) -> tuple[str, Array, Array, Array]:
    closings = len(table.kind_by_closing)
    words = table.row.take(part.rows, axis=0)
    pieces = np.empty((len(words), 3, 2), dtype=np.int32)  # what opens, the word or chunk, what closes: place and size
    pieces[:, 0] = table.row.take(table.opens + part.opens, axis=0)[:, :2]
    pieces[:, 1] = words[:, :2]
    pieces[:, 2] = table.row.take(table.closes + part.gaps * closings + part.closes, axis=0)[:, :2]
    codes, begins = table.texts(*pieces.reshape(-1, 2).T)
    kept = table.kept[part.opens * closings + part.closes]
    kinds = (words[:, 2] & kept) | table.kind_by_closing[part.closes]
    quoted = np.flatnonzero((part.opens > 0) & (part.opens <= CAPITAL_OPENS))
    easy, stops = _stops(kinds)
    letters = begins[1::3][np.concatenate([quoted, easy])]
    codes[letters] = _UPPER[codes[letters]]
    begins = begins[::3]
    made = _Slices(text_of(codes), begins[:-1], begins[1:] - part.gaps)
    walk = Walk(_Slices(part.text, part.starts, part.ends), made, kinds.data)
    walk.run(stops)
    read, changes = made.joined(walk.glue)
    shifts = np.zeros_like(begins)
    for at, change in changes:
        shifts[at + 1] = change
    return read, part.starts, part.ends, begins + np.cumsum(shifts)


def _stops(kinds: Array) -> tuple[Array, list[int]]:
    """The chunks that just take a capital after the end of a sentence, and those at which the walk must stop."""
    ends = np.flatnonzero(kinds[:-1] & _ENDS_OR_BREAK)
    following = kinds[ends + 1]
    easy = (kinds[ends] & ENDS_SPEECH == 0) & (following & HEAD != 0)
    changed = ~easy & ((following & OPAQUE != 0) | (following & (BREAK | FOREIGN) == 0))
    acts = np.flatnonzero(kinds & ACTS)
    kind, before, after = kinds[acts], kinds[acts - 1], kinds[np.minimum(acts + 1, len(kinds) - 1)]
    effect = kind & (INITIAL | TAIL_HYPHEN)
    for own, other, neighbour in _NEEDS:
        effect |= kind & own * (((before if neighbour < 0 else after) & other) != 0)
    stops = np.union1d(ends[changed], acts[effect != 0])
    return ends[easy] + 1, stops.tolist()


# What a chunk of one kind needs beside it, before or after, to have any effect in the walk.
_NEEDS = (
    (HEAD_HYPHEN, NUMBER, -1),
    (FAMILY_NAME, PERHAPS_NAME, -1),
    (PHRASE, AFTER_PHRASE, 1),
    (LETTER, LETTER, 1),
)


class _Slices:
    """Parts of a text as they are asked for, and what the walk puts in place of some."""

    def __init__(self, text: str, starts: Array, ends: Array) -> None:
        self.text, self.starts, self.ends = text, starts.data, ends.data
        self.changed: dict[int, str] = {}

    def __getitem__(self, at: int) -> str:
        changed = self.changed.get(at)
        return self.text[self.starts[at] : self.ends[at]] if changed is None else changed

    def __setitem__(self, at: int, text: str) -> None:
        self.changed[at] = text

    def __len__(self) -> int:
        return len(self.starts)

    def joined(self, glue: Collection[int]) -> tuple[str, list[tuple[int, int]]]:
        """The text with what was changed, without the spaces after the parts in glue; and which lengths changed."""
        parts: list[str] = []
        lengths = []
        place = 0
        for at in sorted(self.changed.keys() | glue):
            start, end = self.starts[at], self.ends[at]
            made = self[at]
            parts += (self.text[place:start], made)
            place = end + (at in glue)
            if len(made) != place - start:
                lengths.append((at, len(made) - (place - start)))
        return "".join([*parts, self.text[place:]]), lengths
