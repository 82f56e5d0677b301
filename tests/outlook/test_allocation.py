"""The division of rivers, from claims alone. Every sentence is written for this test."""

from __future__ import annotations

from pathlib import Path

import pytest
from checks.worlds import figure, related, told
from click.testing import CliRunner

from qatynas import Ledger
from qatynas.claims import extract
from qatynas.cli import cli
from qatynas.model import Claim, InputError
from qatynas.outlook import allocation
from qatynas.outlook.allocation import DELIVERED, GIVEN, PLAN, PLANNED
from qatynas.outlook.rivers import divisions, rivers_in
from qatynas.read import read_bytes
from qatynas.relations import build

PAIR = ("KAZ", "KGZ")
SEASON = "2025-04/2025-09"


def water(value: str, period: str | None, subject: str | None = None, status: str = "actual") -> Claim:
    return figure("water.volume", value, period, unit="m3", from_="KGZ", to="KAZ", subject=subject, status=status)


def season(*claims: Claim, published: str) -> allocation.Season:
    return allocation.of_relationship(related(told(*claims, published=published))).seasons[-1]


RIVER = "Шу өзені"


def test_delivered_against_planned_to_date() -> None:
    found = season(
        water("200000000", SEASON, RIVER, "target"),
        water("90000000", "2025-04/2025-06", RIVER, "target"),
        water("99000000", "2025-04/2025-06", RIVER),
        published="2025-07-02",
    )
    course = found.course("Шу")
    assert course.ahead == 9_000_000
    assert course.ahead_percent == pytest.approx(10)
    assert dict(course.ways)["the rest as planned"] == 209_000_000
    assert course.forecast.low == 200_000_000
    assert course.forecast.high == pytest.approx(220_000_000)


def test_what_is_owed_after_the_season() -> None:
    claims = [
        water("200000000", SEASON, RIVER, "target"),
        water("300000000", SEASON, "Талас өзені", "target"),
        water("160000000", SEASON, RIVER),
        water("310000000", SEASON, "Талас өзені"),
    ]
    found = season(*claims, published="2025-10-20")
    assert found.course("Шу").balance.value == -40_000_000
    assert found.course("Талас").balance.value == 10_000_000
    every = found.course()
    assert every.volume(GIVEN).summed
    assert every.balance.value == -30_000_000
    assert len(every.volume(GIVEN).rests) == 2
    assert every.share_of_plan == pytest.approx(94)


def test_a_year_told_before_the_season_was_over_is_told_to_its_day() -> None:
    found = season(
        water("160000000", "2025", RIVER), water("200000000", "2025", RIVER, "target"), published="2025-07-15"
    )
    course = found.course("Шу")
    assert course.volume(DELIVERED).until == "2025-07-15"
    assert course.volume(GIVEN) is None
    assert course.volume(PLAN) is not None


def test_another_water_is_left_out() -> None:
    claims = [water("900000000", "2024", "Тоқтоғұл су қоймасы"), water("160000000", "2024", RIVER)]
    found = season(*claims, published="2025-01-15")
    assert [course.river for course in found.courses] == ["Шу"]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Шудан су келді", {"Шу"}),
        ("Таластың суы бөлінді", {"Талас"}),
        ("Шу мен Талас өзендері арқылы", {"Шу", "Талас"}),
        ("Шу-Талас өзендері арқылы", {"Шу", "Талас"}),
        ("Шу-Талас комиссиясы бекітті", set()),
        ("Киров су қоймасынан жіберілді", {"Талас"}),
        ("Орто-Тоқойдан босатылды", {"Шу"}),
        ("شۋ وزەنىنەن كەلدى", {"Шу"}),
        ("تالاس وزەنىنەن سۋ الىندى", {"Талас"}),
        ("Сырдариядан су келді", set()),
    ],
)
def test_rivers_by_their_names(words: str, named: set[str]) -> None:
    assert rivers_in(words, divisions()["KAZ-KGZ"]) == named


def read(*texts: str) -> allocation.Allocation:
    notes = [extract(read_bytes(text.encode(), f"{n}.txt"), pair=PAIR) for n, text in enumerate(texts)]
    return allocation.of_relationship(build(notes, PAIR))


JULY = (
    "Су қалай бөлінді\n2025 жылғы 1 шілде\n\n"
    "Қырғызстаннан көктемнен бері су келіп тұр. Сәуірден бері Шу мен Талас өзендерімен Қазақстанға 304,3 млн текше метр су "
    "жеткізілді. Осы мерзімге арналған жоспар 270,1 млн текше метр болатын. Бүкіл вегетация кезеңінде 625 млн текше метр су "
    "беру жоспарланып отыр."
)
OCTOBER = (
    "Маусым қорытындысы\n2025 жылғы 10 қазан\n\n"
    "2025 жылғы вегетация кезеңінде Қырғызстаннан Шу өзені арқылы Қазақстанға 160 млн текше метр су келді. "
    "Талас өзені арқылы 427,5 млн текше метр су алынды."
)


