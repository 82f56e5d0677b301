"""What no other source repeats. Told only where it is asked for: in a small ledger nearly everything is.

Docs: docs/checks.md, «What no other source repeats».
"""

from __future__ import annotations

from collections.abc import Iterator

from qatynas.checks.speech import coded, finding
from qatynas.checks.view import View
from qatynas.checks.words import figure_name
from qatynas.model.claim import Claim
from qatynas.model.finding import Cited, Finding, Grade, Told
from qatynas.relations.values import Fact

NAME = "alone"

# Kinds of which several sources may be expected to write; an opinion or a promise is its author's own.
EXPECTED = frozenset({"figure", "agreement", "meeting", "project", "award", "aid", "relation", "body"})


def alone(view: View) -> Iterator[Finding]:
    """Facts that one text tells, reprints counted once, and no table or record: each with its sentence.

    Docs: docs/checks.md, «What no other source repeats».
    """
    found = view.relationship
    if len({source.text for source in found.sources.values() if source.claims}) < 2:
        return
    for fact in found.facts:
        if fact.claim.kind in EXPECTED and len(found.texts_of(fact)) == 1:
            yield from alone_told(fact)


def alone_told(fact: Fact[Claim]) -> Iterator[Finding]:
    """The finding of a fact that one text tells; none for a row of a table or a record."""
    claim, report = fact.claim, fact.reports[0]
    if claim.locator is None:
        told = Told("nobody_repeats", {"kind": coded("kinds", claim.kind), "claim": figure_name(claim)})
        cited = (Cited(report.id, report.source, report.claim),)
        yield finding(NAME, Grade.ALONE, told, cited, Told("another_source"))
