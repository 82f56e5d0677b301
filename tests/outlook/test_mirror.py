"""Both offices' statistics side by side."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from checks.worlds import figure, related, told
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from qatynas import Ledger
from qatynas.cli import cli
from qatynas.model import Claim, InputError
from qatynas.outlook import mirror
from qatynas.relations import build

PUBLISHED = {  # Kyrgyz imports over Kazakh exports, Kazakh imports over Kyrgyz exports, 2018 to 2023
    ("KAZ", "KGZ"): (0.918, 1.041, 0.901, 0.981, 0.971, 0.752),
    ("KGZ", "KAZ"): (0.901, 0.910, 0.936, 0.983, 1.105, 1.205),
}


def year(period: int, sold: float, bought: float, from_: str = "KAZ", to: str = "KGZ", **more: str) -> list[Claim]:
    way = {"from_": from_, "to": to}
    return [
        figure("trade.export", str(round(sold)), str(period), reporter=from_, **way, **more),
        figure("trade.import", str(round(bought)), str(period), reporter=to, **way, **more),
    ]


def mirrored(*claims: list[Claim]) -> mirror.Mirror:
    return mirror.of_relationship(related(told(*(claim for both in claims for claim in both))))


def test_freight_explains_up_to_a_tenth_and_nothing_below_one() -> None:
    found = mirrored(year(2020, 100e6, 108e6), year(2021, 100e6, 115e6), year(2022, 100e6, 90e6)).flows[0]
    assert [(round(y.explained), round(y.unexplained)) for y in found.years] == [
        (8_000_000, 0),
        (10_000_000, 5_000_000),
        (0, -10_000_000),
    ]
    assert not any(y.flagged for y in found.years)


def test_years_that_part_ways_are_flagged_and_their_range_holds_both() -> None:
    found = mirrored(*(year(2015 + n, 100e6, 101e6 + n * 1e6) for n in range(6)), year(2021, 100e6, 70e6)).flows[0]
    assert [y.year for y in found.years if y.flagged] == [2021]
    assert found.year(2021).estimate.low <= 70e6 / 1.1 + 1
    assert found.year(2021).estimate.high >= 100e6


def test_a_break_with_what_is_usual_is_flagged_too() -> None:
    found = mirrored(*(year(2015 + n, 100e6, 84e6 + n * 1e5) for n in range(6)), year(2021, 100e6, 110e6)).flows[0]
    assert "breaks with" in found.year(2021).flagged


def test_the_newest_edition_counts_and_revisions_are_told() -> None:
    first = figure("trade.export", "90000000", "2021", reporter="KAZ", edition="2022")
    found = mirrored([first], year(2021, 100e6, 104e6, edition="2024"))
    assert found.flows[0].year(2021).sold == 100e6
    office = next(one for one in found.offices if one.reporter == "KAZ")
    assert office.revisions == 1
    assert office.revised == pytest.approx(math.log(100 / 90) * 100)


def test_the_steadier_office_weighs_more() -> None:
    course = [100e6 * 1.1**n for n in range(8)]
    unsteady = [value * (1.08 if n % 2 else 0.93) * 1.05 for n, value in enumerate(course)]
    found = mirrored(*(year(2015 + n, a, b) for n, (a, b) in enumerate(zip(course, unsteady, strict=True))))
    weights = {office.reporter: office.weight for office in found.offices}
    assert weights["KAZ"] > 0.6
    assert sum(weights.values()) == pytest.approx(1)


@given(st.lists(st.tuples(st.floats(1e6, 1e9), st.floats(1e6, 1e9)), min_size=1, max_size=8))
def test_an_estimate_lies_in_its_range(years: list[tuple[float, float]]) -> None:
    found = mirrored(*(year(2010 + place, sold, bought) for place, (sold, bought) in enumerate(years)))
    for one in found.flows[0].years:
        assert one.estimate.low <= one.estimate.value * (1 + 1e-9)
        assert one.estimate.value <= one.estimate.high * (1 + 1e-9)
        assert one.explained + one.unexplained == pytest.approx(one.bought - one.sold, abs=1)
        if not 0.8 <= one.ratio <= 1.25:
            assert one.flagged


def test_one_office_alone_is_no_mirror() -> None:
    with pytest.raises(InputError, match="both sides' tables"):
        mirrored(year(2020, 1e6, 1e6)[:1])


def test_the_command(tmp_path: Path) -> None:
    book = tmp_path / "ledger.sqlite"
    with Ledger(book) as ledger:
        ledger.add(told(*year(2022, 100e6, 104e6), *year(2023, 100e6, 70e6)))
    picture = tmp_path / "mirror.svg"
    done = CliRunner().invoke(cli, ["outlook", "mirror", "--ledger", str(book), "--picture", str(picture)])
    assert done.exit_code == 0, done.output
    assert "0.700" in done.output
    assert picture.exists()


def test_the_workbooks_ratios(shared: Path) -> None:
    """The published ratios 2018 to 2023 come out of both offices' workbooks, and 2023 is flagged."""
    from qatynas.claims.tables import extract_tables
    from qatynas.read.tables import table_path

    folder = shared / "data" / "trade"
    books = [*(folder / "raw_kz_bns").glob("*.xls"), *(folder / "raw_kg_nsc").glob("4.03.00.*Географическое*")]
    found = mirror.of_relationship(
        build([extract_tables(table_path(book), pair=("KAZ", "KGZ")) for book in books], ("KAZ", "KGZ"))
    )
    for flow in found.flows:
        ratios = [year.ratio for year in flow.years if 2018 <= year.year <= 2023]
        assert ratios == pytest.approx(PUBLISHED[flow.from_, flow.to], abs=6e-4)
    assert [year.year for year in found.flows[0].years if year.flagged] == [2023]
    assert found.flows[0].alone == tuple(range(1994, 2018))
    assert all(rest.id and ", " in rest.where for rest in found.rests)


def test_numbers_without_an_office_are_taken_as_they_are_named_and_said_to_be() -> None:
    """An export is the seller's count, an import the buyer's; one with its office stands before one without."""
    bare = [
        figure("trade.export", "100000000", "2020"),
        figure("trade.import", "90000000", "2020", from_="KAZ", to="KGZ"),
    ]
    found = mirrored(bare, year(2021, 100e6, 105e6))
    assert [one.named for one in found.flows[0].years] == [False, True]
    assert "of 1 years some number is told without its office" in found.little
    both = mirrored([figure("trade.export", "70000000", "2021")], year(2021, 100e6, 105e6))
    assert both.flows[0].year(2021).sold == 100e6
    assert "without its office" not in both.little
