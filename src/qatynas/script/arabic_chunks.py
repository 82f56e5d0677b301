"""Chunks of Arabic script read on their own: in Cyrillic, with the kinds by which neighbours change them (context)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache, lru_cache

from qatynas.script import arabic_reading, lexicon
from qatynas.script.arabic_reading import ARABIC_WORD, is_surname
from qatynas.script.cells import Cell, Cells, compose, text_of, tidy
from qatynas.script.chunks import LIMIT, LONGEST, MONTHS, clean_cells
from qatynas.script.context import ABBREVIATIONS, capital, kind_of
from qatynas.script.letters import ARABIC_DIGITS, ARABIC_MARKS, INVISIBLE, LATIN_LOOKALIKES

Reading = tuple[str, int]  # a chunk's text and its kinds

_MARKS = str.maketrans(ARABIC_MARKS | ARABIC_DIGITS | dict.fromkeys(INVISIBLE, ""))
_DAY_HYPHEN = re.compile(rf"(?<=\d)-(?=(?:{MONTHS}))", re.IGNORECASE)
_NAME_PAIR = re.compile(r"([А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі]+-)([а-яёәғқңөұүһі]+)")
_LATIN = re.compile(f"[A-Za-z{''.join(LATIN_LOOKALIKES)}]")
_QUOTED = re.compile(r"([«“])([^\W\d_])")
_WORDS = re.compile(f"({ARABIC_WORD.pattern})")


@cache
def plain_words() -> dict[str, str]:
    """Spellings of the lexicon that stand for themselves whatever their neighbours are, and what they are read as."""
    special = lexicon.given_names() | lexicon.phrase_words() | ABBREVIATIONS
    return {
        spelling: word
        for spelling, word in lexicon.words().items()
        if word not in special and len(spelling) > 2 and not (word[0].isupper() and is_surname(word))
    }


@cache
def _table() -> dict[str, Reading]:
    return {}


def readings(chunks: Collection[str]) -> list[Reading]:
    """The readings of chunks, remembered."""
    table = _table()
    try:
        return [*map(table.__getitem__, chunks)]
    except KeyError:
        new = {chunk for chunk in chunks if chunk not in table}
        if len(table) + len(new) > LIMIT:
            table.clear()
            new = set(chunks)
        made = dict(zip(new, read_chunks(new), strict=True))
        table.update((chunk, reading) for chunk, reading in made.items() if len(chunk) <= LONGEST)
        return [made.get(chunk) or table[chunk] for chunk in chunks]


def read_chunks(new: Collection[str]) -> Iterator[Reading]:
    """The readings of chunks not seen before. Their unknown words are read all at once, which is far cheaper."""
    known = arabic_reading.read_words(set(ARABIC_WORD.findall("\n".join(new))))
    return (_read_chunk(chunk, known) for chunk in new)


def _read_chunk(chunk: str, known: dict[str, str]) -> Reading:
    """A chunk as it is read on its own, with the readings of its words at hand, and its kinds."""
    if chunk in known:
        return known[chunk], kind_of(chunk, known[chunk], unknown=chunk not in lexicon.words())
    if chunk.isascii():
        return chunk, kind_of(chunk, chunk, unknown=False)
    parts = _WORDS.split(chunk)  # what is no word and words in turn
    unknown = len(parts) > 1 and parts[-2] not in lexicon.words()
    for at, part in enumerate(parts):
        if at % 2:
            parts[at] = known[part]
        elif not part.isascii():
            parts[at] = _other(part)
    text = "".join(parts)
    if "-" in text:
        hyphen = None if parts[0] == "" else _DAY_HYPHEN.search(text)
        if hyphen:
            text = f"{text[: hyphen.start()]} {text[hyphen.end() :]}"
        if not text.islower():
            text = _NAME_PAIR.sub(_second_name, text)
    if "«" in text or "“" in text:
        text = _QUOTED.sub(_open_quote, text)
    if len(parts) > 1 and _LATIN.search(chunk):
        text = text_of(clean_cells(text))
    return text, kind_of(chunk, text, unknown=unknown)


def _second_name(found: re.Match[str]) -> str:
    """Қасым-жомарт: the second of two given names, which may be a common word too."""
    return found[1] + capital(found[2]) if found[2] in lexicon.given_names() else found[0]


def _open_quote(found: re.Match[str]) -> str:
    upper = found[2].upper()
    return found[1] + (upper if len(upper) == 1 else found[2])


@lru_cache(maxsize=1 << 12)
def _other(text: str) -> str:
    """What is no Arabic-script word: marks and digits put right, Cyrillic words repaired."""
    return text_of(clean_cells(text.translate(_MARKS)))


def reading_cells(chunk: str) -> Cells:
    """Cells of a chunk in Arabic script, read on its own."""
    known = arabic_reading.read_words(ARABIC_WORD.findall(chunk))
    cells: list[Cell] = []
    place = 0
    for found in ARABIC_WORD.finditer(chunk):
        cells += _other_cells(chunk[place : found.start()])
        cells += arabic_reading.cells_of(found.group(), known[found.group()])
        place = found.end()
    cells += _other_cells(chunk[place:])
    return compose(tidy(cells), clean_cells(text_of(cells)))


def _other_cells(text: str) -> Cells:
    marks = tuple((1, char.translate(_MARKS)) for char in text)
    return compose(marks, clean_cells(text_of(marks)))
