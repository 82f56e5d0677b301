"""A map of the places named: outlines from Natural Earth in a conic projection, places with direct labels."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from markupsafe import escape

from qatynas.data import world
from qatynas.publish.labels import in_script, label
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
from qatynas.publish.pictures.svg import element, picture
from qatynas.relations import Named, Relationship

PARALLELS = (42.0, 52.0)  # standard parallels of the conic: Kazakhstan and Kyrgyzstan lie about them
MARGIN = 14.0
GRID = 22  # columns of the grid on which a place for a country's name is looked for
COUNTRY_SPOTS = (Spot(0, 4, "middle"), Spot(0, 24, "middle"), Spot(0, -18, "middle"))
LEAST_POINTS = 5  # of that grid; a country of fewer has no room for its name


@dataclass(frozen=True, slots=True)
class Site:
    """A named place with its coordinates in degrees and how many entries name it."""

    name: str
    country: str
    lon: float
    lat: float
    count: int


@cache
def outlines() -> dict[str, list[list[tuple[float, float]]]]:
    """Rings of (longitude, latitude) in degrees by ISO 3166-1 alpha-3 code; tools/outlines.py made the file."""
    packed = json.loads((files("qatynas.data") / "outlines.json").read_text(encoding="utf-8"))
    return {code: [[(x / 100, y / 100) for x, y in ring] for ring in rings] for code, rings in packed.items()}


def sites(named: Iterable[Named]) -> list[Site]:
    """The places whose coordinates are known, most often named first."""
    known = {name: place for place in reversed(world().places) for name in place.names.get("kk", ())}
    found = []
    for one in named:
        place = known.get(one.place.name or "")
        if place is not None and place.lat is not None and place.lon is not None:
            country = one.place.country or place.country or ""
            found.append(Site(one.place.name or "", country, place.lon, place.lat, len(one.facts)))
    return found


def place_map(
    relationship: Relationship, sides: dict[str, str], links: Mapping[str, str] | None = None
) -> Picture | None:
    """The map, None where the outlines lack one of the pair or no place can be set on it.

    links are addresses by a place's name; a dot that has one is a link.
    """
    if not set(relationship.pair) <= outlines().keys():
        return None
    found = sites(relationship.places)
    frames = [_Sheet(relationship.pair, width, letters) for width, letters in ((760.0, 13.0), (360.0, 11.0))]
    inside = [site for site in found if frames[0].holds(site)]
    if not inside:
        return None
    drawn = [sheet.draw(inside, sides, links or {}) for sheet in frames]
    return Picture(drawn[0], drawn[1], label("captions", "map"))


def on_map(relationship: Relationship) -> set[str]:
    """Names of the places that the map shows."""
    if not set(relationship.pair) <= outlines().keys():
        return set()
    sheet = _Sheet(relationship.pair, 760.0, 13.0)
    return {site.name for site in sites(relationship.places) if sheet.holds(site)}


def _kazakh_name(code: str) -> str:
    known = world().state(code)
    return known.name if known else code


@cache
def _country_points(pair: tuple[str, str], width: float) -> dict[str, tuple[float, float]]:
    """For every country on the sheet the point of a coarse grid that lies deepest inside it, in pixels."""
    sheet = _Sheet(pair, width, 0)
    step = width / GRID
    grid = [(x * step, y * step) for x in range(1, GRID) for y in range(1, int(sheet.height / step) + 1)]
    edge = [(x, y) for x, y in grid if 30 < x < width - 30 and 14 < y < sheet.height - 14]
    deepest = {}
    for code, rings in outlines().items():
        drawn = [ring for ring in (sheet.near(ring) for ring in rings) if ring]
        boxes = [(ring, *_ends(ring)) for ring in drawn]
        inside = [
            (x, y)
            for x, y in edge
            if any(x1 <= x <= x2 and y1 <= y <= y2 and _holds(ring, (x, y)) for ring, x1, x2, y1, y2 in boxes)
        ]
        border = [point for ring in drawn for point in ring]
        if len(inside) >= LEAST_POINTS:
            deepest[code] = max(inside, key=lambda point: min(math.dist(point, other) for other in border))
    return deepest


def _ends(ring: list[tuple[float, float]]) -> tuple[float, float, float, float]:
    """West, east, top and bottom of a ring in pixels."""
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return min(xs), max(xs), min(ys), max(ys)


def _holds(ring: list[tuple[float, float]], point: tuple[float, float]) -> bool:
    """Whether a point lies inside a ring (even-odd rule)."""
    x, y = point
    crossed = False
    for (x1, y1), (x2, y2) in zip(ring[-1:] + ring[:-1], ring, strict=True):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            crossed = not crossed
    return crossed


def conic(lon: float, lat: float) -> tuple[float, float]:
    """Equidistant conic; x east and y north, in degrees along the standard parallels."""
    one, two = (math.radians(parallel) for parallel in PARALLELS)
    cone = (math.cos(one) - math.cos(two)) / (two - one)
    centre = math.cos(one) / cone + one
    radius, angle = centre - math.radians(lat), cone * math.radians(lon - 67.0)
    return math.degrees(radius * math.sin(angle)), math.degrees(centre - radius * math.cos(angle))


class _Sheet:
    """A drawing fitted to the outlines of a pair."""

    def __init__(self, pair: tuple[str, str], width: float, letters: float) -> None:
        self.pair, self.width, self.letters = pair, width, letters
        points = [conic(*point) for code in pair for ring in outlines()[code] for point in ring]
        self.west, self.east = min(x for x, _ in points), max(x for x, _ in points)
        self.south, self.north = min(y for _, y in points), max(y for _, y in points)
        self.scale = (width - 2 * MARGIN) / (self.east - self.west)
        self.height = (self.north - self.south) * self.scale + 2 * MARGIN

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Degrees to pixels."""
        x, y = conic(lon, lat)
        return MARGIN + (x - self.west) * self.scale, MARGIN + (self.north - y) * self.scale

    def holds(self, site: Site) -> bool:
        x, y = self.at(site.lon, site.lat)
        return 0 <= x <= self.width and 0 <= y <= self.height

    def draw(self, found: list[Site], sides: dict[str, str], links: Mapping[str, str]) -> str:
        lettering = Lettering(Box(2, 2, self.width - 2, self.height - 2), self.letters)
        shapes = [self._land(code, sides) for code in sorted(outlines(), key=lambda code: code in self.pair)]
        dots = [self._dot(site, sides, lettering, links.get(site.name)) for site in found]
        for site in found:
            x, y = self.at(site.lon, site.lat)
            spots = (RIGHT, LEFT, ABOVE, BELOW, ABOVE_RIGHT, BELOW_RIGHT, ABOVE_LEFT, BELOW_LEFT)
            lettering.place(x, y, in_script(site.name), f"label place side-{sides.get(site.country, 'none')}", spots)
        for code, (x, y) in _country_points(self.pair, self.width).items():
            lettering.place(x, y, in_script(_kazakh_name(code)), "country", COUNTRY_SPOTS)
        clip = element("rect", x=0, y=0, width=self.width, height=self.height, class_="sea")
        title = label("sections/places", "title")
        role = "group" if links else "img"
        drawn = (*shapes, *dots, *lettering.drawn)
        return picture(self.width, self.height, title, clip, *drawn, class_="map", role=role)

    def _land(self, code: str, sides: dict[str, str]) -> str:
        rings = (" ".join(f"{x:.1f},{y:.1f}" for x, y in self.near(ring)) for ring in outlines()[code])
        path = "".join(f"M{ring}Z" for ring in rings if ring)
        side = f" side-{sides[code]}" if code in sides else ""
        return element("path", d=path, class_=f"land{side}") if path else ""

    def near(self, ring: list[tuple[float, float]]) -> list[tuple[float, float]]:
        """The ring in pixels, without points that fall on their neighbours or far outside the sheet."""
        kept: list[tuple[float, float]] = []
        for x, y in (self.at(*point) for point in ring):
            point = (min(max(x, -60.0), self.width + 60), min(max(y, -60.0), self.height + 60))
            if not kept or abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= 0.7:
                kept.append(point)
        return kept if len(kept) > 2 else []

    def _dot(self, site: Site, sides: dict[str, str], lettering: Lettering, link: str | None) -> str:
        x, y = self.at(site.lon, site.lat)
        radius = 3.0 + min(math.sqrt(site.count), 4.0) * (0.9 if self.width > 500 else 0.6)
        lettering.keep_free([Box(x - radius, y - radius, x + radius, y + radius)])
        words = f"{in_script(site.name)}: {site.count}"
        said = element("title", str(escape(words)))
        dot = element("circle", said, cx=x, cy=y, r=radius, class_=f"dot side-{sides.get(site.country, 'none')}")
        return element("a", dot, href=link, aria_label=words) if link else dot
