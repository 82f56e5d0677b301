"""Which claims may be one fact: a table of aspects for each kind, and the handles by which such claims find each other.

To add a kind: a Rule with its aspects and what must speak for one fact, and its handles. Two claims are compared only
where they share a handle, so handles must be as coarse as the aspects allow.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from qatynas.model.claim import Claim, Figure
from qatynas.relations import aspects
from qatynas.relations.aspects import FLEETING_DAYS, SPEAKING, Aspect, Verdict, field, is_inside, named
from qatynas.relations.dates import bounds, fits, is_day, period, same_when
from qatynas.relations.keys import date_of, figure_cell
from qatynas.relations.names import body_key, joining_words, stems, surname, telling

EXACTLY, COARSELY, WORDILY = range(3)
"""The steps in which claims are joined; see Likeness."""

PRECISE = ("date", "value", "at", "period")
"""Aspects of which one claim may tell more precisely than another."""


Handle = tuple[Hashable, ...]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Why two claims may be one fact.

    step is when they are joined: EXACTLY where nothing differs but what one leaves out, COARSELY where one or both have
    a coarse date or number, WORDILY where names only resemble each other. coarser says that the first claim's date or
    number is the coarser one, finer that the second's is.
    """

    step: int
    why: str
    coarser: bool = False
    finer: bool = False

    def reversed(self) -> Likeness:
        """The same, seen from the other claim."""
        return Likeness(self.step, self.why, self.finer, self.coarser)


@dataclass(frozen=True, slots=True)
class Rule:
    """Aspects of a kind by name; all of one of `needs` must speak for one fact, and none may speak against it."""

    aspects: Mapping[str, Aspect]
    needs: tuple[tuple[str, ...], ...]


def compare(one: Claim, other: Claim) -> Likeness | None:
    """Whether two claims may be one fact, and why; None where they are two."""
    if type(one) is not type(other):
        return None
    rule = RULES[one.kind]
    found: dict[str, Verdict] = {}
    for name, aspect in rule.aspects.items():
        found[name] = aspect(one, other)
        if found[name] is Verdict.CLASH:
            return None
    if not any(all(found[name] in SPEAKING for name in needed) for needed in rule.needs):
        return None
    said = [f"{name} {verdict}" for name, verdict in found.items() if verdict not in (Verdict.SAME, Verdict.OPEN)]
    same = [name for name, verdict in found.items() if verdict is Verdict.SAME]
    why = "; ".join([*said, f"same {', '.join(same)}" if same else ""])
    coarse = _is_vague(one, other) or any(found.get(name) in (Verdict.HOLDS, Verdict.MOVED) for name in PRECISE)
    step = WORDILY if Verdict.LIKE in found.values() else COARSELY if coarse else EXACTLY
    return Likeness(step, why, *_precision(one, other)) if coarse else Likeness(step, why)


def _is_vague(one: Claim, other: Claim) -> bool:
    """Whether they are told of different times, one perhaps of none, or of one month or year that may hold several."""
    first, second = (getattr(claim, "at", None) or date_of(claim) for claim in (one, other))
    if isinstance(one, Figure):
        return same_when(first, second) != "same" and (first, second) != (None, None)
    return first != second or (first is not None and period(first) is not None and not is_day(first))


def _precision(one: Claim, other: Claim) -> tuple[bool, bool]:
    """Whether the first is the coarser, and whether the second is: by their dates, else by their numbers."""
    first, second = (getattr(claim, "at", None) or date_of(claim) for claim in (one, other))
    if fits(first, second) or fits(second, first):
        return fits(first, second), fits(second, first)
    if isinstance(one, Figure) and isinstance(other, Figure):
        return is_inside(other.quantity, one.quantity), is_inside(one.quantity, other.quantity)
    return False, False


def contradict(one: Claim, other: Claim) -> bool:
    """Whether two claims cannot be one fact. Two that merely do not say enough do not contradict each other."""
    if type(one) is not type(other):
        return True
    return any(aspect(one, other) is Verdict.CLASH for aspect in RULES[one.kind].aspects.values())


_COMMON: dict[str, Aspect] = {"parties": aspects.parties}

