"""Sentences become community claims: diaspora and cultural bodies, where and since when, and what they grew out of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

import msgspec

from qatynas.claims.acts import Mood, mood, part_of, stems, verb
from qatynas.claims.agreements_spelling import nominative
from qatynas.claims.context import At
from qatynas.claims.gate import Gate
from qatynas.claims.once import per_reading
from qatynas.claims.when_places import settled
from qatynas.claims.when_told import Moment, told
from qatynas.data import load
from qatynas.language import Hit, PhraseTable
from qatynas.language.mentions import Case, DateRole, NameMention, NameType, Reading, Token
from qatynas.model import HEADLINES, Claim, Community, Place, Span

_LONG_KIND = 2  # words between a name in quotes and its noun that make the noun a part of the name
_NEAR = 3  # words before a noun among which its people is named
_OPENING, _CLOSING = "«“„", "»”"


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """data/communities.toml."""

    words: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Told:
    """A body as a sentence names it; said is false where the sentence only mentions it."""

    name: str
    span: Span
    place: Place | None
    moment: Moment | None
    succeeds: str | None = None
    said: bool = True
    carried: Span | None = None


def claims(at: At) -> Iterator[Claim]:
    """Claims of this kind in one sentence."""
    for body in _communities(at.reading)[at.index]:
        parties = at.parties() if len(at.parties()) > 1 else at.pair
        if len(parties) < 2:
            continue
        support = [(body.carried, "name")] if body.carried else []
        if body.moment and body.moment.span and not body.span.covers(body.moment.span):
            support.append((body.moment.span, "date"))
        yield at.make(
            Community,
            body.span,
            parties=parties,
            support=tuple(support),
            why=(("date", body.moment.rule, body.moment.words),) if body.moment else (),
            status="done",
            name=body.name,
            place=body.place,
            date=body.moment.edtf if body.moment else None,
            succeeds=body.succeeds,
        )


@per_reading
def _communities(reading: Reading) -> tuple[tuple[Told, ...], ...]:
    """The bodies of each sentence that it says something of, in order, since «ол» means the one told before."""
    found: list[tuple[Told, ...]] = []
    last: tuple[int, Told] | None = None
    claimed: set[tuple[str, str | None]] = set()
    for index, sentence in enumerate(reading.sentences):
        at = At(reading, index)
        told_here = sentence.block not in HEADLINES and _gate().passes(sentence)
        named = list(_named(at)) if told_here else []
        here = [body for body in named if body.said]
        if told_here and not here and (rebuilt := _rebuilt(at, known=last is not None)):
            here = [rebuilt]
        if last and index - last[0] <= 2:
            here = _with_carried(at, here, named, last[1])
        here = [b for b in here if (b.name, b.place.name if b.place else None) not in claimed]
        claimed.update((b.name, b.place.name if b.place else None) for b in here)
        found.append(tuple(here))
        if named or here:
            last = (index, (here or named)[-1])
    return tuple(found)


def _with_carried(at: At, here: list[Told], named: Sequence[Told], before: Told) -> list[Told]:
    """«Кейін ол … қорына айналды», «2009 жылы ашылған сол ұйым …»."""
    tokens = at.sentence.tokens
    keys = _keys(tokens)
    if here and "grown" in keys and _opens_with_pointer(tokens):
        body = here[0]
        return [Told(body.name, body.span, body.place, body.moment, before.name, True, body.carried), *here[1:]]
    if not here and "grown" in keys and _opens_with_pointer(tokens) and (renamed := _renamed(at, before)):
        return [renamed]
    if named or not _points_to_body(at):
        return here
    founded = [hit for hit in _table().find(tokens) if hit.key == "founded"]
    if not founded or not _is_done(at, founded[0]):
        return here
    place = _place_before(at, founded[0].span.end) or before.place
    moment = told(at, founded[0].span)
    return [*here, Told(before.name, at.sentence.span, place, moment, None, True, before.span)]


def _rebuilt(at: At, *, known: bool) -> Told | None:
    """«Ата жолы» клубы «Қазақ үйі» орталығы болып қайта құрылды»: one body in quotes turns into another.

    known: the text has told of such bodies; else a people must be named.
    """
    tokens = at.sentence.tokens
    keys = _keys(tokens)
    if not {"grown", "founded", "society"} <= keys:
        return None
    founded = [hit for hit in _table().find(tokens, overlapping=True) if hit.key == "founded" and _is_done(at, hit)]
    quoted = [found for span in _in_quotes(tokens) if (found := _with_noun(at, span))]
    people = any(n.role == "adjective" for n in at.names_in(at.sentence.span, NameType.STATE))
    if not founded or len(quoted) < 2 or not (known or people):
        return None
    (old, noun), (new, _) = quoted[0], quoted[-1]
    place = _place_before(at, old.start) or _place_before(at, new.start) or _country_place(at)
    before = f"«{old.of(at.reading.text)}» {nominative(noun, keep_possessive=True)}"
    return Told(new.of(at.reading.text), at.sentence.span, place, told(at, founded[-1].span), before)


def _in_quotes(tokens: Sequence[Token]) -> Iterator[Span]:
    """What stands between quotation marks, without them."""
    opened: Token | None = None
    for token in tokens:
        if token.text in _OPENING:
            opened = token
        elif opened and token.text in _CLOSING and token.span.start > opened.span.end:
            yield Span(opened.span.end, token.span.start)
            opened = None


def _with_noun(at: At, name: Span) -> tuple[Span, Token] | None:
    """A name in quotes with the noun for a body right behind it."""
    after = [t for t in at.sentence.tokens if t.span.start >= name.end and t.kind == "word"][:2]
    noun = next((token for token in after if "society" in _keys((token,))), None)
    return (name, noun) if noun else None


def _renamed(at: At, before: Told) -> Told | None:
    """«Кейін ол «Отан» бірлестігі болып қайта құрылды»: a name in quotes for the body told before."""
    quoted = at.names_in(at.sentence.span, NameType.QUOTED)
    if not quoted or "body" not in _keys(at.sentence.tokens):
        return None
    moment = told(at, quoted[0].span)
    place = _place_before(at, at.sentence.span.end) or before.place
    return Told(quoted[0].canonical, at.sentence.span, place, moment, before.name, True, before.span)


def _opens_with_pointer(tokens: Sequence[Token]) -> bool:
    return "pointing" in _keys(tokens[:3])


def _points_to_body(at: At) -> bool:
    """«бұл ұйым», «ол»."""
    tokens = at.sentence.tokens
    if "body" in _keys(tokens[:1]) and tokens[0].case in (None, Case.NOM):
        return True
    pairs = zip(tokens, [*tokens[1:], None], strict=False)
    return any("pointing" in _keys((a,)) and (b is None or "body" in _keys((b,)) or a.lower == "ол") for a, b in pairs)


def _named(at: At) -> Iterator[Told]:
    """The bodies that the sentence names: those in quotes before the noun, or the noun with the words before it."""
    tokens = at.sentence.tokens
    done_upto = 0
    turned = "grown" in _keys(tokens) and len(list(_in_quotes(tokens))) > 1  # one body in quotes becomes another
    for hit in _table().find(tokens):
        if hit.key != "noun" and not (hit.key == "loose" and not turned and _is_of_a_people(at, hit)):
            continue
        said = _says(at, hit)
        moment = _founded_at(at, hit)
        quoted = _quoted_before(at, hit, done_upto)
        done_upto = hit.last + 1
        if not quoted:
            first = _owned(at, hit) if _has_owner(at, hit) else _described(at, hit)
            if tokens[hit.last].plural or (first == hit.first and not _has_owner(at, hit)):
                continue
            span = tokens[first].span.join(tokens[hit.last].span)
            place = _place_before(at, span.start) or _place_after(at, span.end) or _country_place(at)
            yield Told(_spelled(at, first, hit), _sentence_or_part(at, span), place, moment, said=said)
            continue
        for name in quoted:
            place = _place_before(at, name.start) or _country_place(at)
            stands = said or _is_placed(at, hit, place)
            called = _called(at, hit, name, alone=len(quoted) == 1)
            yield Told(called, _sentence_or_part(at, name), place, moment, said=stands)


def _called(at: At, hit: Hit, name: Span, *, alone: bool) -> str:
    """The name in quotes; with its noun where people and kind stand between («Береке» қырғыз этномәдени орталығы)."""
    words = name.of(at.reading.text)
    words = words[:1].upper() + words[1:]
    last = at.sentence.tokens[hit.last]
    between = [t for t in at.tokens_in(Span(name.end, last.span.start)) if t.kind == "word"] if alone else []
    if len(between) < _LONG_KIND or last.plural:
        return words
    return f"«{words}» {nominative(last)}"


def _is_placed(at: At, hit: Hit, place: Place | None) -> bool:
    """«Бішкекте – «Қазына» қазақ мәдени орталығы»: named with its town, as a subject of which nothing is denied."""
    if place is None or at.sentence.tokens[hit.last].case not in (None, Case.NOM):
        return False
    tokens = at.sentence.tokens
    if any(token.lower in ("жоқ", "емес") for token in tokens):
        return False
    for found in _table().find(tokens):
        if found.key in ("founded", "works") and verb(tokens[found.last], _stems()):
            return mood(at, found.last, _stems()) not in (Mood.DENIED, Mood.UNREAL)
    return not at.sentence.text.rstrip().endswith("?")


def _is_of_a_people(at: At, hit: Hit) -> bool:
    """«қазақтардың «Береке» қоғамы»: a society is a community where a people's name stands before it."""
    words = {name.role for name in at.names_in(at.sentence.span, NameType.STATE) if name.span.end <= hit.span.start}
    near = at.sentence.tokens[max(0, hit.first - _NEAR) : hit.first]
    return ("adjective" in words or "peoples" in _keys(near)) and bool(_quoted_before(at, hit, 0))


