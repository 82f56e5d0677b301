"""The relationship of two states, built from extractions: pure, and the same for any order of the documents."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from qatynas.ledger.values import Judgement
from qatynas.model.claim import Event, Exchange, Figure
from qatynas.model.extraction import Extraction
from qatynas.relations.bodies import bodies
from qatynas.relations.dates import order
from qatynas.relations.gatherings import gatherings
from qatynas.relations.histories import Gathering, Relationship, Treaty
from qatynas.relations.joining import join, of_kind
from qatynas.relations.judged import reports, rulings
from qatynas.relations.outlook import promises, voices
from qatynas.relations.places import places
from qatynas.relations.programmes import programmes
from qatynas.relations.reprints import reprints
from qatynas.relations.series import courses, series
from qatynas.relations.societies import communities, organisations
from qatynas.relations.supplies import supplies
from qatynas.relations.treaties import treaties
from qatynas.relations.values import Report, Source
from qatynas.relations.works import works

STANDING = ("relation", "membership", "aid", "award", "community", "event", "topic", "trend", "goods")


def pairs(extractions: Iterable[Extraction]) -> list[tuple[str, str]]:
    """Every pair of states that claims are about, the one with most claims first, then by the alphabet."""
    counted: Counter[tuple[str, str]] = Counter()
    for extraction in extractions:
        for claim in extraction.claims:
            counted.update(_pair(*two) for two in combinations(sorted(set(claim.parties)), 2))
    return sorted(counted, key=lambda pair: (-counted[pair], pair))


def build(
    extractions: Iterable[Extraction],
    pair: tuple[str, str],
    *,
    judgements: Sequence[Judgement] = (),
    as_of: str | None = None,
) -> Relationship:
    """All that extractions say of this pair, as people have judged it.

    pair holds two ISO 3166-1 alpha-3 codes in any order. A document given twice (by its sha256) counts once. as_of
    (EDTF) stands for «now»; without it, the newest document's date does.
    """
    pair = _pair(*pair)
    known = {extraction.document.sha256: extraction for extraction in sorted(extractions, key=_steady)}
    kept = dict(sorted(known.items(), key=lambda item: (order(item[1].dating.edtf), item[1].document.path, item[0])))
    told = [report for report in reports(kept.values(), judgements) if set(pair) <= set(report.claim.parties)]
    return relationship(pair, _sources(kept, told), told, judgements, as_of)


def relationship(
    pair: tuple[str, str],
    sources: Mapping[str, Source],
    told: Iterable[Report],
    judgements: Sequence[Judgement] = (),
    as_of: str | None = None,
) -> Relationship:
    """The relationship that these reports tell; pair is sorted, sources holds every document that they come from."""
    facts = join(told, rulings(judgements))
    now = as_of or _newest(sources.values())
    counted = series(of_kind(facts, Figure))
    meetings = gatherings(facts)
    texts = _signed_at(treaties(facts), meetings)
    return Relationship(
        pair=pair,
        as_of=now,
        sources=sources,
        facts=facts,
        series=counted,
        courses=courses(counted),
        treaties=texts,
        programmes=programmes(texts, facts),
        bodies=bodies(facts),
        meetings=meetings,
        works=works(facts),
        exchanges=of_kind(facts, Exchange),
        supplies=supplies(facts),
        events=of_kind(facts, Event),
        promises=promises(facts, now),
        voices=voices(facts),
        places=places(facts),
        organisations=organisations(facts),
        communities=communities(facts),
        standing={kind: tuple(fact for fact in facts if fact.claim.kind == kind) for kind in STANDING},
        undated=tuple(key for key, source in sources.items() if not source.dating.edtf),
        irrelevant=tuple(key for key, source in sources.items() if source.relevance),
    )


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one <= other else (other, one)


def _steady(extraction: Extraction) -> tuple[str, str]:
    return extraction.document.sha256, extraction.document.path


def _sources(kept: Mapping[str, Extraction], told: Iterable[Report]) -> dict[str, Source]:
    counted = Counter(report.source for report in told)
    texts = reprints(extraction for key, extraction in kept.items() if counted[key])
    return {
        key: Source(
            document=extraction.document,
            dating=extraction.dating,
            pair=extraction.pair,
            claims=counted[key],
            leftovers=extraction.leftovers,
            lines=extraction.canonical_lines,
            relevance=extraction.relevance,
            text=texts.get(key, key),
        )
        for key, extraction in kept.items()
    }


def _signed_at(found: Iterable[Treaty], meetings: Iterable[Gathering]) -> tuple[Treaty, ...]:
    """Texts with the meeting at which they were signed: the signing itself decides, then the approval."""
    at = {act.key: gathering.meeting for gathering in meetings for act in gathering.signed}
    return tuple(
        dataclasses.replace(treaty, signed_at=next((at[act.key] for act in treaty.acts if act.key in at), None))
        for treaty in found
    )


def _newest(sources: Iterable[Source]) -> str | None:
    """The newest date of a document that says something of the pair; «2026» alone counts as its first day."""
    dates = [source.dating.edtf for source in sources if source.dating.edtf and source.claims]
    return max(dates, key=lambda edtf: (*order(edtf)[:2], edtf)) if dates else None
