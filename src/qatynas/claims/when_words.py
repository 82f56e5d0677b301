"""The words of times and places of events: data/when.toml."""

from __future__ import annotations

from functools import cache

import msgspec

from qatynas.data import load
from qatynas.language import PhraseTable


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """data/when.toml."""

    setting: tuple[str, ...]
    journey: tuple[str, ...]
    idioms: tuple[str, ...]
    tied: tuple[str, ...]
    later: tuple[str, ...]
    earlier: tuple[str, ...]
    next_year: tuple[str, ...]
    deictic: tuple[str, ...]
    same_year: tuple[str, ...]
    same_time: tuple[str, ...]
    term: tuple[str, ...]
    plan_nouns: tuple[str, ...]
    at_the_end: tuple[str, ...]
    given_up: tuple[str, ...]
    moved: tuple[str, ...]
    same_place: tuple[str, ...]
    part_of_town: tuple[str, ...]
    sites: tuple[str, ...]
    capital: tuple[str, ...]
    adjectives: tuple[str, ...]
    pluperfect: tuple[str, ...]
    reminder: tuple[str, ...]
    another: tuple[str, ...]
    days: tuple[str, ...]
    not_days: tuple[str, ...]
    ending: tuple[str, ...]
    beginning: tuple[str, ...]


@cache
def table() -> PhraseTable:
    words = load("when", Words)
    return PhraseTable({name: getattr(words, name) for name in Words.__struct_fields__})
