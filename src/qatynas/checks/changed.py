"""Quotes whose document has changed: what an earlier version said and the present one does not.

Docs: docs/checks.md, «Quotes whose document has changed».
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from qatynas.checks.speech import dated, finding
from qatynas.model.claim import Claim
from qatynas.model.finding import Cited, Finding, Gaps, Grade, Told
from qatynas.relations.keys import fact_key

NAME = "changed"


@dataclass(frozen=True, slots=True)
class Replaced:
    """A document whose path has had other bytes: since when (ISO) it has the present ones, what earlier versions said,
    and what the present one says."""

    path: str
    since: str
    earlier: tuple[Cited, ...]
    present: tuple[Claim, ...]


def changed(documents: Iterable[Replaced]) -> Iterator[Finding]:
    """Claims of earlier versions that the present one does not make in any words: one finding a document.

    Docs: docs/checks.md, «Quotes whose document has changed».
    """
    for one in documents:
        present = {fact_key(claim) for claim in one.present}
        gone = {fact_key(cited.claim): cited for cited in one.earlier if fact_key(cited.claim) not in present}
        if gone:
            gaps: Gaps = {"path": one.path, "since": dated(one.since[:10])}
            told = Told("one_gone" if len(gone) == 1 else "several_gone", {**gaps, "count": str(len(gone))})
            cited = tuple(sorted(gone.values(), key=lambda cited: cited.id))
            yield finding(NAME, Grade.DOUBT, told, cited, Told("corrected_or_other"))
