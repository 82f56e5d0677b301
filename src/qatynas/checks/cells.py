"""Which figures are of one thing: amounts (what levels count, of one time) and statements (what is said of amounts)."""

from __future__ import annotations

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from qatynas.checks.offices import reporter_of
from qatynas.checks.wholes import whole_of
from qatynas.model.claim import Figure
from qatynas.model.finding import Cited
from qatynas.model.quantity import Quantity
from qatynas.relations.dates import bounds
from qatynas.relations.keys import figure_cell

LEVEL, SHARE = "level", "share"
RELATIVE = ("growth", "multiple", "change")
SIGNED = frozenset({"trade.balance"})
SLACK = Fraction(1, 20_000)  # what a table's total may miss its rows by: rows are rounded, late parcels added to one
_NAMES = 5  # names of an amount that is a level: see Amount.named


@dataclass(frozen=True, slots=True, order=True)
class Amount:
    """What a level is the number of: all of a cell but its measure and status, and whose statistics.

    parties are the states of a mutual figure. period is "" for an undated figure, which is of its own document and
    day; a period that was not over when the document was written ends with that day.
    """

    indicator: str
    unit: str
    from_: str
    to: str
    named: tuple[str, ...]  # subject, product, area, what: by their stems; rate
    parties: tuple[str, ...]
    period: str
    reporter: str

    @property
    def product(self) -> str:
        """The goods, "" for all."""
        return self.named[1]

    @property
    def area(self) -> str:
        """The region, "" for the whole state."""
        return self.named[2]

    @property
    def is_plain(self) -> bool:
        """Whether it is a level, and so more than nothing; a share or a growth stands for itself."""
        return len(self.named) == _NAMES and self.indicator not in SIGNED

    def over(self, period: str) -> Amount:
        """The same amount at another time."""
        return Amount(
            self.indicator, self.unit, self.from_, self.to, self.named, self.parties, period, self.reporter
        )  # the most frequent of all: without a look at the fields


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """One cell as one or more reports give it with the same interval.

    cell tells cells apart (a hashable); of is the amount it is said of, base the one that it is told against; low and
    high are exact, None where open. reports are all who say it so.
    """

    cell: tuple[object, ...]
    measure: str
    of: Amount
    base: Amount | None
    low: Fraction | None
    high: Fraction | None
    value: Fraction
    reports: tuple[Cited, ...]

    @property
    def sources(self) -> frozenset[str]:
        """The documents that say it."""
        return frozenset(report.source for report in self.reports)


Units = Callable[[str, Amount], str]
"""The unit that levels of a series (an amount of no time and unit) are told in by a document, else by most; or ""."""


def statements(said: Iterable[tuple[Cited, Figure]], units: Units) -> tuple[Statement, ...]:
    """The statements that the actual figures make, sorted."""
    together: dict[tuple[object, ...], list[tuple[Cited, Figure]]] = defaultdict(list)
    for cited, figure in said:
        cell = cell_told(amount_of(cited, figure), cited.source, figure, units)
        if cell is not None:
            together[*cell, figure.quantity.low, figure.quantity.high].append((cited, figure))
    found = [_statement(key[:-2], told) for key, told in together.items()]
    return tuple(sorted(found, key=lambda one: (repr(one.cell), one.low or 0, one.high or 0)))


def cell_told(amount: Amount, source: str, figure: Figure, units: Units) -> tuple[object, ...] | None:
    """The cell that an actual figure of an amount fills; None for what is counted in no words, or of no unit, and for
    a rank of which it is not told whose it is in whose list.

    Forecasts and targets of different days may differ freely, so they neither agree nor clash. A growth or a multiple
    counts in the unit of the levels that it is told of: its document's, else the most common one.
    """
    if figure.status != "actual" or not figure.quantity.unit or (figure.indicator == "other" and not figure.what):
        return None
    if figure.measure == "rank" and not (figure.ranked and figure.ranked_in):
        return None
    base = _base(amount, figure)
    if base is not None and not amount.unit:
        unit = units(source, series_of(amount)) or units(source, series_of(base))
        amount, base = dataclasses.replace(amount, unit=unit), dataclasses.replace(base, unit=unit)
    return amount, figure.measure, base, tuple(figure_cell(figure)[6:9])


def series_of(amount: Amount) -> Amount:
    """The same at no time and of no unit."""
    return Amount(
        amount.indicator, "", amount.from_, amount.to, amount.named, amount.parties, "", amount.reporter
    )  # as in Amount.over


def is_level(figure: Figure) -> bool:
    """Whether it is a level that is told as it was."""
    return figure.measure == LEVEL and figure.status == "actual" and bool(figure.quantity.unit)


