"""People that no list knows: initials, surnames by their endings, given names, patronymics, whoever holds an office."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from msgspec.structs import replace

from qatynas.language.lexicon import lexicon
from qatynas.language.mentions import Case, NameType
from qatynas.language.names_atoms import BARE, Atom, Ending, cuts, folded, key_of, nominative
from qatynas.language.names_found import Found, covering, ending_before, titled
from qatynas.language.names_spelling import is_given
from qatynas.language.names_words import words as lists


def people(words: Sequence[Atom], found: Sequence[Found]) -> Iterator[Found]:
    """Names of people at places where no other name stands; a country where an office before it has one."""
    index = 0
    while index < len(words):
        atom = words[index]
        likely = atom.kind == "word" and (atom.capital or len(atom.text) == 1 or _may_be_name(atom.key))
        person = _person_at(words, found, index) if likely else None
        if person is None:
            index += 1
            continue
        office = ending_before(found, person.first)
        if person.country is None and office is not None and office.type is NameType.OFFICE:
            person = replace(person, country=office.country)
        yield person
        index = person.last + 1


def _person_at(words: Sequence[Atom], found: Sequence[Found], index: int) -> Found | None:
    known = covering(found, index)
    if known is not None:
        return _named_as_place(words, found, known) if known.type is NameType.PLACE else None
    for rule in (_initials, _given_and_surname, _surname_alone, _after_office):
        person = rule(words, found, index)
        if person is not None:
            return person
    return None


@lru_cache(maxsize=1 << 16)
def _may_be_name(key: str) -> bool:
    """Whether a word in small letters may be a person's name."""
    return is_given(key) or _surname_of(key) is not None


def _named_as_place(words: Sequence[Atom], found: Sequence[Found], place: Found) -> Found | None:
    """«Жамбыл Жабаев»: a place's name right before a sure surname is a given name."""
    step = place.last + 1
    if place.first != place.last or place.ending != BARE or step >= len(words) or not _free(found, step):
        return None
    cut = _surname(words[step])
    if cut is None or not _sure(cut[0]) or not words[step].capital:
        return None
    canonical = f"{_given_text(words[place.first])} {_surname_text(words[step], cut[1])}"
    return _found(words, place.first, step, canonical, cut[1], "full")


_UNITS = frozenset("жғмгтл")
"""Small letters behind a number that are no initials."""


def _initials(words: Sequence[Atom], found: Sequence[Found], index: int) -> Found | None:
    """«Ә. Тоқомбаев», «Қ.К. Тоқаев», and from scripts without capitals «т. сатылғанов»."""
    letters: list[str] = []
    step = index
    while step + 2 < len(words) and len(words[step].text) == 1 and words[step + 1].text == "." and len(letters) < 2:
        letters.append(words[step].text.upper())
        step += 2
    if not letters or words[step].kind != "word" or words[step].joined:
        return None
    if words[index].text in _UNITS and index and words[index - 1].text[-1:].isdigit():
        return None  # «2025 ж. Оқу жылы»: a year, metres or grams
    surname = words[step]
    known = covering(found, step)
    if known is not None and not (known.type is NameType.PERSON and known.role == "surname"):
        return None
    cut = _surname(surname)
    if not surname.capital and cut is None:
        return None
    if not surname.capital and not _sure(cut[0] if cut else ""):
        return None
    _, ending = cut or _plain_cut(surname)
    canonical = "".join(f"{letter}. " for letter in letters) + _surname_text(surname, ending)
    return _found(words, index, step, canonical, ending, "initials")


def _given_and_surname(words: Sequence[Atom], found: Sequence[Found], index: int) -> Found | None:
    """A given name and a surname: one of the two is known for what it is, the other has a capital."""
    first = words[index]
    if first.joined or first.key in lists().never_given or (not first.capital and not is_given(first.key)):
        return None
    last_given = index
    while last_given + 1 < len(words) and words[last_given + 1].joined:
        last_given += 1
    step = last_given + 1
    if step >= len(words) or words[step].kind != "word" or not _free(found, step) or not _bare(words[last_given]):
        return None
    second = words[step]
    cut = _surname(second)
    given = is_given(first.key) or (last_given > index and is_given(words[last_given].key))
    if not given and not (cut and first.capital and _is_no_word(first)):
        return None
    if cut is None and not (second.capital and given and _is_no_common_start(second)):
        return None
    if not (first.capital and second.capital) and not (cut and _sure(cut[0])):
        return None
    _, ending = cut or _plain_cut(second)
    name = "-".join(_given_text(words[place]) for place in range(index, last_given + 1))
    last, canonical = step, f"{name} {_surname_text(second, ending)}"
    if ending == BARE and step + 1 < len(words) and (after := _patronymic_word(words[step + 1])):
        last, ending = step + 1, after[1]
        canonical += f" {nominative(words[last], ending).lower()}"
    elif ending == BARE and step + 1 < len(words) and _free(found, step + 1) and words[step + 1].capital:
        third = _surname(words[step + 1])
        if third is not None and cut is not None:
            last, ending = step + 1, third[1]
            canonical += f" {_surname_text(words[last], ending)}"
    return _found(words, index, last, canonical, ending, "full")


