"""The trade chart: what is stated solid, part-years hollow, forecasts dashed, targets as ticks, rounding as a band."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from statistics import median

from markupsafe import escape

from qatynas.publish.labels import label
from qatynas.publish.parts import Picture
from qatynas.publish.pictures.lettering import (
    ABOVE,
    ABOVE_LEFT,
    ABOVE_RIGHT,
    BELOW,
    BELOW_LEFT,
    BELOW_RIGHT,
    LEFT,
    RIGHT,
    Box,
    Lettering,
    Spot,
)  # fmt: skip
from qatynas.publish.pictures.marks import Mark, Strand, strands
from qatynas.publish.pictures.svg import element, line, picture, text
from qatynas.publish.writing import date_words, number, scaled
from qatynas.relations import Relationship

BILLION = Decimal(10) ** 9
LONGEST_GAP = 4  # years without a figure that are still drawn to scale
FAR = (
    8  # a figure this many times the middle one would press all others flat: it is drawn off the scale, with its number
)
BREAK = 1.6  # how wide a longer gap is drawn, in years


@dataclass(frozen=True, slots=True)
class Frame:
    """Size of the drawing and its margins in pixels; letters is the font size."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    letters: float

    @property
    def box(self) -> Box:
        return Box(2, 2, self.width - 2, self.height - self.bottom + 2)


WIDE = Frame(760, 400, 46, 150, 26, 34, 13)
NARROW = Frame(360, 340, 34, 44, 26, 30, 12)


