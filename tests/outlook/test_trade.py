"""A year from part of it, and the chance of a target."""

from __future__ import annotations

import itertools
import json
import math
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from checks.worlds import figure, related, told
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from qatynas import Ledger
from qatynas.cli import cli
from qatynas.model import InputError
from qatynas.outlook import errors as past
from qatynas.outlook import trade
from qatynas.outlook.ahead import growths_of, onward, reached_by
from qatynas.outlook.months import Months, read_months, together
from qatynas.outlook.nowcast import GROWTH, RUN_RATE, SHARE, SMOOTHING, combine, estimates
from qatynas.outlook.told import statistics

SEASON = (0.7, 0.7, 0.9, 0.9, 1.0, 1.0, 1.0, 1.0, 1.1, 1.2, 1.2, 1.3)


def monthly(years: int, growth: float = 1.1, first: int = 2018, uneven: float = 0.0) -> Months:
    """Months whose years have one season and grow by one factor; uneven is a share that they go up and down by."""
    values = [1e8 * growth**year * share for year in range(years) for share in SEASON]
    values = [value * (1 + uneven * math.sin(7 * place)) for place, value in enumerate(values)]
    return Months("own.csv", (first, 1), tuple(values))


def levels(*known: tuple[str, str]) -> list:
    return [figure("trade.turnover", value, period) for period, value in known]


YEARS = (("2021", "1000000000"), ("2022", "1200000000"), ("2023", "1300000000"), ("2024", "1600000000"))
PART = ("2025-01/2025-05", "800000000")


def test_one_part_year_figure_is_enough_and_says_how_little_it_is() -> None:
    found = trade.of_relationship(related(told(*levels(PART), published="2025-08-21")))
    assert found.total.value == pytest.approx(8e8 * 12 / 5)
    assert found.combined == (RUN_RATE,)
    assert found.total.low < found.total.value < found.total.high
    assert "one figure of 5 months" in found.little
    assert found.errors.borrowed in found.little
    assert [rest.id for rest in found.rests] == [found.rests[0].id]
    assert len(found.rests[0].id) == 24


def test_growth_told_or_made_of_two_parts() -> None:
    year = levels(*YEARS, PART)
    stated = figure("trade.turnover", "25", PART[0], unit="percent", measure="growth", base_period="2024-01/2024-05")
    before = levels(("2024-01/2024-05", "640000000"))
    for more in ([stated], before):
        found = trade.of_relationship(related(told(*year, *more, published="2025-08-21")))
        totals = {way.method: way.total for way in found.ways}
        assert totals[GROWTH] == pytest.approx(1.6e9 * 1.25)


def test_own_past_parts_give_the_share() -> None:
    parts = levels(("2023-01/2023-05", "520000000"), ("2024-01/2024-05", "640000000"), PART)
    found = trade.of_relationship(related(told(*levels(*YEARS), *parts, published="2025-08-21")))
    assert found.combined == (SHARE,)
    assert found.total.value == pytest.approx(8e8 / 0.4)


def test_a_proxy_is_called_one_and_cut_at_what_was_published() -> None:
    relationship = related(told(*levels(*YEARS, PART), published="2025-08-21"))
    found = trade.of_relationship(relationship, proxy=monthly(8))
    assert found.proxy == "own.csv"
    assert "proxy" in found.little
    assert found.total.value == pytest.approx(8e8 / (sum(SEASON[:5]) / sum(SEASON)))
    later = trade.of_relationship(relationship, proxy=monthly(7))
    assert later.total == found.total  # 2025 of the proxy says nothing of past shares


def test_what_was_published_by_a_day() -> None:
    months = monthly(8)
    assert months.known_by(date(2025, 8, 21)).last == (2025, 6)
    assert months.known_by(date(2025, 8, 10)).last == (2025, 5)
    assert months.known_by(date(2025, 2, 20)).last == (2024, 12)


