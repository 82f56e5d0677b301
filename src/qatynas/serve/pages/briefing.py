"""What one needs to know before a visit, on one page that prints."""

from __future__ import annotations

from datetime import date

from qatynas.publish.sections.lines import fact_line
from qatynas.publish.sections.order import agreement_line, meeting_line
from qatynas.publish.sections.outlook import promise_line
from qatynas.relations import order, over_by, rows
from qatynas.relations.asking import briefing, now
from qatynas.relations.dates import bounds
from qatynas.serve.page import PAIR, Answer, Asked, Page
from qatynas.serve.pages.order import treaty_id
from qatynas.serve.pages.overview import heavy
from qatynas.serve.pages.series import course_name, id_of, latest
from qatynas.serve.visit import Visit


def brief(visit: Visit) -> Answer:
    """The briefing for a day: the next planned meeting's where none is asked for, else that of «now»."""
    found = visit.state.whole
    asked = visit.period("on")
    day = (asked.first if asked else None) or _next_day(visit) or now(found)
    told = briefing(found, day)
    open_promises = [one for one in told.promises if one.state != "past"]
    fields = {
        "told": told, "day": day.isoformat(), "promises": open_promises,
        "findings": visit.told.findings(heavy(visit)[:8]),
        "line": lambda fact: fact_line(found, fact), "treaty_line": agreement_line, "meeting_line": meeting_line,
        "promise_line": promise_line, "treaty_id": treaty_id,
        "courses": [(id_of(c), course_name(c), latest(c)) for c in told.courses],
    }  # fmt: skip
    return Answer("brief.html.j2", lambda: rows.briefing_row(found, told), fields=fields)


def _next_day(visit: Visit) -> date | None:
    found = visit.state.whole
    ahead = [
        gathering.meeting.claim.date
        for gathering in found.meetings
        if gathering.meeting.claim.status == "planned" and gathering.meeting.claim.date
        and over_by(gathering.meeting.claim.date, found.as_of) is False
    ]  # fmt: skip
    return bounds(min(ahead, key=order))[0] if ahead else None


PAGES = (
    Page("/brief", "brief", brief, "What a delegation needs before a meeting",
         (PAIR, Asked("on", "The day of the meeting", "date"))),
)  # fmt: skip
