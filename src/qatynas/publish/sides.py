"""Which state of a pair is blue (a) and which red (b), the same everywhere."""

from __future__ import annotations

BLUE_FIRST = ("KAZ",)
RED_FIRST = ("KGZ",)
"""States with a colour of their own; any other takes the one that is left, the first by code the blue."""


def sides(pair: tuple[str, str]) -> dict[str, str]:
    """Colour classes by state code: {"KAZ": "a", "KGZ": "b"}."""
    first, second = pair
    turned = second in BLUE_FIRST or (first in RED_FIRST and second not in RED_FIRST)
    return {first: "b", second: "a"} if turned else {first: "a", second: "b"}
