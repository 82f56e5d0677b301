"""Who judged what, who recorded what, and when: the log, with what was taken back."""

from __future__ import annotations

from typing import Any

from qatynas.publish.listing import brief
from qatynas.relations import rows
from qatynas.serve.page import PAIR, Answer, Page
from qatynas.serve.visit import Visit


def judgements(visit: Visit) -> Answer:
    """All judgements and records, the latest first, those that were withdrawn among them."""
    book = visit.shelf.book()
    judged = book.judgements(withdrawn=True)[::-1]
    records = book.records(withdrawn=True)[::-1]
    settled = book.settlements(undone=True)[::-1]
    fields = {"judged": judged, "records": records, "settled": settled, "brief": brief}
    return Answer("judgements.html.j2", lambda: _row(judged, records, settled), fields=fields)


def _row(judged: list[Any], records: list[Any], settled: list[Any]) -> dict[str, Any]:
    return {
        "judgements": [rows.judgement_row(one) for one in judged],
        "records": [
            {"record": one.id, "form": one.form, "who": one.who, "ground": one.ground, "added_at": one.added_at,
             "judgement": one.judgement, "withdrawn": one.withdrawn,
             "claims": [{"claim": number, **claim.row()} for number, claim in one.claims]}
            for one in records
        ],
        "settlements": [
            {"settlement": one.id, "finding": one.finding, "says": one.says, "who": one.who, "reason": one.reason,
             "added_at": one.added_at, "undone": one.undone} for one in settled
        ],
    }  # fmt: skip


PAGES = (Page("/judgements", "judgements", judgements, "Who judged and recorded what", (PAIR,)),)
