"""Which goods, region and thing a figure is of, where it is not of all, and whose statistics of which day it is."""

from __future__ import annotations

from functools import cache

from qatynas.claims.figures_choice import Choice
from qatynas.claims.figures_said import Said
from qatynas.claims.figures_verbs import is_finite, verb_of
from qatynas.claims.figures_words import begins, goods
from qatynas.data import world
from qatynas.language.mentions import NameMention, NameType
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


def subject(said: Said, choice: Choice) -> str | None:
    """The river, reservoir, plant, post or quoted work that the number belongs to: the nearest before it, told in its
    own words, up to its verb, or before in the sentence; that of the figure it leans on else."""
    if choice.indicator.code.startswith(_OF_STATES):
        return None
    for span in (said.piece, said.reach, said.led):
        names = [n for n in said.at.names_in(span, *_SUBJECTS) if _is_thing(said, n, choice)]
        before = [n for n in names if n.span.end <= said.number.span.start]
        if before:
            return before[-1].canonical
        if names and not _is_parted(said, names[0].span):
            return names[0].canonical
    return choice.leans.subject if choice.leans and choice.leans.indicator == choice.indicator.code else None


def _is_parted(said: Said, behind: Span) -> bool:
    """Whether a comma stands between the number and what is named behind it: «үштен бірі көршінікі, Асының …»."""
    begin = said.number.span.end  # a name may hold the number, as a title does: then nothing is between
    return begin < behind.start and any(token.text == "," for token in said.tokens(Span(begin, behind.start)))


def _is_thing(said: Said, name: NameMention, choice: Choice) -> bool:
    if name.type is NameType.QUOTED:
        return len(said.tokens(name.span)) <= _TITLE
    if name.role in ("river", "canal"):
        return choice.indicator.code.startswith("water.") or said.has("water_only", said.at.sentence.span)
    return name.role in _THINGS


def edition(said: Said) -> str | None:
    """The day of the statistics, EDTF, where one is told beside them: «15 тамыздағы дерек бойынша»."""
    for date in said.at.sentence.dates:
        after = Span(date.span.end, min(date.span.end + _BESIDE, said.at.sentence.span.end))
        if len(date.edtf or "") == _DAY and "/" not in (date.edtf or "") and said.marks.has("data_of", after):
            return date.edtf
    return None


def reporter(said: Said) -> str | None:
    """Whose statistics the text says it has the figure from: «Ұлттық статистика бюросының дерегінше»."""
    for name in said.at.names_in(said.at.sentence.span, NameType.ORGANISATION):
        after = Span(name.span.end, min(name.span.end + _BESIDE, said.at.sentence.span.end))
        if said.marks.has("data_of", after):
            return name.canonical
    return None


_SUBJECTS = (NameType.PLACE, NameType.QUOTED)
_THINGS = frozenset(("reservoir", "lake", "plant", "post", "site"))
_OF_STATES = ("trade.", "investment.", "agreements.", "education.", "migration.", "tourism.", "enterprises.")
_TITLE = 7  # words of a name in quotes
_DAY = len("2025-08-21")
_BESIDE = 25  # characters after an organisation in which «дерегінше» stands
_MANY = 6  # more goods than this in one clause are a list, not a product


@cache
def _regions() -> frozenset[str]:
    return frozenset(place.name for place in world().places if place.kind in ("region", "district"))
