"""One search key for a word in whatever script and spelling.

The key keeps what all scripts can tell apart: the letters of the Arabic spelling, written with Cyrillic ones, with ъ
before front words that a hamza marks. Marks become spaces, capitals small letters.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

import numpy as np

from qatynas.script import bulk, bulk_keys, lexicon
from qatynas.script.arabic_reading import ARABIC_WORD, canonical
from qatynas.script.arabic_writing import spell
from qatynas.script.cells import text_of
from qatynas.script.chunks import KAZAKH_WORD, Table, latin_word
from qatynas.script.latin import APOSTROPHES
from qatynas.script.latin_reading import by_stem, detect_variant, known_word, plain_letters
from qatynas.script.letters import ARAB_TO_CYRL_BACK, ARABIC_DIGITS, ARABIC_LETTERS, CYRL_TO_ARAB, HAMZA
from qatynas.script.lines import blocks
from qatynas.script.repair import is_cyrillic, repair_word

_KEY_LETTERS = str.maketrans(ARAB_TO_CYRL_BACK | {HAMZA: "ъ", "ھ": "х"})
_DIGITS = str.maketrans(ARABIC_DIGITS)
_ALONE = "\ufdd0"  # before a letter that stands alone in Arabic script; a noncharacter, in no text
_LATIN_HERE = "\ufdd1"  # around a chunk whose key depends on the Latin variant
_LATIN_CHUNK = re.compile(f"{_LATIN_HERE}([^{_LATIN_HERE}]*){_LATIN_HERE}")
_ACRONYM = re.compile(rf"(?<={_ALONE}\w) (?={_ALONE})")
_RUN_OF_I = re.compile("يي+")
_HEARD_I = re.compile("(?<=[اوۇىە])ي(?=ە)")  # Latin does not tell э from the е that is heard as йе after vowels
_HEARD_AFTER = "аоұые"  # the same letters in keys
_MARKS = '.,:;!?()«»"“”–—-…،؛؟'
_NOT_IN_KEY = re.compile(r"[\W_]+")
_KAZAKH = re.compile("[а-яёәғқңөұүһіА-ЯЁӘҒҚҢӨҰҮҺІ]+")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_ARABIC = re.compile(f"[{''.join(sorted(ARABIC_LETTERS))}]")
_ARABIC_WORD = re.compile(f"{HAMZA}?(?!ييي*$){_ARABIC.pattern}{{2,}}")  # no repair changes it, nor is its key a letter
_LATIN_PLAIN = re.compile("[A-Za-zäöüğñşáǵńóúýŋūıç]+")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_LATIN_RUN = re.compile(f"[A-Za-z\u00c0-\u024f{APOSTROPHES}]+")  # all that the variant is told by


def fold(text: str) -> str:
    """The text's key: equal for the same words in Cyrillic, Arabic and Latin script, capitals and marks aside."""
    spaced = text.replace("\n", " ")
    if _is_latin(text):
        key = " ".join(filter(None, map(_whole_table(_variant_of(text)).__getitem__, spaced.split(" "))))
    else:
        key = " ".join(filter(None, map(_fold_block, blocks(spaced, bulk.BLOCK, " "))))
    if _LATIN_HERE in key:
        latin = _latin_table(_variant_of(text))
        key = _LATIN_CHUNK.sub(lambda found: latin[found[1]], key)
        if "  " in key or key[:1] == " " or key[-1:] == " ":
            key = " ".join(key.split())
    if _ALONE in key:
        key = _with_acronyms(_ACRONYM.sub("", key))
    return key


def _with_acronyms(key: str) -> str:
    """The key without the signs of letters that stand alone, now joined."""
    parts, place = [], 0
    while (at := key.find(_ALONE, place)) >= 0:
        start = max(key.rfind(" ", place, at) + 1, place)
        end = key.find(" ", at)
        end = len(key) if end < 0 else end
        parts += [key[place:start], _twinned(key[start:end].replace(_ALONE, ""))]
        place = end
    return "".join([*parts, key[place:]])


_SAMPLE = 1000  # characters by which the way of folding is chosen, which changes nothing in the key


def _is_latin(text: str) -> bool:
    """Whether most of a text's first letters are Latin."""
    return 2 * len(_LATIN.findall(text[:_SAMPLE])) > min(len(text), _SAMPLE)


def _variant_of(text: str) -> str:
    """The variant of the Latin words in a text, told by the first 200,000 characters."""
    text = text[:200_000]
    if len(text) < bulk.LONG:
        return detect_variant(" ".join(_LATIN_RUN.findall(text)))
    inside = _latin_codes().take(bulk.codes_of(text), mode="clip")
    edges = np.flatnonzero(np.diff(inside, prepend=False, append=False)).tolist()
    return detect_variant(" ".join([text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]))


