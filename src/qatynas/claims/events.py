"""Jubilees, exhibitions, concerts, days of culture, campaigns and their like become event claims."""

from __future__ import annotations

from collections.abc import Iterator

from qatynas.claims.context import At
from qatynas.claims.events_names import jubilees, nominative_of, phrase_before
from qatynas.claims.predicates import is_joint, is_near, mood, opens_joint, own_pair, reach
from qatynas.claims.predicates_lexicon import Lexicon, Sign
from qatynas.claims.towns import town_in
from qatynas.claims.when import entry_date
from qatynas.claims.when_told import to_come
from qatynas.data import Strict, load
from qatynas.language.mentions import DateRole, NameMention, NameType
from qatynas.model import HEADLINES, BlockKind, Claim, Event, Place, Span


class Table(Strict, frozen=True):
    """data/events.toml."""

    types: dict[str, tuple[str, ...]]
    verbs: dict[str, tuple[str, ...]]
    words: dict[str, tuple[str, ...]]


TABLE = load("events", Table)
TYPES = Lexicon(TABLE.types)
VERBS = Lexicon(TABLE.verbs)
WORDS = Lexicon({code: words for code, words in TABLE.words.items() if code != "halls"})
_HALLS = frozenset(TABLE.words["halls"])

_OPENING = 6
"""Sentences among which a dateline may stand."""
_CLOSED = 2
"""Characters between a name in quotes and its noun («Достық керуені» фестивалі)."""
_NEAR = 4
"""Words between «ашылған» and the event that it tells of."""
_DAY = len("2025-08-22")
_SIDES = (NameType.STATE, NameType.SIDE)
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
    nouns = _nouns(at)
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
        if verb is None or not _is_of_both(at, noun) or not _is_told(at, verb):
            continue
        if noun.code in _NOT_HELD and not _is_set_up(noun, verb):
            continue
        if noun.code in _SINGLE and at.sentence.tokens[noun.last].plural:
            continue
        done.add(noun.code)
        yield _event(at, noun, verb, _name(at, noun))


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


def _nouns(at: At) -> list[Sign]:
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
    return [s for s in kept if not any(span.covers(s.span) for span in named) and not _is_hour(at, s)]


def _honours(at: At, sign: Sign) -> bool:
    """«… мерейтойына арналған көрме»: the jubilee only names the other event."""
    return any(s.first == sign.last + 1 for s in WORDS.of(at, "honouring"))


def _is_somebodys(at: At, sign: Sign) -> bool:
    """«Абайдың 150 жылдығы»; «жылдық көлем», «дейін жылдық» are of a year."""
    return sign.pattern != "жылдық" or at.sentence.tokens[sign.last].possessive


def _jubilees(at: At, signs: list[Sign], verbs: list[Sign]) -> Iterator[Claim]:
    """One claim a person or work whose jubilee was kept, the parts of a list cut by initials among them."""
    if signs:
        if not _celebrates(at, verbs) or not _is_of_both(at, signs[0]):
            return
        for sign in signs:
            for name, span in jubilees(at, sign):
                yield _event(at, sign, verbs[-1] if verbs else None, name, span)
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


def _is_told(at: At, verb: Sign) -> bool:
    """A finite verb that stands; «… өткізу туралы уағдаластық» tells of no event."""
    how = mood(at, verb)
    return how.stands and (bool(how.tense) or how.ahead or verb.form in ("converb", "participle"))


def _verb_of(noun: Sign, verbs: list[Sign]) -> Sign | None:
    before = [v for v in verbs if v.form == "participle" and noun.first - _NEAR <= v.last < noun.first]
    later = [v for v in verbs if v.last > noun.last]
    return later[0] if later else before[0] if before and noun.case in ("dat", "loc", "abl", "ins") else None


def _is_of_both(at: At, noun: Sign) -> bool:
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


def _event(at: At, noun: Sign, verb: Sign | None, name: str | None, span: Span | None = None) -> Event:
    how = mood(at, verb) if verb else None
    place = span or (reach(at, verb).join(noun.span) if verb else at.sentence.span)
    regular = _recurrence(at)
    planned = how is not None and (how.ahead or (how.tense == "present" and not regular))
    date = _date(at, place, planned=planned)
    return at.make(
        Event,
        place,
        parties=own_pair(at),
        why=(("type", "noun of the event", noun.pattern), ("status", "its verb", verb.pattern if verb else "")),
        status="recurring" if regular else "planned" if planned else "done",
        type=noun.code,
        name=None if regular and not name else name,
        date=date,
        place=_place(at) or (_of_dateline(at) if date and len(date) == _DAY and not (planned or regular) else None),
        recurrence=regular,
    )


