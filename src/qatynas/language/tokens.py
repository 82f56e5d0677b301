"""Words, numbers and marks of a text, with their stems."""

from __future__ import annotations

import re
from functools import lru_cache

from qatynas.language.endings import VOWELS, Ending, endings
from qatynas.language.kk import calendar, numerals
from qatynas.language.mentions import Case, Token
from qatynas.language.stems import Analysis, analyse, without_voice
from qatynas.model.span import Span

_SPACE = "[ \u00a0\u2007\u2009\u202f]"
_LETTERS = r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*"
_TOKEN = re.compile(
    rf"""
    (?P<unit>(?:к?м|см|km|m)[23](?!\w))
  | (?P<word>
        {_LETTERS}(?:['’ʼ]{_LETTERS})*
        (?:[-‐‑][^\W_]+ | -{_SPACE}{{1,2}}(?=[а-яәғқңөұүһі]){_LETTERS}(?!-{_SPACE}))*[²³]?
    )
  | (?P<number>
        \d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}(?![\d.]*\d) | \d{{4}}-\d{{2}}-\d{{2}}(?!\d)
      | \d{{1,2}}:\d{{2}}(?::\d{{2}})?(?!\d)
      | \d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)(?:[.,]\d+)?
      | \d{{1,3}}(?:[.,]\d{{3}}){{2,}}(?!\d)
      | \d+[.,]\d+
      | \d+
    )
    (?:{_SPACE}?[-‐‑]{_SPACE}?(?P<ending>[^\W\d_]+)(?![\w-]))?
  | (?P<percent>%)(?:[-‐‑](?P<percent_ending>[^\W\d_]+))?
  | (?P<mark>\.{{2,}}|[^\s])
    """,
    re.VERBOSE,
)
# what most chunks between spaces are: letters with marks around them that no word, number or unit holds
_PLAIN = re.compile(r"([«“„\"(\[–—]*)((?:[^\W\d_]+(?:-[^\W\d_]+)*)?)([»”\"),;:!?.…\]]*)")
_MARKS = re.compile(r"\.{2,}|.")
_HALVES = (numerals.HALF_MORE,)  # «бір жарым-екі миллион»
_STARTS = (*numerals.STARTS, *_HALVES)
_MOST_CHUNKS, _LONGEST_CHUNK = 1 << 16, 64  # remembered
_LOOKALIKES = str.maketrans("aceopxyiïhkmt", "асеорхуіїһкмт")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[a-z]")
_PARTS = re.compile(rf"[-‐‑]{_SPACE}*")


def tokens(text: str, within: Span) -> tuple[Token, ...]:
    """The words, numbers and marks of text inside within, in order; text[token.span] == token.text.

    A number keeps a hyphenated ending («150-ден») and spaces between its thousands; hyphenated words are one token but
    for months and numerals («қаңтар-мамырда», «екі-үш»). Marks are single characters, but for dots in a row.
    """
    found: list[Token] = []
    known, add = _CHUNKS, found.append
    start, stop = within.start, min(within.end, len(text))
    done = start  # where the last token ends
    for chunk in text[start:stop].split(" "):
        after = start + len(chunk)
        if start >= done:
            pieces = known.get(chunk)
            if pieces is None:
                pieces = _pieces(chunk)
            if pieces:
                for piece, size, form in pieces:
                    end = start + size
                    add(Token(Span(start, end), piece, *form))
                    start = end
                start = after + 1
                continue
            done = start
        if after > done:
            done = _add_tokens(found, text, done, after, stop)
        start = after + 1
    return tuple(found)


_Form = tuple[str, str, str, Case | None, bool, bool, bool, frozenset[str]]
"""All that a token says beside its place and words: from lower to lemmas."""
_Piece = tuple[str, int, _Form]

_CHUNKS: dict[str, tuple[_Piece, ...]] = {}
"""What stands between two spaces, with its tokens (words, length and form of each); none where they hang on more."""


