"""Numbers said of a relationship become figure claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from qatynas.claims.carry import fates
from qatynas.claims.context import At
from qatynas.claims.figures_said import Found
from qatynas.model import Claim, Figure


def claims(at: At) -> Iterator[Claim]:
    """The figures of one sentence, with what the sentences before lend them."""
    for fate in fates(at.reading)[at.index]:
        for found in fate.found:
            yield _claim(at, found)


def _claim(at: At, found: Found) -> Figure:
    claim = at.make(
        Figure,
        found.span,
        support=found.support,
        why=found.why,
        parties=found.parties,
        status=found.status,
        indicator=found.indicator,
        measure=found.measure,
        quantity=found.quantity,
        from_=found.from_,
        to=found.to,
        period=found.period,
        base_period=found.base_period,
        subject=found.subject,
        product=found.product,
        area=found.area,
        rate=found.rate,
        of=found.of,
        ranked=found.ranked,
        ranked_in=found.ranked_in,
        what=found.what,
        reporter=found.reporter,
        edition=found.edition,
    )
    return replace(claim, speaker=found.speaker) if found.speaker else claim
