"""Sentences become body claims: joint bodies that a text says stand, with who leads them and what they do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import msgspec

from qatynas.claims.acts import Mood, mood, part_of, verb
from qatynas.claims.bodies_founded import founded
from qatynas.claims.context import At
from qatynas.claims.gate import Gate
from qatynas.claims.once import per_reading
from qatynas.data import load, world
from qatynas.language import PhraseTable
from qatynas.language.mentions import NameMention, NameType, Reading, Token
from qatynas.model import HEADLINES, Body, Claim, Span

_LEVELS = ("heads_of_state", "business", "ministers", "heads_of_government", "agency", "other")


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """data/bodies.toml."""

    levels: dict[str, tuple[str, ...]]
    words: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Standing:
    """A body that a sentence says stands. named is its name; span its place here; rule how it was read."""

    named: NameMention
    span: Span
    level: str
    frequency: str | None
    rule: str


def claims(at: At) -> Iterator[Claim]:
    """Claims of this kind in one sentence."""
    for body in _standing(at.reading)[at.index]:
        name = body.named
        parties = tuple(sorted(name.countries)) if len(name.countries) > 1 else at.parties()
        if len(parties) < 2:
            continue
        carried = not at.sentence.span.covers(name.span)
        yield at.make(
            Body,
            part_of(at, body.span).join(body.span),
            parties=parties,
            support=((name.span, "name"),) if carried else (),
            why=(("name", body.rule, name.span.of(at.reading.text)), ("level", "words of its name and leaders", "")),
            status="recurring",
            name=name.canonical,
            level=body.level,
            frequency=body.frequency,
        )


@per_reading
def _standing(reading: Reading) -> tuple[tuple[Standing, ...], ...]:
    """The bodies of each sentence, each claimed where it is first said to stand."""
    told: set[str] = set()
    found: list[tuple[Standing, ...]] = []
    for index, sentence in enumerate(reading.sentences):
        here: list[Standing] = []
        if sentence.block not in HEADLINES:
            for body in _in_sentence(At(reading, index)):
                if body.named.canonical not in told:
                    told.add(body.named.canonical)
                    here.append(body)
        found.append(tuple(here))
    return tuple(found)


def _in_sentence(at: At) -> Iterator[Standing]:
    if not _gate().passes(at.sentence):
        return
    for name in at.names_in(at.sentence.span, NameType.BODY):
        if _stands(at, name.span) and "own" not in _signs(at.tokens_in(name.span)):
            yield Standing(name, name.span, _level(at, name, name.span), _frequency(at, name.span), "body named")
    if (new := founded(at.reading)[at.index]) is not None:
        yield Standing(new, new.span, _level(at, new, new.span), _frequency(at, new.span), "body founded here")
    if span := _pointed(at):
        earlier = _told_before(at)
        if earlier and _stands(at, span):
            yield Standing(earlier, span, _level(at, earlier, span), _frequency(at, span), "«сол комиссия» told before")


def _stands(at: At, span: Span) -> bool:
    """Whether the part around span says that the body works, was founded or leads something, not that it only met."""
    tokens = at.sentence.tokens
    following = [token for token in tokens if token.span.start >= span.end]
    nearest = _to_verb(following[:3])
    says = _signs(at.tokens_in(part_of(at, span)))
    if "habit" in _signs(nearest):
        return "often" in says
    if "not_the_body" in _signs(nearest) and "often" not in says:
        return False
    if not says & {"standing", "led"}:
        return False
    return not _denied(at, span)


def _to_verb(tokens: Sequence[Token]) -> list[Token]:
    """The tokens up to the first mark or finite verb: what the body is an attribute of stands among them."""
    found: list[Token] = []
    for token in tokens:
        reading = verb(token)
        if token.kind == "mark" or (reading and reading.form not in ("stem", "infinitive", "participle")):
            break
        found.append(token)
    return found


def _denied(at: At, span: Span) -> bool:
    """Whether the last verb of the part denies or only supposes; «тыным көрген емес» denies a rest."""
    tokens = at.sentence.tokens
    part = part_of(at, span)
    for index in range(len(tokens) - 1, -1, -1):
        if not part.covers(tokens[index].span):
            continue
        reading = verb(tokens[index])
        if reading and reading.form not in ("stem", "infinitive"):
            resting = any(token.lower == "тыным" for token in at.tokens_in(part))
            found = mood(at, index)
            return found == Mood.UNREAL or (found == Mood.DENIED and not resting)
    return False


def _pointed(at: At) -> Span | None:
    """«сол комиссия», «оның негізінде құрылған комиссия» where no name covers it."""
    tokens = at.sentence.tokens
    for before, token in pairwise(tokens):
        covered = any(name.span.meets(token.span) for name in at.sentence.names)
        if not covered and "heads" in _signs((token,)) and "pointing" in _signs((before,)):
            return before.span.join(token.span)
    return None


def _told_before(at: At) -> NameMention | None:
    for other in at.before(at.index):
        bodies = [n for n in other.sentence.names if n.type == NameType.BODY]
        if bodies:
            return bodies[-1]
    return None


def _level(at: At, name: NameMention, span: Span) -> str:
    """By the pair's file, by those who lead it («президенттер басқаратын»), by the words of its name."""
    listed = {body.name: body.level for pair in world().pairs for body in pair.bodies}
    leaders = _leaders(at, span)
    for words in (leaders, at.tokens_in(name.span) or at.tokens_in(span)):
        found = _level_of(words)
        if words is leaders and not found:
            if name.canonical in listed:
                return listed[name.canonical]
            continue
        if found:
            return found
    return listed.get(name.canonical, "other")


