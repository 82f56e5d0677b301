"""Whether a document says anything of relations between states, told early and cheaply.

Two tests with one measure: `early_scan` on raw text in any script, before anything else is done with it, and
`irrelevance` on what the language room read. Docs: docs/claims/relevance.md
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from qatynas.data import Strict, load, world
from qatynas.language.endings import harmony, spell
from qatynas.language.kk.suffixes import CASES
from qatynas.language.mentions import NameMention, NameType, Reading
from qatynas.model import Script
from qatynas.script import convert


class Table(Strict, frozen=True):
    """data/relevance.toml."""

    firm: tuple[str, ...]
    flows: tuple[str, ...]
    shared: tuple[str, ...]
    passing: tuple[str, ...]
    own: tuple[str, ...]
    sport: tuple[str, ...]
    crime: tuple[str, ...]
    home: dict[str, tuple[str, ...]]


TABLE = load("relevance", Table)

_HEAD = 4
"""Letters by which a name is first looked up: shorter ones are compared whole."""
_GRAM = 3
"""Letters by which a part of a needle is looked up in a word; shorter parts are not."""
_MOST_WORDS = 1 << 17
_LONGEST_WORD = 64
"""How many words are remembered, and how long ones."""
_SHORT = 3
"""Names of at most so many letters (acronyms) are not looked for in raw text: they begin too many words."""
_LANGUAGE = "kk"
"""The language read: a state where it is the majority's stands for «еліміз»."""
_NO_RELATION = "it tells of no relation between states"
_NOTICE = 1_500
"""Characters of a text so short that naming two states, or one and anything that passes over a border, is enough: what
a text must show grows with its length, and a post or a headline with two sentences says each thing once."""
_YEAR = re.compile(r"\b\d{4}")
_MODERN = 1991
"""Before this year none of the relations that are kept was one of the present states."""
_SIDES = (NameType.STATE, NameType.SIDE, NameType.PLACE, NameType.BODY, NameType.OFFICE, NameType.ORGANISATION)
_GOOD_PART = 5
"""A script is looked at where it has at least one in so many of the main one's letters."""
_JOINTS = re.compile("[-–—/]")
"""What joins two names into one word between spaces: «Қазақстан–Қырғызстан», «Тараз/Талас»."""
_TELLING_CASES = ("gen", "dat", "loc", "abl")
"""Cases in which a short name is looked for: «Ошты» and «өсті» are one word in simple Latin letters."""
_TOWNS = ("capital", "city", "town")
_BORDER = "post"
"""The kind of place that stands at a border, whichever side it is on."""

# Spellings that differ between houses and standards are made one, in the text and in what is looked for.
_ONE_ARABIC = (("ي", "ى"), ("ی", "ى"), ("ء", ""), ("ٴ", ""), ("ه", "ە"), ("ك", "ک"), ("ـ", ""), ("\u200c", ""))
_ONE_LATIN = str.maketrans(
    {
        **dict.fromkeys("ǵğ", "g"),
        **dict.fromkeys("ŋńñ", "n"),
        **dict.fromkeys("áä", "a"),
        **dict.fromkeys("óö", "o"),
        **dict.fromkeys("ýúüūw", "u"),
        **dict.fromkeys("yıïíĭ", "i"),
        **dict.fromkeys("şŝ", "s"),
        "ç": "c",
        "'": "",
        "’": "",
    }
)


