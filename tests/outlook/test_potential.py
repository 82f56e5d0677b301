"""Export potential: the formulas, the publishers' tables, and claims beside what can be checked."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from checks.worlds import figure, related, told
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from qatynas import Ledger
from qatynas.cli import cli
from qatynas.model import InputError
from qatynas.outlook.goods import Goods, read_goods
from qatynas.outlook.potential import indicative, of_goods, of_relationship

MONEY = st.floats(0, 1e12)


@given(MONEY, MONEY, MONEY)
def test_the_formula_holds_its_bounds(supply: float, demand: float, trade: float) -> None:
    found = indicative(supply, demand, trade)
    assert 0 <= found <= min(supply, demand)
    assert found == pytest.approx(max(min(supply, demand) - trade, 0))
    assert indicative(2 * supply, 2 * demand, 2 * trade) == pytest.approx(2 * found)
    assert indicative(supply, demand, trade) == indicative(demand, supply, trade)


# Ten lines by hand, thousand USD: sold to all, bought of all, between the two, sold by all to all; potential.
TEN = [
    ("100199", "Wheat", 900, 400, 150, 9000, 250),
    ("110100", "Flour", 500, 80, 80, 2500, 0),
    ("151219", "Sunflower oil", 60, 200, 10, 6000, 50),
    ("220210", "Drinks", 40, 90, 40, 800, 0),
    ("252329", "Cement", 30, 120, 0, 600, 30),
    ("270112", "Coal", 800, 20, 5, 16000, 15),
    ("271012", "Petrol", 700, 600, 100, 70000, 500),
    ("271600", "Electricity", 50, 60, 20, 500, 30),
    ("870323", "Cars", 25, 300, 20, 250000, 5),
    ("950300", "Toys", 0, 70, 0, 90000, 0),
]
TOTAL, COUNT = 880_000, 7


def goods() -> Goods:
    made = Goods("BACI", "by hand", 2023)
    for code, label, supply, demand, trade, world, _ in TEN:
        made.labels[code] = label
        for name, value in (("supply", supply), ("demand", demand), ("trade", trade), ("world", world)):
            getattr(made, name)[code] = value * 1000.0
    return made


def test_ten_lines_by_hand() -> None:
    found = of_goods(goods(), "KAZ", "KGZ")
    assert {line.code: line.indicative for line in found.lines} == {row[0]: row[6] * 1000.0 for row in TEN}
    assert (found.count, found.total) == (COUNT, TOTAL)
    assert [line.indicative for line in found.lines] == sorted((row[6] * 1000.0 for row in TEN), reverse=True)


def test_the_indicator_is_supply_times_demand_times_ease() -> None:
    found = of_goods(goods(), "KAZ", "KGZ")
    expected = sum(supply / world * demand for _, _, supply, demand, _, world, _ in TEN)
    trade = sum(row[4] for row in TEN)
    assert found.ease == pytest.approx(trade / expected)
    wheat = next(line for line in found.lines if line.code == "100199")
    assert wheat.indicator == pytest.approx(900 / 9000 * 400_000 * found.ease)
    assert found.indicator == pytest.approx(trade * 1000)  # ease makes the sum that of trade, by its definition
    assert found.unused == pytest.approx(sum(max(line.indicator - line.trade, 0) for line in found.lines))


@given(st.lists(st.tuples(MONEY, MONEY, MONEY), min_size=1, max_size=12), st.floats(0.1, 1e4))
def test_totals_scale_with_the_unit(lines: list[tuple[float, float, float]], scale: float) -> None:
    def made(by: float) -> Goods:
        found = Goods("", "", 2023)
        for place, (supply, demand, trade) in enumerate(lines):
            found.supply[f"{place:06}"], found.demand[f"{place:06}"] = supply * by, demand * by
            found.trade[f"{place:06}"] = trade * by
        return found

    one, other = of_goods(made(1), "KAZ", "KGZ"), of_goods(made(scale), "KAZ", "KGZ")
    assert other.total == pytest.approx(one.total * scale, rel=1e-9, abs=1e-6)
    assert one.indicator is None  # world trade is not told
    assert "BACI" in one.little


def baci(path: Path) -> Path:
    """As CEPII prints it: thousand USD, M49 codes, lines without their leading zero padded with spaces."""
    rows = ["t,i,j,k,v,q"]
    for code, _, supply, demand, trade, world, _ in TEN:
        rest = (("398", "417", trade), ("398", "156", supply - trade), ("643", "417", demand - trade))
        flows = [(i, j, v) for i, j, v in rest if v > 0]
        flows.append(("842", "156", world - sum(v for _, _, v in flows)))
        rows += [f"2023,{i},{j},{code},{v}.000,           NA" for i, j, v in flows if v > 0]
    file = path / "BACI_HS22_Y2023_V202501.csv"
    file.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return file


def comtrade(path: Path) -> Path:
    """As comtradeplus prints it: USD, ISO codes, totals and sums among the rows, values broken down in others."""
    head = (
        "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,flowCode,flowDesc,"
        "partnerCode,partnerISO,partnerDesc,partner2Code,partner2ISO,partner2Desc,classificationCode,"
        "classificationSearchCode,isOriginalClassification,cmdCode,cmdDesc,aggrLevel,isLeaf,customsCode,customsDesc,"
        "mosCode,motCode,motDesc,qtyUnitCode,qtyUnitAbbr,qty,isQtyEstimated,altQtyUnitCode,altQtyUnitAbbr,altQty,"
        "isAltQtyEstimated,netWgt,isNetWgtEstimated,grossWgt,isGrossWgtEstimated,cifvalue,fobvalue,primaryValue,"
        "legacyEstimationFlag,isReported,isAggregate"
    )

    def row(reporter: str, flow: str, partner: str, code: str, label: str, value: float, customs: str = "C00") -> str:
        kinds = {"X": "Export", "M": "Import"}
        return (
            f"C,A,20230101,2023,52,2023,398,{reporter},x,{flow},{kinds[flow]},0,{partner},x,0,W00,World,H6,HS,true,{code},"
            f'"{label}",6,true,{customs},x,0,0,x,8,kg,1,false,-1,N/A,0,false,1,false,0,false,,,{value},0,false,true'
        )

    rows = [head, row("KAZ", "X", "W00", "TOTAL", "All", 1e9), row("KAZ", "X", "W00", "10", "Cereals", 1e8)]
    for code, label, supply, demand, trade, *_ in TEN:
        if supply:
            rows.append(row("KAZ", "X", "W00", code, label, supply * 1000))
            rows.append(row("KAZ", "X", "W00", code, label, supply * 500, "C01"))
        rows.append(row("KGZ", "M", "W00", code, label, demand * 1000))
        if trade:
            rows.append(row("KAZ", "X", "KGZ", code, label, trade * 1000))
    file = path / "TradeData_2025.csv"
    file.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return file


def old_comtrade(path: Path) -> Path:
    """As comtrade.un.org printed it until 2022."""
    head = (
        "Classification,Year,Period,Period Desc.,Aggregate Level,Is Leaf Code,Trade Flow Code,Trade Flow,Reporter Code,Reporter,"
        "Reporter ISO,Partner Code,Partner,Partner ISO,Commodity Code,Commodity,Qty Unit Code,Trade Value (US$),Flag"
    )

    def row(reporter: str, flow: int, partner: str, code: str, label: str, value: float) -> str:
        name = {1: "Import", 2: "Export"}[flow]
        return f'H5,2023,2023,2023,6,1,{flow},{name},0,x,{reporter},0,x,{partner},{code},"{label}",8,{value},0'

    rows = [head]
    for code, label, supply, demand, trade, *_ in TEN:
        if supply:
            rows.append(row("KAZ", 2, "WLD", code, label, supply * 1000))
        rows.append(row("KGZ", 1, "WLD", code, label, demand * 1000))
        if trade:
            rows.append(row("KAZ", 2, "KGZ", code, label, trade * 1000))
    file = path / "comtrade.csv"
    file.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return file


def trade_map(path: Path) -> Path:
    """As Trade Map saves «Existing and potential trade»: lines above the head, a head of two rows, codes with a mark."""
    rows = [
        ["Existing and potential trade between Kazakhstan and Kyrgyzstan in 2023"],
        ["Product : All products at 6 digits"],
        ["Unit : US Dollar thousand"],
        [""],
        ["Product code", "Product label", "Kazakhstan's exports to Kyrgyzstan", "", "", "Kyrgyzstan's imports from world", "",
         "Kazakhstan's exports to world", "", "Indicative potential trade, USD thousand"],
        ["", "", "Value in 2022", "Value in 2023", "Annual growth in value between 2019-2023, %, p.a.",
         "Value in 2022", "Value in 2023", "Value in 2022", "Value in 2023", ""],
        ["'TOTAL", "All products", "1", "1", "0", "1", "1", "1", "1", "1"],
    ]  # fmt: skip
    for code, label, supply, demand, trade, _, left in TEN:
        rows.append(
            [f"'{code}", label, "7", str(trade), "3", "9", f"{demand:,}", "8", str(supply) if supply else "", str(left)]
        )
    file = path / "Trade_Map.txt"
    file.write_text("\n".join("\t".join(row) for row in rows) + "\n", encoding="utf-8")
    return file


def trade_map_page(path: Path, *, spans: bool = True) -> Path:
    """As Trade Map saves it for Excel: a web page named .xls, whose head spans rows and columns, lines above it."""
    groups = ("Kazakhstan's exports to Kyrgyzstan", "Kyrgyzstan's imports from world", "Kazakhstan's exports to world")
    rows = [
        "<tr><td>Bilateral trade between Kazakhstan and Kyrgyzstan</td></tr>",
        "<tr><td>Product: TOTAL All products</td></tr><tr><td>Unit : US Dollar thousand</td></tr>",
    ]
    heads = "".join(f'<th colspan="{2 if spans else 1}">{group}</th>' for group in groups)
    high = ' rowspan="2"' if spans else ""
    rows.append(f"<tr><th{high}>Product<br>code</th><th{high}>Product label</th>{heads}</tr>")
    rows.append("<tr>" + "<th>Value in 2022</th><th>Value in 2023</th>" * 3 + "</tr>")
    for code, label, supply, demand, trade, *_ in TEN:
        values = "".join(f"<td>{v:,}</td>" if v else "<td>&nbsp;</td>" for v in (7, trade, 9, demand, 8, supply))
        rows.append(f"<tr><td>'{code}</td><td>{label} &amp; such</td>{values}</tr>")
    file = path / "Trade_Map_-_Bilateral_trade_between_Kazakhstan_and_Kyrgyzstan.xls"
    file.write_text(f"<html><body><div><table>{''.join(rows)}</table></div></body></html>", encoding="utf-8")
    return file


def trade_map_unspanned(path: Path) -> Path:
    """The same where a program has turned it into cells and lost what spans: the second row stands two to the left."""
    return trade_map_page(path, spans=False)


def trade_map_text(path: Path) -> Path:
    """As Trade Map saves it as text: one row of heads, tabs, the last of which ends each row."""
    groups = ("Kazakhstan's exports to Kyrgyzstan", "Kyrgyzstan's imports from world", "Kazakhstan's exports to world")
    years = (2022, 2023)
    rows = [["Product code", "Product label", *(f"{g}, Value in {y}, USD thousand" for g in groups for y in years), ""]]
    for code, label, supply, demand, trade, *_ in TEN:
        rows.append([code, label, "7", str(trade), "9", str(demand), "8", str(supply), ""])
    file = path / "Trade_Map.txt"
    file.write_text("\n".join("\t".join(row) for row in rows) + "\n", encoding="utf-8")
    return file


def buyer_s_side(path: Path) -> Path:
    """The same asked from the buyer's side: what goes between the two is as the buyer counts it."""
    file = trade_map_text(path)
    words = file.read_text(encoding="utf-8").replace(
        "Kazakhstan's exports to Kyrgyzstan", "Kyrgyzstan's imports from Kazakhstan"
    )
    file.write_text(words, encoding="utf-8")
    return file


