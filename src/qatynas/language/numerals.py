"""Reading one number, in digits, words or both, from a place in a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

import msgspec

from qatynas.language.kk import numerals as kk
from qatynas.language.mentions import Case, Token
from qatynas.language.numeral_words import Word, begins_numeral, numeral_word, scale_word

_DIGITS = re.compile(
    r"\d{1,3}(?:[\s\u00a0\u2007\u2009\u202f]\d{3})+(?:[.,]\d+)?|\d{1,3}(?:[.,]\d{3}){2,}|\d+(?:[.,]\d+)?"
)
_LONGEST = 30  # digits; longer ones count nothing
_HYPHENS = frozenset("-‐‑–—−")


class Numeral(msgspec.Struct, frozen=True, gc=False):
    """A number in tokens[first:last + 1]. step is what its last written digit is worth, None where it is exact.

    case, possessive and attributive are those of its last word; scaled tells whether a scale word (мың, млн) is in it.
    """

    first: int
    last: int
    value: Decimal
    step: Decimal | None = None
    ordinal: bool = False
    collective: bool = False
    scaled: bool = False
    roman: bool = False
    equative: bool = False
    case: Case | None = Case.NOM
    possessive: bool = False
    scale: Decimal = Decimal(1)
    bare: bool = True  # its last word has no ending


@lru_cache(maxsize=1 << 14)
def digits_value(words: str) -> tuple[Decimal, int] | None:
    """The value of a digit token («1 712,4», «150») and how many decimals are written; None for dates and times."""
    if not _DIGITS.fullmatch(words) or len(words) > _LONGEST:
        return None
    separators = [sign for sign in words if not sign.isdigit()]
    plain = "".join(sign if sign.isdigit() else "." if sign in ".," else "" for sign in words)
    if len(separators) > 1 and all(sign in ".," for sign in separators):
        return Decimal(plain.replace(".", "")), 0
    return Decimal(plain), len(plain.rpartition(".")[2]) if "." in plain else 0


class _Simple(msgspec.Struct, gc=False):
    """A number below a thousand in words, or any number in digits."""

    last: int
    value: Decimal
    step: Decimal | None
    word: Word | None = None
    token: Token | None = None
    from_digits: bool = False


def read_numeral(tokens: Sequence[Token], first: int, sure: bool = False) -> Numeral | None:
    """The longest number that begins at tokens[first], None where none does.

    sure tells that a number does stand there, so that «бірі» is one and «жүзі» a hundred.
    """
    if first >= len(tokens) or not begins_numeral(tokens[first]):
        return None
    figures = _digits(tokens, first)
    if figures is not None and not (_open(figures) and _scale(tokens, figures.last + 1)[0]):
        return _finished(
            first, figures.last, figures.value, figures.step, figures.word or figures.token, False, Decimal(1)
        )
    total, step = Decimal(0), None
    ceiling: Decimal | None = None
    position, last = first, first - 1
    ending: Word | Token | None = None
    scaled, scale = False, Decimal(1)
    while position < len(tokens):
        simple = _digits(tokens, position) or _words(tokens, position, first=position == first and not sure)
        if simple is None:
            simple = _part_of_scale(tokens, position)
        if simple and simple.word and simple.word.role in ("ordinal", "collective"):
            if ceiling is not None and simple.value >= ceiling:
                break
            return _finished(first, simple.last, total + simple.value, None, simple.word, scaled, scale)
        begin = simple.last + 1 if simple else position
        factor, scale_last, scale_word = _scale(tokens, begin) if _open(simple) else (None, begin, None)
        if simple is None and (factor is None or (ceiling is not None and factor >= ceiling)):
            break
        if ceiling is not None and _is_year(tokens, position):
            break
        value = (simple.value if simple else Decimal(1)) * (factor or 1)
        if ceiling is not None and value >= ceiling:
            break
        total += value
        written = simple.step if simple else None
        step = (written or Decimal(1)) * factor if factor else written
        ending = scale_word if factor else (simple.word or simple.token if simple else None)
        last = scale_last if factor else (simple.last if simple else position)
        position = last + 1
        if factor:
            scaled, scale = True, factor
        if scale_word and scale_word.role == "ordinal":
            return _finished(first, last, total, None, scale_word, True, scale)
        if factor is None or (scale_word is not None and not scale_word.bare):
            break
        ceiling = factor
        more, half_word = _half_after_scale(tokens, position, factor)
        if more:
            total, step = total + more, factor / 10
            last, ending = position, half_word
            break
        if simple and simple.step and simple.step < 1:
            break
    if last < first:
        return None
    return _finished(first, last, total, step, ending, scaled, scale)


def _open(simple: _Simple | None) -> bool:
    """Whether a scale word may follow: not after a word with an ending."""
    if simple is None:
        return True
    if simple.token is not None:
        return simple.token.lemma == simple.token.text
    return simple.word is None or simple.word.bare


def _finished(
    first: int,
    last: int,
    value: Decimal,
    step: Decimal | None,
    ending: Word | Token | None,
    scaled: bool,
    scale: Decimal,
) -> Numeral:
    if isinstance(ending, Token):
        bare = ending.lemma == ending.text
        ordinal, collective, equative = (False, False, False) if bare else _said_after_hyphen(ending.lower)
        return Numeral(
            first, last, value, step, ordinal, collective, scaled, False, equative, ending.case, ending.possessive,
            scale, bare,
        )  # fmt: skip
    if ending is None:
        return Numeral(first, last, value, step, scaled=scaled, scale=scale)
    return Numeral(
        first, last, value, step, ending.role == "ordinal", ending.role == "collective", scaled, False, ending.equative,
        ending.case, ending.possessive, scale, ending.bare,
    )  # fmt: skip


@lru_cache(maxsize=1 << 12)
def _said_after_hyphen(figures: str) -> tuple[bool, bool, bool]:
    """Whether the ending of figures (small letters) makes them ordinal, collective, or a likeness."""
    _, hyphen, letters = figures.replace("‑", "-").replace("‐", "-").rpartition("-")
    letters = letters.strip() if hyphen else ""
    return (
        bool(kk.ORDINAL_ENDING.match(letters)),
        letters.startswith(("еу", "ау", "уі", "уы")),
        letters.startswith(("дай", "дей", "тай", "тей")),
    )


def _digits(tokens: Sequence[Token], position: int) -> _Simple | None:
    token = tokens[position]
    if token.kind != "number" or token.lower.rpartition("-")[2].startswith(kk.VAGUE_ENDINGS):
        return None
    read = digits_value(token.lemma)
    if read is None:
        return None
    value, decimals = read
    simple = _Simple(position, value, Decimal(1).scaleb(-decimals) if decimals else None, None, token, True)
    return _with_half(tokens, simple) if token.lemma == token.text else simple


def _words(tokens: Sequence[Token], position: int, first: bool = False) -> _Simple | None:
    """Hundreds, tens and units, in falling order; the last word may have an ending."""
    value, ending, last = Decimal(0), None, position - 1
    room, digit = (
        1000,
        False,
    )  # what may still be added is below room; digit: one small number, which a hundred may take
    while position < len(tokens) and tokens[position].kind == "word":
        word = numeral_word(tokens[position].lower, first and ending is None)
        if word is None or word.value >= 1000 or word.role in ("half", "quarter", "scale"):
            break
        if word.value == 100:
            if not (digit or room == 1000):
                break
            value, room = (value if digit else Decimal(1)) * 100, 100
        else:
            size = 100 if word.value >= 10 else 10
            if room < size or (word.value == 0 and ending is not None):
                break
            value += word.value
            digit, room = room == 1000 and size == 10, size // 10 * (size == 100)
        if word.value == 100:
            digit = False
        last, ending = position, word
        position += 1
        if not word.bare or word.role in ("ordinal", "collective"):
            break
    if ending is None:
        return None
    simple = _Simple(last, value, None, ending)
    if not ending.bare or ending.role in ("ordinal", "collective"):
        return simple
    return _with_half(tokens, _with_decimals(tokens, simple))


def _with_half(tokens: Sequence[Token], simple: _Simple) -> _Simple:
    """«бір жарым»: a half more."""
    after = simple.last + 1
    if after < len(tokens) and tokens[after].lower.startswith(kk.HALF_MORE):
        word = numeral_word(tokens[after].lower)
        if word is not None and word.role == "half":
            half = simple.value + Decimal("0.5")
            if simple.value < 10 and after + 1 < len(tokens) and tokens[after + 1].lower == kk.HUNDRED:
                hundred = numeral_word(kk.HUNDRED)
                return _Simple(after + 1, half * 100, Decimal(10), hundred)  # «бір жарым жүз»
            return _Simple(after, half, Decimal("0.1"), word)
    return simple


def _with_decimals(tokens: Sequence[Token], simple: _Simple) -> _Simple:
    """«үш бүтін оннан алты», «үш бүтін алты», «үш те алты»: 3.6; «жүз де он» is 110."""
    after = simple.last + 1
    if after + 1 >= len(tokens):
        return simple
    if tokens[after].lower == kk.WHOLE_PART:
        return _of_power(tokens, simple, after + 1) or _spoken_decimals(tokens, simple, after + 1) or simple
    if tokens[after].lower in kk.DECIMAL_POINT:
        return _spoken_decimals(tokens, simple, after + 1) or simple
    return simple


def _of_power(tokens: Sequence[Token], simple: _Simple, position: int) -> _Simple | None:
    """«… оннан алты», «… мыңнан бес»: so many of a power of ten."""
    share = _words(tokens, position)
    if share is not None and share.word and share.word.case is Case.ABL:
        power, last = share.value, share.last
    elif (scale := numeral_word(tokens[position].lower)) and scale.role == "scale" and scale.case is Case.ABL:
        power, last = scale.value, position
    else:
        return None
    part = _words(tokens, last + 1)
    if part is None or power not in (10, 100, 1000, 10000) or part.value >= power:
        return None
    return _Simple(part.last, simple.value + part.value / power, 1 / power, part.word)


def _spoken_decimals(tokens: Sequence[Token], simple: _Simple, position: int) -> _Simple | None:
    """The decimals after a spoken point; «бір де бір» (none at all) is no number unless a scale word follows."""
    part = _words(tokens, position)
    if (
        part is None
        or part.value != int(part.value)
        or part.value >= 100
        or (part.word and part.word.role == "ordinal")
    ):
        return None
    if simple.value == part.value and _scale(tokens, part.last + 1)[0] is None:
        return None
    if simple.value >= 100 and simple.value % 100 == 0 and tokens[position - 1].lower != kk.WHOLE_PART:
        return _Simple(part.last, simple.value + part.value, None, part.word)
    step = Decimal(1).scaleb(-len(str(int(part.value))))
    return _Simple(part.last, simple.value + part.value * step, step, part.word)


def _scale(tokens: Sequence[Token], position: int) -> tuple[Decimal | None, int, Word | None]:
    """The scale words at position (мың, млн, «мың миллиард» is none): factor, last token, last word."""
    if position >= len(tokens):
        return None, position, None
    token = tokens[position]
    word = scale_word(token.lower) if token.kind == "word" else None
    if word is None:
        return None, position, None
    last = position
    after = tokens[last + 1 : last + 3]
    short = token.lower in kk.SCALES and token.lower not in kk.VALUES
    if short and len(after) == 2 and after[0].text == "." and after[1].text[:1].islower():
        last += 1
    return word.value, last, word


def _part_of_scale(tokens: Sequence[Token], position: int) -> _Simple | None:
    """«жарты миллион», «ширек миллион»."""
    lower = tokens[position].lower
    if (lower not in kk.HALF and lower != kk.QUARTER) or position + 1 >= len(tokens):
        return None
    following = numeral_word(tokens[position + 1].lower)
    if following is None or following.role != "scale":
        return None
    if lower == kk.QUARTER:
        return _Simple(position, Decimal("0.25"), Decimal("0.01"))
    return _Simple(position, Decimal("0.5"), Decimal("0.1"))


def _half_after_scale(tokens: Sequence[Token], position: int, factor: Decimal) -> tuple[Decimal, Word | None]:
    """«мың жарым»: 1500."""
    if position < len(tokens) and tokens[position].lower.startswith(kk.HALF_MORE):
        word = numeral_word(tokens[position].lower)
        if word is not None and word.role == "half":
            return factor / 2, word
    return Decimal(0), None


def _is_year(tokens: Sequence[Token], position: int) -> bool:
    """Whether the digits at position are a year («1 млн 2024 жылы»)."""
    token = tokens[position]
    if token.kind != "number" or not re.fullmatch(r"(?:19|20)\d\d", token.lemma):
        return False
    return any(after.lower.startswith(("жыл", "ж")) for after in tokens[position + 1 : position + 3])


def is_hyphen(token: Token) -> bool:
    """Whether token is a hyphen or dash."""
    return token.text in _HYPHENS
