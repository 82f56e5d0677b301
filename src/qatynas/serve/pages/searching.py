"""Search: words in any script find passages in any script; facets narrow what was found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from qatynas.ledger import Hit
from qatynas.model.span import Span
from qatynas.publish.listing import brief
from qatynas.publish.quotes import in_cyrillic, short_path
from qatynas.publish.writing import date_words
from qatynas.relations import rows
from qatynas.serve.facets import sectors, years_of
from qatynas.serve.listing import Choice
from qatynas.serve.page import PAIR, Answer, Asked, Page
from qatynas.serve.papers import publisher
from qatynas.serve.told import Saying
from qatynas.serve.visit import Visit
from qatynas.serve.words import word

MOST = 100  # passages looked at
SHOWN = 40
FACETS = ("script", "sector", "year", "source")
AROUND = 320  # characters shown of a passage


def search(visit: Visit) -> Answer:
    """Passages that hold all the words."""
    asked = visit.text("q")
    hits = visit.shelf.book().search(asked, MOST) if asked else []
    found = _Found(visit, hits)
    words = [(hit, found.words(hit)) for hit in hits]
    chosen = {name: visit.text(name) for name in FACETS if visit.text(name)}
    kept = [hit for hit, mine in words if all(said in mine[name] for name, said in chosen.items())]
    fields = {
        "q": asked, "found": [_shown(visit, found, hit) for hit in kept[:SHOWN]], "count": len(kept),
        "most": len(hits) >= MOST, "facets": _facets(visit, words, chosen), "part": visit.text("part") == "1",
    }  # fmt: skip
    data = lambda: {  # noqa: E731
        "q": asked, "count": len(kept),
        "rows": [rows.hit_row(hit) | {"claims": found.claims(hit)} for hit in kept],
    }  # fmt: skip
    return Answer("search.html.j2", data, fields=fields)


class _Found:
    """What is known of the documents and claims of all hits, read at once."""

    def __init__(self, visit: Visit, hits: list[Hit]) -> None:
        documents = list(dict.fromkeys(hit.sha256 for hit in hits))
        self.papers = visit.told.work.papers.some(documents)
        self._sayings: dict[str, list[Saying]] = defaultdict(list)
        for one in visit.told.in_documents(documents):
            self._sayings[one.report.source].append(one)

    def words(self, hit: Hit) -> dict[str, set[str]]:
        paper = self.papers.get(hit.sha256)
        return {
            "script": {hit.script},
            "sector": {sector for one in self._at(hit) for sector in sectors(one.report.claim)},
            "year": set(years_of(paper.published)) if paper else set(),
            "source": {paper.publisher if paper else publisher(hit.path)},
        }

    def claims(self, hit: Hit) -> list[dict[str, str]]:
        found = {one.fact: one.report.claim for one in self._at(hit)}
        return [{"fact": fact, "kind": claim.kind, "says": brief(claim)} for fact, claim in found.items()]

    def _at(self, hit: Hit) -> Iterator[Saying]:
        return (one for one in self._sayings.get(hit.sha256, ()) if one.report.claim.span.meets(hit.span))


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


def _shown(visit: Visit, found: _Found, hit: Hit) -> dict[str, Any]:
    paper = found.papers.get(hit.sha256)
    own = " ".join(hit.words.split())
    reading = ""
    if paper is not None and hit.script != "Cyrl":
        document = visit.relationship.sources[hit.sha256].document
        reading = in_cyrillic(document, Span(hit.span.start, min(hit.span.end, hit.span.start + AROUND)))
    return {
        "address": visit.to(f"/documents/{hit.sha256[:16]}") + f"#p{hit.span.start}",
        "title": hit.title or short_path(hit.path),
        "words": own[:AROUND] + ("…" if len(own) > AROUND else ""),
        "lang": f"kk-{hit.script}",
        "reading": reading + ("…" if len(own) > AROUND and reading else ""),
        "date": date_words(paper.published) if paper else "",
        "source": paper.publisher if paper else "",
        "script": hit.script,
        "claims": found.claims(hit)[:6],
    }


PAGES = (
    Page("/search", "search", search, "Passages that hold all words, in any script",
         (PAIR, Asked("q", "Words in any script, any form"), Asked("script", "Script of the document"),
          Asked("sector", "What claims in the passage are about"), Asked("year", "Year of the document"),
          Asked("source", "Who published it"))),
)  # fmt: skip
