"""Joint bodies that no list of names holds, by the sentence that founds them: «… жөніндегі жұмыс тобын құрды»."""

from __future__ import annotations

from functools import cache

import msgspec

from qatynas.claims.acts import Mood, mood, stems, verb
from qatynas.claims.agreements_spelling import nominative
from qatynas.claims.context import At
from qatynas.claims.gate import Gate
from qatynas.claims.once import per_reading
from qatynas.data import load
from qatynas.language import PhraseTable
from qatynas.language.mentions import Case, NameMention, NameType, Reading, Token

_REACH = 3  # words between a body and the verb that founds it
_LONGEST = 14  # words of a body's name
_OTHERS = (NameType.STATE, NameType.SIDE, NameType.OFFICE, NameType.PERSON, NameType.ORGANISATION)


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """data/bodies_founded.toml."""

    heads: tuple[str, ...]
    founded: tuple[str, ...]
    joint: tuple[str, ...]


@per_reading
def founded(reading: Reading) -> tuple[NameMention | None, ...]:
    """The body that each sentence founds, None where it founds none."""
    return tuple(_in_sentence(At(reading, index)) for index in range(len(reading.sentences)))


def _in_sentence(at: At) -> NameMention | None:
    if not _gate().passes(at.sentence):
        return None
    tokens = at.sentence.tokens
    for hit in _table().find(tokens):
        if hit.key != "heads" or tokens[hit.last].case not in (Case.ACC, Case.NOM, None) or tokens[hit.last].plural:
            continue
        if any(name.type == NameType.BODY and name.span.meets(hit.span) for name in at.sentence.names):
            continue
        if not _is_founded(at, hit.last):
            continue
        first = hit.first
        while first > 0 and hit.first - first < _LONGEST and _continues(at, first - 1):
            first -= 1
        if not any(found.key == "joint" for found in _table().find(tokens[first : hit.last], overlapping=True)):
            continue
        span = tokens[first].span.join(tokens[hit.last].span)
        spelled = span.of(at.reading.text)[: tokens[hit.last].span.start - span.start] + nominative(tokens[hit.last])
        name = spelled[:1].upper() + spelled[1:]
        return NameMention(span, NameType.BODY, name, None, tuple(at.parties()), tokens[hit.last].case)
    return None


def _is_founded(at: At, index: int) -> bool:
    tokens = at.sentence.tokens
    for hit in _table().find(tokens[index + 1 : index + 2 + _REACH]):
        last = index + 1 + hit.last
        if hit.key == "founded" and verb(tokens[last], _stems()):
            return mood(at, last, _stems()) == Mood.DONE
    return False


def _continues(at: At, index: int) -> bool:
    """Whether token index may belong to the body's name: no mark, verb, date, place where, or founder."""
    token: Token = at.sentence.tokens[index]
    if token.kind != "word" or (token.case == Case.LOC and not token.attributive):
        return False
    reading = verb(token)
    if reading is not None and reading.form != "infinitive":
        return any(hit.key == "joint" for hit in _table().find((token,)))
    if any(date.span.covers(token.span) for date in at.sentence.dates):
        return False
    return not any(name.span.covers(token.span) and name.type in _OTHERS for name in at.sentence.names)


@cache
def _stems() -> frozenset[str]:
    return stems(load("bodies_founded", Words).founded)


@cache
def _gate() -> Gate:
    return Gate(load("bodies_founded", Words).founded)


@cache
def _table() -> PhraseTable:
    words = load("bodies_founded", Words)
    return PhraseTable({"heads": words.heads, "founded": words.founded, "joint": words.joint})
