"""The yearly exchange as a picture: two sides, four seasons, an arrow for everything that flows."""

from __future__ import annotations

from dataclasses import dataclass

from qatynas.model.claim import Exchange
from qatynas.publish.labels import label, state
from qatynas.publish.parts import Picture
from qatynas.publish.pictures.svg import element, line, picture, text
from qatynas.relations import Fact, Relationship

SEASONS = ("spring", "summer", "autumn", "winter")
SPANS = {"vegetation": (0.33, 2.33)} | {name: (float(place), place + 1.0) for place, name in enumerate(SEASONS)}
"""From which season's column to which a flow lasts; the growing season is April to September."""

COMMODITIES = ("electricity", "water", "goods")


@dataclass(frozen=True, slots=True)
class Flow:
    """One arrow."""

    words: str
    from_: str
    season: str
    status: str


def cycle(relationship: Relationship, sides: dict[str, str]) -> Picture | None:
    """The year of the exchange, None where no flow names its season and both sides."""
    found = flows(relationship.exchanges, relationship.pair)
    if not found:
        return None
    upper, lower = relationship.pair[1], relationship.pair[0]
    drawn = [_draw(found, upper, lower, sides, width) for width in (760.0, 360.0)]
    return Picture(drawn[0], drawn[1], label("captions", "cycle"))


def flows(exchanges: tuple[Fact[Exchange], ...], pair: tuple[str, str]) -> list[Flow]:
    """The flows with a season, each once, in the order of the year."""
    said = {
        Flow(
            label("commodities", fact.claim.commodity),
            fact.claim.from_ or "",
            fact.claim.season or "",
            fact.claim.status,
        )
        for fact in exchanges
        if fact.claim.season in SPANS and {fact.claim.from_, fact.claim.to} == set(pair)
    }
    return sorted(said, key=lambda flow: (SPANS[flow.season], flow.from_, flow.words))


def _draw(found: list[Flow], upper: str, lower: str, sides: dict[str, str], width: float) -> str:
    height, left, right = 250.0, 8.0, width - 8.0
    top, bottom = 46.0, 196.0
    column = (right - left) / 4
    shapes = []
    for place, season in enumerate(SEASONS):
        x = left + column * place
        if place:
            shapes.append(line(x, top, x, bottom, "grid"))
        shapes.append(text(x + column / 2, height - 12, label("seasons", season), class_="tick", text_anchor="middle"))
    for code, y, base in ((upper, top, top - 12), (lower, bottom, bottom + 22)):
        shapes.append(line(left, y, right, y, f"shore side-{sides[code]}"))
        shapes.append(text(left, base, state(code), class_=f"label name side-{sides[code]}"))
    for place, flow in enumerate(found):
        alike = [other for other in found if SPANS[other.season] == SPANS[flow.season]]
        shapes.append(_arrow(flow, alike.index(flow), len(alike), left, column, (top, bottom), upper, sides, place))
    title = label("sections/exchange", "title")
    return picture(width, height, title, *shapes, class_="cycle")


def _arrow(
    flow: Flow,
    place: int,
    count: int,
    left: float,
    column: float,
    shores: tuple[float, float],
    upper: str,
    sides: dict[str, str],
    number: int,
) -> str:
    start, end = SPANS[flow.season]
    x = left + column * (start + (end - start) * (place + 0.5) / count)
    top, bottom = shores[0] + 10, shores[1] - 10
    down = flow.from_ == upper
    tail, head = (top, bottom) if down else (bottom, top)
    neck = head - 15 if down else head + 15
    width = 13.0
    points = [
        (x - 4, tail),
        (x + 4, tail),
        (x + 4, neck),
        (x + width, neck),
        (x, head),
        (x - width, neck),
        (x - 4, neck),
    ]
    path = " ".join(f"{px:.1f},{py:.1f}" for px, py in points)
    middle = (top + bottom) / 2 + (-14 if place % 2 else 14) * (count > 1)
    planned = " planned" if flow.status == "planned" else ""
    return element(
        "g",
        element("polygon", points=path, class_=f"flow{planned}"),
        element(
            "rect",
            x=x - len(flow.words) * 3.7 - 5,
            y=middle - 13,
            width=len(flow.words) * 7.4 + 10,
            height=19,
            class_="plate",
        ),
        text(x, middle + 1, flow.words, class_="label", text_anchor="middle"),
        class_=f"side-{sides[flow.from_]}",
    )
