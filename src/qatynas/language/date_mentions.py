"""Date mentions: dates and periods of a sentence as EDTF, against the document's own date."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from qatynas.language.anchor import Anchor
from qatynas.language.date_rules import about, before_era, marks_of, may_hold_a_date, rules_at
from qatynas.language.date_view import NUMBER, OPENS, Found, View
from qatynas.language.kk import calendar as kk
from qatynas.language.mentions import Case, DateMention, DateRole, Token

_JOINING = ("мен", "пен", "бен", "және")


_MONTH = len("2025-04")
_ATTRIBUTE = 5  # words behind an attributive day up to which another one is of its year
_NO_DATE = frozenset(("duration", "age", "earlier_text"))


def dates(text: str, tokens: Sequence[Token], anchor: str | None) -> tuple[DateMention, ...]:
    """The dates and periods among the tokens of one sentence, in order; spans count from the text's start.

    anchor is the document's own date, EDTF, or None: then what rests on it has edtf None and reason
    "no_document_date". A month or day without a year belongs to the year named before it in the sentence, else to the
    year in which it lies nearest to the anchor. An ablative with «бастап» or «бері» gives an interval (2005/2025,
    2025/..), one without a word gives the date itself with role FROM.
    """
    return dates_and_places(tokens, Anchor.of(anchor))[0]


def dates_and_places(tokens: Sequence[Token], anchor: Anchor | None) -> tuple[tuple[DateMention, ...], frozenset[int]]:
    """What `dates` and `date_tokens` give, found in one go."""
    marks = marks_of(tokens)
    if not may_hold_a_date(marks):
        return (), frozenset()
    view = View.of(tokens, marks, anchor)
    found = _found(view)
    if not found:
        return (), frozenset()
    mentions = tuple([_mention(view, date, role) for date, role in found])
    if any(date.reason in _NO_DATE and not date.start for date, _ in found):
        return mentions, date_tokens(tokens)  # «тоғыз айда» is a date or a length by the document's date
    return mentions, _places(view, found)


def date_tokens(tokens: Sequence[Token]) -> frozenset[int]:
    """The places of tokens that belong to a date; durations («15 жылда») belong to none."""
    marks = marks_of(tokens)
    if not may_hold_a_date(marks):
        return frozenset()
    view = View.of(tokens, marks, None)
    return _places(view, _found(view))


def _places(view: View, dated: list[tuple[Found, DateRole]]) -> frozenset[int]:
    return frozenset(
        [
            view.places[place]
            for found, _ in dated
            if (found.reason not in _NO_DATE or found.start) and not _is_rate(view, found)
            for place in range(found.first, found.last + 1)
        ]
    )


def _is_rate(view: View, found: Found) -> bool:
    """«аптасына 28 рет»: how often, but the number counts something."""
    return found.recurrence is not None and view.lower(found.first) in kk.PER_UNIT


def _found(view: View) -> list[tuple[Found, DateRole]]:
    """Every date, longest first at each place, with the words that bound it."""
    dated: list[tuple[Found, DateRole]] = []
    after = 0
    for at, mark in enumerate(view.marks):
        if at < after or not mark & (OPENS | NUMBER):
            continue
        best = _longest(view, at)
        if best is None:
            continue
        if dated and view.year is not None and _is_far_behind(view, dated[-1][0], best):
            view.year = None
            best = _longest(view, at) or best
        if best.year is not None and not _is_term(view, best):
            view.year = best.year
        bounded = _bounded(view, about(view, before_era(view, best)))
        if dated and (joined := _joined(view, dated[-1], bounded)):
            dated[-1] = joined
        else:
            dated.append(bounded)
        after = max(at, dated[-1][0].last) + 1
    return dated


def _is_term(view: View, found: Found) -> bool:
    """«2025–2027 жылдарға арналған», «2031 жылға дейінгі»: the year that a document covers dates nothing else."""
    return bool({view.lower(found.last + 1), view.lower(found.last + 2)} & kk.TERM_WORDS)


def _is_far_behind(view: View, before: Found, found: Found) -> bool:
    """«2010 жылғы 28 мамырдағы … туралы хаттама 7 тамызда»: the day of a noun's attribute dates that noun alone."""
    a_day = before.start == before.end and len(before.start or "") > _MONTH
    return a_day and view.items[before.last].attributive and found.first - before.last > _ATTRIBUTE


def _longest(view: View, at: int) -> Found | None:
    best: Found | None = None
    for rule in rules_at(view, at):
        found = rule(view, at)
        if found is not None and (best is None or found.last > best.last):
            best = found
    return best


