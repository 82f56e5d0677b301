"""Kazakh in Latin letters read into Cyrillic, and which variant a text is in.

A Latin word's letters give what all variants can tell apart (latin.PLAIN); й or и, я or иа, ц or тс, э or е, ь are
then settled by the lexicon, else by the letters around.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import chain
from math import log

import numpy as np

from qatynas.script import lexicon
from qatynas.script.cells import Cell, Cells, compose, identity, invert, pair_up, text_of
from qatynas.script.latin import APOSTROPHES, COMMON, VARIANTS, plain, plain_cells
from qatynas.script.letter_model import load_model
from qatynas.script.letters import INVISIBLE

_DIGRAPHS = {"kh": "х", "zh": "ж", "sh": "ш", "gh": "ғ"}  # of habits before 2018 and of keyboards
_APART = {"х": "кх", "ж": "зх", "ш": "сх", "ғ": "гх"}
_WITH_DIGRAPHS = ("2018", "ascii")
_NOT_KAZAKH = re.compile(r"[wx]|c(?![h'’ʼ‘ʹ`´])", re.IGNORECASE)  # words left as they are
_ENGLISH = re.compile("th|ph", re.IGNORECASE)  # so are words with these that begin with no known word (kitaphanada)
_IN_FOREIGN = frozenset("wxchWXCH")  # one of which those words have
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
    """The Latin variant that a text is written in: by its marked letters, else by the words and letters they spell.

    "ascii" is a text without marks whose words are known only if marks are put on them.
    """
    lower = text[:200_000].lower()
    acute = sum(map(lower.count, _MARKS["acute"]))
    marked = sum(map(lower.count, _MARKS["marked"]))
    signs = [sign for sign in APOSTROPHES[:3] if sign in lower]
    apostrophes = sum(lower.count(letter + sign) for letter in "agnouysci" for sign in signs)
    if apostrophes > acute + marked:
        return "2017"
    if acute > marked:
        return "2018"
    if marked:
        return _likeliest(text, ("2021", "2019"))
    if "ý" in lower:
        return "2018"
    return _likeliest(text, ("2021", "2019", "2018") if "ı" in lower else ("2021", "2019", "2018", "2017", "ascii"))


_WORDS_LOOKED_AT = 80
_FOR_ANOTHER = 0.5  # lead in likelihood, from which a variant other than the first is believed: best on held-out words


def _likeliest(text: str, variants: tuple[str, ...]) -> str:
    """The variant in which most words are known; of equal ones that in which the others look most like Kazakh."""
    words = list(dict.fromkeys(_LATIN_WORD.findall(text[:20_000])))[:_WORDS_LOOKED_AT]
    known = {variant: sum(knows(word, variant) for word in words) for variant in variants}
    best = [variant for variant in variants if known[variant] == max(known.values())]
    if len(best) == 1 or known[best[0]] == len(words):
        return best[0]
    best = [variant for variant in best if variant != "ascii"]  # beyond the lexicon it is read as the first
    scores = {variant: sum(_likelihood(plain_letters(word, variant)) for word in words) for variant in best}
    likeliest = max(best, key=lambda variant: scores[variant])
    return likeliest if scores[likeliest] > scores[best[0]] + _FOR_ANOTHER else best[0]


_LATIN_WORD = re.compile("[A-Za-z\u00c0-\u024f]+")


def knows(word: str, variant: str) -> bool:
    """Whether the lexicon has the word that its letters spell in the variant."""
    return known_word(word, variant) is not None


def known_word(word: str, variant: str) -> str | None:
    """The lexicon's word that a Latin word spells in the variant."""
    return _known(plain_letters(word, variant), variant)


def _known(key: str, variant: str) -> str | None:
    if variant == "ascii":
        key = key.translate(WITHOUT_MARKS)
    words = _ascii_words() if variant == "ascii" else _words()
    if key in words or variant not in _WITH_DIGRAPHS:
        return words.get(key)
    # Two letters that only look like one sign: shema is схема.
    apart = (f"{key[:at]}{_APART[letter]}{key[at + 1 :]}" for at, letter in enumerate(key) if letter in _APART)
    return next((words[letters] for letters in apart if letters in words), None)