def test_the_plan_of_2025_comes_out_of_what_articles_say() -> None:
    course = read(JULY).seasons[-1].course()
    assert course.volume(PLAN).amount.value == 625_000_000
    assert course.volume(DELIVERED).amount.value == 304_300_000
    assert course.volume(PLANNED).amount.value == 270_100_000
    assert course.ahead_percent == pytest.approx(12.7, abs=0.05)


def test_what_came_by_both_rivers_against_the_plan() -> None:
    found = read(JULY, OCTOBER)
    course = found.seasons[-1].course()
    assert course.volume(GIVEN).amount.value == 587_500_000
    assert course.share_of_plan == pytest.approx(94)
    assert course.balance.value == -37_500_000
    assert "94 % of plan" in found.says


def test_a_number_that_names_no_river_is_of_the_one_told_before_it() -> None:
    found = read(
        "Су\n2025 жылғы 12 қараша\n\nБиыл Киров су қоймасынан Қазақстанға келісілген 300 миллион текше метрдің орнына "
        "260 миллион текше метр ғана жіберілді."
    )
    course = found.seasons[-1].course("Талас")
    assert course.volume(PLAN).amount.value == 300_000_000
    assert course.volume(GIVEN).amount.value == 260_000_000


def test_shares_by_law_beside_what_is_said() -> None:
    found = read(
        "Су\n2025 жылғы 12 наурыз\n\nШу өзені ағынының 42 пайызы Қазақстанға тиесілі, 58 пайызы Қырғызстанға қалады. "
        "Талас суының 55 пайызы Қазақстанға тиесілі."
    )
    shares = {(share.river, share.side): share for share in found.shares}
    assert shares["Шу", "KAZ"].lawful == 42
    assert shares["Шу", "KAZ"].agreeing
    assert shares["Талас", "KAZ"].differing


def test_a_pair_that_divides_no_river_is_told_so() -> None:
    relationship = build([extract(read_bytes("Бос\n".encode(), "a.txt"), pair=("CHN", "KAZ"))], ("CHN", "KAZ"))
    with pytest.raises(InputError, match="no river"):
        allocation.of_relationship(relationship)


def test_records_by_hand_and_the_command(tmp_path: Path) -> None:
    book = str(tmp_path / "ledger.sqlite")
    said = ["--who", "Айгерім", "--ground", "minutes", "--on", "2025-10-05", "--ledger", book]

    def run(*words: str) -> str:
        done = CliRunner().invoke(cli, words)
        assert done.exit_code == 0, done.output
        return done.output

    run(
        "record", "plan", "--title", "Жоспар", "--date", "2025-03-20", "--line", f"water KGZ-KAZ 580000000 {SEASON} Талас өзені",
        "--work", "2025-10/2025-11 Киров су қоймасын жөндеу", *said,
    )  # fmt: skip
    run("record", "delivery", "water", "--from", "KGZ", "--to", "KAZ", "--value", "522000000", "--period", SEASON,
        "--subject", "Талас өзені", *said)  # fmt: skip
    shown = run("outlook", "allocation", "--ledger", book)
    assert "90 % of plan" in shown
    with Ledger.open(book) as ledger:
        found = allocation.of_relationship(ledger.relationship(PAIR))
    assert found.seasons[-1].course("Талас").balance.value == -58_000_000
    assert "Киров су қоймасын жөндеу" in " ".join(work.says for work in found.seasons[-1].works)


def test_the_restated_note(shared: Path) -> None:
    from qatynas.read import read_path

    note = shared / "corpus" / "restated" / "kk10_kk_Cyrl.txt"
    found = allocation.of_relationship(build([extract(read_path(note), pair=PAIR)], PAIR))
    course = found.seasons[-1].course()
    assert course.ahead_percent == pytest.approx(12.7, abs=0.05)
    assert course.volume(PLAN).amount.value == 625_000_000


def deliveries(
    tmp_path: Path, *rows: str, head: str = "river,until,plan [million m3],planned [million m3],delivered [million m3]"
) -> Path:
    path = tmp_path / "deliveries.csv"
    path.write_text("\n".join((head, *rows)) + "\n", encoding="utf-8")
    return path


