"""The relationship of two states, built from extractions: pure, and the same for any order of the documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import combinations

from qatynas.model.claim import Event, Exchange, Figure
from qatynas.model.extraction import Extraction
from qatynas.relations.dates import order
from qatynas.relations.joining import join, of_kind
from qatynas.relations.outlook import promises, voices
from qatynas.relations.series import series
from qatynas.relations.things import bodies, gatherings, places, treaties, works
from qatynas.relations.values import Relationship, Report, Source

STANDING = ("relation", "membership", "aid", "award", "community", "event", "topic", "trend", "goods")


def pairs(extractions: Iterable[Extraction]) -> list[tuple[str, str]]:
    """Every pair of states that claims are about, the one with most claims first, then by the alphabet."""
    counted: Counter[tuple[str, str]] = Counter()
    for extraction in extractions:
        for claim in extraction.claims:
            counted.update(_pair(*two) for two in combinations(sorted(set(claim.parties)), 2))
    return sorted(counted, key=lambda pair: (-counted[pair], pair))


def build(extractions: Iterable[Extraction], pair: tuple[str, str], *, as_of: str | None = None) -> Relationship:
    """All that extractions say of this pair.

    pair holds two ISO 3166-1 alpha-3 codes in any order. A document given twice (by its sha256) counts once. as_of
    (EDTF) stands for «now»; without it, the newest document's date does.
    """
    pair = _pair(*pair)
    known = {extraction.document.sha256: extraction for extraction in sorted(extractions, key=_steady)}
    kept = dict(sorted(known.items(), key=lambda item: (order(item[1].dating.edtf), item[1].document.path, item[0])))
    sources = {key: _source(extraction, pair) for key, extraction in kept.items()}
    reports = [
        Report(key, claim)
        for key, extraction in kept.items()
        for claim in extraction.claims
        if set(pair) <= set(claim.parties)
    ]
    facts = join(reports)
    now = as_of or _newest(sources.values())
    return Relationship(
        pair=pair,
        as_of=now,
        sources=sources,
        facts=facts,
        series=series(of_kind(facts, Figure)),
        treaties=treaties(facts),
        bodies=bodies(facts),
        meetings=gatherings(facts),
        works=works(facts),
        exchanges=of_kind(facts, Exchange),
        events=of_kind(facts, Event),
        promises=promises(facts, now),
        voices=voices(facts),
        places=places(facts),
        standing={kind: tuple(fact for fact in facts if fact.claim.kind == kind) for kind in STANDING},
        undated=tuple(key for key, source in sources.items() if not source.dating.edtf),
        irrelevant=tuple(key for key, source in sources.items() if source.relevance),
    )


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one <= other else (other, one)


def _steady(extraction: Extraction) -> tuple[str, str]:
    return extraction.document.sha256, extraction.document.path


def _source(extraction: Extraction, pair: tuple[str, str]) -> Source:
    return Source(
        document=extraction.document,
        dating=extraction.dating,
        pair=extraction.pair,
        claims=sum(1 for claim in extraction.claims if set(pair) <= set(claim.parties)),
        leftovers=extraction.leftovers,
        lines=extraction.canonical_lines,
        relevance=extraction.relevance,
    )


def _newest(sources: Iterable[Source]) -> str | None:
    """The newest date of a document that says something of the pair; «2026» alone counts as its first day."""
    dates = [source.dating.edtf for source in sources if source.dating.edtf and source.claims]
    return max(dates, key=lambda edtf: (*order(edtf)[:2], edtf)) if dates else None
