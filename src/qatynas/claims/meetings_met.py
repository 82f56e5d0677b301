"""A meeting as one sentence tells it: its time, its place, its sides and who took part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from msgspec.structs import replace as changed

from qatynas.claims.acts import Mood, mood, part_of, parts, verb
from qatynas.claims.clauses import tokens_after, tokens_in
from qatynas.claims.context import At
from qatynas.claims.meetings_places import (
    gone_to,
    hosting,
    in_setting,
    named_by,
    of_story,
    planned_for,
    setting_place,
    told_of_it,
    visited,
)
from qatynas.claims.meetings_words import signs, table, verbs
from qatynas.claims.when import announced, carried, carried_place, here
from qatynas.claims.when_lasting import has_ended, lasting, stretched
from qatynas.claims.when_places import own_place, same_place
from qatynas.claims.when_told import Moment, free_dates, is_moved_from, nearest_season, owner_of, to_come, told
from qatynas.claims.when_words import table as words_of_time
from qatynas.data import world
from qatynas.language.mentions import Case, DateMention, NameMention, NameType
from qatynas.model import Period, Place, Span

NO_ENVOYS = frozenset({"business", "expert"})  # offices of those who speak for no state
_MANY_HOLD = frozenset({"", "minister", "governor", "chairman", "secretary", "counterpart", "deputy_prime_minister"})
_CONVENED = "шақырыл"  # of a session held; «шақырды» plans a visit
_ANY = frozenset({""})  # no stem: any reading as a verb will do
_STORY = 3  # sentences back to which a story goes on in one place
_OPENING = 4  # words of a part that point back
_DAY = len("2025-08-21")
_BRIEF = 31  # days of a date that is one of an event
_HOSTS = 5  # words after a town among which its verb of hosting stands
_PEOPLE = (NameType.PERSON, NameType.OFFICE)
_STATES = (NameType.STATE, NameType.SIDE)


@dataclass(frozen=True, slots=True)
class Met:
    """A meeting. span is canonical and carries the claim; head is its noun or verb; rule says how it was read.

    body_before: the body is one told before, which «кеңестің» means.
    """

    type: str
    span: Span
    head: Span
    status: str
    moment: Moment | None
    place: Place | None
    host: str | None
    guest: str | None
    participants: tuple[str, ...]
    parties: tuple[str, ...]
    rule: str
    body: str | None = None
    number: int | None = None
    number_span: Span | None = None
    put_off: bool = False
    body_before: bool = False


def mood_at(at: At, index: int) -> Mood:
    """The mood of a meeting's verb; one of planning says that the meeting is to come."""
    found = mood(at, index, verbs())
    reading = verb(at.sentence.tokens[index], verbs())
    if found == Mood.DONE and reading and reading.form == "participle" and reading.case == Case.LOC:
        found = Mood.PLANNED if main_mood(at) == Mood.PLANNED else found  # «бас қосқанда қарайды»
    plans = "planning" in signs("words", (at.sentence.tokens[index],))
    plans = plans and not at.sentence.tokens[index].lower.startswith(_CONVENED)
    return Mood.PLANNED if plans and found == Mood.DONE else found


def main_mood(at: At) -> Mood:
    """The mood of the sentence's last verb."""
    tokens = at.sentence.tokens
    last = next((i for i in range(len(tokens) - 1, -1, -1) if tokens[i].kind == "word"), None)
    if last is not None and (ending := verb(tokens[last], _ANY)) and ending.known and ending.form == "past":
        return mood(at, last, _ANY)  # «талқыладық», which before other words may be a noun
    for index in range(len(tokens) - 1, -1, -1):
        reading = verb(tokens[index])
        if reading and reading.form not in ("stem", "infinitive"):
            return mood(at, index)
    return Mood.NOUN


