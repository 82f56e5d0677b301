"""Commands that ask a ledger: series, treaties, bodies, timeline, search, diff, brief, status."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from qatynas.cli.options import JSON, LEDGER, PAIR, cli, day_of, dump, examples

Pair = tuple[str, str] | None


def _open(ledger: str) -> Any:
    from qatynas.checks.surface import Ledger

    return Ledger.open(ledger)


LINES = 200
LIMIT = click.option(
    "--limit",
    type=click.IntRange(0),
    help=f"So many of each at most, of series those of the newest periods; 0 gives all. Else {LINES}, as JSON all.",
)
OFFSET = click.option("--offset", type=click.IntRange(0), default=0, help="Leave out so many at the beginning.")


def _most(limit: int | None, as_json: bool) -> int | None:
    """How many of each are asked for; None: all."""
    if limit is None:
        return None if as_json else LINES
    return limit or None


@cli.command(
    epilog=examples(
        "qatynas series trade.turnover", "qatynas series trade --by-product", "qatynas series trade --product 1001"
    )
)
@click.argument("indicator")
@click.option("--product", metavar="CODE|NAME", help="Of one good alone: a code of the Harmonized System, or its name.")
@click.option("--by-product", is_flag=True, help="List the goods that are told of, with their levels by year.")
@LEDGER
@PAIR
@LIMIT
@JSON
def series(
    indicator: str,
    product: str | None,
    by_product: bool,
    ledger: str,
    pair: Pair,
    limit: int | None,
    as_json: bool,
) -> None:
    """Print all that is told of an indicator: levels, growths, forecasts, targets, full years and parts of years.

    Of a good by its code all whose codes begin so are meant; a name counts in any case and script.
    """
    from qatynas.cli.lines import course_rows, course_title, table
    from qatynas.model import InputError
    from qatynas.relations.products import is_meant
    from qatynas.relations.rows import course_row

    def meant(good: str | None) -> bool:
        return bool(good) and (product is None or is_meant(good, product))

    with _open(ledger) as book:
        kept = book.kept(pair)
        found, count = kept.courses(indicator, _most(limit, as_json), meant if product or by_product else None)
        known = [] if found.courses else kept.subs("figure")
    if not found.courses and any(f"{code}.".startswith(f"{indicator}.") for code in known):
        raise InputError(product or indicator, f"no figure of {indicator} tells of such a good; see --by-product")
    if not found.courses:
        raise InputError(indicator, f"no figure of this indicator; there are figures of {', '.join(known) or 'none'}")
    if by_product:
        _print_goods(found, as_json)
        return
    if as_json:
        dump([course_row(found, course) for course in found.courses])
        return
    for course in found.courses:
        click.echo(course_title(course))
        headings = ("period", "sort", "measure", "number", "status", "texts", "claim")
        table(headings, course_rows(found, course))
        click.echo()
    _left_out(count - len(found.facts), "numbers")


def _print_goods(found: Any, as_json: bool) -> None:
    from qatynas.cli.lines import product_table, table
    from qatynas.relations.products import by_product
    from qatynas.relations.rows import product_row

    goods = by_product(found.courses)
    if as_json:
        dump([product_row(found, one) for one in goods])
    else:
        table(*product_table(goods))


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
@OFFSET
@JSON
def treaties(day: date | None, ledger: str, pair: Pair, limit: int | None, offset: int, as_json: bool) -> None:
    """Say how every treaty, agreement and programme stood on a day, and by which act."""
    from qatynas.cli.lines import table, treaty_row
    from qatynas.relations import rows

    with _open(ledger) as book:
        found, standing, count = book.kept(pair).treaties_on(day, _most(limit, as_json), offset)
    if as_json:
        dump([rows.treaty_row(found, treaty, how) for treaty, how in standing])
        return
    table(("state", "since", "type", "title"), [treaty_row(treaty, how) for treaty, how in standing])
    _left_out(count - offset - len(standing), "texts")


@cli.command(epilog=examples("qatynas bodies --duties 2025", "qatynas bodies --json"))
@click.option("--duties", "year", type=click.IntRange(1900, 2200), help="Say what of their duties that year has seen.")
@LEDGER
@PAIR
@LIMIT
@OFFSET
@JSON
def bodies(year: int | None, ledger: str, pair: Pair, limit: int | None, offset: int, as_json: bool) -> None:
    """List joint bodies with their sessions, of each the newest; or their duties of a year: done, open, or not seen."""
    from qatynas.cli.lines import duty_row, fact_line, table
    from qatynas.relations import rows

    most = _most(limit, as_json)
    with _open(ledger) as book:
        joint = book.kept(pair).joint
        part = joint.duties(year, most) if year is not None else joint.bodies(most, offset, most)
    found = part.relationship
    if year is not None:
        if as_json:
            dump([rows.duty_row(found, duty) for duty in part.items])
        else:
            table(("state", "body", "duty", "how often", "seen"), map(duty_row, part.items))
    elif as_json:
        dump([rows.body_row(found, body) for body in part.items])
    else:
        for body in part.items:
            click.echo(" = ".join(body.names) + (f" ({body.level})" if body.level else ""))
            for fact in body.sessions:
                click.echo(f"    {fact_line(found, fact)}")
            if body.more:
                click.echo(f"    {body.more} older sessions")
        _left_out(part.count - offset - len(part.items), "bodies")


@cli.command(epilog=examples("qatynas timeline --from 2024-01-01 --to 2024-12-31"))
@click.option("--from", "begin", callback=day_of, metavar="DATE", help="The first day; else the beginning.")
@click.option("--to", "end", callback=day_of, metavar="DATE", help="The last day; else the end.")
@LEDGER
@PAIR
@LIMIT
@OFFSET
@JSON
def timeline(
    begin: date | None, end: date | None, ledger: str, pair: Pair, limit: int | None, offset: int, as_json: bool
) -> None:
    """List what happened or was to happen between two days, in order."""
    from qatynas.cli.lines import fact_line
    from qatynas.relations import rows

    with _open(ledger) as book:
        things = book.kept(pair).things
        part = things.timeline(begin or date.min, end or date.max, _most(limit, as_json), offset)
    if as_json:
        dump(rows.fact_rows(part.relationship, part.items))
    else:
        for fact in part.items:
            click.echo(fact_line(part.relationship, fact))
        _left_out(part.count - offset - len(part.items), "happenings")


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
@LIMIT
@JSON
def diff(since: date, ledger: str, pair: Pair, limit: int | None, as_json: bool) -> None:
    """Say what became known since a day: new facts, facts told otherwise, confirmed and gone; findings new and gone.

    Where thousands of documents changed, only what is new and what is told again is looked for.
    """
    from qatynas.checks.rows import finding_row
    from qatynas.cli.lines import fact_line, finding_lines
    from qatynas.relations import rows

    most = _most(limit, as_json)
    with _open(ledger) as book:
        kept = book.kept(pair)
        told = kept.since(since, most)
        came, went = _findings_since(book, kept.pair, since, told)
    found, before, now = told.difference, told.before, told.now
    if as_json:
        checked = {"new": [finding_row(one) for one in came], "gone": [finding_row(one) for one in went]}
        dump(rows.difference_row(before, now, found) | {"findings": checked})
        return
    for fact in found.new[:most]:
        click.echo(f"new        {fact_line(now, fact)}")
    for one in found.changed[:most]:
        click.echo(f"changed    {fact_line(now, one.now)}\n    before   {fact_line(before, one.before)}")
    for fact in found.confirmed[:most]:
        click.echo(f"confirmed  {fact_line(now, fact)}")
    for fact in found.gone[:most]:
        click.echo(f"gone       {fact_line(before, fact)}")
    for name, several in (("found", came), ("healed", went)):
        for finding in several[:most]:
            head, *sentences = finding_lines(finding)
            click.echo("\n".join((f"{name:<10} {head}", *sentences)))
    if not told.whole:
        click.echo(
            f"{len(told.documents)} documents changed: what is told otherwise or is gone was not looked for", err=True
        )


SMALL = 1_000
"""Documents of a ledger whose findings are found twice, as they were and as they are."""


def _findings_since(book: Any, pair: tuple[str, str], day: date, told: Any) -> tuple[list[Any], list[Any]]:
    """Findings that are new since a day, and those that are gone; of a large ledger the new ones alone: those that cite
    a document which changed."""
    from qatynas.checks import findings

    if book.counts().documents()[0] > SMALL:
        kept = book.findings(pair)
        return [one for one in kept if any(cited.source in told.documents for cited in one.cited)], []
    states = (
        book.relationship(pair, before=day.isoformat(), empty=True),
        book.relationship(pair, empty=True),
    )
    known, doubted = ({one.evidence: one for one in findings(state)} for state in states)
    came, went = ([one for key, one in a.items() if key not in b] for a, b in ((doubted, known), (known, doubted)))
    return came, went


@cli.command(epilog=examples("qatynas brief --for 2025-08-22", "qatynas brief --for 2025-08-22 --json"))
@click.option("--for", "day", callback=day_of, metavar="DATE", required=True, help="The day of the meeting.")
@LEDGER
@PAIR
@LIMIT
@JSON
def brief(day: date, ledger: str, pair: Pair, limit: int | None, as_json: bool) -> None:
    """Say what a delegation needs before a meeting: texts in force, the last meetings, promises, what is expected."""
    from qatynas.checks.rows import finding_row, promised_row
    from qatynas.cli.lines import GRAVE, briefing_lines
    from qatynas.relations import rows
    from qatynas.relations.asking import made_before

    most = _most(limit, as_json)
    with _open(ledger) as book:
        kept = book.kept(pair)
        found, told = kept.brief(day, most)
        beside, promises = book.kept_findings(kept.pair).promises.read(limit=most)
        doubts = book.findings(kept.pair, grades=() if as_json else GRAVE, limit=most)
    stand = [one for one in promises if made_before(one.promise.fact, day)]
    if as_json:
        checked = {
            "findings": [finding_row(one) for one in doubts],
            "promise_status": [promised_row(beside, one) for one in stand],
        }
        dump(rows.briefing_row(found, told) | checked)
    else:
        for line in briefing_lines(found, told, (beside, stand), doubts):
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
