"""Will the target be met? A ledger's trade told from the months so far, and the chance of each target, year by year.

    python examples/target.py LEDGER [PROXY.csv …]

A proxy is a monthly series (columns «date» and «value [thousand USD]») whose season is borrowed; several are added.
"""

from __future__ import annotations

import sys

import qatynas
from qatynas.outlook import trade
from qatynas.outlook.months import read_months, together


def main(ledger: str, proxies: list[str]) -> None:
    proxy = together([read_months(file) for file in proxies]) if proxies else None
    with qatynas.Ledger.open(ledger) as book:
        found = trade.of_relationship(book.relationship(), proxy=proxy)
    print(f"{found.says}\n{found.decides}\n{found.little}")
    for chance in found.chances:
        years = ", ".join(f"{year} {share:.0%}" for year, share in chance.by_year)
        print(f"{chance.target:,.0f} {chance.unit}, due {chance.due or '–'}: {years or chance.why}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