def meet(
    at: At,
    kind: str,
    head: Span,
    found: Mood,
    rule: str,
    *,
    span: Span | None = None,
    host: str | None = None,
    guest: str | None = None,
    goal: Place | None = None,
) -> Met:
    """The meeting of this type at head; found is DONE or PLANNED. host, guest and goal, the place of a visit,
    are given where the words say them."""
    part = part_of(at, head)
    span = span or part
    put_off = postponed_to(at, part) or moved_in_sentence(at, part)
    past = found == Mood.DONE and put_off is None
    moment = put_off or _time(at, head, past=past)
    own, part = part, reach(at, part) if kind in ("talks", "call") else part
    place = (
        own_place(at, own)
        or goal
        or named_by(at, head)
        or own_place(at, part)
        or gone_to(at, part)
        or planned_for(at, part)
        or told_of_it(at, part)
        or (visited(at) if kind == "session" else None)
        or of_story(at, moment)
        or hosting(at)
        or here(at, head)
        or same_place(at, head)
        or (in_setting(at, moment) and carried_place(at, head))
        or None
    )
    people = participants(at, part)
    parties = _parties(at, part, people)
    if host and place and place.country not in (None, host):
        place = None
    if kind == "call":
        place = None
    host = host or (place.country if place and place.country in parties else None)
    if host and place is None:
        place = setting_place(at, head, host, moment)
    guest = guest or (next((code for code in parties if code != host), None) if host and len(parties) == 2 else None)
    if host and guest:
        parties = tuple(sorted({host, guest}))
    day = _day_of(moment) if past else None
    names = tuple(dict.fromkeys(n for name in people for n in _people(at, name, parties, day)))
    status = "done" if past else "planned"
    return Met(kind, span, head, status, moment, place, host, guest, names, parties, rule, put_off=put_off is not None)


def reach(at: At, part: Span) -> Span:
    """The part with the converb clauses before it whose subject it shares: «Құлыбаев Астанаға келіп, келіссөз өткізді».

    A part that names who acts reaches no further.
    """
    if _has_subject(at, part):
        return part
    for before in reversed([p for p in parts(at) if p.end <= part.start]):
        words = [token for token in at.tokens_in(before) if token.kind == "word"]
        last = verb(words[-1]) if words else None
        if last is None or last.form != "converb":
            break
        part = before.join(part)
        if _has_subject(at, before):
            break
    return part


def _has_subject(at: At, part: Span) -> bool:
    names = at.names_in(part, *_PEOPLE)
    return any(name.case in (None, Case.NOM) and not _is_title(at, name) for name in names) or "people" in signs(
        "words", [token for token in at.tokens_in(part) if token.plural and token.case in (None, Case.NOM)]
    )


def _is_title(at: At, name: NameMention) -> bool:
    """«вице-премьер Серік Жұманғаринмен»: an office right before who holds it."""
    if name.type != NameType.OFFICE:
        return False
    people = at.names_in(at.sentence.span, NameType.PERSON)
    return any(0 <= person.span.start - name.span.end <= 2 for person in people if person.case not in (None, Case.NOM))


def _time(at: At, head: Span, *, past: bool) -> Moment | None:
    found = (
        told(at, head, past=past)
        or (_of_coming(at, head) if past else None)
        or (carried(at, head) if past else announced(at))
    )
    days = _days(at, part_of(at, head))
    if found and days and (period := stretched(found.edtf, days, back=has_ended(at))):
        return Moment(period, "so many days from its start", found.span, found.words)
    return found


def _days(at: At, part: Span) -> int | None:
    """«екі күндік сапар», «сапары 21 тамызда басталып, екі күнге созылады»: of this part or the one it runs on in."""
    if days := lasting(at, part):
        return days
    behind = next((p for p in parts(at) if p.start >= part.end), None)
    runs_on = behind is not None and "lasts" in signs("words", at.tokens_in(behind))
    return lasting(at, behind) if runs_on and behind is not None and not _has_subject(at, behind) else None


