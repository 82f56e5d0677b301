"""What the tests of claims share: a text read as if it were an article."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qatynas.claims.extract import extract
from qatynas.model import Claim, Extraction, Figure
from qatynas.read import read_bytes

LEAD = "Қазақстан мен Қырғызстан – жақын көрші.\n\n"
"""A line that makes Kazakhstan and Kyrgyzstan the text's pair and says nothing else."""


@pytest.fixture
def extracted() -> Callable[..., Extraction]:
    """`extracted(text, published="2025-08-21", lead=LEAD)`: what a text gives, with claims and leftovers."""

    def read(text: str, published: str | None = "2025-08-21", lead: str = LEAD) -> Extraction:
        return extract(read_bytes((lead + text).encode(), "text.txt", published=published))

    return read


@pytest.fixture
def said(extracted: Callable[..., Extraction]) -> Callable[..., list[Claim]]:
    """`said(text, published="2025-08-21", lead=LEAD)`: the claims of a text; pass lead="" for the text alone."""

    def read(text: str, published: str | None = "2025-08-21", lead: str = LEAD) -> list[Claim]:
        return list(extracted(text, published, lead).claims)

    return read


@pytest.fixture
def figures(said: Callable[..., list[Claim]]) -> Callable[..., list[str]]:
    """`figures(text)`: the figure claims of a text, one line each; see `line`."""

    def read(text: str, published: str | None = "2025-08-21", lead: str = LEAD) -> list[str]:
        return [line(claim) for claim in said(text, published, lead) if isinstance(claim, Figure)]

    return read


def line(figure: Figure) -> str:
    """A figure in a line: «trade.turnover growth +14 percent 2024/vs 2023 actual», a flow with «KAZ>KGZ» after the unit."""
    value = f"{figure.quantity.value:+}" if figure.measure in ("growth", "change") else f"{figure.quantity.value:f}"
    if "." in value:
        value = value.rstrip("0").rstrip(".")
    parts = [figure.indicator, figure.measure, value, figure.quantity.unit]
    if figure.from_ or figure.to:
        parts.append(f"{figure.from_ or '?'}>{figure.to or '?'}")
    when = figure.period or "-"
    parts.append(f"{when}/vs {figure.base_period}" if figure.base_period else when)
    return " ".join([*parts, figure.status])
