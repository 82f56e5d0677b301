"""Works and community bodies are known by their names and places: which of these name one thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from qatynas.model.claim import Place
from qatynas.relations.aspects import SPEAKING, Verdict, names_agree, places_agree
from qatynas.relations.grouping import fit_together, neighbours
from qatynas.relations.labels import unpacked
from qatynas.relations.names import stems

Spoken = tuple[str, Place | None]
"""A name with its place."""


def one_work(one: Spoken, other: Spoken) -> bool:
    """Whether two names are of one work: like names, no two places."""
    alike = names_agree(one[0], other[0]) in (Verdict.SAME, Verdict.LIKE)
    return alike and places_agree(one[1], other[1]) is not Verdict.CLASH


def one_community(one: Spoken, other: Spoken) -> bool:
    """Whether two names are of one community body: like names in places that do not differ."""
    return same_body(one[0], other[0]) and places_agree(one[1], other[1]) is not Verdict.CLASH


def same_body(one: str, other: str) -> bool:
    """Whether two names of community bodies may be one."""
    return stems(one) == stems(other) or names_agree(one, other) in SPEAKING


def spots(said: Iterable[Spoken]) -> tuple[str, ...]:
    """The places of a thing, by which those of one name are ordered."""
    return tuple(sorted({f"{place.country or ''} {place.name or ''}" for _, place in said if place}))


def spoken(key: str) -> Spoken:
    """The name and the place that a key of labels.py holds."""
    name, placed, place, country = unpacked(key)
    return name, Place(country, place) if placed else None


def grouped(shelf: str, keys: Sequence[str]) -> Iterator[tuple[list[str], bool]]:
    """Keys of a shelf that name one thing each, as `alike_together` puts the facts under them together; and whether
    each fact under them stands alone."""
    is_one: Callable[[Spoken, Spoken], bool] = one_work if shelf == "work" else one_community
    said = {key: spoken(key) for key in keys}
    plain = [key for key in keys if is_one(said[key], said[key])]
    yield from (([key], True) for key in keys if key not in set(plain))

    def agree(one: str, other: str) -> bool:
        return is_one(said[one], said[other])

    near = neighbours({key: stems(said[key][0]) for key in plain}, agree)
    groups, alone = fit_together(near, lambda one, other: not agree(one, other))
    yield from ((sorted(group), group <= alone) for group in groups)
