"""What a ledger tells of trade: full years, parts of years and growths of parts, by whose statistics they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from qatynas.model.claim import Claim, Figure
from qatynas.model.finding import Finding
from qatynas.model.quantity import Quantity
from qatynas.outlook.months import YEAR, Months
from qatynas.outlook.values import Range, Rest
from qatynas.relations import Fact, Relationship
from qatynas.relations.dates import bounds

UNIT = "USD"
OPEN_END = 0.05  # how far a number told as «over» or «under» is taken to reach beyond itself


@dataclass(frozen=True, slots=True)
class Told:
    """January up to and with a month of a year (12: all of it), as one fact tells it.

    narrowed_by are the other claims that leave less of its interval than it says itself.
    """

    year: int
    months: int
    amount: Range
    rest: Rest
    published: str
    narrowed_by: tuple[Rest, ...] = ()


@dataclass(frozen=True, slots=True)
class Growth:
    """A part of a year against the same part of the year before: their ratio."""

    year: int
    months: int
    ratio: Range
    rest: Rest


@dataclass(frozen=True, slots=True)
class Statistics:
    """All that one reporter (None: the texts themselves) tells of one flow."""

    reporter: str | None
    years: tuple[Told, ...]
    parts: tuple[Told, ...]
    growths: tuple[Growth, ...]

    def year(self, year: int) -> Told | None:
        """A full year."""
        return next((told for told in self.years if told.year == year), None)

    def part(self, year: int, months: int) -> Told | None:
        """A part of a year."""
        return next((told for told in self.parts if (told.year, told.months) == (year, months)), None)


def rest_of(fact: Fact[Claim]) -> Rest:
    """A fact as something that a number rests on: the report that it is told by."""
    report = next((one for one in fact.reports if one.claim == fact.claim), fact.reports[0])
    return rest_of_claim(report.id, report.claim)


def rest_of_claim(id_: str, claim: Claim) -> Rest:
    """A claim with its document, and its cell in a table."""
    place = f", {claim.locator.sheet or ''} {claim.locator.cell}".replace("  ", " ") if claim.locator else ""
    return Rest(id_, claim.document + place, " ".join(claim.quote.split()))


def range_of(quantity: Quantity) -> Range:
    """A quantity's interval in floats; an open end is taken a twentieth beyond the number."""
    value = float(quantity.value)
    low = float(quantity.low) if quantity.low is not None else value - abs(value) * OPEN_END
    high = float(quantity.high) if quantity.high is not None else value + abs(value) * OPEN_END
    return Range(value, min(low, value), max(high, value))


def statistics(
    relationship: Relationship,
    indicator: str,
    from_: str | None = None,
    to: str | None = None,
    findings: Sequence[Finding] = (),
) -> tuple[Statistics, ...]:
    """What is told of a flow in dollars, all goods and regions together: those with the most parts of years first.

    findings are those of the checks: what they leave of an interval counts where it is less than what is told.
    """
    left = _left(findings, indicator, from_)
    by: dict[str | None, list[Fact[Figure]]] = defaultdict(list)
    for fact in figures(relationship, indicator):
        if (fact.claim.from_, fact.claim.to) == (from_, to) and fact.claim.status == "actual":
            by[fact.claim.reporter].append(fact)
    found = [_statistics(reporter, facts, {} if reporter else left) for reporter, facts in by.items()]
    return tuple(sorted(found, key=_by_newest_part))


def _by_newest_part(one: Statistics) -> tuple[int, int, str]:
    newest = max(((told.year, told.months) for told in one.parts), default=(0, 0))
    return -newest[0] * YEAR - newest[1], -len(one.years), one.reporter or ""


def figures(relationship: Relationship, indicator: str) -> Iterator[Fact[Figure]]:
    """Facts of an indicator about all goods and regions."""
    for fact in relationship.of_kind("figure"):
        claim = fact.claim
        if not isinstance(claim, Figure) or claim.indicator != indicator:
            continue
        if not any((claim.product, claim.area, claim.subject, claim.rate, claim.of)):
            yield fact  # type: ignore[misc]


Left = Mapping[tuple[int, int], tuple[float, float, tuple[Rest, ...]]]
"""By year and months: the ends that checks leave, and the claims that do so."""


def _left(findings: Iterable[Finding], indicator: str, from_: str | None) -> Left:
    """What checks leave of a flow's amounts; the claims that they cite are true then, so it holds for all of them."""
    found: dict[tuple[int, int], tuple[float, float, tuple[Rest, ...]]] = {}
    for finding in findings:
        for one in finding.narrowed:
            span = span_of(one.period)
            stated = one.stated_low is not None or one.stated_high is not None
            if (one.indicator, one.from_ or None, one.unit) != (indicator, from_, UNIT) or not (span and stated):
                continue
            if one.low is not None and one.high is not None:
                rests = tuple(rest_of_claim(cited.id, cited.claim) for cited in finding.cited)
                found[span] = float(one.low), float(one.high), rests
    return found


