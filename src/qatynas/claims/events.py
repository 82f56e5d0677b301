"""Jubilees, exhibitions, concerts, days of culture, campaigns and their like become event claims."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from qatynas.claims.context import At
from qatynas.claims.events_again import antecedent, referring
from qatynas.claims.events_names import jubilees, nominative_of, phrase_before
from qatynas.claims.events_places import place_of
from qatynas.claims.predicates import is_joint, is_near, mood, opens_joint, own_pair, reach
from qatynas.claims.predicates_lexicon import Lexicon, Sign
from qatynas.claims.procedures_words import named_time
from qatynas.claims.when_entries import entry_date
from qatynas.claims.when_told import to_come
from qatynas.data import Strict, load
from qatynas.language.mentions import DateMention, DateRole, NameType
from qatynas.model import HEADLINES, Claim, Event, Span


class Table(Strict, frozen=True):
    """data/events.toml."""

    types: dict[str, tuple[str, ...]]
    verbs: dict[str, tuple[str, ...]]
    words: dict[str, tuple[str, ...]]


TABLE = load("events", Table)
TYPES = Lexicon(TABLE.types)
VERBS = Lexicon(TABLE.verbs)
WORDS = Lexicon(TABLE.words)

_OPENING = 6
"""Sentences among which a dateline may stand."""
_CLOSED = 2
"""Characters between a name in quotes and its noun («Достық керуені» фестивалі)."""
_NEAR = 4
"""Words between «ашылған» and the event that it tells of."""
_DAY = len("2025-08-22")
_MONTH = len("2025-08")
_YEAR = len("2025")
_STORY = 3
"""Sentences back to which a day told goes on."""
_BACK = 2
_FULL = "жыл тол"
"""«бауырласқанына 20 жыл толуы»: a jubilee told by its years."""
_ACTING = {"concert": "given", "campaign": "acting"}
"""What such an event itself does: a concert is given, a campaign gathers or hands out."""
_SINGLE = ("campaign",)
"""Types whose plural is a way of life («керуендер өткен») and no event."""
_NOT_HELD = ("opening",)
"""Types whose nouns are events only with an opening told («ескерткіш ашылды»)."""


def claims(at: At) -> Iterator[Claim]:
    """Claims of this kind in one sentence."""
    if at.sentence.block in HEADLINES or not own_pair(at) or at.sentence.text.rstrip(' »"”').endswith("?"):
        return
    yield from _others_of_it(at)
    nouns = nouns_of(at)
    if not nouns:
        return
    verbs = [v for v in VERBS.of(at, "held") if v.form]
    celebrated = [s for s in nouns if s.code == "jubilee" and not s.pattern.startswith(_FULL)]
    celebrated = [s for s in celebrated if not _honours(at, s) and _is_somebodys(at, s)]
    yield from _jubilees(at, celebrated, verbs)
    done: set[str] = set()
    for noun in nouns:
        if (noun.code == "jubilee" and not noun.pattern.startswith(_FULL)) or noun.code in done:
            continue
        given = [v for v in VERBS.of(at, _ACTING.get(noun.code, "")) if v.form]
        verb = _verb_of(noun, sorted((*verbs, *given), key=lambda v: v.first))
        if verb is None or not is_of_both(at, noun) or not _is_told(at, verb):
            continue
        if noun.code in _NOT_HELD and not _is_set_up(noun, verb):
            continue
        if noun.code in _SINGLE and at.sentence.tokens[noun.last].plural:
            continue
        done.add(noun.code)
        event = event_of(at, noun, verb, name_of(at, noun))
        if not _is_again(at, noun, event):
            yield event


def _is_again(at: At, noun: Sign, event: Event) -> bool:
    """«Көрмеге екі жүзге тарта бұйым қойылды»: more of the event just told, in the dative or undated."""
    own = event.recurrence == "once" or event.place is not None
    if (own and noun.case != "dat") or event.status != "done" or " " in (event.name or ""):
        return False
    return any(o.same_paragraph(at) and any(n.code == noun.code for n in nouns_of(o)) for o in at.before(2))


def _others_of_it(at: At) -> Iterator[Claim]:
    """«Келесісі 2026 жылы Түркістанда болады»: another of the events that were just told."""
    for word in referring(at):
        told = antecedent(at, word, nouns_of)
        verbs = [v for v in VERBS.of(at, "held", "set") if v.form and v.last > word.last]
        if told is None or not verbs or not _is_told(at, verbs[0]):
            continue
        where, noun = told
        event = event_of(at, msgspec.structs.replace(noun, span=word.span), verbs[0], name_of(where, noun), one=True)
        if event.date or event.place:
            yield event


def _is_set_up(noun: Sign, verb: Sign) -> bool:
    """«… ескерткіш орнатылды»; flowers are laid «ескерткішке»."""
    return verb.pattern.startswith(TABLE.words["set_up"]) and noun.case not in ("dat", "loc", "abl")


def _is_hour(at: At, sign: Sign) -> bool:
    """«бейсенбі кеші», «12 қазан кеші»: a time of day, no evening of songs."""
    before = at.sentence.tokens[sign.first - 1] if sign.first else None
    if not sign.pattern.startswith("=кеш") or before is None:
        return False
    dated = any(date.span.end >= before.span.end > date.span.start for date in at.sentence.dates)
    return dated or before.lower.endswith(("сенбі", "жұма")) or not sign.first


def nouns_of(at: At) -> list[Sign]:
    """Nouns of events, the longest where they nest; names of bodies and offices hold none."""
    signs = TYPES.of(at)
    named = [
        n.span
        for n in at.names_in(at.sentence.span, NameType.BODY, NameType.ORGANISATION, NameType.OFFICE, NameType.PLACE)
    ]
    kept = [s for s in signs if not any(o.span != s.span and o.span.covers(s.span) for o in signs)]
    for name in at.names_in(at.sentence.span, NameType.QUOTED):
        if any(0 <= o.span.start - name.span.end <= _CLOSED for o in kept):
            named.append(name.span)
    kept = [s for s in kept if not at.sentence.tokens[s.last].lower.startswith(("көрмеген", "көрмейді", "көрмеді"))]
    other = [s.span for s in WORDS.of(at, "unlike")]
    kept = [s for s in kept if not any(span.meets(s.span) for span in other) and not _is_attribute(at, s)]
    return [s for s in kept if not any(span.covers(s.span) for span in named) and not _is_hour(at, s)]


def _is_attribute(at: At, sign: Sign) -> bool:
    """«опера жұлдызы», «фестиваль ұйымдастырушылары»: a bare noun before one that it belongs to."""
    tokens = at.sentence.tokens
    after = tokens[sign.last + 1] if sign.last + 1 < len(tokens) else None
    bare = sign.case in (None, "nom") and not tokens[sign.last].possessive and not tokens[sign.last].plural
    return bare and after is not None and after.possessive and not after.lower.startswith(TABLE.words["own"])


def _honours(at: At, sign: Sign) -> bool:
    """«… мерейтойына арналған көрме»: the jubilee only names the other event."""
    return any(s.first == sign.last + 1 for s in WORDS.of(at, "honouring"))


def _is_somebodys(at: At, sign: Sign) -> bool:
    """«Абайдың 150 жылдығы»; «жылдық көлем», «дейін жылдық» are of a year."""
    return sign.pattern != "жылдық" or at.sentence.tokens[sign.last].possessive


def _jubilees(at: At, signs: list[Sign], verbs: list[Sign]) -> Iterator[Claim]:
    """One claim a person or work whose jubilee was kept, the parts of a list cut by initials among them."""
    if signs:
        if not _celebrates(at, verbs) or not is_of_both(at, signs[0]):
            return
        for sign in signs:
            for name, span in jubilees(at, sign):
                yield event_of(at, sign, verbs[-1] if verbs else None, name, span)
        return


def _celebrates(at: At, verbs: list[Sign]) -> bool:
    """A verb of keeping the day here, or in the sentence that a list's initials were cut from."""
    if any(mood(at, verb).stands for verb in verbs):
        return True
    return bool(not verbs and _goes_on(at))


