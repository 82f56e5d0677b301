"""Train and measure the name tagger on KazNERD's validation split: tagger_train.py VALID.iob2 [--out FILE] [--test].

The split is contiguous: the first four fifths train, the last fifth tests; a twin (the same sentence with its numbers
in digits) is never parted from its sentence. With --out all sentences train and the
weights are written. With --test nothing is trained: the packaged weights are measured on the file.
"""

from __future__ import annotations

import argparse
import collections
import sys
import time
from pathlib import Path

import pycrfsuite

from qatynas.language.tagger import WEIGHTS
from qatynas.language.tagger_features import features

Sentence = list[tuple[str, str]]
NUMERIC = {"CARDINAL", "ORDINAL", "DATE", "MONEY", "PERCENTAGE", "QUANTITY", "TIME"}


def read(path: Path) -> list[Sentence]:
    """The sentences of an IOB2 file, as (word, label) pairs."""
    sentences: list[Sentence] = []
    current: Sentence = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            word, label = line.rsplit(" ", 1)
            current.append((word, label))
        elif current:
            sentences.append(current)
            current = []
    return [*sentences, current] if current else sentences


def skeleton(sentence: Sentence) -> tuple[str, ...]:
    """A sentence without its numbers: twins have the same one."""
    return tuple(
        word if label[2:] not in NUMERIC else f"<{label[2:]}>"
        for word, label in sentence
        if label[:1] != "I" or label[2:] not in NUMERIC
    )


def split(sentences: list[Sentence]) -> tuple[list[Sentence], list[Sentence]]:
    """The first four fifths and the rest, with no twin of a test sentence in training."""
    cut = len(sentences) * 4 // 5
    while skeleton(sentences[cut - 1]) == skeleton(sentences[cut]):
        cut += 1
    held = {skeleton(sentence) for sentence in sentences[cut:]}
    return [s for s in sentences[:cut] if skeleton(s) not in held], sentences[cut:]


def spans(labels: list[str]) -> set[tuple[int, int, str]]:
    """The spans that IOB2 labels mark."""
    found: set[tuple[int, int, str]] = set()
    start, kind = 0, ""
    for index, label in enumerate([*labels, "O"]):
        if kind and (label[:1] != "I" or label[2:] != kind):
            found.add((start, index, kind))
            kind = ""
        if label[:1] == "B" or (label[:1] == "I" and not kind):
            start, kind = index, label[2:]
    return found


def train(sentences: list[Sentence], path: Path, options: argparse.Namespace) -> float:
    """Weights at path; the seconds that it took."""
    begun = time.perf_counter()
    trainer = pycrfsuite.Trainer(verbose=False)
    for sentence in sentences:
        trainer.append(features([word for word, _ in sentence]), [label for _, label in sentence])
    trainer.select("lbfgs", "crf1d")
    trainer.set_params(
        {"c1": options.c1, "c2": options.c2, "max_iterations": options.iterations, "feature.minfreq": options.minfreq}
    )
    trainer.train(str(path))
    return time.perf_counter() - begun


def measure(sentences: list[Sentence], path: Path) -> None:
    """Exact-span precision, recall and F1 by label and together, and words a second."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    right, said, true = collections.Counter(), collections.Counter(), collections.Counter()
    begun = time.perf_counter()
    tagged = [tagger.tag(features([word for word, _ in sentence])) for sentence in sentences]
    took = time.perf_counter() - begun
    for sentence, labels in zip(sentences, tagged, strict=True):
        gold, got = spans([label for _, label in sentence]), spans(labels)
        right.update(kind for *_, kind in gold & got)
        said.update(kind for *_, kind in got)
        true.update(kind for *_, kind in gold)
    for kind in sorted(true, key=lambda kind: -true[kind]):
        print(f"{kind:14} {_scores(right[kind], said[kind], true[kind])}  {true[kind]:5}")
    words = sum(map(len, sentences))
    print(f"{'micro':14} {_scores(right.total(), said.total(), true.total())}  {true.total():5}")
    print(f"{words / took:,.0f} words a second")


def _scores(right: int, said: int, true: int) -> str:
    precision, recall = right / max(1, said), right / max(1, true)
    return f"{precision:6.3f} {recall:6.3f} {2 * precision * recall / max(1e-9, precision + recall):6.3f}"


def main() -> None:
    """Train on four fifths and measure on the rest; with --out, train on all and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("valid", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--test", action="store_true")
    parser.add_argument("--c1", type=float, default=0.12)
    parser.add_argument("--c2", type=float, default=0.05)
    parser.add_argument("--minfreq", type=float, default=1)
    parser.add_argument("--iterations", type=int, default=120)
    options = parser.parse_args()
    sentences = read(options.valid)
    if options.test:
        measure(sentences, WEIGHTS)
        return
    if options.out:
        print(f"trained on {len(sentences)} in {train(sentences, options.out, options):.0f} s")
        return
    training, testing = split(sentences)
    path = Path("/tmp/tagger.crf") if sys.platform != "win32" else Path("tagger.crf")
    print(f"{len(training)} to train, {len(testing)} to test; {train(training, path, options):.0f} s")
    print(f"{path.stat().st_size:,} bytes of weights")
    measure(testing, path)


if __name__ == "__main__":
    main()