@cache
def _grams() -> tuple[dict[str, int], dict[str, int]]:
    """How often three letters, and two, follow each other in the lexicon's words."""
    text = f" {'  '.join(_words())} "  # two spaces between words: grams over both are left out
    letters = sorted(set(text))
    codes = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32)
    base = np.int64(len(letters))
    number = np.searchsorted(np.array([*map(ord, letters)]), codes)
    grams = (number[:-2] * base + number[1:-1]) * base + number[2:]
    inside = np.flatnonzero((codes[:-2] != ord(" ")) | (codes[1:-1] != ord(" ")))
    inside = inside[(codes[inside + 1] != ord(" ")) | (codes[inside + 2] != ord(" "))]
    counts = np.bincount(grams[inside])
    threes: dict[str, int] = {}
    twos: Counter[str] = Counter()
    for gram in np.flatnonzero(counts).tolist():
        three = letters[gram // base**2] + letters[gram // base % base] + letters[gram % base]
        threes[three] = int(counts[gram])
        twos[three[:2]] += threes[three]
    return threes, twos


def _likelihood(letters: str) -> float:
    """The logarithm of how likely a word of these plain letters is, by grams of three."""
    threes, twos = _grams()
    edged = f" {letters} "
    return sum(
        log((threes.get(edged[at : at + 3], 0) + 0.1) / (twos.get(edged[at : at + 2], 0) + 3))
        for at in range(len(edged) - 2)
    )


def lower_case(text: str, variant: str) -> str:
    """Small letters, one for one; I is the capital of ı in 2021 and of i elsewhere."""
    text = text.replace("İ", "i").replace("I", "ı" if variant == "2021" else "i")
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@lru_cache
def _reading_table(variant: str) -> dict[str, str]:
    """Latin letters → plain Cyrillic letters."""
    table = dict(_DIGRAPHS) if variant in _WITH_DIGRAPHS else {}
    own = VARIANTS["2021" if variant == "ascii" else variant]
    for source in (COMMON, own):
        table |= {latin: letter for letter, latin in source.items() if latin and letter not in "йһэ"}
    return table | _GUESTS[variant]


def letter_cells(word: str, variant: str) -> Cells:
    """Cells of a Latin word in plain Cyrillic small letters."""
    table = _reading_table(variant)
    lower = lower_case(word, variant).translate(_ONE_APOSTROPHE)
    cells: list[Cell] = []
    place = 0
    while place < len(lower):
        size = 2 if lower[place : place + 2] in table and len(lower) - place > 1 else 1
        letters = lower[place : place + size]
        cells.append((size, "" if letters in INVISIBLE else table.get(letters, letters)))
        place += size
    return tuple(cells)


def plain_letters(word: str, variant: str) -> str:
    """A Latin word, or words, in plain Cyrillic letters, the text of letter_cells: what the spelling alone tells."""
    lower = lower_case(word, variant)
    for sign in APOSTROPHES[1:]:
        lower = lower.replace(sign, APOSTROPHES[0])
    single, pairs = _plain_tables(variant)
    if "h" in lower or "'" in lower:  # in which all pairs of letters end, so that no two of them overlap
        lower = pairs.sub(lambda pair: _reading_table(variant)[pair[0]], lower)
    return lower.translate(single)


_ONE_APOSTROPHE = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))


@lru_cache
def _plain_tables(variant: str) -> tuple[dict[int, str], re.Pattern[str]]:
    """The reading table's single letters, those that are not seen dropped, and its pairs of letters."""
    table = _reading_table(variant)
    single = str.maketrans({letter: text for letter, text in table.items() if len(letter) == 1})
    return single | dict.fromkeys(map(ord, INVISIBLE), ""), re.compile("|".join(key for key in table if len(key) == 2))


@cache
def _words() -> dict[str, str]:
    """Plain letters → the lexicon's word, small; a word without rare letters goes before one with."""
    result: dict[str, str] = {}
    lower = "\n".join(chain(lexicon.words().values(), *lexicon.others().values())).lower()
    for word, key in zip(lower.split("\n"), plain(lower).split("\n"), strict=True):
        if key not in result or len(set(word) & set("ьъщёэһ")) < len(set(result[key]) & set("ьъщёэһ")):
            result[key] = word
    return result


@cache
def _acronyms() -> dict[str, str]:
    """Plain letters of an acronym → its Cyrillic capitals."""
    return {plain(acronym.lower()): acronym for acronym in lexicon.known_acronyms()}


