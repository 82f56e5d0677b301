"""Official tables: workbooks of both offices, SDMX-CSV and plain CSV, each number with its cell."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from claims.workbooks import workbook
from hypothesis import given, settings
from hypothesis import strategies as st

from qatynas.claims.tables import extract_tables
from qatynas.claims.tables_words import number, period_of, sdmx_period
from qatynas.model import Extraction, Figure, InputError, claim_of
from qatynas.read.tables import cell_name, looks_like_table, read_tables
from qatynas.relations import Fact

YEARS = [
    ["9.9: Товарлардын экспорту", "9.9: Географическое распределение экспорта товаров", "9.9: Exports by partner"],
    ["(миң АКШ доллары)", "(тыс. долларов США)", "(thousand US dollars)"],
    [],
    [None, None, None, 2021.0, 2022.0, "2023 1"],
    ["Бардыгы", "Всего", "Total", 900.5, 1000.0, 1100.25],
    ["Европа", "Европа", "Europe", 1.0, 2.0, 3.0],
    ["Казакстан", "Казахстан", "Kazakhstan", 0.1 + 0.2, "1 376,4", 449.325],
    ["Өзбекстан", "Узбекистан", "Uzbekistan", "-", 7.0, "…"],
    ["Атлантида", "Атлантида", "Atlantis", 5.0, 5.0, 5.0],
    ["1 Алдын ала маалыматтар.", "1 Предварительные данные"],
]
FLOWS = [
    [" Основные показатели внешней торговли Республики Казахстан"],
    ["за январь-май 2024 года"],
    [None, None, None, None, "тыс. долларов США"],
    ["Наименование", "Товарооборот", None, "Экспорт", None, "Импорт", None],
    [None, "всего", "удельный вес, %", "всего", "удельный вес, %", "всего", "удельный вес, %"],
    ["Всего", 100.0, 100.0, 60.0, 100.0, 40.0, 100.0],
    ["Страны СНГ", 50.0, 50.0, 30.0, 50.0, 20.0, 50.0],
    ["Кыргызстан", 12.5, 12.5, 8.25, 13.0, 4.25, 10.0],
]


def read(data: bytes, path: str = "table.xlsx", **given: str) -> Extraction:
    found = extract_tables(read_tables(data, path, **given))
    for claim in found.claims:
        assert found.document.text[claim.span.start : claim.span.end] == claim.quote
    return found


def figures(found: Extraction) -> list[Figure]:
    return [claim for claim in found.claims if isinstance(claim, Figure)]


def test_years_as_columns() -> None:
    found = read(workbook({"Лист1": YEARS}))
    mine = [claim for claim in figures(found) if claim.parties == ("KAZ", "KGZ")]
    said = [(claim.period, claim.quantity.value, claim.locator and claim.locator.cell) for claim in mine]
    assert said == [("2021", 300, "D7"), ("2022", 1_376_400, "E7"), ("2023", 449_325, "F7")]
    first = mine[0]
    assert (first.indicator, first.from_, first.to, first.reporter) == ("trade.export", "KGZ", "KAZ", "KGZ")
    assert (mine[1].quantity.low, mine[1].quantity.high) == (1_376_350, 1_376_450)
    assert [claim.edition for claim in mine] == [None, None, "preliminary"]
    assert [claim.period for claim in figures(found) if "UZB" in claim.parties] == ["2022"]


def test_rows_that_are_no_state_are_set_aside() -> None:
    found = read(workbook({"Лист1": YEARS}))
    assert [(left.quote, left.reason) for left in found.leftovers] == [
        ("Бардыгы", "several_states"), ("Европа", "several_states"), ("Атлантида", "partner_not_known"),
    ]  # fmt: skip


def test_flows_as_columns() -> None:
    cover = [["Дата опубликования: 25.07.2024"], ["Дата следующего опубликования: 25.07.2025"]]
    found = read(workbook({"Обложка": cover, "05_2024": FLOWS}))
    said = {claim.indicator: claim for claim in figures(found)}
    assert {name: claim.quantity.value for name, claim in said.items()} == {
        "trade.turnover": 12_500, "trade.export": 8_250, "trade.import": 4_250,
    }  # fmt: skip
    assert {claim.period for claim in said.values()} == {"2024-01/2024-05"}
    assert (said["trade.turnover"].from_, said["trade.turnover"].to) == (None, None)
    assert (said["trade.import"].from_, said["trade.import"].to, said["trade.import"].reporter) == ("KGZ", "KAZ", "KAZ")
    assert (found.dating.edtf, found.dating.basis) == ("2024-07-25", "stated")


def test_the_date_is_inferred_or_given() -> None:
    assert read(workbook({"Лист1": YEARS})).dating.edtf == "2024~"
    assert read(workbook({"Лист1": YEARS}), published="2024-06-01").dating.edtf == "2024-06-01"


def test_the_locator_is_in_the_row_and_comes_back() -> None:
    claim = read(workbook({"Лист1": YEARS}), "kg.xlsx").claims[0]
    assert claim.row()["locator"] == {"file": "kg.xlsx", "sheet": "Лист1", "cell": "D7"}
    assert claim_of(claim.row()).locator == claim.locator


SDMX = (
    "DATAFLOW,FREQ,REF_AREA,INDICATOR,COUNTERPART_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MULT,OBS_STATUS\n"
    "IMF:DOT(1.0),A,KZ,TXG_FOB_USD,KG,2022,792.95,6,A\n"
    "IMF:DOT(1.0),Q,KG,TMG_CIF_USD,KZ,2023-Q2,210.5,6,P\n"
    "IMF:DOT(1.0),A,KZ,TXG_FOB_USD,KG,2024,,6,M\n"
)


def test_sdmx() -> None:
    first, second = figures(read(SDMX.encode(), "dots.csv"))
    assert (first.indicator, first.from_, first.to, first.reporter) == ("trade.export", "KAZ", "KGZ", "KAZ")
    assert (first.quantity.value, first.period) == (792_950_000, "2022")
    assert (second.indicator, second.period, second.edition) == ("trade.import", "2023-04/2023-06", "preliminary")
    assert second.locator is not None
    assert (second.locator.sheet, second.locator.cell) == (None, "G3")


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_plain_csv(mark: str) -> None:
    rows = ["reporter,partner,flow,period,value,unit,multiplier,status,published",
            "KAZ,KGZ,turnover,2025,1.9,USD,1000000000,forecast,2025-02-01",
            "Kazakhstan,Кыргызстан,export,2024-03,77.5,USD,1000000,,2025-03-01"]  # fmt: skip
    forecast, month = figures(read("\n".join(rows).replace(",", mark).encode(), "own.csv"))
    assert (forecast.status, forecast.quantity.value, forecast.published) == ("forecast", 1_900_000_000, "2025-02-01")
    assert (month.period, month.quantity.value) == ("2024-03", 77_500_000)


@pytest.mark.parametrize(
    ("data", "path", "told"),
    [
        (
            workbook({"Малы": [["Мал", 2020.0, 2021.0], ["Жылқы", 1.0, 2.0]]}),
            "a.xlsx",
            "sheet Малы: its head names no unit",
        ),
        (workbook({"A": [[None]]}), "b.xlsx", "no cell with anything in it"),
        (b"date,value\n2019-01-01,5\n", "c.csv", "no head of years"),
        (b"reporter,partner,flow,period,value\nKAZ,KGZ,export,soon,5\n", "d.csv", "cell D2: 'soon' where a period"),
        (b"reporter,partner,flow,period,value\nKAZ,KGZ,export,2020,many\n", "e.csv", "cell E2: 'many' where a number"),
        (b"PK\x03\x04 torn", "f.xlsx", "no workbook that can be read"),
    ],
)
def test_a_wrong_table_is_told_in_one_line(data: bytes, path: str, told: str) -> None:
    with pytest.raises(InputError) as error:
        read(data, path)
    assert str(error.value).startswith(path)
    assert told in str(error.value)
    assert "\n" not in str(error.value)


def test_what_is_a_table() -> None:
    assert looks_like_table(workbook({"A": YEARS}), "no-suffix")
    assert not looks_like_table("Екі ел, бір тарих".encode(), "note.txt")
    assert not looks_like_table(b"PK\x03\x04 other", "book.docx")


def test_words() -> None:
    assert [cell_name(*place) for place in ((0, 0), (11, 3), (0, 26), (0, 701), (0, 702))] == [
        "A1",
        "D12",
        "AA1",
        "ZZ1",
        "AAA1",
    ]
    assert period_of("за январь-декабрь 2019 года") == "2019"
    assert period_of("2024 жылғы қаңтар-наурыз") == "2024-01/2024-03"
    assert period_of("2019-2020 годы") is None
    assert sdmx_period("2023-M05") == "2023-05"
    assert sdmx_period("2023-S2") == "2023-07/2023-12"
    said = number("1 246 876,97959")
    assert said is not None
    assert said.value == Decimal("1246876.97959")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_no_csv_raises_anything_else(text: str) -> None:
    for head in ("", "reporter,partner,flow,period,value,status,multiplier,published\nKAZ,KGZ,export,2020,1,"):
        try:
            read((head + text).encode("utf-8", "ignore"), "any.csv")
        except InputError:
            continue


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=300))
def test_no_torn_workbook_raises_anything_else(noise: bytes) -> None:
    whole = workbook({"Лист1": YEARS})
    for data in (
        b"PK\x03\x04" + noise,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + noise,
        whole[: len(noise) * 5],
        whole[:900] + noise + whole[900:],
    ):
        try:
            read(data, "any.xlsx")
        except InputError:
            continue


def shared_mirror(shared: Path) -> list[dict[str, str]]:
    lines = (shared / "data/trade/mirror_table_KZ_KG_1994_2023.csv").read_text("utf-8").splitlines()
    return [dict(zip(lines[0].split(","), line.split(","), strict=True)) for line in lines[1:]]


FLOW_OF = {
    "KG_export_to_KZ": ("trade.export", "KGZ"),
    "KG_import_from_KZ": ("trade.import", "KGZ"),
    "KZ_export_to_KG": ("trade.export", "KAZ"),
    "KZ_import_from_KG": ("trade.import", "KAZ"),
    "KZ_turnover_with_KG": ("trade.turnover", "KAZ"),
}


def newest_value(fact: Fact[Figure]) -> Decimal:
    """The number of the newest edition: an older one may have been rounded."""
    return max(fact.reports, key=lambda report: report.claim.published or "").claim.quantity.value


def test_the_mirror_table_to_the_last_digit(shared: Path, tmp_path: Path) -> None:
    from qatynas.intake import Intake
    from qatynas.relations.surface import Ledger

    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        for folder in ("raw_kg_nsc", "raw_kz_bns"):
            for extraction in Intake([str(shared / "data/trade" / folder)], None, ("KAZ", "KGZ")).extractions():
                ledger.add(extraction)
        found = ledger.relationship(("KAZ", "KGZ")).series
    assert {(one.head.indicator, one.reporter) for one in found} == set(FLOW_OF.values()), "the two sides stand apart"
    newest = {
        (one.head.indicator, one.reporter, point.cell.period): newest_value(point.facts[0])
        for one in found
        for point in one.points
    }
    rows = shared_mirror(shared)
    told = 0
    for row in rows:
        for column, (indicator, reporter) in FLOW_OF.items():
            value = newest.get((indicator, reporter, row["year"]))
            if row[column]:
                written = Decimal(row[column])
                assert value is not None, (column, row["year"])
                assert (value / 1000).quantize(Decimal(1).scaleb(int(written.as_tuple().exponent))) == written
                told += 1
            else:
                assert value is None, (column, row["year"])
        both = newest["trade.export", "KGZ", row["year"]] + newest["trade.import", "KGZ", row["year"]]
        assert both / 1000 == Decimal(row["KG_turnover"])
    assert (len(rows), told) == (30, 78)
