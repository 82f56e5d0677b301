"""The date and the place that hold for an event told at a span: its own, the story's or the report's."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache

import msgspec

from qatynas.claims.acts import Mood, mood, part_of, verb
from qatynas.claims.context import At
from qatynas.claims.once import per_reading
from qatynas.data import load, world
from qatynas.language import PhraseTable
from qatynas.language.mentions import Case, DateMention, DateRole, NameMention, NameType, Reading
from qatynas.model import BlockKind, Period, Place, Span

_LEAD = 3  # sentences of the body in which a report names its setting
_NEAR = timedelta(days=10)  # an event told as news lies at most so long before its report
_WATERS = frozenset({"river", "lake", "reservoir", "canal", "mountain"})  # nobody meets there
_PHRASE = 4  # words of «мамырдағы Тоқаевтың Бішкекке сапары» between a date and its noun
_MONTH = len("2025-08")  # a document dated less finely tells no news
_BACK = 4  # sentences back to which a story's «two years later» may refer
_PAST = frozenset({"past", "perfect", "inferred"})
_TELLING = _PAST | {"participle", "present", "intention"}
_TELLING_BLOCKS = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.CELL)


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """data/when.toml."""

    setting: tuple[str, ...]
    tied: tuple[str, ...]
    later: tuple[str, ...]
    earlier: tuple[str, ...]
    next_year: tuple[str, ...]
    deictic: tuple[str, ...]
    same_year: tuple[str, ...]
    term: tuple[str, ...]
    given_up: tuple[str, ...]
    same_place: tuple[str, ...]
    capital: tuple[str, ...]
    pluperfect: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """A date with where it was read; span is canonical, None where it was inferred. rule names how, for --explain."""

    edtf: str
    rule: str
    span: Span | None = None
    words: str = ""


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
    return own_place(at, part_of(at, span)) or same_place(at, span) or carried_place(at, span)


def moment(at: At, span: Span, *, past: bool = True) -> Moment | None:
    """The date of the event told at span with its grounds; past is false for what is planned."""
    return told(at, span, past=past) or (carried(at, span) if past else None)


def told(at: At, span: Span, *, past: bool = True) -> Moment | None:
    """The date that the sentence itself gives."""
    part = part_of(at, span)
    near = [date for date in free_dates(at, span) if part.covers(date.span)]
    if past and (shifted := in_story(at, part, near)):
        return shifted
    chosen = _nearest(near, span) or _nearest([d for d in free_dates(at, span) if d.span.end <= part.start], span)
    if chosen is None or chosen.edtf is None:
        return None
    edtf = chosen.edtf if past else _to_come(at, chosen)
    return Moment(edtf, "date named", chosen.span, chosen.span.of(at.reading.text))


def _to_come(at: At, date: DateMention) -> str:
    """A planned event's month or day without a year lies ahead of the document's day."""
    edtf = date.edtf or ""
    bare = date.relative and not _is_deictic(at, date) and "/" not in edtf and len(edtf) >= _MONTH
    if bare and at.day and edtf < at.day[: len(edtf)] and edtf[:4].isdigit():
        return f"{int(edtf[:4]) + 1:04d}{edtf[4:]}"
    return edtf


def _nearest(dates: list[DateMention], span: Span) -> DateMention | None:
    """The date closest to span, one before its end rather than one after."""
    if not dates:
        return None
    exact = [date for date in dates if date.edtf and len(date.edtf) > 4]
    pool = [d for d in dates if d.span.start < span.end] or dates
    best = max(pool, key=lambda date: (-abs(span.start - date.span.start), len(date.edtf or "")))
    finer = [d for d in exact if d in pool and _is_within(d, best)] or [d for d in pool if _is_within(d, best)]
    return finer[0] if finer else best


def _is_within(one: DateMention, other: DateMention) -> bool:
    """Whether one is the finer of two dates of one thing: «2020 жылы пандемия кезінде»."""
    if not one.edtf or not other.edtf or one.edtf == other.edtf:
        return False
    try:
        return Period(other.edtf).contains(Period(one.edtf))
    except ValueError:
        return False


def free_dates(at: At, span: Span) -> list[DateMention]:
    """The sentence's dates that may belong to an event at span: no terms, none that belong to another noun."""
    return [
        date
        for date in at.sentence.dates
        if date.edtf and date.role != DateRole.EVERY and not is_term(at, date) and belongs(at, date, span)
    ]


