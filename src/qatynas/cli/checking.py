"""Commands that let the ledger argue with itself: check, promises."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

from qatynas.cli.options import JSON, LEDGER, PAIR, cli, dump, examples

if TYPE_CHECKING:
    from qatynas.checks import Finding
    from qatynas.ledger.settling import Settled

GRADES = ("contradiction", "slip", "difference", "doubt", "consistent", "alone")
STATUSES = (
    "met", "met late", "dropped", "superseded", "moved", "overdue", "on course", "behind", "open", "no deadline given",
)  # fmt: skip
CITED_SHOWN = 12


@cli.command(
    epilog=examples("qatynas check", "qatynas check --grade contradiction --grade slip", "qatynas check --json")
)
@click.option(
    "--grade", "grades", multiple=True, type=click.Choice(GRADES), help="Only findings of this grade; again for more."
)
@click.option(
    "--settled", "settled", is_flag=True, help="The findings that people have settled, in place of the open ones."
)
@click.option(
    "--limit", type=click.IntRange(0), default=200, show_default=True,
    help="So many findings at most, the heaviest; 0 prints all. JSON always has all.",
)  # fmt: skip
@click.option("--alone", is_flag=True, help="What no other source repeats, in place of the findings.")
@LEDGER
@PAIR
@JSON
def check(
    grades: Sequence[str],
    settled: bool,
    limit: int,
    alone: bool,
    ledger: str,
    pair: tuple[str, str] | None,
    as_json: bool,
) -> None:
    """Say what cannot all be true, what looks mistyped, where sources differ, and what is left of each figure."""
    from qatynas.checks.rows import finding_row, settled_row
    from qatynas.checks.surface import Ledger

    with Ledger.open(ledger) as book:
        if settled:
            _settled(
                [one for one in book.settled(pair) if not grades or one.finding.grade in grades], as_json, settled_row
            )
            return
        found = book.findings(pair, alone=alone, grades=grades, limit=None if as_json else limit or None)
        counts = {"alone": len(found)} if alone else book.count_findings(pair, grades)
        put_aside = len(book.settlements())
    if as_json:
        dump([finding_row(one) for one in found])
        return
    for one in found:
        _show(one)
    if put_aside:
        click.echo(f"{put_aside} settled by people; --settled shows those whose evidence is the same", err=True)
    if len(found) < sum(counts.values()):
        click.echo(f"{sum(counts.values()) - len(found)} more; all of them with --limit 0, or with --json", err=True)
    counted = ", ".join(f"{counts[grade]} {grade}" for grade in GRADES if counts.get(grade))
    click.echo(f"{sum(counts.values())} findings{': ' if counted else ''}{counted}")


def _settled(found: list[Settled], as_json: bool, row: Callable[[Settled], dict[str, Any]]) -> None:
    if as_json:
        dump([row(one) for one in found])
        return
    for one in found:
        _show(one.finding)
        click.echo(f"    settled by {one.by.who}, {one.by.added_at} ({one.by.id}): {one.by.reason}\n")
    click.echo(f"{len(found)} settled findings")


def _show(finding: Finding) -> None:
    from qatynas.cli.lines import sentence

    click.echo(f"{finding.grade}  {finding.check}  [{finding.id}]\n    {finding.says}")
    for cited in finding.cited[:CITED_SHOWN]:
        click.echo(f"      {sentence(cited)}")
    if len(finding.cited) > CITED_SHOWN:
        click.echo(f"      and {len(finding.cited) - CITED_SHOWN} more; --json has them all")
    if finding.further_count:
        click.echo(f"    and {finding.further_count} further sets that share claims with these; --json lists them")
    if finding.settle:
        click.echo(f"    to settle: {finding.settle}")
    click.echo()


@cli.command(epilog=examples("qatynas promises", "qatynas promises --status overdue", "qatynas promises --json"))
@click.option("--status", type=click.Choice(STATUSES), help="Only promises of this status.")
@click.option(
    "--limit", type=click.IntRange(0), default=200, show_default=True,
    help="So many promises at most; 0 prints all. JSON always has all.",
)  # fmt: skip
@LEDGER
@PAIR
@JSON
def promises(status: str | None, limit: int, ledger: str, pair: tuple[str, str] | None, as_json: bool) -> None:
    """List what was promised, with its deadline, who said it first, and what became of it."""
    from qatynas.checks.rows import promised_row
    from qatynas.checks.surface import Ledger
    from qatynas.cli.lines import fact_line, sentence

    with Ledger.open(ledger) as book:
        kept = book.kept_findings(pair).promises
        found, told = kept.read(status, None if as_json else limit or None)
        count = sum(number for name, number in kept.counted().items() if status in (None, name))
    if as_json:
        dump([promised_row(found, one) for one in told])
        return
    for one in told:
        click.echo(f"{one.words:<18} due {one.promise.due or '–':<14} {fact_line(found, one.promise.fact)}")
        click.echo(f"      {sentence(one.said[0])}")
        for step in one.history[1:]:
            if step.how != "restated":
                click.echo(f"      {step.how} {sentence(step.cited)}")
        for fact in one.by:
            click.echo(f"      rests on {fact_line(found, fact)}")
    if len(told) < count:
        click.echo(f"{count - len(told)} more; all of them with --limit 0, or with --json", err=True)
