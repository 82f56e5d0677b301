"""Sentences become aid claims: help that one side gave the other, for what and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import msgspec

from qatynas.claims.acts import Mood, mood, stems, verb
from qatynas.claims.context import At
from qatynas.claims.gate import Gate
from qatynas.claims.once import per_reading
from qatynas.claims.when import is_before, moment
from qatynas.claims.when_told import Moment
from qatynas.data import load
from qatynas.language import Hit, PhraseTable
from qatynas.language.mentions import Case, DateRole, NameMention, NameType, Reading, Token
from qatynas.model import HEADLINES, Aid, Claim, Span

_REACH = 7  # words between «көмек» and its verb
_NAMES = (NameType.STATE, NameType.SIDE, NameType.PLACE, NameType.ORGANISATION, NameType.OFFICE, NameType.PERSON)


_JOINED = len(" және ")  # letters between two names that take together


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """data/aid.toml."""

    words: dict[str, tuple[str, ...]]
    purposes: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Help:
    """Help as a sentence tells it."""

    giver: str
    taker: str
    purpose: str | None
    moment: Moment | None
    span: Span
    status: str


def claims(at: At) -> Iterator[Claim]:
    """Claims of this kind in one sentence."""
    for help_ in _helps(at.reading)[at.index]:
        when = help_.moment
        carried = when is not None and when.span is not None and not help_.span.covers(when.span)
        yield at.make(
            Aid,
            help_.span,
            parties=tuple(sorted((help_.giver, help_.taker))),
            support=((when.span, "date"),) if carried and when and when.span else (),
            why=(("from", "who sends it", ""),) + ((("date", when.rule, when.words),) if when else ()),
            status=help_.status,
            from_=help_.giver,
            to=help_.taker,
            purpose=help_.purpose,
            date=when.edtf if when else None,
        )


@per_reading
def _helps(reading: Reading) -> tuple[tuple[Help, ...], ...]:
    """The help of each sentence; the same direction and need once, the body before headlines."""
    found: list[tuple[Help, ...]] = [() for _ in reading.sentences]
    told: list[Help] = []
    for index in sorted(range(len(found)), key=lambda i: (reading.sentences[i].block in HEADLINES, i)):
        here = _in_sentence(At(reading, index))
        if here and not any(_same(here, other) for other in told):
            told.append(here)
            found[index] = (here,)
    return tuple(found)


def _same(one: Help, other: Help) -> bool:
    dates = {help_.moment.edtf[:4] if help_.moment else None for help_ in (one, other)}
    return (one.giver, one.taker) == (other.giver, other.taker) and (len(dates) == 1 or None in dates)


def _in_sentence(at: At) -> Help | None:
    if not _gate().passes(at.sentence):
        return None
    tokens = at.sentence.tokens
    for hit in _table().find(tokens):
        if hit.key != "help" or "general" in _keys(tokens):
            continue
        act = _act(at, hit)
        if act is None:
            continue
        giver, taker = _direction(at, hit, act[0])
        if giver is None or taker is None or giver == taker:
            continue
        when = moment(at, act[0].span, past=act[1] == Mood.DONE)
        when = when if when and when.span else _of_the_need(at, act[0]) or when
        if when is None and not is_before(at, act[0].span):
            when = _report_day(at)
        status = "done" if act[1] == Mood.DONE else "planned"
        return Help(giver, taker, _purpose(at), when, at.sentence.span, status)
    return _relief(at)


def _relief(at: At) -> Help | None:
    """«апат аймағына 240 тонна ұн аттандырды», «ауруханаға құрал сыйлады»: sent after a calamity or given."""
    tokens = at.sentence.tokens
    keys = _keys(tokens)
    gift = "gift" in keys
    if "relief" not in keys or not keys & {"sent", "gift"} or keys & {"trade", "general"}:
        return None
    if not gift and not _after_calamity(at):
        return None
    for hit in _table().find(tokens, overlapping=True):
        if hit.key != ("gift" if gift else "sent") or verb(tokens[hit.last], _sending()) is None:
            continue
        tone = mood(at, hit.last, _sending())
        giver, taker = _direction(at, Hit(hit.key, 0, 0, hit.span, hit.case), hit)
        if giver and not taker and giver in at.pair and len(at.pair) == 2:
            taker = next(code for code in at.pair if code != giver)
        if tone not in (Mood.DONE, Mood.PLANNED) or giver is None or taker is None or giver == taker:
            return None
        if not _goes_abroad(at, giver, hit):
            return None
        when = moment(at, hit.span, past=tone == Mood.DONE)
        when = when if when and when.span else _of_the_need(at, hit) or when
        return Help(giver, taker, _purpose(at), when, at.sentence.span, "done" if tone == Mood.DONE else "planned")
    return None


def _after_calamity(at: At) -> bool:
    """Whether this sentence or the one before it in the paragraph tells of a calamity."""
    near = (at, *(other for other in at.before(1) if at.same_paragraph(other)))
    return any("calamity" in _keys(other.sentence.tokens) for other in near)


def _goes_abroad(at: At, giver: str, act: Hit) -> bool:
    """Whether something in the dative receives it, and no place of the giver's own."""
    names = [name for name in at.names_in(at.sentence.span, NameType.PLACE, NameType.STATE) if _goes_out(name)]
    if any(name.country not in (None, giver) for name in names):
        return True
    if any(name.country == giver for name in names):
        return False
    if act.key == "gift":
        return any(t.case == Case.DAT and "recipient" in _keys((t,)) for t in at.sentence.tokens)
    before = [token for token in at.sentence.tokens if token.span.end <= act.span.start]
    dated = [date.span for date in at.sentence.dates]
    return any(token.case == Case.DAT and not any(d.covers(token.span) for d in dated) for token in before)


