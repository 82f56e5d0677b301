"""The arithmetic of one text: which of its figures cannot all be true, by how little they miss, and what is left of
those that can.

Docs: docs/checks.md, «Arithmetic».
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from qatynas.checks.cells import LEVEL, Amount, Statement, statements, units_of
from qatynas.checks.clashes import MOST_LISTED, NAME, UNDATED, apart, cited_by, clash_found, members_of
from qatynas.checks.laws import Law
from qatynas.checks.speech import coded, finding, joined, say
from qatynas.checks.system import Conflict, System, components, conflicts
from qatynas.checks.view import View
from qatynas.checks.words import amount_name, figure_name, interval, outward
from qatynas.model.claim import Figure
from qatynas.model.finding import Cited, Finding, Grade, Narrowed, Told

WHOLE = ("count", "person")  # units that come in whole numbers

# Indicators whose cell says all of what is counted, and how much larger than another a number of the rest may be before
# the smaller is taken for a part of it. Tuned on the twelve labelled articles and 36 items; above 1.25 all were parts.
SETTLED = ("trade.turnover", "trade.export", "trade.import", "investment.")
PART = Fraction(5, 4)

TWO_SOURCES = 2  # cells in which passages of one text must differ to be taken for two sources

# An amount that only follows is told where its ends are this near, a stated one where this much of its width is left.
NEAR = Fraction(3, 2)
LEFT = Fraction(9, 10)


def within(view: View) -> Iterator[Finding]:
    """Contradictions inside a text, and the intervals that its figures leave each other.

    Docs: docs/checks.md, «Arithmetic».
    """
    by_text: dict[str, list[tuple[Cited, Figure]]] = defaultdict(list)
    for cited, figure in view.figures():
        by_text[view.texts.get(cited.source, cited.source)].append((cited, figure))
    for text in sorted(by_text):
        parts = components(statements(by_text[text], units_of(by_text[text], by_text[text])))
        yield from _of_text(view, [_solved(said, known) for said, known in parts if len(said) > 1])


@dataclass(frozen=True, slots=True)
class _Part:
    """Figures of a text that hang together, with what clashes among them."""

    said: list[Statement]
    system: System
    found: list[Conflict]


def _solved(said: list[Statement], known: tuple[Law, ...]) -> _Part:
    system = System(said, known)
    return _Part(said, system, [one for one in conflicts(system) if not _may_be_parts(members_of(system, one))])


def _of_text(view: View, parts: Sequence[_Part]) -> Iterator[Finding]:
    """What one text says: contradictions where it has some, else what is left of its figures.

    Where its passages give several cells otherwise, it quotes two sources; then each passage is looked at by itself.
    """
    quoted = [[one for one in part.found if _is_quoted(view, part.system, one)] for part in parts]
    has_two = sum(map(len, quoted)) >= TWO_SOURCES
    if has_two:
        yield _two_sources([(part.system, one) for part, mine in zip(parts, quoted, strict=True) for one in mine])
    for part, mine in zip(parts, quoted, strict=True):
        found = part.found
        if not found:
            yield from _left(part.system, part.said)
        if has_two:
            found = [one for one in found if not any(set(cell) <= set(one) for cell in mine)]
        for first, further in apart(found):
            yield clash_found(part.system, first, further, None)
        if mine:
            yield from _of_passages(view, part.said)


def _is_quoted(view: View, system: System, conflict: Conflict) -> bool:
    """Whether one cell alone clashes, and no passage gives two of its numbers."""
    return len(conflict) == 1 and _in_passages_apart(view, system.cells[conflict[0]])


def _in_passages_apart(view: View, members: Sequence[Statement]) -> bool:
    """Whether no passage gives two of these numbers."""
    places = [(report.source, view.passage(report)) for one in members for report in one.reports]
    return len(set(places)) == len(places)


def _two_sources(quoted: Sequence[tuple[System, Conflict]]) -> Finding:
    """One finding of a text whose passages differ in several numbers: it quotes sources that differ."""
    cells = [members_of(system, conflict) for system, conflict in quoted]
    told = [joined("against", *(figure_name(one.reports[0].claim) for one in members)) for members in cells]
    sets = tuple(tuple(one.id for one in cited_by(members)) for members in cells)
    return finding(
        NAME,
        Grade.DIFFERENCE,
        Told("two_sources", {"count": str(len(quoted)), "numbers": joined("semicolon", *told)}),
        cited_by([one for members in cells for one in members]),
        Told("which_editions"),
        further=sets[:MOST_LISTED],
        further_count=len(sets),
    )


def _of_passages(view: View, said: list[Statement]) -> Iterator[Finding]:
    """What single passages say that cannot be, beside cells that are told twice."""
    passages: dict[tuple[str, int], list[Statement]] = defaultdict(list)
    for one in said:
        for place in sorted({(report.source, view.passage(report)) for report in one.reports}):
            mine = tuple(report for report in one.reports if (report.source, view.passage(report)) == place)
            passages[place].append(dataclasses.replace(one, reports=mine))
    for place in sorted(passages):
        system = System(passages[place])
        for first, further in apart([one for one in conflicts(system) if len(one) > 1]):
            yield clash_found(system, first, further, None)


def _may_be_parts(members: Sequence[Statement]) -> bool:
    """Whether numbers that clash are likely to count different things: undated ones may be of different days, and of
    freight, people, water or cars a text often tells the whole and then a part, without a word that the cell keeps."""
    if any(one.measure != LEVEL for one in members) or len({one.of.over("") for one in members}) > 1:
        return False
    if any(one.of.period.startswith(UNDATED) for one in members):
        return True
    values = sorted(abs(one.value) for one in members)
    return not members[0].of.indicator.startswith(SETTLED) and values[-1] > PART * values[0]


def _left(system: System, said: list[Statement]) -> Iterator[Finding]:
    """What is left of the amounts that hang together by growth or by sums, where that is less than is stated."""
    if system.clash(system.cells) is not None:
        return
    stated: dict[Amount, tuple[Fraction | None, Fraction | None]] = {}
    for one in said:
        if one.base is None:
            low, high = stated.get(one.of, (None, None))
            lows = [end for end in (low, one.low) if end is not None]
            highs = [end for end in (high, one.high) if end is not None]
            stated[one.of] = max(lows, default=None), min(highs, default=None)
    for group, linked, sums in _chains(system, said):
        amounts = sorted(linked)
        narrowed = [(amount, found) for amount in amounts if (found := _narrowed(system, amount, stated))]
        telling = [_told(amount, one) for amount, one in narrowed if _is_telling(one)]
        if sums or telling:
            told = Told("consistent", {"parts": joined("semicolon", *sums, *telling)})
            left = tuple(one for _, one in narrowed)
            yield finding(NAME, Grade.CONSISTENT, told, cited_by(group), narrowed=left)


def _chains(system: System, said: list[Statement]) -> Iterator[tuple[list[Statement], set[Amount], list[Told]]]:
    """Statements linked by growths and by sums, their amounts, and in words the sums of which every part is stated."""
    levels = {one.of for one in said if one.base is None}
    prose = {one.of for one in said if any(report.claim.locator is None for report in one.reports)}
    sums = [law for law in system.laws if law.high == law.low]
    sums = [law for law in sums if any(amount in prose for amount, _ in law.terms)]  # an office's own table adds up
    nearly = [law for law in sums if sum(amount not in levels for amount, _ in law.terms) == 1]  # one of them follows
    sums = [law for law in sums if all(amount in levels for amount, _ in law.terms)]
    links: list[set[Amount | None]] = [{one.of, one.base} for one in said if one.base is not None]
    links += [{amount for amount, _ in law.terms} for law in (*sums, *nearly)]
    groups: list[set[Amount | None]] = []
    for link in links:
        merged: set[Amount | None] = set(link)
        for group in [group for group in groups if group & link]:
            merged |= group
            groups.remove(group)
        groups.append(merged)
    for group in sorted(groups, key=lambda g: repr(sorted(g, key=repr))):
        members = [one for one in said if one.of in group]
        told = [
            Told("adds_up", {"law": Told(law.says), "amount": amount_name(law.terms[0][0])})
            for law in sums
            if law.terms[0][0] in group
        ]
        if len(members) > 1:
            yield members, {amount for amount in group if amount is not None}, told


def _narrowed(
    system: System, amount: Amount, stated: dict[Amount, tuple[Fraction | None, Fraction | None]]
) -> Narrowed | None:
    """What is left of an amount, None where that is all that was stated or where nothing bounds it."""
    low, high = system.room(amount, system.cells)
    was = stated.get(amount, (None, None))
    if (low, high) == was or low is None or (high is None and amount not in stated):
        return None
    if amount.unit in WHOLE:
        low, high = Fraction(floor(low)), None if high is None else Fraction(ceil(high))
    outer = outward(low, high)
    period = None if amount.period.startswith(UNDATED) else amount.period
    before: tuple[Decimal | None, Decimal | None] = outward(*was)
    whole = not any((*amount.named, amount.reporter))
    plain = (amount.indicator, amount.from_) if whole else ("", "")
    return Narrowed(say(amount_name(amount)), LEVEL, amount.unit, period, *outer, *before, *plain)


def _is_telling(one: Narrowed) -> bool:
    """Whether it is worth a reader's time: two ends near each other, or an interval that lost a tenth of its width."""
    if one.low is None or one.high is None:
        return False
    if one.stated_low is None or one.stated_high is None:
        return Fraction(one.high) <= NEAR * Fraction(one.low)
    return Fraction(one.high - one.low) <= LEFT * Fraction(one.stated_high - one.stated_low)


def _told(amount: Amount, one: Narrowed) -> Told:
    low, high = (None if end is None else Fraction(end) for end in (one.low, one.high))
    kind = "stays" if one.stated_low is not None or one.stated_high is not None else "follows"
    unit = coded("units", one.unit)
    return Told(kind, {"amount": amount_name(amount), "interval": interval(low, high), "unit": unit})
