"""What the pictures show: solid, hollow, dashed, ticks, bands; arrows by season; places where they lie."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from relations.sample import PAIR, claim, document, dollars, extraction, place, turnover

from qatynas.outlook.nowcast import Chance
from qatynas.publish.ahead.found import swap_of
from qatynas.publish.pictures.cycle import cycle
from qatynas.publish.pictures.looking import chance_picture
from qatynas.publish.pictures.map import conic, outlines, place_map
from qatynas.publish.pictures.trade import Estimate, _axis, step_of, trade_chart
from qatynas.publish.pictures.water import months_of, swap_picture
from qatynas.publish.sides import sides
from qatynas.relations import Relationship, build

NOTE = document("Т\nСауда өсті.")
SIDES = sides(PAIR)


def told(*claims: object) -> Relationship:
    return build([extraction(NOTE, *claims, published="2025-08-21")], PAIR)  # type: ignore[arg-type]


def level(period: str | None, value: str, **fields: object) -> object:
    return turnover(NOTE, "Сауда өсті.", period, value, **fields)


def test_each_kind_of_figure_has_its_own_mark() -> None:
    band = dollars("1700000000", "1600000000", "1800000000")
    picture = trade_chart(
        told(
            level("2023", "1500000000"),
            level("2024", "1700000000", quantity=band),
            level("2025-01/2025-05", "821800000"),
            level("2025", "2000000000", status="forecast"),
            level("../2030", "3000000000", status="target"),
            level(None, "2500000000", status="target"),
        ),
        SIDES,
    )
    assert picture is not None
    for drawn in (picture.wide, picture.narrow):
        assert drawn.count('class="dot stated"') == 2
        assert drawn.count('class="dot part"') == 1
        assert drawn.count('class="dot forecast"') == 1
        assert drawn.count('class="path ahead"') == 1
        assert drawn.count('class="goal"') == 2
        assert 'class="band"' in drawn
        assert 'class="zero"' in drawn
        assert "<title>" in drawn


def test_a_forecast_of_a_year_that_has_been_counted_is_not_drawn() -> None:
    picture = trade_chart(told(level("2024", "1700000000"), level("2024", "1600000000", status="forecast")), SIDES)
    assert picture is not None
    assert "dot forecast" not in picture.wide


def test_figures_by_product_or_in_other_money_are_no_part_of_the_chart() -> None:
    assert trade_chart(told(level("2024", "5000000", product="бидай")), SIDES) is None
    assert trade_chart(told(), SIDES) is None


def test_a_long_gap_is_cut_and_marked() -> None:
    steps, breaks = _axis([1995, 2020, 2022])
    assert steps == pytest.approx({1995: 0.0, 2020: 1.6, 2021: 2.6, 2022: 3.6})
    assert breaks == pytest.approx((0.8,))


@pytest.mark.parametrize(("highest", "step"), [(3e9, 1e9), (1.8e9, 0.5e9), (9e8, 2.5e8), (140.0, 50.0), (1.0, 0.25)])
def test_ticks_are_round(highest: float, step: float) -> None:
    assert step_of(highest) == pytest.approx(step)


def test_arrows_leave_the_side_that_gives_in_its_season() -> None:
    given = [("KGZ", "KAZ", "summer"), ("KAZ", "KGZ", "winter")]
    flows = [
        claim(NOTE, "exchange", "Сауда", commodity="electricity", from_=one, to=other, season=season)
        for one, other, season in given
    ]
    picture = cycle(told(*flows), SIDES)
    assert picture is not None
    assert picture.wide.count("<polygon") == 2
    assert re.findall(r'class="side-(\w)"><polygon', picture.wide) == ["b", "a"]
    assert cycle(told(), SIDES) is None


def test_the_map_shows_places_inside_it_and_not_those_far_away() -> None:
    names = (("Бішкек", "KGZ"), ("Астана", "KAZ"), ("Вена", "AUT"), ("Жоқ жер", "KAZ"))
    found = told(*(claim(NOTE, "project", "Сауда", name=name, place=place(name, code)) for name, code in names))
    picture = place_map(found, SIDES)
    assert picture is not None
    assert "Бішкек" in picture.wide
    assert "Астана" in picture.narrow
    assert "Вена" not in picture.wide


def test_a_pair_outside_the_outlines_has_no_map() -> None:
    made = build([extraction(NOTE, claim(NOTE, "project", "Сауда", name="х", parties=("FRA", "KAZ")))], ("KAZ", "FRA"))
    assert place_map(made, sides(("FRA", "KAZ"))) is None


def test_the_projection_keeps_north_up_and_east_right() -> None:
    west, east, north = conic(60, 48), conic(75, 48), conic(60, 52)
    assert west[0] < east[0]
    assert west[1] < north[1]
    assert {"KAZ", "KGZ", "UZB", "TJK", "TKM", "CHN", "RUS"} <= outlines().keys()


def test_each_state_keeps_its_colour() -> None:
    assert sides(("KAZ", "KGZ")) == {"KAZ": "a", "KGZ": "b"}
    assert sides(("AFG", "KAZ"))["KAZ"] == "a"
    assert sides(("KGZ", "UZB"))["KGZ"] == "b"
    assert sorted(sides(("FRA", "UZB")).values()) == ["a", "b"]


def test_bands_of_open_figures_are_drawn_too() -> None:
    over = dollars("2000000000")
    picture = trade_chart(
        told(level("2024", "2000000000", quantity=type(over)(over.value, "USD", over.value, None))), SIDES
    )
    assert picture is not None
    assert 'class="band open"' in picture.wide


def test_one_figure_far_above_the_others_is_drawn_off_the_scale() -> None:
    usual = [level(str(year), "1500000000") for year in range(2018, 2024)]
    picture = trade_chart(told(*usual, level("2024", "158000000000")), SIDES)
    assert picture is not None
    assert picture.wide.count('class="off"') == 1
    assert ">158<" in picture.wide
    assert ">50<" not in picture.wide


def test_the_estimate_of_a_year_is_a_band_of_its_own() -> None:
    estimate = Estimate(2025, 1.97e9, 1.64e9, 2.37e9, "2025, estimated: <1.97>")
    relationship = told(level("2023", "1500000000"), level("2024", "1700000000"), level("2025-01/2025-05", "821800000"))
    picture = trade_chart(relationship, SIDES, estimate)
    without = trade_chart(relationship, SIDES)
    assert picture is not None
    assert without is not None
    for drawn, bare in ((picture.wide, without.wide), (picture.narrow, without.narrow)):
        assert drawn.count('class="estimate"') == 2  # the band and its middle
        assert "&lt;1.97&gt;" in drawn
        assert "estimate" not in bare
    assert "no source says it" in picture.caption


def test_the_exchange_by_months_is_drawn_without_and_with_the_swap() -> None:
    found = swap_of("toktogul")
    alone, swapped = months_of(found.alone), months_of(found.swapped)
    assert [month for _, month in alone.names] == list(range(1, 13))
    assert alone.storage[-1] == pytest.approx(sum(found.alone.steps[-1].storage))
    days = [10, 10, 11]
    assert alone.release[0] == pytest.approx(
        sum(s.release * d for s, d in zip(found.alone.steps[:3], days, strict=True)) / 31
    )
    picture = swap_picture(found, SIDES)
    for drawn in (picture.wide, picture.narrow):
        assert drawn.count('class="path ahead"') == 2
        assert drawn.count('class="path"') == 2
        busy = sum(value > 0.5 for value in (*swapped.sent, *swapped.returned))
        assert drawn.count('class="bar"') == busy > 4
        assert "an example with rounded numbers" in drawn


def test_the_chance_of_a_promise_has_its_curve() -> None:
    reached = Chance(
        "", 2e9, "USD", "2025", "target", 0.46, ((2025, 0.46),), ((1.6e9, 0.9), (2.0e9, 0.46), (2.4e9, 0.1)), ""
    )
    drawn = chance_picture(reached)
    assert 'class="goal"' in drawn
    assert "The chance of reaching 2 billion USD: 46%" in drawn
    assert chance_picture(replace(reached, probability=None)) == ""
