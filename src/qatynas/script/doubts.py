"""Words in Arabic script whose Cyrillic reading is not sure, with what else they could be."""

from __future__ import annotations

from dataclasses import dataclass

from qatynas.model import Span
from qatynas.script import lexicon
from qatynas.script.arabic_reading import ARABIC_WORD, SURE, by_stem, canonical, read_words
from qatynas.script.letter_model import load_model
from qatynas.script.letters import HAMZA


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word of the text, the reading that convert gives it, and others, the likeliest first."""

    span: Span
    reading: str
    others: tuple[str, ...]


def doubts(text: str) -> list[Doubt]:
    """The uncertain words of a text in Arabic script: homographs, and words that only the letters around could tell."""
    found = list(ARABIC_WORD.finditer(text))
    readings = read_words({match.group() for match in found})
    others = {word: _others(word, reading) for word, reading in readings.items()}
    return [
        Doubt(Span(match.start(), match.end()), readings[match.group()], others[match.group()])
        for match in found
        if others[match.group()]
    ]


def _others(word: str, reading: str) -> tuple[str, ...]:
    plain = canonical(word)
    keys = (plain, plain.lstrip(HAMZA), HAMZA + plain)
    options: list[str] = []
    if plain in lexicon.words():
        options += lexicon.others().get(plain, ())
    else:
        options += [lexicon.words()[key] for key in keys if key in lexicon.words()]
        options += [stem for stem in (by_stem(plain),) if stem]
        letters, leads = load_model("arab").judge([plain])
        if leads[0] < SURE:
            options += ["".join(letters[0]), *load_model("arab").second_best(plain)]
    different = {option.lower(): option for option in reversed(options) if option.lower() != reading.lower()}
    return tuple(option for option in dict.fromkeys(options) if different.get(option.lower()) == option)
