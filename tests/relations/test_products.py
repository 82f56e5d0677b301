"""Series by goods: which are meant by a code or a name, and the table of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from qatynas.claims.tables import extract_tables
from qatynas.cli import cli
from qatynas.read.tables import table_path
from qatynas.relations import build
from qatynas.relations.products import by_product, code_of, is_meant

TABLE = """reporter,partner,flow,period,value,unit,product
KAZ,KGZ,export,2022,1200,USD,1001
KAZ,KGZ,export,2023,1500,USD,1001
KAZ,KGZ,export,2023,300,USD,1101
KAZ,KGZ,export,2023,9000,USD,total
KGZ,KAZ,import,2023,1400,USD,1001
KAZ,KGZ,export,2023-05,140,USD,100199
KGZ,KAZ,export,2023,77,USD,0713
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "goods.csv"
    path.write_text(TABLE)
    return path


@pytest.mark.parametrize(
    ("product", "asked"),
    [
        ("1001", "1001"), ("1001", "10"), ("100199", "1001"), ("1001", "бидай"), ("бидай", "1001"), ("бидай", "10"),
        ("бидай", "бидайдың"), ("бидай", "bidai"), ("1001 Wheat and meslin", "бидай"), ("10.01", "1001"),
        ("көмір", "27"), ("шайыр", "Шайыр"),
    ],
)  # fmt: skip
def test_goods_that_are_meant(product: str, asked: str) -> None:
    assert is_meant(product, asked)


@pytest.mark.parametrize(
    ("product", "asked"),
    [("1101", "1001"), ("10", "1001"), ("ұн", "бидай"), (None, "1001"), ("", "10"), ("шайыр", "27")],
)
def test_other_goods_are_not(product: str | None, asked: str) -> None:
    assert not is_meant(product, asked)


def test_codes() -> None:
    assert [code_of(one) for one in ("0713", "07.13", "0713: beans", "бидай", "шайыр", None)] == [
        "0713", "0713", "0713", "1001", "", "",
    ]  # fmt: skip


def test_a_row_for_each_good_side_and_reporter(table: Path) -> None:
    tables = table_path(table)
    assert tables is not None
    found = by_product(build([extract_tables(tables)], ("KAZ", "KGZ")).courses)
    told = [
        (row.code, row.from_, row.reporter, {year: int(fact.claim.quantity.value) for year, fact in row.years.items()})
        for row in found
    ]
    assert told == [
        ("0713", "KGZ", "KGZ", {"2023": 77}),
        ("1001", "KAZ", "KAZ", {"2022": 1200, "2023": 1500}),
        ("1001", "KAZ", "KGZ", {"2023": 1400}),
        ("100199", "KAZ", "KAZ", {}),
        ("1101", "KAZ", "KAZ", {"2023": 300}),
    ]
    assert [row.name for row in found][1] == "бидай"
    assert [row.other for row in found] == [0, 0, 0, 1, 0]


def test_the_command_lists_goods_and_shows_one(table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(table.parent)

    def run(*words: str) -> str:
        result = CliRunner().invoke(cli, list(words), catch_exceptions=False)
        assert result.exit_code == 0, result.output
        return result.output.replace("\N{NO-BREAK SPACE}", " ")

    run("add", "goods.csv")
    listed = run("series", "trade", "--by-product").splitlines()
    assert listed[0].split() == ["code", "good", "indicator", "way", "reporter", "2022", "2023"]
    assert len(listed) == 6
    assert "1,500 USD" in listed[2]
    one = run("series", "trade.export", "--product", "бидай")
    assert [number in one for number in ("1,200 USD", "140 USD", "300 USD", "9,000")] == [True, True, False, False]
    assert '"name": "бидай"' in run("series", "trade", "--by-product", "--json")
    missing = CliRunner().invoke(cli, ["series", "trade", "--product", "99"])
    assert missing.exit_code != 0
    assert "no figure of trade tells of such a good" in str(missing.exception)
