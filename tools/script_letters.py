"""Trains src/qatynas/script/tables/letters_NAME.gz: which Cyrillic letters stand behind those of another script.

Run from the repository's root: python tools/script_letters.py arab|latn. Multinomial logistic regression on hashed
features (qatynas.script.letter_model) with AdaGrad over word types, in a fixed order: the same input gives the same
bytes on the same machine.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tools")]

import script_lexicon  # noqa: E402

from qatynas.script import arabic_writing, latin  # noqa: E402
from qatynas.script.letter_model import SCALE, LetterModel, pack  # noqa: E402
from qatynas.script.letters import HAMZA  # noqa: E402

SIZE = 1 << 21
Pair = tuple[str, tuple[str, ...], float]  # source word, the target string of each of its letters, weight


def build(pairs: list[Pair], vowels: str, backs: str, fronts: str, foreigns: str) -> LetterModel:
    """An untrained model with the readings that were seen, the commonest first."""
    seen: dict[str, Counter[str]] = {}
    for word, targets, _ in pairs:
        for char, target in zip(word, targets, strict=True):
            seen.setdefault(char, Counter())[target] += 1
    letters = {char: number for number, char in enumerate(sorted(seen), 1)}
    readings = [("",)] + [
        tuple(target for target, count in seen[char].most_common(8) if count >= 3 or target == char) or (char,)
        for char in letters
    ]
    weights = np.zeros(SIZE, dtype=np.float32)
    return LetterModel(letters, tuple(readings), vowels, backs, fronts, foreigns, weights)


def train(model: LetterModel, pairs: list[Pair], epochs: int = 4, rate: float = 0.15, batch: int = 4096) -> None:
    """Fits the model's weights in place."""
    index = {(n, target): choice for n, options in enumerate(model.readings) for choice, target in enumerate(options)}
    codes, starts = model.encode(word for word, _, _ in pairs)
    at, gold, importance = [], [], []
    for (word, targets, weight), start in zip(pairs, starts, strict=True):
        for offset, target in enumerate(targets):
            number = model.letters[word[offset]]
            if (number, target) in index and len(model.readings[number]) > 1:
                at.append(start + offset)
                gold.append(index[number, target])
                importance.append(weight)
    places, golds, weights = np.array(at), np.array(gold), np.array(importance, dtype=np.float32)
    count = np.array([len(options) for options in model.readings])[codes[places]]
    features = model.features(codes, places)
    random = np.random.default_rng(20251122)
    squares = np.full(SIZE, 1e-2, dtype=np.float32)
    width = int(count.max())
    for epoch in range(epochs):
        loss = 0.0
        for some in np.array_split(random.permutation(len(places)), max(1, len(places) // batch)):
            rows = [model.places(features[:, some], choice) for choice in range(width)]
            scores = np.stack([model.weights[row].sum(axis=0) for row in rows], axis=1)
            scores[np.arange(width)[None, :] >= count[some][:, None]] = -np.inf
            scores -= scores.max(axis=1, keepdims=True)
            chance = np.exp(scores)
            chance /= chance.sum(axis=1, keepdims=True)
            gold_here = golds[some]
            loss -= float((np.log(chance[np.arange(len(some)), gold_here] + 1e-9) * weights[some]).sum())
            chance[np.arange(len(some)), gold_here] -= 1
            chance *= weights[some][:, None]
            kinds = features.shape[0]
            flat = np.concatenate([row.ravel() for row in rows])
            pull = np.concatenate([np.tile(chance[:, choice], kinds) for choice in range(width)])
            used = pull != 0
            touched, inverse = np.unique(flat[used], return_inverse=True)
            slope = np.bincount(inverse, weights=pull[used]).astype(np.float32)
            slope += 2e-3 * model.weights[touched]
            squares[touched] += slope * slope
            model.weights[touched] -= rate * slope / np.sqrt(squares[touched])
        print(f"epoch {epoch + 1}: loss {loss / weights.sum():.5f}", flush=True)
    model.weights[np.abs(model.weights) < SCALE] = 0


def arabic_pair(word: str) -> tuple[str, tuple[str, ...]] | None:
    """The word in Arabic script, and which Cyrillic letters each of its letters stands for."""
    return pair_of(word, [text for _, text in arabic_writing.write_word(word)])


def latin_pair(word: str) -> tuple[str, tuple[str, ...]] | None:
    """The word in the plain letters that all Latin variants can spell, and what each stands for."""
    return pair_of(word, [text for _, text in latin.plain_cells(word)])


def pair_of(word: str, written: list[str]) -> tuple[str, tuple[str, ...]] | None:
    """Source letters and their targets from what each letter of the word is written as; hamza stands for nothing."""
    source, targets = "", []
    for letter, text in zip(word, written, strict=True):
        if text.startswith(HAMZA):
            source, text = source + HAMZA, text[1:]
            targets.append("")
        if text:
            source += text
            targets += [letter] + [""] * (len(text) - 1)
        elif targets:
            targets[-1] += letter
        else:
            return None
    return source, tuple(targets)


SCRIPTS = {
    "arab": (arabic_pair, ("اوۇىەيۋ", "قع", "كگەء", "ۆفچحپي")),
    "latn": (latin_pair, ("аәеоөұүыіуи", "аоұықғ", "әөүікг", "вфчхпе")),
}


def main() -> None:
    name = sys.argv[1]
    make, signs = SCRIPTS[name]
    pairs: list[Pair] = []
    for word, count in sorted(script_lexicon.count_words().total.items()):
        pair = make(word)
        if pair and len(word) < 30:
            pairs.append((*pair, 1 + 0.3 * math.log(count)))
    model = build(pairs, *signs)
    train(model, pairs)
    packed = pack(model)
    (ROOT / "src" / "qatynas" / "script" / "tables" / f"letters_{name}.gz").write_bytes(packed)
    print(f"{len(pairs)} words, {len(packed)} bytes")


if __name__ == "__main__":
    main()
