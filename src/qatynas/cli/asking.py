"""Commands that ask a ledger: series, treaties, bodies, timeline, search, diff, brief, status."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from qatynas.cli.options import JSON, LEDGER, PAIR, cli, day_of, dump, examples

Pair = tuple[str, str] | None


def _open(ledger: str) -> Any:
    from qatynas.relations.surface import Ledger

    return Ledger.open(ledger)


LIMIT = click.option(
    "--limit",
    type=click.IntRange(0),
    default=200,
    show_default=True,
    help="So many lines at most, of each series those of its newest periods; 0 prints all. JSON always has all.",
)


@cli.command(epilog=examples("qatynas series trade.turnover", "qatynas series trade --json"))
@click.argument("indicator")
@LEDGER
@PAIR
@LIMIT
@JSON
def series(indicator: str, ledger: str, pair: Pair, limit: int, as_json: bool) -> None:
    """Print all that is told of an indicator: levels, growths, forecasts, targets, full years and parts of years."""
    from qatynas.cli.lines import course_rows, course_title, table
    from qatynas.model import InputError
    from qatynas.relations.rows import course_row

    with _open(ledger) as book:
        kept = book.kept(pair)
        found, count = kept.courses(indicator, None if as_json else limit or None)
        known = [] if found.courses else kept.indicators()
    if not found.courses:
        raise InputError(indicator, f"no figure of this indicator; there are figures of {', '.join(known) or 'none'}")
    if as_json:
        dump([course_row(found, course) for course in found.courses])
        return
    for course in found.courses:
        click.echo(course_title(course))
        headings = ("period", "sort", "measure", "number", "status", "texts", "claim")
        table(headings, course_rows(found, course))
        click.echo()
    _left_out(count - len(found.facts), "numbers")


def _left_out(count: int, what: str) -> None:
    if count > 0:
        click.echo(f"{count} more {what}; all of them with --limit 0, or with --json", err=True)


@cli.command(epilog=examples("qatynas treaties --on 2025-07-01", "qatynas treaties --json"))
@click.option(
    "--on",
    "day",
    callback=day_of,
    metavar="DATE",
    help="The day asked about; the newest document's date where left out.",
)
@LEDGER
@PAIR
@LIMIT
@JSON
def treaties(day: date | None, ledger: str, pair: Pair, limit: int, as_json: bool) -> None:
    """Say how every treaty, agreement and programme stood on a day, and by which act."""
    from qatynas.cli.lines import table, treaty_row
    from qatynas.relations import rows

    with _open(ledger) as book:
        found, standing, count = book.kept(pair).treaties_on(day, None if as_json else limit or None)
    if as_json:
        dump([rows.treaty_row(found, treaty, how) for treaty, how in standing])
        return
    table(("state", "since", "type", "title"), [treaty_row(treaty, how) for treaty, how in standing])
    _left_out(count - len(standing), "texts")


@cli.command(epilog=examples("qatynas bodies --duties 2025", "qatynas bodies --json"))
@click.option("--duties", "year", type=click.IntRange(1900, 2200), help="Say what of their duties that year has seen.")
@LEDGER
@PAIR
@JSON
def bodies(year: int | None, ledger: str, pair: Pair, as_json: bool) -> None:
    """List joint bodies with their sessions; or their duties of a year: done, open, or not seen."""
    from qatynas.cli.lines import duty_row, fact_line, table
    from qatynas.relations import duties_of, rows

    with _open(ledger) as book:
        found = book.relationship(pair)
    if year is not None:
        duties = duties_of(found, year)
        if as_json:
            dump([rows.duty_row(found, duty) for duty in duties])
        else:
            table(("state", "body", "duty", "how often", "seen"), map(duty_row, duties))
    elif as_json:
        dump([rows.body_row(found, body) for body in found.bodies])
    else:
        for body in found.bodies:
            click.echo(" = ".join(body.names) + (f" ({body.level})" if body.level else ""))
            for fact in body.sessions:
                click.echo(f"    {fact_line(found, fact)}")


@cli.command(epilog=examples("qatynas timeline --from 2024-01-01 --to 2024-12-31"))
@click.option("--from", "begin", callback=day_of, metavar="DATE", help="The first day; else the beginning.")
@click.option("--to", "end", callback=day_of, metavar="DATE", help="The last day; else the end.")
@LEDGER
@PAIR
@JSON
def timeline(begin: date | None, end: date | None, ledger: str, pair: Pair, as_json: bool) -> None:
    """List what happened or was to happen between two days, in order."""
    from qatynas.cli.lines import fact_line
    from qatynas.relations import rows
    from qatynas.relations.asking import timeline as happenings

    with _open(ledger) as book:
        found = book.relationship(pair)
    facts = happenings(found, begin or date.min, end or date.max)
    if as_json:
        dump(rows.fact_rows(found, facts))
    else:
        for fact in facts:
            click.echo(fact_line(found, fact))


@cli.command(epilog=examples("qatynas search су бөлу", "qatynas search suw bölu --limit 5 --json"))
@click.argument("words", nargs=-1, required=True, metavar="WORDS…")
@click.option("--limit", type=click.IntRange(1, 10_000), default=20, show_default=True, help="Passages at most.")
@LEDGER
@JSON
def search(words: tuple[str, ...], limit: int, ledger: str, as_json: bool) -> None:
    """Find passages that hold all words, in any script and with any endings; the best first."""
    from qatynas.relations import rows

    with _open(ledger) as book:
        hits = book.search(" ".join(words), limit)
    if as_json:
        dump([rows.hit_row(hit) for hit in hits])
        return
    for hit in hits:
        click.echo(f"{hit.path}:{hit.span.start}  {hit.title or ''}\n    {' '.join(hit.words.split())}")
    click.echo(f"{len(hits)} passages" if len(hits) != 1 else "1 passage", err=True)


@cli.command(epilog=examples("qatynas diff --since 2025-08-01", "qatynas diff --since 2025-08-01 --json"))
@click.option("--since", callback=day_of, metavar="DATE", required=True, help="What came in before that day is known.")
@LEDGER
@PAIR
@JSON
def diff(since: date, ledger: str, pair: Pair, as_json: bool) -> None:
    """Say what became known since a day: new facts, facts told otherwise, confirmed and gone; findings new and gone."""
    from qatynas.checks import findings
    from qatynas.checks.rows import finding_row
    from qatynas.cli.lines import fact_line, finding_lines
    from qatynas.relations import rows
    from qatynas.relations.asking import difference

    with _open(ledger) as book:
        now = book.relationship(pair)
        before = book.relationship(now.pair, before=since.isoformat(), empty=True)
    found = difference(before, now)
    known, doubted = ({one.evidence: one for one in findings(state)} for state in (before, now))
    came, went = ([one for key, one in a.items() if key not in b] for a, b in ((doubted, known), (known, doubted)))
    if as_json:
        told = {"new": [finding_row(one) for one in came], "gone": [finding_row(one) for one in went]}
        dump(rows.difference_row(before, now, found) | {"findings": told})
        return
    for fact in found.new:
        click.echo(f"new        {fact_line(now, fact)}")
    for one in found.changed:
        click.echo(f"changed    {fact_line(now, one.now)}\n    before   {fact_line(before, one.before)}")
    for fact in found.confirmed:
        click.echo(f"confirmed  {fact_line(now, fact)}")
    for fact in found.gone:
        click.echo(f"gone       {fact_line(before, fact)}")
    for name, several in (("found", came), ("healed", went)):
        for finding in several:
            head, *sentences = finding_lines(finding)
            click.echo("\n".join((f"{name:<10} {head}", *sentences)))


@cli.command(epilog=examples("qatynas brief --for 2025-08-22", "qatynas brief --for 2025-08-22 --json"))
@click.option("--for", "day", callback=day_of, metavar="DATE", required=True, help="The day of the meeting.")
@LEDGER
@PAIR
@JSON
def brief(day: date, ledger: str, pair: Pair, as_json: bool) -> None:
    """Say what a delegation needs before a meeting: texts in force, the last meetings, promises, what is expected."""
    from qatynas.checks.rows import told_of_checks
    from qatynas.cli.lines import briefing_lines
    from qatynas.relations import rows
    from qatynas.relations.asking import briefing

    with _open(ledger) as book:
        found = book.relationship(pair, as_of=day.isoformat())
    told = briefing(found, day)
    if as_json:
        dump(rows.briefing_row(found, told) | told_of_checks(found))
    else:
        for line in briefing_lines(found, told):
            click.echo(line)


@cli.command(epilog=examples("qatynas status", "qatynas status --ledger talas.sqlite --json"))
@LEDGER
@JSON
def status(ledger: str, as_json: bool) -> None:
    """Say what a ledger holds: documents, claims by kind, pairs of states, judgements."""
    from qatynas.relations import rows

    with _open(ledger) as book:
        told = rows.status_row(book)
    if as_json:
        dump(told)
        return
    for name, value in told.items():
        click.echo(f"{name.replace('_', ' ')}: {_said(value)}")


def _said(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {count}" for name, count in value.items()) or "none"
    return "none" if value is None else str(value)
