"""Long Cyrillic or Arabic-script texts into search keys, a block at once in numpy: see fold, whose rules these are.

Cyrillic goes by bulk's spelling, Arabic script letter for letter. Chunks with anything else are made one by one by
fold's table.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qatynas.script.bulk import MARKS, Spelling, chunk, codes_of, cut, spelling, text_of, write_block
from qatynas.script.chunks import Table
from qatynas.script.letters import ARABIC_LETTERS, ARABIC_MARKS, HAMZA

Array = NDArray[Any]

_I_KEY, _E_KEY, _BLANK = ord("и"), ord("е"), ord(" ")
_PLACE = "\ufdd2"  # stands for a chunk that is made on its own; a noncharacter, and chunks that have it are made so
_IN_KEYS = dict.fromkeys(MARKS + "\n", " ")
_EDGE = np.array([_BLANK], dtype=np.uint32)


class Words:
    """Some words and what stands for each, to be found in a long text at once: by the sum of their letters' cubes."""

    def __init__(self, other: dict[str, str]) -> None:
        self.other = other
        self._sums = np.zeros(1 << 16, dtype=bool)
        for word in other:
            self._sums[_cubes(codes_of(word)).sum(dtype=np.uint16)] = True

    def put_in(self, text: str, codes: Array) -> str:
        """The text, whose words have one space between them, with the others in the words' stead."""
        blanks = np.flatnonzero(codes == _BLANK)
        starts, ends = np.append(0, blanks + 1), np.append(blanks, len(codes))
        cubes = _cubes(np.append(codes, codes.dtype.type(0)))
        cubes[blanks] = 0
        perhaps = np.flatnonzero(self._sums[np.add.reduceat(cubes, starts, dtype=np.uint16)])
        parts, place = [], 0
        for start, end in zip(starts[perhaps].tolist(), ends[perhaps].tolist(), strict=True):
            other = self.other.get(text[start:end])
            if other is not None:
                parts += [text[place:start], other]
                place = end
        return "".join([*parts, text[place:]])


def _cubes(codes: Array) -> Array:
    """A number for each code, whose sums are seldom alike for words of other letters."""
    short = codes.astype(np.uint16)
    return short * short * short


def write_keys(text: str, how: Spelling, table: Table[str], heard: str, twins: Words) -> str:
    """The search keys of a Cyrillic block's words, with a space between.

    table gives the keys of the chunks made one by one; heard has the letters after which и before е is left out; twins
    are keys that others stand for.
    """
    block = cut(text)
    own = [table[chunk(block, number)] for number in block.odd.tolist()]
    written, _ = write_block(block, how, [_PLACE if key else "" for key in own])
    return _keys(written, own, heard, twins)


def write_arabic_keys(text: str, letters: dict[int, str], table: Table[str], heard: str, twins: Words) -> str:
    """The same for a block in Arabic script, whose letters have these keys."""
    codes = codes_of(text)
    written = _arabic_keys(tuple(letters.items())).take(codes, mode="clip")
    letter = written > _LETTERS_FROM
    begins, hamza = letter.copy(), codes == ord(HAMZA)
    begins[1:] &= ~letter[:-1]
    inner = letter.copy()  # letters that the word has before or after another, the hamza aside
    inner[:-1] &= letter[1:]
    inner[-1:] = False
    odd = (written == 0) | (hamza & ~begins) | (begins & ~inner)  # a letter alone is perhaps part of an acronym
    odd[1:] |= hamza[:-1] & ~inner[1:]
    twice = np.flatnonzero((written[1:] == _I_KEY) & (written[:-1] == _I_KEY))
    odd[twice] = True  # which may be a word of that letter alone
    ends = np.append(np.flatnonzero(codes == _BLANK), len(codes))
    numbers = np.unique(np.searchsorted(ends, np.flatnonzero(odd)))
    starts, ends = np.append(0, ends + 1)[numbers], ends[numbers]
    own = []
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        own.append(table[text[start:end]])
        written[start:end] = 0
        written[start] = ord(_PLACE) if own[-1] else 0
    return _keys(written[written > 0], own, heard, twins)


_LETTERS_FROM = 0x300  # keys of letters have greater codes, digits and spaces smaller ones


@lru_cache
def _arabic_keys(letters: tuple[tuple[int, str], ...]) -> Array:
    """code → the key's, 0 for characters of which chunks are made one by one."""
    keys = np.zeros(_CODES, dtype=np.uint32)
    for mark in (*MARKS, *ARABIC_MARKS, " "):
        if ord(mark) < _CODES - 1:
            keys[ord(mark)] = _BLANK
    for digit in "0123456789":
        keys[ord(digit)] = ord(digit)
    for letter, key in letters:
        if chr(letter) in ARABIC_LETTERS or chr(letter) == HAMZA:
            keys[letter] = ord(key)
    return keys


_CODES = 0x2200  # codes from here on are read one by one


def _keys(written: Array, own: list[str], heard: str, twins: Words) -> str:
    """The keys of words whose letters are spelt, those of own in place of _PLACE."""
    padded = np.concatenate([_EDGE, written, _EDGE])
    blank = padded == _BLANK
    keep = np.ones(len(padded), dtype=bool)
    keep[1:] = ~(blank[1:] & blank[:-1])
    places = np.flatnonzero(padded == _I_KEY)
    heads = places[padded[places - 1] != _I_KEY]
    tails = places[padded[places + 1] != _I_KEY]
    keep[places] = False
    keep[heads[padded[tails + 1] != _E_KEY]] = True
    before_e = heads[padded[tails + 1] == _E_KEY]
    keep[before_e] = ~np.isin(padded[before_e - 1], codes_of(heard))
    codes = padded[keep]
    key = twins.put_in(text_of(codes), codes).strip(" ")
    if not own:
        return key
    parts = key.split(_PLACE)
    whole = [""] * (2 * len(parts) - 1)
    whole[::2], whole[1::2] = parts, filter(None, own)
    return "".join(whole)


def key_spelling(letters: dict[str, str], hamza: str) -> Spelling:
    """The tables of keys: marks become spaces."""
    return spelling(hamza, letters, _IN_KEYS, " ")
