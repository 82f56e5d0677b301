"""Commands that look ahead: outlook trade, mirror, potential, swap, allocation."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qatynas.cli.options import JSON, LEDGER, PAIR, cli, dump, examples
from qatynas.model import InputError

if TYPE_CHECKING:
    from qatynas.outlook.months import Months

Pair = tuple[str, str] | None
PICTURE = click.option("--picture", metavar="FILE", help="Also draw it into this SVG file.")


@cli.group()
def outlook() -> None:
    """Look ahead: will a target be met, whose figures, how much water for how much power."""


def _relationship(ledger: str, pair: Pair) -> Any:
    from qatynas.relations.surface import Ledger

    with Ledger.open(ledger) as book:
        return book.relationship(pair)


def _checked(ledger: str, pair: Pair) -> tuple[Any, Any]:
    """The relationship, and what the checks find of it."""
    from qatynas import Ledger

    with Ledger.open(ledger) as book:
        relationship = book.relationship(pair)
        return relationship, book.findings(relationship.pair) if relationship.facts else ()


def _month(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[int, int] | None:
    year, _, month = (value or "").partition("-")
    if value is None:
        return None
    if len(year) == 4 and year.isdigit() and month.isdigit() and 1 <= int(month) <= 12:
        return int(year), int(month)
    raise click.BadParameter(f"{value!r} is no month; write it as 2025-05")


@outlook.command(
    epilog=examples(
        "qatynas outlook trade",
        "qatynas outlook trade --proxy exports.csv --proxy imports.csv --unit 'thousand USD' --json",
        "qatynas outlook trade --months exports.csv --through 2025-05 --target 80e9",
    )
)
@click.option("--seller", metavar="CODE", help="This side's exports instead of turnover.")
@click.option("--year", type=click.IntRange(1900, 2200), help="The year; else the newest that is not over.")
@click.option(
    "--proxy", multiple=True, metavar="FILE", help="A monthly series whose season is borrowed; several add up."
)
@click.option("--months", multiple=True, metavar="FILE", help="Tell this monthly series instead of the ledger's.")
@click.option("--through", callback=_month, metavar="MONTH", help="With --months: the last month known; else its last.")
@click.option("--target", "targets", type=float, multiple=True, help="With --months: the chance of this, in USD.")
@click.option("--unit", metavar="UNIT", help="The unit of those files' values, where their head names none.")
@PICTURE
@LEDGER
@PAIR
@JSON
def trade(
    seller: str | None,
    year: int | None,
    proxy: Sequence[str],
    months: Sequence[str],
    through: tuple[int, int] | None,
    targets: Sequence[float],
    unit: str | None,
    picture: str | None,
    ledger: str,
    pair: Pair,
    as_json: bool,
) -> None:
    """Tell the year's total from part of it, with its range, and the chance of each target."""
    from qatynas.cli.telling import tell_nowcast
    from qatynas.outlook import trade as telling
    from qatynas.outlook.months import read_months, together

    def series(files: Sequence[str]) -> Months | None:
        return together([read_months(file, unit=unit) for file in files]) if files else None

    own = series(months)
    if own:
        last = through or own.last
        found = telling.of_months(own, *last, targets=tuple(targets))
    else:
        relationship, findings = _checked(ledger, pair)
        if seller and seller.upper() not in relationship.pair:
            raise InputError(seller, f"is no side of {'-'.join(relationship.pair)}")
        to = next((side for side in relationship.pair if side != seller.upper()), None) if seller else None
        found = telling.of_relationship(
            relationship,
            indicator="trade.export" if seller else telling.TURNOVER,
            from_=seller.upper() if seller else None,
            to=to,
            year=year,
            proxy=series(proxy),
            findings=findings,
        )
    if picture:
        from qatynas.publish.pictures.looking import nowcast_picture

        _draw(picture, nowcast_picture(found).wide)
    if as_json:
        dump(found.as_json())
    else:
        tell_nowcast(found)


def _draw(path: str, drawn: str) -> None:
    from qatynas.publish.pictures.looking import alone

    try:
        Path(path).write_text(alone(drawn), encoding="utf-8")
    except OSError as error:
        raise InputError(path, f"cannot be written: {error.strerror}; give another file") from None
    click.echo(f"{path}: drawn", err=True)


@outlook.command(epilog=examples("qatynas outlook mirror", "qatynas outlook mirror --pair KAZ-KGZ --json"))
@PICTURE
@LEDGER
@PAIR
@JSON
def mirror(picture: str | None, ledger: str, pair: Pair, as_json: bool) -> None:
    """Put both offices' statistics of the same goods side by side: the gap, what freight explains, an estimate."""
    from qatynas.cli.telling import tell_mirror
    from qatynas.outlook import mirror as mirrored

    found = mirrored.of_relationship(_relationship(ledger, pair))
    if picture:
        from qatynas.publish.pictures.looking import mirror_picture
        from qatynas.publish.sides import sides

        _draw(picture, mirror_picture(found, sides(found.pair)).wide)
    if as_json:
        dump(found.as_json())
        return
    tell_mirror(found)


