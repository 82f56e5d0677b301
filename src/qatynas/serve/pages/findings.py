"""What the checks found, each with its sentences side by side; and promises with what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qatynas.checks import Finding, Promised
from qatynas.checks.rows import finding_row as told_row
from qatynas.model.finding import Cited, Grade
from qatynas.publish.ahead.promises import chance_of, with_chance
from qatynas.publish.checked import words_of
from qatynas.publish.parts import Line
from qatynas.publish.sections.outlook import promise_line
from qatynas.relations import Report, rows
from qatynas.relations.rows import short_id
from qatynas.serve.ahead import looked
from qatynas.serve.listing import Facet, Kind, Listing, answer, asked_by, by_words
from qatynas.serve.page import NUMBER, PAIR, Answer, Asked, Page
from qatynas.serve.tally import Picked
from qatynas.serve.visit import Refused, Visit
from qatynas.serve.words import check_words, word

OPEN = ("open", "no deadline given", "on course", "behind", "overdue")


def reports_of(cited: tuple[Cited, ...]) -> tuple[Report, ...]:
    """Cited claims as reports, so that their sentences can be shown as any others are."""
    return tuple(Report(one.source, one.claim, one.id) for one in cited)


def finding_row(finding: Finding) -> dict[str, Any]:
    """A finding as the command line tells it, with its claims whole and its further sets counted."""
    cited = [{"claim": one.id, "document_sha256": one.source, **one.claim.row()} for one in finding.cited]
    return told_row(finding) | {"cited": cited, "further": finding.further_count}


def findings(visit: Visit) -> Answer:
    """All findings, the heaviest grade first."""
    settled = visit.choice("settled", ("yes",)) == "yes"
    found, told = visit.state.found, visit.told
    standing = found.open()
    mask = ~standing if settled else standing
    counts = found.tally.counts("grade", mask)

    def load(numbers: Sequence[int]) -> list[Finding]:
        return told.findings(found.ids[number] for number in numbers)

    kinds = [
        Kind(
            word("grades", grade), Picked(found.tally, mask & found.tally.having("grade", grade), load), _line,
            finding_row, ("name", "status", "detail"), where=lambda one: visit.to(f"/findings/{one.id}"), key=grade,
        )
        for grade in Grade if counts[grade]
    ]  # fmt: skip
    facets = (
        Facet("grade", named=by_words("grades")),
        Facet("check", named=by_words("checks")),
        Facet("year", by_word=True),
        Facet("documents", named=by_words("spreads")),
    )
    shown, other = int(mask.sum()), int((~mask).sum())
    lead = word("leads", "settled" if settled else "findings", count=shown)
    extra = {"switch": (None if settled else "yes", other)}
    return answer(visit, Listing("findings", lead, kinds, facets, empty=word("empty", "findings"), extra=extra))


def finding(visit: Visit) -> Answer:
    """One finding: its sentences side by side, what would settle it, and what people have said of them."""
    wanted = visit.request.path_params["name"]
    one = finding_called(visit, wanted)
    history = [o for o in visit.shelf.book().settlements(undone=True) if o.evidence == one.evidence]
    ids = {cited.id for cited in one.cited}
    judged = [
        judgement for judgement in visit.shelf.book().judgements(withdrawn=True) if ids & set(judgement.applies_to)
    ]
    fields = {"finding": one, "cited": list(zip(one.cited, reports_of(one.cited), strict=True)), "judged": judged,
              "settled": visit.state.found.settled.get(one.id), "history": history}  # fmt: skip
    return Answer("finding.html.j2", lambda: finding_row(one), check_words(one), fields)


def finding_called(visit: Visit, wanted: str) -> Finding:
    """The finding with this id. Raises Refused where there is none."""
    found = visit.told.findings([wanted]) if wanted in visit.state.found.parts else []
    if not found:
        raise Refused(404, word("refused", "finding"))
    return found[0]


def promises(visit: Visit) -> Answer:
    """Every promise with its status, open ones first."""
    found, told = visit.relationship, visit.told
    tally = visit.state.promised.tally
    counts = tally.counts("status", tally.all())
    chances = looked(visit).ahead.chances

    def line(one: Promised) -> Line:
        return with_chance(_promise(one), chance_of(one.promise.fact.reports, chances))

    def row(one: Promised) -> dict[str, Any]:
        chance = chance_of(one.promise.fact.reports, chances)
        return {"status": one.words, **rows.promise_row(found, one.promise), "chance": chance}

    statuses = [*OPEN, *sorted(counts.keys() - {*OPEN})]
    kinds = [
        Kind(
            word("promise_states", status), Picked(tally, tally.having("status", status), told.promises), line, row,
            ("deadline", "name", "who", "status", "detail"),
            where=lambda one: visit.to(f"/facts/{short_id(one.promise.fact.key)}"), key=status,
        )
        for status in statuses if counts[status]
    ]  # fmt: skip
    facets = (
        Facet("status", named=by_words("promise_states")),
        Facet("kind", named=by_words("kinds")),
        Facet("year", by_word=True),
    )
    return answer(visit, Listing("promises", word("leads", "promises", count=tally.size), kinds, facets))


def _line(one: Finding) -> Line:
    cells = {"name": check_words(one), "status": word("grades", one.grade), "detail": words_of(one)}
    return Line(cells, reports_of(one.cited))


def _promise(one: Promised) -> Line:
    line = promise_line(one.promise)
    status = word("promise_states", str(one.status)) + (f" {one.year}" if one.year else "")
    reports = tuple(dict.fromkeys([*line.reports, *(report for fact in one.by for report in fact.reports)]))
    return Line(dict(line.cells) | {"status": status}, reports, line.side)


PAGES = (
    Page("/findings", "findings", findings, "What cannot all be true, looks mistyped, or differs",
         (PAIR, NUMBER, Asked("settled", "Show what people have settled", choices=("yes",)),
          *asked_by("grade", "check", "year", "documents"))),
    Page("/findings/{name}", "findings", finding, "One finding with its sentences", (PAIR,)),
    Page("/promises", "promises", promises, "Promises with what became of them",
         (PAIR, NUMBER, *asked_by("status", "kind", "year"))),
)  # fmt: skip
