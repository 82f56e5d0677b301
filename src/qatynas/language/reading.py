"""A document read as language: everything that the claims room works on, put together."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from qatynas.language.anchor import Anchor
from qatynas.language.dating import date_document
from qatynas.language.dating_offices import offices_told
from qatynas.language.entries import Dated, dated
from qatynas.language.mentions import Reading, Sentence, Token
from qatynas.language.names import find
from qatynas.language.names_found import Found
from qatynas.language.names_resolve import joined
from qatynas.language.numbers import numbers
from qatynas.language.seams import Part, parts_of, seams
from qatynas.language.sentences import sentences
from qatynas.language.sides import home_of, infer
from qatynas.language.tokens import tokens
from qatynas.model import Script, Span
from qatynas.model.document import BlockKind, Document
from qatynas.script import Aligned, align


class _Piece(msgspec.Struct, frozen=True, gc=False):
    """A sentence before its names are joined."""

    span: Span
    block: BlockKind
    paragraph: int
    tokens: tuple[Token, ...]
    found: list[Found]


def read_language(document: Document) -> Reading:
    """The document's canonical text with its sentences, numbers, dates and names, its date, pair and home.

    Names are not looked for in page furniture. Never raises on any text.
    """
    parts = parts_of(document)
    aligned = align(document.text, Script.CYRL, document.script, seams(document, parts))
    pieces = _pieces(document, aligned, parts)
    dating = date_document(
        document,
        aligned,
        [(piece.block, piece.tokens) for piece in pieces],
        lambda: [tenures for piece in pieces for tenures in offices_told(piece.tokens, piece.found)],
    )
    home = home_of(document.language)
    told = ((piece.found, piece.block is BlockKind.TITLE) for piece in pieces)
    sides = infer(told, home, news=dating.basis == "stated")
    names = joined([piece.found for piece in pieces], sides, dating.edtf)
    anchor = Anchor.of(dating.edtf)
    made = tuple(
        [
            _sentence(index, piece, found, aligned.text, times)
            for index, (piece, found, times) in enumerate(zip(pieces, names, dated(pieces, anchor), strict=True))
        ]
    )
    original = _as_it_is if aligned.text == document.text else aligned.to_source
    return Reading(document, aligned.text, dating, made, sides.pair, sides.home, original)


def _as_it_is(span: Span) -> Span:
    """The place in a text that nothing had to be changed in."""
    return span


def _sentence(index: int, piece: _Piece, found: list[Found], text: str, times: Dated) -> Sentence:
    return Sentence(
        index, piece.span, piece.block, piece.paragraph, piece.span.of(text), piece.tokens,
        numbers(text, piece.tokens, times.places), times.dates, tuple([name.mention() for name in found]), times.entry,
    )  # fmt: skip


def _pieces(document: Document, aligned: Aligned, parts: Sequence[Part]) -> list[_Piece]:
    """The sentences of every block, with tokens and names."""
    pieces: list[_Piece] = []
    for part in parts:
        for span in sentences(aligned.text, [aligned.to_target(part.span)]):
            words = tokens(aligned.text, span)
            found = (
                find(words, open_vowels=document.script is Script.ARAB) if part.kind is not BlockKind.FURNITURE else []
            )
            pieces.append(_Piece(span, part.kind, part.number, words, found))
    return pieces
