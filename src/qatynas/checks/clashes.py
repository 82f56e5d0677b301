"""What clashes in a system, as findings: minimal sets with their sentences, and the smallest change that heals one.

Docs: docs/checks.md, «Arithmetic».
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from qatynas.checks.cells import SHARE, Statement
from qatynas.checks.speech import finding, joined
from qatynas.checks.system import Conflict, System, factor
from qatynas.checks.words import figure_name, number, rounded
from qatynas.model.finding import Change, Cited, Finding, Grade, Told

NAME = "arithmetic"
UNDATED = "undated"
MOST_LISTED = 100


def apart(found: list[Conflict]) -> list[tuple[Conflict, list[Conflict]]]:
    """Conflicts that share no cell, the smallest of what they hang together with, each with those that share one."""
    told: list[tuple[Conflict, list[Conflict]]] = []
    for one in found:
        mine = next((further for first, further in told if set(first) & set(one)), None)
        if mine is None:
            told.append((one, []))
        else:
            mine.append(one)
    return told


def members_of(system: System, conflict: Conflict) -> list[Statement]:
    """The statements of these cells."""
    return [one for cell in conflict for one in system.cells[cell]]


def clash_found(system: System, conflict: Conflict, further: list[Conflict], grade: Grade | None) -> Finding:
    """A finding of a conflict; further are the sets that hang together with it, of which MOST_LISTED are listed."""
    members = members_of(system, conflict)
    figures = joined("semicolon", *(figure_name(one.reports[0].claim) for one in members))
    heal, advice = _heal(system, conflict)
    listed = tuple(tuple(one.id for one in cited_by(members_of(system, other))) for other in further[:MOST_LISTED])
    return finding(
        NAME,
        grade or _grade(members),
        Told("clash", {"figures": figures}),
        cited_by(members),
        advice,
        heal=heal,
        further=listed,
        further_count=len(further),
    )


def _grade(members: Sequence[Statement]) -> Grade:
    """A document contradicts itself, unless two speakers do in it, or the times that they speak of are not told."""
    speakers = {report.claim.speaker for one in members for report in one.reports if report.claim.speaker}
    if len(speakers) > 1:
        return Grade.DIFFERENCE
    undated = any(one.of.period.startswith(UNDATED) for one in members)
    return Grade.DOUBT if undated else Grade.CONTRADICTION


def cited_by(members: Sequence[Statement], most: int | None = None) -> tuple[Cited, ...]:
    """The reports of statements, of each so many at most."""
    return tuple(sorted({r.id: r for one in members for r in one.reports[:most]}.values(), key=lambda r: r.id))


def _heal(system: System, conflict: Conflict) -> tuple[Change | None, Told]:
    """The one number whose smallest change, measured on the level that it makes, lets the rest be true."""
    best: tuple[Fraction, str, Change, Told] | None = None
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
        words = Told("would_have_to_be", {"figure": figure_name(report.claim), "number": number(needed[1])})
        if best is None or (change, report.id) < best[:2]:
            best = change, report.id, heal, words
    return (best[2], best[3]) if best else (None, Told("which_source"))


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