@cache
def _latin_codes() -> bulk.Array:
    """code → whether _LATIN_RUN has it."""
    return np.array([_LATIN_RUN.fullmatch(chr(code)) is not None for code in range(0x2200)])


def _fold_block(block: str) -> str:
    if len(block) >= bulk.LONG:
        sample = block[:_SAMPLE]
        if 2 * len(_CYRILLIC.findall(sample)) > len(sample):
            return bulk_keys.write_keys(block, _spelling(), _table(), _HEARD_AFTER, _bulk_twins())
        if 2 * len(_ARABIC.findall(sample)) > len(sample):
            return bulk_keys.write_arabic_keys(block, _KEY_LETTERS, _table(), _HEARD_AFTER, _bulk_twins())
    return " ".join(filter(None, map(_table().__getitem__, block.split(" "))))


@cache
def _twins() -> dict[str, str]:
    """Key → the key it shares with a word that some Latin variants spell alike (äskeri: әскери, әскері)."""
    return dict(lexicon.rows("twins"))


@cache
def _bulk_twins() -> bulk_keys.Words:
    return bulk_keys.Words(_twins())


def _twinned(key: str) -> str:
    """The words of a key, each with the key that it shares."""
    if " " in key:
        return " ".join(map(_twinned, key.split(" ")))
    return _twins().get(key, key)


@lru_cache
def _spelling() -> bulk.Spelling:
    letters = {letter: arabic.translate(_KEY_LETTERS) for letter, arabic in CYRL_TO_ARAB.items()}
    return bulk_keys.key_spelling(letters, _KEY_LETTERS[ord(HAMZA)])


@lru_cache
def _table() -> Table[str]:
    def make(chunk: str) -> str:
        if _LATIN.search(chunk):
            return _LATIN_HERE + chunk.replace(_LATIN_HERE, " ") + _LATIN_HERE
        return _fold_chunk(chunk, "")

    return Table(make)


@lru_cache
def _latin_table(variant: str) -> Table[str]:
    return Table(lambda chunk: _fold_chunk(chunk, variant))


@lru_cache
def _whole_table(variant: str) -> Table[str]:
    """The keys of all chunks of a text with Latin words in a variant."""
    return Table(lambda chunk: _fold_chunk(chunk.replace(_LATIN_HERE, " "), variant if _LATIN.search(chunk) else ""))


def _fold_chunk(chunk: str, variant: str) -> str:
    word = chunk.strip(_MARKS)
    if KAZAKH_WORD.fullmatch(word) and word[0] not in "ъЪ":
        return _twinned(bare_key(word.lower()))
    if _ARABIC_WORD.fullmatch(word):
        return _twinned(_key(word))
    if variant and _LATIN_PLAIN.fullmatch(word):
        return _twinned(_fold_latin(word, variant))
    chunk = chunk.replace(_ALONE, " ").replace(_LATIN_HERE, " ").translate(_DIGITS)
    parts = []
    place = 0
    for found in ARABIC_WORD.finditer(chunk):
        parts.append(_fold_words(chunk[place : found.start()], variant))
        parts.append(_key(canonical(found.group())))
        place = found.end()
    alone = place and ARABIC_WORD.fullmatch(chunk.strip("«»().,،؛:؟!-")) and len(parts[-1].lstrip("ъ")) == 1
    parts.append(_fold_words(chunk[place:], variant))
    key = " ".join(_NOT_IN_KEY.sub(" ", "".join(parts)).split())
    return _ALONE + key if alone else _twinned(key)


def bare_key(word: str) -> str:
    """The key of a Kazakh word in small Cyrillic letters, before words that Latin spells alike are thrown together."""
    return _key(spell(word))


def _fold_words(text: str, variant: str) -> str:
    return latin_word(variant).sub(lambda found: _fold_word(found.group(), variant), text) if text else ""


def _fold_word(word: str, variant: str) -> str:
    if any(map(is_cyrillic, word)):
        clean = word if _KAZAKH.fullmatch(word) else text_of(repair_word(word))
        lower = clean.lower()
        spelt = spell(lower.lstrip("ъ"))
        if clean in lexicon.known_acronyms():
            spelt = spelt.replace(HAMZA, "")
        elif lower.startswith("ъ") and HAMZA not in spelt:
            spelt = HAMZA + spelt
        return _key(spelt)
    return _fold_latin(word, variant) if variant and _LATIN.search(word) else word.lower()


def _fold_latin(word: str, variant: str) -> str:
    plain = known_word(word, variant) or (variant == "ascii" and by_stem(word)) or plain_letters(word, variant)
    return word.lower() if _LATIN.search(plain) else _key(spell(plain))


def _key(arabic: str) -> str:
    if "يي" in arabic:
        arabic = _RUN_OF_I.sub("ي", arabic)
    if "يە" in arabic:
        arabic = _HEARD_I.sub("", arabic)
    return arabic.translate(_KEY_LETTERS)
