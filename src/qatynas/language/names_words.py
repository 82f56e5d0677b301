"""The word lists of `data/names.toml`, validated and ready to be asked."""

from __future__ import annotations

from functools import cache

from qatynas.data import Strict, load


class KnownInstitution(Strict, frozen=True):
    """An institution that is a name by itself, with its other spellings and its country where it has one."""

    name: str
    also: tuple[str, ...] = ()
    country: str | None = None


class NameWords(Strict, frozen=True):
    """Words that the finder of names leans on; the file says what each list is for."""

    joiners: frozenset[str]
    place_heads_dropped: tuple[str, ...]
    place_heads_kept: tuple[str, ...]
    place_heads_plural: dict[str, str]
    side_heads: tuple[str, ...]
    side_heads_of_names: frozenset[str]
    currency_words: frozenset[str]
    pair_numerals: frozenset[str]
    capital_words: tuple[str, ...]
    given_parts: tuple[str, ...]
    surname_endings: tuple[str, ...]
    sure_surname_endings: tuple[str, ...]
    patronymic_words: frozenset[str]
    said_words: frozenset[str]
    never_given: frozenset[str]
    institutions: tuple[str, ...]
    institution_words: tuple[str, ...]
    known_institutions: tuple[KnownInstitution, ...]
    body_words: tuple[str, ...]
    body_heads: tuple[str, ...]
    about_words: frozenset[str]
    stop_words: frozenset[str]
    institution_parts: tuple[str, ...]
    deputies: dict[str, str]
    place_kinds: dict[str, tuple[str, ...]]
    sides: dict[str, tuple[str, ...]]


class _File(Strict, frozen=True):
    kk: NameWords


@cache
def words() -> NameWords:
    """The lists for Kazakh."""
    return load("names", _File).kk
