"""How often: «жыл сайын», «әр айда», «екі жылда бір рет», «жылына екі рет», «дүйсенбі күндері», «күнде»."""

from __future__ import annotations

from qatynas.language.date_amounts import amount_at
from qatynas.language.date_view import NUMBER, Found, View
from qatynas.language.kk import calendar as kk
from qatynas.language.kk import counting
from qatynas.language.mentions import Case

_EACH = ("әр", "әрбір")


def every(view: View, at: int) -> Found | None:
    """A time that comes again and again."""
    lower = view.lower(at)
    if lower in kk.ALWAYS:
        return Found(at, at, recurrence=kk.ALWAYS[lower])
    if view.lower(at + 1) in kk.EVERY_WORDS:
        return _again(view, at)
    if lower in _EACH:
        return _each(view, at)
    if lower in kk.PER_UNIT:
        return _so_often(view, at)
    if lower in kk.ALONE_EVERY:
        return Found(at, at, recurrence=kk.ALONE_EVERY[lower]) if _stands_alone(view, at) else None
    return _every_so_many(view, at)


def _again(view: View, at: int) -> Found | None:
    """«жыл сайын», «көктем сайын», «жексенбі сайын»."""
    lower = view.lower(at)
    if lower in kk.EVERY:
        return Found(at, at + 1, recurrence=kk.EVERY[lower])
    if lower in kk.SEASONS:
        return Found(at, at + 1, recurrence="seasonal", season=kk.SEASON_NAMES[kk.SEASONS[lower]])
    return Found(at, at + 1, recurrence="regular") if lower in kk.WEEKDAYS or lower in kk.MONTHS else None


def _each(view: View, at: int) -> Found | None:
    """«әр жылы», «әрбір айда», «әр екі жыл сайын», «әрбір бейсенбі күні»."""
    if view.has(at + 1, *kk.EVERY) and not view.lower(at + 1).startswith(("айм", "айн")):
        unit = next(name for name in kk.EVERY if view.has(at + 1, name))
        return Found(at, at + 1 + (view.lower(at + 2) in kk.EVERY_WORDS), recurrence=kk.EVERY[unit])
    if view.has(at + 1, *kk.WEEKDAYS):
        return Found(at, at + 1 + (view.lower(at + 2) in ("күні", "күн")), recurrence="regular")
    amount = amount_at(view, at + 1, exactly=True)
    if amount is None or view.case(amount.unit) not in (Case.NOM, Case.LOC):
        return None
    return Found(at, amount.unit + (view.lower(amount.unit + 1) in kk.EVERY_WORDS), recurrence="regular")


def _so_often(view: View, at: int) -> Found | None:
    """«жылына бір рет», «аптасына екі рет»."""
    count = view.whole(at + 1, 1, 99)
    if count is None or view.lower(count[1] + 1) not in kk.TIMES:
        return None
    return Found(at, count[1] + 1, recurrence=kk.PER_UNIT[view.lower(at)] if count[0] == 1 else "regular")


def _stands_alone(view: View, at: int) -> bool:
    """Whether no word before «жылда», «күнде» tells which: «осы жылда», «екі күнде», «ауыр жылда» are none of these."""
    before = view.token(at - 1) if at else None
    if before is None or before.kind == "mark":
        return view.tense(at + 1) != "past"
    lower = before.lower
    told = lower in kk.RELATIVE_STEPS or lower in kk.VAGUE_COUNTS or lower in kk.LAST_STRETCH | kk.NEXT_STRETCH
    told = told or lower in counting.ADJECTIVES or lower in ("сол", "ол", "мұндай", "осындай", "сондай", "кез", "қай")
    return not (
        told
        or view.mark(at - 1) & NUMBER
        or before.attributive
        or lower.endswith(counting.ADJECTIVE_ENDINGS)
        or before.case is Case.GEN
        or view.tense(at + 1) == "past"
    )


def _every_so_many(view: View, at: int) -> Found | None:
    """«екі жылда бір рет», «екі жыл сайын»."""
    amount = amount_at(view, at, exactly=True)
    if amount is None:
        return None
    if view.lower(amount.unit + 1) in kk.EVERY_WORDS and view.case(amount.unit) is Case.NOM:
        return Found(at, amount.unit + 1, recurrence="regular")
    if view.lower(amount.unit) not in kk.EVERY_SO_MANY or view.whole(amount.unit + 1, 1, 1) is None:
        return None
    last = amount.unit + 2 if view.lower(amount.unit + 2) in kk.TIMES else amount.unit + 1
    yearly = amount.value == 1 and view.lower(amount.unit) == "жылда"
    return Found(at, last, recurrence="yearly" if yearly else "regular")