def _surname_alone(words: Sequence[Atom], found: Sequence[Found], index: int) -> Found | None:
    """«Момынқұловтың пікірінше»: a sure surname by itself; others only where they are no sentence's first word."""
    atom = words[index]
    cut = _surname(atom)
    if cut is None or atom.joined or (index + 1 < len(words) and words[index + 1].joined):
        return None
    sure = _sure(cut[0])
    if not sure and (not atom.capital or index == 0):
        return None
    if not _is_no_word(atom) or len(cut[0]) < 5:
        return None
    return _found(words, index, index, _surname_text(atom, cut[1]), cut[1], "surname")


def _after_office(words: Sequence[Atom], found: Sequence[Found], index: int) -> Found | None:
    """Two capitalised words right after an office: «министр Арман Сәтбай»."""
    office = ending_before(found, index)
    if office is None or office.type is not NameType.OFFICE or office.ending.case != Case.NOM:
        return None
    if index + 1 >= len(words) or not words[index].capital or not words[index + 1].capital:
        return None
    first, second = words[index], words[index + 1]
    if second.kind != "word" or not _free(found, index + 1) or first.upper or second.joined or not _bare(first):
        return None
    _, ending = _surname(second) or _plain_cut(second)
    canonical = f"{_given_text(first)} {_surname_text(second, ending)}"
    return _found(words, index, index + 1, canonical, ending, "full")


def _given_text(atom: Atom) -> str:
    return titled(atom.text)


def _surname_text(atom: Atom, ending: Ending) -> str:
    return titled(nominative(atom, ending))


def _found(words: Sequence[Atom], first: int, last: int, canonical: str, ending: Ending, role: str) -> Found:
    return Found(
        first, last, NameType.PERSON, canonical, None, (), ending, role, words[first].start, words[last].end
    )  # fmt: skip


def _free(found: Sequence[Found], index: int) -> bool:
    known = covering(found, index)
    return known is None or (known.type is NameType.PERSON and known.role == "surname")


def _surname(atom: Atom) -> tuple[str, Ending] | None:
    """The stem that ends as surnames do, with what follows it; the longest such stem."""
    return _surname_of(atom.key)


@lru_cache(maxsize=1 << 16)
def _surname_of(key: str) -> tuple[str, Ending] | None:
    if len(key) < 4 or _patronymic_of(key):
        return None
    for stem, ending in cuts(key):
        if len(stem) < 4 or ending.possessive:
            continue
        if stem.endswith(_endings()) or folded(stem).endswith(_endings()):
            return stem, ending
    return None


def _sure(stem: str) -> bool:
    return stem.endswith(_sure_endings()) or folded(stem).endswith(_sure_endings())


def _plain_cut(atom: Atom) -> tuple[str, Ending]:
    """The stem of a name that no ending gives away: the shortest case ending that can be meant."""
    for stem, ending in cuts(atom.key)[1:]:
        if len(stem) > 3 and not ending.possessive and not ending.plural and len(atom.key) - len(stem) >= 2:
            return stem, ending
    return atom.key, BARE


def _patronymic_word(atom: Atom) -> tuple[str, Ending] | None:
    return _patronymic_of(atom.key)


@lru_cache(maxsize=1 << 16)
def _patronymic_of(key: str) -> tuple[str, Ending] | None:
    for stem, ending in cuts(key):
        if stem in lists().patronymic_words:
            return stem, ending
    return None


def _bare(atom: Atom) -> bool:
    return not atom.suffix


def _is_no_word(atom: Atom) -> bool:
    """Whether a word is in no dictionary, so that a capital makes it a name."""
    nouns, verbs = lexicon()
    return atom.text.lower() not in nouns and atom.text.lower() not in verbs


def _is_no_common_start(atom: Atom) -> bool:
    return atom.key not in lists().never_given


@cache
def _endings() -> tuple[str, ...]:
    return tuple(map(key_of, lists().surname_endings))


@cache
def _sure_endings() -> tuple[str, ...]:
    return tuple(map(key_of, lists().sure_surname_endings))
