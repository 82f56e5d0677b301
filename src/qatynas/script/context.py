"""What only the neighbours of a word can tell when Arabic script is read: capitals, acronyms, hyphens.

Arabic script has no capitals, spells acronyms with spaces (ب ۇ ۇ) and sets hyphens off by a space (قارىم- قاتىناس,
1991 -جىلى). A text is taken as its chunks (what stands between two spaces), each read on its own beforehand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Protocol

from qatynas.script import lexicon
from qatynas.script.arabic_reading import ARABIC_WORD, ARABIC_WORD_LETTERS, is_surname
from qatynas.script.letters import HAMZA

# Kinds of chunk that the walk over a line must stop at; an ordinary word has none.
OPAQUE = 1  # no letter and no digit
ENDS = 2  # ends a sentence
ENDS_SPEECH = 4  # ends a question or exclamation in quotes, after which «деді», «деген» may go on
LETTER = 8  # a letter alone: perhaps a part of an acronym
INITIAL = 16  # a letter and a full stop: perhaps a given name's first letter
TAIL_HYPHEN = 32
HEAD_HYPHEN = 64
NUMBER = 128  # ends in a digit
FOREIGN = 256  # no Arabic letter
FAMILY_NAME = 512
PERHAPS_NAME = 1024  # unknown to the lexicon, or a given name that is also a word
PHRASE = 2048  # a word that takes a capital before certain names
BREAK = 4096  # a line break
AFTER_PHRASE = 8192  # what a PHRASE chunk must have after it
STOPS = ~(OPAQUE | NUMBER | FOREIGN | PERHAPS_NAME | AFTER_PHRASE)  # kinds that change something or end a sentence
ACTS = LETTER | INITIAL | TAIL_HYPHEN | HEAD_HYPHEN | FAMILY_NAME | PHRASE

_LETTER = "[" + "".join(sorted(ARABIC_WORD_LETTERS - {HAMZA})) + "]"
_ALONE = re.compile(rf"((?:\W|{_LETTER}+-)*)({HAMZA}?{_LETTER})((?:[^\w.](?:.*))?)", re.DOTALL)
_INITIAL = re.compile(rf"\W*(?:{HAMZA}?{_LETTER}\.-?)+(?:{HAMZA}?{_LETTER}+\W*)?", re.DOTALL)
_ENDINGS = ".!?…'\"»”’)],"  # what _ENDS and _ENDS_SPEECH may end in
AFTER_NAME = '.,;:!?»)”"'
_ENDS = re.compile(r"[.!?…]['\"»”’)\]]*$")
_ENDS_SPEECH = re.compile(r"[!?…]['\"»”’)\]]*,?$")
ABBREVIATIONS = frozenset("млн млрд трлн т.б т.с.с т.с б.з.д б.з ж ғ қ м т б с".split())
_NOT_INITIALS = ("т.", "б.", "с.", "т.б.", "т.с.с.")
_AFTER_WORD = ".,;:!?»)”\"'…"
_SPEAKS = "де"  # деді, дейді, деп, деген: what follows a quoted question or a dash


def kind_of(chunk: str, text: str, *, unknown: bool) -> int:
    """The kinds of a chunk, read as text. unknown: it is one word that the lexicon does not have."""
    if chunk == "\n":
        return BREAK
    alone = text.isalpha()
    letters = alone or any(map(str.isalpha, text))
    if not letters and not any(map(str.isdigit, text)):
        return OPAQUE | (ENDS if _ENDS.search(text) else 0)
    kind = 0 if ARABIC_WORD.search(chunk) else FOREIGN
    if text[-1] in _ENDINGS:
        if _ENDS_SPEECH.search(text):
            kind |= ENDS_SPEECH
        elif _ENDS.search(text) and text.strip("«“\"'(.").lower() not in ABBREVIATIONS:
            kind |= ENDS
    if kind & FOREIGN and not letters:
        return kind | (NUMBER if text[-1].isdigit() else 0)
    if (len(chunk) < 3 or (len(chunk) < 24 and not chunk.isalpha())) and _ALONE.fullmatch(chunk):
        kind |= LETTER
    if "." in chunk and _INITIAL.fullmatch(chunk):
        kind = (kind & ~ENDS) | INITIAL
    if text[-1] == "-" and text[-2:-1].isalpha():
        kind |= TAIL_HYPHEN
    if text[0] == "-" and letters and text[1:2].isalpha():
        kind |= HEAD_HYPHEN
    if text[-1].isdigit():
        kind |= NUMBER
    if alone:
        return kind | kind_of_word(text, unknown=unknown)
    if text[0].isupper() and is_surname(text.rstrip(AFTER_NAME)):
        kind |= FAMILY_NAME
    return kind | AFTER_PHRASE * follows_phrase(text)


def kind_of_word(text: str, *, unknown: bool) -> int:
    """The kinds of a chunk of three letters or more that is a word without marks, read as text."""
    lower = text.lower()
    kind = 0
    if lower != text and text[0].isupper() and is_surname(text):
        kind |= FAMILY_NAME
    elif unknown or text in lexicon.given_names():
        kind |= PERHAPS_NAME
    if lower in lexicon.phrase_words():
        kind |= PHRASE
    return kind | AFTER_PHRASE * (lower[: lexicon.PHRASE_REACH] in lexicon.phrase_seconds())


def follows_phrase(text: str) -> bool:
    """Whether a chunk may be the second word of a name whose first takes its capital from it."""
    return text[: lexicon.PHRASE_REACH].lower() in lexicon.phrase_seconds()


class Texts(Protocol):
    """A row of texts."""

    def __getitem__(self, at: int, /) -> str: ...


class Changeable(Texts, Protocol):
    """A row of texts that may be replaced."""

    def __setitem__(self, at: int, text: str, /) -> None: ...
    def __len__(self) -> int: ...


class Walk:
    """One text's chunks with their readings and kinds; a line break is a chunk of its own."""

    def __init__(self, chunks: Texts, made: Changeable, kinds: Sequence[int]) -> None:
        self.chunks, self.made, self.kinds = chunks, made, kinds
        self.glue: dict[int, str] = {}  # chunk → what follows it instead of a space
        self._opaque = self._initials = 0  # where the last run of such chunks that was walked over ends

    def kind(self, at: int) -> int:
        """The kinds of a chunk; past the text's ends, a line break."""
        return self.kinds[at] if 0 <= at < len(self.kinds) else BREAK

    def run(self, stops: Iterable[int]) -> None:
        """Goes from one chunk that matters (stops) to the next and puts the readings right."""
        self.begin(0)
        taken = -1
        for at in stops:
            kind = self.kinds[at]
            if at > taken and kind & ACTS:
                taken = self.act(at, kind)
            if kind & (ENDS | ENDS_SPEECH | BREAK):
                self.begin(at + 1, soft=bool(kind & ENDS_SPEECH))

    def act(self, at: int, kind: int) -> int:
        """What a chunk changes besides sentence starts; gives the last chunk that it took."""
        made = self.made
        if kind & INITIAL and not self.kind(at - 1) & NUMBER:
            self.initials(at)
        if kind & HEAD_HYPHEN and self.kind(at - 1) & NUMBER:
            made[at] = made[at][1:]
        if kind & TAIL_HYPHEN and at + 1 < len(made) and made[at + 1][:1].isalpha():
            self.glue[at] = ""
        if kind & FAMILY_NAME and self.kind(at - 1) & PERHAPS_NAME:
            made[at - 1] = capital(made[at - 1])
        if kind & PHRASE and at + 1 < len(made):
            following = made[at + 1][: lexicon.PHRASE_REACH].lower()
            if (made[at].lower(), following) in lexicon.names_before_names():
                made[at], made[at + 1] = capital(made[at]), capital(made[at + 1])
        return self.acronym(at) if kind & LETTER else at

    def begin(self, at: int, *, soft: bool = False) -> None:
        """A sentence begins at this chunk: the next word takes a capital. soft: unless a verb of speech goes on."""
        if self.kind(at) & OPAQUE:
            soft = soft or not self.kind(at - 1) & BREAK
            at = max(at, self._opaque)
            while self.kind(at) & OPAQUE:
                at += 1
            self._opaque = at
        kind = self.kind(at)
        if kind & (BREAK | FOREIGN) or (soft and self.made[at].lower().startswith(_SPEAKS)):
            return
        self.made[at] = capital(self.made[at])

    def acronym(self, at: int) -> int:
        """Joins letters that stand alone from chunk at on, two or more; gives the number of the last it took."""
        lead = _alone(self.chunks[at])
        if lead is None or lead[3]:
            return at
        letters, last = [lead[2]], at
        while self.kind(last + 1) & LETTER:
            found = _alone(self.chunks[last + 1])
            if found is None or found[1]:
                break
            letters.append(found[2])
            last += 1
            if found[3]:
                break
        if last == at:
            return at
        known = lexicon.acronyms().get("".join(letters).replace(HAMZA, ""), "")
        for step, place in enumerate(range(at, last + 1)):
            text = self.made[place]
            cut = len(text) - 1 if place == at else 0
            letter = known[step] if len(known) == len(letters) else text[cut : cut + 1].upper()
            self.made[place] = text[:cut] + letter + text[cut + 1 :]
            if place < last:
                self.glue[place] = ""
        return last

    def initials(self, at: int) -> None:
        """ت. ساتىلعانوۆ: capitals for the letter and for the name that it belongs to, if one follows."""
        text = self.made[at]
        following = max(at + 1, self._initials)
        while self.kind(following) & INITIAL:
            following += 1
        self._initials = following
        name = self.made[following] if following < len(self.made) else ""
        ahead = len(name) > 2 and name[0].isalpha()
        if text.lower() in _NOT_INITIALS and not (ahead and self.kind(following) & FAMILY_NAME):
            return
        named = text.rstrip(_AFTER_WORD).rpartition(".")[2]  # the name stands in the same chunk
        if not ahead and len(named) < 2:
            return
        self.made[at] = _capital_initials(text)
        if len(named) > 1:
            place = text.rindex(named)
            self.made[at] = self.made[at][:place] + capital(self.made[at][place:])
        elif following == at + 1:
            self.made[following] = capital(name)


@lru_cache(maxsize=1 << 12)
def _alone(chunk: str) -> re.Match[str] | None:
    """The letter that stands alone in the chunk, with what is before and after it."""
    return _ALONE.fullmatch(chunk)


@lru_cache(maxsize=1 << 12)
def _capital_initials(text: str) -> str:
    return re.sub(r"(?<!\w)\w(?=\.)", lambda letter: letter[0].upper(), text)


def capital(text: str) -> str:
    """The text with its first letter a capital; a digit before it keeps it small."""
    for place, char in enumerate(text):
        if char.isalnum():
            upper = char.upper()
            return text[:place] + (upper if len(upper) == 1 else char) + text[place + 1 :]
    return text
