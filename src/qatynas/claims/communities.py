"""Sentences become community claims: diaspora and cultural bodies, where and since when, and what they grew out of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from qatynas.claims.acts import Mood, mood, part_of, verb
from qatynas.claims.agreements_spelling import nominative
from qatynas.claims.communities_grown import rebuilt, with_carried, with_forerunner
from qatynas.claims.communities_words import (
    Told,
    country_place,
    gate,
    in_quotes,
    keys_of,
    known_stems,
    place_after,
    place_before,
    place_told,
    table,
)
from qatynas.claims.context import At
from qatynas.claims.once import per_reading
from qatynas.claims.when_entries import entry_date
from qatynas.claims.when_places import town_of
from qatynas.claims.when_told import Moment, nearest_season, told
from qatynas.language import Hit
from qatynas.language.mentions import Case, DateRole, NameType, Reading
from qatynas.model import HEADLINES, Claim, Community, Place, Span

_YEAR = 4  # letters of a year
_LONG_KIND = 2  # words between a name in quotes and its noun that make the noun a part of the name
_KNOWN = 3  # sentences over which a list of bodies goes on
_NEAR = 3  # words before a noun among which its people is named
_OPENING_LINES = 4
_OPENING, _CLOSING = "«“„", "»”"


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
            place=body.place or place_told(at),
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
        told_here = sentence.block not in HEADLINES and gate().passes(sentence)
        named = list(_named(at, known=last is not None and index - last[0] <= _KNOWN)) if told_here else []
        here = [body for body in named if body.said]
        here = with_forerunner(at, here) if here else here
        known = last is not None or bool(here)
        if told_here and not (here and here[0].succeeds) and (grown := rebuilt(at, known=known)):
            here = grown
        if last and index - last[0] <= 2:
            here = with_carried(at, here, named, last[1])
        here = [b for b in here if (b.name, b.place.name if b.place else None) not in claimed]
        claimed.update((b.name, b.place.name if b.place else None) for b in here)
        found.append(tuple(here))
        if named or here:
            last = (index, (here or named)[-1])
    return tuple(found)


def _named(at: At, *, known: bool) -> Iterator[Told]:
    """The bodies that the sentence names: those in quotes before the noun, or the noun with the words before it.

    known: the text has just told of such bodies, so that «Ала-Тоо» бірлестігі is one by its place alone.
    """
    tokens = at.sentence.tokens
    done_upto = 0
    turned = "grown" in keys_of(tokens) and len(list(in_quotes(tokens))) > 1  # one body in quotes becomes another
    for hit in table().find(tokens):
        if hit.key != "noun" and not (
            hit.key == "loose"
            and not turned
            and (_is_of_a_people(at, hit) or (known and _is_another(at, hit)) or _is_of_diaspora(at, hit))
        ):
            continue
        said = _says(at, hit)
        moment = _founded_at(at, hit)
        quoted = _quoted_before(at, hit, done_upto)
        quoted = quoted[-1:] if turned else quoted
        done_upto = hit.last + 1
        if not quoted:
            first = _owned(at, hit) if _has_owner(at, hit) else _described(at, hit)
            behind = _called_behind(at, hit)
            if tokens[hit.last].plural or (first == hit.first and not _has_owner(at, hit) and not behind):
                continue
            span = tokens[first].span.join(tokens[hit.last].span)
            place = place_before(at, span.start) or place_after(at, span.end) or country_place(at)
            called = behind or _named_next(at) or _spelled(at, first, hit)
            for town in (*_joined_towns(at, span.start), place):
                yield Told(called, _sentence_or_part(at, span), town, moment, said=said)
            continue
        for name in quoted:
            place = place_before(at, name.start) or place_after(at, name.end) or country_place(at)
            stands = said or _is_placed(at, hit, place)
            called = _called(at, hit, name, alone=len(quoted) == 1)
            yield Told(called, _sentence_or_part(at, name), place, moment, said=stands)


def _called_behind(at: At, hit: Hit) -> str | None:
    """«диаспораның тұңғыш орталығы «Бірлік» … тіркелді»: its name in quotes right behind the noun."""
    following = at.sentence.tokens[hit.last + 1 : hit.last + 2]
    if not following or following[0].text not in _OPENING:
        return None
    return next((span.of(at.reading.text) for span in in_quotes(at.sentence.tokens[hit.last + 1 :])), None)


def _named_next(at: At) -> str | None:
    """«… қауымдастығы ашылды. Оның аты – «Туған жер»»: the name that the next sentence gives it."""
    after = next(iter(at.after(1)), None)
    if after is None or not after.same_paragraph(at) or "called" not in keys_of(after.sentence.tokens[:_NEAR]):
        return None
    return next((span.of(at.reading.text) for span in in_quotes(after.sentence.tokens)), None)


def _joined_towns(at: At, position: int) -> Iterator[Place]:
    """«Алматы мен Бішкекте қос орталық құрылды»: the towns joined to the one that says where."""
    places = [n for n in at.names_in(at.sentence.span, NameType.PLACE) if n.span.end <= position]
    for town, last in pairwise(places):
        gap = at.reading.text[town.span.end : last.span.start].strip()
        joined = gap in ("мен", "пен", "бен", "және", ",") and last.case == Case.LOC and town.case in (None, Case.NOM)
        if joined and (place := town_of(at, town)):
            yield place


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
    for found in table().find(tokens):
        if found.key in ("founded", "works") and verb(tokens[found.last], known_stems()):
            return mood(at, found.last, known_stems()) not in (Mood.DENIED, Mood.UNREAL)
    return not at.sentence.text.rstrip().endswith("?")


def _is_of_a_people(at: At, hit: Hit) -> bool:
    """«қазақтардың «Береке» қоғамы»: a society is a community where a people's name stands before it."""
    words = {name.role for name in at.names_in(at.sentence.span, NameType.STATE) if name.span.end <= hit.span.start}
    near = at.sentence.tokens[max(0, hit.first - _NEAR) : hit.first]
    named = bool(_quoted_before(at, hit, 0)) or _called_behind(at, hit) is not None
    return ("adjective" in words or "peoples" in keys_of(near)) and named


