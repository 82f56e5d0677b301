"""Goods in series: which of them a question means, by code of the Harmonized System or by name; and a table of them.

Official tables tell goods by code («1001»), articles by name («бидай»); data/goods.toml knows which name has which.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from qatynas.claims.goods_words import TABLE
from qatynas.model.claim import Figure
from qatynas.relations.histories import Course
from qatynas.relations.names import stems
from qatynas.relations.series import length
from qatynas.relations.values import Fact
from qatynas.script import fold


@dataclass(frozen=True, slots=True)
class ProductRow:
    """What is told of one good: of which indicator, between which sides, by whom, and its levels by year. name is what
    it is called where it is told by its code alone, code that of the Harmonized System, each "" where it is not known;
    other says how many numbers are of other periods than years."""

    product: str
    name: str
    code: str
    indicator: str
    from_: str | None
    to: str | None
    reporter: str | None
    unit: str
    years: dict[str, Fact[Figure]]
    other: int

    @property
    def newest(self) -> Decimal:
        """The level of the newest year, 0 where there is none."""
        return self.years[max(self.years)].claim.quantity.value if self.years else Decimal(0)


def code_of(product: str | None) -> str:
    """The chapter, heading or line of a good: the digits that it begins with, or what its name stands for; else ""."""
    words = (product or "").split()
    digits = words[0].rstrip(".:").replace(".", "") if words else ""
    return digits if digits.isdigit() else _codes().get(_key(product), "")


def is_meant(product: str | None, asked: str) -> bool:
    """Whether a question for a good means this one: asked is a code, which means all whose codes begin so, or a name in
    any case and script."""
    if not product:
        return False
    code = code_of(asked)
    if code and code_of(product).startswith(code):
        return True
    return _key(product) == _key(asked)


def by_product(courses: Iterable[Course]) -> list[ProductRow]:
    """A row for each good of which levels are told, by code, then by name; of one good the largest first."""
    found = []
    for course in courses:
        for series in course.series:
            head = series.head
            if head.measure != "level" or not head.product:
                continue
            years: dict[str, Fact[Figure]] = {}
            other = 0
            for point in series.points:
                if length(point.cell.period) == "year" and point.cell.status == "actual":
                    years[(point.cell.period or "")[:4]] = point.facts[0]
                else:
                    other += 1
            found.append(
                ProductRow(head.product, _names().get(head.product, ""), code_of(head.product), head.indicator,
                           head.from_, head.to, series.reporter, head.unit, years, other)
            )  # fmt: skip
    return sorted(found, key=lambda one: (one.code or "~", one.product, -one.newest, one.indicator, repr(one.from_)))


@cache
def _codes() -> dict[tuple[str, ...], str]:
    """Names of goods by their stems, those with a code."""
    found: dict[tuple[str, ...], str] = defaultdict(str)
    for heading in TABLE.headings:
        for name in heading.names:
            found[_key(name)] = found[_key(name)] or heading.hs
    return dict(found)


@cache
def _names() -> dict[str, str]:
    """The first name of each code."""
    return {heading.hs: heading.names[0] for heading in reversed(TABLE.headings) if heading.hs}


def _key(name: str | None) -> tuple[str, ...]:
    """What names of one good in other cases and scripts have in common."""
    return stems(fold(name or ""))
