"""Years: by number, in words, from the document's own, school years, decades."""

from __future__ import annotations

import re

import msgspec

from qatynas.language.date_amounts import is_amount_of_years
from qatynas.language.date_view import View
from qatynas.language.kk import calendar as kk
from qatynas.language.mentions import Case

_YEAR = re.compile(r"1\d{3}|20\d{2}")
_SCHOOL_BEGINS = 9  # September
_SCHOOL_ENDS = 5  # May


class Years(msgspec.Struct, frozen=True, gc=False):
    """A year or years up to place last. first is None where the document's date would be needed and is unknown."""

    last: int
    first: int | None
    final: int | None
    relative: bool = False
    named: bool = True  # the word for year is there, or a word that is a year (биыл)
    reason: str = ""


def years_at(view: View, at: int) -> Years | None:
    """The year phrase that begins at a place: «2024 жылғы», «2025–2027 жж.», «өткен жылы», «2024/2025 оқу жылы»."""
    token = view.token(at)
    if token is None or (token.kind != "number" and view.numeral(at) is None):
        return _relative(view, at)
    return _numbered(view, at) or _spelled(view, at) or _short(view, at) or _relative(view, at)


def _number(view: View, at: int) -> int | None:
    token = view.token(at)
    if token is None or token.kind != "number" or not _YEAR.fullmatch(token.lemma):
        return None
    return int(token.lemma)


def _numbered(view: View, at: int) -> Years | None:
    first = _number(view, at)
    if first is None:
        return _decade(view, at)
    final, last = first, at
    if view.is_dash(at + 1) or view.lower(at + 1) == "/":
        second = _number(view, at + 2)
        short = view.token(at + 2)
        if second is None and short is not None and short.kind == "number" and re.fullmatch(r"\d\d", short.lemma):
            second = first // 100 * 100 + int(short.lemma)
        if second is not None and first < second < first + 100:
            final, last = second, at + 2
    word = _year_word(view, last + 1)
    if word is None:
        return Years(last, first, final, named=False)
    token = view.token(word)
    if first == final and is_amount_of_years(view, word, spelled=False):
        return None
    if first == final and first % 10 == 0 and token is not None and token.plural:
        final = first + 9
    return Years(word, first, final)


def _year_word(view: View, at: int) -> int | None:
    """The place of «жыл», past «оқу» and the like; of «ж.» with its stop."""
    if view.lower(at) in kk.SCHOOL_YEAR:
        at += 1
    if view.lower(at) == "бюджет":
        at += 1
    if view.has(at, kk.YEAR) and not view.lower(at).startswith("жылдық"):
        return at
    if view.lower(at) in ("ж", "жж"):
        return at + 1 if view.lower(at + 1) == "." else at
    return None


def _decade(view: View, at: int) -> Years | None:
    """«90-жылдары», «тоқсаныншы жылдардың»."""
    found = view.whole(at, 10, 90)
    if found is None or found[0] % 10 or not view.has(found[1] + 1, kk.YEAR):
        return None
    word = view.token(found[1] + 1)
    numeral = view.numeral(at)
    if word is None or numeral is None:
        return None
    if not word.plural:
        return None
    if not numeral.ordinal and view.items[at].kind != "number":
        return None
    return Years(found[1] + 1, 1900 + found[0], 1909 + found[0])


def _short(view: View, at: int) -> Years | None:
    """«91-інші жылы», «тоқсан үшінші жылы»: a year by its last two figures."""
    found = view.whole(at, 17, 99)
    numeral = view.numeral(at)
    if found is None or numeral is None or not numeral.ordinal or not view.has(found[1] + 1, kk.YEAR):
        return None
    word = view.items[found[1] + 1]
    if word.plural or (word.case is Case.NOM and not word.possessive):
        return None
    latest = (view.anchor.year if view.anchor else 2030) + 10
    year = 2000 + found[0] if 2000 + found[0] <= latest else 1900 + found[0]
    return Years(found[1] + 1, year, year)