RULES: dict[str, Rule] = {
    "figure": Rule(
        {
            "period": aspects.figure_period,
            "value": aspects.amount,
            "reporter": field("reporter"),
            "edition": field("edition"),
        },
        (("value",),),
    ),
    "agreement": Rule(
        {
            "date": aspects.when,
            "act": field("act"),
            "day": aspects.day,
            "type": aspects.text_sort,
            "title": aspects.title,
            "place": aspects.place,
            "term": field("term"),
        }
        | _COMMON,
        (("act", "title"), ("act", "day", "type")),
    ),
    "meeting": Rule(
        {
            "date": aspects.meeting_when,
            "type": aspects.meeting_type,
            "number": field("number"),
            "host": field("host"),
            "guest": field("guest"),
            "place": aspects.place,
            "body": aspects.body,
            "people": aspects.people,
        },
        (("type", "date"), ("type", "number", "body")),
    ),
    "body": Rule(_COMMON | {"name": aspects.body, "level": field("level")}, (("name",),)),
    "membership": Rule({"organisation": field("organisation")}, (("organisation",),)),
    "project": Rule(
        {"stage": field("stage"), "date": aspects.when, "name": named("name"), "place": aspects.place}, (("name",),)
    ),
    "exchange": Rule(
        {
            "commodity": field("commodity"),
            "from": field("from_"),
            "to": field("to"),
            "season": field("season"),
        },
        (("commodity", "from"), ("commodity", "to")),
    ),
    "aid": Rule(
        {
            "from": field("from_"),
            "to": field("to"),
            "purpose": named("purpose"),
            "time": aspects.near_where_undated(FLEETING_DAYS),
            "date": aspects.when,
        },
        (("from", "time"), ("to", "time")),
    ),
    "award": Rule(
        {
            "name": named("name"),
            "degree": field("degree"),
            "to": lambda one, other: aspects.agree(surname(one.to or ""), surname(other.to or "")),
            "date": aspects.when,
        },
        (("name", "to"), ("name", "date")),
    ),
    "community": Rule(
        {
            "name": named("name"),
            "place": aspects.place,
            "date": aspects.when,
            "succeeds": named("succeeds"),
        },
        (("name",),),
    ),
    "relation": Rule(_COMMON | {"type": field("type"), "date": aspects.when}, (("type",),)),
    "event": Rule(
        {
            "type": field("type"),
            "date": aspects.when,
            "name": named("name"),
            "place": aspects.place,
            "status": aspects.once_or_often,
        },
        (("type", "name"), ("type", "date", "place")),
    ),
    "topic": Rule({"topic": field("topic"), "mode": field("mode"), "at": aspects.spot}, (("topic", "mode", "at"),)),
    "procedure": Rule({"body": aspects.body, "does": named("does"), "frequency": field("frequency")}, (("does",),)),
    "pledge": Rule(
        {
            "by": aspects.promiser,
            "to": field("to"),
            "what": named("what"),
            "deadline": field("deadline"),
        },
        (("what", "by"),),
    ),
    "trend": Rule(
        {
            "indicator": field("indicator"),
            "direction": field("direction"),
            "period": aspects.trend_period,
        },
        (("indicator", "direction", "period"),),
    ),
    "assessment": Rule(
        {
            "stance": field("stance"),
            "holder": aspects.holder,
            "subject": field("subject"),
            "cause": named("cause"),
            "effect": named("effect"),
        },
        (("cause", "effect"), ("holder", "cause"), ("holder", "effect")),
    ),
    "goods": Rule(
        {"from": field("from_"), "to": field("to"), "goods": aspects.goods, "period": field("period")}, (("goods",),)
    ),
}


def handles(claim: Claim) -> set[Handle]:
    """What a claim is found under."""
    return {(claim.kind, *handle) for handle in HANDLES.get(claim.kind, _by_fields())(claim)}


def sought(claim: Claim) -> set[Handle]:
    """What a claim looks for others under: two of which neither finds the other are never one fact."""
    found = handles(claim)
    if claim.kind != "agreement":
        return found
    # an undated act may be of any year, but acts of different years need not be compared
    times = (_UNDATED, _DATED) if _UNDATED in {handle[-1] for handle in found} else (_UNDATED,)
    return found | {(*handle[:-1], time) for handle in found for time in times}