def _of_coming(at: At, head: Span) -> Moment | None:
    """«Қаңтарда Алматыға ұшып келген вице-премьер әкіммен жолықты»: they met when one of them had come."""
    for date in at.dates_in(part_of(at, head)):
        owner = owner_of(at, date) if date.edtf and date.span.end <= head.start else None
        coming = [t for t in at.sentence.tokens if owner and owner.covers(t.span)]
        if date.edtf and owner and owner.end <= head.start and "motion" in signs("visit_signs", coming):
            return Moment(date.edtf, "date of their coming", date.span, date.span.of(at.reading.text))
    return None


def moved_in_sentence(at: At, part: Span) -> Moment | None:
    """«отырысты маусымға белгілеп еді, кейін оны қарашаға жылжытты»: a later part that has no subject of its own says
    to when it was moved."""
    for later in (p for p in parts(at) if p.start >= part.end):
        moment = postponed_to(at, later)
        if moment is not None and ("it" in signs("words", at.tokens_in(later)[:_OPENING]) or not _has_own(at, later)):
            return moment
    return None


def _has_own(at: At, part: Span) -> bool:
    """Whether a part names a meeting of its own."""
    tokens = at.tokens_in(part)
    nouns = (*table("meetings").find(tokens), *table("session").find(tokens), *table("visits").find(tokens))
    return any(h.key not in ("verbs", "bodies", "joint", "which", "councils", "first") for h in nouns)


def postponed_to(at: At, part: Span) -> Moment | None:
    """«желтоқсанға шегерілді»: the new date, the one in the dative right before the verb."""
    tokens = at.tokens_in(part)
    for index, token in enumerate(tokens):
        if "put_off" not in signs("words", (token,)):
            continue
        before = [
            changed(d, edtf=d.edtf or nearest_season(at, d, past=False))
            for d in at.sentence.dates
            if part.covers(d.span) and d.span.end <= token.span.start
        ]
        before = [d for d in before if d.edtf and not is_moved_from(at, d)]
        near = [
            d for d in before if sum(t.kind == "word" for t in at.tokens_in(Span(d.span.end, token.span.start))) <= 1
        ]
        date = near[-1] if near and index else _set_anew(at, part)
        if date is not None:
            return Moment(to_come(at, date), "put off to this date", date.span, date.span.of(at.reading.text))
    return None


def moved_on_to(at: At, head: Span) -> Span:
    """«отырысы көктемнен қалып, шілдеде Ошта өтпек»: with the clause that says to when it was moved."""
    part = part_of(at, head)
    moved = any(hit.key == "moved" for hit in words_of_time().find(at.tokens_in(part)[-2:]))
    if not moved or postponed_to(at, part):
        return head
    following = next((p for p in parts(at) if p.start >= part.end), None)
    return head.join(following) if following else head


def _set_anew(at: At, part: Span) -> DateMention | None:
    """«кейінге қалдырылып, 14 қарашаға белгіленді»: the date that the next part sets."""
    following = tokens_after(at.sentence, part.end)
    planned = next((token for token in following if "planning" in signs("words", (token,))), None)
    dates = [d for d in at.sentence.dates if d.edtf and planned and part.end <= d.span.start < planned.span.start]
    return dates[-1] if dates else None


def participants(at: At, part: Span) -> tuple[NameMention, ...]:
    """The persons and offices in part; an office beside its holder's name counts once, as the person."""
    people = [name for name in at.names_in(part, *_PEOPLE) if name.role not in NO_ENVOYS]
    kept: list[NameMention] = []
    for name, following in zip(people, [*people[1:], None], strict=False):
        beside = following is not None and following.type == NameType.PERSON
        if following and None not in (name.country, following.country) and name.country != following.country:
            beside = False
        if name.type == NameType.OFFICE and beside and following and following.span.start - name.span.end <= 2:
            continue
        kept.append(name)
    return tuple(kept)


def _day_of(moment: Moment | None) -> str | None:
    """The first day of a date, or as much as it tells of it."""
    begun = moment.edtf.split("/")[0].rstrip("~?")[:_DAY] if moment else ""
    return begun if begun[:1].isdigit() and begun[5:6] != "2" else begun[:4] or None


