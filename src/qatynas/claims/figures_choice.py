"""What was chosen for a number to count, and by which rule."""

from __future__ import annotations

import msgspec

from qatynas.claims.figures_said import Found
from qatynas.claims.figures_words import Indicator
from qatynas.model import Span

GOODS_OF_ONE_SIDE = "one side's goods"
PART_OF_ONE_SIDE = "one side's part of the turnover"
NAMED_BEFORE = "named before in the sentence"
MORE_PEOPLE = "people who are made more or fewer"
FAMILIES = "families that moved"
GIVEN_IN_NEED = "given in need"
GAP = "a gap between statistics"
UPKEEP = "the upkeep of shared works"
PART_OF_THOSE = "a part of the figure before"
OTHER_THINGS = "a share of other things"
LABELLED = "named before a colon"
TAUGHT = "taught without pay"
TRADED_THINGS = "things brought or sent"
ASKED = "named in the sentence before"
BY_WAY = "goods by their way"
COUNTER = "what goes against the flow told before"


class Choice(msgspec.Struct, frozen=True, gc=False):
    """The indicator of a number, with the rule and words that gave it; leans is the figure before that it leans on."""

    indicator: Indicator
    rule: str
    span: Span | None = None
    leans: Found | None = None
