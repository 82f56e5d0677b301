"""Whom the text credits with what is said at a place."""

from __future__ import annotations

from qatynas.language.mentions import Reading
from qatynas.model import Span


def speaker(reading: Reading, index: int, span: Span) -> str | None:
    """The canonical form of whom the text credits with span of sentence index, None where it speaks for itself."""
    return None
