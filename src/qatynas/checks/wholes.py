"""What a share is a share of, where the text says it in words that name another amount.

Docs: docs/checks.md, «Arithmetic».
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import msgspec

from qatynas.data import load
from qatynas.model.claim import Figure

# Indicators that are shared out in amounts of their own unit, so that share times whole is a part that may be told too.
SHARED = (
    "trade.turnover", "trade.export", "trade.import", "investment.flow", "investment.stock", "transport.freight",
    "transport.passengers", "tourism.visitors", "education.students",
)  # fmt: skip
MUTUAL = ("trade.turnover", "transport.freight", "transport.passengers")

STEM = 4  # letters by which a word of goods is known again in another case

_WORD = re.compile(r"\w+(?:-\w+)*")


@dataclass(frozen=True, slots=True)
class Whole:
    """The amount that is shared out: its indicator and its sides."""

    indicator: str
    from_: str
    to: str


class _Named(msgspec.Struct, frozen=True):
    code: str
    words: tuple[str, ...] = ()


class _Indicators(msgspec.Struct, frozen=True):
    indicator: tuple[_Named, ...]


def whole_of(figure: Figure) -> Whole | None:
    """The whole of a share; None where its words name none, or nothing tells the part from it.

    «A fifth of the exports» is oil: the part has a product, the whole has none. «70 % of the turnover» is exports: the
    indicators differ. Of one indicator, without product and region, no part is known, and nothing is bound.
    """
    if figure.measure != "share" or not figure.of or figure.indicator not in SHARED or figure.subject:
        return None
    code, _, way = figure.of.partition(" ")
    named = code if code in SHARED else _indicator(figure.of)
    if named is None or _names_product(figure):
        return None
    if named == figure.indicator and not (figure.product or figure.area):
        return _other_way(figure, way)
    if named in MUTUAL:
        return Whole(named, "", "")
    return Whole(named, figure.from_ or "", figure.to or "") if named == figure.indicator else None


def _names_product(figure: Figure) -> bool:
    """Whether the whole is itself of these goods: «a third of its wheat exports go to the neighbour»."""
    goods = {word[:STEM] for word in _WORD.findall((figure.product or "").casefold())}
    return any(word[:STEM] in goods for word in _WORD.findall((figure.of or "").casefold()))


def _other_way(figure: Figure, way: str) -> Whole | None:
    """«The money that came back is a tenth of that»: a flow told as a share of the opposite one, where that is said."""
    giver, mark, taker = way.partition("→")
    if mark and (giver, taker) == (figure.to, figure.from_):
        return Whole(figure.indicator, giver, taker)
    return None


@cache
def _indicator(words: str) -> str | None:
    """The indicator that words like «тауар айналымының» end with, None for others."""
    said = [word.casefold() for word in _WORD.findall(words)]
    return next((code for code, pattern in _patterns() if _ends(said, pattern)), None)


def _ends(said: Sequence[str], pattern: Sequence[str]) -> bool:
    tail = said[-len(pattern) :]
    return len(tail) == len(pattern) and all(
        word.startswith(part.rstrip("*")) if part.endswith("*") else word == part
        for word, part in zip(tail, pattern, strict=True)
    )


@cache
def _patterns() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Names of shared indicators that are nouns with any ending, by data/indicators.toml, the longest first."""
    found = [
        (row.code, tuple(pattern.split()))
        for row in load("indicators", _Indicators).indicator
        if row.code in SHARED
        for pattern in row.words
        if pattern.endswith("*") and "|" not in pattern
    ]
    return tuple(sorted(found, key=lambda row: (-len(row[1]), row)))
