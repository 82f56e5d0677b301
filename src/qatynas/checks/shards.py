"""Which claims can meet in one finding: checks across texts may be asked of each such shard of the claims by itself.

A check finds in a shard what it finds there among all claims, so that findings can be kept up shard by shard.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from qatynas.checks.between import differences, family_of
from qatynas.checks.cells import Amount, Units, cell_told, is_level
from qatynas.checks.courses import counts, lasting
from qatynas.checks.dates import AFTER, acts
from qatynas.checks.mirror import mirror, sides
from qatynas.checks.scope import scope, whole_told
from qatynas.checks.view import View
from qatynas.model.claim import Agreement, Figure
from qatynas.model.finding import Cited, Finding
from qatynas.relations.dates import bounds
from qatynas.relations.names import title_key

Check = Callable[[View], Iterator[Finding]]
Place = tuple[object, str]
"""What the claims of a shard share, and the role of a claim in it."""


@dataclass(frozen=True, slots=True)
class Sharded:
    """A check with the shard that a claim (with the amount that it is said of, for figures) is in, None for one that it
    does not look at.

    A shard in which one of these roles is missing finds nothing.
    """

    check: Check
    place: Callable[[Cited, Amount | None, Units], Place | None]
    roles: frozenset[str] = frozenset()


def offices(view: View) -> Iterator[Finding]:
    """Both sides' statistics beside each other and beside what texts tell."""
    yield from mirror(view)
    yield from sides(view)


def _cell(cited: Cited, amount: Amount | None, units: Units) -> Place | None:
    claim = cited.claim
    cell = cell_told(amount, cited.source, claim, units) if isinstance(claim, Figure) and amount else None
    return None if cell is None else (cell, "")


def _scope(cited: Cited, amount: Amount | None, units: Units) -> Place | None:
    claim = cited.claim
    whole = whole_told(amount, claim) if isinstance(claim, Figure) and amount else None
    if whole is None:
        return None
    return whole, "whole" if amount is not None and whole.named == amount.named else "part"


def _offices(cited: Cited, amount: Amount | None, units: Units) -> Place | None:
    claim = cited.claim
    if not isinstance(claim, Figure) or amount is None or not is_level(claim):
        return None
    key = (family_of(amount.indicator), amount.unit, amount.parties, amount.named, amount.period)
    return key, "office" if claim.reporter in claim.parties else ""


def _count(cited: Cited, amount: Amount | None, units: Units) -> Place | None:
    claim = cited.claim
    if not isinstance(claim, Figure) or amount is None or lasting(claim) is None:
        return None
    return amount.over(""), ""


def _act(cited: Cited, amount: Amount | None, units: Units) -> Place | None:
    claim = cited.claim
    if not isinstance(claim, Agreement) or not claim.title or claim.status != "done" or not bounds(claim.date)[0]:
        return None
    return str(title_key(claim.title)), "later" if claim.act in AFTER else ""


SHARDED: dict[str, Sharded] = {
    "cells": Sharded(differences, _cell),
    "scope": Sharded(scope, _scope, frozenset({"whole", "part"})),
    "offices": Sharded(offices, _offices, frozenset({"office"})),
    "counts": Sharded(counts, _count),
    "acts": Sharded(acts, _act, frozenset({"later"})),
}
"""The checks across texts of which a shard holds all claims; those of sessions, trends and promises look at the
outermost of a shard, or at years (kept_*.py)."""