def _bounded(view: View, found: Found) -> tuple[Found, DateRole]:
    """The role that its case and the next word give, and the interval that follows from it."""
    if found.recurrence is not None:
        return found, DateRole.EVERY
    case, following = view.case(found.last), view.lower(found.last + 1)
    if view.lower(found.last) in kk.UNTIL_NOW_WORDS:
        return found, DateRole.FROM  # «он бес жылдан бері»
    if view.lower(found.last) in kk.UNTIL_WORDS or view.lower(found.last) in kk.AGO:
        return found, DateRole.IN
    if case is Case.DAT and following in kk.UNTIL_WORDS:
        if found.start != found.end and any(view.case(place) is Case.ABL for place in range(found.first, found.last)):
            return found.grown(found.last + 1), DateRole.IN  # «наурыздың 5-інен 14-іне дейін»
        return _open_start(found.grown(found.last + 1)), DateRole.UNTIL
    if case is Case.NOM and following in kk.UNTIL_OVER:
        return _open_start(found.grown(found.last + 1)), DateRole.UNTIL
    if case is Case.DAT and following in kk.BY_WORDS:
        return _open_start(found.grown(found.last + 1)), DateRole.BY
    if case is Case.ABL and following in kk.BEFORE_WORDS:
        return _open_start(found.grown(found.last + 1)), DateRole.UNTIL
    if case is Case.ABL and following in kk.FROM_WORDS:
        if following in kk.UNTIL_NOW_WORDS and view.anchor is not None and found.start is not None:
            return replace(found, end=view.anchor.up_to(found.start), last=found.last + 1, relative=True), DateRole.FROM
        if following.startswith(("бастау", "бастал", "бастаған")):
            return found, DateRole.FROM
        return replace(found, end=".." if found.start else None, last=found.last + 1), DateRole.FROM
    if view.lower(found.last) in kk.INSIDE_WORDS:
        return found, DateRole.IN
    if case is Case.ABL and not view.items[found.last].attributive and not _compared(view, found.last):
        return found, DateRole.FROM
    return found, DateRole.IN


def _compared(view: View, last: int) -> bool:
    """«былтырдан 5 пайызға көп», «2023 жылдан асып түсті»: the date is what something is compared with."""
    return any(view.lower(place) in kk.COMPARING for place in range(last + 1, last + 6))


def _open_start(found: Found) -> Found:
    return replace(found, start=".." if found.end else None)


def _joined(view: View, before: tuple[Found, DateRole], after: tuple[Found, DateRole]) -> tuple[Found, DateRole] | None:
    """«қаңтардан мамырға дейін», «2021 жыл мен 2023 жыл аралығында»: one period of two dates side by side."""
    first, second = before[0], after[0]
    if first.start in (None, "..") or second.end in (None, ".."):
        return None
    gap = second.first - first.last - 1
    until = before[1] is DateRole.FROM and after[1] is DateRole.UNTIL and gap <= 1
    between = (
        gap == 1
        and (view.lower(first.last + 1) in _JOINING or view.is_dash(first.last + 1))
        and view.is_between(second.last + 1)
    )
    both = gap == 1 and view.lower(first.last + 1) in _JOINING and _next_month(view, first, second)
    if not (until or between or both):
        return None
    start = _not_after(first, second)
    if start is None:
        return None
    last = second.last + between
    return replace(
        first, start=start, end=second.end, last=last, relative=first.relative or second.relative
    ), DateRole.IN


def _not_after(first: Found, second: Found) -> str | None:
    """The first of two dates that bound a period; where its year is only the nearest one, the last such before the
    second: «сәуірден қыркүйекке дейін», told in November, lie in one year. None where it is after the second."""
    start, end = first.start or "", second.end or ""
    fine = min(len(start), len(end))
    if start[:fine] <= end[:fine]:
        return start
    bare = first.relative and len(start) > len("2025") and first.year is None and end[:4].isdigit()
    later = start[4:fine] > end[4:fine]
    return f"{int(end[:4]) - later:04d}{start[4:]}" if bare else None


def _next_month(view: View, first: Found, second: Found) -> bool:
    """«сәуір мен мамырда», «қаңтары мен ақпанында»: two months in a row under one case."""
    months = [found.start or "" for found in (first, second) if found.start == found.end]
    if (
        len(months) != 2
        or any(len(month) != len("2025-04") for month in months)
        or view.case(first.last) is not Case.NOM
    ):
        return False
    year, month = months[0].split("-")
    if month == "12":
        return year.isdigit() and months[1] == f"{int(year) + 1:04d}-01"  # «өткен желтоқсан мен биылғы қаңтарда»
    return month.isdigit() and int(month) < 12 and months[1] == f"{year}-{int(month) + 1:02d}"  # seasons are 21 to 24


def _mention(view: View, found: Found, role: DateRole) -> DateMention:
    span = view.items[found.first].span.join(view.items[found.last].span)
    edtf = None
    if found.start and found.end:
        edtf = found.start if found.start == found.end else f"{found.start}/{found.end}"
        if found.about and "/" not in edtf:
            edtf += "~"
    reason = "" if edtf or found.recurrence else found.reason or "vague"
    return DateMention(span, edtf, role, found.relative, found.recurrence, found.season, reason, found.duration)
