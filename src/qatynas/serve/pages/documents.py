"""Documents: the list, and one text with its claims marked, its numbers left over, its reading in another script."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from qatynas.model.document import Block, BlockKind, Document, Script
from qatynas.model.extraction import Leftover
from qatynas.model.span import Span
from qatynas.publish.listing import brief
from qatynas.publish.parts import Kazakh, Line, Words, together
from qatynas.publish.quotes import basis_words, in_cyrillic, short_path
from qatynas.publish.writing import date_words
from qatynas.relations import Source
from qatynas.script import align, convert
from qatynas.serve.listing import Facet, Kind, Listing, answer, asked_by, by_words
from qatynas.serve.page import NUMBER, PAIR, Answer, Asked, Page
from qatynas.serve.papers import Paper
from qatynas.serve.tally import Picked
from qatynas.serve.told import Saying
from qatynas.serve.visit import Refused, Visit
from qatynas.serve.words import word

BLOCKS = 150  # parts of a document on one page
READINGS = {f"kk-{script.value}": script for script in Script}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text between two ends of marks: the claims over it, the kind that colours it, what was left."""

    words: str
    claims: tuple[str, ...]
    kind: str
    left: str = ""


_ARABIC = re.compile(r"[\u0600-\u06ff]")
"""Letters that run from the right: an address among Arabic lines does not."""


@dataclass(frozen=True, slots=True)
class Part:
    """One block as a page shows it."""

    start: int
    kind: str
    pieces: tuple[Piece, ...]
    direction: str
    reading: str
    claims: tuple[dict[str, Any], ...]
    left: tuple[Leftover, ...]


def documents(visit: Visit) -> Answer:
    """Every document, the newest first."""
    shelf, state = visit.told.work.papers, visit.state
    listed = Picked(state.papers.tally, state.papers.tally.all(), shelf.read)
    kind = Kind(
        word("groups", "documents"), listed, _line, _row, ("date", "name", "script", "claims", "basis"), "table",
        lambda paper: visit.to(f"/documents/{paper.sha256[:16]}"), "documents",
    )  # fmt: skip
    facets = (
        Facet("script", named=by_words("scripts")),
        Facet("year", by_word=True),
        Facet("telling", named=by_words("telling")),
        Facet("source"),
    )
    count, telling = state.documents
    return answer(visit, Listing("documents", word("leads", "documents", count=count, telling=telling), [kind], facets))


def _line(paper: Paper) -> Line:
    title = paper.title if paper.script == Script.CYRL else align(paper.title, Script.CYRL, Script(paper.script)).text
    cells: dict[str, Words] = {
        "date": date_words(paper.published, short=True) or word("words", "no_date"),
        "name": Kazakh(title) if title else short_path(paper.path),
        "script": word("scripts", paper.script),
        "claims": str(paper.claims),
        "basis": together(word("bases", paper.basis) if paper.basis else paper.relevance, paper.publisher),
    }
    return Line(cells)


def _row(paper: Paper) -> dict[str, Any]:
    return {
        "sha256": paper.sha256,
        "path": short_path(paper.path),
        "title": paper.title or None,
        "address": paper.address or None,
        "script": paper.script,
        "published": paper.published,
        "published_basis": paper.basis,
        "claims": paper.claims,
        "relevance": paper.relevance,
    }


