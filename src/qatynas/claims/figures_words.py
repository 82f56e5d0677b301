"""The words of figures: indicators and signals from the data files, found in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import msgspec

from qatynas.claims.once import per_sentence
from qatynas.data import load, world
from qatynas.language.mentions import Sentence, Token
from qatynas.language.phrases import PhraseTable
from qatynas.model import Span

STRONG, WEAK, COUNTED = "words", "weak", "counted"


class Indicator(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A thing that figures count; data/indicators.toml says what the fields mean."""

    code: str
    unit: str
    units: tuple[str, ...]
    flow: str
    standing: bool = False
    words: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()

    def told_in(self, unit_kind: str) -> bool:
        """Whether it can be told in a unit of this kind; percent and times fit all but counts of things in a list."""
        return unit_kind in self.units or unit_kind in ("percent", "times")


class _Indicators(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    indicator: tuple[Indicator, ...]


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    signals: dict[str, tuple[str, ...]]
    nouns: dict[str, tuple[str, ...]]
    beginnings: dict[str, tuple[str, ...]]
    endings: dict[str, tuple[str, ...]]


class _Heading(msgspec.Struct, frozen=True):
    hs: str
    names: tuple[str, ...]


class _Goods(msgspec.Struct, frozen=True):
    headings: tuple[_Heading, ...]


class Mark(msgspec.Struct, frozen=True, gc=False):
    """Words of a sentence that name an indicator, with how plainly: STRONG, WEAK, or COUNTED (after a number)."""

    span: Span
    indicator: Indicator
    strength: str


@dataclass(frozen=True, slots=True)
class Marks:
    """All words of a sentence that figures go by."""

    signals: dict[str, tuple[Span, ...]]
    indicators: tuple[Mark, ...]

    def spans(self, key: str, within: Span | None = None) -> tuple[Span, ...]:
        """Where the words of a group stand."""
        found = self.signals.get(key, ())
        if within is None or not found:
            return found
        start, end = within.start, within.end
        return tuple([span for span in found if start <= span.start and span.end <= end])

    def has(self, key: str, within: Span | None = None) -> bool:
        """Whether words of a group stand in the sentence, or in the span given."""
        found = self.signals.get(key)
        if found is None or within is None:
            return found is not None
        start, end = within.start, within.end
        return bool([span for span in found if start <= span.start and span.end <= end])


@per_sentence
def marks(sentence: Sentence) -> Marks:
    """The words of a sentence that figures go by."""
    signals: dict[str, list[Span]] = {}
    for hit in _signal_table().find(sentence.tokens, overlapping=True):
        signals.setdefault(hit.key, []).append(hit.span)
    blocked = signals.get("blocked", [])
    named = []
    for hit in _indicator_table().find(sentence.tokens, overlapping=True):
        code, strength = hit.key.split()
        if not any(span.covers(hit.span) for span in blocked):
            named.append(Mark(hit.span, indicators()[code], strength))
    return Marks({key: tuple(spans) for key, spans in signals.items()}, tuple(named))


@cache
def indicators() -> dict[str, Indicator]:
    """Every indicator by its code."""
    return {row.code: row for row in load("indicators", _Indicators).indicator}


def noun(group: str, lemmas: frozenset[str] | tuple[str, ...]) -> bool:
    """Whether one of the lemmas is among the nouns of a group."""
    return not _nouns()[group].isdisjoint(lemmas)


@cache
def people() -> frozenset[str]:
    """What the people of states are called: қырғыз, қазақстандық."""
    return frozenset(word.lower() for state in world().states for words in state.adjectives.values() for word in words)


@cache
def states() -> frozenset[str]:
    """What states are called: қазақстан, қырғызстан."""
    return frozenset(word.lower() for state in world().states for words in state.names.values() for word in words)


@cache
def waters() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Rivers, reservoirs and canals by name: the states that they lie in, the upper one first."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for place in world().places:
        if place.kind in ("river", "reservoir", "canal"):
            found[place.name] = (*found.get(place.name, ()), place.countries)
    return found


def goods(tokens: Sequence[Token]) -> list[Span]:
    """Where goods of data/goods.toml are named."""
    return [hit.span for hit in _goods_table().find(tokens)]


@cache
def _goods_table() -> PhraseTable:
    return PhraseTable({row.hs or row.names[0]: row.names for row in load("goods", _Goods).headings})


def begins(group: str, word: str) -> bool:
    """Whether a word begins in one of a group's ways."""
    return word.startswith(_words().beginnings[group])


def endings(group: str) -> tuple[str, ...]:
    """How words of a group end."""
    return _words().endings[group]


@cache
def _words() -> _Words:
    return load("figures", _Words)


@cache
def _nouns() -> dict[str, frozenset[str]]:
    return {group: frozenset(words) for group, words in _words().nouns.items()}


@cache
def _signal_table() -> PhraseTable:
    return PhraseTable(_words().signals)


@cache
def _indicator_table() -> PhraseTable:
    patterns: dict[str, tuple[str, ...]] = {}
    for row in indicators().values():
        for strength in (STRONG, WEAK, COUNTED):
            if words := getattr(row, strength):
                patterns[f"{row.code} {strength}"] = words
    return PhraseTable(patterns)
