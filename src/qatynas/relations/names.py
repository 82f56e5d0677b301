"""Names and titles compared: the same thing is told in other words, other cases and with other honours around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

import msgspec

from qatynas.data import world

_TABLE = Path(__file__).with_name("joining.toml")
_ALLIES = "одақтас"
_WORDS = re.compile(r"\w+", re.UNICODE)
_YEAR = re.compile(r"\d{4}")
_QUOTED = re.compile(r"[«“\"„]([^»”\"«“„]+)[»”\"]")

# Kazakh suffixes change a word's end; five letters tell the stems of titles and bodies apart.
# Checked on the 32 titles and 21 body names of the development material: no two different ones fall together.
STEM_LETTERS = 5
LEAST_STEM = 4  # a word of four letters is its own stem; with an ending it grows to five

# Two titles are one where this share of their stems is common (Jaccard). «Нығайту және кеңейту» against «тереңдету
# және кеңейту» of one treaty is 0.6; the treaties of two different years that share «одақтастық қатынас» are at 0.4.
# `bench/joins.py --titles` prints how far the pairs of one text and of two lie from it.
SAME_TITLE = 0.6


class TitleWords(msgspec.Struct, frozen=True):
    """Words of titles: sorts tell none apart, changing and ratifying say what a text does with another."""

    sorts: tuple[str, ...]
    changing: tuple[str, ...]
    ratifying: tuple[str, ...]


class NameWords(msgspec.Struct, frozen=True):
    """Words that say of a named work or place what sort it is."""

    sorts: tuple[str, ...]


class DutyWords(msgspec.Struct, frozen=True):
    """Words of what bodies do: meeting, that they meet."""

    meeting: tuple[str, ...]


class JoiningWords(msgspec.Struct, frozen=True):
    """joining.toml beside this module: not among the data that claims are read with, whose hash names extractions."""

    titles: TitleWords
    names: NameWords
    duties: DutyWords


@cache
def joining_words() -> JoiningWords:
    """The words by which names and titles are compared."""
    return msgspec.toml.decode(_TABLE.read_bytes(), type=JoiningWords)


def stems(name: str | None) -> tuple[str, ...]:
    """The words of a name in small letters, cut to stems, in the order of the alphabet, each once."""
    return _stems(name or "")


@lru_cache(maxsize=1 << 15)
def _stems(name: str) -> tuple[str, ...]:
    words = _WORDS.findall(name.lower())
    return tuple(sorted({word if word.isdigit() else word[:STEM_LETTERS] for word in words}))


@lru_cache(maxsize=8192)
def body_key(name: str | None) -> str:
    """One key for the names of one body: «Қырғыз-Қазақстан …» is «Қазақстан-Қырғызстан …»."""
    return " ".join(stem for stem in stems(name) if stem not in _state_stems()) or " ".join(stems(name))


@lru_cache(maxsize=8192)
def title_key(title: str | None) -> str:
    """One key for a title told in other cases or between other quotation marks."""
    return " ".join(telling(title)) or " ".join(stems(title))


@lru_cache(maxsize=1 << 15)
def telling(title: str | None) -> tuple[str, ...]:
    """The stems of a title that say what it is about: none of its sort, none of the states."""
    return tuple(stem for stem in stems(title) if not _is_generic(stem) and stem not in _state_stems())


@lru_cache(maxsize=1 << 15)
def same_title(one: str | None, other: str | None, *, same_day: bool = False) -> bool:
    """Whether two titles may name one text; titles with different years or places in them never do, nor empty ones.

    same_day says that the same act on the same day is told under both: then the shorter may leave words out.
    """
    if not one or not other:
        return False
    if title_key(one) == title_key(other):
        return True
    left, right = ({stem for stem in telling(title) if not stem.isdigit()} for title in (one, other))
    if set(_YEAR.findall(one)) != set(_YEAR.findall(other)) or (left ^ right) & _place_stems():
        return False
    if not left or not right:
        return False
    return likeness(one, other) >= SAME_TITLE or (same_day and (left <= right or right <= left))


def likeness(one: str | None, other: str | None) -> float:
    """The share of telling stems, numbers aside, that two titles have in common: 0 … 1."""
    left, right = ({stem for stem in telling(title) if not stem.isdigit()} for title in (one, other))
    return len(left & right) / len(left | right) if left or right else 0.0


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names of works, events or duties may mean one thing.

    Numbers must agree, where both have any. What stands in quotation marks must agree where both have some, and is
    then enough if the rest says only of what sort it is. Else most stems must be common, or all of the shorter name
    (at least two).
    """
    left, right = set(stems(one)), set(stems(other))
    if not left or not right or _clash(_numbers(left), _numbers(right)):
        return False
    quoted = _quoted(one), _quoted(other)
    if all(quoted):
        if quoted[0] != quoted[1]:
            return False
        if {*left, *right} - quoted[0] <= _sort_stems() and left & right & _sort_stems():
            return True
    common = left & right
    if (left ^ right) & _place_stems() or not common - _sort_stems():
        return False
    return len(common) / len(left | right) >= SAME_TITLE or (len(common) > 1 and common in (left, right))


