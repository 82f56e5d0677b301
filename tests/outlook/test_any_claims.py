"""Whatever a ledger holds, the outlook answers or says in one line why not; no claim makes it fall over."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from checks.worlds import figure, related, told
from hypothesis import given, settings
from hypothesis import strategies as st

from qatynas.model import Claim, InputError
from qatynas.outlook import allocation, mirror, potential, trade
from qatynas.relations import Relationship

PERIODS = (
    None, "2020", "2022", "2023", "2024", "2025", "2025-01/2025-05", "2024-01/2024-05", "2025-01/2025-11", "2025-03", "../2030",
    "2023/2025", "2025-04/2025-09", "2025-04/2025-07", "2026~", "2025-22", "2024-01-01/2024-08-15", "not a date",
)  # fmt: skip
VALUES = ("0", "-5", "0.001", "800000000", "1700000000", "2000000000", "42", "1e30")


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    indicator = draw(st.sampled_from((
        "trade.turnover", "trade.export", "trade.import", "trade.export_potential", "trade.commodity_lines", "water.volume",
        "water.share",
    )))  # fmt: skip
    value = draw(st.sampled_from(VALUES))
    measure = draw(st.sampled_from(("level", "level", "growth", "multiple", "share")))
    unit = {"growth": "percent", "multiple": "times", "share": "percent"}.get(measure)
    unit = unit or {"water": "m3", "trade": "USD"}[indicator.split(".")[0]]
    sides = draw(st.sampled_from((("KAZ", "KGZ"), ("KGZ", "KAZ"), (None, None), (None, "KAZ"))))
    return figure(
        indicator,
        value,
        draw(st.sampled_from(PERIODS)),
        unit="count" if indicator == "trade.commodity_lines" else unit,
        measure=measure,
        status=draw(st.sampled_from(("actual", "actual", "target", "forecast", "potential"))),
        from_=sides[0],
        to=sides[1],
        reporter=draw(st.sampled_from((None, "KAZ", "KGZ"))),
        base_period=draw(st.sampled_from((None, "2024", "2023"))),
        subject=draw(st.sampled_from((None, "Шу өзені", "Талас өзені", "Тоқтоғұл су қоймасы"))),
    )


def answer_of(ask: Callable[..., Any], relationship: Relationship) -> tuple[Any, str]:
    """What it answers, or its one line."""
    try:
        return ask(relationship), ""
    except InputError as error:
        return None, str(error)


@settings(max_examples=40)
@given(st.lists(claims(), min_size=1, max_size=14), st.sampled_from(("2025-08-21", "2026-01-15", "2024-12-31")))
def test_it_answers_or_says_why_not(found: list[Claim], published: str) -> None:
    relationship = related(told(*found, published=published))
    for ask in (trade.of_relationship, mirror.of_relationship, allocation.of_relationship, potential.of_relationship):
        result, line = answer_of(ask, relationship)
        assert (result is None) == bool(line)
        assert "\n" not in line
        for one in result if isinstance(result, tuple) else [result] if result else []:
            assert isinstance(one.says, str)
            json.dumps([one.as_json(), one.rows()], allow_nan=False)
    for chance in trade.chances(relationship):
        assert chance.probability is None or 0 < chance.probability <= 1
        json.dumps(chance.by_year, allow_nan=False)


def test_what_a_trade_of_nothing_says() -> None:
    with pytest.raises(InputError, match="no part of a year"):
        trade.of_relationship(related(told(figure("trade.turnover", "0", "2025-01/2025-05"))))
