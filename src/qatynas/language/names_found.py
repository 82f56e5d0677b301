"""A name on its way: where it stands among the atoms, and what is known of it so far."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

import msgspec
from msgspec.structs import replace

from qatynas.language.mentions import NameMention, NameType
from qatynas.language.names_atoms import BARE, Atom, Ending, cuts
from qatynas.model.span import Span


class Found(msgspec.Struct, frozen=True, gc=False):
    """A name between two atoms (both in), of characters start to end. role as in the gazetteer's entries."""

    first: int
    last: int
    type: NameType
    canonical: str
    country: str | None = None
    countries: tuple[str, ...] = ()
    ending: Ending = BARE
    role: str = ""
    start: int = 0
    end: int = 0
    holder: str | None = None

    def mention(self) -> NameMention:
        """The name as the other rooms see it."""
        return NameMention(
            Span(self.start, self.end), self.type, self.canonical, self.country, self.countries,
            self.ending.case, self.ending.attributive, self.role.partition("/")[0], self.holder,
        )  # fmt: skip

    def reaching(self, words: Sequence[Atom], last: int, ending: Ending) -> Found:
        """The same name up to a later atom, whose ending is the whole's."""
        return replace(self, last=last, end=words[last].end, ending=ending)


def held(found: list[Found], more: Iterable[Found]) -> list[Found]:
    """Both together in order; what is newly found takes the place of what it touches, the longer of two first."""
    fresh: list[Found] = []
    taken: set[int] = set()
    for new in sorted(more, key=lambda name: name.first - name.last):
        places = range(new.first, new.last + 1)
        if taken.isdisjoint(places):
            taken.update(places)
            fresh.append(new)
    if not fresh:
        return found
    kept = [old for old in found if taken.isdisjoint(range(old.first, old.last + 1))]
    return sorted([*kept, *fresh], key=lambda name: (name.first, name.last))


def covering(found: Sequence[Found], index: int) -> Found | None:
    """The name that an atom is part of; found is in order and nothing in it overlaps."""
    place = bisect_right(found, index, key=lambda name: name.first) - 1
    return found[place] if place >= 0 and found[place].last >= index else None


def ending_before(found: Sequence[Found], first: int) -> Found | None:
    """The name that ends right before an atom."""
    name = covering(found, first - 1)
    return name if name is not None and name.last == first - 1 else None


def within(found: Sequence[Found], first: int, last: int) -> Sequence[Found]:
    """The names that share an atom with the stretch from first to last (both in)."""
    begin = bisect_right(found, first, key=lambda name: name.first) - 1
    begin += begin < 0 or found[begin].last < first
    return found[begin : bisect_right(found, last, key=lambda name: name.first)]


def listed_ending(key: str, words: frozenset[str] | dict[str, str]) -> tuple[str, Ending] | None:
    """Which of these words a key is a form of, with its ending."""
    for stem, ending in cuts(key):
        if stem in words:
            return stem, ending
    return None


def titled(text: str) -> str:
    """With a capital first letter, the rest as it is, unless all are capitals."""
    plain = text.lower() if len(text) > 1 and text.isupper() else text
    return plain[:1].upper() + plain[1:]