def _narrow(told: Told, left: Left) -> Told:
    """An amount with what is left of it, where that lies within what was told (of two sources it is that of one)."""
    low, high, rests = left.get((told.year, told.months), (0.0, 0.0, ()))
    was = told.amount
    if not rests or not (was.low <= low <= high <= was.high) or (low, high) == (was.low, was.high):
        return told
    others = tuple(rest for rest in rests if rest != told.rest)
    return replace(told, amount=Range(min(max(was.value, low), high), low, high), narrowed_by=others)


def _statistics(reporter: str | None, facts: Iterable[Fact[Figure]], left: Left) -> Statistics:
    newest: dict[tuple[int, int], Told] = {}
    growths = []
    yearly = []
    for fact in facts:
        claim = fact.claim
        span = span_of(claim.period)
        if span is None or _told_before_its_end(claim):
            continue
        year, months = span
        if claim.measure == "level" and claim.quantity.unit == UNIT and claim.quantity.value > 0:
            told = Told(year, months, range_of(claim.quantity), rest_of(fact), claim.edition or claim.published or "")
            if (year, months) not in newest or told.published >= newest[year, months].published:
                newest[year, months] = told
        elif claim.measure in ("growth", "multiple"):
            told_growth = Growth(year, months, _ratio(claim), rest_of(fact))
            if told_growth.ratio.value <= 0:  # a fall by all or more is misread
                continue
            if months < YEAR:
                growths.append(told_growth)
            elif claim.base_period in (None, str(year - 1)):
                yearly.append(told_growth)
    newest = {key: _narrow(told, left) for key, told in newest.items()}
    newest |= _derived(newest, yearly)
    ordered = [newest[key] for key in sorted(newest)]
    return Statistics(
        reporter,
        tuple(told for told in ordered if told.months == YEAR),
        tuple(told for told in ordered if told.months < YEAR),
        tuple(sorted(growths, key=lambda one: (one.year, one.months, one.rest.id))),
    )


def _told_before_its_end(claim: Figure) -> bool:
    """Whether a period was not over when its number was told: «2025» said in August is some part of it."""
    last, written = bounds(claim.period)[1], bounds(claim.published)[1]
    return bool(last and written and written < last)


def _derived(known: dict[tuple[int, int], Told], growths: list[Growth]) -> dict[tuple[int, int], Told]:
    """Full years that nobody tells, where the year after is told with its growth: as wide as both allow."""
    found = {}
    for growth in growths:
        after, before = known.get((growth.year, YEAR)), (growth.year - 1, YEAR)
        if after and before not in known and growth.ratio.low > 0:
            one, ratio = after.amount, growth.ratio
            amount = Range(one.value / ratio.value, one.low / ratio.high, one.high / ratio.low)
            found[before] = Told(before[0], YEAR, amount, growth.rest, after.published)
    return found


def _ratio(claim: Figure) -> Range:
    told = range_of(claim.quantity)
    if claim.measure == "multiple":
        return told
    return Range(1 + told.value / 100, 1 + told.low / 100, 1 + told.high / 100)


def span_of(period: str | None) -> tuple[int, int] | None:
    """The year and how many months from January on a period spans in it; None for another."""
    first, last = bounds(period)
    if first is None or last is None or first.year != last.year or (first.month, first.day) != (1, 1):
        return None
    return (first.year, last.month) if last.day >= 28 else None


def months_of(one: Statistics, relationship: Relationship, indicator: str) -> Months | None:
    """A monthly series out of claims, where every month from a January on is told by this reporter without a gap."""
    known: dict[tuple[int, int], Fact[Figure]] = {}
    for fact in figures(relationship, indicator):
        claim = fact.claim
        first, last = bounds(claim.period)
        level = (claim.measure, claim.status, claim.quantity.unit) == ("level", "actual", UNIT)
        a_month = first and last and (first.year, first.month) == (last.year, last.month) and (last - first).days >= 27
        if level and claim.reporter == one.reporter and first and a_month:
            known[first.year, first.month] = fact
    start = min((key for key in known if key[1] == 1), default=None)
    if start is None:
        return None
    values, rests = [], []
    year, month = start
    while (year, month) in known:
        values.append(float(known[year, month].claim.quantity.value))
        rests.append(rest_of(known[year, month]))
        year, month = (year, month + 1) if month < YEAR else (year + 1, 1)
    if len(values) != len([key for key in known if key >= start]) or len(values) <= YEAR:
        return None
    return Months(f"monthly figures of {one.reporter or 'the texts'}", start, tuple(values), tuple(rests))
