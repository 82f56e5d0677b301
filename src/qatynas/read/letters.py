"""How much a decoded text looks like Kazakh (or its neighbours): the evidence for guessing an encoding."""

from __future__ import annotations

import math
import re

# encodings that Kazakh texts are found in, the likelier first
CANDIDATES = ("kz1048", "ptcp154", "cp1251", "koi8_r", "cp866", "mac_cyrillic", "iso8859_5", "cp1254", "cp1256")
# a declared encoding → those that are often meant by it; KZ-1048 and PT154 differ from CP1251 in Kazakh letters only
KIN = {
    "cp1251": ("cp1251", "kz1048", "ptcp154"),
    "kz1048": ("kz1048",),
    "ptcp154": ("ptcp154",),
    "cp1252": ("cp1252", "kz1048", "cp1251", "ptcp154", "cp1254"),
}

# letters of a thousand in Kazakh news (counted on Unicode word lists, rounded); Arabic and Latin get their own rows
CYRILLIC = {
    "а": 120, "е": 75, "ы": 80, "і": 50, "н": 70, "р": 60, "т": 60, "л": 50, "д": 50, "қ": 35, "с": 40, "м": 35,
    "к": 30, "о": 30, "у": 25, "ж": 20, "б": 25, "й": 20, "ғ": 20, "ш": 15, "з": 20, "п": 15, "и": 20, "ң": 12,
    "г": 15, "ө": 10, "ұ": 8, "ә": 8, "ү": 10, "я": 5, "х": 4, "в": 6, "э": 2, "ц": 2, "ф": 2, "ю": 2, "ч": 2,
    "щ": 1, "ь": 3, "ъ": 0.3, "ё": 0.3, "һ": 0.3,
}  # fmt: skip
ARABIC = dict.fromkeys("اەىنرتلدقسمكوۋجبيعشزپگڭۇۆءحفچھ", 30.0)
LATIN = dict.fromkeys("aeioubcdfghjklmnpqrstvwxyz", 30.0) | dict.fromkeys("ıäöüñğşúóáńǵýūŋ", 5.0)
MARKS = (
    dict.fromkeys("\n\r\t ", 120.0) | dict.fromkeys("0123456789.,-", 5.0) | dict.fromkeys("«»–—:;!?()\"'/%№“”’", 2.0)
)
MARKS |= dict.fromkeys("\u00a0…•|<>=_&#*@+[]{}$₸°©\\^~`", 0.5)
OTHER_LETTER = 0.02  # Ђ, Ў, ¤, box drawing: what a wrong code page makes of Kazakh letters
NEVER = 0.002  # control characters, private use, unassigned

_LOG = {letter: math.log(share / 1000) for letter, share in (CYRILLIC | ARABIC | LATIN | MARKS).items()}
_LOG |= {
    letter.upper(): value - 2.5
    for letter, value in _LOG.items()
    if len(letter.upper()) == 1 and letter.upper() != letter
}
_OTHER = math.log(OTHER_LETTER / 1000)
_NEVER = math.log(NEVER / 1000)
# a capital after a small letter, or a change of script within a word: a sign of the wrong code page
_JAGGED = re.compile(r"[а-яёәғқңөұүһі][А-ЯЁӘҒҚҢӨҰҮҺІ]|[a-z][а-яәғқңөұүһ]|[а-яәғқңөұүһ][a-z]")
JAGGED_COST = 4.0


def likeness(text: str) -> float:
    """Nats a character under a table of letters: higher is more like Kazakh. An empty text is as unlike as can be."""
    if not text:
        return _NEVER
    counts: dict[str, int] = {}
    for character in text:
        counts[character] = counts.get(character, 0) + 1
    total = sum(count * _LOG.get(letter, _unlisted(letter)) for letter, count in counts.items())
    return (total - JAGGED_COST * len(_JAGGED.findall(text))) / len(text)


def _unlisted(letter: str) -> float:
    return _OTHER if letter.isprintable() and letter != "\ufffd" else _NEVER
