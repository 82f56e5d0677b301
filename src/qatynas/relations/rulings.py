"""People's judgements as the joining of facts needs them: what is one, what is two, what is preferred."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from qatynas.relations.values import Report


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

    def apart(self, key: str, report: Report) -> str:
        """The report's exact key, its own where a person says that it is not what others with that key say."""
        number = self._parted(report)
        return f"{key}#{report.id}" if number else key

    def _parted(self, report: Report) -> bool:
        return any(not same and report.id == one for one, _, same, _ in self._links)

    def bonds(self, sayings: Mapping[str, Iterable[Report]]) -> dict[str, set[str]]:
        """Which sayings a person has joined: each with the others."""
        at = {report.id: key for key, reports in sayings.items() for report in reports if report.id in self._by_claim}
        bound: dict[str, set[str]] = {}
        for one, other, same, _ in self._links:
            if same and one in at and other in at and at[one] != at[other]:
                bound.setdefault(at[one], set()).add(at[other])
                bound.setdefault(at[other], set()).add(at[one])
        return bound

    def binds(self, reports: Sequence[Report]) -> bool:
        """Whether a person has joined some of these."""
        return any(ruling.verdict == "join" for report in reports for ruling in self._by_claim.get(report.id, ()))

    def may(self, reports: Sequence[Report], others: Sequence[Report]) -> bool:
        """Whether nobody has said that one of these is not one of those."""
        left, right = {report.id for report in reports}, {report.id for report in others}
        parted = ({one, other} for one, other, same, _ in self._links if not same)
        return not any(pair & left and pair & right for pair in parted)

    def preferred(self, reports: Sequence[Report]) -> Report | None:
        """The report that a person prefers, by the latest word."""
        chosen: list[tuple[int, Report]] = [
            (ruling.number, report)
            for report in reports
            for ruling in self._by_claim.get(report.id, ())
            if ruling.verdict == "prefer"
        ]
        return max(chosen, key=lambda found: found[0])[1] if chosen else None

    def why(self, report: Report) -> str:
        """Why a person put this report where it is."""
        told = [ruling for ruling in self._by_claim.get(report.id, ()) if ruling.verdict == "join"]
        return f"judgement {told[-1].number}: {told[-1].words}" if told else ""

    def shaping(self, reports: Sequence[Report]) -> tuple[int, ...]:
        """The numbers of the judgements on these reports."""
        return tuple(sorted({r.number for report in reports for r in self._by_claim.get(report.id, ())}))


NO_RULINGS = Rulings()


def _pairs(ruling: Ruling) -> list[tuple[str, str]]:
    """The claims that a join or a split speaks of, two by two, the judged one first."""
    if ruling.verdict not in ("join", "split") or not ruling.claims:
        return []
    first, *others = ruling.claims
    return [(one, other) for one in first for target in others for other in target]