def person_of(at: At, name: NameMention, day: str | None = None) -> str | None:
    """Who is meant by a name; an office by who held it on the day, where the lists or the text know."""
    if name.type == NameType.PERSON or name.holder:
        return name.holder or name.canonical
    for other in (at, *at.before(at.index)):
        for person in other.sentence.names:
            if person.type == NameType.PERSON and name.canonical.endswith(person.canonical):
                return person.canonical
    if (
        name.country
        and at.day
        and name.role not in _MANY_HOLD
        and (holder := world().holder(name.role, name.country, day or at.day))
    ):
        return holder.name
    return None


def _people(at: At, name: NameMention, parties: Sequence[str], day: str | None) -> Iterator[str]:
    """Who is meant by a name; by an office in the plural («екі ел президенттері») those who held it in each state."""
    last = tokens_in(at.sentence, name.span)[-1:]
    if name.type == NameType.OFFICE and name.role in _MANY_HOLD and not name.holder:
        return
    if name.type == NameType.OFFICE and last and last[0].plural:
        holders = (world().holder(name.role, code, day or at.day) for code in parties if at.day and name.role)
        yield from (holder.name for holder in holders if holder)
    elif person := person_of(at, name, day):
        yield person


def _parties(at: At, part: Span, people: Sequence[NameMention]) -> tuple[str, ...]:
    """The states whose people meet; where the names tell fewer than two, those of the sentence or the document."""
    countries = {code for name in people for code in (name.countries or ((name.country,) if name.country else ()))}
    for name in at.names_in(part, *_STATES):
        if name.case in (Case.DAT, Case.LOC) and name.country and len(countries) < 2:
            countries.add(name.country)
    if len(countries) >= 2:
        return tuple(sorted(countries))
    stated = at.parties(part) or at.parties()
    if countries and not countries <= set(stated):
        others = set(at.pair) - countries
        home = at.reading.home
        return (
            tuple(sorted({*countries, home}))
            if home and home not in countries
            else tuple(sorted({*countries, *others}))
        )
    return stated


def countries_in(at: At, part: Span) -> set[str]:
    """The states whose people, offices, bodies or names stand in part; places do not count."""
    names = at.names_in(part, *_PEOPLE, *_STATES, NameType.BODY, NameType.ORGANISATION, NameType.QUOTED)
    return {code for name in names for code in (*name.countries, name.country) if code}


def with_participle(at: At, first: int, last: int) -> Span:
    """The noun at tokens first to last with an attributive participle before it («кеше басталған … сапары»)."""
    tokens = at.sentence.tokens
    begin = first
    for index in range(first - 1, max(-1, first - 7), -1):
        if tokens[index].kind == "mark":
            break
        reading = verb(tokens[index])
        if reading and reading.form == "participle" and reading.case == Case.NOM:
            begin = index
        elif reading and reading.form != "infinitive":
            break
    return tokens[begin].span.join(tokens[last].span)


def has_day(at: At, span: Span) -> bool:
    """Whether the part of span gives a day or a month, not a stretch of years."""
    part = part_of(at, span)
    own = [date for date in free_dates(at, span) if part.covers(date.span)]
    return any(_is_brief(date.edtf or "/") for date in own or _of_entry(at))


def _of_entry(at: At) -> list[DateMention]:
    """The date of the chronicle's entry that a sentence without dates is in."""
    return [at.sentence.entry] if at.sentence.entry and not at.sentence.dates else []


def _is_brief(edtf: str) -> bool:
    """Whether a date is at most a month long."""
    if "/" not in edtf:
        return True
    try:
        period = Period(edtf)
    except ValueError:
        return False
    if period.first is None or period.last is None:
        return False
    return (period.last - period.first).days <= _BRIEF


def has_date(at: At, span: Span) -> bool:
    """Whether the part of span gives a date of its own."""
    part = part_of(at, span)
    return any(part.covers(date.span) for date in free_dates(at, span)) or bool(_of_entry(at))
