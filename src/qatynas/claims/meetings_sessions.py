"""Sessions of bodies, forums and summits: «кеңестің сегізінші отырысы өтті», «форум Шымкентте ұйымдастырылады»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from qatynas.claims.acts import Mood, mood, part_of, parts, verb
from qatynas.claims.clauses import tokens_after
from qatynas.claims.context import At
from qatynas.claims.meetings_bodies import body_of, is_of_many, ordinal_before, unnamed
from qatynas.claims.meetings_entries import told_alone
from qatynas.claims.meetings_met import (
    Met,
    countries_in,
    has_date,
    has_day,
    main_mood,
    meet,
    mood_at,
    moved_in_sentence,
    moved_on_to,
    postponed_to,
    with_participle,
)
from qatynas.claims.meetings_places import hosting, planned_for
from qatynas.claims.meetings_words import signs, table, verbs
from qatynas.claims.when import reported_from, told_earlier
from qatynas.claims.when_places import own_place, town_of
from qatynas.claims.when_told import Moment, told
from qatynas.language import Hit
from qatynas.language.mentions import Case, NameMention, NameType, NumberKind, NumberMention, Token
from qatynas.model import HEADLINES, Place, Span

_ITS_OWN = ("ншісі", "ншысы", "ншісін", "ншысын")  # «екіншісі»: an ordinal that stands for its head
_OPENING = 7  # words at a sentence's beginning that point back
_ANY = frozenset({""})  # no stem: any reading as a verb will do
_BACK = 4  # sentences back to which «кеңестің келесі отырысы» may refer
_TAKES_PART = 8  # words after «форумға» within which somebody takes part in it


def sessions(at: At) -> Iterator[Met]:
    """The sessions of bodies that the sentence tells of."""
    told: set[str | None] = set()
    for hit in table("session").find(at.sentence.tokens):
        if hit.key == "sat" and _members_sat(at, hit):
            hit = Hit("verbs", hit.first, hit.last, hit.span, hit.case)
        if hit.key == "councils" and _is_meeting(at, hit):
            hit = Hit("nouns", hit.first, hit.last, hit.span, hit.case)
        if hit.key in ("nouns", "verbs") and (found := _session(at, hit)):
            if hit.key == "nouns" or found.body not in told:
                yield found
            told.add(found.body)


def _is_meeting(at: At, hit: Hit) -> bool:
    """«Құтқару қызметтерінің төртінші кеңесі қазанға қалдырылды»; in the genitive it is the body that meets."""
    case = at.sentence.tokens[hit.last].case
    return case != Case.GEN and ordinal_before(at, hit.first) is not None and has_date(at, hit.span)


def _members_sat(at: At, hit: Hit) -> bool:
    """«Топ мүшелері 25 шілдеде Қайыңдыда отырды»: the members of a body, on a day and in a town."""
    part = part_of(at, hit.span)
    before = [token for token in at.tokens_in(part) if token.span.end <= hit.span.start]
    return "members" in signs("session", before) and has_day(at, hit.span) and own_place(at, part) is not None


def _session(at: At, hit: Hit) -> Met | None:
    tokens = at.sentence.tokens
    head = tokens[hit.last]
    if hit.key == "nouns" and (
        head.plural or "not_a_session" in signs("session", tokens[max(0, hit.first - 2) : hit.last + 1])
    ):
        return None
    if hit.key == "nouns" and head.case in (Case.INS, Case.ABL) and "inside" not in signs("words", (head,)):
        return None
    body = body_of(at, hit) or unnamed(at, hit)
    number = ordinal_before(at, hit.first) or ordinal_of_times(at, hit)
    which = signs("session", tokens[max(0, hit.first - 3) : hit.first])
    if body is None or is_of_many(at, body):
        return None
    if hit.key == "verbs":
        reading = verb(head, verbs())
        found = mood(at, hit.last, verbs()) if reading and reading.form != "infinitive" else Mood.NOUN
        often = "often" in signs("words", at.tokens_in(part_of(at, head.span)))
        if number is None and often and not any(d.edtf for d in at.dates_in(at.clause_of(head.span))):
            return None
    else:
        found = _held(at, hit)
    if found not in (Mood.DONE, Mood.PLANNED):
        return None
    body_is_here = at.sentence.span.covers(body.span) and body.span.start < head.span.start
    news = body_is_here and _is_news(at, hit)
    dated = has_date(at, head.span)
    passing = hit.key == "verbs" or (hit.case == Case.LOC and not body_is_here)
    vague = number is None and not dated and (passing or ("which" not in which and not news))
    if vague:
        return None
    span = _span(at, hit, body)
    held_at = moved_on_to(at, with_participle(at, hit.first, hit.last))
    met = meet(at, "session", held_at, found, "session of a body", span=span.join(held_at))
    if met.moment is None and found == Mood.DONE and _is_recorded(at, hit):
        met = _at_its_record(at, met)
    count = int(number.quantity.value) if number else (1 if "first" in which else None)
    named = body.canonical or None
    parties = body.countries if len(body.countries) > 1 else met.parties
    return replace(
        met,
        body_before=not body_is_here,
        body=named,
        number=count,
        number_span=number.digits if number else None,
        parties=tuple(sorted(parties)),
    )


def _at_its_record(at: At, met: Met) -> Met:
    """On the day and in the town of the record."""
    place = met.place or reported_from(at)
    host = met.host or (place.country if place and place.country in met.parties else None)
    others = [code for code in met.parties if code != host]
    guest = others[0] if host and len(others) == 1 else met.guest
    moment = Moment(at.day, "day of its record") if at.day else None
    return replace(met, moment=moment, place=place, host=host, guest=guest)


def _is_recorded(at: At, hit: Hit) -> bool:
    """«… жұмыс тобының үшінші отырысының ХАТТАМАСЫ»: a document that is the record of the session."""
    if at.sentence.block not in HEADLINES or at.sentence.tokens[hit.last].case != Case.GEN:
        return False
    behind = [*at.sentence.tokens[hit.last + 1 :], *(t for other in at.after(1) for t in other.sentence.tokens)]
    return "record" in signs("session", behind[:2])


def _is_news(at: At, hit: Hit) -> bool:
    """Whether the sentence itself tells of the session as held: «отырысында … қол қойды», «отырысы өтті»."""
    return bool(signs("words", at.sentence.tokens[hit.first :]) & {"held", "inside"})


def _span(at: At, hit: Hit, body: NameMention) -> Span:
    part = part_of(at, at.sentence.tokens[hit.last].span)
    return part if part.covers(body.span) or not at.sentence.span.covers(body.span) else part.join(body.span)


def _held(at: At, hit: Hit) -> Mood:
    """Whether the session was or will be held, by the verb after its noun, or the participle before it."""
    tokens = at.sentence.tokens
    part = part_of(at, tokens[hit.last].span)
    if postponed_to(at, part) or moved_in_sentence(at, part):
        return Mood.PLANNED
    own = mood_at(at, hit.last) if hit.first != hit.last and verb(tokens[hit.last], verbs()) else Mood.NOUN
    if own in (Mood.DONE, Mood.PLANNED):
        return own  # «саммит өткізуге ниетті»
    before = tokens[max(0, hit.first - 5) : hit.first]
    for offset, token in enumerate(before):
        reading = verb(token, verbs())
        if reading and reading.form == "participle" and "held" in signs("words", (token,)):
            return mood_at(at, max(0, hit.first - 5) + offset)
    wanted = {"held", "hosting"} if hit.case == Case.LOC else {"held", "hosting", "planning"}
    for held in table("words").find(tokens[hit.last + 1 :], overlapping=True):
        index = hit.last + 1 + held.last
        if held.key not in wanted or any(token.text in ";." for token in tokens[hit.last + 1 : index]):
            continue
        if (reading := verb(tokens[index], verbs())) and reading.form != "stem":
            found = mood_at(at, index)
            return found if found != Mood.NOUN else Mood.PLANNED
    if signs("words", tokens[hit.first : hit.last + 2]) & {"inside"}:
        return main_mood(at)
    return told_alone(at, hit.last) or Mood.NOUN


def ordinal_of_times(at: At, hit: Hit) -> NumberMention | None:
    """«отырысы оныншы рет өтті», «кеңес оныншы рет жиналды»: how many times it met."""
    part = part_of(at, at.sentence.tokens[hit.last].span)
    for number in at.sentence.numbers:
        behind = number.digits.start >= hit.span.end or (hit.key == "verbs" and part.covers(number.digits))
        if number.kind != NumberKind.ORDINAL or number.part_of_date or not behind:
            continue
        following = tokens_after(at.sentence, number.digits.end)[:1]
        if "times" in signs("words", following):
            return number
    return None


def _ordinal_behind(at: At, hit: Hit) -> NumberMention | None:
    """«форумның үшіншісі»: the ordinal right behind the noun in the genitive."""
    noun = at.sentence.tokens[hit.last]
    if noun.case != Case.GEN:
        return None
    near = (n for n in at.sentence.numbers if 0 < n.digits.start - noun.span.end <= 1)
    return next((n for n in near if n.kind == NumberKind.ORDINAL and not n.part_of_date), None)


def by_day(at: At, span: Span) -> Mood:
    """«17 наурызда Түркістанда форум шаңырақ көтереді», «Келесісі мамырда Ошқа тиесілі»: whatever the verb is, a
    meeting that has a day and a town of the pair was or will be there, unless that is denied."""
    part = part_of(at, span)
    place = own_place(at, part) or planned_for(at, part) or next(iter(_towns(at, part)), None)
    if place is None or place.country not in at.pair or not has_date(at, span) or at.day is None:
        return Mood.NOUN
    last = max(i for i, t in enumerate(at.sentence.tokens) if part.covers(t.span) and t.kind == "word")
    found = mood(at, last, _ANY)
    if found in (Mood.DENIED, Mood.UNREAL):
        return Mood.NOUN
    day = told(at, span, past=False)
    if found != Mood.NOUN or day is None:
        return found
    return Mood.PLANNED if day.edtf[: len(at.day)] > at.day[: len(day.edtf)] else Mood.DONE


def _towns(at: At, part: Span) -> Iterator[Place]:
    names = at.names_in(part, NameType.PLACE)
    return (place for name in names if name.case == Case.DAT and (place := town_of(at, name)))


def gatherings(at: At) -> Iterator[Met]:
    """Forums and summits that were or will be held."""
    tokens = at.sentence.tokens
    for hit in table("meetings").find(tokens):
        if hit.key not in ("forum", "summit") or tokens[hit.last].plural:
            continue
        if _is_setting(at, tokens, hit):
            continue
        found = _held(at, hit)
        if found == Mood.NOUN and tokens[hit.last].case in (None, Case.NOM):
            found = by_day(at, hit.span)
        if found not in (Mood.DONE, Mood.PLANNED):
            continue
        if not _of_two(at, hit):
            continue
        met = meet(at, hit.key, with_participle(at, hit.first, hit.last), found, f"{hit.key} held")
        number = ordinal_before(at, hit.first) or _ordinal_behind(at, hit)
        if number:
            met = replace(met, number=int(number.quantity.value), number_span=number.digits)
        if len(met.parties) >= 2:
            yield met


def _of_two(at: At, hit: Hit) -> bool:
    """Whether the gathering is one of two states: both are named, it was told before, or it is part of the report."""
    if hit.key == "summit" and at.names_in(at.sentence.span, NameType.ORGANISATION):
        return False  # «Шанхай ынтымақтастық ұйымы биыл өз саммитін өткізеді»
    if len(countries_in(at, at.sentence.span)) > 1:
        return True
    if hit.key == "summit":
        near = [b for b in at.before(_BACK) if b.same_paragraph(at)]
        return any(len(countries_in(b, b.sentence.span)) > 1 for b in near) and bool(countries_in(at, at.sentence.span))
    if has_date(at, with_participle(at, hit.first, hit.last)) and _is_of_pair(at):
        return True
    heads = (table("meetings").find(b.sentence.tokens) for b in at.before(at.index))
    before = any(other.key == "forum" for hits in heads for other in hits)
    return before or told_earlier(at)


def _is_of_pair(at: At) -> bool:
    """«өңірлер форумы мамырда Түркістанда өтеді» in a text about two states: nothing says that it is of more."""
    if len(at.pair) < 2 or "of_the_world" in signs("words", at.sentence.tokens):
        return False
    names = at.sentence.names
    here = [n for n in names if n.type == NameType.PLACE and n.case == Case.LOC and n.country in at.pair]
    return bool(here or hosting(at)) and all(
        n.type != NameType.ORGANISATION and n.country in (None, *at.pair) for n in names
    )


def _is_setting(at: At, tokens: Sequence[Token], hit: Hit) -> bool:
    """«форумда», «форум қонақтары»: the forum is where something else happens."""
    noun = tokens[hit.last]
    following = tokens[hit.last + 1] if hit.last + 1 < len(tokens) else None
    if _ordinal_behind(at, hit):
        return False
    if noun.case == Case.LOC and _is_dated(at, hit):
        return False  # «3 шілдеде Ошта өткен форумда … кездесті»
    if noun.case not in (None, Case.NOM, Case.ACC, Case.DAT):
        return True
    if noun.case == Case.DAT and following is not None and "because" in signs("words", (following,)):
        return True
    if noun.case == Case.DAT:
        after = [verb(token) for token in tokens[hit.last + 1 : hit.last + _TAKES_PART]]
        return not any(reading and reading.form in ("past", "present", "perfect", "intention") for reading in after)
    if following is not None and following.span.end >= at.tokens_in(part_of(at, hit.span))[-1].span.start:
        return False  # its predicate: «форумы тарқады»
    opened = any(h.key == "held" and h.first == 0 for h in table("words").find(tokens[hit.last + 1 : hit.last + 3]))
    return following is not None and following.possessive and following.kind == "word" and not opened


def _is_dated(at: At, hit: Hit) -> bool:
    """Whether a participle of holding with a day of its own stands right before the noun."""
    head = with_participle(at, hit.first, hit.last)
    if head.start == at.sentence.tokens[hit.first].span.start:
        return False
    before = at.tokens_in(Span(head.start, at.sentence.tokens[hit.first].span.start))
    return "held" in signs("words", before) and has_day(at, head)


def moved_on(at: At, before: Met) -> Met | None:
    """«Енді ол қарашаға ысырылды»: the meeting told in a sentence before is put off, or gets another date."""
    tokens = at.sentence.tokens
    if "it" not in signs("words", tokens[:_OPENING]) or "put_off" not in signs("words", tokens):
        return None
    put_off = next((token for token in tokens if "put_off" in signs("words", (token,))), None)
    part = part_of(at, put_off.span) if put_off else at.sentence.span
    moment = postponed_to(at, part)
    if put_off is None or moment is None:
        return None
    met = meet(at, before.type, put_off.span, Mood.PLANNED, "put off", span=part)
    guest = before.guest if met.host is None else met.guest
    return replace(met, body=before.body, number=before.number, parties=before.parties, guest=guest, participants=())


def nth_one(at: At, before: Met) -> Met | None:
    """«Кездесудің төртіншісін күзде Алматы қабылдайды», «…, екіншісін мамырға, Алматыға белгіледі»: by its number."""
    tokens = at.sentence.tokens
    for index, token in enumerate(tokens):
        if not token.lower.endswith(_ITS_OWN):
            continue
        nth = next((n for n in at.sentence.numbers if n.span.covers(token.span) and not n.part_of_date), None)
        if nth is None or nth.kind != NumberKind.ORDINAL:
            continue
        number = int(nth.quantity.value)
        if number == before.number:
            continue
        hit = Hit("another_one", index, index, token.span, token.case)
        found = _held(at, hit)
        found = by_day(at, token.span) if found == Mood.NOUN else found
        if before.number is not None and number < before.number and found != Mood.DONE:
            continue
        if found not in (Mood.DONE, Mood.PLANNED):
            continue
        met = meet(at, before.type, token.span, found, "another of the kind told before, by its number")
        if met.moment is None:
            continue
        met = _of_its_clause(at, met)
        return replace(met, body=before.body, number=number, number_span=nth.digits, parties=before.parties)
    return None


def _of_its_clause(at: At, met: Met) -> Met:
    """«бірінші мәжілісі 2008 ж. сәуірде Бішкекте, алтыншысы 2024 ж. 19 сәуірде Астанада шақырылды»: with the day and
    the town of the clause in which it is counted."""
    clause = at.clause_of(met.head)
    own = [d for d in at.dates_in(clause) if d.edtf]
    if not own or met.moment is None or met.moment.span is None or clause.covers(met.moment.span):
        return met
    place = own_place(at, clause) or met.place
    host = place.country if place and place.country in met.parties else met.host
    guest = next((code for code in met.parties if code != host), None) if len(met.parties) == 2 else met.guest
    moment = Moment(own[-1].edtf or "", "date named", own[-1].span, own[-1].span.of(at.reading.text))
    return replace(met, moment=moment, place=place, host=host, guest=guest, span=clause)


def another_one(at: At, before: Met, part: Span | None = None) -> Met | None:
    """«Келесісі мамырда Ошта өтеді», «…, алдыңғысы 18 сәуірде Таразда болды»: a meeting of the kind told before, in the
    sentence or in a part of it."""
    tokens = at.sentence.tokens
    opening = at.tokens_in(part)[:_OPENING] if part else tokens[:_OPENING]
    begun = next((i for i, token in enumerate(tokens) if opening and token.span == opening[0].span), 0)
    for found_hit in table("words").find(opening):
        hit = Hit(found_hit.key, found_hit.first + begun, found_hit.last + begun, found_hit.span, found_hit.case)
        if hit.key != "another_one" or tokens[hit.last].case not in (None, Case.NOM, Case.ACC):
            continue
        found = _held(at, hit)
        found = by_day(at, hit.span) if found == Mood.NOUN else found
        dated = has_date(at, tokens[hit.last].span) or any(d.span.meets(hit.span) for d in at.sentence.dates)
        if found not in (Mood.DONE, Mood.PLANNED) or not dated:
            return None
        met = meet(at, before.type, hit.span, found, "another of the kind told before")
        step = 1 if found == Mood.PLANNED else -1 if tokens[hit.last].lower.startswith("алдыңғы") else 0
        number = before.number + step if before.number and step else None
        return replace(met, body=before.body, number=number, parties=before.parties)
    return None


def others_in(at: At, before: Met) -> Iterator[Met]:
    """Meetings of its kind that later parts of its own sentence tell of."""
    for part in parts(at):
        if part.start >= before.head.end and (met := another_one(at, before, part)):
            yield met
