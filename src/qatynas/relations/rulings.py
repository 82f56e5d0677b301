"""People's judgements as the joining of facts needs them: what is one, what is two, what is preferred."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Set
from dataclasses import dataclass, field
from typing import TypeVar

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Ruling:
    """One standing judgement of a fact: ids of claims, the judge and a word on it. Later numbers count over earlier."""

    number: int
    verdict: str
    claims: tuple[tuple[str, ...], ...]
    words: str


@dataclass(frozen=True, slots=True)
class Rulings:
    """Standing judgements of the sorts join, split and prefer, oldest first.

    claims holds for each claim that was judged the ids of the current claims that it is now.
    """

    standing: tuple[Ruling, ...] = ()
    _by_claim: Mapping[str, tuple[Ruling, ...]] = field(init=False, repr=False, compare=False)
    _links: tuple[tuple[str, str, bool, Ruling], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_claim: dict[str, list[Ruling]] = {}
        links: dict[frozenset[str], tuple[str, str, bool, Ruling]] = {}
        for ruling in self.standing:
            for claim in {claim for target in ruling.claims for claim in target}:
                by_claim.setdefault(claim, []).append(ruling)
            for one, other in _pairs(ruling):
                links[frozenset((one, other))] = one, other, ruling.verdict == "join", ruling
        object.__setattr__(self, "_by_claim", {claim: tuple(found) for claim, found in by_claim.items()})
        object.__setattr__(self, "_links", tuple(links.values()))

    def __bool__(self) -> bool:
        return bool(self.standing)

    def speaks_of(self, number: str) -> bool:
        """Whether some judgement names the claim with this id."""
        return number in self._by_claim

    def apart(self, key: str, number: str) -> str:
        """A report's exact key, its own where a person says that it is not what others with that key say."""
        return f"{key}#{number}" if self._parted(number) else key

    def _parted(self, number: str) -> bool:
        return any(not same and number == one for one, _, same, _ in self._links)

    def bonds(self, at: Mapping[str, K]) -> dict[K, set[K]]:
        """Which sayings a person has joined, each with the others; at says for ids of claims where they stand."""
        bound: dict[K, set[K]] = {}
        for one, other, same, _ in self._links:
            if same and one in at and other in at and at[one] != at[other]:
                bound.setdefault(at[one], set()).add(at[other])
                bound.setdefault(at[other], set()).add(at[one])
        return bound

    def binds(self, numbers: Set[str]) -> bool:
        """Whether a person has joined some of these claims."""
        return any(ruling.verdict == "join" for number in numbers for ruling in self._by_claim.get(number, ()))

    def may(self, numbers: Set[str], others: Set[str]) -> bool:
        """Whether nobody has said that one of these is not one of those."""
        parted = ({one, other} for one, other, same, _ in self._links if not same)
        return not any(pair & numbers and pair & others for pair in parted)

    def preferred(self, numbers: Iterable[str]) -> str | None:
        """The claim that a person prefers, by the latest word."""
        chosen = [
            (ruling.number, number)
            for number in numbers
            for ruling in self._by_claim.get(number, ())
            if ruling.verdict == "prefer"
        ]
        return max(chosen)[1] if chosen else None

    def why(self, number: str) -> str:
        """Why a person put this claim where it is."""
        told = [ruling for ruling in self._by_claim.get(number, ()) if ruling.verdict == "join"]
        return f"judgement {told[-1].number}: {told[-1].words}" if told else ""

    def shaping(self, numbers: Iterable[str]) -> tuple[int, ...]:
        """The numbers of the judgements on these claims."""
        return tuple(sorted({r.number for number in numbers for r in self._by_claim.get(number, ())}))


NO_RULINGS = Rulings()


def _pairs(ruling: Ruling) -> list[tuple[str, str]]:
    """The claims that a join or a split speaks of, two by two, the judged one first."""
    if ruling.verdict not in ("join", "split") or not ruling.claims:
        return []
    first, *others = ruling.claims
    return [(one, other) for one in first for target in others for other in target]
