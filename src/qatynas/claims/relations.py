"""Sentences become relation claims: diplomatic relations, embassies, consulates, travel without visas."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import msgspec

from qatynas.claims.acts import Mood, mood, part_of, parts, stems, verb
from qatynas.claims.context import At
from qatynas.claims.gate import Gate
from qatynas.claims.once import per_reading
from qatynas.claims.when_entries import entry_date
from qatynas.claims.when_told import Moment, to_come, told
from qatynas.data import load
from qatynas.language import Hit, PhraseTable
from qatynas.language.mentions import Case, DateRole, NameType, Reading
from qatynas.model import HEADLINES, Claim, Relation, Span

_DAY = len("2025-08-21")
_YEAR = len("2025")
_BESIDE = 4  # words between «ашқан» and the noun


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """data/relations.toml: nouns and verbs by type."""

    types: dict[str, tuple[str, ...]]
    verbs: dict[str, tuple[str, ...]]
    words: dict[str, tuple[str, ...]]


def claims(at: At) -> Iterator[Claim]:
    """Claims of this kind in one sentence."""
    for kind, span, moment, status in _relations(at.reading)[at.index]:
        parties = at.parties()
        if len(parties) < 2:
            continue
        carried = moment and moment.span and not span.covers(moment.span)
        yield at.make(
            Relation,
            span,
            parties=parties,
            support=((moment.span, "date"),) if carried and moment and moment.span else (),
            why=(("date", moment.rule, moment.words),) if moment else (),
            status=status,
            type=kind,
            date=moment.edtf if moment else None,
        )


Found = tuple[str, Span, Moment | None, str]


@per_reading
def _relations(reading: Reading) -> tuple[tuple[Found, ...], ...]:
    """The relations of each sentence; a second mention without a date of its own adds nothing."""
    told_types: set[tuple[str, str | None]] = set()
    found: list[tuple[Found, ...]] = []
    for index, sentence in enumerate(reading.sentences):
        here: list[Found] = []
        if sentence.block not in HEADLINES:
            for item in _in_sentence(At(reading, index)):
                key = (item[0], item[2].edtf if item[2] else None)
                if key in told_types and not here:
                    continue
                here.append(item)
            told_types.update((item[0], item[2].edtf if item[2] else None) for item in here)
        found.append(tuple(here))
    return tuple(found)


def _in_sentence(at: At) -> Iterator[Found]:
    if not _gate().passes(at.sentence):
        return
    tokens = at.sentence.tokens
    for hit in _types().find(tokens):
        head = _verb_of(at, hit)
        if head is None:
            continue
        found = mood(at, head, _stems())
        span = hit.span.join(tokens[head].span)
        if found in (Mood.DENIED, Mood.UNREAL):
            continue
        moment = _anniversary(at, hit) or _moment(at, span, past=found != Mood.PLANNED)
        if moment and moment.rule == "date named":
            moment = replace(moment, edtf=moment.edtf.split("/")[0] or moment.edtf)
        opened = found == Mood.DONE and hit.key != "diplomatic_relations" and _is_opening(at, head)
        if moment is None and opened:
            yield from _each(at, hit, span, None, "done")
        if moment:
            planned = found == Mood.PLANNED and not _has_begun(at, moment)
            yield from _each(at, hit, span, moment, "planned" if planned else "done")


def _verb_of(at: At, hit: Hit) -> int | None:
    """The first verb after the noun that makes of it a fact of this type."""
    tokens = at.sentence.tokens
    following = tokens[hit.last + 1 :]
    for found in _verbs(hit.key).find(following):
        index = hit.last + 1 + found.last
        if verb(tokens[index], _stems()) is not None or tokens[index].lower in _anniversary_words():
            return index
    if hit.key == "diplomatic_relations":
        return _years_alone(at)
    return _participle_before(at, hit) or _since(at, hit)


def _participle_before(at: At, hit: Hit) -> int | None:
    """«министр 2023 жылы ашқан Ош консулдығы»: told as an attribute, with no more than a town between."""
    tokens = at.sentence.tokens
    first = max(0, hit.first - _BESIDE)
    for found in reversed(_verbs(hit.key).find(tokens[first : hit.first])):
        reading = verb(tokens[first + found.last], _stems())
        if reading is not None and reading.form == "participle" and reading.case == Case.NOM:
            return first + found.last
    return None


def _years_alone(at: At) -> int | None:
    """«дипломатиялық байланысқа биыл 33 жыл»: the years at the end of a sentence without a verb."""
    words = [index for index, token in enumerate(at.sentence.tokens) if token.kind == "word"]
    last = words[-1] if words else None
    return last if last is not None and at.sentence.tokens[last].lower == "жыл" else None


def _since(at: At, hit: Hit) -> int | None:
    """«… елшілігі 1993 жылдан бері»: since when, with no verb at all behind it."""
    tokens = at.sentence.tokens
    if any((r := verb(t)) and r.form not in ("stem", "infinitive") for t in tokens[hit.last + 1 :]):
        return None
    since = [d for d in at.sentence.dates if d.role == DateRole.FROM and d.span.start >= hit.span.end]
    return next((i for i, t in enumerate(tokens) if since and t.span.end == since[0].span.end), None)


def _moment(at: At, span: Span, *, past: bool) -> Moment | None:
    own = told(at, span, past=past) or _same_day(at) or (entry_date(at) if past else None)
    return own or (None if past else _told_of_it(at, span))


def _told_of_it(at: At, span: Span) -> Moment | None:
    """«Ошта бас консулдық ашамыз, ол сәуірде іске кіріседі»: when, as a later part of the sentence says of it."""
    for part in parts(at):
        opening = at.tokens_in(part)[:2]
        if part.start >= span.end and any(token.lower in ("ол", "оны", "оның") for token in opening):
            dates = [d for d in at.dates_in(part) if d.edtf]
            if dates:
                return Moment(to_come(at, dates[0]), "date named", dates[0].span, dates[0].span.of(at.reading.text))
    return None


def _same_day(at: At) -> Moment | None:
    """«сол күні»: the date that the sentence names before it."""
    dates = [d for d in at.sentence.dates if d.edtf]
    if dates and any(token.lower in ("сол", "осы") for token in at.sentence.tokens):
        return Moment(dates[0].edtf or "", "the same day", dates[0].span, dates[0].span.of(at.reading.text))
    return None


def _is_opening(at: At, index: int) -> bool:
    """«ашылды», «енгізілді»: news of itself, with or without a date."""
    return any(hit.key == "opening" for hit in _openings().find(at.sentence.tokens[index : index + 1]))


def _has_begun(at: At, moment: Moment) -> bool:
    """«1992 жылдан бастау алады»: a present tense about a past date."""
    return at.day is not None and moment.edtf[:4] < at.day[:4]


def _anniversary(at: At, hit: Hit) -> Moment | None:
    """«дипломатиялық қатынас орнағанына 30 жыл толды»: the document's year less so many."""
    if at.day is None or hit.key != "diplomatic_relations" or not at.day[:4].isdigit():
        return None
    days = [d.edtf for d in at.sentence.dates if d.edtf and len(d.edtf) == _DAY]
    if any(d.edtf and len(d.edtf) > 4 and not d.relative for d in at.sentence.dates):
        return None
    for number in at.sentence.numbers:
        others = [d for d in at.sentence.dates if not d.span.meets(number.digits)]  # «33 жыл бұрын» is its own date
        following = [t.lower for t in at.sentence.tokens if t.span.start >= number.digits.end][:4]
        if following[:1] and following[0].startswith("жыл") and any(w in _anniversary_words() for w in following):
            told = next((d.edtf for d in others if d.edtf and len(d.edtf) == _YEAR), None)
            year = int(told or at.day[:_YEAR]) - int(number.quantity.value)
            edtf = f"{year:04d}{days[0][4:] if days else ''}"
            return Moment(edtf, "counted back from an anniversary", number.digits, number.span.of(at.reading.text))
    return None


