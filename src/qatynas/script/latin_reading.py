"""Kazakh in Latin letters read into Cyrillic, and which variant a text is in.

A Latin word's letters give what all variants can tell apart (latin.PLAIN); й or и, я or иа, ц or тс, э or е, ь are
then settled by the lexicon, else by the letters around.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from qatynas.script import lexicon
from qatynas.script.cells import Cell, Cells, compose, identity, invert, pair_up, text_of
from qatynas.script.latin import APOSTROPHES, COMMON, VARIANTS, plain, plain_cells
from qatynas.script.letter_model import load_model
from qatynas.script.letters import INVISIBLE

_DIGRAPHS = {"kh": "х", "zh": "ж", "sh": "ш", "gh": "ғ"}  # of habits before 2018 and of keyboards
_NOT_KAZAKH = re.compile(r"[wx]|c(?![h'’ʼ‘ʹ`´])|th|ph", re.IGNORECASE)  # words left as they are
# Letters of other variants that a variant's texts mix in.
_GUESTS = {
    "2021": {"ŋ": "ң", "ǧ": "ғ", "ý": "у", "ï": "и", "ç": "ч"},
    "2019": {"ñ": "ң", "ǧ": "ғ", "ý": "у", "ç": "ч"},
    "2018": {"ŋ": "ң", "ñ": "ң", "ğ": "ғ", "ǧ": "ғ", "ä": "ә", "ö": "ө", "ü": "ү", "ş": "ш"},
    "2017": {"á": "ә", "ǵ": "ғ", "ń": "ң", "ó": "ө", "ú": "ү", "ý": "у", "ı": "и"},
    "ascii": {},
}
_MARKS = {"acute": "áǵńóú", "marked": "äğñŋöüūşǧ"}


def detect_variant(text: str) -> str:
    """The Latin variant that a text is written in, by its marked letters; "ascii" where it has none."""
    lower = lower_case(text[:200_000], "2021")
    acute = sum(map(lower.count, _MARKS["acute"]))
    marked = sum(map(lower.count, _MARKS["marked"]))
    apostrophes = sum(lower.count(letter + mark) for letter in "agnouysci" for mark in APOSTROPHES[:3])
    if apostrophes > acute + marked:
        return "2017"
    if acute > marked or (not marked and lower.count("ý")):
        return "2018"
    if marked or "ı" in lower:
        return "2019" if _dotless_is_glide(lower) else "2021"
    return "ascii"


_VOWELS = "aäeoöuūüy"
_GLIDE = re.compile(f"(?<=[{_VOWELS}])([ıi])|(?<=[^\\W{_VOWELS}ıi])([ıi])(?=[^\\W{_VOWELS}ıi])")


def _dotless_is_glide(lower: str) -> bool:
    """Whether ı stands for и and й (2018, 2019, much of the press) and i for і, or the other way round (2021).

    й follows vowels, і stands between consonants.
    """
    score = _known_words(lower, "2019") - _known_words(lower, "2021")
    if score:
        return score > 0
    for after_vowel, between in _GLIDE.findall(lower):
        score += (after_vowel == "ı") + (between == "i") - (after_vowel == "i") - (between == "ı")
    return score > 0


def _known_words(lower: str, variant: str) -> int:
    """How many of the first words with i or ı the lexicon knows when they are read as the variant."""
    found = [word for word in _WITH_I.findall(lower[:5000])[:80] if "i" in word or "ı" in word]
    return sum(knows(word, variant) for word in found)


def knows(word: str, variant: str) -> bool:
    """Whether the lexicon has the word that its letters spell in the variant."""
    return plain_letters(word, variant) in _words()


_WITH_I = re.compile(r"[^\W\d_]+")


def lower_case(text: str, variant: str) -> str:
    """Small letters, one for one; I is the capital of ı in 2021 and of i elsewhere."""
    text = text.replace("İ", "i").replace("I", "ı" if variant == "2021" else "i")
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@lru_cache
def _reading_table(variant: str) -> dict[str, str]:
    """Latin letters → plain Cyrillic letters."""
    table = dict(_DIGRAPHS) if variant in ("2018", "ascii") else {}
    own = VARIANTS["2021" if variant == "ascii" else variant]
    for source in (COMMON, own):
        table |= {latin: letter for letter, latin in source.items() if latin and letter not in "йһэ"}
    return table | _GUESTS[variant]


def letter_cells(word: str, variant: str) -> Cells:
    """Cells of a Latin word in plain Cyrillic small letters."""
    table = _reading_table(variant)
    lower = lower_case(word, variant)
    lower = "".join("'" if char in APOSTROPHES else char for char in lower)
    cells: list[Cell] = []
    place = 0
    while place < len(lower):
        size = 2 if lower[place : place + 2] in table and len(lower) - place > 1 else 1
        letters = lower[place : place + size]
        cells.append((size, "" if letters in INVISIBLE else table.get(letters, letters)))
        place += size
    return tuple(cells)


def plain_letters(word: str, variant: str) -> str:
    """A Latin word in plain Cyrillic letters: what the spelling alone tells."""
    return text_of(letter_cells(word, variant))


@cache
def _words() -> dict[str, str]:
    """Plain letters → the lexicon's word, small; a word without rare letters goes before one with."""
    result: dict[str, str] = {}
    for word in lexicon.words().values():
        lower = word.lower()
        key = plain(lower)
        if key not in result or len(set(lower) & set("ьъщёэһ")) < len(set(result[key]) & set("ьъщёэһ")):
            result[key] = lower
    return result


