"""Whether a document says anything of relations between states, told early and cheaply.

Two tests with one measure: `early_scan` on raw text in any script, before anything else is done with it, and
`irrelevance` on what the language room read. Docs: docs/claims/relevance.md
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from qatynas.data import Strict, load, world
from qatynas.language.mentions import NameMention, NameType, Reading
from qatynas.model import Script
from qatynas.script import convert


class Table(Strict, frozen=True):
    """data/relevance.toml."""

    firm: tuple[str, ...]
    flows: tuple[str, ...]
    shared: tuple[str, ...]
    sport: tuple[str, ...]
    crime: tuple[str, ...]
    home: dict[str, tuple[str, ...]]


TABLE = load("relevance", Table)

_HEAD = 4
"""Letters by which a word is first looked up: shorter names are compared whole."""
_SHORT = 3
"""Names of at most so many letters (acronyms) are not looked for in raw text: they begin too many words."""
_LANGUAGE = "kk"
"""The language read: a state where it is the majority's stands for «еліміз»."""
_NO_RELATION = "it tells of no relation between states"
_SIDES = (NameType.STATE, NameType.SIDE, NameType.PLACE, NameType.BODY, NameType.OFFICE, NameType.ORGANISATION)
_GOOD_PART = 5
"""A script is looked at where it has at least one in so many of the main one's letters."""
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


@dataclass(frozen=True, slots=True)
class Needles:
    """What is looked for in texts of one script, spelled as `_one_spelling` leaves a text."""

    foreign: dict[str, tuple[str, ...]]
    home: dict[str, tuple[str, ...]]
    both: dict[str, tuple[str, ...]]
    firm: tuple[str, ...]
    flows: tuple[str, ...]
    shared: tuple[str, ...]
    other: tuple[str, ...]


def early_scan(text: str) -> bool:
    """Whether text, in any of the three scripts, may say something of relations between states.

    It looks at the beginnings of words only and errs on the side of reading on; made for whole crawls.
    """
    lower = text.lower()
    return any(_may_tell(lower, script) for script in _scripts(lower))


def _may_tell(lower: str, script: Script) -> bool:
    needles = _needles(script)
    plain = _one_spelling(lower, script)
    heads = _heads(plain)
    shared_place = _named(needles.both, heads, plain)
    foreign = shared_place or _named(needles.foreign, heads, plain)
    if not foreign:
        return False
    home = shared_place or _named(needles.home, heads, plain)
    return not _why_not(home, plain, needles)


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
    needles = _needles(Script.CYRL)
    border = _named(needles.both, _heads(plain), plain)
    if not named - homes and not border:
        return "it names no state but its own" if named else "it names no state"
    home = bool(named & homes) or len(named) > 1 or border
    why = _why_not(home, plain, needles)
    return "" if why == _NO_RELATION and together else why


def _states(name: NameMention) -> tuple[str, ...]:
    return name.countries or ((name.country,) if name.country else ())


def _why_not(home: bool, plain: str, needles: Needles) -> str:
    """Why a text that names a foreign state is of no relevance; home is whether it names its own as well."""
    other = _count(needles.other, plain)
    firm = _count(needles.firm, plain)
    if other > firm + _count(needles.flows, plain) + _count(needles.shared, plain):
        return "it is of sport or crime"
    if firm:
        return ""
    if home and _count(needles.flows, plain) + _count(needles.shared, plain):
        return ""
    return "" if _count(needles.shared, plain) > 1 else _NO_RELATION


def _heads(plain: str) -> set[str]:
    """The first letters of every word."""
    return {word.lstrip("«\"(“-–—'")[:_HEAD] for word in plain.replace("-", " ").split()}


def _count(needles: tuple[str, ...], plain: str) -> int:
    return sum(needle in plain for needle in needles)


def _named(names: dict[str, tuple[str, ...]], heads: set[str], plain: str) -> bool:
    """Whether some word begins as one of these names does."""
    return any(name in plain for head in heads & names.keys() for name in names[head])


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
def _needles(script: Script) -> Needles:
    homes = _homes()
    foreign: list[str] = []
    home: list[str] = list(TABLE.home["words"])
    both: list[str] = []
    for state in world().states:
        names = (*state.names["kk"], *state.adjectives.get("kk", ()), *state.nicknames.get("kk", ()))
        (home if state.code in homes else foreign).extend(names)
    for place in world().places:
        inside = bool(homes & set(place.countries)) or place.kind == _BORDER
        outside = bool(set(place.countries) - homes) or place.kind == _BORDER
        group = both if inside and outside else home if inside else foreign
        group.extend(place.names["kk"])
    return Needles(
        _by_head(foreign, script),
        _by_head(home, script),
        _by_head(both, script),
        _spelled(TABLE.firm, script),
        _spelled(TABLE.flows, script),
        _spelled(TABLE.shared, script),
        _spelled((*TABLE.sport, *TABLE.crime), script),
    )


def _spelled(words: Iterable[str], script: Script) -> tuple[str, ...]:
    """Words as a text of this script has them after `_one_spelling`."""
    made = (word if script is Script.CYRL else convert(word, script, Script.CYRL) for word in words)
    return tuple(dict.fromkeys(_one_spelling(word.lower(), script) for word in made))


def _by_head(names: Iterable[str], script: Script) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for name in _spelled((name for name in names if len(name) > _SHORT), script):
        found.setdefault(name[:_HEAD], {})[name] = None
    return {head: tuple(group) for head, group in found.items()}
