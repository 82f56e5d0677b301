"""Joint bodies and their duties read out of kept facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from qatynas.model.claim import Agreement, Body
from qatynas.relations.bodies import body_of, by_level, duties_of, homes_of
from qatynas.relations.histories import Duty, JointBody, Part, facts_in
from qatynas.relations.joining import fact_order
from qatynas.relations.kept_reading import MEMBERS, REPORTS, Days
from qatynas.relations.labels import unpacked
from qatynas.relations.names import body_key, naming, stems
from qatynas.relations.values import Fact

if TYPE_CHECKING:
    from qatynas.relations.kept import Kept

SHELVES = ("body", "procedure", "session")


@dataclass(slots=True)
class Told:
    """What is told of a body: by shelf, the keys of its own name, then those of each shorter one; and all names."""

    keys: dict[str, list[list[int]]] = field(default_factory=lambda: {shelf: [] for shelf in SHELVES})
    said: dict[str, list[str]] = field(default_factory=lambda: {shelf: [] for shelf in SHELVES})
    described: list[Fact[Body]] = field(default_factory=list)

    def take_in(self, other: Told) -> None:
        """Let a shorter name be this body's."""
        for shelf in SHELVES:
            self.keys[shelf] += other.keys[shelf]
            self.said[shelf] += other.said[shelf]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the body, as bodies.body_of has it."""
        return naming(self.said["body"] or self.said["procedure"] + self.said["session"])

    @property
    def level(self) -> str | None:
        return next((fact.claim.level for fact in self.described), None)


class KeptBodies:
    """The joint bodies of one pair."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self._labels = kept.labels

    def bodies(self, limit: int | None = None, offset: int = 0, members: int | None = MEMBERS) -> Part[JointBody]:
        """Joint bodies, the highest first, each with its newest sessions."""
        return self._part(self._told(), limit, offset, members)

    def body(self, name: str, members: int | None = MEMBERS) -> Part[JointBody]:
        """The body of this name, if there is one."""
        key = body_key(name)
        return self._part([one for one in self._told() if key in map(body_key, one.names)], None, 0, members)

    def _part(self, told: Sequence[Told], limit: int | None, offset: int, members: int | None) -> Part[JointBody]:
        found = tuple(self._body(one, members) for one in told[offset:][:limit])
        return Part(found, len(told), self._kept.partly(facts_in(found), bodies=found))

    def duties(self, year: int, members: int | None = MEMBERS, as_of: str | None = None) -> Part[Duty]:
        """What bodies have to do in a year, and what of it is told to have been done. as_of (EDTF) stands for «now»."""
        days = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
        found = [body for one in self._told() if (body := self._busy(one, members, days)).procedures]
        doing = [fact for body in found for fact in body.procedures]
        words = {stem for fact in doing for stem in stems(fact.claim.does)}
        near = [
            number
            for number, claim in self._kept.tellers(self._labels.within("agreement", *days)).items()
            if isinstance(claim, Agreement) and not words.isdisjoint(stems(claim.title))
        ]
        keys = dict.fromkeys(body_key(name) for body in found for name in body.names)
        agreed = self._labels.numbers("at body", *keys) if keys else []
        facts = [*doing, *self._load(near), *self._load(self._labels.under(agreed), days)]
        made = self._kept.partly(sorted(facts, key=fact_order), bodies=tuple(found))
        told = duties_of(replace(made, as_of=as_of or made.as_of), year)
        return Part(told, len(told), self._kept.partly(facts_in(told), bodies=tuple(found)))

    def _told(self) -> list[Told]:
        """What is told of each body, the highest first."""
        self._labels.catch_up()
        under: dict[str, Told] = defaultdict(Told)
        for shelf in SHELVES:
            mine: dict[str, list[int]] = defaultdict(list)
            for number, packed, count in self._labels.keys(shelf):
                key, name = unpacked(packed)
                mine[key].append(number)
                under[key].said[shelf] += [name] * count
            for key, numbers in mine.items():
                under[key].keys[shelf].append(numbers)
        homes = homes_of(sorted(under))
        for key, home in homes.items():
            if home != key:
                under[home].take_in(under.pop(key, Told()))
        found = [under[home] for home in sorted(set(homes.values()))]
        for one in found:
            one.described = self._ordered(one.keys["body"])
        return sorted(found, key=lambda one: by_level(one.level, one.names))

    def _body(self, told: Told, members: int | None) -> JointBody:
        keys = [number for numbers in told.keys["session"] for number in numbers]
        sessions = self._labels.under(keys, members)
        more = self._labels.count(keys) - len(sessions)
        return body_of(told.described, self._ordered(told.keys["procedure"]), self._load(sessions), told.names, more)

    def _busy(self, told: Told, members: int | None, days: Days) -> JointBody:
        """A body with what it does, and its sessions of some days alone."""
        doing = self._ordered(told.keys["procedure"], days)
        keys = [number for numbers in told.keys["session"] for number in numbers]
        sessions = self._labels.under(keys, members, begin=days[0], end=days[1], undated=False) if doing else []
        return body_of(told.described, doing, self._load(sessions), told.names)

    def _ordered(self, keys: Sequence[Sequence[int]], days: Days | None = None) -> list[Fact[Any]]:
        """The facts under keys, those of each list in their order."""
        return [fact for mine in keys for fact in sorted(self._load(self._labels.under(mine), days), key=fact_order)]

    def _load(self, numbers: Iterable[int], days: Days | None = None) -> list[Fact[Any]]:
        return self._kept.load(list(dict.fromkeys(numbers)), REPORTS, days)
