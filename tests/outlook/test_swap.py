"""The water–electricity swap: balances, bounds, energy, prices, and files that are refused."""

from __future__ import annotations

import csv
import json
import shutil
import time
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from qatynas.cli import cli
from qatynas.model import InputError
from qatynas.outlook import cascade, swap
from qatynas.outlook.cascade import Plant, Reservoir, Step, System, Terms, example, read_system
from qatynas.outlook.schedule import Rules, at_true_heads, mean_heads, solve_at, years_of

EXAMPLES = Path(cascade.__file__).parent / "examples"


def small(
    inflows: list[float], irrigation: list[float], giver: list[float], receiver: list[float], **terms: float | None
) -> System:
    """One reservoir of 1 km3 with a flat head of 100 m, months of 30 days."""
    one = Reservoir("A", None, 1000, 200, 600, 600, 300, 0.9, 400, 0, (200.0, 1000.0), (100.0, 100.0))
    plants = (Plant("UP", "coal", 150, 40), Plant("DOWN", "coal", 500, 30), Plant("DOWN", "gas", 300, 70))
    start = date(2025, 1, 1)
    steps = tuple(
        Step(start + timedelta(days=30 * place), 30, (inflow,), water, up, down)
        for place, (inflow, water, up, down) in enumerate(zip(inflows, irrigation, giver, receiver, strict=True))
    )
    known = {"line": 200.0, "losses": 0.05, "returned": 1.0, "power_shortage": 300.0, "water_shortage": 0.02} | terms
    return System("small", False, (one,), plants, Terms("UP", "DOWN", **known), steps, ())


YEAR = small(
    [40, 40, 60, 120, 220, 260, 220, 150, 90, 60, 50, 40],
    [0, 0, 0, 60, 150, 200, 200, 150, 60, 0, 0, 0],
    [260, 250, 220, 160, 110, 100, 100, 110, 130, 180, 220, 250],
    [500, 480, 450, 420, 430, 450, 470, 450, 420, 440, 470, 500],
)


def check(system: System, found: swap.Swap) -> None:
    """What holds of every solution: bounds, balances, and that nobody is worse off."""
    assert found.balance <= 1e-6
    for outcome in (found.alone, found.swapped):
        storage = np.array([step.storage for step in outcome.steps])
        for place, one in enumerate(system.reservoirs):
            assert storage[:, place].min() >= one.dead - 1e-6
            assert storage[:, place].max() <= one.full + 1e-6
            assert storage[-1, place] >= one.end - 1e-6
    assert min(found.gains) >= -0.01  # USD


@pytest.mark.parametrize("name", ["toktogul", "naryn"])
@pytest.mark.parametrize("inflow", [1.0, 0.9, 0.8, 0.7])
def test_the_examples_hold(name: str, inflow: float) -> None:
    system = example(name).scaled(inflow)
    found = swap.solve(system)
    check(system, found)
    assert found.example
    assert "example" in found.says
    assert sum(found.gains) > 0
    assert found.price.least <= found.price.most
    assert found.swapped.irrigation_failed < found.alone.irrigation_failed


@settings(max_examples=6)
@given(
    st.lists(st.floats(5, 300), min_size=12, max_size=12),
    st.lists(st.floats(0, 250), min_size=12, max_size=12),
    st.floats(0, 300),
)
def test_any_year_balances_and_leaves_nobody_worse_off(
    inflows: list[float], irrigation: list[float], line: float
) -> None:
    steps = tuple(
        replace(step, inflows=(inflow,), irrigation=water)
        for step, inflow, water in zip(YEAR.steps, inflows, irrigation, strict=True)
    )
    system = replace(YEAR, steps=steps, terms=replace(YEAR.terms, line=line))
    check(system, swap.solve(system))


def test_energy_is_the_closed_form_at_its_own_head() -> None:
    """1000 · 9.81 · Q · H · efficiency, with the mean head of each step."""
    system = example()
    rules = Rules(exchange=False, irrigation=True)
    plan = solve_at(system, mean_heads(system, (np.full(36, 13_000.0),)), rules)
    true = at_true_heads(system, plan, rules)
    one = system.reservoirs[0]
    ends = np.concatenate([[one.start], true.storage[0]])
    head = np.interp((ends[:-1] + ends[1:]) / 2, one.volumes, one.levels) - one.tail
    closed = 1000 * 9.81 * true.turbined[0] * head * one.efficiency / 1e6
    assert true.power[0] == pytest.approx(closed, rel=1e-9)
    assert true.power[0].max() <= one.capacity * (1 + 1e-9)
    assert (true.used[0] <= true.power[0] + 1e-6).all()


