"""What Arabic-script words and chunks are read as, in arrays: the rows that bulk_reading puts long texts together from.

Most words stand for themselves whatever marks are around them, so words have rows of their own, and so have the marks
that may stand before and after. Chunks that are made of anything else are rows as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qatynas.script import lexicon
from qatynas.script.arabic_chunks import plain_words, read_chunks
from qatynas.script.arabic_reading import ARABIC_WORD, read_words
from qatynas.script.context import (
    ABBREVIATIONS,
    AFTER_NAME,
    AFTER_PHRASE,
    BREAK,
    FAMILY_NAME,
    FOREIGN,
    OPAQUE,
    PERHAPS_NAME,
    PHRASE,
    kind_of,
    kind_of_word,
)
from qatynas.script.letters import ARABIC_LETTERS, ARABIC_MARKS, CYRL_TO_ARAB, HAMZA
from qatynas.script.packed import Packed, hashes_of

Array = NDArray[Any]

MOST_ROWS = 1 << 18  # words and chunks remembered, the lexicon's among them, and their characters: bounds of memory
MOST_CHARACTERS = 1 << 22

OPENS = ("", "«", "“", "(", '"')  # before a word; the first two marks make a capital
CAPITAL_OPENS = 2
CLOSES = ("", *'.!?؟…»”),:؛،";')  # after a word, two at most

# Kinds besides those of context.
HEAD = 1 << 20  # begins with a Kazakh letter, which may become a capital
WORD = 1 << 21  # a word, which may have marks around it

_LETTERS = re.compile(f"[{HAMZA}{''.join(sorted(ARABIC_LETTERS))}]{{3,}}")
_BEGINNINGS = frozenset(CYRL_TO_ARAB) | frozenset(map(str.upper, CYRL_TO_ARAB))


class ReadingTable(Packed):
    """The lexicon's words, then marks, then words and chunks as they come.

    The row of OPENS' nth is opens + n; that of a closing is closes + its number, len(kind_by_closing) more where a
    space follows. A closing's number is first × len(CLOSES) + second, the first being 0 where there is one mark only.
    kind_by_closing are kinds that a word gets from what closes it; kept has those of its own that it keeps, by opening
    × len(kind_by_closing) + closing.
    """

    def __init__(self) -> None:
        super().__init__()
        plain = plain_words()
        seconds, reach = lexicon.phrase_seconds(), lexicon.PHRASE_REACH
        kinds = [WORD | HEAD | AFTER_PHRASE * (word[:reach].lower() in seconds) for word in plain.values()]
        self.add([*plain.values()], kinds, hashes_of([*plain]))
        others = lexicon.words().keys() - plain.keys()
        self.add_words([*others], hashes_of([*others]))
        closing = [first + second for first in CLOSES for second in CLOSES]
        written = [marks.translate(str.maketrans(ARABIC_MARKS)) for marks in closing]
        self.opens = self.add(OPENS, [0] * len(OPENS))
        self.closes = self.add([marks + gap for gap in ("", " ") for marks in written], [0] * 2 * len(written))
        kinds = [kind_of("سوز" + a, "сөз" + c, unknown=False) for a, c in zip(closing, written, strict=True)]
        self.kind_by_closing = np.array(kinds, dtype=np.int32)
        kept = [_kept(opening, marks) for opening in OPENS for marks in written]
        self.kept = np.array(kept, dtype=np.int32)

    def has_room(self, rows: int) -> bool:
        """Whether so many may be added."""
        return self.count + rows <= MOST_ROWS and self.used <= MOST_CHARACTERS

    def add_words(self, words: Sequence[str], hashes: Array) -> None:
        """Adds those that are words, of three letters or more, and stand for themselves whatever marks are around.

        The others' words are read with them and remembered: all at once costs least.
        """
        at = [number for number, word in enumerate(words) if _LETTERS.fullmatch(word)]
        known, readings = lexicon.words(), read_words(set(ARABIC_WORD.findall("\n".join(words))))
        fit, texts, kinds = [], [], []
        for number in at:
            word = words[number]
            text = readings[word]
            if text.isalpha() and text[0] in _BEGINNINGS and text.lower() not in ABBREVIATIONS:
                fit.append(number)
                texts.append(text)
                kinds.append(WORD | HEAD | kind_of_word(text, unknown=word not in known))
        self.add(texts, kinds, hashes[fit])

    def add_chunks(self, chunks: Sequence[str], hashes: Array) -> None:
        """Adds chunks as a whole."""
        texts, kinds = [], []
        for text, kind in read_chunks(chunks):
            texts.append(text)
            plain = kind & (OPAQUE | FOREIGN | BREAK) or text[:1] not in _BEGINNINGS
            kinds.append(kind if plain else kind | HEAD)
        self.add(texts, kinds, hashes)


def _kept(opening: str, closing: str) -> int:
    """Which kinds a word keeps between these marks (see kind_of)."""
    lost = PERHAPS_NAME | PHRASE if opening or closing else 0
    return ~(lost | FAMILY_NAME if opening or closing.strip(AFTER_NAME) else lost)