def _spelled(view: View, at: int) -> Years | None:
    """«екі мың жиырма төртінші жылы»."""
    token = view.token(at)
    if token is None or token.kind != "word":
        return None
    numeral = view.numeral(at)
    if numeral is None or not numeral.scaled or not 1000 <= numeral.value < 2100 or numeral.step not in (None, 1000):
        return None
    word = _year_word(view, numeral.last + 1)
    second = view.numeral(numeral.last + 2) if view.is_dash(numeral.last + 1) else None
    if second is not None and second.scaled and numeral.value < second.value < 2100:
        word = _year_word(view, second.last + 1)
        return Years(word, int(numeral.value), int(second.value)) if word else None
    if word is None and numeral.case is Case.LOC and numeral.value > 1900 and numeral.value % 100:
        return Years(numeral.last, int(numeral.value), int(numeral.value), named=False)  # «екі мың он жетіде»
    if word is None or not (numeral.ordinal or (numeral.value > 1900 and numeral.value % 100)):
        return None
    if not numeral.ordinal and is_amount_of_years(view, word, spelled=True):
        return None
    return Years(word, int(numeral.value), int(numeral.value))


def _relative(view: View, at: int) -> Years | None:
    token = view.token(at)
    if token is None or token.kind != "word":
        return None
    if view.lower(at + 1) in kk.SCHOOL_YEAR and view.has(at + 2, kk.YEAR) and not _plural(view, at + 2):
        step = kk.SCHOOL_STEPS.get(token.lower, kk.RELATIVE_STEPS.get(token.lower))
        return _school_year(view, at + 2, step, token.lower not in kk.SCHOOL_BEFORE)
    for word, step in kk.RELATIVE_YEARS.items():
        if token.lower.startswith(word) and (word in token.lemmas or token.lower == word or token.attributive):
            last = at + 1 if view.has(at + 1, kk.YEAR) and token.attributive and not _plural(view, at + 1) else at
            return _from_own(view, last, step)
    step_word = kk.RELATIVE_STEPS.get(token.lower)
    if step_word is None or _year_word(view, at + 1) is None or not view.has(at + 1, kk.YEAR) or _plural(view, at + 1):
        return None
    return _stepped(view, at, token.lower, step_word)


def _stepped(view: View, at: int, word: str, step: int) -> Years | None:
    """«өткен жылы»; «алдыңғы жыл» is the one before that spoken of, or the year before last: «алдыңғы жылдың он айында
    … болса, былтыр …»."""
    if word == "алдыңғы":
        if view.year is not None:
            return Years(at + 1, view.year - 1, view.year - 1, True)
        told_apart = any(view.lower(place).startswith("былтыр") for place in range(at + 2, len(view)))
        return _from_own(view, at + 1, -2 if told_apart or view.lower(at + 1) == "жылы" else -1)
    return _from_own(view, at + 1, step)


def _plural(view: View, at: int) -> bool:
    token = view.token(at)
    return token is not None and token.plural


def _school_year(view: View, last: int, step: int | None, ended: bool) -> Years | None:
    """«келер оқу жылында»: a school year begins in September; a new one is the next until then. ended tells that a past
    one may be that which has just ended."""
    if step is None:
        return None
    if view.anchor is None:
        return Years(last, None, None, True, reason="no_document_date")
    month = view.anchor.month or _SCHOOL_BEGINS
    first = view.anchor.year + step - (month < _SCHOOL_BEGINS)
    if step < 0 and ended and _SCHOOL_ENDS < month < _SCHOOL_BEGINS:
        first += 1  # in summer the past one is that which has just ended
    return Years(last, first, first + 1, True)


def own_year(view: View, at: int) -> Years:
    """The document's own year, for words at a place («жылдың алғашқы айларында»)."""
    return _from_own(view, at, 0)


def _from_own(view: View, last: int, step: int) -> Years:
    if view.anchor is None:
        return Years(last, None, None, True, reason="no_document_date")
    year = view.anchor.year + step
    return Years(last, year, year, True)
