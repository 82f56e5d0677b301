"""Pictures of what lies ahead: a year's range and its chances, mirror gaps, a reservoir with its exchange."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qatynas.outlook.mirror import FREIGHT, Mirror
from qatynas.outlook.nowcast import Nowcast
from qatynas.outlook.swap import Swap
from qatynas.publish.pictures.svg import element, line, picture, text

WIDTH, HEIGHT = 760.0, 300.0
PANEL = 190.0
LEFT, RIGHT, TOP, BOTTOM = 52.0, 150.0, 26.0, 34.0
_STYLES = (
    "text{font:13px system-ui,sans-serif;fill:#333}", ".tick{fill:#777;font-size:12px}", ".grid{stroke:#ddd}",
    ".zero{stroke:#777}", ".goal{stroke:#333;stroke-dasharray:2 3}", ".band{fill:#8aa;opacity:.3}",
    ".path{fill:none;stroke-width:2}", ".both{stroke:#444}", ".side-a{stroke:#0a7bb5}", ".side-b{stroke:#c2452d}",
    ".ahead{stroke-dasharray:6 4}", "text.both{stroke:none}", "text.side-a{stroke:none;fill:#0a6a9c}",
    "text.side-b{stroke:none;fill:#a83a25}",
)  # fmt: skip
_STYLE = "".join(f".looking {rule}" for rule in _STYLES)


@dataclass(frozen=True, slots=True)
class Plane:
    """Numbers to pixels: x from left to right, y from bottom to top."""

    x_low: float
    x_high: float
    y_low: float
    y_high: float
    height: float = HEIGHT

    def x(self, value: float) -> float:
        """Where a number stands across."""
        return LEFT + (value - self.x_low) / (self.x_high - self.x_low or 1) * (WIDTH - LEFT - RIGHT)

    def y(self, value: float) -> float:
        """Where a number stands upright."""
        inner = self.height - TOP - BOTTOM
        return TOP + inner * (1 - (value - self.y_low) / (self.y_high - self.y_low or 1))


def step_of(highest: float) -> float:
    """A round distance between ticks that gives two to five of them."""
    size = 10.0 ** len(str(int(max(highest, 1.0))))
    found = (size / power * share for power in (1, 10, 100, 1000) for share in (5, 2.5, 2, 1))
    return next((step for step in found if highest / step >= 2), highest or 1.0)


def levels(plane: Plane, scale: float = 1.0, unit: str = "") -> Iterator[str]:
    """Lines across with their numbers, in units of scale."""
    step = step_of((plane.y_high - plane.y_low) / scale) * scale
    value = step * int(plane.y_low / step)
    while value <= plane.y_high * 1.001:
        y = plane.y(value)
        yield line(LEFT, y, WIDTH - RIGHT, y, "zero" if value == 0 else "grid")
        yield text(LEFT - 6, y + 4, f"{value / scale:g}", class_="tick", text_anchor="end")
        value += step
    yield text(2, TOP - 12, unit, class_="tick")


def path(plane: Plane, points: Sequence[tuple[float, float]], class_: str) -> str:
    """A line through points."""
    d = " ".join(f"{'L' if place else 'M'}{plane.x(x):.1f} {plane.y(y):.1f}" for place, (x, y) in enumerate(points))
    return element("path", d=d, class_=f"path {class_}", fill="none")


def drawn(title: str, *shapes: str, height: float = HEIGHT) -> str:
    """The drawing with its own style, so that it also stands alone."""
    return picture(WIDTH, height, title, element("style", _STYLE), *shapes, class_="chart looking")


def nowcast_picture(found: Nowcast) -> str:
    """The chance that the year reaches each total: a falling curve, the range of 90 % under it, targets as ticks."""
    goals = [chance for chance in found.chances if chance.probability is not None]
    totals = [total for total, _ in found.curve]
    plane = Plane(min(totals) / 1e9, max(totals) / 1e9, 0, 100)
    low, high = plane.x(found.total.low / 1e9), plane.x(found.total.high / 1e9)
    shapes = [*levels(plane, 1, "%"), text(WIDTH - RIGHT + 8, HEIGHT - 14, f"billion {found.unit}", class_="tick")]
    shapes.append(element("rect", x=low, y=TOP, width=high - low, height=HEIGHT - TOP - BOTTOM, class_="band"))
    shapes.append(path(plane, [(total / 1e9, chance * 100) for total, chance in found.curve], "both"))
    for total, name in ((found.total.low, "90 %"), (found.total.value, ""), (found.total.high, "")):
        x = plane.x(total / 1e9)
        shapes.append(text(x, HEIGHT - 14, f"{total / 1e9:.2f}", class_="tick", text_anchor="middle"))
        if name:
            shapes.append(text(x + 4, TOP + 12, name, class_="tick"))
    for goal in {chance.target: chance for chance in goals}.values():
        if totals[0] <= goal.target <= totals[-1]:
            x, chance = plane.x(goal.target / 1e9), dict(goal.by_year).get(found.year, goal.probability) or 0.0
            shapes.append(line(x, TOP, x, HEIGHT - BOTTOM, "goal"))
            shapes.append(text(x + 5, plane.y(chance * 100) - 6, f"{goal.target / 1e9:g}: {chance * 100:.0f} %"))
    return drawn(f"{found.indicator} {found.year}, billion {found.unit}: chance of reaching", *shapes)


def mirror_picture(found: Mirror) -> str:
    """What each buyer counts of its seller's figure, by years; the band is what freight explains, rings are flagged."""
    years = [year for flow in found.flows for year in flow.years]
    first, last = min(year.year for year in years), max(year.year for year in years)
    plane = Plane(first, last, 0, max(1.3, *(year.ratio for year in years)))
    top, bottom = plane.y(FREIGHT[1]), plane.y(FREIGHT[0])
    shapes = [*levels(plane)]
    shapes.append(element("rect", x=LEFT, y=top, width=WIDTH - LEFT - RIGHT, height=bottom - top, class_="band"))
    for side, flow in zip(("side-a", "side-b"), found.flows, strict=False):
        shapes.append(path(plane, [(year.year, year.ratio) for year in flow.years], side))
        for year in flow.years:
            if year.flagged:
                x, y = plane.x(year.year), plane.y(year.ratio)
                tip = element("title", f"{year.year}: {year.flagged}")
                shapes.append(element("circle", tip, cx=x, cy=y, r=7, fill="none", class_=side))
        if flow.years:
            end = flow.years[-1]
            words = f"{flow.to} of {flow.from_}: {end.ratio:.2f}"
            shapes.append(text(plane.x(end.year) + 12, plane.y(end.ratio) + 4, words, class_=side))
    shapes += [text(plane.x(y), HEIGHT - 14, str(y), class_="tick", text_anchor="middle") for y in {first, last}]
    return drawn("imports counted by the buyer, over exports counted by the seller", *shapes)