def _sentence_or_part(at: At, span: Span) -> Span:
    return part_of(at, span).join(span)


def _quoted_before(at: At, hit: Hit, start: int) -> list[Span]:
    """The quoted names that belong to the noun: the one right before it and those that commas and «және» join to it."""
    tokens = at.sentence.tokens
    found: list[Span] = []
    index = start
    while index < hit.first:
        if tokens[index].text in _OPENING:
            end = next((i for i in range(index + 1, hit.first + 1) if tokens[i].text in _CLOSING), None)
            if end is None:
                break
            if end > index + 1:
                found.append(Span(tokens[index + 1].span.start, tokens[end - 1].span.end))
            index = end
        index += 1
    if not found:
        return []
    gap = at.tokens_in(Span(found[-1].end, max(found[-1].end, tokens[hit.first].span.start)))
    between = [t for t in gap if t.text not in _CLOSING]
    return found if len(between) <= 4 and not any(verb(t) and t.kind == "mark" for t in between) else []


def _described(at: At, hit: Hit) -> int:
    """The first token of the noun's name: adjectives of a people, «ұлттық», «республикалық»."""
    tokens = at.sentence.tokens
    first = hit.first
    while first > 0 and "describing" in _keys((tokens[first - 1],)) and tokens[first - 1].kind == "word":
        first -= 1
    return first


