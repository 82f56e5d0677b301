"""A small linear model of which letter stands for which, by the letters around it, for words that no lexicon has.

Each source letter of a word is one decision among the few target strings that it was ever seen to stand for. A word's
context is cut into features (grams to both sides, the vowels around, signs of back, front and foreign words), each
hashed to places of one table of small weights; the reading with the greatest sum wins. All words of a batch are
computed at once. tools/script_letters.py trains the tables.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

PAD = 6  # empty places between words, wider than the widest gram
_PADDING = "\0" * PAD
_CODES = 0x700  # no letter that a model knows has a code from here on
_AT_ONCE = 2048  # places judged at a time: their features then stay in the processor's cache
_MIX = np.uint32(2654435761)  # Knuth's multiplicative hash
Ints = NDArray[np.int64]
Hashes = NDArray[np.uint32]


class _Plain(dict[str, str]):
    """Letter → its commonest reading; letters that the model does not know stand for themselves."""

    def __missing__(self, letter: str) -> str:
        return letter


@dataclass(frozen=True, slots=True)
class LetterModel:
    """Weights and the readings of each letter.

    letters maps a source letter to its number (from 1), readings lists the target strings of each number, vowels,
    backs, fronts and foreigns are the letters that the features ask about. weights has a power of two of places.
    """

    letters: dict[str, int]
    readings: tuple[tuple[str, ...], ...]
    vowels: str
    backs: str
    fronts: str
    foreigns: str
    weights: NDArray[np.float32] | NDArray[np.int8]

    def read(self, words: Sequence[str]) -> list[list[str]]:
        """The target string of each letter of each word; letters that the model does not know stand for themselves."""
        result, _ = self.judge(words)
        return result

    def judge(self, words: Sequence[str]) -> tuple[list[list[str]], list[float]]:
        """As read, with each word's smallest lead of the chosen reading over the next (in units of weight)."""
        if not words:
            return [], []
        codes, starts = self.encode(words)
        options = np.array([len(readings) for readings in self.readings])[codes]
        plain = _Plain({letter: self.readings[number][0] for letter, number in self.letters.items()})
        result = [[*map(plain.__getitem__, word)] for word in words]
        sure = np.full(len(words), np.inf)
        at = np.flatnonzero(options > 1)
        at = at[np.argsort(-options[at], kind="stable")]
        owner = np.searchsorted(np.array(starts), at, side="right") - 1
        letters = _Letters(self, codes)
        for begin in range(0, len(at), _AT_ONCE):
            part = slice(begin, begin + _AT_ONCE)
            places, words_of = at[part], owner[part]
            best, leads = self._choose(letters.features(places), options[places])
            np.minimum.at(sure, words_of, leads)
            changed = np.flatnonzero(best)
            where = (array[changed].tolist() for array in (words_of, places, codes[places], best))
            for word, place, letter, choice in zip(*where, strict=True):
                result[word][place - starts[word]] = self.readings[letter][choice]
        return result, sure.tolist()

    def _choose(self, features: Hashes, count: Ints) -> tuple[Ints, NDArray[np.float32]]:
        """The best of the readings of each place, of which there are count, and its lead over the next.

        The places must be in order of count, greatest first.
        """
        scores = np.full((len(count), int(count[0])), -np.inf, dtype=np.float32)
        for choice in range(scores.shape[1]):
            some = features[:, : np.count_nonzero(count > choice)]
            weights = self.weights.take(self.places(some, choice))
            scores[: some.shape[1], choice] = weights.sum(axis=0, dtype=np.float32)
        ordered = np.partition(scores, -2, axis=1)
        return scores.argmax(axis=1), ordered[:, -1] - ordered[:, -2]

    def second_best(self, word: str) -> list[str]:
        """The readings that differ in one letter from the best, the likeliest first (three at most)."""
        codes, starts = self.encode([word])
        at = np.flatnonzero(codes)
        features = self.features(codes, at)
        table = [
            [float(self.weights[self.places(features[:, [row]], choice)].sum()) for choice in range(len(options))]
            for row, options in enumerate(self.readings[number] for number in codes[at])
        ]
        best = [max(range(len(scores)), key=scores.__getitem__) for scores in table]
        changes = [
            (scores[best[row]] - score, row, choice)
            for row, scores in enumerate(table)
            for choice, score in enumerate(scores)
            if choice != best[row]
        ]
        found = []
        for _, changed, choice in sorted(changes)[:3]:
            parts = list(word)
            for row, place in enumerate(at):
                picked = choice if row == changed else best[row]
                parts[int(place) - starts[0]] = self.readings[codes[place]][picked]
            found.append("".join(parts))
        return found

    def encode(self, words: Iterable[str]) -> tuple[Ints, list[int]]:
        """All words in one array of letter numbers with PAD zeros around each, and where each word starts."""
        known = list(words)
        starts = [*accumulate((len(word) + PAD for word in known), initial=PAD)][:-1]
        text = _PADDING + "".join([word + _PADDING for word in known])
        numbers = np.zeros(_CODES, dtype=np.int64)
        for letter, number in self.letters.items():
            numbers[ord(letter)] = number
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        return numbers.take(codes, mode="clip"), starts

    def places(self, features: Hashes, choice: int) -> Hashes:
        """Where in the table the weights of these features for the reading of this number lie."""
        mixed = features + np.uint32((choice * 0x9E3779B1) & 0xFFFFFFFF)
        mixed ^= mixed >> np.uint32(15)
        mixed *= np.uint32(0x2C1B3C6D)
        mixed ^= mixed >> np.uint32(13)
        mixed &= np.uint32(len(self.weights) - 1)
        return mixed

    def features(self, codes: Ints, at: Ints) -> Hashes:
        """Hashes of the features of each place: an array of kinds of feature × places."""
        return _Letters(self, codes).features(at)

    def where(self, letters: str, codes: Ints) -> Ints:
        """The places of these letters, between one before all and one behind."""
        wanted = np.zeros(len(self.readings), dtype=bool)
        wanted[[self.letters[char] for char in letters if char in self.letters]] = True
        return np.concatenate([[-1], np.flatnonzero(wanted[codes]), [len(codes)]])