def test_storage_follows_the_flows() -> None:
    system = example("naryn")
    found = swap.solve(system).swapped
    volume = np.array([step.days * 86_400 / 1e6 for step in system.steps])
    inflow = np.array([sum(step.inflows) for step in system.steps])
    release = np.array([step.release for step in found.steps])
    storage = np.array([sum(step.storage) for step in found.steps])
    start = sum(one.start for one in system.reservoirs)
    change = np.diff(np.concatenate([[start], storage]))
    assert change == pytest.approx((inflow - release) * volume, abs=1e-5)


def test_without_a_line_or_a_use_for_water_there_is_no_swap() -> None:
    dry_fields = tuple(replace(step, irrigation=0.0) for step in YEAR.steps)
    found = swap.solve(replace(YEAR, steps=dry_fields))
    assert found.price is None
    assert "no more water" in found.why_no_price
    assert found.swapped.sent == 0


def test_a_dry_year_costs_more() -> None:
    plenty, little = swap.solve(YEAR), swap.dry(YEAR, 0.6)
    assert little.alone.cost_giver > plenty.alone.cost_giver
    assert little.swapped.cost_giver + little.swapped.cost_receiver > plenty.swapped.cost_giver


def test_energy_returned_is_the_share_agreed() -> None:
    for share in (0.8, 1.0):
        found = swap.solve(replace(YEAR, terms=replace(YEAR.terms, returned=share)))
        assert found.swapped.returned == pytest.approx(share * found.swapped.sent, rel=1e-6, abs=1)


def test_every_year_has_its_own_account_of_energy() -> None:
    """From the first step's day on, leap years or not."""
    starts = [date(2023, 10, 1) + timedelta(days=10 * place) for place in range(110)]
    steps = tuple(replace(YEAR.steps[0], start=start, days=10) for start in starts)
    years = years_of(replace(YEAR, steps=steps))
    assert [starts[year.start].year for year in years] == [2023, 2024, 2025]
    assert all((starts[year.start].month, starts[year.start].day) >= (10, 1) for year in years)
    assert sum(year.stop - year.start for year in years) == 110
    system = example().repeated(2)
    found = swap.solve(system)
    for part in (slice(0, 36), slice(36, 72)):
        lasting = np.array([step.days for step in system.steps[part]])
        sent, returned = (
            np.array([getattr(step, name) for step in found.swapped.steps[part]]) @ lasting
            for name in ("sent", "returned")
        )
        assert returned == pytest.approx(1.1 * sent, rel=1e-6, abs=1e-3)


def test_the_price_is_what_leaves_each_side_no_worse_off() -> None:
    """With the least that may come back the giver, with the most the receiver, stands where it stood alone."""
    found = swap.solve(YEAR)
    assert 0 < found.price.least <= found.price.paid * (1 + 1e-6)
    assert found.price.paid <= found.price.most * (1 + 1e-6)
    assert found.price.extra_water == pytest.approx(found.alone.irrigation_failed - found.swapped.irrigation_failed)
    alone, _ = swap._settled(YEAR, Rules(exchange=False, irrigation=False), None)
    rules = Rules(exchange=True, irrigation=True, most_costs=alone.costs)
    swapped, _ = swap._settled(YEAR, rules, alone)
    for side, sign in ((0, 1.0), (1, -1.0)):
        wanted = {"returned": np.full(12, sign), "dry": np.full(12, 1e3)}
        end = at_true_heads(YEAR, swapped, replace(rules, returned_free=True, objective=wanted))
        assert end.costs[side] == pytest.approx(alone.costs[side], rel=1e-6)


