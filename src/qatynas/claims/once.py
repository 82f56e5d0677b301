"""What is worked out once for a whole reading, although claims are asked for sentence by sentence."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Generic, TypeVar

from qatynas.language.mentions import Reading

T = TypeVar("T")

_KEPT = 4  # readings; documents are worked through one after the other


class _Key(Generic[T]):
    """A reading as a cache's key: itself, not what it holds."""

    __slots__ = ("reading",)

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def __hash__(self) -> int:
        return id(self.reading)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.reading is self.reading


def per_reading(function: Callable[[Reading], T]) -> Callable[[Reading], T]:
    """The function with its results for the last few readings kept."""
    kept = lru_cache(maxsize=_KEPT)(lambda key: function(key.reading))

    @wraps(function)
    def asked(reading: Reading) -> T:
        result: T = kept(_Key(reading))
        return result

    return asked
