"""Kazakh in Latin letters: the official and unofficial spellings as tables, detection, and both directions."""

from __future__ import annotations

from functools import lru_cache

from qatynas.script.cells import Cell, Cells, compose, tidy

# The sounds that all variants share; ц щ ю я ё э ь ъ are spelt with these.
_COMMON = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "j", "з": "z", "к": "k", "қ": "q", "л": "l",
    "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "ф": "f", "х": "h", "һ": "h", "ы": "y",
    "э": "e", "ь": "", "ъ": "",
}  # fmt: skip

# variant → Cyrillic letter → Latin letters. Sources: presidential decrees of 26 October 2017 and 19 February 2018, the
# government commission's drafts of November 2019 and January 2021; "press" is what news sites mix of 2019 and 2021.
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

APOSTROPHES = "'’ʼ‘ʹ`´"


@lru_cache
def writing_table(variant: str) -> dict[str, str]:
    """Cyrillic letter → Latin letters of the variant, small letters."""
    table = _COMMON | VARIANTS[variant]
    double = {"ц": "тс", "щ": "шш", "ю": "йу", "я": "йа", "ё": "йо"}
    return table | {letter: "".join(table[part] for part in parts) for letter, parts in double.items()}


def write_word(word: str, variant: str = DEFAULT_VARIANT) -> Cells:
    """Cells of a Cyrillic word in the Latin variant; capitals follow the word's own."""
    table = writing_table(variant)
    shouting = len(word) > 1 and word.isupper()
    cells: list[Cell] = []
    for char in word:
        lower = char.lower()
        target = table.get(lower)
        if target is None:
            cells.append((1, char))
        elif char == lower:
            cells.append((1, target))
        else:
            cells.append((1, _capital(target, shouting, variant)))
    return tidy(cells)


def _capital(target: str, shouting: bool, variant: str) -> str:
    first, rest = target[:1], target[1:]
    upper = "İ" if first == "i" and variant in ("2021", "2019") else first.upper()
    return upper + (rest.upper() if shouting else rest)


@lru_cache
def _reading_table(variant: str) -> dict[str, str]:
    """Latin letters → Cyrillic letter; и stands for both и and й until the letters around tell them apart."""
    own = VARIANTS[variant]
    table = {"w": "у", "c": "ц", "x": "х", "sh": "ш", "ch": "ч", "ts": "ц", "kh": "х", "zh": "ж", "gh": "ғ"}
    for source in (_COMMON, own):
        for letter, latin in source.items():
            if latin and letter not in "йһэ":
                table[latin] = letter
    if variant == "2021":
        table |= {"ŋ": "ң", "ǧ": "ғ", "ý": "у", "ï": "и"}
    elif variant == "2019":
        table |= {"ñ": "ң", "ǧ": "ғ", "ý": "у"}
    elif variant == "2018":
        table |= {"ŋ": "ң", "ñ": "ң", "ğ": "ғ", "ǧ": "ғ", "ä": "ә", "ö": "ө", "ü": "ү", "ş": "ш"}
    elif variant == "ascii":
        table |= {"a": "а", "g": "г", "n": "н", "o": "о", "i": "и", "u": "у"}
    return table


def detect_variant(text: str) -> str:
    """The Latin variant that a text is written in, by its marked letters; ascii where it has none."""
    lower = text.replace("İ", "i").replace("I", "ı").lower()
    counts = {char: lower.count(char) for char in "áǵńóúýäğñŋöüūşıiǧ"}
    acute = sum(counts[char] for char in "áǵńóú")
    marked = sum(counts[char] for char in "äğñŋöüūşǧ")
    apostrophes = sum(lower.count(letter + mark) for letter in "agnouysci" for mark in APOSTROPHES)
    if apostrophes > acute + marked and apostrophes:
        return "2017"
    if acute > marked:
        return "2018"
    if marked:
        return "2019" if _dotless_is_glide(lower) else "2021"
    return "ascii"


def _dotless_is_glide(lower: str) -> bool:
    """Whether ı stands for и and й (2018, 2019, press) rather than for і (2021): it then follows vowels."""
    vowels = "aäeioöuūüy"
    dotless = sum(lower.count(vowel + "ı") for vowel in vowels)
    dotted = sum(lower.count(vowel + "i") for vowel in vowels if vowel != "i")
    return dotless > dotted


_VOWELS = frozenset("аәеёиоөуұүыіэюя")


def read_letters(word: str, variant: str) -> Cells:
    """Cells of a Latin word in Cyrillic letters one by one (ц щ ю я ё not yet joined), capitals kept."""
    table = _reading_table(variant)
    cells: list[Cell] = []
    place = 0
    while place < len(word):
        for size in (2, 1):
            part = word[place : place + size]
            key = "".join("'" if char in APOSTROPHES else char for char in _lower(part, variant))
            if len(part) == size and key in table:
                target = table[key]
                cells.append((size, target.upper() if part[0] != _lower(part[0], variant) else target))
                place += size
                break
        else:
            cells.append((1, word[place]))
            place += 1
    return tuple(cells)


def _lower(text: str, variant: str) -> str:
    dotless = variant in ("2021", "2019")
    return text.replace("İ", "i").replace("I", "ı" if dotless and variant == "2021" else "i").lower()


def read_word(word: str, variant: str) -> Cells:
    """Cells of a Latin word in Cyrillic."""
    first = read_letters(word, variant)
    letters = "".join(text for _, text in first)
    return compose(first, _join_loan_letters(letters))


def _join_loan_letters(word: str) -> Cells:
    """и between vowels and at a syllable's end is й; иа, йа → я; йу → ю where Kazakh spells them so."""
    lower = word.lower()
    cells: list[Cell] = []
    place = 0
    while place < len(word):
        char, here = lower[place], word[place]
        before = lower[place - 1] if place else ""
        after = lower[place + 1 : place + 2]
        size, target = 1, char
        if char == "и":
            if after == "и" and lower[place + 2 : place + 3] == "а":
                size, target = 3, "ия"
            elif after == "а" and before and before in _VOWELS:
                size, target = 2, "я"
            elif after == "а" and before:
                size, target = 2, "ия"
            elif after == "у" and before and before in _VOWELS:
                size, target = 2, "ю"
            elif before and before in _VOWELS and before != "и":
                target = "й"
        if here != char:
            target = target.capitalize() if not (len(word) > 1 and word.isupper()) else target.upper()
        cells.append((size, target))
        place += size
    return tidy(cells)