def test_the_chance_of_targets() -> None:
    targets = [
        figure("trade.turnover", "2000000000", "2025", status="target"),
        figure("trade.turnover", "3000000000", "../2030", status="target"),
        figure("trade.turnover", "2500000000", None, status="target"),
        figure("trade.turnover", "1500000000", "../2020", status="target"),
        figure("trade.turnover", "1200000000", "2025", status="forecast", published="2024-01-01"),
    ]
    relationship = related(told(*levels(*YEARS, PART), *targets, published="2025-08-21"))
    found = {chance.target: chance for chance in trade.chances(relationship)}
    assert 0.02 < found[2e9].probability < 0.98
    assert found[3e9].probability > found[3e9].by_year[0][1]
    assert [year for year, _ in found[3e9].by_year] == list(range(2025, 2031))
    assert "no deadline" in found[2.5e9].why
    assert found[1.5e9].probability is None
    assert "past" in found[1.5e9].why
    for chance in found.values():
        shares = [share for _, share in chance.by_year]
        assert shares == sorted(shares)
        assert all(0 < share < 1 for share in shares)


def test_without_a_part_year_chances_start_from_the_last_full_year() -> None:
    target = figure("trade.turnover", "2000000000", "2026", status="target")
    relationship = related(told(*levels(*YEARS), target, published="2025-08-21"))
    with pytest.raises(InputError, match="no part of a year"):
        trade.of_relationship(relationship)
    (chance,) = trade.chances(relationship)
    assert chance.by_year[0][0] == 2025
    assert 0.2 < chance.probability < 0.999


def test_a_reached_target_has_no_chance_any_more() -> None:
    target = figure("trade.turnover", "1500000000", "2025", status="target", published="2023-01-01")
    (chance,) = trade.chances(related(told(*levels(*YEARS), target, published="2024-12-31")))
    assert chance.probability is None
    assert "reached" in chance.why


def test_a_year_that_only_its_growth_tells_of() -> None:
    growth = figure("trade.turnover", "20", "2021", unit="percent", measure="growth", base_period="2020")
    (one,) = statistics(related(told(*levels(*YEARS), growth)), "trade.turnover")
    assert one.year(2020).amount.value == pytest.approx(1e9 / 1.2)


def test_a_year_told_before_it_was_over_is_no_full_year() -> None:
    early = related(told(figure("trade.turnover", "900000000", "2025"), published="2025-08-01"))
    with pytest.raises(InputError):
        trade.of_relationship(early)


def test_methods_on_a_series_with_one_season() -> None:
    months = monthly(5, uneven=0.02)
    found = estimates(months, 2022, 5)
    truth = months.total(2022)
    assert found[SHARE] == pytest.approx(truth, rel=0.02)
    assert found[GROWTH] == pytest.approx(truth, rel=0.02)
    assert found[RUN_RATE] == pytest.approx(truth * sum(SEASON[:5]) / 5 / sum(SEASON) * 12, rel=0.02)
    assert found[SMOOTHING] == pytest.approx(truth, rel=0.03)
    assert combine(found)[1] == (SHARE, SMOOTHING)


def test_nothing_later_than_the_month_is_used() -> None:
    months = changed = monthly(5, uneven=0.02)
    place = months.place(2022, 5) + 1
    changed = Months(months.name, months.first, months.values[:place] + tuple(9e9 for _ in months.values[place:]))
    assert estimates(months, 2022, 5) == estimates(changed, 2022, 5)


def test_a_monthly_series_in_the_ledger_is_told_by_its_own_errors() -> None:
    months = monthly(4, first=2021, uneven=0.02)
    known = list(itertools.islice(months.values, 41))
    claims = [
        figure("trade.turnover", str(round(value)), f"{2021 + place // 12}-{place % 12 + 1:02}", reporter="KAZ")
        for place, value in enumerate(known)
    ]
    found = trade.of_relationship(related(told(*claims, published="2024-08-01")))
    assert (found.year, found.months) == (2024, 5)
    assert found.combined == (SHARE, SMOOTHING)
    assert found.errors.borrowed == ""
    assert found.total.value == pytest.approx(months.total(2024), rel=0.03)


