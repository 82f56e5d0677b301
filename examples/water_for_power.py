"""How much winter electricity is summer water worth? The shipped cascade in a usual and in ever drier years.

    python examples/water_for_power.py

An example with rounded numbers: it shows how the model answers, not what water is worth.
"""

from __future__ import annotations

from qatynas.outlook.cascade import example
from qatynas.outlook.swap import solve


def main() -> None:
    system = example("toktogul")
    print("inflow   more water, km3   kWh for a m3: least, most   saved by both, million USD")
    for percent in (100, 90, 80, 70):
        found = solve(system.scaled(percent / 100))
        price = found.price
        told = found.why_no_price
        if price:
            told = f"{price.extra_water / 1e9:14.2f}   {price.least:18.2f}, {price.most:.2f}"
        print(f"{percent:4} %   {told}   {sum(found.gains) / 1e6:22.1f}")


if __name__ == "__main__":
    main()