def _leaders(at: At, span: Span) -> Sequence[Token]:
    """The words before «басқаратын», «төрағалық ететін» that stand right before the body."""
    tokens = [token for token in at.sentence.tokens if token.span.end <= span.start]
    hits = [hit for hit in _words().find(tokens) if hit.key == "led"]
    if not hits or len(tokens) - 1 - hits[-1].last > 2:
        return ()
    begun = [i for i in range(hits[-1].first) if tokens[i].text in ",;"]
    return tokens[begun[-1] + 1 if begun else max(0, hits[-1].first - 4) : hits[-1].first]


def _level_of(tokens: Sequence[Token]) -> str | None:
    keys = {hit.key for hit in _levels().find(tokens, overlapping=True)}
    return next((level for level in _LEVELS if level in keys), None)


def _frequency(at: At, span: Span) -> str | None:
    """«жылына екі рет», «жыл сайын» in the words of the text."""
    part = at.tokens_in(part_of(at, span))
    for number in at.sentence.numbers:
        if number.rate and any(number.span.meets(token.span) for token in part):
            following = [t for t in at.sentence.tokens if t.span.start >= number.span.end][:1]
            words = number.span.of(at.reading.text)
            if following and following[0].lower.startswith("рет") and "рет" not in words:
                words += " " + following[0].text
            return words
    return (
        next(
            (
                d.span.of(at.reading.text)
                for d in at.sentence.dates
                if d.recurrence and d.span.start >= part[0].span.start
            ),
            None,
        )
        if part
        else None
    )


def _signs(tokens: Sequence[Token]) -> set[str]:
    return {hit.key for hit in _words().find(tokens, overlapping=True)}


@cache
def _gate() -> Gate:
    """Heads of bodies' names: nothing is said of a body without one."""
    return Gate(load("bodies", Words).words["heads"], ["топ", "тобы", "ассамблея", "алқа", "форум"])


@cache
def _words() -> PhraseTable:
    return PhraseTable(load("bodies", Words).words)


@cache
def _levels() -> PhraseTable:
    return PhraseTable(load("bodies", Words).levels)
