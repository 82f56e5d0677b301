"""The map of places named, each opening its entries; and one place with everything told of it."""

from __future__ import annotations

from typing import Any

from qatynas.data import world
from qatynas.model.claim import Place
from qatynas.publish.parts import Line, kazakh, reports_of
from qatynas.publish.pictures.map import place_map, sites
from qatynas.publish.sides import sides
from qatynas.relations import Fact, Named
from qatynas.relations.rows import short_id
from qatynas.serve.facets import place_word
from qatynas.serve.listing import Facet, Kind, Listing, answer, asked_by, by_words
from qatynas.serve.page import NUMBER, PAIR, Answer, Page
from qatynas.serve.pages.order import of_facts
from qatynas.serve.told import REPORTS_SHOWN
from qatynas.serve.visit import Visit, chosen
from qatynas.serve.words import word


def place_id(place: Place) -> str:
    """A place is named by its country and name."""
    return short_id(place_word(place.name or "", place.country))


def places(visit: Visit) -> Answer:
    """The map, then every place by how often it is named."""
    found, told = visit.relationship, visit.told
    kinds_of = _kinds()
    counts = told.facts.counts("place", told.facts.all())
    named = [Named(_place(word_), (), count) for word_, count in sorted(counts.items(), key=lambda one: (-one[1], one))]
    marks = {site.name: visit.to(f"/map/{place_id(one.place)}") for one in named for site in sites([one])}

    def read(one: Named) -> tuple[Fact[Any], ...]:
        mask = told.facts.having("place", place_word(one.place.name or "", one.place.country))
        return tuple(told.read(told.pick(mask).numbers(REPORTS_SHOWN), 1))

    def line(one: Named) -> Line:
        cells = {
            "name": kazakh(one.place.name) or word("states", one.place.country),
            "status": word("places", kinds_of[one.place.name]) if one.place.name in kinds_of else "",
            "detail": word("states", one.place.country) if one.place.country and one.place.name else "",
        }
        reports = reports_of(read(one))
        return Line(cells, told.counted(reports, one.more - len(reports)), one.place.country or "")

    kind = Kind(
        word("groups", "places"), named, line, _row, ("name", "status", "detail"),
        where=lambda one: visit.to(f"/map/{place_id(one.place)}"), key="places",
    )  # fmt: skip
    facets = (
        Facet("country", lambda one: (one.place.country,) if one.place.country else (), by_words("states")),
        Facet(
            "sort", lambda one: (kinds_of[one.place.name],) if one.place.name in kinds_of else (), by_words("places")
        ),
    )
    picture = place_map(told.kept.partly((), places=tuple(named)), sides(found.pair), links=marks)
    return answer(visit, Listing("map", word("leads", "map", count=len(named)), [kind], facets, picture))


def place(visit: Visit) -> Answer:
    """One place: all facts that name it."""
    told = visit.told
    wanted = visit.request.path_params["name"]
    named = chosen(
        (_place(word_) for word_ in told.facts.counts("place", told.facts.all())), place_id, wanted,
        word("refused", "place"),
    )  # fmt: skip
    mask = told.facts.having("place", place_word(named.name or "", named.country))
    counts = told.facts.counts("kind", mask)
    groups = [
        of_facts(visit, kind, told.pick(mask & told.of_kind(kind)), title=word("kinds", kind))
        for kind, _ in counts.most_common()
    ]
    facets = (
        Facet("kind", named=by_words("kinds")),
        Facet("sector", named=by_words("sectors")),
        Facet("year", by_word=True),
    )
    found = answer(visit, Listing("map", word("leads", "place", count=sum(counts.values())), groups, facets))
    found.title = kazakh(named.name) or word("states", named.country)
    return found


def _place(word_: str) -> Place:
    country, _, name = word_.partition("/")
    return Place(country or None, name)


def _kinds() -> dict[str | None, str]:
    """What sort of place a name is of."""
    return {name: place.kind for place in reversed(world().places) for name in place.names.get("kk", ())}


def _row(one: Named) -> dict[str, Any]:
    known = sites([one])
    return {
        "id": place_id(one.place),
        "name": one.place.name,
        "country": one.place.country,
        "lat": known[0].lat if known else None,
        "lon": known[0].lon if known else None,
        "facts": one.more,
    }


PAGES = (
    Page("/map", "map", places, "Places named, with their coordinates", (PAIR, NUMBER, *asked_by("country", "sort"))),
    Page("/map/{name}", "map", place, "One place with what is told of it",
         (PAIR, NUMBER, *asked_by("kind", "sector", "year"))),
)  # fmt: skip
