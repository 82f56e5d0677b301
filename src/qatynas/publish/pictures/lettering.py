"""Direct labels: each is tried at several places beside its point and set where it covers nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from qatynas.publish.pictures.svg import text

LETTER = 0.56  # mean width of a letter in ems; measured on the longest place names in Noto Sans and Segoe UI
LINE = 1.15  # height of a line in ems


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in the drawing's pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def inside(self, other: Box) -> bool:
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.top <= self.top
            and self.bottom <= other.bottom
        )


@dataclass(frozen=True, slots=True)
class Spot:
    """A place for words: offset from the point, and the anchor (start, middle, end)."""

    dx: float
    dy: float
    anchor: str


ABOVE, BELOW = Spot(0, -9, "middle"), Spot(0, 18, "middle")
RIGHT, LEFT = Spot(9, 4, "start"), Spot(-9, 4, "end")
ABOVE_LEFT, ABOVE_RIGHT = Spot(4, -9, "end"), Spot(-4, -9, "start")
BELOW_LEFT, BELOW_RIGHT = Spot(4, 18, "end"), Spot(-4, 18, "start")


class Lettering:
    """The words set so far within a frame, and what they must not cover."""

    def __init__(self, frame: Box, size: float) -> None:
        self.frame = frame
        self.size = size
        self.taken: list[Box] = []
        self.drawn: list[str] = []

    def keep_free(self, boxes: Iterable[Box]) -> None:
        """Marks that no words may cover."""
        self.taken.extend(boxes)

    def place(self, x: float, y: float, words: str, class_: str, spots: Iterable[Spot], *, must: bool = False) -> bool:
        """Sets the words at the first free spot; must sets them at the first spot in the frame where none is free."""
        boxes = [(spot, self._box(x, y, words, spot)) for spot in spots]
        fitting = [(spot, box) for spot, box in boxes if box.inside(self.frame)]
        free = [(spot, box) for spot, box in fitting if not any(box.meets(other) for other in self.taken)]
        chosen = free or (fitting or boxes if must else [])
        if not chosen:
            return False
        spot, box = chosen[0]
        self.taken.append(box)
        self.drawn.append(text(x + spot.dx, y + spot.dy, words, class_=class_, text_anchor=spot.anchor))
        return True

    def _box(self, x: float, y: float, words: str, spot: Spot) -> Box:
        width, height = len(words) * self.size * LETTER, self.size * LINE
        start = x + spot.dx - {"start": 0.0, "middle": width / 2, "end": width}[spot.anchor]
        base = y + spot.dy
        return Box(start, base - height * 0.8, start + width, base + height * 0.25)
