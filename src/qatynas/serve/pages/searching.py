"""Search: words in any script find passages in any script; facets narrow what was found."""

from __future__ import annotations

from typing import Any

from qatynas.ledger import Hit
from qatynas.model.span import Span
from qatynas.publish.listing import brief
from qatynas.publish.quotes import in_cyrillic, short_path
from qatynas.publish.writing import date_words
from qatynas.relations import Source, rows
from qatynas.relations.rows import short_id
from qatynas.serve.listing import Choice, years_of
from qatynas.serve.page import PAIR, Answer, Asked, Page
from qatynas.serve.pages.facts import sectors
from qatynas.serve.visit import Visit
from qatynas.serve.words import word

MOST = 200  # passages looked at
SHOWN = 40
FACETS = ("script", "sector", "year", "source")
AROUND = 320  # characters shown of a passage


def search(visit: Visit) -> Answer:
    """Passages that hold all the words."""
    asked = visit.text("q")
    hits = visit.shelf.book().search(asked, MOST) if asked else []
    told = [(hit, _words(visit, hit)) for hit in hits]
    chosen = {name: visit.text(name) for name in FACETS if visit.text(name)}
    kept = [(hit, words) for hit, words in told if all(said in words[name] for name, said in chosen.items())]
    fields = {
        "q": asked, "found": [_shown(visit, hit) for hit, _ in kept[:SHOWN]], "count": len(kept),
        "most": len(hits) >= MOST, "facets": _facets(visit, told, chosen), "part": visit.text("part") == "1",
    }  # fmt: skip
    data = lambda: {  # noqa: E731
        "q": asked, "count": len(kept),
        "rows": [rows.hit_row(hit) | {"claims": _claims(visit, hit)} for hit, _ in kept],
    }  # fmt: skip
    return Answer("search.html.j2", data, fields=fields)


def _source(visit: Visit, hit: Hit) -> Source | None:
    return visit.relationship.sources.get(hit.sha256)


def _words(visit: Visit, hit: Hit) -> dict[str, set[str]]:
    source = _source(visit, hit)
    told = visit.state.reports_at(hit.sha256, hit.span)
    return {
        "script": {hit.script},
        "sector": {one for report, _ in told for one in sectors(report.claim)},
        "year": set(years_of(source.dating.edtf)) if source else set(),
        "source": {publisher(source.document.address or hit.path if source else hit.path)},
    }


def publisher(address: str) -> str:
    """Who published a document: the host of its address, else the folder of its file."""
    if "://" in address:
        return address.split("/")[2].removeprefix("www.")
    return "/".join(short_path(address).split("/")[:-1]) or address.partition(":")[0]


def _facets(visit: Visit, told: list[Any], chosen: dict[str, str]) -> dict[str, list[Choice]]:
    named = {"script": "scripts", "sector": "sectors"}
    found: dict[str, list[Choice]] = {}
    for name in FACETS:
        others = {key: said for key, said in chosen.items() if key != name}
        counted: dict[str, int] = {}
        for _, words in told:
            if all(said in words[key] for key, said in others.items()):
                for one in words[name]:
                    counted[one] = counted.get(one, 0) + 1
        ordered = sorted(counted, reverse=True) if name == "year" else sorted(counted, key=lambda one: -counted[one])
        mine = chosen.get(name)
        if len(counted) > 1 or mine:
            found[name] = [
                Choice(word(named[name], one) if name in named else one, counted[one],
                       visit.to(**{name: None if one == mine else one}), one == mine)
                for one in ordered[:20]
            ]  # fmt: skip
    return found


def _shown(visit: Visit, hit: Hit) -> dict[str, Any]:
    source = _source(visit, hit)
    own = " ".join(hit.words.split())
    reading = ""
    if source is not None and hit.script != "Cyrl":
        reading = in_cyrillic(source.document, Span(hit.span.start, min(hit.span.end, hit.span.start + AROUND)))
    return {
        "address": visit.to(f"/documents/{hit.sha256[:16]}") + f"#p{hit.span.start}",
        "title": hit.title or short_path(hit.path),
        "words": own[:AROUND] + ("…" if len(own) > AROUND else ""),
        "lang": f"kk-{hit.script}",
        "reading": reading + ("…" if len(own) > AROUND and reading else ""),
        "date": date_words(source.dating.edtf) if source else "",
        "source": publisher(source.document.address or hit.path) if source else "",
        "script": hit.script,
        "claims": _claims(visit, hit)[:6],
    }


def _claims(visit: Visit, hit: Hit) -> list[dict[str, str]]:
    found = {fact.key: report for report, fact in visit.state.reports_at(hit.sha256, hit.span)}
    return [
        {"fact": short_id(key), "kind": report.claim.kind, "says": brief(report.claim)} for key, report in found.items()
    ]


PAGES = (
    Page("/search", "search", search, "Passages that hold all words, in any script",
         (PAIR, Asked("q", "Words in any script, any form"), Asked("script", "Script of the document"),
          Asked("sector", "What claims in the passage are about"), Asked("year", "Year of the document"),
          Asked("source", "Who published it"))),
)  # fmt: skip