class _Sieve:
    """What is looked for in texts of one script, spelled as `_one_spelling` leaves a text.

    A text is looked at word by word. Each distinct word has a mark, remembered for the next text: a bit for every name
    whose first letters one of its parts begins with, and one for every part of a needle that stands in it. What the
    marks of all words together let through is then compared with the text itself.
    """

    def __init__(self, names: Mapping[str, Iterable[str]], needles: Mapping[str, Iterable[str]]) -> None:
        self._heads: dict[str, int] = {}
        self._parts: dict[str, list[tuple[str, int]]] = {}  # by their first letters
        self._known: dict[str, int] = {}
        self._bits: dict[str, int] = {}
        self._names: dict[str, dict[int, list[str]]] = {group: {} for group in names}
        self._needles: dict[str, tuple[int, list[tuple[int, str]]]] = {}
        for group, words in names.items():
            for name in words:
                bit = self._heads.setdefault(name[:_HEAD], 1 << len(self._heads))
                self._names[group].setdefault(bit, []).append(name)
        for group, words in needles.items():
            single, several = 0, []
            for needle in words:
                parts = needle.split()
                bits = _joined(self._part(part) for part in parts if len(part) >= _GRAM)
                if len(parts) == 1 and bits:
                    single |= bits
                else:
                    several.append((bits, needle))
            self._needles[group] = single, several
        self._head_marks = {group: _joined(rows) for group, rows in self._names.items()}

    def _part(self, part: str) -> int:
        """The bit of a needle's part, behind those of the names' heads."""
        if part not in self._bits:
            self._bits[part] = 1 << (len(self._heads) + len(self._bits))
            self._parts.setdefault(part[:_GRAM], []).append((part, self._bits[part]))
        return self._bits[part]

    def marks(self, plain: str) -> int:
        """The marks of all words of a text."""
        words = set(plain.split())
        marks = set(map(self._known.get, words))  # few are distinct: most words have none
        if None in marks:
            marks = set(map(self._mark, words))
        return _joined(mark for mark in marks if mark)

    def _mark(self, word: str) -> int:
        mark = self._known.get(word)
        if mark is not None:
            return mark
        mark = 0
        parts = self._parts
        for start in range(len(word) - _GRAM + 1):
            gram = word[start : start + _GRAM]
            if gram in parts:
                mark |= _joined(bit for part, bit in parts[gram] if word.startswith(part, start))
        for piece in _JOINTS.split(word):
            mark |= self._heads.get(piece.lstrip("«\"(“–—'")[:_HEAD], 0)
        if len(self._known) >= _MOST_WORDS:
            self._known.clear()
        if len(word) <= _LONGEST_WORD:
            self._known[word] = mark
        return mark

    def named(self, group: str, marks: int, plain: str) -> bool:
        """Whether some word begins as one of a group's names does, and the name stands in the text."""
        left = marks & self._head_marks[group]
        while left:
            bit = left & -left
            if any(name in plain for name in self._names[group][bit]):
                return True
            left ^= bit
        return False

    def count(self, group: str, marks: int, plain: str) -> int:
        """How many of a group's needles stand in the text."""
        single, several = self._needles[group]
        return (marks & single).bit_count() + sum(marks & bits == bits and needle in plain for bits, needle in several)


def _joined(bits: Iterable[int]) -> int:
    joined = 0
    for bit in bits:
        joined |= bit
    return joined


def early_scan(text: str) -> bool:
    """Whether text, in any of the three scripts, may say something of relations between states.

    It looks at the beginnings of words only and errs on the side of reading on; made for whole crawls.
    """
    lower = text.lower().replace("-\n", "")  # a word that a line's end cuts begins otherwise
    return any(_may_tell(lower, script) for script in _scripts(lower))


def _may_tell(lower: str, script: Script) -> bool:
    sieve = _sieve(script)
    plain = _one_spelling(lower, script)
    marks = sieve.marks(plain)
    shared_place = sieve.named("both", marks, plain)
    if not shared_place and not sieve.named("foreign", marks, plain):
        return False
    home = shared_place or sieve.named("home", marks, plain) or sieve.count("own", marks, plain) > 0
    return not _why_not(home, sieve, marks, plain)


def irrelevance(reading: Reading) -> str:
    """In words, why nothing is looked for in the document; "" where it is of relevance."""
    homes = _homes()
    named: set[str] = set()
    together = False
    for sentence in reading.sentences:
        here = {code for name in sentence.names if name.type in _SIDES for code in _states(name)}
        together = together or len(here) > 1
        named |= here
    plain = reading.text.lower()
    sieve = _sieve(Script.CYRL)
    marks = sieve.marks(plain)
    border = sieve.named("both", marks, plain)
    if not named - homes and not border:
        return "it names no state but its own" if named else "it names no state"
    if _of_old_times(reading):
        return "it tells of times before the states"
    home = bool(named & homes) or len(named) > 1 or border or sieve.count("own", marks, plain) > 0
    why = _why_not(home, sieve, marks, plain)
    return "" if why == _NO_RELATION and together else why


