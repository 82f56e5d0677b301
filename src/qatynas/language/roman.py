"""Roman numerals: «I дәрежелі», «XXI ғасыр»."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from qatynas.language.kk import numerals as kk
from qatynas.language.mentions import Token
from qatynas.language.numerals import Numeral


def read_roman(tokens: Sequence[Token], position: int) -> Numeral | None:
    """«I дәрежелі», «XXI ғасыр»: capitals before a word in small letters."""
    token = tokens[position]
    letters, _, ending = token.text.partition("-")
    if token.kind != "word" or not kk.ROMAN.fullmatch(letters) or position + 1 >= len(tokens):
        return None
    following = tokens[position + 1]
    if following.text in "-–—" and position + 2 < len(tokens):
        following = tokens[position + 2]
    if not (following.kind == "word" and (following.text[0].islower() or kk.ROMAN.fullmatch(following.text))):
        return None
    value = roman_value(letters)
    return Numeral(position, position, Decimal(value), ordinal=True, roman=True, bare=not ending)


def roman_value(letters: str) -> int:
    """The value of a Roman numeral; Cyrillic Х and Kazakh І count as X and I."""
    values = {"I": 1, "І": 1, "V": 5, "X": 10, "Х": 10}
    total, before = 0, 0
    for letter in reversed(letters):
        value = values.get(letter, 0)
        total += -value if value < before else value
        before = max(before, value)
    return total
