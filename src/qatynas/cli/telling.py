"""What lies ahead as lines for the terminal: nowcasts, mirrors, potentials, swaps, divided rivers, and what they rest
on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from qatynas.cli.lines import table
from qatynas.outlook.allocation import Allocation, Course
from qatynas.outlook.mirror import Mirror, MirrorYear
from qatynas.outlook.nowcast import MEANS, Chance, Nowcast
from qatynas.outlook.potential import Claimed, Potential
from qatynas.outlook.swap import Swap
from qatynas.outlook.values import Rest, amount

RESTS_SHOWN = 12


def tell_nowcast(found: Nowcast) -> None:
    """A year told from part of it."""
    click.echo(found.says)
    click.echo(
        f"  so far {amount(found.so_far.value, found.unit)} in {found.months} months; it hangs on {found.decides}"
    )
    click.echo(f"  {found.little}\n" if found.little else "")
    rows = []
    for way in found.ways:
        told = amount(way.total, found.unit) if way.total else "–"
        over = f"in {way.tested} trials" if way.tested else "elsewhere"
        wrong = f"{way.error:.1f} % {over}" if way.error is not None else "–"
        rows.append((way.method, told, wrong, way.why or MEANS[way.method]))
    table(("method", "year", "has been wrong by", "how"), rows)
    click.echo(f"combined of {' and '.join(found.combined)}")
    _chances(found.chances)
    tell_rests(found.rests)


def _chances(chances: Sequence[Chance]) -> None:
    """The chance of each target."""
    for chance in chances:
        told = "–" if chance.probability is None else _percent(chance.probability)
        due = f"due {chance.due}" if chance.due else "no deadline"
        click.echo(f"\n{chance.status} {amount(chance.target, chance.unit)}, {due}: {told}; {chance.why}")
        if chance.by_year:
            click.echo("  reached by " + ", ".join(f"{year} {_percent(part)}" for year, part in chance.by_year))


def _percent(share: float) -> str:
    """A chance in whole percent, finer near 0 and 100: it is never quite either."""
    digits = 0 if 0.005 <= share <= 0.995 else 2
    return f"{share * 100:.{digits}f} %"


def tell_rests(rests: Sequence[Rest]) -> None:
    """What a result rests on, the first of it."""
    click.echo("\nrests on")
    for rest in rests[:RESTS_SHOWN]:
        claim = f"  [claim {rest.id[:12]}]" if rest.id else ""
        click.echo(f"  {rest.where}: «{rest.says}»{claim}")
    if len(rests) > RESTS_SHOWN:
        click.echo(f"  and {len(rests) - RESTS_SHOWN} more; --json has them all")


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


def tell_potential(computed: Potential, limit: int) -> None:
    """The potential of a table, its largest lines."""
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
    tell_rests(computed.rests)


def tell_swap(found: Swap) -> None:
    """A cascade without and with the swap."""
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


def _volume_row(row: dict[str, Any]) -> tuple[str, ...]:
    value, low, high = (f"{row[key] / 1e6:.1f}" for key in ("value", "low", "high"))
    return str(row["year"]), row["river"], row["what"], value, f"{low} … {high}", row["until"]


def _course(year: int, course: Course) -> None:
    """One river of a season in words."""
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


def tell_mirror(found: Mirror) -> None:
    """Both flows year by year, then how reliable each office has been."""
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
    tell_rests(found.rests)


def tell_claimed(claimed: Sequence[Claimed]) -> None:
    """Potentials as they are claimed, beside what can be checked."""
    for one in claimed:
        click.echo(one.says)
        tell_rests(tuple(dict.fromkeys(rest for check in one.checks for rest in check.rests)))


def tell_allocation(found: Allocation) -> None:
    """Shares by law, each season's volumes, balances and forecasts."""
    click.echo(found.says)
    for share in found.shares:
        told = f"{len(share.agreeing)} claims agree" + (f", {len(share.differing)} differ" if share.differing else "")
        click.echo(f"  {share.river}: {share.side} {share.lawful:g} %; {told}")
    click.echo(f"  by law: {found.source}")
    click.echo(f"\nmillion m3 from {found.giver} to {found.receiver}")
    table(("year", "river", "what", "amount", "range", "until"), [_volume_row(row) for row in found.rows()])
    for season in found.seasons:
        for course in season.courses:
            _course(season.year, course)
        if season.works:
            click.echo(f"{season.year}, works: " + "; ".join(work.says for work in season.works))
    click.echo(found.little)
    tell_rests(found.rests)