def new_site(path: Path) -> tuple[Path, ...]:
    """As Trade Map's new site saves it: a file a flow, codes of states, the flow in the file's name alone."""
    flows = {
        "kazakhstans-exports-to-world-by-product_all": ("398", "Kazakhstan", "000", "World", 2),
        "kyrgyzstans-imports-from-world-by-product_all": ("417", "Kyrgyzstan", "000", "World", 3),
        "kazakhstans-exports-to-kyrgyzstan-by-product_all (1)": ("398", "Kazakhstan", "417", "Kyrgyzstan", 4),
    }
    files = []
    for name, (reporter, one, other, two, place) in flows.items():
        rows = [
            "reporterCd,reporterLabel,partnerCd,partnerLabel,productCd,productLabel,2022 (USD Thousand),2023 (USD Thousand)"
        ]
        rows += [f'{reporter},{one},{other},{two},{row[0]},"{row[1]}",1,{row[place] or ""}' for row in TEN]
        rows.append(f"{reporter},{one},{other},{two},TOTAL,All products,1,1")
        files.append(path / f"{name}.csv")
        files[-1].write_text("\n".join(rows) + "\n", encoding="utf-8")
    return tuple(files)


def lists(path: Path) -> tuple[Path, ...]:
    """Lists of one country's products beside a table of both: whose they are stands in the file's name."""
    files = []
    for name, kind, place in (("exported_by_Kazakhstan", "Exported", 2), ("imported_by_Kyrgyzstan", "Imported", 3)):
        rows = [f"Code\tProduct label\t{kind} value in 2023, US Dollar thousand"]
        rows += [f"'{row[0]}\t{row[1]}\t{row[place] or ''}" for row in TEN]
        files.append(path / f"Trade_Map_-_List_of_products_{name}.txt")
        files[-1].write_text("\n".join(rows) + "\n", encoding="utf-8")
    rows = ["Product code\tProduct label\tKazakhstan's exports to Kyrgyzstan, Value in 2023, USD thousand"]
    rows += [f"{row[0]}\t{row[1]}\t{row[4]}" for row in TEN]
    files.append(path / "Trade_Map.txt")
    files[-1].write_text("\n".join(rows) + "\n", encoding="utf-8")
    return tuple(files)