def test_a_table_of_deliveries_stands_beside_the_claims(tmp_path: Path) -> None:
    relationship = related(told(water("200000000", SEASON, RIVER, "target"), published="2025-04-01"))
    path = deliveries(
        tmp_path, "Талас,2025-06-30,400,150,120", "Талас,2025-07-10,400,180,171", "Талас,2025-09-30,400,400,380"
    )
    found = allocation.of_relationship(relationship, [path])
    course = found.seasons[-1].course("Талас")
    assert course.volume(DELIVERED).until == "2025-07-10"
    assert course.ahead_percent == pytest.approx(-5)
    assert course.volume(GIVEN).amount.value == 380_000_000
    assert "row 4" in course.volume(GIVEN).rests[0].where
    assert found.seasons[-1].course("Шу").volume(PLAN).amount.value == 200_000_000
    assert "in 1 past season" not in found.little  # not all rivers are told


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("Нарын,2025-07-10,400,180,171", "row 2.*none of the rivers"),
        ("Талас,10.07.2025,400,180,171", "row 2.*is no day"),
        ("Талас,2025-07-10,400,,171", "row 2.*nothing is filled in"),
        ("Талас,2025-07-10,400,180,-171", "row 2.*less than 0"),
    ],
)
def test_a_wrong_table_is_one_line(tmp_path: Path, row: str, words: str) -> None:
    relationship = related(told(water("200000000", SEASON, RIVER), published="2025-10-01"))
    with pytest.raises(InputError, match=words):
        allocation.of_relationship(relationship, [deliveries(tmp_path, row)])


def test_past_seasons_say_how_plans_are_kept() -> None:
    claims = [
        water(value, f"{year}-04/{year}-09", RIVER, status)
        for year, plan, given in ((2023, "100000000", "90000000"), (2024, "100000000", "96000000"))
        for value, status in ((plan, "target"), (given, "actual"))
    ]
    assert "in 2 past seasons 90 … 96 % of the plan came" in allocation.of_relationship(related(told(*claims))).little


def test_works_of_other_places_are_none_of_the_plan_s(tmp_path: Path) -> None:
    book = str(tmp_path / "ledger.sqlite")
    said = ["--who", "Айгерім", "--ground", "minutes", "--on", "2025-10-05", "--ledger", book]
    done = CliRunner().invoke(cli, [
        "record", "plan", "--title", "Жоспар", "--date", "2025-03-20", "--line", f"water KGZ-KAZ 1000000 {SEASON} Талас өзені",
        "--work", "2025-10/2025-11 арнаны тазалау", *said,
    ])  # fmt: skip
    assert done.exit_code == 0, done.output
    with Ledger.open(book) as ledger:
        ledger.add(extract(read_bytes(
            "Өткел\n2025 жылғы 5 мамыр\n\nҚазақстан мен Қырғызстан арасындағы Қордай бекетін жаңғырту 2025 жылы басталады. "
            "Шу өзенінен 5 млн текше метр су келді.".encode(), "b.txt"), pair=PAIR))  # fmt: skip
        season = allocation.of_relationship(ledger.relationship(PAIR)).seasons[-1]
    assert [("арнаны тазалау" in work.says) for work in season.works] == [True]


def test_a_share_carried_on_is_of_the_river_before() -> None:
    found = read(
        "Су\n2025 жылғы 12 наурыз\n\nЕреже бойынша Шу ағынының 58 пайызы қырғыз еліне қалады, 42 пайызы бізге тиесілі, "
        "Таластың суы екі елге жарты-жартыдан бөлінеді. Қазақстан мен Қырғызстан осыған келіскен."
    )
    assert not any(share.differing for share in found.shares)


@pytest.mark.parametrize(("amount", "sort"), [("270,1", PLANNED), ("625", PLAN)])
def test_a_plan_without_a_day_beside_more_that_came_is_the_plan_up_to_that_day(amount: str, sort: str) -> None:
    """No season's plan is over before its season; a plan that is larger than what came may be the season's."""
    text = (
        "Су туралы\n\n2025 жылғы 3 шілде\n\nБиыл сәуірден бері Шу және Талас өзендері арқылы Қырғызстаннан Қазақстанға 304,3 миллион "
        f"текше метр су келді. Жоспар бойынша {amount} миллион текше метр су келуі тиіс еді.\n"
    )
    relationship = build([extract(read_bytes(text.encode(), "su.txt"))], PAIR)
    course = allocation.of_relationship(relationship).seasons[-1].course()
    assert course.volume(DELIVERED).amount.value == 304_300_000
    assert course.volume(sort).amount.value == float(amount.replace(",", ".")) * 1e6
    assert course.volume(PLAN if sort == PLANNED else PLANNED) is None
    if sort == PLANNED:
        assert course.ahead_percent == pytest.approx(12.66, abs=0.01)
