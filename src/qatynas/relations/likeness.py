"""Which claims may be one fact: a table of aspects for each kind.

To add a kind: a Rule with its aspects and what must speak for one fact, and its handles (handles.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from qatynas.model.claim import Claim, Figure
from qatynas.relations import aspects
from qatynas.relations.aspects import FLEETING_DAYS, SPEAKING, Aspect, Verdict, field, is_inside, named
from qatynas.relations.dates import fits, is_day, period, same_when
from qatynas.relations.keys import date_of
from qatynas.relations.names import surname

EXACTLY, COARSELY, WORDILY = range(3)
"""The steps in which claims are joined; see Likeness."""

PRECISE = ("date", "value", "at", "period")
"""Aspects of which one claim may tell more precisely than another."""


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
