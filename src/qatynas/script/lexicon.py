"""The word tables: Arabic spelling → Cyrillic word, endings by the vowels before them, and which words are names."""

from __future__ import annotations

import gzip
from functools import cache
from importlib.resources import files

from qatynas.script.letters import CYRILLIC_VOWELS


def rows(name: str) -> list[list[str]]:
    """The lines of tables/NAME.tsv.gz, cut at tabs. tools/script_lexicon.py makes them."""
    packed = (files("qatynas.script") / "tables" / f"{name}.tsv.gz").read_bytes()
    return [line.split("\t") for line in gzip.decompress(packed).decode().split("\n")]


@cache
def words() -> dict[str, str]:
    """Arabic spelling with its hamza → the commonest Cyrillic word, capitalised where it is a name."""
    return dict(rows("lexicon"))


@cache
def others() -> dict[str, tuple[str, ...]]:
    """Arabic spelling → the less common Cyrillic words behind it."""
    return {key: tuple(more.split(" ")) for key, more in rows("homographs")}


@cache
def endings() -> dict[tuple[str, str], str]:
    """(Arabic spelling of an ending, harmony of the stem) → its Cyrillic letters; see harmony."""
    return {(ending, tone): read for ending, tone, read in rows("endings")}


@cache
def ending_spellings() -> frozenset[str]:
    """The Arabic spellings of endings."""
    return frozenset(ending for ending, _ in endings())


@cache
def longest_ending() -> int:
    """The letters of the longest."""
    return max(map(len, ending_spellings()))


@cache
def names_before_names() -> frozenset[tuple[str, str]]:
    """(word, first letters of the next): words that take a capital before these («Орталық Азия», «Қырғыз Респуб…»)."""
    return frozenset((word, following) for word, following in rows("phrases"))


@cache
def phrase_words() -> frozenset[str]:
    """The words of names_before_names."""
    return frozenset(word for word, _ in names_before_names())


@cache
def phrase_seconds() -> frozenset[str]:
    """The first letters of what must follow them there."""
    return frozenset(following for _, following in names_before_names())


@cache
def given_names() -> frozenset[str]:
    """Given names, in small letters, that the lexicon may hold as common words (болат, арман)."""
    return frozenset(row[0] for row in rows("given_names"))


@cache
def acronyms() -> dict[str, str]:
    """Folded letters of an acronym → its Cyrillic capitals, where the letters alone would be read otherwise."""
    return dict(rows("acronyms"))


@cache
def known_acronyms() -> frozenset[str]:
    """Acronyms in Cyrillic capitals."""
    return frozenset(acronyms().values())


PHRASE_REACH = 5  # letters of the next word that names_before_names compares


def harmony(stem: str) -> str:
    """What an ending's vowels depend on: a stem's letters from its last telling vowel on, vowels and ь only."""
    result = ""
    for letter in reversed(stem):
        if letter in CYRILLIC_VOWELS or letter in "ьй":
            result += letter
            if letter in "аәеоөұүыіэ":
                break
    return result + ("$" if stem[-1:] in CYRILLIC_VOWELS else "")