def _recurrence(at: At) -> str | None:
    for date in at.sentence.dates:
        if date.role is DateRole.EVERY:
            return "yearly" if date.recurrence == "yearly" else "regular"
    if WORDS.of(at, "yearly"):
        return "yearly"
    return "regular" if WORDS.of(at, "regular") else None


def _date(at: At, place: Span, *, planned: bool) -> str | None:
    counts = [sign.span for sign in TYPES.of(at, "jubilee")]
    dates = [
        d
        for d in at.sentence.dates
        if d.edtf and d.role is not DateRole.EVERY and not any(span.meets(d.span) for span in counts)
    ]
    inside = [d for d in dates if place.covers(d.span)] or dates
    best = max((d for d in inside if d.edtf), key=lambda d: (len(d.edtf or ""), not d.season), default=None)
    if best is not None and planned:
        return to_come(at, best)
    entry = entry_date(at) if best is None and not planned else None
    return (best.edtf if best else entry.edtf if entry else None) or _own_day(at, planned=planned)


def _own_day(at: At, *, planned: bool) -> str | None:
    """«Кешкісін», «сапар аясында»: the day that a dated report tells of; of what is to come, the day told before."""
    if at.day is None or len(at.day) != _DAY or not WORDS.of(at, "today"):
        return None
    if not planned:
        return at.day
    days = [d.edtf for other in at.before(_OPENING) for d in other.sentence.dates if d.edtf and len(d.edtf) == _DAY]
    return next((day for day in days if day > (at.day or "")), at.day)


def _place(at: At) -> Place | None:
    """Where it is held: a town in the locative, else a state in it."""
    for kinds, attributive in (((NameType.PLACE,), False), ((NameType.PLACE,), True), (_SIDES, False)):
        for name in at.names_in(at.sentence.span, *kinds):
            if town := town_in(at, name):
                return town
            single = len(name.countries) < 2 and not _is_coordinated(at, name)
            if (name.case == "loc" or _has_hall(at, name)) and bool(name.attributive) is attributive and single:
                return _as_place(name)
    for name in at.names_in(at.sentence.span, NameType.ORGANISATION):
        if name.case == "loc" and (town := town_in(at, name)):
            return town
    return None


def _has_hall(at: At, name: NameMention) -> bool:
    """«Бішкек опера театрында», «Бішкектің … алаңында»: the town of a hall in the locative."""
    after = [t for t in at.sentence.tokens if t.span.start >= name.span.end][:_NEAR]
    hall = next((t for t in after if t.case == "loc" or t.kind == "mark"), None)
    return name.case in (None, "nom", "gen") and hall is not None and hall.lower.startswith(tuple(_HALLS))


def _is_coordinated(at: At, name: NameMention) -> bool:
    """«Арменияда және Грузияда», «А мен Б-да»: held in both, so in no one of them."""
    for other in at.names_in(at.sentence.span, NameType.STATE, NameType.PLACE):
        between = at.reading.text[other.span.end : name.span.start].split() if other.span.end < name.span.start else []
        if len(between) == 1 and between[0] in ("мен", "пен", "бен", "және"):
            return True
    return False


def _of_dateline(at: At) -> Place | None:
    """The place that a report is dated from («Алматы. 29 қазан.»): what it tells of its own day happened there."""
    for index in range(min(_OPENING, len(at.reading.sentences))):
        line = At(at.reading, index)
        places = line.names_in(line.sentence.span, NameType.PLACE)
        words = [token for token in line.sentence.tokens if token.kind == "word"]
        alone = len(places) == 1 and all(places[0].span.covers(token.span) for token in words)
        if places and (alone or line.sentence.block is BlockKind.DATELINE) and places[0].case in (None, "nom"):
            return _as_place(places[0])
    return None


def _as_place(name: NameMention) -> Place:
    return Place(name.country, name.canonical if name.type is NameType.PLACE else None)


def _name(at: At, noun: Sign) -> str | None:
    """The event's name: its noun with the words that belong to it, in the nominative."""
    start = phrase_before(at, noun, TABLE.words["leading"])
    words = " ".join(at.reading.text[start : noun.span.start].split())
    return f"{words} {nominative_of(at, noun)}".strip() or None
