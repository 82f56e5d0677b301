"""Claims of sentences that no rule reads but whose signs tell their kind: what is sure is given, the rest is null."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from qatynas.claims import (
    assessments,
    assessments_holders,
    assessments_views,
    events,
    goods,
    procedures,
    topics,
    trends,
)
from qatynas.claims.context import At
from qatynas.claims.likely import known, likeliest, likely, speaking, stem
from qatynas.claims.once import per_place
from qatynas.claims.predicates import own_pair
from qatynas.claims.predicates_lexicon import Sign
from qatynas.claims.procedures_bodies import body_of
from qatynas.claims.procedures_words import frequency
from qatynas.claims.subjects import opening_phrase
from qatynas.claims.topics_words import topics_in, topics_of
from qatynas.language import analyse
from qatynas.language.mentions import Case
from qatynas.model import HEADLINES, Assessment, Claim, Procedure, Reason, Topic, Trend

Reader = Callable[[At], Iterator[Claim]]

RULE = "weighed"
_PAIR = 2
_QUOTES = ' »”"'
_LEAST = 4
"""Sentences of the shortest text whose signs tell enough."""
_ENOUGH = 8
"""Sentences of a text that shows what it is about: in a shorter one what the rules read is not doubted."""


def judged(kind: str, rules: Reader) -> Reader:
    """The rules of a kind with what is weighed: a claim that they miss is made, one that nothing speaks for is none."""
    made = _MAKERS[kind]

    def read(at: At) -> Iterator[Claim]:
        told = tuple(rules(at))
        if not is_weighed(at):
            yield from told
        elif told:
            doubted = len(at.reading.sentences) >= _ENOUGH and likely(at, kind) < known().least[f"{kind} doubted"]
            yield from () if doubted else told
        elif likely(at, kind) >= known().least[kind]:
            yield from made(at)

    return read


@per_place
def is_weighed(at: At) -> bool:
    """A sentence of the text itself that is told of two sides, and no question."""
    if at.sentence.block in HEADLINES or at.sentence.text.rstrip(_QUOTES).endswith("?"):
        return False
    if len(at.reading.sentences) < _LEAST:
        return False
    return len(own_pair(at, strict=False)) >= _PAIR


def _why(at: At, kind: str) -> tuple[str, str, str]:
    return kind, RULE, speaking(at, kind)


def _assessment(at: At) -> Iterator[Claim]:
    stance = likeliest(at, "stance")
    held, support = assessments_holders.holder(at)
    outside = [name for name in at.sentence.names if assessments_views.is_outside(at, name)]
    yield at.make(
        Assessment,
        at.sentence.span,
        parties=own_pair(at, strict=False),
        support=support,
        why=(_why(at, "assessment"), ("holder", "whom the text credits", held or "")),
        status="done",
        holder=held,
        stance=stance,
        subject=assessments.code_of(outside[0]) if outside and stance == "influence" else None,
        topics=topics_of(at, at.sentence.span),
    )


def _topics(at: At) -> Iterator[Claim]:
    if not topics.is_of_both(at):
        return
    mode = likeliest(at, "mode")
    occasion, support = topics.occasion_of(at, mode)
    for word in topics_in(at, at.sentence.span):
        yield at.make(
            Topic,
            at.sentence.span,
            parties=own_pair(at, strict=False),
            support=support,
            why=(("topic", "word of the topic", word.words), _why(at, "topic")),
            status="planned" if mode == "expected" else "done",
            topic=word.topic,
            mode=mode,
            at=occasion,
        )


def _procedure(at: At) -> Iterator[Claim]:
    body = body_of(at)
    opening = opening_phrase(at.sentence) if body is None else None
    yield at.make(
        Procedure,
        at.sentence.span,
        parties=own_pair(at, strict=False),
        support=body[2] if body else (),
        why=(_why(at, "procedure"),),
        status="recurring",
        body=body[0] if body else opening.of(at.reading.text) if opening else None,
        does=_deed(at),
        frequency=frequency(at, at.sentence.span),
    )


def _deed(at: At) -> str:
    """The last verb as a noun, with its object: what is done."""
    tokens = [token for token in at.sentence.tokens if token.kind == "word"]
    told = [i for i, t in enumerate(tokens) if any(r.form in ("present", "converb") for r in analyse(t.lower)[:2])]
    last = told[-1] if told else len(tokens) - 1
    things = [token.text for token in tokens[:last] if token.case is Case.ACC]
    sign = Sign("deed", f"{stem(tokens[last].lower)}-", tokens[last].span, last, last, "present", False, None)
    return " ".join([*things[-1:], procedures.as_noun(at, sign)])


def _event(at: At) -> Iterator[Claim]:
    nouns = events.nouns_of(at)
    verbs = [verb for verb in events.VERBS.of(at, "held") if verb.form]
    if nouns and events.is_of_both(at, nouns[-1]) and not _is_denied(at):
        noun, verb = nouns[-1], verbs[-1] if verbs else None
        yield events.event_of(at, noun, verb, events.name_of(at, noun), at.sentence.span)


def _is_denied(at: At) -> bool:
    """«… өткен жоқ», «… ашылмайды»: what did not come about."""
    last = [token.lower for token in at.sentence.tokens if token.kind == "word"][-1]
    return last in ("жоқ", "емес") or any(reading.negative for reading in analyse(last)[:1])


def _trend(at: At) -> Iterator[Claim]:
    signs = trends.DIRECTIONS.of(at)
    found = trends.indicator_of(at, at.sentence.span)
    yield at.make(
        Trend,
        at.sentence.span,
        parties=own_pair(at, strict=False),
        why=(_why(at, "trend"),),
        status="done",
        indicator=found[0] if found else "other",
        direction=signs[-1].code if signs else likeliest(at, "direction"),
        period=trends.period_of(at, at.sentence.span),
    )


def _goods(at: At) -> Iterator[Claim]:
    if found := goods.listed(at):
        yield replace(found, why=(Reason(*_why(at, "goods")),))


_MAKERS: dict[str, Reader] = {
    "assessment": _assessment,
    "topic": _topics,
    "procedure": _procedure,
    "event": _event,
    "trend": _trend,
    "goods": _goods,
}
