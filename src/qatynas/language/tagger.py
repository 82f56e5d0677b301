"""Names by a trained model: a linear conditional random field over KazNERD's labels, asked where lists are silent."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pycrfsuite  # type: ignore[import-untyped,import-not-found,unused-ignore]

from qatynas.data.loader import FOLDER
from qatynas.language.tagger_features import features

WEIGHTS = FOLDER / "tagger.crf"
"""Made by tools/tagger_train.py from KazNERD's validation split (© ISSAI, CC BY 4.0; see NOTICE)."""


def tag(words: Sequence[str]) -> list[str]:
    """The IOB2 label of each word of one sentence, such as B-PERSON, I-PERSON, O; KazNERD's 25 kinds."""
    return list(_model().tag(features(words))) if words else []


def spans(labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """The stretches that IOB2 labels mark, as (first word, word after the last, kind), in order."""
    found: list[tuple[int, int, str]] = []
    start, kind = 0, ""
    for index, label in enumerate([*labels, "O"]):
        if kind and (label[:1] != "I" or label[2:] != kind):
            found.append((start, index, kind))
            kind = ""
        if label[:1] == "B" or (label[:1] == "I" and not kind):
            start, kind = index, label[2:]
    return found


def likely(words: Sequence[str]) -> list[tuple[int, int, str, float]]:
    """The names that the model sees in one sentence, each with the least probability of its words' labels."""
    if not words:
        return []
    model = _model()
    model.set(features(words))
    labels = model.tag()
    return [
        (first, last, kind, min(model.marginal(labels[index], index) for index in range(first, last)))
        for first, last, kind in spans(labels)
    ]


@cache
def _model() -> pycrfsuite.Tagger:
    model = pycrfsuite.Tagger()
    model.open(str(WEIGHTS))
    return model
