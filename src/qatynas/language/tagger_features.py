"""What the name tagger sees of a word: its letters, affixes, shape and neighbours, and what lists say of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from qatynas.language.names_atoms import cuts, key_of
from qatynas.language.names_spelling import is_given
from qatynas.language.tagger_lists import classes, habit

_NEAR = (-2, -1, 1, 2)
_COUNTS = frozenset(("0", "numeral", "scale"))
_TELLING = frozenset(
    (
        "institution",
        "office",
        "facility",
        "location",
        "settlement",
        "law",
        "project",
        "event",
        "art",
        "people",
        "language",
    )
)
_REACH = 6
_LONGEST_QUOTE = 8
_OPENING, _CLOSING = frozenset('«“„"'), frozenset('»”“"')


def features(words: Sequence[str]) -> list[list[str]]:
    """One list of features a word; words are a sentence's tokens in order."""
    own = [_own(word) for word in words]
    heads = _heads(words)
    quotes = _quotes(words)
    ahead = _ahead(words)
    lowers = [f"w={word.lower()}" for word in words]
    last = len(words) - 1
    rows: list[list[str]] = []
    for index in range(len(words)):
        row = list(own[index])
        for step in _NEAR:
            place = index + step
            if 0 <= place <= last:
                row.extend(_signed(words[place], step))
        row.append(f"-1,0={lowers[index - 1]}|{lowers[index]}" if index else "first")
        if index < last:
            row.append(f"0,1={lowers[index]}|{lowers[index + 1]}")
        else:
            row.append("last")
        if heads[index]:
            row.append(f"h={heads[index]}")
            row.append(f"h={heads[index]}|{_kind(words[index])}")
        if quotes[index]:
            row.append(f"q={quotes[index]}")
        if ahead[index]:
            row.append(f"a={ahead[index]}")
            row.append(f"a={ahead[index]}|{short_shape(words[index])}")
        if 0 < index < last:
            row.append(f"k={_kind(words[index - 1])}|{_kind(words[index])}|{_kind(words[index + 1])}")
        rows.append(row)
    return rows


def _heads(words: Sequence[str]) -> list[str]:
    """For each word of a number phrase what is counted after it: «жүз елу мың теңге» counts money, from its start."""
    heads = [""] * len(words)
    head = ""
    for index in range(len(words) - 1, -1, -1):
        kind = _kind(words[index])
        if kind in _COUNTS:
            heads[index] = head or "-"
        else:
            head = kind if kind != "x" else "e=" + words[index].lower()[-4:]
    return heads


def _quotes(words: Sequence[str]) -> list[str]:
    """For each word in quotes what follows them: « X » фильмі is a work, « X » партиясы an institution."""
    marks = [""] * len(words)
    opened = -1
    for index, word in enumerate(words):
        if word in _OPENING and opened < 0:
            opened = index
        elif word in _CLOSING and opened >= 0:
            if index - opened <= _LONGEST_QUOTE:
                after = _kind(words[index + 1]) if index + 1 < len(words) else "-"
                marks[opened + 1 : index] = [after] * (index - opened - 1)
            opened = -1
    return marks


def _ahead(words: Sequence[str]) -> list[str]:
    """For each word the first telling class in the next few words of its clause, with how far it is."""
    marks = [""] * len(words)
    kind, place = "", -1
    for index in range(len(words) - 1, -1, -1):
        if kind and place - index <= _REACH:
            marks[index] = f"{kind}{min(place - index, 3)}"
        own = _kind(words[index])
        if own in _TELLING:
            kind, place = own, index
        elif not words[index][:1].isalnum() and words[index] not in _CLOSING:
            kind = ""
    return marks


@lru_cache(maxsize=1 << 16)
def _kind(word: str) -> str:
    """One class of a word: the first that lists it, 0 for digits, x for none."""
    if word[:1].isdigit():
        return "0"
    found = classes(key_of(word))
    return found[0][0] if found else "X" if word[:1].isupper() else "x" if word[:1].isalpha() else word[:1]


@lru_cache(maxsize=1 << 16)
def _own(word: str) -> tuple[str, ...]:
    lower = word.lower()
    row = ["1", f"w={lower}", f"s={shape(word)}", f"S={short_shape(word)}"]
    for size in range(1, min(5, len(lower)) + 1):
        row.append(f"p{size}={lower[:size]}")
        row.append(f"e{size}={lower[-size:]}")
    row.extend(_listed(word))
    return tuple(row)


@lru_cache(maxsize=1 << 17)
def _signed(word: str, step: int) -> tuple[str, ...]:
    """A neighbour's features, marked with how far it stands."""
    return tuple(f"{step}:{feature}" for feature in _near(word))


@lru_cache(maxsize=1 << 16)
def _near(word: str) -> tuple[str, ...]:
    lower = word.lower()
    return (f"w={lower}", f"S={short_shape(word)}", f"e3={lower[-3:]}", f"p3={lower[:3]}", *_listed(word))


@lru_cache(maxsize=1 << 16)
def _listed(word: str) -> tuple[str, ...]:
    """Which lists know the word or a stem of it, and the ending that this leaves."""
    row: list[str] = []
    key = key_of(word)
    found = classes(key)
    for name, ending in found:
        row.append(f"l={name}")
        row.append(f"l={name}/{ending}")
    if word[:1].isupper():
        for stem, _ in cuts(key)[:6]:
            if is_given(stem):
                row.append("l=given")
                break
    written = habit(key)
    row.append(f"u={written}{'!' if word[:1].isupper() else ''}")
    return tuple(row)


def shape(word: str) -> str:
    """Letters as X and x, digits as 0, the rest as it is, at most eight signs."""
    return "".join(_sign(letter) for letter in word[:8])


def short_shape(word: str) -> str:
    """The same with repeats left out: Қасым-Жомарт → Xx-Xx."""
    signs = [_sign(letter) for letter in word]
    return "".join(sign for index, sign in enumerate(signs) if index == 0 or sign != signs[index - 1])


def _sign(letter: str) -> str:
    if letter.isalpha():
        return "X" if letter.isupper() else "x"
    return "0" if letter.isdigit() else letter
