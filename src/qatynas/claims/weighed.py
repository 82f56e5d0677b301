"""Decisions by weight: how strongly the signs of a place speak for something, as labelled texts have taught.

Where rules find no reason for or against, many weak signs together often tell: who is named, what came before, which
words stand there. A file under data/weights holds a weight for each sign (logistic regression; `tools/weigh.py` makes
it from labelled articles), and the probability from which on the answer is yes.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import exp

import msgspec

from qatynas.data import load_weights

_SHOWN = 4


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file of weights: for each answer a bias and the least probability that counts; each sign's weight for each."""

    bias: dict[str, float]
    least: dict[str, float]
    signs: dict[str, dict[str, float]]

    def sums(self, signs: Iterable[str]) -> dict[str, float]:
        """The log odds of each answer."""
        found = dict(self.bias)
        known = self.signs
        for sign in signs:
            for answer, weight in known.get(sign, {}).items():
                found[answer] += weight
        return found

    def speak_for(self, answer: str, signs: Iterable[str]) -> str:
        """The signs that speak most for an answer, in words for --explain."""
        told = sorted(((self.signs.get(sign, {}).get(answer, 0.0), sign) for sign in signs), reverse=True)
        return ", ".join(sign for weight, sign in told[:_SHOWN] if weight > 0)


def probability(log_odds: float) -> float:
    """The probability of log odds."""
    return 1 / (1 + exp(-log_odds)) if log_odds > -500 else 0.0


@cache
def weights(name: str) -> Weights:
    """The file weights/NAME.json.

    Raises:
        DataError: no such file, or not of the form of Weights.
    """
    return load_weights(name, Weights)
