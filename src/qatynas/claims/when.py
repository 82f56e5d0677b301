"""The date and the place that hold for an event told at a span: its own, the story's or the report's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from qatynas.claims.acts import Mood, mood, part_of, parts, verb
from qatynas.claims.context import At
from qatynas.claims.once import per_reading
from qatynas.claims.when_entries import date_alone, entry_date
from qatynas.claims.when_lasting import has_ended, lasting, stretched
from qatynas.claims.when_places import own_name, own_place, same_place, settled
from qatynas.claims.when_told import Moment, is_dateline, is_term, told
from qatynas.claims.when_words import table
from qatynas.language import Hit
from qatynas.language.entries import TELLING_BLOCKS
from qatynas.language.mentions import Case, DateRole, NameMention, NameType, Reading, Token
from qatynas.model import BlockKind, Period, Place, Span

_BACK = 4  # sentences back in which the day of a tied event is told
_STORY = 2  # sentences back in which a story tells the day of its event
_HERE = ("осында", "мұнда")
_JOURNEYS = frozenset({"сапар", "іссапар"})  # whose own days a report's setting has
_ROOT = 6  # letters that a noun of an event shares with its verb
_HEAD = 8  # sentences in which a report says where it comes from
_LEAD = 3  # sentences of the body in which a report names its setting
_NEAR = timedelta(days=10)  # an event told as news lies at most so long before its report
_DAY = len("2025-08-21")
_AHEAD = timedelta(days=45)  # an event to come is announced at most so long before it
_ANY = frozenset({""})  # no stem: any reading as a verb will do
_PAST = frozenset({"past", "perfect", "inferred"})
_TELLING = _PAST | {"participle", "present", "intention"}
_PAST_ENDINGS = ("ді", "ген")
_MONTH = len("2025-08")  # a document dated less finely tells no news


@dataclass(frozen=True, slots=True)
class Setting:
    """The event that a report tells of: its date, its place, and whether it stands in the report's lead."""

    moment: Moment | None
    place: Place | None
    lead: bool


def when(at: At, span: Span) -> str | None:
    """The EDTF date of the event told at span (canonical), None where the text gives none."""
    found = moment(at, span)
    return found.edtf if found else None


def where(at: At, span: Span) -> Place | None:
    """The place of the event told at span (canonical), None where the text gives none."""
    return own_place(at, part_of(at, span)) or here(at, span) or same_place(at, span) or carried_place(at, span)


def here(at: At, span: Span) -> Place | None:
    """«Кеше осында … кездесті»: where the report comes from."""
    said = any(token.lower in _HERE for token in at.tokens_in(part_of(at, span)))
    return reported_from(at) if said else None


def moment(at: At, span: Span, *, past: bool = True) -> Moment | None:
    """The date of the event told at span with its grounds; past is false for what is planned."""
    return told(at, span, past=past) or (carried(at, span) if past else announced(at))


def carried(at: At, span: Span) -> Moment | None:
    """The date of the report's setting, for an act that the text ties to it."""
    setting = setting_of(at)
    if is_before(at, span):
        return None
    if (entry := entry_date(at)) is not None:
        return entry
    recent = any(d.edtf is None and d.reason == "vague" and span.start >= d.span.start for d in at.sentence.dates)
    if setting is None or setting.moment is None:
        return None if recent else _of_the_story(at)
    if recent and not is_tied(at):
        return None
    own = _day_of_tied(at, span, setting.moment) if "/" in setting.moment.edtf else None
    own = own or _last_day(at, setting.moment)
    return replace(own or setting.moment, rule="date of the event that the report tells of")


def _of_the_story(at: At) -> Moment | None:
    """The day of a meeting or a visit told just before in the paragraph, however long ago it was."""
    for other in at.before(_STORY):
        if not other.same_paragraph(at):
            return None
        dates = [d for d in other.sentence.dates if d.edtf and not is_term(other, d) and d.role == DateRole.IN]
        if not dates:
            continue
        past = at.day is None or (dates[-1].edtf or "")[: len(at.day)] <= at.day
        exact = len(dates[-1].edtf or "") == _DAY
        if exact and past and _is_event(other) and _tells_done(other):
            return Moment(dates[-1].edtf or "", "day of the event told just before", dates[-1].span, "")
        return None
    return None


