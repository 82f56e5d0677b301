"""Indicators through the years: charts whose points open their sentences, tables, and two courses compared."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from typing import Any

from qatynas.model.claim import Figure
from qatynas.outlook.told import UNIT
from qatynas.outlook.trade import TURNOVER
from qatynas.publish.ahead.trade import estimate_of
from qatynas.publish.figures import flow, value_of
from qatynas.publish.labels import label, state
from qatynas.publish.parts import Line, Picture, Words, kazakh, together
from qatynas.publish.pictures.course import Curve, Dot, Left, course_chart
from qatynas.publish.pictures.marks import SOURCES
from qatynas.publish.pictures.trade import Estimate
from qatynas.publish.sides import sides
from qatynas.publish.writing import date_words, is_part_year, number, scaled
from qatynas.relations import Cell, Course, Fact, Point, Series, order, rows
from qatynas.relations.dates import bounds
from qatynas.relations.keys import cell_of
from qatynas.relations.rows import short_id
from qatynas.relations.series import head_of
from qatynas.serve.ahead import looked
from qatynas.serve.listing import Facet, Kind, Listing, answer, asked_by, by_words
from qatynas.serve.page import NUMBER, PAIR, Answer, Asked, Page
from qatynas.serve.visit import Refused, Visit
from qatynas.serve.words import word

POINTS = 300  # numbers of one series that its page shows, those of the newest periods
POINTS_IN_LIST = 20
SHOWN = 40  # figures of one cell that a table lists; the page of facts has all
COLOURS = ("side-a", "side-b")


def course_id(head: Cell, reporter: str | None) -> str:
    """A course is named by its indicator and by a hash of its sides, its product and its reporter."""
    rest = (head.from_, head.to, head.subject, head.product, head.area, head.of, head.ranked, head.ranked_in, head.what)
    return f"{head.indicator}~{short_id(repr((*rest, reporter)))[:8]}"


def id_of(course: Course) -> str:
    """The name of a course in addresses."""
    return course_id(course.series[0].head, course.reporter)


def course_of(claim: Figure) -> str:
    """The name of the course that a figure is of."""
    return course_id(head_of(cell_of(claim)), claim.reporter)


def course_name(course: Course) -> tuple[str, ...]:
    """What is counted, of whom, by whom."""
    head = course.series[0].head
    counted = kazakh(head.what) if course.indicator == "other" and head.what else label("indicators", course.indicator)
    return together(
        counted, flow(head.from_, head.to), kazakh(head.subject), kazakh(head.product), kazakh(head.area),
        word("words", "counted_by", who=state(course.reporter)) if course.reporter else None,
    )  # fmt: skip


def latest(course: Course) -> Fact[Figure] | None:
    """The newest figure that is no forecast or target, of the measure that comes first."""
    points = [point for point in course.series[0].points if point.cell.status == "actual" and point.cell.period]
    points = points or list(course.series[0].points)
    return max(points, key=lambda point: order(point.cell.period)).facts[0] if points else None


def all_series(visit: Visit) -> Answer:
    """Every indicator with what is told of it, by group."""
    told = visit.told
    found = told.courses()
    size = {id(course): sum(told.size_of(one) for one in course.series) for course in found}
    sizes: Counter[str] = Counter()
    for course in found:
        sizes[course.indicator.partition(".")[0]] += size[id(course)]

    def line(course: Course) -> Line:
        last = told.newest_of(course)
        cells: dict[str, Words] = {
            "name": course_name(course),
            "value": value_of(last.claim) if last else "",
            "period": date_words(last.claim.period, short=True) if last else "",
            "count": number(Decimal(size[id(course)])),
        }
        return Line(cells, (), course.series[0].head.from_ or "")

    def row(course: Course) -> dict[str, Any]:
        whole, count = told.course(course, POINTS_IN_LIST)
        return {"id": id_of(course), "numbers": count} | rows.course_row(visit.relationship, whole)

    kinds = [
        Kind(
            word("sectors", group),
            sorted((one for one in found if one.indicator.partition(".")[0] == group), key=lambda one: -size[id(one)]),
            line, row, ("name", "value", "period", "count"), "table",
            lambda course: visit.to(f"/series/{id_of(course)}"), group,
        )
        for group, _ in sizes.most_common()
    ]  # fmt: skip
    facets = (
        Facet("indicator", lambda course: (course.indicator,), by_words("indicators")),
        Facet("side", lambda c: (c.series[0].head.from_,) if c.series[0].head.from_ else (), by_words("states")),
        Facet("reporter", lambda c: (c.reporter,) if c.reporter else (), by_words("states")),
    )
    return answer(visit, Listing("series", word("leads", "series", count=len(found)), kinds, facets))


def one_series(visit: Visit) -> Answer:
    """One course, with another beside it where the address names one."""
    told = visit.told
    found = {id_of(course): course for course in told.courses()}
    wanted = [visit.request.path_params["name"], *filter(None, [visit.text("with")])]
    if any(one not in found for one in wanted):
        raise Refused(404, word("refused", "series"))
    chosen = [found[one] for one in wanted]
    size = {key: sum(told.size_of(one) for one in course.series) for key, course in found.items()}
    others = sorted(
        (key for key in found if key not in wanted and size[key] > 1),
        key=lambda key: (found[key].indicator != chosen[0].indicator, -size[key]),
    )[:60]
    read = [told.course(course, POINTS) for course in chosen]
    whole = [course for course, _ in read]
    shown = sum(len(_facts(course)) for course in whole)
    fields = {
        "courses": [(id_of(course), course_name(course), _tables(visit, course)) for course in whole],
        "charts": list(_charts(visit, whole)),
        "others": [(key, " · ".join(course_name(found[key]))) for key in others],
        "compared": len(chosen) > 1,
        "estimated": any(_estimate(visit, course, one) for course in whole for one in course.series),
        "cut": (shown, sum(count for _, count in read)),
    }
    data = lambda: [  # noqa: E731
        {"id": id_of(one), "numbers": count} | rows.course_row(visit.relationship, one) for one, count in read
    ]
    title = " ↔ ".join(" · ".join(course_name(course)[:2]) for course in chosen)
    return Answer("series.html.j2", data, title, fields)


def _facts(course: Course) -> list[Fact[Figure]]:
    return [fact for series in course.series for point in series.points for fact in point.facts]


def _charts(visit: Visit, courses: list[Course]) -> list[tuple[str, Picture]]:
    """A chart for each measure and unit, courses of the same in one."""
    colours = sides(visit.relationship.pair)
    curves: dict[tuple[str, str, str], list[Curve]] = {}
    for place, course in enumerate(courses):
        side = course.series[0].head.from_ or ""
        colour = COLOURS[place] if len(courses) > 1 else f"side-{colours[side]}" if side in colours else "both"
        for series in course.series:
            key = (series.head.measure, series.head.unit, series.head.rate or "")
            name = " · ".join(course_name(course))
            dots, left, estimate = _dots(visit, series), _left(visit, course, series), _estimate(visit, course, series)
            curve = Curve(name, colour, dots, left, estimate, visit.to("/outlook/nowcast"))
            curves.setdefault(key, []).append(curve)
    found = []
    for (measure, unit, rate), drawn in curves.items():
        words = " ".join(filter(None, (label("units", unit) if unit else "", label("rates", rate) if rate else "")))
        title = word("measures", measure) + (f", {words}" if words else "")
        picture = course_chart(drawn, title, words)
        if picture and sum(len(curve.dots) for curve in drawn) > 1:
            found.append((title, picture))
    return found


def _dots(visit: Visit, series: Series) -> tuple[Dot, ...]:
    return tuple(
        Dot(
            at, fact.claim.quantity.value, fact.claim.quantity.low, fact.claim.quantity.high, kind,
            f"{date_words(fact.claim.period)}: {value_of(fact.claim)}" + (f" ({word('dots', kind)})"),
            visit.to(f"/facts/{short_id(fact.key)}"),
        )
        for point in series.points
        if (at := time_of(point.cell.period)) is not None
        for fact, kind in _kinds(point)
    )  # fmt: skip


def _kinds(point: Point) -> list[tuple[Fact[Figure], str]]:
    status = point.cell.status
    kind = "part" if is_part_year(point.cell.period) else "stated"
    kind = {"actual": kind, "target": "target"}.get(status, "forecast")
    return [(fact, kind if place == 0 or kind in ("target", "forecast") else "other")
            for place, fact in enumerate(point.facts[:SOURCES])]  # fmt: skip


def time_of(edtf: str | None) -> float | None:
    """Where a period stands on the axis, in years: a full year at its number, a part of one by its middle."""
    first, last = bounds(edtf)
    if first is None and last is None:
        return None
    if first is None or last is None:
        return float((first or last or date.min).year)
    if first.year == last.year and (first.month, last.month) == (1, 12):
        return float(first.year)
    middle = first.toordinal() + (last - first).days / 2
    day = date.fromordinal(int(middle))
    return day.year + (day.timetuple().tm_yday - 1) / 366


def _estimate(visit: Visit, course: Course, series: Series) -> Estimate | None:
    """What the year under way may come to, where this is the course that it is estimated of."""
    head = series.head
    of = (course.indicator, course.reporter, head.measure, head.unit)
    parts = (head.product, head.area, head.subject, head.rate, head.of)
    if of != (TURNOVER, None, "level", UNIT) or any(parts):
        return None
    return estimate_of(looked(visit).ahead.estimate)


def _left(visit: Visit, course: Course, series: Series) -> tuple[Left, ...]:
    """What the checks leave of this course's amounts, where they leave less than was said."""
    if series.head.measure != "level":
        return ()
    head = series.head
    way = f"{head.from_ or '?'}→{head.to or '?'}" if head.from_ or head.to else "–".join(visit.relationship.pair)
    found: dict[str, tuple[Decimal, Decimal]] = {}
    for finding in visit.told.narrowing(lambda indicator: indicator == course.indicator):
        for one in finding.narrowed:
            name = " ".join(filter(None, (course.indicator, way, one.period, course.reporter)))
            if (
                one.name == name
                and one.unit == head.unit
                and one.period
                and one.low is not None
                and one.high is not None
            ):
                low, high = found.get(one.period, (one.low, one.high))
                found[one.period] = (max(low, one.low), min(high, one.high))
    return tuple(
        Left(at, low, high, word("words", "left", period=date_words(when), low=scaled(low), high=scaled(high)))
        for when, (low, high) in found.items()
        if (at := time_of(when)) is not None and low <= high
    )


def _tables(visit: Visit, course: Course) -> list[dict[str, Any]]:
    """A table for each measure: a row a cell, each number with the page of its fact."""
    return [
        {
            "title": word("measures", series.head.measure),
            "rows": [
                {
                    "period": date_words(point.cell.period, short=True) or word("words", "no_date"),
                    "base": date_words(point.cell.base_period, short=True),
                    "status": point.cell.status if point.cell.status != "actual" else _part(point),
                    "facts": [
                        (value_of(fact.claim), short_id(fact.key), visit.relationship.count_texts(fact), fact.reports)
                        for fact in point.facts[:SHOWN]
                    ],
                }
                for point in sorted(series.points, key=lambda one: order(one.cell.period), reverse=True)
            ],
        }
        for series in course.series
    ]


def _part(point: Point) -> str:
    return "part" if is_part_year(point.cell.period) else ""


PAGES = (
    Page("/series", "series", all_series, "Every indicator with its figures",
         (PAIR, NUMBER, *asked_by("indicator", "side", "reporter"))),
    Page("/series/{name}", "series", one_series, "One indicator through the years",
         (PAIR, Asked("with", "Another series to compare it with, by its id"))),
)  # fmt: skip
