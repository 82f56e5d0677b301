"""Long Cyrillic texts into Arabic script and into search keys, a block at once in numpy.

A block is an array of its characters' codes; small tables by code say what each is and becomes, a table by two letters
what depends on the letter before (arabic_writing.AFTER), and a reduction by words which take a hamza. Chunks with
anything beyond Kazakh letters, digits and plain marks (Latin words, acronyms, noise) are made one by one by the tables
of chunks, which say what is right for all; nothing is decided otherwise here, only faster.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qatynas.script.arabic_writing import AFTER, ALWAYS_FRONT, BACK, SHOWS_FRONT
from qatynas.script.chunks import MONTHS, TIED, arabic_table, tie, tied_chunks
from qatynas.script.letters import CYRL_TO_ARAB
from qatynas.script.styles import Style

Array = NDArray[Any]
LONG = 4000  # characters from which a block is worth the arrays' fixed cost of about 0.2 ms
BLOCK = 1 << 16  # characters done at a time: their arrays then stay in the processor's cache

# What a character is. Letters are numbered from FIRST_LETTER on, capitals UPPER above their small letter.
SPACE, BREAK, ODD, DIGIT, COMMA, MARK = range(1, 7)
FIRST_LETTER = 16
UPPER = 64
_CODES = 0x2200  # codes from here on are ODD
MARKS = '.,:;!?()[]{}<>«»"“”„–—-…%+=*&#|$^~°№•·§'
_SHOWS, _ALWAYS, _BACK, _I = 1, 2, 4, 8


def _numbers() -> Array:
    """code → what the character is."""
    numbers = np.full(_CODES, ODD, dtype=np.uint8)
    numbers[ord(" ")], numbers[ord("\n")] = SPACE, BREAK
    for mark in MARKS:
        numbers[ord(mark)] = MARK
    numbers[ord(",")] = COMMA
    numbers[ord("0") : ord("9") + 1] = DIGIT
    for number, letter in enumerate(CYRL_TO_ARAB, FIRST_LETTER):
        numbers[ord(letter)] = number
        numbers[ord(letter.upper())] = number + UPPER
    return numbers


_NUMBERS = _numbers()
_LETTER = {letter: number for number, letter in enumerate(CYRL_TO_ARAB, FIRST_LETTER)}


def _by_letter(values: dict[str, int], otherwise: int = 0) -> bytes:
    """A table for bytes.translate by number from one by small letter; capitals have the same."""
    table = bytearray([otherwise if number % UPPER < FIRST_LETTER else 0 for number in range(256)])
    for letter, value in values.items():
        table[_LETTER[letter]] = table[_LETTER[letter] + UPPER] = value
    return bytes(table)


def _look_up(numbers: Array, table: bytes) -> Array:
    """What the table says for each number; bytes.translate is the fastest look-up there is."""
    return np.frombuffer(bytearray(numbers.tobytes().translate(table)), dtype=np.uint8)


_BITS = _by_letter(
    {
        letter: _SHOWS * (letter in SHOWS_FRONT)
        + _ALWAYS * (letter in ALWAYS_FRONT)
        + _BACK * (letter in BACK)
        + _I * (letter == "і")
        for letter in CYRL_TO_ARAB
    }
)
_DEPENDS = _by_letter({pair[1]: 1 for pair in AFTER})  # letters that are written otherwise after some


@dataclass(frozen=True, slots=True)
class Spelling:
    """What characters become: tables by code (first), by number (size, second) and for pairs of letters.

    hamza is written before words that take one, decimal for a comma between digits. pairs has the number of a special
    case at (letter before) × 64 + letter, 0 for none; the last three its letters.
    """

    hamza: int
    decimal: int
    first: Array
    size: bytes
    second: Array
    pairs: Array
    pair_size: Array
    pair_first: Array
    pair_second: Array


def spelling(hamza: str, letters: dict[str, str], marks: dict[str, str], decimal: str = ",") -> Spelling:
    """The tables for letters (Kazakh small letter → what it becomes: AFTER's values are put through the same map)."""
    first = np.arange(_CODES, dtype=np.uint32)
    for mark, other in marks.items():
        first[ord(mark)] = ord(other)
    for letter in CYRL_TO_ARAB:
        for form in (letter, letter.upper()):
            first[ord(form)] = ord(letters[letter][:1] or " ")
    second = np.zeros(2 * UPPER, dtype=np.uint32)
    for letter, text in letters.items():
        second[[_LETTER[letter], _LETTER[letter] + UPPER]] = ord(text[1:] or " ")
    pairs = np.zeros(64 * 64, dtype=np.uint8)
    special = [("", "")]
    arabic = {CYRL_TO_ARAB[letter]: letters[letter] for letter in CYRL_TO_ARAB}
    for number, (pair, text) in enumerate(AFTER.items(), 1):
        pairs[_LETTER[pair[0]] * 64 + _LETTER[pair[1]]] = number
        special.append((pair, "".join(arabic[char] for char in text)))
    texts = [text for _, text in special]
    return Spelling(
        ord(hamza),
        ord(decimal),
        first,
        _by_letter({letter: len(text) for letter, text in letters.items()}, 1),
        second,
        pairs,
        np.array([len(text) for text in texts], dtype=np.uint8),
        np.array([ord(text[:1] or " ") for text in texts], dtype=np.uint32),
        np.array([ord(text[1:] or " ") for text in texts], dtype=np.uint32),
    )


@dataclass(slots=True)
class Cut:
    """A block: its codes, what each character is, where chunks end, and which chunks are to be made one by one."""

    text: str
    codes: Array
    numbers: Array
    ends: Array  # places of spaces and line breaks, and the length
    odd: Array  # numbers of chunks


def codes_of(text: str) -> Array:
    """The codes of a text's characters."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def text_of(codes: Array) -> str:
    """The text of codes."""
    return codes.astype(np.uint32).tobytes().decode("utf-32-le", "surrogatepass")


def cut(text: str, numbers: Array = _NUMBERS) -> Cut:
    """The block with its chunks found."""
    codes = codes_of(text).astype(np.intp)
    number = numbers.take(codes, mode="clip")
    capital = number >= UPPER
    odd = number == ODD
    odd[1:] |= capital[1:] & capital[:-1]  # perhaps an acronym
    signs = np.flatnonzero(number & (UPPER - 1) == _LETTER["ъ"])
    odd[signs[number[signs - 1] < FIRST_LETTER]] = True  # no Kazakh word begins with ъ, but the keys of front words do
    odd[:1] |= number[:1] & (UPPER - 1) == _LETTER["ъ"]
    ends = np.append(np.flatnonzero(number - SPACE < 2), len(codes))  # number is unsigned: SPACE or BREAK
    return Cut(text, codes, number, ends, np.unique(np.searchsorted(ends, np.flatnonzero(odd))))


def chunk(block: Cut, number: int) -> str:
    """The text of a chunk."""
    return block.text[int(block.ends[number - 1]) + 1 if number else 0 : int(block.ends[number])]


def _hamzas(numbers: Array) -> Array:
    """The places of the first letters of the words that take a hamza."""
    letter = numbers >= FIRST_LETTER
    begins = letter.copy()
    begins[1:] &= ~letter[:-1]
    starts = np.flatnonzero(begins)
    if not len(starts):
        return starts
    bits = _look_up(numbers, _BITS)
    word = np.bitwise_or.reduceat(bits, starts)
    hidden = word & _SHOWS == 0
    front = hidden & (word & _ALWAYS != 0)
    perhaps = np.flatnonzero(hidden & (word & (_ALWAYS | _I) == _I))
    telling = np.flatnonzero((bits & (_BACK | _I)) != 0)
    if len(perhaps):
        earliest = telling[np.searchsorted(telling, starts[perhaps])]
        front[perhaps] = bits[earliest] == _I
    taking: Array = starts[front]
    return taking


def write_block(
    block: Cut, how: Spelling, made: Sequence[str], ties: Sequence[tuple[int, str]] = ()
) -> tuple[Array, Array]:
    """The block spelt: codes, and where the writing of each character begins.

    made has the texts of block.odd; ties what stands instead of a space, with its place.
    """
    numbers = block.numbers
    size = _look_up(numbers, how.size)
    first = how.first.take(block.codes, mode="clip")
    depends = np.flatnonzero(_look_up(numbers[1:], _DEPENDS).view(bool)) + 1
    pair = how.pairs[(numbers[depends - 1] & (UPPER - 1)).astype(np.intp) * 64 + (numbers[depends] & (UPPER - 1))]
    special = depends[pair > 0]
    kind = pair[pair > 0]
    first[special] = how.pair_first[kind]
    size[special] = how.pair_size[kind]
    commas = np.flatnonzero(numbers[1:-1] == COMMA) + 1
    first[commas[(numbers[commas - 1] == DIGIT) & (numbers[commas + 1] == DIGIT)]] = how.decimal
    starts = np.append(0, block.ends + 1)[block.odd]
    sizes = np.array([len(text) for text in made], dtype=np.intp)
    for start, end in zip(starts.tolist(), block.ends[block.odd].tolist(), strict=True):
        numbers[start:end] = ODD
        size[start:end] = 0
    twos = np.flatnonzero(size == 2)
    second = how.second[numbers[twos]]
    pairs = size[special] == 2
    second[np.searchsorted(twos, special[pairs])] = how.pair_second[kind[pairs]]
    hamzas = _hamzas(numbers)
    size[hamzas] += 1
    sizes_of_all = size.astype(np.intp)
    sizes_of_all[starts] = sizes
    for place, sign in ties:
        sizes_of_all[place], first[place] = len(sign), ord(sign[0])
    total = np.cumsum(sizes_of_all)
    at = total - sizes_of_all
    length = int(total[-1]) if len(total) else 0
    out = np.empty(length + 2, dtype=np.uint32)
    begin = at[hamzas]
    at[hamzas] += 1
    out[at] = first  # a character without writing is overwritten by the next
    out[at[twos] + 1] = second
    out[begin] = how.hamza
    at[hamzas] = begin
    for place, sign in ties:
        out[at[place] + len(sign) - 1] = ord(sign[-1])
    if len(made):
        shift = at[starts] - np.cumsum(sizes) + sizes
        out[np.repeat(shift, sizes) + np.arange(sizes.sum())] = codes_of("".join(made))
    return out[:length], at


@lru_cache
def arabic_spelling(style: Style) -> Spelling:
    """The tables of a house style."""
    return spelling(style.hamza, CYRL_TO_ARAB | {"ц": style.ts}, style.marks)


def write_arabic(text: str, style: Style) -> str:
    """A Cyrillic block in a house style."""
    written, _, _ = _in_arabic(text, style)
    return text_of(written)


def write_arabic_with_offsets(text: str, style: Style) -> tuple[str, Array, Array]:
    """The same, and where chunks (with the space after them) begin in source and target; the lengths last."""
    written, block, at = _in_arabic(text, style)
    breaks = block.ends[:-1]
    bounds = np.concatenate([[0], breaks + 1, breaks[block.numbers[breaks] == BREAK], [len(text)]])
    source = np.unique(bounds)
    return text_of(written), source, np.append(at, len(written))[source]


def _in_arabic(text: str, style: Style) -> tuple[Array, Cut, Array]:
    block = cut(text)
    table = arabic_table(style)
    made = [table[chunk(block, number)].lstrip(TIED) for number in block.odd.tolist()]
    written, at = write_block(block, arabic_spelling(style), made, _ties(block, style))
    return written, block, at


def _ties(block: Cut, style: Style) -> list[tuple[int, str]]:
    """The spaces between numbers and the years or months after them, and what the style puts there."""
    if style.year == style.day == " ":
        return []
    spaces = block.ends[:-1]
    numbers = np.append(block.numbers, np.uint8(BREAK))
    before, after = numbers[spaces - 1], numbers[spaces + 1]
    maybe = ((before == DIGIT) | (before == ODD)) & _look_up(after, _TIED_FIRST).view(bool)
    table, tied, found = arabic_table(style), tied_chunks(style), []
    for number in np.flatnonzero(maybe & (numbers[spaces] == SPACE) & (spaces > 0)).tolist():
        following = chunk(block, number + 1)
        made = table[following]
        if following in tied:
            sign = tie(chunk(block, number), made.lstrip(TIED), style)
            if sign != " ":
                found.append((int(spaces[number]), sign))
    return found


# What words of years and months may begin with, ODD for look-alikes of these.
_TIED_FIRST = _by_letter({word[0]: 1 for word in ("жыл", *MONTHS.split("|"))})
_TIED_FIRST = _TIED_FIRST[:ODD] + b"\1" + _TIED_FIRST[ODD + 1 :]
