"""How many days an event lasts: «екі күндік сапар», «үш күнге келді»."""

from __future__ import annotations

from datetime import timedelta

from qatynas.claims.clauses import tokens_after
from qatynas.claims.context import At
from qatynas.claims.when_words import table
from qatynas.model import Period, Span

_LONGEST = 15  # days of one event


def lasting(at: At, part: Span) -> int | None:
    """How many days part says that its event lasts, None where it does not."""
    for number in at.sentence.numbers:
        if not part.covers(number.digits) or not 1 < number.quantity.value < _LONGEST:
            continue
        following = tokens_after(at.sentence, number.digits.end)[:2]
        hits = table().find(following)
        if any(hit.key == "days" and hit.first == 0 for hit in hits) and not any(hit.key == "not_days" for hit in hits):
            return int(number.quantity.value)
    return None


def has_ended(at: At) -> bool:
    """«кеше екі күндік жұмысын аяқтады»: whether the date told is that of the event's last day."""
    keys = {hit.key for hit in table().find(at.sentence.tokens)}
    return "ending" in keys and "beginning" not in keys


def stretched(edtf: str, days: int, *, back: bool = False) -> str | None:
    """The days from a day on, or up to it where back is true, as an EDTF interval; None for a date that is no day."""
    try:
        first = Period(edtf).first
    except ValueError:
        return None
    if first is None or len(edtf) != len("2025-08-21"):
        return None
    if back:
        return f"{first - timedelta(days=days - 1)}/{edtf}"
    return f"{edtf}/{first + timedelta(days=days - 1)}"
