"""The map of places named, each opening its entries; and one place with everything told of it."""

from __future__ import annotations

from typing import Any

from qatynas.data import world
from qatynas.publish.parts import Line, kazakh, reports_of
from qatynas.publish.pictures.map import place_map, sites
from qatynas.publish.sides import sides
from qatynas.relations import Named
from qatynas.relations.rows import short_id
from qatynas.serve.listing import Facet, Kind, Listing, answer, asked_by, by_words, years_of
from qatynas.serve.page import NUMBER, PAIR, Answer, Page
from qatynas.serve.pages.facts import sectors
from qatynas.serve.pages.order import date_of_fact, of_facts
from qatynas.serve.visit import Visit, chosen
from qatynas.serve.words import word


def place_id(named: Named) -> str:
    """A place is named by its country and name."""
    return short_id(f"{named.place.country or ''}/{named.place.name or ''}")


def places(visit: Visit) -> Answer:
    """The map, then every place by how often it is named."""
    found = visit.relationship
    kinds_of = _kinds()
    marks = {site.name: visit.to(f"/map/{place_id(named)}") for named in found.places for site in sites([named])}
    kind = Kind(
        word("groups", "places"), found.places, _line, lambda one: _row(visit, one), ("name", "status", "detail"),
        where=lambda one: visit.to(f"/map/{place_id(one)}"), key="places",
    )  # fmt: skip
    facets = (
        Facet("country", lambda one: (one.place.country,) if one.place.country else (), by_words("states")),
        Facet(
            "sort", lambda one: (kinds_of[one.place.name],) if one.place.name in kinds_of else (), by_words("places")
        ),
    )
    picture = place_map(found, sides(found.pair), links=marks)
    return answer(visit, Listing("map", word("leads", "map", count=len(found.places)), [kind], facets, picture))


def place(visit: Visit) -> Answer:
    """One place: all facts that name it."""
    wanted = visit.request.path_params["name"]
    named = chosen(visit.relationship.places, place_id, wanted, word("refused", "place"))
    kinds = list(dict.fromkeys(fact.claim.kind for fact in named.facts))
    groups = [
        of_facts(visit, kind, [f for f in named.facts if f.claim.kind == kind], title=word("kinds", kind))
        for kind in kinds
    ]
    facets = (
        Facet("kind", lambda fact: (fact.claim.kind,), by_words("kinds")),
        Facet("sector", lambda fact: sectors(fact.claim), by_words("sectors")),
        Facet("year", lambda fact: years_of(date_of_fact(fact)), by_word=True),
    )
    lead = word("leads", "place", count=len(named.facts))
    found = answer(visit, Listing("map", lead, groups, facets))
    found.title = kazakh(named.place.name) or word("states", named.place.country)
    return found


def _line(one: Named) -> Line:
    kinds = _kinds()
    cells = {
        "name": kazakh(one.place.name) or word("states", one.place.country),
        "status": word("places", kinds[one.place.name]) if one.place.name in kinds else "",
        "detail": word("states", one.place.country) if one.place.country and one.place.name else "",
    }
    return Line(cells, reports_of(one.facts), one.place.country or "")


def _kinds() -> dict[str | None, str]:
    """What sort of place a name is of."""
    return {name: place.kind for place in reversed(world().places) for name in place.names.get("kk", ())}


def _row(visit: Visit, one: Named) -> dict[str, Any]:
    known = sites([one])
    return {
        "id": place_id(one),
        "name": one.place.name,
        "country": one.place.country,
        "lat": known[0].lat if known else None,
        "lon": known[0].lon if known else None,
        "facts": [short_id(fact.key) for fact in one.facts],
    }


PAGES = (
    Page("/map", "map", places, "Places named, with their coordinates", (PAIR, NUMBER, *asked_by("country", "sort"))),
    Page("/map/{name}", "map", place, "One place with what is told of it",
         (PAIR, NUMBER, *asked_by("kind", "sector", "year"))),
)  # fmt: skip
