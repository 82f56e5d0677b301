"""Numbers, intervals and figures in the plain English that findings are told in."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction

from qatynas.checks.cells import Amount
from qatynas.model.claim import Claim, Figure

# Digits that bounds keep: seven, rounded outward, say 1.3 billion to the nearest thousand.
DIGITS = 7
SHOWN = 5

_SCALES = ((10**12, " trillion"), (10**9, " billion"), (10**6, " million"))


def outward(low: Fraction | None, high: Fraction | None, digits: int = DIGITS) -> tuple[Decimal | None, Decimal | None]:
    """Bounds as decimals of so many digits that hold the exact ones."""
    return (
        None if low is None else _decimal(low, digits, ROUND_FLOOR),
        None if high is None else _decimal(high, digits, ROUND_CEILING),
    )


def rounded(value: Fraction, digits: int = DIGITS) -> Decimal:
    """A number to so many digits."""
    return _decimal(value, digits, ROUND_HALF_EVEN)


def number(value: Decimal | Fraction | None, digits: int = SHOWN) -> str:
    """A number with its scale in words: 1.2654 billion."""
    if value is None:
        return "any"
    exact = Fraction(value)
    for size, name in _SCALES:
        if abs(exact) >= size:
            return f"{_plain(rounded(exact / size, digits))}{name}"
    return _plain(rounded(exact, digits))


def interval(low: Fraction | None, high: Fraction | None) -> str:
    """Bounds in words, rounded outward: 1.25 … 1.2654 billion."""
    if low is not None and low == high:
        return number(low)
    outer = outward(low, high, SHOWN)
    if outer[0] is None or outer[1] is None:
        return f"at least {number(outer[0])}" if outer[1] is None else f"at most {number(outer[1])}"
    return f"{number(outer[0])} … {number(outer[1])}"


def amount_name(amount: Amount) -> str:
    """An amount in words: trade.export KAZ→KGZ 2024."""
    way = f"{amount.from_ or '?'}→{amount.to or '?'}" if amount.from_ or amount.to else "–".join(amount.parties)
    period = "" if amount.period.startswith("undated") else amount.period
    return " ".join(part for part in (amount.indicator, way, *amount.named, period, amount.reporter) if part)


def figure_name(figure: Claim) -> str:
    """A figure in words: 23 percent growth of trade.turnover 2023."""
    if not isinstance(figure, Figure):
        return figure.quote
    quantity = figure.quantity
    hedge = {"about": "about ", "over": "over ", "under": "under "}.get(quantity.qualifier, "")
    said = f"{hedge}{number(quantity.value)} {quantity.unit}".strip()
    what = figure.indicator if figure.measure == "level" else f"{figure.measure} of {figure.indicator}"
    way = f"{figure.from_ or '?'}→{figure.to or '?'}" if figure.from_ or figure.to else ""
    names = (figure.subject, figure.product, figure.area, figure.period)
    return f"{said} ({', '.join(part for part in (what, way, *names) if part)})"


def _decimal(value: Fraction, digits: int, rounding: str) -> Decimal:
    return Context(prec=digits, rounding=rounding).divide(Decimal(value.numerator), Decimal(value.denominator))


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
