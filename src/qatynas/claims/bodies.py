"""Sentences become body claims: joint bodies that a text says stand, with who leads them and what they do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import msgspec

from qatynas.claims.acts import Mood, mood, part_of, stems, verb
from qatynas.claims.bodies_named import PART, bare_in, bodies_in, head_of, newly_named
from qatynas.claims.clauses import tokens_after, tokens_before
from qatynas.claims.context import At
from qatynas.claims.once import per_reading
from qatynas.data import load, world
from qatynas.language import Hit, PhraseTable
from qatynas.language.mentions import Case, DateRole, NameMention, Reading, Token
from qatynas.model import HEADLINES, Body, Claim, Span

_CLOSING = frozenset({"past", "present", "converb", "condition", "perfect", "inferred"})
_FAR = 12  # words between a body and the passive verb that says when it was founded
_REACH = 3  # words between a body and the verb that founds it
_SEVERAL = 2  # bodies that make a list
_LEVELS = ("heads_of_state", "business", "ministers", "heads_of_government", "other", "agency")


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
    named = bodies_in(at)
    for name in named:
        own = "own" in _signs(at.tokens_in(name.span)) and len(name.countries) < 2
        if not own and not _is_owner(at, name) and _stands(at, name.span, name.case):
            yield Standing(name, name.span, _level(at, name, name.span), _frequency(at, name.span), "body named")
    for span in bare_in(at):
        earlier = _told_before(at, span)
        if (
            earlier
            and not _only_meets(at, span)
            and not _is_beside(at, span)
            and _stands(at, span, at.tokens_in(span)[-1].case)
        ):
            yield Standing(earlier, span, _level(at, earlier, span), _frequency(at, span), "«сол комиссия» told before")
        elif earlier is None and _is_founded(at, span) and (new := newly_named(at, span)):
            yield Standing(new, span, _level(at, new, span), _frequency(at, span), "founded here")


def _is_owner(at: At, name: NameMention) -> bool:
    """«даму қорының кеңесі»: of a body that owns another nothing is said."""
    behind = [token for token in at.sentence.tokens if token.span.start >= name.span.end][:1]
    heads = any(head.start == behind[0].span.start for head in bare_in(at)) if behind else False
    return name.case == Case.GEN and heads and behind[0].possessive


def _stands(at: At, span: Span, case: Case | None) -> bool:
    """Whether the words around span say that the body works, was founded or leads something, not that it only met."""
    tokens = at.sentence.tokens
    following = [token for token in tokens if token.span.start >= span.end]
    nearest = _to_verb(following[:3])
    part = part_of(at, span)
    once = [d.span for d in at.sentence.dates if d.edtf and d.role != DateRole.EVERY]
    says = _signs([token for token in at.tokens_in(part) if not any(span.covers(token.span) for span in once)])
    since = any(d.role == DateRole.FROM for d in at.dates_in(part)) or case in (None, Case.NOM)
    if since and _is_there(at, part):
        return True
    often = "often" in says or any(d.role == DateRole.EVERY for d in at.dates_in(part))
    if "habit" in _signs(nearest):
        return often
    members = "members" in _signs(nearest)
    if "not_the_body" in _signs(nearest) and not often and not members:
        return False
    if _is_founded(at, span) or (case in (None, Case.NOM) and _is_listed(at, span)):
        return True
    if planned := _planned(at, span):
        return _is_agreed(at, planned)
    regular = (case in (None, Case.NOM) or members) and _does(at, span, members=members)
    if members and not (regular or often):
        return False
    if not (says & {"standing", "led"} or often or regular):
        return False
    return not _denied(at, span)


def _only_meets(at: At, span: Span) -> bool:
    """«Кеңес жылына бір рет жиналады», «Комиссия мүшелері … жиналып, … қарайды»: what a body told before does."""
    says = _signs(at.tokens_in(part_of(at, span)))
    often = "often" in says or any(d.role == DateRole.EVERY for d in at.sentence.dates)
    return "meeting" in says and not says & {"led", "founded"} and not often


def _is_beside(at: At, span: Span) -> bool:
    """«Кіші комиссия жанындағы сараптама тобы»: by whose side another body works."""
    behind = tokens_after(at.sentence, span.end)[:1]
    return bool(behind) and behind[0].lower.startswith(("жанын", "құрамын", "қарамағын"))


def _is_founded(at: At, span: Span) -> bool:
    """«… комиссиясын құрды», «көктемде іргесі қаланған кеңес»: founding that was done, right behind it or before it."""
    tokens = at.sentence.tokens
    for hit in _words().find(tokens):
        if hit.key != "founded" or verb(tokens[hit.last], _founding()) is None:
            continue
        behind = hit.span.start - span.end >= 0 and _near_founding(at, span, hit)
        reading = verb(tokens[hit.last], _founding())
        before = reading is not None and reading.form == "participle" and hit.span.end <= span.start
        if before and len(at.tokens_in(Span(hit.span.end, span.start))) > _REACH:
            continue
        if (behind or before) and mood(at, hit.last, _founding()) == Mood.DONE:
            return True
    return False


def _outside_brackets(tokens: Sequence[Token]) -> list[Token]:
    """«Кеңес (президенттер деңгейінде) құрылды»: the tokens but what stands in brackets."""
    found: list[Token] = []
    depth = 0
    for token in tokens:
        depth += token.text == "("
        if not depth:
            found.append(token)
        depth -= token.text == ")"
    return found


def _is_there(at: At, part: Span) -> bool:
    """«2016 жылдан бері бар», «ортақ штаб бар»: the last word of the part."""
    words = [token.lower for token in at.tokens_in(part) if token.kind == "word"]
    return words[-1:] == ["бар"]


def _near_founding(at: At, span: Span, hit: Hit) -> bool:
    """Right behind the body, or behind it as the subject of a passive verb: «комиссия … 2006 жылы құрылған»."""
    between = _outside_brackets(at.tokens_in(Span(span.end, hit.span.start)))
    if len(between) <= _REACH:
        return True
    reading = verb(at.sentence.tokens[hit.last], _founding())
    subject = at.tokens_in(span)[-1:]
    passive = reading is not None and reading.lemma.endswith(("ыл", "іл", "ал"))
    free = not any(token.kind == "mark" or ((r := verb(token)) and r.form in _CLOSING) for token in between)
    return passive and bool(subject) and subject[0].case in (None, Case.NOM) and free and len(between) <= _FAR


def _planned(at: At, span: Span) -> Hit | None:
    """«… комиссиясын құру ұсынылды», «кеңес құрылмақ»: the verb by which a body is still to be founded."""
    tokens = at.sentence.tokens
    behind = [hit for hit in _words().find(tokens) if hit.key == "founded" and hit.span.start >= span.end]
    gaps = [(hit, at.tokens_in(Span(span.end, hit.span.start))) for hit in behind]
    near = [hit for hit, gap in gaps if len(gap) <= _REACH and not any(token.case == Case.GEN for token in gap)]
    return near[0] if near and verb(tokens[near[0].last], _founding()) is not None else None


def _is_agreed(at: At, founding: Hit) -> bool:
    """«… тобын құруға келісті», «комиссия құрылады»: agreed and certain to be; not «құру керек», «құрмақ»."""
    tokens = at.sentence.tokens
    reading = verb(tokens[founding.last], _founding())
    if reading is None:
        return False
    if reading.form == "present":
        return reading.lemma.endswith(("ыл", "іл", "ал")) and mood(at, founding.last, _founding()) == Mood.PLANNED
    following = tokens[founding.last + 1 : founding.last + 3]
    return reading.form == "infinitive" and reading.case == Case.DAT and "agreed" in _signs(following)


def _is_listed(at: At, span: Span) -> bool:
    """«екіжақты жұмысты бірнеше құрылым өрістетеді: A, B», «A, B және C – бәрі іске жегілген»: one of a list of bodies
    of which the sentence says that they work."""
    if len(bodies_in(at)) < _SEVERAL and ":" not in at.sentence.text:
        return False
    tokens = [token for token in at.sentence.tokens if not span.covers(token.span)]
    return "structure" in _signs(tokens) or (":" not in at.sentence.text and "standing" in _signs(tokens))


def _does(at: At, span: Span, *, members: bool = False) -> bool:
    """«су кестесін комиссия бекітеді»: the body as the subject of what is regularly done, on no day of its own."""
    tokens = at.sentence.tokens
    part = at.sentence.span if members else part_of(at, span)
    behind = [token for token in tokens if token.span.start >= span.end][:1]
    if any(d.edtf and not d.recurrence for d in at.dates_in(part)) or (
        not members and any(token.possessive for token in behind)
    ):
        return False
    for index, token in enumerate(tokens):
        if not part.covers(token.span) or token.span.start < span.end:
            continue
        if token.kind == "mark" and token.text in ",;:" and not members:
            return False
        reading = verb(token)
        if reading is not None and reading.form == "converb" and _goes_on(tokens[index + 1 : index + 2]):
            return True
        if reading is not None and reading.form not in ("stem", "infinitive", "converb"):
            return reading.form == "present" and mood(at, index) == Mood.PLANNED
    return False


def _goes_on(following: Sequence[Token]) -> bool:
    """«реттеп отыр», «үйлестіріп келеді»: what it does goes on."""
    return "going_on" in _signs(following)


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
            resting = "resting" in _signs(at.tokens_in(part))
            found = mood(at, index)
            return found == Mood.UNREAL or (found == Mood.DENIED and not resting)
    return False


def _told_before(at: At, span: Span) -> NameMention | None:
    """The body told last whose name ends in the same word."""
    head = head_of(at, span)
    for other in at.before(at.index):
        for name in reversed(bodies_in(other)):
            if head and head_of(other, name.span) == head:
                return name
    return None


def _level(at: At, name: NameMention, span: Span) -> str:
    """By the pair's file, by those who lead it («президенттер басқаратын»), by the words of its name."""
    if name.role == PART:
        return _level_of(at.tokens_in(name.span)[-1:]) or "agency"
    listed = {body.name: body.level for pair in world().pairs for body in pair.bodies}
    leaders = _leaders(at, span) or _led_behind(at, name, span)
    for words in (leaders, _tokens_of(at, name) or at.tokens_in(span)):
        found = _level_of(words)
        if words is leaders and not found:
            if name.canonical in listed:
                return listed[name.canonical]
            continue
        if found:
            return found
    return listed.get(name.canonical, "other")


