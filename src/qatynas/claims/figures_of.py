"""Which goods and which region a figure of trade is of, where it is not all of them."""

from __future__ import annotations

from functools import cache

from qatynas.claims.figures_indicator import Choice
from qatynas.claims.figures_said import Said
from qatynas.claims.figures_words import goods
from qatynas.data import world
from qatynas.language.mentions import NameType
from qatynas.model import Span


def product(said: Said, choice: Choice) -> str | None:
    """The goods that a figure of trade is of, as the text names them; those of the figure it leans on else."""
    if not choice.indicator.code.startswith("trade.") or choice.indicator.code in (
        "trade.partner_rank",
        "trade.commodity_lines",
    ):
        return None
    tokens = said.tokens(said.piece)
    hits = [hit for hit in goods().find(tokens) if choice.span is None or not hit.span.meets(choice.span)]
    if hits:
        return said.words(Span(hits[0].span.start, hits[-1].span.end)) if len(hits) < _MANY else None
    return choice.leans.product if choice.leans else None


def area(said: Said, choice: Choice) -> str | None:
    """The region that a figure of trade or water is of, None for the whole state."""
    if not choice.indicator.code.startswith(("trade.", "water.irrigated")):
        return None
    regions = [n for n in said.at.names_in(said.piece, NameType.PLACE) if n.canonical in _regions()]
    return regions[0].canonical if regions else None


_MANY = 6  # more goods than this in one clause are a list, not a product


@cache
def _regions() -> frozenset[str]:
    return frozenset(place.name for place in world().places if place.kind in ("region", "district"))