def _goes_on(at: At) -> bool:
    """Whether the sentence has no verb of its own and the next ones of its paragraph end its list."""
    for other in at.after(3):
        if not other.same_paragraph(at):
            return False
        if any(v.form for v in VERBS.of(other, "held")):
            return True
    return False


def _is_decided(at: At, verb: Sign) -> bool:
    """«… өткізу ұйғарылды», «… ұйымдастыру ойға алынды»."""
    after = at.sentence.tokens[verb.last + 1 : verb.last + 3]
    return verb.form == "infinitive" and any(t.lower.startswith(TABLE.words["decided"]) for t in after)


def _is_told(at: At, verb: Sign) -> bool:
    """A finite verb that stands; «… өткізу туралы уағдаластық» tells of no event."""
    if _is_decided(at, verb):
        return True
    how = mood(at, verb)
    return how.stands and (bool(how.tense) or how.ahead or verb.form in ("converb", "participle"))


def _verb_of(noun: Sign, verbs: list[Sign]) -> Sign | None:
    before = [v for v in verbs if v.form == "participle" and noun.first - _NEAR <= v.last < noun.first]
    later = [v for v in verbs if v.last > noun.last]
    return later[0] if later else before[0] if before and noun.case in ("dat", "loc", "abl", "ins") else None


def is_of_both(at: At, noun: Sign) -> bool:
    """Held by both, of one side in the other's land, or told in a passage about both."""
    if is_joint(at) or len(at.states_in(at.sentence.span)) >= 2:
        return True
    countries = {n.country for n in at.names_in(at.sentence.span) if n.country in at.pair}
    if len(countries) >= 2:
        return True
    if countries - {at.reading.home}:
        return True
    told = [other for other in at.before(_BACK) if is_joint(other)]
    at_home = any(name.country for name in at.names_in(at.sentence.span, NameType.PLACE))
    if not at_home and is_near(at):
        return True
    return any(at.same_paragraph(other) for other in told) or (
        bool(told) and not at_home and bool(at.dates_in(at.sentence.span)) and opens_joint(at, _OPENING)
    )


