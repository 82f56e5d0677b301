"""The pages, a module for each group of them."""

from __future__ import annotations

from qatynas.serve.pages import (
    adding,
    briefing,
    documents,
    editing,
    exporting,
    facts,
    findings,
    flows,
    history,
    looking,
    order,
    overview,
    places,
    searching,
    series,
    society,
)
from qatynas.serve.pages.acting import EDITING

PAGES = (
    *overview.PAGES, *searching.PAGES, *series.PAGES, *places.PAGES, *order.PAGES, *flows.PAGES, *society.PAGES,
    *findings.PAGES, *briefing.PAGES, *documents.PAGES, *facts.PAGES, *history.PAGES,
    *looking.PAGES, *exporting.PAGES,
)  # fmt: skip
"""What everybody may read."""

__all__ = ["EDITING", "PAGES", "adding", "editing"]