def _each(at: At, hit: Hit, span: Span, moment: Moment | None, status: str) -> Iterator[Found]:
    """«Ташкентте Қазақстанның, Астанада Өзбекстанның консулдығы ашылды»: one for each place."""
    part = part_of(at, span)
    quote = part if len(part) <= 4 * len(span) + 120 else span
    places = [n for n in at.names_in(quote, NameType.PLACE) if n.case == Case.LOC and not _is_corrected(at, n.span)]
    if hit.key not in ("embassy", "consulate") or len(places) < 2:
        yield hit.key, quote, moment, status
        return
    for place, following in zip(places, [*places[1:], None], strict=False):
        end = following.span.start if following else quote.end
        own = [d for d in at.dates_in(Span(place.span.start, end)) if d.edtf]
        words = own[0].span.of(at.reading.text) if own else ""
        dated = Moment((own[0].edtf or "").split("/")[0], "date named", own[0].span, words) if own else moment
        yield hit.key, Span(place.span.start, quote.end), dated, status


def _is_corrected(at: At, span: Span) -> bool:
    """«Астанада емес, Алматыда»."""
    return [t.lower for t in at.sentence.tokens if t.span.start >= span.end][:1] == ["емес"]


@cache
def _anniversary_words() -> frozenset[str]:
    return frozenset(word.lstrip("=") for word in load("relations", Words).words["anniversary"])


@cache
def _stems() -> frozenset[str]:
    return stems(*load("relations", Words).verbs.values())


@cache
def _openings() -> PhraseTable:
    return PhraseTable({"opening": load("relations", Words).words["opening"]})


@cache
def _gate() -> Gate:
    return Gate(*load("relations", Words).types.values())


@cache
def _types() -> PhraseTable:
    return PhraseTable(load("relations", Words).types)


@cache
def _verbs(kind: str) -> PhraseTable:
    words = load("relations", Words)
    return PhraseTable({"verb": (*words.verbs[kind], *words.words["anniversary"][:6])})
