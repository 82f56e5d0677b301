"""Long lists of things: in groups, with facets that live in the address, page by page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from qatynas.publish.parts import Line, Picture
from qatynas.publish.writing import date_words
from qatynas.relations import period
from qatynas.serve.page import Answer, Asked
from qatynas.serve.visit import Refused, Visit
from qatynas.serve.words import word

SIZE = 50  # lines on one page
MOST_CHOICES = 40  # of one facet that are offered


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow a list: of gives a thing's words for it (none where it has none), named their reader's form."""

    name: str
    of: Callable[[Any], Iterable[str]]
    named: Callable[[str], str] = str
    by_word: bool = False  # offered in the order of the words (years), else the most frequent first


@dataclass(frozen=True, slots=True)
class Kind:
    """Things of one sort under one heading. line writes one, row gives it as JSON, where its own page is (or None)."""

    title: str
    things: Sequence[Any]
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


def asked_by(*facets: str) -> tuple[Asked, ...]:
    """The facets as the description of addresses names them."""
    return tuple(Asked(name, f"Keep what has this {name}") for name in facets)


def answer(visit: Visit, listing: Listing) -> Answer:
    """The page that an address asks for."""
    chosen = {facet.name: visit.text(facet.name) for facet in listing.facets if visit.text(facet.name)}
    found = [(kind, thing) for kind in listing.kinds for thing in kind.things]
    facets = {facet.name: facet for facet in listing.facets}
    words = {name: [set(facet.of(thing)) for _, thing in found] for name, facet in facets.items()}
    kept = [place for place in range(len(found)) if all(said in words[name][place] for name, said in chosen.items())]
    last = max(1, -(-len(kept) // SIZE))
    number = visit.number("page", 1, 1, 10**8)
    if number > last:
        raise Refused(404, f"this list has {last} pages")
    shown = [found[place] for place in kept[(number - 1) * SIZE : number * SIZE]]
    counts = Counter(id(found[place][0]) for place in kept)
    return Answer(
        listing.template,
        lambda: {
            "of": len(kept),
            "page": number,
            "pages": last,
            **listing.more,
            "rows": [{"group": kind.key or kind.title, **kind.row(thing)} for kind, thing in shown],
        },
        fields={
            "listing": listing,
            "headings": [_heading(kind, shown, counts[id(kind)]) for kind in listing.kinds if counts[id(kind)]],
            "facets": {
                name: choices
                for name, facet in facets.items()
                if (choices := _choices(visit, facet, words, chosen, len(found)))
            },
            "count": len(kept),
            "number": number,
            "last": last,
            **listing.extra,
        },
    )


def _heading(kind: Kind, shown: Sequence[tuple[Kind, Any]], count: int) -> Heading:
    lines = tuple(Shown(kind.line(thing), kind.where(thing)) for one, thing in shown if one is kind)
    return Heading(kind.title, kind.key, kind.columns, kind.style, lines, count)


def _choices(
    visit: Visit, facet: Facet, words: dict[str, list[set[str]]], chosen: dict[str, str], size: int
) -> list[Choice]:
    """A facet's words, counted among what the other facets leave; nothing where there is no choice."""
    others = {name: said for name, said in chosen.items() if name != facet.name}
    counted: Counter[str] = Counter()
    for place in range(size):
        if all(said in words[name][place] for name, said in others.items()):
            counted.update(words[facet.name][place])
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


def years_of(edtf: str | None) -> tuple[str, ...]:
    """The year of a date, the years of a short period; nothing for what is open or unknown."""
    known = period(edtf)
    if known is None or known.first is None or known.last is None:
        return ()
    return tuple(str(year) for year in range(known.first.year, min(known.last.year, known.first.year + 4) + 1))


def by_words(group: str) -> Callable[[str], str]:
    """Words of a facet by a group of the table."""
    return lambda key: word(group, key)


def dated(edtf: str | None) -> str:
    """A date in words, or that there is none."""
    return date_words(edtf) or word("words", "no_date")
