"""Planned dates as an iCalendar: what is still to come, or was when it was told, a day's event each.

Rule: RFC 5545. Nothing depends on the clock: the same ledger gives the same file, and UIDs stay as long as a fact does,
so that a calendar updates what it imported before.
"""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from qatynas.model.claim import Claim, Figure, Meeting, Place, Pledge
from qatynas.publish.exports.ftm_names import event_name
from qatynas.publish.exports.values import File, Material, Written
from qatynas.publish.labels import label
from qatynas.publish.writing import date_words, quantity
from qatynas.relations import Promise, Relationship
from qatynas.relations.dates import bounds
from qatynas.relations.rows import short_id

if TYPE_CHECKING:
    from icalendar import Event

LONGEST = 31  # days that are shown as they are; of a longer stretch its last day is, as «by» then
QUOTES = 3  # sentences in an event's description


def write(material: Material, file: File) -> Written:
    """Everything promised or planned that has a last day."""
    from icalendar import Calendar

    relationship = material.relationship
    calendar = Calendar()
    calendar.add("prodid", "-//qatynas//planned dates//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"{'–'.join(relationship.pair)}: planned dates")
    count, left = 0, Counter[str]()
    for promise in relationship.promises:
        days = shown_days(promise.due)
        if days is None:
            left["without a date"] += 1
            continue
        calendar.add_component(_event(relationship, promise, days))
        count += 1
    file.write(calendar.to_ical())
    return Written(count, "dates", left)


def shown_days(due: str | None) -> tuple[date, date] | None:
    """The first and last day that a calendar shows: of long or open stretches the last one; None without a last day."""
    first, last = bounds(due)
    if last is None or last.year >= date.max.year:
        return None
    return (first, last) if first and (last - first).days < LONGEST else (last, last)


def _event(relationship: Relationship, promise: Promise, days: tuple[date, date]) -> Event:
    from icalendar import Event

    fact, claim = promise.fact, promise.fact.claim
    made = Event()
    made.add("uid", f"{short_id(fact.key)}@qatynas")
    made.add("dtstamp", _stamp(relationship))
    made.add("dtstart", days[0])
    made.add("dtend", days[1] + timedelta(days=1))  # the day after the last, RFC 5545 3.6.1
    made.add("summary", _clean(f"{_words(claim)} ({date_words(promise.due)})"))
    quotes = [f"«{' '.join(report.claim.quote.split())}» ({report.claim.document})" for report in fact.reports[:QUOTES]]
    made.add("description", _clean("\n".join(quotes)))
    place = getattr(claim, "place", None)
    if isinstance(place, Place) and place.name:
        made.add("location", _clean(place.name))
    made.add("categories", [claim.kind])
    made.add("status", "TENTATIVE")
    made.add("transp", "TRANSPARENT")
    made.add("x-qatynas-edtf", promise.due)
    made.add("x-qatynas-claims", " ".join(report.id for report in fact.reports))
    return made


def _words(claim: Claim) -> str:
    """What is to come, in a few words."""
    if isinstance(claim, Figure):
        return f"{label('indicators', claim.indicator)}: {quantity(claim.quantity, claim.measure)}"
    if isinstance(claim, Pledge):
        return claim.what or label("types", "pledge")
    if isinstance(claim, Meeting) or not getattr(claim, "act", None):
        return event_name(claim)
    return f"{event_name(claim)}: {label('acts', getattr(claim, 'act', None))}"


def _stamp(relationship: Relationship) -> datetime:
    """The newest document's date stands for «now»."""
    last = bounds(relationship.as_of)[1] or date(1970, 1, 1)
    return datetime(last.year, last.month, last.day, tzinfo=UTC)


def _clean(words: str) -> str:
    """Without control characters, which RFC 5545 does not allow in text."""
    return "".join(letter for letter in words if letter >= " " or letter == "\n").replace("\x7f", "")
