"""Numbers against time: counts that fall, forecasts at this pace, trends against the figures around them.

Docs: docs/checks.md, «Counts that fall», «At this pace», «Trends».
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

from qatynas.checks.cells import LEVEL, Amount, amount_of, ends
from qatynas.checks.view import View
from qatynas.checks.words import amount_name, figure_name, interval, number
from qatynas.model.claim import Figure, Trend
from qatynas.model.finding import Cited, Finding, Grade
from qatynas.relations.dates import bounds

# Counts that only grow, as far as a text means all there are.
GROWING = frozenset({"agreements.count"})

Told = tuple[Cited, Figure]


def counts(view: View) -> Iterator[Finding]:
    """Counts that only grow, and are told smaller later: each fall from the most told before.

    Docs: docs/checks.md, «Counts that fall».
    """
    for told in _standing(view).values():
        most: tuple[date, Told] | None = None
        for when, one in sorted(told, key=lambda row: (row[0], row[1][0].id)):
            low, high = ends(one[1].quantity)
            before = most and ends(most[1][1].quantity)[0]
            if most and before is not None and high is not None and high < before and when > most[0]:
                yield Finding(
                    "counts",
                    Grade.DOUBT,
                    f"{figure_name(most[1][1])} told on {most[0]}, {figure_name(one[1])} on {when}: "
                    "such a count only grows",
                    (most[1][0], one[0]),
                    "do both count the same: all texts, or those of states, of governments, in force?",
                )
            if low is not None and (before is None or low > before):
                most = when, one


def _standing(view: View) -> dict[Amount, list[tuple[date, Told]]]:
    """Counts of all there are by the day they are of; what was signed on one day or in one year is none of them."""
    found: dict[Amount, list[tuple[date, Told]]] = defaultdict(list)
    for cited, figure in view.figures():
        if figure.indicator not in GROWING or figure.measure != LEVEL or figure.status != "actual":
            continue
        first, last = bounds(figure.period)
        written = bounds(figure.published)[1]
        lasting = first is None or (last is not None and last.year - first.year > 1)
        when = min((day for day in (last, written) if day), default=None)
        if lasting and when:
            found[amount_of(cited, figure).over("")].append((when, (cited, figure)))
    return found


def pace(view: View) -> Iterator[Finding]:
    """A forecast of a year against the part of that year which is told: does the pace bear it out?

    Docs: docs/checks.md, «At this pace».
    """
    parts: dict[Amount, list[Told]] = defaultdict(list)
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


def _paced(forecast: Told, part: Told) -> Finding:
    months = _months(part[1].period)
    low, high = (None if end is None else end * 12 / months for end in ends(part[1].quantity))
    wanted_low, wanted_high = ends(forecast[1].quantity)
    borne = not (
        (high is not None and wanted_low is not None and high < wanted_low)
        or (low is not None and wanted_high is not None and low > wanted_high)
    )
    year = Fraction(part[1].quantity.value) * 12 / months
    return Finding(
        "pace",
        Grade.CONSISTENT if borne else Grade.DOUBT,
        f"{number(part[1].quantity.value)} in {months} months is {number(year, 4)} {part[1].quantity.unit} a year, "
        f"which {'bears out' if borne else 'does not bear out'} the forecast of {figure_name(forecast[1])}",
        (forecast[0], part[0]),
        "" if borne else "is the rest of the year known to be stronger or weaker?",
    )


def trends(view: View) -> Iterator[Finding]:
    """A direction told in words against levels of the same indicator that say the opposite.

    The levels are the last two years that are told before the text was written, of one flow; where it has several
    flows, all must say the opposite. Docs: docs/checks.md, «Trends».
    """
    for cited, trend in view.of(Trend):
        opposite = {"up": -1, "down": 1}.get(trend.direction)
        flows = [flow for flow in _years(view, cited, trend).values() if len(flow) > 1]
        moves = [(_moved(flow[-2], flow[-1]), flow[-2:]) for flow in flows]
        if opposite and moves and all(move == opposite for move, _ in moves):
            told = [one for _, flow in moves for one in flow]
            words = " and ".join(
                f"{amount_name(replace(amount_of(*a), period=''))} went from {interval(*ends(a[1].quantity))} in "
                f"{a[1].period} to {interval(*ends(b[1].quantity))} in {b[1].period}"
                for _, (a, b) in moves
            )
            yield Finding(
                "trends",
                Grade.DOUBT,
                f"{trend.indicator} is said to go {trend.direction}, but {words}",
                (cited, *dict.fromkeys(one[0] for one in told)),
                "which years does the text mean?",
            )


def _years(view: View, cited: Cited, trend: Trend) -> dict[Amount, list[Told]]:
    """Levels of whole years by flow, in their order, that the text of a trend tells or could know; one a year."""
    first, last = bounds(trend.period)
    written = bounds(trend.published)[1]
    found: dict[Amount, dict[str, Told]] = defaultdict(dict)
    for own in (False, True):  # what the text itself says of a year counts before what others do
        for other, figure in view.figures():
            begin, end = bounds(figure.period)
            if (
                (other.source == cited.source) != own
                or (figure.indicator, figure.measure, figure.status) != (trend.indicator, LEVEL, "actual")
                or not _is_year(figure.period)
                or not (begin and end and written and end <= written)
                or (first and begin < first.replace(month=1, day=1))
                or (last and end > last.replace(month=12, day=31))
            ):
                continue
            flow = replace(amount_of(other, figure), period="", reporter=figure.reporter or "")
            found[flow][str(figure.period)] = other, figure
    return {flow: [years[year] for year in sorted(years)] for flow, years in found.items()}


def _moved(one: Told, other: Told) -> int:
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
