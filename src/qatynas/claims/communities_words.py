"""What is told of a diaspora's body, the words that tell it, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import msgspec

from qatynas.claims.acts import Mood, mood, stems, verb
from qatynas.claims.context import At
from qatynas.claims.gate import Gate
from qatynas.claims.when_places import town_of
from qatynas.claims.when_told import Moment
from qatynas.data import load
from qatynas.language import Hit, PhraseTable
from qatynas.language.mentions import Case, NameMention, NameType, Token
from qatynas.model import Place, Span

_TOLD_BEFORE = 3  # sentences over which a place is still meant
_OPENING, _CLOSING = "«“„", "»”"


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """data/communities.toml."""

    words: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Told:
    """A body as a sentence names it; said is false where the sentence only mentions it."""

    name: str
    span: Span
    place: Place | None
    moment: Moment | None
    succeeds: str | None = None
    said: bool = True
    carried: Span | None = None


def place_before(at: At, position: int) -> Place | None:
    """The last place told before position that says where something is."""
    places = [n for n in at.names_in(at.sentence.span, NameType.PLACE) if n.span.end <= position and _locates(n)]
    return town_of(at, places[-1]) if places else None


def place_after(at: At, position: int) -> Place | None:
    places = [n for n in at.names_in(at.sentence.span, NameType.PLACE) if n.span.start >= position and _locates(n)]
    return town_of(at, places[0]) if places else None


def _locates(name: NameMention) -> bool:
    return name.case == Case.LOC or name.attributive


def country_place(at: At) -> Place | None:
    for name in at.names_in(at.sentence.span, NameType.STATE, NameType.SIDE):
        if _locates(name) and name.country:
            return Place(name.country, None)
    return None


def place_told(at: At) -> Place | None:
    """«Алматыдағы қырғыздар да бірігіп жатыр. 2007 жылы … құрылды»: where the paragraph has just been."""
    for other in (at, *at.before(_TOLD_BEFORE)):
        if other.same_paragraph(at) and (place := place_before(other, other.sentence.span.end)):
            return place
    return None


def keys_of(tokens: Sequence[Token]) -> frozenset[str]:
    return table().keys(tokens)


@cache
def known_stems() -> frozenset[str]:
    words = load("communities", Words).words
    return stems(words["founded"], words["works"], words["ceasing"])


@cache
def gate() -> Gate:
    words = load("communities", Words).words
    return Gate(words["noun"], words["body"], words["society"])


@cache
def table() -> PhraseTable:
    return PhraseTable(load("communities", Words).words)


def is_done(at: At, hit: Hit) -> bool:
    return (
        verb(at.sentence.tokens[hit.last], known_stems()) is not None and mood(at, hit.last, known_stems()) == Mood.DONE
    )


def in_quotes(tokens: Sequence[Token]) -> Iterator[Span]:
    """What stands between quotation marks, without them."""
    opened: Token | None = None
    for token in tokens:
        if token.text in _OPENING:
            opened = token
        elif opened and token.text in _CLOSING and token.span.start > opened.span.end:
            yield Span(opened.span.end, token.span.start)
            opened = None
