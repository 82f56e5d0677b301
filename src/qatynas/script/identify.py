"""Which script, spelling and language a text is in.

Scripts are counted by letters, languages weighed by letters and common words (languages.py) on a sample of the text
that does not grow with it. Long texts are sampled in their beginning, middle and end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain, starmap
from math import exp

import numpy as np
from numpy.typing import NDArray

from qatynas.model import Script, Span
from qatynas.script.languages import LANGUAGES, PATTERNS
from qatynas.script.latin_reading import detect_variant

_ADDRESS = re.compile(r"\S*(?:://|www\.|@)\S*")
SAMPLE = 4000  # characters of each of the places that a long text is looked at
_WORDS = re.compile(r"[^\W\d_]+(?:['’‘ʻʼ][^\W\d_]+)*['’‘ʻʼ]?")
_WORD_WEIGHT = 3.0
_ENOUGH = 0.15  # of a text's letters, for its script to be the text's
_RANGES = {
    Script.CYRL: ((0x400, 0x530),),
    Script.ARAB: ((0x600, 0x700), (0x750, 0x780), (0xFB50, 0xFDFC), (0xFE70, 0xFEFD)),
    Script.LATN: ((0x41, 0x5B), (0x61, 0x7B), (0xC0, 0x250), (0x259, 0x25A)),
}
_LETTERS = 0x2100  # codes from which on none tells languages apart
_CODES = 0x10000  # what lies above has no letters of the three scripts


@dataclass(frozen=True, slots=True)
class Identified:
    """What a text is written in.

    script is None where it has no letters of the three scripts; variant names a Latin spelling ("2021", "2018" …) of
    Kazakh, else ""; language is ISO 639-1 (639-3 where that has none: kaa), "und" where nothing tells. confidence runs
    from 0 to 1: the share of the text's letters in the script times the odds of the language.
    """

    script: Script | None
    variant: str
    language: str
    confidence: float


def identify(text: str) -> Identified:
    """Script, spelling variant and language of a text: a document, a paragraph or a sentence."""
    sample = _looked_at(text)
    found = _weighed(sample)
    if found.script is Script.LATN and found.language in ("kk", "und"):
        return replace(found, variant=detect_variant(sample))
    return found


def language_of(text: str) -> tuple[str, float]:
    """The language of a text and the confidence in it, as `identify` gives them; no spelling variant is looked for."""
    found = _weighed(_looked_at(text))
    return found.language, found.confidence


def _looked_at(text: str) -> str:
    """What of a text is looked at, without addresses."""
    sample = _sample(text)
    return _ADDRESS.sub(" ", sample) if "://" in sample or "www." in sample or "@" in sample else sample


def _weighed(sample: str) -> Identified:
    counts = _count_letters(sample)
    total = sum(counts.values())
    if not total:
        return Identified(None, "", "und", 0.0)
    likely = [script for script in Script if counts[script] >= _ENOUGH * total]
    found = {script: _language(sample, script) for script in likely}
    # A Kazakh text under a foreign heading or menu is a Kazakh text.
    script = max(likely, key=lambda one: (found[one][0] == "kk", counts[one]))
    language, odds = found[script]
    return Identified(script, "", language, round(odds * counts[script] / total, 4))


def _sample(text: str) -> str:
    if len(text) <= 4 * SAMPLE:
        return text
    steps = range(0, len(text) - SAMPLE, (len(text) - SAMPLE) // 3)
    return " ".join(text[start : start + SAMPLE] for start in steps)


@cache
def _script_numbers() -> NDArray[np.uint8]:
    """Code → number of the script that it is a letter of, from 1 on."""
    numbers = np.zeros(_CODES, dtype=np.uint8)
    for number, ranges in enumerate(_RANGES.values(), 1):
        for code in chain.from_iterable(starmap(range, ranges)):
            numbers[code] = number * chr(code).isalpha()
    return numbers


def _count_letters(text: str) -> dict[Script, int]:
    """How many letters of each script the text has."""
    counts = np.bincount(_script_numbers()[_codes(text)], minlength=4)
    return dict(zip(_RANGES, counts[1:].tolist(), strict=True))


def _codes(text: str) -> NDArray[np.uint32]:
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return np.where(codes < _CODES, codes, 0)


def _language(sample: str, script: Script) -> tuple[str, float]:
    """The likeliest language of this script and its share of the odds."""
    lower = sample.replace("İ", "i").replace("I", "ı" if "ı" in sample else "i").lower()
    lower = lower.replace("’", "'").replace("‘", "'").replace("ʻ", "'").replace("ʼ", "'")
    signs = _signs(script)
    scores: list[float] = (signs.weights @ np.bincount(_codes(lower), minlength=_LETTERS)[signs.letters]).tolist()
    words = _WORDS.findall(lower)
    for word in filter(signs.words.__contains__, words):
        for number in signs.words[word]:
            scores[number] += _WORD_WEIGHT
    second, first = sorted(scores)[-2:] if len(scores) > 1 else (-_CLEAR * len(words), scores[0])
    if first - second < _CLEAR * len(words):  # else no pattern could change what is likeliest
        times = [len(pattern.findall(lower)) for pattern in signs.patterns]
        for number, pattern, weight in signs.told_by:
            scores[number] += weight * times[pattern]
    if not any(scores):
        return "und", 0.5
    best = max(scores)
    share = min(len(words) or 1, 40)
    odds = [exp(max((score - best) / share * 8, -50)) for score in scores]
    return signs.codes[scores.index(best)], 1 / sum(odds)


_CLEAR = 2.0  # lead a word, from which the letters and common words alone tell


@dataclass(frozen=True, slots=True)
class _Signs:
    """What tells the languages of a script apart: languages by number, weights by language and letter.

    told_by holds a language, one of the patterns (which languages share), and what each time that it stands weighs.
    """

    codes: tuple[str, ...]
    letters: NDArray[np.uint32]
    weights: NDArray[np.float64]
    words: dict[str, list[int]]
    patterns: list[re.Pattern[str]]
    told_by: list[tuple[int, int, float]]


@cache
def _signs(script: Script) -> _Signs:
    languages = [language for language in LANGUAGES if language.script is script]
    letters = "".join(sorted({letter for language in languages for letter in language.letters}))
    words: dict[str, list[int]] = {}
    told_by = [
        (number, pattern, weight)
        for number, language in enumerate(languages)
        for pattern, weight in PATTERNS.get((language.code, script), {}).items()
    ]
    patterns = list(dict.fromkeys(pattern for _, pattern, _ in told_by))
    for number, language in enumerate(languages):
        for word in language.words:
            words.setdefault(word, []).append(number)
    return _Signs(
        tuple(language.code for language in languages),
        _codes(letters),
        np.array([[language.letters.get(letter, 0.0) for letter in letters] for language in languages]),
        words,
        [re.compile(pattern) for pattern in patterns],
        [(number, patterns.index(pattern), weight) for number, pattern, weight in told_by],
    )


def identify_paragraphs(text: str) -> Iterator[tuple[Span, Identified]]:
    """Each paragraph of a text (what stands between line breaks and is not blank) with what it is written in."""
    for found in _PARAGRAPH.finditer(text):
        yield Span(found.start(), found.end()), identify(found.group())


_PARAGRAPH = re.compile(r"[^\s](?:[^\n]*[^\s])?")
