"""Where people of two states met, by words other than the town they met in."""

from __future__ import annotations

from qatynas.claims.acts import parts, verb
from qatynas.claims.clauses import tokens_after
from qatynas.claims.context import At
from qatynas.claims.meetings_words import signs, table, verbs
from qatynas.claims.when import carried_place, is_within, setting_of
from qatynas.claims.when_places import own_place, settled, town_of
from qatynas.claims.when_told import COUNTED, Moment
from qatynas.language.mentions import Case, NameType
from qatynas.model import Place, Span

_OPENING = 4  # words of a part that point back
_STORY = 3  # sentences back to which a story goes on in one place
_HOSTS = 5  # words after a town among which its verb of hosting stands


def named_by(at: At, head: Span) -> Place | None:
    """«Шолпан-Ата кездесуі»: a place right before the noun of a meeting."""
    near = [n for n in at.names_in(at.sentence.span, NameType.PLACE) if 0 < head.start - n.span.end <= 1]
    return town_of(at, near[-1]) if near and near[-1].case in (None, Case.NOM) else None


def gone_to(at: At, part: Span) -> Place | None:
    """«Бішкекке келіп, … келіссөз жүргізді», «Астанаға келгенде қол қойысты»: where they went before."""
    tokens = at.tokens_in(part)
    for hit in table("visit_signs").find(tokens):
        token = tokens[hit.last]
        reading = verb(token, verbs()) if hit.key == "motion" else None
        goes = reading is not None and (
            reading.form == "converb" or (reading.form == "participle" and reading.case in (Case.LOC, Case.NOM))
        )
        if not goes:
            continue
        names = [n for n in at.names_in(part, NameType.PLACE) if n.case == Case.DAT and n.span.end <= token.span.start]
        if names and (place := town_of(at, names[-1])):
            return place
    return None


def visited(at: At) -> Place | None:
    """«Тоқаевтың Бішкекке ресми сапары кезінде кеңес бас қосты»: where the visit told in the same sentence goes."""
    if not table("visits").find(at.sentence.tokens):
        return None
    names = [n for n in at.names_in(at.sentence.span, NameType.PLACE) if n.case == Case.DAT]
    return next((place for name in names if (place := town_of(at, name))), None)


def planned_for(at: At, part: Span) -> Place | None:
    """«отырысы Ошқа жоспарланған», «Бішкекке белгіленді»: a place in the dative right before the verb of planning."""
    for token in at.tokens_in(part):
        if "planning" not in signs("words", (token,)):
            continue
        names = [n for n in at.names_in(part, NameType.PLACE) if n.case == Case.DAT]
        near = [n for n in names if n.span.end <= token.span.start <= n.span.end + 2]
        if near:
            return town_of(at, near[-1])
    return None


def of_story(at: At, moment: Moment | None) -> Place | None:
    """«Сапардың екінші күні …»: where the visit that the days are counted in went."""
    if moment is None or moment.rule != COUNTED:
        return None
    for other in at.before(_STORY):
        goals = [n for n in at.reading.sentences[other.index].names if n.type == NameType.PLACE and n.case == Case.DAT]
        if place := own_place(other, other.sentence.span) or next((p for n in goals if (p := town_of(other, n))), None):
            return place
    return None


def told_of_it(at: At, part: Span) -> Place | None:
    """«… қарашаға жылжытылды, ол Алматыда өтеді»: a later part says where."""
    venue = [p for p in parts(at) if p.start >= part.end and "venue" in signs("words", at.tokens_in(p))]
    named = [n for p in venue for n in at.names_in(p, NameType.PLACE) if n.case in (None, Case.NOM) and n.country]
    if named:
        return settled(named[0])  # «…, өтетін жері – Қарақол»
    later = [p for p in parts(at) if p.start >= part.end and "it" in signs("words", at.tokens_in(p)[:_OPENING])]
    return next(
        (place for p in later if "held" in signs("words", at.tokens_in(p)) and (place := own_place(at, p))), None
    )


def hosting(at: At) -> Place | None:
    """«отырысты Ош қабылдайды», «қонақтарды Тараз күтіп алады»: a town that is the subject of the holding."""
    for name in at.names_in(at.sentence.span, NameType.PLACE):
        if name.case not in (None, Case.NOM) or name.attributive or not name.country:
            continue
        after = tokens_after(at.sentence, name.span.end)[:_HOSTS]
        if "hosting" in signs("words", after):
            return settled(name)
    return None


def in_setting(at: At, moment: Moment | None) -> bool:
    """Whether a meeting of this time is part of the event that the report tells of."""
    setting = setting_of(at)
    if moment is None or setting is None or setting.moment is None:
        return False
    one, other = moment.edtf, setting.moment.edtf
    return one == other or other in one.split("/") or is_within(one, other)


def setting_place(at: At, head: Span, host: str, moment: Moment | None) -> Place | None:
    """The place of the report's setting where it lies in the host's country and the meeting is part of it."""
    if not in_setting(at, moment):
        return None
    place = carried_place(at, head)
    return place if place and place.country == host else None