# How many months of a long period are handles of their own; a longer one meets the rest through its years.
MONTHS = 24


def _months(edtf: str | None) -> Iterator[str]:
    """The months that a date lies in, for a date of two years at most."""
    first, last = bounds(edtf)
    first, last = first or last, last or first
    if first is None or last is None:
        return
    span = (last.year - first.year) * 12 + last.month - first.month
    for step in range(span + 1 if span < MONTHS else 0):
        year, month = divmod(first.month - 1 + step, 12)
        yield f"{first.year + year}-{month + 1:02}"


def _near(edtf: str | None) -> Iterator[str]:
    """The months of a document's date and the month after, so that neighbours meet."""
    months = list(_months(edtf))
    yield from months
    if months:
        year, month = map(int, months[-1].split("-"))
        yield f"{year + month // 12}-{month % 12 + 1:02}"


def _figure(claim: Any) -> Iterator[Handle]:
    period_ = None if claim.status == "target" else claim.period and bounds(claim.period)
    yield (repr(figure_cell(claim)), period_)


def _meeting(claim: Any) -> Iterator[Handle]:
    family = "visit" if claim.type.endswith("visit") else claim.type
    yield from ((family, month) for month in _months(claim.date))
    if claim.number and claim.body:
        yield (family, claim.number)


_DATED, _UNDATED = "dated", "undated"


def _agreement(claim: Any) -> Iterator[Handle]:
    """The stems of the title with each year of the date; what is vaguer than some years counts as undated."""
    years = sorted({month[:4] for month in _months(claim.date)})
    times = [*years, _DATED] if years else [_UNDATED]
    yield from ((claim.act, stem, time) for stem in telling(claim.title) for time in times)
    if claim.date:
        yield (claim.act, claim.date)


def _topic(claim: Any) -> Iterator[Handle]:
    if claim.at and not period(claim.at):
        yield from ((claim.topic, claim.mode, stem) for stem in stems(claim.at))
    else:
        times = _months(claim.at) if claim.at else _near(claim.published)
        yield from ((claim.topic, claim.mode, month) for month in times)


def _trend(claim: Any) -> Iterator[Handle]:
    times = _months(claim.period) if claim.period else _near(claim.published)
    yield from ((claim.indicator, claim.direction, time) for time in times)


def _event(claim: Any) -> Iterator[Handle]:
    yield from ((claim.type, stem) for stem in _telling_stems(claim.name))
    if claim.date:
        yield (claim.type, claim.date)


def _assessment(claim: Any) -> Iterator[Handle]:
    for words in (claim.cause, claim.effect):
        yield from ((claim.stance, stem) for stem in stems(words))


def _by_name(field: str) -> Callable[[Any], Iterator[Handle]]:
    return lambda claim: ((stem,) for stem in _telling_stems(getattr(claim, field)))


def _by_fields(*fields: str) -> Callable[[Any], Iterator[Handle]]:
    return lambda claim: iter([tuple(getattr(claim, field) for field in fields)])


def _telling_stems(name: str | None) -> Iterable[str]:
    """The stems of a name that are no word of sort, or all where there is nothing else."""
    sorts = {stem for word in joining_words().names.sorts for stem in stems(word)}
    return [stem for stem in stems(name) if stem not in sorts] or stems(name)


HANDLES: Mapping[str, Callable[[Any], Iterator[Handle]]] = {
    "figure": _figure,
    "meeting": _meeting,
    "agreement": _agreement,
    "body": lambda claim: ((stem,) for stem in body_key(claim.name).split()),
    "membership": _by_fields("organisation"),
    "project": _by_name("name"),
    "exchange": _by_fields("commodity"),
    "award": _by_name("name"),
    "community": _by_name("name"),
    "relation": _by_fields("type"),
    "event": _event,
    "topic": _topic,
    "procedure": _by_name("does"),
    "pledge": _by_name("what"),
    "trend": _trend,
    "assessment": _assessment,
}
