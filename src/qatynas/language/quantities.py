"""The interval that a number's wording and rounding allow, by the claim contract's rule («low, high»)."""

from __future__ import annotations

from decimal import Context, Decimal, localcontext
from functools import lru_cache

from qatynas.model.quantity import Qualifier, Quantity

_EXACT = Context(prec=120)
_ZERO, _TWO = Decimal(0), Decimal(2)
_ABOUT = Decimal("0.05")  # how much «about» adds either way


@lru_cache(maxsize=1 << 12)
def quantity(value: Decimal, unit: str, step: Decimal | None, qualifier: Qualifier) -> Quantity:
    """The number with its interval.

    step is what the last written digit is worth, None for a number that is exact as written. Half a step is allowed
    either way; «about» adds five per cent of the value either way, «over» opens the top, «under» the bottom.
    """
    low: Decimal | None
    high: Decimal | None
    low = high = told = tidy(value)
    if step or qualifier is Qualifier.ABOUT:
        half = _EXACT.divide(step, _TWO) if step else _ZERO
        if qualifier is Qualifier.ABOUT:
            half = _EXACT.add(half, _EXACT.multiply(abs(value), _ABOUT))
        low, high = tidy(_EXACT.subtract(value, half)), tidy(_EXACT.add(value, half))
    if qualifier is Qualifier.OVER:
        high = None
    elif qualifier is Qualifier.UNDER:
        low = None
    return Quantity(told, unit, low, high, qualifier)


def stated_range(low: Decimal, high: Decimal, unit: str) -> Quantity:
    """A range as stated: the middle, its ends, «about»."""
    with localcontext(_EXACT):
        low, high = min(low, high), max(low, high)
        return Quantity(tidy((low + high) / 2), unit, tidy(low), tidy(high), Qualifier.ABOUT)


def percent_of(part: Decimal, whole: Decimal, qualifier: Qualifier) -> Quantity:
    """A fraction as percent with two decimals; the interval holds the exact share, rounded outward."""
    with localcontext(_EXACT):
        share = part * 100 / whole
        cent = Decimal("0.01")
        value = share.quantize(cent, rounding="ROUND_HALF_UP")
        either_way = share * _ABOUT if qualifier is Qualifier.ABOUT else Decimal(0)
        low = (share - either_way).quantize(cent, rounding="ROUND_FLOOR")
        high = (share + either_way).quantize(cent, rounding="ROUND_CEILING")
    return Quantity(
        tidy(value), "percent", None if qualifier is Qualifier.UNDER else tidy(low),
        None if qualifier is Qualifier.OVER else tidy(high), qualifier,
    )  # fmt: skip


def divided(value: Decimal, step: Decimal | None, qualifier: Qualifier) -> Quantity:
    """«1,6 есе аз»: one over the number, its bounds rounded outward to six decimals, an «over» turned to «under»."""
    turned = {Qualifier.OVER: Qualifier.UNDER, Qualifier.UNDER: Qualifier.OVER}.get(qualifier, qualifier)
    with localcontext(_EXACT):
        plain = quantity(value, "times", step, qualifier)
        small = Decimal("0.000001")
        low = None if plain.high is None else (1 / plain.high).quantize(small, rounding="ROUND_FLOOR")
        high = None if not plain.low or plain.low < 0 else (1 / plain.low).quantize(small, rounding="ROUND_CEILING")
        inverse = (1 / value).quantize(small, rounding="ROUND_HALF_UP")
    return Quantity(tidy(inverse), "times", low and tidy(low), high and tidy(high), turned)


@lru_cache(maxsize=1 << 12)
def tidy(value: Decimal) -> Decimal:
    """The same number without trailing zeros or an exponent."""
    if value == value.to_integral_value():
        return Decimal(int(value))
    return value.normalize(_EXACT)
