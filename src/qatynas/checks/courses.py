"""Numbers against time: counts that fall, forecasts at this pace, trends against the figures around them.

Docs: docs/checks.md, «Counts that fall», «At this pace», «Trends».
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

from qatynas.checks.cells import LEVEL, Amount, amount_of, ends, is_level
from qatynas.checks.speech import coded, dated, finding, joined
from qatynas.checks.view import View
from qatynas.checks.words import amount_name, figure_name, interval, number
from qatynas.model.claim import Figure, Trend
from qatynas.model.finding import Cited, Finding, Gaps, Grade, Told
from qatynas.model.quantity import Quantity
from qatynas.relations.dates import bounds

# Counts that only grow, as far as a text means all there are.
GROWING = frozenset({"agreements.count"})

Said = tuple[Cited, Figure]


def counts(view: View) -> Iterator[Finding]:
    """Counts that only grow, and are told smaller later: each fall from the most told before.

    Docs: docs/checks.md, «Counts that fall».
    """
    for told in _standing(view).values():
        most: tuple[date, Said] | None = None
        fallen: set[tuple[str, Quantity]] = set()  # texts that tell the same fall are told once
        for when, one in sorted(told, key=lambda row: (row[0], row[1][0].id)):
            low, high = ends(one[1].quantity)
            before = most and ends(most[1][1].quantity)[0]
            fall = (most[1][0].id if most else "", one[1].quantity)
            if most and before is not None and high is not None and high < before and when > most[0]:
                if fall in fallen:
                    continue
                fallen.add(fall)
                gaps: Gaps = {"most": figure_name(most[1][1]), "when": dated(str(most[0])), "less": figure_name(one[1]),
                        "later": dated(str(when))}  # fmt: skip
                cited = (most[1][0], one[0])
                yield finding("counts", Grade.DOUBT, Told("count_falls", gaps), cited, Told("count_the_same"))
            if low is not None and (before is None or low > before):
                most = when, one


def _standing(view: View) -> dict[Amount, list[tuple[date, Said]]]:
    """Counts of all there are by the day they are of; what was signed on one day or in one year is none of them."""
    found: dict[Amount, list[tuple[date, Said]]] = defaultdict(list)
    for cited, figure in view.figures():
        when = lasting(figure)
        if when is not None:
            found[amount_of(cited, figure).over("")].append((when, (cited, figure)))
    return found


def lasting(figure: Figure) -> date | None:
    """The day that a count of all there are is of, None for other figures."""
    if figure.indicator not in GROWING or figure.measure != LEVEL or figure.status != "actual":
        return None
    first, last = bounds(figure.period)
    written = bounds(figure.published)[1]
    is_standing = first is None or (last is not None and last.year - first.year > 1)
    return min((day for day in (last, written) if day), default=None) if is_standing else None


def pace(view: View) -> Iterator[Finding]:
    """A forecast of a year against the part of that year which is told: does the pace bear it out?

    Docs: docs/checks.md, «At this pace».
    """
    parts: dict[Amount, list[Said]] = defaultdict(list)
    for cited, figure in view.figures():
        if figure.measure == LEVEL and figure.status == "actual" and _months(figure.period):
            parts[amount_of(cited, figure).over("")].append((cited, figure))
    for cited, figure in view.figures():
        if figure.measure != LEVEL or figure.status != "forecast" or not _is_year(figure.period):
            continue
        known = [
            one
            for one in parts.get(amount_of(cited, figure).over(""), ())
            if (one[1].period or "")[:4] == (figure.period or "") and one[0].source == cited.source
        ]
        if known:
            yield _paced((cited, figure), max(known, key=lambda one: (_months(one[1].period), one[0].id)))


def _paced(forecast: Said, part: Said) -> Finding:
    months = _months(part[1].period)
    low, high = (None if end is None else end * 12 / months for end in ends(part[1].quantity))
    wanted_low, wanted_high = ends(forecast[1].quantity)
    borne = not (
        (high is not None and wanted_low is not None and high < wanted_low)
        or (low is not None and wanted_high is not None and low > wanted_high)
    )
    year = Fraction(part[1].quantity.value) * 12 / months
    gaps: Gaps = {"number": number(part[1].quantity.value), "months": str(months), "year": number(year, 4),
            "unit": coded("units", part[1].quantity.unit), "forecast": figure_name(forecast[1])}  # fmt: skip
    cited = (forecast[0], part[0])
    if borne:
        return finding("pace", Grade.CONSISTENT, Told("bears_out", gaps), cited)
    return finding("pace", Grade.DOUBT, Told("does_not_bear_out", gaps), cited, Told("rest_of_year"))


def trends(view: View) -> Iterator[Finding]:
    """A direction told in words against levels of the same indicator that say the opposite.

    The levels are the last two years that are told before the text was written, of one flow; where it has several
    flows, all must say the opposite. Docs: docs/checks.md, «Trends».
    """
    years = _levels_of_years(view)
    for cited, trend in view.of(Trend):
        opposite = {"up": -1, "down": 1}.get(trend.direction)
        flows = [flow for told in years[trend.indicator].values() if len(flow := _last_two(told, cited, trend)) > 1]
        moves = [(_moved(*flow), flow) for flow in flows]
        if opposite and moves and all(move == opposite for move, _ in moves):
            indicator, direction = coded("indicators", trend.indicator), coded("directions", trend.direction)
            told_so = joined("and", *(_went(*flow) for _, flow in moves))
            gaps: Gaps = {"indicator": indicator, "direction": direction, "moves": told_so}
            sentences = (cited, *dict.fromkeys(one[0] for _, flow in moves for one in flow))
            yield finding("trends", Grade.DOUBT, Told("trend_belied", gaps), sentences, Told("which_years"))


def _went(one: Said, other: Said) -> Told:
    return Told("went", {
        "amount": amount_name(amount_of(*one).over("")), "before": interval(*ends(one[1].quantity)),
        "first": dated(one[1].period), "after": interval(*ends(other[1].quantity)), "last": dated(other[1].period),
    })  # fmt: skip


Years = dict[str, list[Said]]
"""Of one flow, by the year, what is told of it, the newest text last."""


def _levels_of_years(view: View) -> dict[str, dict[Amount, Years]]:
    """Levels of whole years, by indicator and flow."""
    found: dict[str, dict[Amount, Years]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for cited, figure in view.figures():
        flow = flow_told(figure, cited)
        if flow is not None:
            found[figure.indicator][flow][(figure.period or "")[:4]].append((cited, figure))
    for flows in found.values():
        for years in flows.values():
            for told in years.values():
                told.sort(key=lambda one: (one[1].published or "", one[0].id))
    return found


def flow_told(figure: Figure, cited: Cited) -> Amount | None:
    """What a year's level is of, in whosever statistics; None for other figures."""
    if not is_level(figure) or not _is_year(figure.period):
        return None
    return replace(amount_of(cited, figure), period="", reporter=figure.reporter or "")


