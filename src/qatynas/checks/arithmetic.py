"""The arithmetic: which figures cannot all be true, by how little they miss, and what is left of those that can.

Docs: docs/checks.md, «Arithmetic».
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from qatynas.checks.cells import LEVEL, SHARE, Amount, Statement, statements
from qatynas.checks.system import Conflict, System, components, conflicts, factor
from qatynas.checks.view import View
from qatynas.checks.words import amount_name, figure_name, interval, number, outward, rounded
from qatynas.model.claim import Figure
from qatynas.model.finding import Change, Cited, Finding, Grade, Narrowed

NAME = "arithmetic"
UNDATED = "undated"
MOST_LISTED = 100
MOST_NUMBERS = 20  # numbers of one cell that a finding tells; of more the least and the largest
MOST_REPORTS = 20  # texts that it cites for each
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
        for said in components(statements(by_text[text])):
            if len(said) > 1:
                yield from _of_document(view, said)


def between(view: View) -> Iterator[Finding]:
    """What documents say against each other.

    Docs: docs/checks.md, «Arithmetic».
    """
    for said in components(statements(view.figures())):
        if len({view.texts.get(source, source) for one in said for source in one.sources}) > 1:
            yield from _between(said)


def arithmetic(view: View) -> Iterator[Finding]:
    """Both."""
    yield from within(view)
    yield from between(view)


def _of_document(view: View, said: list[Statement]) -> Iterator[Finding]:
    """What one document says: contradictions where it has some, else what is left of its figures.

    Where it gives one cell twice, it may quote two sources; then each passage is looked at by itself as well.
    """
    system = System(said)
    found = [one for one in conflicts(system) if not _may_be_parts(_members(system, one))]
    if not found:
        yield from _left(system, said)
    quoted = [one for one in found if len(one) == 1 and _in_passages_apart(view, system.cells[one[0]])]
    if len(quoted) >= TWO_SOURCES:
        yield _two_sources(system, quoted)
        found = [one for one in found if not any(set(cell) <= set(one) for cell in quoted)]
    for first, further in _apart(found):
        yield _clash(system, first, further, None)
    if quoted:
        yield from _of_passages(view, said)


def _in_passages_apart(view: View, members: Sequence[Statement]) -> bool:
    """Whether no passage gives two of these numbers."""
    places = [(report.source, view.passage(report)) for one in members for report in one.reports]
    return len(set(places)) == len(places)


def _two_sources(system: System, quoted: Sequence[Conflict]) -> Finding:
    """One finding of a text whose passages differ in several numbers: it quotes sources that differ."""
    members = _members(system, tuple(cell for one in quoted for cell in one))
    told = "; ".join(
        " against ".join(dict.fromkeys(figure_name(one.reports[0].claim) for one in system.cells[cell]))
        for one in quoted
        for cell in one
    )
    sets = tuple(tuple(one.id for one in _cited(_members(system, conflict))) for conflict in quoted)
    return Finding(
        NAME,
        Grade.DIFFERENCE,
        f"two passages of one text differ in {len(quoted)} numbers: {told}",
        _cited(members),
        "which sources does it quote, and of which edition are they?",
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
        for first, further in _apart([one for one in conflicts(system) if len(one) > 1]):
            yield _clash(system, first, further, None)


def _apart(found: list[Conflict]) -> list[tuple[Conflict, list[Conflict]]]:
    """Conflicts that share no cell, the smallest of what they hang together with, each with those that share one."""
    told: list[tuple[Conflict, list[Conflict]]] = []
    for one in found:
        mine = next((further for first, further in told if set(first) & set(one)), None)
        if mine is None:
            told.append((one, []))
        else:
            mine.append(one)
    return told


def _members(system: System, conflict: Conflict) -> list[Statement]:
    return [one for cell in conflict for one in system.cells[cell]]


def _may_be_parts(members: Sequence[Statement]) -> bool:
    """Whether numbers that clash are likely to count different things: undated ones may be of different days, and of
    freight, people, water or cars a text often tells the whole and then a part, without a word that the cell keeps."""
    if any(one.measure != LEVEL for one in members) or len({one.of.over("") for one in members}) > 1:
        return False
    if any(one.of.period.startswith(UNDATED) for one in members):
        return True
    values = sorted(abs(one.value) for one in members)
    return not members[0].of.indicator.startswith(SETTLED) and values[-1] > PART * values[0]


def _grade(members: Sequence[Statement]) -> Grade:
    """A document contradicts itself, unless two speakers do in it, or the times that they speak of are not told."""
    speakers = {report.claim.speaker for one in members for report in one.reports if report.claim.speaker}
    if len(speakers) > 1:
        return Grade.DIFFERENCE
    undated = any(one.of.period.startswith(UNDATED) for one in members)
    return Grade.DOUBT if undated else Grade.CONTRADICTION


def _between(said: list[Statement]) -> Iterator[Finding]:
    """What documents say against each other: first cell by cell, then what no choice among their numbers can heal."""
    cells: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for one in said:
        cells[one.cell].append(one)
    for members in cells.values():
        if len(members) > 1 and not _all_meet(members) and _several(members):
            yield _difference(members)
    system = System([_hull(members) for members in cells.values()])
    found = [one for one in conflicts(system) if _several(_members(system, one))]
    for first, further in _apart(found):
        yield _clash(system, first, further, Grade.DIFFERENCE)


def _several(members: Sequence[Statement]) -> bool:
    """Whether they are from several documents, so that no single one of them has all of it."""
    return not frozenset.intersection(*(one.sources for one in members))


def _all_meet(members: Sequence[Statement]) -> bool:
    lows = [one.low for one in members if one.low is not None]
    highs = [one.high for one in members if one.high is not None]
    return not lows or not highs or max(lows) <= min(highs)


def _hull(members: list[Statement]) -> Statement:
    """One statement that is as wide as all of a cell's together."""
    lows, highs = [one.low for one in members], [one.high for one in members]
    return dataclasses.replace(
        members[0],
        low=None if None in lows else min(low for low in lows if low is not None),
        high=None if None in highs else max(high for high in highs if high is not None),
        reports=tuple(sorted({r.id: r for one in members for r in one.reports}.values(), key=lambda r: r.id)),
    )


