"""What is still to come and what is judged: promises with their deadlines, voices with their stance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from qatynas.model.claim import Agreement, Assessment, Claim, Event, Figure, Meeting, Pledge, Project
from qatynas.relations.dates import order, over_by
from qatynas.relations.joining import of_kind
from qatynas.relations.values import Fact, Promise, Voice

_STANCES = ("basis", "benefit", "risk", "influence", "recommendation", "expectation")


def promises(facts: Sequence[Fact[Claim]], as_of: str | None) -> tuple[Promise, ...]:
    """Targets, pledges and planned things; the open ones first, each by its deadline.

    A plan of which some document says that it was carried out is a fact with the status done, and no promise any more.
    """
    found = [Promise(fact, due, _state(due, as_of)) for fact, due in _promised(facts)]
    rank = {"open": 0, "undated": 1, "past": 2}
    return tuple(sorted(found, key=lambda one: (rank[one.state], order(one.due), one.fact.key)))


def voices(facts: Sequence[Fact[Claim]]) -> tuple[Voice, ...]:
    """Judgements by stance, holder and subject: never facts about the world, only about who says what."""
    told: dict[tuple[str, str | None, str | None], list[Fact[Assessment]]] = defaultdict(list)
    for fact in of_kind(facts, Assessment):
        told[fact.claim.stance, fact.claim.holder or fact.claim.speaker, fact.claim.subject].append(fact)
    found = (Voice(stance, holder, subject, tuple(judged)) for (stance, holder, subject), judged in told.items())
    return tuple(sorted(found, key=_by_stance))


def _by_stance(voice: Voice) -> tuple[int, str, str]:
    known = voice.stance in _STANCES
    return _STANCES.index(voice.stance) if known else len(_STANCES), voice.holder or "", voice.subject or ""


def _promised(facts: Sequence[Fact[Claim]]) -> Iterator[tuple[Fact[Claim], str | None]]:
    for fact in facts:
        claim = fact.claim
        if isinstance(claim, Figure) and claim.status == "target":
            yield fact, claim.period
        elif isinstance(claim, Pledge):
            yield fact, claim.deadline
        elif isinstance(claim, (Agreement, Meeting, Project, Event)) and claim.status == "planned":
            yield fact, claim.date


def _state(due: str | None, as_of: str | None) -> str:
    over = over_by(due, as_of)
    return "undated" if over is None else "past" if over else "open"