@cache
def _acronyms() -> dict[str, str]:
    """Plain letters of an acronym → its Cyrillic capitals."""
    return {plain(acronym.lower()): acronym for acronym in lexicon.known_acronyms()}


# The press often writes -ıa for -ия (dıplomatıalyq) and -sıa for -ция (ratıfıkasıa).
_SHORT_IA = re.compile("(?<=[бвгдзклмнпрстфхчш])иа")
_S_FOR_TS = re.compile("(?<=[аеиукп])сииа")


@cache
def _ascii_words() -> dict[str, str]:
    """What a keyboard without marks makes of a word → the lexicon's word."""
    table = str.maketrans({"ә": "а", "ғ": "г", "і": "и", "ң": "н", "ө": "о", "ұ": "у", "ү": "у"})
    result: dict[str, str] = {}
    for key, word in _words().items():
        result.setdefault(key.translate(table), word)
    return result


def read_words(words: Iterable[str], variant: str) -> dict[str, str]:
    """Each Latin word in Cyrillic, with its capitals. Many at once cost far less than one by one."""
    result: dict[str, str] = {}
    unknown: dict[str, str] = {}
    for word in words:
        if _NOT_KAZAKH.search(word):
            result[word] = word
            continue
        key = plain_letters(word, variant)
        if sum(map(str.isupper, word)) > 1 and key in _acronyms():
            result[word] = _acronyms()[key]
            continue
        known = _words().get(key)
        if known is None and variant == "ascii":
            known = _ascii_reading(word)
        if known is None and "иа" in key:
            key = _SHORT_IA.sub("ииа", key)
            key = key if key in _words() else _S_FOR_TS.sub("тсииа", key)
            known = _words().get(key)
        if known is None:
            unknown[word] = key
        else:
            result[word] = like(word, known)
    if unknown:
        for word, parts in zip(unknown, load_model("latn").read(list(unknown.values())), strict=True):
            result[word] = like(word, "".join(parts))
    return result


def _ascii_reading(word: str) -> str | None:
    """A word without any mark: as the variants without their marks would spell it."""
    for variant in ("2019", "2018"):
        known = _words().get(plain_letters(word, variant))
        if known:
            return known
    return _ascii_words().get(plain_letters(word, "2021"))


def like(word: str, reading: str) -> str:
    """The reading with the word's capitals."""
    if word[:1] == word[:1].lower():
        return reading
    if len(word) > 1 and word.isupper():
        return reading.upper() if len(reading.upper()) == len(reading) else reading
    return reading[:1].upper() + reading[1:]


def cells_of(word: str, reading: str, variant: str) -> Cells:
    """Which letters of a Latin word stand for which of its Cyrillic reading."""
    if reading == word:
        return identity(word)
    letters = letter_cells(word, variant)
    written = plain_cells(reading.lower())
    key = text_of(letters)
    way = invert(written, reading) if text_of(written) == key else pair_up(key, reading)
    return compose(letters, way)
