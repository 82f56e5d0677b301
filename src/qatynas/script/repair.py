"""Noise inside Cyrillic words: look-alike Latin letters, invisible characters, decomposed accents."""

from __future__ import annotations

import unicodedata

from qatynas.script.cells import Cell, Cells, tidy
from qatynas.script.letters import INVISIBLE, LATIN_LOOKALIKES


def is_cyrillic(char: str) -> bool:
    """Whether the character is a Cyrillic letter."""
    return "\u0400" <= char <= "\u052f"


def repair_word(word: str) -> Cells:
    """Cells of a word that has Cyrillic letters, cleaned; other words come back as they are."""
    cells: list[Cell] = []
    cyrillic = any(map(is_cyrillic, word))
    for char in word:
        if char in INVISIBLE:
            cells.append((1, ""))
        elif unicodedata.combining(char) and cells:
            size, text = cells[-1]
            joined = unicodedata.normalize("NFC", text + char)
            cells[-1] = (size + 1, joined if len(joined) == len(text) else text + char)
        else:
            cells.append((1, LATIN_LOOKALIKES.get(char, char) if cyrillic else char))
    return tidy(cells)