def units_of(said: Iterable[tuple[Cited, Figure]], usual: Iterable[tuple[Cited, Figure]]) -> Units:
    """The units that documents tell their levels in, and that most of the usual ones are told in."""
    known: dict[tuple[str, Amount], Counter[str]] = defaultdict(Counter)
    for source, told in (*((cited.source, (cited, figure)) for cited, figure in said), *(("", one) for one in usual)):
        if is_level(told[1]):
            known[source, series_of(amount_of(*told))][told[1].quantity.unit] += 1

    def unit(source: str, series: Amount) -> str:
        return most_common(known.get((source, series)) or known.get(("", series)) or Counter())

    return unit


def most_common(counts: Mapping[str, int]) -> str:
    """The most frequent of several, of equals the first by name; "" of none."""
    return min(counts, key=lambda name: (-counts[name], name), default="")


def _statement(cell: tuple[object, ...], told: list[tuple[Cited, Figure]]) -> Statement:
    figure = told[0][1]
    amount, measure, base = cell[0], cell[1], cell[2]
    assert isinstance(amount, Amount)
    low, high = ends(figure.quantity)
    if figure.reporter and measure == LEVEL and low is not None and high is not None:
        slack = abs(Fraction(figure.quantity.value)) * SLACK
        low, high = low - slack, high + slack
    return Statement(
        cell=cell,
        measure=str(measure),
        of=amount,
        base=base if isinstance(base, Amount) else None,
        low=low,
        high=high,
        value=Fraction(figure.quantity.value),
        reports=tuple(sorted((cited for cited, _ in told), key=lambda cited: cited.id)),
    )


def ends(quantity: Quantity) -> tuple[Fraction | None, Fraction | None]:
    """A quantity's interval, exactly."""
    low, high = quantity.low, quantity.high
    return None if low is None else Fraction(low), None if high is None else Fraction(high)


def amount_of(cited: Cited, figure: Figure) -> Amount:
    """The amount that a figure is said of. A growth against a base, or a share of a known whole, counts in the unit
    of its level, left open here; another share, a rank, or a growth against nothing named is an amount of its own."""
    known = _KNOWN.get((id(figure), cited.source))
    if known is None or known[0] is not figure:
        if len(_KNOWN) >= MOST_KNOWN:
            _KNOWN.clear()
        known = _KNOWN[id(figure), cited.source] = figure, _amount_of(cited, figure)
    return known[1]


MOST_KNOWN = 20_000  # figures: every check asks for the amounts of the same few again
_KNOWN: dict[tuple[int, str], tuple[Figure, Amount]] = {}


def _amount_of(cited: Cited, figure: Figure) -> Amount:
    subject, product, area, of, what = (str(name or "") for name in figure_cell(figure)[-5:])
    period = said_of(figure.period, cited)
    named: tuple[str, ...] = (subject, product, area, what, figure.rate or "")
    unit = figure.quantity.unit
    if (figure.measure in RELATIVE and _has_base(period, figure)) or whole_of(figure) is not None:
        unit = unit if figure.measure == "change" else ""
    elif figure.measure != LEVEL:
        named = (*named, figure.measure, of, figure.ranked or "", figure.ranked_in or "")
    return Amount(
        indicator=figure.indicator,
        unit=unit,
        from_=figure.from_ or "",
        to=figure.to or "",
        named=named,
        parties=figure.parties,
        period=period,
        reporter=reporter_of(figure),
    )


def said_of(period: str | None, cited: Cited) -> str:
    """A period as its document could mean it: no later than the day it was written.

    «2025» said in August is the year so far. An undated figure is of its document.
    """
    first, last = bounds(period)
    if not period or first is None or last is None:
        return f"undated {cited.source} {period or ''}".strip()
    written = bounds(cited.claim.published)
    if written[0] and written[0] == written[1] and first <= written[0] < last:
        return f"{first.isoformat()}/{written[0].isoformat()}"
    return period.rstrip("~?%")


def _has_base(period: str, figure: Figure) -> bool:
    """Whether a growth names what it is told against; that of a year so far does not, whatever year it names, nor one
    that names its own time."""
    whole = period == (figure.period or "").rstrip("~?%") != (figure.base_period or "").rstrip("~?%")
    return whole and bounds(figure.base_period)[0] is not None and bounds(figure.base_period)[1] is not None


def _base(amount: Amount, figure: Figure) -> Amount | None:
    whole = whole_of(figure)
    if whole is not None:
        named = ("",) * _NAMES
        return dataclasses.replace(amount, indicator=whole.indicator, from_=whole.from_, to=whole.to, named=named)
    if figure.measure not in RELATIVE or not figure.base_period or not _has_base(amount.period, figure):
        return None
    return amount.over(figure.base_period.rstrip("~?%"))
