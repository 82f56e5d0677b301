"""A reservoir with its exchange by months: storage, release and current each way, without the swap and with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from qatynas.outlook.swap import Outcome, StepRow, Swap
from qatynas.publish.labels import arrow, label, state, table
from qatynas.publish.parts import Picture
from qatynas.publish.pictures.looking import Plane, both, drawn, levels, path
from qatynas.publish.pictures.svg import element, text
from qatynas.publish.pictures.trade import Frame

_PANEL = 190.0  # height of one panel in pixels
IDLE = 0.5  # MW that are no current


@dataclass(frozen=True, slots=True)
class Months:
    """A schedule by months: storage at their ends (million m3), release (m3/s), current each way (MW)."""

    names: tuple[tuple[int, int], ...]
    storage: tuple[float, ...]
    release: tuple[float, ...]
    sent: tuple[float, ...]
    returned: tuple[float, ...]


def months_of(outcome: Outcome) -> Months:
    """Steps put together by the month that they begin in; what flows is the mean over their days."""
    by: dict[tuple[int, int], list[tuple[StepRow, float]]] = {}
    starts = [date.fromisoformat(step.start) for step in outcome.steps]
    days = [float((after - before).days) for before, after in pairwise(starts)]
    days.append(days[-1] if days else 1.0)
    for step, start, lasting in zip(outcome.steps, starts, days, strict=True):
        by.setdefault((start.year, start.month), []).append((step, lasting))
    return Months(
        tuple(by), tuple(sum(steps[-1][0].storage) for steps in by.values()),
        *(tuple(_mean(steps, name) for steps in by.values()) for name in ("release", "sent", "returned")),
    )  # fmt: skip


def _mean(steps: Sequence[tuple[StepRow, float]], name: str) -> float:
    return sum(float(getattr(step, name)) * days for step, days in steps) / sum(days for _, days in steps)


def swap_picture(found: Swap, sides: dict[str, str]) -> Picture:
    """Storage, release and exchange by months: without the swap dashed, with it solid; current as bars either way."""
    key = "swap_title_example" if found.example else "swap_title"
    title = label("ahead", key, name=found.name)
    return both(lambda frame, title: _swap(found, sides, frame, title), title, label("ahead", "swap_caption"))


def _swap(found: Swap, sides: dict[str, str], frame: Frame, title: str) -> str:
    frame = replace(frame, height=_PANEL, right=14.0, left=44.0)
    without, with_ = months_of(found.alone), months_of(found.swapped)
    count = len(without.names)
    water = (
        (label("ahead", "panel_storage"), [value / 1e3 for value in without.storage], [v / 1e3 for v in with_.storage]),
        (label("ahead", "panel_release"), list(without.release), list(with_.release)),
    )
    shapes: list[str] = []
    for place, (name, before, after) in enumerate(water):
        plane = Plane(frame, -0.5, count - 0.5, 0, max(*before, *after) * 1.08, place * _PANEL)
        shapes += [*levels(plane, name), *_courses(plane, before, after, named=place == 0)]
    low, high = -max(*with_.returned, 1.0), max(*with_.sent, 1.0)
    plane = Plane(frame, -0.5, count - 0.5, low * 1.1, high * 1.1, 2 * _PANEL)
    shapes += [*levels(plane, label("ahead", "panel_exchange"))]
    for values, sign, side in ((with_.sent, 1, found.giver), (with_.returned, -1, found.receiver)):
        bars = [_bar(plane, month, sign * value, count) for month, value in enumerate(values) if value > IDLE]
        shapes.append(element("g", *bars, class_=f"side-{sides[side]}" if side in sides else "both"))
    shapes += _ways(plane, found, with_, sides)
    names = table()["calendar"]["short_months"]
    every = max(1, -(-count // (12 if frame.width > 500 else 6)))
    for month in range(0, count, every):
        words = (
            names[without.names[month][1] - 1]
            if count <= 12
            else f"{without.names[month][0]}-{without.names[month][1]:02}"
        )
        shapes.append(text(plane.x(month), plane.floor + 20, words, class_="tick", text_anchor="middle"))
    return drawn(frame, 3 * _PANEL, title, *shapes)


def _courses(plane: Plane, before: Sequence[float], after: Sequence[float], *, named: bool) -> Iterator[str]:
    yield element("g", path(plane, list(enumerate(before)), "ahead"), class_="both")
    yield element("g", path(plane, list(enumerate(after))), class_="both")
    if not named:
        return
    widest = max(range(len(before)), key=lambda month: abs(before[month] - after[month]))
    for course, other, key in ((before, after, "alone"), (after, before, "swapped")):
        above = course[widest] >= other[widest]
        anchor = "start" if widest < len(before) / 3 else "end" if widest > len(before) * 2 / 3 else "middle"
        y = plane.y(course[widest]) + (-12 if above else 20)
        yield text(plane.x(widest), y, label("ahead_columns", key), class_="label", text_anchor=anchor)


def _bar(plane: Plane, month: int, value: float, count: int) -> str:
    wide = (plane.end - plane.frame.left) / count * 0.6
    top, bottom = plane.y(max(value, 0.0)), plane.y(min(value, 0.0))
    return element("rect", x=plane.x(month) - wide / 2, y=top, width=wide, height=max(bottom - top, 1.0), class_="bar")


def _ways(plane: Plane, found: Swap, courses: Months, sides: dict[str, str]) -> Iterator[str]:
    """From whom to whom, written beside the bars: where most months follow one another without any."""
    for values, from_, to, middle in (
        (courses.sent, found.giver, found.receiver, plane.y_high / 2),
        (courses.returned, found.receiver, found.giver, plane.y_low / 2),
    ):
        idle = _longest([value <= IDLE for value in values])
        if all(value <= IDLE for value in values):
            continue
        class_ = f"label name side-{sides[from_]}" if from_ in sides else "label name"
        start, end = plane.x(idle[0] - 0.4), plane.x(idle[1] + 0.4)
        words = f"{state(from_)} {arrow()} {state(to)}"
        at, anchor = ((start + end) / 2, "middle") if start > plane.frame.left + 40 else (start, "start")
        if end > plane.end - 40:
            at, anchor = plane.end, "end"
        yield text(at, plane.y(middle) + 4, words, class_=class_, text_anchor=anchor)


def _longest(free: Sequence[bool]) -> tuple[int, int]:
    """The first and last place of the longest run of what is free; the whole where nothing is."""
    best, start = (0, len(free) - 1) if not any(free) else (0, -1), None
    for place, one in enumerate((*free, False)):
        if one and start is None:
            start = place
        elif not one and start is not None:
            if place - start > best[1] - best[0] + 1 or best[1] < 0:
                best = start, place - 1
            start = None
    return best
