"""What was chosen for a number to count, and by which rule."""

from __future__ import annotations

from dataclasses import dataclass

from qatynas.claims.figures_said import Found
from qatynas.claims.figures_words import Indicator
from qatynas.model import Span

GOODS_OF_ONE_SIDE = "one side's goods"
PART_OF_ONE_SIDE = "one side's part of the turnover"
NAMED_BEFORE = "named before in the sentence"
FAMILIES = "families that moved"
GIVEN_IN_NEED = "given in need"
UPKEEP = "the upkeep of shared works"
BY_WAY = "goods by their way"


@dataclass(frozen=True, slots=True)
class Choice:
    """The indicator of a number, with the rule and words that gave it; leans is the figure before that it leans on."""

    indicator: Indicator
    rule: str
    span: Span | None = None
    leans: Found | None = None
