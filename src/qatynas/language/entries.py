"""The dates of a document's sentences, and in a chronicle the date that stands at the head of their entry."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import msgspec
from msgspec.structs import replace

from qatynas.language.anchor import Anchor
from qatynas.language.date_mentions import dates_and_places
from qatynas.language.kk import calendar as kk
from qatynas.language.mentions import DateMention, Token
from qatynas.model import Span
from qatynas.model.document import BlockKind

ENTRIES = 2  # dates alone that make a chronicle; one is a date line
TELLING_BLOCKS = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.CELL)
_OPENING = ("–", "—", "-", ":")  # «2019 – …», «2019: …»
_YEARS = range(1800, 2100)
_YEAR = len("2025")
_OF_A_YEAR = frozenset((*kk.MONTHS, *kk.SEASONS))
_YEARS_OF_TODAY = frozenset((*kk.RELATIVE_YEARS, "жыл"))


class Piece(Protocol):
    """A sentence before its dates are found."""

    @property
    def block(self) -> BlockKind: ...
    @property
    def paragraph(self) -> int: ...
    @property
    def tokens(self) -> tuple[Token, ...]: ...


class Dated(msgspec.Struct, frozen=True, gc=False):
    """What was found in one sentence: its dates, the places of their tokens, and the date of the entry it is in."""

    dates: tuple[DateMention, ...]
    places: frozenset[int]
    entry: DateMention | None = None


def dated(pieces: Sequence[Piece], anchor: Anchor | None) -> list[Dated]:
    """The dates of every sentence against the document's own date.

    Where two or more dates stand alone, as headings or sentences («2019», «2019 жыл.», «18 шілде.»), each is that of
    the sentences up to the next or to another heading; the last one's of no more paragraphs than the longest before it.
    A year that opens a paragraph («2019 – …») is that of its paragraph. Months, days and seasons without a year are
    then of the entry's.
    """
    found = [Dated(*dates_and_places(piece.tokens, anchor)) for piece in pieces]
    found = [_with_year(piece, one) for piece, one in zip(pieces, found, strict=True)]
    for whole in (True, False):  # «2013», then «14 маусым.» of that year
        heads = [_head(piece, one.dates) for piece, one in zip(pieces, found, strict=True)]
        heads = [head and (None if whole and head.relative else head) for head in heads]
        if sum(head is not None for head in heads) >= ENTRIES:
            within = _entries(pieces, heads)
            found = [_in_entry(piece, one, entry) for piece, one, entry in zip(pieces, found, within, strict=True)]
    return found


def _with_year(piece: Piece, found: Dated) -> Dated:
    """A bare year that is a heading, or opens a paragraph before a dash or a colon, is a date."""
    tokens = piece.tokens
    first = next((place for place, token in enumerate(tokens) if token.kind != "mark"), None)
    if found.dates or first is None or not _is_year(tokens[first]):
        return found
    alone = piece.block in (*TELLING_BLOCKS, BlockKind.HEADING) and is_all(tokens[first].span, tokens)
    if not alone and not (first + 1 < len(tokens) and tokens[first + 1].text in _OPENING):
        return found
    return Dated((DateMention(tokens[first].span, tokens[first].text),), found.places | {first})


def _is_year(token: Token) -> bool:
    return token.kind == "number" and len(token.text) == _YEAR and token.text.isdecimal() and int(token.text) in _YEARS


def _head(piece: Piece, dates: Sequence[DateMention]) -> DateMention | None:
    """The date that is all that a sentence says, or that opens it before a dash or a colon."""
    if not dates or piece.block not in (*TELLING_BLOCKS, BlockKind.HEADING):
        return None
    first = dates[0]
    words = [token for token in piece.tokens if token.kind != "mark"]
    if not first.edtf or "/" in first.edtf or first.span.start > words[0].span.start:
        return None
    behind = next((token for token in piece.tokens if token.span.start >= first.span.end), None)
    opens = behind is not None and behind.text in _OPENING and not first.relative
    return first if opens or is_all(first.span, piece.tokens) else None


def is_all(span: Span, tokens: Sequence[Token]) -> bool:
    """Whether a span covers all of some tokens but marks."""
    return all(span.covers(token.span) for token in tokens if token.kind != "mark")


def _entries(pieces: Sequence[Piece], heads: Sequence[DateMention | None]) -> list[DateMention | None]:
    """For each sentence the head of its entry; a head that stands alone has none."""
    within: list[DateMention | None] = [None] * len(pieces)
    places = [place for place, head in enumerate(heads) if head is not None]
    longest = 0
    for place, beyond in zip(places, [*places[1:], len(pieces)], strict=True):
        head, begun, is_last = heads[place], pieces[place].paragraph, beyond == len(pieces)
        alone = head is not None and is_all(head.span, pieces[place].tokens)
        reach = (longest if is_last else beyond) if alone else 0
        for index in range(place + alone, beyond):
            if pieces[index].block not in TELLING_BLOCKS or pieces[index].paragraph - begun > reach:
                break
            within[index] = head
        if alone and not is_last:
            longest = max(longest, pieces[beyond - 1].paragraph - begun)
    return within


def _in_entry(piece: Piece, found: Dated, entry: DateMention | None) -> Dated:
    """A sentence with its entry's date: what it says of a month alone is of the entry's year, «биыл» is not."""
    leaning = [date for date in found.dates if date.relative]
    if entry is None or entry.relative or not leaning or not all(_is_of_a_year(date, piece.tokens) for date in leaning):
        return replace(found, entry=entry)
    return Dated(*dates_and_places(piece.tokens, Anchor.of(entry.edtf)), entry)


def _is_of_a_year(date: DateMention, tokens: Sequence[Token]) -> bool:
    """«15 желтоқсанда», and not «биыл 15 желтоқсанда»: a part of a year without the year."""
    words = {token.lemma for token in tokens if date.span.covers(token.span)}
    return not words.isdisjoint(_OF_A_YEAR) and words.isdisjoint(_YEARS_OF_TODAY)
