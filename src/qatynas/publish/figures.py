"""A figure as a line: what it counts, of whom, when, and its number as written."""

from __future__ import annotations

from collections.abc import Iterable

from qatynas.model.claim import Figure
from qatynas.publish.labels import arrow, label, state
from qatynas.publish.parts import Kazakh, Line, kazakh, together
from qatynas.publish.writing import date_words, quantity
from qatynas.relations import Fact, order

COLUMNS = ("period", "name", "value", "detail")


def figure_lines(facts: Iterable[Fact[Figure]], *, directed: bool = True) -> list[Line]:
    """One line a fact, by what is counted, then by date; directed is false where the heading says from whom to whom."""
    ordered = sorted(facts, key=lambda fact: (fact.claim.indicator, order(fact.claim.period), fact.key))
    return [figure_line(fact, directed=directed) for fact in ordered]


def figure_line(fact: Fact[Figure], *, directed: bool = True) -> Line:
    """The line of one figure."""
    claim = fact.claim
    return Line(
        cells={
            "period": date_words(claim.period, short=True) or label("words", "no_date"),
            "name": name_of(claim) if directed else name_of(claim)[:1],
            "value": value_of(claim),
            "detail": detail_of(claim),
        },
        reports=fact.reports,
        side=claim.from_ or claim.ranked or "",
        mark=claim.status if claim.status != "actual" else "",
    )


def name_of(claim: Figure) -> tuple[str, ...]:
    """What is counted, with direction."""
    counted = kazakh(claim.what) if claim.indicator == "other" and claim.what else label("indicators", claim.indicator)
    return together(counted, flow(claim.from_, claim.to))


def value_of(claim: Figure) -> str:
    """The number as written, ranks as «no. 3»."""
    if claim.measure == "rank":
        return label("words", "ranked", rank=quantity(claim.quantity))
    return quantity(claim.quantity, claim.measure)


def detail_of(claim: Figure) -> tuple[str, ...]:
    """Everything else that the figure says of itself."""
    return together(
        kazakh(claim.subject),
        kazakh(claim.area),
        label("words", "by_good", product=kazakh(claim.product)) if claim.product else None,
        label("words", "of", of=_of(claim.of)) if claim.of else None,
        label("words", "base", base=date_words(claim.base_period)) if claim.base_period else None,
        label("rates", claim.rate) if claim.rate else None,
        label("words", "among", ranked=state(claim.ranked), whose=state(claim.ranked_in)) if claim.ranked_in else None,
        state(claim.reporter) if claim.reporter else None,
    )


def flow(from_: str | None, to: str | None) -> str:
    """«Kazakhstan → Kyrgyzstan», the side that is known alone, or ""."""
    if from_ and to:
        return f"{state(from_)} {arrow()} {state(to)}"
    return f"{state(from_)} {arrow()}" if from_ else f"{arrow()} {state(to)}" if to else ""


def _of(of: str) -> str:
    code, _, rest = of.partition(" ")
    named = label("indicators", code)
    return Kazakh(of) if named == code.replace("_", " ") else f"{named} {rest}".strip()
