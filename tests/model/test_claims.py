"""A claim's outside form is CLAIMS.md's, and reads back as the same claim."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qatynas.model import Exchange, Figure, InputError, Meeting, Place, Procedure, Quantity, Span, Support, claim_of

FIGURE = Figure(
    document="press/a.txt",
    span=Span(10, 42),
    quote="x" * 32,
    parties=("KAZ", "KGZ"),
    status="actual",
    published="2025-08-21",
    published_basis="stated",
    support=(Support(Span(3, 8), "period"),),
    indicator="trade.turnover",
    measure="level",
    quantity=Quantity(Decimal("796200000"), "USD", Decimal("796150000"), Decimal("796250000")),
    period="2020",
)


def test_a_figure_has_the_contract_s_fields() -> None:
    row = FIGURE.row()
    assert (row["kind"], row["value"], row["unit"], row["low"], row["high"]) == (
        "figure", 796200000, "USD", 796150000, 796250000,
    )  # fmt: skip
    assert (row["from"], row["to"], row["qualifier"]) == (None, None, "exact")
    assert (row["start"], row["end"], row["support"]) == (10, 42, [[3, 8, "period"]])
    assert "quantity" not in row
    assert "from_" not in row


def test_a_row_reads_back_as_the_claim() -> None:
    meeting = Meeting(
        document="b", span=Span(0, 3), quote="abc", parties=("KAZ", "KGZ"), status="planned", type="session",
        date="2027", place=Place("KGZ", "Бішкек"), participants=("А", "Б"), host="KGZ", number=8,
    )  # fmt: skip
    exchange = Exchange(
        document="b", span=Span(0, 3), quote="abc", parties=("KAZ", "KGZ"), status="recurring",
        commodity="electricity", from_="KGZ", to="KAZ", season="summer",
    )  # fmt: skip
    for claim in (FIGURE, meeting, exchange):
        assert claim_of(json.loads(json.dumps(claim.row()))) == claim


def test_what_is_null_reads_back_as_null() -> None:
    claim = Procedure(
        document="a.txt",
        span=Span(0, 4),
        quote="төрт",
        parties=("KAZ", "KGZ"),
        status="recurring",
        body=None,
        does="кеңес",
    )
    assert claim_of(claim.row()) == claim


def test_the_id_is_of_what_is_said_and_where() -> None:
    assert FIGURE.id("a" * 64) == replace(FIGURE, document="elsewhere.txt").id("a" * 64)
    assert FIGURE.id("a" * 64) != FIGURE.id("b" * 64)
    assert FIGURE.id("a" * 64) != replace(FIGURE, period="2021").id("a" * 64)


@pytest.mark.parametrize("row", [{}, {"kind": "rumour"}, {"kind": "figure", "value": "many"}])
def test_a_row_of_the_wrong_form_is_named(row: dict[str, object]) -> None:
    with pytest.raises(InputError, match=r"claims\.jsonl:7"):
        claim_of(row, "claims.jsonl:7")


def test_every_gold_claim_can_be_read(shared: Path) -> None:
    files = [shared / "gold" / "seeds.jsonl", *sorted((shared / "gold").glob("dev*/*.jsonl"))]
    for file in files:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            claim = claim_of(json.loads(line), f"{file.name}:{number}")
            assert claim.kind == json.loads(line)["kind"]


intervals = st.tuples(st.integers(-50, 50), st.integers(0, 20), st.booleans(), st.booleans())


def quantity(of: tuple[int, int, bool, bool]) -> Quantity:
    low, width, open_below, open_above = of
    return Quantity(
        Decimal(low), "USD", None if open_below else Decimal(low), None if open_above else Decimal(low + width)
    )


@given(intervals, intervals)
def test_meeting_is_mutual_and_means_a_common_number(
    one: tuple[int, int, bool, bool], other: tuple[int, int, bool, bool]
) -> None:
    a, b = quantity(one), quantity(other)
    assert a.meets(b) == b.meets(a)
    assert a.meets(a)

    def inside(q: Quantity, n: int) -> bool:
        return (q.low is None or q.low <= n) and (q.high is None or n <= q.high)

    assert a.meets(b) == any(inside(a, n) and inside(b, n) for n in range(-1000, 1000))
