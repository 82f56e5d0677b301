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
    from qatynas.outlook.nowcast import Chance, Nowcast
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
