"""What only the neighbours of a word can tell when Arabic script is read: capitals, acronyms, hyphens.

Arabic script has no capitals, spells acronyms with spaces (ب ۇ ۇ) and sets hyphens off by a space (قارىم- قاتىناس,
1991 -جىلى). A line is taken as its chunks (what stands between two spaces), each read on its own beforehand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from qatynas.script import lexicon
from qatynas.script.arabic_reading import ARABIC_WORD, ARABIC_WORD_LETTERS, SURNAME
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

_LETTER = "[" + "".join(sorted(ARABIC_WORD_LETTERS - {HAMZA})) + "]"
_ALONE = re.compile(rf"((?:\W|{_LETTER}+-)*)({HAMZA}?{_LETTER})((?:[^\w.](?:.*))?)", re.DOTALL)
_INITIAL = re.compile(rf"\W*(?:{HAMZA}?{_LETTER}\.-?)+(?:{HAMZA}?{_LETTER}+\W*)?", re.DOTALL)
_ENDS = re.compile(r"[.!?…]['\"»”’)\]]*$")
_ENDS_SPEECH = re.compile(r"[!?…]['\"»”’)\]]*,?$")
_ABBREVIATIONS = frozenset(
    "млн млрд трлн т.б т.с.с т.с б.з.д б.з ж ғ қ м т б с".split()  # noqa: SIM905
)
_SPEAKS = "де"  # деді, дейді, деп, деген: what follows a quoted question or a dash


class Chunk(NamedTuple):
    """A chunk as it is read on its own, and its kinds."""

    text: str
    kind: int


def kind_of(chunk: str, text: str, *, unknown: bool) -> int:
    """The kinds of a chunk, read as text. unknown: it is one word that the lexicon does not have."""
    letters = any(map(str.isalpha, text))
    if not letters and not any(map(str.isdigit, text)):
        return OPAQUE | (ENDS if _ENDS.search(text) else 0)
    kind = 0 if ARABIC_WORD.search(chunk) else FOREIGN
    if _ENDS_SPEECH.search(text):
        kind |= ENDS_SPEECH
    elif _ENDS.search(text) and text.strip("«“\"'(.").lower() not in _ABBREVIATIONS:
        kind |= ENDS
    if len(chunk) < 24 and _ALONE.fullmatch(chunk):
        kind |= LETTER
    if "." in chunk and _INITIAL.fullmatch(chunk):
        kind = (kind & ~ENDS) | INITIAL
    if text[-1] == "-" and text[-2:-1].isalpha():
        kind |= TAIL_HYPHEN
    if text[0] == "-" and letters and text[1:2].isalpha():
        kind |= HEAD_HYPHEN
    if text[-1].isdigit():
        kind |= NUMBER
    word = text.rstrip('.,;:!?»)”"')
    if word[:1].isupper() and SURNAME.search(word):
        kind |= FAMILY_NAME
    elif word == text and word.isalpha() and (unknown or word in lexicon.given_names()):
        kind |= PERHAPS_NAME
    if word == text and word.lower() in lexicon.phrase_words():
        kind |= PHRASE
    return kind


def in_context(
    chunks: Sequence[str], read: Sequence[Chunk], glue: dict[int, str], first: int = 0, starts: bool = True
) -> list[str]:
    """The texts of a line's chunks in their places. starts: the line begins a sentence.

    Where the space after chunk n becomes something else, glue[first + n] says what.
    """
    made = [chunk.text for chunk in read]
    soft = False  # a capital is due only if no verb of speech follows
    at = 0
    while at < len(read):
        text, kind = read[at]
        if not kind and not starts:
            at += 1
            continue
        if kind & OPAQUE:
            soft = soft or (starts and at > 0)
            starts = starts or bool(kind & ENDS)
            at += 1
            continue
        last = _acronym(chunks, read, made, glue, first, at) if kind & LETTER else at
        if kind & INITIAL and not (at and read[at - 1].kind & NUMBER):
            _initials(read, made, at)
        if kind & HEAD_HYPHEN and at and read[at - 1].kind & NUMBER:
            made[at] = made[at][1:]
        if kind & TAIL_HYPHEN and at + 1 < len(read) and read[at + 1].text[:1].isalpha():
            glue[first + at] = ""
        if kind & FAMILY_NAME and at and read[at - 1].kind & PERHAPS_NAME:
            made[at - 1] = capital(made[at - 1])
        if kind & PHRASE and at + 1 < len(read):
            following = read[at + 1].text.lower()[: lexicon.PHRASE_REACH]
            if (text.lower(), following) in lexicon.names_before_names():
                made[at : at + 2] = capital(made[at]), capital(made[at + 1])
        if starts and not kind & FOREIGN and not (soft and text.lower().startswith(_SPEAKS)):
            made[at] = capital(made[at])
        kind = read[last].kind
        soft = bool(kind & ENDS_SPEECH)
        starts = bool(kind & (ENDS | ENDS_SPEECH))
        at = last + 1
    return made


def capital(text: str) -> str:
    """The text with its first letter a capital; a digit before it keeps it small."""
    for place, char in enumerate(text):
        if char.isalnum():
            upper = char.upper()
            return text[:place] + (upper if len(upper) == 1 else char) + text[place + 1 :]
    return text


def _acronym(
    chunks: Sequence[str], read: Sequence[Chunk], made: list[str], glue: dict[int, str], first: int, at: int
) -> int:
    """Joins letters that stand alone from chunk at on, two or more; gives the number of the last chunk it took."""
    lead = _ALONE.fullmatch(chunks[at])
    if lead is None or lead[3]:
        return at
    letters, last, rest = [lead[2]], at, ""
    while last + 1 < len(chunks):
        found = _ALONE.fullmatch(chunks[last + 1]) if read[last + 1].kind & LETTER else None
        if found is None or found[1]:
            break
        letters.append(found[2])
        last += 1
        rest = found[3]
        if rest:
            break
    if last == at:
        return at
    key = "".join(letters).replace(HAMZA, "")
    known = lexicon.acronyms().get(key, "")
    for step, place in enumerate(range(at, last + 1)):
        text = made[place]
        cut = len(text) - 1 if place == at else 0
        letter = known[step] if len(known) == len(letters) else text[cut : cut + 1].upper()
        made[place] = text[:cut] + letter + text[cut + 1 :]
        if place < last:
            glue[first + place] = ""
    return last


def _initials(read: Sequence[Chunk], made: list[str], at: int) -> None:
    """ت. ساتىلعانوۆ: capitals for the letter and for the name that it belongs to, if one follows."""
    text = read[at].text
    named = len(text.rstrip()) > 3 and text.rstrip(".")[-2:].isalpha()  # the name stands in the same chunk
    following = at + 1
    while following < len(read) and read[following].kind & INITIAL:
        following += 1
    ahead = following < len(read) and read[following].text[:1].isalpha() and len(read[following].text) > 2
    if text.lower() in ("т.", "б.", "с.", "т.б.", "т.с.с.") and not (ahead and read[following].kind & FAMILY_NAME):
        return
    if named or ahead:
        made[at] = re.sub(r"(?<!\w)\w(?=\.)", lambda letter: letter[0].upper(), text)
        if named:
            place = made[at].rindex(".") + 1
            made[at] = made[at][:place] + capital(made[at][place:])
        elif following == at + 1:
            made[following] = capital(made[following])
