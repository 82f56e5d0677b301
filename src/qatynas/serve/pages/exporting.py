"""What the ledger knows in the formats of others: one link to download each."""

from __future__ import annotations

from typing import Any

from qatynas.publish.exports import FORMATS, Format
from qatynas.serve.page import PAIR, Answer, Page
from qatynas.serve.visit import Visit
from qatynas.serve.words import word


def exports(visit: Visit) -> Answer:
    """Every format, or what is missing for it."""
    offered = [(one, word("formats", one.name), visit.to(f"/exports/{one.name}"), one.missing()) for one in FORMATS]
    return Answer("exports.html.j2", lambda: [_row(visit, one) for one in FORMATS], fields={"offered": offered})


def _row(visit: Visit, one: Format) -> dict[str, Any]:
    return {
        "name": one.name,
        "media_type": one.media_type,
        "says": one.says,
        "missing": one.missing(),
        "address": visit.to(f"/exports/{one.name}"),
    }


PAGES = (Page("/exports", "exports", exports, "What the ledger knows, in the formats of others", (PAIR,)),)