WRITERS = [baci, comtrade, old_comtrade, trade_map, trade_map_page, trade_map_unspanned, trade_map_text, buyer_s_side,
           new_site, lists]  # fmt: skip


def written(write: Callable[[Path], Path | tuple[Path, ...]], path: Path) -> tuple[Path, ...]:
    files = write(path)
    return files if isinstance(files, tuple) else (files,)


@pytest.mark.parametrize("write", WRITERS)
def test_every_publisher_s_table_tells_the_same(tmp_path: Path, write: Callable[[Path], Path]) -> None:
    table = read_goods(written(write, tmp_path), "KAZ", "KGZ", 2023)
    found = of_goods(table, "KAZ", "KGZ")
    assert (found.count, found.total) == (COUNT, pytest.approx(TOTAL))
    assert (found.ease is not None) == (write is baci)
    if write is baci:
        assert found.ease == pytest.approx(of_goods(goods(), "KAZ", "KGZ").ease)
    assert table.rest.where.endswith(f"({table.form})")
    assert ("as KGZ counts it" in found.little) == (write is buyer_s_side)


@pytest.mark.parametrize(
    ("write", "old", "new", "words"),
    [
        (baci, "t,i,j,k,v,q", "t,i,j,k,w,q", "no head that is known.*expected UN Comtrade"),
        (baci, "150.000", "lots", "row 2.*'lots' is no number"),
        (baci, "150.000", "-150.000", "row 2.*0 or more"),
        (baci, "100199", "1001", "row 2"),
        (baci, "2023,398,417", "2023;398;417", "row 2"),
        (comtrade, "900000", "", "row .*is no number.*nothing is filled in"),
        (trade_map, "thousand", "", "no line says the unit"),
        (trade_map, "Kyrgyzstan's imports from world", "Imports", "nothing tells KGZ's imports from the world in 2023"),
        (trade_map, "US Dollar thousand", "Euro thousand", "no line says the unit"),
        (comtrade, "X,Export,0,KGZ", "X,Export,0,CHN", "nothing tells KAZ's exports to KGZ in 2023"),
        (comtrade, "C,A,20230101", "C,M,20230101", "give a table by year"),
        (new_site, "(USD Thousand)", "(tonnes)", "no line says the unit"),
        (trade_map, "'100199\tWheat\t7\t150", "'100199\tWheat\t7\tn.a.x", "is no number"),
    ],
)
def test_a_wrong_table_is_one_line(
    tmp_path: Path, write: Callable[[Path], Path], old: str, new: str, words: str
) -> None:
    files = written(write, tmp_path)
    file = files[0]
    text = file.read_text(encoding="utf-8")
    assert old in text
    if old == "100199" and write is baci:
        text = text.replace("417,100199", "417,x1001", 1)
    else:
        text = text.replace(old, new, 1 if old.startswith("'1001") or old == "900000" else -1)
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=words) as caught:
        read_goods(files, "KAZ", "KGZ", 2023)
    assert file.name in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_name_that_says_the_flow_is_needed(tmp_path: Path) -> None:
    """Trade Map's tables of one flow do not say in their head whose it is, or which way it goes."""
    for write in (new_site, lists):
        first = written(write, tmp_path)[0]
        with pytest.raises(InputError, match="keep the name that Trade Map gave the file"):
            read_goods([first.rename(tmp_path / "table.csv")], "KAZ", "KGZ")