def could_know(period: str | None, trend: Trend) -> bool:
    """Whether a year was over when the text of a trend was written, and is of the time that it speaks of."""
    begin, end = bounds(period)
    first, last = bounds(trend.period)
    written = bounds(trend.published)[1]
    if not (begin and end and written and end <= written):
        return False
    return (not first or begin >= first.replace(month=1, day=1)) and (not last or end <= last.replace(month=12, day=31))


def _last_two(told: Years, cited: Cited, trend: Trend) -> list[Said]:
    """The newest levels of the last two years that the text of a trend tells or could know; what it tells itself of a
    year counts before what others do."""
    known = sorted(period for period in told if could_know(period, trend))[-2:]
    own = ([one for one in told[period] if one[0].source == cited.source] or told[period] for period in known)
    return [several[-1] for several in own]


def _moved(one: Said, other: Said) -> int:
    """1 for up, -1 for down, 0 where the intervals meet."""
    (low, high), (later_low, later_high) = ends(one[1].quantity), ends(other[1].quantity)
    if high is not None and later_low is not None and later_low > high:
        return 1
    return -1 if low is not None and later_high is not None and later_high < low else 0


def _is_year(period: str | None) -> bool:
    return period is not None and len(period.rstrip("~?%")) == 4 and bounds(period)[0] is not None


def _months(period: str | None) -> int:
    """How many months from January on a period spans, 0 where it is no such part of a year."""
    first, last = bounds(period)
    if not first or not last or first.year != last.year or (first.month, first.day) != (1, 1) or last.day < 28:
        return 0
    return last.month if last.month < 12 else 0
