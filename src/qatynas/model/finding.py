"""What a check found: a frozen value with its grade, its sentences and what would settle it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from qatynas.model.claim import Claim


class Grade(StrEnum):
    """How much a finding weighs, heaviest first."""

    CONTRADICTION = "contradiction"  # one document says what cannot all be true
    SLIP = "slip"  # a value that looks mistyped: of another power of ten, of an impossible day
    DIFFERENCE = "difference"  # sources, sides or vintages differ
    DOUBT = "doubt"  # possible, and worth a second look
    CONSISTENT = "consistent"  # all of it can be true; narrowed says what is left of each interval
    ALONE = "alone"  # no other source repeats it; told only where it is asked for

    @property
    def weight(self) -> int:
        """0 for the heaviest."""
        return list(Grade).index(self)


@dataclass(frozen=True, slots=True)
class Cited:
    """A claim that a finding rests on: its id, its document's sha256, and the claim, whose quote is the sentence."""

    id: str
    source: str
    claim: Claim


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What is left of a figure's interval once everything cited is true.

    name says which figure in words. low and high are rounded outward to seven digits; stated_low and stated_high
    are the interval as its statements have it, both None where nobody states the figure and it only
    follows from others. indicator and from_ (the side it leaves) are given where it is of the whole and of no office's
    own statistics.
    """

    name: str
    measure: str
    unit: str
    period: str | None
    low: Decimal | None
    high: Decimal | None
    stated_low: Decimal | None = None
    stated_high: Decimal | None = None
    indicator: str = ""
    from_: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """The smallest change of one number that would heal a contradiction.

    claim is the claim's id, stated its number, needed the nearest that the others allow.
    """

    claim: str
    stated: Decimal
    needed: Decimal


Gaps = Mapping[str, "str | Told | tuple[Told, ...]"]
"""What stands in the gaps of a wording, by their names."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence before it is put into words: the key of its wording, and what stands in its gaps, by their names.

    A gap holds words as they are, another Told, or several. checks/speech.py puts it into the words of a language.
    """

    key: str
    gaps: Gaps = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found.

    check is its name (docs/checks.md has a section for each), says one sentence in English, settle what would settle
    it. ratio is the size of the trouble where it has one: the larger over the smaller of two numbers.
    further are other minimal sets of claims, by their ids, that share one with cited; further_count counts them all.
    told and advice are says and settle before they were put into English, None where there are only the words. Of
    findings that are the same trouble told several times over (equal words in same, if any) only one is listed.
    """

    check: str
    grade: Grade
    says: str
    cited: tuple[Cited, ...]
    settle: str = ""
    narrowed: tuple[Narrowed, ...] = ()
    heal: Change | None = None
    ratio: Decimal | None = None
    further: tuple[tuple[str, ...], ...] = ()
    further_count: int = 0
    told: Told | None = field(default=None, compare=False)
    advice: Told | None = field(default=None, compare=False)
    same: str = field(default="", compare=False)

    @property
    def id(self) -> str:
        """The same trouble with the same sentences has the same id, twelve hexadecimal digits."""
        said = "\n".join((self.check, self.grade, *sorted(one.id for one in self.cited), self.says))
        return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:12]

    @property
    def evidence(self) -> str:
        """What the finding rests on, twelve hexadecimal digits: its check and grade, and what its claims say.

        Another wording of the finding, or a reading that puts the same claims elsewhere in their documents, leaves it
        as it is; a further claim, one less, or one corrected changes it.
        """
        said = sorted(f"{one.source} {one.claim.kind} {one.claim.content()!r}" for one in self.cited)
        rests = "\n".join((self.check, self.grade, *said))
        return hashlib.sha256(rests.encode("utf-8", "surrogatepass")).hexdigest()[:12]
