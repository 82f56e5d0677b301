"""A document's claims: every kind's module in turn, then what is left over."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from qatynas.claims import (
    agreements,
    aid,
    assessments,
    awards,
    bodies,
    communities,
    events,
    exchanges,
    figures,
    goods,
    meetings,
    memberships,
    pledges,
    procedures,
    projects,
    relations,
    topics,
    trends,
)
from qatynas.claims.context import At, places
from qatynas.claims.leftovers import leftovers
from qatynas.claims.likely_claims import judged
from qatynas.claims.relevance import early_scan, irrelevance
from qatynas.language.mentions import Reading
from qatynas.language.reading import read_language
from qatynas.model import HEADLINES, TOLD, BlockKind, Claim, Dating, Document, Extraction, Figure, Span

Reader = Callable[[At], Iterator[Claim]]

# What a crawl is mostly made of is passed over before a word of it is read as language.
OFF_THE_SUBJECT = "nothing in it speaks of relations between states"
UNDATED = Dating(None, None, "not looked for: the document is of another subject")


# One module a kind, each with `claims(at: At) -> Iterator[Claim]`.
READERS: tuple[Reader, ...] = (
    figures.claims,
    agreements.claims,
    meetings.claims,
    bodies.claims,
    memberships.claims,
    projects.claims,
    exchanges.claims,
    aid.claims,
    awards.claims,
    communities.claims,
    relations.claims,
    judged("event", events.claims),
    judged("topic", topics.claims),
    judged("procedure", procedures.claims),
    pledges.claims,
    judged("trend", trends.claims),
    judged("assessment", assessments.claims),
    judged("goods", goods.claims),
)


def extract(document: Document, *, pair: tuple[str, str] | None = None) -> Extraction:
    """The claims of a document, with its date, its pair and the numbers that became no claim.

    pair keeps only claims about those two states (ISO 3166-1 alpha-3, any others beside them).
    """
    if not early_scan(document.text):
        return Extraction(document, UNDATED, (), (), (), (), relevance=OFF_THE_SUBJECT)
    reading = read_language(document)
    reason = irrelevance(reading)
    found = () if reason else tuple(_unrepeated(_found(reading)))
    kept = tuple(claim for claim in found if set(pair or ()) <= set(claim.parties))
    return Extraction(
        document=document,
        dating=reading.dating,
        pair=reading.pair,
        claims=kept,
        leftovers=() if reason else leftovers(reading, found),
        canonical_lines=tuple(_lines(reading)),
        relevance=reason,
    )


def _found(reading: Reading) -> Iterator[tuple[BlockKind, Claim]]:
    told = [at for at in places(reading) if at.sentence.block in TOLD]
    for read in READERS:  # a kind at a time: its rules and tables stay in the processor's cache
        for at in told:
            for claim in read(at):
                yield at.sentence.block, claim


def _unrepeated(found: Iterator[tuple[BlockKind, Claim]]) -> Iterator[Claim]:
    """In the order of their spans, once each; what a headline repeats of the body counts as the body's."""
    ordered = sorted(found, key=lambda item: (item[1].span, item[1].kind))
    body: dict[str, list[Claim]] = {}
    for block, claim in ordered:
        if block not in HEADLINES:
            body.setdefault(claim.kind, []).append(claim)
    seen: dict[tuple[Span, str], list[Claim]] = {}
    for block, claim in ordered:
        if block in HEADLINES and any(_repeats(claim, told) for told in body.get(claim.kind, ())):
            continue
        here = seen.setdefault((claim.span, claim.kind), [])
        if not here or all(claim.content() != other.content() for other in here):
            here.append(claim)
            yield claim


def _repeats(headline: Claim, told: Claim) -> bool:
    """Whether a headline's claim says no more than one of the body: the same number, or no field that differs."""
    if isinstance(headline, Figure) and isinstance(told, Figure):
        one, other = headline.quantity, told.quantity
        return (headline.measure, one.value, one.unit) == (told.measure, other.value, other.unit)
    said, more = headline.content(), told.content()
    return all(
        value in (None, "", []) or more[key] in (None, "", []) or str(more[key]).startswith(str(value))
        for key, value in said.items()
        if key not in ("speaker", "status", "participants")
    )


def _lines(reading: Reading) -> Iterator[tuple[Span, str]]:
    """Each sentence's original span with its Cyrillic words, for readers of another script."""
    for sentence in reading.sentences:
        yield reading.original(sentence.span), sentence.text
