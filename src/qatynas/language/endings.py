"""Every ending a Kazakh word can take, spelled out from the table in `kk.suffixes` once, when first asked for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import msgspec

from qatynas.language.kk import suffixes
from qatynas.language.mentions import Case

BACK_VOWELS = frozenset("аоұыяёю")
FRONT_VOWELS = frozenset("әеөүіэ")
NEUTRAL_VOWELS = frozenset("иую")  # take their harmony from the vowel before
VOWELS = frozenset("аәеоөұүыіэяёю")  # after и and у endings behave as after a consonant (министриі, тауы, оқуы)

FUSED = "й"  # the class of endings that are written with ю or я in place of a stem's last й and their first sound
_FUSIONS = {"у": "ю", "а": "я"}
MELTED = "ы"  # the class of endings that are written with и in place of a stem's last ы or і and their first й: оқиды

# a letter for each class of sounds that endings tell apart at the end of a stem
CLASS_LETTERS = {"vowel": "а", "glide": "р", "l": "л", "nasal": "н", "buzz": "з", "hard": "т"}
_CLASSES = dict.fromkeys(VOWELS, "vowel")
_CLASSES |= dict.fromkeys("рйиу", "glide") | {"л": "l"} | dict.fromkeys("мнң", "nasal") | dict.fromkeys("зж", "buzz")

_SOUNDS = {  # capital → class of the sound before → the letter, back and front where they differ
    "L": {"vowel": "л", "glide": "л", "hard": "т", "": "д"},
    "D": {"hard": "т", "": "д"},
    "N": {"vowel": "н", "nasal": "н", "hard": "т", "": "д"},
    "H": {"vowel": "н", "hard": "т", "": "д"},
    "B": {"nasal": "н", "hard": "т", "": "д"},
    "G": {"hard": "қк", "": "ғг"},
    "M": {"buzz": "б", "hard": "п", "": "м"},
    "P": {"nasal": "б", "buzz": "б", "hard": "п", "": "м"},
    "K": {"": "қк"},
    "A": {"": "ае"},
    "I": {"": "ыі"},
}


class Ending(msgspec.Struct, frozen=True, gc=False):
    """What a chain of suffixes says of the word it ends.

    pos is "noun" or "verb" (of the stem). form names the verb's form, "" for nouns. possessor is 3, 1sg, 2sg, 2sg.pol,
    1pl or "". after are the classes of sounds that it may follow; back is None where it fits both harmonies.
    """

    text: str
    pos: str
    after: frozenset[str]
    back: bool | None
    form: str = ""
    negative: bool = False
    plural: bool = False
    possessor: str = ""
    case: Case = Case.NOM
    attributive: bool = False
    equative: bool = False


def sound_class(letter: str) -> str:
    """The class of a stem's last letter: vowel, glide, l, nasal, buzz or hard."""
    return _CLASSES.get(letter, "hard")


def last_sound(stem: str) -> str:
    """A stem's last letter that sounds: рубль ends in л; "" of nothing."""
    return stem.rstrip("ьъ")[-1:] or stem[-1:]


def harmony(word: str) -> bool | None:
    """Whether endings of word have back vowels; None where its letters do not tell.

    After a last и of a loan both are found (терроризмге, қиынға), and after я.
    """
    loan = False
    for letter in reversed(word):
        if letter in NEUTRAL_VOWELS:
            loan = loan or letter == "и"
        elif letter in BACK_VOWELS:
            return None if letter == "я" or loan else True
        elif letter in FRONT_VOWELS:
            return False
    return None


@cache
def spell(pattern: str, before: str, back: bool) -> str:
    """The suffix as it is spelled after the letter before, in back or front harmony."""
    spelled = ""
    position = 0
    while position < len(pattern):
        sign = pattern[position]
        last = spelled[-1:] or before
        after_vowel = sound_class(last) == "vowel"
        if sign in "([":
            inner, position = pattern[position + 1], position + 3
            if after_vowel == (sign == "["):
                spelled += _sound(inner, last, back)
            continue
        if sign == "E":
            spelled += "й" if after_vowel else _sound("A", last, back)
        else:
            spelled += _sound(sign, last, back)
        position += 1
    return spelled


def _sound(sign: str, before: str, back: bool) -> str:
    sounds = _SOUNDS.get(sign)
    if sounds is None:
        return sign
    letters = sounds.get(sound_class(before)) or sounds[""]
    return letters[0] if back else letters[-1]


