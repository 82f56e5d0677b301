"""What is worked out once for a reading, a sentence or a place, although rules ask for it again and again."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

from qatynas.language.mentions import Reading, Sentence

if TYPE_CHECKING:
    from qatynas.claims.context import At

S = TypeVar("S")
T = TypeVar("T")

_READINGS = 4  # kept at a time; documents are worked through one after the other
_SENTENCES = 256  # kept at a time; rules look a dozen sentences back


def per_reading(function: Callable[[Reading], T]) -> Callable[[Reading], T]:
    """The function with its results for the last few readings kept."""
    return _kept(function, _READINGS)


def per_sentence(function: Callable[[Sentence], T]) -> Callable[[Sentence], T]:
    """The function with its results for the last few hundred sentences kept."""
    return _kept(function, _SENTENCES)


def per_place(function: Callable[[At], T]) -> Callable[[At], T]:
    """As `per_sentence`, for what rests on the sentences around it too."""
    known: dict[int, tuple[Sentence, T]] = {}

    @wraps(function)
    def asked(at: At) -> T:
        sentence = at.sentence
        entry = known.get(id(sentence))
        if entry is not None and entry[0] is sentence:
            return entry[1]
        result = function(at)
        if len(known) >= _SENTENCES:
            known.pop(next(iter(known)), None)
        known[id(sentence)] = sentence, result
        return result

    return asked


def _kept(function: Callable[[S], T], most: int) -> Callable[[S], T]:
    """A memory by identity: readings and sentences are long to compare, and the same one is asked about again."""
    known: dict[int, tuple[S, T]] = {}

    @wraps(function)
    def asked(of: S) -> T:
        entry = known.get(id(of))
        if entry is not None and entry[0] is of:
            return entry[1]
        result = function(of)
        if len(known) >= most:
            known.pop(next(iter(known)), None)
        known[id(of)] = of, result
        return result

    return asked
