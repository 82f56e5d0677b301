"""Bodies, works, supplies, voices … read out of kept facts, each by itself, in pages.

Every answer is a Part (histories.py). A thing of which thousands of facts are told has so many `members` of them here,
mostly the newest, and says in `more` how many are left out; without a limit it is what `build` gives. Of what thousands
of documents tell the first REPORTS reports are read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from qatynas.model.claim import Assessment, Claim, Community, Figure, Place, Project
from qatynas.relations.asking import when_of
from qatynas.relations.dates import order
from qatynas.relations.histories import (
    CommunityBody,
    Named,
    Organisation,
    Part,
    Succession,
    Supply,
    Voice,
    Work,
    facts_in,
)
from qatynas.relations.joining import fact_order
from qatynas.relations.kept_reading import MEMBERS, REPORTS
from qatynas.relations.labels import unpacked
from qatynas.relations.named import spoken, spots
from qatynas.relations.names import naming
from qatynas.relations.outlook import by_stance
from qatynas.relations.societies import community_of, members_of, succession
from qatynas.relations.supplies import seasons
from qatynas.relations.values import Fact
from qatynas.relations.works import work_of

if TYPE_CHECKING:
    from qatynas.relations.kept import Kept

Keys = list[tuple[int, str, int]]


@dataclass(frozen=True, slots=True)
class Entry:
    """A named thing in a list: the days it is listed by, its names and places, its keys, or the one fact that it is."""

    days: tuple[int, int]
    names: tuple[str, ...]
    spots: tuple[str, ...]
    keys: Keys
    alone: int | None = None
    digest: bytes = b""

    @property
    def order(self) -> tuple[Any, ...]:
        return self.days, self.names, self.spots, self.digest


class KeptThings:
    """What is told of the things of one pair."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self.labels = kept.labels

    def timeline(
        self, begin: date = date.min, end: date = date.max, limit: int | None = None, offset: int = 0
    ) -> Part[Fact[Claim]]:
        """What happened or was to happen between two days, both in, by date."""
        self.labels.catch_up()
        first, last = begin.toordinal(), end.toordinal()
        keys = self.labels.numbers("when", "")
        numbers, skipped = self.labels.page(keys, limit, offset, begin=first, end=last)
        found = sorted(self._load(numbers), key=lambda fact: (order(when_of(fact.claim)), fact.key))
        facts = tuple(found[skipped:][:limit])
        return Part(facts, self.labels.count(keys, first, last), self._kept.partly(facts))

    # works

    def works(self, limit: int | None = None, offset: int = 0, members: int | None = MEMBERS) -> Part[Work]:
        """Joint projects by the days of their last stages, each with its newest stages and figures."""
        entries = self._entries("work", last=True)
        found = tuple(self._work(one, members) for one in entries[offset:][:limit])
        return self._part(found, len(entries), works=found)

    def _work(self, entry: Entry, members: int | None) -> Work:
        stages, more = self._members(entry, members)

        def told_of(named: Iterable[tuple[str, ...]]) -> list[Fact[Figure]]:
            subjects = [" ".join(name) for name in named]
            keys = [self.labels.numbers(shelf, *subjects) for shelf in ("subject", "cost")]
            return self._load([number for mine in keys for number in self.labels.under(mine, members)])

        facts: list[Fact[Project]] = self._load(stages)
        return work_of(facts, told_of, entry.names if more else (), more)

    def _entries(self, shelf: str, *, last: bool) -> list[Entry]:
        """Named things in their order: by the days of their last facts, or of their first."""
        self.labels.catch_up()
        found: list[Entry] = []
        choose: Callable[[Iterable[tuple[int, int]]], tuple[int, int]] = max if last else min
        for keys, alone in self.labels.groups(shelf):
            numbers = [key for key, _, _ in keys]
            said = {key: spoken(packed) for key, packed, _ in keys}
            if alone:
                each = self.labels.each(numbers)
                digests = self._kept.digests(fact for _, fact, _, _ in each)
                found += [
                    Entry((first, end), (said[key][0],), spots([said[key]]), keys, fact, digests[fact])
                    for key, fact, first, end in each
                ]
            else:
                told = naming(said[key][0] for key, _, count in keys for _ in range(count))
                days = choose(self.labels.ends(numbers, last=last))
                found.append(Entry(days, told, spots(said.values()), keys))
        return sorted(found, key=lambda one: one.order)

    # exchanges

    def supplies(self, limit: int | None = None, offset: int = 0, members: int | None = MEMBERS) -> Part[Supply]:
        """What goes from one side to the other, by commodity and direction, with the numbers of its newest seasons."""
        self.labels.catch_up()
        arranged = {key: number for number, key, _ in self.labels.keys("exchange")}
        counted = {key: number for number, key, _ in self.labels.keys("counted")}
        told = sorted((tuple(part or "" for part in unpacked(key)), key) for key in arranged.keys() | counted.keys())
        found = []
        for _, key in told[offset:][:limit]:
            numbers = self.labels.newest(counted[key], members) if key in counted else []
            figures = sorted(self._load(numbers), key=fact_order)
            more = self.labels.count([counted[key]]) - len(numbers) if key in counted else 0
            facts = sorted(self._load(self.labels.under([arranged[key]])), key=fact_order) if key in arranged else []
            commodity, from_, to = unpacked(key)
            found.append(Supply(commodity, from_, to, tuple(facts), seasons(figures), more))
        return self._part(tuple(found), len(told), supplies=tuple(found))

    # voices, places, societies

    def voices(
        self, stance: str | None = None, limit: int | None = None, offset: int = 0, members: int | None = MEMBERS
    ) -> Part[Voice]:
        """Judgements by stance, holder and subject; of one stance where it is given."""
        self.labels.catch_up()
        known = [(_voice(key), number, count) for number, key, count in self.labels.keys("voice")]
        known = [one for one in known if stance in (None, one[0].stance)]
        known.sort(key=lambda one: by_stance(one[0]))
        found = []
        for voice, number, count in known[offset:][:limit]:
            facts = self._facts([number], members)
            found.append(Voice(voice.stance, voice.holder, voice.subject, facts, count - len(facts)))
        return self._part(tuple(found), len(known), voices=tuple(found))

    def places(self, limit: int | None = None, offset: int = 0, members: int | None = MEMBERS) -> Part[Named]:
        """Places that claims name, most often named first."""
        self.labels.catch_up()
        known = sorted(self.labels.keys("place"), key=lambda one: (-one[2], *unpacked(one[1])))
        found = []
        for number, key, count in known[offset:][:limit]:
            name, country = unpacked(key)
            facts = self._facts([number], members)
            found.append(Named(Place(country or None, name), facts, count - len(facts)))
        return self._part(tuple(found), len(known), places=tuple(found))

    def organisations(
        self, limit: int | None = None, offset: int = 0, members: int | None = MEMBERS
    ) -> Part[Organisation]:
        """Organisations that states are said to be in together."""
        self.labels.catch_up()
        codes = self._kept.subs("membership")
        found = []
        for code in codes[offset:][:limit]:
            numbers = self._kept.numbers("membership", code, date.min, date.max)
            told: list[Fact[Any]] = sorted(self._load(numbers[:members]), key=fact_order)
            judged = self.labels.keys("judged", code)
            facts: tuple[Fact[Assessment], ...] = self._facts([number for number, _, _ in judged], members)
            more = len(numbers) - len(told) + sum(count for _, _, count in judged) - len(facts)
            found.append(Organisation(code, members_of(told), tuple(told), facts, more))
        return self._part(tuple(found), len(codes), organisations=tuple(found))

    def communities(self, limit: int | None = None, offset: int = 0, members: int | None = MEMBERS) -> Part[Succession]:
        """Community bodies, those that grew out of one another in one line."""
        entries = self._entries("community", last=False)
        succeeds: dict[str, set[str]] = defaultdict(set)
        of_fact: dict[int, set[str]] = defaultdict(set)
        for number, key, _ in self.labels.keys("succeeds"):
            named, before = unpacked(key)
            succeeds[named].add(before)
            for _, fact, *_ in self.labels.each([number]):
                of_fact[fact].add(before)
        told = [
            of_fact[one.alone] if one.alone is not None else set().union(*(succeeds[key] for _, key, _ in one.keys))
            for one in entries
        ]
        lines = succession([one.names for one in entries], told)
        found = tuple(
            Succession(tuple(self._community(entries[place], members) for place in line))
            for line in lines[offset:][:limit]
        )
        return self._part(found, len(lines), communities=found)

    def _community(self, entry: Entry, members: int | None) -> CommunityBody:
        told, more = self._members(entry, members, newest=False)
        facts: list[Fact[Community]] = self._load(told)
        return community_of(facts, entry.names, more)

    # shared

    def _members(self, entry: Entry, members: int | None, *, newest: bool = True) -> tuple[list[int], int]:
        """Facts of a named thing, and how many are left out."""
        if entry.alone is not None:
            return [entry.alone], 0
        numbers = [key for key, _, _ in entry.keys]
        told = self.labels.under(numbers, members, newest=newest)
        return told, self.labels.count(numbers) - len(told)

    def _facts(self, keys: Sequence[int], members: int | None) -> tuple[Fact[Any], ...]:
        return tuple(sorted(self._load(self.labels.under(keys, members)), key=fact_order))

    def _load(self, numbers: Iterable[int]) -> list[Fact[Any]]:
        return self._kept.load(list(dict.fromkeys(numbers)), REPORTS)

    def _part(self, items: tuple[Any, ...], count: int, **told: Any) -> Part[Any]:
        return Part(items, count, self._kept.partly(facts_in(items), **told))


def _voice(key: str) -> Voice:
    stance, holder, subject = unpacked(key)
    return Voice(stance, holder, subject, ())