def _is_of_diaspora(at: At, hit: Hit) -> bool:
    """«Ала-Тоо» бірлестігі … ашылған, in a text that opens with a diaspora: a society founded or at work in a town."""
    if not _quoted_before(at, hit, 0) or not {"founded", "works"} & keys_of(at.sentence.tokens):
        return False
    return _tells_of_diaspora(at.reading)


@per_reading
def _tells_of_diaspora(reading: Reading) -> bool:
    """Whether one of the first sentences names a diaspora."""
    return any("diaspora" in keys_of(sentence.tokens) for sentence in reading.sentences[:_OPENING_LINES])


def _is_another(at: At, hit: Hit) -> bool:
    """«Шымкенттегі «Ала-Тоо» бірлестігі»: a society in quotes with its town, where bodies of a people are listed."""
    quoted = _quoted_before(at, hit, 0)
    return bool(quoted) and place_before(at, quoted[0].start) is not None


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
    while first > 0 and "describing" in keys_of((tokens[first - 1],)) and tokens[first - 1].kind == "word":
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
    if tokens[hit.last].case in (Case.GEN, Case.INS, Case.ABL) and "founded" not in keys_of(tokens):
        return False
    if any(token.lower == "жоқ" for token in tokens[hit.last + 1 : hit.last + 2]):
        return False
    own = part_of(at, hit.span)
    found_here = sorted(table().find(tokens), key=lambda found: not own.covers(found.span))
    for found in found_here:
        if found.key in ("founded", "works") and verb(tokens[found.last], known_stems()):
            tone = mood(at, found.last, known_stems())
            if tone in (Mood.DENIED, Mood.UNREAL):
                return False
            if tone in (Mood.DONE, Mood.PLANNED):
                return True
    return _goes_on(at, own) is not None


def _goes_on(at: At, part: Span) -> Hit | None:
    """«1992 жылдан бері тізгінін босатқан жоқ»: a stop that is denied says that it works on."""
    for found in table().find(at.sentence.tokens, overlapping=True):
        ceasing = found.key == "ceasing" and part.covers(found.span)
        if (
            ceasing
            and verb(at.sentence.tokens[found.last], known_stems())
            and mood(at, found.last, known_stems()) == Mood.DENIED
        ):
            return found
    return None


def _founded_at(at: At, hit: Hit) -> Moment | None:
    """The date of its founding, or since when it works."""
    own = part_of(at, hit.span)
    told_of = [found for found in table().find(at.sentence.tokens) if found.key in ("founded", "works")]
    told_of = [found for found in told_of if verb(at.sentence.tokens[found.last], known_stems()) is not None]
    if aged := _aged(at, own):
        return aged
    if on := _goes_on(at, own):
        told_of = [Hit("works", on.first, on.last, on.span, on.case)]
    for found in [found for found in told_of if own.covers(found.span)] or told_of:
        if found.key == "founded" and not at.dates_in(at.sentence.span) and (entry := entry_date(at)):
            return entry
        since = told(at, found.span)
        if since and since.span and not part_of(at, found.span).covers(since.span):
            continue
        if found.key == "works" and not any(d.role == DateRole.FROM for d in at.sentence.dates):
            continue
        return replace(since, edtf=since.edtf.split("/")[0]) if since else None
    return _since(at, own) if not told_of else None


def _since(at: At, part: Span) -> Moment | None:
    """«2012 жылдан бері меймандарды қарсы алады»: since when it does whatever it does."""
    dates = [d for d in at.dates_in(part) if d.role == DateRole.FROM and d.edtf and d.edtf[:_YEAR].isdigit()]
    if not dates:
        return None
    return Moment((dates[0].edtf or "").split("/")[0], "since when", dates[0].span, dates[0].span.of(at.reading.text))


def _aged(at: At, part: Span) -> Moment | None:
    """«осы жазда он жасқа толды», «жиырма жылдығын атап өтті»: founded so many years before."""
    tokens = at.sentence.tokens
    keys = keys_of(at.tokens_in(part))
    if "works" not in keys or not keys & {"aged"}:
        return None
    for number in at.numbers_in(part):
        index = next((i for i, t in enumerate(tokens) if t.span.start >= number.digits.end), len(tokens))
        after = tokens[index : index + 1]
        full = any(t.lower.startswith(("тол", "атап", "тойла")) for t in tokens[index + 1 : index + 4])
        if not after or not full or "aged" not in keys_of(after):
            continue
        date = next((d for d in at.dates_in(part) if d.edtf and d.edtf[:4].isdigit()), None)
        season = next((m for d in at.dates_in(part) if (m := nearest_season(at, d, past=True))), None)
        day = (date.edtf if date else None) or season or (at.day or "")[:_YEAR]
        if not day[:_YEAR].isdigit():
            return None
        year = f"{int(day[:_YEAR]) - int(number.quantity.value):04d}{day[_YEAR:]}"
        return Moment(year, "so many years before", number.span, number.span.of(at.reading.text))
    return None
