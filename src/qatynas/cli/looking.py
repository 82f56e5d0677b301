"""Commands that look ahead: outlook trade, mirror, potential, swap, allocation."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qatynas.cli.options import JSON, LEDGER, PAIR, cli, dump, examples
from qatynas.model import InputError

if TYPE_CHECKING:
    from qatynas.outlook.allocation import Course
    from qatynas.outlook.mirror import MirrorYear
    from qatynas.outlook.months import Months
    from qatynas.outlook.nowcast import Chance, Nowcast
    from qatynas.outlook.potential import Claimed, Potential
    from qatynas.outlook.swap import Swap
    from qatynas.outlook.values import Rest

Pair = tuple[str, str] | None
RESTS_SHOWN = 12
PICTURE = click.option("--picture", metavar="FILE", help="Also draw it into this SVG file.")


@cli.group()
def outlook() -> None:
    """Look ahead: will a target be met, whose figures, how much water for how much power."""


def _relationship(ledger: str, pair: Pair) -> Any:
    from qatynas.relations.surface import Ledger

    with Ledger.open(ledger) as book:
        return book.relationship(pair)


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
    from qatynas.outlook import trade as telling
    from qatynas.outlook.months import read_months, together

    def series(files: Sequence[str]) -> Months | None:
        return together([read_months(file, unit=unit) for file in files]) if files else None

    own = series(months)
    if own:
        last = through or own.last
        found = telling.of_months(own, *last, targets=tuple(targets))
    else:
        relationship = _relationship(ledger, pair)
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
        )
    if picture:
        from qatynas.publish.pictures.looking import nowcast_picture

        _draw(picture, nowcast_picture(found))
    if as_json:
        dump(found.as_json())
    else:
        _tell_nowcast(found)


def _draw(path: str, drawn: str) -> None:
    try:
        Path(path).write_text(drawn, encoding="utf-8")
    except OSError as error:
        raise InputError(path, f"cannot be written: {error.strerror}; give another file") from None
    click.echo(f"{path}: drawn", err=True)


def _tell_nowcast(found: Nowcast) -> None:
    from qatynas.cli.lines import table
    from qatynas.outlook.nowcast import MEANS
    from qatynas.outlook.values import amount

    click.echo(found.says)
    click.echo(
        f"  so far {amount(found.so_far.value, found.unit)} in {found.months} months; it hangs on {found.decides}"
    )
    click.echo(f"  {found.little}\n" if found.little else "")
    rows = []
    for way in found.ways:
        told = amount(way.total, found.unit) if way.total else "–"
        wrong = f"{way.error:.1f} % over {way.tested} years" if way.error is not None else "–"
        rows.append((way.method, told, wrong, way.why or MEANS[way.method]))
    table(("method", "year", "has been wrong by", "how"), rows)
    click.echo(f"combined of {' and '.join(found.combined)}")
    _tell_chances(found.chances)
    _tell_rests(found.rests)


def _tell_chances(chances: Sequence[Chance]) -> None:
    from qatynas.outlook.values import amount

    for chance in chances:
        share = f"{chance.probability:.0%}" if chance.probability is not None else "–"
        sure = chance.probability is not None and not 0.005 <= chance.probability <= 0.995
        share = f"{chance.probability:.2%}" if sure else share
        click.echo(
            f"\n{chance.status} {amount(chance.target, chance.unit)}, due {chance.due or '–'}: {share}; {chance.why}"
        )
        if chance.by_year:
            click.echo("  reached by " + ", ".join(f"{year} {part:.0%}" for year, part in chance.by_year))


def _tell_rests(rests: Sequence[Rest]) -> None:
    click.echo("\nrests on")
    for rest in rests[:RESTS_SHOWN]:
        claim = f"  [claim {rest.id[:12]}]" if rest.id else ""
        click.echo(f"  {rest.where}: «{rest.says}»{claim}")
    if len(rests) > RESTS_SHOWN:
        click.echo(f"  and {len(rests) - RESTS_SHOWN} more; --json has them all")


@outlook.command(epilog=examples("qatynas outlook mirror", "qatynas outlook mirror --pair KAZ-KGZ --json"))
@PICTURE
@LEDGER
@PAIR
@JSON
def mirror(picture: str | None, ledger: str, pair: Pair, as_json: bool) -> None:
    """Put both offices' statistics of the same goods side by side: the gap, what freight explains, an estimate."""
    from qatynas.cli.lines import table
    from qatynas.outlook import mirror as mirrored

    found = mirrored.of_relationship(_relationship(ledger, pair))
    if picture:
        from qatynas.publish.pictures.looking import mirror_picture

        _draw(picture, mirror_picture(found))
    if as_json:
        dump(found.as_json())
        return
    for flow in found.flows:
        click.echo(f"{flow.from_} → {flow.to}, million USD")
        headings = ("year", "sold", "bought", "ratio", "freight", "left", "estimate", "range", "")
        table(headings, [_mirror_row(year) for year in flow.years])
        for year in flow.years:
            if year.flagged:
                click.echo(f"* {year.year}: {year.flagged}")
        click.echo()
    for office in found.offices:
        wrong = "too few years to say" if office.spread is None else f"errs by about {office.spread:.1f} %"
        revised = f", revises by {office.revised:.1f} % ({office.revisions} times)" if office.revised else ""
        click.echo(f"{office.reporter}: {wrong}{revised}; weight {office.weight:.2f}")
    click.echo(found.little)
    _tell_rests(found.rests)


