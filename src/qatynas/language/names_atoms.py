"""The words that names are made of: hyphenated tokens in their parts, each with the stems that it may have."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

import msgspec
from msgspec.structs import replace

from qatynas.language.endings import endings, spell
from qatynas.language.kk import suffixes
from qatynas.language.mentions import Case, Token
from qatynas.model.span import Span

_LONGEST = 12
_SAME = str.maketrans({"э": "е", "ё": "е", "ъ": "", "ь": "", "щ": "ш", "i": "і", "’": "", "ʼ": "", "'": ""})
_HARMONY = str.maketrans({"ә": "а", "ө": "о", "ү": "у", "ұ": "у", "і": "ы"})


class Ending(msgspec.Struct, frozen=True, gc=False):
    """What is peeled off a name: its case, whether plural, possessive or attributive, and how many letters."""

    case: Case
    plural: bool = False
    possessive: bool = False
    attributive: bool = False
    size: int = 0


BARE = Ending(Case.NOM)


class Atom(msgspec.Struct, frozen=True, gc=False):
    """One word of a text, a part of a hyphenated one, or a mark.

    key is its `key_of`; capital is true with a capital first letter; upper where it has two letters or more and all
    are capitals. joined is true where only a hyphen stands between it and the atom before. token is the index of the
    token that it is or belongs to. suffix is the ending that a hyphen sets apart («ТМД-ға»), "" mostly.
    """

    start: int
    end: int
    text: str
    key: str
    kind: str
    token: int
    capital: bool = False
    joined: bool = False
    suffix: str = ""

    @property
    def upper(self) -> bool:
        return len(self.text) > 1 and self.text.isupper()

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def atoms(tokens: Sequence[Token]) -> list[Atom]:
    """The atoms of tokens, in order."""
    found: list[Atom] = []
    for index, token in enumerate(tokens):
        if token.kind == "word" and "-" in token.lower:
            _split(found, token, index)
        else:
            span, text, kind = token.span, token.text, token.kind
            key = key_of(token.lower) if kind == "word" else token.lower
            found.append(Atom(span.start, span.end, text, key, kind, index, text[:1].isupper()))
    return found


def _split(found: list[Atom], token: Token, index: int) -> None:
    start = token.span.start
    place = 0
    parts = token.text.replace("‐", "-").replace("‑", "-").split("-")
    lowers = token.lower.split("-")
    if len(parts) != len(lowers):
        lowers = [part.strip().lower() for part in parts]
    suffix = lowers[-1] if len(parts) > 1 and lowers[-1] in name_endings() and parts[-2].isupper() else ""
    for number, (part, lower) in enumerate(zip(parts, lowers, strict=True)):
        begin = start + place + (len(part) - len(part.lstrip()))
        place += len(part) + 1
        if suffix and number == len(parts) - 1:
            found[-1] = replace(found[-1], end=token.span.end, suffix=suffix)
        elif part.strip():
            text = part.strip()
            key, capital = key_of(lower), text[:1].isupper()
            found.append(Atom(begin, begin + len(text), text, key, "word", index, capital, number > 0))


@lru_cache(maxsize=1 << 16)
def key_of(word: str) -> str:
    """One spelling for what differs between scripts and habits: small letters, е for э, no signs, no apostrophes."""
    key = word.lower().translate(_SAME)
    if "йе" in key:
        key = key.replace("йе", "е")
    if "иа" in key:
        key = key.replace("иа", "ия")
    if "тс" in key:
        key = key.replace("тс", "ц")
    if "сся" in key or "ця" in key:  # «комисся»: Latin ıa read as one letter
        key = key.replace("сся", "ссия").replace("ця", "ция")
    return key


@lru_cache(maxsize=1 << 16)
def folded(key: str) -> str:
    """A key without vowel harmony, for names that a script leaves open (Тоқаев, төқәев)."""
    return key.translate(_HARMONY)


@cache
def name_endings() -> dict[str, Ending]:
    """Every spelling of a noun's ending as a name takes it, with what it says; the simplest reading of each."""
    table: dict[str, tuple[int, Ending]] = {"": (0, BARE)}
    for text, group in endings().items():
        for ending in group:
            if ending.pos != "noun" or ending.possessor not in ("", "3", "1pl") or ending.equative:
                continue
            weight = ending.plural + bool(ending.possessor) + ending.attributive * (1 + (ending.case != Case.LOC))
            said = Ending(ending.case, ending.plural, ending.possessor == "3", ending.attributive)
            if text not in table or weight < table[text][0]:
                table[text] = (weight, said)
    return {text: said for text, (_, said) in table.items()} | _endings_after_possessive()


def _endings_after_possessive() -> dict[str, Ending]:
    """Endings of names whose last word is possessive (Республикасы-на), which no bare stem takes."""
    table: dict[str, Ending] = {}
    for back, vowel in ((True, "ы"), (False, "і")):
        for name, pattern in suffixes.CASES_AFTER_3.items():
            text = spell(pattern, vowel, back)
            if name != "ins":
                table[text] = Ending(Case(name))
            if name == "loc":
                table[text + spell(suffixes.ATTRIBUTIVE, text[-1], back)] = Ending(Case.LOC, attributive=True)
        table["нша" if back else "нше"] = Ending(Case.NOM)  # «министрлігінше»: by what the ministry says
    return table


@lru_cache(maxsize=1 << 16)
def cuts(key: str) -> tuple[tuple[str, Ending], ...]:
    """Every stem that key may be a name's form of, with the ending, the whole key first."""
    table = name_endings()
    found = [(key, BARE)]
    for cut in range(len(key) - 1, max(1, len(key) - _LONGEST) - 1, -1):
        ending = table.get(key[cut:])
        if ending is not None and not (key[cut - 1] == "қ" and key[cut] in "ыі"):  # жағын, never жақын
            ending = replace(ending, size=len(key) - cut)
            found.append((key[:cut], ending))
            last = key[cut - 1]
            if ending.possessive and key[cut] in "ыі" and last in "гғб":
                found.append((key[: cut - 1] + {"г": "к", "ғ": "қ", "б": "п"}[last], ending))
    return tuple(found)


def key_words(name: str) -> tuple[str, ...]:
    """The keys of a name's words as its atoms would have them; quotes and dashes are left out."""
    words = name.replace("-", " ").replace("–", " ").replace("«", " ").replace("»", " ").split()
    return tuple(key_of(word) for word in words)


def contracted(key: str) -> str:
    """The stem as it stands before a possessive where a narrow vowel falls out: халық, халқ-ы; ерін, ерн-і."""
    if len(key) > 4 and key[-2] in "ыі" and key[-3] not in "аәеоөұүыіую":
        return key[:-2] + key[-1]
    return key


def nominative(atom: Atom, ending: Ending) -> str:
    """A name's last word as its text has it, without the ending."""
    return atom.text[: len(atom.text) - ending.size] if ending.size and not atom.suffix else atom.text


def spelled(words: Sequence[Atom], first: int, last: int, ending: Ending = BARE) -> str:
    """The atoms from first to last (both in) as they stand, the last in the nominative."""
    text = ""
    for index in range(first, last + 1):
        atom = words[index]
        if index > first:
            text += "-" if atom.joined else "" if atom.start == words[index - 1].end else " "
        text += nominative(atom, ending) if index == last else atom.text
    return text
