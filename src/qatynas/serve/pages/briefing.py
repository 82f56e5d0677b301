"""What one needs to know before a visit, on one page that prints."""

from __future__ import annotations

from datetime import date

from qatynas.publish.sections.lines import fact_line
from qatynas.publish.sections.order import agreement_line, meeting_line
from qatynas.publish.sections.outlook import promise_line
from qatynas.relations import rows
from qatynas.relations.asking import now
from qatynas.relations.dates import bounds
from qatynas.serve.facets import LAST_DAY
from qatynas.serve.page import PAIR, Answer, Asked, Page
from qatynas.serve.pages.order import treaty_id
from qatynas.serve.pages.overview import heavy
from qatynas.serve.pages.series import course_name, id_of, latest
from qatynas.serve.visit import Visit

MOST = 20  # of each part of a briefing


def brief(visit: Visit) -> Answer:
    """The briefing for a day: the next planned meeting's where none is asked for, else that of «now»."""
    asked = visit.period("on")
    day = (asked.first if asked else None) or _next_day(visit) or now(visit.relationship)
    found, told = visit.told.kept.brief(day, MOST)
    open_promises = [one for one in told.promises if one.state != "past"]
    line = lambda fact: fact_line(visit.relationship, fact)  # noqa: E731
    fields = {
        "told": told, "day": day.isoformat(), "promises": open_promises,
        "findings": visit.told.findings(heavy(visit)[:8]),
        "line": line, "treaty_line": agreement_line, "meeting_line": meeting_line,
        "promise_line": promise_line, "treaty_id": treaty_id,
        "courses": [(id_of(c), course_name(c), latest(c)) for c in told.courses],
    }  # fmt: skip
    return Answer("brief.html.j2", lambda: rows.briefing_row(found, told), fields=fields)


def _next_day(visit: Visit) -> date | None:
    """The first day of the next meeting that is planned."""
    told = visit.told
    last = visit.state.facts.ordered_days[:, 1]
    ahead = told.of_kind("meeting") & told.facts.having("status", "planned") & (last >= visit.state.last_day)
    numbers = told.pick(ahead & (last < LAST_DAY)).numbers()[-1:]
    meetings = told.read(numbers, 1)
    return bounds(meetings[0].claim.date)[0] if meetings else None


PAGES = (
    Page("/brief", "brief", brief, "What a delegation needs before a meeting",
         (PAIR, Asked("on", "The day of the meeting", "date"))),
)  # fmt: skip
