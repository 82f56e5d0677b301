"""Which script, spelling and language a text is in.

Scripts are counted by letters, languages weighed by letters and common words (languages.py) on a sample of the text
that does not grow with it. Long texts are sampled in their beginning, middle and end.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from math import exp

from qatynas.model import Script
from qatynas.script.languages import LANGUAGES, PATTERNS
from qatynas.script.latin_reading import detect_variant

_ADDRESS = re.compile(r"\S*(?:://|www\.|@)\S*")
SAMPLE = 4000  # characters of each of the places that a long text is looked at
_WORDS = re.compile(r"[^\W\d_]+(?:['’‘ʻʼ][^\W\d_]+)*['’‘ʻʼ]?")
_WORD_WEIGHT = 3.0
_ENOUGH = 0.15  # of a text's letters, for its script to be the text's
_INSIDE = {
    Script.CYRL: "\u0400-\u052f",
    Script.ARAB: "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdfb\ufe70-\ufefc",
    Script.LATN: "A-Za-z\u00c0-\u024f\u0259",
}


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
    sample = _sample(text)
    if "://" in sample or "www." in sample or "@" in sample:
        sample = _ADDRESS.sub(" ", sample)
    counts = {script: _count(sample, script) for script in Script}
    total = sum(counts.values())
    if not total:
        return Identified(None, "", "und", 0.0)
    likely = [script for script in Script if counts[script] >= _ENOUGH * total]
    found = {script: _language(sample, script) for script in likely}
    # A Kazakh text under a foreign heading or menu is a Kazakh text.
    script = max(likely, key=lambda one: (found[one][0] == "kk", counts[one]))
    language, odds = found[script]
    variant = detect_variant(sample) if script is Script.LATN and language in ("kk", "und") else ""
    return Identified(script, variant, language, round(odds * counts[script] / total, 4))


def _sample(text: str) -> str:
    if len(text) <= 4 * SAMPLE:
        return text
    steps = range(0, len(text) - SAMPLE, (len(text) - SAMPLE) // 3)
    return " ".join(text[start : start + SAMPLE] for start in steps)


@cache
def _outside(script: Script) -> Callable[[str], str]:
    pattern = re.compile(f"[^{_INSIDE[script]}]+")
    return lambda text: pattern.sub("", text)


def _count(text: str, script: Script) -> int:
    return sum(map(str.isalpha, _outside(script)(text)))


@cache
def _patterns(language: str, script: Script) -> list[tuple[re.Pattern[str], float]]:
    return [(re.compile(pattern), weight) for pattern, weight in PATTERNS.get((language, script), {}).items()]


def _language(sample: str, script: Script) -> tuple[str, float]:
    """The likeliest language of this script and its share of the odds."""
    lower = sample.replace("İ", "i").replace("I", "ı" if "ı" in sample else "i").lower()
    lower = lower.replace("’", "'").replace("‘", "'").replace("ʻ", "'").replace("ʼ", "'")
    letters = Counter(lower)
    words = Counter(_WORDS.findall(lower))
    size = sum(words.values()) or 1
    scores: dict[str, float] = {}
    for language in LANGUAGES:
        if language.script is script:
            score = sum([weight * letters[char] for char, weight in language.letters.items() if char in letters])
            score += _WORD_WEIGHT * sum(words[word] for word in language.words & words.keys())
            for pattern, weight in _patterns(language.code, script):
                score += weight * len(pattern.findall(lower))
            scores[language.code] = max(score, scores.get(language.code, score))
    best = max(scores, key=lambda code: scores[code])
    if all(score == 0 for score in scores.values()):
        return "und", 0.5
    lead = [(score - scores[best]) / min(size, 40) * 8 for score in scores.values()]
    return best, 1 / sum(exp(max(value, -50)) for value in lead)
