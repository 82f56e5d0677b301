"""Long lists of things: in groups, with facets that live in the address, page by page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import and_, or_
from typing import Any

from qatynas.publish.parts import Line, Picture
from qatynas.publish.writing import date_words
from qatynas.serve.facets import years_of as years_of
from qatynas.serve.page import Answer, Asked
from qatynas.serve.tally import Mask, Picked, Tally
from qatynas.serve.visit import Refused, Visit
from qatynas.serve.words import word

SIZE = 50  # lines on one page
MOST_CHOICES = 40  # of one facet that are offered


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow a list: of gives the words of a thing at hand (what is picked has its own), named how a reader
    is told them."""

    name: str
    of: Callable[[Any], Iterable[str]] = lambda thing: ()
    named: Callable[[str], str] = str
    by_word: bool = False  # offered in the order of the words (years), else the most frequent first


@dataclass(frozen=True, slots=True)
class Kind:
    """Things of one sort under one heading, at hand or picked from what is kept. line writes one, row gives it as JSON,
    where its own page is (or None)."""

    title: str
    things: Sequence[Any] | Picked
    line: Callable[[Any], Line]
    row: Callable[[Any], Any]
    columns: tuple[str, ...] = ("date", "name", "who", "status", "detail")
    style: str = "list"
    where: Callable[[Any], str | None] = lambda thing: None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One word of a facet: how many things have it, and the address that takes it, or lets go of it."""

    words: str
    count: int
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """One line of a page with the address of its own page."""

    line: Line
    where: str | None


@dataclass(frozen=True, slots=True)
class Heading:
    """A group of lines on this page; count is that of all pages."""

    title: str
    key: str
    columns: tuple[str, ...]
    style: str
    lines: tuple[Shown, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Listing:
    """What a page of a list is made of."""

    key: str
    lead: str
    kinds: Sequence[Kind]
    facets: Sequence[Facet] = ()
    picture: Picture | None = None
    empty: str = ""
    extra: dict[str, Any] = field(default_factory=dict)
    template: str = "listing.html.j2"
    more: dict[str, Any] = field(default_factory=dict)  # what JSON gives beside the rows


def count_of(kind: Kind) -> int:
    """How many things there are of a kind."""
    return kind.things.count if isinstance(kind.things, Picked) else len(kind.things)


def asked_by(*facets: str) -> tuple[Asked, ...]:
    """The facets as the description of addresses names them."""
    return tuple(Asked(name, f"Keep what has this {name}") for name in facets)


def answer(visit: Visit, listing: Listing) -> Answer:
    """The page that an address asks for."""
    chosen = {facet.name: visit.text(facet.name) for facet in listing.facets if visit.text(facet.name)}
    picked = [_picked(kind, listing.facets) for kind in listing.kinds]
    shelves = _shelves(picked, chosen)
    left = [one.mask & shelves[id(one.tally)].left for one in picked]
    counts = [int(mask.sum()) for mask in left]
    last = max(1, -(-sum(counts) // SIZE))
    number = visit.number("page", 1, 1, 10**8)
    if number > last:
        raise Refused(404, f"this list has {last} pages")
    shown = list(_shown(listing.kinds, picked, left, (number - 1) * SIZE))
    return Answer(
        listing.template,
        lambda: {
            "of": sum(counts),
            "page": number,
            "pages": last,
            **listing.more,
            "rows": [{"group": kind.key or kind.title, **kind.row(thing)} for kind, thing in shown],
        },
        fields={
            "listing": listing,
            "headings": [
                _heading(kind, shown, count) for kind, count in zip(listing.kinds, counts, strict=True) if count
            ],
            "facets": {
                facet.name: choices
                for facet in listing.facets
                if (choices := _choices(visit, facet, shelves.values(), chosen))
            },
            "count": sum(counts),
            "number": number,
            "last": last,
            **listing.extra,
        },
    )


def _picked(kind: Kind, facets: Sequence[Facet]) -> Picked:
    if isinstance(kind.things, Picked):
        return kind.things
    things = list(kind.things)
    tally = Tally.of(things, {facet.name: facet.of for facet in facets})
    return Picked(tally, tally.all(), lambda numbers: [things[number] for number in numbers])


@dataclass(frozen=True, slots=True)
class _Shelf:
    """What the kinds of one tally hold together: all of it, what each chosen word leaves, what all of them leave."""

    tally: Tally
    all: Mask
    having: dict[str, Mask]
    left: Mask


def _shelves(picked: Sequence[Picked], chosen: dict[str, str]) -> dict[int, _Shelf]:
    found: dict[int, _Shelf] = {}
    for one in picked:
        if id(one.tally) not in found:
            mine = [other.mask for other in picked if other.tally is one.tally]
            held = reduce(or_, mine)
            having = {name: one.tally.having(name, said) for name, said in chosen.items()}
            found[id(one.tally)] = _Shelf(one.tally, held, having, reduce(and_, having.values(), held))
    return found


def _shown(
    kinds: Sequence[Kind], picked: Sequence[Picked], left: Sequence[Mask], start: int
) -> Iterator[tuple[Kind, Any]]:
    """The things of one page, of one kind after the other."""
    room = SIZE
    for kind, one, mask in zip(kinds, picked, left, strict=True):
        count = int(mask.sum())
        if start < count and room:
            numbers = Picked(one.tally, mask, one.load).numbers(room, start)
            yield from ((kind, thing) for thing in one.load(numbers))
            room -= len(numbers)
        start = max(0, start - count)


def _heading(kind: Kind, shown: Sequence[tuple[Kind, Any]], count: int) -> Heading:
    lines = tuple(Shown(kind.line(thing), kind.where(thing)) for one, thing in shown if one is kind)
    return Heading(kind.title, kind.key, kind.columns, kind.style, lines, count)


def _choices(visit: Visit, facet: Facet, shelves: Iterable[_Shelf], chosen: dict[str, str]) -> list[Choice]:
    """A facet's words, counted among what the other facets leave; nothing where there is no choice."""
    counted: Counter[str] = Counter()
    for shelf in shelves:
        others = (mask for name, mask in shelf.having.items() if name != facet.name)
        counted.update(shelf.tally.counts(facet.name, reduce(and_, others, shelf.all)))
    mine = chosen.get(facet.name)
    if len(counted) < 2 and mine is None:
        return []
    ordered = sorted(counted, reverse=True) if facet.by_word else [name for name, _ in counted.most_common()]
    offered = ordered[:MOST_CHOICES]
    if mine is not None and mine not in offered:
        offered.append(mine)
    return [
        Choice(
            facet.named(said),
            counted[said],
            visit.to(**{facet.name: None if said == mine else said, "page": None}),
            said == mine,
        )
        for said in offered
    ]


def by_words(group: str) -> Callable[[str], str]:
    """Words of a facet by a group of the table."""
    return lambda key: word(group, key)


def dated(edtf: str | None) -> str:
    """A date in words, or that there is none."""
    return date_words(edtf) or word("words", "no_date")
