"""Community bodies in their lines of succession, and organisations of states."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set

from qatynas.model.claim import Assessment, Claim, Community, Membership
from qatynas.relations.aspects import SPEAKING, Verdict, names_agree, places_agree
from qatynas.relations.dates import order
from qatynas.relations.grouping import alike_together
from qatynas.relations.histories import CommunityBody, Organisation, Succession
from qatynas.relations.joining import of_kind
from qatynas.relations.names import naming, stems
from qatynas.relations.values import Fact


def communities(facts: Sequence[Fact[Claim]]) -> tuple[Succession, ...]:
    """Community bodies, those that grew out of one another in one line, oldest first.

    A body succeeds the one whose name it gives, where there is one of that name; that it stands in another town, or is
    told of the whole country, does not matter.
    """
    found = _bodies(of_kind(facts, Community))
    named: dict[str, set[int]] = defaultdict(set)
    for place, body in enumerate(found):
        for stem in {stem for name in body.names for stem in stems(name)}:
            named[stem].add(place)
    before = {place: _predecessor(body, found, named) for place, body in enumerate(found)}
    after = {earlier: later for later, earlier in before.items() if earlier is not None}
    lines = []
    for place in range(len(found)):
        if before[place] is None:
            line = [place]
            while line[-1] in after and after[line[-1]] not in line:
                line.append(after[line[-1]])
            lines.append(Succession(tuple(found[number] for number in line)))
    return tuple(lines)


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
            _members(told[code]),
            tuple(told[code]),
            tuple(judged[code]),
        )
        for code in sorted(told)
    )


def _members(facts: Sequence[Fact[Membership]]) -> tuple[str, ...]:
    claims = (report.claim for fact in facts for report in fact.reports)
    return tuple(sorted({member for claim in claims if isinstance(claim, Membership) for member in claim.members}))


def _bodies(facts: Sequence[Fact[Community]]) -> list[CommunityBody]:
    by_key = {fact.key: fact for fact in facts}

    def is_one(one: str, other: str) -> bool:
        return _is_one(by_key[one].claim, by_key[other].claim)

    groups = alike_together(
        by_key,
        lambda key: (by_key[key].claim.name, by_key[key].claim.place),
        lambda key: stems(by_key[key].claim.name),
        is_one,
    )
    found = [_body([by_key[key] for key in sorted(group)]) for group in groups]
    return sorted(found, key=lambda body: (order(body.facts[0].claim.date), body.names, body.facts[0].key))


def _is_one(one: Community, other: Community) -> bool:
    """Whether two claims name one body: like names in places that do not differ."""
    return _same_name(one.name, other.name) and places_agree(one.place, other.place) is not Verdict.CLASH


def _same_name(one: str, other: str) -> bool:
    return stems(one) == stems(other) or names_agree(one, other) in SPEAKING


def _body(facts: list[Fact[Community]]) -> CommunityBody:
    facts.sort(key=lambda fact: (order(fact.claim.date), fact.key))
    places = [fact.claim.place for fact in facts if fact.claim.place]
    return CommunityBody(
        naming(fact.claim.name for fact in facts),
        next((place for place in places if place.name), None) or (places[0] if places else None),
        tuple(facts),
    )


def _predecessor(body: CommunityBody, bodies: Sequence[CommunityBody], named: Mapping[str, Set[int]]) -> int | None:
    """Which body this one grew out of, where it says so and one has that name; named holds places by words of names."""
    told = {fact.claim.succeeds for fact in body.facts if fact.claim.succeeds}
    near = {place for name in told for stem in stems(name) for place in named.get(stem, ())}
    fit = [
        place
        for place in sorted(near)
        if bodies[place] is not body and any(_same_name(name, known) for name in told for known in bodies[place].names)
    ]
    return fit[0] if len(fit) == 1 else None
