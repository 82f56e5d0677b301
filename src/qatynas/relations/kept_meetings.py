"""Meetings with what belongs to them (gatherings.py), read out of kept facts: of each only what is near it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from qatynas.model.claim import Agreement, Award, Event, Meeting, Pledge, Topic
from qatynas.relations.dates import bounds, is_day, period
from qatynas.relations.gatherings import (
    belongs,
    held_at,
    home_of,
    is_given_at,
    promised_at,
    signed_at,
    visit_of,
)
from qatynas.relations.histories import Gathering, Part, facts_in
from qatynas.relations.joining import fact_order
from qatynas.relations.kept_labels import LAST
from qatynas.relations.kept_reading import REPORTS, TOLD, Days
from qatynas.relations.labels import unpacked
from qatynas.relations.names import body_key
from qatynas.relations.values import Fact

if TYPE_CHECKING:
    from qatynas.relations.kept import Kept

FEW = 50  # meetings by which is seen at once that a topic fits several


class KeptMeetings:
    """The meetings of one pair."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self._labels = kept.labels
        self._read: dict[tuple[str, str | None], list[Fact[Any]]] = {}

    def listed(
        self,
        begin: date = date.min,
        end: date = date.max,
        types: Iterable[str] = (),
        limit: int | None = None,
        offset: int = 0,
        *,
        newest: bool = False,
    ) -> Part[Gathering]:
        """Meetings that share a day with these, by date, each with what belongs to it; of some types where given."""
        facts, count = self._listed(begin, end, types, limit, offset, newest)
        found = tuple(self.of(fact) for fact in facts)
        return Part(found, count, self._kept.partly(facts_in(found), meetings=found))

    def facts(
        self,
        begin: date = date.min,
        end: date = date.max,
        types: Iterable[str] = (),
        limit: int | None = None,
        offset: int = 0,
        *,
        newest: bool = False,
    ) -> Part[Fact[Meeting]]:
        """The same meetings without what belongs to them."""
        facts, count = self._listed(begin, end, types, limit, offset, newest)
        return Part(tuple(facts), count, self._kept.partly(facts))

    def _listed(
        self, begin: date, end: date, types: Iterable[str], limit: int | None, offset: int, newest: bool
    ) -> tuple[list[Fact[Meeting]], int]:
        self._labels.catch_up()
        self._read.clear()
        keys = self._labels.numbers("meeting", *types)
        days = begin.toordinal(), end.toordinal()
        dated = begin > date.min or end < date.max  # what has no date is of no days
        count = self._labels.count(keys, *days, dated=dated)
        if newest:
            beyond = max(0, count - offset)
            limit = beyond if limit is None else min(limit, beyond)
            offset = beyond - limit
        numbers, skipped = self._labels.page(keys, limit, offset, begin=days[0], end=days[1], dated=dated)
        found = sorted(self._kept.load(numbers, TOLD), key=fact_order)[skipped:][:limit]
        return (found[::-1] if newest else found), count

    def of(self, meeting: Fact[Meeting]) -> Gathering:
        """A meeting with what belongs to it."""
        claim = meeting.claim
        near: list[Fact[Meeting]] = self._near("meeting", claim.date)
        within = visit_of(meeting, near)
        acts: list[Fact[Agreement]] = self._near("agreement", claim.date)
        awards: list[Fact[Award]] = self._near("award", claim.date)
        events: list[Fact[Event]] = self._near("event", claim.date)
        return Gathering(
            meeting,
            tuple(one for one in self._topics(meeting) if self._home(one) == meeting.key),
            within,
            tuple(one for one in near if self._is_held_at(one, meeting)),
            tuple(act for act in acts if self._place(act) == meeting.key),
            tuple(one for one in awards if not within and is_given_at(one.claim, claim)),
            tuple(one for one in self._pledges(meeting) if not within and promised_at(one, meeting)),
            tuple(one for one in events if held_at(one.claim, claim)),
        )

    def _is_held_at(self, one: Fact[Meeting], visit: Fact[Meeting]) -> bool:
        if not visit.claim.type.endswith("visit"):
            return False
        home = visit_of(one, self._near("meeting", one.claim.date))
        return home is not None and home.key == visit.key

    def _place(self, act: Fact[Agreement]) -> str | None:
        """The meeting at which a text was signed: one of its day, or one that is told beside it."""
        if is_day(act.claim.date):
            near = self._near("meeting", act.claim.date)
        else:
            told = self._kept.told_in([report.source for report in act.reports], "meeting")
            near = sorted(self._kept.load(told, TOLD), key=fact_order)
        home = signed_at(act, near)
        return home.key if home else None

    def _topics(self, meeting: Fact[Meeting]) -> list[Fact[Topic]]:
        """Topics that may be of a meeting."""
        claim = meeting.claim
        first, last = _days(claim.date)
        numbers: list[int] = []
        if period(claim.date):
            keys = self._labels.numbers("at", "")
            numbers += self._labels.under(keys, begin=first, end=last)
        else:
            numbers += self._kept.told_in([report.source for report in meeting.reports], "topic")
        if claim.body:
            numbers += self._labels.under(self._labels.numbers("at body", body_key(claim.body)))
        found: list[Fact[Topic]] = self._load(numbers, (first, LAST))
        return [one for one in found if belongs(one, claim)]

    def _home(self, topic: Fact[Topic]) -> str | None:
        """The meeting of a topic. Where the first few meetings that it fits are of several days, there is none."""
        at = topic.claim.at
        if period(at):
            numbers = self._numbers("meeting", at)
        else:
            key = body_key(at)
            keys = [number for number, packed, _ in self._labels.keys("session") if unpacked(packed)[0] == key]
            numbers = self._labels.under(keys, newest=False)
        if len(numbers) > FEW:
            few = (claim for claim in self._kept.tellers(numbers[:FEW]).values() if isinstance(claim, Meeting))
            if len({(claim.date, claim.host) for claim in few if belongs(topic, claim)}) > 1:
                return None
        home = home_of(topic, self._load(numbers))
        if home is None and period(at):
            told = self._load(self._kept.told_in([report.source for report in topic.reports], "meeting"))
            home = home_of(topic, [one for one in told if not period(one.claim.date)])
        return home.key if home else None

    def _pledges(self, meeting: Fact[Meeting]) -> list[Fact[Pledge]]:
        """Promises that are told in the documents which tell of a meeting."""
        first, last = _days(meeting.claim.date)
        told = self._kept.told_in([report.source for report in meeting.reports], "pledge")
        return self._load(told, (first - 1, last + 1))

    def _near(self, kind: str, edtf: str | None) -> list[Fact[Any]]:
        """Facts of a kind that share a day with a date."""
        if (kind, edtf) not in self._read:
            found = sorted(self._kept.load(self._numbers(kind, edtf), TOLD), key=fact_order)
            self._read[kind, edtf] = found
        return self._read[kind, edtf]

    def _numbers(self, kind: str, edtf: str | None) -> list[int]:
        return [] if bounds(edtf) == (None, None) else self._labels.within(kind, *_days(edtf))

    def _load(self, numbers: Iterable[int], days: Days | None = None) -> list[Fact[Any]]:
        return sorted(self._kept.load(list(dict.fromkeys(numbers)), REPORTS, days), key=fact_order)


def _days(edtf: str | None) -> Days:
    first, last = bounds(edtf)
    return first.toordinal() if first else 1, last.toordinal() if last else LAST
