"""Pictures of what lies ahead: a year's range and its chances, mirror gaps, (water.py) a reservoir with its exchange.

Each is drawn for wide and for narrow pages, in the reader's language; pages give their colours, `alone` adds some to a
picture that stands by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from qatynas.outlook.mirror import FREIGHT, Mirror
from qatynas.outlook.nowcast import Chance, Nowcast
from qatynas.publish.labels import arrow, label, state
from qatynas.publish.parts import Picture
from qatynas.publish.pictures.lettering import ABOVE_RIGHT, BELOW, LEFT, RIGHT, Box, Lettering, Spot
from qatynas.publish.pictures.svg import element, line, picture, text
from qatynas.publish.pictures.trade import NARROW, WIDE, Frame, step_of
from qatynas.publish.writing import number, percent

BILLION = 1e9
_FRAMES = (replace(WIDE, height=320.0, right=96.0), replace(NARROW, height=280.0, right=20.0, left=38.0))
_SMALL = Frame(320, 130, 34, 16, 16, 24, 12)
_STYLES = (
    "text{font:13px system-ui,sans-serif;fill:#555}", ".tick{font-size:12px}", ".grid{stroke:#ddd}",
    ".zero{stroke:#333}", ".goal{stroke:#333;stroke-width:1;stroke-dasharray:2 3}", ".range{fill:#8aa;opacity:.3}",
    ".path{fill:none;stroke-width:2;stroke:#444}", ".side-a .path{stroke:#0b6aa6}", ".side-b .path{stroke:#b8392a}",
    ".ahead{stroke-dasharray:5 4}", ".side-a .bar{fill:#0b6aa6}", ".side-b .bar{fill:#b8392a}",
    ".ring{fill:none;stroke:#333;stroke-width:1.5}", ".label.side-a{fill:#0b6aa6}", ".label.side-b{fill:#b8392a}",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Plane:
    """Numbers to pixels: x from left to right, y from bottom to top; down moves everything lower."""

    frame: Frame
    x_low: float
    x_high: float
    y_low: float
    y_high: float
    down: float = 0.0

    def x(self, value: float) -> float:
        """Where a number stands across."""
        inner = self.frame.width - self.frame.left - self.frame.right
        return self.frame.left + (value - self.x_low) / (self.x_high - self.x_low or 1) * inner

    def y(self, value: float) -> float:
        """Where a number stands upright."""
        inner = self.frame.height - self.frame.top - self.frame.bottom
        return self.down + self.frame.top + inner * (1 - (value - self.y_low) / (self.y_high - self.y_low or 1))

    @property
    def end(self) -> float:
        return self.frame.width - self.frame.right

    @property
    def floor(self) -> float:
        return self.down + self.frame.height - self.frame.bottom


def alone(shown: str) -> str:
    """A picture that stands by itself: with colours of its own."""
    start, _, rest = shown.partition(">")
    return f"{start}>{element('style', ''.join(f'.looking {rule}' for rule in _STYLES))}{rest}"


def levels(plane: Plane, unit: str) -> Iterator[str]:
    """Lines across with their numbers, the unit above them."""
    step = step_of(plane.y_high - plane.y_low)
    tick = step * -(-plane.y_low // step)
    while tick <= plane.y_high + step / 100:
        y = plane.y(tick)
        yield line(plane.frame.left, y, plane.end, y, "zero" if abs(tick) < step / 100 else "grid")
        yield text(plane.frame.left - 6, y + 4, short(tick), class_="tick", text_anchor="end")
        tick += step
    yield text(2, plane.down + plane.frame.top - 11, unit, class_="tick")


def short(value: float) -> str:
    """A number in three digits."""
    return number(Decimal(f"{value:.3g}"))


def path(plane: Plane, points: Sequence[tuple[float, float]], class_: str = "") -> str:
    """A line through points."""
    d = " ".join(f"{'L' if place else 'M'}{plane.x(x):.1f} {plane.y(y):.1f}" for place, (x, y) in enumerate(points))
    return element("path", d=d, class_=f"path {class_}".strip(), fill="none")


def drawn(frame: Frame, height: float, title: str, *shapes: str) -> str:
    """The drawing."""
    return picture(frame.width, height, title, *shapes, class_="chart looking")


def both(draw: Callable[[Frame, str], str], title: str, caption: str = "") -> Picture:
    """A picture drawn for wide and for narrow pages."""
    wide, narrow = (draw(frame, title) for frame in _FRAMES)
    return Picture(wide, narrow, caption)


def nowcast_picture(found: Nowcast) -> Picture:
    """The chance that the year reaches each total: a falling curve, the range under it, targets as dotted lines."""
    title = label("ahead", "curve_title", year=str(found.year), unit=label("units", found.unit))
    return both(lambda frame, title: _nowcast(found, frame, title), title, label("ahead", "curve_caption"))


def _nowcast(found: Nowcast, frame: Frame, title: str) -> str:
    totals = [total / BILLION for total, _ in found.curve]
    plane = Plane(frame, min(totals), max(totals), 0, 100)
    low, high = plane.x(found.total.low / BILLION), plane.x(found.total.high / BILLION)
    shapes = [*levels(plane, "%")]
    shapes.append(element("rect", x=low, y=frame.top, width=high - low, height=plane.floor - frame.top, class_="range"))
    shapes.append(element("g", path(plane, [(t / BILLION, p * 100) for t, p in found.curve]), class_="both"))
    lettering = Lettering(frame.box, frame.letters)
    lettering.keep_free(Box(x - 3, y - 4, x + 3, y + 4) for x, y in _along(plane, found.curve))
    shapes += _below(plane, (found.total.low, found.total.value, found.total.high), found.unit)
    goals = {one.target: one for one in found.chances if one.probability is not None}
    for target, one in goals.items():
        chance = dict(one.by_year).get(found.year, one.probability or 0.0)
        shapes += _goal(plane, lettering, target, chance, totals)
    return drawn(frame, frame.height, title, *shapes, *lettering.drawn)


def _along(plane: Plane, curve: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    for total, chance in curve:
        yield plane.x(total / BILLION), plane.y(chance * 100)


def _below(plane: Plane, values: Sequence[float], unit: str) -> Iterator[str]:
    """Amounts below the picture, with their unit at the end of the axis."""
    y = plane.floor + plane.frame.letters + 6
    for value in values:
        yield text(plane.x(value / BILLION), y, short(value / BILLION), class_="tick", text_anchor="middle")
    words = f"{label('scales', 'billion')} {label('units', unit)}"
    yield text(plane.frame.width - 2, plane.floor - 6, words, class_="tick", text_anchor="end")


def _goal(plane: Plane, lettering: Lettering, target: float, chance: float, totals: Sequence[float]) -> Iterator[str]:
    value = target / BILLION
    if not totals[0] <= value <= totals[-1]:
        return
    x, y = plane.x(value), plane.y(chance * 100)
    yield line(x, plane.frame.top, x, plane.floor, "goal")
    yield element("circle", cx=x, cy=y, r=4, class_="dot")
    words = f"{short(value)}: {percent(Decimal(round(chance * 100)))}"
    lettering.place(x, y, words, "label goal-label", (ABOVE_RIGHT, Spot(8, -9, "start"), RIGHT, LEFT, BELOW), must=True)


def chance_picture(one: Chance) -> str:
    """A small curve of chances for one target, with its place on it; "" where there is no curve."""
    if one.probability is None or len(one.curve) < 2:
        return ""
    frame = _SMALL
    reach = (*(amount for amount, _ in one.curve), one.target)
    plane = Plane(frame, min(reach) / BILLION, max(reach) / BILLION, 0, 100)
    shapes = [
        line(frame.left, plane.y(level), plane.end, plane.y(level), "zero" if not level else "grid")
        for level in (0, 50, 100)
    ]
    shapes += [
        text(frame.left - 5, plane.y(level) + 4, str(level), class_="tick", text_anchor="end") for level in (0, 50, 100)
    ]
    shapes.append(element("g", path(plane, [(t / BILLION, p * 100) for t, p in one.curve]), class_="both"))
    x, y = plane.x(one.target / BILLION), plane.y(one.probability * 100)
    shapes += [line(x, frame.top, x, plane.floor, "goal"), element("circle", cx=x, cy=y, r=4, class_="dot")]
    ends = [one.curve[0][0], one.curve[-1][0]]
    for value in (*ends, one.target):
        if value == one.target or abs(plane.x(value / BILLION) - x) > 40:
            anchor = (
                "start"
                if plane.x(value / BILLION) < frame.left + 12
                else "end"
                if plane.x(value / BILLION) > plane.end - 12
                else "middle"
            )
            shapes.append(
                text(
                    plane.x(value / BILLION),
                    frame.height - 6,
                    short(value / BILLION),
                    class_="tick",
                    text_anchor=anchor,
                )
            )
    words = f"{label('scales', 'billion')} {label('units', one.unit)}"
    title = label(
        "ahead",
        "chance_title",
        target=short(one.target / BILLION),
        unit=words,
        chance=percent(Decimal(round(one.probability * 100))),
    )
    shapes.append(text(plane.end, 11, f"%, {words}", class_="tick", text_anchor="end"))
    return drawn(frame, frame.height, title, *shapes)


def _along_lines(plane: Plane, points: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Where a line through points runs, every fifth of its way from one to the next."""
    for (x1, y1), (x2, y2) in pairwise([*points, *points[-1:]]):
        for fifth in range(5):
            yield plane.x(x1 + (x2 - x1) * fifth / 5), plane.y(y1 + (y2 - y1) * fifth / 5)


