"""Whose statistics a figure is: the reporter that a text names, as a state's code where it is that state's office.

Docs: docs/checks.md, «Arithmetic».
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec

from qatynas.data import load, world
from qatynas.model.claim import Figure


class Office(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A state's office of statistics; data/offices_statistics.toml says what the fields mean."""

    state: str
    names: tuple[str, ...]


class _Offices(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    office: tuple[Office, ...]


def reporter_of(figure: Figure) -> str:
    """The state whose statistics a figure is said to be, else the reporter as the text names it, "" for none.

    An office that is credited with the figure («деп жазыпты ұлттық статистика комитеті») reports it too.
    """
    named = figure.reporter or ""
    if named in figure.parties:
        return named
    states = (_state(name) for name in (named, figure.speaker or ""))
    return next((state for state in states if state in figure.parties), named)


@cache
def _state(name: str) -> str:
    words = name.casefold().split()
    if not words:
        return ""
    office = next((row.state for row in load("offices_statistics", _Offices).office if _is_named(row, words)), "")
    return (_of_state(words) or office) if office else ""


def _is_named(office: Office, words: Sequence[str]) -> bool:
    return any(_holds(words, name.split()) for name in office.names)


def _holds(words: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether the wanted beginnings stand in words, in their order."""
    rest = iter(words)
    return all(any(word.startswith(beginning) for word in rest) for beginning in wanted)


def _of_state(words: Sequence[str]) -> str:
    """The state whose own name stands before the office's: «Қырғызстанның Ұлттық статистика комитеті»."""
    return next((state for name, state in _names() if " ".join(words).startswith(name)), "")


@cache
def _names() -> tuple[tuple[str, str], ...]:
    known = ((name.casefold(), code) for code, state in world().by_code.items() for name in state.names["kk"])
    return tuple(sorted(known, key=lambda row: (-len(row[0]), row)))