@given(st.lists(st.floats(0.001, 1), min_size=1, max_size=50), st.floats(-3, 3), st.floats(-3, 3))
def test_chances_fall_with_the_target_and_are_never_0_or_1(sizes: list[float], one: float, other: float) -> None:
    errors = past.errors_of(sizes)
    low, high = sorted((one, other))
    assert 0 < errors.chance_beyond(high) <= errors.chance_beyond(low) < 1
    assert errors.chance_beyond(one) == pytest.approx(1 - errors.chance_beyond(-one)) or one == 0


def test_the_range_is_the_conformal_quantile() -> None:
    errors = past.errors_of([place / 100 for place in range(1, 20)])
    assert errors.width(0.9) == pytest.approx(0.18)  # the 18th of 19: ceil(20 * 0.9)
    assert past.errors_of([0.1, 0.2]).width(0.9) == pytest.approx(0.4)  # too few: the largest, doubled
    assert errors.chance_beyond(0.18) == pytest.approx(0.05, abs=0.01)


def test_paths_widen_and_follow_the_growth_told() -> None:
    import numpy as np

    years = statistics(related(told(*levels(*YEARS))), "trade.turnover")[0].years
    growths = growths_of(years)
    assert sum(growth for growth, _ in growths) == pytest.approx(math.log(1.6))
    paths = onward(np.full(20_000, 1.6e9), growths, 3)
    middle = np.median(paths, axis=0)
    assert middle[1] / 1.6e9 == pytest.approx(1.6 ** (1 / 3), rel=0.02)
    assert np.log(paths[:, 3]).std() > np.log(paths[:, 1]).std()
    assert reached_by(paths, 1.6e9, 0.005)[0] == 0.995


def table(tmp_path: Path, *rows: str, head: str = "date,value [thousand USD]") -> Path:
    path = tmp_path / "months.csv"
    path.write_text("\n".join((head, *rows)) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("rows", "head", "words"),
    [
        (("2019-01,5", "2019-03,6"), "date,value [thousand USD]", "row 3.*2019-03 follows 2019-01"),
        (("2019-01,5", "2019-01,6"), "date,value [thousand USD]", "row 3.*every month once"),
        (("2019-01,5", "2019-02,"), "date,value [thousand USD]", "row 3.*empty"),
        (("2019-01,-5",), "date,value [thousand USD]", "row 2.*less than 0"),
        (("2019-01,five",), "date,value [thousand USD]", "row 2.*'five' is no number"),
        (("2019-01,nan",), "date,value [thousand USD]", "row 2.*is no number"),
        (("2019,5",), "date,value [thousand USD]", "row 2.*'2019' is no month"),
        (("2019-01,5",), "date,value", r"row 1.*no unit.*value \[USD\]"),
        (("2019-01,5",), "date,value [t]", "row 1.*unit «t»"),
        (("2019-01,5",), "month,value [USD]", "no column «date»"),
        (("2019-01,5,7",), "date,value [USD]", "row 2.*more cells"),
        ((), "date,value [USD]", "no row below the head"),
    ],
)
def test_a_wrong_table_is_one_line_with_row_and_remedy(
    tmp_path: Path, rows: tuple[str, ...], head: str, words: str
) -> None:
    with pytest.raises(InputError, match=words) as caught:
        read_months(table(tmp_path, *rows, head=head))
    assert "months.csv" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_series_of_other_months_are_not_added() -> None:
    with pytest.raises(InputError, match="cut both to the same months"):
        together([monthly(3), monthly(4)])