def _pieces(chunk: str) -> tuple[_Piece, ...]:
    """The tokens of a chunk that is a word of letters alone or with marks around it, whatever stands beside it."""
    pieces: list[_Piece] = []
    match = _PLAIN.fullmatch(chunk)
    if match is not None and not _may_split(match[2]):
        opening, word, closing = match.groups()
        pieces += [(sign, 1, _mark(sign)) for sign in opening]
        if word:
            pieces.append((word, len(word), _reading(word)))
        pieces += [(signs, len(signs), _mark(signs)) for signs in _MARKS.findall(closing)]
    made = tuple(pieces)
    if len(chunk) <= _LONGEST_CHUNK:
        if len(_CHUNKS) >= _MOST_CHUNKS:
            _CHUNKS.clear()
        _CHUNKS[chunk] = made
    return made


def _mark(signs: str) -> _Form:
    return signs, "mark", signs, None, False, False, False, frozenset()


def _add_tokens(found: list[Token], text: str, position: int, before: int, end: int) -> int:
    """The tokens that begin from position on and before a place; where the last of them ends."""
    while (match := _TOKEN.search(text, position, end)) is not None and match.start() < before:
        begin, position = match.span()
        kind = match.lastgroup
        if kind == "word":
            words = text[begin:position]
            head, _, tail = words.partition("-")
            if tail[:1].isdigit() and head.lower() in numerals.SCALES:  # «2 мың-3 мың»
                position = begin + len(head)
                found.append(_word(text, begin, position))
            elif "-" in words or "‐" in words or "‑" in words:
                _add_words(found, text, begin, position)
            else:
                found.append(Token(Span(begin, position), words, *_reading(words)))
        elif kind == "mark":
            sign = text[begin:position]
            found.append(Token(Span(begin, position), sign, *_mark(sign)))
        elif match["number"]:
            position = _add_number(found, text, match)
        elif match["percent"]:
            position = _add_percent(found, text, match)
        else:
            words = text[begin:position]
            found.append(Token(Span(begin, position), words, lower_form(words), "word", lower_form(words)))
    return position


def lower_form(word: str) -> str:
    """Small letters; Latin look-alikes inside a Cyrillic word made Cyrillic, spaces after a hyphen dropped."""
    lower = word.lower()
    if not lower.isascii() and _LATIN.search(lower) and _CYRILLIC.search(lower):
        lower = lower.translate(_LOOKALIKES)
    return _PARTS.sub("-", lower) if _PARTS.search(lower, 1) and len(word) > 2 else lower


def _add_number(found: list[Token], text: str, match: re.Match[str]) -> int:
    letters = (match["ending"] or "").lower()
    said = _number_ending(letters) if letters else None
    end = match.end() if said else match.end("number")
    words = text[match.start() : end]
    case, possessive, plural, attributive = said or (Case.NOM, False, False, False)
    found.append(
        Token(Span(match.start(), end), words, words.lower(), "number", match["number"], case, plural, possessive,
              attributive)
    )  # fmt: skip
    return end


@lru_cache(maxsize=4096)
def _number_ending(letters: str) -> tuple[Case, bool, bool, bool] | None:
    """Case, possessive, plural and attributive that letters after a number's hyphen say; None where they are a word."""
    if letters.startswith(numerals.VAGUE_ENDINGS):
        return Case.NOM, False, False, False
    rest = letters
    if begun := numerals.NUMBER_ENDING.match(letters):
        rest = letters[begun.end() :]
    if not rest:
        return Case.NOM, False, False, False
    if rest in numerals.OWNED_ENDINGS:
        return Case(numerals.OWNED_ENDINGS[rest]), True, False, False
    ending = _nominal_ending(rest)
    return (ending.case, ending.possessor == "3", ending.plural, ending.attributive) if ending else None