def _place_of_the_story(at: At) -> Place | None:
    """Where the event was whose day `_of_the_story` gives."""
    found = _of_the_story(at)
    if found is None or found.span is None:
        return None
    there = next(other for other in at.before(_STORY) if found.span in [d.span for d in other.sentence.dates])
    return own_place(there, there.sentence.span) or _goal(there, ())


def _is_event(at: At) -> bool:
    """A meeting or a visit by its words, or people of both who meet or go to the other."""
    return any(hit.key == "setting" for hit in table().find(at.sentence.tokens, overlapping=True)) or is_encounter(at)


def is_encounter(at: At) -> bool:
    """«X … Y-пен ұшырасты», «министр … Бішкекке келді»: somebody does something with somebody, or goes abroad."""
    people = at.names_in(at.sentence.span, NameType.PERSON, NameType.OFFICE)
    if not people:
        return False
    return any(name.case is Case.INS for name in people) or bool(_abroad(at))


def _abroad(at: At) -> list[NameMention]:
    """The other side's places and states in the dative, where those who act are not from."""
    named = at.names_in(at.sentence.span, NameType.PERSON, NameType.OFFICE)
    people = [n for n in named if n.case in (None, Case.NOM) and (n.type is NameType.PERSON or n.country)]
    home = {name.country for name in people if name.country}
    goals = [n for n in at.names_in(at.sentence.span, NameType.PLACE, NameType.STATE) if n.case is Case.DAT]
    return [n for n in goals if people and n.country in at.pair and n.country not in home]


def _last_day(at: At, days: Moment) -> Moment | None:
    """«Жиын соңында … медаль тапсырылды»: the last of an event's days."""
    ended = any(hit.key == "at_the_end" for hit in table().find(at.sentence.tokens, overlapping=True))
    last = days.edtf.rpartition("/")[2]
    return replace(days, edtf=last) if ended and "/" in days.edtf and len(last) == _DAY else None


def _day_of_tied(at: At, span: Span, days: Moment) -> Moment | None:
    """«Келіссөз соңында … қол қойылды»: the day of those talks, where the event told is one of several days."""
    nouns = {lemma for hit in table().find(at.sentence.tokens) if hit.key == "tied" for lemma in _lemmas(at, hit)}
    known = _settings(at.reading)[at.index] if nouns and nouns.isdisjoint(_JOURNEYS) else None
    for other in (at, *at.before(max(_BACK, at.index - known[0]) if known else _BACK)):
        for part in reversed(parts(other)):
            if part.end > span.start or not any(_names(token, nouns) for token in other.tokens_in(part)):
                continue
            found = told(other, part)
            if found and is_within(found.edtf, days.edtf):
                return found
    if nouns:
        return None
    tied = next((other for other in at.before(2) if at.same_paragraph(other) and is_tied(other)), None)
    return _day_of_tied(tied, tied.sentence.span, days) if tied else None


def _lemmas(at: At, hit: Hit) -> frozenset[str]:
    return at.sentence.tokens[hit.first].lemmas


def _names(token: Token, nouns: set[str]) -> bool:
    """Whether a token names one of the events, by a noun or by its verb (кездесу, кездесті)."""
    return any(lemma == noun or lemma[:_ROOT] == noun[:_ROOT] for lemma in token.lemmas for noun in nouns if noun)


def is_within(edtf: str, days: str) -> bool:
    """Whether a day is one of an event's days."""
    try:
        return Period(days).contains(Period(edtf)) and edtf != days
    except ValueError:
        return False


def announced(at: At) -> Moment | None:
    """The date of the event to come that the report announces, for what is planned in its paragraph or tied to it."""
    known = _announcements(at.reading)[at.index]
    if known is None or known[0] == at.index:
        return None
    if any(hit.key == "another" for hit in table().find(at.sentence.tokens, overlapping=True)):
        return None
    near = at.same_paragraph(At(at.reading, known[0])) or is_tied(at)
    return replace(known[1], rule="date of the event that the report announces") if near else None


@per_reading
def _announcements(reading: Reading) -> tuple[tuple[int, Moment] | None, ...]:
    """For each sentence the last event to come told up to it, with the sentence that told it."""
    found: list[tuple[int, Moment] | None] = []
    current: tuple[int, Moment] | None = None
    for index, sentence in enumerate(reading.sentences):
        at = At(reading, index)
        if sentence.block in TELLING_BLOCKS and (told_here := _announced_here(at)):
            current = (index, told_here)
        found.append(current)
    return tuple(found)


