"""The words of meetings, as tables and gates."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec

from qatynas.claims.acts import stems
from qatynas.claims.gate import Gate
from qatynas.data import load
from qatynas.language import PhraseTable
from qatynas.language.mentions import Token


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """data/meetings.toml: [visits] and [meetings] by CLAIMS.md's types, the others by what they do in a sentence."""

    visits: dict[str, tuple[str, ...]]
    visit_signs: dict[str, tuple[str, ...]]
    meetings: dict[str, tuple[str, ...]]
    session: dict[str, tuple[str, ...]]
    words: dict[str, tuple[str, ...]]


@cache
def table(group: str) -> PhraseTable:
    """The patterns of one group of data/meetings.toml, by their keys."""
    return PhraseTable(getattr(load("meetings", Words), group))


def signs(group: str, tokens: Sequence[Token]) -> frozenset[str]:
    """The keys of a group that tokens hold a word of."""
    return table(group).keys(tokens)


@cache
def gates() -> dict[str, Gate]:
    """Whether a sentence may tell of a visit, a session, or another meeting."""
    words = load("meetings", Words)
    return {
        "visits": Gate(*words.visits.values(), ["сапар"]),
        "session": Gate(words.session["nouns"], words.session["verbs"], words.session["councils"]),
        "meetings": Gate(*words.meetings.values(), words.words["discuss"]),
    }


@cache
def verbs() -> frozenset[str]:
    """The stems of all verbs of data/meetings.toml."""
    words = load("meetings", Words)
    groups = (
        words.words["discuss"],
        words.visit_signs["verbs"],
        words.session["verbs"],
        words.words["held"],
        words.words["put_off"],
        words.words["planning"],
    )
    return stems(*groups, *words.meetings.values())