def test_states_by_number_where_letters_are_left_out(tmp_path: Path) -> None:
    file = comtrade(tmp_path)
    rows = file.read_text(encoding="utf-8").splitlines()
    cells = [row.split(",") for row in rows]
    for row in cells[1:]:
        row[6], row[7] = {"KAZ": "398", "KGZ": "417"}[row[7]], ""
        row[11], row[12] = {"W00": "0", "KGZ": "417"}[row[12]], ""
    file.write_text("\n".join(map(",".join, cells)) + "\n", encoding="utf-8")
    assert of_goods(read_goods([file], "KAZ", "KGZ"), "KAZ", "KGZ").count == COUNT


def test_several_editions_of_the_system_are_told(tmp_path: Path) -> None:
    file = comtrade(tmp_path)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(",H6,", ",H5,", 3), encoding="utf-8")
    assert "(H5, H6)" in of_goods(read_goods([file], "KAZ", "KGZ"), "KAZ", "KGZ").little


def test_an_archive_is_to_be_unpacked(tmp_path: Path) -> None:
    packed = tmp_path / "BACI.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("BACI.csv", "t,i,j,k,v,q\n")
    with pytest.raises(InputError, match="unpack"):
        read_goods([packed], "KAZ", "KGZ")


def test_other_states_years_and_files_are_told(tmp_path: Path) -> None:
    file = baci(tmp_path)
    with pytest.raises(InputError, match="nothing of 2019; it holds 2023"):
        read_goods([file], "KAZ", "KGZ", 2019)
    with pytest.raises(InputError, match="no row of TUR and UZB"):
        read_goods([file], "TUR", "UZB")
    with pytest.raises(InputError, match="no such file"):
        read_goods([tmp_path / "none.csv"], "KAZ", "KGZ")
    with pytest.raises(InputError, match="tables of one form"):
        read_goods([file, comtrade(tmp_path)], "KAZ", "KGZ")
    with pytest.raises(InputError, match="comes twice"):
        read_goods([file, file], "KAZ", "KGZ")


