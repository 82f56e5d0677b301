"""Amounts of time: «он бес жыл», «екі-үш ай», «жарты ғасыр», «бір жарым жыл», «онға жуық жыл», «үш айлық»."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from qatynas.language.anchor import point
from qatynas.language.date_view import NO_ANCHOR, Found, View, unit_at
from qatynas.language.kk import calendar as kk
from qatynas.language.mentions import Case

_MONTHS_A_YEAR = 12
_ROUND = 1000  # so many years, told in a round number, are about so many


class Amount(msgspec.Struct, frozen=True, gc=False):
    """So many units of time: value, or from value to further; unit is the place of the unit's word, name what it is."""

    value: Decimal
    further: Decimal | None
    unit: int
    name: str
    about: bool = False

    @property
    def longest(self) -> Decimal:
        """The greater of its ends."""
        return self.further or self.value


def amount_at(view: View, at: int, exactly: bool = False) -> Amount | None:
    """The amount of time that begins at a place; exactly leaves out adjectives («үш айлық»)."""
    if view.lower(at).startswith(kk.DECADE):
        return Amount(Decimal(10), None, at, kk.YEAR)
    if view.lower(at) in kk.FRACTIONS:
        name = unit_at(view, at + 1)
        return Amount(Decimal(kk.FRACTIONS[view.lower(at)]), None, at + 1, name) if name else None
    numeral = view.numeral(at)
    if numeral is None or numeral.ordinal or not 0 < numeral.value < 10000:
        return None
    value, unit, further, about = numeral.value, numeral.last + 1, None, False
    if view.is_dash(unit) and (second := view.numeral(unit + 1)) is not None and value < second.value < 10000:
        further, unit = second.value, second.last + 1
    if view.lower(unit) in kk.NEARLY:
        about, unit = True, unit + 1
    if view.lower(unit) == kk.WORKING:
        unit += 1
    if view.lower(unit).startswith(kk.DECADE):
        return Amount(value * 10, further and further * 10, unit, kk.YEAR, about)
    name = unit_at(view, unit) or (None if exactly else lasting_at(view, unit))
    like_a_year = name == kk.YEAR and lasting_at(view, unit) is None and 1000 <= value < 2100
    if like_a_year and not is_amount_of_years(view, unit, spelled=not value % 100):
        return None
    return Amount(value, further, unit, name, about) if name else None


def lasting_at(view: View, at: int) -> str | None:
    """The unit of an adjective such as «айлық», «жылдық»."""
    lower = view.lower(at)
    return next((name for beginning, name in kk.LASTING.items() if lower.startswith(beginning)), None)


def moved(view: View, at: int, last: int, amount: Amount, step: Decimal) -> Found | None:
    """The point that lies step units on from the document's day; its words are items[at:last + 1]."""
    anchor = view.anchor
    if anchor is None:
        return Found(at, last, relative=True, reason=NO_ANCHOR)
    designator, times = kk.DURATIONS[amount.name]
    step *= times
    whole = step == int(step)
    if designator == "Y" and anchor.year + step <= 0:
        return Found(at, last, relative=True, reason="before_era")
    text: str | None = None
    if designator == "Y" and whole:
        text = point(anchor.year + int(step))
    elif designator == "Y" and (step * _MONTHS_A_YEAR) % 1 == 0:
        text = anchor.months(int(step * _MONTHS_A_YEAR))
    elif designator == "M" and whole:
        text = anchor.months(int(step))
    elif designator in ("D", "W") and anchor.day:
        text = anchor.days(int(step * (7 if designator == "W" else 1)))
    if text is None:
        return Found(at, last, relative=True, reason=NO_ANCHOR if anchor.day is None else "vague")
    about = amount.about or times > 1 or (designator == "Y" and abs(step) >= _ROUND)
    return Found(at, last, text, text, relative=True, about=about)


def is_amount_of_years(view: View, word: int, spelled: bool) -> bool:
    """Whether a number of four figures before «жыл» at a place counts years: «2000 жыл бұрын», «2000 жылдан астам»."""
    case, following = view.case(word), view.lower(word + 1)
    token = view.token(word)
    if token is None or token.possessive or token.attributive:
        return False
    if case is Case.NOM:
        return following in kk.AGO or (spelled and following in kk.DURATION_WORDS)
    if case is Case.ABL:
        return following in ("астам", "аса", "артық")
    return spelled and case is Case.DAT and following in ("жуық", "таяу", "тарта")