def _announced_here(at: At) -> Moment | None:
    """A date after the document's day, near it, in a sentence of a visit or meeting."""
    day = at.day or ""
    dates = [d for d in at.sentence.dates if d.edtf and day and day < d.edtf[:_DAY] and len(d.edtf) >= len(day)]
    ahead = [d for d in dates if is_news(d.edtf or "", day, _AHEAD) and not is_term(at, d)]
    if not ahead or not any(hit.key == "setting" for hit in table().find(at.sentence.tokens, overlapping=True)):
        return None
    date = ahead[0]
    return Moment(date.edtf or "", "date named", date.span, date.span.of(at.reading.text))


def is_before(at: At, span: Span) -> bool:
    """«жеткізген болатын», «берілген еді»: told as what had been before the report's own event."""
    if any(hit.key == "reminder" for hit in table().find(at.sentence.tokens)):
        return True
    tokens = [token for token in at.tokens_in(part_of(at, span)) if token.span.start >= span.start]
    return any(hit.key == "pluperfect" for hit in table().find(tokens))


def carried_place(at: At, span: Span) -> Place | None:
    """The place of the report's setting."""
    setting = setting_of(at)
    return setting.place if setting else _place_of_the_story(at)


def setting_of(at: At) -> Setting | None:
    """The event that the report tells of, where this sentence is tied to it by its place, its words or the lead."""
    known = _settings(at.reading)[at.index]
    if known is None:
        return None
    index, setting = known
    if setting.lead or at.same_paragraph(At(at.reading, index)):
        return setting
    return setting if is_tied(at) else None


def told_earlier(at: At) -> bool:
    """Whether a sentence before this one told the report's setting, which holds here."""
    known = _settings(at.reading)[at.index]
    if known is None or setting_of(at) is None:
        return False
    return known[0] < at.index or (at.index > 0 and _settings(at.reading)[at.index - 1] is not None)


def is_tied(at: At) -> bool:
    """Whether the sentence's own words tie it to the report's setting («кездесу соңында»)."""
    return any(hit.key == "tied" for hit in table().find(at.sentence.tokens))


@per_reading
def _settings(reading: Reading) -> tuple[tuple[int, Setting] | None, ...]:
    """For each sentence the last setting told up to it, with the sentence that told it."""
    found: list[tuple[int, Setting] | None] = []
    current: tuple[int, Setting] | None = None
    reported_from: Place | None = None
    begun = False  # whether a sentence has said more than where and when
    body = 0
    for index, sentence in enumerate(reading.sentences):
        at = At(reading, index)
        if sentence.block in TELLING_BLOCKS:
            body += 1
            if told_here := _setting_here(at, current, lead=body <= _LEAD, first=not begun):
                current = (index, replace(told_here, place=_finer(told_here.place, reported_from)))
            begun = begun or not (_is_placeline(at) or date_alone(sentence))
            if body <= _LEAD and _is_placeline(at):
                reported_from = own_name(at)
        elif sentence.block == BlockKind.DATELINE and reported_from is None:
            reported_from = own_name(at, towns=True)
        found.append(current)
    return tuple(found)


def reported_from(at: At) -> Place | None:
    """The town of the report's date line."""
    return _date_line_town(at.reading)


@per_reading
def _date_line_town(reading: Reading) -> Place | None:
    for index, sentence in enumerate(reading.sentences[:_HEAD]):
        alone = sentence.block in TELLING_BLOCKS and _is_placeline(At(reading, index))
        place = own_name(At(reading, index), towns=True)
        if place and (alone or sentence.block == BlockKind.DATELINE):
            return place
    return None


def _finer(place: Place | None, reported_from: Place | None) -> Place | None:
    """The place told, or the one reported from where that lies in the country told."""
    if place is None or (place.name is None and reported_from and reported_from.country == place.country):
        return reported_from
    return place


def _is_placeline(at: At) -> bool:
    """«Алматы. 29 қазан.»: a sentence that is a place and no more."""
    words = [token for token in at.sentence.tokens if token.kind == "word"]
    names = at.names_in(at.sentence.span, NameType.PLACE)
    return len(words) <= 2 and len(names) == 1 and names[0].span.start == at.sentence.span.start