def _tokens_of(at: At, name: NameMention) -> Sequence[Token]:
    """The words of a body's name, in whatever sentence it stands."""
    if at.sentence.span.covers(name.span):
        return at.tokens_in(name.span)
    told = next((other for other in at.before(at.index) if other.sentence.span.covers(name.span)), None)
    return told.tokens_in(name.span) if told else ()


def _leaders(at: At, span: Span) -> Sequence[Token]:
    """The words before «басқаратын», «төрағалық ететін» that stand right before the body."""
    tokens = tokens_before(at.sentence, span.start)
    hits = [hit for hit in _words().find(tokens) if hit.key == "led"]
    if not hits or len(tokens) - 1 - hits[-1].last > 2:
        return ()
    begun = [i for i in range(hits[-1].first) if tokens[i].text in ",;"]
    return tokens[begun[-1] + 1 if begun else max(0, hits[-1].first - 4) : hits[-1].first]


def _led_behind(at: At, name: NameMention, span: Span) -> Sequence[Token]:
    """«… жұмыс тобын екі елдің министрлері басқарады»: the words between the body as an object and who leads it."""
    tokens = [token for token in at.tokens_in(part_of(at, span)) if token.span.start >= span.end]
    hits = [hit for hit in _words().find(tokens) if hit.key == "led"]
    return tokens[: hits[0].first] if hits and name.case in (Case.ACC, Case.DAT) else ()


def _level_of(tokens: Sequence[Token]) -> str | None:
    keys = _levels().keys(tokens)
    return next((level for level in _LEVELS if level in keys), None)


def _frequency(at: At, span: Span) -> str | None:
    """«жылына екі рет», «жыл сайын» in the words of the text."""
    part = at.tokens_in(part_of(at, span))
    for number in at.sentence.numbers:
        if number.rate and any(number.span.meets(token.span) for token in part):
            following = tokens_after(at.sentence, number.span.end)[:1]
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


def _signs(tokens: Sequence[Token]) -> frozenset[str]:
    return _words().keys(tokens)


@cache
def _founding() -> frozenset[str]:
    return stems(load("bodies", Words).words["founded"])


@cache
def _words() -> PhraseTable:
    return PhraseTable(load("bodies", Words).words)


@cache
def _levels() -> PhraseTable:
    return PhraseTable(load("bodies", Words).levels)