@outlook.command(
    epilog=examples(
        "qatynas outlook swap",
        "qatynas outlook swap --example naryn --inflow 75",
        "qatynas outlook swap my-cascade/ --picture swap.svg --json",
    )
)
@click.argument("folder", required=False, metavar="[FOLDER]")
@click.option("--example", "example_", metavar="NAME", help="A shipped example instead of a folder: toktogul or naryn.")
@click.option("--inflow", type=float, help="Also what happens at so many percent of the inflow.")
@PICTURE
@JSON
def swap(folder: str | None, example_: str | None, inflow: float | None, picture: str | None, as_json: bool) -> None:
    """Find the least-cost exchange of water for power, its price in kWh a m3, and what a dry year does."""
    from qatynas.cli.telling import tell_rests, tell_swap
    from qatynas.outlook import cascade
    from qatynas.outlook import swap as swapping

    if folder and example_:
        raise InputError(folder, "give a folder or --example, not both")
    if inflow is not None and not 0 < inflow <= 1000:
        raise InputError("--inflow", f"{inflow:g} is no share of the inflow; give percent, such as 75")
    system = cascade.read_system(folder) if folder else cascade.example(example_ or "toktogul")
    found = [swapping.solve(system)]
    if inflow is not None:
        found.append(swapping.solve(system.scaled(inflow / 100)))
    if picture:
        from qatynas.publish.pictures.water import swap_picture
        from qatynas.publish.sides import sides

        _draw(picture, swap_picture(found[-1], sides((found[-1].giver, found[-1].receiver))).wide)
    if as_json:
        dump([one.as_json() for one in found] if len(found) > 1 else found[0].as_json())
        return
    for one in found:
        tell_swap(one)
    tell_rests(found[0].rests)


@outlook.command(
    epilog=examples(
        "qatynas outlook potential",
        "qatynas outlook potential BACI_2023.csv --seller KAZ --buyer KGZ",
        "qatynas outlook potential trademap.xls --seller KAZ --buyer KGZ --year 2023 --json",
    )
)
@click.argument("tables", nargs=-1, metavar="[TABLE…]")
@click.option("--seller", metavar="CODE", help="Whose exports; needed with a table.")
@click.option("--buyer", metavar="CODE", help="Whose imports; needed with a table.")
@click.option("--year", type=click.IntRange(1900, 2200), help="The table's year; else its newest.")
@click.option("--limit", type=click.IntRange(0, 10_000), default=20, show_default=True, help="Lines that are shown.")
@LEDGER
@PAIR
@JSON
def potential(
    tables: tuple[str, ...],
    seller: str | None,
    buyer: str | None,
    year: int | None,
    limit: int,
    ledger: str,
    pair: Pair,
    as_json: bool,
) -> None:
    """Compute what one side could sell to the other by line of goods, and set a claim of it beside what can be
    checked."""
    from qatynas.cli.telling import tell_claimed, tell_potential
    from qatynas.outlook import potential as selling
    from qatynas.outlook.goods import read_goods

    computed = None
    if tables:
        if not seller or not buyer:
            raise InputError("--seller, --buyer", "a table needs both; give ISO codes such as KAZ and KGZ")
        goods = read_goods(tables, seller.upper(), buyer.upper(), year)
        computed = selling.of_goods(goods, seller.upper(), buyer.upper())
    claimed: tuple[selling.Claimed, ...] = ()
    if not tables or Path(ledger).exists():
        try:
            claimed = selling.of_relationship(_relationship(ledger, pair), computed)
        except InputError:
            if computed is None:
                raise
    if as_json:
        dump({"computed": computed and computed.as_json(), "claimed": [one.as_json() for one in claimed]})
        return
    tell_claimed(claimed)
    if computed:
        tell_potential(computed, limit)


@outlook.command(
    epilog=examples("qatynas outlook allocation", "qatynas outlook allocation --table deliveries.csv --json")
)
@click.option("--table", "tables", multiple=True, metavar="FILE", help="Also a table of deliveries; several times.")
@LEDGER
@PAIR
@JSON
def allocation(tables: tuple[str, ...], ledger: str, pair: Pair, as_json: bool) -> None:
    """Set deliveries of divided rivers against their plan: the balance, what is owed, the end of the season."""
    from qatynas.cli.telling import tell_allocation
    from qatynas.outlook import allocation as dividing

    found = dividing.of_relationship(_relationship(ledger, pair), tables)
    if as_json:
        dump(found.as_json())
        return
    tell_allocation(found)
