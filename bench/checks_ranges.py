"""Do measured values lie inside data/ranges.toml? Reads the series beside the project, where they are.

python bench/checks_ranges.py [SHARED/data]
"""

from __future__ import annotations

import csv
import sys
from decimal import Decimal
from pathlib import Path

from qatynas.checks.ranges import Range, _Ranges
from qatynas.data import load


def inside(values: list[Decimal], subject: str, unit: str, indicator: str) -> str:
    bound: Range = next(
        row for row in load("ranges", _Ranges).range
        if (row.subject, row.unit) == (subject, unit) and indicator in row.indicators
    )  # fmt: skip
    kept = sum(bound.low <= value <= bound.high for value in values)
    return (
        f"{subject}, {indicator} in {unit}: {kept} of {len(values)} inside {bound.low} … {bound.high}; "
        f"least {min(values)}, most {max(values)}"
    )


def main(folder: Path) -> None:
    with (folder / "hydro" / "toktogul_10day_2001_2010.csv").open() as told:
        storage = [Decimal(row["storage"]) for row in csv.DictReader(told)]
    print(inside(storage, "Тоқтоғұл су қоймасы", "m3", "water.storage"))
    with (folder / "hydro" / "talas_kluchevka_monthly_Q.csv").open() as told:
        rows = [[Decimal(value) for value in row[1:] if value.strip()] for row in csv.reader(told)]
    print(inside([value for row in rows for value in row], "Талас өзені", "m3/s", "water.flow"))
    years = [sum(row) / 12 * 31_556_952 for row in rows if len(row) == 12]
    print(inside([Decimal(int(year)) for year in years], "Талас өзені", "m3", "water.flow"))
    with (folder / "energy" / "geodb_kyrgyz_power_plants.csv").open() as told:
        known = {row["name"].split(" Hydro")[0]: Decimal(row["capacity_mw"]) * 10**6 for row in csv.DictReader(told)}
    print(inside([known["Toktogul"]], "Тоқтоғұл су қоймасы", "W", "energy.capacity"))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "shared" / "data")
