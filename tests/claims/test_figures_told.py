"""Figures as many hands tell them: each line of figures_told*.txt gives the figures written beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from qatynas.claims import extract
from qatynas.model import Figure
from qatynas.read import read_bytes

LEAD = "Қазақстан мен Қырғызстан – жақын көрші елдер.\n\n"
FIELDS = 8
LINES = [
    line.partition("||")
    for path in sorted(Path(__file__).parent.glob("figures_told*.txt"))
    for line in path.read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def told(figure: Figure) -> list[str]:
    """The fields of a figure in the order of the file."""
    value = figure.quantity.value
    whole = str(int(value)) if value == int(value) else str(value.normalize())
    fields = (figure.period, figure.base_period, figure.from_, figure.to)
    return [figure.indicator, whole, *(field or "-" for field in fields), figure.status, figure.measure]


def alike(wanted: list[str], found: list[str]) -> bool:
    """Whether a figure is the one wanted; fields left out may be anything."""
    asked = [*wanted, *["*"] * (FIELDS - len(wanted))]
    return all(one in ("*", other) for one, other in zip(asked, found, strict=True))


@pytest.mark.parametrize(
    ("text", "wanted"), [(line[0], line[2]) for line in LINES], ids=[line[0][:40] for line in LINES]
)
def test_figures_told(text: str, wanted: str) -> None:
    document = read_bytes((LEAD + text.strip()).encode(), "a.txt", published="2025-08-21")
    found = [told(claim) for claim in extract(document).claims if isinstance(claim, Figure)]
    for want in (part.split() for part in wanted.split(";")):
        if want == ["!"]:
            continue
        match = next((figure for figure in found if alike(want, figure)), None)
        assert match, f"{want} not in {found}"
        found.remove(match)
    assert not found


def test_the_comparison_can_fail() -> None:
    figure: list[str] = "trade.turnover 5 2024 - - - actual level".split()
    assert alike(["trade.turnover", "5"], figure)
    assert not alike(["trade.turnover", "6"], figure)
    assert not alike(["trade.turnover", "5", "2023"], figure)
