"""The rules that tell what a number counts, in order, each with the kinds of unit that it is for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from qatynas.claims.figures_choice import (
    BY_WAY,
    Choice,
)
from qatynas.claims.figures_context import equalled, help_goes_on, on_grants, topic_before
from qatynas.claims.figures_counted import counted
from qatynas.claims.figures_indicator import (
    as_its_neighbour,
    as_places,
    by_unit,
    carried,
    goods_of_a_side,
    leaning,
    named_after,
    named_in_sentence,
    named_near,
    named_weakly,
    put_into_a_work,
    ranked,
    same_things,
    side_of_trade,
    stored,
    things_again,
    travellers,
)
from qatynas.claims.figures_lean import OTHER
from qatynas.claims.figures_named import labelled, named_in_question
from qatynas.claims.figures_parts import (
    beside_in_brackets,
    of_other_things,
    of_those_people,
    part_of_those,
    part_of_what_is_told_again,
    put_right,
    rest_of_cost,
)
from qatynas.claims.figures_roles import roles
from qatynas.claims.figures_said import Said
from qatynas.claims.figures_special import (
    aim_of_the_text,
    at_work,
    brought_in,
    could_be_sold,
    exchanged,
    families,
    firms_of_a_side,
    given_in_need,
    listed_with,
    mirror_gap,
    part_by_owner,
    rest_of_trade,
    share_of_supply,
    smuggled,
    spent_on_that,
    turned_trade,
    upkeep,
    volume_again,
    whole_of_trade,
    whose_goods,
    worth_of_deals,
)
from qatynas.claims.figures_way import (
    counter_flow,
    goods_by_way,
    herds,
    in_money,
    of_the_two,
    proceeds_of_goods,
    told_by_participle,
)
from qatynas.claims.figures_words import begins, indicators
from qatynas.claims.figures_worth import value_of
from qatynas.language.mentions import Case

EVERY = ""


def choose(said: Said) -> Choice:
    """The indicator of a number: the first rule that finds one, `other` where none does."""
    for rule in _rules_for(said.unit_kind):
        if found := rule(said):
            return _by_way(said, found)
    return Choice(OTHER, "no word names an indicator")


def _by_way(said: Said, choice: Choice) -> Choice:
    """«Көрші елден 30 мың тонна сүт жеткізілді»: what only moves is sold or bought by its way."""
    code = choice.indicator.code
    told = said.tokens(choice.span) if choice.span else ()
    moved = any(begins("goods_moving", token.lower) for token in told)
    if code not in ("trade.export", "trade.import") or choice.leans or not moved or said.home is None:
        return choice
    moving = {(role.country, role.case) for role in roles(said, said.reach) if role.case in (Case.ABL, Case.DAT)}
    out = any((country == said.home) is (case is Case.ABL) for country, case in moving)
    back = any((country == said.home) is (case is Case.DAT) for country, case in moving)
    if out == back:
        return choice
    return Choice(indicators()["trade.export" if out else "trade.import"], BY_WAY, choice.span)


Rule = Callable[[Said], Choice | None]

RULES: tuple[tuple[Rule, str], ...] = (
    (ranked, EVERY),
    (beside_in_brackets, EVERY),
    (put_right, "money bare count person t"),
    (of_the_two, "percent times money bare"),
    (families, "count person"),
    (firms_of_a_side, "count"),
    (herds, "count"),
    (on_grants, "percent bare"),
    (counted, "percent times count person bare"),
    (mirror_gap, "money bare t"),
    (aim_of_the_text, "money bare"),
    (turned_trade, "money bare"),
    (part_by_owner, "money bare percent"),
    (whole_of_trade, "money bare"),
    (rest_of_trade, "money bare"),
    (exchanged, "money bare"),
    (at_work, "person bare"),
    (stored, "percent m3"),
    (could_be_sold, "money bare"),
    (worth_of_deals, "money"),
    (brought_in, "money bare"),
    (smuggled, "t count money"),
    (upkeep, "money"),
    (given_in_need, "money t count person"),
    (help_goes_on, EVERY),
    (proceeds_of_goods, "money"),
    (in_money, "money"),
    (value_of, "money bare"),
    (counter_flow, EVERY),
    (of_those_people, "percent bare"),
    (part_of_what_is_told_again, "percent"),
    (part_of_those, "percent"),
    (rest_of_cost, "money bare"),
    (of_other_things, "percent"),
    (spent_on_that, "money"),
    (put_into_a_work, "money"),
    (named_after, "money t bare"),
    (whose_goods, "money bare percent"),
    (equalled, "percent bare"),
    (told_by_participle, "money bare"),
    (named_near, EVERY),
    (goods_by_way, "money bare percent t"),
    (side_of_trade, "money bare"),
    (travellers, "person count"),
    (as_places, EVERY),
    (goods_of_a_side, "percent"),
    (share_of_supply, "percent"),
    (labelled, EVERY),
    (leaning, EVERY),
    (listed_with, "t kWh m3"),
    (same_things, "count person t"),
    (things_again, "bare"),
    (as_its_neighbour, "bare"),
    (volume_again, "bare"),
    (named_weakly, EVERY),
    (named_in_sentence, EVERY),
    (named_in_question, EVERY),
    (topic_before, "person"),
    (carried, EVERY),
    (by_unit, EVERY),
)
"""Each rule with the kinds of unit that it can hold for: the others need not be asked."""


@cache
def _rules_for(kind: str) -> tuple[Rule, ...]:
    return tuple([rule for rule, kinds in RULES if not kinds or kind in kinds.split()])
