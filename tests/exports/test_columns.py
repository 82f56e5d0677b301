"""Claims and series as tables: read back by polars and DuckDB, with the ledger's counts."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import duckdb
import polars
import pytest

from qatynas.model import KINDS, claim_of
from qatynas.publish.exports import Material
from qatynas.publish.exports.claims import COLUMNS, COMMON, FIELDS
from qatynas.publish.exports.columns import harmless

Exported = Callable[[str], tuple[bytes, object]]


@pytest.fixture(scope="module")
def told(material: Material) -> list:
    return list(material.told())


def test_every_format_of_claims_has_every_claim(exported: Exported, told: list, tmp_path: Path) -> None:
    kinds = Counter(one.claim.kind for one in told)
    assert set(kinds) == set(KINDS)
    data, written = exported("claims.parquet")
    assert written.rows == len(told)
    (tmp_path / "claims.parquet").write_bytes(data)
    by_polars = polars.read_parquet(io.BytesIO(data))
    assert dict(by_polars["kind"].value_counts().iter_rows()) == kinds
    by_duckdb = duckdb.sql(f"SELECT kind, count(*) FROM '{tmp_path / 'claims.parquet'}' GROUP BY kind").fetchall()
    assert dict(by_duckdb) == kinds
    data, _ = exported("claims.csv")
    (tmp_path / "claims.csv").write_bytes(data)
    assert polars.read_csv(io.BytesIO(data), infer_schema=False).height == len(told)
    by_duckdb = duckdb.sql(f"SELECT count(*) FROM read_csv('{tmp_path / 'claims.csv'}', all_varchar = true)").fetchall()
    assert by_duckdb == [(len(told),)]
    (tmp_path / "claims.jsonl").write_bytes(exported("claims.jsonl")[0])
    assert duckdb.sql(f"SELECT count(*) FROM '{tmp_path / 'claims.jsonl'}'").fetchall() == [(len(told),)]


def test_lines_give_the_claims_back(exported: Exported, told: list) -> None:
    rows = [json.loads(line) for line in exported("claims.jsonl")[0].decode().splitlines()]
    for row, one in zip(rows, told, strict=True):
        assert (row["claim"], row["document_sha256"]) == (one.id, one.extraction.document.sha256)
        assert claim_of(row).content() == one.claim.content()


def test_a_row_says_all_that_its_claim_says(exported: Exported, told: list) -> None:
    rows = polars.read_parquet(io.BytesIO(exported("claims.parquet")[0])).to_dicts()
    for row, one in zip(rows, told, strict=True):
        assert row["claim"] == one.id
        assert one.extraction.document.text[row["start"] : row["end"]] == row["quote"] == one.claim.quote
        filled = {name for name, value in row.items() if value is not None} - {column.name for column in COMMON}
        said = {name for name, value in one.claim.content().items() if value not in (None, []) and name in row}
        assert said - {column.name for column in COMMON} <= filled


def test_every_field_of_every_kind_has_a_column() -> None:
    names = {column.name for column in COLUMNS}
    gone = {"quantity": {"value", "unit", "low", "high", "qualifier"}, "place": {"place_country", "place"}}
    for field in FIELDS:
        assert gone.get(field, {field.rstrip("_")}) <= names
    assert len(names) == len(COLUMNS)


def test_lists_numbers_and_places_keep_their_form(exported: Exported) -> None:
    rows = polars.read_parquet(io.BytesIO(exported("claims.parquet")[0]))
    goods = rows.filter(polars.col("kind") == "goods").row(0, named=True)
    assert (goods["goods"], goods["goods_hs"]) == (["бидай", "ұн"], ["1001", ""])
    pledge = rows.filter(polars.col("kind") == "pledge").row(0, named=True)
    assert pledge["by"] == ["KGZ", "KAZ"]
    session = rows.filter(polars.col("body") == "Су комиссиясы", polars.col("kind") == "meeting").row(0, named=True)
    assert session["number"] == 7
    visit = rows.filter(polars.col("type") == "working_visit").row(0, named=True)
    assert (visit["place_country"], visit["place"], len(visit["participants"])) == ("KAZ", "Астана", 2)


def test_no_cell_is_a_formula(exported: Exported) -> None:
    text = exported("claims.csv")[0].decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    cells = [cell for row in rows for name, cell in row.items() if name not in ("value", "low", "high")]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    quote = next(row["quote"] for row in rows if "HYPERLINK" in row["quote"])
    assert quote.removeprefix("'").startswith('=HYPERLINK("')


@pytest.mark.parametrize("text", ["=1+1", "+7 701", "-5", "@x", "＝1", "'=1", "\t=1", "'", "", "қазақ", "ا=1"])
def test_taking_one_apostrophe_away_gives_the_text_back(text: str) -> None:
    kept = harmless(text)
    assert (kept[1:] if kept.startswith("'") else kept) == text
    assert not kept.startswith(tuple("=+-@＝\t"))


def test_series_have_every_number_of_the_relationship(exported: Exported, material: Material) -> None:
    figures = material.relationship.of_kind("figure")
    rows = polars.read_parquet(io.BytesIO(exported("series.parquet")[0]))
    assert rows.height == len(figures)
    assert sorted(rows["claims"].explode()) == sorted(report.id for fact in figures for report in fact.reports)
    csv_rows = list(csv.DictReader(io.StringIO(exported("series.csv")[0].decode("utf-8-sig"))))
    lines = [json.loads(line) for line in exported("series.jsonl")[0].splitlines()]
    assert len(csv_rows) == len(lines) == len(figures)
    assert sorted(Decimal(row["value"]) for row in csv_rows) == sorted(fact.claim.quantity.value for fact in figures)
    fall = next(row for row in csv_rows if row["measure"] == "growth")
    assert (fall["value"], fall["low"], fall["high"]) == ("-5", "-5.5", "-4.5")
    quarter = rows.filter(polars.col("period") == "2025-01/2025-03").row(0, named=True)
    assert (quarter["sort"], str(quarter["first_day"]), str(quarter["last_day"])) == (
        "quarter",
        "2025-01-01",
        "2025-03-31",
    )
    assert (quarter["value"], quarter["qualifier"]) == (4e8, "about")