_LETTER_BASE = np.uint32(67)
_BEGINNINGS = (-1, -2, -3, -4, -5, 1, 1, 1, 1, 1, -1, -2, -1, -2, -3, -2, -3, -4, -3)
_GRAMS = np.array([_BEGINNINGS, (0, 0, 0, 0, 0, 2, 3, 4, 5, 6, 2, 2, 3, 3, 3, 4, 2, 3, 4)])  # from the letter on


def _powers(factor: int, size: int) -> Hashes:
    powers = np.full(size, factor, dtype=np.uint32)
    powers[0] = 1
    return np.cumprod(powers, dtype=np.uint32)


class _Letters:
    """The letters of a batch of words, and what the features of places in them are made from."""

    def __init__(self, model: LetterModel, codes: Ints) -> None:
        self.codes = codes.astype(np.uint32)
        self.empty = np.flatnonzero(codes == 0)
        self.vowels = model.where(model.vowels, codes)
        self.signs = [model.where(letters, codes) for letters in (model.backs, model.fronts, model.foreigns)]
        self._up = _powers(67, len(codes) + 1)
        self._sums = np.zeros(len(codes) + 1, dtype=np.uint32)
        np.cumsum(self.codes * _powers(pow(67, -1, 1 << 32), len(codes)), out=self._sums[1:])

    def features(self, at: Ints) -> Hashes:
        """See LetterModel.features."""
        after = np.searchsorted(self.empty, at)
        start, end = self.empty[after - 1] + 1, self.empty[after]  # of each place's word
        rows = [
            self._grams(at + _GRAMS[0][:, None], at + _GRAMS[1][:, None]),
            self._vowel_rows(at, start, end),
            self._sign_rows(at, start, end),
            self._edge_rows(at, start, end),
            np.zeros((1, len(at)), dtype=np.uint32),
        ]
        hashes: Hashes = np.concatenate(rows)
        hashes += (np.arange(1, len(hashes) + 1, dtype=np.uint32) * _MIX)[:, None]
        hashes *= np.uint32(0x85EBCA6B)
        hashes ^= hashes >> np.uint32(13)
        hashes += self.codes[at] * np.uint32(0xC2B2AE35)
        hashes *= _MIX
        return hashes

    def _grams(self, starts: Ints, ends: Ints) -> Hashes:
        """Letters in a row as a number in base 67, modulo 2 ** 32."""
        value: Hashes = (self._sums[ends] - self._sums[starts]) * self._up[ends - 1]
        return value

    def _vowel_rows(self, at: Ints, start: Ints, end: Ints) -> Hashes:
        """The vowels before and after in the same word, nearest first, one to four of them."""
        steps = np.arange(4)[:, None]
        last = len(self.vowels) - 1
        rank = np.searchsorted(self.vowels, at)
        before = self.vowels[np.maximum(rank - 1 - steps, 0)]
        after = self.vowels[np.minimum(rank + (self.vowels[rank] == at) + steps, last)]
        places = np.concatenate([before, after])
        values = self.codes.take(places, mode="clip")
        values[(places < start) | (places >= end)] = 0
        for row in (1, 2, 3, 5, 6, 7):
            values[row] += values[row - 1] * _LETTER_BASE
        return np.concatenate([values, values[[1, 0]] * np.uint32(4099) + values[[5, 4]]])

    def _sign_rows(self, at: Ints, start: Ints, end: Ints) -> Hashes:
        """Which signs of back, front and foreign words stand before and after, and which sign is nearest."""
        marked = np.zeros(len(at), dtype=np.uint32)
        near: list[Hashes] = []
        for number, where in enumerate(self.signs):
            rank = np.searchsorted(where, at)
            left, right = where[rank - 1], where[rank + (where[rank] == at)]
            for side, distance, inside in ((0, at - left, left >= start), (1, right - at, right < end)):
                marked |= inside.astype(np.uint32) << np.uint32(2 * number + side)
                near.append(np.where(inside, np.minimum(distance, 9), 9).astype(np.uint32))
        before, after = near[0] * np.uint32(10) + near[2], near[1] * np.uint32(10) + near[3]
        with_left = marked * _LETTER_BASE + self.codes[at - 1]
        with_right = marked * _LETTER_BASE + self.codes[at + 1]
        rows = [marked, before, after, before * np.uint32(100) + after]
        rows += [with_left, with_right, with_left * _LETTER_BASE + self.codes[at + 1]]
        return np.stack(rows)

    def _edge_rows(self, at: Ints, start: Ints, end: Ints) -> Hashes:
        """The word's beginning up to two letters on (twelve letters at most), and its last letters."""
        stops = np.minimum(np.minimum(at + np.array([[1], [2], [3]]), end), start + 12)
        beginnings = self._grams(np.broadcast_to(start, stops.shape), stops) * np.uint32(31)
        beginnings += (at - start).astype(np.uint32)
        last, second, third = (self.codes[np.maximum(end - step, start - 1)] for step in (1, 2, 3))
        two = last * _LETTER_BASE + second
        distance = np.minimum(end - at, 9).astype(np.uint32)
        two, three = (tail * np.uint32(31) + distance for tail in (two, two * _LETTER_BASE + third))
        return np.concatenate([beginnings, [two, three, self.codes[start] * _LETTER_BASE + three]])


def pack(model: LetterModel) -> bytes:
    """The model as bytes: a line of JSON, then the weights in hundredths as signed bytes."""
    head = {name: getattr(model, name) for name in ("letters", "readings", "vowels", "backs", "fronts", "foreigns")}
    scaled = np.clip(np.round(model.weights / SCALE), -127, 127).astype(np.int8)
    data = json.dumps(head, ensure_ascii=False).encode() + b"\n" + scaled.tobytes()
    return gzip.compress(data, 9, mtime=0)


SCALE = 0.04  # one step of a stored weight


@cache
def load_model(name: str) -> LetterModel:
    """The model of tables/letters_NAME.gz."""
    data = gzip.decompress((files("qatynas.script") / "tables" / f"letters_{name}.gz").read_bytes())
    line, _, rest = data.partition(b"\n")
    head = json.loads(line)
    head["readings"] = tuple(tuple(options) for options in head["readings"])
    return LetterModel(**head, weights=np.frombuffer(rest, dtype=np.int8))
