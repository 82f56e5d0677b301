"""Kazakh words from Arabic script into Cyrillic: by the lexicon, by stem and ending, and by the letters around."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from qatynas.data import world
from qatynas.script import lexicon
from qatynas.script.arabic_writing import write_word
from qatynas.script.cells import Cell, Cells, compose, invert, pair_up, text_of, tidy
from qatynas.script.letter_model import load_model
from qatynas.script.letters import ARABIC_LETTERS, ARABIC_REPAIRS, EXACT_LETTERS, HAMZA, INVISIBLE

_SHOWS_FRONT = re.compile("[كگە]")
_FRONT = frozenset("әөүіе")

# Endings of family names and patronymics with any case ending: written with a capital though no lexicon has the name.
_SURNAME = re.compile(
    "..(?:[оеё]ва?|ұлы|қызы|уулу|кызы)(?:[тдн][ыі]ң|[тдн][ыі]|[қкгғ][аеә]|[тд][ае]н?|[мпб]ен|(?:тар|тер)(?:д?[ыі]ң?)?)?$"
)
_SURNAME_PART = re.compile("в|ұлы|қыз|улу|кыз")


def is_surname(word: str) -> bool:
    """Whether the word, maybe inflected, ends as family names and patronymics do."""
    return _SURNAME_PART.search(word) is not None and _SURNAME.search(word) is not None


SURE = 40.0  # lead, in weight steps, from which the letters overrule stem and ending: best on the held-out text
ARABIC_WORD_LETTERS = frozenset(ARABIC_LETTERS | set(ARABIC_REPAIRS) | {HAMZA})
_EXACT = frozenset(EXACT_LETTERS)
_REPAIR = str.maketrans(ARABIC_REPAIRS | dict.fromkeys(INVISIBLE, ""))


def canonical(word: str) -> str:
    """The word in the letters of the press, with one hamza before it if it has any."""
    plain = word.translate(_REPAIR)
    return HAMZA + plain.replace(HAMZA, "") if HAMZA in plain else plain


def read_words(words: Iterable[str]) -> dict[str, str]:
    """Each Arabic-script word in Cyrillic, a known name with its capital. Many at once cost far less each."""
    known, remembered = lexicon.words(), _remembered()
    result: dict[str, str] = {}
    unknown: dict[str, str] = {}
    for word in words:
        found = known.get(word) or remembered.get(word)
        if found is None:
            plain = canonical(word)
            found = _known(plain)
            if found is None:
                unknown[word] = plain
                continue
        result[word] = found
    if unknown:
        result.update(_read_unknown(unknown))
        if len(remembered) + len(unknown) > _LIMIT:
            remembered.clear()
        remembered.update((word, result[word]) for word in unknown if len(word) <= _LONGEST)
    return result


_LIMIT, _LONGEST = 100_000, 40  # unknown words remembered, about 15 MB, and their letters


@cache
def _remembered() -> dict[str, str]:
    """Words that no table has → how they were read."""
    return {}


def _known(plain: str) -> str | None:
    words = lexicon.words()
    found = words.get(plain) or _short_name(plain)
    if found is None and plain.startswith(HAMZA):
        # Some write the hamza before loans with a front ending (ءمينيسترى); a back word it cannot be.
        found = words.get(plain[1:])
        found = None if found is None or _FRONT.isdisjoint(found.lower()) else found
    elif found is None and HAMZA + plain in words and by_stem(plain) is None:
        found = words[HAMZA + plain]  # the hamza was left out
    if found is None and "سي" in plain:
        found = words.get(plain.replace("سي", "تسي"))  # كونفەرەنسيا: some write ц before и as س
    if found is None and "يي" in plain.replace("ىي", "يي"):
        # MediaWiki's converter and its heirs write ىي for и and so ىييا for ия.
        for spelling in (plain.replace("ىي", "ي"), plain.replace("ىي", "ي").replace("يي", "ي")):
            found = found or words.get(spelling) or words.get(HAMZA + spelling)
    return found


def _short_name(plain: str) -> str | None:
    """«وشتى»: a place of two letters with a case ending (Ошты). Without a hamza it is no front word (өшті)."""
    ending = _CASES.get(plain[2:])
    name = lexicon.words().get(plain[:2]) if ending else None
    return name + ending if ending and name in _short_places() else None


@cache
def _short_places() -> frozenset[str]:
    """The places that two letters name."""
    return frozenset(place.name for place in world().places if len(place.name) == 2)


_CASES = {
    "دا": "да", "تا": "та", "دان": "дан", "تان": "тан", "نى": "ны", "دى": "ды", "تى": "ты", "نىڭ": "ның", "دىڭ": "дың",
    "تىڭ": "тың", "عا": "ға", "قا": "қа", "مەن": "мен", "پەن": "пен", "بەن": "бен", "داعى": "дағы", "تاعى": "тағы",
    "تىق": "тық", "تىقتار": "тықтар",
}  # fmt: skip
"""The endings of back words by their Arabic spelling."""


def _read_unknown(unknown: dict[str, str]) -> Iterator[tuple[str, str]]:
    unknown = {word: plain.replace("ىييا", "يا").replace("ييا", "يا") for word, plain in unknown.items()}
    letters, leads = load_model("arab").judge(list(unknown.values()))
    for (word, plain), read, lead in zip(unknown.items(), letters, leads, strict=True):
        if 2 <= len(plain) <= 8 and plain in lexicon.acronyms():
            yield word, lexicon.acronyms()[plain]
            continue
        letters_say = "".join(read)
        stem = by_stem(plain) if lead < SURE or _may_be_name(plain) else None
        agree = stem is not None and stem.lower() == letters_say  # then the stem tells whether it is a name
        reading = _exact(word, plain, stem if stem and (agree or lead < SURE) else letters_say)
        yield word, reading.capitalize() if is_surname(reading) else reading


def _exact(word: str, plain: str, reading: str) -> str:
    """The reading, with the letters put right that the spelling leaves no doubt about (ٵ ٶ ٷ ٸ are ә ө ү і)."""
    if _EXACT.isdisjoint(word):
        return reading
    cells = list(cells_of(plain, reading))
    marks = [EXACT_LETTERS.get(char) for char in word if char.translate(_REPAIR).replace(HAMZA, "")]
    if sum(size for size, _ in cells) != len(plain):
        return reading
    place = -1 if plain.startswith(HAMZA) else 0
    result = ""
    for size, text in cells:
        mark = marks[place + size - 1] if 0 < place + size <= len(marks) else None
        place += size
        result += mark if mark and len(text) == 1 else text
    return result


def _may_be_name(plain: str) -> bool:
    """Whether a known name may be the word's stem."""
    bare = plain.lstrip(HAMZA)
    return bare[:_NAME_START] in _name_starts() or bare[: _NAME_START - 1] in _name_starts()