def event_of(
    at: At, noun: Sign, verb: Sign | None, name: str | None, span: Span | None = None, *, one: bool = False
) -> Event:
    """The event of noun; one: whether noun points at one of several, so that what is said of them all is not its."""
    how = mood(at, verb) if verb else None
    place = span or (reach(at, verb).join(noun.span) if verb else at.sentence.span)
    regular = None if one else _recurrence(at)
    planned = how is not None and (how.ahead or (how.tense == "present" and not regular))
    planned = planned or (verb is not None and _is_decided(at, verb))
    date = _date(at, place, planned=planned, regular=bool(regular))
    planned = planned or (date is not None and not regular and _lies_ahead(date, at.day))
    dated = date is not None and len(date) == _DAY and not (planned or regular)
    own_day = dated and (date == at.day or bool(WORDS.of(at, "today")))
    return at.make(
        Event,
        place,
        parties=own_pair(at),
        why=(("type", "noun of the event", noun.pattern), ("status", "its verb", verb.pattern if verb else "")),
        status="recurring" if regular else "planned" if planned else "done",
        type=noun.code,
        name=None if regular and not name else name,
        date=date,
        place=place_of(at, place, dated=dated, own_day=own_day, regular=bool(regular)),
        recurrence=regular or ("once" if date else None),
    )


def _recurrence(at: At) -> str | None:
    for date in at.sentence.dates:
        if date.role is DateRole.EVERY:
            return "yearly" if date.recurrence == "yearly" else named_time(at, at.sentence.span) or "regular"
    if WORDS.of(at, "yearly"):
        return "yearly"
    return "regular" if WORDS.of(at, "regular") else None


def _lies_ahead(date: str, day: str | None) -> bool:
    """Whether a date begins after the report's day; of a season only its year tells."""
    first = date.split("/")[0]
    if day is None or not first[:4].isdigit() or not day[:4].isdigit():
        return False
    if len(first) > _YEAR and first[_YEAR + 1 : _MONTH] > "12":
        first = first[:_YEAR]
    size = min(len(first), len(day))
    return first[:size] > day[:size]


def _date(at: At, place: Span, *, planned: bool, regular: bool = False) -> str | None:
    counts = [sign.span for sign in TYPES.of(at, "jubilee")]
    dates = [
        d
        for d in at.sentence.dates
        if d.edtf and d.role is not DateRole.EVERY and not any(span.meets(d.span) for span in counts)
    ]
    inside = [d for d in dates if place.covers(d.span)] or ([] if regular else dates)
    best = max((d for d in inside if d.edtf), key=lambda d: (len(d.edtf or ""), not d.season), default=None)
    if best is not None and planned:
        return to_come(at, best)
    if best is not None and best.role in (DateRole.BY, DateRole.UNTIL):
        return _lasting_to(at, best)
    entry = entry_date(at) if best is None and not planned else None
    return (best.edtf if best else entry.edtf if entry else None) or _own_day(at, planned=planned)


def _lasting_to(at: At, end: DateMention) -> str:
    """«… көрме ашылды, ол 15 маусымға дейін жүреді»: from the day told just before, where there is one."""
    days = [d.edtf for d in at.sentence.dates if d.edtf and len(d.edtf) == _DAY and d is not end]
    first = days[-1] if days else _last_day_told(at)
    last = (end.edtf or "").rpartition("/")[2]
    return f"{first}/{last}" if first and first < last else end.edtf or ""


def _last_day_told(at: At) -> str | None:
    """The last exact day of the sentences just before, in the paragraph."""
    for other in at.before(_STORY):
        if not other.same_paragraph(at):
            return None
        days = [d.edtf for d in other.sentence.dates if d.edtf and len(d.edtf) == _DAY]
        if days:
            return days[-1]
    return None


def _own_day(at: At, *, planned: bool) -> str | None:
    """«Кешкісін», «сапар аясында»: the day that a dated report tells of; of what is to come, the day told before."""
    if at.day is None or len(at.day) != _DAY or not WORDS.of(at, "today"):
        return None
    if not planned:
        return (_last_day_told(at) if WORDS.of(at, "that_day") else None) or at.day
    days = [d.edtf for other in at.before(_OPENING) for d in other.sentence.dates if d.edtf and len(d.edtf) == _DAY]
    return next((day for day in days if day > (at.day or "")), at.day)


def name_of(at: At, noun: Sign) -> str | None:
    """The event's name: its noun with the words that belong to it, in the nominative."""
    start = phrase_before(at, noun, TABLE.words["leading"])
    words = " ".join(at.reading.text[start : noun.span.start].split())
    return f"{words} {nominative_of(at, noun)}".strip() or None