def document(visit: Visit) -> Answer:
    """One document: its text with its claims, and where it comes from."""
    source = _source(visit, visit.request.path_params["name"])
    reading = visit.choice("as", READINGS)
    told = visit.told.in_documents([source.key])
    blocks = source.document.blocks or (Block(BlockKind.PARAGRAPH, Span(0, len(source.document.text))),)
    last = max(1, -(-len(blocks) // BLOCKS))
    number = visit.number("page", 1, 1, last)
    shown = blocks[(number - 1) * BLOCKS : number * BLOCKS]
    parts = [_part(source, block, told, reading) for block in shown]
    versions = visit.shelf.book().versions(source.document.path)
    fields = {
        "source": source, "document": source.document, "parts": parts, "reading": reading, "versions": versions,
        "basis": basis_words(source), "path": short_path(source.document.path),
        "kinds": _kinds(told), "number": number, "last": last, "readings": [
            (tag, visit.to(**{"as": None if tag == reading else tag})) for tag, script in READINGS.items()
            if script is not source.document.script
        ],
        "elsewhere": [one for one in told if not any(block.span.meets(one.report.claim.span) for block in blocks)],
        "brief": brief,
    }  # fmt: skip
    title = source.document.title or short_path(source.document.path)
    data = lambda: _whole(source, visit.told.work.papers.some([source.key])[source.key], told, versions)  # noqa: E731
    return Answer("document.html.j2", data, title, fields)


def _source(visit: Visit, wanted: str) -> Source:
    found = visit.told.work.papers.named(wanted) if len(wanted) >= 8 else []
    if len(found) != 1 or found[0] not in visit.relationship.sources:
        raise Refused(404, word("refused", "document"))
    return visit.relationship.sources[found[0]]


def _whole(source: Source, paper: Paper, told: Iterable[Saying], versions: Any) -> dict[str, Any]:
    return {
        **_row(paper),
        "text": source.document.text,
        "claims": [{"claim": one.report.id, "fact": one.fact, **one.report.claim.row()} for one in told],
        "leftovers": [
            {"start": left.span.start, "end": left.span.end, "quote": left.quote, "fate": left.fate,
             "reason": left.reason} for left in source.leftovers
        ],
        "versions": [
            {"sha256": one.sha256, "added_at": one.added_at, "is_current": one.is_current} for one in versions
        ],
    }  # fmt: skip


def _kinds(told: Iterable[Saying]) -> list[tuple[str, int]]:
    return Counter(one.report.claim.kind for one in told).most_common()


def _part(source: Source, block: Block, told: list[Saying], reading: str) -> Part:
    mine = [one for one in told if one.report.claim.span.meets(block.span)]
    begun = [one for one in mine if one.report.claim.span.start >= block.span.start]
    left = tuple(one for one in source.leftovers if one.span.meets(block.span))
    return Part(
        block.span.start,
        block.kind.value,
        tuple(_pieces(source.document, block.span, mine, left)),
        "rtl" if _ARABIC.search(block.span.of(source.document.text)) else "ltr",
        _reading(source.document, block.span, reading) if reading else "",
        tuple(
            {"id": one.report.id[:16], "fact": one.fact, "kind": one.report.claim.kind, "says": brief(one.report.claim)}
            for one in begun
        ),
        left,
    )


def _pieces(document: Document, block: Span, told: Iterable[Saying], left: Iterable[Leftover]) -> Iterable[Piece]:
    """The block cut at every end of a claim or a leftover."""
    spans = [(one.report.claim.span, one.report) for one in told]
    ends = {block.start, block.end}
    for span in [*(span for span, _ in spans), *(one.span for one in left)]:
        ends |= {min(max(span.start, block.start), block.end), min(max(span.end, block.start), block.end)}
    cuts = sorted(ends)
    for start, end in pairwise(cuts):
        over = [report for span, report in spans if span.start <= start and end <= span.end]
        over.sort(key=lambda report: len(report.claim.span))
        fate = next((one.fate for one in left if one.span.start <= start and end <= one.span.end), "")
        kind = over[0].claim.kind if over else ""
        yield Piece(document.text[start:end], tuple(report.id[:16] for report in over), kind, fate)


def _reading(document: Document, span: Span, reading: str) -> str:
    cyrillic = in_cyrillic(document, span)
    script = READINGS[reading]
    return cyrillic if script is Script.CYRL else convert(cyrillic, script, Script.CYRL)


PAGES = (
    Page("/documents", "documents", documents, "Every document with its date, script and claims",
         (PAIR, NUMBER, *asked_by("script", "year", "telling", "source"))),
    Page("/documents/{name}", "documents", document, "One document with its claims, leftovers and versions",
         (PAIR, NUMBER, Asked("as", "Show its reading in this script beside it", choices=tuple(READINGS)))),
)  # fmt: skip