def _has_owner(at: At, hit: Hit) -> bool:
    """«қырғыздардың мәдени орталығы», «қазақтар қауымдастығы»: whose it is."""
    token = at.sentence.tokens[hit.first - 1] if hit.first else None
    return token is not None and token.plural and token.kind == "word"


def _owned(at: At, hit: Hit) -> int:
    """Where «Қырғызстан қазақтарының қауымдастығы» begins: at whose it is, with the state before."""
    first = hit.first - 1
    before = at.sentence.tokens[first - 1] if first else None
    states = [name.span for name in at.sentence.names if name.type == NameType.STATE]
    return first - 1 if before is not None and any(span.covers(before.span) for span in states) else first


def _spelled(at: At, first: int, hit: Hit) -> str:
    tokens = at.sentence.tokens
    words = [token.text for token in tokens[first : hit.last]]
    joined = " ".join([*words, nominative(tokens[hit.last])])
    return joined[:1].upper() + joined[1:]


def _says(at: At, hit: Hit) -> bool:
    """Whether the sentence says that the body was founded or works, and does not deny it."""
    tokens = at.sentence.tokens
    if tokens[hit.last].case in (Case.GEN, Case.INS, Case.ABL) and "founded" not in _keys(tokens):
        return False
    if any(token.lower == "жоқ" for token in tokens[hit.last + 1 : hit.last + 2]):
        return False
    own = part_of(at, hit.span)
    found_here = sorted(_table().find(tokens), key=lambda found: not own.covers(found.span))
    for found in found_here:
        if found.key in ("founded", "works") and verb(tokens[found.last], _stems()):
            tone = mood(at, found.last, _stems())
            if tone in (Mood.DENIED, Mood.UNREAL):
                return False
            if tone in (Mood.DONE, Mood.PLANNED):
                return True
    return False


def _is_done(at: At, hit: Hit) -> bool:
    return verb(at.sentence.tokens[hit.last], _stems()) is not None and mood(at, hit.last, _stems()) == Mood.DONE


def _founded_at(at: At, hit: Hit) -> Moment | None:
    """The date of its founding, or since when it works."""
    own = part_of(at, hit.span)
    told_of = [found for found in _table().find(at.sentence.tokens) if found.key in ("founded", "works")]
    told_of = [found for found in told_of if verb(at.sentence.tokens[found.last], _stems()) is not None]
    for found in [found for found in told_of if own.covers(found.span)] or told_of:
        since = told(at, found.span)
        if since and since.span and not part_of(at, found.span).covers(since.span):
            continue
        if found.key == "works" and not any(d.role == DateRole.FROM for d in at.sentence.dates):
            continue
        return replace(since, edtf=since.edtf.split("/")[0]) if since else None
    return None


def _place_before(at: At, position: int) -> Place | None:
    """The last place told before position that says where something is."""
    places = [n for n in at.names_in(at.sentence.span, NameType.PLACE) if n.span.end <= position and _locates(n)]
    return settled(places[-1]) if places else None


def _place_after(at: At, position: int) -> Place | None:
    places = [n for n in at.names_in(at.sentence.span, NameType.PLACE) if n.span.start >= position and _locates(n)]
    return settled(places[0]) if places else None


def _locates(name: NameMention) -> bool:
    return name.case == Case.LOC or name.attributive


def _country_place(at: At) -> Place | None:
    for name in at.names_in(at.sentence.span, NameType.STATE, NameType.SIDE):
        if _locates(name) and name.country:
            return Place(name.country, None)
    return None


def _keys(tokens: Sequence[Token]) -> set[str]:
    return {hit.key for hit in _table().find(tokens, overlapping=True)}


@cache
def _stems() -> frozenset[str]:
    words = load("communities", Words).words
    return stems(words["founded"], words["works"])


@cache
def _gate() -> Gate:
    words = load("communities", Words).words
    return Gate(words["noun"], words["body"], words["society"])


@cache
def _table() -> PhraseTable:
    return PhraseTable(load("communities", Words).words)
