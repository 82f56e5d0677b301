"""Slips of unit and of date, gaps between sides, counts, paces and trends; each with what must raise no alarm."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from checks.worlds import PAIR, figure, related, seen, told

from qatynas.checks.courses import counts, pace, trends
from qatynas.checks.dates import dates
from qatynas.checks.listing import findings
from qatynas.checks.mirror import mirror, sides
from qatynas.checks.promises import overdue, promised
from qatynas.checks.ranges import ranges
from qatynas.checks.statuses import Status
from qatynas.claims import extract
from qatynas.model import Agreement, Meeting, Pledge, Project, Span, Trend
from qatynas.model.finding import Grade
from qatynas.read import read_bytes, read_path
from qatynas.relations import build

KAMBARATA, ORTO_TOKOY = "Қамбар-Ата СЭС-1", "Орто-Тоқой су қоймасы"
TOKTOGUL, SHU = "Тоқтоғұл су қоймасы", "Шу өзені"


def of(subject: str, indicator: str, value: str, unit: str = "m3", **more: object) -> object:
    return figure(indicator, value, "2025", subject=subject, unit=unit, **more)


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        (of(KAMBARATA, "water.storage", "2870000"), "2870000000"),
        (of(ORTO_TOKOY, "water.storage", "4700000000"), "470000000"),
        (of(TOKTOGUL, "water.storage", "10800000"), "10800000000"),
        (of("Тоқтоғұл", "water.storage", "12500000"), "12500000000"),
        (of(SHU, "water.flow", "6600000"), "6600000000"),
        (of(SHU, "water.volume", "6600000", rate="year"), "6600000000"),
    ],
)  # fmt: skip
def test_a_slipped_scale_is_caught_with_what_is_meant(slip: object, meant: str) -> None:
    (only,) = ranges(seen(told(slip)))  # type: ignore[arg-type]
    assert only.grade is Grade.SLIP
    assert only.heal is not None
    assert only.heal.needed == Decimal(meant)


@pytest.mark.parametrize(
    "right",
    [
        of(KAMBARATA, "water.storage", "2870000000"), of(KAMBARATA, "water.storage", "4650000000"),
        of(KAMBARATA, "energy.capacity", "1860000000", "W"), of(ORTO_TOKOY, "water.storage", "470000000"),
        of(ORTO_TOKOY, "water.storage", "95000000"), of(TOKTOGUL, "water.storage", "19500000000"),
        of(TOKTOGUL, "water.storage", "7610000000"), of(SHU, "water.flow", "6600000000"),
        of(SHU, "water.volume", "240000000"), of(SHU, "water.volume", "3000000", rate="day"),
        of(SHU, "water.flow", "12", "m3/s"), of(TOKTOGUL, "water.storage", "-1500000000", measure="change"),
        of("Талас өзені", "water.volume", "304300000"), of("Нарын", "water.volume", "1"),
    ],
)  # fmt: skip
def test_right_values_raise_no_alarm(right: object) -> None:
    assert list(ranges(seen(told(right)))) == []  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "words",
    [
        "Қамбар-Ата СЭС-1 су қоймасының көлемі 2 870 000 текше метр болады.",
        "Орто-Тоқой су қоймасының көлемі – 4,7 миллиард текше метр.",
        "Тоқтоғұл су қоймасында 10,8 миллион текше метр су жиналды.",
    ],
)
def test_slips_are_found_in_texts(words: str) -> None:
    text = f"Қазақстан мен Қырғызстан су бөлісті\n\nҚазақстан мен Қырғызстан министрлері кездесті. {words}\n"
    made = extract(read_bytes(text.encode(), "note.txt", published="2025-08-01"))
    assert [one.grade for one in ranges(seen(made))] == [Grade.SLIP]


def test_mirror_gaps_have_a_direction_and_the_widest_is_graded_worst() -> None:
    ratios = {2018: ".918", 2019: "1.041", 2020: ".901", 2021: ".981", 2022: ".971", 2023: ".752"}
    sold = [figure("trade.export", "600000", str(year), reporter="KAZ") for year in ratios]
    bought = [
        figure("trade.import", str(600000 * Decimal(ratio)), str(year), from_="KAZ", to="KGZ", reporter="KGZ")
        for year, ratio in ratios.items()
    ]
    made = list(mirror(seen(told(*sold, name="kz.txt"), told(*bought, name="kg.txt"))))
    assert sorted((one.cited[0].claim.period, one.ratio, one.grade) for one in made) == [  # type: ignore[attr-defined]
        ("2018", Decimal(".918"), "doubt"), ("2019", Decimal("1.041"), "consistent"), ("2020", Decimal(".901"), "doubt"),
        ("2021", Decimal(".981"), "doubt"), ("2022", Decimal(".971"), "doubt"), ("2023", Decimal(".752"), "difference"),
    ]  # fmt: skip
    assert all("KAZ→KGZ" in one.says for one in made)


def test_a_stated_number_is_told_whose_it_may_be() -> None:
    stated = told(
        figure("trade.turnover", "796200000", "2020", low="796150000", high="796250000"),
        figure("trade.turnover", "1300000000", "2022", low="1250000000", high="1350000000"),
        figure("trade.turnover", "1200000000", "2021", low="1150000000", high="1250000000"),
    )
    table = told(
        figure("trade.turnover", "848600000", "2020", reporter="KAZ"),
        figure("trade.turnover", "809500000", "2020", reporter="KGZ"),
        figure("trade.turnover", "1246900000", "2022", reporter="KAZ"),
        figure("trade.turnover", "1181100000", "2021", reporter="KGZ"),
        name="table.txt",
    )
    made = {one.cited[0].claim.period: one for one in sides(seen(stated, table))}  # type: ignore[attr-defined]
    assert made["2020"].grade is Grade.DIFFERENCE
    assert (
        "nobody's number, nearest KGZ's: 809.5 million (KGZ; -1.6 %), 848.6 million (KAZ; -6.2 %)" in made["2020"].says
    )
    assert made["2022"].grade is Grade.DIFFERENCE
    assert made["2021"].grade is Grade.CONSISTENT


def test_a_side_that_tells_only_what_it_sold_and_bought_has_a_turnover_too() -> None:
    stated = told(figure("trade.turnover", "1500000000", "2023", low="1450000000", high="1550000000"))
    way = {"reporter": "KGZ"}
    table = told(
        figure("trade.export", "449000000", "2023", **way | {"from_": "KGZ", "to": "KAZ"}),
        figure("trade.import", "862200000", "2023", **way | {"from_": "KAZ", "to": "KGZ"}),
        figure("trade.turnover", "1688100000", "2023", reporter="KAZ"),
        name="table.txt",
    )
    (only,) = sides(seen(stated, table))
    assert "nearest KAZ's: 1.6881 billion (KAZ; -11 %), 1.3112 billion (KGZ; +14 %)" in only.says
    assert len(only.cited) == 4


def test_counts_that_fall() -> None:
    early = told(figure("agreements.count", "180", "1992/2022", unit="count"), name="a.txt", published="2022-11-01")
    late = told(figure("agreements.count", "150", "1991/2025", unit="count"), name="b.txt", published="2025-08-21")
    day = told(figure("agreements.count", "7", "2025-08-21", unit="count"), name="c.txt", published="2025-08-22")
    assert [one.grade for one in counts(seen(early, late, day))] == [Grade.DOUBT]
    assert list(counts(seen(late, day))) == []


def test_a_forecast_at_this_pace() -> None:
    part = figure("trade.turnover", "821800000", "2025-01/2025-05", low="821750000", high="821850000")
    two = figure("trade.turnover", "2000000000", "2025", low="1500000000", high="2500000000", status="forecast")
    four = figure("trade.turnover", "4000000000", "2025", low="3500000000", high="4500000000", status="forecast")
    (borne,) = pace(seen(told(part, two)))
    assert (borne.grade, "1.972 billion USD a year" in borne.says) == (Grade.CONSISTENT, True)
    (not_borne,) = pace(seen(told(part, four)))
    assert not_borne.grade is Grade.DOUBT


def test_a_trend_against_its_figures() -> None:
    way = {"from_": "KAZ", "to": "KGZ", "unit": "person"}
    levels = [figure("education.students", value, year, **way) for value, year in (("2000", "2019"), ("2766", "2024"))]
    common = {"document": "note.txt", "span": Span(0, 1), "quote": "1", "parties": PAIR, "status": "done"}
    down = Trend(**common, indicator="education.students", direction="down")
    up = Trend(**common, indicator="education.students", direction="up")
    assert [one.grade for one in trends(seen(told(*levels, down)))] == [Grade.DOUBT]
    assert list(trends(seen(told(*levels, up)))) == []


def test_dates_that_cannot_be() -> None:
    common = {"document": "note.txt", "span": Span(0, 1), "quote": "1", "parties": PAIR, "published_basis": "stated"}
    signed = Agreement(**common, status="done", act="signed", title="Дәулет шарты", type="treaty", date="2024-04-19")
    ratified = Agreement(
        **common, status="done", act="ratified", title="Дәулет шарты", type="treaty", date="2023-04-19"
    )
    (slip,) = dates(seen(told(signed, ratified)))
    assert "ratified on 2023-04-19, signed only on 2024-04-19" in slip.says
    assert list(dates(seen(told(signed)))) == []
    (early,) = dates(seen(told(signed, published="2024-04-18")))
    assert "told as done on 2024-04-19 in a text of 2024-04-18" in early.says
    body = "Үкіметаралық кеңес"
    twelfth = Meeting(**common, status="done", type="session", body=body, number=12, date="2025-05-02")
    eleventh = Meeting(**common, status="done", type="session", body=body, number=11, date="2025-11-02")
    assert len(list(dates(seen(told(twelfth, eleventh))))) == 1


def statuses(*texts: object) -> list[str]:
    return sorted(one.words for one in promised(seen(*texts).relationship))  # type: ignore[arg-type]


def test_promises_have_a_status() -> None:
    target = figure("trade.turnover", "2000000000", "../2025", status="target")
    early = told(target, name="a.txt", published="2023-04-20")
    level = figure("trade.turnover", "1500000000", "2024"), figure("trade.turnover", "1200000000", "2023")
    assert statuses(early, told(*level, name="b.txt", published="2025-02-01")) == ["behind"]
    near = figure("trade.turnover", "1800000000", "2024"), figure("trade.turnover", "1500000000", "2023")
    assert statuses(early, told(*near, name="b.txt", published="2025-02-01")) == ["on course"]
    met = told(figure("trade.turnover", "2010000000", "2025"), name="c.txt")
    assert statuses(early, met) == ["met 2025"]
    late = told(figure("trade.turnover", "2010000000", "2026"), name="c.txt", published="2027-02-01")
    assert statuses(early, late) == ["met late 2026"]
    assert statuses(early, told(*level, name="b.txt")) == ["overdue"]
    moved = figure("trade.turnover", "3000000000", "../2025", status="target")
    assert statuses(early, told(moved, name="d.txt", published="2024-09-01")) == ["open", "superseded"]
    assert statuses(told(figure("trade.turnover", "2000000000", None, status="target"))) == ["no deadline given"]


def test_a_promise_past_its_deadline_is_a_finding() -> None:
    common = {"document": "note.txt", "span": Span(0, 1), "quote": "1", "parties": PAIR, "status": "planned"}
    pledge = Pledge(**common, what="бекет ашу", deadline="2025")
    early = told(pledge, name="a.txt", published="2024-05-01")
    later = told(figure("trade.turnover", "1", "2025"), name="b.txt")
    assert [one.grade for one in overdue(seen(early, later))] == [Grade.DOUBT]
    assert list(overdue(seen(told(Pledge(**common, what="бекет ашу", deadline="2030")), later))) == []
    assert promised(seen(early, later).relationship)[0].status is Status.OVERDUE


def test_what_was_over_when_it_was_promised_is_a_slip_and_not_overdue() -> None:
    common = {"document": "note.txt", "span": Span(0, 1), "quote": "1", "parties": PAIR, "status": "planned"}
    view = seen(told(Pledge(**common, what="бекет ашу", deadline="2025", published_basis="stated")))
    assert list(overdue(view)) == []
    assert [one.grade for one in dates(view)] == [Grade.SLIP]


def work(date: str, **more: str) -> Project:
    common = {"document": "note.txt", "span": Span(0, 1), "quote": "1", "parties": PAIR, "name": "«Қарасу» бекеті"}
    return Project(**(common | {"status": "planned", "stage": "planned", "date": date} | more))  # type: ignore[arg-type]


def test_a_work_whose_day_was_moved_or_that_is_done() -> None:
    early = told(work("2025-06"), name="a.txt", published="2024-05-01")
    assert statuses(early, told(work("2026-09"), name="b.txt", published="2025-09-01")) == ["moved", "open"]
    (first, _) = promised(seen(early, told(work("2026-09"), name="b.txt", published="2025-09-01")).relationship)[::-1]
    assert [(step.how, step.due) for step in first.history] == [("first", "2025-06"), ("moved", "2026-09")]
    done = told(work("2025-05", status="done", stage="done"), name="b.txt", published="2025-09-01")
    assert statuses(early, done) == ["met 2025"]
    late = told(work("2025-08", status="done", stage="done"), name="b.txt", published="2025-09-01")
    assert statuses(early, late) == ["met late 2025"]


def test_a_target_for_a_later_year_moves_it_and_a_season_s_supply_does_not() -> None:
    def target(indicator: str, due: str, value: str = "2000000000") -> object:
        return figure(indicator, value, due, status="target")

    first = told(target("trade.turnover", "../2025"), name="a.txt", published="2022-05-01")  # type: ignore[arg-type]
    then = told(target("trade.turnover", "../2030"), name="b.txt", published="2024-05-01")  # type: ignore[arg-type]
    assert statuses(first, then) == ["moved", "open"]
    summers = [
        told(figure("water.volume", "500", f"{year}-04/{year}-09", unit="m3", from_="KGZ", to="KAZ", status="target"),
             name=f"{year}.txt", published=f"{year}-03-01")
        for year in (2025, 2026)
    ]  # fmt: skip
    assert "moved" not in statuses(*summers)


def test_a_plan_that_its_own_document_tells_to_be_reached() -> None:
    plan = figure("water.volume", "270", "2025-04/2025-06", unit="m3", from_="KGZ", to="KAZ", status="target")
    came = figure("water.volume", "304", "2025-04/2025-06", unit="m3", from_="KGZ", to="KAZ", subject="Талас өзені")
    assert statuses(told(plan, came)) == ["met 2025"]
    assert statuses(told(plan, name="a.txt"), told(came, name="b.txt")) == ["overdue"]


def test_every_time_a_promise_was_told_is_kept() -> None:
    target = figure("trade.turnover", "2000000000", "../2030", status="target")
    days = ("2023-04-20", "2024-09-01", "2025-08-21")
    texts = [told(target, name=f"{day}.txt", published=day) for day in days]
    (only,) = promised(seen(*texts).relationship)
    assert [(step.how, step.cited.claim.published) for step in only.history] == [
        ("first", days[0]), ("restated", days[1]), ("restated", days[2]),
    ]  # fmt: skip


def test_nothing_in_the_seeds_is_called_a_contradiction(shared: Path) -> None:
    texts = [extract(read_path(path)) for path in sorted((shared / "corpus" / "seeds").glob("*.txt"))]
    found = build(texts, PAIR)
    assert {one.grade for one in findings(found)} <= {Grade.CONSISTENT, Grade.DOUBT}
    targets = [one for one in promised(found) if one.promise.fact.claim.kind == "figure"]
    assert [one.status for one in targets] == [Status.NO_DEADLINE, Status.NO_DEADLINE]


def test_a_lapsed_target_of_one_year_is_held_against_that_year_alone() -> None:
    target = figure("water.volume", "540", "2023", unit="m3", status="target", from_="KGZ", to="KAZ")
    level = figure("water.volume", "231", "2024", unit="m3", from_="KGZ", to="KAZ")
    (one,) = promised(related(told(target, name="a.txt", published="2023-01-01"), told(level, name="b.txt")))
    assert (one.status, one.by) == ("overdue", ())
    own = replace(level, period="2023")
    (one,) = promised(related(told(target, name="a.txt", published="2023-01-01"), told(own, level, name="b.txt")))
    assert [fact.claim.period for fact in one.by] == ["2023"]  # type: ignore[attr-defined]
