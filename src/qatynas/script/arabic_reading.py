"""Kazakh words from Arabic script into Cyrillic: by the lexicon, by harmony, and by the letters around."""

from __future__ import annotations

import gzip
from functools import cache, lru_cache
from importlib.resources import files

from qatynas.script.arabic_writing import write_word
from qatynas.script.cells import Cell, Cells, compose, identity, invert, text_of, tidy
from qatynas.script.letters import ARAB_TO_CYRL_BACK, ARAB_TO_CYRL_FRONT, ARABIC_LETTERS, ARABIC_REPAIRS, HAMZA

_SHOWS_FRONT = frozenset("كگە")


@cache
def lexicon() -> dict[str, str]:
    """Arabic spelling → Cyrillic word, capitalised where it is a name."""
    packed = (files("qatynas.script") / "tables" / "lexicon.tsv.gz").read_bytes()
    return dict(line.split("\t") for line in gzip.decompress(packed).decode().split("\n"))


def normalise(word: str) -> Cells:
    """Cells of an Arabic-script word in canonical letters: hamza first where the word has one, no tatweel."""
    cells: list[Cell] = [(1, ARABIC_REPAIRS.get(char, char)) for char in word]
    if any(HAMZA in text for _, text in cells):
        cells = [(size, text.replace(HAMZA, "")) for size, text in cells]
        size, text = cells[0]
        cells[0] = (size, HAMZA + text)
    return tidy(cells)


@lru_cache(maxsize=200_000)
def read_word(word: str) -> Cells:
    """Cells of an Arabic-script word in Cyrillic, with a capital where it is a known name."""
    normal = normalise(word)
    plain = text_of(normal)
    known = lexicon().get(plain) or lexicon().get(plain.lstrip(HAMZA)) or lexicon().get(HAMZA + plain)
    if known:
        written = write_word(known.lower())
        bare = tidy((size, text.replace(HAMZA, "")) for size, text in written)
        way = invert(bare, known)
        if plain.startswith(HAMZA):
            size, text = way[0]
            way = ((size + 1, text), *way[1:])
        return compose(normal, way)
    return compose(normal, by_harmony(plain))


def by_harmony(word: str) -> Cells:
    """Cells of a word in canonical letters, all of it front or all back."""
    front = word.startswith(HAMZA) or bool(_SHOWS_FRONT & set(word))
    letters = ARAB_TO_CYRL_FRONT if front else ARAB_TO_CYRL_BACK
    cells: list[Cell] = []
    before = ""
    for char in word:
        read = "" if char == HAMZA else letters.get(char, char)
        if read == "и" and before and before in "аәеоөұүыіу":
            read = "й"
        cells.append((1, read))
        before = read
    return tidy(cells)


def is_arabic_word(word: str) -> bool:
    """Whether every character is a letter that Kazakh (or a look-alike orthography) writes in Arabic script."""
    return all(char in ARABIC_LETTERS or char == HAMZA or char in ARABIC_REPAIRS for char in word)


__all__ = ["by_harmony", "identity", "is_arabic_word", "lexicon", "normalise", "read_word"]