def test_heads_are_followed_to_the_best_schedule() -> None:
    """Three months and a head that doubles: no pair of storages on a fine grid does better than what is found."""
    one = Reservoir("A", None, 1000, 200, 500, 400, 200, 0.9, 500, 0, (200.0, 600.0, 1000.0), (50.0, 90.0, 110.0))
    short = small([60, 90, 40], [0, 0, 0], [150, 170, 190], [0, 0, 0])
    system = replace(short, reservoirs=(one,), plants=(Plant("UP", "coal", 60, 40), Plant("UP", "oil", 60, 90)))
    found = swap.solve(system).alone.cost_giver
    volume, hours = 30 * 0.0864, 720.0
    flows = [step.inflows[0] for step in system.steps]
    best = np.inf
    grid = np.linspace(one.dead, one.full, 161)
    first, second = np.meshgrid(grid, grid, indexing="ij")
    course = [np.full_like(first, one.start), first, second, np.full_like(first, one.end)]
    cost, possible = np.zeros_like(first), np.ones_like(first, dtype=bool)
    for place, step in enumerate(system.steps):
        out = flows[place] + (course[place] - course[place + 1]) / volume
        possible &= out >= 0
        head = one.head((course[place] + course[place + 1]) / 2)
        made = np.minimum(9.81e-3 * head * one.efficiency * np.minimum(out, one.turbines), one.capacity)
        left = np.maximum(step.demand_giver - made, 0)
        coal, oil = np.minimum(left, 60), np.clip(left - 60, 0, 60)
        cost += hours * (coal * 40 + oil * 90 + np.maximum(left - 120, 0) * 300)
    best = float(cost[possible].min())
    assert found <= best * 1.0005


def test_a_year_of_ten_days_is_quick() -> None:
    swap.solve(YEAR)  # scipy is loaded
    started = time.perf_counter()
    swap.solve(example())
    assert time.perf_counter() - started < 10  # 2 s on a machine of one's own: bench/outlook_swap.py


def test_pypsa_finds_the_same_optimum() -> None:
    """Two reservoirs one below the other, flat heads, one side: least cost by both programmes."""
    pypsa = pytest.importorskip("pypsa", reason="PyPSA is a development dependency: pip install '.[test]'")
    upper = Reservoir("U", 1, 400, 100, 200, 200, 80, 0.9, 150, 0, (100.0, 400.0), (60.0, 60.0))
    lower = Reservoir("L", None, 300, 50, 150, 150, 120, 0.85, 200, 0, (50.0, 300.0), (80.0, 80.0))
    steps = tuple(replace(step, inflows=(step.inflows[0] * 0.5, 20.0), irrigation=0.0) for step in YEAR.steps)
    system = replace(YEAR, reservoirs=(upper, lower), steps=steps)
    rules = Rules(exchange=False, irrigation=False)
    ours = solve_at(system, mean_heads(system, (np.full(12, 200.0), np.full(12, 150.0))), rules)

    network = pypsa.Network(snapshots=range(12))
    hours = 720.0
    network.snapshot_weightings.loc[:, :] = hours
    network.add("Bus", ["power", "U", "L", "sea"])
    network.add("Load", "load", bus="power", p_set=[step.demand_giver for step in steps])
    network.add("Generator", "coal", bus="power", p_nom=150, marginal_cost=40)
    network.add("Generator", "dark", bus="power", p_nom=1e4, marginal_cost=300)
    network.add("Store", "sea", bus="sea", e_nom=1e9)
    per_hour = 3600 / 1e6  # million m3 for each m3/s and hour
    for place, (one, below) in enumerate(((upper, "L"), (lower, "sea"))):
        rate = 1000 * 9.81 * one.levels[0] * one.efficiency / 1e6  # MW for each m3/s
        low = [one.dead / one.full] * 11 + [one.end / one.full]
        network.add("Store", one.name, bus=one.name, e_nom=one.full, e_initial=one.start, e_min_pu=low)
        inflow = [step.inflows[place] * per_hour for step in steps]
        network.add("Load", f"inflow {one.name}", bus=one.name, p_set=[-flow for flow in inflow])
        most = min(one.turbines, one.capacity / rate) * per_hour
        network.add("Link", f"turbine {one.name}", bus0=one.name, bus1="power", bus2=below, p_nom=most,
                    efficiency=rate / per_hour, efficiency2=1.0)  # fmt: skip
        network.add("Link", f"spill {one.name}", bus0=one.name, bus1=below, p_nom=1e4)
    network.add("Generator", "idle", bus="power", p_nom=1e4, p_min_pu=-1, p_max_pu=0)
    network.optimize(solver_name="highs")
    assert ours.costs[0] == pytest.approx(network.objective, rel=1e-6)


