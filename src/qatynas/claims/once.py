"""What is worked out once for a reading or a sentence and kept with it, although rules ask for it again and again.

It is kept under the function itself, so that what is asked for hundreds of times an article may look there first.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

from qatynas.language.mentions import Reading, Sentence

if TYPE_CHECKING:
    from qatynas.claims.context import At


K = TypeVar("K", Reading, Sentence)
T = TypeVar("T")
_NONE = object()


def per_reading(function: Callable[[Reading], T]) -> Callable[[Reading], T]:
    """The function with its result for a reading kept."""
    return _kept(function)


def per_sentence(function: Callable[[Sentence], T]) -> Callable[[Sentence], T]:
    """The function with its result for a sentence kept."""
    return _kept(function)


def _kept(function: Callable[[K], T]) -> Callable[[K], T]:
    def asked(of: K) -> T:
        result: T = of.kept.get(asked, _NONE)
        if result is _NONE:
            result = of.kept[asked] = function(of)
        return result

    return wraps(function)(asked)


def per_place(function: Callable[[At], T]) -> Callable[[At], T]:
    """As `per_sentence`, for what rests on the reading around the sentence too."""

    def asked(at: At) -> T:
        kept = at.sentence.kept
        result: T = kept.get(asked, _NONE)
        if result is _NONE:
            result = kept[asked] = function(at)
        return result

    return wraps(function)(asked)