_NAME_START = 4  # a stem has one letter less at least


@cache
def _name_starts() -> frozenset[str]:
    """The first letters of the names in the lexicon."""
    names = (spelling for spelling, word in lexicon.words().items() if not word.islower())
    return frozenset(name.lstrip(HAMZA)[:_NAME_START] for name in names)


def by_stem(plain: str) -> str | None:
    """The word as a known stem with an ending, or as two known words, where that settles every letter."""
    bare = plain.lstrip(HAMZA)
    size = len(bare)
    marked = size != len(plain)
    sign = _SHOWS_FRONT.search(bare)
    shown = sign.start() if sign else size  # parts up to here hide that the word is front
    front = marked or sign is not None
    words, endings = lexicon.words(), lexicon.endings()
    for cut in range(size - 1, max(2, size - 1 - lexicon.longest_ending()), -1):
        if bare[cut:] not in lexicon.ending_spellings():
            continue
        for spelling in _spellings(bare[:cut], front and cut <= shown):
            stem = words.get(spelling)
            if stem:
                ending = endings.get((bare[cut:], lexicon.harmony(stem.lower())))
                if ending:
                    return stem + ending
    for cut in range(size - 4, 3, -1):
        for spelling in _spellings(bare[:cut], front and cut <= shown):
            first = words.get(spelling)
            if first and first[0].islower():
                rest = bare[cut:]
                for second in _spellings(rest, front and not _SHOWS_FRONT.search(rest)):
                    if second in words and words[second][0].islower():
                        return first + words[second]
    return None


def _spellings(part: str, front: bool) -> tuple[str, ...]:
    """How a part of a word would be spelt on its own: with a hamza where the word is front and the part hides it."""
    return (HAMZA + part, part) if front else (part,)


def cells_of(word: str, reading: str) -> Cells:
    """Which letters of an Arabic-script word stand for which of its Cyrillic reading."""
    normal = tidy(_letters(word))
    plain = text_of(normal)
    written = tidy([(size, text.replace(HAMZA, "")) for size, text in write_word(reading.lower())])
    bare = plain.lstrip(HAMZA)
    if text_of(written) != bare or len(reading) != len(reading.lower()):
        return compose(normal, pair_up(plain, reading))
    way = invert(written, reading)
    if len(bare) < len(plain) and way:
        way = ((way[0][0] + 1, way[0][1]), *way[1:])
    return compose(normal, way)


def _letters(word: str) -> list[Cell]:
    """Cells of a word in canonical letters, its hamza moved to the front."""
    cells: list[Cell] = [(1, char.translate(_REPAIR)) for char in word]
    if any(HAMZA in text for _, text in cells):
        cells = [(size, text.replace(HAMZA, "")) for size, text in cells]
        size, text = cells[0]
        cells[0] = (size, HAMZA + text)
    return cells


ARABIC_WORD = re.compile(
    "[{0}][{0}{1}]*".format("".join(sorted(ARABIC_WORD_LETTERS)), "".join(sorted(INVISIBLE))),
)
