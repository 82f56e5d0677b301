"""Every ending a Kazakh word can take, spelled out from the table in `kk.suffixes` once, when first asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from qatynas.language.kk import suffixes
from qatynas.language.mentions import Case

BACK_VOWELS = frozenset("аоұыяёю")
FRONT_VOWELS = frozenset("әеөүіэ")
NEUTRAL_VOWELS = frozenset("иую")  # take their harmony from the vowel before
VOWELS = frozenset("аәеоөұүыіэяёю")  # after и and у endings behave as after a consonant (министриі, тауы, оқуы)

FUSED = "й"  # the class of endings that are written with ю or я in place of a stem's last й and their first sound
_FUSIONS = {"у": "ю", "а": "я"}

# a letter for each class of sounds that endings tell apart at the end of a stem
CLASS_LETTERS = {"vowel": "а", "glide": "р", "l": "л", "nasal": "н", "buzz": "з", "hard": "т"}
_CLASSES = {letter: "vowel" for letter in VOWELS}
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


@dataclass(frozen=True, slots=True)
class Ending:
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


def harmony(word: str) -> bool | None:
    """Whether endings of word have back vowels; None where its letters do not tell."""
    for letter in reversed(word):
        if letter in NEUTRAL_VOWELS:
            continue
        if letter in BACK_VOWELS:
            return None if letter == "я" else True
        if letter in FRONT_VOWELS:
            return False
    return None


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


@cache
def endings() -> dict[str, tuple[Ending, ...]]:
    """Every ending by its spelling."""
    found: dict[tuple[object, ...], tuple[Ending, set[str], set[bool]]] = {}
    for back in (True, False):
        for name, letter in CLASS_LETTERS.items():
            for ending in _nouns("", letter, back):
                _keep(found, ending, name, back)
            for ending in _verbs(letter, back):
                _keep(found, ending, name, back)
                fused = _FUSIONS.get(ending.text[:1]) if name == "glide" else None
                if fused:
                    _keep(found, replace(ending, text=fused + ending.text[1:]), FUSED, back)
    table: dict[str, list[Ending]] = {}
    for ending, after, backs in found.values():
        both = None if len(backs) == 2 else backs.pop()
        table.setdefault(ending.text, []).append(replace(ending, after=frozenset(after), back=both))
    return {text: tuple(group) for text, group in table.items()}


def _keep(
    found: dict[tuple[object, ...], tuple[Ending, set[str], set[bool]]], ending: Ending, name: str, back: bool
) -> None:
    key = (ending.text, ending.pos, ending.form, ending.negative, ending.plural, ending.possessor)
    key += (ending.case, ending.attributive, ending.equative)
    _, after, backs = found.setdefault(key, (ending, set(), set()))
    after.add(name)
    backs.add(back)


def _nouns(
    start: str, letter: str, back: bool, pos: str = "noun", form: str = "", neg: bool = False
) -> Iterator[Ending]:
    """Plural, possessive and case after start, whose stem ends in letter."""
    for plural in (False, True):
        text = start + (spell(suffixes.PLURAL, start[-1:] or letter, back) if plural else "")
        for possessor in ("", *suffixes.POSSESSIVES):
            pattern = suffixes.POSSESSIVES.get(possessor, "")
            owned = text + spell(pattern, text[-1:] or letter, back)
            yield from _cases(owned, letter, back, (pos, form, neg, plural, possessor))
    for suffix, equative, attributive in ((suffixes.EQUATIVE, True, False), (suffixes.ATTRIBUTIVE, False, True)):
        text = start + spell(suffix, start[-1:] or letter, back)
        if not form:
            yield from _cases(text, letter, back, (pos, form, neg, False, ""), attributive, equative)
            if equative:
                owned = text + spell(suffixes.POSSESSIVES["3"], text[-1], back)
                yield from _cases(owned, letter, back, (pos, form, neg, False, "3"), attributive, equative)


def _cases(
    start: str,
    letter: str,
    back: bool,
    said: tuple[str, str, bool, bool, str],
    attributive: bool = False,
    equative: bool = False,
) -> Iterator[Ending]:
    pos, form, negative, plural, possessor = said

    def ending(text: str, case: Case, attributive: bool = attributive) -> Ending:
        return Ending(
            text, pos, frozenset(), back, form, negative, plural, possessor, case, attributive, equative
        )  # fmt: skip

    yield ending(start, Case.NOM)
    cases = suffixes.CASES
    if possessor == "3":
        cases = suffixes.CASES_AFTER_3
    elif possessor in ("1sg", "2sg"):
        cases = suffixes.CASES_AFTER_1SG_2SG
    for name, pattern in cases.items():
        text = start + spell(pattern, start[-1:] or letter, back)
        yield ending(text, Case(name))
        if name == "loc" and not attributive:
            linked = text + spell(suffixes.ATTRIBUTIVE, text[-1], back)
            yield ending(linked, Case.LOC, True)
            for suffix in (suffixes.PLURAL, *suffixes.CASES.values()):
                yield ending(linked + spell(suffix, linked[-1], back), Case.LOC, True)


def _verbs(letter: str, back: bool) -> Iterator[Ending]:
    """Forms of a verb stem that ends in letter."""
    for negative in (False, True):
        start = spell(suffixes.NEGATION, letter, back) if negative else ""
        before = start[-1:] or letter
        for form, patterns in suffixes.FINITE.items():
            for pattern in patterns:
                yield Ending(start + spell(pattern, before, back), "verb", frozenset(), back, form, negative)
        for form, patterns in suffixes.NOMINAL.items():
            for pattern in patterns:
                begun = start + spell(pattern, before, back)
                yield from _nouns(begun, letter, back, "verb", form, negative)
        yield Ending(start, "verb", frozenset(), back, "stem", negative)