def _mirror_row(year: MirrorYear) -> tuple[str, ...]:
    told = (year.sold, year.bought, year.explained, year.unexplained, year.estimate.value)
    sold, bought, explained, unexplained, estimate = (f"{value / 1e6:.1f}" for value in told)
    ends = f"{year.estimate.low / 1e6:.1f} … {year.estimate.high / 1e6:.1f}"
    return (
        str(year.year),
        sold,
        bought,
        f"{year.ratio:.3f}",
        explained,
        unexplained,
        estimate,
        ends,
        "*" * bool(year.flagged),
    )


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
        from qatynas.publish.pictures.looking import swap_picture

        _draw(picture, swap_picture(found[-1]))
    if as_json:
        dump([one.as_json() for one in found] if len(found) > 1 else found[0].as_json())
        return
    for one in found:
        _tell_swap(one)
    _tell_rests(found[0].rests)


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
    from qatynas.outlook import potential as selling
    from qatynas.outlook.goods import read_goods

    computed = None
    if tables:
        if not seller or not buyer:
            raise InputError("--seller, --buyer", "a table needs both; give ISO codes such as KAZ and KGZ")
        goods = read_goods(tables, seller.upper(), buyer.upper(), year)
        computed = selling.of_goods(goods, seller.upper(), buyer.upper())
    claimed: tuple[Claimed, ...] = ()
    if not tables or Path(ledger).exists():
        try:
            claimed = selling.of_relationship(_relationship(ledger, pair), computed)
        except InputError:
            if computed is None:
                raise
    if as_json:
        dump({"computed": computed and computed.as_json(), "claimed": [one.as_json() for one in claimed]})
        return
    for one in claimed:
        click.echo(one.says)
        _tell_rests(list(dict.fromkeys(rest for check in one.checks for rest in check.rests)))
    if computed:
        _tell_potential(computed, limit)


def _tell_potential(computed: Potential, limit: int) -> None:
    from qatynas.cli.lines import table
    from qatynas.outlook.values import amount

    click.echo(computed.says)
    if computed.indicator is not None and computed.unused is not None:
        click.echo(
            f"  by ITC's indicator {amount(computed.indicator, computed.unit)}, of which "
            f"{amount(computed.unused, computed.unit)} is not used; ease {computed.ease:.2f}"
        )
    click.echo(f"  {computed.little}")
    rows = []
    for line in computed.lines[:limit]:
        told = (line.supply, line.demand, line.trade, line.indicative)
        indicator = "–" if line.indicator is None else f"{line.indicator / 1e6:.2f}"
        rows.append((line.code, line.label[:40], *(f"{value / 1e6:.2f}" for value in told), indicator))
    table(("line", "goods", "sold to all", "bought of all", "between", "potential", "indicator"), rows)
    click.echo("  million USD")
    _tell_rests(computed.rests)