# The press often writes -ıa for -ия (dıplomatıalyq) and -sıa for -ция (ratıfıkasıa).
_SHORT_IA = re.compile("(?<=[бвгдзклмнпрстфхчш])иа")
_S_FOR_TS = re.compile("(?<=[аеиукп])сииа")


_JULY = re.compile("^ш[иы]лде")  # «14 şılde», «shıldede»: no other word begins so


_WITHOUT_MARKS = {"ә": "а", "ғ": "г", "і": "и", "ң": "н", "ө": "о", "ұ": "у", "ү": "у"}
WITHOUT_MARKS = str.maketrans(_WITHOUT_MARKS)


@cache
def _ascii_words() -> dict[str, str]:
    """What a keyboard without marks makes of a word → the commonest of the lexicon's words behind it."""
    keys = "\n".join(_words())
    for marked, letter in _WITHOUT_MARKS.items():
        keys = keys.replace(marked, letter)
    result = dict(zip(reversed(keys.split("\n")), reversed(_words().values()), strict=True))
    return result | dict(lexicon.rows("ascii"))


@cache
def _ascii_endings() -> dict[tuple[str, str], str]:
    """(what a keyboard without marks makes of an ending, harmony of the stem) → the ending."""
    return {(ending, tone): read for ending, tone, read in lexicon.rows("ascii_endings")}


def by_stem(word: str) -> str | None:
    """A word without marks as a known stem with an ending."""
    key = plain_letters(word, "ascii").translate(WITHOUT_MARKS)
    for cut in range(len(key) - 1, 2, -1):
        stem = _ascii_words().get(key[:cut])
        ending = stem and _ascii_endings().get((key[cut:], lexicon.harmony(stem)))
        if stem and ending:
            return stem + ending
    return None


def read_words(words: Iterable[str], variant: str) -> dict[str, str]:
    """Each Latin word in Cyrillic, with its capitals. Many at once cost far less than one by one."""
    result: dict[str, str] = {}
    unknown: dict[str, str] = {}
    several = list(words)
    plainly = _words() if variant != "ascii" else {}
    for word, key in zip(several, _plain_letters_of(several, variant), strict=True):
        if not _IN_FOREIGN.isdisjoint(word) and _is_foreign(word, key):
            result[word] = word
            continue
        key = _JULY.sub("шілде", key)
        small = word.islower()
        if not small and not word[1:].islower() and sum(map(str.isupper, word)) > 1 and key in _acronyms():
            result[word] = _acronyms()[key]
            continue
        known = plainly.get(key) or _known(key, variant) or (by_stem(word) if variant == "ascii" else None)
        if known is None and "иа" in key:
            longer = _SHORT_IA.sub("ииа", key)
            longer = longer if longer in _words() else _S_FOR_TS.sub("тсииа", longer)
            known = _words().get(longer)
            key = max((longer, key), key=_stem)
        if known is None:
            unknown[word] = key
        else:
            result[word] = known if small else like(word, known)
    if unknown:
        for word, parts in zip(unknown, load_model("latn").read(list(unknown.values())), strict=True):
            result[word] = like(word, _with_stem(unknown[word], parts))
    return result


def _plain_letters_of(words: list[str], variant: str) -> list[str]:
    """The plain letters of each word; all at once cost far less."""
    keys = plain_letters("\n".join(words), variant).split("\n") if words else []
    return keys if len(keys) == len(words) else [plain_letters(word, variant) for word in words]


def _is_foreign(word: str, key: str) -> bool:
    """Whether a word of these plain letters stays as it is."""
    return bool(_NOT_KAZAKH.search(word) or (_ENGLISH.search(word) and word.isascii() and not _stem(key)))


STEM = 5  # letters from which a known word at a word's beginning is believed rather than the letters around


def _stem(key: str) -> int:
    """The length of the longest known word that begins a word of these plain letters, 0 if there is none."""
    words = _words()
    for cut in range(len(key), STEM - 1, -1):
        if key[:cut] in words:
            return cut
    return 0


def _with_stem(key: str, parts: Sequence[str]) -> str:
    """The reading of an unknown word, letter for letter in parts, its stem as the lexicon has it."""
    cut = _stem(key)
    return _words()[key[:cut]] + "".join(parts[cut:]) if 0 < cut < len(parts) and parts[cut] else "".join(parts)


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