def is_telling(name: str | None) -> bool:
    """Whether a name says more than what sort of thing it is."""
    return not set(stems(name)) <= _sort_stems()


def naming(told: Iterable[str | None]) -> tuple[str, ...]:
    """Each name once, the most frequent first, then the longest; capitals and quotation marks make no other name."""
    counted = Counter(name for name in told if name)
    ordered = sorted(counted, key=lambda name: (-counted[name], -len(name), name))
    return tuple({" ".join(_WORDS.findall(name.lower())): name for name in reversed(ordered)}.values())[::-1]


def surname(person: str) -> str:
    """What tells persons apart however their first names are written: the last word, in small letters."""
    words = _WORDS.findall(person.lower())
    return words[-1] if words else ""


def is_alliance(title: str) -> bool:
    """Whether a treaty's title says that it makes allies."""
    return any(word.startswith(_ALLIES) for word in _WORDS.findall(title.lower()))


def closeness(one: str | None, other: str | None) -> float:
    """How much of two titles' wording is common, words of sort included: 0 … 1; 0 where years in them differ."""
    left, right = set(stems(one)) - _state_stems(), set(stems(other)) - _state_stems()
    if not left or not right or set(_YEAR.findall(one or "")) != set(_YEAR.findall(other or "")):
        return 0.0
    return len(left & right) / len(left | right)


def shortened(key: str, keys: Iterable[str]) -> str:
    """The one fuller body key that this one leaves words out of, or the key itself where there is none or several."""
    mine = set(key.split())
    fuller = [other for other in keys if mine < set(other.split())]
    return fuller[0] if len(fuller) == 1 and len(mine) > 1 else key


def has_word(name: str | None, words: Iterable[str]) -> bool:
    """Whether a name has one of these words in any case."""
    return bool(set(stems(name)) & {stem for word in words for stem in stems(word)})


def _numbers(found: set[str]) -> set[str]:
    return {stem for stem in found if stem.isdigit()}


def _clash(left: set[str], right: set[str]) -> bool:
    return bool(left) and bool(right) and left != right


def _quoted(name: str | None) -> frozenset[str]:
    return frozenset(stem for part in _QUOTED.findall(name or "") for stem in stems(part))


def _is_generic(stem: str) -> bool:
    """Whether a stem says only what sort of text it is: «шарт» with its endings, but not «жолаушы» for «жол»."""
    return stem in _title_sorts() or (len(stem) > LEAST_STEM and stem[:LEAST_STEM] in _title_sorts())


@cache
def _title_sorts() -> frozenset[str]:
    return frozenset(stem for word in joining_words().titles.sorts for stem in stems(word))


@cache
def _sort_stems() -> frozenset[str]:
    return frozenset(stem for word in joining_words().names.sorts for stem in stems(word))


@cache
def _state_stems() -> frozenset[str]:
    """Stems of the names of states and their peoples, which a joint body or a treaty may carry in any order."""
    told = [words for state in world().states for words in (state.names, state.adjectives)]
    names = (name for words in told for name in words.get("kk", ()))
    return frozenset(stem for name in names for stem in stems(name) if len(stem) == STEM_LETTERS)


_OTHER_WORD = 3  # letters that a stem of a place's name may lack


@cache
def _place_stems() -> frozenset[str]:
    """Stems of places: an agreement on one river is not the agreement on another that is worded alike.

    Only of their words with a capital: in «Талас жылу электр орталығы» the rest says what sort of place it is. A stem
    far shorter than the name is another word («Тереңкөл» is not what «тереңдету» says).
    """
    words = (word for place in world().places for word in _WORDS.findall(place.name) if word[0].isupper())
    found = (stem for word in words for stem in stems(word) if len(word) - len(stem) < _OTHER_WORD)
    return frozenset(found) - _title_sorts() - _sort_stems()