def _tell_swap(found: Swap) -> None:
    from qatynas.cli.lines import table
    from qatynas.outlook.values import amount

    click.echo(found.says)
    whats = (
        (f"cost of {found.giver}", "cost_giver", "USD"),
        (f"cost of {found.receiver}", "cost_receiver", "USD"),
        ("power from water", "hydro", "kWh"),
        (f"sent to {found.receiver}", "sent", "kWh"),
        (f"returned to {found.giver}", "returned", "kWh"),
        ("water on the fields", "irrigated", "m3"),
        ("water that failed", "irrigation_failed", "m3"),
        ("power that failed", "power_failed", "kWh"),
    )
    both = (found.alone, found.swapped)
    rows = [(name, *(amount(max(getattr(one, key), 0.0), unit) for one in both)) for name, key, unit in whats]
    table(("", "alone", "with the swap"), rows)
    if found.price:
        price = found.price
        ends = f"{found.giver} needs {price.least:.2f}, {found.receiver} can give {price.most:.2f} kWh"
        click.echo(f"price of water: {ends} for each m3 more; this schedule gives {price.paid:.2f}")
    click.echo(f"balances close to {found.balance:.0e}\n")


@outlook.command(epilog=examples("qatynas outlook allocation", "qatynas outlook allocation --pair KAZ-KGZ --json"))
@LEDGER
@PAIR
@JSON
def allocation(ledger: str, pair: Pair, as_json: bool) -> None:
    """Set deliveries of divided rivers against their plan: the balance, what is owed, the end of the season."""
    from qatynas.cli.lines import table
    from qatynas.outlook import allocation as dividing

    found = dividing.of_relationship(_relationship(ledger, pair))
    if as_json:
        dump(found.as_json())
        return
    click.echo(found.says)
    for share in found.shares:
        told = f"{len(share.agreeing)} claims agree" + (f", {len(share.differing)} differ" if share.differing else "")
        click.echo(f"  {share.river}: {share.side} {share.lawful:g} % ({found.source}); {told}")
    rows = [_volume_row(row) for row in found.rows()]
    click.echo(f"\nmillion m3 from {found.giver} to {found.receiver}")
    table(("year", "river", "what", "amount", "range", "until"), rows)
    for season in found.seasons:
        for course in season.courses:
            _tell_course(season.year, course)
    click.echo(found.little)
    _tell_rests(found.rests)


def _volume_row(row: dict[str, Any]) -> tuple[str, ...]:
    value, low, high = (f"{row[key] / 1e6:.1f}" for key in ("value", "low", "high"))
    return str(row["year"]), row["river"], row["what"], value, f"{low} … {high}", row["until"]


def _tell_course(year: int, course: Course) -> None:
    name = course.river or "all rivers"
    if course.ahead is not None and course.ahead_percent is not None:
        ahead = f"{course.ahead / 1e6:+.1f} million m3 against plan so far ({course.ahead_percent:+.1f} %)"
        click.echo(f"{year}, {name}: {ahead}")
    if course.balance is not None:
        to = "to the receiver" if course.balance.value < 0 else "to the giver"
        share = f", {course.share_of_plan:.0f} % of plan" if course.share_of_plan is not None else ""
        click.echo(f"{year}, {name}: {abs(course.balance.value) / 1e6:.1f} million m3 are owed {to}{share}")
    for way, value in course.ways:
        click.echo(f"{year}, {name}, by the end: {value / 1e6:.1f} million m3 ({way})")
