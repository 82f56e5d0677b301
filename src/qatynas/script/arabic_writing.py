"""Kazakh words from Cyrillic into Arabic script (töte jazu), as the press writes them."""

from __future__ import annotations

from qatynas.script.cells import Cell, Cells
from qatynas.script.letters import CYRL_TO_ARAB, HAMZA

_SHOWS_FRONT = frozenset("кгеэ")  # their Arabic letters occur in front words only, so no hamza is written
_ALWAYS_FRONT = frozenset("әөү")
_BACK = frozenset("аоұыяёю")

# Letters written otherwise after the one before them: ий and ия share one ي (ماۆريكي, تاريحيا), ь is heard before е, о,
# and so is й before an е that follows a vowel (توقايەۆ, پويەزد, but اۋەزوۆ).
_AFTER = {letter + "е": "يە" for letter in "аәеоөұүыіэюяё"} | {
    "ий": "",
    "ия": "ا",
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
    letters = set(word)
    if letters & _SHOWS_FRONT:
        return False
    if letters & _ALWAYS_FRONT:
        return True
    if "і" not in letters:
        return False
    for letter in word:
        if letter == "і":
            return True
        if letter in _BACK:
            return False
    return False


def write_word(word: str, hamza: str = HAMZA, ts: str = "تس") -> Cells:
    """Cells of a Cyrillic word (small letters, nothing else) in Arabic script.

    hamza is the sign that marks front words, ts what ц becomes.
    """
    cells: list[Cell] = []
    for place, letter in enumerate(word):
        before = word[place - 1] if place else ""
        if before + letter in _AFTER:
            cells.append((1, _AFTER[before + letter]))
        else:
            cells.append((1, ts if letter == "ц" else CYRL_TO_ARAB.get(letter, letter)))
    if needs_hamza(word) and cells:
        size, first = cells[0]
        cells[0] = (size, hamza + first)
    return tuple(cells)


def write_letter(letter: str) -> Cell:
    """One Cyrillic small letter on its own, as in acronyms: without hamza."""
    return 1, CYRL_TO_ARAB.get(letter, letter)
