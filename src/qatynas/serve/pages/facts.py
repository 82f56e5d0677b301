"""One fact with everyone who says it; sentences for entries that are opened; claims by their id."""

from __future__ import annotations

from qatynas.model.claim import Claim, Figure
from qatynas.model.errors import InputError
from qatynas.publish.listing import brief
from qatynas.publish.sections.lines import fact_line
from qatynas.relations import Fact, Report, rows
from qatynas.relations.rows import short_id
from qatynas.serve.listing import Facet, Listing, answer, asked_by, by_words
from qatynas.serve.page import NUMBER, PAIR, Answer, Asked, Page
from qatynas.serve.pages.order import of_facts
from qatynas.serve.pages.series import course_of
from qatynas.serve.visit import Refused, Visit
from qatynas.serve.words import word

MOST = 24  # sentences opened at once
HIDDEN = ("document", "published", "published_basis", "quote", "start", "end", "support", "kind", "locator")


def facts(visit: Visit) -> Answer:
    """Every fact, by kind."""
    told = visit.told
    kinds = [of_facts(visit, kind, told.pick(told.of_kind(kind)), title=word("kinds", kind)) for kind in KINDS]
    facets = (
        Facet("kind", named=by_words("kinds")),
        Facet("sector", named=by_words("sectors")),
        Facet("year", by_word=True),
        Facet("texts", named=by_words("told_by")),
    )
    return answer(visit, Listing("facts", word("leads", "facts", count=told.facts.size), kinds, facets))


KINDS = (
    "figure", "agreement", "meeting", "body", "procedure", "project", "exchange", "pledge", "trend", "goods", "topic",
    "assessment", "relation", "membership", "event", "community", "aid", "award",
)  # fmt: skip


def fact(visit: Visit) -> Answer:
    """One fact: what it says, every sentence that says it, why they were joined, and what people said of them."""
    wanted = visit.request.path_params["name"]
    one = visit.told.fact(wanted)
    if one is None:
        raise Refused(404, word("refused", "fact"))
    return _shown(visit, one)


def _shown(visit: Visit, one: Fact[Claim]) -> Answer:
    found = visit.relationship
    said = {name: value for name, value in rows.fact_row(found, one).items() if name not in _TECHNICAL and value}
    claim = one.claim
    gathering = next(iter(visit.told.gatherings([one])), None) if claim.kind == "meeting" else None
    course = course_of(claim) if isinstance(claim, Figure) else None
    ids = {report.id for report in one.reports}
    judged = [word_ for word_ in visit.shelf.book().judgements(withdrawn=True) if ids & set(word_.applies_to)]
    fields = {
        "fact": one, "fact_id": short_id(one.key), "said": said, "summary": fact_line(found, one), "judged": judged,
        "gathering": gathering, "course": course, "line": lambda other: fact_line(found, other),
        "candidates": [(short_id(key), visit.told.fact(short_id(key), 1)) for key in one.candidates[:MOST]],
        "correctable": correctable(claim), "id_of": short_id,
    }  # fmt: skip
    return Answer("fact.html.j2", lambda: rows.fact_row(found, one), word("kinds", claim.kind), fields)


_TECHNICAL = ("fact", "kind", "texts", "candidates", "judgements", "reports", "locator")


def correctable(claim: Claim) -> list[tuple[str, object]]:
    """The fields of a claim that a person may put right, with what they say."""
    return [(name, value) for name, value in claim.row().items() if name not in HIDDEN]


def claim(visit: Visit) -> Answer:
    """The fact that a claim tells, by the beginning of the claim's id."""
    told, source = _claim(visit, visit.request.path_params["name"])
    found = visit.told.fact_of(told, source)
    if found is None:
        data = {"claim": told.id(source), "document_sha256": source, **told.row()}
        fields = {"claim": told, "source": source, "brief": brief(told), "claim_id": told.id(source)}
        return Answer("claim.html.j2", lambda: data, word("kinds", told.kind), fields)
    return _shown(visit, found)


def _claim(visit: Visit, number: str) -> tuple[Claim, str]:
    if not (8 <= len(number) <= 64 and number.isascii() and number.isalnum()):
        raise Refused(404, word("refused", "claim"))
    try:
        return visit.shelf.book().claim(number)
    except InputError:
        raise Refused(404, word("refused", "claim")) from None


def sentences(visit: Visit) -> Answer:
    """The sentences of some claims, as a part of a page."""
    numbers = [number for number in visit.text("of").split(",") if number][:MOST]
    told = [_claim(visit, number) for number in numbers]
    there = [(one, source) for one, source in told if source in visit.relationship.sources]
    reports = tuple(Report(source, one, one.id(source)) for one, source in there)
    facts = {f.key: f for one, source in there for f in filter(None, [visit.told.fact_of(one, source)])}
    fields = {
        "reports": reports, "facts": [(short_id(key), fact_line(visit.relationship, f)) for key, f in facts.items()],
        "part": visit.text("part") == "1",
    }  # fmt: skip
    data = lambda: [{"claim": r.id, "document_sha256": r.source, **r.claim.row()} for r in reports]  # noqa: E731
    return Answer("sentences.html.j2", data, word("pages", "sentences"), fields)


PAGES = (
    Page("/facts", "facts", facts, "Every fact", (PAIR, NUMBER, *asked_by("kind", "sector", "year", "texts"))),
    Page("/facts/{name}", "facts", fact, "One fact with everyone who says it", (PAIR,)),
    Page("/claims/{name}", "facts", claim, "The fact that a claim tells", (PAIR,)),
    Page("/sentences", "facts", sentences, "The sentences of some claims",
         (PAIR, Asked("of", "Ids of claims, or their first letters (8 at least), with commas between"))),
)  # fmt: skip