CLAIMS = (
    figure("trade.commodity_lines", "195", None, unit="count", status="potential", from_="KAZ", to="KGZ"),
    figure("trade.export_potential", "260000000", None, status="potential", from_="KAZ", to="KGZ"),
    figure("trade.export", "1300000000", "2023"),
)


def test_a_claim_beside_what_can_be_checked() -> None:
    (found,) = of_relationship(related(told(*CLAIMS)))
    checks = {check.what: check for check in found.checks}
    assert checks["worth of a line"].value == pytest.approx(260e6 / 195)
    assert checks["share of yearly exports"].value == pytest.approx(20)
    assert checks["computed anew"].value is None
    assert "no table" in checks["computed anew"].says
    assert len(found.rests) == 2
    assert all(len(rest.id) == 24 for rest in found.rests)


def test_a_claim_beside_a_computed_figure() -> None:
    (found,) = of_relationship(related(told(*CLAIMS)), of_goods(goods(), "KAZ", "KGZ"))
    checks = {check.what: check.value for check in found.checks}
    assert checks["lines computed"] == COUNT
    assert checks["worth computed"] == TOTAL
    assert checks["worth of as many lines"] == TOTAL


def test_no_claim_is_told_so() -> None:
    with pytest.raises(InputError, match="no claim of an export potential"):
        of_relationship(related(told(CLAIMS[2])))


def test_the_command(tmp_path: Path) -> None:
    book = tmp_path / "ledger.sqlite"
    with Ledger(book) as ledger:
        ledger.add(told(*CLAIMS))
    run = CliRunner()
    done = run.invoke(cli, ["outlook", "potential", "--ledger", str(book)])
    assert done.exit_code == 0, done.output
    assert "1.333 million USD a line" in done.output
    table = str(baci(tmp_path))
    words = ["outlook", "potential", table, "--seller", "KAZ", "--buyer", "KGZ", "--ledger", str(book)]
    done = run.invoke(cli, words)
    assert done.exit_code == 0, done.output
    assert "7 lines with a potential" in done.output
    row = json.loads(run.invoke(cli, [*words, "--json"]).stdout)
    assert row["computed"]["count"] == COUNT
    assert row["claimed"][0]["checks"]
    assert isinstance(run.invoke(cli, ["outlook", "potential", table]).exception, InputError)