def is_term(at: At, date: DateMention) -> bool:
    """«2025–2027 жылдарға арналған»: the time that a document covers."""
    following = [token for token in at.sentence.tokens if token.span.start >= date.span.end][:2]
    hits = _table().find(following)
    return any(hit.key == "term" and hit.first == 0 for hit in hits)


def belongs(at: At, date: DateMention, span: Span) -> bool:
    """Whether a date is free or modifies a participle inside span: «2024 жылы қол қойылған шартты … бекітті»."""
    owner = owner_of(at, date)
    if owner is None or (span.start < owner.end and owner.start < span.end):
        return True
    between = at.tokens_in(Span(date.span.end, span.start)) if date.span.end <= span.start else ()
    return 0 < len(between) <= _PHRASE and not any(token.kind == "mark" or verb(token) for token in between)


def owner_of(at: At, date: DateMention) -> Span | None:
    """The attributive participle or the noun that the date modifies, None where it is free."""
    tokens = at.sentence.tokens
    first = next((i for i, token in enumerate(tokens) if token.span.start >= date.span.end), len(tokens))
    last = tokens[first - 1] if first else None
    if last and last.span.end <= date.span.end and last.attributive and not _of_time(last.lower):
        following = tokens[first] if first < len(tokens) else None
        return following.span if following and following.kind == "word" else None
    for index in range(first, min(len(tokens) - 1, first + 9)):
        token, following = tokens[index], tokens[index + 1]
        if token.kind == "mark" and token.text in ",;.!?–—:":
            return None
        reading = verb(token)
        if reading is None:
            continue
        if reading.form in ("past", "present", "converb", "condition", "perfect", "inferred", "intention"):
            return None
        if reading.form == "participle" and reading.case == Case.NOM and not reading.possessor:
            return token.span if following.kind == "word" and not _auxiliary(following.lower) else None
        if reading.form == "participle" and reading.case in (Case.LOC, Case.ABL):
            return None
    return None


def _of_time(lower: str) -> bool:
    return lower.startswith(("жылғы", "жылдағы", "былтырғы", "биылғы"))


def _auxiliary(lower: str) -> bool:
    return lower.startswith(("еді", "болатын", "болды", "бол", "екен", "жоқ", "емес", "кейін", "соң", "сайын"))


def in_story(at: At, part: Span, near: list[DateMention]) -> Moment | None:
    """«Арада төрт жыл өткенде, 8-сәуірде», «келесі жылы», «сол жылы»: counted from the date told before."""
    if any(not date.relative or _is_deictic(at, date) for date in near):
        return None
    told_upto = Span(at.sentence.span.start, part.end)
    tokens = at.tokens_in(told_upto if near else part)
    years = _years_on(at, told_upto if near else part)
    keys = {hit.key: hit for hit in _table().find(tokens)}
    if years is None and "next_year" in keys:
        years = 1
    if years is None and "same_year" not in keys:
        return None
    base = base_date(at, part.start)
    if not near and "same_year" in keys:
        base = base_date(at, part.end)
    if base is None or (years == 1 and _reaches_day(at, base)):
        return None
    return _counted(at, base, years or 0, near, "same_year" in keys)


def _is_deictic(at: At, date: DateMention) -> bool:
    """«биыл 26 мамырда», «былтыр»: counted from the day of writing, whatever the story tells."""
    tokens = at.tokens_in(date.span)
    return any(hit.key == "deictic" for hit in _table().find(tokens))


def _reaches_day(at: At, base: Moment) -> bool:
    """«келесі жылы» after a date of this very year is next year."""
    return at.day is not None and base.edtf[:4] >= at.day[:4]


def _counted(at: At, base: Moment, years: int, near: list[DateMention], same: bool) -> Moment | None:
    if not base.edtf[:4].isdigit():
        return None
    year = f"{int(base.edtf[:4]) + years:04d}"
    day = next((d.edtf for d in near if d.edtf and d.relative and len(d.edtf) > 4 and d.edtf[4] == "-"), None)
    if day and day[5:7].isdigit() and int(day[5:7]) > 12:  # a season and a month beside it: the month is finer
        day = next((d.edtf for d in near if d.edtf and d.relative and d.edtf[5:7] <= "12" and len(d.edtf) > 4), day)
    rule = "counted from the date told before"
    if same and not day and any(t.lower.startswith("күн") for t in at.tokens_in(at.sentence.span)):
        return Moment(base.edtf, "the same day", base.span, base.words)
    return Moment(year + (day[4:] if day else ""), rule, base.span, base.words)


