"""Community bodies in their lines of succession, and organisations of states."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from datetime import date

from qatynas.model.claim import Assessment, Claim, Community, Membership
from qatynas.relations.dates import order
from qatynas.relations.grouping import alike_together
from qatynas.relations.histories import CommunityBody, Organisation, Succession
from qatynas.relations.joining import of_kind
from qatynas.relations.keys import digest
from qatynas.relations.named import Spoken, one_community, same_body, spots
from qatynas.relations.names import naming, stems
from qatynas.relations.values import Fact


def communities(facts: Sequence[Fact[Claim]]) -> tuple[Succession, ...]:
    """Community bodies, those that grew out of one another in one line, oldest first.

    A body succeeds the one whose name it gives, where there is one of that name; that it stands in another town, or is
    told of the whole country, does not matter.
    """
    found = _bodies(of_kind(facts, Community))
    told = [{fact.claim.succeeds for fact in body.facts if fact.claim.succeeds} for body in found]
    lines = succession([body.names for body in found], told)
    return tuple(Succession(tuple(found[place] for place in line)) for line in lines)


def succession(names: Sequence[Sequence[str]], told: Sequence[Set[str]]) -> list[list[int]]:
    """Bodies by their places in lines of succession: names are those of each, told those that it came out of."""
    named: dict[str, set[int]] = defaultdict(set)
    for place, known in enumerate(names):
        for stem in {stem for name in known for stem in stems(name)}:
            named[stem].add(place)
    before = {place: _predecessor(place, names, told[place], named) for place in range(len(names))}
    after = {earlier: later for later, earlier in before.items() if earlier is not None}
    lines = []
    for place in range(len(names)):
        if before[place] is None:
            line = [place]
            while line[-1] in after and after[line[-1]] not in line:
                line.append(after[line[-1]])
            lines.append(line)
    return lines


def organisations(facts: Sequence[Fact[Claim]]) -> tuple[Organisation, ...]:
    """Organisations that states are said to be in together, with the judgements of which they are the subject."""
    told: dict[str, list[Fact[Membership]]] = defaultdict(list)
    for fact in of_kind(facts, Membership):
        told[fact.claim.organisation].append(fact)
    judged: dict[str | None, list[Fact[Assessment]]] = defaultdict(list)
    for one in of_kind(facts, Assessment):
        judged[one.claim.subject].append(one)
    return tuple(
        Organisation(
            code,
            members_of(told[code]),
            tuple(told[code]),
            tuple(judged[code]),
        )
        for code in sorted(told)
    )


def members_of(facts: Sequence[Fact[Membership]]) -> tuple[str, ...]:
    """The states that are said to be in an organisation."""
    claims = (report.claim for fact in facts for report in fact.reports)
    return tuple(sorted({member for claim in claims if isinstance(claim, Membership) for member in claim.members}))


def _bodies(facts: Sequence[Fact[Community]]) -> list[CommunityBody]:
    by_key = {fact.key: fact for fact in facts}

    def is_one(one: str, other: str) -> bool:
        return one_community(_spoken(by_key[one]), _spoken(by_key[other]))

    groups = alike_together(
        by_key,
        lambda key: _spoken(by_key[key]),
        lambda key: stems(by_key[key].claim.name),
        is_one,
    )
    found = [community_of([by_key[key] for key in sorted(group)]) for group in groups]
    return sorted(found, key=_by_first_fact)


def _by_first_fact(body: CommunityBody) -> tuple[tuple[date, date], tuple[str, ...], tuple[str, ...], bytes]:
    first, last, _ = order(body.facts[0].claim.date)
    return (first, last), body.names, spots(map(_spoken, body.facts)), digest(body.facts[0].key)


def _spoken(fact: Fact[Community]) -> Spoken:
    return fact.claim.name, fact.claim.place


def community_of(facts: list[Fact[Community]], names: tuple[str, ...] = (), more: int = 0) -> CommunityBody:
    """A body out of what is told of it; names are all that it goes by, and more facts are left out."""
    facts.sort(key=lambda fact: (order(fact.claim.date), fact.key))
    places = [fact.claim.place for fact in facts if fact.claim.place]
    return CommunityBody(
        names or naming(fact.claim.name for fact in facts),
        next((place for place in places if place.name), None) or (places[0] if places else None),
        tuple(facts),
        more,
    )


def _predecessor(own: int, names: Sequence[Sequence[str]], told: Set[str], named: Mapping[str, Set[int]]) -> int | None:
    """Which body this one grew out of, where it says so and one has that name; named holds places by words of names."""
    near = {place for name in told for stem in stems(name) for place in named.get(stem, ())}
    fit = [
        place
        for place in sorted(near)
        if place != own and any(same_body(name, known) for name in told for known in names[place])
    ]
    return fit[0] if len(fit) == 1 else None
