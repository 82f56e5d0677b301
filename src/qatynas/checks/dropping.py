"""Promises that a text says are given up: «межесінен бас тартты», «жобасы тоқтатылды».

Only what is said counts: a promise that is told no more is not dropped. Docs: docs/checks.md, «Promises».
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

import msgspec

from qatynas.data import load
from qatynas.model.claim import Claim
from qatynas.model.document import Script
from qatynas.script import convert


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    given_up: tuple[str, ...]
    past: tuple[str, ...]
    undone: tuple[str, ...]
    paused: tuple[str, ...]


def is_dropped(claim: Claim) -> bool:
    """Whether a claim of something planned or promised says in its own words that it was given up."""
    return claim.status in ("target", "planned") and _says_so(claim.quote)


@lru_cache(maxsize=1 << 12)
def _says_so(quote: str) -> bool:
    words = " ".join(convert(quote, Script.CYRL).casefold().split())
    return bool(_given_up().search(words)) and not _paused().search(words)


@cache
def _given_up() -> re.Pattern[str]:
    table = load("dropping", _Words)
    stems, past, undone = (_one_of(words) for words in (table.given_up, table.past, table.undone))
    return re.compile(rf"\b(?:{stems})(?:{past})\b(?!\s+(?:{undone})\b)")


@cache
def _paused() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_one_of(load('dropping', _Words).paused)})\b")


def _one_of(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