def _years_on(at: At, part: Span) -> int | None:
    """How many years the part moves the story: 4 of «арада төрт жыл өткенде», -1 of «бір жыл бұрын»."""
    for number in at.sentence.numbers:
        if not part.covers(number.span) or number.quantity.value != int(number.quantity.value):
            continue
        tokens = [token for token in at.sentence.tokens if token.span.start >= number.digits.end][:3]
        if not tokens or not tokens[0].lower.startswith("жыл") or len(tokens) < 2:
            continue
        for hit in _table().find(tokens[1:2]):
            if hit.key in ("later", "earlier") and not any(t.lower == "сайын" for t in tokens):
                return int(number.quantity.value) * (1 if hit.key == "later" else -1)
    return None


def base_date(at: At, position: int) -> Moment | None:
    """The last date told before position, in this sentence or up to four before it."""
    for relative in (False, True):
        for other in (at, *at.before(_BACK)):
            dates = [d for d in other.sentence.dates if d.edtf and d.span.end <= position and d.relative == relative]
            dates = [d for d in dates if not is_term(other, d) and d.edtf and d.edtf[:1].isdigit()]
            if dates:
                found = dates[-1]
                return Moment(found.edtf or "", "date named before", found.span, found.span.of(at.reading.text))
    return None


def carried(at: At, span: Span) -> Moment | None:
    """The date of the report's setting, for an act that the text ties to it."""
    setting = setting_of(at)
    if is_before(at, span):
        return None
    recent = any(d.edtf is None and d.reason == "vague" and span.start >= d.span.start for d in at.sentence.dates)
    if setting is None or setting.moment is None or (recent and not _is_tied(at)):
        return None
    return replace(setting.moment, rule="date of the event that the report tells of")


def is_before(at: At, span: Span) -> bool:
    """«жеткізген болатын», «берілген еді»: told as what had been before the report's own event."""
    tokens = [token for token in at.tokens_in(part_of(at, span)) if token.span.start >= span.start]
    return any(hit.key == "pluperfect" for hit in _table().find(tokens))


def own_place(at: At, part: Span) -> Place | None:
    """The first place in part that says where: «Бішкекте», «Астана қаласында», «Қырғызстан астанасында»."""
    for name in at.names_in(part, NameType.PLACE, NameType.STATE):
        if name.case != Case.LOC and not name.attributive:
            if name.type == NameType.STATE and (capital := _capital(at, name)):
                return capital
            continue
        if name.type == NameType.PLACE and name.role not in _WATERS:
            return settled(name)
        if name.type == NameType.PLACE:
            continue
        return _capital(at, name) or Place(name.country, None)
    return None


def settled(name: NameMention) -> Place:
    """The place of a name; a residence stands for its city."""
    for place in world().places:
        if place.name == name.canonical and place.is_in:
            return Place(name.country or place.country, place.is_in)
    return Place(name.country, name.canonical)


def _capital(at: At, name: NameMention) -> Place | None:
    """«Қырғызстан астанасында», «көрші елдің елордасында»."""
    following = [token for token in at.sentence.tokens if token.span.start >= name.span.end][:1]
    state = world().state(name.country or "")
    hits = _table().find(following)
    named = any(hit.key == "capital" and hit.case == Case.LOC for hit in hits) and following[0].possessive
    return Place(state.code, state.capital) if named and state and state.capital else None


def same_place(at: At, span: Span) -> Place | None:
    """«дәл сол қалада»: the place told before."""
    if any(hit.key == "same_place" for hit in _table().find(at.tokens_in(part_of(at, span)))):
        for other in (at, *at.before(_BACK)):
            names = [
                n for n in other.sentence.names if n.type == NameType.PLACE and n.span.end <= span.start + len(span)
            ]
            if names:
                return settled(names[-1])
    return None


