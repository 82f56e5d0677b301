"""SDMX-CSV 2.0: read by pysdmx; every key its own, every number there or counted as left out."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal

import pytest
from pysdmx.io.csv.sdmx20.reader import read

from qatynas.publish.exports import Material
from qatynas.publish.exports.periods import time_period
from qatynas.publish.exports.sdmx import ATTRIBUTES, COLUMNS, DIMENSIONS, STRUCTURE, sides
from qatynas.relations import Cell

Exported = Callable[[str], tuple[bytes, object]]


def test_pysdmx_reads_what_the_ledger_has(exported: Exported, material: Material) -> None:
    data, written = exported("sdmx.csv")
    (dataset,) = read(data.decode())
    figures = material.relationship.of_kind("figure")
    assert len(dataset.data) == written.rows
    assert written.rows + sum(written.left.values()) == len(figures)
    assert dataset.structure == f"DataStructure={STRUCTURE}"
    assert set(dataset.data.columns) == {*DIMENSIONS, "OBS_VALUE", *ATTRIBUTES}
    assert not dataset.data.duplicated(subset=list(DIMENSIONS)).any()
    claims = {number for cell in dataset.data["CLAIMS"] for number in cell.split(";")}
    assert claims <= {report.id for fact in figures for report in fact.reports}
    by_fact = {row["FACT"]: row for row in dataset.data.to_dict("records")}
    values = sorted(Decimal(str(row["OBS_VALUE"])) for row in by_fact.values())
    assert values == sorted(fact.claim.quantity.value for fact in figures if time_period(fact.claim.period))


def test_columns_come_in_the_order_of_the_field_guide() -> None:
    names = [column.name for column in COLUMNS]
    assert names == ["STRUCTURE", "STRUCTURE_ID", "ACTION", *DIMENSIONS, "OBS_VALUE", *ATTRIBUTES]


@pytest.mark.parametrize(
    ("edtf", "freq", "words"),
    [
        ("2024", "A", "2024"), ("2026~", "A", "2026"), ("../2030", "A", "2030"), ("2025-08", "M", "2025-08"),
        ("2025-08-22", "D", "2025-08-22"), ("2025-01/2025-03", "Q", "2025-Q1"), ("2025-07/2025-12", "S", "2025-S2"),
        ("2025-01/2025-05", "_O", "2025-01-01/P5M"), ("2025-02/2025-04", "_O", "2025-02-01/P3M"),
        ("2024/2025", "_O", "2024-01-01/P2Y"), ("2025-24", "_O", "2025-12-01/P3M"), ("2025-03-05/2025-03-09", "_O", "2025-03-05/P5D"),
        ("2024-02", "M", "2024-02"), ("9999", "_O", "9999-01-01/P365D"),
    ],
)  # fmt: skip
def test_periods(edtf: str, freq: str, words: str) -> None:
    found = time_period(edtf)
    assert found is not None
    assert (found.freq, found.words) == (freq, words)
    datetime.date.fromisoformat(words[:10] if len(words) >= 10 else f"{words[:4]}-01-01")


@pytest.mark.parametrize("edtf", [None, "", "2010/..", "no date", "..", "../.."])
def test_what_has_no_period(edtf: str | None) -> None:
    assert time_period(edtf) is None


@pytest.mark.parametrize(
    ("indicator", "from_", "to", "wanted"),
    [
        ("trade.turnover", None, None, ("KAZ", "KGZ")),
        ("trade.export", "KGZ", "KAZ", ("KGZ", "KAZ")),
        ("trade.import", "KAZ", "KGZ", ("KGZ", "KAZ")),
        ("energy.electricity", "KAZ", "KGZ", ("KAZ", "KGZ")),
        ("investment.flow", "KAZ", None, ("KAZ", "KGZ")),
        ("investment.flow", None, "KAZ", ("KGZ", "KAZ")),
    ],
)
def test_whose_number_it_is(indicator: str, from_: str | None, to: str | None, wanted: tuple[str, str]) -> None:
    empty = dict.fromkeys(
        ("subject", "product", "area", "rate", "of", "ranked", "ranked_in", "what", "period", "base_period")
    )
    cell = Cell(indicator=indicator, measure="level", unit="USD", from_=from_, to=to, status="actual", **empty)
    assert sides(cell, ("KAZ", "KGZ")) == wanted
