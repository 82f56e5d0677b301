"""Whether a document says anything of relations between states, told early and cheaply."""

from __future__ import annotations

from qatynas.language.mentions import Reading


def irrelevance(reading: Reading) -> str:
    """In words, why nothing is looked for in the document; "" where it is of relevance."""
    return ""