def _of_old_times(reading: Reading) -> bool:
    """Whether all years that a text tells lie before the states' own time, and none hangs on the day it was written."""
    told = [date for sentence in reading.sentences for date in sentence.dates]
    years = [int(year) for date in told if date.edtf for year in _YEAR.findall(date.edtf)]
    return len(years) > 1 and max(years) < _MODERN and not any(date.relative for date in told)


def _states(name: NameMention) -> tuple[str, ...]:
    return name.countries or ((name.country,) if name.country else ())


def _why_not(home: bool, sieve: _Sieve, marks: int, plain: str) -> str:
    """Why a text that names a foreign state is of no relevance; home is whether it names its own as well."""
    firm, flows, shared = (sieve.count(group, marks, plain) for group in ("firm", "flows", "shared"))
    if sieve.count("other", marks, plain) > firm + flows + shared:
        return "it is of sport or crime"
    if firm or (home and flows + shared) or shared > 1:
        return ""
    if len(plain) <= _NOTICE and (home or flows + shared or sieve.count("passing", marks, plain)):
        return ""
    return _NO_RELATION


def _scripts(text: str) -> list[Script]:
    """The scripts of a good part of a text, told by its commonest vowels: furniture may be in another."""
    counts = {
        Script.CYRL: text.count("а") + text.count("е"),
        Script.ARAB: text.count("ا") + text.count("ە"),
        Script.LATN: text.count("a") + text.count("e"),
    }
    most = max(counts.values())
    return [script for script, count in counts.items() if count and count * _GOOD_PART >= most]


def _one_spelling(lower: str, script: Script) -> str:
    if script is Script.ARAB:
        for variant, one in _ONE_ARABIC:
            lower = lower.replace(variant, one)
    elif script is Script.LATN:
        lower = lower.translate(_ONE_LATIN).replace("sh", "s").replace("ch", "c")
    return lower


def _homes() -> frozenset[str]:
    return frozenset(state.code for state in world().states if state.language == _LANGUAGE)


@cache
def _sieve(script: Script) -> _Sieve:
    homes = _homes()
    names: dict[str, list[str]] = {"foreign": [], "home": list(TABLE.home["words"]), "both": []}
    for state in world().states:
        group = names["home" if state.code in homes else "foreign"]
        group.extend((*state.names["kk"], *state.adjectives.get("kk", ()), *state.nicknames.get("kk", ())))
    for place in world().places:
        spelled = place.names["kk"]
        if place.kind in _TOWNS:
            spelled = tuple(word for name in spelled for word in _inflected(name))
        inside = bool(homes & set(place.countries)) or place.kind == _BORDER
        outside = bool(set(place.countries) - homes) or place.kind == _BORDER
        names["both" if inside and outside else "home" if inside else "foreign"].extend(spelled)
    needles = {
        "firm": TABLE.firm,
        "flows": TABLE.flows,
        "shared": TABLE.shared,
        "passing": TABLE.passing,
        "own": TABLE.own,
        "other": (*TABLE.sport, *TABLE.crime),
    }
    return _Sieve(
        {group: _spelled([name for name in words if len(name) > _SHORT], script) for group, words in names.items()},
        {group: _spelled(words, script) for group, words in needles.items()},
    )


def _inflected(name: str) -> tuple[str, ...]:
    """A short name with its case endings, which begin few other words: «Ошта», «Оштың»; a longer one as it is."""
    if len(name) > _SHORT:
        return (name,)
    back = harmony(name) is not False
    return (name, *(name + spell(CASES[case], name[-1], back) for case in _TELLING_CASES))


def _spelled(words: Iterable[str], script: Script) -> tuple[str, ...]:
    """Words as a text of this script has them after `_one_spelling`."""
    made = (word if script is Script.CYRL else convert(word, script, Script.CYRL) for word in words)
    return tuple(dict.fromkeys(_one_spelling(word.lower(), script) for word in made))
