"""What stands after people's judgements: reports without rejected claims, and what is to be joined or parted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from qatynas.ledger.judging import standing
from qatynas.ledger.values import Judgement
from qatynas.model.claim import Claim
from qatynas.model.extraction import Extraction
from qatynas.model.span import Span
from qatynas.relations.rulings import Ruling, Rulings
from qatynas.relations.values import Report

SHAPING = ("join", "split", "prefer")


def rulings(judgements: Iterable[Judgement]) -> Rulings:
    """The standing judgements that shape facts, oldest first."""
    return Rulings(
        tuple(
            Ruling(
                judgement.id,
                judgement.verdict,
                (judgement.applies_to, *(other.applies_to for other in judgement.others)),
                f"{judgement.who}: {judgement.reason}" if judgement.reason else judgement.who,
            )
            for judgement in judgements
            if judgement.verdict in SHAPING and judgement.withdrawn is None
        )
    )


def reports(extractions: Iterable[Extraction], judgements: Sequence[Judgement] = ()) -> Iterator[Report]:
    """Every claim that stands, as a report; one that was corrected keeps the id that it was read with."""
    judged = {judgement.sha256 for judgement in judgements}
    for extraction in extractions:
        sha256 = extraction.document.sha256
        if sha256 in judged:
            stands = dict(reversed(list(standing(extraction, judgements))))  # of equal ids the first
            yield from (Report(sha256, claim, number) for number, claim in reversed(stands.items()))
        else:
            yield from (Report(sha256, claim) for claim in _once(extraction.claims))


def _once(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Claims without those that say literally what one before says of the same words: they are one report."""
    places: dict[tuple[str, Span], list[Claim]] = {}
    for claim in claims:
        before = places.setdefault((claim.kind, claim.span), [])
        if not any(claim.content() == one.content() for one in before):
            before.append(claim)
            yield claim