def _difference(members: list[Statement]) -> Finding:
    ordered = sorted(members, key=lambda one: (one.value, one.low or 0, one.high or 0))
    least, most = ordered[0].value, ordered[-1].value
    left_out = len(ordered) - MOST_NUMBERS
    if left_out > 0:  # those in the middle
        ordered = [*ordered[: MOST_NUMBERS // 2], *ordered[-(MOST_NUMBERS // 2) :]]
    told = " against ".join(
        f"{interval(one.low, one.high)} in {len(one.sources)} text{'s' if len(one.sources) > 1 else ''}"
        for one in ordered
    )
    told += f", and {left_out} numbers between" if left_out > 0 else ""
    measure = "" if ordered[0].measure == LEVEL else f"{ordered[0].measure} of "
    return Finding(
        NAME,
        Grade.DIFFERENCE,
        f"{measure}{amount_name(ordered[0].of)}: {told}",
        _cited(ordered, MOST_REPORTS),
        "are they of one edition, one side's statistics, one scope?",
        ratio=rounded(most / least, 4) if least > 0 else None,
    )


def _clash(system: System, conflict: Conflict, further: list[Conflict], grade: Grade | None) -> Finding:
    """A finding of a conflict; further are the sets that hang together with it, of which MOST_LISTED are listed."""
    members = _members(system, conflict)
    told = "; ".join(dict.fromkeys(figure_name(one.reports[0].claim) for one in members))
    heal, words = _heal(system, conflict)
    listed = tuple(tuple(one.id for one in _cited(_members(system, other))) for other in further[:MOST_LISTED])
    return Finding(
        NAME,
        grade or _grade(members),
        f"cannot all be true: {told}",
        _cited(members),
        words,
        heal=heal,
        further=listed,
        further_count=len(further),
    )


def _cited(members: Sequence[Statement], most: int | None = None) -> tuple[Cited, ...]:
    """The reports of statements, of each so many at most."""
    return tuple(sorted({r.id: r for one in members for r in one.reports[:most]}.values(), key=lambda r: r.id))


def _heal(system: System, conflict: Conflict) -> tuple[Change | None, str]:
    """The one number whose smallest change, measured on the level that it makes, lets the rest be true."""
    best: tuple[Fraction, str, Change, str] | None = None
    for cell in conflict:
        rest = set(conflict) - {cell}
        if len(system.cells[cell]) > 1 or system.clash(rest) is not None:
            continue
        one = system.cells[cell][0]
        needed = _nearest(one, *_allowed(system, one, rest))
        if needed is None:
            continue
        was, now = (factor(one.measure, end) if one.base and one.measure != "change" else end for end in needed)
        change = abs(now / was - 1) if was else abs(now - was)
        report = one.reports[0]
        heal = Change(report.id, rounded(one.value), rounded(needed[1]))
        words = f"{figure_name(report.claim)} would have to be {number(needed[1])}"
        if best is None or (change, report.id) < best[:2]:
            best = change, report.id, heal, words
    return (best[2], best[3]) if best else (None, "which of them is of another source, scope or edition?")


def _allowed(system: System, one: Statement, rest: set[int]) -> tuple[Fraction | None, Fraction | None]:
    """What the others leave to the number of a statement; for a growth the quotient of what they leave to its ends."""
    low, high = system.room(one.of, rest)
    if one.base is None:
        return low, high
    base_low, base_high = system.room(one.base, rest)
    if one.measure == "change":
        least = None if low is None or base_high is None else low - base_high
        most = None if high is None or base_low is None else high - base_low
        return least, most
    least = None if low is None or not base_high else low / base_high
    most = None if high is None or not base_low else high / base_low
    if one.measure == "growth":
        return (None if least is None else (least - 1) * 100), (None if most is None else (most - 1) * 100)
    if one.measure == SHARE:
        return (None if least is None else least * 100), (None if most is None else most * 100)
    return least, most


def _nearest(one: Statement, low: Fraction | None, high: Fraction | None) -> tuple[Fraction, Fraction] | None:
    """The end of a statement's interval that is nearest to what is allowed, and the allowed end to move it to."""
    if low is not None and one.high is not None and one.high < low:
        return one.high, low
    if high is not None and one.low is not None and one.low > high:
        return one.low, high
    return None


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
        narrowed = tuple(found for amount in amounts if (found := _narrowed(system, amount, stated)))
        if sums or any(_is_telling(one) for one in narrowed):
            says = "; ".join([*sums, *(_told(one) for one in narrowed if _is_telling(one))])
            yield Finding(NAME, Grade.CONSISTENT, f"all can be true: {says}", _cited(group), narrowed=narrowed)


def _chains(system: System, said: list[Statement]) -> Iterator[tuple[list[Statement], set[Amount], list[str]]]:
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
        told = [f"{law.says} ({amount_name(law.terms[0][0])})" for law in sums if law.terms[0][0] in group]
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
    return Narrowed(amount_name(amount), LEVEL, amount.unit, period, *outer, *before, *plain)


def _is_telling(one: Narrowed) -> bool:
    """Whether it is worth a reader's time: two ends near each other, or an interval that lost a tenth of its width."""
    if one.low is None or one.high is None:
        return False
    if one.stated_low is None or one.stated_high is None:
        return Fraction(one.high) <= NEAR * Fraction(one.low)
    return Fraction(one.high - one.low) <= LEFT * Fraction(one.stated_high - one.stated_low)


def _told(one: Narrowed) -> str:
    low, high = (None if end is None else Fraction(end) for end in (one.low, one.high))
    kind = "is" if one.stated_low is not None or one.stated_high is not None else "follows:"
    return f"{one.name} {kind} {interval(low, high)} {one.unit}"
