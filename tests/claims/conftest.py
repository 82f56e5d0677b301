"""What the tests of claims share: a text read as if it were an article."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qatynas.claims.extract import extract
from qatynas.model import Claim, Extraction
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