def mirror_picture(found: Mirror, sides: dict[str, str]) -> Picture:
    """What each buyer counts of its seller's figure, by years; the band is what freight explains, rings are flagged."""
    return both(
        lambda frame, title: _mirror(found, sides, frame, title), label("ahead", "mirror_title"),
        label("ahead", "mirror_caption"),
    )  # fmt: skip


def _mirror(found: Mirror, sides: dict[str, str], frame: Frame, title: str) -> str:
    years = [year for flow in found.flows for year in flow.years]
    first, last = min(year.year for year in years), max(year.year for year in years)
    plane = Plane(frame, first - 0.3, last + 0.3, 0, max(1.3, *(year.ratio for year in years)) * 1.05)
    top, bottom = plane.y(FREIGHT[1]), plane.y(FREIGHT[0])
    shapes = [*levels(plane, "")]
    shapes.append(
        element("rect", x=frame.left, y=top, width=plane.end - frame.left, height=bottom - top, class_="range")
    )
    lettering = Lettering(frame.box, frame.letters)
    for flow in found.flows:
        class_ = f"side-{sides[flow.from_]}" if flow.from_ in sides else "both"
        points = [(float(year.year), year.ratio) for year in flow.years]
        lettering.keep_free(Box(x - 5, y - 5, x + 5, y + 5) for x, y in _along_lines(plane, points))
        dots = [element("circle", cx=plane.x(x), cy=plane.y(y), r=3, class_="dot") for x, y in points]
        rings = [
            element(
                "circle",
                element("title", str(one.year)),
                cx=plane.x(one.year),
                cy=plane.y(one.ratio),
                r=8,
                class_="ring",
            )
            for one in flow.years
            if one.flagged
        ]
        shapes.append(element("g", path(plane, points), *dots, *rings, class_=class_))
    for flow in found.flows:
        if flow.years:
            class_ = f"label name side-{sides[flow.from_]}" if flow.from_ in sides else "label name"
            end = flow.years[-1]
            words = f"{state(flow.from_)} {arrow()} {state(flow.to)}"
            x, y = plane.x(end.year), plane.y(end.ratio)
            farther = tuple(Spot(4, dy, "end") for dy in (-16, 24, -30, 38, 54, -46, 70))
            lettering.place(x, y, words, class_, farther, must=True)
    every = max(1, -(-(last - first + 1) // (8 if frame.width > 500 else 5)))
    for year in range(last, first - 1, -every):
        shapes.append(text(plane.x(year), frame.height - 10, str(year), class_="tick", text_anchor="middle"))
    return drawn(frame, frame.height, title, *shapes, *lettering.drawn)
