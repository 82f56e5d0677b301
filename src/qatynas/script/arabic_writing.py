"""Kazakh words from Cyrillic into Arabic script (töte jazu), as the press writes them."""

from __future__ import annotations

import re

from qatynas.script.cells import Cell, Cells, text_of
from qatynas.script.letters import CYRL_TO_ARAB, HAMZA

SHOWS_FRONT = frozenset("кгеэ")  # their Arabic letters occur in front words only, so no hamza is written
ALWAYS_FRONT = frozenset("әөү")
BACK = frozenset("аоұыяёю")

# Letters written otherwise after the one before them: ий and ия share one ي (ماۆريكي, تاريحيا), ь is heard before е, о,
# and so is й before an е that follows a vowel (توقايەۆ, پويەزد, but اۋەزوۆ).
AFTER = {letter + "е": "يە" for letter in "аәеоөұүыіэюяё"} | {
    "ий": "",
    "ия": "ا",
    "ию": "ۋ",
    "йю": "ۋ",
    "йя": "ا",
    "ье": "يە",
    "ьо": "يو",
    "ъе": "يە",
}


def needs_hamza(word: str) -> bool:
    """Whether a Cyrillic word in small letters is written with a leading hamza.

    Front words take it unless ك گ ە already show them. ә ө ү make a word front wherever they stand (ءتالتۇس); і does
    so unless the word begins back, as loans with a front suffix and mixed words do (سامميتى, قازىر, قاۋىپ).
    """
    if not SHOWS_FRONT.isdisjoint(word):
        return False
    if not ALWAYS_FRONT.isdisjoint(word):
        return True
    place = word.find("і")
    return place >= 0 and BACK.isdisjoint(word[:place])


def write_word(word: str, hamza: str = HAMZA, ts: str = "تس") -> Cells:
    """Cells of a Cyrillic word (small letters, nothing else) in Arabic script.

    hamza is the sign that marks front words, ts what ц becomes.
    """
    cells: list[Cell] = []
    for place, letter in enumerate(word):
        before = word[place - 1] if place else ""
        if before + letter in AFTER:
            cells.append((1, AFTER[before + letter]))
        else:
            cells.append((1, ts if letter == "ц" else CYRL_TO_ARAB.get(letter, letter)))
    if needs_hamza(word) and cells:
        size, first = cells[0]
        cells[0] = (size, hamza + first)
    return tuple(cells)


_TABLE = str.maketrans(CYRL_TO_ARAB)
_NEIGHBOURS = re.compile("|".join(AFTER))


def spell(word: str, hamza: str = HAMZA, ts: str = "تس") -> str:
    """The text of write_word, several times as fast."""
    if ("ц" in word and ts != CYRL_TO_ARAB["ц"]) or _NEIGHBOURS.search(word):
        return text_of(write_word(word, hamza, ts))
    return hamza + word.translate(_TABLE) if needs_hamza(word) else word.translate(_TABLE)


def write_letter(letter: str) -> Cell:
    """One Cyrillic small letter on its own, as in acronyms: without hamza."""
    return 1, CYRL_TO_ARAB.get(letter, letter)
