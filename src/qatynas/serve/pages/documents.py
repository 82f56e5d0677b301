"""Documents: the list, and one text with its claims marked, its numbers left over, its reading in another script."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from qatynas.model.document import Block, BlockKind, Document, Script
from qatynas.model.extraction import Leftover
from qatynas.model.span import Span
from qatynas.publish.listing import brief
from qatynas.publish.parts import Kazakh, Line, Words, together
from qatynas.publish.quotes import basis_words, in_cyrillic, short_path, title_in_cyrillic
from qatynas.publish.writing import date_words
from qatynas.relations import Report, Source, order
from qatynas.relations.rows import short_id
from qatynas.script import convert
from qatynas.serve.listing import Facet, Kind, Listing, answer, asked_by, by_words, years_of
from qatynas.serve.page import NUMBER, PAIR, Answer, Asked, Page
from qatynas.serve.pages.searching import publisher
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


@dataclass(frozen=True, slots=True)
class Part:
    """One block as a page shows it."""

    start: int
    kind: str
    pieces: tuple[Piece, ...]
    reading: str
    claims: tuple[dict[str, Any], ...]
    left: tuple[Leftover, ...]


def documents(visit: Visit) -> Answer:
    """Every document, the newest first."""
    found = visit.relationship
    told = sorted(found.sources.values(), key=lambda s: (bool(s.dating.edtf), order(s.dating.edtf)), reverse=True)
    kind = Kind(
        word("groups", "documents"), told, _line, _row, ("date", "name", "script", "claims", "basis"), "table",
        lambda source: visit.to(f"/documents/{source.key[:16]}"), "documents",
    )  # fmt: skip
    facets = (
        Facet("script", lambda source: (source.document.script.value,), by_words("scripts")),
        Facet("year", lambda source: years_of(source.dating.edtf), by_word=True),
        Facet("telling", lambda source: ("yes" if source.claims else "no",), by_words("telling")),
        Facet("source", lambda source: (publisher(source.document.address or source.document.path),)),
    )
    lead = word("leads", "documents", count=len(told), telling=sum(1 for one in told if one.claims))
    return answer(visit, Listing("documents", lead, [kind], facets))


def _line(source: Source) -> Line:
    document = source.document
    title = title_in_cyrillic(document)
    cells: dict[str, Words] = {
        "date": date_words(source.dating.edtf, short=True) or word("words", "no_date"),
        "name": Kazakh(title) if title else short_path(document.path),
        "script": word("scripts", document.script.value),
        "claims": str(source.claims),
        "basis": together(
            word("bases", source.dating.basis) if source.dating.basis else source.relevance,
            publisher(document.address or document.path),
        ),
    }
    return Line(cells)


def _row(source: Source) -> dict[str, Any]:
    document = source.document
    return {
        "sha256": source.key,
        "path": short_path(document.path),
        "title": document.title,
        "address": document.address,
        "script": document.script.value,
        "published": source.dating.edtf,
        "published_basis": source.dating.basis,
        "claims": source.claims,
        "relevance": source.relevance,
    }


def document(visit: Visit) -> Answer:
    """One document: its text with its claims, and where it comes from."""
    source = _source(visit, visit.request.path_params["name"])
    reading = visit.choice("as", READINGS)
    told = visit.state.by_source.get(source.key, [])
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
        "elsewhere": [one for one in told if not any(block.span.meets(one[0].claim.span) for block in blocks)],
        "brief": brief, "id_of": short_id,
    }  # fmt: skip
    title = source.document.title or short_path(source.document.path)
    return Answer("document.html.j2", lambda: _whole(source, told, versions), title, fields)


def _source(visit: Visit, wanted: str) -> Source:
    found = [one for key, one in visit.relationship.sources.items() if key.startswith(wanted)] if wanted else []
    if len(found) != 1 or len(wanted) < 8:
        raise Refused(404, word("refused", "document"))
    return found[0]


def _whole(source: Source, told: Iterable[tuple[Report, Any]], versions: Any) -> dict[str, Any]:
    return {
        **_row(source),
        "text": source.document.text,
        "claims": [{"claim": r.id, "fact": short_id(fact.key), **r.claim.row()} for r, fact in told],
        "leftovers": [
            {"start": left.span.start, "end": left.span.end, "quote": left.quote, "fate": left.fate,
             "reason": left.reason} for left in source.leftovers
        ],
        "versions": [
            {"sha256": one.sha256, "added_at": one.added_at, "is_current": one.is_current} for one in versions
        ],
    }  # fmt: skip


def _kinds(told: Iterable[tuple[Report, Any]]) -> list[tuple[str, int]]:
    counted: dict[str, int] = {}
    for report, _ in told:
        counted[report.claim.kind] = counted.get(report.claim.kind, 0) + 1
    return sorted(counted.items(), key=lambda one: -one[1])


def _part(source: Source, block: Block, told: list[tuple[Report, Any]], reading: str) -> Part:
    mine = [one for one in told if one[0].claim.span.meets(block.span)]
    begun = [one for one in mine if one[0].claim.span.start >= block.span.start]
    left = tuple(one for one in source.leftovers if one.span.meets(block.span))
    return Part(
        block.span.start,
        block.kind.value,
        tuple(_pieces(source.document, block.span, mine, left)),
        _reading(source.document, block.span, reading) if reading else "",
        tuple(
            {"id": report.id[:16], "fact": short_id(fact.key), "kind": report.claim.kind, "says": brief(report.claim)}
            for report, fact in begun
        ),
        left,
    )


def _pieces(
    document: Document, block: Span, told: Iterable[tuple[Report, Any]], left: Iterable[Leftover]
) -> Iterable[Piece]:
    """The block cut at every end of a claim or a leftover."""
    spans = [(report.claim.span, report) for report, _ in told]
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
