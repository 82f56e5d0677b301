"""The map of places, what was seen and not placed, and the documents themselves."""

from __future__ import annotations

from collections import defaultdict

from qatynas.claims.figures_aside import REASONS
from qatynas.model.claim import Figure
from qatynas.model.extraction import Leftover
from qatynas.model.span import Span
from qatynas.publish.figures import COLUMNS, figure_lines
from qatynas.publish.labels import counted, label, state
from qatynas.publish.parts import Kazakh, Line, Section, group, kazakh, reports_of
from qatynas.publish.pictures.map import on_map, place_map
from qatynas.publish.quotes import in_cyrillic, paragraph, short_path, title_in_cyrillic
from qatynas.publish.sections.economy import TREND_COLUMNS, TREND_HOMES, trend_lines
from qatynas.publish.sides import sides
from qatynas.publish.writing import date_words
from qatynas.relations import Relationship, Source, of_kind

HOMES = (
    "trade.", "investment.", "enterprises.", "projects.", "project.", "transport.", "agreements.", "water.", "energy.",
    "education.", "migration.", "tourism.", "aid.",
)  # fmt: skip
"""Beginnings of indicators that have a section of their own."""

NEAR = 8  # words shown on either side of a number that was left over
SHOWN = 60  # leftovers of one sort that are listed; the rest is counted

_CODES = {words: code for code, words in REASONS.items()} | {"it could not be told what it counts": "unplaced"}


def places(relationship: Relationship) -> Section:
    """The map, then every place by how often it is named."""
    drawn = on_map(relationship)
    lines = [
        Line(
            cells={
                "place": kazakh(named.place.name),
                "country": state(named.place.country),
                "count": str(len(named.facts)),
            },
            reports=reports_of(named.facts),
            side=named.place.country or "",
        )
        for named in relationship.places
    ]
    lead = label("sections/places", "lead", count=len(lines), mapped=len(drawn)) if lines else ""
    groups = (group("places", lines, ("place", "country", "count"), "table", folded=True),)
    return Section("places", lead, groups, place_map(relationship, sides(relationship.pair)))


def unplaced(relationship: Relationship) -> Section:
    """Figures that fit no indicator, numbers left over, documents without a date or without a word on the pair."""
    found = [(source, leftover) for source in relationship.sources.values() for leftover in source.leftovers]
    seen = [(source, leftover) for source, leftover in found if leftover.fate == "unplaced"]
    aside = [(source, leftover) for source, leftover in found if leftover.fate != "unplaced"]
    others = [f for f in of_kind(relationship.facts, Figure) if not f.claim.indicator.startswith(HOMES)]
    trends = trend_lines(relationship.standing["trend"], without=TREND_HOMES)
    undated = [document_line(relationship.sources[key]) for key in relationship.undated]
    foreign = [document_line(relationship.sources[key]) for key in relationship.irrelevant]
    groups = (
        group("other_figures", figure_lines(others), COLUMNS),
        group("trends", trends, TREND_COLUMNS),
        group("unplaced", [_leftover(*one) for one in seen[:SHOWN]], ("value", "words", "reason"), "table"),
        group("set_aside", _aside(aside), ("reason", "count", "words"), "table", folded=True),
        group("undated_documents", undated, ("name", "reason", "script"), "table"),
        group("irrelevant", foreign, ("name", "reason", "script"), "table"),
    )
    told = counted("unplaced", unplaced=len(seen), set_aside=len(aside), undated=len(undated))
    return Section("unplaced", label("sections/unplaced", "lead", told=told) if told else "", groups)


def sources(relationship: Relationship) -> Section:
    """Every document with its date, how that is known, its script and its address."""
    lines = [document_line(source) for source in relationship.sources.values()]
    relevant = sum(1 for source in relationship.sources.values() if source.claims)
    lead = label("sections/sources", "lead", count=len(lines), relevant=relevant)
    columns = ("date", "name", "script", "claims", "basis", "address")
    return Section("sources", lead, (group("documents", lines, columns, "table"),))


def document_line(source: Source) -> Line:
    document, dating = source.document, source.dating
    title = title_in_cyrillic(document)
    return Line(
        cells={
            "date": date_words(dating.edtf, short=True) or label("words", "no_date"),
            "name": Kazakh(title) if title else short_path(document.path),
            "script": label("scripts", document.script),
            "claims": str(source.claims),
            "basis": label("bases", dating.basis) if dating.basis else "",
            "reason": source.relevance or dating.reason,
            "address": document.address or short_path(document.path),
        },
    )


def _leftover(source: Source, leftover: Leftover) -> Line:
    cut = paragraph(source, leftover.span)
    document, span = source.document, leftover.span
    start = _words_back(document.text, span.start, cut.start)
    words = in_cyrillic(document, Span(start, _words_on(document.text, span.end, cut.end)))
    return Line(cells={"value": leftover.quote, "words": Kazakh(words), "reason": reason_words(leftover.reason)})


def _words_back(text: str, at: int, limit: int) -> int:
    """Where the NEAR words before a place begin, not before limit."""
    words = text[limit:at].rsplit(maxsplit=NEAR)
    return limit + (len(words[0]) if len(words) > NEAR else 0)


def _words_on(text: str, at: int, limit: int) -> int:
    """Where the NEAR words after a place end, not after limit."""
    words = text[at:limit].split(maxsplit=NEAR)
    return limit - (len(words[-1]) if len(words) > NEAR else 0)


def _aside(found: list[tuple[Source, Leftover]]) -> list[Line]:
    reasons: dict[str, list[str]] = defaultdict(list)
    for _, leftover in found:
        reasons[leftover.reason].append(" ".join(leftover.quote.split()))
    ordered = sorted(reasons, key=lambda reason: (-len(reasons[reason]), reason))
    return [
        Line(
            cells={
                "reason": reason_words(reason),
                "count": str(len(reasons[reason])),
                "words": " · ".join(list(dict.fromkeys(reasons[reason]))[:12]),
            }
        )
        for reason in ordered
    ]


def reason_words(reason: str) -> str:
    """Why a number was set aside, as the ledger keeps it in English, in the interface's language."""
    return label("reasons", _CODES.get(reason, reason))
