"""Cuts country outlines out of Natural Earth's TopoJSON for the dossier's map, simplified and rounded.

    npm pack world-atlas && tar xzf world-atlas-*.tgz
    python tools/outlines.py package/countries-50m.json src/qatynas/data/outlines.json

Natural Earth is in the public domain; world-atlas packs it. The file holds, by ISO 3166-1 alpha-3 code, rings of
[longitude, latitude] in hundredths of a degree, of every country that meets WINDOW.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

WINDOW = (40.0, 32.0, 96.0, 60.0)  # west, south, east, north: Kazakhstan and Kyrgyzstan with room for neighbours
TOLERANCE = 0.02  # degrees; finer detail does not show at 720 pixels across 45 degrees
SMALLEST = 0.05  # square degrees; islands below it do not show

# ISO 3166-1 numeric → alpha-3 of what the window meets
CODES = {
    "004": "AFG", "031": "AZE", "051": "ARM", "156": "CHN", "268": "GEO", "356": "IND", "364": "IRN", "368": "IRQ",
    "398": "KAZ", "417": "KGZ", "496": "MNG", "586": "PAK", "643": "RUS", "762": "TJK", "792": "TUR", "795": "TKM",
    "804": "UKR", "860": "UZB",
}  # fmt: skip

Point = tuple[float, float]


def main(source: Path, target: Path) -> None:
    """Writes the outlines of all countries in WINDOW, clipped to it."""
    topology = json.loads(source.read_text(encoding="utf-8"))
    arcs = decoded_arcs(topology)
    found: dict[str, list[list[list[int]]]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        code = CODES.get(str(shape.get("id", "")))
        if code:
            rings = [clip(simplify(ring(parts, arcs))) for parts in outer_rings(shape)]
            kept = [packed(points) for points in rings if len(points) > 3 and abs(area(points)) >= SMALLEST]
            if kept:
                found[code] = kept
    target.write_text(json.dumps(dict(sorted(found.items())), separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{target}: {len(found)} countries, {target.stat().st_size // 1024} KiB")


def decoded_arcs(topology: dict) -> list[list[Point]]:
    """TopoJSON arcs are delta-coded integers; this gives degrees."""
    (scale_x, scale_y), (move_x, move_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    decoded = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * scale_x + move_x, y * scale_y + move_y))
        decoded.append(points)
    return decoded


def outer_rings(shape: dict) -> list[list[int]]:
    """The arc numbers of each polygon's outer ring; holes (none in the window that matter) are left out."""
    polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    return [polygon[0] for polygon in polygons]


def ring(parts: list[int], arcs: list[list[Point]]) -> list[Point]:
    """Arcs joined into one ring; ~n is arc n backwards."""
    points: list[Point] = []
    for part in parts:
        arc = arcs[part] if part >= 0 else arcs[~part][::-1]
        points.extend(arc[1:] if points else arc)
    return points


def simplify(points: list[Point]) -> list[Point]:
    """Drops points that lie nearer than TOLERANCE to the last one kept: shared borders stay shared."""
    kept = points[:1]
    for point in points[1:]:
        if abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= TOLERANCE:
            kept.append(point)
    return kept


def clip(points: list[Point]) -> list[Point]:
    """Sutherland–Hodgman against WINDOW."""
    west, south, east, north = WINDOW
    for axis, limit, sign in ((0, west, 1), (0, east, -1), (1, south, 1), (1, north, -1)):
        points = clip_side(points, axis, limit, sign)
    return points


def clip_side(points: list[Point], axis: int, limit: float, sign: int) -> list[Point]:
    kept: list[Point] = []
    for before, point in zip(points[-1:] + points[:-1], points, strict=True):
        was_inside, is_inside = sign * (before[axis] - limit) >= 0, sign * (point[axis] - limit) >= 0
        if was_inside != is_inside:
            share = (limit - before[axis]) / (point[axis] - before[axis])
            kept.append((before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])))
        if is_inside:
            kept.append(point)
    return kept


def area(points: list[Point]) -> float:
    """Twice-signed shoelace area in square degrees, halved."""
    turns = zip(points, points[1:] + points[:1], strict=True)
    return sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in turns) / 2


def packed(points: list[Point]) -> list[list[int]]:
    return [[round(x * 100), round(y * 100)] for x, y in points]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
