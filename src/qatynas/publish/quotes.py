"""The sentence behind an entry: its words in their paragraph, in the document's own script, with a Cyrillic reading."""

from __future__ import annotations

from dataclasses import dataclass

from qatynas.model.document import Script
from qatynas.model.span import Span
from qatynas.publish.labels import label
from qatynas.publish.writing import date_words
from qatynas.relations import Relationship, Report, Source
from qatynas.script import align

AROUND = 420  # characters of a paragraph shown on each side of the words; longer ones are cut at a space
_LANGUAGES = {Script.CYRL: "kk-Cyrl", Script.ARAB: "kk-Arab", Script.LATN: "kk-Latn"}


@dataclass(frozen=True, slots=True)
class Passage:
    """Words with what stands around them, and how to set them: lang is BCP 47, dir rtl or ltr."""

    before: str
    words: str
    after: str
    lang: str
    dir: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """One report as a reader sees it. reading is None where the document is in Cyrillic."""

    original: Passage
    reading: Passage | None
    title: Passage
    title_reading: str
    date: str
    basis: str
    address: str
    path: str
    speaker: str


def quotation(relationship: Relationship, report: Report) -> Quotation:
    """The report's words in their paragraph with everything that says where they come from."""
    source = relationship.sources[report.source]
    document, span = source.document, report.claim.span
    cut = paragraph(source, span)
    lang, direction = _LANGUAGES[document.script], "rtl" if document.script is Script.ARAB else "ltr"
    title = document.title or ""
    return Quotation(
        original=_passage(document.text, cut, span, lang, direction),
        reading=None if document.script is Script.CYRL else _reading(document.text, cut, span, document.script),
        title=Passage("", title, "", lang, direction),
        title_reading="" if document.script is Script.CYRL else in_cyrillic(title, document.script),
        date=date_words(source.dating.edtf) or label("page", "undated"),
        basis=basis_words(source),
        address=document.address or "",
        path=document.path,
        speaker=report.claim.speaker or "",
    )


def basis_words(source: Source) -> str:
    """How the document's date is known."""
    dating = source.dating
    if not dating.edtf:
        return dating.reason
    return label("page", "stated") if dating.basis == "stated" else label("page", "inferred", reason=dating.reason)


def paragraph(source: Source, span: Span) -> Span:
    """The block that holds the span, cut to AROUND characters on either side of it.

    Where no block holds it, the lines that it lies in do.
    """
    text = source.document.text
    block = next((block.span for block in source.document.blocks if block.span.covers(span)), None)
    if block is None:
        end = text.find("\n", span.end)
        block = Span(text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end)
    start, end = max(block.start, span.start - AROUND), min(block.end, span.end + AROUND)
    if start > block.start:
        start = max(text.find(" ", start, span.start) + 1, start)
    if end < block.end:
        space = text.rfind(" ", span.end, end)
        end = space if space > 0 else end
    return Span(start, end)


def in_cyrillic(words: str, script: Script) -> str:
    """Words in Kazakh Cyrillic, for names of documents and short quotations."""
    return words if script is Script.CYRL else align(words, Script.CYRL, script).text


def said(relationship: Relationship, report: Report) -> str:
    """The report's own words in Kazakh Cyrillic, on one line, without the dash that opens direct speech."""
    source = relationship.sources[report.source]
    words = " ".join(in_cyrillic(report.claim.quote, source.document.script).split())
    return words.lstrip("-–— ")


def _passage(text: str, cut: Span, span: Span, lang: str, direction: str) -> Passage:
    before, after = text[cut.start : span.start], text[span.end : cut.end]
    opened = cut.start > 0 and text[cut.start - 1] not in "\n\r" and before.strip()
    closed = cut.end < len(text) and text[cut.end] not in "\n\r" and after.strip()
    return Passage(("… " if opened else "") + before, span.of(text), after + (" …" if closed else ""), lang, direction)


def _reading(text: str, cut: Span, span: Span, script: Script) -> Passage:
    aligned = align(cut.of(text), Script.CYRL, script)
    inner = aligned.to_target(Span(span.start - cut.start, span.end - cut.start))
    return _passage(aligned.text, Span(0, len(aligned.text)), inner, "kk-Cyrl", "ltr")
