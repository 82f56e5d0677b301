"""Days of the week, and weeks, months, quarters and halves of a year counted from the document's own day."""

from __future__ import annotations

from datetime import date

from qatynas.language.anchor import Anchor, point
from qatynas.language.date_calendar import with_part_word
from qatynas.language.date_view import NO_ANCHOR, Found, View
from qatynas.language.kk import calendar as kk
from qatynas.language.mentions import Case

_SHARES = {"тоқсан": 3, "жартыжылдық": 6}  # months


def relative_unit(view: View, at: int) -> Found | None:
    """«осы айда», «өткен аптада», «келесі тоқсанда», «осы жартыжылдықта»."""
    step = kk.RELATIVE_STEPS.get(view.lower(at))
    token = view.token(at + 1)
    if step is None or token is None or token.plural or token.lower == "аптап":
        return None
    month, week = view.has(at + 1, kk.MONTH) and token.lower.startswith("ай"), view.has(at + 1, kk.WEEK)
    share = next((months for word, months in _SHARES.items() if view.has(at + 1, word)), 0)
    if not (month or week or share) or (month and view.numeral(at + 2) is not None and token.lower == "айдың"):
        return None
    if view.anchor is None:
        return Found(at, at + 1, relative=True, reason=NO_ANCHOR)
    ends: tuple[str, str] | None
    if month:
        text = view.anchor.months(step)
        ends = (text, text) if text else None
    else:
        ends = _share(view.anchor, share, step) if share else view.anchor.weeks(step)
    if ends is None:
        return Found(at, at + 1, relative=True, reason=NO_ANCHOR)
    return with_part_word(view, Found(at, at + 1, *ends, relative=True))


def _share(anchor: Anchor, months: int, step: int) -> tuple[str, str] | None:
    """First and last month of the quarter or half that is step of them on from the document's own."""
    if not anchor.month:
        return None
    year, share = divmod(anchor.year * (12 // months) + (anchor.month - 1) // months + step, 12 // months)
    return point(year, share * months + 1), point(year, share * months + months)


def weekday(view: View, at: int) -> Found | None:
    """«дүйсенбіде», «жұма күні», «өткен бейсенбіде», «келесі аптаның сәрсенбісінде», «жұмаға дейін»."""
    word = view.lower(at)
    step = kk.RELATIVE_STEPS.get(word)
    of_week = step is not None and view.lower(at + 1) == "аптаның"
    place = at + (step is not None) + of_week
    token = view.token(place)
    if token is None or token.kind != "word" or token.plural:
        return None
    number = next((n for n, name in enumerate(kk.WEEKDAYS) if name in token.lemmas or token.lower == name), None)
    if number is None:
        return None
    last = place + 1 if view.lower(place + 1) in kk.DAY_NAMES else place
    bound = _bound(view, place)
    if last == place and token.case is not Case.LOC and step is None and not bound:
        return None if token.case is Case.NOM else Found(at, last, reason="vague")
    if view.lower(place + 1) == "күндері":
        return Found(at, last, recurrence="regular") if step is None else Found(at, last, reason="vague")
    anchor = view.anchor
    if anchor is None or not anchor.month or not anchor.day:
        return Found(at, last, relative=True, reason=NO_ANCHOR)
    today = date(anchor.year, anchor.month, anchor.day).weekday()
    if of_week or step == 0:
        days = number - today + 7 * (step or 0)
    elif step is not None:
        days = _stepped(word, step, today, number)
    else:
        coming = bound == "coming" or (not bound and view.tense(last + 1) == "coming")
        days = (number - today) % 7 if coming else -((today - number) % 7)
    text = anchor.days(days)
    return Found(at, last, text, text, relative=True)


def _bound(view: View, place: int) -> str:
    """Whether a day of the week is one up to which («жұмаға дейін») or since which something lasts."""
    case, following = view.case(place), view.lower(place + 1)
    if case is Case.DAT and following in kk.UNTIL_WORDS | kk.BY_WORDS:
        return "coming"
    if case is Case.ABL and following in kk.FROM_WORDS:
        past = following in kk.UNTIL_NOW_WORDS or view.tense(place + 2) == "past"
        return "past" if past else "coming"
    return ""


def _stepped(word: str, step: int, today: int, number: int) -> int:
    """Days on to «өткен» (the last before today), «алдағы» (the first after it), «келесі» (that of next week)."""
    if step < 0:
        return -((today - number) % 7 or 7)
    if word in ("келесі", "келер"):
        return 7 - today + number
    return (number - today) % 7 or 7