def _add_percent(found: list[Token], text: str, match: re.Match[str]) -> int:
    ending = _nominal_ending(match["percent_ending"]) if match["percent_ending"] else None
    end = match.end() if ending else match.start() + 1
    words = text[match.start() : end]
    case = ending.case if ending else Case.NOM
    found.append(
        Token(Span(match.start(), end), words, words.lower(), "mark", "%", case, False,
              bool(ending and ending.possessor == "3"))
    )  # fmt: skip
    return end


@lru_cache(maxsize=4096)
def _nominal_ending(letters: str) -> Ending | None:
    """The noun ending that letters after a number's hyphen spell, whatever sound comes before."""
    for ending in endings().get(letters.lower(), ()):
        if ending.pos == "noun" and ending.text:
            return ending
    return None


def _add_words(found: list[Token], text: str, start: int, end: int) -> None:
    words = text[start:end]
    parts = list(_PARTS.finditer(words, 1))
    if parts and _splits(_PARTS.split(words.lower()), text[end : end + 12]):
        begin = start
        for part in parts:
            found.append(_word(text, begin, start + part.start()))
            found.append(Token(Span(start + part.start(), start + part.start() + 1), "-", "-", "mark", "-"))
            begin = start + part.end()
        found.append(_word(text, begin, end))
    else:
        found.append(_word(text, start, end))


def _may_split(word: str) -> bool:
    """Whether a hyphenated word's parts may be tokens of their own, by what stands after it."""
    if "-" not in word:
        return False
    parts = word.lower().split("-")
    return all(part.startswith(calendar.STRETCHABLE) for part in parts) or all(
        part.startswith(_STARTS) for part in parts
    )


def _splits(parts: list[str], following: str) -> bool:
    """Whether hyphenated parts are a stretch of months, weekdays or numerals.

    «қаңтар-мамырда», «екі-үш», «он-он (бес)», «жүз-жүз (елу)»; but «бес-бес (жүз)» is so many for each.
    """
    if all(part.startswith(calendar.STRETCHABLE) for part in parts):
        return True
    if not (all(part.startswith(_STARTS) for part in parts) and (parts[0] in _HALVES or numerals.is_plain(parts[0]))):
        return False
    if parts[1].startswith(parts[0]) and len(parts[1]) > len(parts[0]):
        return False  # бір-бірімен, екі-екіден
    if len(set(parts)) > 1:
        return True
    whole = numerals.VALUES.get(parts[0], 0)
    smaller = tuple(word for word, value in numerals.VALUES.items() if value < max(whole, 10))
    return (whole >= 10 or whole == 0) and following.lstrip().lower().startswith(smaller)


def _word(text: str, start: int, end: int) -> Token:
    words = text[start:end]
    return Token(Span(start, end), words, *_reading(words))


@lru_cache(maxsize=1 << 16)
def _reading(words: str) -> _Form:
    lower = lower_form(words)
    best, lemmas = _readings(lower)
    return lower, "word", best.lemma, best.case, best.plural, best.possessor == "3", best.attributive, lemmas


@lru_cache(maxsize=1 << 16)
def _readings(lower: str) -> tuple[Analysis, frozenset[str]]:
    """The best analysis and the lemmas of all known ones; a verb by stem and infinitive, with and without its voice."""
    readings = analyse(lower)
    lemmas = {lower, readings[0].lemma}
    for reading in readings:
        if reading.known or reading is readings[0]:
            lemmas.add(reading.lemma)
            if reading.pos == "verb":
                for stem in (reading.lemma, *without_voice(reading.lemma)):
                    lemmas.update((stem, infinitive(stem)))
    return readings[0], frozenset(lemmas)


def infinitive(stem: str) -> str:
    """The dictionary form of a verb stem: жап → жабу, оқы → оқу, сөйле → сөйлеу."""
    if stem[-1:] in ("ы", "і"):
        return stem[:-1] + "у"
    if stem[-1:] == "й":
        return stem[:-1] + "ю"
    softened = {"п": "б", "к": "г", "қ": "ғ"}.get(stem[-1:])
    if softened and len(stem) > 1 and stem[-2] in VOWELS:
        return stem[:-1] + softened + "у"
    return stem + "у"