def _of_the_need(at: At, act: Hit) -> Moment | None:
    """«2024 жылғы көктемде су басқан ауылдарға … жіберді»: the day of the calamity, where the sending has none."""
    dates = [d for d in at.sentence.dates if d.edtf and d.role != DateRole.EVERY and d.span.end <= act.span.start]
    if not dates:
        return None
    return Moment(dates[-1].edtf or "", "date of the need", dates[-1].span, dates[-1].span.of(at.reading.text))


def _report_day(at: At) -> Moment | None:
    """«таяуда ғана»: help told as news is of the document's year."""
    if at.day is None or not at.day[:4].isdigit():
        return None
    return Moment(at.day[:7], "told as news", None)


def _act(at: At, hit: Hit) -> tuple[Hit, Mood] | None:
    """The verb that sends the help: after the noun, or a participle before it («Қазақстан жеткізген … көмек»)."""
    tokens = at.sentence.tokens
    for found in _table().find(tokens):
        near = 0 < found.first - hit.last <= _REACH or 0 < hit.first - found.last <= _REACH
        if found.key != "given" or not near or verb(tokens[found.last], _stems()) is None:
            continue
        before = found.last < hit.first
        reading = verb(tokens[found.last], _stems())
        if before and not (reading and reading.form == "participle" and reading.case == Case.NOM):
            continue
        tone = mood(at, found.last, _stems())
        if tone in (Mood.DENIED, Mood.UNREAL):
            return None
        if tone in (Mood.DONE, Mood.PLANNED):
            return found, tone
    return None


def _direction(at: At, hit: Hit, act: Hit) -> tuple[str | None, str | None]:
    """From whom to whom, by the cases of the names: nominative or ablative gives, dative receives."""
    names = [name for name in at.names_in(at.sentence.span, *_NAMES) if name.country]
    before = act.last < hit.first
    giver = _giver(
        [n for n in names if not before or n.span.end <= at.sentence.tokens[act.first].span.start][
            :: -1 if before else 1
        ]
    )
    taker = _taker(at, names, giver)
    if before and taker is None:
        taker = next((name.country for name in names if name.country != giver), None)
    pair = at.pair
    if giver and not taker and giver in pair and len(pair) == 2 and any(_goes_out(n) for n in names):
        taker = next(code for code in pair if code != giver)
    if taker and not giver and taker in pair and len(pair) == 2 and len({n.country for n in names}) == 1:
        giver = next(code for code in pair if code != taker)
    return giver, taker


def _giver(names: Sequence[NameMention]) -> str | None:
    for cases in ((Case.NOM, None), (Case.ABL,), (Case.GEN,)):
        for name in names:
            if name.case in cases and not name.attributive and not _is_joined_on(name, names):
                return name.country
    return None


def _is_joined_on(name: NameMention, names: Sequence[NameMention]) -> bool:
    """«Ақтөбе мен Атырауға»: the first of two that take, not who gives."""
    if name.case not in (None, Case.NOM):
        return False
    return any(
        other.case == Case.DAT and 0 < other.span.start - name.span.end <= _JOINED and other.country == name.country
        for other in names
    )


def _goes_out(name: NameMention) -> bool:
    return name.case in (Case.DAT, Case.GEN, Case.LOC) or name.attributive


def _taker(at: At, names: Sequence[NameMention], giver: str | None) -> str | None:
    """The dative; else the state whose region or people suffered («Ош облысындағы … зардап шеккендерге»)."""
    for name in names:
        if name.case == Case.DAT and name.country != giver:
            return name.country
    for name in names:
        if name.country != giver and (_goes_out(name) or _owns_dative(at, name)):
            return name.country
    return None


def _owns_dative(at: At, name: NameMention) -> bool:
    """«Қазақстан өңірлеріне»: a state before the dative that belongs to it."""
    following = [token for token in at.sentence.tokens if token.span.start >= name.span.end][:2]
    return any(token.case == Case.DAT and token.possessive for token in following)


def _purpose(at: At) -> str | None:
    """What the help was for: named in the sentence, else in the next one or the one before."""
    for other in (at, *at.after(2), *at.before(1)):
        if not at.same_paragraph(other):
            continue
        hits = _purposes().find(other.sentence.tokens)
        if hits:
            return hits[0].key
    return None


def _keys(tokens: Sequence[Token]) -> set[str]:
    return {hit.key for hit in _table().find(tokens, overlapping=True)}


@cache
def _stems() -> frozenset[str]:
    return stems(load("aid", Words).words["given"])


@cache
def _gate() -> Gate:
    words = load("aid", Words).words
    return Gate(words["help"], words["sent"], words["gift"])


@cache
def _sending() -> frozenset[str]:
    words = load("aid", Words).words
    return stems(words["sent"], words["gift"])


@cache
def _table() -> PhraseTable:
    return PhraseTable(load("aid", Words).words)


@cache
def _purposes() -> PhraseTable:
    return PhraseTable(load("aid", Words).purposes)
