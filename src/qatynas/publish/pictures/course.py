"""Any indicator's course as a chart: years and their parts, forecasts, targets, and what arithmetic leaves of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from markupsafe import escape

from qatynas.publish.parts import Picture
from qatynas.publish.pictures.lettering import (
    ABOVE,
    ABOVE_LEFT,
    BELOW,
    BELOW_RIGHT,
    LEFT,
    RIGHT,
    Box,
    Lettering,
    Spot,
)  # fmt: skip
from qatynas.publish.pictures.svg import element, line, picture, text
from qatynas.publish.pictures.trade import NARROW, WIDE, Estimate, Frame, step_of
from qatynas.publish.writing import scaled

FAR = 12  # a figure this many times the one below it would press all others flat: it is drawn at the upper edge
EDGE = 14  # pixels kept free at both ends of the time axis


@dataclass(frozen=True, slots=True)
class Dot:
    """One figure. at is its time in years (2024.5 is the middle of that year); kind is stated, part, forecast, target,
    or other (a source that differs from the newest one). link opens its sentence."""

    at: float
    value: Decimal
    low: Decimal | None
    high: Decimal | None
    kind: str
    words: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Left:
    """What is left of a figure's interval once all others are taken at their word."""

    at: float
    low: Decimal
    high: Decimal
    words: str


@dataclass(frozen=True, slots=True)
class Curve:
    """One line of the chart with its colour class. estimate is of the year under way: no source says it; the address
    (link) tells what it is made of."""

    name: str
    colour: str
    dots: tuple[Dot, ...]
    left: tuple[Left, ...] = ()
    estimate: Estimate | None = None
    link: str = ""


@dataclass(frozen=True, slots=True)
class _Scale:
    frame: Frame
    first: float
    last: float
    bottom: float
    top: float

    def x(self, at: float) -> float:
        start, end = self.frame.left + EDGE, self.frame.width - self.frame.right - EDGE
        return start + (at - self.first) / max(self.last - self.first, 1.0) * (end - start)

    def y(self, value: Decimal | float) -> float:
        inner = self.frame.height - self.frame.top - self.frame.bottom
        share = (min(max(float(value), self.bottom), self.top) - self.bottom) / ((self.top - self.bottom) or 1.0)
        return self.frame.top + inner * (1 - share)


def course_chart(curves: Sequence[Curve], title: str, unit: str) -> Picture | None:
    """The chart of curves that share a unit, None where none of them has a dated figure."""
    drawn = [curve for curve in curves if curve.dots or curve.left]
    if not any(curve.dots for curve in drawn):
        return None
    frames = (replace(WIDE, left=74.0, right=40.0, height=360.0), replace(NARROW, left=56.0, right=14.0, height=300.0))
    wide, narrow = (_draw(drawn, frame, title, unit) for frame in frames)
    return Picture(wide, narrow)


def _draw(curves: Sequence[Curve], frame: Frame, title: str, unit: str) -> str:
    scale = _scale(curves, frame)
    lettering = Lettering(frame.box, frame.letters)
    shapes = [*_axes(scale, unit)]
    lettering.keep_free(Box(0, y - 8, frame.left - 2, y + 8) for y in (scale.y(tick) for tick in _ticks(scale)))
    for curve in curves:
        lettering.keep_free(
            Box(x - 6, y - 6, x + 6, y + 6) for x, y in ((scale.x(d.at), scale.y(d.value)) for d in curve.dots)
        )
        if curve.estimate:
            x, top, bottom = scale.x(float(curve.estimate.year)), curve.estimate.high, curve.estimate.low
            lettering.keep_free([Box(x - 11, scale.y(top), x + 11, scale.y(bottom))])
        stated = sorted((dot for dot in curve.dots if dot.kind == "stated"), key=lambda dot: dot.at)
        for one, other in pairwise(stated):
            (x1, y1), (x2, y2) = _at(one, scale), _at(other, scale)
            steps = (share / 10 for share in range(1, 10))
            middles = [(x1 + (x2 - x1) * step, y1 + (y2 - y1) * step) for step in steps]
            lettering.keep_free(Box(x - 3, y - 3, x + 3, y + 3) for x, y in middles)
    for curve in reversed(curves):
        shapes.append(element("g", *_curve(curve, scale), class_=curve.colour))
    for curve in curves:
        _letter(curve, scale, lettering, named=len(curves) > 1)
    drawn = (*shapes, *lettering.drawn)
    return picture(frame.width, frame.height, title, *drawn, class_="chart course", role="group")