def test_toktogul_as_it_was_measured(shared: Path) -> None:
    """Storage changes against the flows of the ten days that they end: r2 at least 0.99, about 17 million m3 a step."""
    path = shared / "data" / "hydro" / "toktogul_10day_2001_2010.csv"
    if not path.is_file():
        pytest.skip(f"no measured series at {path}")
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    column = {name: np.array([float(row[name]) for row in rows]) for name in ("inflow", "outflow", "storage")}
    months = [(int(row["year"]), int(row["month"])) for row in rows]
    last = [(date(y + m // 12, m % 12 + 1, 1) - date(y, m, 1)).days - 20 for y, m in months]
    days = np.array([end if place % 3 == 2 else 10 for place, end in enumerate(last)])
    told = ((column["inflow"] - column["outflow"]) * days * 86_400)[1:]
    change = np.diff(column["storage"])
    assert np.corrcoef(change, told)[0, 1] ** 2 >= 0.99
    assert np.abs(change - told).mean() == pytest.approx(17e6, rel=0.05)


def test_what_was_measured_can_be_solved(shared: Path, tmp_path: Path) -> None:
    """The measured inflows of 2001 to 2010 in the example's system: ten years in one programme."""
    path = shared / "data" / "hydro" / "toktogul_10day_2001_2010.csv"
    with path.open(encoding="utf-8") as file:
        inflow = [float(row["inflow"]) for row in csv.DictReader(file)]
    system = example().repeated(10)
    steps = tuple(replace(step, inflows=(value,)) for step, value in zip(system.steps, inflow, strict=True))
    found = swap.solve(replace(system, steps=steps[:72]))
    check(system, found)


def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLES / "toktogul", tmp_path / "own"))


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        ("steps", "days [days]", "days", "no unit in the head"),
        ("steps", "[m3/s],irrigation", "[l/s],irrigation", "unit «l/s»"),
        ("steps", "2025-01-11,10,", "2025-01-12,10,", "row 3.*2025-01-11 was due"),
        ("steps", "2025-01-11,10,160", "2025-01-11,10,-160", "row 3.*less than 0"),
        ("steps", "2025-01-11,10,160", "2025-01-11,10,", "row 3.*nothing is filled in"),
        ("steps", "2025-01-11,10,", "2025-01-11,0,", "row 3.*more than 0 days"),
        ("steps", "2025-01-11", "11.01.2025", "row 3.*is no day"),
        ("steps", "inflow Toktogul", "inflow Nurek", "no column «inflow toktogul»"),
        ("reservoirs", ",13000,13000,", ",23000,13000,", "row 2.*does not lie between"),
        ("reservoirs", ",90,960", ",190,960", "no efficiency"),
        ("reservoirs", "Toktogul,,", "Toktogul,Kurpsai,", "no reservoir further down"),
        ("levels", "Toktogul,19500,900\n", "", "does not reach"),
        ("levels", "Toktogul,9700,860", "Toktogul,7000,860", "row 4.*not above the row before"),
        ("plants", "KAZ,coal", "UZB,coal", "neither KGZ nor KAZ"),
        ("terms", ",4,1.1,", ",104,1.1,", "leaves nothing"),
    ],
)
def test_a_wrong_file_is_one_line(tmp_path: Path, name: str, old: str, new: str, words: str) -> None:
    folder = copy(tmp_path)
    file = folder / f"{name}.csv"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(InputError, match=words) as caught:
        read_system(folder)
    assert f"{name}.csv" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_and_a_missing_example(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    (folder / "terms.csv").unlink()
    with pytest.raises(InputError, match="no such file"):
        read_system(folder)
    with pytest.raises(InputError, match="naryn, toktogul"):
        example("nurek")


def test_the_command(tmp_path: Path) -> None:
    folder, picture = copy(tmp_path), tmp_path / "swap.svg"
    done = CliRunner().invoke(cli, ["outlook", "swap", str(folder), "--inflow", "75", "--picture", str(picture)])
    assert done.exit_code == 0, done.output
    assert "price of water" in done.output
    assert (
        picture.read_text(encoding="utf-8").count("<path") == 4
    )  # storage and release, without and with; the exchange is bars
    done = CliRunner().invoke(cli, ["outlook", "swap", "--json"])
    row = json.loads(done.stdout)
    assert row["example"] is True
    assert len(row["swapped"]["steps"]) == 36