class _Said(NamedTuple):
    """An ending before it is known what it may follow."""

    text: str
    pos: str = "noun"
    form: str = ""
    negative: bool = False
    plural: bool = False
    possessor: str = ""
    case: Case = Case.NOM
    attributive: bool = False
    equative: bool = False


@cache
def endings() -> dict[str, tuple[Ending, ...]]:
    """Every ending by its spelling."""
    found: dict[_Said, tuple[set[str], set[bool]]] = {}

    def keep(said: _Said, after: str, back: bool) -> None:
        classes, backs = found.setdefault(said, (set(), set()))
        classes.add(after)
        backs.add(back)

    for back in (True, False):
        for name, letter in CLASS_LETTERS.items():
            for said in (*_nouns(letter, back), *_likenesses(letter, back)):
                keep(said, name, back)
            for said in _verbs(letter, back):
                keep(said, name, back)
                fused = _FUSIONS.get(said.text[:1]) if name == "glide" else None
                if fused:
                    keep(said._replace(text=fused + said.text[1:]), FUSED, back)
                if name == "vowel" and said.text.startswith("й"):
                    keep(said._replace(text="и" + said.text[1:]), MELTED, back)
    table: dict[str, list[Ending]] = {}
    for said, (classes, backs) in found.items():
        both = None if len(backs) == 2 else min(backs)
        table.setdefault(said.text, []).append(
            Ending(
                said.text, said.pos, frozenset(classes), both, said.form, said.negative, said.plural, said.possessor,
                said.case, said.attributive, said.equative,
            )
        )  # fmt: skip
    return {text: tuple(group) for text, group in table.items()}


@cache
def _nouns(letter: str, back: bool) -> tuple[_Said, ...]:
    """Plural, possessive and case after a stem that ends in letter."""
    found: list[_Said] = []
    for plural in (False, True):
        text = spell(suffixes.PLURAL, letter, back) if plural else ""
        for possessor in ("", *suffixes.POSSESSIVES):
            owned = text + spell(suffixes.POSSESSIVES.get(possessor, ""), text[-1:] or letter, back)
            found += _cases(letter, back, _Said(owned, plural=plural, possessor=possessor))
    return tuple(found)


def _likenesses(letter: str, back: bool) -> Iterator[_Said]:
    """«мыңдай», «сегіз мыңдайы», «жылғы» with their cases."""
    like = spell(suffixes.EQUATIVE, letter, back)
    yield from _cases(letter, back, _Said(like, equative=True))
    owned = like + spell(suffixes.POSSESSIVES["3"], like[-1], back)
    yield from _cases(letter, back, _Said(owned, possessor="3", equative=True))
    yield from _cases(letter, back, _Said(spell(suffixes.ATTRIBUTIVE, letter, back), attributive=True))


def _cases(letter: str, back: bool, bare: _Said) -> Iterator[_Said]:
    """An ending without case, and with each; a locative with its attributive («-дағы») and what may follow that."""
    yield bare
    cases = suffixes.CASES
    if bare.possessor == "3":
        cases = suffixes.CASES_AFTER_3
    elif bare.possessor in ("1sg", "2sg"):
        cases = suffixes.CASES_AFTER_1SG_2SG
    for name, pattern in cases.items():
        text = bare.text + spell(pattern, bare.text[-1:] or letter, back)
        yield bare._replace(text=text, case=Case(name))
        if name == "loc" and not bare.attributive:
            linked = text + spell(suffixes.ATTRIBUTIVE, text[-1], back)
            for suffix in ("", suffixes.PLURAL, *suffixes.CASES.values()):
                whole = linked + spell(suffix, linked[-1], back)
                yield bare._replace(text=whole, case=Case.LOC, attributive=True)


def _verbs(letter: str, back: bool) -> Iterator[_Said]:
    """Forms of a verb stem that ends in letter."""
    for negative in (False, True):
        start = spell(suffixes.NEGATION, letter, back) if negative else ""
        before = start[-1:] or letter
        for form, patterns in suffixes.FINITE.items():
            for pattern in patterns:
                yield _Said(start + spell(pattern, before, back), "verb", form, negative)
        for form, patterns in suffixes.NOMINAL.items():
            for pattern in patterns:
                begun = start + spell(pattern, before, back)
                for said in _nouns(begun[-1], back):
                    yield _Said(begun + said.text, "verb", form, negative, *said[4:])
        yield _Said(start, "verb", "stem", negative)
