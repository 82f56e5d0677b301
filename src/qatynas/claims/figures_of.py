"""Which goods and which region a figure is of, where it is not all of them, and whose statistics it is."""

from __future__ import annotations

from functools import cache

from qatynas.claims.figures_choice import Choice
from qatynas.claims.figures_said import Said
from qatynas.claims.figures_verbs import is_finite, verb_of
from qatynas.claims.figures_words import begins, goods
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
    verbs = [t.span for t in tokens if verb_of(t) is not None or is_finite(t)]  # «болатын» is no steel
    found = [span for span in goods(tokens) if not begins("any_goods", said.words(span).lower()) and span not in verbs]
    hits = [span for span in found if choice.span is None or not span.meets(choice.span)]
    if hits:
        return said.words(hits[0].join(hits[-1])) if len(hits) < _MANY else None
    return choice.leans.product if choice.leans else None


def area(said: Said, choice: Choice) -> str | None:
    """The region that a figure of trade or water is of, None for the whole state."""
    if not choice.indicator.code.startswith(("trade.", "water.irrigated")):
        return None
    regions = [n for n in said.at.names_in(said.piece, NameType.PLACE) if n.canonical in _regions()]
    return regions[0].canonical if regions else None


def reporter(said: Said) -> str | None:
    """Whose statistics the text says it has the figure from: «Ұлттық статистика бюросының дерегінше»."""
    for name in said.at.names_in(said.at.sentence.span, NameType.ORGANISATION):
        after = Span(name.span.end, min(name.span.end + _BESIDE, said.at.sentence.span.end))
        if said.marks.has("data_of", after):
            return name.canonical
    return None


_BESIDE = 25  # characters after an organisation in which «дерегінше» stands
_MANY = 6  # more goods than this in one clause are a list, not a product


@cache
def _regions() -> frozenset[str]:
    return frozenset(place.name for place in world().places if place.kind in ("region", "district"))
