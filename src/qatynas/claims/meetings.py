"""Sentences become meeting claims: visits, talks, calls, sessions of bodies, forums and summits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from qatynas.claims.context import At
from qatynas.claims.meetings_journeys import CAME, journeys
from qatynas.claims.meetings_met import Met
from qatynas.claims.meetings_sessions import another_one, gatherings, moved_on, nth_one, others_in, sessions
from qatynas.claims.meetings_talks import RECEIVING, talks, together
from qatynas.claims.meetings_visits import BY_PARTICIPLE, visits
from qatynas.claims.meetings_words import gates
from qatynas.claims.once import per_reading
from qatynas.language.mentions import Reading
from qatynas.model import HEADLINES, Claim, Meeting

_NEXT = frozenset({"келесі", "келер", "кезекті", "алдағы"})
_STEM = 5  # letters of «кеңес», «комиссия»
_POINTS_BACK = 2  # sentences back to which «ол», «келесісі» may refer
_GATHERINGS = frozenset({"session", "forum", "summit"})
_OF_STATE = frozenset({"state_visit", "official_visit"})  # of which talks in the same sentence are a part
_VISITS = frozenset({"state_visit", "official_visit", "working_visit", "visit"})


def claims(at: At) -> Iterator[Claim]:
    """Claims of this kind in one sentence."""
    for met in _meetings(at.reading)[at.index]:
        announced = met.type == "session" and met.status == "planned" and met.place is not None
        if len(met.parties) > 1 and (met.moment is not None or announced):
            yield _claim(at, met)


def _claim(at: At, met: Met) -> Claim:
    moment = met.moment
    support = [(met.number_span, "number")] if met.number_span else []
    if moment and moment.span and not met.span.covers(moment.span):
        support.append((moment.span, "date"))
    why = [("type", met.rule, met.head.of(at.reading.text))]
    if moment:
        why.append(("date", moment.rule, moment.words))
    return at.make(
        Meeting,
        met.span,
        parties=met.parties,
        support=tuple(support),
        why=tuple(why),
        status=met.status,
        type=met.type,
        date=moment.edtf if moment else None,
        place=met.place,
        participants=met.participants,
        host=met.host,
        guest=met.guest,
        body=met.body,
        number=met.number,
    )


@per_reading
def _meetings(reading: Reading) -> tuple[tuple[Met, ...], ...]:
    """The meetings of each sentence, each told once: what the body tells is not claimed of a headline again."""
    found: list[tuple[Met, ...]] = [() for _ in reading.sentences]
    told: list[Met] = []
    last: tuple[int, Met] | None = None
    order = sorted(range(len(reading.sentences)), key=lambda i: (reading.sentences[i].block in HEADLINES, i))
    for index in order:
        headline = reading.sentences[index].block in HEADLINES
        kept: list[Met] = []
        at = At(reading, index)
        here = _in_sentence(at)
        if last and index - last[0] <= _POINTS_BACK and not headline:
            own = any(met.type in _GATHERINGS for met in here)
            pointed = (None if own else moved_on(at, last[1])) or another_one(at, last[1])
            if pointed and pointed.put_off:
                here = [pointed]
                _take_back(found, told, last)
            elif pointed:
                here = [pointed, *(met for met in here if not met.span.meets(pointed.span))]
        nearest = next((met for met in here if met.type in (*_GATHERINGS, "talks")), last[1] if last else None)
        near = nearest is not None and (last is None or nearest is not last[1] or index - last[0] <= _POINTS_BACK)
        if near and nearest and not headline and (nth := nth_one(at, nearest)):
            here = [*(met for met in here if not met.span.meets(nth.span)), nth]
        for met in (_numbered(at, met, told) for met in here):
            if met.type in _GATHERINGS and not headline:
                last = (index, met)
            if not any(_same(met, other, headline=headline) or _harks_back(met, other) for other in told):
                kept.append(met)
                told.append(met)
        found[index] = tuple(kept)
    return tuple(found)


def _numbered(at: At, met: Met, told: Sequence[Met]) -> Met:
    """«келесі отырысы көктемде өтеді»: one more than the session of this body that was told before."""
    if met.type == "session" and met.number is not None and met.body_before:
        after = [
            o.body for o in told if o.type == "session" and o.number == met.number - 1 and _is_alike(o.body, met.body)
        ]
        return replace(met, body=after[-1]) if after else met
    if met.type != "session" or met.number is not None or met.status != "planned":
        return met
    if not any(token.lower in _NEXT for token in at.sentence.tokens):
        return met
    before = [other.number for other in told if other.type == "session" and other.body == met.body and other.number]
    return replace(met, number=before[-1] + 1) if before else met


def _is_alike(one: str | None, other: str | None) -> bool:
    """Whether two names of bodies end in one word, by which «кеңес» may mean either."""
    last = [name.split()[-1][:_STEM].lower() for name in (one, other) if name]
    return len(last) == 2 and last[0] == last[1]


def _take_back(found: list[tuple[Met, ...]], told: list[Met], last: tuple[int, Met]) -> None:
    """Forget the date that a meeting told before was to have, now that it is put off."""
    index, met = last
    if met.status == "planned" and not met.put_off:
        found[index] = tuple(other for other in found[index] if other is not met)
        told[:] = [other for other in told if other is not met]


def _in_sentence(at: At) -> list[Met]:
    """Visits, sessions, forums; talks only where they are not part of a visit told in the same sentence."""
    spoken = list(talks(at)) if gates()["meetings"].passes(at.sentence) else []
    coming = (gates()["visits"].passes(at.sentence) and list(visits(at))) or list(journeys(at))
    held = [*sessions(at)] if gates()["session"].passes(at.sentence) else []
    if not gates()["meetings"].passes(at.sentence):
        with_whom = None if coming or held else together(at)
        return [*_one_each(coming), *held, *([with_whom] if with_whom else [])]
    held += gatherings(at)
    if spoken:
        coming = [met for met in coming if met.rule != CAME]  # «Бішкекке барған вице-министр әріптесімен жолықты»
    if coming:
        aside = all(met.rule == BY_PARTICIPLE for met in coming)
        both = aside or not any(met.type in _OF_STATE for met in coming)
        spoken = [met for met in spoken if met.type == "call" or (both and RECEIVING not in met.rule)]
    held += [other for met in held if met.type in _GATHERINGS for other in others_in(at, met)]
    apart = [met for met in spoken if not any(met.span.meets(other.span) for other in held)]
    return [*_one_each(coming), *held, *apart]


def _one_each(coming: Sequence[Met]) -> Iterator[Met]:
    seen: set[tuple[str | None, str | None]] = set()
    for met in coming:
        key = (met.moment.edtf if met.moment else None, met.host)
        if key not in seen:
            seen.add(key)
            yield met


def _same(met: Met, other: Met, *, headline: bool) -> bool:
    """Whether two sentences tell of one meeting."""
    if headline and met.moment is None and met.type == "talks" and other.type in (*_GATHERINGS, *_VISITS):
        return (
            None in (met.host, other.host) or met.host == other.host
        )  # «Таразда ректорлар бас қосты» over the report of their forum
    if met.type != other.type and not (met.type in _VISITS and other.type in _VISITS):
        return False
    if headline:
        return met.type != "session" or None in (met.number, other.number) or met.number == other.number
    if met.type == "session":
        return met.body == other.body and met.number == other.number and _date(met) == _date(other)
    return _date(met) == _date(other) and met.host in (None, other.host)


def _harks_back(met: Met, other: Met) -> bool:
    """«кездесу мамыражай өтті»: a noun for a meeting of the setting's day that was told already."""
    moment = met.moment
    carried = moment is not None and not met.span.covers(moment.span or met.span)
    return met.rule == "talks told by their noun" and carried and _date(met) == _date(other)


def _date(met: Met) -> str | None:
    return met.moment.edtf if met.moment else None
