"""Promises and programmes read out of kept facts, in pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from qatynas.model.claim import Claim, Figure
from qatynas.relations.dates import bounds, order
from qatynas.relations.histories import Part, Programme, Promise, Treaty, facts_in
from qatynas.relations.joining import fact_order
from qatynas.relations.kept_labels import LAST
from qatynas.relations.kept_reading import MEMBERS, REPORTS
from qatynas.relations.kept_tables import in_parts
from qatynas.relations.labels import reached
from qatynas.relations.outlook import STATES, by_deadline, due_of, has_end, reaches, state_of, told_first
from qatynas.relations.programmes import is_within_term, priorities, topic_of
from qatynas.relations.treaties import by_first_act
from qatynas.relations.values import Fact

if TYPE_CHECKING:
    from qatynas.relations.kept import Kept

AT_ONCE = 50  # levels that are read at a time for those that keep a target


class KeptAhead:
    """What is still to come between one pair."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self._labels = kept.labels
        self._levels: dict[int, Claim] = {}  # read for one question: targets of one series look through the same

    def promises(
        self,
        state: str | None = None,
        limit: int | None = None,
        offset: int = 0,
        as_of: str | None = None,
        members: int | None = MEMBERS,
    ) -> Part[Promise]:
        """Promises, the open ones first, each by its deadline; of one state where it is given. as_of (EDTF) stands for
        «now»; members: so many restatements, and facts that keep it, of each."""
        self._labels.catch_up()
        self._levels.clear()
        as_of = as_of or self._kept.as_of()
        found: list[Promise] = []
        total = 0
        for one in STATES if state is None else (state,):
            count = self.count(one, as_of)
            total += count
            left = None if limit is None else limit - len(found)
            begin = max(0, offset)
            if left != 0 and begin < count:
                found += self._promises(one, left, begin, as_of, members)
            offset -= count
        return Part(tuple(found), total, self._kept.partly(facts_in(found), promises=tuple(found)))

    def count(self, state: str, as_of: str | None = None) -> int:
        """How many promises stand so."""
        self._labels.catch_up()
        begin, until = self._stretch(state, as_of or self._kept.as_of())
        return self._labels.count(self._keys(), begin, LAST, until) if begin <= until else 0

    def _promises(
        self, state: str, limit: int | None, offset: int, as_of: str | None, members: int | None
    ) -> list[Promise]:
        begin, until = self._stretch(state, as_of)
        numbers, skipped = self._labels.page(self._keys(), limit, offset, begin=begin, until=until)
        near = sorted(self._kept.load(numbers, REPORTS), key=lambda fact: (order(due_of(fact.claim)[1]), fact.key))
        return sorted(self.of(near[skipped:][:limit], as_of, members), key=by_deadline)

    def of(
        self, facts: Iterable[Fact[Claim]], as_of: str | None = None, members: int | None = MEMBERS
    ) -> list[Promise]:
        """The promises that these facts are, with what restates and keeps them."""
        told = list(facts)
        restated = [self._restated(fact, members) for fact in told]
        keeping = [self._kept_by(fact, members) for fact in told]
        read = self._kept.by_number({number for one in (*restated, *keeping) for number in one}, REPORTS)
        found = []
        for fact, same, levels in zip(told, restated, keeping, strict=True):
            due = due_of(fact.claim)[1]
            others = [one for one in _of(read, same, fact_order) if one.key != fact.key]
            kept_by = _of(read, levels, lambda level: (order(level.claim.period), level.key))
            found.append(Promise(fact, due, state_of(due, as_of), tuple(others[:members]), tuple(kept_by)))
        return found

    def _keys(self) -> list[int]:
        return self._labels.numbers("promise", "")

    def _stretch(self, state: str, as_of: str | None) -> tuple[int, int]:
        """Between which days the last day of deadlines lies that stand so."""
        now = bounds(as_of)[0]
        if state == "undated":
            return (LAST, LAST) if now else (0, LAST)
        if now is None:
            return 1, 0
        return (now.toordinal(), LAST - 1) if state == "open" else (0, now.toordinal() - 1)

    def _restated(self, fact: Fact[Claim], members: int | None) -> list[int]:
        """The numbers of targets of the same amount, perhaps this one among them."""
        claim = fact.claim
        if not isinstance(claim, Figure):
            return []
        keys = self._labels.numbers("target", f"{claim.quantity.value.normalize()} {reached(claim)}")
        return self._labels.under(keys, None if members is None else members + 1)

    def _kept_by(self, fact: Fact[Claim], members: int | None) -> list[int]:
        """The numbers of the first levels that reach a target."""
        claim = fact.claim
        if not isinstance(claim, Figure) or claim.measure != "level" or claim.status != "target":
            return []
        told = told_first(fact)
        first, last = bounds(claim.period)
        days = (first, None, last) if has_end(claim.period) else (None, told, last)
        begin, since, end = (day.toordinal() if day else 0 for day in days)
        found: list[int] = []
        for key in self._labels.numbers("level", reached(claim)):
            near = self._labels.reaching(key, float(claim.quantity.value), begin, since, end or LAST)
            for part in in_parts(near, AT_ONCE):
                self._levels |= self._kept.tellers(number for number in part if number not in self._levels)
                for number in part:
                    level = self._levels.get(number)
                    if isinstance(level, Figure) and reaches(level, claim, told):
                        found.append(number)
                if members is not None and len(found) >= members:
                    break
        return found[:members]

    # programmes

    def programmes(
        self, limit: int | None = None, offset: int = 0, members: int | None = MEMBERS, on: date | None = None
    ) -> Part[Programme]:
        """Texts with a term and priorities, oldest first; on: in whose term this day lies."""
        self._labels.catch_up()
        texts = [text for text in self._kept.treaties.load(self._kept.treaties.with_priorities()) if text.term]
        texts = sorted((text for text in texts if on is None or _holds(text.term, on)), key=by_first_act)
        found = tuple(self._programme(text, members) for text in texts[offset:][:limit])
        return Part(found, len(texts), self._kept.partly(facts_in(found), programmes=found))

    def _programme(self, text: Treaty, members: int | None) -> Programme:
        done, more = [], 0
        for topic in priorities(text):
            facts, left = self._done(topic, text, members)
            done.append((topic, facts))
            more += left
        return Programme(text, tuple(done), more)

    def _done(self, topic: str, text: Treaty, members: int | None) -> tuple[tuple[Fact[Any], ...], int]:
        first, last = bounds(text.term)
        begin, end = first or date.min, last or date.max
        own = {act.key for act in text.acts}
        keys = self._labels.numbers("done", topic)
        days = begin.toordinal(), end.toordinal()
        named = self._labels.under(keys, members and members + len(own), begin=days[0], end=days[1])
        codes = [code for code in self._kept.subs("figure") if topic_of(code) == topic]
        counted, figures = self._kept.figures(codes, begin, end, members) if codes else ([], 0)
        found = [
            fact
            for fact in sorted(self._kept.load([*named, *counted], REPORTS), key=fact_order)
            if fact.key not in own and is_within_term(fact.claim, text.term)
        ]
        count = self._labels.count(keys, *days, until=min(days[1], LAST - 1)) + figures
        return tuple(found), max(0, count - len(found)) if members is not None else 0


def _of(
    read: dict[int, Fact[Any]], numbers: Iterable[int], by: Callable[[Fact[Any]], tuple[Any, ...]]
) -> list[Fact[Any]]:
    """Facts of these numbers in an order; those that are no more are left out."""
    return sorted((read[number] for number in numbers if number in read), key=by)


def _holds(term: str | None, day: date) -> bool:
    first, last = bounds(term)
    return (first or date.min) <= day <= (last or date.max)
