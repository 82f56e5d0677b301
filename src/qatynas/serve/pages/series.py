"""Indicators through the years: charts whose points open their sentences, tables, and two courses compared."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from qatynas.model.claim import Figure
from qatynas.publish.figures import flow, value_of
from qatynas.publish.labels import label, state
from qatynas.publish.parts import Line, Picture, Words, kazakh, reports_of, together
from qatynas.publish.pictures.course import Curve, Dot, Left, course_chart
from qatynas.publish.pictures.marks import SOURCES
from qatynas.publish.sides import sides
from qatynas.publish.writing import date_words, is_part_year, scaled
from qatynas.relations import Course, Fact, Point, Series, order, rows
from qatynas.relations.dates import bounds
from qatynas.relations.rows import short_id
from qatynas.serve.listing import Facet, Kind, Listing, answer, asked_by, by_words
from qatynas.serve.page import NUMBER, PAIR, Answer, Asked, Page
from qatynas.serve.visit import Refused, Visit
from qatynas.serve.words import word

SHOWN = 40  # figures of one cell that a table lists; the page of facts has all
COLOURS = ("side-a", "side-b")


def course_id(course: Course) -> str:
    """A course is named by its indicator and by a hash of its sides, its product and its reporter."""
    head = course.series[0].head
    rest = (head.from_, head.to, head.subject, head.product, head.area, head.of, head.ranked, head.ranked_in, head.what)
    return f"{course.indicator}~{short_id(repr((*rest, course.reporter)))[:8]}"


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
    found = visit.relationship
    groups = list(dict.fromkeys(course.indicator.partition(".")[0] for course in found.courses))
    groups.sort(key=lambda one: -sum(len(_facts(c)) for c in found.courses if c.indicator.partition(".")[0] == one))
    kinds = [
        Kind(
            word("sectors", group),
            sorted((c for c in found.courses if c.indicator.partition(".")[0] == group), key=lambda c: -len(_facts(c))),
            _line, lambda course: {"id": course_id(course)} | rows.course_row(found, course),
            ("name", "value", "period", "count"), "table",
            lambda course: visit.to(f"/series/{course_id(course)}"), group,
        )
        for group in groups
    ]  # fmt: skip
    facets = (
        Facet("indicator", lambda course: (course.indicator,), by_words("indicators")),
        Facet("side", lambda c: (c.series[0].head.from_,) if c.series[0].head.from_ else (), by_words("states")),
        Facet("reporter", lambda c: (c.reporter,) if c.reporter else (), by_words("states")),
    )
    return answer(visit, Listing("series", word("leads", "series", count=len(found.courses)), kinds, facets))


def _facts(course: Course) -> list[Fact[Figure]]:
    return [fact for series in course.series for point in series.points for fact in point.facts]


def _line(course: Course) -> Line:
    last = latest(course)
    cells: dict[str, Words] = {
        "name": course_name(course),
        "value": value_of(last.claim) if last else "",
        "period": date_words(last.claim.period, short=True) if last else "",
        "count": str(len(_facts(course))),
    }
    return Line(cells, reports_of(_facts(course)), course.series[0].head.from_ or "")


def one_series(visit: Visit) -> Answer:
    """One course, with another beside it where the address names one."""
    found = visit.relationship
    courses = {course_id(course): course for course in found.courses}
    wanted = [visit.request.path_params["name"], *filter(None, [visit.text("with")])]
    if any(one not in courses for one in wanted):
        raise Refused(404, word("refused", "series"))
    chosen = [courses[one] for one in wanted]
    others = sorted(
        (other for other in found.courses if other not in chosen and len(_facts(other)) > 1),
        key=lambda other: (other.indicator != chosen[0].indicator, -len(_facts(other))),
    )[:60]
    fields = {
        "courses": [(course_id(course), course_name(course), _tables(visit, course)) for course in chosen],
        "charts": list(_charts(visit, chosen)),
        "others": [(course_id(other), " · ".join(course_name(other))) for other in others],
        "compared": len(chosen) > 1,
    }
    data = lambda: [{"id": course_id(one)} | rows.course_row(found, one) for one in chosen]  # noqa: E731
    title = " ↔ ".join(" · ".join(course_name(course)[:2]) for course in chosen)
    return Answer("series.html.j2", data, title, fields)


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
            curves.setdefault(key, []).append(Curve(name, colour, _dots(visit, series), _left(visit, course, series)))
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


def _left(visit: Visit, course: Course, series: Series) -> tuple[Left, ...]:
    """What the checks leave of this course's amounts, where they leave less than was said."""
    if series.head.measure != "level":
        return ()
    head = series.head
    way = f"{head.from_ or '?'}→{head.to or '?'}" if head.from_ or head.to else "–".join(visit.relationship.pair)
    found: dict[str, tuple[Decimal, Decimal]] = {}
    for finding in visit.state.findings:
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
                        (value_of(fact.claim), short_id(fact.key), len(visit.relationship.texts_of(fact)), fact.reports)
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
