"""Numbers, intervals and figures as findings tell them."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction

from qatynas.checks.cells import Amount
from qatynas.checks.speech import named
from qatynas.model.claim import Claim, Figure
from qatynas.model.finding import Told

# Digits that bounds keep: seven, rounded outward, say 1.3 billion to the nearest thousand.
DIGITS = 7
SHOWN = 5


def outward(low: Fraction | None, high: Fraction | None, digits: int = DIGITS) -> tuple[Decimal | None, Decimal | None]:
    """Bounds as decimals of so many digits that hold the exact ones."""
    return (
        None if low is None else _decimal(low, digits, ROUND_FLOOR),
        None if high is None else _decimal(high, digits, ROUND_CEILING),
    )


def rounded(value: Fraction, digits: int = DIGITS) -> Decimal:
    """A number to so many digits."""
    return _decimal(value, digits, ROUND_HALF_EVEN)


def number(value: Decimal | Fraction | None, digits: int = SHOWN) -> Told:
    """A number of so many digits, told with its scale in words: 1.2654 billion."""
    if value is None:
        return Told("any")
    return Told("number", {"value": f"{rounded(Fraction(value), digits):f}"})


def interval(low: Fraction | None, high: Fraction | None) -> Told:
    """Bounds, rounded outward: 1.25 … 1.2654 billion."""
    if low is not None and low == high:
        return number(low)
    outer = outward(low, high, SHOWN)
    if outer[0] is None or outer[1] is None:
        end = number(outer[0] if outer[1] is None else outer[1])
        return Told("at_least" if outer[1] is None else "at_most", {"end": end})
    return Told("interval", {"low": number(outer[0]), "high": number(outer[1])})


def amount_name(amount: Amount) -> Told:
    """An amount: trade.export KAZ→KGZ 2024."""
    return Told("amount", {
        "indicator": amount.indicator, "from": amount.from_, "to": amount.to, "parties": " ".join(amount.parties),
        "names": tuple(named(name) for name in amount.named if name),
        "period": "" if amount.period.startswith("undated") else amount.period, "reporter": amount.reporter,
    })  # fmt: skip


def figure_name(figure: Claim) -> Told:
    """A figure: 23 percent (growth of trade.turnover, 2023)."""
    if not isinstance(figure, Figure):
        return named(figure.quote)
    quantity = figure.quantity
    names = (figure.subject, figure.product, figure.area)
    return Told("figure", {
        "value": f"{rounded(Fraction(quantity.value), SHOWN):f}", "unit": quantity.unit,
        "qualifier": quantity.qualifier, "indicator": figure.indicator, "measure": figure.measure,
        "from": figure.from_ or "", "to": figure.to or "", "names": tuple(named(name) for name in names if name),
        "period": figure.period or "",
    })  # fmt: skip


def _decimal(value: Fraction, digits: int, rounding: str) -> Decimal:
    return Context(prec=digits, rounding=rounding).divide(Decimal(value.numerator), Decimal(value.denominator))
