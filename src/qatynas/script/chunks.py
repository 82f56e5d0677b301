"""What stands between two spaces, converted on its own and remembered: running text repeats itself.

A conversion of known chunks is a look-up, which is what makes whole texts as fast as str.translate or faster.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from typing import Generic, TypeVar

from qatynas.script import arabic_writing, latin, latin_reading, lexicon
from qatynas.script.cells import Cell, Cells, compose, identity, text_of, tidy
from qatynas.script.letters import CYRL_TO_ARAB, INVISIBLE
from qatynas.script.repair import is_cyrillic, repair_word
from qatynas.script.styles import Style

LIMIT = 300_000  # chunks remembered; about 60 MB. A table that is full starts anew, so memory is bounded
LONGEST = 60  # longer chunks (addresses, texts without spaces) are not remembered

T = TypeVar("T")


class Table(dict[str, T], Generic[T]):
    """chunk → what it becomes, made on first sight."""

    def __init__(self, make: Callable[[str], T]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, chunk: str) -> T:
        made = self._make(chunk)
        self.remember(chunk, made)
        return made

    def remember(self, chunk: str, made: T) -> None:
        """Keeps it, if there is room and it is worth it."""
        if len(chunk) <= LONGEST:
            if len(self) >= LIMIT:
                self.clear()
            self[chunk] = made


WORD = re.compile(
    rf"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f{''.join(sorted(INVISIBLE))}]+(?=[^\W\d_]|$|\W)"
    rf"|[{latin.APOSTROPHES}](?=[^\W\d_]))*"
)
# In the variant of 2017 a word may end in an apostrophe.
_WORD_2017 = re.compile(rf"(?:[^\W\d_]|(?<=[AGINOUSYCaginousyc])[{latin.APOSTROPHES}])+")
ADDRESS = re.compile(r"://|www\.|@")
MONTHS = "қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан"


def by_words(
    chunk: str,
    convert: Callable[[str], Cells],
    between: Callable[[str], Iterable[Cell]] = identity,
    pattern: re.Pattern[str] = WORD,
) -> Cells:
    """Cells of a chunk whose words go one way and whose other characters another."""
    cells: list[Cell] = []
    place = 0
    for found in pattern.finditer(chunk):
        cells += between(chunk[place : found.start()])
        cells += convert(found.group())
        place = found.end()
    cells += between(chunk[place:])
    return tidy(cells)


# --- Cyrillic, cleaned -------------------------------------------------------------------------------------------


def clean_cells(chunk: str) -> Cells:
    """Cells of a chunk of Cyrillic text with the noise in its words repaired."""
    if chunk.isascii():
        return identity(chunk)
    return by_words(chunk, repair_word)


@cache
def clean_table() -> Table[str]:
    return Table(_clean)


def _clean(chunk: str) -> str:
    return chunk if _CLEAN.fullmatch(chunk) else text_of(clean_cells(chunk))


_CLEAN = re.compile("[\\s\\d.,:;!?()«»“”–—-]*[а-яёәғқңөұүһі]*[.,:;!?()«»“”–—-]*", re.IGNORECASE)


# --- Cyrillic → Arabic -------------------------------------------------------------------------------------------


@lru_cache
def arabic_cells(style: Style) -> Callable[[str], Cells]:
    """The way of a Cyrillic chunk into Arabic script."""

    def word(text: str) -> Cells:
        if not any(map(is_cyrillic, text)):
            return identity(text)
        if style.spaced_acronyms and text in lexicon.known_acronyms():
            letters = [cell[1] for cell in map(arabic_writing.write_letter, text.lower())]
            return tuple((1, letter + (" " if at < len(text) else "")) for at, letter in enumerate(letters, 1))
        lower = text.lower()
        return arabic_writing.write_word(lower if len(lower) == len(text) else text, style.hamza, style.ts)

    def marks(text: str) -> Iterable[Cell]:
        return ((1, char) for char in _write_marks(text, style.mark_table))

    def convert(chunk: str) -> Cells:
        clean = clean_cells(chunk)
        text = text_of(clean)
        if len(text) == len(clean) == len(chunk):
            return by_words(text, word, marks)
        return compose(clean, by_words(text, word, marks))

    return convert


@lru_cache
def arabic_table(style: Style) -> Table[str]:
    """Chunks in Arabic script; TIED stands before those that the style ties to a number before them."""
    convert, tied, marks = arabic_cells(style), tied_chunks(style), style.mark_table
    words = tuple(text_of(arabic_writing.write_word(month)) for month in MONTHS.split("|")) if style.day != " " else ()
    words += (YEAR_WORD,) if style.year != " " else ()

    def make(chunk: str) -> str:
        plain = _PLAIN_CHUNK.fullmatch(chunk)
        if plain:
            word = arabic_writing.spell(plain[2].lower(), style.hamza, style.ts)
            text = plain[1] + word + plain[3].translate(marks)
        elif chunk.isascii():
            text = chunk if ADDRESS.search(chunk) else _write_marks(chunk, marks)
        else:
            text = text_of(convert(chunk))
        if TIED in text:
            text = text.replace(TIED, "")
        if text.startswith(words):
            tied.add(chunk)
            return TIED + text
        return text

    return Table(make)


@lru_cache
def tied_chunks(style: Style) -> set[str]:
    """The chunks seen so far that the style ties to a number before them: words of years and months."""
    return set()


TIED = "\ufdd1"  # a noncharacter, which no text should hold


YEAR_WORD = "جىل"
_YEAR = re.compile(r"(?:.*\D)?[12]\d{3}", re.DOTALL)
_DAY = re.compile(r"\D*[0-3]?\d")
KAZAKH_WORD = re.compile("[а-яёәғқңөұүһі]+|[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі]+")
_PLAIN_CHUNK = re.compile(f'([«("“]*)({KAZAKH_WORD.pattern})([.,:;!?»)”"…]*)')


def tie(before: str, text: str, style: Style) -> str:
    """What the style puts between a chunk and the word of a year or month after it."""
    if not before[-1:].isdigit():
        return " "
    if text.startswith(YEAR_WORD):
        return style.year if _YEAR.fullmatch(before) else " "
    return style.day if _DAY.fullmatch(before) else " "


# --- Cyrillic → Latin → Cyrillic ---------------------------------------------------------------------------------


@lru_cache
def latin_cells(variant: str) -> Callable[[str], Cells]:
    """The way of a Cyrillic chunk into a Latin variant."""

    def convert(chunk: str) -> Cells:
        clean = clean_cells(chunk)
        return compose(clean, by_words(text_of(clean), lambda word: latin.write_word(word, variant)))

    return convert


@lru_cache
def latin_table(variant: str) -> Table[str]:
    """Chunks in a Latin variant."""
    forms = [form for letter in _ON_THEIR_OWN for form in (letter, letter.upper())]
    letters = {ord(form): text_of(latin.write_word(form, variant)) for form in forms}

    def write(found: re.Match[str]) -> str:
        word = found.group()
        plain = _PLAIN_CYRILLIC.fullmatch(word)
        return word.translate(letters) if plain else text_of(latin.write_word(word, variant))

    def make(chunk: str) -> str:
        return chunk.translate(letters) if _PLAIN_CYRILLIC.fullmatch(chunk) else WORD.sub(write, _clean(chunk))

    return Table(make)


_ON_THEIR_OWN = "".join(sorted(CYRL_TO_ARAB.keys() - {"ь", "ъ"}))  # letters that Latin writes alike wherever they stand
_PLAIN_CYRILLIC = re.compile(
    "{0}[{1}{2}]?[{1}]*{0}".format(r"[.,:;!?()«»“”…\d-]*", _ON_THEIR_OWN, _ON_THEIR_OWN.upper())
)


def _write_marks(text: str, marks: dict[int, str]) -> str:
    """The marks of Arabic script; a comma between digits stays as it is."""
    return _DECIMAL_COMMA.sub(",", text.translate(marks))


_DECIMAL_COMMA = re.compile(r"(?<=\d)،(?=\d)")


def latin_word(variant: str) -> re.Pattern[str]:
    """What a word of a Latin variant looks like."""
    return _WORD_2017 if variant == "2017" else WORD


@lru_cache
def from_latin_table(variant: str) -> Table[str]:
    """Chunks of a Latin variant in Cyrillic."""
    pattern = latin_word(variant)
    return Table(
        lambda chunk: _from_latin(chunk, latin_reading.read_words(_latin_words(chunk, pattern), variant), pattern)
    )


def read_latin_chunks(chunks: Iterable[str], variant: str) -> None:
    """Puts the readings of these chunks into the table: new words are read all at once, which is far cheaper."""
    table, pattern = from_latin_table(variant), latin_word(variant)
    single: dict[str, str] = {}  # chunk → the one word in it
    others = []
    for chunk in chunks:
        word = chunk.strip(_AROUND_LATIN)
        if _ONE_LATIN_WORD.fullmatch(word):
            single[chunk] = word
        else:
            others.append(chunk)
    words = {word for chunk in others for word in _latin_words(chunk, pattern)}.union(single.values())
    known = latin_reading.read_words(words, variant)
    for chunk, word in single.items():
        table.remember(chunk, known[word] if word == chunk else chunk.replace(word, known[word]))
    for chunk in others:
        table.remember(chunk, _from_latin(chunk, known, pattern))


_AROUND_LATIN = '.,:;!?()«»"“”–—-…'
# A word of letters alone, none of them Cyrillic, in any variant; «www.» begins an address.
_ONE_LATIN_WORD = re.compile(r"[^\W\d_\u0400-\u052f]+(?<!www)")


def _latin_words(chunk: str, pattern: re.Pattern[str]) -> list[str]:
    if ADDRESS.search(chunk):
        return []
    return [word for word in pattern.findall(chunk) if not any(map(is_cyrillic, word))]


def _from_latin(chunk: str, known: dict[str, str], pattern: re.Pattern[str]) -> str:
    if ADDRESS.search(chunk):
        return chunk
    return pattern.sub(lambda found: known.get(found.group()) or text_of(repair_word(found.group())), chunk)


@lru_cache
def from_latin_cells(variant: str) -> Callable[[str], Cells]:
    """The way of a chunk in a Latin variant into Cyrillic."""

    def read(word: str) -> Cells:
        if any(map(is_cyrillic, word)):
            return repair_word(word)
        return latin_reading.cells_of(word, latin_reading.read_words([word], variant)[word], variant)

    pattern = latin_word(variant)
    return lambda chunk: identity(chunk) if ADDRESS.search(chunk) else by_words(chunk, read, pattern=pattern)
