"""Programmes: under each of their priorities, what is told to have been done in their term."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from qatynas.claims.topics_words import WORDS
from qatynas.language import tokens
from qatynas.model.claim import Agreement, Claim, Exchange, Figure, Project, Topic
from qatynas.model.span import Span
from qatynas.relations.dates import fits, same_when
from qatynas.relations.histories import Programme, Treaty
from qatynas.relations.keys import date_of
from qatynas.relations.values import Fact

# Topics of what is counted and exchanged, where the code's beginning is no topic itself.
_TOPICS = {
    "electricity": "energy", "water": "water", "students": "education", "goods": "trade",
    "agreements": "politics", "enterprises": "investment", "projects": "investment", "aid": "humanitarian",
}  # fmt: skip


def programmes(treaties: Iterable[Treaty], facts: Sequence[Fact[Claim]]) -> tuple[Programme, ...]:
    """The texts that have a term and priorities, each priority with what was done in it by the end of the term.

    What is done is a text, a work, an exchange or an agreement on the topic, and a figure that was reached; a topic
    that was only discussed is not.
    """
    told = [(fact, topics_of(fact.claim)) for fact in facts if is_done(fact.claim)]
    return tuple(
        Programme(treaty, tuple((topic, _under(topic, treaty, told)) for topic in priorities(treaty)))
        for treaty in treaties
        if treaty.term and treaty.priorities
    )


def topics_of(claim: Claim) -> frozenset[str]:
    """The topics (CLAIMS.md's codes) that a claim belongs to, by its code or by the words of its name."""
    if isinstance(claim, Topic):
        return frozenset({claim.topic})
    if isinstance(claim, (Figure, Exchange)):
        return frozenset({topic_of(claim.indicator if isinstance(claim, Figure) else claim.commodity)})
    if isinstance(claim, Agreement):
        return _topics_in(claim.title or "")
    return _topics_in(claim.name) if isinstance(claim, Project) else frozenset()


@lru_cache(maxsize=1 << 12)
def _topics_in(name: str) -> frozenset[str]:
    return frozenset(hit.key for hit in WORDS.find(tokens(name, Span(0, len(name)))) if hit.key)


def is_done(claim: Claim) -> bool:
    """Whether a claim tells of something done, on which a programme's priority may stand."""
    if isinstance(claim, Topic):
        return claim.mode == "agreed"
    return claim.status in ("done", "actual", "recurring") and isinstance(claim, (Figure, Agreement, Project, Exchange))


def priorities(treaty: Treaty) -> list[str]:
    """The topics that a text gives priority to."""
    return sorted({fact.claim.topic for fact in treaty.priorities})


def _under(topic: str, treaty: Treaty, told: Iterable[tuple[Fact[Claim], frozenset[str]]]) -> tuple[Fact[Claim], ...]:
    own = {fact.key for fact in treaty.acts}
    return tuple(
        fact
        for fact, topics in told
        if topic in topics and fact.key not in own and is_within_term(fact.claim, treaty.term)
    )


def topic_of(code: str) -> str:
    """The topic of figures and exchanges by the code of what they count."""
    first = code.split(".")[0]
    return _TOPICS.get(first, first)


def is_within_term(claim: Claim, term: str | None) -> bool:
    """Whether something was done within a term."""
    return _is_within(_when(claim), term)


def _is_within(when: str | None, term: str | None) -> bool:
    return same_when(when, term) == "same" or (when is not None and fits(term, when))


def _when(claim: Claim) -> str | None:
    return claim.at if isinstance(claim, Topic) else date_of(claim)