def _setting_here(at: At, current: tuple[int, Setting] | None, *, lead: bool, first: bool) -> Setting | None:
    """The event that this sentence tells as news: near the document's day, or in the lead without a date."""
    hits = table().find(at.sentence.tokens, overlapping=True)
    if at.day is None or len(at.day) < _MONTH or not (_is_event(at) or (first and _is_todays(at))):
        return None
    if not _tells_done(at):
        return None
    before = current[1] if current else None
    own = [d for d in at.sentence.dates if d.edtf and not is_term(at, d) and not is_dateline(at, d)]
    near = [d for d in own if is_news(at.day, d.edtf or "")]
    place = own_place(at, at.sentence.span) or _goal(at, hits)
    if near:
        date = max(near, key=lambda d: ("/" not in (d.edtf or ""), len(d.edtf or "")))
        days = lasting(at, at.sentence.span)
        edtf = (days and stretched(date.edtf or "", days, back=has_ended(at))) or date.edtf or ""
        told_moment = Moment(edtf, "date named", date.span, date.span.of(at.reading.text))
        if before and before.lead and _is_later(before.moment, told_moment):
            return None
        lead = lead and not (before and before.lead and before.moment and before.moment.span)
        return Setting(told_moment, place or (before.place if before else None), lead or bool(before and before.lead))
    if any(d.edtf and not is_term(at, d) for d in at.sentence.dates):
        return None
    if before:
        return replace(before, place=before.place or place) if place and not before.place else None
    if _of_the_story(at) is not None:
        return None
    named = any(hit.key == "setting" for hit in hits) or not _abroad(at)
    return Setting(Moment(at.day, "the report's own day"), place, lead) if lead and named else None


def _is_todays(at: At) -> bool:
    """«Бүгін … жұмысын бастады», «өткен сенбіде …»: whatever a report's first sentence tells of these days."""
    days = [d for d in at.sentence.dates if d.relative and d.edtf and len(d.edtf) == _DAY and not is_term(at, d)]
    return bool(days) and is_news(at.day or "", days[0].edtf or "") and (days[0].edtf or "") <= (at.day or "")


def _goal(at: At, hits: Sequence[Hit]) -> Place | None:
    """«Бішкекке ресми сапармен келді»: a visit's setting is where it goes."""
    if not any(hit.key == "journey" for hit in hits) and not _abroad(at):
        return None
    names = [name for name in at.names_in(at.sentence.span, NameType.PLACE) if name.case == Case.DAT and name.country]
    return settled(names[0]) if names else None


def _is_later(one: Moment | None, other: Moment) -> bool:
    """Whether the setting told first is the later one: what led up to it is no setting of its own."""
    return one is not None and one.edtf.split("/")[-1] > other.edtf


def _tells_done(at: At) -> bool:
    tokens = at.sentence.tokens
    if any(hit.key == "idioms" and tokens[hit.last].lower.endswith(_PAST_ENDINGS) for hit in table().find(tokens)):
        return True
    if (last := _last_word(tokens)) is not None and _is_past(at, last):
        return True
    forms = [(verb(token), index) for index, token in enumerate(tokens)]
    finite = [(reading, index) for reading, index in forms if reading and reading.form in _TELLING]
    told_past = [index for reading, index in finite if reading.form in _PAST or _was(tokens, index)]
    return any(mood(at, index) == Mood.DONE for index in told_past)


def _last_word(tokens: Sequence[Token]) -> int | None:
    return next((index for index in range(len(tokens) - 1, -1, -1) if tokens[index].kind == "word"), None)


def _is_past(at: At, index: int) -> bool:
    """Whether a sentence's last word can be a past verb: there a noun in the accusative («кірісті») hardly stands."""
    reading = verb(at.sentence.tokens[index], _ANY)
    return reading is not None and reading.form in _PAST and mood(at, index, _ANY) == Mood.DONE


def _was(tokens: Sequence[Token], index: int) -> bool:
    """«келген еді», «өткен болатын»: a participle that is the predicate."""
    return any(hit.key == "pluperfect" and hit.first == 0 for hit in table().find(tokens[index + 1 : index + 2]))


def is_news(day: str, edtf: str, near: timedelta = _NEAR) -> bool:
    """Whether an event of this date is news on day: the day itself or at most `near` before."""
    try:
        published, told_date = Period(day), Period(edtf)
    except ValueError:
        return False
    if not (published.first and published.last and told_date.first and told_date.last):
        return False
    if (told_date.last - told_date.first).days > 31:
        return False
    return told_date.first <= published.last and published.first - told_date.last <= near
