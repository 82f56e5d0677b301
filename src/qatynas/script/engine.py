"""Texts from one script to another: chunks between spaces, words inside them, and what only neighbours can tell."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from qatynas.model import Script
from qatynas.script import arabic_reading, arabic_writing, latin
from qatynas.script.aligned import Aligned
from qatynas.script.cells import Cell, Cells, compose, identity, text_of, tidy
from qatynas.script.letters import (
    ARABIC_DIGITS,
    ARABIC_LETTERS,
    ARABIC_MARKS,
    ARABIC_REPAIRS,
    CYRILLIC_MARKS,
    HAMZA,
    INVISIBLE,
)
from qatynas.script.repair import is_cyrillic, repair_word

_ARABIC = "".join(sorted(ARABIC_LETTERS | set(ARABIC_REPAIRS) | {HAMZA}))
_HIDDEN = "".join(INVISIBLE)
_ARABIC_WORD = re.compile(f"[{_ARABIC}][{_ARABIC}{_HIDDEN}]*")
_LETTERS = re.compile(rf"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f{_HIDDEN}]|[{latin.APOSTROPHES}](?=[^\W\d_]))*")
_MONTHS = "қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан"
_DAY_HYPHEN = re.compile(rf"(?<=\d)-(?=(?:{_MONTHS}))")
_SENTENCE_END = re.compile(r"[.!?…][»”\")]*$")
_ABBREVIATED = re.compile(r"(?:^|\W)(?:\w|млн|млрд|трлн|мың|т\.б|т\.с|ғ|ж|б\.з)\.$", re.IGNORECASE)

Reader = Callable[[str], Cells]  # of what stands between two spaces


@lru_cache(maxsize=100_000)
def chunk_from_arabic(chunk: str) -> Cells:
    """Cells of what stands between two spaces, from Arabic script into Cyrillic, no capitals but those of names."""
    cells: list[Cell] = []
    place = 0
    for found in _ARABIC_WORD.finditer(chunk):
        cells += _marks(chunk[place : found.start()])
        cells += arabic_reading.read_word(found.group())
        place = found.end()
    cells += _marks(chunk[place:])
    result = tidy(cells)
    text = text_of(result)
    hyphen = _DAY_HYPHEN.search(text)
    if hyphen:
        cut = hyphen.start()
        return compose(result, tuple((1, " " if at == cut else char) for at, char in enumerate(text)))
    return result


def _marks(text: str) -> list[Cell]:
    return [(1, "" if c in INVISIBLE else ARABIC_MARKS.get(c) or ARABIC_DIGITS.get(c) or c) for c in text]


@lru_cache(maxsize=100_000)
def chunk_from_cyrillic(chunk: str) -> Cells:
    """Cells of what stands between two spaces, noise in Cyrillic words repaired."""
    if chunk.isascii() or not any(map(is_cyrillic, chunk)):
        return identity(chunk)
    return _by_words(chunk, repair_word)


@lru_cache(maxsize=100_000)
def chunk_to_arabic(chunk: str) -> Cells:
    """Cells of what stands between two spaces, from Cyrillic into Arabic script."""
    clean = chunk_from_cyrillic(chunk)
    text = text_of(clean)
    cells: list[Cell] = []
    place = 0
    for found in _LETTERS.finditer(text):
        cells += [(1, CYRILLIC_MARKS.get(c, c)) for c in text[place : found.start()]]
        word = found.group()
        cells += arabic_writing.write_word(word.lower()) if any(map(is_cyrillic, word)) else identity(word)
        place = found.end()
    cells += [(1, CYRILLIC_MARKS.get(c, c)) for c in text[place:]]
    return compose(clean, tidy(cells))


def chunk_to_latin(variant: str) -> Callable[[str], Cells]:
    """From Cyrillic into a Latin variant."""

    def convert(chunk: str) -> Cells:
        clean = chunk_from_cyrillic(chunk)
        return compose(clean, _by_words(text_of(clean), lambda word: latin.write_word(word, variant)))

    return lru_cache(maxsize=100_000)(convert)


def chunk_from_latin(variant: str) -> Callable[[str], Cells]:
    """From a Latin variant into Cyrillic."""

    def read(word: str) -> Cells:
        return repair_word(word) if any(map(is_cyrillic, word)) else latin.read_word(word, variant)

    return lru_cache(maxsize=100_000)(lambda chunk: _by_words(chunk, read))


def _by_words(chunk: str, convert: Callable[[str], Cells]) -> Cells:
    cells: list[Cell] = []
    place = 0
    for found in _LETTERS.finditer(chunk):
        cells += identity(chunk[place : found.start()])
        cells += convert(found.group())
        place = found.end()
    cells += identity(chunk[place:])
    return tidy(cells)


_SPACE = re.compile(r"\s+|\S+")


def align_chunks(text: str, convert: Callable[[str], Cells], source: Script, to: Script) -> Aligned:
    """The text converted chunk by chunk, with its offset map."""
    chunks = _SPACE.findall(text)
    made = [chunk if chunk.isspace() else text_of(convert(chunk)) for chunk in chunks]
    if source is Script.ARAB and to is Script.CYRL:
        made = _in_context(chunks, made)
    source_at, target_at = [0], [0]
    for before, after in zip(chunks, made, strict=True):
        source_at.append(source_at[-1] + len(before))
        target_at.append(target_at[-1] + len(after))
    return Aligned("".join(made), text, to, source, source_at, target_at, convert)


def _in_context(chunks: list[str], made: list[str]) -> list[str]:
    """Hyphens that the press sets off by a space, acronyms spelt with spaces, capitals at sentence starts."""
    made = list(made)
    _join_hyphens(made)
    _join_acronyms(chunks, made)
    _start_sentences(chunks, made)
    return made


def _join_hyphens(made: list[str]) -> None:
    for at in range(1, len(made) - 1):
        if made[at] != " ":
            continue
        before, after = made[at - 1], made[at + 1]
        if before[-1:] == "-" and before[-2:-1].isalpha() and after[:1].isalpha():
            made[at] = ""
        elif after[:1] == "-" and after[1:2].isalpha() and before[-1:].isdigit():
            made[at + 1] = after[1:]


_SINGLE = re.compile(rf"([«(\"]*(?:\w+-)?)([{_ARABIC}])([^{_ARABIC}\s]*|-.*)$", re.DOTALL)


def _join_acronyms(chunks: list[str], made: list[str]) -> None:
    """ب ۇ ۇ → БҰҰ: two or more letters that stand alone."""
    at = 0
    while at < len(chunks):
        first = re.fullmatch(rf"([^{_ARABIC}]*(?:[{_ARABIC}]+-)?)([{_ARABIC}])", chunks[at])
        if not first:
            at += 1
            continue
        last = at
        while last + 2 < len(chunks) and chunks[last + 1] == " ":
            if re.fullmatch(f"[{_ARABIC}]", chunks[last + 2]):
                last += 2
                continue
            if re.fullmatch(rf"[{_ARABIC}](?![{_ARABIC}.]).*", chunks[last + 2]):
                last += 2
            break
        if last > at:
            for place in range(at, last + 1, 2):
                text = made[place]
                cut = len(text) - 1 if place == at else 0
                made[place] = text[:cut] + text[cut : cut + 1].upper() + text[cut + 1 :]
                if place > at:
                    made[place - 1] = ""
        at = last + 1


def _start_sentences(chunks: list[str], made: list[str]) -> None:
    starts = True
    for at, text in enumerate(made):
        if not text or text.isspace():
            starts = starts or "\n" in text
            continue
        quoted = re.search(r"[«“\"](?=\w)", text)
        if quoted:
            made[at] = text = text[: quoted.end()] + _upper(text[quoted.end()]) + text[quoted.end() + 1 :]
        if starts:
            letter = next((place for place, char in enumerate(text) if char.isalnum()), None)
            if letter is None:
                continue
            if _ARABIC_WORD.search(chunks[at]):
                made[at] = text = text[:letter] + _upper(text[letter]) + text[letter + 1 :]
        starts = bool(_SENTENCE_END.search(text)) and not _ABBREVIATED.search(text)


def _upper(char: str) -> str:
    upper = char.upper()
    return upper if len(upper) == 1 else char