def swap_picture(found: Swap) -> str:
    """Storage, release and exchange through the time that the steps span, without the swap (dashed) and with it."""
    alone, swapped = found.alone.steps, found.swapped.steps
    panels = (
        ("storage, km3", [[sum(step.storage) / 1e3 for step in steps] for steps in (alone, swapped)]),
        ("release, m3/s", [[step.release for step in steps] for steps in (alone, swapped)]),
        (
            f"to {found.receiver} above, to {found.giver} below 0, MW",
            [[step.sent - step.returned for step in steps] for steps in (alone, swapped)],
        ),
    )
    shapes = []
    for place, (name, courses) in enumerate(panels):
        low, high = min(0.0, *map(min, courses)), max(1.0, *map(max, courses))
        plane = Plane(0, len(courses[0]) - 1, low, high, PANEL)
        panel = [*levels(plane, 1.0, name)]
        for course, class_ in zip(courses, ("both ahead", "side-a"), strict=True):
            panel.append(path(plane, list(enumerate(course)), class_))
        ends = (("alone", courses[0][-1], "both", -6), ("with the swap", courses[1][-1], "side-a", 12))
        panel += [text(WIDTH - RIGHT + 8, plane.y(y) + shift, words, class_=c) for words, y, c, shift in ends]
        shapes.append(element("g", *panel, transform=f"translate(0 {place * PANEL:.0f})"))
    steps = found.alone.steps
    plane = Plane(0, len(steps) - 1, 0, 1)
    for place in {*range(0, len(steps), max(len(steps) // 6, 1))}:
        x = plane.x(place)
        shapes.append(text(x, 3 * PANEL - 8, steps[place].start[:7], class_="tick", text_anchor="middle"))
    label = " (an example with rounded numbers)" if found.example else ""
    return drawn(f"{found.name}{label}: storage, release and exchange", *shapes, height=3 * PANEL)
