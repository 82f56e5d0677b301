"""Numbers told in two parts: «сегіз теңге елу тиын», «әр он жолаушының жетеуі»."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from msgspec.structs import replace as changed

from qatynas.claims.clauses import token_after, tokens_before, tokens_in
from qatynas.claims.figures_units import parted
from qatynas.claims.figures_words import noun
from qatynas.language.mentions import Case, NumberKind, NumberMention, Sentence
from qatynas.model import Qualifier, Span

_NEXT = 2  # characters between «сегіз теңге» and «елу тиын»
_GROUP_WITHIN = 40  # characters between «әр он» and «жетеуі»
_GROUPS = (3, 1000)
_ROUND = (10, 100, 1000)
_WHOLE = 10  # «оннан үшін»


def joined(sentence: Sentence, numbers: list[NumberMention]) -> list[NumberMention]:
    """The numbers of a sentence, those told in two parts made one."""
    found: list[NumberMention] = []
    for stated in numbers:
        number = _three_parts(sentence, stated)
        before = found[-1] if found else None
        if before is not None and _small_change(before, number):
            found[-1] = _sum(before, number)
        elif before is not None and (
            _so_many_of_each(sentence, before, number) or _so_many_of_a_hundred(sentence, before, number)
        ):
            found[-1] = _share(before, number)
        else:
            found.append(number)
    return found


def _three_parts(sentence: Sentence, number: NumberMention) -> NumberMention:
    """«төрттен үшін көтереді»: three parts of four, where «үшін» is no «for»."""
    whole = number.quantity.value
    if number.case is not Case.ABL or number.quantity.unit or not _GROUPS[0] < whole <= _WHOLE:
        return number
    after = token_after(sentence, number.span.end)
    inside = tokens_in(sentence, number.digits)
    spelled = bool(inside) and not any(sign.isdigit() for token in inside for sign in token.text)
    if after is None or not spelled or not noun("on_behalf", (after.lower,)):
        return number
    value = round(Decimal(300) / whole, 2)
    quantity = replace(number.quantity, value=value, unit="percent", low=value, high=value)
    span, digits = number.span.join(after.span), number.digits.join(after.span)
    return changed(number, span=span, digits=digits, kind=NumberKind.FRACTION, quantity=quantity, case=Case.ACC)


def _small_change(before: NumberMention, number: NumberMention) -> bool:
    """«8 теңге 50 тиын»: hundredth parts right after a currency; those of som are called as those of tenge."""
    money = (before.quantity.unit, number.quantity.unit)
    return (
        all(len(unit) == 3 and unit.isupper() for unit in money)
        and 0 < number.quantity.value < 1 <= before.quantity.value
        and 0 <= number.span.start - before.span.end <= _NEXT
        and not before.part_of_date
    )


def _sum(before: NumberMention, number: NumberMention) -> NumberMention:
    value = before.quantity.value + number.quantity.value
    stated = number.quantity
    exact = stated.qualifier is Qualifier.EXACT
    quantity = replace(
        before.quantity,
        value=value,
        low=value if exact else stated.low and before.quantity.value + stated.low,
        high=value if exact else stated.high and before.quantity.value + stated.high,
        qualifier=stated.qualifier,
    )
    return changed(
        number,
        span=before.span.join(number.span),
        digits=before.digits.join(number.digits),
        quantity=quantity,
        rate=number.rate or before.rate,
    )


def _so_many_of_each(sentence: Sentence, before: NumberMention, number: NumberMention) -> bool:
    """«әр он жолаушының жетеуі»: so many of each group."""
    group, part = before.quantity, number.quantity
    if group.unit not in ("", "count", "person") or part.unit not in ("", "count", "person") or before.part_of_date:
        return False
    if not _GROUPS[0] <= group.value <= _GROUPS[1] or not 0 < part.value < group.value:
        return False
    lead = tokens_before(sentence, before.digits.start)[-1:]
    each = before.each or (bool(lead) and noun("nth", (lead[0].lower,)))
    between = [t for t in tokens_in(sentence, Span(before.digits.end, number.digits.start)) if t.kind == "word"]
    owned = bool(between) and between[-1].case is Case.GEN and number.digits.start - before.digits.end < _GROUP_WITHIN
    return each and owned and parted(number, sentence)


def _so_many_of_a_hundred(sentence: Sentence, before: NumberMention, number: NumberMention) -> bool:
    """«орындардың жүзден тоқсаны», «мыңнан үш жүзі»: so many of a round number right before."""
    whole, part = before.quantity, number.quantity
    bare = not whole.unit and part.unit in ("", "count") and not before.part_of_date and not number.part_of_date
    if not bare or whole.value not in _ROUND or not 0 < part.value < whole.value or before.case is not Case.ABL:
        return False
    near = 0 <= number.span.start - before.span.end <= _NEXT
    return near and whole.qualifier is Qualifier.EXACT and parted(number, sentence)


def _share(before: NumberMention, number: NumberMention) -> NumberMention:
    value = round(100 * number.quantity.value / before.quantity.value, 2)
    quantity = replace(number.quantity, value=value, unit="percent", low=value, high=value)
    return changed(
        number,
        span=before.span.join(number.span),
        digits=before.digits.join(number.digits),
        kind=NumberKind.FRACTION,
        quantity=quantity,
        each=False,
        counted=None,
        counted_span=None,
    )
