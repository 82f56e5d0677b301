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

import numpy as np
from numpy.typing import NDArray

PAD = 6  # empty places between words, wider than the widest gram
_MIX = np.uint32(2654435761)  # Knuth's multiplicative hash
Ints = NDArray[np.int64]
Hashes = NDArray[np.uint32]


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
    weights: NDArray[np.float32]

    def read(self, words: Sequence[str]) -> list[list[str]]:
        """The target string of each letter of each word; letters that the model does not know stand for themselves."""
        result, _ = self.judge(words)
        return result

    def judge(self, words: Sequence[str]) -> tuple[list[list[str]], list[float]]:
        """As read, with each word's smallest lead of the chosen reading over the next (in units of weight)."""
        if not words:
            return [], []
        codes, starts = self.encode(words)
        options = np.array([len(readings) for readings in self.readings])
        at = np.flatnonzero(options[codes] > 1)
        result = [
            [self.readings[self.letters[char]][0] if char in self.letters else char for char in word] for word in words
        ]
        sure = np.full(len(words), np.inf)
        if not len(at):
            return result, sure.tolist()
        features = self.features(codes, at)
        number = codes[at]
        count = options[number]
        scores = np.full((len(at), int(count.max())), -np.inf, dtype=np.float32)
        for choice in range(scores.shape[1]):
            rows = np.flatnonzero(count > choice)
            scores[rows, choice] = self.weights[self.places(features[:, rows], choice)].sum(axis=0)
        best = scores.argmax(axis=1)
        ordered = np.partition(scores, -2, axis=1)
        owner = np.searchsorted(np.array(starts), at, side="right") - 1
        np.minimum.at(sure, owner, ordered[:, -1] - ordered[:, -2])
        where = zip(owner.tolist(), at.tolist(), number.tolist(), best.tolist(), strict=True)
        for word, place, letter, choice in where:
            result[word][place - starts[word]] = self.readings[letter][choice]
        return result, sure.tolist()

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
        codes: list[int] = [0] * PAD
        starts = []
        for word in words:
            starts.append(len(codes))
            codes += [self.letters.get(char, 0) for char in word]
            codes += [0] * PAD
        return np.array(codes, dtype=np.int64), starts

    def places(self, features: Hashes, choice: int) -> Hashes:
        """Where in the table the weights of these features for the reading of this number lie."""
        mixed = features + np.uint32((choice * 0x9E3779B1) & 0xFFFFFFFF)
        mixed = (mixed ^ (mixed >> np.uint32(15))) * np.uint32(0x2C1B3C6D)
        return (mixed ^ (mixed >> np.uint32(13))) & np.uint32(len(self.weights) - 1)

    def features(self, codes: Ints, at: Ints) -> Hashes:
        """Hashes of the features of each place: an array of kinds of feature × places."""
        small = codes.astype(np.uint32)
        here = small[at]
        grams = [(-1, 0), (-2, 0), (-3, 0), (-4, 0), (-5, 0), (1, 2), (1, 3), (1, 4), (1, 5), (1, 6)]
        grams += [(-1, 2), (-2, 2), (-1, 3), (-2, 3), (-3, 3), (-2, 4), (-3, 2), (-4, 3), (-3, 4)]
        rows = []
        for low, high in grams:
            value = np.zeros(len(at), dtype=np.uint32)
            for step in range(low, high):
                value = value * np.uint32(67) + small[at + step]
            rows.append(value)
        rows += self._vowel_rows(codes, at)
        rows += self._sign_rows(codes, at)
        rows += self._edge_rows(codes, at)
        rows.append(np.zeros(len(at), dtype=np.uint32))
        kinds = (np.arange(1, len(rows) + 1, dtype=np.uint32) * _MIX)[:, None]
        mixed = (np.stack(rows) + kinds) * np.uint32(0x85EBCA6B)
        mixed = (mixed ^ (mixed >> np.uint32(13))) + here * np.uint32(0xC2B2AE35)
        hashes: Hashes = mixed * _MIX
        return hashes

    def _numbers(self, letters: str) -> Ints:
        return np.array([self.letters[char] for char in letters if char in self.letters], dtype=np.int64)

    def _vowel_rows(self, codes: Ints, at: Ints) -> list[Hashes]:
        """The vowels before and after in the same word, nearest first, one to four of them."""
        where = np.flatnonzero(np.isin(codes, self._numbers(self.vowels)))
        word = np.cumsum((codes == 0).astype(np.int64))
        rows = []
        padded = np.concatenate([where, [0]])
        for side in (-1, 1):
            first = np.searchsorted(where, at) - 1 if side < 0 else np.searchsorted(where, at, side="right")
            value = np.zeros(len(at), dtype=np.uint32)
            for step in range(4):
                rank = first + side * step
                inside = (rank >= 0) & (rank < len(where))
                place = padded[np.where(inside, rank, len(where))]
                inside &= word[place] == word[at]
                value = value * np.uint32(67) + np.where(inside, codes[place], 0).astype(np.uint32)
                rows.append(value)
        rows.append(rows[1] * np.uint32(4099) + rows[5])
        rows.append(rows[0] * np.uint32(4099) + rows[4])
        return rows

    def _sign_rows(self, codes: Ints, at: Ints) -> list[Hashes]:
        """Which signs of back, front and foreign words stand before and after, and which sign is nearest."""
        word = np.cumsum((codes == 0).astype(np.int64))
        near = []
        flags = []
        for letters in (self.backs, self.fronts, self.foreigns):
            where = np.flatnonzero(np.isin(codes, self._numbers(letters)))
            padded = np.concatenate([where, [0]])
            for side in (-1, 1):
                rank = np.searchsorted(where, at) - 1 if side < 0 else np.searchsorted(where, at, side="right")
                inside = (rank >= 0) & (rank < len(where))
                place = padded[np.where(inside, rank, len(where))]
                inside &= word[place] == word[at]
                flags.append(inside.astype(np.uint32))
                near.append(np.where(inside, np.abs(place - at), 9).clip(0, 9).astype(np.uint32))
        marked = flags[0] | flags[1] << 1 | flags[2] << 2 | flags[3] << 3 | flags[4] << 4 | flags[5] << 5
        before = near[0] * np.uint32(10) + near[2]
        after = near[1] * np.uint32(10) + near[3]
        left = codes[at - 1].astype(np.uint32)
        right = codes[at + 1].astype(np.uint32)
        return [
            marked,
            before,
            after,
            before * np.uint32(100) + after,
            marked * np.uint32(67) + left,
            marked * np.uint32(67) + right,
            (marked * np.uint32(67) + left) * np.uint32(67) + right,
        ]

    def _edge_rows(self, codes: Ints, at: Ints) -> list[Hashes]:
        """The word's beginning up to two letters on, and its last letters."""
        empty = np.flatnonzero(codes == 0)
        start = empty[np.searchsorted(empty, at) - 1] + 1
        end = empty[np.searchsorted(empty, at)]
        small = codes.astype(np.uint32)
        rows = []
        for reach in (1, 2, 3):
            stop = np.minimum(at + reach, end)
            value = np.zeros(len(at), dtype=np.uint32)
            for step in range(12):
                place = start + step
                value = np.where(place < stop, value * np.uint32(67) + small[np.minimum(place, stop)], value)
            rows.append(value * np.uint32(31) + (at - start).astype(np.uint32))
        tail = np.zeros(len(at), dtype=np.uint32)
        for step in (1, 2, 3):
            tail = tail * np.uint32(67) + small[np.maximum(end - step, start - 1)]
            if step > 1:
                rows.append(tail * np.uint32(31) + np.minimum(end - at, 9).astype(np.uint32))
        hamza = small[start]
        rows.append(hamza * np.uint32(67) + rows[-1])
        return rows


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
    weights = np.frombuffer(rest, dtype=np.int8).astype(np.float32)
    return LetterModel(**head, weights=weights)