def carried_place(at: At, span: Span) -> Place | None:
    """The place of the report's setting."""
    setting = setting_of(at)
    return setting.place if setting else None


def setting_of(at: At) -> Setting | None:
    """The event that the report tells of, where this sentence is tied to it by its place, its words or the lead."""
    known = _settings(at.reading)[at.index]
    if known is None:
        return None
    index, setting = known
    if setting.lead or at.same_paragraph(At(at.reading, index)):
        return setting
    return setting if _is_tied(at) else None


def _is_tied(at: At) -> bool:
    return any(hit.key == "tied" for hit in _table().find(at.sentence.tokens))


@per_reading
def _settings(reading: Reading) -> tuple[tuple[int, Setting] | None, ...]:
    """For each sentence the last setting told up to it, with the sentence that told it."""
    found: list[tuple[int, Setting] | None] = []
    current: tuple[int, Setting] | None = None
    reported_from: Place | None = None
    body = 0
    for index, sentence in enumerate(reading.sentences):
        at = At(reading, index)
        if sentence.block in _TELLING_BLOCKS:
            body += 1
            if told_here := _setting_here(at, current, lead=body <= _LEAD):
                current = (index, replace(told_here, place=told_here.place or reported_from))
            if body <= _LEAD and _is_placeline(at):
                reported_from = own_name(at)
        found.append(current)
    return tuple(found)


def _is_placeline(at: At) -> bool:
    """«Алматы. 29 қазан.»: a sentence that is a place and no more."""
    words = [token for token in at.sentence.tokens if token.kind == "word"]
    names = at.names_in(at.sentence.span, NameType.PLACE)
    return len(words) <= 2 and len(names) == 1 and names[0].span.start == at.sentence.span.start


def own_name(at: At) -> Place | None:
    """The first place that the sentence names, in whatever case."""
    names = at.names_in(at.sentence.span, NameType.PLACE)
    return settled(names[0]) if names else None


def _setting_here(at: At, current: tuple[int, Setting] | None, *, lead: bool) -> Setting | None:
    """The event that this sentence tells as news: near the document's day, or in the lead without a date."""
    hits = _table().find(at.sentence.tokens, overlapping=True)
    if at.day is None or len(at.day) < _MONTH or not any(hit.key == "setting" for hit in hits):
        return None
    if not _tells_done(at):
        return None
    before = current[1] if current else None
    near = [d for d in at.sentence.dates if d.edtf and is_news(at.day, d.edtf) and not is_term(at, d)]
    place = own_place(at, at.sentence.span)
    if near:
        date = max(near, key=lambda d: len(d.edtf or ""))
        told_moment = Moment(date.edtf or "", "date named", date.span, date.span.of(at.reading.text))
        if before and before.lead and _is_later(before.moment, told_moment):
            return None
        lead = lead and not (before and before.lead and before.moment and before.moment.span)
        return Setting(told_moment, place or (before.place if before else None), lead or bool(before and before.lead))
    if any(d.edtf and not is_term(at, d) for d in at.sentence.dates):
        return None
    if before:
        return replace(before, place=before.place or place) if place and not before.place else None
    return Setting(Moment(at.day, "the report's own day"), place, lead) if lead else None


def _is_later(one: Moment | None, other: Moment) -> bool:
    """Whether the setting told first is the later one: what led up to it is no setting of its own."""
    return one is not None and one.edtf.split("/")[-1] > other.edtf


def _tells_done(at: At) -> bool:
    tokens = at.sentence.tokens
    forms = [(verb(token), index) for index, token in enumerate(tokens)]
    finite = [(reading, index) for reading, index in forms if reading and reading.form in _TELLING]
    return any(reading.form in _PAST and mood(at, index) == Mood.DONE for reading, index in finite)


def is_news(day: str, edtf: str) -> bool:
    """Whether an event of this date is news on day: the day itself or shortly before."""
    try:
        published, told_date = Period(day), Period(edtf)
    except ValueError:
        return False
    if not (published.first and published.last and told_date.first and told_date.last):
        return False
    if (told_date.last - told_date.first).days > 31:
        return False
    return told_date.first <= published.last and published.first - told_date.last <= _NEAR


@cache
def _table() -> PhraseTable:
    words = load("when", Words)
    return PhraseTable({name: getattr(words, name) for name in Words.__struct_fields__})
