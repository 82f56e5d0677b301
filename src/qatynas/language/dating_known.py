"""Evidence for a text's year from what all know: jubilees of known beginnings, years with a name, what was held."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from qatynas.data import load
from qatynas.language.dating_evidence import CALLED, CALLED_LOOSELY, LAST_YEAR, Evidence, of_last_year, since_then
from qatynas.language.dating_told import NOTHING, Said, counts
from qatynas.language.kk import calendar
from qatynas.language.kk import dating as kk

# Points, as in dating_evidence.
KNOWN_BEGINNING = 2.5
_LEAST = 5  # years that a jubilee counts
_REACH = 12  # words between a beginning's name and the count of its years
_NAME_REACH = 2  # words between a year's name and «жылы»


class _Known(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    year: int
    kk: tuple[str, ...]
    day: str = ""  # MM-DD, where it is one and no other


class Lasting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What lasted from one day to another; beside must stand in the sentence too, unless may not follow the name."""

    since: str
    until: str
    kk: tuple[str, ...]
    beside: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


class KnownYears(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """data/known_years.toml: beginnings whose jubilees are kept, years with a name, what was held in one year.

    event are happenings of known days, lasting what had its name, or was, from one day to another.
    """

    beginning: tuple[_Known, ...]
    named: tuple[_Known, ...]
    held: tuple[_Known, ...]
    event: tuple[Lasting, ...]
    lasting: tuple[Lasting, ...]


@cache
def known_years() -> KnownYears:
    """The file, checked.

    Raises:
        DataError: a file that is not what KnownYears says; the message names the place.
    """
    return load("known_years", KnownYears)


_Index = dict[str, tuple[tuple[tuple[str, ...], int], ...]]


@cache
def _index(kind: str) -> _Index:
    """The names of a kind by the first letters of their first word."""
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for row in getattr(known_years(), kind):
        for name in row.kk:
            found.setdefault(name.partition(" ")[0][:2], []).append((tuple(name.split()), row.year))
    return {letters: tuple(names) for letters, names in found.items()}


def told(said: Sequence[Said], evidence: Evidence) -> None:
    """Add to the evidence what the sentences tell of known years."""
    for before, sentence in zip((NOTHING, *said), said, strict=False):
        words = [(place, token.lower) for place, token in enumerate(sentence.tokens) if token.kind != "mark"]
        _beginnings(sentence, words, evidence)
        _named(sentence, before, words, evidence)
        _held(sentence, words, evidence)


def _standing(words: Sequence[tuple[int, str]], kind: str) -> Iterator[tuple[int, int, int]]:
    """The names of a kind that stand in words: their year, the places of their first and last word among the words."""
    index = _index(kind)
    for at, (_, lower) in enumerate(words):
        for name, year in index.get(lower[:2], ()):
            if at + len(name) <= len(words) and all(words[at + n][1].startswith(part) for n, part in enumerate(name)):
                yield year, at, at + len(name) - 1


def years_held(sentence: Said) -> Iterator[int]:
    """The years of what a sentence names and was held once: «бесінші Дүниежүзілік көшпенділер ойындары»."""
    words = [(place, token.lower) for place, token in enumerate(sentence.tokens) if token.kind != "mark"]
    for year, _, _ in _standing(words, "held"):
        yield year


def known_days(sentence: Said) -> Iterator[tuple[int, int, int]]:
    """The year, month and day of the known beginnings that a sentence names, where their day is known."""
    words = [token.lower for token in sentence.tokens if token.kind != "mark"]
    for row in known_years().beginning:
        if row.day and any(_stand(words, tuple(name.split())) for name in row.kk):
            yield row.year, int(row.day[:2]), int(row.day[3:])


def _stand(words: Sequence[str], name: tuple[str, ...]) -> bool:
    starts = range(len(words) - len(name) + 1)
    return any(all(words[at + n].startswith(part) for n, part in enumerate(name)) for at in starts)


def _beginnings(sentence: Said, words: Sequence[tuple[int, str]], evidence: Evidence) -> None:
    """«Тәуелсіздіктің отыз жылдығы», «ТМД құрылғанына жиырма бес жыл толды»; no year stands by."""
    many = [count for count in counts(sentence) if count[0] >= _LEAST]
    if not many or list(sentence.years()):
        return
    for year, _, last in _standing(words, "beginning"):
        for count, first, end in many:
            if sentence.lower(first - 1) in calendar.LAST_STRETCH:
                continue  # «ТМД-да соңғы он жыл ішінде»
            jubilee = sentence.lower(end).startswith(kk.JUBILEE) or sentence.has(kk.BEGUN)
            if jubilee and 0 <= first - words[last][0] <= _REACH:
                why = f"{count} years since {year}"
                evidence.add(year + count + since_then(sentence), KNOWN_BEGINNING, why, strong=True)


def _named(sentence: Said, before: Said, words: Sequence[tuple[int, str]], evidence: Evidence) -> None:
    """«Биыл – Халықаралық мұздықтарды сақтау жылы», «Балалар жылы аясында», «былтыр, Жастар жылында»."""
    for year, first, last in _standing(words, "named"):
        following = words[last + 1 : last + 1 + _NAME_REACH]
        end = next((place for place, lower in following if lower in kk.NAMED_YEAR), None)
        if end is None or any(sentence.lower(place) == "," for place in range(words[last][0], end)):
            continue
        this_year = sentence.has(kk.THIS_YEAR) or sentence.has(kk.WITHIN) or before.has(kk.THIS_YEAR)
        if of_last_year(sentence):
            evidence.add(year + 1, CALLED, f"last year had the name of {year}", strong=True)
        elif this_year or last > first:  # «балалар жылы киінсін»: a word alone may be no name
            evidence.add(year, CALLED if this_year else CALLED_LOOSELY, f"the year has the name of {year}", strong=True)


def _held(sentence: Said, words: Sequence[tuple[int, str]], evidence: Evidence) -> None:
    """«Биылғы Париж олимпиадасы», «былтыр Астанадағы Дүниежүзілік көшпенділер ойындарында»."""
    for year, _, _ in _standing(words, "held"):
        if of_last_year(sentence):
            evidence.add(year + 1, CALLED, f"what was held in {year} is told of last year", strong=True)
        elif sentence.has(kk.THIS_YEAR):
            evidence.add(year, CALLED, f"what was held in {year} is told of this year", strong=True)
        elif sentence.has(kk.JUST_NOW) and not list(sentence.years()):
            evidence.add(year, LAST_YEAR / 2, f"what was held in {year} is told of")