def _scale(curves: Sequence[Curve], frame: Frame) -> _Scale:
    times = [dot.at for curve in curves for dot in curve.dots] + [one.at for curve in curves for one in curve.left]
    times += [float(curve.estimate.year) for curve in curves if curve.estimate]
    values = [dot.value for curve in curves for dot in curve.dots]
    highs = [float(dot.high if dot.high is not None else dot.value) for curve in curves for dot in curve.dots]
    usual = _usual([abs(float(value)) for value in values])
    high = max([one for one in highs if abs(one) <= usual] or [usual]) or 1.0
    ahead = [curve.estimate.high for curve in curves if curve.estimate]
    high = max([high, *(one for one in ahead if one <= usual * FAR)])
    low = min([0.0, *(float(value) for value in values)])
    step = step_of(max(high - low, 1e-9))
    top = step * -(-max(high, 1e-9) // step)
    bottom = step * (low // step)
    return _Scale(frame, float(int(min(times))), float(int(max(times)) + (max(times) % 1 > 0)), bottom, top)


def _usual(sizes: list[float]) -> float:
    """The largest size that does not press all others flat."""
    ordered = sorted(size for size in sizes if size)
    for one, other in pairwise(ordered):
        if other > one * FAR and ordered.index(other) * 2 >= len(ordered):
            return one
    return ordered[-1] if ordered else 1.0


def _ticks(scale: _Scale) -> Iterator[float]:
    step = step_of(max(scale.top - scale.bottom, 1e-9))
    tick = scale.bottom
    while tick <= scale.top + step / 100:
        yield 0.0 if abs(tick) < step / 100 else tick
        tick += step


def _axes(scale: _Scale, unit: str) -> Iterator[str]:
    frame = scale.frame
    end = frame.width - frame.right
    for tick in _ticks(scale):
        y = scale.y(tick)
        yield line(frame.left, y, end, y, "grid" if tick else "zero")
        yield text(frame.left - 6, y + 4, scaled(Decimal(repr(round(tick, 9)))), class_="tick", text_anchor="end")
    if unit:
        yield text(2, frame.top - 12, unit, class_="tick", text_anchor="start")
    years = range(int(scale.first), int(scale.last) + 1)
    room = (scale.x(scale.first + 1) - scale.x(scale.first)) or 1.0
    every = max(1, -(-int(frame.letters * 3.4) // max(int(room), 1)))
    for year in years:
        if (int(scale.last) - year) % every == 0:
            yield text(scale.x(year), frame.height - 10, str(year), class_="tick", text_anchor="middle")


def _estimate(curve: Curve, scale: _Scale) -> Iterator[str]:
    """Where the year under way may end, with dashed edges."""
    one = curve.estimate
    if one is None:
        return
    x, top, bottom = scale.x(float(one.year)), scale.y(one.high), scale.y(one.low)
    tip = element("title", str(escape(one.words)))
    band = element("rect", tip, x=x - 11, y=top, width=22, height=max(bottom - top, 2.0), rx=2, class_="estimate")
    middle = line(x - 11, scale.y(one.value), x + 11, scale.y(one.value), "estimate")
    yield element("a", band, middle, href=curve.link, aria_label=one.words) if curve.link else band + middle


def _curve(curve: Curve, scale: _Scale) -> Iterator[str]:
    yield from _estimate(curve, scale)
    for dot in curve.dots:
        if dot.kind in ("stated", "part"):
            yield from _band(scale.x(dot.at), dot.low, dot.high, dot.value, scale, 7.0, "band")
    for rest in curve.left:
        tip = element("title", str(escape(rest.words)))
        yield from _band(scale.x(rest.at), rest.low, rest.high, rest.low, scale, 4.0, "left", tip)
    stated = sorted((dot for dot in curve.dots if dot.kind == "stated"), key=lambda dot: dot.at)
    for one, other in pairwise(stated):
        apart = other.at - one.at > 1
        yield line(*_at(one, scale), *_at(other, scale), "path gap" if apart else "path")
    ahead = [dot for dot in curve.dots if dot.kind == "forecast" and (not stated or dot.at > stated[-1].at)]
    for dot in ahead:
        if stated:
            yield line(*_at(stated[-1], scale), *_at(dot, scale), "path ahead")
    for kind in ("target", "forecast", "part", "stated", "other"):  # what is small lies on top
        for dot in curve.dots:
            if dot.kind == kind:
                yield _dot(dot, scale)


def _dot(dot: Dot, scale: _Scale) -> str:
    x, y = _at(dot, scale)
    tip = element("title", str(escape(dot.words)))
    if dot.kind == "target":
        mark = element("rect", tip, x=x - 10, y=y - 1.5, width=20, height=3, class_="goal-mark")
    else:
        mark = element("circle", tip, cx=x, cy=y, r=3.0 if dot.kind == "other" else 5.0, class_=f"dot {dot.kind}")
    if not dot.link:
        return mark
    # a finger's width around the dot opens it as well, but for small ones that stand close to others
    room = element("circle", cx=x, cy=y, r=4 if dot.kind == "other" else 11, class_="room")
    return element("a", mark, room, href=dot.link, aria_label=dot.words)


def _band(
    x: float, low: Decimal | None, high: Decimal | None, value: Decimal, scale: _Scale, half: float, class_: str,
    *inside: str,
) -> Iterator[str]:  # fmt: skip
    top = scale.y(high) if high is not None else scale.y(value) - 14
    bottom = scale.y(low) if low is not None else scale.y(value) + 14
    opened = " open" if low is None or high is None else ""
    if bottom - top >= 1.0:
        size = {"x": x - half, "y": top, "width": half * 2, "height": bottom - top, "rx": 2}
        yield element("rect", *inside, **size, class_=f"{class_}{opened}")


def _letter(curve: Curve, scale: _Scale, lettering: Lettering, *, named: bool) -> None:
    dots = sorted((d for d in curve.dots if d.kind != "other"), key=lambda d: (d.kind == "stated", d.at))
    if named and dots:
        x, y = _at(dots[-1], scale)
        spots = (Spot(4, -24, "end"), Spot(4, 32, "end"), Spot(4, -38, "end"), ABOVE, BELOW)
        lettering.place(x, y, curve.name, f"label name {curve.colour}", spots)
    around = (ABOVE, BELOW, ABOVE_LEFT, BELOW_RIGHT, RIGHT, LEFT)
    for dot in reversed(dots):
        lettering.place(*_at(dot, scale), scaled(dot.value), f"label {curve.colour}", around)


def _at(dot: Dot, scale: _Scale) -> tuple[float, float]:
    return scale.x(dot.at), scale.y(dot.value)
