"""How two claims of one kind stand to each other in one respect: their dates, places, people, numbers, names.

An aspect is `(one, other) -> Verdict`. SAME, HOLDS (one is the coarser), LIKE (told in other words) and MOVED (planned
for another day) speak for one fact, OPEN (one of them does not say) for nothing, CLASH against it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from enum import StrEnum
from typing import Any

from qatynas.model.claim import Agreement, Assessment, Claim, Figure, Goods, Meeting, Place, Pledge, Trend
from qatynas.model.quantity import Qualifier, Quantity
from qatynas.relations.dates import days_between, fits, is_day, same_when
from qatynas.relations.keys import date_of
from qatynas.relations.names import body_key, is_telling, same_name, same_title, stems, surname, telling, title_key

# A count without a date («1,200 firms work there») holds for about a year; what is merely under way, for a month.
STANDING_DAYS = 366
FLEETING_DAYS = 31

# How far a rounder number may lie from a finer one that it is to stand for: 1.7 for 1.71, but not 2 for 1.6, though
# both round to it; «over» and «under» are looser still.
CLOSE = Decimal("0.05")
CLOSE_OPEN = Decimal("0.10")

# Goods lists of one flow are one saying where this share of them is common.
SAME_GOODS = 0.6


class Verdict(StrEnum):
    """What one aspect says of two claims."""

    SAME = "same"
    HOLDS = "one holds the other"
    LIKE = "in other words"
    MOVED = "moved"
    OPEN = "one does not say"
    CLASH = "clash"


SPEAKING = (Verdict.SAME, Verdict.HOLDS, Verdict.LIKE, Verdict.MOVED)

Aspect = Callable[[Any, Any], Verdict]

_VISITS = frozenset({"state_visit", "official_visit", "working_visit", "visit"})
# Kazakh press calls one text now «шарт», now «келісім»; a programme, plan and road map are told apart as little.
_SORTS = ({"treaty", "agreement"}, {"programme", "roadmap"})
_FREE = frozenset({Qualifier.OVER, Qualifier.UNDER})


def field(name: str) -> Aspect:
    """A field that must agree where both have it."""

    def aspect(one: Claim, other: Claim) -> Verdict:
        return agree(getattr(one, name), getattr(other, name))

    return aspect


def named(name: str) -> Aspect:
    """A field that holds a name, which may be told in other words."""

    def aspect(one: Claim, other: Claim) -> Verdict:
        return names_agree(getattr(one, name), getattr(other, name))

    return aspect


def agree(one: object, other: object) -> Verdict:
    """Whether two values are equal, where both are there."""
    if not one or not other:
        return Verdict.OPEN
    return Verdict.SAME if one == other else Verdict.CLASH


def names_agree(one: str | None, other: str | None) -> Verdict:
    """Whether two names may mean one thing."""
    if not one or not other:
        return Verdict.OPEN
    if stems(one) == stems(other):
        return Verdict.SAME if is_telling(one) else Verdict.OPEN
    return Verdict.LIKE if same_name(one, other) else Verdict.CLASH


def when(one: Claim, other: Claim) -> Verdict:
    """Whether two dates of an event may be one: the same, or one inside the other."""
    return _WHEN[same_when(date_of(one), date_of(other))]


_WHEN = {"same": Verdict.SAME, "holds": Verdict.HOLDS, "unknown": Verdict.OPEN, "": Verdict.CLASH}


def place(one: Claim, other: Claim) -> Verdict:
    """Whether two places may be one: a country holds its towns."""
    return places_agree(getattr(one, "place", None), getattr(other, "place", None))


def places_agree(one: Place | None, other: Place | None) -> Verdict:
    """The same of two places."""
    if one is None or other is None:
        return Verdict.OPEN
    country, name = agree(one.country, other.country), agree(stems(one.name), stems(other.name))
    if Verdict.CLASH in (country, name):
        return Verdict.CLASH
    return Verdict.SAME if name is Verdict.SAME else Verdict.HOLDS


def parties(one: Claim, other: Claim) -> Verdict:
    """Whether one claim's states are the other's, or some of them."""
    left, right = set(one.parties), set(other.parties)
    if left == right:
        return Verdict.SAME
    return Verdict.HOLDS if left <= right or right <= left else Verdict.CLASH


def once_or_often(one: Claim, other: Claim) -> Verdict:
    """What is held again and again is not what was held once."""
    often = one.status == "recurring", other.status == "recurring"
    return Verdict.SAME if often[0] == often[1] else Verdict.CLASH


def told_near(days: int) -> Aspect:
    """For what has no date of its own: whether the documents are this many days apart at most, as far as is known."""

    def aspect(one: Claim, other: Claim) -> Verdict:
        apart = days_between(one.published, other.published)
        if apart is None:
            return Verdict.OPEN
        return Verdict.CLASH if apart > days else Verdict.SAME

    return aspect


def near_where_undated(days: int) -> Aspect:
    """The same, where neither has a date; a dated and an undated one are two sayings."""
    near = told_near(days)

    def aspect(one: Claim, other: Claim) -> Verdict:
        dated = date_of(one), date_of(other)
        if dated == (None, None):
            return near(one, other)
        return Verdict.CLASH if None in dated else Verdict.SAME

    return aspect


# figures


def figure_period(one: Figure, other: Figure) -> Verdict:
    """Cells have one period; only a target without a deadline may be a dated one told shortly."""
    stands = same_when(one.period, other.period)
    if one.status == "target":
        by_one_day = one.period and other.period and one.period.split("/")[-1] == other.period.split("/")[-1]
        return (
            Verdict.SAME if stands == "same" or by_one_day else Verdict.OPEN if stands == "unknown" else Verdict.CLASH
        )
    if stands != "unknown":
        return Verdict.SAME if stands == "same" else Verdict.CLASH
    if one.period or other.period:
        return Verdict.CLASH
    return told_near(STANDING_DAYS)(one, other) if one.status == "actual" else Verdict.SAME


def amount(one: Figure, other: Figure) -> Verdict:
    """Whether two numbers are one, or one is the other more roughly."""
    left, right = one.quantity, other.quantity
    if left.value == right.value:
        return Verdict.SAME if left.qualifier == right.qualifier else _hedged(left, right)
    if one.status == "target":
        return Verdict.CLASH
    allowed = CLOSE_OPEN if {left.qualifier, right.qualifier} & _FREE else CLOSE
    if abs(left.value - right.value) > allowed * max(abs(left.value), abs(right.value)):
        return Verdict.CLASH
    if is_inside(left, right) or is_inside(right, left):
        return Verdict.HOLDS
    return Verdict.OPEN if _overlap(left, right) else Verdict.CLASH


def _overlap(left: Quantity, right: Quantity) -> bool:
    """Whether two intervals share more than an end: 1.71 and 1.72 do not."""
    below = left.low is None or right.high is None or left.low < right.high
    return below and (right.low is None or left.high is None or right.low < left.high)


def _hedged(left: Quantity, right: Quantity) -> Verdict:
    return Verdict.CLASH if {left.qualifier, right.qualifier} == _FREE else Verdict.HOLDS


def is_inside(fine: Quantity, coarse: Quantity) -> bool:
    """Whether one number's interval lies in the other's; an open end is no precision."""
    if fine.low is None or fine.high is None:
        return False
    above = coarse.low is None or coarse.low <= fine.low
    return above and (coarse.high is None or fine.high <= coarse.high)


# events and texts


def meeting_type(one: Meeting, other: Meeting) -> Verdict:
    """Visits of different rank are one where the same people are named: papers mix ranks up."""
    if one.type == other.type:
        return Verdict.SAME
    if not {one.type, other.type} <= _VISITS:
        return Verdict.CLASH
    if "visit" in (one.type, other.type):
        return Verdict.HOLDS
    return Verdict.LIKE if _people(one) & _people(other) else Verdict.CLASH


def people(one: Meeting, other: Meeting) -> Verdict:
    """Two lists of participants with nobody in common are two meetings, but for sessions, which have many members."""
    left, right = _people(one), _people(other)
    if not left or not right:
        return Verdict.OPEN
    if left == right:
        return Verdict.SAME
    if left & right:
        return Verdict.HOLDS
    return Verdict.OPEN if one.type == other.type == "session" else Verdict.CLASH


def meeting_when(one: Meeting, other: Meeting) -> Verdict:
    """A session told only by its month may be any body's: where one is not named, the day must agree.

    A body has each of its numbered sessions once: one that was planned for another day was moved.
    """
    stands = when(one, other)
    if stands is Verdict.CLASH and one.number and one.number == other.number and one.body and other.body:
        return Verdict.MOVED if "planned" in (one.status, other.status) else stands
    if stands is Verdict.HOLDS and one.type == "session" and not (one.body and other.body):
        return Verdict.OPEN
    return stands


def body(one: Any, other: Any) -> Verdict:
    """Names of one body: the states may change places, and a well-known body is named shortly."""
    left = getattr(one, "body", None) or getattr(one, "name", None)
    right = getattr(other, "body", None) or getattr(other, "name", None)
    return bodies_agree(left, right)


def bodies_agree(one: str | None, other: str | None) -> Verdict:
    """The same of two names."""
    if not one or not other:
        return Verdict.OPEN
    left, right = set(body_key(one).split()), set(body_key(other).split())
    if left == right:
        return Verdict.SAME
    return Verdict.LIKE if min(len(left), len(right)) > 1 and (left < right or right < left) else Verdict.CLASH


def title(one: Agreement, other: Agreement) -> Verdict:
    """Whether two titles may be of one text; a text without a telling title is any text of that day."""
    if not telling(one.title) or not telling(other.title):
        return Verdict.OPEN
    if title_key(one.title) == title_key(other.title):
        return Verdict.SAME
    same_day = day(one, other) is Verdict.SAME
    return Verdict.LIKE if same_title(one.title, other.title, same_day=same_day) else Verdict.CLASH


def day(one: Claim, other: Claim) -> Verdict:
    """Whether both are told of one and the same day; other dates are for `when` to judge."""
    dates = date_of(one), date_of(other)
    return Verdict.SAME if dates[0] == dates[1] and is_day(dates[0]) else Verdict.OPEN


def text_sort(one: Agreement, other: Agreement) -> Verdict:
    """Sorts of text that the press does not keep apart count as one."""
    return sorts_agree(one.type, other.type)


def sorts_agree(one: str | None, other: str | None) -> Verdict:
    """The same of two sorts."""
    found = agree(one, other)
    if found is Verdict.CLASH and any({one, other} <= sorts for sorts in _SORTS):
        return Verdict.HOLDS
    return found


def spot(one: Any, other: Any) -> Verdict:
    """When a topic was talked of: a date, or the name of a meeting or text. What names neither is one by its key alone,
    told in one month."""
    if not one.at or not other.at:
        return Verdict.OPEN
    if fits(one.at, other.at) or fits(other.at, one.at):
        return Verdict.HOLDS
    return Verdict.SAME if same_when(one.at, other.at) == "same" else names_agree(one.at, other.at)


def holder(one: Assessment, other: Assessment) -> Verdict:
    """Whose judgement it is."""
    return agree(_voice(one), _voice(other))


def trend_period(one: Trend, other: Trend) -> Verdict:
    """When a direction is said of; what names no period is one by its key alone, told in one month."""
    if not one.period or not other.period:
        return Verdict.OPEN if one.period == other.period else Verdict.CLASH
    return Verdict.SAME if same_when(one.period, other.period) == "same" else Verdict.CLASH


def promiser(one: Pledge, other: Pledge) -> Verdict:
    """Who promises, a person by the surname."""
    return agree(_by(one), _by(other))


def goods(one: Goods, other: Goods) -> Verdict:
    """Whether two lists name mostly the same goods."""
    left, right = {stems(good.name) for good in one.goods}, {stems(good.name) for good in other.goods}
    if left == right:
        return Verdict.SAME
    share = len(left & right) / max(1, min(len(left), len(right)))
    return Verdict.LIKE if share >= SAME_GOODS else Verdict.CLASH


def _people(claim: Meeting) -> set[str]:
    return {surname(person) for person in claim.participants}


def _voice(claim: Assessment) -> str:
    return surname(claim.holder or claim.speaker or "")


def _by(claim: Pledge) -> tuple[str, ...]:
    told: Iterable[str] = claim.by if isinstance(claim.by, tuple) else filter(None, [claim.by])
    return tuple(sorted(surname(one) for one in told))
