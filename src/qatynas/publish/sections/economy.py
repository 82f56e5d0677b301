"""Trade, investment and projects."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import combinations

from qatynas.model.claim import Claim, Figure, Goods, Trend
from qatynas.model.quantity import Qualifier
from qatynas.publish.ahead.found import ahead_of
from qatynas.publish.ahead.trade import estimate_of
from qatynas.publish.figures import COLUMNS, figure_line, figure_lines, flow, value_of
from qatynas.publish.labels import label, state
from qatynas.publish.parts import Group, Line, Section, Words, group, kazakh, note_of, reports_of, together
from qatynas.publish.pictures.marks import CURRENCY, TRADE
from qatynas.publish.pictures.trade import trade_chart
from qatynas.publish.quotes import said
from qatynas.publish.sides import sides
from qatynas.publish.writing import date_words, number, quantity
from qatynas.relations import Fact, Relationship, Work, newest, of_kind, order, period

TREND_COLUMNS = ("name", "status", "period")
TREND_HOMES = ("trade.", "investment.", "enterprises.", "projects.", "water.", "energy.", "education.")
"""Beginnings of indicators whose trends stand in a section of their own."""

MILLION = Decimal(10) ** 6
_HEDGES = {Qualifier.ABOUT: "≈\u202f", Qualifier.OVER: ">\u202f", Qualifier.UNDER: "<\u202f", Qualifier.EXACT: ""}


def trade(relationship: Relationship) -> Section:
    """Turnover, exports and imports by period with their changes; then everything else of trade."""
    facts = [fact for fact in of_kind(relationship.facts, Figure) if fact.claim.indicator.startswith("trade.")]
    tabled = [fact for fact in facts if is_total(fact.claim)]
    changes = [fact for fact in facts if _is_change(fact.claim)]
    rest = [fact for fact in facts if fact not in tabled and fact not in changes]
    mine, theirs = _told_twice(tabled)
    first, second = _blue_first(relationship)
    names = {
        "flow_a": label("columns", "flow_a", a=state(first), b=state(second)),
        "flow_b": label("columns", "flow_b", a=state(first), b=state(second)),
    }
    columns = ("period", "turnover", "flow_a", "flow_b", "change")
    groups = (
        group("by_period", _by_period([*mine, *changes], first), columns, "table", headings=names),
        group("mirror", _by_period(theirs, first), ("period", "flow_a", "flow_b"), "table", headings=names),
        group("by_good", figure_lines(rest), COLUMNS),
        group("goods", _goods(relationship), ("name", "detail", "period")),
        group("trends", trend_lines(relationship.standing["trend"], ("trade.",)), TREND_COLUMNS),
    )
    estimate = estimate_of(ahead_of(relationship).estimate)
    return Section("trade", _trade_lead(facts), groups, trade_chart(relationship, sides(relationship.pair), estimate))


def investment(relationship: Relationship) -> Section:
    """Capital each way, then what both count together."""
    wanted = ("investment.", "enterprises.", "projects.")
    facts = [fact for fact in of_kind(relationship.facts, Figure) if fact.claim.indicator.startswith(wanted)]
    first, second = _blue_first(relationship)
    ways = [(one, other) for one, other in ((first, second), (second, first))]
    groups = [
        Group(
            label("groups", "from_to", **{"from": state(one), "to": state(other)}),
            COLUMNS,
            tuple(figure_lines((fact for fact in facts if fact.claim.from_ == one), directed=False)),
            key=f"from_{one}",
        )
        for one, other in ways
    ]
    groups.append(group("both", figure_lines(f for f in facts if f.claim.from_ not in relationship.pair), COLUMNS))
    groups.append(group("trends", trend_lines(relationship.standing["trend"], wanted), TREND_COLUMNS))
    return Section("investment", label("sections/investment", "lead", count=len(facts)) if facts else "", tuple(groups))


def projects(relationship: Relationship) -> Section:
    """Joint works with their stages; then costs and transport figures that stand alone."""
    lines = [work_line(work) for work in relationship.works]
    stages = Counter(work.stages[-1].claim.stage or "planned" for work in relationship.works)
    told = ", ".join(f"{count} {label('stages', stage)}" for stage, count in sorted(stages.items()))
    attached = {figure.key for work in relationship.works for figure in work.figures}
    wanted = ("project.", "transport.")
    facts = [fact for fact in of_kind(relationship.facts, Figure) if fact.claim.indicator.startswith(wanted)]
    loose = [fact for fact in facts if fact.key not in attached]
    groups = (
        group("stages", lines, ("date", "name", "status", "detail"), "timeline"),
        group("other_figures", figure_lines(loose), COLUMNS),
    )
    lead = label("sections/projects", "lead", count=len(lines), stages=told) if lines else ""
    return Section("projects", lead, groups)


def _blue_first(relationship: Relationship) -> tuple[str, str]:
    first, second = sorted(relationship.pair, key=lambda code: sides(relationship.pair)[code])
    return first, second


def is_total(claim: Figure) -> bool:
    """Whether a figure is of all trade in dollars: no product, region, subject, rate or share."""
    parts = (claim.product, claim.area, claim.subject, claim.rate, claim.of)
    return claim.indicator in TRADE and claim.measure == "level" and claim.quantity.unit == CURRENCY and not any(parts)


def _is_change(claim: Figure) -> bool:
    changing = claim.measure in ("growth", "multiple", "change")
    return claim.indicator in TRADE and changing and not any((claim.product, claim.area, claim.subject))


def _told_twice(totals: Sequence[Fact[Figure]]) -> tuple[list[Fact[Figure]], list[Fact[Figure]]]:
    """Figures as one side counts a flow, and as the other does: one's exports are the other's imports.

    The side with more figures comes first; the two stand apart because their statistics differ year after year.
    """
    counted = Counter((fact.claim.from_, fact.claim.indicator) for fact in totals)
    fullest: dict[str | None, str] = {}
    for side, indicator in sorted(counted, key=lambda key: (counted[key], key[1] == "trade.export", key[1])):
        fullest[side] = indicator
    mine = [f for f in totals if f.claim.from_ is None or fullest[f.claim.from_] == f.claim.indicator]
    return mine, [fact for fact in totals if fact not in mine]


def _by_period(facts: Sequence[Fact[Figure]], first: str) -> list[Line]:
    rows: dict[tuple[str | None, str], list[Fact[Figure]]] = defaultdict(list)
    for fact in facts:
        rows[fact.claim.period, fact.claim.status].append(fact)
    rank = {"actual": 0, "forecast": 1, "potential": 2, "target": 3}
    ordered = sorted(rows, key=lambda key: (order(key[0]), rank.get(key[1], 4)))
    return [_period_line(when, status, rows[when, status], first) for when, status in ordered]


def _period_line(when: str | None, status: str, facts: list[Fact[Figure]], first: str) -> Line:
    columns: dict[str, list[str]] = defaultdict(list)
    for fact in sorted(facts, key=newest, reverse=True):
        claim = fact.claim
        if claim.measure != "level":
            columns["change"].append(_change(claim))
        elif claim.indicator == "trade.turnover":
            columns["turnover"].append(_millions(claim))
        else:
            columns["flow_a" if claim.from_ == first else "flow_b"].append(_millions(claim))
    said = {name: tuple(dict.fromkeys(words)) for name, words in columns.items()}
    part = period(when)
    return Line(
        cells={"period": date_words(when, short=True) or label("words", "no_date"), **said},
        reports=reports_of(facts),
        mark=status if status != "actual" else "part" if part and part.is_part_year else "",
        note=label("page", "sources_differ") if when and status == "actual" and differ(facts) else "",
    )


def differ(facts: Sequence[Fact[Figure]]) -> bool:
    """Whether two figures of one cell cannot be the same number, whatever their rounding."""
    levels = [fact.claim for fact in facts if fact.claim.measure == "level"]
    pairs = (
        (one, other)
        for one, other in combinations(levels, 2)
        if (one.indicator, one.from_, one.to) == (other.indicator, other.from_, other.to)
    )
    return any(not one.quantity.meets(other.quantity) for one, other in pairs)


def _millions(claim: Figure) -> str:
    value = claim.quantity.value / MILLION
    said = number(value.quantize(Decimal("0.1")) if value % 1 else value)
    return _HEDGES[claim.quantity.qualifier] + said + (f" ({state(claim.reporter)})" if claim.reporter else "")


def _change(claim: Figure) -> str:
    what = "" if claim.indicator == "trade.turnover" else f" {flow(claim.from_, claim.to)}"
    base = f" {label('words', 'base', base=date_words(claim.base_period, short=True))}" if claim.base_period else ""
    return f"{value_of(claim)}{what}{base}"


def _goods(relationship: Relationship) -> list[Line]:
    return [
        Line(
            cells={
                "name": flow(fact.claim.from_, fact.claim.to),
                "detail": kazakh(", ".join(good.name for good in fact.claim.goods))
                or kazakh(said(relationship, fact.reports[0])),
                "period": date_words(fact.claim.period),
            },
            reports=fact.reports,
            side=fact.claim.from_ or "",
        )
        for fact in of_kind(relationship.standing["goods"], Goods)
    ]


def trend_lines(
    facts: Iterable[Fact[Claim]], indicators: tuple[str, ...] = ("",), without: tuple[str, ...] = ()
) -> list[Line]:
    """Directions without a number, of indicators that begin with one of these and with none of `without`."""
    return [
        Line(
            cells={
                "name": label("indicators", fact.claim.indicator),
                "status": label("directions", fact.claim.direction),
                "period": date_words(fact.claim.period),
            },
            reports=fact.reports,
        )
        for fact in of_kind(facts, Trend)
        if fact.claim.indicator.startswith(indicators) and not fact.claim.indicator.startswith(without)
    ]


def _trade_lead(facts: Sequence[Fact[Figure]]) -> str:
    years = [
        fact for fact in facts
        if fact.claim.indicator == "trade.turnover" and is_total(fact.claim) and fact.claim.status == "actual"
        and (known := period(fact.claim.period)) is not None and known.is_full_year
    ]  # fmt: skip
    if not years:
        return label("sections/trade", "lead_none", count=len(facts)) if facts else ""
    last = max(years, key=lambda fact: order(fact.claim.period))
    value = f"{quantity(last.claim.quantity)}"
    return label("sections/trade", "lead", value=value, period=date_words(last.claim.period), count=len(facts))


def work_line(work: Work) -> Line:
    last = work.stages[-1].claim
    place = last.place.name if last.place else None
    also: Words = together(
        kazakh(place),
        *(value_of(figure.claim) for figure in work.figures),
        *(label("words", "also", title=kazakh(name)) for name in work.names[1:]),
    )
    children = tuple(
        Line(
            cells={"date": date_words(stage.claim.date), "status": label("stages", stage.claim.stage)},
            reports=stage.reports,
            note=note_of(stage),
        )
        for stage in work.stages
    )
    figures = tuple(figure_line(figure) for figure in work.figures)
    several = len(work.stages) > 1 or bool(figures)
    return Line(
        cells={
            "date": date_words(last.date, short=True) or label("words", "no_date"),
            "name": kazakh(work.names[0] if work.names else None),
            "status": label("stages", last.stage),
            "detail": also,
        },
        reports=reports_of([*work.stages, *work.figures]),
        mark="planned" if last.stage == "planned" else "",
        children=(*children, *figures) if several else (),
    )
