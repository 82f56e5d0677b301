"""Kazakh in Latin letters: the official and unofficial spellings as tables, and writing in them."""

from __future__ import annotations

import re
from functools import lru_cache

from qatynas.script.cells import Cell, Cells, tidy

# Letters that all variants share.
COMMON = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "j", "з": "z", "к": "k", "қ": "q", "л": "l",
    "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "ф": "f", "х": "h", "һ": "h", "ы": "y",
    "э": "e",
}  # fmt: skip

# variant → Cyrillic letter → Latin letters. Sources: presidential decrees of 26 October 2017 and 19 February 2018, the
# government commission's drafts of November 2019 and January 2021; ascii is what a keyboard without marks leaves.
VARIANTS: dict[str, dict[str, str]] = {
    "2021": {"ә": "ä", "ғ": "ğ", "и": "i", "й": "i", "і": "ı", "ң": "ñ", "ө": "ö", "у": "u", "ұ": "ū", "ү": "ü",
             "ш": "ş", "ч": "ch"},
    "2019": {"ә": "ä", "ғ": "ğ", "и": "ı", "й": "ı", "і": "i", "ң": "ŋ", "ө": "ö", "у": "u", "ұ": "ū", "ү": "ü",
             "ш": "ş", "ч": "ch"},
    "2018": {"ә": "á", "ғ": "ǵ", "и": "ı", "й": "ı", "і": "i", "ң": "ń", "ө": "ó", "у": "ý", "ұ": "u", "ү": "ú",
             "ш": "sh", "ч": "ch"},
    "2017": {"ә": "a'", "ғ": "g'", "и": "i'", "й": "i'", "і": "i", "ң": "n'", "ө": "o'", "у": "y'", "ұ": "u", "ү": "u'",
             "ш": "s'", "ч": "c'"},
    "ascii": {"ә": "a", "ғ": "g", "и": "i", "й": "i", "і": "i", "ң": "n", "ө": "o", "у": "u", "ұ": "u", "ү": "u",
              "ш": "sh", "ч": "ch"},
}  # fmt: skip
DEFAULT_VARIANT = "2021"

# Cyrillic letter → the letters that every variant but ascii can tell apart; others stand for themselves.
PLAIN = {
    "й": "и", "ц": "тс", "щ": "шш", "ю": "иу", "я": "иа", "ё": "ио", "э": "е", "һ": "х", "ь": "", "ъ": "",
}  # fmt: skip
_HEARD_SIGN = re.compile("[ьъ](?=[ео])")

APOSTROPHES = "'’ʼ‘ʹ`´"


def plain(text: str) -> str:
    """Cyrillic words in small letters, in plain ones; ь before е and о is heard as й."""
    if "ь" in text or "ъ" in text:
        text = _HEARD_SIGN.sub("и", text)
    for letter, letters in PLAIN.items():  # far cheaper than str.translate, as these letters are rare
        text = text.replace(letter, letters)
    return text


def plain_cells(word: str) -> Cells:
    """Cells of plain."""
    return tuple(
        (1, "и" if letter in "ьъ" and word[place + 1 : place + 2] in ("е", "о") else PLAIN.get(letter, letter))
        for place, letter in enumerate(word)
    )


@lru_cache
def _writing_table(variant: str) -> dict[str, str]:
    """Plain Cyrillic letters → Latin letters of the variant."""
    return COMMON | VARIANTS[variant]


def write_word(word: str, variant: str = DEFAULT_VARIANT) -> Cells:
    """Cells of a Cyrillic word in the Latin variant, its capitals kept."""
    table = _writing_table(variant)
    shouting = len(word) > 1 and word.isupper()
    cells: list[Cell] = []
    lower = word.lower()
    if len(lower) != len(word):
        return tuple((1, char) for char in word)
    for char, (_, letters) in zip(word, plain_cells(lower), strict=True):
        if char.isascii():
            cells.append((1, char))  # a Roman numeral or a foreign word: no Cyrillic letter to write
            continue
        target = "".join(table.get(letter, letter) for letter in letters)
        cells.append((1, target if char.islower() or char == char.lower() else _capital(target, shouting, variant)))
    return tidy(cells)


def _capital(target: str, shouting: bool, variant: str) -> str:
    dotted = variant in ("2021", "2019")
    upper = "".join("İ" if char == "i" and dotted else char.upper() for char in (target if shouting else target[:1]))
    return upper + target[len(upper) :]