@dataclass(frozen=True, slots=True)
class Scales:
    """Years and dollars to pixels. steps gives each year that is drawn its place along the axis, counted in years;
    breaks are the places where a long stretch without figures was left out."""

    frame: Frame
    steps: dict[int, float]
    breaks: tuple[float, ...]
    top: float

    def x(self, year: int) -> float:
        return self.at(self.steps[year])

    def at(self, step: float) -> float:
        inner = self.frame.width - self.frame.left - self.frame.right - 24
        return self.frame.left + 12 + step / max(*self.steps.values(), 1.0) * inner

    def y(self, value: Decimal | float) -> float:
        inner = self.frame.height - self.frame.top - self.frame.bottom
        return self.frame.top + inner * (1 - float(value) / self.top)


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a year that is not over may come to, in dollars: no source says it. words tell it in full."""

    year: int
    value: float
    low: float
    high: float
    words: str


def trade_chart(relationship: Relationship, sides: dict[str, str], estimate: Estimate | None = None) -> Picture | None:
    """The chart, None where there is no dated dollar figure. sides gives each state's colour class (a or b); estimate
    is that of the turnover of the year under way."""
    found = strands(relationship)
    if not any(strand.of("stated", "part", "forecast") for strand in found):
        return None
    title = f"{label('sections/trade', 'title')}, {label('scales', 'billion')} USD"
    drawn = [_draw(found, frame, sides, title, estimate) for frame in (WIDE, NARROW)]
    caption = label("captions", "trade") + (f" {label('captions', 'estimate')}" if estimate else "")
    return Picture(drawn[0], drawn[1], caption)


def _draw(found: list[Strand], frame: Frame, sides: dict[str, str], title: str, estimate: Estimate | None) -> str:
    scales = _scales(found, frame, estimate)
    lettering = Lettering(frame.box, frame.letters)
    shapes = [*_axes(scales)]
    lettering.keep_free(Box(0, y - 8, frame.left - 2, y + 8) for y in (scales.y(tick) for tick in _ticks(scales)))
    for strand in found:
        lettering.keep_free(_boxes(strand, scales))
    if estimate:
        shapes.append(element("g", *_estimate(estimate, scales), class_="both"))
        x = scales.x(estimate.year)
        lettering.keep_free([Box(x - 9, scales.y(estimate.high), x + 9, scales.y(estimate.low))])
    for strand in reversed(found):
        shapes.append(element("g", *_strand(strand, scales), class_=_class(strand, sides)))
    _targets(found, scales, lettering, shapes)
    _names(found, scales, lettering, sides)
    if estimate:
        words = f"≈\u202f{number(_two_digits(Decimal(str(estimate.value)) / BILLION))} {label('ahead', 'estimate')}"
        over = scales.y(estimate.high) - scales.y(estimate.value) - 7
        under = scales.y(estimate.low) - scales.y(estimate.value) + 16
        ends = (Spot(9, over, "end"), Spot(9, under, "end"), *(Spot(-12, dy, "end") for dy in (4, -10, 18)))
        spots = (Spot(0, over, "middle"), *ends, ABOVE_LEFT, BELOW_LEFT)
        lettering.place(scales.x(estimate.year), scales.y(estimate.value), words, "label both", spots)
    _values(found, scales, lettering, sides)
    return picture(frame.width, frame.height, title, *shapes, *lettering.drawn, class_="chart")


def _estimate(estimate: Estimate, scales: Scales) -> Iterator[str]:
    """Where the year may end: a band with dashed edges, broader than what rounding allows."""
    x, top, bottom = scales.x(estimate.year), scales.y(estimate.high), scales.y(estimate.low)
    tip = element("title", str(escape(estimate.words)))
    yield element("rect", tip, x=x - 9, y=top, width=18, height=max(bottom - top, 2.0), rx=2, class_="estimate")
    yield line(x - 9, scales.y(estimate.value), x + 9, scales.y(estimate.value), "estimate")


def _scales(found: list[Strand], frame: Frame, estimate: Estimate | None) -> Scales:
    marks = [mark for strand in found for mark in strand.marks]
    usual = median(mark.value for mark in marks) * FAR
    highs = (mark.value if mark.kind == "target" else mark.quantity.high or mark.value for mark in marks)
    highest = float(max([high for high in highs if high <= usual] or [usual]))
    highest = max(highest, estimate.high) if estimate and estimate.high <= usual else highest
    step = step_of(highest)
    ticks = int(highest / step) + (1 if highest % step else 0)
    years = {mark.year for mark in marks if mark.year is not None} | ({estimate.year} if estimate else set())
    steps, breaks = _axis(sorted(years))
    return Scales(frame, steps, breaks, step * max(ticks, 1))


def _axis(years: list[int]) -> tuple[dict[int, float], tuple[float, ...]]:
    """The place of each year; a gap longer than LONGEST_GAP is cut to one of BREAK years and marked."""
    steps, breaks = {years[0]: 0.0}, []
    for before, year in pairwise(years):
        place = steps[before]
        if year - before > LONGEST_GAP:
            breaks.append(place + BREAK / 2)
            steps[year] = place + BREAK
        else:
            steps |= {between: place + between - before for between in range(before + 1, year + 1)}
    return steps, tuple(breaks)


def step_of(highest: float) -> float:
    """A round distance between ticks that gives three to six of them."""
    size = 10.0 ** len(str(int(highest)))
    steps = (size / power * share for power in (1, 10, 100) for share in (5, 2.5, 2, 1))
    return next((step for step in steps if highest / step >= 2.5), highest)


def _ticks(scales: Scales) -> Iterator[float]:
    tick, step = 0.0, step_of(scales.top)
    while tick <= scales.top * 1.001:
        yield tick
        tick += step


def _axes(scales: Scales) -> Iterator[str]:
    frame = scales.frame
    end = frame.width - frame.right
    for tick in _ticks(scales):
        y = scales.y(tick)
        yield line(frame.left, y, end, y, "zero" if tick == 0 else "grid")
        words = number(Decimal(str(tick)) / BILLION)
        yield text(frame.left - 6, y + 4, words, class_="tick", text_anchor="end")
    unit = f"{label('scales', 'billion')} USD"
    yield text(2, scales.y(scales.top) - 12, unit, class_="tick", text_anchor="start")
    for place in scales.breaks:
        x, y = scales.at(place), scales.y(0)
        yield line(x - 5, y + 5, x + 1, y - 5, "zero")
        yield line(x - 1, y + 5, x + 5, y - 5, "zero")
    room = 0.0
    for year in sorted(scales.steps, reverse=True):
        x = scales.x(year)
        if not room or room - x >= frame.letters * 3.2:
            yield text(x, frame.height - 10, str(year), class_="tick", text_anchor="middle")
            room = x


def _strand(strand: Strand, scales: Scales) -> Iterator[str]:
    for mark in strand.of("stated", "part"):
        if not _is_off(mark, scales):
            yield from _band(mark, scales)
    stated = [mark for mark in strand.of("stated") if not _is_off(mark, scales)]
    for one, other in pairwise(stated):
        apart = (other.year or 0) - (one.year or 0) > 1
        yield line(*_at(one, scales), *_at(other, scales), "path gap" if apart else "path")
    for mark in _ahead(strand):
        before = [stand for stand in stated if (stand.year or 0) < (mark.year or 0)]
        if before:
            yield line(*_at(before[-1], scales), *_at(mark, scales), "path ahead")
    for mark in (*strand.of("other", "stated", "part"), *_ahead(strand)):
        x, y = _at(mark, scales)
        if _is_off(mark, scales):
            corners = f"{x - 5:.1f},{y + 8:.1f} {x + 5:.1f},{y + 8:.1f} {x:.1f},{y:.1f}"
            yield element("polygon", _tip(mark), points=corners, class_="off")
        else:
            size = 2.5 if mark.kind == "other" else 4.5
            yield element("circle", _tip(mark), cx=x, cy=y, r=size, class_=f"dot {mark.kind}")


def _ahead(strand: Strand) -> list[Mark]:
    """Forecasts of years for which no full figure has been stated: the others have had their day."""
    last = max((mark.year or 0 for mark in strand.of("stated")), default=0)
    return [mark for mark in strand.of("forecast") if (mark.year or 0) > last]


def _tip(mark: Mark) -> str:
    said = f"{date_words(mark.edtf)}: {scaled(mark.value)} USD"
    return element("title", said)


def _band(mark: Mark, scales: Scales) -> Iterator[str]:
    low, high = mark.quantity.low, mark.quantity.high
    x = scales.x(mark.year or 0)
    top = max(scales.y(high) if high is not None else scales.y(mark.value) - 14, 0)
    bottom = scales.y(low) if low is not None else scales.y(mark.value) + 14
    if bottom - top >= 1.5:
        opened = " open" if low is None or high is None else ""
        yield element("rect", x=x - 6, y=top, width=12, height=bottom - top, rx=3, class_=f"band{opened}")
    if mark.left is not None:
        low, high = mark.left
        top, bottom = scales.y(high), scales.y(low)
        height = max(bottom - top, 2.0)
        yield element("rect", _left(mark), x=x - 6, y=top, width=12, height=height, rx=2, class_="band left")


def _left(mark: Mark) -> str:
    low, high = mark.left or (mark.value, mark.value)
    return element("title", label("words", "left", low=scaled(low), high=scaled(high), year=mark.year or ""))


def _targets(found: list[Strand], scales: Scales, lettering: Lettering, shapes: list[str]) -> None:
    frame = scales.frame
    goals: dict[Decimal, list[Mark]] = {}
    for mark in (mark for strand in found for mark in strand.marks if mark.kind == "target"):
        if mark.year not in {other.year for other in goals.get(mark.value, [])}:
            goals.setdefault(mark.value, []).append(mark)
    for value, marks in sorted(goals.items(), reverse=True):
        y = max(scales.y(value), frame.top)
        places = [frame.width - frame.right + 12 if m.year is None else scales.x(m.year) for m in marks]
        shapes += [line(x - 11, y, x + 11, y, "goal") for x in places]
        lettering.keep_free(Box(x - 11, y - 3, x + 11, y + 3) for x in places)
        when = ", ".join(str(mark.year or label("words", "not_dated")) for mark in marks)
        words = f"{label('words', 'target')} {number(value / BILLION)}"
        spots = [Spot(14, 4, "start"), Spot(11, -7, "end"), Spot(11, 16, "end")]
        if not lettering.place(max(places), y, f"{words}: {when}", "label goal-label", spots):
            lettering.place(max(places), y, words, "label goal-label", spots, must=True)


def _names(found: list[Strand], scales: Scales, lettering: Lettering, sides: dict[str, str]) -> None:
    above, below = (ABOVE_LEFT, ABOVE_RIGHT, ABOVE), (BELOW_LEFT, BELOW_RIGHT, BELOW)
    farther = tuple(Spot(4, dy, "end") for dy in (-24, 32, -38, 46))
    for strand in sorted(found, key=lambda one: one.mirror):
        marks = strand.of("stated") or strand.of("part") or strand.of("forecast")
        if not marks:
            continue
        x, y = _at(marks[-1], scales)
        spots = (Spot(12, 4, "start"), *(above if strand.side == "" else below), *(() if strand.mirror else farther))
        class_ = f"label name {_class(strand, sides)}"
        if not lettering.place(x, y, strand.name, class_, spots):
            lettering.place(x, y, strand.short, class_, spots, must=not strand.mirror)


def _values(found: list[Strand], scales: Scales, lettering: Lettering, sides: dict[str, str]) -> None:
    for strand in found:
        marks = strand.of("stated", "part", "forecast", "other")
        off = [mark for mark in strand.of("other") if _is_off(mark, scales)]
        first_last = [*off, *strand.of("stated")[-1:], *_ahead(strand), *strand.of("part"), *strand.of("stated")[:-1]]
        for mark in first_last if marks and not strand.mirror else []:
            words = number(_two_digits(mark.value / BILLION))
            if mark.kind == "part":
                words += f", {date_words(mark.edtf, short=True).removesuffix(str(mark.year)).strip()}"
            elif mark.kind == "forecast":
                words += f" {label('words', 'forecast')}"
            lettering.place(*_at(mark, scales), words, f"label {_class(strand, sides)}", _spots(mark))


def _spots(mark: Mark) -> tuple[Spot, ...]:
    if mark.kind == "part":
        return (BELOW, RIGHT, LEFT, BELOW_LEFT, ABOVE)
    return (ABOVE, ABOVE_LEFT, BELOW, LEFT, RIGHT, BELOW_LEFT)


def _two_digits(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01")).normalize() if value % 1 else value


def _boxes(strand: Strand, scales: Scales) -> Iterator[Box]:
    for mark in strand.of("stated", "part", "forecast"):
        x, y = _at(mark, scales)
        yield Box(x - 5, y - 5, x + 5, y + 5)
    stated = strand.of("stated")
    ahead = [(stated[-1], mark) for mark in _ahead(strand)] if stated else []
    for one, other in (*pairwise(stated), *ahead):
        (x1, y1), (x2, y2) = _at(one, scales), _at(other, scales)
        for share in (0.2, 0.4, 0.6, 0.8):
            x, y = x1 + (x2 - x1) * share, y1 + (y2 - y1) * share
            yield Box(x - 3, y - 2, x + 3, y + 2)


def _at(mark: Mark, scales: Scales) -> tuple[float, float]:
    """Where a mark is drawn: one off the scale at its upper edge."""
    return scales.x(mark.year or 0), max(scales.y(mark.value), scales.frame.top)


def _is_off(mark: Mark, scales: Scales) -> bool:
    return float(mark.value) > scales.top


def _class(strand: Strand, sides: dict[str, str]) -> str:
    side = f"side-{sides[strand.side]}" if strand.side in sides else "both"
    return f"{side} mirror" if strand.mirror else side