def test_the_command(tmp_path: Path) -> None:
    book = tmp_path / "ledger.sqlite"
    target = figure("trade.turnover", "2000000000", "2025", status="target")
    with Ledger(book) as ledger:
        ledger.add(told(*levels(*YEARS, PART), target, published="2025-08-21"))
    picture = tmp_path / "chance.svg"
    done = CliRunner().invoke(cli, ["outlook", "trade", "--ledger", str(book), "--picture", str(picture)])
    assert done.exit_code == 0, done.output
    assert "trade.turnover 2025" in done.output
    assert "rests on" in done.output
    assert picture.read_text(encoding="utf-8").startswith("<svg")
    done = CliRunner().invoke(cli, ["outlook", "trade", "--ledger", str(book), "--json"])
    row = json.loads(done.stdout)
    assert row["chances"][0]["claim"] in json.dumps(row["rests"]) or len(row["chances"][0]["claim"]) == 24
    assert row["total"]["low"] < 2e9 < row["total"]["high"]


def test_the_seed_articles(shared: Path) -> None:
    """821.8 million for January to May 2025: at its pace 1.97 billion, by a proxy's shares about 2.09."""
    from qatynas.claims import extract
    from qatynas.read import read_path
    from qatynas.relations import build

    notes = [extract(read_path(path)) for path in sorted((shared / "corpus" / "seeds").glob("*.txt"))]
    relationship = build(notes, ("KAZ", "KGZ"))
    alone = trade.of_relationship(relationship)
    assert alone.total.value == pytest.approx(1.972e9, rel=1e-3)
    assert alone.total.low < 2e9 < alone.total.high
    assert all(0.01 < chance.probability < 0.99 for chance in alone.chances if chance.target == 2e9)
    flows = [
        read_months(shared / "data" / "trade" / f"kz_bns_monthly_{name}_2019_2026.csv", unit="thousand USD")
        for name in ("exports", "imports")
    ]
    by_proxy = trade.of_relationship(relationship, proxy=together(flows))
    assert by_proxy.total.value == pytest.approx(2.09e9, rel=5e-3)
    share = next(way for way in by_proxy.ways if way.method == SHARE)
    assert "1.943 billion … 2.29 billion" in share.why
    assert "to 2025-06" in " ".join(rest.says for rest in by_proxy.rests)


def test_what_checks_leave_of_a_figure_counts() -> None:
    """821.8 told as «about 0.8 billion», beside both sides' exports to the tenth: what both leave is what counts."""
    from qatynas.checks import findings

    part = PART[0]
    claims = [
        *levels(*YEARS),
        figure("trade.turnover", "800000000", part, low="750000000", high="850000000"),
        figure("trade.export", "600000000", part, low="599500000", high="600500000", from_="KAZ", to="KGZ"),
        figure("trade.import", "221800000", part, low="221700000", high="221900000", from_="KGZ", to="KAZ"),
    ]
    relationship = related(told(*claims, published="2025-08-21"))
    wide = trade.of_relationship(relationship)
    found = trade.of_relationship(relationship, findings=findings(relationship))
    assert (wide.so_far.low, wide.so_far.high) == (7.5e8, 8.5e8)
    assert found.so_far.low == pytest.approx(821.2e6)
    assert found.so_far.high == pytest.approx(822.4e6)
    assert found.so_far.low <= found.so_far.value <= found.so_far.high
    assert found.total.high - found.total.low < wide.total.high - wide.total.low
    assert len(found.rests) == 3
    assert "which 2 other claims narrow" in found.little


def test_of_two_sources_only_the_one_that_holds_what_is_left_is_narrowed() -> None:
    from qatynas.model.finding import Cited, Finding, Grade, Narrowed

    claim = figure("trade.turnover", "800000000", PART[0], low="750000000", high="850000000")
    relationship = related(told(claim, published="2025-08-21"))
    (fact,) = relationship.facts
    report = fact.reports[0]
    for low, high, told_low in (("700000000", "710000000", 7.5e8), ("800000000", "810000000", 8e8)):
        left = Narrowed(
            "", "level", "USD", PART[0], Decimal(low), Decimal(high), Decimal(1), Decimal(2), "trade.turnover"
        )
        finding = Finding(
            "arithmetic", Grade.CONSISTENT, "", (Cited(report.id, report.source, report.claim),), narrowed=(left,)
        )
        assert trade.of_relationship(relationship, findings=(finding,)).so_far.low == told_low
